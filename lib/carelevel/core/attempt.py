"""What is kept of a trainee's work: attempts, places, reports, what became of these, and skips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from carelevel.core.answer import LONGEST_REASONS, Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.errors import AnswerError
from carelevel.core.support import Had, Support

LONGEST_REPORT = 2000
"""Characters in a report's note."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What one rule did, and whether the trainee marked what shows it; None where no phrase does.

    *hinted*: a hint pointed at it.
    """

    rule: str
    effect: Effect
    caught: bool | None
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """A committed answer, with what the criteria said then.

    *id* is a UUID made by whoever commits; *twin* is '' for the case itself; *point* counts from 0; *case_digest* is
    what a StoryDigest keeps, in older answers the digest of the case's file; times know their zone; *seconds* went
    into reading and deciding; *steps*, *caught*, *missed* and *needless* are a Comparison's, the last three as
    counts; *phrases* is a `phrases_text`, '' in an answer older than those; *pair* is the id of the answer that was
    wrong, and brought this case as its pair, '' where none did; *support*, *steps_shown* and
    *hints* are a `Had`; *ties* is a `ties_text`.
    Raises AnswerError where the reasons are too long.
    """

    id: str
    trainee: str
    case: str
    twin: str
    point: int
    case_digest: str
    criteria_digest: str
    level: str
    confidence: Confidence
    flags: Mapping[str, bool]
    lists: Mapping[str, tuple[str, ...]]
    marked: tuple[int, ...]
    reasons: str
    started_at: datetime
    committed_at: datetime
    seconds: float
    criteria_level: str
    accepted: tuple[str, ...]
    basis: Basis
    verdict: Verdict
    steps: int
    caught: int
    missed: int
    needless: int
    rules: tuple[Rated, ...]
    phrases: str = ""
    pair: str = ""
    support: Support = Support.FREE
    steps_shown: int = 0
    hints: str = ""
    ties: str = ""

    @property
    def had(self) -> Had:
        """The support that the trainee had."""
        return Had(self.support, self.steps_shown, self.hints)

    def __post_init__(self) -> None:
        check_reasons(self.reasons)
        check_zone(self.started_at)
        check_zone(self.committed_at)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trainee is on one card; *attempt* is the id of the next commit, *draft* JSON not committed yet.

    *pair*, *support*, *steps_shown* and *hints* are what its attempt will say.
    """

    trainee: str
    card: str
    case: str
    twin: str
    point: int
    attempt: str
    draft: Mapping[str, Any]
    opened_at: datetime
    pair: str = ""
    support: Support = Support.FREE
    steps_shown: int = 0
    hints: str = ""

    @property
    def had(self) -> Had:
        """The support that the trainee has had so far."""
        return Had(self.support, self.steps_shown, self.hints)

    def __post_init__(self) -> None:
        check_zone(self.opened_at)


@dataclass(frozen=True, slots=True)
class Report:
    """A trainee's note on a case, for the supervisor; AnswerError where it is too long."""

    id: str
    trainee: str
    case: str
    twin: str
    point: int
    note: str
    at: datetime

    def __post_init__(self) -> None:
        _check_length("note", self.note, LONGEST_REPORT)
        check_zone(self.at)


@dataclass(frozen=True, slots=True)
class DealtWith:
    """That a supervisor has dealt with the report of that id; *trainee* is whose report it is."""

    report: str
    trainee: str
    at: datetime

    def __post_init__(self) -> None:
        check_zone(self.at)


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """How many of the *asked* prompts of an entry check a trainee answered right."""

    id: str
    trainee: str
    asked: int
    right: int
    at: datetime

    def __post_init__(self) -> None:
        check_zone(self.at)


@dataclass(frozen=True, slots=True)
class SupportWish:
    """The support that a trainee has asked for, whatever the record shows; '' to go by that again."""

    trainee: str
    support: str
    at: datetime

    def __post_init__(self) -> None:
        check_zone(self.at)


@dataclass(frozen=True, slots=True)
class Skip:
    """A case that a trainee chose not to work on."""

    trainee: str
    case: str
    at: datetime

    def __post_init__(self) -> None:
        check_zone(self.at)


def check_reasons(reasons: str) -> None:
    """AnswerError where a line of reasons is too long."""
    _check_length("reasons", reasons, LONGEST_REASONS)


def check_zone(time: datetime) -> None:
    """ValueError where a time does not know its zone."""
    if time.utcoffset() is None:
        raise ValueError(f"{time.isoformat()} has no time zone; use datetime.now(UTC)")


def _check_length(what: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise AnswerError(f"{what}: {len(text)} characters are too many; keep to {longest}")
