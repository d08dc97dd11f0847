"""CSV: a row an attempt, as RFC 4180 has it, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from carelevel.core.attempt import Attempt
from carelevel.exports.attempt_table import COLUMNS, written_table
from carelevel.exports.fields import object_of
from carelevel.exports.spreadsheet import GUARD, MARK
from carelevel.messages import record as record_messages
from hypothesis import given

from .records import EXAMPLE, attempts, reads, texts


def table(reasons: str = "") -> str:
    return written([replace(EXAMPLE, reasons=reasons)])


def written(kept: list[Attempt]) -> str:
    """The file behind its mark."""
    return "".join(written_table(kept)).removeprefix(MARK)


def cells(text: str) -> dict[str, str]:
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    return dict(row)


def test_the_first_row_names_the_columns_and_each_row_ends_as_the_standard_says() -> None:
    text = table()
    assert text.split("\r\n")[0] == ",".join(COLUMNS)
    assert text.endswith("\r\n")


def test_lists_are_json_and_numbers_are_plain() -> None:
    row = cells(written([replace(EXAMPLE, steps=-1)]))
    assert row["marked"] == "[0, 3]"
    assert row["flags"] == '{"withdrawal_first": true}'
    assert row["steps"] == "-1"
    assert row["seconds"] == "120.000000"


@pytest.mark.parametrize("reasons", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "'"])
def test_a_text_that_begins_like_a_formula_is_guarded_and_comes_back_unguarded(reasons: str) -> None:
    text = table(reasons)
    assert cells(text)["reasons"] == GUARD + reasons
    assert [found.value and found.value.reasons for found in reads(text)] == [reasons]


@pytest.mark.parametrize("reasons", ["so 'tis late", "2 = 2", " =1", ""])
def test_any_other_text_is_left_as_it_is(reasons: str) -> None:
    assert cells(table(reasons))["reasons"] == reasons


@given(reasons=texts)
def test_no_cell_but_a_number_begins_like_a_formula(reasons: str) -> None:
    row = cells(table(reasons))
    assert not [name for name, cell in row.items() if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


@given(kept=attempts)
def test_python_itself_reads_the_same_cells(kept: Attempt) -> None:
    row = cells(written([kept]))
    assert list(row) == list(COLUMNS)
    assert row["reasons"] in (kept.reasons, GUARD + kept.reasons)
    assert json.loads(row["rules"]) == object_of(kept)["rules"]


def test_columns_in_another_order_are_read_by_their_names() -> None:
    row = cells(table("The ride home."))
    turned = io.StringIO(newline="")
    writer = csv.DictWriter(turned, sorted(row))
    writer.writeheader()
    writer.writerow(row)
    assert [found.value for found in reads(turned.getvalue())] == [EXAMPLE]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (",".join((*COLUMNS, "score")), record_messages.COLUMN_WRONG.format(column="score")),
        (",".join((*COLUMNS, "level")), record_messages.COLUMN_WRONG.format(column="level")),
        (",".join(COLUMNS[1:]), record_messages.COLUMN_MISSING.format(column="id")),
        ("Dear diary", record_messages.OTHER_FORMAT),
        ('"id', record_messages.OTHER_FORMAT),
    ],
)
def test_columns_that_are_not_those_of_an_export_are_named_once(header: str, problem: str) -> None:
    found = reads(header + "\r\n" + table().split("\r\n", 1)[1] * 3)
    assert [(one.line, one.problem) for one in found] == [(1, problem)]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("seconds", "1e12"),
        ("seconds", "1,234"),
        ("seconds", "12. Mai"),
        ("phrases", "3-Jun"),
        ("seconds", "nan"),
        ("seconds", "inf"),
        ("seconds", "1_0"),
        ("point", "0.5"),
        ("point", "\u0661"),
        ("steps", "9" * 5000),
        ("marked", "[0"),
        ("flags", '{"a": true, "a": false}'),
        ("rules", ""),
        ("id", "=1+1"),
        ("committed_at", "31.12.2031 23:02"),
    ],
)
def test_a_hostile_cell_is_refused_with_its_column_and_the_other_rows_are_read(column: str, cell: str) -> None:
    row = cells(table()) | {column: cell}
    hostile = io.StringIO(newline="")
    csv.DictWriter(hostile, COLUMNS).writerow(row)
    head, sound = table().split("\r\n", 1)
    found = reads(f"{head}\r\n{hostile.getvalue()}{sound}")
    assert [bool(one.value) for one in found] == [False, True]
    assert found[0].problem.startswith(f"'{column}' is not ")


def test_a_row_over_several_lines_is_named_by_its_first() -> None:
    head, row = table("one\r\ntwo\r\nthree").split("\r\n", 1)
    bad = row.replace("certain", "sure", 1)
    found = reads(f"{head}\r\n{row}{bad}")
    assert [(one.line, bool(one.value)) for one in found] == [(2, True), (5, False)]


def test_an_open_quote_costs_its_own_row_only_however_many_follow() -> None:
    head, row = table().split("\r\n", 1)
    found = reads(f'{head}\r\n"open\r\n' + row * 300)
    assert [one.line for one in found if one.problem] == [2]
    assert len(found) == 301
