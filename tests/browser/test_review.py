"""The review of the bank in JupyterLab: pages, a table that sorts, blind answers, and nobody left out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from carelevel.bank import open_bank
from carelevel.core.attempt import Report
from carelevel.core.story_digest import text_digest
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.store.store import Store
from carelevel.store.supervisors import SupervisorAnswers
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import keeps_keys, violations
from tests.browser.jupyter import JupyterLab
from tests.browser.test_editor import bank

__all__ = ["bank"]

NOTEBOOK = "11_review_the_bank.ipynb"
MORNING = datetime(2025, 4, 5, 9, 30, tzinfo=UTC)
CODE = "wren"
NARROW = "heads => heads.filter(head => head.offsetParent && head.clientWidth < 30).map(head => head.textContent)"


def prepared(lab: JupyterLab) -> SupervisorAnswers:
    """Two supervisors on the server's database who agree but once; whoever works there is called CODE."""
    lab.data.mkdir(exist_ok=True)
    (lab.data / "trainee").write_text(CODE)
    answers = SupervisorAnswers(f"sqlite:///{lab.data / 'carelevel.sqlite3'}")
    for number, case in enumerate(open_bank().cases()[:8]):
        for code in ("owl", "robin"):
            other = number == 5 and code == "owl"
            level = "escalate" if other else case.points[0].key.level
            answers.keep(SupervisorAnswer(code, case.id, 0, text_digest(case, 0), level, MORNING))
    store = Store(answers._url)
    store.report(Report("00000000-0000-4000-8000-000000000007", CODE, "half-a-roof", "", 0, "Whose roof?", MORNING))
    store.close()
    return answers


def test_a_supervisor_reads_the_review_answers_two_points_blind_and_changes_lines_of_notes(
    lab: JupyterLab, chromium: Browser, bank: Path
) -> None:
    answers = prepared(lab)
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    page, before = notebook.page, notebook.cells()
    columns = page.locator(".cl-page thead th").evaluate_all(NARROW)
    assert columns == [], "each column has room"
    blind = page.locator(".cl-review:has(.cl-decide)")
    expect(blind).to_contain_text("Case 1 of")
    blind.get_by_role("button", name="Keep and go on").click()
    expect(blind.locator(".cl-missing")).to_be_visible()
    blind.get_by_role("radio", name="Residential").check()
    blind.get_by_role("button", name="Keep and go on").click()
    expect(blind).to_contain_text("Case 2 of")
    blind.get_by_role("radio", name="Not sure").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(blind).to_contain_text("Case 3 of")
    assert [one.level for one in answers.of(CODE)] == ["residential", ""]
    blind.get_by_role("button", name="Back").click()
    expect(blind.get_by_role("radio", name="Not sure")).to_be_checked()

    below = page.locator(".cl-review", has_text="answered blind")
    expect(below).to_contain_text("3 supervisors answered blind")  # without running the cell again

    reports = page.locator(".cl-review:has(.cl-notes)")
    expect(reports).to_contain_text("1 is open")
    reports.get_by_role("button", name="Dealt with").focus()
    page.keyboard.press("Enter")
    expect(reports).to_contain_text("0 are open")
    expect(reports.get_by_role("button", name="Open it again")).to_be_focused()
    reports.scroll_into_view_if_needed()
    notebook.screenshot("review-reports")

    cases = page.locator(".cl-cases")
    expect(cases.locator("tbody tr")).to_have_count(len(open_bank().case_ids()))  # those below the first screen too
    cases.get_by_role("button", name="Difficulty").click()
    expect(cases.locator("tbody tr").first.locator("td").first).to_contain_text("1, clear")
    cases.get_by_label("Search").fill("market stall")
    expect(cases.locator("tbody tr:visible")).to_have_count(1)
    cases.get_by_text("More").locator("visible=true").click()
    expect(cases.get_by_label("File name").locator("visible=true")).to_have_value("market-stall")
    cases.get_by_role("button", name="Write on it").locator("visible=true").click()
    leading = page.locator(".cl-card:has(.cl-cases) .cl-message")
    expect(leading).to_contain_text("is open in the editor")
    expect(leading.get_by_role("link")).to_have_attribute("href", "10_write_a_case.ipynb")
    cases.get_by_label("Search").fill("")
    expect(page.get_by_role("table", name="Red flags")).to_be_visible()

    parted = page.locator(".cl-parting").first
    expect(parted).to_be_hidden()  # who has not answered every case is not shown what others chose
    page.get_by_text("Show where supervisors differ").click()
    parted.get_by_text("Record a dissent").click()
    parted.get_by_role("button", name="Record in the case file").click()
    expect(parted.locator(".cl-missing")).to_be_visible()

    changes_lines(page, bank / "notes.yaml")
    notebook.screenshot("review-light")
    assert violations(page, ".cl-card") == []
    notebook.switch_theme("dark")
    notebook.screenshot("review-dark")
    assert violations(page, ".cl-card", colors_only=True) == []
    for face in page.locator(".cl-review").all():
        assert keeps_keys(face)
    for one in (blind.get_by_role("radio").first, cases.get_by_role("button").first):
        one.focus()
        for key in ("a", "m", "d", "d"):
            page.keyboard.press(key)
    assert [cell["source"] for cell in notebook.cells()] == [cell["source"] for cell in before]


def changes_lines(page: Page, file: Path) -> None:
    """By mouse a line is reworded and one added; by keys one is deleted and all is saved, beside what is there."""
    lines, before = page.locator(".cl-lines"), file.read_bytes()
    chosen = lines.get_by_label("Show and change the lines of")
    chosen.select_option("support none")
    expect(chosen).to_be_focused()
    first = lines.locator("li[data-place='0']")
    was = first.locator("p").first.inner_text()
    first.get_by_role("button", name="Reword").click()
    lines.get_by_label("The line", exact=True).first.fill("Nobody has called since before the winter, an addict.")
    lines.get_by_role("button", name="Keep").click()
    expect(first).to_contain_text("Wording that stigmatizes")
    expect(first.get_by_role("button", name="Reword")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Nobody has called since before the winter.")
    for key in ("Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(first).to_contain_text(was)
    expect(first).not_to_contain_text("stigmatizes")

    lines.get_by_label("The line", exact=True).fill("Eats alone on holidays, by the radio.")
    lines.get_by_role("button", name="Add").click()
    expect(lines.get_by_label("The line", exact=True)).to_have_value("")
    expect(lines.get_by_label("The line", exact=True)).to_be_focused()
    lines.locator("li[data-place='1']").get_by_role("button", name="Delete").focus()
    page.keyboard.press("Enter")
    expect(lines.locator(".cl-saving")).to_contain_text("3 changes are not saved yet")
    assert file.read_bytes() == before
    assert violations(page, ".cl-lines") == []
    lines.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    expect(lines.locator(".cl-message")).to_contain_text("Saved in cases/notes.yaml.")
    expect(lines.locator(".cl-message")).to_be_focused()
    expect(lines.locator("mark").first).to_be_visible()
    written = file.read_bytes().splitlines()
    kept = [line for line in before.splitlines() if line in written]
    assert len(kept) == len(before.splitlines()) - 2
    assert len(written) == len(kept) + 2

    lines.get_by_label("The line", exact=True).fill("Eats by the radio, and sings along.")
    lines.get_by_role("button", name="Add").click()
    expect(lines.locator(".cl-saving")).to_contain_text("1 change is not saved yet")
    file.write_bytes(file.read_bytes() + b"# A line of somebody else's.\n")
    lines.get_by_role("button", name="Save").click()
    lines.get_by_role("button", name="Put my changes into the file as it is now").click()
    expect(lines.locator(".cl-message")).to_have_text("Reading the file …")
    expect(lines.get_by_role("button", name="Save")).to_be_disabled()
    expect(lines.locator(".cl-message")).to_contain_text("Look at them, then save.")
    expect(lines.locator(".cl-message")).to_be_focused()
    lines.get_by_role("button", name="Save").click()
    expect(lines.locator(".cl-message")).to_contain_text("Saved in cases/notes.yaml.")
