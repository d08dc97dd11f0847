"""One trainee's record as figures, each with its n, and silent where n is too small to say anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import ClassVar

from carelevel.analytics.chance import Proportion, proportion, sign_test
from carelevel.analytics.kappa import quadratic_kappa
from carelevel.analytics.scoring import STATED, errors, is_accepted, marks_by_rule, stated
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.attempt import Attempt
from carelevel.core.criteria import ESCALATE

BLOCK = 10
"""Attempts in a block of those figures that go over time, at least."""

MOST_BLOCKS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """*n* is how many of what it counts there are; below *needs* it stays silent."""

    n: int
    needs: ClassVar[int] = 5

    @property
    def speaks(self) -> bool:
        """Whether n is large enough to say anything."""
        return self.n >= self.needs


@dataclass(frozen=True, slots=True)
class Block:
    """Attempts *first* to *last*, counted from 1."""

    first: int
    last: int
    accepted: Proportion
    seconds: float  # the median


@dataclass(frozen=True, slots=True)
class Agreement(Figure):
    """Answers that agree or are accepted too, of all attempts and block by block."""

    overall: Proportion
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Direction(Figure):
    """Errors on the ladder, outside what is accepted; *n* counts them, *p* is a sign test of more against less.

    *more_room* and *less_room* say how often there was room to err that way, and how often it was used.
    """

    needs: ClassVar[int] = 6  # of five errors, even all to one side can be chance (p = 0.06)
    steps: Mapping[int, int]  # signed rungs -> attempts
    more: int
    less: int
    p: float
    more_room: Proportion
    less_room: Proportion


@dataclass(frozen=True, slots=True)
class Referral(Figure):
    """Referring, of the *n* attempts: *asked* where the criteria call for it, *needless* where a level answers.

    *missed* are the attempts that chose a level where the criteria refer, in the order of the record.
    """

    asked: Proportion
    needless: Proportion
    missed: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Kappa(Figure):
    """Quadratic-weighted kappa over *n* attempts on the ladder; an accepted level counts as the criteria's own."""

    needs: ClassVar[int] = 20
    value: float | None


@dataclass(frozen=True, slots=True)
class Matrix(Figure):
    """How often each level was chosen (rows) where the criteria say each level (columns)."""

    levels: tuple[str, ...]  # least intensive first, then what is not on the ladder
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Stated(Figure):
    """Attempts of one confidence: the chance of being right that it states, and how often it was."""

    confidence: Confidence
    chance: float
    accepted: Proportion


@dataclass(frozen=True, slots=True)
class Calibration(Figure):
    """*brier*: mean squared distance of the stated chance from what happened, 0 best; *reference*: what always
    stating one's own overall agreement would have scored."""

    needs: ClassVar[int] = 10
    by_confidence: tuple[Stated, ...]
    stated: float  # the mean
    accepted: Proportion
    brier: float
    reference: float


@dataclass(frozen=True, slots=True)
class RuleSeen(Figure):
    """One rule over the *n* attempts in which it mattered and the text showed it."""

    needs: ClassVar[int] = 3
    rule: str
    caught: Proportion


@dataclass(frozen=True, slots=True)
class Marks(Figure):
    """Marks over the *n* attempts with any: deciding phrases caught (recall), marked sentences that were needed
    (precision)."""

    recall: Proportion
    precision: Proportion


@dataclass(frozen=True, slots=True)
class Time(Figure):
    """Median seconds from opening to committing, which one long pause does not move."""

    median: float


@dataclass(frozen=True, slots=True)
class Progress:
    """Every figure of one trainee's *n* attempts."""

    n: int
    agreement: Agreement
    direction: Direction
    referral: Referral
    kappa: Kappa
    matrix: Matrix
    calibration: Calibration
    rules: tuple[RuleSeen, ...]  # the most often missed first
    marks: Marks
    time: Time


def progress(attempts: Iterable[Attempt], ladder: Sequence[str]) -> Progress:
    """*attempts* in time order; *ladder* are the ids of the levels, the least intensive first."""
    record = tuple(attempts)
    return Progress(
        n=len(record),
        agreement=Agreement(len(record), proportion(map(is_accepted, record)), tuple(_blocks(record))),
        direction=_direction(record, ladder),
        referral=_referral(record),
        kappa=_kappa(record, ladder),
        matrix=_matrix(record, ladder),
        calibration=_calibration(record),
        rules=_rules(record),
        marks=_marks(record),
        time=Time(len(record), median(attempt.seconds for attempt in record) if record else 0.0),
    )


def _blocks(record: Sequence[Attempt]) -> Iterable[Block]:
    """Consecutive parts of nearly equal length, none shorter than BLOCK unless the whole record is."""
    count = max(1, min(MOST_BLOCKS, len(record) // BLOCK))
    edges = [len(record) * k // count for k in range(count + 1)]
    for first, last in pairwise(edges):
        part = record[first:last]
        if part:
            seconds = median(attempt.seconds for attempt in part)
            yield Block(first + 1, last, proportion(map(is_accepted, part)), seconds)


def _direction(record: Sequence[Attempt], ladder: Sequence[str]) -> Direction:
    wrong = [attempt for attempt in record if attempt.verdict in (Verdict.MORE_INTENSIVE, Verdict.LESS_INTENSIVE)]
    more, less = errors(record, ladder)
    return Direction(
        n=len(wrong),
        steps=dict(sorted(Counter(attempt.steps for attempt in wrong).items())),
        more=more.hits,
        less=less.hits,
        p=sign_test(more.hits, less.hits),
        more_room=more,
        less_room=less,
    )


def _referral(record: Sequence[Attempt]) -> Referral:
    asked = [attempt for attempt in record if attempt.criteria_level == ESCALATE]
    answered = (attempt for attempt in record if attempt.criteria_level != ESCALATE)
    return Referral(
        n=len(record),
        asked=proportion(map(is_accepted, asked)),
        needless=proportion(attempt.verdict is Verdict.COULD_ANSWER for attempt in answered),
        missed=tuple(attempt for attempt in asked if not is_accepted(attempt)),
    )


def _kappa(record: Sequence[Attempt], ladder: Sequence[str]) -> Kappa:
    rungs = {level: rung for rung, level in enumerate(ladder)}
    pairs = [
        (rungs[attempt.criteria_level if is_accepted(attempt) else attempt.level], rungs[attempt.criteria_level])
        for attempt in record
        if attempt.level in rungs and attempt.criteria_level in rungs
    ]
    return Kappa(len(pairs), quadratic_kappa(pairs))


def _matrix(record: Sequence[Attempt], ladder: Sequence[str]) -> Matrix:
    others = {level for attempt in record for level in (attempt.level, attempt.criteria_level)} - set(ladder)
    levels = (*ladder, *sorted(others))
    pairs = [(attempt.level, attempt.criteria_level) for attempt in record]
    counts = tuple(tuple(pairs.count((chosen, asked)) for asked in levels) for chosen in levels)
    return Matrix(len(record), levels, counts)


def _calibration(record: Sequence[Attempt]) -> Calibration:
    accepted = proportion(map(is_accepted, record))
    by_word = {
        word: proportion(is_accepted(attempt) for attempt in record if attempt.confidence == word) for word in STATED
    }
    return Calibration(
        n=len(record),
        by_confidence=tuple(Stated(hits.n, word, STATED[word], hits) for word, hits in by_word.items()),
        stated=_mean(map(stated, record)),
        accepted=accepted,
        brier=_mean((stated(attempt) - is_accepted(attempt)) ** 2 for attempt in record),
        reference=accepted.share * (1 - accepted.share),
    )


def _rules(record: Sequence[Attempt]) -> tuple[RuleSeen, ...]:
    caught = {rule: proportion(marks.values()) for rule, marks in marks_by_rule(record).items()}
    rules = (RuleSeen(hits.n, rule, hits) for rule, hits in caught.items())
    return tuple(sorted(rules, key=lambda rule: (rule.caught.share, -rule.n, rule.rule)))


def _marks(record: Sequence[Attempt]) -> Marks:
    """Attempts in which nothing was marked are left out: marking is optional, and says nothing when not done."""
    marking = [attempt for attempt in record if attempt.marked]
    caught, missed = sum(attempt.caught for attempt in marking), sum(attempt.missed for attempt in marking)
    sentences = sum(len(attempt.marked) for attempt in marking)
    needless = sum(attempt.needless for attempt in marking)
    return Marks(len(marking), Proportion(caught, caught + missed), Proportion(sentences - needless, sentences))


def _mean(values: Iterable[float]) -> float:
    """0 where there is none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
