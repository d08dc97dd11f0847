"""The interview as its page is sent it: nothing before it is asked, all of it after the decision."""

from __future__ import annotations

import json

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.errors import StoreError
from carelevel.messages import interview as interview_messages
from carelevel.practice.interviews import Interviews
from carelevel.store.store import Store
from carelevel.widgets.interview import InterviewCard


@pytest.fixture
def card(bank: Bank, store: Store) -> InterviewCard:
    shown = InterviewCard(Interviews(bank, store, "wren", "interview"))
    shown.practice.open_case("market-stall")
    shown.look_again()
    return shown


def said(card: InterviewCard) -> str:
    return str((card.view["message"] or {"says": ""})["says"])


def test_nothing_of_the_story_is_sent_before_it_is_asked(card: InterviewCard, bank: Bank) -> None:
    story = bank.case("market-stall").points[0]
    sent = json.dumps({"view": card.view, "bank": card.bank, "draft": card.draft})
    sentences = [paragraph.text[slice(*each.at)] for paragraph in story.paragraphs for each in paragraph.sentences]
    assert not [sentence for sentence in sentences if sentence in sent]
    assert card.view["opening"] == "Marisol brings a jar of green tomatoes for the counselor."
    card.ask("housing")
    assert [each["says"] for each in card.view["learned"]] == [
        ["For twelve years Marisol has rented the same apartment over a tailor shop."]
    ]
    card.ask("peers")
    assert card.view["learned"][1] == {
        "question": "peers",
        "name": "The company they keep",
        "says": [interview_messages.NOTHING_KNOWN],
        "is_told": False,
    }


def test_no_question_tells_whether_it_can_move_the_level(card: InterviewCard, bank: Bank) -> None:
    topics = card.bank["topics"]
    assert topics[0]["title"] == interview_messages.SAFETY_TOPIC
    assert [each["id"] for each in topics[0]["questions"]] == list(bank.criteria.red_flags)
    asked = [each for topic in topics for each in topic["questions"]]
    assert sorted(each["id"] for each in asked) == sorted(finding.id for finding in bank.criteria.findings)
    assert {frozenset(each) for each in asked} == {frozenset({"id", "name", "ask", "search"})}
    assert len(topics) > 4


def test_a_bank_without_topics_has_safety_and_everything_else(pool: Bank, store: Store) -> None:
    shown = InterviewCard(Interviews(pool, store, "wren", "interview"))
    titles = [topic["title"] for topic in shown.bank["topics"]]
    assert titles == [interview_messages.SAFETY_TOPIC, interview_messages.OTHER_TOPIC]
    assert shown.view["opening"]


def test_after_the_decision_the_way_stands_beside_the_comparison(card: InterviewCard, store: Store) -> None:
    card.ask("opioid_use")
    card.choose("outpatient", confidence="certain", withdrawal_first=False)
    card.commit()
    view = card.view
    assert (view["stage"], view["compared"]["verdict"]) == ("compared", "agrees")
    assert view["compared"]["marks"] == ["You were told 1 of 3 phrases that decide."]
    assert len(view["way"]["steps"]) == 2
    assert len(store.interviews("wren")) == 1
    card.next()
    assert (card.view["stage"], card.view["learned"]) == ("answer", [])


def test_a_safety_question_without_an_answer_is_not_told_as_never_asked(card: InterviewCard, bank: Bank) -> None:
    assert bank.criteria.red_flags[0] not in bank.case("market-stall").points[0].findings
    card.ask(bank.criteria.red_flags[0])
    card.choose("outpatient", confidence="certain", withdrawal_first=False)
    card.commit()
    name = bank.criteria.finding(bank.criteria.red_flags[0]).name
    assert f"Asked; nothing is known about this: {name}." in card.view["explained"]["settled"]


def test_a_question_beside_the_level_that_was_asked_in_vain_is_told_as_asked(pool: Bank, store: Store) -> None:
    shown = InterviewCard(Interviews(pool, store, "wren", "interview"))
    for asked, says in ((False, "Still to ask: "), (True, "Asked, with nothing known; ask again: ")):
        shown.practice.open_case("green-armbands")
        shown.look_again()
        if asked:
            shown.ask("eyes")
        shown.choose("class", confidence="certain", goggles=False)
        shown.commit()
        assert shown.view["compared"]["flags"][0]["says"].startswith(f"Goggles: no as far as is told. {says}")


def test_an_interview_is_with_the_first_part_alone_and_says_nothing_of_parts(card: InterviewCard, bank: Bank) -> None:
    several = next(case for case in bank.cases() if len(case.points) > 1)
    card.receive({"do": "cases", "attempt": card.view["attempt"]})
    assert "parts" not in json.dumps([case["says"] for case in card.view["cases"]])
    card.receive({"do": "open", "case": several.id, "attempt": card.view["attempt"]})
    heading = several.points[0].heading
    assert (card.view["title"], card.view["heading"]) == (several.title, heading)
    card.choose("outpatient", confidence="certain", withdrawal_first=False)
    card.commit()
    assert card.view["heading"] == heading


@pytest.mark.parametrize("finding", ["their-dog", None, ["housing"], True, "<img src=x>"])
def test_what_is_no_question_is_refused_and_nothing_is_asked(card: InterviewCard, finding: object) -> None:
    card.receive({"do": "ask", "finding": finding, "attempt": card.view["attempt"]})
    assert said(card).startswith("Nothing was stored. The card does not offer")
    assert card.view["learned"] == []


def test_a_question_of_an_earlier_page_is_stale_and_after_the_decision_none_is_asked(card: InterviewCard) -> None:
    card.receive({"do": "ask", "finding": "housing", "attempt": "another"})
    assert said(card) == messages.STALE
    card.choose("escalate", confidence="guess")
    card.commit()
    card.ask("housing")
    assert said(card).startswith("Nothing was stored.")
    assert len(card.view["way"]["steps"]) == 1


def test_a_question_that_cannot_be_kept_is_not_answered(card: InterviewCard, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("no room")

    monkeypatch.setattr(card.practice.store, "keep_place", fail)
    card.ask("housing")
    assert said(card) == messages.STORE_FAILED.format(problem="no room")
    assert card.view["learned"] == []
