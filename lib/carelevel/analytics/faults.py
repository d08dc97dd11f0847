"""Which of three faults a record shows: leaning one way, overconfidence, one rule missed.

A fault is named only when it is unlikely to be chance and large enough to matter. Each of the three has its own
exact test at ALPHA, so that a fair trainee is wrongly told of any in at most 3 of 100 records:

- one rule missed: an exact permutation test of the rule against all others. Each time a rule was there to be
  marked scores 0 if it was, 1 if it was missed, 2 if it was missed and the answer asked for too little; answers
  that could ask for too little are compared with such answers only. Tarone's correction for many rules;
- leaning: Fisher's exact test of errors per chance to err, upward against downward, since a bank with more
  outpatient cases leaves more room to err upward. Errors that a named rule explains are taken out before;
- overconfidence: the exact chance of so few accepted answers if every stated confidence were true.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from carelevel.analytics.chance import Proportion, at_most, fisher_either, proportion, score_test, tarone
from carelevel.analytics.progress import Figure
from carelevel.analytics.scoring import errors, is_accepted, marks_by_rule, room, stated
from carelevel.core.answer import Verdict
from carelevel.core.attempt import Attempt

RECENT = 100
"""Only so many of the last attempts are judged: a fault that was mended should no longer be named."""

ALPHA = 0.01

LEAST_LEAN = 0.20  # difference between the shares of upward and of downward chances that became errors
LEAST_OVERCONFIDENCE = 0.10  # mean stated chance less the share accepted
LEAST_SEEN = 3  # times that a rule's evidence was there to be marked
LEAST_MISSED = 0.60  # share of them missed
LEAST_APART = 0.30  # that share less the share missed of all other rules' evidence


@dataclass(frozen=True, slots=True)
class RuleMissed:
    """*rule* was missed in *missed* while others were in *others*; *cost* are wrong answers that it explains.

    *along* are rules that the same phrases show, so that the record cannot tell them apart.
    """

    rule: str
    missed: Proportion
    others: Proportion
    cost: int
    along: tuple[str, ...]
    p: float


@dataclass(frozen=True, slots=True)
class Leaning:
    """Errors upward per chance of one, and downward; *explained* were taken out as owed to a missed rule."""

    more: Proportion
    less: Proportion
    explained: int
    p: float

    @property
    def upward(self) -> bool:
        """Whether the errors lean to more intensive levels."""
        return self.more.share > self.less.share


@dataclass(frozen=True, slots=True)
class Overconfident:
    """*stated* is the mean chance of being right that the answers claimed, *accepted* how often they were."""

    stated: float
    accepted: Proportion
    p: float


Fault = RuleMissed | Leaning | Overconfident


@dataclass(frozen=True, slots=True)
class Faults(Figure):
    """*named* in the order in which to mend them, of *n* attempts; of too few nothing is named."""

    needs: ClassVar[int] = 20
    named: tuple[Fault, ...]


def faults(attempts: Iterable[Attempt], ladder: Sequence[str]) -> Faults:
    """What the last RECENT attempts, which are in time order, show; *ladder* from the least intensive level up."""
    record = tuple(attempts)[-RECENT:]
    if len(record) < Faults.needs:
        return Faults(len(record), ())
    missed = _rules_missed(record, ladder)
    found = (*missed, _leaning(record, ladder, missed), _overconfidence(record))
    return Faults(len(record), tuple(fault for fault in found if fault is not None))


# One rule missed


def _rules_missed(record: Sequence[Attempt], ladder: Sequence[str]) -> tuple[RuleMissed, ...]:
    """The rules missed far more often than the rest; of those that the same phrases show, one stands for all."""
    marks = marks_by_rule(record)
    tested = {rule: score_test(strata) for rule, strata in _strata(marks, record, ladder).items()}
    level = tarone((attainable for _, attainable in tested.values()), ALPHA)
    found = [_rule_missed(rule, marks, record, p) for rule, (p, _) in tested.items()]
    clear = (fault for fault in found if _is_clear(fault, level))
    named: list[RuleMissed] = []
    for fault in sorted(clear, key=lambda fault: (fault.p, -fault.cost, fault.rule)):
        if not any(fault.rule in other.along for other in named):
            named.append(fault)
    return tuple(named)


def _strata(
    marks: Mapping[str, Mapping[int, bool]], record: Sequence[Attempt], ladder: Sequence[str]
) -> Mapping[str, Sequence[tuple[Counter[int], Counter[int]]]]:
    """The scores of each rule and of all rules: where an answer could ask for too little, and where it could not."""
    open_below = [_could_ask_too_little(attempt, ladder) for attempt in record]
    all_rules: dict[bool, Counter[int]] = defaultdict(Counter)
    own: dict[tuple[str, bool], Counter[int]] = defaultdict(Counter)
    for rule, seen in marks.items():
        for number, caught in seen.items():
            score = 0 if caught else 1 + _asks_too_little(record[number].verdict)
            own[rule, open_below[number]][score] += 1
            all_rules[open_below[number]][score] += 1
    return {rule: [(own[rule, side], all_rules[side]) for side in (True, False)] for rule in marks}


def _could_ask_too_little(attempt: Attempt, ladder: Sequence[str]) -> bool:
    return attempt.criteria_level not in ladder or room(attempt, ladder)[1]


def _asks_too_little(verdict: Verdict) -> bool:
    return verdict in (Verdict.LESS_INTENSIVE, Verdict.SHOULD_ESCALATE)


def _rule_missed(rule: str, marks: Mapping[str, Mapping[int, bool]], record: Sequence[Attempt], p: float) -> RuleMissed:
    return RuleMissed(
        rule=rule,
        missed=proportion(not caught for caught in marks[rule].values()),
        others=proportion(not caught for other, seen in marks.items() if other != rule for caught in seen.values()),
        cost=sum(_explains(rule, attempt) for attempt in record),
        along=tuple(other for other in marks if other != rule and _together(marks[rule], marks[other])),
        p=p,
    )


def _together(marks: Mapping[int, bool], other: Mapping[int, bool]) -> bool:
    """Whether two rules, where both were there to be marked, were always missed together and caught together."""
    both = marks.keys() & other.keys()
    return len(both) >= LEAST_SEEN and all(marks[number] == other[number] for number in both)


def _is_clear(fault: RuleMissed, level: float) -> bool:
    missed, others = fault.missed, fault.others
    apart = missed.share >= LEAST_MISSED and missed.share - others.share >= LEAST_APART
    return apart and missed.n >= LEAST_SEEN and fault.p <= level


def _explains(rule: str, attempt: Attempt) -> bool:
    """Whether *rule* was missed there, and the answer asks for too little, as every rule asks for more."""
    missed = any(rated.rule == rule and rated.caught is False for rated in attempt.rules)
    return missed and _asks_too_little(attempt.verdict)


# Leaning


def _leaning(record: Sequence[Attempt], ladder: Sequence[str], missed: Iterable[RuleMissed]) -> Leaning | None:
    named = {rule for fault in missed for rule in (fault.rule, *fault.along)}
    rest = [attempt for attempt in record if not any(_explains(rule, attempt) for rule in named)]
    more, less = errors(rest, ladder)
    p = fisher_either(more.hits, more.n, less.hits, less.n)
    if p > ALPHA or abs(more.share - less.share) < LEAST_LEAN:
        return None
    return Leaning(more, less, len(record) - len(rest), p)


# Overconfidence


def _overconfidence(record: Sequence[Attempt]) -> Overconfident | None:
    chances = [stated(attempt) for attempt in record]
    accepted = proportion(map(is_accepted, record))
    claimed = sum(chances) / len(chances)
    p = at_most(accepted.hits, chances)
    if p > ALPHA or claimed - accepted.share < LEAST_OVERCONFIDENCE:
        return None
    return Overconfident(claimed, accepted, p)
