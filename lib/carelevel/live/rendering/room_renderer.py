"""A room as pages show it: what is the same for everybody is worked out once a step, the rest for each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from math import ceil
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from carelevel import words
from carelevel.core.ballot import Ballot, Round
from carelevel.core.room import Step, open_round
from carelevel.live.assets import Asset
from carelevel.store.room_records import Room
from carelevel.words import room as room_words
from carelevel.workshop.addresses import HERE, is_here
from carelevel.workshop.flow import Flow, flow
from carelevel.workshop.qr import qr_svg
from carelevel.workshop.tokens import shown_code

MOST_KEPT = 2_000
"""Pages of one step that are kept: most people's are the same."""

PICTURE_HEIGHT = 700
PICTURE_GAP = 0.075  # a line of text between two bars
TYPE_SIZES = tuple(range(44, 18, -2))
"""Tenths of a hundredth of the screen's height, as room.css knows them by s44 to s20."""

COLUMN, TALL, LETTER, LINE, GAP = 93.0, 74.0, 0.485, 1.45, 0.6
"""The story's part of a screen in hundredths of its height; a letter, a line, and the gap between two paragraphs."""


@dataclass(frozen=True, slots=True)
class Choice:
    level: str
    confidence: str
    marked: frozenset[int]


@dataclass(frozen=True, slots=True)
class Own:
    """One participant's choices on the case at hand."""

    first: Choice | None = None
    second: Choice | None = None

    @property
    def latest(self) -> Choice | None:
        return self.second or self.first


NOBODY = Own()


def own_of(ballots: Iterable[Ballot]) -> Own:
    chosen = {
        ballot.round: Choice(ballot.level, ballot.confidence.value, frozenset(ballot.marked)) for ballot in ballots
    }
    return Own(chosen.get(1), chosen.get(2))


def count_says(room: Room, voted: int) -> str:
    """Who is here, or who has voted, in words."""
    if open_round(room.position.step) is None:
        forms = {0: "people_0", 1: "people_1"}
        return room_words.LIVE[forms.get(room.joined, "people_n")].format(count=room.joined)
    hands = int(room.slide.get("hands", 0))
    if hands:
        return _counted(voted + hands)
    return room_words.LIVE["voted_of"].format(voted=voted, joined=room.joined) if voted else room_words.LIVE["voted_0"]


def make_pages(assets: Mapping[str, Asset]) -> Environment:
    """The templates; whatever they show is escaped, and a name that is not there is an error."""
    pages = Environment(
        loader=PackageLoader("carelevel.live"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    pages.globals.update(
        w=room_words.LIVE,
        e=room_words.LIVE_ERRORS,
        assets={name: asset.path for name, asset in assets.items()},
        counted=_counted,
        share=lambda count, votes: round(100 * count / votes, 1) if votes else 0,
        sentences=_sentences,
        y=lambda part: round(part * PICTURE_HEIGHT, 1),
    )
    return pages


@dataclass(slots=True)
class Shown:
    """*key* changes with what there is to see, not with a timer or with somebody's vote."""

    pages: Environment
    room: Room
    key: str = field(init=False)
    _phones: dict[Own, str] = field(default_factory=dict)
    _story: Markup | None = None

    def __post_init__(self) -> None:
        room = self.room
        told = {name: value for name, value in room.slide.items() if name not in ("number", "of", "hands")}
        seen = json.dumps([told, room.position.step, room.settings.marks], sort_keys=True)
        self.key = f"{room.position.step}-{zlib.crc32(seen.encode()):08x}"

    @property
    def step(self) -> Step:
        return self.room.position.step

    @property
    def round(self) -> Round | None:
        return open_round(self.step)

    @property
    def headline(self) -> str:
        numbered = f"{'vote'}_title_{self.round}" if self.round else ""
        name = {Step.CLOSED_1: "closed_title", Step.CLOSED_2: "closed_title"}.get(self.step, f"{self.step}_title")
        return room_words.LIVE[numbered or name]

    @property
    def screen_key(self) -> str:
        dark = "dark" if self.room.blank else self.room.settings.address
        return f"{self.key}-{zlib.crc32(dark.encode()):08x}"

    def left(self, now: datetime) -> int | None:
        """Seconds until the timer is over; None without one."""
        ends = self.room.timer_ends_at
        return None if ends is None else max(0, round((ends - now).total_seconds()))

    def phone(self, own: Own) -> str:
        """What stands on one participant's page."""
        known = self._phones.get(own)
        if known is None:
            known = self._phone(own)
            if len(self._phones) < MOST_KEPT:
                self._phones[own] = known
        return known

    def projector(self, count: str) -> str:
        """What stands on the screen; *count* is who is here, or who has voted."""
        slide = self.room.slide
        return self.pages.get_template("projector.html").render(
            **self._common(),
            room=self.room,
            count=count,
            address=self.room.settings.address,
            here_only=is_here(_host(self.room.settings.address)),
            code=shown_code(self.room.code),
            qr=self._qr() if self.step is Step.LOBBY else None,
            story=self._plain_story(),
            size=_size(slide),
            flow=self._flow() if self.step is Step.SHIFT else None,
            moved=list(_moved(slide)) if self.step is Step.SHIFT else [],
            agreed=_agreed(slide) if self.step is Step.REVEAL else "",
        )

    def _phone(self, own: Own) -> str:
        slide, room = self.room.slide, self.room
        now = {1: own.first, 2: own.second}[self.round] if self.round else None
        tickable = self.round is not None and room.settings.marks
        marked = (now or own.first or NO_CHOICE).marked if tickable else frozenset()
        return self.pages.get_template("phone.html").render(
            **self._common(),
            here=f"/room/{room.code}",
            own=own,
            now=now,
            marks=room.settings.marks,
            confidences={confidence.value: name for confidence, name in words.CONFIDENCE.items()},
            caught=_caught(slide, own),
            moved=list(_moved(slide)) if self.step is Step.SHIFT else [],
            story=self._tellable(marked, tickable) if tickable else self._plain_story(),
        )

    def _common(self) -> dict[str, Any]:
        slide = self.room.slide
        return {
            "slide": _Loose(slide),
            "step": self.step.value,
            "round": self.round,
            "headline": self.headline,
            "names": {level["id"]: level["name"] for level in slide["levels"]},
            "accepted": slide["answer"]["accepted"] if "answer" in slide else (),
        }

    def _plain_story(self) -> Markup:
        if self._story is None:
            self._story = self._tellable(frozenset(), False)
        return self._story

    def _tellable(self, marked: frozenset[int], tickable: bool) -> Markup:
        if not self.room.slide["entry"]:
            return Markup("")
        parts: Any = self.pages.get_template("parts.html").module
        return Markup(parts.story(_Loose(self.room.slide), marked, tickable))

    def _qr(self) -> Markup | None:
        address = self.room.settings.address
        return Markup(qr_svg(f"{address}/in/{self.room.door}")) if address else None

    def _flow(self) -> Flow:
        slide = self.room.slide
        moves = {(before, after): count for before, after, count in slide["moves"]}
        offered = [level["id"] for level in slide["levels"]]
        return flow(slide["first"], slide["second"], moves, offered, PICTURE_GAP)


NO_CHOICE = Choice("", "", frozenset())


class _Loose(dict[str, Any]):
    """A slide in a template: what it does not hold is empty, since each step tells other things."""

    def __getattr__(self, name: str) -> Any:
        return self.get(name, "")


def _sentences(paragraphs: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Paragraphs of sentences, each whole, so that one box goes with it."""
    return [
        [{"number": number, "runs": list(runs)} for number, runs in groupby(paragraph, key=lambda run: run["sentence"])]
        for paragraph in paragraphs
    ]


def _counted(votes: int) -> str:
    forms = {0: "votes_0", 1: "votes_1"}
    return room_words.LIVE[forms.get(votes, "votes")].format(count=votes)


def _caught(slide: Mapping[str, Any], own: Own) -> int:
    marked = own.latest.marked if own.latest else frozenset()
    return sum(1 for sentences in slide.get("deciding", ()) if marked.intersection(sentences))


def _size(slide: Mapping[str, Any]) -> str:
    """The largest type in which the story stands on one screen."""
    paragraphs = [sum(len(run["text"]) for run in paragraph) for paragraph in slide.get("story", ())]
    for size in TYPE_SIZES:
        em = size / 10
        lines = sum(ceil(letters * LETTER * em / COLUMN) for letters in paragraphs)
        lines += len(slide.get("earlier", ())) + (2 if slide.get("heading") else 0)
        if em * (lines * LINE + GAP * len(paragraphs)) <= TALL:
            return f"s{size}"
    return f"s{TYPE_SIZES[-1]}"


def _moved(slide: Mapping[str, Any]) -> Iterator[str]:
    """The shift in words; hands are in the tallies, but nobody knows whose they were."""
    moved = slide["moved"]
    once = moved["only_first"] + moved["only_second"]
    twice = sum(count for _, _, count in slide["moves"])
    for name in ("stayed", "up", "down", "aside"):
        if moved[name] or (name == "stayed" and twice):
            yield room_words.LIVE[name].format(count=moved[name])
    if once:
        yield room_words.LIVE["only"].format(count=once)
    if sum(slide["first"].values()) + sum(slide["second"].values()) > 2 * twice + once:
        yield room_words.LIVE["hands"]


def _agreed(slide: Mapping[str, Any]) -> str:
    first, second = (f"{round(100 * share)}%" for share in slide["agreed"])
    return room_words.LIVE["agreed"].format(first=first, second=second) if sum(slide["first"].values()) else ""


def _host(address: str) -> str:
    return urlsplit(address).hostname or HERE
