"""Which of three faults a record shows: leaning one way, overconfidence, one rule missed.

A fault is named only when it is unlikely to be chance and large enough to matter. Each of the three has its own
exact test at ALPHA, so that a fair trainee is wrongly told of any in at most 3 of 100 records:

- one rule missed: an exact permutation test of the rule against all others. Each time a rule was there to be
  marked scores nothing if it was, MISSED if it was not, PAID if the answer erred as well in the way to which
  neglect of the rule leads; times at which it could err that way are compared with such times only. All rules
  together keep ALPHA;
- leaning: Fisher's exact test of errors per chance to err, upward against downward, since a bank with more
  outpatient cases leaves more room to err upward. Answers in which a named rule was missed are taken out before,
  right or wrong: it pulls them one way, and without those that it turned the others would lean the other way;
- overconfidence: the exact chance of so few accepted answers if every stated confidence were true.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from carelevel.analytics.chance import Proportion, at_most, fisher_either, joint_level, proportion, score_test
from carelevel.analytics.progress import Figure
from carelevel.analytics.scoring import errors, is_accepted, marks_by_rule, room, stated
from carelevel.core.answer import Verdict
from carelevel.core.assess import Effect
from carelevel.core.attempt import Attempt, Rated

RECENT = 100
"""Only so many of the last attempts are judged: a fault that was mended should no longer be named."""

ALPHA = 0.01

LEAST_LEAN = 0.20  # difference between the shares of upward and of downward chances that became errors
LEAST_OVERCONFIDENCE = 0.10  # mean stated chance less the share accepted
MISSED, PAID = 2, 3
"""What a missed rule scores: that its phrases were passed over says more of it than the answer, which errs for other
reasons too."""

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
    """Errors upward per chance of one, and downward; without the answers in which a named rule was missed.

    *explained* are the errors among those that the rule explains.
    """

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
    often = {rule for rule, seen in marks.items() if len(seen) >= LEAST_SEEN}  # the others could not be named
    tested = {rule: score_test(strata) for rule, strata in _strata(record, ladder).items() if rule in often}
    level = joint_level((test.attainable for test in tested.values()), ALPHA)
    found = [_rule_missed(rule, marks, record, test.p) for rule, test in tested.items()]
    clear = (fault for fault in found if _is_clear(fault, level))
    named: list[RuleMissed] = []
    for fault in sorted(clear, key=lambda fault: (fault.p, -fault.cost, fault.rule)):
        if not any(fault.rule in other.along for other in named):
            named.append(fault)
    return tuple(named)


def _strata(
    record: Sequence[Attempt], ladder: Sequence[str]
) -> Mapping[str, Sequence[tuple[Counter[int], Counter[int]]]]:
    """The scores of each rule and of all rules: where an answer could err as neglect leads, and where it could not."""
    all_rules: dict[bool, Counter[int]] = defaultdict(Counter)
    own: dict[str, dict[bool, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for attempt in record:
        for rated in attempt.rules:
            if rated.caught is not None:
                score = 0 if rated.caught else PAID if _errs_without(rated, attempt) else MISSED
                side = _could_err_without(rated, attempt, ladder)
                own[rated.rule][side][score] += 1
                all_rules[side][score] += 1
    return {rule: [(own[rule][side], all_rules[side]) for side in (True, False)] for rule in own}


def _errs_without(rated: Rated, attempt: Attempt) -> bool:
    """Whether the answer errs in the way to which neglect of the rule leads."""
    if _holds_back(rated, attempt):
        return attempt.verdict is Verdict.MORE_INTENSIVE
    return attempt.verdict in (Verdict.LESS_INTENSIVE, Verdict.SHOULD_ESCALATE)


def _could_err_without(rated: Rated, attempt: Attempt, ladder: Sequence[str]) -> bool:
    more, less = room(attempt, ladder)
    return more if _holds_back(rated, attempt) else less or attempt.criteria_level not in ladder


def _holds_back(rated: Rated, attempt: Attempt) -> bool:
    """Whether the rule is why what was asked for gave way to less; any other rule asks for more."""
    return rated.effect is Effect.UNMET and any(other.effect is Effect.GAVE_WAY for other in attempt.rules)


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
    """Whether *rule* was missed there, and the answer errs as neglect of it leads."""
    missed = (rated for rated in attempt.rules if rated.rule == rule and rated.caught is False)
    return any(_errs_without(rated, attempt) for rated in missed)


# Leaning


def _leaning(record: Sequence[Attempt], ladder: Sequence[str], missed: Iterable[RuleMissed]) -> Leaning | None:
    named = {rule for fault in missed for rule in (fault.rule, *fault.along)}
    apart = [attempt for attempt in record if not _mattered_uncaught(named, attempt)]
    more, less = errors(apart, ladder)
    p = fisher_either(more.hits, more.n, less.hits, less.n)
    if p > ALPHA or abs(more.share - less.share) < LEAST_LEAN:
        return None
    explained = sum(any(_explains(rule, attempt) for rule in named) for attempt in record)
    return Leaning(more, less, explained, p)


def _mattered_uncaught(rules: Container[str], attempt: Attempt) -> bool:
    return any(rated.rule in rules and not rated.caught for rated in attempt.rules)


# Overconfidence


def _overconfidence(record: Sequence[Attempt]) -> Overconfident | None:
    chances = [stated(attempt) for attempt in record]
    accepted = proportion(map(is_accepted, record))
    claimed = sum(chances) / len(chances)
    p = at_most(accepted.hits, chances)
    if p > ALPHA or claimed - accepted.share < LEAST_OVERCONFIDENCE:
        return None
    return Overconfident(claimed, accepted, p)
