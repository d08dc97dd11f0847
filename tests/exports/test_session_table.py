"""A session as a table: a line for each choice and each deciding phrase, and nobody in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joining
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import Entry, Settings, Step, open_round
from carelevel.exports.session_table import session_csv
from carelevel.exports.spreadsheet import MARK
from carelevel.exports.votes_table import votes_table
from carelevel.store.rooms import Rooms
from carelevel.widgets.session.page import session_html
from carelevel.workshop.report import session_report
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room

from tests.conftest import our_bank
from tests.stories import evidence_of

MARKED = frozenset(evidence_of("kitchen-shift", "peers").sentences)
FIRST = {"ann": "residential", "bob": "outpatient", "cho": "outpatient", "dee": "escalate", "eve": "outpatient"}
SECOND = {"ann": "residential", "bob": "partial_hospitalization", "cho": "outpatient"}


@pytest.fixture
def workshop(rooms: Rooms) -> Iterator[Workshop]:
    """A case voted on twice."""
    opened = open_room(our_bank(), rooms, [new_entry("kitchen-shift")], Settings(marks=True))
    rooms.join([Joining(opened.room.id, name) for name in FIRST])
    _vote(opened, 1, FIRST)
    _vote(opened, 2, SECOND)
    opened.go(Step.SHIFT)
    yield opened
    rooms.close()


def _vote(workshop: Workshop, round: Round, levels: dict[str, str]) -> None:
    if round == 1 and workshop.step is Step.LOBBY:
        workshop.forward()
    workshop.go(next(step for step in Step if open_round(step) == round))
    room = workshop.room
    workshop.rooms.cast(
        [
            Cast(room.id, room.position.entry, Ballot(name, round, level, Confidence.GUESS, MARKED))
            for name, level in levels.items()
        ]
    )


def lines(workshop: Workshop) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(session_csv(session_report(workshop)).removeprefix(MARK))))


def test_the_table_has_a_line_for_each_choice_and_names_nobody(workshop: Workshop) -> None:
    choices = {line["what"]: line for line in lines(workshop) if line["kind"] == "choice"}
    assert list(choices) == [*workshop.offered[:-1], "refer"]
    assert {level: (line["first"], line["second"]) for level, line in choices.items()} == {
        "outpatient": ("3", "1"),
        "partial_hospitalization": ("0", "1"),
        "residential": ("1", "1"),
        "refer": ("1", "0"),
    }
    outpatient = choices["outpatient"]
    assert (outpatient["title"], outpatient["name"]) == ("The kitchen shift", "Outpatient")
    assert choices["refer"]["name"] == "Refer"
    assert {line["name"] for line in lines(workshop) if line["kind"] == "confidence"} >= {"A guess"}
    assert (outpatient["stayed"], outpatient["came"], outpatient["went"]) == ("1", "0", "1")
    assert (outpatient["accepted"], outpatient["first_of"], outpatient["second_agreement"]) == ("no", "5", "0.667")
    assert "ann" not in session_csv(session_report(workshop))


def test_the_third_vote_stands_beside_the_others_and_its_phrases_are_the_twins(workshop: Workshop) -> None:
    assert {line["third_twin"] for line in lines(workshop)} == {""}
    _vote(workshop, 3, dict.fromkeys(FIRST, "residential"))
    workshop.go(Step.DIFFERENCE)
    choices = {line["what"]: line for line in lines(workshop) if line["kind"] == "choice"}
    residential, partial = choices["residential"], choices["partial_hospitalization"]
    assert (residential["third"], residential["third_of"], residential["voted_thrice"]) == ("5", "5", "3")
    assert (residential["third_twin"], residential["third_agreement"]) == ("bed-taken", "1.000")
    assert (partial["accepted"], partial["third_accepted"]) == ("yes", "no")
    own = [line for line in lines(workshop) if line["kind"] == "phrase" and line["third_twin"]]
    assert {(line["third_twin"], line["third_of"], line["first_of"]) for line in own} == {("bed-taken", "5", "")}
    table = votes_table([session_report(workshop)])
    third = table[table["round"] == 3]
    assert (set(third["twin"]), list(third["votes"]), list(third["accepted"])) == (
        {"bed-taken"},
        [0, 0, 5, 0],
        [False, False, True, False],
    )


def test_what_a_room_asked_has_a_line_a_question_beside_what_was_needed(tmp_path: Path) -> None:
    rooms = Rooms(f"sqlite:///{tmp_path / 'asked.sqlite3'}")
    workshop = open_room(our_bank(), rooms, [Entry("asks", "kitchen-shift", ask_first=True)], Settings(marks=True))
    rooms.join([Joining(workshop.room.id, name) for name in FIRST])
    workshop.forward()
    for number, (wished, question) in enumerate((("home", "home"), ("housing", "peers"))):
        workshop.go(Step.ASKING)
        casts = (Cast(workshop.room.id, "asks", QuestionVote(name, number, wished)) for name in FIRST)
        rooms.cast(list(casts))
        workshop.ask(question)
    workshop.ask("support")  # hands were raised
    _vote(workshop, 1, FIRST)
    workshop.forward()
    report = session_report(workshop)
    questions = {line["what"]: line for line in lines(workshop) if line["kind"] == "question"}
    assert [line["asked"] for line in questions.values()][:4] == ["1", "2", "3", "0"]
    needed = {what: int(line["needed"]) for what, line in questions.items() if line["needed"] != "0"}
    assert report.cases[0].interview is not None
    assert tuple(sorted(needed, key=lambda what: needed[what])) == report.cases[0].interview.way.fewest
    assert set(our_bank().criteria.red_flags) < questions.keys()
    assert questions["home"]["name"] == "Home surroundings"
    assert {line["settles"] for line in questions.values()} == {"no"}
    assert not [line for line in lines(workshop) if line["kind"] == "phrase"]
    page = session_html(report, our_bank().criteria)
    assert [(line["votes"], line["led"]) for line in questions.values()][:3] == [
        ("5", "no"),
        ("0", "yes"),
        ("", ""),
    ]
    assert (
        "The room asked before it decided: Home surroundings (5 votes), The company they keep (no votes, chosen by "
        "whoever led), Support." in page
    )
    assert "You asked 3 questions in all" in page
    rooms.close()


def test_the_table_opens_right_in_excel(workshop: Workshop) -> None:
    assert session_csv(session_report(workshop)).startswith(MARK)


def test_the_table_has_a_line_for_each_deciding_phrase_which_no_spreadsheet_takes_for_a_formula(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrases = [line for line in lines(workshop) if line["kind"] == "phrase"]
    assert {(line["first_of"], line["second_of"]) for line in phrases} == {("5", "3")}
    assert "5" in {line["first"] for line in phrases}
    monkeypatch.setattr("carelevel.exports.spreadsheet.FORMULA", tuple(phrases[0]["what"][0]))
    assert next(line for line in lines(workshop) if line["kind"] == "phrase")["what"].startswith("'")


def test_the_moves_that_the_room_has_not_seen_are_left_empty(workshop: Workshop) -> None:
    workshop.back()
    workshop.forward()
    assert workshop.step is Step.CLOSED_2
    assert {line["stayed"] for line in lines(workshop)} == {""}


def test_the_table_of_votes_has_a_row_a_choice_in_each_vote(workshop: Workshop) -> None:
    table = votes_table([session_report(workshop)])
    assert [list(table.loc[table["round"] == round, "votes"]) for round in (1, 2)] == [[3, 0, 1, 1], [1, 1, 1, 0]]
    assert set(table.loc[table["accepted"], "level"]) == {"partial_hospitalization", "residential"}
    assert table.groupby("round")["share"].sum().tolist() == pytest.approx([1, 1])
    assert set(table["opened_at"]) == {workshop.room.created_at}
    assert {line["what"] for line in lines(workshop) if line["kind"] == "choice"} == set(table["level"])
