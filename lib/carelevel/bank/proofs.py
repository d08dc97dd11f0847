"""What `carelevel check` proves of any criteria beside their mistakes: what the range rests on, and dead rules."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria, Findings, Requirement
from carelevel.core.thresholds import Thresholds, thresholds
from carelevel.core.whatif import answer_range

MOST_STATES = 20_000
"""Complete states that are gone through; of more than these, as many are drawn, always the same."""
RANGES = 1_000
"""Partly stated states whose completions are all gone through."""
MOST_COMPLETIONS = 200
MOST_PARTLY = 4_000
"""Partly stated states in which a rule is looked for at work."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """Plain sentences: what *holds*, what *fails* (an answer could mislead), and what an author may want to see."""

    holds: tuple[str, ...]
    fails: tuple[str, ...]
    warnings: tuple[str, ...]


def prove(criteria: Criteria) -> Proofs:
    """Go through the states of *criteria*; their names must be known, as read_criteria sees to."""
    states = _states(criteria)
    among = f"{len(states.findings):,} states, " + ("all there are" if states.complete else "drawn by lot")
    claims = (
        ("Exceptions only lower what an indication asks for, and only on least concern", tuple(_structure(criteria))),
        (
            f"Raising a concern, circumstances aside, never lowers the recommendation ({among})",
            tuple(_lowered(states, criteria)),
        ),
        (
            "The range, from its two ends, is that of all completions of what is unstated "
            f"({RANGES:,} partly stated states)",
            tuple(_astray(states, criteria)),
        ),
    )
    idle = tuple(_idle(states, criteria))
    live = (
        ()
        if idle
        else (f"No indication, exception or requirement could be left out: each changes some answer ({among}).",)
    )
    return Proofs(
        holds=tuple(f"{claim}." for claim, broken in claims if not broken) + live,
        fails=tuple(line for _, broken in claims for line in broken),
        warnings=idle + tuple(_always(criteria)),
    )


@dataclass(frozen=True, eq=False)
class _States:
    """Complete states of the findings that move the level; *complete*: all there are."""

    findings: Sequence[Findings]
    bits: Sequence[int]
    rung: Callable[[int], int]  # by their bits, worked out once
    complete: bool


def _states(criteria: Criteria) -> _States:
    choices = [[(name, value.id) for value in criteria.finding(name).values] for name in criteria.moving()]
    chance = random.Random(0)
    complete = math.prod(len(choice) for choice in choices) <= MOST_STATES
    findings: list[Findings]
    if complete:
        findings = [dict(chosen) for chosen in itertools.product(*choices)]
        chance.shuffle(findings)  # so that what a rule changes is soon met
    else:
        findings = [dict(chance.choice(choice) for choice in choices) for _ in range(MOST_STATES)]
    compiled = thresholds(criteria)
    return _States(
        findings, [_bits(one, compiled) for one in findings], lru_cache(MOST_STATES)(compiled.rung), complete
    )


def _structure(criteria: Criteria) -> Iterator[str]:
    for rule in criteria.indications:
        for eased in rule.exceptions:
            lowered = [*([eased.asks] if eased.asks else []), *eased.also]
            if any(criteria.rung(level) > max(map(criteria.rung, (rule.asks, *rule.also))) for level in lowered):
                yield f"An exception of '{rule.id}' raises it."
            if any(criteria.finding(name).rank(value) for name, value in eased.when.items()):
                yield f"An exception of '{rule.id}' rests on more than least concern."


def _lowered(states: _States, criteria: Criteria) -> Iterator[str]:
    """A line for each finding that lowers the recommendation in some state when its concern is raised."""
    compiled = thresholds(criteria)
    for name in criteria.moving():
        if name not in criteria.circumstances:
            values = [compiled.reached[name, value.id] for value in criteria.finding(name).values]
            above = dict(itertools.pairwise(values))
            field, most = compiled.all_of[name], values[-1]
            for state in states.bits:
                reached = state & field
                if reached != most and states.rung(state | above[reached]) < states.rung(state):
                    yield f"Raising '{name}' lowers the recommendation in some state."
                    break


def _astray(states: _States, criteria: Criteria) -> Iterator[str]:
    """A line where the range from two evaluations is not that over every completion."""
    compiled, chance = thresholds(criteria), random.Random(1)
    names = criteria.moving()
    for findings in itertools.islice(itertools.cycle(states.findings), RANGES):
        unstated = _some(names, criteria, chance)
        stated = {name: value for name, value in findings.items() if name not in unstated}
        choices = [[compiled.reached[name, value.id] for value in criteria.finding(name).values] for name in unstated]
        known = _bits(stated, compiled)
        rungs = [states.rung(known | sum(chosen)) for chosen in itertools.product(*choices)]
        span, answers = answer_range(stated, criteria), criteria.choices
        if (span.lowest, span.highest) != (answers[min(rungs)], answers[max(rungs)]):
            yield f"The range leaves completions out where {', '.join(unstated)} are unstated."
            return


def _some(names: Sequence[str], criteria: Criteria, chance: random.Random) -> list[str]:
    """Some of *names*, so few that their completions can all be gone through."""
    chosen: list[str] = []
    completions = 1
    for name in chance.sample(names, chance.randint(0, len(names))):
        completions *= len(criteria.finding(name).values)
        if completions > MOST_COMPLETIONS:
            break
        chosen.append(name)
    return chosen


def _bits(findings: Findings, compiled: Thresholds) -> int:
    return sum(compiled.reached[item] for item in findings.items())


def _idle(states: _States, criteria: Criteria) -> Iterator[str]:
    """A line for each rule without which every answer is the same, where all is stated and where some is not."""
    chance, names = random.Random(2), criteria.moving()
    partly = [
        {name: value for name, value in findings.items() if name in kept}
        for findings in states.findings[:MOST_PARTLY]
        for kept in [set(chance.sample(names, chance.randint(0, len(names))))]
    ]
    asked = [*partly, *states.findings]
    answers = [decide(findings, criteria)[:2] for findings in asked]
    for name, altered in _without_each(criteria):
        if all(decide(findings, altered)[:2] == said for findings, said in zip(asked, answers, strict=True)):
            tried = "changes no answer" if states.complete else "changed no answer in the states drawn by lot"
            yield f"{name} {tried}: is it needed?"


def _without_each(criteria: Criteria) -> Iterator[tuple[str, Criteria]]:
    for place, rule in enumerate(criteria.indications):
        before, after = criteria.indications[:place], criteria.indications[place + 1 :]
        yield f"Indication '{rule.id}'", replace(criteria, indications=before + after)
        for at in range(len(rule.exceptions)):
            kept = replace(rule, exceptions=rule.exceptions[:at] + rule.exceptions[at + 1 :])
            altered = replace(criteria, indications=(*before, kept, *after))
            yield f"Exception {at + 1} of indication '{rule.id}'", altered
    for needed in criteria.requirements:
        others = tuple(other for other in criteria.requirements if other is not needed)
        yield f"Requirement '{needed.id}'", replace(criteria, requirements=others)


def _always(criteria: Criteria) -> Iterator[str]:
    """A line for each rule that holds for everybody, also where nothing is stated."""
    masks = thresholds(criteria).masks
    tests = [(rule.id, rule.when) for rule in criteria.rules() if not isinstance(rule, Requirement)]
    tests += [(flag.id, when) for flag in criteria.flags for when in flag.when]
    for name, when in tests:
        if not masks.need(when):
            yield f"'{name}' holds for everybody: every value is at least of least concern."
    for rule in criteria.requirements:
        if any(not masks.beyond(when) for when in rule.reads):
            yield f"'{rule.id}' is met by everybody: every value is at most of most concern."
