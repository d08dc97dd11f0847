"""Ten thousand requests that mean no good: none breaks the server, none shows its inside, none becomes a ballot."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.ballot import check_ballot
from carelevel.core.room_state import Settings, Step
from carelevel.live.app import make_app
from carelevel.live.http.limits import Limits, Rate
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import our_bank
from tests.live.web import FORM, Header, Phone, Reply, Web

EXAMPLES, EACH = 200, 50
ENOUGH = Rate(1e9, 1e9)  # limits would answer first, and hide what lies behind them
INSIDE = ("Traceback", 'File "', "sqlalchemy", "sqlite3", "site-packages", "carelevel/", "/lib/", "Exception", "Error:")
WORDS = [
    "Residential",
    "residential",
    "outpatient",
    "escalate",
    "guess",
    "certain",
    "1",
    "2",
    "0",
    "3",
    "-1",
    "1e3",
    "",
]
EVIL = ["<script>alert(1)</script>", "' OR 1=1 --", "../../etc/passwd", "%00", "\0", "{{7*7}}", "é\u202e𝕏", "A" * 300]
LETTERS = [*map(chr, range(128)), "é", "\u202e", "𝕏"]
METHODS = ["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"]

FIELDS = ["entry", "round", "level", "confidence", "mark", "code", "door", "participant", "step", ""]
PATHS = [
    *("/", "/join", "/join", "{here}", "{here}/vote", "{here}/vote", "{here}/vote", "{here}/stream", "/in/{door}"),
    *("/screen", "/screen/stream", "/screen/abc", "/ping", "/favicon.ico", "/in/x", "/room/BBBBBB"),
    *("/room/bbbbbb/vote", "/static/x/room.css", "/static/../app.py", "//", "/room//vote", "/%00", "/room/%F0%28"),
]
KINDS = [FORM, FORM, FORM, FORM, "application/json", "text/plain", "multipart/form-data; boundary=x", "\xff"]
COOKIES = ["screen=x", "seat-BBBBBB=" + "y" * 22, "=;;=", "a" * 3000]
HONEST = [("entry", "{entry}"), ("round", "1"), ("level", "residential"), ("confidence", "guess")]


class Target:
    """A room whose first vote is open, with one honest voter."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder / 'room.sqlite3'}"
        self.workshop: Workshop = open_room(
            our_bank(), Rooms(url), [new_entry("kitchen-shift")], Settings(marks=True, address="http://x:1")
        )
        self.web = Web(
            make_app(
                Rooms(url, fenced=True),
                Limits(joins=ENOUGH, wrong_codes=ENOUGH, wrong_codes_of_one=ENOUGH, votes_of_one=ENOUGH),
            )
        )
        self.workshop.forward()
        self.workshop.forward()
        self.phone = Phone(self.web)
        self.phone.join(self.workshop.room.code)
        self.cookie = "; ".join(f"{key}={token}" for key, token in self.phone.jar.items())
        room = self.workshop.room
        self.known = {
            "code": room.code,
            "door": room.door,
            "entry": room.position.entry,
            "here": f"/room/{room.code}",
        }

    def close(self) -> None:
        self.web.close()
        self.workshop.rooms.close()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    monkeypatch.setattr("carelevel.live.endpoints.seats.WRONG_CODE_SECONDS", 0.0)
    opened = Target(tmp_path)
    yield opened
    opened.close()


class Hostile:
    """One request that means no good, made from *seed*; {names} are the room's own.

    Hypothesis draws the seeds only: to draw every piece would take longer than to answer.
    """

    def __init__(self, seed: int) -> None:
        self.chance = chance = Random(seed)
        self.method = chance.choice(METHODS if chance.random() < 0.3 else ["GET", "POST", "POST"])
        self.path = chance.choice(PATHS) if chance.random() < 0.9 else "/" + self._text(20)
        if chance.random() < 0.2:
            self.path += "?" + urlencode([self._field() for _ in range(3)], errors="replace")
        self.body = self._body()
        self.headers = {
            "content-type": chance.choice(KINDS),
            "accept": chance.choice(["text/html", "application/json", "*/*", self._text(5)]),
        }
        if chance.random() < 0.2:
            self.headers["cookie"] = chance.choice(COOKIES)
        self.seated = chance.random() < 0.6

    def __repr__(self) -> str:
        return f"{self.method} {self.path!r} {self.headers} {self.body!r}"

    def _body(self) -> bytes:
        kind = self.chance.random()
        if kind < 0.1:
            return self.chance.randbytes(self.chance.randrange(80))
        if kind < 0.15:
            return b"level=" + b"x" * self.chance.randrange(9000)
        fields = [self._field() for _ in range(self.chance.randrange(6))]
        if kind < 0.7:
            honest = self.chance.sample(HONEST, self.chance.randrange(2, 5))
            fields = [*honest, *(fields if kind < 0.4 else [])]
        self.chance.shuffle(fields)
        return urlencode(fields, errors="surrogatepass", safe="{}").encode()

    def _field(self) -> tuple[str, str]:
        values = [*WORDS, *EVIL, "{entry}", "{code}", "{door}", self._text(12)]
        name = self.chance.choice(FIELDS) if self.chance.random() < 0.9 else self._text(4)
        return name, self.chance.choice(values)

    def _text(self, longest: int) -> str:
        return "".join(self.chance.choices(LETTERS, k=longest))


def test_ten_thousand_hostile_requests_get_an_answer_in_words_and_leave_nothing(target: Target) -> None:
    statuses: Counter[int] = Counter()

    @settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.generate], database=None)
    @given(st.integers(0, 2**64))
    def attack(seed: int) -> None:
        ones = [Hostile(seed + number) for number in range(EACH)]
        for one, reply in zip(ones, target.web.run(_send(target, ones)), strict=True):
            _is_harmless(one, reply)
            statuses[reply.status] += 1

    attack()
    assert statuses.total() >= 10_000
    assert {200, 303, 400, 403, 404, 405, 409, 413, 415, 422} <= statuses.keys()  # every kind of answer was met
    _only_ballots_are_kept(target)
    assert target.workshop.refresh().position.step is Step.VOTE_1
    assert target.phone.vote(target.phone.get(target.known["here"]), "residential").status == 200


async def _send(target: Target, ones: Iterable[Hostile]) -> list[Reply]:
    """Their replies, in their order; they come all at once."""
    return await asyncio.gather(*(target.web.ask(*_written(target, one)) for one in ones))


def _written(target: Target, one: Hostile) -> tuple[str, bytes, list[Header], list[bytes]]:
    path, body = one.path, one.body
    for known, token in target.known.items():
        path = path.replace("{" + known + "}", token)
        body = body.replace(b"{" + known.encode() + b"}", token.encode())
    sent: list[Header] = [(key.encode(), text.encode("latin-1", "replace")) for key, text in one.headers.items()]
    if one.seated:
        sent = [*(header for header in sent if header[0] != b"cookie"), (b"cookie", target.cookie.encode())]
    return one.method, path.encode("utf-8", "replace"), sent, [body]


def _is_harmless(one: Hostile, reply: Reply) -> None:
    assert reply.status < 500, (one, reply.text)
    text = reply.body.decode("utf-8", "strict")
    assert not any(inside in text for inside in INSIDE), (one, text)
    assert "<script>alert" not in text
    assert "default-src 'none'" in reply.header("content-security-policy")


def _only_ballots_are_kept(target: Target) -> None:
    room, workshop = target.workshop.room, target.workshop
    kept = workshop.rooms.ballots(room.id)
    assert set(kept) <= {room.position.entry}
    ballots = kept.get(room.position.entry, ())
    assert len({(ballot.participant, ballot.round) for ballot in ballots}) == len(ballots) <= 1
    for ballot in ballots:
        check_ballot(ballot, workshop.offered, room.slide["sentences"])
        assert ballot.confidence in tuple(Confidence)
        assert ballot.round == 1
