"""What is said first of a committed answer, and of a twin beside the story before its change."""

from __future__ import annotations

from dataclasses import replace

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence, Verdict, compare
from carelevel.core.assess import assess
from carelevel.core.case import DecisionPoint, Dissent
from carelevel.core.criteria import ESCALATE
from carelevel.feedback.comparison import AuthorsDissent, Compared, Row, compared, twin_compared


def told(bank: Bank, point: DecisionPoint, level: str, **flags: bool) -> Compared:
    answer = Answer(level, Confidence.GUESS, flags=flags)
    assessment = assess(point.findings, bank.criteria)
    return compared(answer, assessment, compare(answer, assessment, point, bank.criteria), point, bank.criteria)


def test_an_authors_dissent_stands_beside_the_criterias_answer(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], dissent=Dissent("outpatient", "His sister is enough."))
    said = told(ours, point, "residential", withdrawal_first=True)
    assert said.says[0] == "The criteria recommend: Partial hospitalization."
    assert said.dissent == AuthorsDissent(
        says="The author of this case would answer otherwise: Outpatient.", reason="His sister is enough."
    )


def test_an_answer_that_is_accepted_too_says_so_and_how_far_it_is(ours: Bank) -> None:
    said = told(ours, ours.case("kitchen-shift").points[0], "residential", withdrawal_first=True)
    assert (said.verdict, said.title) == (Verdict.ALSO_ACCEPTED, messages.VERDICT[Verdict.ALSO_ACCEPTED])
    assert said.says[1:] == (messages.STEPS_ABOVE[0], "Accepted too: Residential.")
    assert said.rows[0] == Row("Care level", ("Residential",), ("Partial hospitalization",), False)


def test_who_refers_is_not_blamed_for_flags_that_were_not_asked(ours: Bank) -> None:
    [flag] = ours.criteria.flags
    row = next(row for row in told(ours, ours.case("kitchen-shift").points[0], ESCALATE).rows if row.name == flag.name)
    assert (row.yours, row.same) == ((messages.NOT_ASKED,), None)


def test_a_twin_names_the_rule_that_its_change_brought_or_took(ours: Bank) -> None:
    twinned = [case for case in ours.cases() if case.twins]
    assert twinned
    for case in twinned:
        number = case.changed_point(case.twins[0].id)
        now = assess(case.twins[0].points[number].findings, ours.criteria)
        before = assess(case.points[number].findings, ours.criteria)
        said = twin_compared(Answer(now.level, Confidence.GUESS), now, None, before, ours.criteria)
        assert said.rows[0].yours == (messages.NOT_ANSWERED,)
        moved = {reason.rule: reason.effect for reason in before.reasons} != {r.rule: r.effect for r in now.reasons}
        assert bool(said.says) == moved


def test_the_headline_answers_for_the_level_and_for_each_flag(ours: Bank) -> None:
    point = ours.case("kitchen-shift").points[0]
    agreeing = told(ours, point, "partial_hospitalization", withdrawal_first=False)
    assert agreeing.title == "Your answer agrees with the criteria, but not on: Withdrawal management first"
    assert agreeing.sign == messages.PARTLY_SIGN
    lower = told(ours, point, "outpatient", withdrawal_first=False)
    assert lower.title == "Less intensive than the criteria ask, and differs on: Withdrawal management first"
    assert lower.sign == messages.VERDICT_SIGN[Verdict.LESS_INTENSIVE]
    assert told(ours, point, "outpatient", withdrawal_first=True).title == messages.VERDICT[Verdict.LESS_INTENSIVE]


def test_who_refers_is_told_what_the_story_leaves_unasked_and_that_asking_it_first_is_right(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], findings={"support": "strong", "pregnancy": "absent"})
    said = told(ours, point, ESCALATE)
    assert said.verdict is Verdict.COULD_ANSWER
    [unasked] = [says for says in said.says if "asking them first is right" in says]
    assert "Thoughts of suicide" in unasked
    assert "Pregnancy" not in unasked


def test_referring_is_accepted_where_no_source_names_the_only_level_that_is_possible(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], findings={"attendance": "unreliable"})
    said = told(ours, point, ESCALATE)
    assert said.verdict is Verdict.ALSO_ACCEPTED
    assert said.says[-1] == f"Accepted too: Refer. {ours.criteria.words.said(messages.REFER_ACCEPTED)}"
    wished = replace(point, findings={"attendance": "unreliable", "wants_immersion": "wanted"})
    assert told(ours, wished, ESCALATE).verdict is Verdict.COULD_ANSWER


def test_a_twin_says_what_changed_in_the_person_and_then_the_rule_through_which_it_worked(ours: Bank) -> None:
    case = ours.case("kitchen-shift")
    before, now = (assess(case.telling(twin)[0].findings, ours.criteria) for twin in (None, "bed-taken"))
    said = twin_compared(Answer(now.level, Confidence.GUESS), now, None, before, ours.criteria)
    assert said.says == (
        "What changed: the person now has no sober living place to go to.",
        "That works through “Pressure from others”. Before, it asks only for Partial hospitalization here. Now, it "
        "asks for Residential.",
    )
