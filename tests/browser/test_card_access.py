"""Whom a card leaves out: axe's rules in both themes, and every key on every kind of focusable element."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.access import KEYS, bound_keys, count_wider, keeps_keys, one_of_each_kind, press_keys, violations
from tests.browser.card_page import CardPage
from tests.browser.jupyter import THEMES, JupyterLab, NotebookPage

NOTEBOOK = "00_start_here.ipynb"
PHONE_HEIGHT = 844
WIDE = """root => {
    root.style.width = "1000px";
    root.querySelector(".cl-told > .cl-warning").style.minHeight = "2000px";
}"""
GAP = """root => {
    const parts = [...root.querySelectorAll(".cl-told > :not(.cl-warning)")].filter((part) => part.offsetHeight);
    const edge = (part, side) => part.getBoundingClientRect()[side];
    const ends = parts.map((part) => edge(part.lastElementChild ?? part, "bottom"));
    return Math.max(...parts.slice(1).map((part, before) => edge(part, "top") - ends[before]));
}"""
"""The widest gap between what stands below each other beside the box, in px."""


def test_a_card_leaves_nobody_out_on_a_narrow_page_by_axe_or_by_key_before_and_after_the_commit(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    card = CardPage(notebook.page)
    card.sentences.first.wait_for()
    assert bound_keys(notebook.page) == set(KEYS)
    _is_prose_before_buttons(card)
    _is_read_and_used_on_a_narrow_page(card)
    card.press("This case once more")
    card.sentences.nth(2).click()
    card.press("Compare")  # too early, so that what is missing is said
    _leaves_nobody_out(notebook, card, "card-before")
    card.choose()
    card.compare()
    _leaves_nobody_out(notebook, card, "card-after")


def _is_prose_before_buttons(card: CardPage) -> None:
    """A screen reader reads the story through in its paragraphs, and then meets the sentences that it can mark."""
    heard = card.root.locator(".cl-read").aria_snapshot()
    prose, _, buttons = heard.partition("group ")
    assert "- button" not in prose
    assert buttons.count("button ") == card.sentences.count()
    for paragraph in card.root.locator(".cl-story p").all_text_contents():
        assert " ".join(paragraph.split()) in prose.replace('\\"', '"')


def _is_read_and_used_on_a_narrow_page(card: CardPage) -> None:
    card.root.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(card.root) == 0
    card.choose()
    card.compare()
    edge = "root => root.querySelector('.cl-folds').getBoundingClientRect().top - root.getBoundingClientRect().top"
    assert card.root.evaluate(edge) <= 3 * PHONE_HEIGHT
    card.root.evaluate(WIDE)
    assert card.root.evaluate(GAP) <= 40
    card.root.evaluate("root => { root.style.width = '360px'; }")
    card.unfold()
    assert count_wider(card.root) == 0
    expect(card.verdict).to_be_visible()
    card.root.evaluate("root => { root.style.width = ''; }")


def _leaves_nobody_out(notebook: NotebookPage, card: CardPage, name: str) -> None:
    """Everything unfolded: all of axe's rules in a light theme, the colors in a dark one, and every key."""
    card.unfold()
    for theme in reversed(THEMES):
        notebook.switch_theme(theme)
        notebook.screenshot(f"{name}-{theme}")
        assert violations(notebook.page, ".cl-card:has(.cl-body)", colors_only=theme == "dark") == []
    _keeps_every_key(notebook, card)


def _keeps_every_key(notebook: NotebookPage, card: CardPage) -> None:
    before = [(cell["cell_type"], cell["source"]) for cell in notebook.cells()]
    assert keeps_keys(card.root)
    kinds = one_of_each_kind(card.root)
    assert len(kinds) > 5
    press_keys(card.page, kinds)
    card.root.locator("p").last.click()  # on prose the root takes the focus
    for key in KEYS:
        card.page.keyboard.press(key)
    assert [(cell["cell_type"], cell["source"]) for cell in notebook.cells()] == before
    assert card.page.locator(".jp-Notebook.jp-mod-commandMode .jp-Cell.jp-mod-selected").count() <= 1
