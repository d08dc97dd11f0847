"""An interview in a browser: asked by mouse and by keys alone, found again after a killed kernel, for everybody."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from tests.browser.access import count_wider, keeps_keys, one_of_each_kind, press_keys, violations
from tests.browser.card_page import CardPage
from tests.browser.jupyter import THEMES, JupyterLab, NotebookPage
from tests.browser.voila import Voila

NOTEBOOK = "04_interview.ipynb"
HOUSING = "Where will they sleep tonight, and a month from now?"
SUICIDE = "Are they thinking about ending their life?"
STRUCTURE = "How does a day go when nobody has planned it for them?"
RENTED = "For twelve years Marisol has rented the same apartment over a tailor shop."


def question(card: CardPage, asks: str) -> Locator:
    return card.root.locator(".cl-questions li", has_text=asks)


def ask(card: CardPage, asks: str) -> None:
    question(card, asks).get_by_role("button").click()
    expect(question(card, asks).locator(".cl-heard")).to_be_visible()


def find_by_keys(card: CardPage, words: str) -> None:
    """Ask the one question that has these *words*."""
    card.tab_to(card.root.get_by_label("Find a question"))
    card.page.keyboard.type(words)
    expect(card.root.locator(".cl-questions li:visible")).to_have_count(1)
    expect(card.root.locator(".cl-asking [role=status]")).to_contain_text("Enter asks it")
    card.page.keyboard.press("Enter")


def decide(card: CardPage) -> None:
    card.choose()
    card.compare()


def test_an_interview_by_mouse_is_found_again_after_each_click_leaves_nobody_out_and_another_goes_by_keys_alone(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    card = CardPage(notebook.page)
    card.root.locator("summary", has_text="Choose another case").click()
    card.press("The market stall")
    expect(card.root.locator("h3.cl-first")).to_have_text("The market stall")
    expect(card.root.locator(".cl-story")).to_have_text("Marisol brings a jar of green tomatoes for the counselor.")
    assert "rented" not in card.root.inner_text()
    ask(card, HOUSING)
    expect(question(card, HOUSING).locator(".cl-heard")).to_have_text(RENTED)
    expect(card.live).to_have_text(RENTED)
    ask(card, STRUCTURE)
    expect(question(card, HOUSING).locator(".cl-heard")).to_be_hidden()
    expect(card.root.locator(".cl-learned dt")).to_have_text(["Housing", "Need for structure"])
    expect(card.root.locator(".cl-learned dd").last).to_have_text('"A day is a day," Marisol says.')
    _leaves_nobody_out(notebook, card, "interview-before")
    card.root.get_by_role("radio", name="Outpatient").check()
    notebook.screenshot("interview-asking")
    notebook.kill_kernel()
    notebook.run_all()
    expect(card.root.locator(".cl-learned dt")).to_have_text(["Housing", "Need for structure"])
    expect(card.root.get_by_role("radio", name="Outpatient")).to_be_checked()
    ask(card, SUICIDE)
    decide(card)
    expect(card.verdict).to_contain_text("agrees")
    way = card.root.locator(".cl-way")
    expect(way).to_contain_text("You decided too soon: from what you knew, it could have been anything from Outpatient")
    expect(way).to_contain_text("9 would have been enough for this person’s level, and no fewer")
    expect(way.locator(".cl-warning")).to_contain_text("You never asked these safety questions: Pregnancy, Psychosis")
    expect(way.locator("tbody th")).to_have_text(
        ["Before any question", "Housing", "Need for structure", "Thoughts of suicide"]
    )
    expect(way.locator("tbody td.cl-open")).to_have_count(16)
    notebook.screenshot("interview-way")
    _picture(way, "interview-way-itself")
    card.unfold()
    _leaves_nobody_out(notebook, card, "interview-after")
    notebook.restart_kernel()
    notebook.run_all()
    expect(card.root.locator(".cl-way tbody tr")).to_have_count(4)
    card.press("This interview once more")
    expect(card.root.locator(".cl-learned")).to_have_count(0)
    _goes_by_keys_alone(card)
    card.press("Next interview")
    expect(card.root.locator(".cl-learned")).to_have_count(0)


def _goes_by_keys_alone(card: CardPage) -> None:
    keys = card.page.keyboard
    find_by_keys(card, "sleep tonight")
    expect(card.live).to_have_text(RENTED)
    expect(question(card, HOUSING).get_by_role("button")).to_contain_text("(asked)")
    keys.press("Backspace")  # what was typed is selected by then
    expect(card.root.locator(".cl-questions li:visible")).to_have_count(28)
    keys.press("Enter")
    assert card.focused() == card.root.locator(".cl-questions button").first.text_content()
    keys.press("Shift+Tab")
    keys.type("no such words")
    expect(card.root.locator(".cl-asking [role=status]")).to_have_text("No question has these words.")
    keys.press("Shift+Tab")
    assert card.focused() == "Go to the decision"
    keys.press("Enter")
    expect(card.root.get_by_role("radio").first).to_be_focused()
    card.decide_by_keys()
    expect(card.root.locator(".cl-way tbody tr")).to_have_count(2)
    assert "criteria" in card.focused()


def test_an_interview_in_voila_by_mouse_and_by_keys_alone(voila: Voila, chromium: Browser) -> None:
    card = CardPage(voila.open(chromium, NOTEBOOK))
    card.root.wait_for()
    find_by_keys(card, "sleep tonight")
    expect(question(card, HOUSING).locator(".cl-heard")).to_be_visible()
    assert violations(card.page, ".cl-interview") == []
    card.decide_by_keys()
    expect(card.root.locator(".cl-way tbody tr")).to_have_count(2)
    assert violations(card.page, ".cl-interview") == []
    card.press("Next interview")
    ask(card, SUICIDE)
    decide(card)
    expect(card.root.locator(".cl-way tbody tr")).to_have_count(2)


def _picture(part: Locator, name: str) -> None:
    """Keep it as *name*.png in the folder that CARELEVEL_SCREENSHOTS names, if it does."""
    if folder := os.environ.get("CARELEVEL_SCREENSHOTS"):
        part.screenshot(path=Path(folder) / f"{name}.png")


def _leaves_nobody_out(notebook: NotebookPage, card: CardPage, name: str) -> None:
    before = [(cell["cell_type"], cell["source"]) for cell in notebook.cells()]
    for theme in THEMES:
        notebook.switch_theme(theme)
        notebook.screenshot(f"{name}-{theme}")
        assert violations(notebook.page, ".cl-interview", colors_only=theme == "dark") == []
    notebook.switch_theme("light")
    assert keeps_keys(card.root)
    press_keys(card.page, one_of_each_kind(card.root), ("d", "d", "a", "ArrowDown"))
    assert [(cell["cell_type"], cell["source"]) for cell in notebook.cells()] == before
    card.root.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    for part in card.root.locator(".cl-way, .cl-columns").all():
        _picture(part, f"{name}-narrow")
    assert count_wider(card.root) == 0
    card.root.evaluate("root => { root.style.width = ''; }")
