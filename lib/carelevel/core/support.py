"""The support that a trainee has at one question: a worked example, the rules as a checklist, hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

STEPS = 4
"""Steps of a worked example: what matters in the story, what comes before any level, the rules, the level."""


class Support(StrEnum):
    """How a question is supported, the most first."""

    WORKED = "worked"  # a colleague's reasoning, of which the trainee does the last steps
    CUED = "cued"  # the bank's rules as a checklist
    FREE = "free"


class Hint(IntEnum):
    """How much a hint says of one phrase; a later one says what the earlier ones do."""

    TOPIC = 1
    PARAGRAPH = 2
    SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Had:
    """What a trainee has had: *support* is the most that was shown, *steps* of the worked example were.

    *hints* is a `hints_text`.
    """

    support: Support = Support.FREE
    steps: int = 0
    hints: str = ""

    @property
    def helps(self) -> bool:
        """Whether something of the answer was told: an answer with it is no measure of what somebody can do alone."""
        return bool(self.steps or self.hints)

    def with_step(self) -> Had:
        """One more step of the worked example."""
        return replace(self, support=Support.WORKED, steps=min(self.steps + 1, STEPS))

    def with_hint(self, phrase: int) -> Had:
        """The next hint on a phrase, by its place among the decision point's evidence."""
        hints = dict(hints_of(self.hints))
        hints[phrase] = Hint(min(hints.get(phrase, 0) + 1, max(Hint)))
        return replace(self, hints=hints_text(hints))

    def with_cues(self) -> Had:
        """The checklist."""
        return replace(self, support=Support.CUED) if self.support is Support.FREE else self


ALONE = Had()
"""No support at all."""


def hints_text(hints: Mapping[int, Hint]) -> str:
    """One word a phrase, as in "2:1 5:3": its place among the evidence, and how much was said."""
    return " ".join(f"{phrase}:{hint:d}" for phrase, hint in hints.items())


def hints_of(text: str) -> Mapping[int, Hint]:
    """The hint that was given on each phrase, by its place, the first hinted first."""
    pairs = (word.split(":") for word in text.split())
    return {int(phrase): Hint(int(hint)) for phrase, hint in pairs}
