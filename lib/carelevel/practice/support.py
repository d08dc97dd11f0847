"""How much support a question should have, by what the record shows of the rules that decide it.

For each rule there is an estimate between 0 and 1 of how surely the trainee catches it: a mean in which an answer
counts the less the more others came after it, as in the recency-weighted proportions of Galyardt and Goldin (2015,
"Move your lamp post", Journal of Educational Data Mining 7:2), with answers that nobody gave standing before the first.
A rule begins where the trainee stands over all rules. The question is supported by its least sure rule.

That help should fade from the last step backwards is Renkl, Atkinson, Maier and Staley (2002, Journal of Experimental
Education 70:293); that it hinders who no longer needs it, Kalyuga and others (2003, Educational Psychologist 38:23).
The numbers below are our own choice: who answers right meets three worked examples, two cases with the checklist, and
then none of either; who takes no help and is right meets neither from the third case on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.support import Support

DECAY = 0.8
"""The weight of an answer for each that came after it."""

BEFORE, BEFORE_RULE = 3, 2
"""Answers that stand before the first: of the whole record, and of one rule."""

NEW, EXPERIENCED = 0.25, 0.9
"""What those are worth: to somebody new, and to who has passed the entry check."""

UNMARKED = 0.5
"""What an accepted level is worth where the phrase that shows the rule was not marked."""

HELPED = 0.5
"""What an answer is worth, of what it would be worth alone, where a hint or a worked step told something of it."""

CUED_FROM, FREE_FROM = 0.45, 0.6
"""From these estimates on the checklist does, and then nothing is needed."""

FADING = ((0.3, 3), (0.4, 2), (CUED_FROM, 1))
"""Below each estimate, so many steps of the worked example are given; the trainee does the rest."""


@dataclass(frozen=True, slots=True)
class Offered:
    """*steps*: of a worked example, how many are given before it is the trainee's turn."""

    support: Support
    steps: int = 0


def supported(rules: Iterable[str], attempts: Sequence[Attempt], *, experienced: bool = False) -> Offered:
    """The support of a question that *rules* decide, after *attempts* in time order."""
    return _offered(min((sureness(rule, attempts, experienced=experienced) for rule in sorted(rules)), default=1.0))


def wished(support: Support, offered: Offered) -> Offered:
    """The support that a trainee has asked for; *offered* is what the record would."""
    if support is not Support.WORKED:
        return Offered(support)
    return offered if offered.support is support else Offered(support, FADING[0][1])


def sureness(rule: str, attempts: Sequence[Attempt], *, experienced: bool = False) -> float:
    """How surely the rule is caught, 0 to 1."""
    overall = _faded(map(_worth, attempts), BEFORE, EXPERIENCED if experienced else NEW)
    seen = (worth for attempt in attempts for worth in _rule_worths(rule, attempt))
    return _faded(seen, BEFORE_RULE, overall)


def _offered(estimate: float) -> Offered:
    if estimate >= FREE_FROM:
        return Offered(Support.FREE)
    if estimate >= CUED_FROM:
        return Offered(Support.CUED)
    return Offered(Support.WORKED, next(steps for below, steps in FADING if estimate < below))


def _faded(worths: Iterable[float], before: int, begin: float) -> float:
    """The mean of *worths*, the latest weighing most, after *before* times *begin*."""
    total = weight = 0.0
    for worth in (*[begin] * before, *worths):
        total, weight = total * DECAY + worth, weight * DECAY + 1
    return total / weight


def _worth(attempt: Attempt) -> float:
    """Of a whole answer: the mean over the rules that its text showed, or the level alone where it showed none."""
    rules = [_rated_worth(rated, attempt) for rated in attempt.rules if rated.caught is not None]
    return sum(rules) / len(rules) if rules else _share(attempt) * (attempt.verdict in ACCEPTED)


def _rule_worths(rule: str, attempt: Attempt) -> Iterable[float]:
    return (_rated_worth(rated, attempt) for rated in attempt.rules if rated.rule == rule and rated.caught is not None)


def _rated_worth(rated: Rated, attempt: Attempt) -> float:
    if attempt.verdict not in ACCEPTED:
        return 0.0
    return _share(attempt, hinted=rated.hinted) * (1 if rated.caught else UNMARKED)


def _share(attempt: Attempt, *, hinted: bool = False) -> float:
    return HELPED if attempt.steps_shown or hinted else 1.0
