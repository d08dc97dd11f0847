"""Every notebook, run with a bank of another trade: all calls show something, and nothing of our trade."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.content.test_other_trades import OURS, TAG

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("bank", ["swimming", "reading"])
def test_every_call_of_every_notebook_shows_another_bank_and_nothing_of_ours(
    bank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_BANK", str(ROOT / "tests" / "banks" / bank))
    calls = [
        nbformat.v4.new_code_cell(cell.source)
        for path in NOTEBOOKS
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code"
    ]
    together = nbformat.v4.new_notebook(cells=calls)
    NotebookClient(together, timeout=120, resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()
    outputs = [output for cell in together.cells for output in cell.outputs]
    assert len(NOTEBOOKS) == 11
    assert len(outputs) >= len(NOTEBOOKS)
    assert [output.text for output in outputs if "stderr" in str(output)] == []
    pages = [TAG.sub(" ", output["data"].get("text/html", "")) for output in outputs if "data" in output]
    found = [found[0] for page in pages for found in OURS.finditer(page)]
    assert found == []
