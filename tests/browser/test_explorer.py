"""The second notebook in JupyterLab: the explorer by mouse and keys, its pages and the explorer for everybody."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Locator, ViewportSize, expect

from tests.browser.access import KEYS, count_wider, keeps_keys, press_keys, violations
from tests.browser.jupyter import JupyterLab, NotebookPage

NOTEBOOK = "01_levels_and_criteria.ipynb"
TALL: ViewportSize = {"width": 1280, "height": 9000}
"""Enough that JupyterLab draws every cell."""
UNFOLD = "() => document.querySelectorAll('.cl-card details').forEach(one => { one.open = true; })"


def opened(lab: JupyterLab, chromium: Browser) -> tuple[NotebookPage, Locator]:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    notebook.page.set_viewport_size(TALL)
    explorer = notebook.page.locator(".cl-explorer")
    explorer.wait_for()
    return notebook, explorer


def sources(notebook: NotebookPage) -> list[Any]:
    return [(cell["cell_type"], cell["source"]) for cell in notebook.cells()]


def test_the_explorer_by_mouse_and_keys_on_a_wide_and_a_narrow_page_leaves_nobody_out(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook, explorer = opened(lab, chromium)
    _answer_follows(notebook, explorer)
    explorer.get_by_role("button", name="Clear all").click()
    _is_used_on_a_narrow_page(notebook, explorer)
    explorer.get_by_role("button", name="Clear all").click()
    _pages_leave_nobody_out(notebook, explorer)


def _answer_follows(notebook: NotebookPage, explorer: Locator) -> None:
    """A finding, a case, a clearing and the keys; what was open stays open."""
    answer = explorer.locator(".cl-answer h3")
    expect(answer).to_have_text("Nothing is known yet")
    expect(explorer.locator(".cl-rung")).to_have_count(0)
    first = explorer.locator(".cl-findings h3").first
    expect(first).to_contain_text("Red flags")
    explorer.get_by_label("Home surroundings").select_option("tempting")
    expect(answer).to_have_text("Residential")
    expect(explorer.locator(".cl-rung-recommended")).to_contain_text("recommended")
    explorer.get_by_label("Sober living place").select_option("available")
    expect(answer).to_have_text("Partial hospitalization")
    expect(explorer.locator(".cl-rung-accepted")).to_contain_text("Residential")
    explorer.get_by_label("Begin with a case").select_option(label="The market stall · Intake")
    expect(answer).to_have_text("Outpatient")
    expect(explorer.get_by_label("Support")).to_have_value("strong")
    notebook.screenshot("explorer")
    explorer.get_by_role("button", name="Clear all").click()
    expect(explorer.locator(".cl-count")).to_have_text("Nothing is chosen yet.")
    expect(explorer.get_by_label("Support")).to_have_value("")

    explorer.get_by_label("Severity").select_option(index=1)
    more = explorer.locator(".cl-answer details", has_text="More to ask")
    more.locator("summary").click()
    explorer.get_by_label("Severity").focus()
    notebook.page.keyboard.press("Tab")
    notebook.page.keyboard.press("ArrowDown")
    notebook.page.keyboard.press("ArrowDown")
    expect(explorer.locator(".cl-answer h3")).to_have_text("Residential")
    expect(explorer.get_by_label("Fear of using again")).to_have_value("high")
    expect(explorer.get_by_label("Fear of using again")).to_be_focused()
    expect(explorer.locator("[aria-live]")).to_contain_text("Residential")
    explorer.get_by_label("Fear of using again").select_option("")
    expect(more).to_have_attribute("open", "")


def _is_used_on_a_narrow_page(notebook: NotebookPage, explorer: Locator) -> None:
    explorer.evaluate("root => { root.style.width = '272px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(explorer) == 0
    explorer.get_by_label("Self-control").select_option("struggles")
    expect(explorer.locator(".cl-answer h3")).to_have_text("Residential")
    notebook.page.set_viewport_size({"width": 1280, "height": 700})
    explorer.get_by_label("Pregnancy").scroll_into_view_if_needed()
    expect(explorer.locator(".cl-answer h3")).not_to_be_in_viewport()
    expect(explorer.locator(".cl-so-far")).to_have_text("So far: Residential See why")
    expect(explorer.locator(".cl-so-far")).to_be_in_viewport()
    explorer.get_by_role("button", name="See why").click()
    expect(explorer.locator(".cl-answer h3")).to_be_in_viewport()
    assert count_wider(explorer) == 0
    explorer.evaluate("root => { root.style.width = ''; }")
    notebook.page.set_viewport_size(TALL)


def _pages_leave_nobody_out(notebook: NotebookPage, explorer: Locator) -> None:
    """Axe finds nothing on the pages and the explorer, all unfolded, and no key changes the notebook."""
    explorer.get_by_label("Home surroundings").select_option("tempting")
    expect(explorer.locator(".cl-answer h3")).to_have_text("Residential")
    notebook.page.evaluate(UNFOLD)
    assert violations(notebook.page, ".cl-card") == []
    notebook.switch_theme("dark")
    assert violations(notebook.page, ".cl-card", colors_only=True) == []

    before = sources(notebook)
    assert all(keeps_keys(face) for face in notebook.page.locator(".cl-card").all())
    some = [
        explorer.get_by_label("Severity"),
        explorer.get_by_role("button", name="Clear all"),
        explorer.locator("summary").first,
        notebook.page.locator(".cl-page summary").first,
    ]
    press_keys(notebook.page, some)
    explorer.locator(".cl-summary").click()  # on prose the root takes the focus
    for key in KEYS:
        notebook.page.keyboard.press(key)
    assert sources(notebook) == before
