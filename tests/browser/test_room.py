"""Phones and a projector in one room, led from Python: refreshed, put offline, killed under, read by a checker."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from carelevel.bank import open_bank
from carelevel.core.ballot import shift
from carelevel.core.case import Case
from carelevel.core.room_state import OF_THE_TWIN, Entry, Settings, Step
from carelevel.live.server_process import ServerProcess, start_process, stop_process
from carelevel.messages import room as room_messages
from carelevel.store.rooms import SCREENS_MAX, Rooms
from carelevel.workshop.running_order import new_entry, with_transfers
from carelevel.workshop.slide import changed_phrase
from carelevel.workshop.tokens import digest
from carelevel.workshop.workshop import Workshop, open_room
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.access import violations
from tests.ports import free_port

SMALLEST = 2.2
"""Hundredths of a screen's height: what the back row still reads."""

ON_A_WALL = """async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);  // a window that changes is told so in a frame
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = [], cut = [];
    while (texts.nextNode()) {
        const [text, within] = [texts.currentNode, texts.currentNode.parentElement];
        const range = document.createRange();
        range.selectNode(text);
        if (!text.data.trim() || !range.getBoundingClientRect().width || within.closest('.unseen')) continue;
        const picture = within.closest('svg');
        const size = parseFloat(getComputedStyle(within).fontSize) * (picture ? picture.getScreenCTM().a : 1);
        small.push([100 * size / innerHeight, text.data.trim()]);
    }
    for (const one of document.querySelectorAll('.columns > div, .screen'))
        if (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1) cut.push(one.className);
    return {smallest: small.sort((a, b) => a[0] - b[0])[0], cut};
}"""
LATER = """() => {
    const now = Date.now;
    Date.now = () => now() + 60000;
    window.dispatchEvent(new Event('pageshow'));
}"""
"""A minute passes, and the page is looked at."""
PHONE = {"width": 390, "height": 844}
PROJECTOR = {"width": 1920, "height": 1080}
PARTED = """() => [...document.querySelectorAll('.tick')].filter(tick => {
    const range = document.createRange(), text = tick.querySelector('span').firstChild;
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const [box, first] = [tick.querySelector('input'), range].map(one => one.getBoundingClientRect());
    const beside = box.right <= first.left && first.left < box.right + 16;
    return !(beside && first.top < box.bottom && box.top < first.bottom);
}).length"""
"""Boxes that do not stand right before the first letter of their sentence."""
WALLS = (
    {"width": 800, "height": 600},
    {"width": 1024, "height": 768},
    {"width": 1280, "height": 720},
    {"width": 1400, "height": 1050},
    {"width": 3840, "height": 2160},
    PROJECTOR,
)
TOLD = {
    "peers": "one of the cooks offers Dev heroin",
    "home": "no heroin has ever been kept",
    "sober_living": "There is a bed at a sober house",
}
HANDS = ({"width": 320, "height": 568}, {"width": 844, "height": 390}, PHONE)


class Hall:
    """A room, the process that serves it, and browsers that look on."""

    def __init__(self, folder: Path, chromium: Browser) -> None:
        self.folder, self.chromium = folder, chromium
        self.url = f"sqlite:///{folder / 'room.sqlite3'}"
        self.rooms = Rooms(self.url)
        self.port = free_port()
        self.process: ServerProcess = self.serve()
        order = [new_entry("kitchen-shift"), new_entry("tide-table")]
        settings = Settings(marks=True, address=self.process.here)
        self.workshop: Workshop = open_room(open_bank(), self.rooms, order, settings)
        self.problems: list[str] = []

    def serve(self) -> ServerProcess:
        return start_process(port=self.port, url=self.url, folder=self.folder)

    def page(self, size: dict[str, int] = PHONE, script: bool = True) -> Page:
        context = self.chromium.new_context(
            viewport=size,  # type: ignore[arg-type]
            java_script_enabled=script,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: self.problems.append(said.text) if "Content Security" in said.text else None)
        page.on(
            "request",
            lambda request: (
                None if urlsplit(request.url).port == self.port else self.problems.append(f"elsewhere: {request.url}")
            ),
        )
        return page

    def phone(self, script: bool = True, headline: str = "lobby_title") -> Page:
        page = self.page(script=script)
        page.goto(f"{self.process.here}/in/{self.workshop.room.door}")
        page.get_by_role("button", name="Join").click()
        expect(page.locator("h1")).to_have_text(room_messages.LIVE[headline])
        return page

    def projector(self) -> Page:
        page = self.page(PROJECTOR)
        page.goto(f"{self.process.here}/screen/{self.workshop.screen_link()}")
        return page

    def to(self, step: Step) -> None:
        while self.workshop.step is not step:
            self.workshop.forward()

    def close(self) -> None:
        for context in self.chromium.contexts:
            context.close()
        stop_process(self.process)
        self.rooms.close()


@pytest.fixture
def hall(chromium: Browser, tmp_path: Path) -> Iterator[Hall]:
    opened = Hall(tmp_path, chromium)
    yield opened
    opened.close()
    assert opened.problems == []


def shows(page: Page, headline: str) -> None:
    expect(page.locator("h1")).to_have_text(room_messages.LIVE[headline])


def choose(page: Page, level: str, confidence: str = "Fairly sure") -> None:
    page.get_by_role("radio", name=re.compile(f"^{level}")).check()
    page.get_by_role("radio", name=confidence).check()


def send(page: Page) -> None:
    page.locator("#vote button").click()


def vote(page: Page, level: str, confidence: str = "Fairly sure") -> None:
    choose(page, level, confidence)
    send(page)
    expect(page.locator(".kept")).to_contain_text(room_messages.LIVE["voted"])


def vote_by_keyboard(page: Page) -> None:
    """By the link past every sentence's box to the levels, down by one, to the confidence, and on to the button."""
    for key in ("Tab", "Enter", "Tab", "ArrowDown", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".kept")).to_be_visible()


def look_again(page: Page, headline: str) -> None:
    """Press the link until the step is there, as somebody does whose browser runs no script."""
    for _ in range(10):
        page.get_by_role("link", name=room_messages.LIVE["refresh"]).click()
        if page.locator("h1").inner_text() == room_messages.LIVE[headline]:
            return
        time.sleep(0.2)  # a page may be two polls old
    shows(page, headline)


def test_three_phones_go_through_two_rounds_one_refreshed_and_one_offline_in_the_middle(hall: Hall) -> None:
    steady, refreshed, lost = hall.phone(), hall.phone(), hall.phone()
    screen = hall.projector()
    expect(screen.locator("#count")).to_have_text("3 people are here")
    hall.to(Step.READING)
    for phone in (steady, refreshed, lost):
        shows(phone, "reading_title")
    hall.to(Step.VOTE_1)
    expect(steady.locator("#announce[role=status]")).to_have_text(room_messages.LIVE["vote_title_1"])
    vote_by_keyboard(steady)
    shows(refreshed, "vote_title_1")
    vote(refreshed, "Outpatient")
    refreshed.reload()
    expect(refreshed.get_by_role("radio", name=re.compile("^Outpatient"))).to_be_checked()
    vote(refreshed, "Partial hospitalization", "Certain")
    _lose(lost, hall, screen)
    hall.to(Step.DISCUSSION)
    lost.context.set_offline(True)
    hall.to(Step.VOTE_2)
    shows(steady, "vote_title_2")
    lost.context.set_offline(False)
    shows(lost, "vote_title_2")
    for phone in (steady, refreshed, lost):
        vote(phone, "Residential")
    hall.to(Step.SHIFT)
    shows(screen, "shift_title")
    expect(screen.locator(".moved")).to_contain_text("2 moved to a more intensive level")
    hall.to(Step.REVEAL)
    for phone, first in ((steady, "Residential"), (refreshed, "Partial hospitalization"), (lost, "Outpatient")):
        shows(phone, "reveal_title")
        expect(phone.locator(".own tr").first).to_contain_text(first)
        expect(phone.locator(".own tr").last).to_contain_text("Residential")
        expect(phone.locator(".answer .level")).to_have_text("Partial hospitalization")
    moved = shift(hall.workshop.ballots(), hall.workshop.offered)
    assert (moved.first.votes, moved.second.votes, moved.up, moved.stayed) == (3, 3, 2, 1)
    assert hall.workshop.pulse().joined == 3
    hall.workshop.back()
    shows(steady, "shift_title")
    expect(steady.locator("mark")).to_have_count(0)


def _lose(phone: Page, hall: Hall, screen: Page) -> None:
    """Without a network nothing that was chosen is lost, and the vote is sent once there is one."""
    shows(phone, "vote_title_1")
    phone.context.set_offline(True)
    choose(phone, "Outpatient")
    send(phone)
    expect(phone.locator("#line")).to_contain_text("no connection")
    expect(phone.get_by_role("radio", name=re.compile("^Outpatient"))).to_be_checked()
    expect(screen.locator("#count")).to_have_text("2 of 3 have voted")
    phone.context.set_offline(False)
    send(phone)
    expect(phone.locator(".kept")).to_be_visible()
    expect(screen.locator("#count")).to_have_text("3 of 3 have voted")


def test_a_phone_keeps_what_is_chosen_hears_why_a_vote_came_late_and_outlives_the_process(hall: Hall) -> None:
    phone, plain = hall.phone(), hall.phone(script=False)
    hall.to(Step.VOTE_1)
    shows(phone, "vote_title_1")
    choose(phone, "Outpatient")
    hall.workshop.start_timer(90)
    expect(phone.locator("#clock")).to_have_text(re.compile(r"1:(30|29|28) left"))
    hall.workshop.set_order([*hall.workshop.room.order, new_entry("good-shirt")])
    time.sleep(0.6)
    expect(phone.get_by_role("radio", name=re.compile("^Outpatient"))).to_be_checked()
    look_again(plain, "vote_title_1")
    plain.get_by_role("checkbox").nth(5).check()
    for held in HANDS:
        for one, level in ((plain, "Residential"), (phone, "Outpatient")):
            one.set_viewport_size(held)  # type: ignore[arg-type]
            vote(one, level)
            expect(one.locator(".kept")).to_be_in_viewport()  # said where the thumb is
            _is_as_wide(one)
        assert (phone.get_by_role("checkbox").count() > 10, phone.evaluate(PARTED)) == (True, 0), held
    held: list[Route] = []
    phone.route("**/vote", lambda route: held.append(route))
    send(phone)
    expect(phone.locator("#line")).to_have_text(room_messages.LIVE["sending"])
    choose(phone, "Residential")  # while the other vote is on its way
    with phone.expect_response("**/vote"):
        held[0].continue_()
    expect(phone.locator("#line")).to_have_text("")
    expect(phone.get_by_role("radio", name=re.compile("^Residential"))).to_be_checked()
    phone.unroute("**/vote")
    hall.workshop.set(replace(hall.workshop.room.settings, marks=False))
    expect(phone.get_by_role("checkbox")).to_have_count(0)
    expect(phone.get_by_role("radio", name=re.compile("^Residential"))).to_be_checked()  # another form, the same choice
    phone.route("**/vote", lambda route: (hall.to(Step.CLOSED_1), route.continue_()))
    send(phone)  # it closes while the vote is on its way
    expect(phone.locator("#line")).to_contain_text("not open")
    shows(phone, "closed_title")
    expect(phone.locator("#line")).to_contain_text("not open")
    assert dict(hall.workshop.tally(1).counts)["residential"] == 1
    hall.to(Step.VOTE_2)
    phone.unroute("**/vote")
    shows(phone, "vote_title_2")
    vote(phone, "Residential")
    _kill_under(phone, hall)
    look_again(plain, "closed_title")
    hall.to(Step.REVEAL)
    look_again(plain, "reveal_title")
    expect(plain.locator(".own tr").first).to_contain_text("accepted by the criteria")
    expect(plain.locator(".own tr").last).to_contain_text(room_messages.LIVE["none"])
    shows(phone, "reveal_title")
    hall.to(Step.VOTE_1)
    shows(phone, "vote_title_1")
    choose(phone, "Outpatient")
    hall.to(Step.CLOSED_1)
    expect(phone.locator("#line")).to_have_text(room_messages.LIVE["late"])
    expect(plain.locator("h1")).to_have_text(room_messages.LIVE["closed_title"])  # by itself
    hall.workshop.end(timedelta(hours=1))
    stop_process(hall.process)
    shows(phone, "end_title")
    time.sleep(2)
    expect(phone.locator("#line")).to_have_text("")
    hall.process = hall.serve()
    hall.workshop.reopen()
    phone.evaluate(LATER)
    shows(phone, "closed_title")


def _kill_under(phone: Page, hall: Hall) -> None:
    """The page comes back by itself, with the vote that was acknowledged; a screen that newer ones retired says so."""
    retired = hall.projector()
    shows(retired, "vote_title_2")
    for number in range(SCREENS_MAX):
        assert hall.rooms.open_screen(digest(hall.workshop.screen_link()), digest(str(number)))
    _kill(hall)
    expect(phone.locator("#line")).to_have_text(room_messages.LIVE["offline"])
    hall.process = hall.serve()
    hall.to(Step.CLOSED_2)
    shows(phone, "closed_title")
    assert hall.workshop.tally(2).votes == 1
    expect(retired.locator(".says")).to_have_text(room_messages.LIVE_ERRORS["screen"])


def _kill(hall: Hall) -> None:
    os.kill(hall.process.pid, signal.SIGKILL)
    os.waitpid(hall.process.pid, 0)


def test_no_step_leaves_anybody_out_is_wider_than_a_phone_or_taller_than_the_projector(hall: Hall) -> None:
    found: list[str] = []

    def look(page: Page, where: str) -> None:
        """Everything in a light room, and the colours in a dark one."""
        found.extend(f"{where}, light: {one}" for one in violations(page))
        page.emulate_media(color_scheme="dark")
        found.extend(f"{where}, dark: {one}" for one in violations(page, colors_only=True))
        page.emulate_media(color_scheme="light")

    stranger = hall.page()
    for where in ("", "nowhere"):
        stranger.goto(f"{hall.process.here}/{where}")
        look(stranger, where or "join")
    phone, screen = hall.phone(), hall.projector()
    look(phone, "lobby")
    look(screen, "the screen's lobby")
    _it_fits(phone, screen)
    for wall in WALLS:
        screen.set_viewport_size(wall)  # type: ignore[arg-type]
        [read] = zxingcpp.read_barcodes(Image.open(BytesIO(screen.screenshot())))
        assert read.text == f"{hall.process.here}/in/{hall.workshop.room.door}"
    hall.workshop.set_order(_longest(3))
    hall.workshop.set(replace(hall.workshop.room.settings, pairs=True))
    for step in (Step.READING, Step.VOTE_1, Step.DISCUSSION, Step.SHIFT, Step.REVEAL):
        hall.to(step)
        hall.workshop.start_timer(90)
        if step is Step.DISCUSSION:
            hall.workshop.show_tally(True)
        _both_show(step, phone, screen)
        if step is Step.VOTE_1:
            vote(phone, "Outpatient")
        if step is Step.DISCUSSION:
            expect(screen.locator(".bars")).to_have_count(1)
            expect(phone.locator(".about").first).to_have_text(room_messages.LIVE["pair_none"])  # nobody else is here
        _it_fits(phone, screen)
        look(phone, f"phone {step}")
        look(screen, f"screen {step}")
    for case in hall.workshop.room.order[1:]:
        for step in (Step.VOTE_1, Step.REVEAL):
            hall.workshop.open_entry(case.id)
            hall.workshop.go(step)
            _both_show(step, phone, screen)
            _it_fits(phone, screen)
    twin = _longest_twin()
    hall.workshop.set_order([*hall.workshop.room.order, twin])
    hall.workshop.open_entry(twin.id)
    for step in OF_THE_TWIN:
        hall.workshop.go(step)
        if step is Step.VOTE_3:
            shows(phone, "vote_title_3")
            vote(phone, "Outpatient")
        _both_show(step, phone, screen)
        for hand in HANDS:
            phone.set_viewport_size(hand)  # type: ignore[arg-type]
            _is_as_wide(phone)
        _it_fits(phone, screen)
        look(phone, f"phone {step}")
        look(screen, f"screen {step}")
    longest = replace(_longest(1)[0], id="asks", ask_first=True)
    hall.workshop.set_order([*hall.workshop.room.order, longest])
    hall.workshop.open_entry(longest.id)
    hall.workshop.go(Step.ASKING)
    _both_show(Step.ASKING, phone, screen)
    phone.get_by_role("radio").first.check()
    send(phone)
    _it_fits(phone, screen)
    look(phone, "phone asking")
    look(screen, "screen asking")
    for question in hall.workshop.questions_left()[:-1]:
        hall.workshop.ask(question)
    for step in (Step.TOLD, Step.ASKING, Step.VOTE_1, Step.WAY):
        hall.workshop.go(step)
        _both_show(step, phone, screen)
        _it_fits(phone, screen)
        if step is Step.TOLD:
            expect(screen.locator(".notes > div").last).to_be_visible()
        look(phone, f"phone {step} of an interview")
        look(screen, f"screen {step} of an interview")
    assert found == []


def test_two_phones_ask_three_questions_decide_and_see_their_way_past_a_reload_and_a_killed_process(hall: Hall) -> None:
    asks = Entry("asks", "kitchen-shift", ask_first=True)
    hall.workshop.set_order([asks, *hall.workshop.room.order])
    one, other, screen = hall.phone(), hall.phone(script=False), hall.projector()
    hall.to(Step.OPENING)
    shows(one, "opening_title")
    expect(screen.locator(".first-line")).to_contain_text("Dev cooks at the grill")
    for number, name in enumerate(("peers", "home", "sober_living")):
        hall.workshop.go(Step.ASKING)
        shows(one, "asking_title")
        _wish(one, name)
        look_again(other, "asking_title")
        _wish(other, name if number else "housing")
        if number == 1:
            one.reload()
            expect(one.locator(f"input[value={name}]")).to_be_checked()
            _kill(hall)
            hall.process = hall.serve()
        expect(screen.locator("#count")).to_have_text("2 of 2 have voted")
        hall.workshop.forward()
        shows(one, "told_title")
        expect(screen.locator(".told-now")).to_contain_text(TOLD[name])
        expect(screen.locator(".beside")).to_contain_text("A tie" if not number else "2 votes")
    late = hall.phone(headline="told_title")
    expect(late.locator(".told-now")).to_contain_text(TOLD["sober_living"])
    hall.workshop.go(Step.VOTE_1)
    expect(one.locator(".notes")).to_contain_text(TOLD["peers"])
    assert "He wants to stop using heroin for good" not in one.content() + screen.content()
    vote(one, "Residential")
    hall.workshop.go(Step.REVEAL)
    expect(one.locator(".answer .level")).to_have_text("Partial hospitalization")
    hall.workshop.forward()
    expect(screen.locator(".way")).to_contain_text("You asked 3 questions in all")
    expect(screen.locator(".way-steps caption")).to_contain_text(room_messages.LIVE["not_open"])
    expect(screen.locator(".way ol")).not_to_contain_text("“")  # names alone: the back row reads it
    expect(one.locator(".way ol")).to_contain_text("“")
    expect(one.locator(".way-steps tbody tr")).to_have_count(4)


def _wish(page: Page, question: str) -> None:
    page.locator(f"input[value={question}]").check()
    send(page)


def _both_show(step: Step, *pages: Page) -> None:
    for page in pages:
        expect(page.locator("#main")).to_have_attribute("data-key", re.compile(f"^{step}-"))


def _is_as_wide(phone: Page) -> None:
    assert not phone.evaluate("document.documentElement.scrollWidth > window.innerWidth"), phone.viewport_size


def _it_fits(phone: Page, screen: Page) -> None:
    _is_as_wide(phone)
    for wall in WALLS:
        screen.set_viewport_size(wall)  # type: ignore[arg-type]
        shown = screen.evaluate(ON_A_WALL)
        where = f"{wall}: {screen.locator('.screen').inner_text()[:80]}"
        assert shown["cut"] == [], where
        assert shown["smallest"][0] >= SMALLEST - 0.01, (shown["smallest"], where)


def _longest(count: int) -> list[Entry]:
    """Of all decision points those with the most to read."""
    points = [(case, at) for case in open_bank().cases() for at in range(len(case.points))]

    def length(point: tuple[Case, int]) -> int:
        case, at = point
        return sum(len(paragraph.text) for paragraph in case.points[at].paragraphs)

    return [new_entry(case.id, "", at) for case, at in sorted(points, key=length)[-count:]]


def _longest_twin() -> Entry:
    """Of our cases with a twin to vote on, the one of which most words have changed."""
    bank = open_bank()

    def words(entry: Entry) -> int:
        changed = changed_phrase(bank.case(entry.case), entry.transfer)
        return len(changed.before) + len(changed.now)

    entries = with_transfers((new_entry(case.id) for case in bank.cases() if case.is_in_use), bank)
    return max((entry for entry in entries if entry.transfer), key=words)
