"""The steps of one draft, back and forth; what is typed in one go into one text is one step."""

from __future__ import annotations

from dataclasses import replace

from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.fields import texts, with_texts

MOST_STEPS = 300
PAUSE = 1.5
"""Seconds without a key after which a new step begins."""
LONGEST_STEP = 12.0


class History:
    """*past* and *future*: the drafts before and after the present one, MOST_STEPS at most, the nearest last."""

    def __init__(self) -> None:
        self.past: list[Draft] = []
        self.future: list[Draft] = []
        self._typed: str | None = None  # the field that the last step is about
        self._began = self._last = 0.0

    def step(self, before: Draft, after: Draft, now: float) -> None:
        """Take the step from one draft to the next at *now*, in seconds of any clock."""
        typed = _typed(before, after)
        goes_on = typed is not None and typed == self._typed and now - self._last < PAUSE
        if not goes_on or now - self._began > LONGEST_STEP or not self.past:
            self.past = [*self.past[1 - MOST_STEPS :], before]
            self._began = now
        self._typed, self._last = typed, now
        self.future = []

    def back(self, current: Draft) -> Draft:
        """The draft one step ago; *current* itself where there is none."""
        return self._move(self.past, self.future, current)

    def forth(self, current: Draft) -> Draft:
        """The draft one step on, after a step back; *current* itself where there is none."""
        return self._move(self.future, self.past, current)

    def _move(self, ahead: list[Draft], behind: list[Draft], current: Draft) -> Draft:
        self._typed = None
        if not ahead:
            return current
        behind.append(current)
        return ahead.pop()


def _typed(before: Draft, after: Draft) -> str | None:
    """The field of the one text in which two drafts differ, with the phrases that moved along; None for more."""
    now = dict(texts(after))
    changed = [field for field, text in texts(before) if now.get(field) != text]
    if len(changed) != 1 or _without(changed[0], before) != _without(changed[0], after):
        return None
    return changed[0]


def _without(field: str, draft: Draft) -> tuple[Draft, list[int]]:
    """All of a draft but its texts and the phrases of the story that is in *field*; of these, how many there are."""
    points = [
        replace(point, phrases=()) if field == f"points.{number}.text" else point
        for number, point in enumerate(draft.points)
    ]
    bare = with_texts(replace(draft, points=tuple(points)), lambda *_: "")
    return bare, [len(point.phrases) for point in draft.points]
