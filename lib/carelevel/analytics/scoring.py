"""What the figures read of an attempt; the store's records have all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Effect

ACCEPTED = frozenset({Verdict.AGREES, Verdict.ALSO_ACCEPTED})

STATED: Mapping[Confidence, float] = {Confidence.GUESS: 0.33, Confidence.FAIRLY_SURE: 0.70, Confidence.CERTAIN: 0.95}
"""The chance of being right that each word of confidence is read as: our reading, not a trainee's own number.

A guess is one of three levels by chance; certain leaves room for one error in twenty; fairly sure lies between,
where studies of verbal probabilities put words like "likely".
"""


class RuleRated(Protocol):
    @property
    def rule(self) -> str: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def caught(self) -> bool | None: ...


class Judged(Protocol):
    """One committed answer beside what the criteria said."""

    @property
    def case(self) -> str: ...
    @property
    def twin(self) -> str: ...
    @property
    def point(self) -> int: ...
    @property
    def committed_at(self) -> datetime: ...
    @property
    def seconds(self) -> float: ...
    @property
    def level(self) -> str: ...
    @property
    def criteria_level(self) -> str: ...
    @property
    def accepted(self) -> tuple[str, ...]: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def steps(self) -> int: ...
    @property
    def confidence(self) -> Confidence: ...
    @property
    def marked(self) -> tuple[int, ...]: ...
    @property
    def caught(self) -> int: ...
    @property
    def missed(self) -> int: ...
    @property
    def needless(self) -> int: ...
    @property
    def rules(self) -> Sequence[RuleRated]: ...


def is_accepted(attempt: Judged) -> bool:
    """Whether the answer agrees, or is accepted too."""
    return attempt.verdict in ACCEPTED


def stated(attempt: Judged) -> float:
    return STATED[attempt.confidence]


def room(attempt: Judged, ladder: Sequence[str]) -> tuple[bool, bool]:
    """Whether a level above, and one below, the recommendation was there to be chosen wrongly."""
    if attempt.criteria_level not in ladder:  # to be escalated
        return False, False
    rung = ladder.index(attempt.criteria_level)
    wrong = [place for place, level in enumerate(ladder) if level not in attempt.accepted]
    return any(place > rung for place in wrong), any(place < rung for place in wrong)
