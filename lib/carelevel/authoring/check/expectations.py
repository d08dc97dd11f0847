"""What an author expects, held against what the criteria say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelevel.authoring.check.draft_problem import near, problem
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.keys import changed_point
from carelevel.core.assess import Assessment
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Diagnostic
from carelevel.feedback.names import level_name
from carelevel.messages import authoring as authoring_messages


def expectation_problems(draft: Draft, assessments: Sequence[Assessment], criteria: Criteria) -> Iterator[Diagnostic]:
    """Where an author expects nothing, or something else than the criteria; *assessments*: one a decision point."""
    for number, (point, given) in enumerate(zip(draft.points, assessments, strict=True)):
        where = f"points.{number}.expected"
        if not point.expected:
            yield problem(where, authoring_messages.EXPECTED_OPEN)
        elif point.expected not in criteria.choices:
            yield problem(where, authoring_messages.EXPECTED_UNKNOWN, level=near(point.expected, 0))
        elif point.expected == given.level:
            if point.dissent:
                yield problem(f"points.{number}.dissent", authoring_messages.REASON_IDLE, stops=False)
        elif not point.dissent and point.expected not in given.accepted:
            expected = level_name(point.expected, criteria)
            yield problem(where, authoring_messages.DIFFERS, expected=expected, given=level_name(given.level, criteria))


def twin_expectation_problems(
    draft: Draft, assessments: Sequence[Assessment], twins: Sequence[Sequence[Assessment]], criteria: Criteria
) -> Iterator[Diagnostic]:
    """Where a twin, from its changed phrase on, answers otherwise than expected, or as its case does.

    Nothing here keeps a case from its file.

    *assessments*: one a decision point of the case; *twins*: the same for each twin.
    """
    for place, (twin, answers) in enumerate(zip(draft.twins, twins, strict=True)):
        changed = changed_point(draft, twin)
        for number, (expected, given) in enumerate(zip(twin.expected, answers, strict=False)):
            if (
                number >= changed
                and expected in criteria.choices
                and expected != given.level
                and expected not in given.accepted
            ):
                where, names = f"twins.{place}.expected.{number}", (expected, given.level)
                mine, theirs = (level_name(level, criteria) for level in names)
                yield problem(where, authoring_messages.TWIN_DIFFERS, stops=False, expected=mine, given=theirs)
        if twin.phrase and twin.words and list(map(_answer, answers)) == list(map(_answer, assessments)):
            yield problem(f"twins.{place}.findings", authoring_messages.TWIN_SAME, stops=False)


def _answer(assessment: Assessment) -> tuple[object, ...]:
    return assessment.level, frozenset(assessment.accepted), *assessment.flags.items()
