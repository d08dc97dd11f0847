"""An assessment in words: whole, frozen, and in JSON as the pages read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from carelevel.bank import Bank
from carelevel.core.assess import assess
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE
from carelevel.feedback.explanation import Explanation, accepted_too, explain, warnings
from carelevel.feedback.view import as_view


def points(bank: Bank) -> Iterator[DecisionPoint]:
    for case in bank.cases():
        for twin in (None, *(twin.id for twin in case.twins)):
            yield from case.telling(twin)


def explained(bank: Bank, point: DecisionPoint) -> Explanation:
    return explain(assess(point.findings, bank.criteria), bank.criteria, point.evidence)


@pytest.mark.parametrize("name", ["ours", "pool"])
def test_every_decision_point_has_an_explanation_of_frozen_parts(name: str, request: pytest.FixtureRequest) -> None:
    bank: Bank = request.getfixturevalue(name)
    for point in points(bank):
        for part in parts(explained(bank, point)):
            assert isinstance(part, str) or is_dataclass(part), part


def test_an_explanation_cannot_be_changed(ours: Bank) -> None:
    said = explained(ours, next(points(ours)))
    with pytest.raises(FrozenInstanceError):
        said.level = "Residential"  # type: ignore[misc]
    assert not hasattr(said, "__dict__")


def test_the_pages_read_its_json_by_these_names(ours: Bank) -> None:
    view = as_view(explained(ours, ours.case("kitchen-shift").points[0]))
    assert json.loads(json.dumps(view)) == view
    assert list(view) == [
        *("level", "summary", "basis", "settled", "reasons"),
        *("why_not", "changes", "ask", "given", "standing"),
    ]
    assert list(view["reasons"][0]) == ["name", "effect", "says", "phrases", "claims"]
    assert list(view["reasons"][0]["claims"][0]) == ["says", "where"]
    assert list(view["why_not"][0]) == ["level", "says"]
    assert list(view["changes"][0]) == ["says", "ifs"]
    assert list(view["given"][0]["lists"][0]["items"][0]) == ["name", "says", "claims"]


def test_a_warning_comes_with_the_works_that_it_names(ours: Bank) -> None:
    [flag] = [flag for flag in ours.criteria.flags if flag.warning]
    assert flag.warning
    [warning] = warnings([flag.id], ours.criteria)
    cites = {reference.id: reference.cite for reference in ours.criteria.references}
    assert [work.cite for work in warning.references] == [cites[name] for name in flag.warning.references]
    assert warnings([], ours.criteria) == ()


def test_the_levels_that_are_accepted_too_are_named_and_nothing_is_said_where_there_is_none(ours: Bank) -> None:
    assessed = [assess(point.findings, ours.criteria) for point in points(ours)]
    said = {bool(accepted_too(one, ours.criteria)): len(one.accepted) > 1 for one in assessed}
    assert said == {True: True, False: False}


def test_a_referral_has_its_red_flag_for_a_reason_and_nothing_that_would_change_it(ours: Bank) -> None:
    red = next(finding for finding in ours.criteria.findings if finding.red_flag)
    said = explain(assess({red.id: red.values[-1].id}, ours.criteria), ours.criteria)
    assert assess({red.id: red.values[-1].id}, ours.criteria).level == ESCALATE
    assert ([reason.name for reason in said.reasons], said.changes, said.settled) == ([red.name], (), "")


def parts(whole: object) -> Iterator[object]:
    """Everything in it, tuples opened."""
    if isinstance(whole, tuple):
        for part in whole:
            yield from parts(part)
    else:
        yield whole
        if is_dataclass(whole):
            for field in fields(whole):
                yield from parts(getattr(whole, field.name))
