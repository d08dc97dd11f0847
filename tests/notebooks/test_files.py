"""How a notebook is kept: no outputs, code hidden, nothing that a key can delete, one call a cell."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest
from carelevel import notebook as calls
from nbformat import NotebookNode

from tests.conftest import our_bank

FOLDER = Path(__file__).parents[2] / "notebooks"
FILES = sorted(FOLDER.glob("*.ipynb"))
MOST_CODE = 12

pytestmark = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def cells(file: Path, kind: str) -> list[NotebookNode]:
    return [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == kind]


def test_it_is_a_valid_notebook_for_any_python(file: Path) -> None:
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"


def test_no_cell_keeps_what_a_run_left(file: Path) -> None:
    for cell in cells(file, "code"):
        assert (cell.outputs, cell.execution_count) == ([], None)
        assert "execution" not in cell.metadata


def test_no_key_deletes_a_cell_and_no_code_is_in_the_way(file: Path) -> None:
    for cell in cells(file, "markdown") + cells(file, "code"):
        assert cell.metadata["deletable"] is False
        assert cell.metadata["editable"] is False
    for cell in cells(file, "code"):
        assert cell.metadata["jupyter"] == {"source_hidden": True}


def test_a_code_cell_is_one_call_under_a_line_that_says_what_it_shows(file: Path) -> None:
    shown = cells(file, "code")
    assert 1 <= len(shown) <= MOST_CODE
    for cell in shown:
        # The first line is all that JupyterLab shows of a hidden cell.
        assert cell.source.startswith("# Shows ")
        *imports, call = ast.parse(cell.source).body
        assert all(isinstance(line, ast.ImportFrom) for line in imports)
        assert re.fullmatch(r"notebook\.\w+\(\)", ast.unparse(call))


def test_every_call_is_one_that_there_is(file: Path) -> None:
    for cell in cells(file, "code"):
        name = cell.source.rsplit("notebook.", 1)[1].removesuffix("()")
        assert callable(getattr(calls, name))


def test_its_first_cell_says_how_to_start_it_where_there_is_a_menu_and_the_second_has_the_notice(file: Path) -> None:
    start, first = cells(file, "markdown")[:2]
    assert "Run ▸ Run All Cells" in start.source
    assert start.metadata.tags == ["to-start"], "plain pages leave it out"
    assert our_bank().criteria.notice in first.source


def test_its_title_is_its_first_heading_and_no_heading_skips_a_level_before_what_a_cell_shows(file: Path) -> None:
    notebook = nbformat.read(file, as_version=4)
    levels = [0]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert levels[-1] <= 2, "a page's own headings begin with the third"
        else:
            found = re.findall(r"(?m)^(#+) (.+)$", cell.source)
            assert not found or len(levels) > 1 or found[0] == ("#", notebook.metadata.title)
            for hashes, _ in found:
                assert len(hashes) <= levels[-1] + 1
                levels.append(len(hashes))
    assert levels.count(1) == 1


def test_its_links_lead_to_what_is_there(file: Path) -> None:
    prose = "\n".join(cell.source for cell in cells(file, "markdown"))
    headings = {f"#{heading.replace(' ', '-')}" for heading in re.findall(r"(?m)^#+ (.+)$", prose)}
    links = re.findall(r"\]\(([^)]+)\)", prose)
    assert links
    assert [link for link in links if link not in headings and not (FOLDER / link).is_file()] == []
