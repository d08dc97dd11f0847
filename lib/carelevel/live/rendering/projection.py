"""What is projected, for the presenter's card: the HTML and the style of the screen's own page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from jinja2 import Environment

from carelevel.live.rendering.room_renderer import Shown, count_says, make_pages
from carelevel.store.room_records import Room

DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root (\{.*?\})\s*\}", re.DOTALL)
"""The colours of a dark page, which the system asks for there and the presenter here."""

PAGE = re.compile(r"(?m)^(?::root|body|html)\b")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One step; *key* changes with what there is to see."""

    key: str
    html: str


class Picture:
    """Draws a room; whatever it shows is escaped by the templates."""

    @cached_property
    def styles(self) -> str:
        """The style for a shadow root, whose host is dark where it has the class `night`."""
        page = (files("carelevel.live") / "static" / "room.css").read_text("utf-8")
        return PAGE.sub(":host", DARK.sub(r":host(.night) \1", page))

    def draw(self, room: Room, voted: int) -> Drawn:
        shown = Shown(self._pages, room)
        return Drawn(shown.screen_key, shown.projector(count_says(room, voted)))

    def count(self, room: Room, voted: int) -> str:
        return count_says(room, voted)

    @cached_property
    def _pages(self) -> Environment:
        return make_pages({})
