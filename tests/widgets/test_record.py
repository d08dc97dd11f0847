"""A record's page driven by what a page sends, honest or forged."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages, notebook
from carelevel.core.attempt import Attempt
from carelevel.core.errors import StoreError
from carelevel.exports.attempts import Format, written
from carelevel.exports.own_record import OwnRecord
from carelevel.messages import record as record_messages
from carelevel.store.store import Store
from carelevel.widgets.record.face import LARGEST_FILE, MOST_PROBLEMS, MyRecord

Make = Callable[..., Attempt]
CODE = "wren"
PAST = -60 * 24 * 365 * 10
"""Minutes from the fixture's morning to one that is past by any clock."""


@pytest.fixture
def kept(store: Store, attempt: Make) -> list[Attempt]:
    return [store.keep(attempt(PAST + minutes, trainee=CODE)) for minutes in range(2)]


@pytest.fixture
def face(store: Store, kept: list[Attempt]) -> MyRecord:
    return MyRecord(OwnRecord(store, CODE))


def says(face: MyRecord) -> str:
    return str((face.view["message"] or {}).get("says", ""))


def load(face: MyRecord, content: bytes, take_over: object = False, name: object = "old.jsonl") -> str:
    face.receive({"do": "load", "name": name, "take_over": take_over}, [memoryview(content)])
    return says(face)


def file(kept: list[Attempt]) -> bytes:
    return "".join(written(kept, Format.JSONL)).encode()


def test_a_page_says_how_much_is_kept_and_under_which_code(face: MyRecord) -> None:
    assert face.view["says"] == "2 answers kept under the code wren."
    assert face.view["message"] is None


@pytest.mark.parametrize("form", ["jsonl", "csv", "xapi"])
def test_a_download_goes_packed_to_the_page_that_asked(
    face: MyRecord, kept: list[Attempt], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[dict[str, Any], list[bytes]]] = []
    monkeypatch.setattr(face, "send", lambda content, buffers: sent.append((content, buffers)))
    face.receive({"do": "download", "form": form, "by": "page-1"})
    [(about, [packed])] = sent
    assert about["by"] == "page-1"
    assert about["file"].startswith("carelevel-wren.")
    assert gzip.decompress(packed).decode() == "".join(written(kept, Format(form)))


def test_a_download_loaded_again_adds_nothing_and_after_erasing_everything(
    face: MyRecord, store: Store, kept: list[Attempt]
) -> None:
    assert load(face, file(kept)) == "old.jsonl: 0 answers added, 2 there already, 0 refused"
    face.receive({"do": "erase", "code": CODE})
    assert face.view["says"] == "0 answers kept under the code wren."
    assert face.view["message"]["kind"] == "erased"
    assert load(face, file(kept)) == "old.jsonl: 2 answers added, 0 there already, 0 refused"
    assert face.view["says"] == "2 answers kept under the code wren."
    assert store.attempts(CODE) == tuple(kept)


@pytest.mark.parametrize("code", ["", "wre", "WREN", None, ["wren"]])
def test_nothing_is_erased_without_the_code(face: MyRecord, store: Store, code: object) -> None:
    face.receive({"do": "erase", "code": code})
    assert says(face) == record_messages.WRONG_CODE.format(code=CODE)
    assert len(store.attempts(CODE)) == 2


def test_whose_another_codes_answers_are_is_asked_and_nothing_loaded_until_the_trainee_says_that_they_are_theirs(
    face: MyRecord, store: Store, attempt: Make, kept: list[Attempt]
) -> None:
    old = [attempt(PAST, trainee="local-old")]
    assert "old.jsonl: 1 answer kept under another code (local-old)" in load(face, file(old))
    assert (face.view["message"]["kind"], face.view["message"]["problems"]) == ("whose", [])
    assert load(face, file([*kept, *old])).startswith("old.jsonl: 1 answer kept under another code")
    assert face.view["message"]["problems"] == ["old.jsonl: 0 answers added, 2 there already, 0 refused"]
    assert len(store.attempts(CODE)) == 2
    assert load(face, file(old), take_over=True) == "old.jsonl: 1 answer added, 0 there already, 0 refused"
    assert len(store.attempts(CODE)) == 3


def test_many_problems_are_counted_and_the_first_are_shown(face: MyRecord) -> None:
    load(face, b'{"\n' * 500)
    problems = face.view["message"]["problems"]
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1] == f"{500 - MOST_PROBLEMS} more were refused"


@pytest.mark.parametrize(
    ("message", "buffers"),
    [
        (None, []),
        ("erase", []),
        ({"do": ["erase"]}, []),
        ({"do": "receive"}, []),
        ({"do": "download", "form": "pdf"}, []),
        ({"do": "download", "form": {}}, []),
        ({"do": "load", "name": "a", "take_over": False}, []),
        ({"do": "load", "name": "a", "take_over": "yes"}, [b""]),
        ({"do": "load", "name": None, "take_over": False}, [b""]),
    ],
)
def test_a_forged_message_is_told_in_words_and_changes_nothing(
    face: MyRecord, store: Store, message: object, buffers: list[bytes]
) -> None:
    face.receive(message, buffers)
    assert says(face) == messages.NOT_UNDERSTOOD
    assert len(store.attempts(CODE)) == 2


def test_a_file_that_is_too_large_is_refused_unread(face: MyRecord) -> None:
    assert load(face, b"x" * (LARGEST_FILE + 1)) == record_messages.RECORD["too_large"].format(megabytes=8)


def test_a_store_that_cannot_be_reached_is_told_and_reached_again(
    face: MyRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("records.sqlite3: is locked by another program")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "count", broken)
        face.receive({"do": "erase", "code": CODE})
        assert "is locked by another program" in says(face)
        assert "is locked by another program" in face.view["says"]
    face.receive({"do": "erase", "code": CODE})
    assert face.view["message"]["kind"] == "erased"


def test_the_notebooks_call_shows_the_trainees_own_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", f"sqlite:///{tmp_path / 'records.sqlite3'}")
    monkeypatch.setenv("CARELEVEL_TRAINEE", "otter")
    shown = notebook.record()
    assert isinstance(shown, MyRecord)
    assert shown.view["code"] == "otter"


def test_a_folder_is_loaded_by_a_call_that_shows_what_became_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, attempt: Make
) -> None:
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", f"sqlite:///{tmp_path / 'records.sqlite3'}")
    (tmp_path / "a.jsonl").write_bytes(file([attempt(PAST, trainee="otter")]) + b"<b>torn")
    body = notebook.load_folder(str(tmp_path))._repr_html_()
    assert "a.jsonl: 1 answer added, 0 there already, 1 refused" in body
    assert f"a.jsonl:3: {record_messages.LINE_TORN}" in body
    assert "no export is there" in notebook.load_folder(str(tmp_path / "nowhere"))._repr_html_()
