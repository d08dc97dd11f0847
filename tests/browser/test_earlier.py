"""The earlier answers in JupyterLab: from a figure to the answers behind it, to one of them, and back."""

from __future__ import annotations

from dataclasses import replace

from carelevel.bank import Bank
from carelevel.practice.simulated_trainees import worked_record
from carelevel.store.store import open_store
from playwright.sync_api import Browser, expect

from tests.browser.access import FOCUSABLE, count_wider, keeps_keys, press_keys, violations
from tests.browser.jupyter import JupyterLab

CODE = "wren"
SHOWN = ".cl-earlier-answers"


def test_a_figure_leads_to_the_answers_behind_it_and_each_is_told_again(
    lab: JupyterLab, chromium: Browser, bank: Bank
) -> None:
    lab.data.mkdir(exist_ok=True)
    (lab.data / "trainee").write_text(CODE)
    store = open_store(f"sqlite:///{lab.data / 'carelevel.sqlite3'}")
    store.keep_all([replace(attempt, trainee=CODE) for attempt in worked_record(bank)])
    notebook = lab.open(chromium, "03_my_progress.ipynb")
    notebook.run_all()
    page, before = notebook.page, notebook.cells()
    link = page.locator(".cl-shades a").first
    count = int(link.inner_text().split()[0].lstrip("="))
    link.click()
    answers = page.locator(SHOWN)
    title = answers.locator("h3.cl-first")
    expect(title).to_be_focused()
    expect(title).to_have_text(f"{count} of your 60 answers")
    expect(title).to_be_in_viewport()
    expect(answers.locator(".cl-to-open li")).to_have_count(count)
    notebook.screenshot("earlier-answers")
    answers.locator(".cl-to-open button").first.click()
    expect(answers.locator(".cl-verdict h3")).to_be_focused()
    notebook.screenshot("earlier-answer")
    answers.get_by_role("button", name="Back to the figure").click()
    expect(link).to_be_focused()
    answers.get_by_role("button", name="Back to the list").click()
    answers.get_by_role("button", name="Show all").click()
    expect(title).to_have_text("60 answers")
    answers.get_by_text("Choose which answers").click()
    answers.get_by_label("What you missed").focus()
    answers.get_by_label("What you missed").select_option("level")
    expect(title).to_have_text("10 of your 60 answers")
    expect(answers.get_by_label("What you missed")).to_be_focused()
    assert violations(page, SHOWN) == []
    assert keeps_keys(answers)
    press_keys(page, answers.locator(FOCUSABLE).all()[:3], ("a", "d", "d"))
    answers.evaluate("root => { root.style.width = '272px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(answers) == 0
    notebook.switch_theme("dark")
    assert violations(page, SHOWN, colors_only=True) == []
    assert notebook.cells() == before
