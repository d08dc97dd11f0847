"""Which note a trainee should meet next, and why: by answers, rules and confusions, by accuracy and speed.

Rules compete as in adaptive sequencing by response time (Mettler, Massey and Kellman 2011): what was missed comes soon,
what is slow before what is fast, nothing twice in a row; what is fluent is retired, until it is due.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from itertools import chain, islice
from math import log1p

from carelevel.core.answer import Confidence
from carelevel.core.assess import Decision
from carelevel.core.composer import Composer, Wanted
from carelevel.core.criteria import ESCALATE
from carelevel.core.draws import Draws
from carelevel.core.note import NUMBERS, Note, read_code
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_recipes import CONTESTED_PERCENT, ESCALATE_WEIGHT, LEVEL_WEIGHT
from carelevel.core.note_trials import FLUENT_RUN, Pace, Trial, fluent_run, trials
from carelevel.practice.spacing import Review, rule_schedules

BETWEEN = 2
"""So many other notes stand between two about one rule."""
BETWEEN_PERSON, MOST_TRIED = 9, 6
"""So many between two that begin with one person, if one of so many more notes does not."""
MISSED_WEIGHT, SLOW_WEIGHT, NEW_PRIORITY = 10.0, 3.0, 6.0
ERRORS_AMONG = 30
MOST_BOOST = 5
"""So many points of weight at most a level gains by being confused."""


class WhyNote(StrEnum):
    """Why a note comes."""

    PAIR = "pair"  # the one before was answered wrongly, and this one differs from it in one line
    MISSED = "missed"
    SLOW = "slow"
    NEW = "new"
    DUE = "due"
    LONGEST_AGO = "longest_ago"


@dataclass(frozen=True, slots=True)
class NextNote:
    """A note to ask; *pair_of* is the attempt after whose error it comes, or ''."""

    note: Note
    why: WhyNote
    pair_of: str = ""


def next_note(
    attempts: Sequence[NoteAttempt], composer: Composer, trainee: str, now: datetime, *, pairs: bool = True
) -> NextNote:
    """The note to meet next; the same record on the same day gives the same one. *pairs*: an error brings its pair."""
    pair = _pair(attempts[-1], composer) if attempts and pairs else None
    if pair is not None:
        return NextNote(pair, WhyNote.PAIR, attempts[-1].id)
    draws = Draws(_seed(trainee, len(attempts)))
    level = draws.choose(_levels(attempts, composer))
    recipes = [recipe for recipe in composer.recipes if recipe.level == level]
    why, rule = _rule({recipe.rule for recipe in recipes}, attempts, now, draws)
    of_rule = [recipe for recipe in recipes if recipe.rule == rule]
    contested = draws.choose(of_rule).contested and draws.happens(2 * CONTESTED_PERCENT)
    kinds = {recipe.contested for recipe in of_rule}
    wanted = Wanted(level, rule, contested if contested in kinds else not contested)
    met = {line.text for attempt in attempts[-BETWEEN_PERSON:] for line in attempt.lines[:1]}
    unseen = _unseen(attempts, composer, wanted, draws)
    first = next(unseen)
    tried = chain([first], islice(unseen, MOST_TRIED))
    return NextNote(next((note for note in tried if note.lines[0].text not in met), first), why)


def is_retired(of_rule: Sequence[Trial], rule: str, now: datetime) -> bool:
    """Whether a rule is fluent and not due."""
    return fluent_run(of_rule) >= FLUENT_RUN and not _is_due(rule, of_rule, now)


def _unseen(attempts: Iterable[NoteAttempt], composer: Composer, wanted: Wanted, draws: Draws) -> Iterator[Note]:
    """Notes as *wanted* that were not answered yet."""
    seen = {attempt.code for attempt in attempts}
    while True:
        number = composer.number(draws.below(NUMBERS), wanted)
        assert number is not None, "there is such a recipe"
        note = composer.compose(number)
        if str(note.code) not in seen:
            yield note


def _pair(last: NoteAttempt, composer: Composer) -> Note | None:
    """After an error the note with the one line changed that makes it right; none after the error at a pair.

    Where no line does, one by which what was right before no longer is.
    """
    if last.right or last.pair_of:
        return None
    code = read_code(last.code)
    if code.version != composer.version:
        return None
    note = composer.of_code(code)
    if last.level_right:
        return composer.pair(note, partial(_turns_flags, last))
    parting = partial(_parts, last)
    return composer.pair(note, lambda answer: answer.level == last.level and parting(answer)) or composer.pair(
        note, parting
    )


def _parts(last: NoteAttempt, answer: Decision) -> bool:
    """Whether what was right is not accepted any more."""
    return answer.level != last.criteria_level and last.criteria_level not in answer.accepted


def _turns_flags(last: NoteAttempt, answer: Decision) -> bool:
    """Whether just the flags that were answered wrongly have another answer, and nothing else has."""
    turned = {flag for flag, value in answer.flags.items() if value != last.criteria_flags.get(flag)}
    return answer.level == last.criteria_level and turned == set(last.wrong_flags)


def _levels(attempts: Sequence[NoteAttempt], composer: Composer) -> tuple[str, ...]:
    """Each answer as often as it may come: those confused lately more often."""
    wrong = [attempt for attempt in attempts[-ERRORS_AMONG:] if not attempt.level_right]
    confused = [level for attempt in wrong for level in (attempt.level, attempt.criteria_level)]
    there = dict.fromkeys(recipe.level for recipe in composer.recipes)
    weights = {
        level: 2 * (ESCALATE_WEIGHT if level == ESCALATE else LEVEL_WEIGHT) + min(confused.count(level), MOST_BOOST)
        for level in there
    }
    return tuple(level for level, weight in weights.items() for _ in range(weight))


def _rule(rules: Collection[str], attempts: Sequence[NoteAttempt], now: datetime, draws: Draws) -> tuple[WhyNote, str]:
    """The rule that most needs a trial, with why; of those that need it alike one by chance."""
    known = trials(attempts)
    order = draws.shuffled(sorted(rules))
    waited = {rule: _waited(rule, attempts) for rule in order}
    wanting = [_wanting(rule, known.get(rule, ()), waited[rule], now) for rule in order]
    best = max(wanting, key=lambda one: one[0])
    if best[0] > 0:
        return best[1], best[2]
    return WhyNote.LONGEST_AGO, max(order, key=lambda rule: waited[rule])


def _wanting(rule: str, of_rule: Sequence[Trial], waited: int, now: datetime) -> tuple[float, WhyNote, str]:
    """How much a rule wants a trial after so many others, with why."""
    if not of_rule:
        return NEW_PRIORITY, WhyNote.NEW, rule
    last, beyond = of_rule[-1], waited - BETWEEN
    if not last.right:
        return beyond * MISSED_WEIGHT, WhyNote.MISSED, rule
    if fluent_run(of_rule) >= FLUENT_RUN:
        due = _is_due(rule, of_rule, now)
        return (NEW_PRIORITY if due and beyond > 0 else 0.0), WhyNote.DUE, rule
    slowness = 1.0 if last.pace is Pace.SKIMMED else last.slowness  # which says nothing of how fast it is known
    return beyond * SLOW_WEIGHT * log1p(slowness), WhyNote.SLOW, rule


def _waited(rule: str, attempts: Sequence[NoteAttempt]) -> int:
    """How many notes there were since the last about *rule*."""
    return next(
        (ago for ago, attempt in enumerate(reversed(attempts)) if attempt.about == rule), len(attempts) + BETWEEN
    )


def _is_due(rule: str, of_rule: Iterable[Trial], now: datetime) -> bool:
    return rule_schedules(_review(rule, trial) for trial in of_rule)[rule].due.date() <= now.astimezone(UTC).date()


_SURENESS: Mapping[Pace, Confidence] = {
    Pace.SKIMMED: Confidence.GUESS,
    Pace.FLUENT: Confidence.CERTAIN,
    Pace.SLOW: Confidence.FAIRLY_SURE,
}
"""What an answer's pace says of it, as confidence does of an answer to a case."""


def _review(rule: str, trial: Trial) -> Review:
    return Review(rule, trial.right, _SURENESS[trial.pace], trial.at)


def _seed(trainee: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{trainee}\n{count}".encode()).digest()[:8], "big")
