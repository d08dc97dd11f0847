"""A record downloaded, loaded and erased in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from carelevel.core.attempt import Attempt
from carelevel.exports.attempts import Format, written
from carelevel.store.store import Store, open_store
from carelevel.widgets.record.face import LARGEST_FILE
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import FOCUSABLE, keeps_keys, press_keys, violations
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.browser.voila import Voila

Make = Callable[..., Attempt]
CODE = "wren"
NOTEBOOK = "record.ipynb"
PAST = -60 * 24 * 365 * 10
"""Minutes from the fixture's morning to one that is past by any clock."""


def prepared(server: JupyterLab | Voila, kept: list[Attempt]) -> Store:
    """The server's record, with *kept* in it, and a notebook that shows it."""
    call = nbformat.v4.new_code_cell("from carelevel import notebook\n\nnotebook.record()")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[call], metadata=kernel), server.notebooks / NOTEBOOK)
    server.data.mkdir(exist_ok=True)
    (server.data / "trainee").write_text(CODE)
    store = open_store(f"sqlite:///{server.data / 'carelevel.sqlite3'}")
    store.keep_all(kept)
    return store


def face(page: Page) -> Locator:
    shown = page.locator(".cl-record")
    shown.wait_for()
    return shown


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as started:
        face(page).get_by_role("button", name=button).click()
    return Path(started.value.path()).read_bytes()


def load(page: Page, name: str, content: bytes) -> Locator:
    record = face(page)
    record.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": content})
    record.get_by_role("button", name="Load answers").click()
    return record.locator(".cl-message")


def erase(page: Page, code: str) -> Locator:
    record = face(page)
    if not record.locator(".cl-erase").evaluate("one => one.open"):
        record.locator(".cl-erase summary").click()
    record.get_by_label("Your code").fill(code)
    record.get_by_role("button", name="Erase for good").click()
    return record.locator(".cl-message")


def work_through(page: Page, store: Store, kept: list[Attempt], elsewhere: list[Attempt]) -> None:
    """Everything that a trainee can do to a record, with a mouse."""
    expect(face(page)).to_contain_text("2 answers kept under the code wren.")
    own = downloaded(page, "To hand in")
    assert own.decode() == "".join(written(kept, Format.JSONL))
    assert downloaded(page, "For a spreadsheet").decode() == "".join(written(kept, Format.CSV))
    page.get_by_text("For a learning record store").click()
    assert len(json.loads(downloaded(page, "xAPI"))) == 2
    expect(load(page, "mine.jsonl", own)).to_contain_text("0 answers added, 2 there already, 0 refused")
    foreign = "".join(written(elsewhere, Format.CSV)).encode() + b"<b>torn"
    mine = face(page).get_by_role("button", name="Yes, load it as mine")
    expect(mine).to_be_hidden()
    expect(load(page, "old.csv", foreign)).to_contain_text("old.csv: 1 answer kept under another code (local-old)")
    mine.click()
    expect(face(page).locator(".cl-message")).to_contain_text("1 answer added, 0 there already, 1 refused")
    expect(mine).to_be_hidden()
    expect(erase(page, "wrong")).to_contain_text("Nothing was erased.")
    assert len(store.attempts(CODE)) == 3
    expect(erase(page, CODE)).to_contain_text("Your record is erased: 3 answers.")
    assert store.attempts(CODE) == ()
    expect(load(page, "mine.jsonl", own)).to_contain_text("2 answers added, 0 there already, 0 refused")
    assert store.attempts(CODE) == tuple(kept)


@pytest.fixture
def kept(attempt: Make) -> list[Attempt]:
    return [attempt(PAST + minutes, trainee=CODE) for minutes in range(2)]


def test_a_record_leaves_nobody_out_is_taken_along_brought_back_and_erased_in_jupyterlab_and_takes_a_large_file(
    lab: JupyterLab, chromium: Browser, attempt: Make, kept: list[Attempt]
) -> None:
    store = prepared(lab, kept)
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    _leaves_nobody_out(notebook)
    work_through(notebook.page, store, kept, [attempt(PAST, trainee="local-old")])
    expect(erase(notebook.page, CODE)).to_contain_text("Your record is erased: 2 answers.")
    _takes_almost_the_largest_file_and_sends_no_larger(notebook.page, kept)


def test_a_record_is_taken_along_brought_back_and_erased_in_voila(
    voila: Voila, chromium: Browser, attempt: Make, kept: list[Attempt]
) -> None:
    store = prepared(voila, kept)
    page = voila.open(chromium, NOTEBOOK)
    work_through(page, store, kept, [attempt(PAST, trainee="local-old")])


def _leaves_nobody_out(notebook: NotebookPage) -> None:
    page, before = notebook.page, notebook.cells()
    record = face(page)
    expect(load(page, "junk.csv", b"junk")).to_contain_text("this is no export of answers")
    record.locator(".cl-erase summary").click()
    notebook.screenshot("my-record-light")
    assert violations(page, ".cl-record") == []
    assert keeps_keys(record)
    press_keys(page, record.locator(FOCUSABLE).all(), ("a", "m", "d", "d", "ArrowUp"))
    notebook.switch_theme("dark")
    notebook.screenshot("my-record-dark")
    assert violations(page, ".cl-record", colors_only=True) == []
    assert notebook.cells() == before


def _takes_almost_the_largest_file_and_sends_no_larger(page: Page, kept: list[Attempt]) -> None:
    own = "".join(written(kept, Format.JSONL)).encode()
    padded = own + b" " * (60 * 1024) + b"\n"
    padded += (b" " * (60 * 1024) + b"\n") * ((LARGEST_FILE - len(padded)) // (60 * 1024 + 1))
    assert LARGEST_FILE - 64 * 1024 < len(padded) <= LARGEST_FILE
    expect(load(page, "large.jsonl", padded)).to_contain_text("2 answers added", timeout=20_000)
    expect(load(page, "larger.jsonl", b"x" * (LARGEST_FILE + 1))).to_contain_text("at most 8 MB")
