"""A case worked through in a real JupyterLab, by keyboard alone and by mouse, and in Voilà."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.access import count_sheets, violations
from tests.browser.card_page import CardPage
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.browser.voila import Voila

NOTEBOOK = "00_start_here.ipynb"
PARTS = ["Marisol makes pickles", "Residential", "More intensive than the criteria ask for", "You caught"]


def on_paper(card: CardPage, button: str) -> tuple[str, int]:
    """The text that is printed, and on how many sheets."""
    paper = card.page.context.new_page()
    paper.set_content(card.printed(button))
    text, sheets = paper.inner_text("body"), count_sheets(paper)
    paper.close()
    return text, sheets


def opened(lab: JupyterLab, chromium: Browser) -> tuple[NotebookPage, CardPage]:
    notebook = lab.open(chromium, NOTEBOOK)
    assert notebook.counts_as_saved()
    notebook.run_all()
    card = CardPage(notebook.page)
    card.sentences.first.wait_for()
    return notebook, card


def test_a_case_is_worked_through_with_the_keys_alone_and_shown_twice_stays_one(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook, card = opened(lab, chromium)
    assert notebook.counts_as_saved()
    plain = card.page.get_by_role("link", name="Open as a plain page")
    expect(plain).to_have_attribute("href", f"/voila/render/{NOTEBOOK}")
    expect(card.page.get_by_role("heading", level=1)).to_be_in_viewport()
    keys = card.page.keyboard
    card.root.focus()
    card.tab_to(card.sentences.first)
    for key in ("ArrowRight", "ArrowDown", "Space", "End", "Enter", "ArrowUp", "Space", "Space", "Home"):
        keys.press(key)
    assert card.marked() == [2, card.sentences.count() - 1]
    card.tab_to(card.root.get_by_role("button", name="Give me a hint"))
    keys.press("Enter")
    hints = card.root.get_by_role("list", name="Hints")
    expect(hints.get_by_role("listitem")).to_be_focused()
    expect(hints).to_contain_text("Look for what the story says about this: ")
    card.tab_to(card.root.locator(".cl-wish > summary"))
    keys.press("Enter")
    card.tab_to(card.root.get_by_role("radio", name="As my answers show"))
    for name in ("With a colleague’s reasoning", "With the rules beside it"):
        keys.press("ArrowDown")
        expect(card.root.get_by_role("radio", name=name)).to_be_focused()
    expect(card.root.get_by_text("Residential is asked for, when the person …")).to_be_visible()
    assert card.marked() == [2, card.sentences.count() - 1]
    card.tab_to(card.root.get_by_role("radio", name="Outpatient"))
    keys.press("Space")
    card.tab_to(card.root.get_by_role("button", name="Compare"))
    keys.press("Enter")
    expect(card.root.get_by_text("Say yes or no.").last).to_be_visible()
    assert card.root.get_by_role("radio", name="Yes, withdrawal").evaluate("it => it === document.activeElement")
    keys.press("ArrowDown")
    card.tab_to(card.root.get_by_role("textbox", name="Your reasons"))
    keys.type("She has her brothers, and jd kab.")
    card.tab_to(card.root.locator(".cl-tying > summary"))
    keys.press("Enter")
    card.tab_to(card.root.locator(".cl-tying select").first)
    keys.press("ArrowDown")
    expect(card.root.locator(".cl-tying select").first).not_to_have_value("")
    card.tab_to(card.root.get_by_role("radio", name="A guess"))
    keys.press("ArrowRight")
    card.tab_to(card.root.get_by_role("button", name="Compare"))
    keys.press("Enter")
    expect(card.verdict).to_contain_text("agrees")
    expect(card.verdict).to_be_focused()
    had = "With the rules as a checklist. With a hint on one phrase."
    expect(card.root.locator(".cl-verdict")).to_contain_text(had)
    expect(card.live).to_contain_text("The criteria recommend: Outpatient. Withdrawal management first: ")
    card.tab_to(card.root.get_by_role("button", name="This case once more"))
    keys.press("Space")
    expect(card.sentences.first).to_be_visible()
    assert card.focused() == "The market stall"
    expect(card.live).to_have_text("")
    assert card.marked() == []
    _stays_one(card)


def _stays_one(card: CardPage) -> None:
    model = "jupyterapp.shell.currentWidget.content.widgets.find(cell => cell.outputArea?.widgets.length)"
    assert card.page.evaluate(f"() => Boolean({model})")
    # JupyterLab's own second view of an output.
    card.page.evaluate(
        "() => { const content = jupyterapp.shell.currentWidget.content;"
        " content.activeCellIndex = content.widgets.findIndex(cell => cell.node.querySelector('.cl-sentence'));"
        " return jupyterapp.commands.execute('notebook:create-output-view'); }"
    )
    cards = card.page.locator(".cl-card:has(.cl-sentence)")
    expect(cards).to_have_count(2)
    first, second = cards.nth(0), cards.nth(1)
    first.locator(".cl-sentence").nth(1).press("Space")
    expect(second.locator(".cl-sentence").nth(1)).to_have_attribute("aria-pressed", "true")
    second.get_by_role("radio", name="Outpatient").check()
    expect(first.get_by_role("radio", name="Outpatient")).to_be_checked()
    assert second.locator(".cl-sentence[aria-pressed=true]").count() == 1


def test_a_case_is_worked_through_with_the_mouse_and_marking_a_sentence_moves_no_line(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook, card = opened(lab, chromium)
    before = [paragraph["source"] for paragraph in notebook.cells()]
    _moves_no_line(card)
    card.sentences.nth(4).click()
    card.sentences.nth(5).click()
    card.sentences.nth(5).click()
    assert card.marked() == [4]
    card.choose()
    notebook.screenshot("card-before")
    card.root.locator(".cl-tying > summary").click()
    claim = card.root.locator(".cl-tying select")
    claim.select_option(index=1)
    card.sentences.nth(6).click()
    expect(claim).to_have_count(2)
    card.sentences.nth(6).click()
    expect(claim).to_have_count(1)
    expect(claim).not_to_have_value("")
    card.press("See how a colleague reasoned")
    card.press("Next step")
    steps = card.root.locator(".cl-steps > li")
    expect(steps).to_have_count(2)
    expect(steps.last).to_be_focused()
    notebook.screenshot("card-worked")
    assert card.marked() == [4]
    expect(card.root.get_by_role("radio", name="Outpatient")).to_be_checked()
    card.compare()
    expect(card.verdict).to_contain_text("agrees with the criteria")
    expect(card.verdict).to_be_in_viewport()
    expect(card.root.locator(".cl-ties")).to_contain_text("shows nothing that the criteria read")
    notebook.screenshot("card-after")
    assert card.root.locator(".cl-warning").evaluate("one => !one.closest('details')"), "what is for safety is shown"
    assert card.root.locator(".cl-folds > details[open]").count() == 0
    card.root.get_by_text("What these sources don’t say").click()
    expect(card.root.get_by_text("naloxone").first).to_be_visible()
    card.root.locator(".cl-report > summary").click()
    card.root.get_by_role("textbox", name="Note").fill("Who feeds the stall when she is ill?")
    card.press("Send")
    expect(card.message).to_contain_text("Your note is kept")
    assert [paragraph["source"] for paragraph in notebook.cells()] == before
    card.page.evaluate("() => { window.stays = true; }")
    card.root.get_by_role("link", name="Go on to practice").click()
    card.page.locator(".jp-NotebookPanel").nth(1).wait_for(state="attached")
    assert card.page.evaluate("() => window.stays"), "the first notebook stays open, and nothing is loaded anew"


def _moves_no_line(card: CardPage) -> None:
    ends = "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.top, box.bottom]; })"
    before = card.sentences.evaluate_all(ends)
    _mark_or_unmark_all(card)
    card.sentences.first.focus()
    after = card.sentences.evaluate_all(ends)
    moved = {round(b[0] - a[0], 1) for a, b in zip(before, after, strict=True)}
    assert len(moved) == 1, "the story may scroll, but its lines keep their places"
    _mark_or_unmark_all(card)


def _mark_or_unmark_all(card: CardPage) -> None:
    for number in range(card.sentences.count()):
        card.sentences.nth(number).press("Space")


def test_nothing_chosen_is_lost_when_the_page_is_loaded_again_nor_what_is_committed_when_the_kernel_is_killed(
    lab: JupyterLab, chromium: Browser
) -> None:
    notebook, card = opened(lab, chromium)
    card.sentences.nth(2).click()
    card.root.get_by_role("radio", name="Residential").check()
    card.root.get_by_role("textbox", name="Your reasons").fill("Half a thought")
    card.page.wait_for_timeout(1000)  # a pause in typing
    notebook.restart_kernel()
    card.sentences.nth(3).click()  # which nobody hears
    notebook.run_all()
    expect(card.message).to_contain_text("are here again")
    assert card.marked() == [2, 3]
    expect(card.root.get_by_role("radio", name="Residential")).to_be_checked()
    expect(card.root.get_by_role("textbox", name="Your reasons")).to_have_value("Half a thought")
    card.sentences.nth(4).click()
    card.choose("Residential")
    card.press("Compare")
    card.verdict.wait_for()  # the kernel that another window has started hears it
    notebook.kill_kernel()
    notebook.run_all()
    expect(card.verdict).to_contain_text("More intensive than the criteria ask for")
    card.press("One thing changes: decide again")
    card.choose("Residential")
    card.compare()
    beside = card.root.locator(".cl-told .cl-twin")
    expect(beside).to_contain_text("Before and now")
    expect(beside.locator("tbody", has_text="You chose").locator("td")).to_have_text(["Residential"] * 2)
    notebook.screenshot("card-pair")


def test_a_case_is_worked_through_in_voila_whose_pages_leave_nobody_out_and_no_kernel_behind(
    voila: Voila, chromium: Browser
) -> None:
    page = voila.open(chromium, NOTEBOOK)
    card = CardPage(page)
    card.sentences.first.wait_for(timeout=60_000)
    expect(page).to_have_title("Choosing a care level")
    expect(page.get_by_role("main")).to_contain_text("How a case works")
    expect(page.get_by_text("To start:")).to_have_count(0)
    assert violations(page) == []
    asked, sheets = on_paper(card, "Print this case")
    assert sheets == 1
    assert [part for part in PARTS if part in asked] == ["Marisol makes pickles", "Residential"]
    card.sentences.nth(4).click()
    card.choose("Residential", sure="A guess")
    card.compare()
    expect(card.verdict).to_contain_text("More intensive than the criteria ask for")
    answered, _ = on_paper(card, "Print it with the answer")
    assert [part for part in PARTS if part in answered] == PARTS
    asked_again, _ = on_paper(card, "Print this case")
    assert asked_again == asked
    assert count_sheets(page) > 1, "a plain page is printed whole, not what the window shows of it"
    page.get_by_role("link", name="Go on to practice").wait_for()
    page.get_by_role("link", name="Practice", exact=True).click()
    expect(page).to_have_title("Practice", timeout=60_000)
    card.sentences.first.wait_for(timeout=60_000)
    assert violations(page) == []
    card.press("I know this trade: a check of two minutes")
    prompts = card.root.locator(".cl-check > fieldset")
    expect(prompts).to_have_count(6)
    assert violations(page) == []
    card.press("See how it went")
    expect(card.root.locator(".cl-missing")).to_be_visible()
    height = card.root.locator(".cl-check").evaluate("one => one.offsetHeight")
    for prompt in prompts.all():
        prompt.get_by_role("radio", name="Outpatient").check()
    expect(card.root.locator(".cl-missing")).to_be_hidden()
    assert card.root.locator(".cl-check").evaluate("one => one.offsetHeight") == height, "nothing below has moved"
    card.press("See how it went")
    expect(card.message).to_contain_text("of 6: the first cases come with support")
    expect(card.sentences.first).to_be_visible()
    assert voila.count_kernels() == 1
    page.goto(f"{voila.url}/voila/tree")
    voila.wait_for_no_kernel()
