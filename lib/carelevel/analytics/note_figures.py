"""A record of short notes as figures: how each rule stands, two answers that are confused, answers too fast to read.

A finding is named only where it is unlikely to be chance and large enough to matter:

- two answers confused: of all pairs of answers the one that was mistaken for each other most often, where Fisher's
  exact test tells it from the next at ALPHA, shared among all pairs; answers too fast to read are left aside;
- guessing: more than LEAST_SKIMMED of the answers came faster than anybody reads, as far as their interval goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import ClassVar

from carelevel.analytics.chance import Proportion, fisher_either, proportion
from carelevel.analytics.faults import ALPHA, RECENT
from carelevel.analytics.progress import Figure
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_trials import FLUENT_RUN, Left, Pace, fluent_run, left, pace, trials

LEAST_CONFUSED = 0.25
LEAST_SKIMMED = 0.20


@dataclass(frozen=True, slots=True)
class RuleStands:
    """One rule: how often it was answered right, the median seconds, and whether it is fluent or how much is left."""

    rule: str
    right: Proportion
    seconds: float
    fluent: bool
    left: Left | None


@dataclass(frozen=True, slots=True)
class Confused:
    """*levels* were mistaken for each other in *mistaken* of the notes that asked for one; *next*: of the next pair."""

    levels: tuple[str, str]
    mistaken: Proportion
    next: Proportion
    p: float


@dataclass(frozen=True, slots=True)
class Guessing:
    """So many answers were faster than anybody reads."""

    skimmed: Proportion


@dataclass(frozen=True, slots=True)
class NoteFigures(Figure):
    """*n* answers, *right* of them; *rules* in the order in which they were met last, the latest first."""

    needs: ClassVar[int] = 20
    right: Proportion
    rules: tuple[RuleStands, ...]
    confused: Confused | None
    guessing: Guessing | None


def note_figures(attempts: Iterable[NoteAttempt], choices: Sequence[str]) -> NoteFigures:
    """What the answers, which are in time order, show; *choices* are the levels and the referral."""
    record = tuple(attempts)
    judged = record[-RECENT:]
    speaks = len(record) >= NoteFigures.needs
    return NoteFigures(
        n=len(record),
        right=proportion(attempt.right for attempt in record),
        rules=tuple(_rules(record)),
        confused=_confused(judged, choices) if speaks else None,
        guessing=_guessing(judged) if speaks else None,
    )


def _rules(record: Sequence[NoteAttempt]) -> Iterable[RuleStands]:
    by_rule = trials(record)
    for rule in dict.fromkeys(attempt.rule for attempt in reversed(record)):
        of_rule = by_rule[rule]
        yield RuleStands(
            rule,
            proportion(trial.right for trial in of_rule),
            median(attempt.seconds for attempt in record if attempt.rule == rule),
            fluent_run(of_rule) >= FLUENT_RUN,
            left(of_rule),
        )


def _confused(record: Sequence[NoteAttempt], choices: Sequence[str]) -> Confused | None:
    read = [attempt for attempt in record if _pace(attempt) is not Pace.SKIMMED]
    pairs = [(levels, _mistaken(levels, read)) for levels in combinations(choices, 2)]
    ranked = sorted(pairs, key=lambda pair: (-pair[1].share, -pair[1].n))
    if len(ranked) < 2:
        return None
    (levels, most), (_, other) = ranked[:2]
    p = fisher_either(most.hits, most.n, other.hits, other.n)
    if most.share < LEAST_CONFUSED or p > ALPHA / len(pairs) * 2:
        return None
    return Confused((levels[0], levels[1]), most, other, p)


def _mistaken(levels: tuple[str, ...], record: Sequence[NoteAttempt]) -> Proportion:
    """How often one of two answers was given where the other, and not both, was right."""
    could = [
        attempt
        for attempt in record
        if attempt.criteria_level in levels and not set(levels) <= {attempt.criteria_level, *attempt.accepted}
    ]
    return proportion(attempt.level in levels and not attempt.level_right for attempt in could)


def _guessing(record: Sequence[NoteAttempt]) -> Guessing | None:
    skimmed = proportion(_pace(attempt) is Pace.SKIMMED for attempt in record)
    return Guessing(skimmed) if skimmed.low > LEAST_SKIMMED else None


def _pace(attempt: NoteAttempt) -> Pace:
    return pace(attempt.seconds, attempt.words)
