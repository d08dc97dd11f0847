"""The way of an interview in words."""

from __future__ import annotations

from carelevel.core.answer import Answer, Confidence, compare
from carelevel.core.assess import assess
from carelevel.core.case import DecisionPoint, Key
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.interview import Person, way
from carelevel.feedback.way import WayTold, told_marks, way_told

from tests.core.people import KNOWN

ALONE = {"support": "none", "housing": "settled"}
ALL_SAFE = "You asked all 7 safety questions."
HEARD = "Your question {} brought out a red flag: Pregnancy. That was enough to refer."


def told(findings: Findings, asked: tuple[str, ...], level: str, criteria: Criteria) -> WayTold:
    return told_of(Person(findings), asked, level, criteria)


def told_of(person: Person, asked: tuple[str, ...], level: str, criteria: Criteria) -> WayTold:
    assessment = assess(person.findings, criteria)
    point = DecisionPoint("Intake", (), (), person.findings, Key(level))
    comparison = compare(Answer(level, Confidence.CERTAIN), assessment, point, criteria)
    return way_told(way(asked, person, criteria), assessment, criteria, comparison)


def test_a_level_that_was_settled_says_after_which_question_and_what_was_asked_then(criteria: Criteria) -> None:
    asked = ("opioid_use", "housing", "support", "thinking", "trauma")
    found = told({**ALONE, "opioid_use": "using"}, asked, "residential", criteria)
    assert found.says == (
        "After 3 questions you knew enough for the level: no other question could have changed it.",
        "After that you asked about: Patterns of thought, Trauma. That can help with the plan. It could not change the "
        "level.",
    )
    assert found.fewest == (
        "You asked 5 questions in all, 4 of them about the level and the plan, 1 about safety or what comes "
        "beside the level.",
        "One would have been enough for this person’s level: Support (“Who could they call at two in the morning?”).",
    )
    assert found.order == ()
    assert found.never.startswith("You never asked these safety questions: Pregnancy, Thoughts of suicide, ")
    assert found.never.endswith("Ask them of everybody, whatever the level.")
    assert [step.settles for step in found.steps] == [False, False, False, True, False, False]
    assert [step.after for step in found.steps] == [False, False, False, False, True, True]


def test_the_rungs_close_and_the_referral_stays_open_until_all_safety_is_answered(criteria: Criteria) -> None:
    safe = dict.fromkeys(criteria.red_flags, "absent")
    asked = ("support", *criteria.red_flags)
    found = told({**ALONE, **safe}, asked, "residential", criteria)
    assert found.columns == ("Outpatient", "Partial hospitalization", "Residential", "Refer")
    assert found.steps[0].open == (True, True, True, True)
    assert found.steps[1].open == found.steps[-2].open == (False, False, True, True)
    assert found.steps[-1].open == (False, False, True, False)
    assert not any(step.after for step in found.steps)  # safety questions are never too late
    assert (found.never, found.says[1]) == ("", ALL_SAFE)
    del safe["pregnancy"]
    unknown = told({**ALONE, **safe}, asked, "residential", criteria)
    assert unknown.steps[-1].open == (False, False, True, True)
    assert unknown.says[1:3] == (
        ALL_SAFE,
        "Asked; nothing is known about this: Pregnancy. Ask again, or offer a test where there is one.",
    )
    assert "one that nobody could answer stays open" in unknown.method


def test_deciding_while_the_range_is_open_is_named_and_luck_is_called_luck(criteria: Criteria) -> None:
    found = told(KNOWN, ("housing",), "outpatient", criteria)
    assert found.says[:2] == (
        "You decided too soon: from what you knew, it could have been anything from Outpatient to Residential.",
        "Your choice is accepted all the same, but you could not know that.",
    )
    assert found.says[2] == "For the questions beside the level, you did not ask about: Current use."
    assert found.fewest[1] == "9 would have been enough for this person’s level, and no fewer, in this order:"
    assert len(found.order) == len(found.names) == 9
    assert "Housing" in found.names
    assert "Housing (“Where will they sleep tonight, and a month from now?”)" in found.order
    late = told(KNOWN, tuple(KNOWN)[: tuple(KNOWN).index("attendance") + 1], "outpatient", criteria)
    assert "could have been Outpatient or Partial hospitalization." in late.says[0]
    wrong = told(KNOWN, ("housing",), "residential", criteria)
    assert wrong.says[1].startswith("For the questions beside")


def test_a_red_flag_that_nobody_heard_is_said_first_and_one_that_was_heard_settles_it(criteria: Criteria) -> None:
    findings = {**KNOWN, "pregnancy": "present"}
    missed = told(findings, tuple(KNOWN), "outpatient", criteria)
    assert missed.says == (
        "You decided too soon: you did not ask about Pregnancy. It is present here, and that outweighs any level: "
        "refer first.",
    )
    heard = told(findings, ("housing", "pregnancy", "home"), ESCALATE, criteria)
    assert heard.says[0] == HEARD.format(2)
    assert heard.fewest[1] == (
        "One safety question would have been enough to refer: Pregnancy (“Could they be pregnant?”). Ask the others of "
        "everybody all the same."
    )
    assert (heard.enough, missed.enough) == ("Enough to refer", "Enough for the level")
    assert [step.open for step in heard.steps[1:3]] == [(True, True, True, True), (False, False, False, True)]
    assert "Pregnancy" not in heard.never


def test_a_red_flag_is_named_whichever_question_brought_it_out_and_no_other_one(
    criteria: Criteria,
) -> None:
    findings = {**KNOWN, "pregnancy": "present", "psychosis": "present"}
    brought = Person(findings, {"home": frozenset({"pregnancy"})})
    assert told_of(brought, ("housing", "home", "psychosis"), ESCALATE, criteria).says[0] == HEARD.format(2)
    at_once = told_of(Person(findings, {}), ("psychosis", "pregnancy"), ESCALATE, criteria)
    assert at_once.says[0] == HEARD.format(1).replace("Pregnancy", "Psychosis")


def test_one_safety_question_that_was_never_asked_is_named_alone(criteria: Criteria) -> None:
    asked = ("support", *(flag for flag in criteria.red_flags if flag != "psychosis"))
    found = told(ALONE, asked, "residential", criteria)
    assert found.never == ("You never asked this safety question: Psychosis. Ask it of everybody, whatever the level.")


def test_what_nobody_knows_is_said_where_it_could_still_change_the_level(criteria: Criteria) -> None:
    findings = {name: value for name, value in KNOWN.items() if name not in ("support", "structure")}
    found = told(findings, tuple(finding.id for finding in criteria.findings), "outpatient", criteria)
    assert found.says[0].startswith("After 1")
    assert found.says[1] == "What nobody here knows could still change it: Need for structure, Support."


def test_how_many_deciding_phrases_were_told(criteria: Criteria) -> None:
    comparison = compare(
        Answer("outpatient", Confidence.CERTAIN), assess({}, criteria), DecisionPoint("", (), (), {}, Key("")), criteria
    )
    assert told_marks(comparison) == ("No single phrase of the story decides the answer.",)
