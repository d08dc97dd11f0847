"""What `carelevel check` proves of any criteria beside their mistakes: what the range rests on, and dead rules."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria, Findings, Prerequisite
from carelevel.core.thresholds import Thresholds, beyond, need, thresholds
from carelevel.core.whatif import answer_range

MOST_STATES = 20_000
"""Complete states that are gone through; of more than these, as many are drawn, always the same."""
RANGES = 1_000
"""Partly stated states whose completions are all gone through."""
MOST_COMPLETIONS = 200


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
        ("Exceptions only lower a floor, and only on least concern", tuple(_structure(criteria))),
        (f"Raising a concern never lowers the recommendation ({among})", tuple(_lowered(states, criteria))),
        (
            "The range, from its two ends, is that of all completions of what is unstated "
            f"({RANGES:,} partly stated states)",
            tuple(_astray(states, criteria)),
        ),
    )
    idle = tuple(_idle(states, criteria))
    live = (
        () if idle else (f"No floor, exception or prerequisite could be left out: each changes some answer ({among}).",)
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
    complete: bool


def _states(criteria: Criteria) -> _States:
    choices = [[(name, value.id) for value in criteria.finding(name).values] for name in criteria.moving()]
    chance = random.Random(0)
    if math.prod(len(choice) for choice in choices) > MOST_STATES:
        return _States([dict(chance.choice(choice) for choice in choices) for _ in range(MOST_STATES)], False)
    findings: list[Findings] = [dict(chosen) for chosen in itertools.product(*choices)]
    chance.shuffle(findings)  # so that what a rule changes is soon met
    return _States(findings, True)


def _structure(criteria: Criteria) -> Iterator[str]:
    for floor in criteria.floors:
        for eased in floor.exceptions:
            lowered = [*([eased.floor] if eased.floor else []), *eased.also]
            if any(criteria.rung(level) > criteria.rung(floor.floor) for level in lowered):
                yield f"An exception of '{floor.id}' raises it."
            if any(criteria.finding(name).rank(value) for name, value in eased.when.items()):
                yield f"An exception of '{floor.id}' rests on more than least concern."


def _lowered(states: _States, criteria: Criteria) -> Iterator[str]:
    """A line for each finding that lowers the recommendation in some state when its concern is raised."""
    compiled = thresholds(criteria)
    rungs = {state: compiled.rung(state) for state in (_bits(findings, compiled) for findings in states.findings)}
    for name in criteria.moving():
        values = [compiled.reached[name, value.id] for value in criteria.finding(name).values]
        for state, rung in rungs.items():
            place = values.index(state & compiled.all_of[name])
            if place + 1 < len(values):
                raised = state | values[place + 1]
                if (rungs[raised] if raised in rungs else compiled.rung(raised)) < rung:
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
        rungs = [compiled.rung(known | sum(chosen)) for chosen in itertools.product(*choices)]
        span = answer_range(stated, criteria)
        if (span.lowest, span.highest) != (criteria.levels[min(rungs)].id, criteria.levels[max(rungs)].id):
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
    return need(findings, compiled.reached)


def _idle(states: _States, criteria: Criteria) -> Iterator[str]:
    """A line for each rule without which every answer is the same."""
    answers = [decide(findings, criteria)[:2] for findings in states.findings]
    for name, altered in _without_each(criteria):
        if all(decide(findings, altered)[:2] == said for findings, said in zip(states.findings, answers, strict=True)):
            tried = "changes no answer" if states.complete else "changed no answer in the states drawn by lot"
            yield f"{name} {tried}: is it needed?"


def _without_each(criteria: Criteria) -> Iterator[tuple[str, Criteria]]:
    for place, floor in enumerate(criteria.floors):
        before, after = criteria.floors[:place], criteria.floors[place + 1 :]
        yield f"Floor '{floor.id}'", replace(criteria, floors=before + after)
        for at in range(len(floor.exceptions)):
            kept = replace(floor, exceptions=floor.exceptions[:at] + floor.exceptions[at + 1 :])
            yield f"Exception {at + 1} of floor '{floor.id}'", replace(criteria, floors=(*before, kept, *after))
    for needed in criteria.prerequisites:
        kept_needs = tuple(other for other in criteria.prerequisites if other is not needed)
        yield f"Prerequisite '{needed.id}'", replace(criteria, prerequisites=kept_needs)


def _always(criteria: Criteria) -> Iterator[str]:
    """A line for each rule that holds for everybody, also where nothing is stated."""
    reached = thresholds(criteria).reached
    tests = [(rule.id, rule.when) for rule in criteria.rules() if not isinstance(rule, Prerequisite)]
    tests += [(flag.id, when) for flag in criteria.flags for when in flag.when]
    tests += [(item.id, when) for named in criteria.lists for item in named.items for when in item.when]
    for name, when in tests:
        if not need(when, reached):
            yield f"'{name}' holds for everybody: every value is at least of least concern."
    for rule in criteria.prerequisites:
        if any(not beyond(needed, criteria, reached) for needed in rule.needs):
            yield f"'{rule.id}' is met by everybody: every value is at most of most concern."
