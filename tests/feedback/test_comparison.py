"""What is said first of a committed answer, and of a twin beside the story before its change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence, Verdict, compare
from carelevel.core.assess import assess
from carelevel.core.case import DecisionPoint, Dissent
from carelevel.core.criteria import ESCALATE, Findings
from carelevel.feedback.comparison import AuthorsDissent, Compared, Counterpart, Row, compared, twin_compared
from carelevel.feedback.explanation import explain
from carelevel.feedback.names import level_name


def told(bank: Bank, point: DecisionPoint, level: str, **flags: bool) -> Compared:
    answer = Answer(level, Confidence.GUESS, flags=flags)
    assessment = assess(point.findings, bank.criteria)
    return compared(answer, assessment, compare(answer, assessment, point, bank.criteria), point, bank.criteria)


def test_an_authors_dissent_stands_beside_the_criterias_answer(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], dissent=Dissent("outpatient", "His sister is enough."))
    said = told(ours, point, "residential", withdrawal_first=True)
    assert said.says[:2] == ("You chose: Residential.", "The criteria recommend: Partial hospitalization.")
    assert said.dissent == AuthorsDissent(
        says="The author of this case would answer differently: Outpatient.", reason="His sister is enough."
    )


def test_an_answer_that_is_accepted_too_says_so_and_how_far_it_is(ours: Bank) -> None:
    said = told(ours, ours.case("kitchen-shift").points[0], "residential", withdrawal_first=True)
    assert (said.verdict, said.title) == (Verdict.ALSO_ACCEPTED, messages.VERDICT[Verdict.ALSO_ACCEPTED])
    assert said.says[2:] == (messages.STEPS_ABOVE[0], "Accepted too: Residential.")
    assert said.rows[0] == Row("Care level", ("Residential",), ("Partial hospitalization",), False)


def test_who_refers_is_not_blamed_for_flags_that_were_not_asked(ours: Bank) -> None:
    [flag] = ours.criteria.flags
    row = next(row for row in told(ours, ours.case("kitchen-shift").points[0], ESCALATE).rows if row.name == flag.name)
    assert (row.yours, row.same) == ((messages.NOT_ASKED,), None)


def test_a_flag_of_which_the_story_tells_nothing_is_answered_as_far_as_is_told(ours: Bank) -> None:
    [flag] = ours.criteria.flags
    names = [name for when in flag.when for name in when]
    point = replace(ours.case("kitchen-shift").points[0], findings={"support": "strong"})
    [no], [yes] = (told(ours, point, "outpatient", withdrawal_first=chosen).flags for chosen in (False, True))
    [refers] = told(ours, point, ESCALATE).flags
    ask = messages.STILL_TO_ASK.format(ask=ours.criteria.finding(names[0]).ask)
    assert (no.says, no.same) == (f"{flag.name}: no as far as is told. {ask}", True)
    assert (yes.says, yes.same) == (f"{flag.name}: you say Yes. No as far as is told. {ask}", False)
    assert (refers.says, refers.same) == (no.says, None)
    known = replace(point, findings={name: ours.criteria.finding(name).values[0].id for name in names})
    assert "as far as is told" not in told(ours, known, "outpatient", withdrawal_first=False).flags[0].says


def test_beside_a_red_flag_a_harmful_yes_is_told_in_its_words_and_every_answer_leads_to_it(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], findings={"pregnancy": "present", "opioid_use": "using"})
    [yes], [no] = (told(ours, point, "outpatient", withdrawal_first=chosen).flags for chosen in (True, False))
    [refers] = told(ours, point, ESCALATE).flags
    assert "that can do harm here. Withdrawal in pregnancy" in yes.says
    assert "ACOG" in yes.says
    assert "harm" not in no.says + refers.says
    assert all(line.says.endswith("See below what to do first: Pregnancy.") for line in (yes, no, refers))
    other = replace(point, findings={"psychosis": "present"})
    assert "harm" not in told(ours, other, "outpatient", withdrawal_first=True).flags[0].says


def test_a_twin_names_the_rule_that_its_change_brought_or_took(ours: Bank) -> None:
    twinned = [case for case in ours.cases() if case.twins]
    assert twinned
    for case in twinned:
        number = case.changed_point(case.twins[0].id)
        now = assess(case.twins[0].points[number].findings, ours.criteria)
        before = assess(case.points[number].findings, ours.criteria)
        said = twin_compared(Counterpart(now.level, now), Counterpart(None, before), ours.criteria)
        assert said.rows[0].yours == (messages.NOT_ANSWERED,)
        assert said.says[0].startswith("What changed: ")
        assert said.says[-1].startswith("The rule that makes the difference is")


def test_the_headline_answers_for_the_level_and_for_each_flag(ours: Bank) -> None:
    point = ours.case("kitchen-shift").points[0]
    agreeing = told(ours, point, "partial_hospitalization", withdrawal_first=False)
    assert agreeing.title.endswith("agrees with the criteria, but not your answer to: Withdrawal management first")
    assert agreeing.sign == messages.PARTLY_SIGN
    lower = told(ours, point, "outpatient", withdrawal_first=False)
    assert lower.title == "Less intensive than the criteria ask for, and differs on: Withdrawal management first"
    assert lower.sign == messages.VERDICT_SIGN[Verdict.LESS_INTENSIVE]
    assert told(ours, point, "outpatient", withdrawal_first=True).title == messages.VERDICT[Verdict.LESS_INTENSIVE]


def test_who_refers_is_told_what_the_story_leaves_unasked_and_that_asking_it_first_is_right(ours: Bank) -> None:
    point = replace(ours.case("kitchen-shift").points[0], findings={"support": "strong", "pregnancy": "absent"})
    said = told(ours, point, ESCALATE)
    assert said.verdict is Verdict.COULD_ANSWER
    [unasked] = [says for says in said.says if "it is right to ask first" in says]
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
    said = twin_compared(Counterpart(now.level, now), Counterpart(None, before), ours.criteria)
    assert said.says == (
        "What changed: the person now has no sober living place to go to.",
        "The rule that makes the difference is “Pressure from others”. Before, it asks for Partial "
        "hospitalization here. Now, it asks for Residential.",
    )


def test_a_pair_of_two_stories_says_what_the_rule_reads_and_shows_the_phrases_of_both(ours: Bank) -> None:
    fleece, shift = (ours.case(name) for name in ("by-the-fleece", "kitchen-shift"))
    before, now = (
        Counterpart(level, assess(case.points[0].findings, ours.criteria), case.points[0].evidence)
        for level, case in (("outpatient", fleece), ("residential", shift))
    )
    said = twin_compared(now, replace(before, pair=True, title=fleece.title), ours.criteria)
    assert (said.pair, said.title) == (True, messages.PAIR["title"])
    assert said.columns == (fleece.title, "This story")
    assert said.says[0].startswith("You chose Outpatient there, where the criteria say ")
    assert said.says[-1].startswith("The rule that makes the difference is “")
    assert not [line for line in said.says if "now" in line]
    [text, yours, theirs] = said.rows
    for told, case in ((text.yours, fleece), (text.theirs, shift)):
        assert {*told} <= {messages.TEXT_SILENT, *(phrase.phrase for phrase in case.points[0].evidence)}
    assert (yours.name, yours.yours, yours.theirs) == (messages.YOU_CHOSE, ("Outpatient",), ("Residential",))
    assert theirs.name == messages.CRITERIA_SAID


def answers(bank: Bank, point: DecisionPoint) -> Iterator[Answer]:
    """Every level with every answer to the flags, marking nothing or all."""
    flags = [flag.id for flag in bank.criteria.flags]
    for level in bank.criteria.choices:
        for yes in (True, False):
            marked = frozenset(range(point.sentence_count) if yes else ())
            yield Answer(level, Confidence.GUESS, marked, {} if level == ESCALATE else dict.fromkeys(flags, yes))


@pytest.mark.parametrize("name", ["ours", "pool"])
def test_whatever_is_answered_the_headline_tells_level_and_flags_each_no_is_explained_and_each_phrase_has_its_reason(
    name: str, request: pytest.FixtureRequest
) -> None:
    bank: Bank = request.getfixturevalue(name)
    criteria = bank.criteria
    for point in points(bank):
        assessment = assess(point.findings, criteria)
        reasons = explain(assessment, criteria, point.evidence).reasons
        quoted = {phrase for reason in reasons if reason.deciding for phrase in reason.phrases}
        whys = {reason.name: " ".join(reason.says) for reason in reasons}
        for answer in answers(bank, point):
            comparison = compare(answer, assessment, point, criteria)
            said = compared(answer, assessment, comparison, point, criteria)
            assert level_name(assessment.level, criteria) in " ".join((said.title, *said.says)) or assessment.red_flags
            assert quoted >= {*said.caught, *said.missed}
            for flag, line in zip(criteria.flags, said.flags, strict=True):
                yours, theirs = answer.flags.get(flag.id), assessment.flags[flag.id]
                assert line.says.startswith(f"{flag.name}: ")
                assert line.same == (None if yours is None else yours == theirs)
                differs = yours is not None and yours != theirs and assessment.level != ESCALATE
                assert (flag.name in said.title) == differs
                assert assessment.level == ESCALATE or whys[flag.name]


def points(bank: Bank) -> Iterator[DecisionPoint]:
    """Every decision point, twins' included."""
    for case in bank.cases():
        for twin in (None, *(twin.id for twin in case.twins)):
            yield from case.telling(twin)


def test_where_more_reasons_than_phrases_decide_it_is_said_why(ours: Bank) -> None:
    shared = set()
    for point in points(ours):
        said = told(ours, point, ESCALATE)
        explained = explain(assess(point.findings, ours.criteria), ours.criteria, point.evidence)
        reasons, phrases = sum(one.deciding and bool(one.claims) for one in explained.reasons), len(said.missed)
        shared.add(messages.PHRASES_SHARED in said.marks)
        assert messages.PHRASES_SHARED not in said.marks or 0 < phrases < reasons
    assert shared == {True, False}


def test_marking_what_a_direct_outpatient_answer_rests_on_is_said_to_support_it(ours: Bank) -> None:
    [point] = [
        point
        for case in ours.cases()
        for point in case.points[:1]
        if set(point.findings.items()) >= {("support", "strong")} and assess(point.findings, ours.criteria).endorsed
    ][:1]
    strong = frozenset(n for phrase in point.evidence if "support" in phrase.findings for n in phrase.sentences)
    assessment = assess(point.findings, ours.criteria)
    answer = Answer(assessment.level, Confidence.GUESS, strong, {"withdrawal_first": True})
    said = compared(answer, assessment, compare(answer, assessment, point, ours.criteria), point, ours.criteria)
    assert messages.SUPPORTING[0] in said.marks
    assert messages.WORTH[0] not in said.marks


def test_marking_the_answer_to_a_safety_question_is_never_said_to_be_of_no_use(ours: Bank) -> None:
    red, told_of = set(ours.criteria.red_flags), 0
    for point in points(ours):
        safety = [phrase for phrase in point.evidence if red.issuperset(phrase.findings)]
        assessment = assess(point.findings, ours.criteria)
        if not safety or assessment.level == ESCALATE:
            continue
        told_of += 1
        marked = frozenset(number for phrase in safety[:1] for number in phrase.sentences)
        answer = Answer(assessment.level, Confidence.GUESS, marked, {"withdrawal_first": True})
        comparison = compare(answer, assessment, point, ours.criteria)
        said = compared(answer, assessment, comparison, point, ours.criteria).marks
        assert any("always right to look for" in says for says in said)
        assert messages.WORTH[0] not in said or len(comparison.worth) > 1
    assert told_of


def test_a_bank_without_words_for_a_no_says_all_the_same_why_it_is_one(ours: Bank) -> None:
    [flag] = ours.criteria.flags
    criteria = replace(ours.criteria, flags=(replace(flag, clears="", unasked=""),))
    for findings, says in (
        ({"opioid_use": "not_using"}, messages.CLEARED),
        ({}, messages.UNASKED_FLAG.format(names="Current use")),
    ):
        [why] = [one for one in explain(assess(findings, criteria), criteria).reasons if one.name == flag.name]
        assert why.says == (says,)


def test_a_list_says_what_was_missed_and_what_was_named_without_need_unless_it_was_left_alone(ours: Bank) -> None:
    point = ours.case("kitchen-shift").points[0]
    assessment = assess(point.findings, ours.criteria)
    lacks = ("Supports that the criteria name too: A support group.",)
    right = ("Supports that you named rightly: A sober living place.",)
    both = ("Supports that you named rightly: A sober living place, A support group.",)
    needless = ("Therapies that the criteria don’t name: Trauma treatment.",)
    for named, says in (
        ({}, ((), ())),
        ({"supports": ("sober_living",)}, (lacks, right)),
        ({"supports": ("sober_living", "support_group")}, ((), both)),
        ({"therapies": ("trauma_treatment",)}, ((), needless)),
    ):
        answer = Answer("partial_hospitalization", Confidence.GUESS, flags={"withdrawal_first": True}, lists=named)
        comparison = compare(answer, assessment, point, ours.criteria)
        said = compared(answer, assessment, comparison, point, ours.criteria)
        assert (said.differs, said.named) == says


def test_a_twin_is_told_for_the_worse_or_the_better_and_where_something_is_told_no_more(ours: Bank) -> None:
    def says(before: Findings, now: Findings) -> tuple[str, ...]:
        then, here = assess(before, ours.criteria), assess(now, ours.criteria)
        return twin_compared(Counterpart(here.level, here), Counterpart(None, then), ours.criteria).says

    assert says({"attendance": "daily"}, {"attendance": "part_time"})[0] == (
        "What changed: the person now can come only part of the week."
    )
    assert says({"attendance": "unreliable"}, {"attendance": "part_time"})[0] == (
        "What changed: the person now can come part of the week."
    )
    assert says({"trauma": "present"}, {}) == (
        "What changed: the story no longer says anything about this: Trauma.",
        messages.DIFFERENCE_NONE,
    )
