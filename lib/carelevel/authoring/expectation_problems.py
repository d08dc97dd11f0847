"""What an author expects, held against what the criteria say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelevel.authoring.draft import Draft
from carelevel.authoring.problem import Problem, near, problem
from carelevel.core.assess import Assessment
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.feedback.names import level_name
from carelevel.words import authoring as words


def expectation_problems(draft: Draft, said: Sequence[Assessment], criteria: Criteria) -> Iterator[Problem]:
    """*said*: what the criteria say of each decision point."""
    for number, (point, given) in enumerate(zip(draft.points, said, strict=True)):
        where = f"points.{number}.expected"
        if not point.expected:
            yield problem(where, words.EXPECTED_OPEN)
        elif point.expected not in _levels(criteria):
            yield problem(where, words.EXPECTED_UNKNOWN, level=near(point.expected, 0))
        elif point.expected == given.level:
            if point.dissent:
                yield problem(f"points.{number}.dissent", words.REASON_IDLE, stops=False)
        elif not point.dissent and point.expected not in given.accepted:
            expected = level_name(point.expected, criteria)
            yield problem(where, words.DIFFERS, expected=expected, given=level_name(given.level, criteria))


def twin_expectation_problems(
    draft: Draft, said: Sequence[Assessment], twins: Sequence[Sequence[Assessment]], criteria: Criteria
) -> Iterator[Problem]:
    """*twins*: for each twin what the criteria say of each decision point; nothing here keeps a case from its file."""
    for place, (twin, told) in enumerate(zip(draft.twins, twins, strict=True)):
        for number, (expected, given) in enumerate(zip(twin.expected, told, strict=False)):
            if expected in _levels(criteria) and expected != given.level and expected not in given.accepted:
                where, names = f"twins.{place}.expected.{number}", (expected, given.level)
                mine, theirs = (level_name(level, criteria) for level in names)
                yield problem(where, words.TWIN_DIFFERS, stops=False, expected=mine, given=theirs)
        if twin.phrase and twin.words and list(map(_answer, told)) == list(map(_answer, said)):
            yield problem(f"twins.{place}.findings", words.TWIN_SAME, stops=False)


def _levels(criteria: Criteria) -> tuple[str, ...]:
    return (*(level.id for level in criteria.levels), ESCALATE)


def _answer(said: Assessment) -> tuple[object, ...]:
    return said.level, frozenset(said.accepted), *said.flags.items()
