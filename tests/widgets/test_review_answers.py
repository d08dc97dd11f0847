"""Blind answering and where supervisors part, driven by what a page sends, honest or forged."""

from __future__ import annotations

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from carelevel import notebook
from carelevel.analytics.supervisor_agreement import supervisors
from carelevel.bank import Bank, open_bank
from carelevel.core.errors import BankError, StoreError
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.review.survey import survey
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.widgets.review.answers import LARGEST_FILE, BlindAnswers
from carelevel.widgets.review.partings import LONGEST_REASON, Partings, ReviewProgress

ROOT = Path(__file__).parents[2]
MORNING = datetime(2025, 4, 5, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_sqlite_url: str) -> Bank:
    copied = Path(shutil.copytree(ROOT / "tests" / "banks" / "swimming", tmp_path / "pool"))
    monkeypatch.setenv("CARELEVEL_BANK", str(copied))
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", made_sqlite_url)
    return open_bank(copied)


@pytest.fixture
def face() -> BlindAnswers:
    shown = notebook.answer_blind()
    assert isinstance(shown, BlindAnswers)
    return shown


def says(face: BlindAnswers | Partings) -> str:
    return str((face.view["message"] or {}).get("says", ""))


def test_a_page_is_sent_the_story_and_nothing_that_gives_the_answer_away(face: BlindAnswers) -> None:
    view = face.view
    assert (view["title"], view["place"], view["of"], view["chosen"]) == ("The first length", 1, 2, None)
    assert [option["value"] for option in view["options"]] == ["lanes", "class", "beginners", "escalate", ""]
    assert not any(word in str(view) for word in ("key", "evidence", "findings", "at_ease"))


def test_answers_are_kept_and_the_next_question_shown_until_there_is_none(face: BlindAnswers) -> None:
    for level in ("class", "", "escalate"):
        face.answer(level)
    assert face.view["question"] is None
    assert says(face) == "You have answered every case. Thank you."
    assert [one.level for one in SupervisorAnswers().of(face.blind.code)] == ["class", "", "escalate"]
    face.receive({"do": "back", "question": None})
    assert face.view["chosen"] == "escalate"


@pytest.mark.parametrize("level", [None, 3, "deep", ["class"]])
def test_a_level_that_is_none_is_refused_and_nothing_is_kept(face: BlindAnswers, level: Any) -> None:
    face.answer(level)
    assert "not a level of this bank" in says(face)
    assert SupervisorAnswers().everybodys() == ()


@pytest.mark.parametrize("message", [None, 3, {}, {"do": "erase"}, {"do": []}, {"do": "load", "name": 1}])
def test_a_message_that_no_page_of_ours_sends_is_told_and_does_nothing(face: BlindAnswers, message: object) -> None:
    face.receive(message)
    assert "did not understand" in says(face)


def test_a_page_that_is_behind_changes_nothing(face: BlindAnswers) -> None:
    behind = {"do": "answer", "question": face.view["question"], "level": "class"}
    face.receive(behind)
    face.receive(behind)
    assert "This page was out of date" in says(face)
    assert len(SupervisorAnswers().everybodys()) == 1


def test_another_code_goes_on_for_itself_and_what_is_none_is_refused(face: BlindAnswers) -> None:
    face.answer("class")
    face.receive({"do": "switch", "code": "not a code"})
    assert "not a code" in says(face)
    own = face.view["code"]
    face.receive({"do": "switch", "code": " heron"})
    assert (face.view["code"], face.view["new_code"]) == (own, "heron")
    face.receive({"do": "switch", "code": "heron", "begin": True})
    assert (face.view["code"], face.view["new_code"], face.view["title"]) == ("heron", "", "The first length")
    face.receive({"do": "switch", "code": own})
    assert face.view["code"] == own, "of a code that has answers nothing is asked"


def test_a_store_out_of_reach_leaves_the_question_where_it_is(
    face: BlindAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("records: is locked")

    monkeypatch.setattr(face.blind.answers, "keep", fail)
    face.answer("class")
    assert "is locked" in says(face)
    assert face.view["place"] == 1
    assert face.view["chosen"] is None


def test_a_file_goes_out_packed_to_the_page_that_asked_and_comes_in_again(
    face: BlindAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[dict[str, Any], list[bytes]]] = []
    monkeypatch.setattr(face, "send", lambda content, buffers: sent.append((content, buffers)))
    face.answer("class")
    face.receive({"do": "download", "by": "page-1"})
    [(about, [packed])] = sent
    assert about["by"] == "page-1"
    face.receive({"do": "load", "name": "mine.jsonl"}, [memoryview(gzip.decompress(packed))])
    assert says(face).startswith("mine.jsonl: 0 answers added, 1 there already")
    face.receive({"do": "load", "name": "big.jsonl"}, [b"x" * (LARGEST_FILE + 1)])
    assert "at most 4 MB" in says(face)


# Where supervisors part


def parted(pool: Bank, record: Any = None, finished: bool = True) -> Partings:
    """Two supervisors and five cases in common; on the first they part."""
    story = (pool.folder / "first-length.md").read_text(encoding="utf-8")
    for number in range(4):
        name = f"length-{number}"
        (pool.folder / f"{name}.md").write_text(story.replace("id: first-length", f"id: {name}"), encoding="utf-8")
    surveyed = survey(pool)
    digests = surveyed.text_digests
    kept = [
        SupervisorAnswer(code, case, 0, digests[case, 0], "lanes" if (code, case) == ("a", "length-0") else "class",
                         MORNING)
        for code in "ab"
        for case in ("first-length", *(f"length-{number}" for number in range(4)))
    ]  # fmt: skip
    found = supervisors(kept, ["lanes", "class", "beginners"], digests)
    return Partings(lambda: ReviewProgress(found, finished), surveyed, record or (lambda *_: "length-0.md"))


def dissent(face: Partings, **changed: object) -> str:
    message = {"do": "dissent", "point": "length-0/0", "level": "lanes", "reason": "He is quick."}
    face.receive(message | changed)
    return says(face)


def test_two_supervisors_are_told_their_alpha_and_where_they_part(pool: Bank) -> None:
    view = parted(pool).view
    assert "2 supervisors answered blind. Of 5 decision points" in view["says"][0]
    assert "all chose the same at 4." in view["says"][0]
    assert "too little to build on" in view["says"][1]
    assert "lpha" not in " ".join(view["says"])
    assert "alpha is 0.00" in view["about"][1]
    assert [(one["point"], one["says"]) for one in view["parted"]] == [
        ("length-0/0", "Lanes: 1, Class: 1. The criteria: Class.")
    ]
    assert view["first"] == ""
    assert "would show you" in parted(pool, finished=False).view["first"]


def test_nobody_yet_is_silence() -> None:
    face = notebook.review_agreement()
    assert isinstance(face, Partings)
    assert face.view["says"][0].startswith("Too few to say anything: 0 supervisors")
    assert face.view["parted"] == []


def test_blind_answers_are_counted_at_once_on_the_page_below_them(face: BlindAnswers) -> None:
    below = notebook.review_agreement()
    face.answer("class")
    assert "1 supervisor" in below.view["says"][0]
    shown = below.view["says"]
    face.receive({"do": "back", "question": face.view["question"]})
    assert below.view["says"] is shown


def test_a_dissent_goes_into_the_file_and_is_shown_by_its_point(pool: Bank) -> None:
    written: list[tuple[object, ...]] = []
    face = parted(pool, lambda *given: (written.append(given), "length-0.md")[1])
    assert dissent(face, reason=" He is\n quick. ") == (
        "Recorded in length-0.md. Trainees read it after they have answered."
    )
    assert written == [("length-0", 0, "lanes", "He is quick.")]
    assert face.view["parted"][0]["kept"] == "Recorded: Lanes. He is quick."


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"point": "length-3/0"}, "no longer in the list"),
        ({"reason": "  "}, "write a reason first"),
        ({"level": "class"}, "not a level of this bank"),
        ({"level": 3}, "write a reason first"),
        ({"reason": "x" * (LONGEST_REASON + 1)}, "keep to 2000"),
    ],
)
def test_a_dissent_that_is_none_is_refused_and_nothing_is_written(
    pool: Bank, changed: dict[str, object], told: str
) -> None:
    def record(*_: object) -> str:
        raise AssertionError

    assert told in dissent(parted(pool, record), **changed)


def test_a_file_that_changed_meanwhile_is_told_and_nothing_is_shown_as_recorded(pool: Bank) -> None:
    def refuse(*_: object) -> str:
        raise BankError(["pool/length-0.md:1: changed meanwhile; run the cell again"])

    face = parted(pool, refuse)
    assert "changed meanwhile" in dissent(face)
    assert face.view["parted"][0]["kept"] == ""
