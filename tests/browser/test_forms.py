"""Forms before and after in JupyterLab, by mouse and by keys alone, left and found again; the same page in Voilà."""

from __future__ import annotations

from carelevel.core.form_answer import LENGTH
from carelevel.store.store import Store
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import count_wider, keeps_keys, violations
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.browser.voila import Voila

FORM, GROUPS = "06_form.ipynb", "12_before_and_after.ipynb"
HEIGHT = "one => one.offsetHeight"


def opened(lab: JupyterLab, chromium: Browser) -> tuple[NotebookPage, Locator]:
    notebook = lab.open(chromium, FORM)
    notebook.run_all()
    form = notebook.page.locator(".cl-form")
    form.wait_for()
    return notebook, form


def register(page: Page) -> tuple[Locator, tuple[str, str]]:
    """A group by keys and one by mouse, on the supervisor's page; the codes of the second place of the latter."""
    groups = page.locator(".cl-groups")
    groups.get_by_label("How many trainees").focus(timeout=90_000)
    for key in ("Control+A", "4", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    of_group = groups.locator(".cl-group-of-forms")
    expect(of_group).to_have_count(1)
    groups.get_by_role("button", name="Register a group").click()
    expect(of_group).to_have_count(2)
    expect(groups.locator(".cl-message")).to_contain_text("Registered: ")
    of_group.first.locator("summary", has_text="The codes").click()
    cells = of_group.first.locator("tbody tr").nth(1).locator("td")
    before, after, _ = cells.evaluate_all("cells => cells.map(cell => cell.lastChild.textContent)")
    assert violations(page, ".cl-groups") == []
    return groups, (before, after)


def registered(lab: JupyterLab, chromium: Browser) -> tuple[str, str]:
    notebook = lab.open(chromium, GROUPS)
    notebook.run_all()
    groups, codes = register(notebook.page)
    notebook.screenshot("groups")
    with notebook.page.expect_download() as download:
        groups.get_by_role("button", name="Codebook").first.click()
    assert download.value.suggested_filename == "carelevel-forms-codebook.csv"
    groups.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(groups) == 0
    return codes


def title(form: Locator, number: int) -> None:
    kind = "Note" if number <= 12 else "Story"
    expect(form.locator("h3")).to_have_text(f"{kind} {number} of {LENGTH}")


def fill(page: Page, form: Locator, first: int, last: int = LENGTH) -> None:
    """The rest of a form by keys alone: the title has the focus, the first radio is a press of Tab away."""
    for number in range(first, last + 1):
        title(form, number)
        expect(form.locator("h3")).to_be_focused()
        page.keyboard.press("Tab")
        expect(form.get_by_role("radio").first).to_be_focused()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")


def test_both_forms_of_a_code_by_mouse_and_by_keys_with_a_killed_kernel_between(
    lab: JupyterLab, chromium: Browser
) -> None:
    before, after = registered(lab, chromium)
    notebook, form = opened(lab, chromium)
    page = notebook.page
    form.get_by_label("Code of the form").fill(after)
    form.get_by_role("button", name="Begin").click()
    expect(form.locator(".cl-message")).to_contain_text("first one is not whole yet")
    form.get_by_label("Code of the form").fill(before.lower())
    form.get_by_role("button", name="Begin").click()
    title(form, 1)
    form.get_by_role("button", name="Keep and go on").click()
    expect(form.locator(".cl-missing")).to_be_visible()
    height = form.locator("fieldset").evaluate(HEIGHT)
    form.get_by_role("radio", name="Residential").check()
    expect(form.locator(".cl-missing")).to_be_hidden()
    assert form.locator("fieldset").evaluate(HEIGHT) == height
    notebook.screenshot("form-note")
    assert violations(page, ".cl-form") == []
    form.get_by_role("button", name="Keep and go on").click()
    title(form, 2)
    form.get_by_role("radio", name="Outpatient", exact=False).first.check()
    page.wait_for_timeout(500)  # what is chosen is on its way
    lines = form.locator(".cl-note li").all_inner_texts()
    notebook.kill_kernel()
    notebook.run_all()
    title(form, 2)
    expect(form).to_contain_text(f"1 of {LENGTH} answers are in")
    expect(form.get_by_role("radio", name="Outpatient", exact=False).first).to_be_checked()
    assert form.locator(".cl-note li").all_inner_texts() == lines
    assert keeps_keys(form)
    cells = notebook.cells()
    form.locator("h3").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    fill(page, form, 3)
    expect(form).to_contain_text("What came of them is told when the second form is in too")
    expect(form.locator("table")).to_have_count(0)
    form.get_by_label("Code of the form").fill(after)
    page.keyboard.press("Enter")
    fill(page, form, 1)
    expect(form.locator("tbody tr")).to_have_count(LENGTH)
    assert violations(page, ".cl-form") == []
    notebook.screenshot("form-both")
    form.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert count_wider(form) == 0
    assert notebook.cells() == cells
    store = Store(f"sqlite:///{lab.data / 'carelevel.sqlite3'}")
    assert len(store.form_answers_of(store.form_groups()[0].id)) == 2 * LENGTH
    store.close()


def test_a_group_is_registered_and_its_form_begun_in_voila_by_mouse_and_by_keys_alone(
    voila: Voila, chromium: Browser
) -> None:
    _, (before, _) = register(voila.open(chromium, GROUPS))
    page = voila.open(chromium, FORM)
    form = page.locator(".cl-form")
    form.get_by_label("Code of the form").fill("nonsense", timeout=90_000)
    form.get_by_role("button", name="Begin").click()
    expect(form.locator(".cl-message")).to_contain_text("is no code of a form")
    form.get_by_label("Code of the form").fill(before)
    page.keyboard.press("Enter")
    fill(page, form, 1, 3)
    title(form, 4)
    form.get_by_role("radio", name="Residential").check()
    form.get_by_role("button", name="Keep and go on").click()
    title(form, 5)
    assert violations(page, ".cl-form") == []
