"""Files into a store: added once, refused a line at a time, on both databases."""

from __future__ import annotations

import io
import itertools
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from carelevel.core.answer import Answer, Confidence
from carelevel.core.attempt import Attempt, Report
from carelevel.core.errors import AnswerError, StoreError
from carelevel.exports.attempts import Format, written
from carelevel.exports.fields import object_of
from carelevel.exports.loading import BATCH, MOST_NAMED_PROBLEMS, Loaded, Loader
from carelevel.messages import record as record_messages
from carelevel.practice import Practice
from carelevel.store.store import Store

from tests.conftest import our_bank
from tests.core.test_trainee import CODES
from tests.store.conftest import MORNING

from .records import NOW

Make = Callable[..., Attempt]
CASES = Path(__file__).parents[2] / "cases"
PAST = -60 * 24 * 365 * 10
"""Minutes from the fixture's morning to one that is past by any clock."""


def loaded(content: str, store: Store, only: str | None = None, as_trainee: str | None = None) -> Loaded:
    (one,) = Loader(store, only, as_trainee, NOW).load(io.BytesIO(content.encode()), "file")
    return one


def lines(kept: Iterable[Attempt], form: Format = Format.JSONL) -> str:
    return "".join(written(kept, form))


def counts(one: Loaded) -> tuple[int, int, int]:
    return one.added, one.known, one.refused


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
def test_a_file_loaded_twice_adds_nothing_the_second_time(store: Store, attempt: Make, form: Format) -> None:
    kept = [attempt(minutes, reasons="né – 🐕\r\n=2") for minutes in range(3)]
    assert counts(loaded(lines(kept, form), store)) == (3, 0, 0)
    assert counts(loaded(lines(kept, form), store)) == (0, 3, 0)
    assert store.attempts(kept[0].trainee) == tuple(kept)


def test_what_one_store_exports_another_has_after_loading_it(store: Store, attempt: Make, tmp_path: Path) -> None:
    own = Store(f"sqlite:///{tmp_path / 'own.sqlite3'}")
    kept = tuple(own.keep(attempt(minutes, seconds=0.1 * minutes)) for minutes in range(4))
    loaded(lines(own.attempts(kept[0].trainee)), store)
    assert store.attempts(kept[0].trainee) == kept
    own.close()


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
def test_an_answer_to_every_case_of_ours_comes_back_as_practice_kept_it(tmp_path: Path, form: Format) -> None:
    bank, own = our_bank(), Store(f"sqlite:///{tmp_path / 'own.sqlite3'}")
    practice = Practice(bank, own, "wren")
    for case in bank.case_ids():
        practice.open_case(case)
        flags = {flag: bool(value) for flag, value in practice.assessment().flags.items()}
        practice.submit(Answer("outpatient", Confidence.GUESS, frozenset({0, 2}), flags, reasons="=“so” – 🐕"))
    kept = own.attempts("wren")
    other = Store(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    assert loaded(lines(kept, form), other).added == len(bank.case_ids())
    assert other.attempts("wren") == kept
    own.close()
    other.close()


def test_more_attempts_than_are_kept_at_once_are_all_kept(store: Store, attempt: Make) -> None:
    kept = [attempt(minutes) for minutes in range(BATCH + 3)]
    assert counts(loaded(lines(kept), store)) == (BATCH + 3, 0, 0)
    assert len(store.attempts(kept[0].trainee)) == BATCH + 3


def test_the_same_attempt_twice_in_a_file_is_one(store: Store, attempt: Make) -> None:
    made = attempt()
    assert counts(loaded(lines([made, made]), store)) == (1, 1, 0)


def test_an_id_that_belongs_to_another_answer_is_refused_and_that_answer_stays(store: Store, attempt: Make) -> None:
    mine = store.keep(attempt())
    forged = replace(mine, level="outpatient")
    stolen = replace(mine, trainee="somebody-else")
    found = loaded(lines([forged, stolen]), store)
    assert counts(found) == (0, 0, 2)
    assert found.problems[0] == f"file:2: {record_messages.ID_TAKEN}"
    assert store.attempt(mine.id) == mine


def test_a_forged_id_twice_in_one_file_keeps_the_first(store: Store, attempt: Make) -> None:
    first = attempt()
    assert counts(loaded(lines([first, replace(first, level="outpatient")]), store)) == (1, 0, 1)
    assert store.attempt(first.id) == first


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_loaded(store: Store, attempt: Make, code: str) -> None:
    one = attempt(trainee=code)
    assert counts(loaded(lines([one]), store, only=code)) == (1, 0, 0)
    assert store.attempts(code) == (one,)


def test_attempts_keep_their_codes_for_a_supervisor(store: Store, attempt: Make) -> None:
    both = [attempt(trainee="wren"), attempt(trainee="otter")]
    assert counts(loaded(lines(both), store)) == (2, 0, 0)
    assert [store.attempts(code) for code in ("wren", "otter")] == [(both[0],), (both[1],)]


def test_a_trainees_own_load_asks_once_whose_the_answers_of_other_codes_are_and_keeps_none(
    store: Store, attempt: Make
) -> None:
    codes = ["wren", "otter", "otter", "owl", "kite", "lark"]
    found = loaded(lines([attempt(number, trainee=code) for number, code in enumerate(codes)]), store, only="wren")
    assert (counts(found), found.problems) == ((1, 0, 0), ())
    asked = "5 answers kept under another code (kite, lark, otter, 1 more)"
    assert asked in found.asks
    assert found.says == "file: 1 answer added, 0 there already, 0 refused"
    assert found.and_also(found).others == 10
    assert store.attempts("otter") == ()
    assert loaded(lines([attempt(9, trainee="owl")]), store, only="wren").says == ""
    assert loaded(lines([attempt(9, trainee="wren")]), store, only="wren").asks == ""


def test_answers_of_an_earlier_code_can_be_taken_over_and_then_are_there(store: Store, attempt: Make) -> None:
    old = [attempt(1, trainee="local-old"), attempt(2, trainee="local-old")]
    assert counts(loaded(lines(old), store, as_trainee="wren")) == (2, 0, 0)
    assert counts(loaded(lines(old), store, as_trainee="wren")) == (0, 2, 0)
    assert store.attempts("wren") == tuple(replace(one, trainee="wren") for one in old)
    with pytest.raises(AnswerError):
        loaded(lines(old), store, as_trainee="not a code")


def test_every_problem_is_counted_and_the_first_are_named(store: Store, attempt: Make) -> None:
    found = loaded(lines([attempt()]) + "{\n" * 200, store)
    assert counts(found) == (1, 0, 200)
    assert len(found.problems) == MOST_NAMED_PROBLEMS
    assert found.problems[0].startswith("file:3: ")
    assert found.named[MOST_NAMED_PROBLEMS:] == (f"{200 - MOST_NAMED_PROBLEMS} more were refused",)
    assert found.says == "file: 1 answer added, 0 there already, 200 refused"


def test_the_longest_values_that_a_file_may_hold_fit_every_database(store: Store, attempt: Make) -> None:
    name = "n" * 255
    longest = attempt(
        trainee="t" * 64,
        case=name,
        twin=name,
        case_digest=name,
        criteria_digest=name,
        level=name,
        criteria_level=name,
        reasons="🐕" * 500,
        phrases=" ".join(f"{number}+" for number in range(1000, 1166)),
        point=9999,
        steps=-9999,
        seconds=316_224_000.0,
    )
    assert counts(loaded(lines([longest]), store)) == (1, 0, 0)
    assert store.attempt(longest.id) == longest


def test_a_store_that_fails_says_so_and_the_file_can_be_loaded_again(store: Store, attempt: Make) -> None:
    kept = [attempt(minutes) for minutes in range(BATCH + 1)]
    keep_all, calls = store.keep_all, iter([True, False])

    def full(attempts: list[Attempt]) -> object:
        if next(calls):
            return keep_all(attempts)
        raise StoreError("the disk is full")

    store.keep_all = full  # type: ignore[method-assign,assignment]
    with pytest.raises(StoreError):
        loaded(lines(kept), store)
    store.keep_all = keep_all  # type: ignore[method-assign]
    assert counts(loaded(lines(kept), store)) == (1, BATCH, 0)


def test_every_file_below_a_folder_is_loaded_or_named_whatever_it_is_called(
    store: Store, attempt: Make, tmp_path: Path
) -> None:
    kept = [attempt(PAST, trainee=code) for code in ("wren", "otter", "heron", "stoat")]
    (tmp_path / "a.jsonl.txt").write_bytes(lines(kept[:1]).encode())
    (tmp_path / "B.CSV").write_bytes(lines(kept[1:2], Format.CSV).encode())
    (tmp_path / "c.json").write_text(json.dumps([object_of(kept[2])], indent=2))
    (tmp_path / "notes.txt").write_text("Thursday: ask about the twins")
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / "by hand.xlsx").write_bytes(packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
    (tmp_path / "thursday" / "late").mkdir(parents=True)
    (tmp_path / "thursday" / "late" / "d").write_bytes(lines(kept[3:]).encode())
    found = {str(Path(one.name).relative_to(tmp_path)): one for one in Loader(store).load_paths([tmp_path])}
    assert {name: counts(one) for name, one in found.items()} == {
        ".DS_Store": (0, 0, 0),
        "B.CSV": (1, 0, 0),
        "a.jsonl.txt": (1, 0, 0),
        "by hand.xlsx": (0, 0, 1),
        "c.json": (1, 0, 0),
        "notes.txt": (0, 0, 1),
        "thursday/late/d": (1, 0, 0),
    }
    assert found["by hand.xlsx"].problems == (f"{tmp_path / 'by hand.xlsx'}: {record_messages.WORKBOOK}",)
    assert found["notes.txt"].problems == (f"{tmp_path / 'notes.txt'}:1: {record_messages.OTHER_FORMAT}",)
    assert found[".DS_Store"].says.endswith("passed over")
    assert [store.attempts(one.trainee) for one in kept] == [(one,) for one in kept]


def packed(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_an_archive_is_every_file_in_it(store: Store, attempt: Make) -> None:
    kept = [attempt(PAST, trainee=code) for code in ("wren", "otter")]
    files = {
        "wren/mine.jsonl": lines(kept[:1]).encode(),
        "otter/mine.csv": lines(kept[1:], Format.CSV).encode(),
        "__MACOSX/otter/._mine.csv": b"\0\5\x16\7",
        "inner.zip": packed({"a": b""}),
        "note\x1b[2J.txt": b"Dear diary",
    }
    found = list(Loader(store).load(io.BytesIO(packed(files)), "all.zip"))
    assert [one.says for one in found] == [
        "all.zip/wren/mine.jsonl: 1 answer added, 0 there already, 0 refused",
        "all.zip/otter/mine.csv: 1 answer added, 0 there already, 0 refused",
        "all.zip/__MACOSX/otter/._mine.csv: a file of the computer's own, passed over",
        "all.zip/inner.zip: 0 answers added, 0 there already, 1 refused",
        "all.zip/note\\x1b[2J.txt: 0 answers added, 0 there already, 1 refused",
    ]
    assert found[3].problems == (f"all.zip/inner.zip: {record_messages.ARCHIVE_IN_ARCHIVE}",)


def test_an_archive_that_unpacks_to_more_than_the_bound_is_left(
    store: Store, attempt: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.exports.archive.LARGEST_UNPACKED", 100_000)
    bomb = packed({"a.jsonl": lines([attempt(PAST)]).encode(), "b": b"\0" * 90_000, "c": b"\0" * 90_000, "d": b"x"})
    found = list(Loader(store).load(io.BytesIO(bomb), "z"))
    assert [counts(one) for one in found] == [(1, 0, 0), (0, 0, 1), (0, 0, 1)]
    assert "when it is unpacked" in found[2].problems[0]


def damaged() -> bytes:
    """As a byte that was copied wrongly leaves it."""
    content = bytearray(packed({"a": bytes(range(256)) * 9}))
    content[100] ^= 0xFF
    return bytes(content)


def locked() -> bytes:
    """As a packer with a password marks a file."""
    content = bytearray(packed({"a": b"x"}))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(head) + flags] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (packed({}) + b"", record_messages.OTHER_FORMAT),
        (packed({"folder/": b""}), record_messages.ARCHIVE_EMPTY),
        (packed({"a": b"x" * 999})[:-40], record_messages.ARCHIVE_BROKEN),
        (damaged(), record_messages.ARCHIVE_BROKEN),
        (locked(), record_messages.ARCHIVE_LOCKED),
    ],
    ids=["nothing packed", "a folder alone", "cut off", "damaged", "locked"],  # an archive holds the time of day
)
def test_an_archive_that_cannot_be_unpacked_is_named(store: Store, content: bytes, problem: str) -> None:
    (found,) = Loader(store).load(io.BytesIO(content), "z")
    assert found.refused == 1
    assert problem in found.problems[0]


def test_more_files_than_a_training_has_are_named_and_not_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.exports.handed_in.MOST_HANDED_IN", 2)
    for name in "abc":
        (tmp_path / name).write_text("")
    (found,) = Loader(store).load_paths([tmp_path])
    assert found.problems == (record_messages.TOO_MANY_FILES.format(place=tmp_path, most=2),)


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
@pytest.mark.parametrize("year", [1, 1970, 2099, 9999])
def test_what_a_commit_keeps_is_loaded_whatever_the_clock_said(tmp_path: Path, form: Format, year: int) -> None:
    times = itertools.cycle([NOW, datetime(year, 6, 1, tzinfo=UTC)])
    own, other = (Store(f"sqlite:///{tmp_path / name}.sqlite3") for name in ("own", "other"))
    practice = Practice(our_bank(), own, "wren", clock=lambda: next(times))
    for _ in range(2):
        flags = dict.fromkeys(practice.assessment().flags, False)
        practice.submit(Answer("outpatient", Confidence.GUESS, flags=flags))
        practice.again()
    kept = own.attempts("wren")
    found = loaded(lines(kept, form), other)
    assert (counts(found), found.odd_clocks) == ((2, 0, 0), 2)
    assert "2 answers have times that cannot be right" in found.named[0]
    assert other.attempts("wren") == kept
    own.close()
    other.close()


def test_reports_come_in_with_the_answers_once_and_under_their_code(store: Store, attempt: Make) -> None:
    made = attempt(PAST)
    report = Report(
        str(UUID(int=7, version=4)), made.trainee, "kitchen-shift", "", 0, "Which flat, “=2” or 3?\r\n🐕", MORNING
    )
    content = "".join(written([made], Format.JSONL, [report]))
    assert loaded(content, store).says == "file: 1 answer added, 0 there already, 1 report added, 0 refused"
    assert "1 report there already" in loaded(content, store).says
    assert store.reports() == (report,)
    forged = "".join(written([], Format.JSONL, [replace(report, note="")]))
    assert loaded(forged, store).problems == (f"file:2: {record_messages.ID_TAKEN}",)
    assert "1 answer, 1 report kept under another code" in loaded(content, store, only="otter").asks
    torn = content.replace('"point": 0, "note"', '"point": -1, "note"')
    assert "'point' is not a whole number" in loaded(torn, store).problems[0]


def test_what_cannot_be_read_is_named_and_the_others_are_loaded(store: Store, attempt: Make, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([attempt(PAST)]).encode())
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "nowhere", tmp_path / "empty", Path(os.devnull), tmp_path / "a.jsonl"]
    found = list(Loader(store).load_paths(paths))
    assert [counts(one) for one in found] == [(0, 0, 1)] * 3 + [(1, 0, 0)]
    assert found[0].problems == (record_messages.NO_FILE.format(file=tmp_path / "nowhere"),)
