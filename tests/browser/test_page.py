"""The browser edition, from the disk and from a server: a sitting, its record, two tabs, a browser that is killed."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest
from carelevel.bank import Bank
from carelevel.core.form_answer import LENGTH
from carelevel.core.form_code import When
from carelevel.page.build import page_of
from carelevel.page.parts import read_parts
from carelevel.page.site import PARTS, site_of
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, expect

from tests.browser.access import count_sheets, violations
from tests.browser.card_page import CardPage
from tests.browser.conftest import FLAGS, chromium_program
from tests.browser.test_forms import fill, title
from tests.practice.test_form_practice import code as form_code

FILE = "practice.html"
WITHIN = ("blob:", "data:")
KEPT_MS = 2000
"""So long after a choice it is kept as a draft, and nothing else is written meanwhile."""
PLACES = (
    "Levels and criteria",
    "Interview",
    "Short notes",
    "A form",
    "My progress",
    "My record",
    "Licenses",
    "Practice",
)
STARTED_MS = 120_000
"""How long a busy machine may take to start Python."""
READY = "html[data-ready=true]"
STRICT = """() => {
  const opened = IDBDatabase.prototype.transaction;
  window.writings = [];
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === "readwrite") window.writings.push(options.durability);
    return opened.call(this, stores, mode, options);
  };
}"""
CLEAR = """() => new Promise((resolve) => { indexedDB.deleteDatabase("carelevel").onsuccess = resolve; })"""
KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("carelevel", 1);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("record").objectStore("record").get("now");
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result.files); };
  };
})"""
KEPT_IN = ("attempt", "note_attempt", "form_answer")
NAMES = f"({KEPT})().then((files) => Object.keys(files).sort())"
DATABASE = f"({KEPT})().then((files) => files['carelevel.sqlite3'].toBase64())"
FULL = """() => {
  const put = IDBObjectStore.prototype.put;
  window.full = true;
  IDBObjectStore.prototype.put = function (...given) {
    return window.full ? this.transaction.abort() : put.apply(this, given);
  };
}"""
TABS = """() => {
  const { left, top, height } = document.querySelector(".page-top nav").getBoundingClientRect();
  return [left, top + scrollY, height];
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
COVERED = """() => {
  const foot = document.querySelector(".page-foot").getBoundingClientRect();
  const all = [...document.querySelectorAll(".page-body *")];
  const sticky = all.filter((one) => getComputedStyle(one).position === "sticky");
  const shown = sticky.map((one) => one.getBoundingClientRect()).filter(({ height }) => height);
  return shown.map(({ top, bottom }) => top < foot.bottom && bottom > foot.top + 1);
}"""
UNDER_THE_LINE = """() => {
  const line = document.querySelector(".cl-so-far");
  const { bottom } = document.activeElement.getBoundingClientRect();
  return [getComputedStyle(line).borderTopWidth, bottom > line.getBoundingClientRect().top];
}"""
UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
PARTS_HELD = """caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
  .then((held) => held.flat().filter(({ url }) => url.endsWith(".bin")).length)"""
RENEWED = """async () => {
  const site = await navigator.serviceWorker.ready;
  await site.update();
  while (!site.waiting) await new Promise(setTimeout);
}"""
SAYS_WHEN_IT_WRITES = """() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const asked = put.apply(this, given);
    console.log("writing");
    return asked;
  };
}"""


@pytest.fixture(scope="module")
def folder(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, and beside it the same for a web server, packed quickly."""
    folder, parts = tmp_path_factory.mktemp("page"), read_parts()
    (folder / PARTS).mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("carelevel.page.build.GZIP_LEVEL", 1)
        (folder / FILE).write_text("".join(page_of(bank, parts)), "utf-8")
        for path, content in site_of(bank, parts):
            (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / FILE


@dataclass
class Opened:
    """The file in a browser that reaches no host but *own*; what it asked for and what went wrong are written down."""

    address: str
    context: BrowserContext
    own: str = "file:"
    asked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.route(lambda address: not address.startswith((self.own, *WITHIN)), self._refuse)

    def page(self, place: str = "", ready: bool = True) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.goto(f"{self.address}#{place}")
        if ready:
            page.locator(READY).wait_for(state="attached", timeout=STARTED_MS)
        return page

    def _refuse(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.abort()


@dataclass
class Killable:
    """Chromium with a profile that stays; every process of it dies at once."""

    profile: Path
    chromium: Browser

    def start(self) -> BrowserContext:
        launch = self.chromium.browser_type.launch_persistent_context
        viewport: ViewportSize = {"width": 1280, "height": 900}
        return launch(self.profile, executable_path=chromium_program(), args=FLAGS, viewport=viewport)

    def kill(self) -> None:
        while processes := list(self._processes()):
            for process in processes:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(processes)

    def _processes(self) -> Iterator[psutil.Process]:
        named = f"--user-data-dir={self.profile}"
        for process in psutil.process_iter(["cmdline"]):
            if named in " ".join(process.info["cmdline"] or ()):
                yield process


@pytest.fixture
def killable(tmp_path: Path, chromium: Browser) -> Iterator[Killable]:
    browser = Killable(tmp_path / "profile", chromium)
    yield browser
    browser.kill()


def to(page: Page, place: str) -> None:
    """Go there; the tabs stay where they are."""
    before = page.evaluate(TABS)
    link = page.get_by_role("navigation", name="Pages").get_by_role("link", name=place)
    link.click()
    expect(page.locator("a[aria-current=page]")).to_have_text(place)
    name = str(link.get_attribute("href")).removeprefix("#")
    page.locator(f".page-body[data-place={name}]").wait_for()
    assert page.evaluate(TABS) == before


def fits_a_phone(page: Page) -> None:
    """No place, all unfolded, is wider than the narrowest phone, or leaves anybody out; the foot covers nothing."""
    wide = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) <= 0
    for place in PLACES:
        to(page, place)
        if place == "Levels and criteria":
            page.get_by_role("navigation", name="On this page").get_by_role("button").last.click()
            expect(page.locator(".page-fold[open] h2")).to_be_focused()
        page.evaluate(UNFOLD)
        if place == "My progress":
            page.get_by_label("What you missed").wait_for()
        assert page.evaluate(SIDEWAYS) <= 0, place
        assert violations(page) == [], place
        if place == "Levels and criteria":
            page.get_by_label("Severity").scroll_into_view_if_needed()
            assert page.evaluate(COVERED) == [False]
            page.get_by_label("Under 18").focus()
            page.keyboard.press("Tab")
            assert page.evaluate(UNDER_THE_LINE) == ["1px", False]
    assert wide
    page.set_viewport_size(wide)


def answers(page: Page) -> int:
    """How many the page of the record names."""
    to(page, "My record")
    says = page.locator(".cl-count").inner_text()
    return int(re.match(r"\d+", says)[0])  # type: ignore[index]


def kept(page: Page, file: Path) -> list[int]:
    """How many answers to cases, notes and forms the browser keeps, in *file* as SQLite alone reads them."""
    file.write_bytes(b64decode(page.evaluate(DATABASE)))
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        counts = [database.execute(f"SELECT count(*) FROM {table}") for table in KEPT_IN]
        return [count.fetchone()[0] for count in counts]


def test_a_sitting_from_a_file_what_is_done_with_its_record_and_that_a_killed_browser_keeps_it(
    file: Path, killable: Killable, tmp_path: Path
) -> None:
    opened = Opened(file.as_uri(), killable.start())
    opened.context.add_init_script(f"({STRICT})()")
    page = opened.page()
    card = CardPage(page)
    assert page.evaluate("window.writings")
    expect(card.root).to_contain_text("The market stall")
    card.sentences.first.click()
    card.choose()
    before = page.evaluate("window.writings.length")
    card.compare()
    assert page.evaluate("window.writings.length") > before
    assert set(page.evaluate("window.writings")) == {"strict"}
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, colors_only=True) == []
    page.emulate_media(color_scheme="light")
    foot = page.locator(".page-foot")
    expect(foot).to_contain_text("One answer is only in this browser.")
    assert count_sheets(page) < 5
    fits_a_phone(page)
    with page.expect_download():
        foot.get_by_role("button", name="Download my answers").click()
    expect(foot).to_have_text(re.compile(r"^Downloaded: \S+\.jsonl\. It is in the folder"))

    to(page, "Practice")
    first = card.root.get_by_role("heading").first.inner_text()
    card.choose()
    card.compare()
    card.root.locator(".cl-next .cl-main").first.click()
    card.root.get_by_role("button", name="Compare", exact=True).wait_for()
    card.sentences.nth(1).click()
    page.wait_for_timeout(KEPT_MS)

    # It goes on in a second tab, where the first one stops.
    second = opened.page("practice", ready=False)
    expect(second.get_by_role("dialog")).to_contain_text("open in another tab")
    second.get_by_role("button", name="Go on here").click()
    expect(page.get_by_role("dialog")).to_contain_text("goes on in another tab")
    second.locator(READY).wait_for(state="attached", timeout=STARTED_MS)
    page, card = second, CardPage(second)
    expect(page.locator("a[aria-current=page]")).to_have_text("Practice")
    expect(card.root.get_by_role("heading").first).to_have_text(first)
    assert card.marked() == [1]
    page.evaluate(CLEAR)  # as somebody does who clears the browser's data meanwhile: all of it is written again
    for name in ("Outside what these criteria can answer: refer", "Certain"):
        card.root.get_by_role("radio", name=name).check()
    page.wait_for_timeout(KEPT_MS)
    page.evaluate(FULL)
    card.press("Compare")
    refused = page.get_by_role("dialog")
    expect(refused).to_contain_text("Your answer could not be kept")
    expect(card.verdict).to_have_count(0)
    with page.expect_download() as started:
        refused.get_by_role("button", name="Download my answers").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    lines = [json.loads(line) for line in saved.read_text("utf-8").splitlines()]
    assert sum("level" in line for line in lines) == 3
    expect(refused).to_be_visible()
    page.evaluate("window.full = false")
    refused.get_by_role("button", name="Try again").click()
    card.verdict.wait_for()
    assert page.evaluate(NAMES) == ["carelevel.sqlite3", "exported", "trainee"]

    to(page, "Interview")
    page.get_by_role("button", name="Could they be pregnant?").click()
    expect(page.locator(".cl-learned dt")).to_have_text("Pregnancy")
    card.decide_by_keys()
    expect(page.locator(".cl-way tbody tr")).to_have_count(2)
    assert violations(page) == []
    to(page, "My progress")
    expect(page.locator(".page-body")).to_contain_text("3 answers")
    page.locator(".cl-earlier-answers .cl-to-open button").first.click()
    expect(page.locator(".cl-earlier-answers .cl-verdict h3")).to_be_focused()
    assert violations(page) == []
    to(page, "Levels and criteria")
    page.locator(".page-body select, .page-body input[type=radio]").first.wait_for()
    assert answers(page) == 4
    code = page.locator(".cl-count").inner_text().split()[-1].rstrip(".")
    page.get_by_text("Erase my record").click()
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Erase for good").click()
    expect(page.locator(".cl-count")).to_have_text(re.compile("^0 answers"))
    page.locator("input[type=file]").set_input_files(saved)
    page.get_by_role("button", name="Load answers").click()
    expect(page.locator(".cl-message")).to_contain_text("3 answers added")
    to(page, "Licenses")
    expect(page.locator(".page-foot")).to_be_hidden()
    expect(page.locator(".page-licenses")).to_contain_text("pyodide, from npm")
    to(page, "Short notes")
    page.locator(".cl-note-top h3").focus()
    page.keyboard.press("2")
    page.locator(".cl-outcome").wait_for()
    expect(page.locator(".page-foot")).to_contain_text("One answer is only in this browser.")
    assert violations(page) == []
    page.locator(".cl-outcome .cl-main").click()
    page.locator(".cl-answers button").first.click()
    page.locator(".cl-outcome").wait_for()
    to(page, "A form")
    form = page.locator(".cl-form")
    form.get_by_label("Code of the form").fill(form_code(When.BEFORE))
    page.keyboard.press("Enter")
    title(form, 1)
    form.get_by_role("radio", name="Residential").check()
    form.get_by_role("button", name="Keep and go on").click()
    fill(page, form, 2)
    expect(form).to_contain_text("What came of them is told when the second form is in too")
    assert violations(page) == []
    assert (opened.asked, opened.problems) == ([], [])
    killable.kill()

    page = killable.start().new_page()
    page.goto(file.with_name("index.html").as_uri())  # which reads nothing there
    assert kept(page, tmp_path / "kept.sqlite3") == [3, 2, LENGTH]


def test_a_file_that_was_cut_off_says_so(file: Path, chromium: Browser, tmp_path: Path) -> None:
    whole = file.read_text("utf-8")
    context = chromium.new_context()
    page = context.new_page()
    for number, share in enumerate((0.03, 0.5, 0.999)):
        cut = tmp_path / f"{number}.html"
        cut.write_text(whole[: int(len(whole) * share)], "utf-8")
        page.goto(cut.as_uri())
        expect(page.get_by_role("alert")).to_contain_text("This file is not complete")
    cut.write_text(whole[: whole.index("<script")], "utf-8")
    page.goto(cut.as_uri())
    expect(page.locator("#static")).to_contain_text("the file is not complete")
    context.close()


@pytest.mark.parametrize(
    ("lacks", "says"),
    [
        (
            "delete globalThis.DecompressionStream",
            "This browser is too old for this page: it lacks DecompressionStream.",
        ),
        ("indexedDB.open = () => { throw new DOMException('', 'SecurityError'); }", "keep anything (SecurityError)"),
    ],
)
def test_a_browser_that_lacks_something_is_told_before_anything_starts(
    file: Path, chromium: Browser, lacks: str, says: str
) -> None:
    context = chromium.new_context()
    context.add_init_script(lacks)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_role("alert").or_(page.get_by_role("dialog"))).to_contain_text(says)
    context.close()


# From a web server


@dataclass
class Site:
    """A folder on a web server, which can be away."""

    folder: Path
    server: ThreadingHTTPServer | None = None
    port: int = 0

    def start(self) -> str:
        serve = partial(Silent, directory=str(self.folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), serve)
        self.port = self.server.server_port
        Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.port}/"

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def renew(self) -> None:
        """Put another edition there, whose page has another title."""
        page, worker = self.folder / "index.html", self.folder / "service-worker.js"
        before = page.read_bytes()
        page.write_bytes(before.replace(b"<title>", b"<title>Renewed. "))
        script = worker.read_text("utf-8")
        script = script.replace(_sum(before), _sum(page.read_bytes())).replace('"edition": "', '"edition": "renewed-')
        worker.write_text(script, "utf-8")


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _sum(content: bytes) -> str:
    return b64encode(sha256(content).digest()).decode()


@pytest.fixture
def site(folder: Path, tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / "site")
    shutil.copytree(folder, site.folder)
    yield site
    site.stop()


def test_a_site_opens_without_a_connection_takes_a_newer_edition_gives_its_room_to_answers_and_loses_none_when_killed(
    site: Site, killable: Killable
) -> None:
    address = site.start()
    opened = Opened(address, killable.start(), own=address)
    origin = {"origin": address.rstrip("/")}
    tools = opened.context.new_cdp_session(opened.context.pages[0])
    tools.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": 1})
    page = opened.page("practice", ready=False)
    expect(page.get_by_role("dialog")).to_contain_text("(QuotaExceededError)", timeout=STARTED_MS)
    tools.send("Storage.overrideQuotaForOrigin", origin)
    page.get_by_role("button", name="Try again").click()
    page.evaluate("navigator.serviceWorker.ready")
    CardPage(page).choose()
    CardPage(page).press("Compare")
    CardPage(page).verdict.wait_for()
    killable.kill()  # as soon as it is shown
    site.stop()
    heard = [opened]

    opened = Opened(address, killable.start(), own=address)
    heard.append(opened)
    opened.context.add_init_script(f"({SAYS_WHEN_IT_WRITES})()")
    page = opened.page("record")
    assert answers(page) == 1
    assert page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(({ ok }) => ok)")
    site.renew()
    site.start()
    page.evaluate(f"({RENEWED})()")
    expect(page).not_to_have_title(re.compile("Renewed"))
    page.reload()
    expect(page).to_have_title(re.compile("Renewed"))
    page.locator(READY).wait_for(state="attached", timeout=STARTED_MS)
    assert answers(page) == 1

    to(page, "Practice")
    card = CardPage(page)
    expect(card.verdict).to_be_visible()
    card.root.locator(".cl-next .cl-main").first.click()
    card.root.get_by_role("button", name="Compare", exact=True).wait_for()
    card.choose()
    page.wait_for_timeout(KEPT_MS)
    assert page.evaluate(PARTS_HELD) == 5
    page.evaluate(FULL)
    card.press("Compare")
    expect(page.get_by_role("dialog")).to_contain_text("Your answer could not be kept")
    assert page.evaluate(PARTS_HELD) == 0
    expect(card.verdict).to_have_count(0)
    page.evaluate("window.full = false")
    page.get_by_role("button", name="Try again").click()
    card.verdict.wait_for()
    card.root.locator(".cl-next button").first.click()
    card.root.get_by_role("button", name="Compare", exact=True).wait_for()
    card.choose()
    page.wait_for_timeout(KEPT_MS)
    with page.expect_console_message(lambda said: said.text == "writing"):
        card.press("Compare")
    killable.kill()  # in the middle of it
    site.stop()

    opened = Opened(address, killable.start(), own=address)
    heard.append(opened)
    page = opened.page("record", ready=False)
    expect(page.get_by_role("alert")).to_contain_text("A part of this page did not load")
    site.start()
    page.reload()
    page.locator(READY).wait_for(state="attached", timeout=STARTED_MS)
    page.evaluate(f"(async () => {{ while ((await {PARTS_HELD}) < 5) await new Promise(setTimeout); }})()")
    assert answers(page) in (2, 3)
    to(page, "Practice")
    expect(CardPage(page).root.locator(".cl-next button, .cl-sentence").first).to_be_visible()
    assert [asked for opened in heard for asked in opened.asked] == []
    away = {"Failed to load resource: net::ERR_FAILED"}  # while the server was
    assert {problem for opened in heard for problem in opened.problems} <= away


def test_the_page_of_a_site_says_from_a_disk_which_file_is_meant(folder: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("open the file practice.html")
    context.close()
