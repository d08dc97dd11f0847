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
from carelevel.feedback.explanation import Explanation, accepted_too, explain, raised_flags, safety, settled
from carelevel.feedback.names import level_short
from carelevel.feedback.view import as_view

from tests.core.people import KNOWN


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
            assert isinstance(part, str | bool) or is_dataclass(part), part


def test_an_explanation_cannot_be_changed(ours: Bank) -> None:
    said = explained(ours, next(points(ours)))
    with pytest.raises(FrozenInstanceError):
        said.level = "Residential"  # type: ignore[misc]
    assert not hasattr(said, "__dict__")


def test_the_pages_read_its_json_by_these_names(ours: Bank) -> None:
    view = as_view(explained(ours, ours.case("kitchen-shift").points[0]))
    assert json.loads(json.dumps(view)) == view
    assert list(view) == [
        *("level", "summary", "basis", "settled", "red_flags", "safety", "reasons"),
        *("also", "why_not", "changes", "ask", "given", "standing"),
    ]
    assert list(view["reasons"][0]) == [
        *("name", "effect", "says", "phrases", "claims", "deciding", "met", "places"),
    ]
    assert list(view["reasons"][0]["claims"][0]) == ["says", "where"]
    assert list(view["also"][0]) == list(view["why_not"][0]) == ["level", "says"]
    assert list(view["changes"][0]) == ["says", "ifs"]
    assert list(view["given"][0]["lists"][0]["items"][0]) == ["name", "says", "claims"]


def test_the_safety_lines_stand_beside_every_answer_with_the_works_that_they_name(ours: Bank) -> None:
    criteria = ours.criteria
    cites = {reference.id: reference.cite for reference in criteria.references}
    spoken = [line for line in criteria.safety.lines if not line.question]
    for findings in ({}, {"support": "none"}, {"pregnancy": "present"}):
        said = safety(assess(findings, criteria), criteria)
        assert [line.says for line in said.lines] == [line.says for line in spoken]
        for line, written in zip(said.lines, spoken, strict=True):
            assert [work.cite for work in line.references] == [cites[name] for name in written.references]
        assert said.asks == ("Has medication been offered today?",)


@pytest.mark.parametrize(
    ("findings", "foremost"),
    [
        ({}, False),
        ({"support": "none"}, False),
        ({"prior_care": "none"}, False),
        ({"opioid_use": "not_using"}, True),
        ({"opioid_use": "using"}, True),
        ({"prior_care": "intensive_undergone"}, True),
        ({"recent_overdose": "present"}, True),
    ],
)
def test_the_safety_lines_stand_foremost_where_tolerance_may_be_lost_or_withdrawal_comes_first(
    ours: Bank, findings: dict[str, str], foremost: bool
) -> None:
    assert safety(assess(findings, ours.criteria), ours.criteria).foremost is foremost


def test_each_red_flag_has_its_own_words_and_the_most_urgent_stands_first(ours: Bank) -> None:
    criteria = ours.criteria
    everything = {name: criteria.finding(name).values[-1].id for name in criteria.red_flags}
    raised = raised_flags(assess(everything, criteria), criteria)
    assert len({flag.says for flag in raised}) == len(raised) == 7
    assert [flag.soon for flag in raised] == sorted((flag.soon for flag in raised), key=criteria.urgencies.index)
    assert [(flag.name, flag.soon) for flag in raised if flag.urgent] == [("Thoughts of suicide", "now")]
    assert all(flag.references for flag in raised)


def test_no_answer_is_called_settled_without_the_red_flags_that_nobody_asked(ours: Bank) -> None:
    criteria = ours.criteria
    told = explain(assess({"self_control": "struggles", "pregnancy": "absent"}, criteria), criteria)
    assert told.settled.startswith("The level is settled")
    assert "Thoughts of suicide" in told.settled
    assert "Pregnancy" not in told.settled
    assert len(told.ask.safety) == 6
    asked = {name: "absent" for name in criteria.red_flags}
    assert explain(assess({"self_control": "struggles", **asked}, criteria), criteria).ask.safety == ()


def test_a_level_that_is_not_settled_is_right_on_what_is_told_and_names_what_it_could_become(ours: Bank) -> None:
    criteria = ours.criteria
    told = explain(assess({"support": "strong", **dict.fromkeys(criteria.red_flags, "absent")}, criteria), criteria)
    assert told.settled.startswith(
        "The criteria’s answer is right on what is told. What is not told yet could still change it to Partial "
        "hospitalization, or Residential, above all answers about: "
    )
    for assessed in (assess(point.findings, criteria) for point in points(ours)):
        said = settled(assessed, criteria)
        assert bool(assessed.open_questions) == ("could still change it" in said)
        assert all(criteria.finding(name).name in said for name in assessed.open_questions[:3])
        assert f"change it to {level_short(assessed.level, criteria)}" not in said


def test_the_levels_that_are_accepted_too_are_named_and_nothing_is_said_where_there_is_none(ours: Bank) -> None:
    criteria = ours.criteria
    found = set()
    for assessed in (assess(point.findings, criteria) for point in points(ours)):
        named = [criteria.level(level).name for level in assessed.accepted if level != assessed.level]
        named += [level_short(ESCALATE, criteria)] if assessed.refer_accepted else []
        said = accepted_too(assessed, criteria)
        assert said.partition(".")[0] == (f"Accepted too: {', '.join(named)}" if named else "")
        found.add((len(assessed.accepted) > 1, bool(assessed.refer_accepted)))
    assert {(False, False), (True, False), (False, True)} <= found, "the bank has points of each kind"


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


def test_what_was_asked_without_an_answer_is_told_apart_from_what_nobody_asked(ours: Bank) -> None:
    asked = ("pregnancy", "opioid_use")
    said = explain(assess(KNOWN, ours.criteria), ours.criteria, asked=asked)
    never, unknown = said.settled.split("Asked; nothing is known about this: ")
    assert "Nobody has asked about: " in never
    assert "Pregnancy" not in never
    assert unknown == "Pregnancy. Ask again, or offer a test where there is one."
    assert [ask for ask in said.ask.safety if ask.startswith("Asked, with nothing known")] == [
        "Asked, with nothing known; ask again: Could they be pregnant?"
    ]
    assert "no as far as is told; asked, with nothing known" in [reason.effect for reason in said.reasons]
    all_asked = settled(assess(KNOWN, ours.criteria), ours.criteria, ours.criteria.red_flags)
    assert "Nobody has asked" not in all_asked
