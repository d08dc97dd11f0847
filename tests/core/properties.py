"""The seven properties of the criteria, each a function that gives a line for every way in which it fails."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
from carelevel.bank import Bank
from carelevel.core.assess import Assessment, Decision, assess, decide
from carelevel.core.criteria import Criteria, Findings, Source
from carelevel.core.thresholds import thresholds
from carelevel.core.whatif import Range, answer_range, nearest, open_questions
from numpy.typing import NDArray

from tests.core import by_the_tables
from tests.core.space import NO_ANSWER, Decide, Space, Table, accepted_sets

Change = frozenset[tuple[str, str]]
Assess = Callable[[Findings, Criteria], Assessment]


def not_total(space: Space) -> Iterator[str]:
    """Property 1: every state has an answer."""
    for index in np.argwhere(space.level == NO_ANSWER)[:3]:
        yield f"1: no answer for {_told(space.findings(index))}"


def not_deterministic(space: Space, sample: NDArray[np.int64], decide: Decide = decide) -> Iterator[str]:
    """Property 1: asked again, by findings in another order, a state has the same answer and range."""
    chance, sets = random.Random(1), accepted_sets(space.criteria)
    for index in sample:
        items = list(space.findings(index).items())
        chance.shuffle(items)
        findings, where = dict(items), tuple(index)
        level, accepted, _ = decide(findings, space.criteria)
        if (level, accepted) != (space.criteria.choices[space.level[where]], sets[int(space.accepted[where])]):
            yield f"1: {_told(findings)} is '{level}' the second time, with {accepted} accepted"
        ends = Range(*(space.criteria.choices[end[where]] for end in (space.lowest, space.highest)))
        if (span := answer_range(findings, space.criteria)) != ends:
            yield f"1: {_told(findings)} has {span} the second time"


def not_monotone(space: Space) -> Iterator[str]:
    """Property 2: raising a concern never lowers the recommendation, nor the lowest or the highest accepted level.

    Over complete states; circumstances are left out.
    """
    none = len(space.criteria.levels) + 1  # where no level is possible, that is above all of them
    rungs = range(1 << len(space.criteria.levels))
    lowest = np.array([(one & -one).bit_length() or none for one in rungs], dtype=np.uint8)
    highest = np.array([one.bit_length() or none for one in rungs], dtype=np.uint8)
    accepted = space.complete(space.accepted)
    for what, table in (
        ("recommendation", space.complete(space.level)),
        ("lowest accepted level", lowest[accepted]),
        ("highest accepted level", highest[accepted]),
    ):
        for axis, values in enumerate(space.values):
            below = np.take(table, range(len(values) - 1), axis)
            above = np.take(table, range(1, len(values)), axis)
            for index in [] if _is_circumstance(space, axis) else np.argwhere(above < below)[:1]:
                worse = values[index[axis] + 1]
                where = _told(space.findings(index))
                yield f"2: raising {space.names[axis]} to {worse} lowers the {what} in {where}"


def not_neutral(space: Space, neutral: Iterable[str], states: Iterable[Findings], decide: Decide) -> Iterator[str]:
    """Property 3, by varying each of *neutral* alone: neither the recommendation nor what is accepted moves."""
    for state, name in itertools.product(states, tuple(neutral)):
        answers = {_answer({**state, name: value}, space.criteria, decide) for value in _values(name, space.criteria)}
        if answers != {_answer(state, space.criteria, decide)}:
            yield f"3: {name} moves the answer in {_told(state)}"


def moves_by_structure(criteria: Criteria, neutral: Iterable[str]) -> Iterator[str]:
    """Property 3, by structure: no indication, exception, requirement or preference reads any of *neutral*."""
    compiled = thresholds(criteria)
    read = compiled.moving
    for bits, _ in compiled.preferred:
        read |= bits
    for name in neutral:
        if compiled.all_of[name] & read:
            yield f"3: a rule reads {name}"


def dead_rules(space: Space, assess: Assess = assess) -> Iterator[str]:
    """Property 4: without any one indication, exception or requirement some answer, complete or not, is another.

    Where it is, a reason of the assessment names the rule.
    """
    places = np.random.default_rng(4).permutation(space.level.size)  # so that a difference comes soon
    for name, rule, altered in without_each_rule(space.criteria):
        state = next((state for state in _states_at(space, places) if _differs(state, space.criteria, altered)), None)
        if state is None:
            yield f"4: taking {name} away changes no answer"
        elif rule not in {reason.rule for reason in assess(state, space.criteria).reasons}:
            yield f"4: {name} moves the answer in {_told(state)}, and no reason says so"


def _states_at(space: Space, places: NDArray[np.int64]) -> Iterator[dict[str, str]]:
    for some in np.array_split(places, max(1, len(places) // 1000)):
        for index in zip(*np.unravel_index(some, space.level.shape), strict=True):
            yield space.findings(index)


def _differs(state: Findings, criteria: Criteria, altered: Criteria) -> bool:
    return _answer(state, criteria) != _answer(state, altered)


def without_each_rule(criteria: Criteria) -> Iterator[tuple[str, str, Criteria]]:
    """A name for what is gone, its rule's id, and the criteria without it."""
    for place, rule in enumerate(criteria.indications):
        before, after = criteria.indications[:place], criteria.indications[place + 1 :]
        yield f"indication '{rule.id}'", rule.id, replace(criteria, indications=before + after)
        for at in range(len(rule.exceptions)):
            kept = replace(rule, exceptions=rule.exceptions[:at] + rule.exceptions[at + 1 :])
            altered = replace(criteria, indications=(*before, kept, *after))
            yield f"exception {at} of '{rule.id}'", rule.id, altered
    for needed in criteria.requirements:
        others = tuple(other for other in criteria.requirements if other is not needed)
        yield f"requirement '{needed.id}'", needed.id, replace(criteria, requirements=others)


def wrong_ranges(space: Space) -> Iterator[str]:
    """Property 5: the engine's range is that over all completions, for every state."""
    for end, table, by_table in (
        ("lowest", space.lowest, over_completions(space, np.min)),
        ("highest", space.highest, over_completions(space, np.max)),
    ):
        for index in np.argwhere(table != by_table)[:2]:
            where, rung = _told(space.findings(index)), by_table[tuple(index)]
            yield f"5: the {end} of all completions of {where} is {_level(space, rung)}, not what the range says"


def over_completions(space: Space, extreme: Callable[..., Table]) -> Table:
    """The extreme of the recommendation over every completion of each state, one axis after another."""
    table = space.complete(space.level)
    for axis in range(table.ndim):
        table = np.concatenate([table, extreme(table, axis=axis, keepdims=True)], axis=axis)
    return table


def wrong_extremes(space: Space) -> Iterator[str]:
    """Property 5: for each value that a circumstance can have, the least and the most of all else are the extremes."""
    for end, by_extremes, by_table in (
        ("lowest", from_extremes(space, np.min, 0), over_completions(space, np.min)),
        ("highest", from_extremes(space, np.max, -1), over_completions(space, np.max)),
    ):
        for index in np.argwhere(by_extremes != by_table)[:2]:
            where, rung = _told(space.findings(index)), by_table[tuple(index)]
            yield f"5: the {end} of all completions of {where} is {_level(space, rung)}, not that of two evaluations"


def from_extremes(space: Space, extreme: Callable[..., Table], place: int) -> Table:
    """The recommendation with what is unstated at the value of *place*, over each value of the circumstances."""
    table = space.complete(space.level)
    for axis in range(table.ndim):
        if _is_circumstance(space, axis):
            unstated = extreme(table, axis=axis, keepdims=True)
        else:
            unstated = np.take(table, [place], axis)
        table = np.concatenate([table, unstated], axis=axis)
    return table


def off_the_tables(criteria: Criteria, states: Iterable[Findings], assess: Assess = assess) -> Iterator[str]:
    """The whole answer, with its basis and whether referring is accepted, against the tables by hand."""
    for findings in states:
        said = assess(findings, criteria)
        by_hand = by_the_tables.answer(dict(findings))
        given = by_the_tables.Answer(said.level, said.accepted, said.basis, bool(said.refer_accepted))
        if given != by_hand:
            yield f"tables: {by_hand} in {_told(findings)}, not {given}"


def off_the_tables_levels(space: Space, sample: NDArray[np.int64]) -> Iterator[str]:
    """The recommendation and the accepted levels alone, of each state of *sample*."""
    ids = accepted_sets(space.criteria)
    for index in sample:
        findings = space.findings(index)
        by_hand, where = by_the_tables.answer(findings), tuple(index)
        given = space.criteria.choices[space.level[where]], ids[int(space.accepted[where])]
        if given != (by_hand.level, by_hand.accepted):
            yield f"tables: {by_hand.level}, {by_hand.accepted} in {_told(findings)}, not {given}"


def wrong_locators(criteria: Criteria) -> Iterator[str]:
    """Property 6, against the criteria's own sections."""
    counts = {
        (source.id, section.id): (section.paragraphs, section.bullets)
        for source in criteria.sources
        for section in source.sections
    }
    for claim in criteria.claims:
        at = claim.at
        paragraphs, bullets = counts.get((at.source, at.section or ""), (0, 0))
        if not (1 <= (at.paragraph or 0) <= paragraphs or 1 <= (at.bullet or 0) <= bullets):
            number = f"¶{at.paragraph}" if at.paragraph else f"b{at.bullet}"
            yield f"6: {claim.id} is at {at.source}, {at.section}, {number}, which does not exist"


def wrong_places(criteria: Criteria, source: Source, article: str) -> Iterator[str]:
    """Property 6, against the article itself: sections in their order, their counts, each claim's line."""
    kinds = article_lines(source, article)
    for section in source.sections:
        mine = [kind for (name, kind, _) in kinds.values() if name == section.id]
        found = mine.count("paragraph"), mine.count("bullet")
        if found != (section.paragraphs, section.bullets):
            yield f"6: section '{section.id}' of {source.id} has {found[0]} paragraphs and {found[1]} bullets"
    for claim in criteria.claims:
        if claim.at.source == source.id:
            kind = "paragraph" if claim.at.paragraph else "bullet"
            said = (claim.at.section, kind, claim.at.paragraph or claim.at.bullet)
            if kinds.get(claim.at.line) != said:
                yield f"6: {claim.id} is said to be line {claim.at.line}, where {kinds.get(claim.at.line)} stands"


def article_lines(source: Source, article: str) -> dict[int, tuple[str, str, int]]:
    """What each line of an article is: its section, paragraph or bullet, and its number there."""
    headings = {section.heading: section.id for section in source.sections}
    section, counts = source.sections[0].id, dict.fromkeys(("paragraph", "bullet"), 0)
    lines: dict[int, tuple[str, str, int]] = {}
    for number, line in enumerate(article.split("\n"), 1):
        if line in headings:
            section, counts = headings[line], dict.fromkeys(counts, 0)
        elif line.strip() and not line.startswith(source.title.split("…")[0]):  # a title may be shortened
            kind = "bullet" if line.startswith("- ") else "paragraph"
            counts[kind] += 1
            lines[number] = (section, kind, counts[kind])
    return lines


def wrong_keys(bank: Bank) -> Iterator[str]:
    """Property 7: each stated key is the computed answer, or a written dissent stands beside it."""
    for case in bank.cases():
        for twin in (None, *(twin.id for twin in case.twins)):
            for point in case.telling(twin):
                said = decide(point.findings, bank.criteria)
                also = {level for level in said.accepted if level != said.level}
                flags = {flag: said.flags[flag] for flag in point.key.flags or {}}
                agrees = (point.key.level, set(point.key.also), point.key.flags) == (said.level, also, flags)
                if not agrees and not (point.dissent and point.dissent.reason):
                    where = f"{case.id}, {twin}" if twin else case.id
                    yield f"7: {where}, '{point.heading}': the key is not the answer '{said.level}'"


def wrong_questions(space: Space, sample: NDArray[np.int64]) -> Iterator[str]:
    """The open questions of each state of *sample*, as a set, against every completion."""
    moving = moving_tables(space)
    for index in sample:
        findings = space.findings(index)
        unstated = [axis for axis, place in enumerate(index) if place == len(space.values[axis])]
        by_table = {space.names[axis] for axis in unstated if moving[axis][_across(index, axis)]}
        given = open_questions(findings, space.criteria)
        if set(given) != by_table or len(given) != len(by_table):
            yield f"questions: {sorted(by_table)} are open in {_told(findings)}, not {sorted(given)}"


def moving_tables(space: Space) -> list[NDArray[np.bool_]]:
    """For each finding: whether two of its values differ in some completion of each state of the others."""
    complete = space.complete(space.level)
    tables = []
    for axis in range(complete.ndim):
        table = complete.max(axis=axis, keepdims=True) != complete.min(axis=axis, keepdims=True)
        for other in range(complete.ndim):
            if other != axis:
                table = np.concatenate([table, table.any(axis=other, keepdims=True)], axis=other)
        tables.append(table)
    return tables


def wrong_order(space: Space, sample: NDArray[np.int64]) -> Iterator[str]:
    """The order of the open questions: the summed width of the ranges left after each value, then the file's."""
    width = over_completions(space, np.max) - over_completions(space, np.min)
    for index in sample:
        given = open_questions(space.findings(index), space.criteria)
        left = {name: _width_left(width, index, space.names.index(name)) for name in given}
        by_table = tuple(sorted(given, key=lambda name: (left[name], space.names.index(name))))
        if given != by_table:
            yield f"questions: their order in {_told(space.findings(index))} is {by_table}, not {given}"


def wrong_nearest(space: Space, sample: NDArray[np.int64]) -> Iterator[str]:
    """The nearest changes against every set of changes of what is stated."""
    top = len(space.criteria.levels) - 1
    for index in sample:
        findings, rung = space.findings(index), space.level[tuple(index)]
        given = nearest(findings, space.criteria)
        for way, changes, end in (("up", given.up, top), ("down", given.down, 0)):
            by_force = None if _at_end(rung, end) else smallest_changes(space, index, up=way == "up")
            said = None if changes is None else {frozenset(change.items()) for change in changes}
            if said != by_force or (changes is not None and len(changes) != len(said or ())):
                yield f"nearest {way} of {_told(findings)}: {by_force}, not {said}"


def smallest_changes(space: Space, index: NDArray[np.int64], up: bool) -> set[Change]:
    """The fewest stated findings changed, then the fewest steps, that move the recommendation: all ties."""
    stated = [axis for axis, place in enumerate(index) if place < len(space.values[axis])]
    reached = space.level[tuple(slice(len(space.values[a])) if a in stated else index[a] for a in range(len(index)))]
    changed, steps = np.zeros(reached.shape, int), np.zeros(reached.shape, int)
    for at, axis in enumerate(stated):
        away = np.abs(np.arange(len(space.values[axis])) - index[axis])
        away = away.reshape([-1 if other == at else 1 for other in range(len(stated))])
        changed, steps = changed + (away > 0), steps + away
    moved = reached > space.level[tuple(index)] if up else reached < space.level[tuple(index)]
    if not moved.any():
        return set()
    size = np.where(moved, changed * 100 + steps, 10_000)
    return {
        frozenset(
            (space.names[axis], space.values[axis][place])
            for axis, place in zip(stated, where, strict=True)
            if place != index[axis]
        )
        for where in np.argwhere(size == size.min())
    }


def _at_end(rung: int, end: int) -> bool:
    """Whether there is no rung beyond; ESCALATE lies above the ladder's end."""
    return rung == end if end == 0 else rung >= end


def _is_circumstance(space: Space, axis: int) -> bool:
    return space.names[axis] in space.criteria.circumstances


def _across(index: NDArray[np.int64], axis: int) -> tuple[int, ...]:
    return tuple(0 if other == axis else int(place) for other, place in enumerate(index))


def _width_left(width: Table, index: NDArray[np.int64], axis: int) -> int:
    along = tuple(slice(width.shape[axis] - 1) if other == axis else place for other, place in enumerate(index))
    return int(width[along].sum())


def _values(name: str, criteria: Criteria) -> tuple[str, ...]:
    return tuple(value.id for value in criteria.finding(name).values)


def _answer(findings: Findings, criteria: Criteria, decide: Decide = decide) -> tuple[str, tuple[str, ...]]:
    said: Decision = decide(findings, criteria)
    return said.level, said.accepted


def _level(space: Space, rung: int) -> str:
    return f"'{space.criteria.choices[rung]}'"


def _told(findings: Findings) -> str:
    return "{" + ", ".join(f"{name}={value}" for name, value in findings.items()) + "}"
