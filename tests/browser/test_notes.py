"""Short notes in JupyterLab, by mouse and by keys alone; the same page in Voilà."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import KEYS, count_wider, keeps_keys, press_keys, violations
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.browser.voila import Voila

NOTEBOOK = "05_short_notes.ipynb"


def opened(lab: JupyterLab, chromium: Browser) -> tuple[NotebookPage, Locator]:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    notes = notebook.page.locator(".cl-notes")
    notes.locator(".cl-note").wait_for()
    return notebook, notes


def number(notes: Locator) -> Locator:
    return notes.locator(".cl-note-top h3")


def answer_until_wrong(page: Page, notes: Locator) -> None:
    """The first answer, over and over, until it is wrong."""
    for _ in range(20):
        notes.get_by_role("button", name="1 Outpatient").click()
        notes.locator(".cl-outcome").wait_for()
        if notes.locator(".cl-wrong").count():
            return
        notes.locator(".cl-main").click()
        notes.locator(".cl-answers").wait_for()
    raise AssertionError("twenty notes in a row ask for the same")


def test_a_round_by_keys_alone_survives_a_killed_kernel_and_the_next_is_answered_by_mouse(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook, notes = opened(lab, chromium)
    page, keyboard = notebook.page, notebook.page.keyboard
    expect(notes.locator(".cl-click-first")).to_be_visible()
    notes.locator(".cl-keys").click()
    expect(notes.locator(".cl-click-first")).to_be_hidden()
    box = notes.get_by_label("Withdrawal management first")
    keyboard.press("w")
    expect(box).to_be_checked()
    page.wait_for_timeout(500)  # the draft is on its way
    lines = notes.locator(".cl-note li").all_inner_texts()
    notebook.kill_kernel()
    notebook.run_all()
    notes.locator(".cl-note").wait_for()
    assert notes.locator(".cl-note li").all_inner_texts() == lines
    expect(box).to_be_checked()
    cells = notebook.cells()
    number(notes).focus()
    for asked in range(1, 11):
        expect(number(notes)).to_have_text(f"Note {asked} of 10")
        keyboard.press(str(asked % 4 + 1))
        notes.locator(".cl-outcome").wait_for()
        if asked == 10:
            expect(notes.locator(".cl-round")).to_contain_text(re.compile(r"of \d+ right|are not counted"))
            notebook.screenshot("notes-round")
        expect(notes.locator(".cl-main")).to_be_focused()
        keyboard.press("Enter")
        notes.locator(".cl-answers").wait_for()
        expect(number(notes)).to_be_focused()
    expect(number(notes)).to_have_text("Note 1 of 10")
    assert keeps_keys(notes)
    press_keys(page, [number(notes)], [key for key in KEYS if key not in ("ArrowUp", "ArrowDown")])
    assert notebook.cells() == cells
    _is_told_at_once_with_what_decides(notebook, notes)


def _is_told_at_once_with_what_decides(notebook: NotebookPage, notes: Locator) -> None:
    page = notebook.page
    expect(number(notes)).to_have_text("Note 1 of 10")
    assert 6 <= notes.locator(".cl-note li").count() <= 10
    expect(notes.locator("mark")).to_have_count(0)
    notebook.screenshot("notes-asked")
    answer_until_wrong(page, notes)
    wrong = notes.locator(".cl-note li").all_inner_texts()
    expect(notes.locator(".cl-lit small", has_text="decides").first).to_be_visible()
    expect(notes.locator("[aria-live]")).to_contain_text("criteria")
    notebook.screenshot("notes-told")
    assert violations(page, ".cl-notes") == []
    notebook.switch_theme("dark")
    assert violations(page, ".cl-notes", colors_only=True) == []
    notebook.screenshot("notes-told-dark")
    notes.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(notes) == 0
    notes.locator(".cl-outcome summary", has_text="whole").click()
    expect(notes.locator(".cl-outcome > details", has_text="whole")).to_contain_text("Why")
    notes.get_by_role("button", name="Next note").click()
    notes.locator(".cl-answers").wait_for()
    same = set(notes.locator(".cl-note li").all_inner_texts()) & set(line.removesuffix(" decides") for line in wrong)
    if notes.locator(".cl-why").inner_text():  # where a line could be changed
        assert len(same) == len(wrong) - 1
        expect(notes.locator(".cl-note small", has_text="new here")).to_have_count(1)
    assert violations(page, ".cl-notes") == []


def test_notes_are_answered_in_voila_by_mouse_and_by_keys_alone(voila: Voila, chromium: Browser) -> None:
    page = voila.open(chromium, NOTEBOOK)
    notes = page.locator(".cl-notes")
    notes.locator(".cl-note").wait_for(timeout=90_000)
    notes.get_by_role("button", name="3 Residential").click()
    expect(notes.locator(".cl-outcome")).to_be_visible()
    assert violations(page, ".cl-notes") == []
    expect(notes.locator(".cl-main")).to_be_focused()
    page.keyboard.press("Enter")
    expect(number(notes)).to_be_focused()
    expect(number(notes)).to_have_text("Note 2 of 10")
    page.keyboard.press("2")
    expect(notes.locator(".cl-outcome")).to_be_visible()
