"""A case written in a real JupyterLab: by mouse, by keys alone, over a killed kernel, against a file that changed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.messages import editor as editor_messages
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import keeps_keys, violations
from tests.browser.card_page import CardPage
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.conftest import our_bank
from tests.content.test_search_words import WORDS

NOTEBOOK = "10_write_a_case.ipynb"
CASES = Path(__file__).parents[2] / "cases"
AUTUMN = our_bank().case("second-autumn")
FIRST, OTHER = AUTUMN.points[0].evidence[0].phrase, AUTUMN.difficulty % 3 + 1
MOST_STOPS = 60
NOT_USING = "It is thirty days since he last used"
NIGHTS = "His wife and both his sons have sat with him on every bad evening since"
STORY = f"""Once a fortnight Wim brings the choir its music on a handcart, and tonight the cart has come in with him, \
since the hall was locked. He is in his sixties. {NOT_USING}. The cart squeaks.

{NIGHTS}. He asks where it may stand. Somebody has left a glove on it, a left one, and it is not his."""
NOBODY = "There is nobody now who sits with him. His wife has moved to the coast, and neither of his sons writes"
# Where words stand on the page: the layer behind the text area has the same measures, and its text can be measured.
BOUNDS = """(layer, words) => {
    const range = document.createRange(), walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    const from = layer.textContent.indexOf(words), to = from + words.length;
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
        const { length } = walker.currentNode;
        if (at <= from && from < at + length) range.setStart(walker.currentNode, from - at);
        if (at < to && to <= at + length) range.setEnd(walker.currentNode, to - at);
    }
    const rects = [...range.getClientRects()], first = rects[0], last = rects.at(-1);
    return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}"""

SELECT = """(area, words) => {
    const start = area.value.indexOf(words);
    area.focus();
    area.setSelectionRange(start, start + words.length);
}"""
SEARCH = """(field, all) => all.map(words => {
    field.value = words;
    field.dispatchEvent(new Event("input"));
    const list = document.getElementById(field.getAttribute("aria-controls"));
    return [...list.querySelectorAll(".cl-group-name > b")].map((name) => name.textContent);
})"""


@pytest.fixture
def bank(lab: JupyterLab) -> Iterator[Path]:
    """A copy of the cases where the kernel finds it before those of the checkout."""
    folder = lab.home / "cases"
    shutil.copytree(CASES, folder)
    yield folder
    shutil.rmtree(folder)


def opened(lab: JupyterLab, chromium: Browser) -> tuple[NotebookPage, Locator]:
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    return notebook, found_in(notebook)


def found_in(notebook: NotebookPage) -> Locator:
    editor = notebook.page.locator(".cl-editor").last
    editor.wait_for()
    return editor


def level(editor: Locator) -> Locator:
    return editor.locator(".cl-part-answer .cl-level")


def select_by_mouse(editor: Locator, words: str) -> None:
    mouse, layer = editor.page.mouse, editor.locator(".cl-layer").first
    layer.scroll_into_view_if_needed()
    left, top, right, bottom = layer.evaluate(BOUNDS, words)
    mouse.move(left, top)
    mouse.down()
    mouse.move(right, bottom, steps=4)
    mouse.up()


def mark_by_mouse(editor: Locator, words: str, search: str, value: str) -> None:
    select_by_mouse(editor, words)
    editor.get_by_role("button", name="Say what it shows").click()
    editor.get_by_role("combobox", name="Search").fill(search)
    editor.get_by_role("option", name=value).click()


def marks_travel(editor: Locator) -> None:
    """A marked sentence is cut and pasted, and a whole story pasted over: the marks stand where their words do."""
    story, keys = editor.get_by_label("What happens"), editor.page.keyboard
    phrases = editor.locator(".cl-layer .cl-phrase")
    story.evaluate(SELECT, NIGHTS)
    keys.press("Control+x")
    expect(phrases).to_have_text([NOT_USING])
    expect(editor.locator(".cl-message")).to_be_hidden()
    keys.press("Control+Home")
    keys.press("Control+v")
    expect(phrases).to_have_text([NIGHTS, NOT_USING])
    keys.press("Control+a")
    keys.insert_text(f"It rains. {NOT_USING}.")
    expect(editor.locator(".cl-message")).to_contain_text(f"no longer marked: “{NIGHTS}”")
    for marked in ([NIGHTS, NOT_USING], [NOT_USING], [NOT_USING, NIGHTS]):
        keys.press("Control+z")
        expect(phrases).to_have_text(marked)
    expect(story).to_have_value(STORY)
    story.evaluate("area => { area.value += 'a'.repeat(40_000); area.dispatchEvent(new Event('input')); }")
    expect(editor.locator(".cl-message")).to_contain_text("characters; a story has 40,000 at most")
    expect(story).to_have_value(STORY)


def the_trades_words_are_found(editor: Locator) -> None:
    """What a supervisor would type, in the real search over the real criteria."""
    select_by_mouse(editor, NIGHTS)
    editor.get_by_role("button", name="Say what it shows").click()
    field = editor.get_by_role("combobox", name="Search")
    found = field.evaluate(SEARCH, list(WORDS))
    names = {finding.id: finding.name for finding in our_bank().criteria.findings}
    assert [words for words, shown in zip(WORDS, found, strict=True) if names[WORDS[words]] not in shown] == []
    field.fill("is using")
    expect(editor.locator(".cl-option.cl-at")).to_have_text("is using most days, or is in withdrawal without it")
    field.press("Escape")


def test_a_case_is_written_with_the_mouse_saved_and_answered_in_practice(
    lab: JupyterLab, chromium: Browser, bank: Path
) -> None:
    notebook, editor = opened(lab, chromium)
    for theme in ("dark", "light"):
        notebook.switch_theme(theme)
        notebook.screenshot(f"editor-empty-{theme}")
        assert violations(notebook.page, ".cl-editor") == []
    editor.get_by_label("Title").fill("The left glove")
    expect(editor.get_by_label("File name")).to_have_value("the-left-glove")
    editor.get_by_role("radio", name="Clear").check()
    editor.get_by_label("What happens").fill(STORY)
    mark_by_mouse(editor, NOT_USING, "current", "is not using most days, and is not in withdrawal")
    mark_by_mouse(editor, NIGHTS, "two in the morning", "has strong support")
    expect(editor.locator(".cl-phrases > li")).to_have_count(2)
    expect(editor.locator(".cl-layer .cl-phrase")).to_have_text([NOT_USING, NIGHTS])
    marks_travel(editor)
    the_trades_words_are_found(editor)
    expect(level(editor)).to_have_count(0)
    editor.get_by_role("radio", name="Outpatient").check()
    expect(level(editor)).to_have_text("Outpatient")
    expect(editor.locator(".cl-part-answer")).to_contain_text("As you expected.")
    notebook.screenshot("editor-marked")
    editor.get_by_role("button", name="Write a twin").last.click()
    twin = editor.locator(".cl-twin-part")
    twin.get_by_label("In the twin").fill(NOBODY)
    twin.get_by_role("button", name="Say what they show").click()
    editor.get_by_role("option", name="has nobody who is able to support them").click()
    twin.get_by_role("radio", name="Residential").check()
    expect(editor.locator(".cl-part-twins .cl-level")).to_have_text("Residential")
    editor.get_by_label("To talk about").fill("What does the glove tell you?")
    explain_a_word(editor)
    assert violations(notebook.page, ".cl-editor") == []
    expect(editor.locator(".cl-part-todo")).to_contain_text("It can be saved.")
    editor.get_by_role("button", name="Save", exact=False).first.click()
    expect(editor.locator(".cl-saved")).to_contain_text("Saved as cases/the-left-glove.md")
    notebook.screenshot("editor-saved")
    written = (bank / "the-left-glove.md").read_text()
    assert "{#wife support=strong}" in written
    assert "reading: 1\n" in written
    assert "glossary:\n  handcart: A cart that is pushed by hand.\n" in written
    with notebook.page.context.expect_page() as shown:
        editor.get_by_role("link", name="open Practice").click()
    answer_in_practice(lab, shown.value)


def explain_a_word(editor: Locator) -> None:
    """One word and the reading mark; a second row is added and taken away again."""
    editor.get_by_role("radio", name="Plain").check()
    adding = editor.get_by_role("button", name="Explain a word")
    adding.click()
    row = editor.get_by_role("group", name="Word 1", exact=True)
    expect(row.get_by_label("Word or phrase")).to_be_focused()
    row.get_by_label("Word or phrase").fill("handcarts")
    row.get_by_label("What it means").fill("A cart that is pushed by hand.")
    todo = editor.locator(".cl-part-todo")
    expect(todo).to_contain_text("The glossary explains 'handcarts', which does not stand in the story.")
    row.get_by_label("Word or phrase").fill("handcart")
    expect(editor.locator(".cl-sheet dt")).to_have_text("handcart")
    adding.click()
    expect(todo).to_contain_text("A word of the glossary is empty.")
    editor.get_by_role("button", name="Remove Word 2").click()
    expect(adding).to_be_focused()
    expect(editor.locator(".cl-part-safety")).to_contain_text("The story does not say that anybody asked: Pregnancy")


def answer_in_practice(lab: JupyterLab, page: Page) -> None:
    practice = NotebookPage(lab, "02_practice.ipynb", page)
    practice.wait_until_idle()
    practice.run_all()
    card = CardPage(page)
    card.root.get_by_text("Choose another case").click()
    card.root.get_by_role("searchbox", name="Find a case").fill("LEFT glove")
    expect(card.root.locator(".cl-to-open li").filter(has_text="glove")).to_have_text(
        "The left gloveplain text · clear answer"
    )
    card.press("The left glove")
    expect(card.root.locator("h3")).to_have_text("The left glove")
    expect(card.root.locator(".cl-glossary")).to_have_text("Words in this storyhandcartA cart that is pushed by hand.")
    card.choose()
    card.compare()
    expect(card.verdict).to_contain_text("agrees with the criteria")


def test_a_case_is_written_and_saved_with_the_keys_alone(lab: JupyterLab, chromium: Browser, bank: Path) -> None:
    notebook, editor = opened(lab, chromium)
    keys, page, before = notebook.page.keyboard, notebook.page, notebook.cells()
    editor.focus()
    tab_to(editor.get_by_label("Title"))
    keys.type("The left glove")
    tab_to(editor.get_by_role("radio", name="Clear"))
    keys.press("Space")
    story = editor.get_by_label("What happens")
    tab_to(story)
    keys.press("Alt+Enter")
    expect(editor.locator(".cl-message")).to_contain_text("Select a phrase in the story first")
    keys.type(f"Wim, in his sixties, came with a cart. a d dd m {NOT_USING}")
    for _ in NOT_USING:
        keys.press("Shift+ArrowLeft")
    keys.press("Alt+Enter")
    expect(editor.get_by_role("combobox", name="Search")).to_be_focused()
    keys.type("curr")
    expect(editor.locator("[aria-live]")).to_have_text("2 fit")
    keys.press("Shift+Enter")  # takes nothing: what was typed does not tell a finding's values apart
    expect(editor.locator(".cl-shows li")).to_have_count(0)
    keys.press("ArrowDown")
    keys.press("Shift+Enter")
    keys.type("strong")
    keys.press("Enter")
    expect(editor.locator(".cl-shows li")).to_have_text(
        ["Current use: is not using most days, and is not in withdrawal", "Support: has strong support"]
    )
    expect(story).to_be_focused()
    keys.press("Alt+Enter")
    keys.type("strong")
    keys.press("Enter")  # once more takes it away
    expect(editor.locator(".cl-shows li")).to_have_count(1)
    keys.press("Alt+Enter")
    keys.press("Escape")
    expect(story).to_be_focused()
    keys.press("ArrowRight")
    keys.type("! The cart squeaks.")
    expect(editor.locator(".cl-layer .cl-phrase")).to_have_text(NOT_USING)
    keys.press("ControlOrMeta+z")
    expect(story).not_to_have_value("squeaks")
    keys.press("ControlOrMeta+y")
    tab_to(editor.get_by_role("radio", name="Outpatient"))
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(level(editor)).to_have_text("Outpatient")
    tab_to(editor.get_by_label("Why you would decide differently"))
    keys.type("The cart.")
    expect(editor.locator(".cl-part-todo")).to_contain_text("It can be saved.")
    page.evaluate("() => document.querySelectorAll('.cl-editor .cl-side details').forEach(one => { one.open = true; })")
    for theme in ("light", "dark"):
        notebook.switch_theme(theme)
        notebook.screenshot(f"editor-full-{theme}")
        assert violations(page, ".cl-editor", colors_only=theme == "dark") == []
    assert keeps_keys(editor)
    keys.press("ControlOrMeta+s")
    expect(editor.locator(".cl-saved h3")).to_be_focused()
    saved = (bank / "the-left-glove.md").read_text()
    assert f"[{NOT_USING}]{{opioid_use=not_using}}" in saved
    assert 'dissent: {level: residential, reason: "The cart."}' in saved
    assert [(cell["cell_type"], cell["source"]) for cell in notebook.cells()] == [
        (cell["cell_type"], cell["source"]) for cell in before
    ]


def tab_to(wanted: Locator) -> None:
    for _ in range(MOST_STOPS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        wanted.page.keyboard.press("Tab")
    raise AssertionError(f"no Tab stop is {wanted}")


def open_case(editor: Locator, title: str) -> None:
    editor.get_by_text("Open a case").click()
    editor.get_by_role("combobox", name="Case").select_option(label=title)
    editor.get_by_role("button", name="Open", exact=True).click()
    expect(editor.get_by_label("Title")).to_have_value(title)


def wait_until_kept(lab: JupyterLab, text: str) -> None:
    end = time.monotonic() + 60
    while not any(text in file.read_text("utf-8") for file in lab.data.rglob("*.json")):
        assert time.monotonic() < end, f"no draft holds {text!r}"
        time.sleep(0.1)


def test_a_draft_outlives_a_killed_kernel_and_a_file_that_changed_is_shown_beside_it(
    lab: JupyterLab, chromium: Browser, bank: Path
) -> None:
    notebook, editor = opened(lab, chromium)
    open_case(editor, "The second autumn")
    stories = editor.get_by_label("What happens")
    expect(stories).to_have_count(2)
    first = stories.first.input_value()
    stories.first.click()
    notebook.page.keyboard.press("ControlOrMeta+Home")
    notebook.page.keyboard.type("😀 Late. ")
    expect(editor.locator(".cl-status")).to_contain_text("Draft kept")
    expect(editor.locator(".cl-phrases > li").first).to_contain_text(FIRST)
    expect(editor.locator(".cl-layer .cl-phrase").first).to_contain_text(FIRST)
    wait_until_kept(lab, f"Late. {first[:20]}")  # the last letter, too: what the page says may be of the one before
    notebook.kill_kernel()
    stories.first.click()
    notebook.page.keyboard.press("ControlOrMeta+Home")
    notebook.page.keyboard.type("Now. ")  # which nobody hears
    notebook.run_all()
    editor, mine = found_in(notebook), f"Now. 😀 Late. {first}"
    expect(editor.get_by_label("What happens").first).to_have_value(mine)
    expect(editor.locator(".cl-message")).to_have_text(editor_messages.EDITOR["held"])
    expect(editor.locator(".cl-layer .cl-phrase").first).to_contain_text(FIRST)
    file = bank / "second-autumn.md"
    file.write_text(file.read_text().replace(f"difficulty: {AUTUMN.difficulty}", f"difficulty: {OTHER}"))
    editor.get_by_role("button", name="Save").first.click()
    conflict = editor.locator(".cl-conflict")
    expect(conflict.locator(".cl-differing").first).to_contain_text(f"difficulty: {OTHER}")
    notebook.screenshot("editor-conflict")
    assert violations(notebook.page, ".cl-editor") == []
    conflict.get_by_role("button", name="Take the one on disk").click()
    expect(editor.get_by_role("radio", name=editor_messages.DIFFICULTY[OTHER])).to_be_checked()
    expect(editor.get_by_label("What happens").first).to_have_value(first)
    editor.get_by_text("Unfinished drafts (1)").click()
    editor.get_by_role("button", name="Go on with it").click()
    expect(editor.get_by_label("What happens").first).to_have_value(mine)
    editor.get_by_label("Title").fill("The third autumn")
    expect(editor.locator(".cl-sheet h4")).to_have_text("The third autumn")
    editor.get_by_role("button", name="Undo").click()
    expect(editor.get_by_label("Title")).to_have_value("The second autumn")
    phrases = editor.locator(".cl-phrases").first
    before = phrases.locator("> li").count()
    phrases.get_by_role("button", name="Write a twin").first.click()  # of the draft that the undo has brought
    expect(editor.locator(".cl-twin-part blockquote").last).to_contain_text(FIRST)
    phrases.get_by_role("button", name="Remove").last.click()
    expect(phrases.locator("> li")).to_have_count(before - 1)
    assert "Late" not in file.read_text()
