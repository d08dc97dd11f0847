"""Answers to notes as trials of a rule: right or not, how fast, when it is fluent, and how many more it may take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from carelevel.core.note_attempt import NoteAttempt

FLUENT_RUN = 3
"""A rule is fluent after so many right and fluent trials in a row."""
READ_A_SECOND, DECIDING_SECONDS = 200 / 60, 6.0
"""Who reads 200 words a minute, as most adults can (Brysbaert 2019: 238 on average), and then decides, is fluent."""
SKIMMED_A_SECOND = 15.0
"""Nobody reads so many words a second: 900 a minute."""
FADES = 0.85
"""What a trial counts for in the estimate, of what the one after it does: trainees learn."""
MOST_LEFT = 60
FEWEST_TRIALS = 3
"""Of a rule that was tried less often nothing is said."""
HITS_BEFORE, MISSES_BEFORE = 2, 1
"""What is taken to have been before the first trial: most trainees are right more often than not."""
_GRID = tuple(step / 40 for step in range(1, 40))
_LOW, _LIKELY, _HIGH = 0.10, 0.50, 0.90


class Pace(StrEnum):
    """How fast an answer came, for the words that there were to read."""

    SKIMMED = "skimmed"
    FLUENT = "fluent"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Trial:
    """One answer to a note about a rule; *slowness* is 1 where it took as long as reading and deciding may."""

    right: bool
    pace: Pace
    slowness: float
    at: datetime

    @property
    def counts(self) -> bool:
        """Whether it brings the rule nearer to fluency."""
        return self.right and self.pace is Pace.FLUENT


@dataclass(frozen=True, slots=True)
class Left:
    """How many trials a rule may still take: *likely* the median, in four of five cases from *low* to *high*."""

    low: int
    likely: int
    high: int

    @property
    def is_open(self) -> bool:
        """Whether it may be more than *high*."""
        return self.high == MOST_LEFT


def pace(seconds: float, words: int, new: int | None = None) -> Pace:
    """How fast so many *words* were answered; *new*: so many of them had not been read just before, if not all."""
    if seconds * SKIMMED_A_SECOND < (words if new is None else new):
        return Pace.SKIMMED
    return Pace.FLUENT if seconds <= _allowed(words) else Pace.SLOW


def new_words(attempts: Iterable[NoteAttempt]) -> Mapping[str, int]:
    """How many words of each there were to read, by its id: of a pair those of the changed line alone."""
    read: dict[str, frozenset[str]] = {}
    found = {}
    for attempt in attempts:
        before = read.get(attempt.pair_of, frozenset())
        found[attempt.id] = sum(len(line.text.split()) for line in attempt.lines if line.text not in before)
        read[attempt.id] = frozenset(line.text for line in attempt.lines)
    return found


def skimmed(attempts: Iterable[NoteAttempt]) -> frozenset[str]:
    """The ids of those that were answered faster than anybody reads."""
    record = tuple(attempts)
    new = new_words(record)
    return frozenset(
        attempt.id for attempt in record if pace(attempt.seconds, attempt.words, new[attempt.id]) is Pace.SKIMMED
    )


def trials(attempts: Iterable[NoteAttempt]) -> Mapping[str, tuple[Trial, ...]]:
    """Those of each rule, the earliest first; *attempts* are in the order of time."""
    record = tuple(attempts)
    new = new_words(record)
    found: dict[str, list[Trial]] = {}
    for attempt in record:
        trial = Trial(
            attempt.right,
            pace(attempt.seconds, attempt.words, new[attempt.id]),
            attempt.seconds / _allowed(attempt.words),
            attempt.committed_at,
        )
        found.setdefault(attempt.about, []).append(trial)
    return {rule: tuple(of_rule) for rule, of_rule in found.items()}


def fluent_run(of_rule: Sequence[Trial]) -> int:
    """How many of the last trials count, up to the last that was wrong or slow; what was skimmed is passed over."""
    run = 0
    for trial in reversed(_read(of_rule)):
        if not trial.counts:
            break
        run += 1
    return run


def left(of_rule: Sequence[Trial]) -> Left | None:
    """How many more trials it may take until the rule is fluent; None where it is, or was hardly tried.

    The chance that a trial counts is estimated from those before, later ones weighing more; the trials that a run
    still takes follow from it exactly.
    """
    run, read = fluent_run(of_rule), _read(of_rule)
    if len(read) < FEWEST_TRIALS or run >= FLUENT_RUN:
        return None
    hits = misses = 0.0
    for trial in read:
        hits, misses = hits * FADES + trial.counts, misses * FADES + (not trial.counts)
    weights = [chance ** (hits + HITS_BEFORE) * (1 - chance) ** (misses + MISSES_BEFORE) for chance in _GRID]
    whole, reached = sum(weights), [0.0] * (MOST_LEFT + 1)
    for chance, weight in zip(_GRID, weights, strict=True):
        for count, share in enumerate(_reached(chance, run)):
            reached[count] += weight * share / whole
    return Left(*(_quantile(reached, share) for share in (_LOW, _LIKELY, _HIGH)))


def _read(of_rule: Sequence[Trial]) -> Sequence[Trial]:
    return [trial for trial in of_rule if trial.pace is not Pace.SKIMMED]


def _allowed(words: int) -> float:
    return words / READ_A_SECOND + DECIDING_SECONDS


@cache
def _reached(chance: float, run: int) -> tuple[float, ...]:
    """The chance that a run of FLUENT_RUN is there after 0, 1, … MOST_LEFT trials; *chance* is one of _GRID."""
    at = [float(length == run) for length in range(FLUENT_RUN)]
    done, found = 0.0, [0.0]
    for _ in range(MOST_LEFT):
        done += at[-1] * chance
        at = [sum(at) * (1 - chance), *(here * chance for here in at[:-1])]
        found.append(done)
    return tuple(found)


def _quantile(reached: Sequence[float], share: float) -> int:
    return next((count for count, done in enumerate(reached) if done >= share), MOST_LEFT)
