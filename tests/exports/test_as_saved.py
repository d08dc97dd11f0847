"""An export that a spreadsheet, an editor or a terminal has saved again: read where there is no doubt, else named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

import pytest
from carelevel.core.attempt import Attempt
from carelevel.exports import utf8_file
from carelevel.exports.attempt_table import COLUMNS, written_table
from carelevel.exports.attempts import Format, written
from carelevel.exports.fields import object_of
from carelevel.exports.spreadsheet import GUARD, MARK, guarded, unguarded
from carelevel.messages import record as record_messages
from hypothesis import given
from hypothesis import strategies as st

from .records import EXAMPLE, reads

KEPT = [
    replace(EXAMPLE, id=str(UUID(int=number, version=4)), reasons=says)
    for number, says in enumerate(["Café; naïve", ""])
]


def file(form: Format, kept: Iterable[Attempt] = KEPT) -> str:
    return "".join(written(kept, form))


def resaved(delimiter: str, kept: Iterable[Attempt] = KEPT) -> str:
    """As a spreadsheet saves the CSV that it has opened, with an empty row below it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(csv.reader(io.StringIO("".join(written_table(kept)).removeprefix(MARK), newline="")))
    writer.writerow([""] * len(COLUMNS))
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("named", ["", "sep={}\r\n", '"sep={}"\r\n'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_table_is_read_with_any_delimiter_in_any_unicode(delimiter: str, named: str, encoding: str) -> None:
    content = (named.format(delimiter) + resaved(delimiter)).encode(encoding)
    assert [found.value for found in reads(content)] == KEPT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_is_read_in_any_unicode_as_lines_as_a_list_and_over_lines(encoding: str) -> None:
    objects = [object_of(attempt) for attempt in KEPT]
    for text in (
        file(Format.JSONL),
        json.dumps(objects),
        json.dumps(objects, indent=2, ensure_ascii=False),
        "\r\n\n" + json.dumps([{"format": "carelevel attempts", "version": 1}, *objects], indent="\t"),
        "\n".join(json.dumps(one, indent=1) for one in objects),
    ):
        assert [found.value for found in reads(text.encode(encoding))] == KEPT


def test_a_list_names_each_element_by_its_line_and_what_is_torn_once() -> None:
    good, bad = object_of(EXAMPLE), object_of(EXAMPLE) | {"level": "<b>"}
    text = json.dumps([good, bad, 7, good], indent=1)
    found = reads(text)
    assert [bool(one.value) for one in found] == [True, False, False, True]
    assert [text.splitlines()[one.line - 1].strip(" ,") for one in found] == ["{", "{", "7", "{"]
    torn = reads(text[:-40])
    assert [one.problem for one in torn if one.problem][-1] == record_messages.LIST_TORN
    assert sum(bool(one.value) for one in torn) == 1


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
def test_windows_own_encoding_is_read_and_the_doubt_is_named(form: Format) -> None:
    doubt, *found = reads(file(form).removeprefix(MARK).encode("cp1252"))
    assert doubt.doubt == record_messages.READ_AS_WINDOWS
    assert [one.value for one in found] == KEPT


@pytest.mark.parametrize("other", ["Māori é".encode(), b"\x81", b"\0"])
def test_bytes_that_windows_does_not_write_cost_their_own_line_and_nothing_is_guessed(other: bytes) -> None:
    head, first, second = file(Format.JSONL).encode("cp1252").splitlines()
    found = reads(b"\n".join([head, first, second, b'{"a": "' + other + b'"}']))
    assert not [one.doubt for one in found if one.doubt]
    assert [one.value for one in found if one.value] == KEPT[1:]
    assert [one.line for one in found if one.problem] == [2, 4]


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
@pytest.mark.parametrize("cut", range(1, 9))
def test_utf_16_cut_anywhere_names_what_is_torn(form: Format, cut: int) -> None:
    content = file(form).removeprefix(MARK).encode("utf-16")
    found = reads(content[: -20 - cut])
    assert [one.value for one in found if one.value] == KEPT[:1]
    assert [one.problem for one in found if one.problem]


def test_a_file_to_be_recoded_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(utf8_file, "LARGEST_RECODED", 100)
    (found,) = reads(file(Format.CSV).encode("utf-16"))
    assert found.problem.startswith("the file is not in UTF-8, and larger than")


REREAD = [
    *("6+", "6-", "-6", "007", "1e5", "2.1", "3-4", "1/2", "12%", "$5", "1,000", "9:30", "9:30 pm", "2031-12-31"),
    *("May 5", "mar1", "5. Mai 2031", "12 déc", "Jan-2031", "TRUE", "falsch", " 7 ", "(3)", "#N/A", "'tis", "5 pm"),
]


@pytest.mark.parametrize("text", REREAD)
def test_what_a_spreadsheet_would_make_something_else_of_is_never_written(text: str) -> None:
    assert guarded(text) == GUARD + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wren",
        "outpatient",
        "sober-march",
        "local-0a4a5f3e",
        "kitchen-shift",
        "trainee-12",
        "0+ 3-",
        "He left on May 5.",
        "It is 9:30 now",
    ],
)
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert guarded(EXAMPLE.id) == EXAMPLE.id


@given(st.text(max_size=9) | st.sampled_from(REREAD))
def test_a_guarded_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.floats(0, 1e11))
def test_seconds_come_back_exactly_and_no_spreadsheet_takes_them_for_a_date_or_thousands(seconds: float) -> None:
    text = "".join(written_table([replace(EXAMPLE, seconds=seconds)])).removeprefix(MARK)
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    _, point, decimals = row["seconds"].partition(".")
    assert not point or len(decimals) > 3
    assert [found.value and found.value.seconds for found in reads(text)] == [seconds]


@pytest.mark.parametrize(("cell", "phrases"), [("6", "6+"), ("+6", "6+"), ("-6", "6-"), ("'6-", "6-"), ("", "")])
def test_a_phrase_that_became_a_number_in_an_older_export_is_read(cell: str, phrases: str) -> None:
    text = "".join(written_table([replace(EXAMPLE, phrases="12+")])).replace("'12+", cell)
    assert [found.value and found.value.phrases for found in reads(text)] == [phrases]


@pytest.mark.parametrize(("cell", "seconds"), [("120", 120.0), ("120,5", 120.5), ("1.2E+02", 120.0)])
def test_seconds_as_a_spreadsheet_writes_them_are_read(cell: str, seconds: float) -> None:
    text = resaved(";", [EXAMPLE]).replace("120.000000", cell)
    assert [found.value and found.value.seconds for found in reads(text)] == [seconds]


def test_every_csv_opens_right_in_excel() -> None:
    assert file(Format.CSV).encode().startswith(b"\xef\xbb\xbf")
