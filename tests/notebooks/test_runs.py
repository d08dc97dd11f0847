"""What each notebook shows after one Run All, its cards driven from a cell added at its end."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.conftest import our_bank

ROOT = Path(__file__).parents[2]
FIND = """
def shown(kind):
    return next(value for value in Out.values() if type(value).__name__ == kind)
"""


@pytest.fixture(autouse=True)
def own_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_BANK", str(ROOT / "cases"))


def ran(name: str, *added: str) -> nbformat.NotebookNode:
    """The notebook after Run All, cells *added* at its end."""
    notebook = nbformat.read(ROOT / "notebooks" / name, as_version=4)
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in (FIND, *added)]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()
    logged = [output.text for cell in notebook.cells for output in cell.get("outputs", []) if "stderr" in str(output)]
    assert logged == [], "a card has met a fault of its own"
    return notebook


@cache
def second_notebook() -> nbformat.NotebookNode:
    """The notebook of levels and criteria; its last cell tells where the explorer went."""
    move = """
import json
explorer = shown("Explorer")
levels = [explorer.view["level"]]
explorer.set("home", "tempting"); levels.append(explorer.view["level"])
explorer.load("market-stall"); levels.append(explorer.view["level"])
explorer.clear(); levels.append(len(explorer.findings))
print(json.dumps(levels))
"""
    return ran("01_levels_and_criteria.ipynb", move)


def html_of(notebook: nbformat.NotebookNode, cell_id: str) -> str:
    """The page that a cell shows, without its stylesheet."""
    cell = next(cell for cell in notebook.cells if cell.get("id") == cell_id)
    page: str = cell.outputs[0]["data"]["text/html"]
    return page.split("</style>")[1]


def told(notebook: nbformat.NotebookNode) -> Any:
    """What the last cell printed, as JSON."""
    return json.loads(notebook.cells[-1].outputs[0]["text"])


def test_the_first_notebook_shows_that_all_is_ready_and_works_a_case_through() -> None:
    drive = """
import json
card = shown("Card")
before = card.view["stage"], card.view["title"]
card.mark(5, 6)
card.choose("outpatient", withdrawal_first=False, confidence="certain")
card.commit()
print(json.dumps([*before, card.view["stage"], card.view["compared"]["verdict"]]))
"""
    notebook = ran("00_start_here.ipynb", drive)
    assert "cases are waiting for you" in html_of(notebook, "welcome")
    assert told(notebook) == ["answer", "The market stall", "compared", "agrees"]


def test_the_second_notebook_shows_levels_rules_tensions_and_silences() -> None:
    notebook = second_notebook()
    assert "Partial hospitalization" in html_of(notebook, "levels")
    assert "has nobody who is able to support them" in html_of(notebook, "criteria")
    assert "Nobody to lean on" in html_of(notebook, "tensions")
    assert "naloxone" in html_of(notebook, "silences")
    assert told(notebook) == ["Nothing is known yet", "Residential", "Outpatient", 0]


def test_every_claim_appears_in_the_second_notebook() -> None:
    page = html_of(second_notebook(), "criteria")
    claims = our_bank().criteria.claims
    assert [claim.id for claim in claims if f"<b>{claim.id}</b>" not in page] == []


def test_a_notebook_run_again_after_its_kernel_ended_shows_the_answer_again() -> None:
    answer = """
card = shown("Card")
level = card.practice.question.point.key.level
card.choose(level, withdrawal_first=False, confidence="guess") if level != "escalate" else card.choose(
    level, confidence="guess")
card.commit()
"""
    tell = """
import json
card = shown("Card")
print(json.dumps([card.view["stage"], card.view["title"]]))
"""
    stage, title = told(ran("02_practice.ipynb", answer, tell))
    assert stage == "compared"
    assert told(ran("02_practice.ipynb", tell)) == ["compared", title]


def test_a_bank_that_is_not_there_is_a_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", str(tmp_path / "gone"))
    notebook = ran("02_practice.ipynb")
    assert "there is no such folder" in html_of(notebook, "practice")
