"""The page's Python, without a browser: what it shows, what it keeps, and what it does not touch.

Each runs in a process of its own, where a stand-in takes ipywidgets' place before any face is imported.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from carelevel.store.schema import ADDITIONS_ONLY_SINCE, CURRENT

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
BEGINS = """
import json, sys
from pathlib import Path
from carelevel.page.inside import start
start.begin()
bank, folder = sys.argv[1:]
def opened(saved={}, name="one"):
    return start.session(bank, f"{folder}/{name}", saved)
def ask(session, face, do, **beside):
    content = {"do": do, "by": "me", "turn": 1, **beside}
    sent = json.loads(session.receive(face, json.dumps({"content": content, "buffers": []})))
    return sent[-1]["state"] if sent[-1]["state"] else sent[-1]
def shown(session, place):
    return {part.get("face", "html"): part.get("state", part.get("html")) for part in json.loads(session.place(place))}
def commit(session, face="practice"):
    state = shown(session, "practice")[face]
    choices = {**state["draft"]["choices"], "level": session.bank.criteria.levels[0].id, "confidence": "certain",
               "flags": {flag.id: False for flag in session.bank.criteria.flags}}
    return ask(session, face, "commit", attempt=state["view"]["attempt"], choices=choices)
def told(value):
    print(json.dumps(value))
"""


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def told(code: str) -> Any:
        command = [sys.executable, "-c", BEGINS + code, str(SWIMMING), str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return told


def test_an_answer_is_among_what_is_unsaved_when_its_comparison_is_sent_and_found_again_from_that_alone(
    run: Any,
) -> None:
    first, again, left, unsaved = run(
        """
session = opened()
session.place("start"); session.is_saved(session.unsaved())
state = commit(session)
files = session.unsaved()
session.is_saved(files)
other = opened(files, "another place")
told([state["view"]["stage"], shown(other, "practice")["practice"]["view"]["stage"],
      [session.only_here(), other.only_here()], session.unsaved()])
"""
    )
    assert (first, again) == ("compared", "compared")
    assert left == [1, 1]
    assert unsaved is None


def test_a_question_and_a_decision_of_an_interview_are_among_what_is_unsaved(run: Any) -> None:
    asked, found, stage, left = run(
        """
session = opened()
state = shown(session, "interview")["interview"]
question = state["bank"]["topics"][0]["questions"][0]["id"]
ask(session, "interview", "ask", attempt=state["view"]["attempt"], finding=question)
other = opened(session.unsaved(), "another place")
held = shown(other, "interview")["interview"]
choices = {**held["draft"]["choices"], "level": "escalate", "confidence": "guess"}
decided = ask(other, "interview", "commit", attempt=held["view"]["attempt"], choices=choices)
again = opened(other.unsaved(), "a third place")
told([question, held["view"]["learned"][0]["question"], shown(again, "interview")["interview"]["view"]["stage"],
      again.only_here()])
"""
    )
    assert (found, stage, left) == (asked, "compared", 1)


def test_an_answer_to_a_note_is_unsaved_when_it_is_told_and_found_again(run: Any) -> None:
    told, again, left, broken = run(
        """
session = opened()
view = shown(session, "notes")["notes"]["view"]
state = ask(session, "notes", "commit", attempt=view["attempt"], level="lanes", flags={})
files = session.unsaved()
other = opened(files, "another place")
kept = shown(other, "notes")["notes"]["view"]["told"]
import carelevel.practice.note_practice as notes
from carelevel.core.errors import BankError
def fails(folder, criteria): raise BankError(["notes.yaml:3: no"])
notes.read_notes = fails
told([state["view"]["told"]["yours"], kept["yours"], other.only_here(), list(shown(opened({}, "third"), "notes"))])
"""
    )
    assert (told, again, left) == ("lanes", "lanes", 1)
    assert "notes" not in broken


def test_what_is_downloaded_or_loaded_is_in_a_file_and_what_comes_after_is_not(run: Any) -> None:
    counts = run(
        """
session = opened()
counts = []
def note(): counts.append(session.only_here())
commit(session); note()
session.download(); note()
state = shown(session, "practice")["practice"]
ask(session, "practice", "next", attempt=state["view"]["attempt"]); commit(session); note()
ask(session, "record", "download", form="xapi"); note()
ask(session, "record", "download", form="csv"); note()
ask(session, "record", "erase", code=shown(session, "record")["record"]["view"]["code"]); note()
commit(session); note()
again = opened(session.unsaved(), "again"); counts.append(again.only_here())
told(counts)
"""
    )
    assert counts == [1, 0, 1, 1, 0, 0, 1, 1]


def test_an_erased_record_is_gone_from_every_face_and_leaves_no_trace_in_what_is_kept(run: Any) -> None:
    stage, held = run(
        """
session = opened()
state = commit(session)
attempt = state["view"]["attempt"].encode()
kept = session.unsaved()["carelevel.sqlite3"]
ask(session, "record", "erase", code=shown(session, "record")["record"]["view"]["code"])
held = [attempt in kept, attempt in session.unsaved()["carelevel.sqlite3"]]
told([shown(session, "practice")["practice"]["view"]["stage"], held])
"""
    )
    assert stage == "answer"
    assert held == [True, False]


def test_who_goes_on_under_another_code_does_so_on_every_place_and_at_the_next_opening(run: Any) -> None:
    said, again, only = run(
        """
session = opened(); commit(session)
state = shown(session, "practice")["practice"]
ask(session, "practice", "switch", attempt=state["view"]["attempt"], code="wren", begin=True)
said = shown(session, "record")["record"]["view"]["says"]
other = opened(session.unsaved(), "other")
told([said, shown(other, "record")["record"]["view"]["code"], other.only_here()])
"""
    )
    assert said == "0 answers kept under the code wren."
    assert (again, only) == ("wren", 0)


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (f"newer = kept.replace(b'{CURRENT}', b'9999')", "made by a newer carelevel"),
        ("newer = b'no database at all, but long enough to look at' * 30", "is not a database file"),
    ],
)
def test_a_record_that_cannot_be_used_is_told_and_stays_as_it_is(run: Any, harm: str, says: str) -> None:
    notes, unsaved, kind = run(
        f"""
session = opened(); commit(session)
files = session.unsaved(); kept = files["carelevel.sqlite3"]
{harm}
other = opened({{**files, "carelevel.sqlite3": newer}}, "other")
state = shown(other, "practice")["practice"]
answered = commit(other)
told([state["view"]["notes"], other.unsaved(), answered["view"]["message"]["kind"]])
"""
    )
    assert says in " ".join(notes)
    assert unsaved is None
    assert kind == "not_kept"


def test_who_comes_back_is_told_what_is_kept_and_finds_an_old_comparison_folded_away(run: Any) -> None:
    before, back, again = run(
        """
def parts(session):
    return [[part.get("html", ""), part.get("fold", "")] for part in json.loads(session.place("start"))]
session = opened()
before = parts(session)
commit(session)
back = parts(session)
state = shown(session, "start")["guided"]
choices = {**state["draft"]["choices"], "level": "escalate", "confidence": "guess"}
ask(session, "guided", "commit", attempt=state["view"]["attempt"], choices=choices)
told([before, back, parts(opened(session.unsaved(), "again"))])
"""
    )
    assert "Welcome back" not in str(before)
    assert "know these" in before[0][0]
    assert "Welcome back: 1 answer kept." in back[0][0]
    assert 'href="#practice"' in back[0][0]
    assert "<details" in back[1][0]
    assert [fold for _, fold in back] == ["", "", "", ""]
    assert "Welcome back: 2 answers kept." in again[0][0]
    assert again[-1] == ["", "The first case, which you have answered"]


def test_every_place_shows_something_and_leads_nowhere_else(run: Any) -> None:
    places = run(
        """
session = opened()
told({place: [part.get("html", "") for part in json.loads(session.place(place))]
      for place in ("start", "practice", "interview", "notes", "form", "criteria", "progress", "record")})
"""
    )
    assert all(places.values())
    html = "".join(text for texts in places.values() for text in texts)
    assert ".ipynb" not in html
    assert "<svg" not in html
    assert 'href="#practice"' in html


def test_progress_of_a_long_record_shows_its_pictures_without_matplotlib_or_pandas(run: Any) -> None:
    html = run(
        """
sys.modules |= {"matplotlib": None, "numpy": None, "pandas": None}
from dataclasses import replace
from carelevel.practice.simulated_trainees import worked_record
from carelevel.store.identity import trainee
session = opened()
code = trainee().code
session.store.keep_all([replace(attempt, trainee=code) for attempt in worked_record(session.bank)])
told("".join(part.get("html", "") for part in json.loads(session.place("progress"))))
"""
    )
    assert html.count('class="cl-chart"') == 7
    assert html.count('class="cl-shades"') == 1
    assert html.count("<svg") >= 20


def test_a_face_says_nothing_of_kernels_or_notebooks(run: Any) -> None:
    words = run(
        """
session = opened()
places = ("start", "practice", "interview", "form", "criteria", "record")
told([list(part["state"]["words"].values()) for place in places
      for part in json.loads(session.place(place)) if "state" in part])
"""
    )
    said = " ".join(word for face in words for word in face).lower()
    assert not [word for word in ("kernel", "notebook", "run all", "jupyter") if word in said]


def test_a_record_of_an_older_page_is_brought_up_with_its_answers_and_without_alembic(run: Any) -> None:
    assert ADDITIONS_ONLY_SINCE == "0004", "older records of pages need migrations: pack Alembic, and test them"
    before, after, alembic = run(
        """
import sqlite3
session = opened(); commit(session)
files = session.unsaved()
def database(content, *changes):
    file = Path(folder, "beside.sqlite3"); file.write_bytes(content)
    beside = sqlite3.connect(file)
    for change in changes:
        beside.execute(change)
    beside.commit()
    (attempts,) = beside.execute("SELECT count(*) FROM attempt").fetchone()
    beside.close()
    return attempts, file.read_bytes()
before, older = database(files["carelevel.sqlite3"], "DROP TABLE dealt_with", "DROP TABLE interview",
                         "DROP TABLE form_answer", "DROP TABLE form_group",
                         "UPDATE carelevel_version SET version_num = '0004'")
other = opened({**files, "carelevel.sqlite3": older}, "other")
shown(other, "practice"); ask(other, "practice", "report", note="Which flat?")
after, _ = database(other.unsaved()["carelevel.sqlite3"], "DELETE FROM dealt_with")
told([before, after, "alembic" in sys.modules])
"""
    )
    assert (before, after, alembic) == (1, 1, False)


def test_how_the_rules_stand_in_notes_is_among_the_progress(run: Any) -> None:
    before, after = run(
        """
session = opened()
before = "".join(map(str, shown(session, "progress").values()))
view = shown(session, "notes")["notes"]["view"]
ask(session, "notes", "commit", attempt=view["attempt"], level="lanes", flags={})
told([before, [part.get("html", "") for part in json.loads(session.place("progress"))]])
"""
    )
    skimmed = "1 answer that came faster than anybody reads is not counted."
    assert skimmed not in before
    assert skimmed in "".join(after)
