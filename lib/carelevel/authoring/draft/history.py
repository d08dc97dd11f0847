"""The steps of one draft, back and forth; what is typed in one go into one text is one step."""

from __future__ import annotations

from dataclasses import replace

from carelevel.authoring.draft.draft import Draft

MOST_STEPS = 300
PAUSE = 1.5
"""Seconds without a key after which a new step begins."""
LONGEST_STEP = 12.0


class History:
    """*past* and *future*: the drafts before and after the present one, MOST_STEPS at most, the nearest last."""

    def __init__(self) -> None:
        self.past: list[Draft] = []
        self.future: list[Draft] = []
        self._typed: tuple[object, ...] | None = None  # the text that the last step is about
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
        self._typed = None
        if not self.past:
            return current
        self.future.append(current)
        return self.past.pop()

    def forth(self, current: Draft) -> Draft:
        """The draft one step on, after a step back; *current* itself where there is none."""
        self._typed = None
        if not self.future:
            return current
        self.past.append(current)
        return self.future.pop()


def _typed(before: Draft, after: Draft) -> tuple[object, ...] | None:
    """The one text in which two drafts differ, with the phrases that moved along; None where more has changed."""
    places = [(name,) for name in ("id", "title", "discuss") if getattr(before, name) != getattr(after, name)]
    found: list[tuple[object, ...]] = [*places]
    if len(before.points) != len(after.points) or len(before.twins) != len(after.twins):
        return None
    for number, (was, point) in enumerate(zip(before.points, after.points, strict=True)):
        names = [name for name in ("heading", "text", "dissent") if getattr(was, name) != getattr(point, name)]
        found += [("points", number, name) for name in names]
        if len(was.phrases) != len(point.phrases) or (was.phrases != point.phrases and "text" not in names):
            return None
        if replace(was, heading="", text="", dissent="", phrases=()) != replace(
            point, heading="", text="", dissent="", phrases=()
        ):
            return None
    for number, (twin, now) in enumerate(zip(before.twins, after.twins, strict=True)):
        found += [("twins", number, name) for name in ("id", "words") if getattr(twin, name) != getattr(now, name)]
        if replace(twin, id="", words="") != replace(now, id="", words=""):
            return None
    return found[0] if len(found) == 1 and before.difficulty == after.difficulty else None
