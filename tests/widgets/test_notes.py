"""Short notes driven from Python and by what a page sends, honest or forged."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from carelevel.bank import open_bank
from carelevel.core.assess import decide
from carelevel.core.errors import StoreError
from carelevel.core.note_trials import trials
from carelevel.practice.note_practice import NotePractice
from carelevel.store.store import Store
from carelevel.widgets.notes import Notes

from tests.bank.conftest import SWIMMING
from tests.practice.test_practice import START


class Reader:
    """A clock that moves on by *seconds* each time it is looked at: as whoever reads each note lets it."""

    def __init__(self) -> None:
        self.now, self.seconds = START, 20.0

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=self.seconds)
        return self.now


@pytest.fixture
def clock() -> Reader:
    return Reader()


@pytest.fixture
def notes(store: Store, tmp_path: Path, clock: Reader) -> Notes:
    pool = open_bank(Path(shutil.copytree(SWIMMING, tmp_path / "pool")))
    return Notes(NotePractice(pool, store, "wren", clock))


def asks(notes: Notes, do: str, **beside: object) -> Any:
    notes.receive({"do": do, "attempt": notes.practice.asked.attempt, "by": "page", "turn": 1, **beside})
    return notes.view


def wrong(notes: Notes) -> str:
    decision = decide(notes.practice.asked.findings, notes.practice.bank.criteria)
    accepted = {decision.level, *decision.accepted}
    return next(known for known in ("beginners", "lanes", "class", "escalate") if known not in accepted)


def test_every_answer_and_every_question_beside_it_has_a_key(notes: Notes) -> None:
    assert [(one["key"], one["value"]) for one in notes.bank["answers"]] == [
        ("1", "lanes"),
        ("2", "class"),
        ("3", "beginners"),
        ("4", "escalate"),
    ]
    assert [(one["key"], one["id"]) for one in notes.bank["flags"]] == [("G", "goggles")]


def test_nothing_that_gives_the_answer_away_is_sent_before_it(notes: Notes) -> None:
    text = json.dumps(notes.view)
    assert notes.view["told"] is None
    for finding in notes.practice.asked.findings:
        assert f'"{finding}"' not in text
    assert not any(line["lit"] for line in notes.view["lines"])
    assert notes.practice.asked.rule not in text


def test_an_answer_is_told_with_the_lines_that_decide_and_the_next_is_a_pair(notes: Notes) -> None:
    for _ in range(6):
        lines = [line["text"] for line in notes.view["lines"]]
        notes.choose(wrong(notes), goggles=False)
        told = notes.view["told"]
        assert told
        assert not told["right"]
        assert any(line["lit"] for line in notes.view["lines"])
        assert told["explained"]["level"]
        notes.next()
        if notes.view["why"]:
            break
    changed = [line["text"] for line in notes.view["lines"] if line["changed"]]
    assert len(changed) == 1
    assert changed[0] not in lines


def test_the_lines_that_are_lit_and_the_reasons_that_are_told_are_of_the_same(notes: Notes) -> None:
    for _ in range(10):
        notes.choose("beginners")
        lines, reasons = notes.view["lines"], notes.view["told"]["reasons"]
        told = {phrase for reason in reasons for phrase in reason["phrases"]}
        assert told == {line["text"] for line in lines if line["lit"] or line["supports"]}
        notes.next()


def test_a_round_ends_with_a_sum(notes: Notes) -> None:
    for _ in range(9):
        notes.choose("beginners")
        assert notes.view["told"]["round"] == []
        notes.next()
    notes.choose("beginners")
    assert "of 10 right" in notes.view["told"]["round"][0]


def test_what_was_answered_too_fast_to_be_read_is_in_no_count_of_the_round(notes: Notes, clock: Reader) -> None:
    clock.seconds = 0.001
    for _ in range(10):
        if len(notes.practice.record) == 8:
            clock.seconds = 20.0
        notes.choose(wrong(notes), goggles=False)
        assert ("so it does not count" in " ".join(notes.view["told"]["says"])) is (clock.seconds < 1)
        if len(notes.practice.record) < 10:
            notes.next()
    assert notes.view["told"]["round"][:2] == [
        "0 of 2 right, 20 seconds a note.",
        "8 answers that came faster than anybody reads are not counted.",
    ]


def test_the_end_of_a_round_names_the_red_flag_of_a_missed_referral(notes: Notes) -> None:
    for _ in range(10):
        notes.choose("beginners", goggles=False)
        if len(notes.practice.record) < 10:
            notes.next()
    criteria = notes.practice.bank.criteria
    referrals = [kept for kept in notes.practice.round if kept.criteria_level == "escalate"]
    missed = notes.view["told"]["round"][1]
    assert referrals
    assert {kept.about for kept in referrals} <= set(criteria.red_flags)
    assert all(criteria.rule_name(kept.about) in missed for kept in referrals)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"do": "commit", "level": "deep", "flags": {}}, "unknown level"),
        ({"do": "commit", "level": 3, "flags": {}}, "did not understand"),
        ({"do": "commit", "level": "lanes", "flags": []}, "did not understand"),
        ({"do": "commit", "level": "lanes", "flags": {"x": True}}, "not one of the questions"),
        ({"do": "commit", "level": "lanes", "flags": {}, "seconds": -1}, "did not understand"),
        ({"do": "commit", "level": "lanes", "flags": {}, "seconds": float("nan")}, "did not understand"),
        ({"do": "commit", "level": "lanes", "flags": {}, "seconds": True}, "did not understand"),
        ({"do": "next"}, "Answer this note first"),
        ({"do": "shout"}, "did not understand"),
    ],
)
def test_what_a_page_may_not_ask_is_refused_in_words(notes: Notes, sent: dict[str, object], says: str) -> None:
    view = asks(notes, **sent)  # type: ignore[arg-type]
    assert says.casefold() in view["message"]["says"].casefold()
    assert view["message"]["kind"] == "refused"
    assert notes.practice.record == ()


def test_a_page_that_is_behind_is_told_where_things_stand(notes: Notes) -> None:
    notes.receive({"do": "commit", "attempt": "another", "level": "lanes", "flags": {}})
    assert notes.view["message"]["kind"] == "stale"
    assert notes.practice.record == ()


def test_an_answer_that_cannot_be_kept_is_not_told(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise StoreError("the disk is full; make room")

    with monkeypatch.context() as patch:
        patch.setattr(notes.practice.store, "keep_note", fail)
        notes.choose("lanes")
    assert (notes.view["message"]["kind"], notes.view["told"]) == ("not_kept", None)
    notes.choose("lanes")
    assert notes.view["told"]


def test_a_draft_is_kept_and_a_wrong_flag_is_told(notes: Notes) -> None:
    asks(notes, "draft", flags={"goggles": True})
    assert notes.practice.asked.flags == {"goggles": True}
    assert notes.view["flags"] == {"goggles": True}
    asked = notes.practice.asked
    notes.practice.asked = replace(
        asked, lines=tuple(line for line in asked.lines if line.finding not in ("eyes", "fever"))
    )
    notes.choose("lanes", goggles=True)
    [flag] = notes.view["told"]["flags"]
    assert not flag["same"]
    assert "No as far as is told. Still to ask: " in flag["says"]
    assert "no as far as is told; nobody has asked" in [one["effect"] for one in notes.view["told"]["reasons"]]


def test_an_accepted_level_with_a_wrong_answer_beside_it_has_no_tick(notes: Notes) -> None:
    while notes.practice.asked.rule in notes.practice.bank.criteria.red_flags:
        notes.choose("escalate")
        notes.next()
    asked = notes.practice.asked
    decision = decide(asked.findings, notes.practice.bank.criteria)
    notes.choose(decision.level, goggles=not decision.flags["goggles"])
    told = notes.view["told"]
    assert (told["sign"], told["right"]) == ("≠", False)
    assert "but not your answer to: Goggles" in told["title"]
    assert not trials(notes.practice.record)[asked.rule][-1].right


def test_another_record_that_this_computer_was_switched_to_is_told_once(notes: Notes) -> None:
    other = Notes(notes.practice, lambda: "robin")
    other.choose("lanes")
    assert "record wren" in other.view["message"]["says"]
    number = other.view["message"]["number"]
    other.next()
    assert other.view["message"]["number"] == number
