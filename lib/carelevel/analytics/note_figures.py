"""A record of short notes as figures: how each rule stands, two answers that are confused, answers too fast to read.

A finding is named only where it is unlikely to be chance and large enough to matter:

- two answers confused: of all pairs of answers the one that was mistaken for each other most often, where Fisher's
  exact test tells it from the next at ALPHA, shared among all pairs; answers too fast to read are left aside;
- guessing: more than LEAST_SKIMMED of the answers came faster than anybody reads, as far as their interval goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import ClassVar

from carelevel.analytics.chance import Proportion, fisher_either, proportion
from carelevel.analytics.faults import ALPHA, RECENT
from carelevel.analytics.progress import Figure
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_trials import FLUENT_RUN, Left, Trial, fluent_run, left, skimmed, trials

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
    """*n* answers, *right* of those that were read; *rules* in the order of their last answers, the latest first."""

    needs: ClassVar[int] = 20
    right: Proportion
    rules: tuple[RuleStands, ...]
    confused: Confused | None
    guessing: Guessing | None


def note_figures(attempts: Iterable[NoteAttempt], choices: Sequence[str]) -> NoteFigures:
    """What the answers, which are in time order, show; *choices* are the levels and the referral."""
    record = tuple(attempts)
    hasty = skimmed(record)
    read = tuple(attempt for attempt in record if attempt.id not in hasty)
    judged = record[-RECENT:]
    speaks = len(record) >= NoteFigures.needs
    return NoteFigures(
        n=len(record),
        right=proportion(attempt.right for attempt in read),
        rules=tuple(_rules(read, trials(record))),
        confused=_confused([attempt for attempt in judged if attempt.id not in hasty], choices) if speaks else None,
        guessing=_guessing(judged, hasty) if speaks else None,
    )


def _rules(read: Sequence[NoteAttempt], by_rule: Mapping[str, Sequence[Trial]]) -> Iterable[RuleStands]:
    """How each rule of the answers that were *read* stands."""
    for rule in dict.fromkeys(attempt.about for attempt in reversed(read)):
        of_rule = by_rule[rule]
        yield RuleStands(
            rule,
            proportion(attempt.right for attempt in read if attempt.about == rule),
            median(attempt.seconds for attempt in read if attempt.about == rule),
            fluent_run(of_rule) >= FLUENT_RUN,
            left(of_rule),
        )


def _confused(read: Sequence[NoteAttempt], choices: Sequence[str]) -> Confused | None:
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


def _guessing(record: Sequence[NoteAttempt], hasty: Collection[str]) -> Guessing | None:
    share = proportion(attempt.id in hasty for attempt in record)
    return Guessing(share) if share.low > LEAST_SKIMMED else None
