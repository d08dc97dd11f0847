"""The earlier answers, driven by what a page sends, honest or forged."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from carelevel import messages, notebook
from carelevel.bank import Bank
from carelevel.core.attempt import Attempt
from carelevel.core.selection import Selection
from carelevel.messages import earlier as earlier_messages
from carelevel.practice.earlier_answers import EarlierAnswers
from carelevel.practice.simulated_trainees import worked_record
from carelevel.store.store import Store, open_store
from carelevel.widgets.earlier.face import PAGE, Earlier

Make = Callable[..., Attempt]


@pytest.fixture
def record(store: Store, bank: Bank) -> tuple[Attempt, ...]:
    attempts = worked_record(bank)
    store.keep_all(attempts)
    return attempts


@pytest.fixture
def face(store: Store, bank: Bank, record: tuple[Attempt, ...]) -> Earlier:
    return Earlier(EarlierAnswers(bank, store, record[0].trainee))


def says(face: Earlier) -> str:
    return str((face.view["message"] or {}).get("says", ""))


def select(face: Earlier, **chosen: str) -> list[str]:
    face.receive({"do": "select", "selection": chosen})
    return [answer["id"] for answer in face.view["answers"]]


def test_a_record_is_listed_page_by_page_the_latest_first(face: Earlier, record: tuple[Attempt, ...]) -> None:
    listed = []
    for page in range(face.view["pages"]):
        face.receive({"do": "page", "page": page})
        assert len(face.view["answers"]) <= PAGE
        listed += [answer["id"] for answer in face.view["answers"]]
    assert listed == [attempt.id for attempt in reversed(record)]
    face.receive({"do": "page", "page": face.view["pages"]})
    assert says(face) == messages.NOT_UNDERSTOOD


def test_every_answer_is_told_again_as_it_was(face: Earlier, record: tuple[Attempt, ...], bank: Bank) -> None:
    for attempt in record:
        face.receive({"do": "open", "attempt": attempt.id})
        opened = face.view["opened"]
        assert opened["told"]["compared"]["verdict"] == attempt.verdict
        assert len(opened["told"]["compared"]["missed"]) == attempt.missed
        assert messages.CHANGED_SINCE not in opened["notes"]
    face.receive({"do": "open", "attempt": record[5].id})
    assert (face.view["opened"]["newer"], face.view["opened"]["older"]) == (record[6].id, record[4].id)


def test_answers_are_chosen_by_level_rule_what_was_missed_and_case(face: Earlier, record: tuple[Attempt, ...]) -> None:
    face.receive({"do": "narrow"})
    for narrowing in face.view["narrowing"]:
        for option in narrowing["options"]:
            selection = Selection(**{narrowing["name"]: option["value"]})
            meant = [one.id for number, one in enumerate(record, start=1) if selection.holds(number, one)]
            assert select(face, **{narrowing["name"]: option["value"]}) == meant[::-1][:PAGE]
            assert meant, "what is offered leads to an answer"
    missed = next(rated.rule for attempt in record for rated in attempt.rules if rated.caught is False)
    meant = [attempt.id for attempt in record if any((r.rule, r.caught) == (missed, False) for r in attempt.rules)]
    assert select(face, rule=missed, only="phrases") == meant[::-1][:PAGE]
    assert select(face, level=record[0].level, case=record[0].case, first="1", last="1") == [record[0].id]
    assert select(face, case="nowhere") == []
    assert face.view["title"] == earlier_messages.COUNT_NO_MATCH.format(all="60 answers")


def test_an_answer_to_a_case_that_has_changed_says_so_and_what_was_said_then(
    face: Earlier, store: Store, record: tuple[Attempt, ...]
) -> None:
    older = replace(record[0], id="older", criteria_digest="0" * 64, criteria_level="halfway")
    gone = replace(record[0], id="gone", case="<b>gone", twin="")
    store.keep_all([older, gone])
    face.receive({"do": "open", "attempt": "older"})
    assert messages.CHANGED_SINCE in face.view["opened"]["notes"]
    assert "halfway" in face.view["opened"]["notes"][-1]
    face.receive({"do": "close"})
    select(face, case="<b>gone")
    assert [answer["title"] for answer in face.view["answers"]] == ["<b>gone"]
    face.receive({"do": "open", "attempt": "gone"})
    assert earlier_messages.GONE in says(face)


def test_nothing_of_a_case_is_sent_that_this_trainee_has_not_answered(
    face: Earlier, store: Store, bank: Bank, record: tuple[Attempt, ...]
) -> None:
    store.keep(replace(record[0], id="somebody-elses", trainee="wren"))
    for attempt in ("somebody-elses", "none", "", "x" * 10_000):
        face.receive({"do": "open", "attempt": attempt})
        assert says(face)
        assert face.view["opened"] is None
    face.receive({"do": "narrow"})
    answered = {attempt.case for attempt in record}
    sent = json.dumps([face.view, face.bank], ensure_ascii=False)
    assert [case.title for case in bank.cases() if case.id not in answered and case.title in sent] == []


@pytest.mark.parametrize(
    "chosen",
    [None, "x", {"level": 3}, {"levels": "x"}, {"first": "x"}, {"only": "x"}, {"case": "x" * 101}, {3: "x"}],
)
def test_a_selection_that_is_none_is_refused_and_what_stood_there_stays(face: Earlier, chosen: object) -> None:
    before = face.view["answers"]
    face.receive({"do": "select", "selection": chosen})
    assert says(face) == messages.NOT_UNDERSTOOD
    assert face.view["answers"] == before


def test_an_answer_given_meanwhile_and_a_record_erased_meanwhile_are_seen(
    face: Earlier, store: Store, record: tuple[Attempt, ...]
) -> None:
    store.keep(replace(record[-1], id="later"))
    face.receive({"do": "close"})
    assert face.view["title"] == "61 answers"
    store.erase(record[0].trainee)
    face.receive({"do": "close"})
    assert face.view["title"] == earlier_messages.COUNT_NONE


def test_the_notebooks_call_shows_whoever_works_here(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, record: tuple[Attempt, ...]
) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path))
    monkeypatch.setenv("CARELEVEL_TRAINEE", record[0].trainee)
    assert notebook.earlier_answers().view["title"] == earlier_messages.COUNT_NONE
    open_store().keep_all(record)
    assert notebook.earlier_answers().view["title"] == "60 answers"
