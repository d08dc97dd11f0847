"""The pair of an error: the twin, or the case, that tells apart the two levels that were taken for each other."""

from __future__ import annotations

from collections.abc import Sequence

from carelevel.core.answer import ACCEPTED
from carelevel.core.assess import Assessment, Effect, assess
from carelevel.core.attempt import Attempt, Skip
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.difference import Parted, difference
from carelevel.practice.next_case import APART, Chosen, Exercise, Why, candidates, shuffled


def pair_of(
    offered: Sequence[Exercise], attempts: Sequence[Attempt], skips: Sequence[Skip], criteria: Criteria
) -> Chosen | None:
    """What the last story's error brings: where the level that was chosen is the answer, through the rule missed.

    None where there was no error, or nothing fits that was not met among the last APART. What was itself a pair
    brings none, so that at least every other choice is made by what is due. A twin of the same story comes first, then
    what speaks of the same in the other way and differs in the fewest findings; the same record gives the same pair.
    """
    error = wrong_answer(attempts)
    told = _told(error, offered) if error else None
    if error is None or told is None:
        return None
    before, missed = assess(told, criteria), missed_rules(error)
    found = []
    for exercise in candidates(offered, attempts, skips, APART):
        if exercise.level != error.level or exercise.name == (error.case, error.twin):
            continue
        alike = exercise.case == error.case and exercise.number == error.point
        now = assess(exercise.told[0], criteria)
        parted = difference(before, now, criteria.ladder)
        through = parted.through
        if through is None or not (alike or (through.rule in missed and _leads(through, before, now, criteria))):
            continue
        unsaid = any(name in parted.unsaid for reason in through.reasons for name in reason.findings)
        apart = len(parted.changed) + len(parted.unsaid)
        order = (not alike, through.rule not in missed, unsaid, apart, exercise.ease)
        found.append(((*order, shuffled(error.id, *exercise.name)), exercise, through.rule))
    if not found:
        return None
    _, exercise, rule = min(found, key=lambda one: one[0])
    return Chosen(exercise, Why.PAIR, rule, error.id)


def wrong_answer(attempts: Sequence[Attempt]) -> Attempt | None:
    """The latest answer to the last story that was not accepted; None where there is none, or the story was a pair."""
    if not attempts:
        return None
    last = attempts[-1]
    story = []
    for attempt in reversed(attempts):
        if (attempt.case, attempt.twin) != (last.case, last.twin):
            break
        story.append(attempt)
    if any(attempt.pair for attempt in story):
        return None
    return next((attempt for attempt in story if attempt.verdict not in ACCEPTED), None)


def missed_rules(error: Attempt) -> frozenset[str]:
    """The rules of which no phrase was marked; where each was seen and the level was wrong all the same, every one."""
    unseen = frozenset(rated.rule for rated in error.rules if rated.caught is False)
    return unseen or frozenset(rated.rule for rated in error.rules)


def _leads(through: Parted, before: Assessment, now: Assessment, criteria: Criteria) -> bool:
    """Whether the rule leads to the higher of two stories' answers; a referral counts as the highest."""
    rungs = (*criteria.ladder, ESCALATE)
    rises = rungs.index(now.level) > rungs.index(before.level)
    reason, level = (through.now, now.level) if rises else (through.before, before.level)
    if reason is None or reason.effect is Effect.ESCALATES:
        return reason is not None
    return reason.effect in (Effect.FIRED, Effect.EASED) and reason.level == level


def _told(error: Attempt, offered: Sequence[Exercise]) -> Findings | None:
    """The findings at the decision point of *error*; None where its story is no longer offered."""
    for exercise in offered:
        if exercise.name == (error.case, error.twin):
            place = error.point - exercise.number
            return exercise.told[place] if 0 <= place < len(exercise.told) else None
    return None
