"""What is projected, for the presenter's card: the HTML and the style of the screen's own page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from carelevel.core.room_state import Room
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.templates import Templates

_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root (\{.*?\})\s*\}", re.DOTALL)
"""The colors of a dark page, which the system asks for there and the presenter here."""

_PAGE = re.compile(r"(?m)^(?::root|body|html)\b")


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """One step; *key* changes with what there is to see."""

    key: str
    html: str


class Projection:
    """Draws a room; whatever it shows is escaped by the templates."""

    @cached_property
    def styles(self) -> str:
        """The style for a shadow root, whose host is dark where it has the class `night`."""
        page = (files("carelevel.live") / "static" / "room.css").read_text("utf-8")
        return _PAGE.sub(":host", _DARK.sub(r":host(.night) \1", page))

    def draw(self, room: Room, voted: int) -> DrawnStep:
        """The screen; *voted* are the ballots of the round that is open."""
        rendered = RenderedRoom(self._templates, room)
        return DrawnStep(rendered.screen_key, rendered.projector(rendered.count(voted)))

    def count(self, room: Room, voted: int) -> str:
        """Who is here, or who has voted, in words."""
        return RenderedRoom(self._templates, room).count(voted)

    @cached_property
    def _templates(self) -> Templates:
        return Templates()
