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
    assert said.rows[0] == Row(messages.LEVEL_ROW, ("Residential",), ("Partial hospitalization",), False)


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
