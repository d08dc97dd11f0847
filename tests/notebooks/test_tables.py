"""The notebooks' tables hold what `docs/answers.md` says: the same columns, in the same order, of the same types."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from carelevel import notebook
from carelevel.bank import Bank
from carelevel.practice.simulated_trainees import worked_record
from carelevel.store.identity import trainee
from carelevel.store.rooms import Rooms
from carelevel.store.store import open_store
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room
from pandas import DataFrame
from pandas.api import types

from tests.conftest import our_bank

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "answers.md").read_text("utf-8")
CALLS = re.findall(r"(?m)^### `notebook\.(\w+)\(\)`$", DOCUMENT)
KIND = {
    "text": lambda column: types.is_string_dtype(column) or types.is_object_dtype(column),
    "whole number": types.is_integer_dtype,
    "number": types.is_float_dtype,
    "yes or no": types.is_bool_dtype,
    "time": types.is_datetime64_any_dtype,
}


def documented(call: str) -> Mapping[str, str]:
    """Column -> type, as the document's table under the call says; a bank's levels in their place."""
    section = DOCUMENT.split(f"### `notebook.{call}()`")[1].split("\n### ")[0]
    levels = our_bank().criteria.ladder
    columns: dict[str, str] = {}
    for names, kind in re.findall(r"(?m)^\| (.*`.*) \| ([a-z ]+) \| .* \|$", section):
        found = [*(levels if "a level's id" in names else ()), *re.findall(r"`(\w+)`", names)]
        columns |= dict.fromkeys(found, kind)
    return columns


@pytest.fixture(autouse=True)
def own_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_BANK", str(ROOT / "cases"))


def test_every_table_of_the_notebooks_is_documented() -> None:
    assert sorted(CALLS) == sorted(name for name in notebook.__all__ if name.endswith("_table"))


@pytest.mark.parametrize("call", CALLS)
def test_a_table_has_the_columns_and_types_that_the_document_says(call: str) -> None:
    room = open_room(our_bank(), Rooms(), [new_entry("kitchen-shift")])
    room.forward()
    room.count_hands(1, {"residential": 3})
    table = getattr(notebook, call)()
    assert isinstance(table, DataFrame)
    said = documented(call)
    assert list(table.columns) == list(said)
    assert [name for name, kind in said.items() if not KIND[kind](table[name])] == []


def test_an_answer_can_be_drawn_as_the_document_says(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "svg")
    attempts = [replace(attempt, trainee=trainee().code) for attempt in worked_record(bank)]
    open_store().keep_all(attempts)
    (code,) = re.findall(r"(?s)```python\n(.*?)```", DOCUMENT)
    table, drawing = code.strip().splitlines()
    names: dict[str, Any] = {"notebook": notebook}
    exec(table, names)
    axes = eval(drawing, names)
    assert axes.get_title() == "Accepted, of the last ten answers"
    assert list(axes.lines[0].get_ydata())[-1] == sum(names["answers"]["accepted"][-10:]) / 10


def test_the_map_of_coverage_counts_our_cases() -> None:
    table = notebook.coverage_table()
    assert isinstance(table, DataFrame)
    assert set(table.loc[table["kind"] == "red_flag", "refer"]) != {0}


def test_the_votes_wait_while_a_room_is_led_in_the_same_kernel() -> None:
    program = """
import sys
from carelevel import notebook
from carelevel.bank import Bank, open_bank
from carelevel.core.room_state import Settings
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room
presenter = notebook.workshop()
room = open_room(open_bank(), Rooms(), [new_entry("kitchen-shift")], Settings())
presenter.presentation.workshop = room
waiting = type(notebook.votes_table()).__name__, "pandas" in sys.modules
presenter.presentation.workshop = None
empty = type(notebook.votes_table()).__name__
room.forward()
room.count_hands(1, {"residential": 3})
print(*waiting, empty, type(notebook.votes_table()).__name__)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["Page", "False", "Page", "DataFrame"]


def test_pandas_is_imported_only_when_a_table_is_asked_for() -> None:
    program = """
import sys
from carelevel import notebook
notebook.review_coverage, notebook.my_progress()
early = "pandas" in sys.modules
notebook.my_answers_table()
print(early, "pandas" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]
