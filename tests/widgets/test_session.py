"""The sessions' face driven by what a page sends, honest or forged, and what it shows and sends back."""

from __future__ import annotations

import csv
import gzip
import io
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages, notebook
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast, Joining
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Settings, Step
from carelevel.exports.session_table import session_csv
from carelevel.messages import report as report_messages
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.widgets.session import Session
from carelevel.workshop.report import session_report
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room

from tests.hang import PATIENCE
from tests.stories import evidence_of

MARKED = frozenset(evidence_of("kitchen-shift", "peers").sentences)
VOTERS = {"ann": "residential", "bob": "outpatient", "cho": "outpatient", "dee": "outpatient", "eve": "outpatient"}


class Clock:
    now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def held(bank: Bank, rooms: Rooms, clock: Clock, case: str, twin: str = "") -> Workshop:
    """A case voted on twice, everybody moving up, and shown."""
    workshop = open_room(bank, rooms, [new_entry(case, twin)], Settings(marks=True), clock=clock)
    rooms.join([Joining(workshop.room.id, name) for name in VOTERS])
    workshop.forward()
    for step, round, change in ((Step.VOTE_1, 1, {}), (Step.VOTE_2, 2, {"bob": "residential"})):
        workshop.go(step)
        for name, level in (VOTERS | change).items():
            ballot = Ballot(name, 1 if round == 1 else 2, level, Confidence.GUESS, MARKED)
            rooms.cast([Cast(workshop.room.id, workshop.room.position.entry, ballot)])
    workshop.go(Step.SHIFT)
    workshop.forward()
    return workshop


@pytest.fixture
def workshop(bank: Bank, rooms: Rooms, clock: Clock) -> Workshop:
    return held(bank, rooms, clock, "kitchen-shift")


@pytest.fixture
def face(bank: Bank, rooms: Rooms, clock: Clock, workshop: Workshop) -> Session:
    return Session(bank, rooms, session_csv, clock)


def says(face: Session) -> str:
    return str((face.view["message"] or {}).get("says", ""))


def ask(face: Session, do: str, **more: object) -> str:
    face.receive({"do": do, "room": face.view["room"], "by": "page-1", **more})
    return says(face)


def test_the_report_tells_votes_moves_agreement_phrases_and_time_and_names_nobody(face: Session) -> None:
    html = face.view["html"]
    for told in (
        "The kitchen shift",
        "5 people joined, and one case was voted on.",
        "Of the 5 who voted twice, 20% agreed with the criteria at first, 40% in the end.",
        "1 moved to a more intensive level",
        "Partial hospitalization, Residential",
        "4 (80%)",
        "5 of 5",
        "Open for voting: first vote 0 seconds, second vote 0 seconds.",
        "<svg",
    ):
        assert told in html
    assert says(face) == ""
    assert not re.search(rf"\b({'|'.join(VOTERS)})\b", html)


def test_another_session_is_chosen_from_the_list_and_one_that_is_over_is_said_to_be(
    face: Session, bank: Bank, rooms: Rooms, clock: Clock
) -> None:
    clock.now += timedelta(hours=1)
    second = held(bank, rooms, clock, "exit-nine", "called-at-noon")
    ask(face, "choose")
    listed = [one["id"] for one in face.view["rooms"]]
    assert listed[0] == second.room.id
    assert len(listed) == 2
    ask(face, "choose", room=second.room.id)
    assert face.view["room"] == second.room.id
    assert bank.case("exit-nine").title in face.view["html"]
    assert "accept: Residential, Refer. From what is known, no other level is possible" in face.view["html"]
    assert ask(face, "choose", room="gone") == room_messages.ROOM_GONE


@pytest.mark.parametrize(("form", "kind", "end"), [("csv", "text/csv", ".csv"), ("page", "text/html", ".html")])
def test_a_report_goes_packed_to_the_page_that_asked(
    face: Session, form: str, kind: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[dict[str, Any], list[bytes]]] = []
    monkeypatch.setattr(face, "send", lambda content, buffers: sent.append((content, buffers)))
    assert ask(face, "download", form=form) == ""
    [(about, [packed])] = sent
    assert (about["by"], about["type"]) == ("page-1", kind)
    assert about["file"].startswith("session-")
    assert about["file"].endswith(end)
    text = gzip.decompress(packed).decode()
    assert "kitchen" in text
    if form == "page":
        assert text.startswith("<!doctype html>")
        assert "<script" not in text
        assert "http" not in text


def test_the_first_session_appears_as_soon_as_its_room_is_open(
    bank: Bank, rooms: Rooms, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.widgets.session.face.EVERY", 0.02)
    face = Session(bank, rooms, session_csv, clock)
    assert says(face) == report_messages.NO_SESSION
    opened = held(bank, rooms, clock, "kitchen-shift")
    end = time.monotonic() + PATIENCE
    while face.view["room"] != opened.room.id:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert (says(face), "joined" in face.view["html"]) == ("", True)
    ask(face, "choose", room=opened.room.id)  # it may have appeared before everybody had joined
    assert "5 people joined" in face.view["html"]
    face.close()


def test_a_report_is_read_anew_as_soon_as_its_session_has_ended(
    bank: Bank, rooms: Rooms, clock: Clock, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.widgets.session.face.EVERY", 0.02)
    face = Session(bank, rooms, session_csv, clock)
    assert report_messages.REPORT_OPEN in face.view["html"]
    workshop.end(timedelta(hours=1))
    end = time.monotonic() + PATIENCE
    while report_messages.REPORT_OPEN in face.view["html"]:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert face.view["until"]
    face.close()


def test_the_session_that_ended_last_is_shown_until_another_is_chosen(
    face: Session, bank: Bank, rooms: Rooms, clock: Clock, workshop: Workshop
) -> None:
    def shown_after(case: str) -> str:
        """Once another session has been held and has ended."""
        clock.now += timedelta(hours=1)
        with face._lock:  # it does not look by itself meanwhile
            opened = held(bank, rooms, clock, case)
            assert face._has_news()  # the list lacks it
            face._refresh()
            assert not face._has_news()
            assert face.view["rooms"][0]["says"].startswith(report_messages.STILL_OPEN)
            rooms.join([Joining(opened.room.id, "late")])
            assert not face._has_news()  # nor is a report read anew with everybody who comes
            opened.end(timedelta(days=1))
            face._has_news()
            face._refresh()
            return str(face.view["room"])

    workshop.end(timedelta(days=1))
    face._refresh()
    second = shown_after("tide-table")
    assert [one["id"] for one in face.view["rooms"]] == [second, workshop.room.id]
    assert bank.case("tide-table").title in face.view["html"]
    ask(face, "choose", room=workshop.room.id)
    with face._lock:
        assert not face._has_news()
    assert shown_after("kitchen-shift") not in (second, workshop.room.id)
    assert [one["says"].partition(",")[0] for one in face.view["rooms"]] == [
        "6 people joined",
        "6 people joined",
        "5 people joined",
    ]
    ask(face, "delete")
    assert face.view["room"] == second


def test_of_too_few_voters_it_is_said_that_what_they_missed_is_not_shown(
    bank: Bank, rooms: Rooms, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(VOTERS, "eve")
    held(bank, rooms, clock, "kitchen-shift")
    html = Session(bank, rooms, session_csv, clock).view["html"]
    assert report_messages.REPORT_PHRASES_FEW.format(fewest=5) in html
    assert report_messages.REPORT_PHRASES not in html


def test_who_could_do_it_alone_at_the_end_is_told_with_intervals(face: Session, workshop: Workshop) -> None:
    workshop.go(Step.VOTE_3)
    room = workshop.room
    workshop.rooms.cast(
        [Cast(room.id, room.position.entry, Ballot(name, 3, "residential", Confidence.CERTAIN)) for name in VOTERS]
    )
    workshop.go(Step.DIFFERENCE)
    html = (ask(face, "choose"), face.view["html"])[1]
    for told in (
        report_messages.REPORT_ALONE,
        "The rule that makes the difference",
        "5 of 5 (100%)",
        "57 to 100%",  # Wilson's interval
        report_messages.REPORT_AGREED_THRICE[1].format(count=5),
        "third vote 0 seconds",
    ):
        assert told in html


def test_how_sure_they_were_is_in_the_report_and_in_its_table(face: Session, bank: Bank, rooms: Rooms) -> None:
    assert report_messages.REPORT_SURE in face.view["html"]
    report = session_report(face._workshop())
    rows = list(csv.DictReader(io.StringIO(session_csv(report))))
    sure = {row["what"]: (row["first"], row["second"], row["first_of"]) for row in rows if row["kind"] == "confidence"}
    assert sure == {"guess": ("5", "5", "5"), "fairly_sure": ("0", "0", "5"), "certain": ("0", "0", "5")}
    assert {(row["voted_twice"], row["voted_once"]) for row in rows if row["kind"] == "choice"} == {("5", "0")}


def test_a_session_is_kept_as_long_as_the_facilitator_says(
    face: Session, rooms: Rooms, clock: Clock, workshop: Workshop
) -> None:
    until = (clock.now + timedelta(days=7)).replace(microsecond=0)
    assert ask(face, "keep", until=until.isoformat()) == room_messages.ROOM_OPEN
    assert report_messages.REPORT_OPEN in face.view["html"]
    workshop.end(timedelta(hours=1))
    assert ask(face, "keep", until=until.isoformat()) == report_messages.SESSION_KEPT_UNTIL
    assert datetime.fromisoformat(face.view["until"]) == until
    for bad in (None, "", "tomorrow", "2031-04-05T09:30:00", "9" * 60, 7):
        assert ask(face, "keep", until=bad) == report_messages.BAD_TIME
    assert ask(face, "keep", until="2001-04-05T09:30:00Z") == room_messages.ROOM_PAST
    assert "too long" in ask(face, "keep", until="9999-04-05T09:30:00Z")
    assert rooms.kept(clock.now)[0].expires_at == until


def test_a_session_is_deleted_by_the_page_that_shows_it_and_leaves_nothing(
    face: Session, rooms: Rooms, workshop: Workshop, clock: Clock
) -> None:
    assert ask(face, "delete", room="another") == messages.NOT_UNDERSTOOD
    assert rooms.kept(clock.now)
    assert ask(face, "delete") == report_messages.SESSION_DELETED
    assert (face.view["rooms"], face.view["html"]) == ([], "")
    assert not rooms.ballots(workshop.room.id)
    assert ask(face, "choose") == report_messages.NO_SESSION


@pytest.mark.parametrize(
    "message",
    [None, "delete", {"do": ["delete"]}, {"do": "receive", "room": ""}, {"do": "choose"}, {"do": "download"}],
)
def test_a_forged_message_is_told_in_words_and_changes_nothing(face: Session, rooms: Rooms, message: object) -> None:
    face.receive(message)
    assert says(face) == messages.NOT_UNDERSTOOD
    assert face.view["html"]


def test_a_form_that_is_not_offered_is_refused(face: Session) -> None:
    for form in ("pdf", {}, None, ["csv"]):
        assert ask(face, "download", form=form) == messages.NOT_UNDERSTOOD


def test_a_store_that_cannot_be_reached_is_told_and_reached_again(
    face: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("rooms.sqlite3: is locked by another program")

    with monkeypatch.context() as patched:
        patched.setattr(Rooms, "kept", broken)
        assert "is locked by another program" in ask(face, "choose")
    ask(face, "choose", room="")
    assert face.view["html"]


def test_a_case_that_tries_to_be_markup_is_shown_as_text(
    face: Session, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    case = bank.case("kitchen-shift")
    evil = replace(case, title="<script>alert(1)</script><img src=x>")
    monkeypatch.setattr(type(bank), "case", lambda *_: evil)
    ask(face, "choose")
    assert "&lt;script&gt;alert(1)" in face.view["html"]
    assert "<img" not in face.view["html"]


def test_the_notebooks_call_shows_what_came_of_the_latest_session_or_that_there_is_none(
    made_sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, workshop: Workshop
) -> None:
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", made_sqlite_url)
    shown = notebook.session_report()
    assert isinstance(shown, Session)
    assert "The kitchen shift" in shown.view["html"]
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    empty = notebook.session_report()
    assert isinstance(empty, Session)
    assert says(empty) == report_messages.NO_SESSION
