"""One trainee's interviews, on a real bank and a real store."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from carelevel import messages
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Answer, Confidence
from carelevel.core.attempt import Place
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import AnswerError, StoreError
from carelevel.practice.interviews import Interviews
from carelevel.store.store import Store

from tests.practice.test_practice import BANK, Clock

SURE = Confidence.CERTAIN


@pytest.fixture
def interviews(bank: Bank, store: Store) -> Interviews:
    opened = Interviews(bank, store, "wren", "interview", clock=Clock())
    opened.open_case("market-stall")
    return opened


def decision(level: str = "outpatient") -> Answer:
    return Answer(level, SURE, flags={} if level == ESCALATE else {"withdrawal_first": False})


def again(interviews: Interviews) -> Interviews:
    """Another kernel, at the same place."""
    return Interviews(interviews.bank, interviews.store, "wren", "interview", clock=Clock())


def test_a_case_opens_with_its_own_words_or_with_the_first_that_show_nothing(interviews: Interviews) -> None:
    assert interviews.interviewee.opening == "Marisol brings a jar of green tomatoes for the counselor."
    interviews.open_case("tackle-box")
    assert interviews.interviewee.opening == "Carl drives a school bus."


def test_a_question_is_told_the_sentences_that_show_it_or_the_persons_words_or_nothing(interviews: Interviews) -> None:
    for question in ("housing", "structure", "peers"):
        interviews.ask(question)
    housing, structure, peers = interviews.told
    assert housing.sentences == ("For twelve years Marisol has rented the same apartment over a tailor shop.",)
    assert (structure.sentences, structure.unsaid) == ((), '"A day is a day," Marisol says.')
    assert (peers.sentences, peers.unsaid) == ((), "")


def test_somebody_who_was_met_and_asked_nothing_yet_is_met_again_by_another_kernel(interviews: Interviews) -> None:
    for go_on in (False, True):
        if go_on:
            interviews.submit(decision())
            interviews.go_on()
        found = again(interviews)
        assert found.question
        assert interviews.question
        assert (found.question.case, found.question.attempt) == (
            interviews.question.case,
            interviews.question.attempt,
        )
        assert (found.asked, found.result) == ((), None)


def test_every_question_is_on_disk_before_it_is_answered(interviews: Interviews) -> None:
    for count, question in enumerate(["housing", "pregnancy", "support", "housing"]):
        interviews.ask(question)
        found = again(interviews)
        assert found.asked == interviews.asked == ("housing", "pregnancy", "support")[: count + 1]
        assert found.told == interviews.told
        assert found.question is not None
        assert found.question.why == messages.WHY["returned"]


def test_what_cannot_be_kept_is_not_asked(interviews: Interviews, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_place: Place) -> None:
        raise StoreError("no room")

    interviews.ask("housing")
    monkeypatch.setattr(interviews.store, "keep_place", full)
    with pytest.raises(StoreError):
        interviews.ask("support")
    assert interviews.asked == ("housing",)


def test_choices_are_kept_beside_the_questions(interviews: Interviews) -> None:
    interviews.ask("housing")
    interviews.save_draft({"level": "residential"})
    interviews.ask("support")
    found = again(interviews)
    assert found.question is not None
    assert (found.asked, found.question.draft) == (("housing", "support"), {"level": "residential"})


def test_a_decision_is_kept_with_its_way_and_found_again(interviews: Interviews, store: Store) -> None:
    asked = ("pregnancy", "support", "housing", "opioid_use", "thinking")
    for question in asked:
        interviews.ask(question)
    result = interviews.submit(decision())
    [kept] = store.interviews("wren")
    assert kept.asked == asked
    assert (kept.level, kept.criteria_level, kept.verdict) == ("outpatient", "outpatient", "agrees")
    assert (kept.settled_after, kept.level_asked, kept.level_needed) == (None, 3, 9)
    assert (kept.safety_asked, kept.safety_all) == (1, 7)
    assert {name for phrase in result.comparison.caught for name in phrase.findings} == {"housing", "opioid_use"}
    assert {name for phrase in result.comparison.missed for name in phrase.findings} == {"attendance", "work_family"}
    assert store.attempts("wren") == ()
    found = again(interviews)
    assert (found.result, found.way, found.asked) == (result, interviews.way, kept.asked)


def test_every_question_asked_settles_it_for_everybody(bank: Bank, store: Store) -> None:
    interviews = Interviews(bank, store, "wren", "interview", clock=Clock())
    for case in list(bank.cases())[:8]:
        interviews.open_case(case.id)
        interviews.asked = tuple(finding.id for finding in bank.criteria.findings)
        interviews.submit(decision())
    assert all(kept.settled_after is not None for kept in store.interviews("wren"))


def test_a_second_decision_is_the_first_one_and_after_it_nothing_is_asked(interviews: Interviews, store: Store) -> None:
    other = again(interviews)
    first = interviews.submit(decision())
    assert interviews.submit(decision("residential")) == first
    assert other.submit(decision(ESCALATE)) == first
    assert messages.ANSWERED_ELSEWHERE in other.notes
    interviews.ask("housing")
    assert interviews.asked == ()
    assert len(store.interviews("wren")) == 1


def test_a_decision_without_its_flag_is_refused_and_nothing_is_kept(interviews: Interviews, store: Store) -> None:
    with pytest.raises(AnswerError, match="withdrawal_first"):
        interviews.submit(Answer("outpatient", SURE))
    assert store.interviews("wren") == ()


def test_whoever_goes_on_meets_somebody_new_as_long_as_there_is_somebody(bank: Bank, store: Store) -> None:
    interviews = Interviews(bank, store, "wren", "interview", clock=Clock())
    count = len(list(bank.cases()))
    for _ in range(count + 3):
        interviews.submit(decision())
        interviews.go_on()
    met = Counter(kept.case for kept in store.interviews("wren"))
    assert len(met) == count
    assert sorted(met.values())[-4:] == [1, 2, 2, 2]


def test_a_story_that_was_read_comes_after_those_that_were_not(bank: Bank, store: Store, attempt: object) -> None:
    interviews = Interviews(bank, store, "wren", "interview", clock=Clock())
    assert interviews.question is not None
    first = interviews.question.case.id
    store.keep(attempt(trainee="robin", case=first))  # type: ignore[operator]
    other = Interviews(bank, store, "robin", "interview", clock=Clock())
    assert other.question is not None
    assert other.question.case.id != first


def test_a_case_that_changed_since_is_said_and_a_question_that_is_gone_is_left_out(
    bank: Bank, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "cases"
    shutil.copytree(BANK, folder)
    interviews = Interviews(open_bank(folder), store, "wren", "interview", clock=Clock())
    interviews.open_case("market-stall")
    interviews.asked = ("housing", "their-dog")
    interviews.store.keep_place(
        Place("wren", "interview", "market-stall", "", 0, "id", {"asked": 5}, datetime.now().astimezone())
    )
    assert again(interviews).asked == ()
    interviews._keep_place()
    assert again(interviews).asked == ("housing",)
    interviews.asked = ("housing",)
    interviews.submit(decision())
    story = folder / "market-stall.md"
    story.write_text(story.read_text().replace("sings.", "hums."))
    assert messages.CHANGED_SINCE in again(interviews).notes
