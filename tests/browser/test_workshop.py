"""A presenter in JupyterLab and three phones: three rounds by keyboard, a kernel killed in the middle, a rehearsal."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from carelevel.live.server_process import find_process, stop_process
from carelevel.messages import presenter as presenter_messages
from carelevel.messages import room as room_messages
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import keeps_keys, violations
from tests.browser.jupyter import JupyterLab, NotebookPage
from tests.browser.test_room import PHONE, WALLS, choose, shows, vote

NOTEBOOK = "20_workshop.ipynb"
WIDER = """root => {
    const edge = root.getBoundingClientRect().right + 1;
    const seen = [...root.querySelectorAll('*')].filter(one => !one.closest('details:not([open])'));
    return seen.filter(one => one.getBoundingClientRect().right > edge).length;
}"""


SET = "columns => columns.map(one => [one.className, one.style.cssText, one.scrollHeight])"
"""How the columns of a picture are set."""


@pytest.fixture
def notebook(lab: JupyterLab, chromium: Browser) -> Iterator[NotebookPage]:
    """The workshop's notebook, run; the pages that it served are ended afterwards."""
    opened = lab.open(chromium, NOTEBOOK)
    opened.run_all()
    card(opened).wait_for()
    yield opened
    left = find_process(f"sqlite:///{lab.data / 'carelevel.sqlite3'}", lab.data)
    if left:
        stop_process(left)


def card(notebook: NotebookPage) -> Locator:
    return notebook.page.locator(".cl-presenter")


def stage(notebook: NotebookPage) -> Locator:
    return card(notebook).locator(".cl-stage")


def press(notebook: NotebookPage, button: str) -> None:
    card(notebook).get_by_role("button", name=button, exact=True).click()


def key(notebook: NotebookPage, *keys: str) -> None:
    """Press each as a clicker would, and wait until the step that it asks for is there."""
    for one in keys:
        before = stage(notebook).locator("h1").inner_text()
        notebook.page.keyboard.press(one)
        expect(stage(notebook).locator("h1")).not_to_have_text(before)


def headed(notebook: NotebookPage, headline: str) -> None:
    expect(stage(notebook).locator("h1")).to_have_text(room_messages.LIVE[headline])


def phone(chromium: Browser, address: str, code: str) -> Page:
    page = chromium.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.get_by_label(room_messages.LIVE["join_code"]).fill(code.lower())
    page.get_by_role("button", name="Join").click()
    shows(page, "lobby_title")
    return page


def test_a_presenter_and_three_phones_go_through_three_rounds_and_over_a_killed_kernel(
    notebook: NotebookPage, chromium: Browser
) -> None:
    press(notebook, "Add The kitchen shift")
    again = presenter_messages.PRESENTER["add_again_named"].format(name="The kitchen shift")
    expect(card(notebook).get_by_role("button", name=again)).to_have_text(presenter_messages.PRESENTER["add_again"])
    press(notebook, "Add The tide table")
    expect(card(notebook).locator(".cl-order li")).to_have_count(2)
    for setting in ("marks", "pairs", "watch"):
        card(notebook).get_by_label(presenter_messages.PRESENTER[setting]).check()
    asks_first = card(notebook).get_by_label(
        presenter_messages.PRESENTER["ask_first_named"].format(name="The tide table")
    )
    asks_first.check()
    expect(card(notebook).locator(".cl-total")).to_be_visible()
    expect(asks_first).to_be_checked()
    assert violations(notebook.page, ".cl-presenter") == []
    before = [(cell["cell_type"], cell["source"]) for cell in notebook.cells()]
    press(notebook, presenter_messages.PRESENTER["open_room"])
    headed(notebook, "screen_title")
    address = stage(notebook).locator(".address").inner_text()
    code = stage(notebook).locator(".code").first.inner_text()
    steady, refreshed, lost = phones = [phone(chromium, address, code) for _ in range(3)]
    expect(stage(notebook).locator("#count")).to_have_text("3 people are here")
    with notebook.page.expect_popup() as opened:
        press(notebook, presenter_messages.PRESENTER["screen"])
    screen = opened.value
    expect(screen.locator(".code").first).to_have_text(code)

    screen.wait_for_load_state()  # its script has run, else F5 loads the page anew
    screen.evaluate("new Promise(heard => addEventListener('message', () => heard(), {once: true}))")
    for full in (1, 0):
        screen.keyboard.press("F5")  # full screen is the window's own
        expect(screen.locator("html:fullscreen")).to_have_count(full)
    screen.keyboard.press("PageDown")  # what a clicker sends, whichever window has the focus
    headed(notebook, "reading_title")
    screen.keyboard.press("b")
    expect(stage(notebook).locator(".dark")).to_have_count(1)
    screen.keyboard.press("PageDown")  # which brings the picture back, and no more
    expect(screen.locator(".dark")).to_have_count(0)
    screen.keyboard.press("b")
    expect(stage(notebook).locator(".dark")).to_have_count(1)
    notebook.page.bring_to_front()
    notebook.page.locator(".jp-MarkdownCell").first.click()  # beside the card
    notebook.page.keyboard.press("PageUp")
    expect(screen.locator(".dark")).to_have_count(0)
    headed(notebook, "reading_title")
    notebook.page.keyboard.press("F5")
    expect(card(notebook).locator(".cl-full")).to_have_count(1)
    notebook.page.keyboard.press("Escape")
    expect(card(notebook).locator(".cl-full")).to_have_count(0)
    notebook.page.keyboard.press("c")
    for one in (stage(notebook), screen):
        expect(one.locator(".qr")).to_have_count(1)
    press(notebook, presenter_messages.PRESENTER["dark"])
    expect(screen.locator("body")).to_have_css("background-color", "rgb(22, 24, 26)")
    with notebook.page.expect_popup() as opened:
        press(notebook, presenter_messages.PRESENTER["screen"])
    expect(opened.value.locator("body")).to_have_css("background-color", "rgb(22, 24, 26)")
    press(notebook, presenter_messages.PRESENTER["light"])
    stage(notebook).focus()
    key(notebook, "ArrowRight")
    headed(notebook, "vote_title_1")
    for one in (opened.value, screen):
        shows(one, "vote_title_1")
    opened.value.set_viewport_size(WALLS[1])  # type: ignore[arg-type]
    expect(stage(notebook)).to_have_attribute("style", re.compile("1024 / 768"))
    assert stage(notebook).locator(".columns > div").evaluate_all(SET) == opened.value.evaluate(
        f"() => ({SET})([...document.querySelectorAll('.columns > div')])"
    )  # line by line as on the wall
    vote(steady, "Residential")
    vote(refreshed, "Outpatient")
    refreshed.reload()
    vote(refreshed, "Partial hospitalization", "Certain")
    shows(lost, "vote_title_1")
    lost.context.set_offline(True)
    choose(lost, "Outpatient")
    lost.locator("#vote button").click()
    expect(lost.locator("#line")).to_contain_text("no connection")
    expect(stage(notebook).locator("#count")).to_have_text("2 of 3 have voted")
    lost.context.set_offline(False)
    lost.locator("#vote button").click()
    expect(stage(notebook).locator("#count")).to_have_text("3 of 3 have voted")
    expect(screen.locator("#count")).to_have_text("3 of 3 have voted")
    expect(card(notebook).locator(".cl-watch")).to_contain_text(presenter_messages.CLOSE_ALL)
    expect(card(notebook).locator(".cl-watch td")).to_have_text(["0", "1", "1", "1"])

    key(notebook, " ")
    headed(notebook, "closed_title")
    expect(card(notebook).locator(".cl-advice:visible")).to_contain_text("Of 3 votes, 67% agree")
    expect(stage(notebook).locator(".bars")).to_have_count(0)
    notebook.page.keyboard.press("t")
    expect(stage(notebook).locator(".bars")).to_have_count(1)
    screen.keyboard.press("PageUp")
    expect(card(notebook).locator(".cl-message:visible")).to_have_text(
        presenter_messages.OPENS_AGAIN[1].format(count=3)
    )
    for one in (stage(notebook), screen):
        expect(one.locator("h1")).to_have_text(room_messages.LIVE["closed_title"])
    key(notebook, "PageUp")
    headed(notebook, "vote_title_1")
    key(notebook, "PageDown", "PageDown")
    expect(card(notebook).locator(".cl-watch")).to_be_hidden()
    for one in phones:
        expect(one.locator(".pair")).to_have_text("Blue 1")
    key(notebook, "PageDown")
    headed(notebook, "vote_title_2")
    notebook.page.keyboard.press("b")
    expect(stage(notebook).locator(".dark")).to_have_count(1)
    notebook.page.keyboard.press(".")
    notebook.page.keyboard.press("f")
    expect(card(notebook).locator(".cl-full")).to_have_count(1)
    for one in phones:
        vote(one, "Residential")
    key(notebook, "ArrowRight", "ArrowRight", "ArrowRight")
    headed(notebook, "reveal_title")
    notebook.page.keyboard.press("f")
    expect(card(notebook).locator(".cl-full")).to_have_count(0)
    for one, first in zip(phones, ("Residential", "Partial hospitalization", "Outpatient"), strict=True):
        shows(one, "reveal_title")
        assert one.evaluate("scrollY") == 0, "the answer is above what a phone shows that has voted below the story"
        expect(one.locator(".own tr").first).to_contain_text(first)
    assert violations(steady, "body") == []
    assert [(cell["cell_type"], cell["source"]) for cell in notebook.cells()] == before

    notebook.kill_kernel()
    notebook.run_all()
    headed(notebook, "reveal_title")
    expect(stage(notebook).locator("mark").first).to_be_visible()
    stage(notebook).focus()
    key(notebook, "ArrowRight")
    headed(notebook, "vote_title_3")
    for one, level in zip(phones, ("Residential", "Residential", "Partial hospitalization"), strict=True):
        vote(one, level)
    key(notebook, "ArrowRight")
    headed(notebook, "changed_title")
    expect(stage(notebook).locator("mark").last).to_contain_text("Somebody else took that bed")
    expect(screen.locator(".changed")).to_contain_text("There is a bed at a sober house")
    key(notebook, "ArrowRight")
    headed(notebook, "difference_title")
    expect(stage(notebook).locator(".quiet")).to_contain_text("67% alone on the changed story")
    expect(screen.locator(".made").last).to_contain_text("The rule that makes the difference")
    expect(lost.locator(".own tr").last).to_contain_text(room_messages.LIVE["agrees_not"])
    press(notebook, presenter_messages.PRESENTER["back"])
    headed(notebook, "changed_title")
    press(notebook, presenter_messages.STEPS[next(step for step in presenter_messages.STEPS if step == "reveal")])
    headed(notebook, "reveal_title")
    press(notebook, presenter_messages.SKIP)
    for one in (*phones, screen):
        expect(one.locator(".where")).to_contain_text("Case 2 of 2 · The tide table")
    _ask_first(notebook, phones)
    press(notebook, presenter_messages.PRESENTER["end"])
    expect(card(notebook).locator(".cl-message:visible")).to_contain_text("kept until")
    for one in (*phones, screen):
        shows(one, "end_title")
        expect(one.locator("#line")).to_have_text("")


def _ask_first(notebook: NotebookPage, phones: list[Page]) -> None:
    """By a clicker's keys to a vote on the first question, another one asked by hand, and on to the decision."""
    headed(notebook, "opening_title")
    stage(notebook).focus()
    key(notebook, "PageDown")
    headed(notebook, "asking_title")
    notebook.page.keyboard.press("F5")
    notebook.page.keyboard.press("PageDown")
    expect(card(notebook).locator(".cl-full-says")).to_have_text(room_messages.ROOM_NO_QUESTION)
    notebook.page.keyboard.press("Escape")
    expect(card(notebook).locator(".cl-full-says")).to_be_hidden()
    for one in phones:
        one.get_by_role("radio").nth(1).check()
        one.locator("#vote button").click()
    expect(stage(notebook).locator("#count")).to_have_text("3 of 3 have voted")
    expect(card(notebook).locator(".cl-watch tbody tr")).to_have_count(1)
    key(notebook, "PageDown")
    headed(notebook, "told_title")
    first = stage(notebook).locator(".told-now h2").inner_text()
    card(notebook).locator("summary", has_text=presenter_messages.PRESENTER["ask_title"]).click()
    press(notebook, presenter_messages.PRESENTER["ask_now"])
    expect(stage(notebook).locator(".told-now h2")).not_to_have_text(first)
    assert violations(notebook.page, ".cl-presenter") == []
    press(notebook, presenter_messages.DECIDE_NOW)
    headed(notebook, "vote_title_1")
    expect(phones[0].locator(".notes, .story .unknown").first).to_be_visible()


def test_a_rehearsal_leaves_nobody_out_and_nothing_behind(notebook: NotebookPage) -> None:
    page, root = notebook.page, card(notebook)
    press(notebook, presenter_messages.PRESENTER["open_room"])
    expect(root.locator(".cl-message", has_text=presenter_messages.NO_CASE)).to_be_in_viewport()
    cases = root.locator(".cl-cases > li")
    every = cases.count()
    root.locator("summary", has_text=presenter_messages.PRESENTER["exercised"]).click()
    root.get_by_label(re.compile("^Pressure from others")).first.check()
    expect(cases).not_to_have_count(every)
    kitchen = cases.filter(has_text="The kitchen shift")
    kitchen.locator("summary").click()
    expect(kitchen.locator(".cl-peek")).to_contain_text("Dev cooks at the grill")
    press(notebook, "Add The kitchen shift")
    root.locator("summary", has_text=presenter_messages.PRESENTER["propose"]).click()
    root.get_by_label(presenter_messages.PRESENTER["propose_minutes"], exact=True).fill("45")
    press(notebook, presenter_messages.PRESENTER["propose"])
    expect(root.locator(".cl-message:visible")).to_contain_text("Change it as you like")
    expect(root.locator(".cl-order li")).to_have_count(2)
    expect(root.locator(".cl-total")).to_contain_text("with joining")
    assert violations(page, ".cl-presenter") == []
    press(notebook, presenter_messages.PRESENTER["rehearse"])
    expect(root.locator(".cl-rehearsal")).to_have_text(presenter_messages.REHEARSAL)
    page.evaluate("window.open = () => null")  # as a browser does that holds new windows back
    press(notebook, presenter_messages.PRESENTER["screen"])
    page.wait_for_timeout(500)  # the view that comes with the link must not take it away
    expect(root.get_by_role("link", name=presenter_messages.PRESENTER["screen_link"])).to_be_in_viewport()
    stage(notebook).focus()
    key(notebook, "ArrowRight", "ArrowRight")
    expect(stage(notebook).locator("#count")).to_have_text("40 of 40 have voted", timeout=10_000)
    root.locator("summary", has_text=presenter_messages.PRESENTER["hands"]).click()
    root.get_by_label("Outpatient, First vote").fill("5")
    press(notebook, presenter_messages.PRESENTER["hands_count"])
    expect(stage(notebook).locator("#count")).to_have_text("45 votes")
    press(notebook, presenter_messages.STEPS[next(step for step in presenter_messages.STEPS if step == "reveal")])
    headed(notebook, "reveal_title")
    for wall in WALLS[2:]:
        page.set_viewport_size(wall)  # type: ignore[arg-type]
        root.evaluate("root => root.scrollIntoView({ block: 'start' })")
        expect(root.locator(".cl-private")).to_be_in_viewport()  # beside the picture, not below it
        assert root.evaluate(WIDER) == 0
    root.evaluate("root => root.querySelectorAll('details').forEach(one => { one.open = true; })")
    expect(root.locator(".cl-cases > li").first).to_be_visible()
    assert keeps_keys(root)
    for theme in ("light", "dark"):
        notebook.switch_theme(theme)  # type: ignore[arg-type]
        expect(stage(notebook)).to_have_class(re.compile("night") if theme == "dark" else re.compile("^cl-stage ?$"))
        assert violations(page, ".cl-presenter", colors_only=theme == "dark") == []
    root.evaluate("root => { root.style.width = '360px'; root.style.boxSizing = 'border-box'; }")
    assert root.evaluate(WIDER) == 0
    press(notebook, presenter_messages.PRESENTER["end_rehearsal"])
    expect(root.locator(".cl-message:visible")).to_have_text(presenter_messages.REHEARSED)
    assert sorted(file.name for file in notebook.lab.data.glob("rehearsal-*")) == []
