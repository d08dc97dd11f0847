"""A room as pages show it: what is the same for everybody is worked out once a step, the rest for each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Hashable, Mapping
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from carelevel.core.ballot import Ballot
from carelevel.core.room_state import Room, Step, open_round, takes_votes
from carelevel.live.rendering.own_choices import OwnChoices
from carelevel.live.rendering.slotted import PARTS_KEPT, Slotted
from carelevel.live.rendering.templates import Templates
from carelevel.live.rendering.type_size import type_size
from carelevel.live.rendering.views import ChoicesView, Head, PhoneView, ProjectorView, VoteView, head_of
from carelevel.workshop.addresses import HERE, is_here
from carelevel.workshop.captions import count_sentence, headline, people_here
from carelevel.workshop.qr import qr_svg
from carelevel.workshop.slide_record import read_slide
from carelevel.workshop.tokens import shown_code

RELOAD_SECONDS, RELOAD_VOTED_SECONDS = 5, 15
"""Between two looks of a page without script; longer where somebody who has voted may be changing it."""

_NIGHT = {None: "(prefers-color-scheme: dark)", True: "all", False: "not all"}

_UNSEEN = ("number", "of", "hands")
"""What of a slide may change without a new page."""


class RenderedRoom:
    """One step of a room in HTML; *room* may be put in again as long as its version is the same.

    *key* changes with what there is to see, not with a timer or with somebody's vote. StoreError where what is kept
    of the room is damaged.
    """

    def __init__(self, templates: Templates, room: Room) -> None:
        self.room, self.slide = room, read_slide(room.slide)
        self._templates = templates
        self._told: dict[Hashable, Mapping[str, str]] = {}
        seen = {name: value for name, value in self.slide.row().items() if name not in _UNSEEN}
        made = [seen, self.step, room.settings.marks, room.votes if self.pairs else None]
        self.key = f"{self.step}-{_checksum(json.dumps(made, sort_keys=True))}"

    @property
    def step(self) -> Step:
        """What the room is doing now."""
        return self.room.position.step

    @property
    def pairs(self) -> bool:
        """Whether phones tell now whom to talk to."""
        settings = self.room.settings
        return self.step is Step.DISCUSSION and settings.pairs and not settings.by_hands

    @property
    def headline(self) -> str:
        """The same, in words."""
        return headline(self.step, self.slide)

    @property
    def screen_key(self) -> str:
        """*key* for the projector's page."""
        how_to_join = f"{self.room.settings.address} {self.room.code} {self._joining_shown} {self._shut}"
        return f"{self.key}-{_checksum('dark' if self.room.blank else how_to_join)}"

    @property
    def night(self) -> str:
        """On which media the picture is dark."""
        return _NIGHT[self.room.settings.night]

    @property
    def _joining_shown(self) -> bool:
        return self.step is Step.LOBBY or self.room.settings.joining_shown

    @property
    def _shut(self) -> bool:
        """Whether pages are served, and nobody else may join."""
        return bool(self.room.settings.address) and self.room.settings.door_closed

    @property
    def head(self) -> Head:
        """What stands on every whole page of the room."""
        return head_of(self.slide.words, self.slide.notice)

    def seconds_left(self, now: datetime) -> int | None:
        """Until the timer is over; None without one."""
        ends = self.room.timer_ends_at
        return None if ends is None else max(0, round((ends - now).total_seconds()))

    def reload(self, own: OwnChoices | None = None) -> int | None:
        """Seconds after which a page without script is loaded again; None at the end, and while *own* is chosen."""
        votes, round = takes_votes(self.step), open_round(self.step)
        if not self.room.is_open or (own and votes and not (own.of(round) if round else own.question)):
            return None
        return RELOAD_VOTED_SECONDS if own and votes else RELOAD_SECONDS

    def count(self, voted: int) -> str:
        """Who is here, or who has voted, in words; *voted* are the ballots of the round that is open.

        '' where hands are raised that nobody has counted.
        """
        if self._joining_shown:
            return people_here(self.room.joined)
        if takes_votes(self.step) and self.room.settings.by_hands and not self.slide.hands:
            return ""
        return count_sentence(self.step, self.room.joined, voted, self.slide.hands)

    def phone(self, own: OwnChoices) -> Markup:
        """What stands on one participant's page."""
        return Markup(self._page_parted.filled(self.parts(own)).decode())

    @cached_property
    def page(self) -> Markup:
        """A phone's page as all have it, with slots for what is one participant's own."""
        return self._templates.render(self._phone_view)

    def parts(self, own: OwnChoices) -> Mapping[str, str]:
        """What comes into the slots of *page* for one participant."""
        ticks = {f"tick {sentence}": " checked" for sentence in self._ticked(own)}
        pair = {"pair": self._templates.pair(own.pair)} if self.pairs else {}
        return {**ticks, **pair, **self._chosen(own)}

    def projector(self, count: str) -> Markup:
        """What stands on the screen; *count* is who is here, or who has voted."""
        address = self.room.settings.address
        return self._templates.render(
            ProjectorView(
                slide=self.slide,
                step=self.step,
                story=self._plain_story,
                pairs=self.pairs,
                blank=self.room.blank,
                count=count,
                by_hands=self.room.settings.by_hands,
                address="" if self._shut else address,
                shut=self._shut,
                here_only=is_here(urlsplit(address).hostname or HERE),
                code=shown_code(self.room.code),
                joining=self._joining_shown,
                qr=self._qr() if self._joining_shown and not self._shut else None,
                size=type_size(self.slide),
            )
        )

    @cached_property
    def _page_parted(self) -> Slotted:
        return Slotted(self.page)

    @cached_property
    def _phone_view(self) -> PhoneView:
        marks = self.room.settings.marks and self.slide.sentences > 0
        ticks = marks and open_round(self.step) is not None
        return PhoneView(
            slide=self.slide,
            step=self.step,
            story=self._templates.story(self.slide, tickable=True) if ticks else self._plain_story,
            pairs=self.pairs,
            here=f"/room/{self.room.code}",
            marks=marks,
        )

    def _chosen(self, own: OwnChoices) -> Mapping[str, str]:
        """What is told of votes and asked of them: the same for all who have chosen the same."""
        caught = self._caught(own)
        key = (*map(_said, (own.first, own.second, own.third)), own.question, caught)
        told = self._told.get(key)
        if told is None:
            views = ChoicesView(self._phone_view, own, caught), VoteView(self._phone_view, own)
            slots = self._page_parted.slots
            told = {view.slot: self._templates.render(view) for view in views if view.slot in slots}
            if len(self._told) < PARTS_KEPT:
                self._told[key] = told
        return told

    def _ticked(self, own: OwnChoices) -> frozenset[int]:
        """What was marked in the vote that is open, else in the first on the same story."""
        round = open_round(self.step)
        choice = (own.of(round) or (own.first if round == 2 else None)) if round else None
        return choice.marked if choice else frozenset()

    def _caught(self, own: OwnChoices) -> int | None:
        """How many of the deciding phrases somebody has marked, where that is told."""
        deciding = self.slide.deciding
        if self.step is not Step.REVEAL or own.latest is None or not deciding or not self._phone_view.marks:
            return None
        return sum(1 for sentences in deciding if own.latest.marked.intersection(sentences))

    @cached_property
    def _plain_story(self) -> Markup:
        return self._templates.story(self.slide)

    def _qr(self) -> Markup | None:
        address = self.room.settings.address
        return Markup(qr_svg(f"{address}/in/{self.room.door}")) if address else None


def _said(ballot: Ballot | None) -> tuple[str, str] | None:
    return (ballot.level, ballot.confidence) if ballot else None


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
