"""Two banks of other trades, wherever our program speaks: no word of our own bank's trade shows through."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages, notebook
from carelevel.bank import Bank, open_bank
from carelevel.cli.assessment_text import assessment_text
from carelevel.cli.case_text import case_text
from carelevel.core.assess import assess
from carelevel.core.criteria import Findings
from carelevel.core.room_state import Settings, Step
from carelevel.exports.assessment_json import assessment_json
from carelevel.exports.assessment_schema import assessment_schema
from carelevel.exports.handout import handout
from carelevel.exports.moodle import moodle
from carelevel.exports.session_table import session_csv
from carelevel.live.app import make_app
from carelevel.live.rendering.projection import Projection
from carelevel.live.rendering.views import head_of
from carelevel.store.rooms import Rooms
from carelevel.widgets.presenter import Presenter
from carelevel.widgets.session.page import session_file
from carelevel.workshop.audience import Audience
from carelevel.workshop.presentation import Presentation
from carelevel.workshop.report import session_report
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room

from tests.live.web import Phone, Web

BANKS = Path(__file__).parents[1] / "banks"
OURS = re.compile(
    r"\b(heroin|addict\w*|withdrawal|levels? of care|care levels?|care|residential|outpatient|inpatient|detox\w*|"
    r"partial hospital\w*|articles?|intake|counsel\w*|opioids?|naloxone|medication|988|sober|relapse|"
    r"patients?|treatment|recovery|drugs?|overdose|suicid\w*|real people)\b",
    re.IGNORECASE,
)
PLAIN = re.compile(r"\b((the|a) person|refer|referr\w+|referrals?|source (handbook|talk|circular))\b", re.IGNORECASE)
"""What a bank that has words of its own does not say either; but lint speaks of anybody whom a story is about."""
LINT = "Looked for signs of: "
KEY = re.compile(r"\b\w+:")
TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)

Texts = Iterator[str]


@pytest.fixture(params=["swimming", "reading"])
def other(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made_sqlite_url: str
) -> Bank:
    """The bank in use, with a record and a data folder of this test's own."""
    folder = BANKS / request.param
    monkeypatch.setenv("CARELEVEL_BANK", str(folder))
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", made_sqlite_url)
    monkeypatch.setenv("CARELEVEL_TRAINEE", "trainee-1")
    return open_bank(folder)


def said(value: object) -> Texts:
    """Every text of what a page is sent, without markup; the names of fields are no text."""
    if isinstance(value, str):
        yield unescape(TAG.sub(" ", value))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from said(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from said(inner)


def face(shown: Any) -> Texts:
    """The words of a page, what it was given once, and what it shows now."""
    traits = shown.get_state()
    for name in ("words", "view", "bank", "cases", "live", "picture", "notice"):
        yield from said(traits.get(name))


def states(bank: Bank) -> Iterator[Findings]:
    """Nothing, each value alone, each two values of two findings, and every decision point of every case."""
    stated = [(finding.id, value.id) for finding in bank.criteria.findings for value in finding.values]
    yield {}
    yield from ({name: value} for name, value in stated)
    yield from (dict(two) for two in product(stated, stated) if two[0][0] < two[1][0])
    for case in bank.cases():
        for points in (case.points, *(twin.points for twin in case.twins)):
            yield from (point.findings for point in points)


# What is rendered


def criteria_pages(_bank: Bank) -> Texts:
    for page in (notebook.levels, notebook.criteria, notebook.tensions, notebook.silences, notebook.welcome):
        yield from said(page()._repr_html_())


def explorer(bank: Bank) -> Texts:
    shown = notebook.explorer()
    for findings in [*states(bank)][:80]:
        shown.clear()
        for name, value in findings.items():
            shown.set(name, value)
        yield from face(shown)
    shown.set("none-such", "x")
    yield from face(shown)


def cards(bank: Bank) -> Texts:
    """Each case and twin asked, refused, answered with each choice, and compared; then the pages of the record."""
    criteria = bank.criteria
    for case, level in product(bank.case_ids(), criteria.choices):
        card = notebook.guided_case(case)
        todo = ["", *(twin.id for twin in bank.case(case).twins)]
        for number, twin in enumerate(todo):
            if number:
                card.twin(twin)
            elif card.view["stage"] == "compared":
                card.receive({"do": "again", "attempt": card.view["attempt"]})
            card.commit()  # too early
            yield from face(card)
            card.mark(0, 1)
            card.choose(level, confidence="certain", **{flag.id: True for flag in criteria.flags})
            card.commit()
            assert card.view["stage"] == "compared", card.view["message"]
            yield from face(card)
            if twin:
                break
    yield from face(notebook.guided_case())
    yield from face(notebook.practice())
    yield from face(notebook.record())
    for page in (
        notebook.my_progress,
        notebook.agreement_over_time,
        notebook.direction_of_errors,
        notebook.how_sure,
        notebook.rules_caught_and_missed,
        notebook.marks_and_time,
        notebook.generated_progress,
        notebook.review_group,
    ):
        yield from said(page()._repr_html_())


def editor(bank: Bank) -> Texts:
    shown = notebook.write_a_case()
    yield from face(shown)
    draft = dict(shown.draft["draft"])
    empty = {**draft, "points": [{**draft["points"][0], "heading": ""}]}
    shown.receive({"do": "change", "draft": empty})
    yield from face(shown)
    for case in bank.case_ids():
        shown.receive({"do": "open", "case": case})
        yield from face(shown)


def review(bank: Bank) -> Texts:
    for page in (notebook.review_coverage, notebook.review_balance, notebook.review_portrayal):
        yield from said(page()._repr_html_())
    yield from face(notebook.review_cases())
    yield from face(notebook.review_reports())
    yield from face(notebook.bank_files())
    for code in ("supervisor-1", "supervisor-2"):
        blind = notebook.answer_blind()
        blind.receive({"do": "switch", "code": code})
        for _ in blind.blind.case_ids:
            yield from face(blind)
            blind.answer(bank.criteria.choices[len(code) % 3 if code.endswith("1") else -1])
        yield from face(blind)
    yield from face(notebook.review_agreement())


def room(bank: Bank) -> Texts:
    """Phone, wall and report at each step, and what is refused."""
    criteria, rooms = bank.criteria, Rooms()
    order = [new_entry(case.id, twin) for case in bank.cases() for twin in ("", *(twin.id for twin in case.twins))]
    workshop = open_room(bank, rooms, order, Settings(marks=True, address="http://192.168.1.5:8722"))
    web = Web(make_app(Rooms(fenced=True), head=head_of(criteria.words, criteria.notice)))
    phones = [Phone(web), Phone(web)]
    yield from said([phones[0].get("/").text, phones[0].get("/none-such").text, phones[0].get("/room/QQQQQQ").text])
    for phone in phones:
        yield from said(phone.join(workshop.room.code).text)
    wall = Phone(web)
    yield from said(wall.get(f"/screen/{workshop.screen_link()}").text)
    turn = 0
    while workshop.step is not Step.END:
        workshop.forward()
        yield from said(wall.get("/screen").text)
        for number, phone in enumerate(phones):
            page = phone.get(f"/room/{workshop.room.code}")
            yield from said(page.text)
            if workshop.step in (Step.VOTE_1, Step.VOTE_2):
                yield from said(phone.vote(page, "").text)
                turn += 1
                yield from said(phone.vote(page, criteria.choices[(turn + number) % len(criteria.choices)]).text)
    report = session_report(workshop)
    yield from said(session_file(report, criteria))
    yield session_csv(report)
    yield from face(notebook.session_report())
    web.close()


class NoPages:
    """Pages that nobody serves."""

    def start(self, host: str, _address: str = "") -> str:
        return f"http://{host}:8722"

    public = ""

    def reached(self, _room: str) -> Audience | None:
        return Audience(0)

    def end(self) -> None:
        pass


def presenter(bank: Bank) -> Texts:
    rooms = Rooms()
    shown = Presenter(Presentation(bank, rooms, lambda _url: NoPages()), Projection(), lambda: ())
    yield from face(shown)
    shown.receive({"do": "cases"})
    for case in bank.case_ids():
        shown.receive({"do": "add", "case": case})
    yield from face(shown)
    shown.receive({"do": "open"})
    assert shown.view["stage"] == "room", shown.view["message"]
    while not shown.view["at"].endswith(" end"):
        if shown.view["at"].endswith((" vote_1", " vote_2")):
            shown.receive({"do": "hands", "at": shown.view["at"], "hands": {bank.criteria.ladder[0]: 2}})
        yield from face(shown)
        shown.receive({"do": "forward", "at": shown.view["at"]})
    yield from face(shown)
    shown.close()


def exports(bank: Bank) -> Texts:
    cases = list(bank.cases())
    yield from said("".join(handout(cases, bank.criteria)))
    yield from said(unescape("".join(moodle(cases, bank.criteria)).replace("<![CDATA[", "").replace("]]>", "")))


def terminal(bank: Bank) -> Texts:
    criteria = bank.criteria
    for findings in states(bank):
        yield assessment_text(findings, criteria)
        yield from said(json.loads(json.dumps(assessment_json(assess(findings, criteria), criteria))))
    yield from said(json.loads(assessment_schema(criteria)))
    for case in bank.cases():
        yield case_text(case, criteria)


@pytest.mark.parametrize(
    "render",
    [criteria_pages, explorer, cards, editor, review, room, presenter, exports, terminal],
    ids=lambda render: render.__name__,
)
def test_nothing_of_our_trade_shows_through(other: Bank, render: Callable[[Bank], Texts]) -> None:
    texts = list(render(other))
    assert sum(map(len, texts)) > 3_000
    assert not any(messages.BROKEN_PAGE in text for text in texts)
    patterns = [OURS, PLAIN] if other.folder.name == "reading" else [OURS]
    found = {
        hit[0].lower(): text[max(0, hit.start() - 80) : hit.end() + 80]
        for text in texts
        for pattern in patterns
        for hit in pattern.finditer(text)
        if pattern is OURS or not text.startswith(LINT)
    }
    written = " ".join(KEY.sub("", path.read_text("utf-8")) for path in other.folder.iterdir() if path.is_file())
    assert {word: near for word, near in found.items() if not re.search(rf"\b{word}\b", written, re.IGNORECASE)} == {}
