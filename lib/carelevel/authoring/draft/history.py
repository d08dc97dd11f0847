"""The steps of one draft, back and forth; what is typed in one go at one place of a text is one step."""

from __future__ import annotations

from dataclasses import replace

from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.edit import Edit, edit_between
from carelevel.authoring.draft.fields import texts, with_texts

MOST_STEPS = 300
PAUSE = 1.5
"""Seconds without a key after which a new step begins."""
LONGEST_STEP = 12.0
MOST_TYPED = 20
"""Characters that somebody types between two messages of a page; more were put in at once."""


class History:
    """*past* and *future*: the drafts before and after the present one, MOST_STEPS at most, the nearest last."""

    def __init__(self) -> None:
        self.past: list[Draft] = []
        self.future: list[Draft] = []
        self._typed: tuple[str, Edit] | None = None  # the field that the last step is about, and what was typed there
        self._began = self._last = 0.0

    def step(self, before: Draft, after: Draft, now: float, pasted: bool = False) -> None:
        """Take the step from one draft to the next at *now*, in seconds of any clock; what was *pasted* is one."""
        typed = None if pasted else _typed(before, after)
        if not self._goes_on(typed, now):
            self.past = [*self.past[1 - MOST_STEPS :], before]
            self._began = now
        self._typed, self._last = typed, now
        self.future = []

    def _goes_on(self, typed: tuple[str, Edit] | None, now: float) -> bool:
        """Whether what was typed goes on where the last step ended, soon enough, both put in or both deleted."""
        if typed is None or self._typed is None or not self.past:
            return False
        (field, edit), (last_field, last) = typed, self._typed
        in_time = now - self._last < PAUSE and now - self._began <= LONGEST_STEP
        return in_time and field == last_field and edit.follows(last)

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


def _typed(before: Draft, after: Draft) -> tuple[str, Edit] | None:
    """What was typed in which text, with the phrases that moved along; None where more has changed."""
    was, now = dict(texts(before)), dict(texts(after))
    changed = [field for field, text in was.items() if now.get(field) != text]
    if len(changed) != 1 or _without(changed[0], before) != _without(changed[0], after):
        return None
    edit = edit_between(was[changed[0]], now[changed[0]])
    return (changed[0], edit) if edit.added <= MOST_TYPED else None


def _without(field: str, draft: Draft) -> tuple[Draft, list[int]]:
    """All of a draft but its texts and the phrases of the story that is in *field*; of these, how many there are."""
    points = [
        replace(point, phrases=()) if field == f"points.{number}.text" else point
        for number, point in enumerate(draft.points)
    ]
    bare = with_texts(replace(draft, points=tuple(points)), lambda *_: "")
    return bare, [len(point.phrases) for point in draft.points]
