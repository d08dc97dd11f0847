"""A session's report in JupyterLab: read, taken along, printed, kept, deleted."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
from carelevel.bank import open_bank
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joining
from carelevel.core.room_state import Settings, Step
from carelevel.messages import report as report_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import FOCUSABLE, keeps_keys, press_keys, violations
from tests.browser.jupyter import JupyterLab

NOTEBOOK = "session.ipynb"
CASES = ("kitchen-shift", "tide-table")


def hold_session(lab: JupyterLab) -> Workshop:
    """Twelve people and two cases, on the server's database; and a notebook that shows the report."""
    call = nbformat.v4.new_code_cell("from carelevel import notebook\n\nnotebook.session_report()")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[call], metadata=kernel), lab.notebooks / NOTEBOOK)
    lab.data.mkdir(exist_ok=True)
    rooms = Rooms(f"sqlite:///{lab.data / 'carelevel.sqlite3'}")
    workshop = open_room(
        open_bank(), rooms, [new_entry(case) for case in CASES], Settings(marks=True, third_vote=False)
    )
    rooms.join([Joining(workshop.room.id, f"voter-{number}") for number in range(12)])
    for _ in CASES:
        workshop.forward()
        _vote(workshop, 1)
        _vote(workshop, 2)
        workshop.go(Step.SHIFT)
        workshop.forward()
    workshop.forward()
    return workshop


def _vote(workshop: Workshop, round: Round) -> None:
    workshop.go(Step.VOTE_1 if round == 1 else Step.VOTE_2)
    room = workshop.room
    for number in range(12):
        level = workshop.offered[min(number % 4 + (round == 2 and number > 6), 3)]
        ballot = Ballot(f"voter-{number}", round, level, Confidence.GUESS, frozenset({number % 6}))
        workshop.rooms.cast([Cast(room.id, room.position.entry, ballot)])


def saved(page: Page, face: Locator, button: str) -> Path:
    with page.expect_download() as started:
        face.get_by_role("button", name=button).click()
    return Path(started.value.path())


def test_a_report_is_read_taken_along_printed_kept_and_deleted(lab: JupyterLab, chromium: Browser) -> None:
    workshop = hold_session(lab)
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    page, face = notebook.page, notebook.page.locator(".cl-session")
    expect(face).to_contain_text("12 people joined, and 2 cases were voted on.")
    expect(face.locator("svg")).to_have_count(2)
    notebook.screenshot("session-light")
    assert violations(page, ".cl-session") == []
    assert keeps_keys(face)
    before = notebook.cells()
    press_keys(page, face.locator(FOCUSABLE).all(), "a")
    assert notebook.cells() == before
    with saved(page, face, report_messages.SESSION["csv"]).open(newline="") as table:
        assert {line["case"] for line in csv.DictReader(table)} == set(CASES)
    _prints(chromium, saved(page, face, report_messages.SESSION["page"]))
    until = datetime.now(UTC).astimezone() + timedelta(days=9)
    face.get_by_label(report_messages.SESSION["until"]).fill(f"{until:%Y-%m-%dT%H:%M}")
    workshop.end(timedelta(days=1))
    face.get_by_role("button", name=report_messages.SESSION["keep_until"]).click()
    expect(face.locator(".cl-message")).to_have_text(report_messages.SESSION_KEPT_UNTIL)
    assert abs(workshop.refresh().expires_at - until) < timedelta(minutes=2)
    notebook.switch_theme("dark")
    notebook.screenshot("session-dark")
    assert violations(page, ".cl-session", colors_only=True) == []
    face.locator("summary", has_text=report_messages.SESSION["delete"]).click()
    face.get_by_role("button", name=report_messages.SESSION["delete_now"]).click()
    expect(face.locator(".cl-message")).to_have_text(report_messages.SESSION_DELETED)
    assert workshop.rooms.kept(datetime.now(UTC)) == ()
    workshop.rooms.close()


def _prints(chromium: Browser, file: Path) -> None:
    """The saved page stands alone, asks for nothing, and is a few sheets of paper."""
    asked: list[str] = []
    page = chromium.new_context(viewport={"width": 800, "height": 1000}).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(file.read_text("utf-8"))
    expect(page.locator("h1")).to_have_text(report_messages.REPORT_TITLE)
    expect(page.locator("svg")).to_have_count(2)
    assert violations(page) == []
    assert page.pdf(format="A4").count(b"/Type /Page\n") in range(1, 5)
    assert asked == []
    page.context.close()
