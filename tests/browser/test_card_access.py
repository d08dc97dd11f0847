"""Whom a card leaves out: axe's rules in both themes, and every key on every focusable element."""

from __future__ import annotations

import string

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.card_page import FOCUSABLE, CardPage
from tests.browser.jupyter import JupyterLab, Theme

NOTEBOOK = "00_start_here.ipynb"
KEYS = (*string.ascii_lowercase, *"ADZ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
COUNT_WIDER = """root => {
    const edge = root.getBoundingClientRect().right + 1;
    return [...root.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > edge).length;
}"""
SUPPRESSED = "(root, all) => [...root.querySelectorAll(all)].every(one => one.dataset.lmSuppressShortcuts)"


def violations(page: Page) -> list[str]:
    found = Axe().run(page, context=".cl-card:has(.cl-body)").response["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_commit(lab: JupyterLab, chromium: Browser, theme: Theme) -> None:
    notebook = lab.open(chromium, NOTEBOOK, theme)
    notebook.run_all()
    card = CardPage(notebook.page)
    card.sentences.nth(2).click()
    card.press("Compare")  # too early, so that what is missing is said
    card.unfold()
    notebook.screenshot(f"card-before-{theme}")
    assert violations(card.page) == []
    card.choose()
    card.compare()
    card.unfold()
    notebook.screenshot(f"card-after-{theme}")
    assert violations(card.page) == []


@pytest.mark.parametrize("committed", [False, True], ids=["before the commit", "after the commit"])
def test_no_key_on_anything_focusable_changes_the_notebook(lab: JupyterLab, chromium: Browser, committed: bool) -> None:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    card = CardPage(notebook.page)
    card.sentences.first.wait_for()
    if committed:
        card.choose()
        card.compare()
    card.unfold()
    before = [(cell["cell_type"], cell["source"]) for cell in notebook.cells()]
    elements = card.root.locator(FOCUSABLE).element_handles()
    visible = [element for element in elements if element.is_visible()]
    assert len(visible) > 5
    assert card.root.evaluate(SUPPRESSED, FOCUSABLE)
    for element in visible:
        for key in KEYS:
            element.focus()
            card.page.keyboard.press(key)
    card.root.locator("p").last.click()  # on prose the root takes the focus
    for key in (*KEYS, "d", "d"):
        card.page.keyboard.press(key)
    assert [(cell["cell_type"], cell["source"]) for cell in notebook.cells()] == before
    assert card.page.locator(".jp-Notebook.jp-mod-commandMode .jp-Cell.jp-mod-selected").count() <= 1


def test_a_card_can_be_read_and_used_on_a_narrow_page(lab: JupyterLab, chromium: Browser) -> None:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    card = CardPage(notebook.page)
    card.sentences.first.wait_for()
    card.root.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert card.root.evaluate(COUNT_WIDER) == 0
    card.choose()
    card.compare()
    card.unfold()
    assert card.root.evaluate(COUNT_WIDER) == 0
    expect(card.verdict).to_be_visible()
