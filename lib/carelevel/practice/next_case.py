"""Which case a trainee should meet next, and why: by the rule that is due, not by the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache

from carelevel.core.answer import ACCEPTED, Confidence
from carelevel.core.assess import assess
from carelevel.core.attempt import Attempt, Skip
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.practice.spacing import Review, rule_schedules

RETURNS = 2
"""After so many answers in a row without a new rule, a new one comes first, as long as there is one."""

APART = 12
"""A missed rule for which nothing else is left comes back in the same text after about so many others."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Why(StrEnum):
    """Why an exercise was chosen."""

    MISSED = "missed"  # its rule was missed the last time
    DUE = "due"  # its rule was caught, and it is time to meet it again
    NEW = "new"  # its rule has not been met
    LONGEST_AGO = "longest_ago"  # nothing is due
    PAIR = "pair"  # it tells apart two levels that were taken for each other


@dataclass(frozen=True, slots=True)
class Exercise:
    """A case, or a twin of it, with the rules that decide it and are shown in its text; *ease* as `Case` has it.

    *told* are the findings of each decision point that it asks, the first of which is the story's *number*, from 0;
    *level* is the answer to that.
    """

    case: str
    twin: str | None
    level: str
    ease: tuple[int, int]
    rules: frozenset[str]
    number: int
    told: tuple[Findings, ...]

    @property
    def name(self) -> tuple[str, str]:
        """Case and twin, '' for the case itself."""
        return self.case, self.twin or ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """*rule* is what the choice was made for; None where nothing is due. *pair*: the wrong answer that brought it."""

    exercise: Exercise
    why: Why
    rule: str | None
    pair: str = ""


def exercises(case: Case, criteria: Criteria) -> tuple[Exercise, ...]:
    """The case itself, then each of its twins at the decision point that it changes."""
    changed = ((twin, case.changed_point(twin.id)) for twin in case.twins)
    twins = ((twin.id, number, (twin.points[number],)) for twin, number in changed)
    return tuple(
        Exercise(
            case=case.id,
            twin=twin,
            level=assess(points[0].findings, criteria).level,
            ease=case.ease,
            rules=rules_shown(points, criteria),
            number=number,
            told=tuple(point.findings for point in points),
        )
        for twin, number, points in ((None, 0, case.points), *twins)
    )


def choose(
    offered: Sequence[Exercise],
    attempts: Sequence[Attempt],
    skips: Sequence[Skip],
    trainee: str,
    now: datetime,
) -> Chosen | None:
    """The exercise to meet next; the same record on the same day gives the same one. None where none is offered."""
    seen = _seen(attempts, skips)
    left_out = _left_out(attempts, skips)
    ready = _ready(offered, attempts)
    fresh = candidates(offered, attempts, skips, lately_seen(offered))
    again = candidates(offered, attempts, skips, APART)
    last = attempts[-1].criteria_level if attempts else ESCALATE  # nobody begins with a referral

    def order(exercise: Exercise) -> tuple[object, ...]:
        """Unseen first, a case before a twin, of another level than the last, what is plain to read and clear first."""
        return (
            exercise.name in seen,
            exercise.twin is not None,
            exercise.level == last,
            seen.get(exercise.name, _LONG_AGO),
            exercise.ease,
            shuffled(trainee, *exercise.name),
        )

    begins = not attempts
    fresh.sort(key=lambda one: (begins and one.level == ESCALATE, one.ease, shuffled(trainee, *one.name)))
    unseen = {rule for exercise in fresh if exercise.name not in seen for rule in exercise.rules}
    for why, rule in _targets(fresh, unseen, attempts, now):
        asking = [exercise for exercise in fresh if rule in exercise.rules]
        if why is Why.MISSED and not asking:  # few ask for it, and in a large bank they would be away for long
            asking = [exercise for exercise in again if rule in exercise.rules]
        if asking:
            return Chosen(min(asking, key=order), why, rule)
    if not ready:
        return None
    longest = min(
        ready,
        key=lambda exercise: (exercise.case in left_out, seen.get(exercise.name, _LONG_AGO), order(exercise)),
    )
    return Chosen(longest, Why.LONGEST_AGO, None)


def candidates(
    offered: Sequence[Exercise], attempts: Sequence[Attempt], skips: Sequence[Skip], apart: int
) -> list[Exercise]:
    """Those that can be met now: no twin before its case, nothing skipped, none of the last *apart* seen."""
    seen, left_out = _seen(attempts, skips), _left_out(attempts, skips)
    lately = set(sorted(seen, key=lambda name: seen[name])[-apart:])
    ready = _ready(offered, attempts)
    return [exercise for exercise in ready if exercise.case not in left_out and exercise.name not in lately]


@lru_cache(maxsize=1_024)
def shuffled(trainee: str, *name: str) -> str:
    """A key to sort by: each trainee has an order of their own, always the same."""
    return hashlib.sha256("\n".join((trainee, *name)).encode()).hexdigest()


def lately_seen(offered: Sequence[Exercise]) -> int:
    """So many of the last exercises give way to others that ask for the same rule: half as many as there are cases."""
    return max(1, len({exercise.case for exercise in offered}) // 2)


def reviews(attempts: Iterable[Attempt]) -> tuple[Review, ...]:
    """What each attempt says of each rule that its text showed: caught when marked, with an accepted level."""
    return tuple(
        Review(
            rule=rated.rule,
            caught=bool(rated.caught) and attempt.verdict in ACCEPTED,
            confidence=Confidence(attempt.confidence),
            at=attempt.committed_at,
            helped=rated.hinted or attempt.steps_shown > 0,
        )
        for attempt in attempts
        for rated in attempt.rules
        if rated.caught is not None
    )


def _ready(offered: Iterable[Exercise], attempts: Iterable[Attempt]) -> list[Exercise]:
    answered = {attempt.case for attempt in attempts}
    return [exercise for exercise in offered if exercise.twin is None or exercise.case in answered]


def _targets(
    offered: Iterable[Exercise], unseen: set[str], attempts: Sequence[Attempt], now: datetime
) -> Iterable[tuple[Why, str]]:
    """Rules in the order in which they should be met: due today, then new ones.

    Of those due the missed ones come first, and before others those that an *unseen* exercise asks for. New
    ones go first after RETURNS answers without any; the rules of the very last answer wait in any case.
    """
    met = rule_schedules(reviews(attempts))
    latest = {rated.rule for rated in attempts[-1].rules} if attempts else set()
    today = now.astimezone(UTC).date()
    due = sorted(
        (standing for standing in met.values() if standing.due.date() <= today),
        key=lambda standing: (not standing.missed, standing.rule not in unseen, standing.due, standing.rule),
    )
    returning = [(Why.MISSED if standing.missed else Why.DUE, standing.rule) for standing in due]
    unmet = dict.fromkeys(rule for exercise in offered for rule in sorted(exercise.rules) if rule not in met)
    new = [(Why.NEW, rule) for rule in unmet]
    targets = [*new, *returning] if _stale(attempts) else [*returning, *new]
    return sorted(targets, key=lambda target: target[1] in latest)


def _stale(attempts: Sequence[Attempt]) -> bool:
    """Whether none of the last RETURNS answers met a rule for the first time."""
    met_before = {rated.rule for attempt in attempts[:-RETURNS] for rated in attempt.rules}
    latest = {rated.rule for attempt in attempts[-RETURNS:] for rated in attempt.rules}
    return len(attempts) >= RETURNS and latest <= met_before


def rules_shown(points: Iterable[DecisionPoint], criteria: Criteria) -> frozenset[str]:
    """The deciding rules of which some phrase of these decision points shows a finding."""
    return frozenset(
        reason.rule
        for point in points
        for reason in assess(point.findings, criteria).exercised
        if any(set(reason.findings).intersection(phrase.findings) for phrase in point.evidence)
    )


def _seen(attempts: Iterable[Attempt], skips: Iterable[Skip]) -> Mapping[tuple[str, str], datetime]:
    """When each case and twin was last answered or skipped."""
    seen: dict[tuple[str, str], datetime] = {}
    for attempt in attempts:
        seen[attempt.case, attempt.twin] = attempt.committed_at
    for skipped in skips:
        seen[skipped.case, ""] = max(skipped.at, seen.get((skipped.case, ""), skipped.at))
    return seen


def _left_out(attempts: Iterable[Attempt], skips: Iterable[Skip]) -> set[str]:
    """The cases skipped and not answered since: they come only when nothing else is left."""
    answered = {attempt.case: attempt.committed_at for attempt in attempts}
    return {skipped.case for skipped in skips if answered.get(skipped.case, _LONG_AGO) < skipped.at}
