"""A trainee's interviews as two figures, and which of two shortfalls they show.

A shortfall is named only when it is unlikely to be chance and large enough to matter: by an exact binomial test at
ALPHA against what is let pass, so that whoever decides too soon, or leaves a safety question out, in a quarter of
their interviews is wrongly told so in at most 1 of 100 records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from carelevel.analytics.chance import Proportion, at_most, proportion
from carelevel.analytics.faults import ALPHA, RECENT
from carelevel.analytics.progress import Figure
from carelevel.core.kept_interview import Interview

LET_PASS = 0.25
"""The share of interviews in which either may happen to anybody."""

LEAST_SHARE = 0.40
"""The share from which on it is named."""


@dataclass(frozen=True, slots=True)
class Asking(Figure):
    """Questions in *n* interviews: *all*, those *asked* about the level, and the fewest that were *needed* for it.

    *too_soon* are the interviews that were decided while the answer was still open.
    """

    all: int
    asked: int
    needed: int
    too_soon: Proportion


@dataclass(frozen=True, slots=True)
class SafetyAsked(Figure):
    """Safety questions *asked*, of all that there were in the *n* interviews; *whole*: those that left none out."""

    asked: Proportion
    whole: Proportion


@dataclass(frozen=True, slots=True)
class TooSoon:
    """Interviews were decided while the answer was still open, more often than chance would."""

    hits: Proportion
    p: float


@dataclass(frozen=True, slots=True)
class SafetyLeftOut:
    """Interviews left safety questions out, more often than chance would."""

    hits: Proportion
    p: float


Shortfall = TooSoon | SafetyLeftOut


@dataclass(frozen=True, slots=True)
class InterviewFigures(Figure):
    """The figures of *n* interviews, and what is *named*, safety first; of too few nothing is."""

    needs: ClassVar[int] = 10
    asking: Asking
    safety: SafetyAsked
    named: tuple[Shortfall, ...]


def interview_figures(interviews: Iterable[Interview]) -> InterviewFigures:
    """*interviews* in time order; what is named goes by the last RECENT of them."""
    record = tuple(interviews)
    recent = record[-RECENT:]
    named = [
        shortfall(hits, _chance_of(hits))
        for shortfall, hits in (
            (SafetyLeftOut, proportion(_leaves_out(interview) for interview in recent)),
            (TooSoon, proportion(_is_too_soon(interview) for interview in recent)),
        )
        if hits.n >= InterviewFigures.needs and hits.share >= LEAST_SHARE and _chance_of(hits) <= ALPHA
    ]
    return InterviewFigures(
        n=len(record),
        asking=Asking(
            n=len(record),
            all=sum(len(interview.asked) for interview in record),
            asked=sum(interview.level_asked for interview in record),
            needed=sum(interview.level_needed for interview in record),
            too_soon=proportion(map(_is_too_soon, record)),
        ),
        safety=SafetyAsked(
            n=len(record),
            asked=Proportion(
                sum(interview.safety_asked for interview in record), sum(interview.safety_all for interview in record)
            ),
            whole=proportion(not _leaves_out(interview) for interview in record),
        ),
        named=tuple(named),
    )


def _is_too_soon(interview: Interview) -> bool:
    return interview.settled_after is None


def _leaves_out(interview: Interview) -> bool:
    return interview.safety_asked < interview.safety_all


def _chance_of(hits: Proportion) -> float:
    """The chance of so many or more where each interview has that of LET_PASS."""
    return at_most(hits.n - hits.hits, [1 - LET_PASS] * hits.n)
