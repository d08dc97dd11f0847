"""The picture of two votes: a bar for each choice on either side, a ribbon for everybody who voted twice.

It is drawn in units of its own, which `FlowPicture.view_box` gives; a page puts them into SVG as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carelevel.core.ballot import Shift
from carelevel.messages import room as room_messages
from carelevel.workshop.captions import votes_counted

PICTURE_HEIGHT = 700
PICTURE_GAP = 0.075
"""Between two bars, a part of the height: a line of text."""

BAR_WIDTH, FIRST_BARS, SECOND_BARS = 36, 580, 1144
"""How wide a bar is, and where those of the first and of the second vote begin."""

LABEL_GAP = 20
THINNEST_BAR = 2


@dataclass(frozen=True, slots=True)
class Title:
    """What stands over one side: which vote, and how many voted; *anchor* is SVG's `text-anchor`."""

    text: str
    votes: str
    x: int
    anchor: str
    y: int = -50


@dataclass(frozen=True, slots=True)
class Pole:
    """A bar with its label beside it; *anchor* is SVG's `text-anchor`."""

    level: str
    count: int
    x: int
    y: float
    height: float
    label_x: int
    label_y: float
    anchor: str
    width: int = BAR_WIDTH


@dataclass(frozen=True, slots=True)
class Band:
    """A ribbon as an SVG path; *stayed* where both its ends are the same choice."""

    path: str
    stayed: bool


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Everything that is drawn, bands below bars; levels are ids, which the page names."""

    titles: tuple[Title, Title]
    bands: tuple[Band, ...]
    poles: tuple[Pole, ...]
    view_box: str = "0 -90 1760 820"


@dataclass(frozen=True, slots=True)
class _Bar:
    """One choice in one vote; *top* and *height* are parts of the picture's height, 0 to 1."""

    level: str
    count: int
    top: float
    height: float


def flow_picture(shift: Shift) -> FlowPicture:
    """Draw both votes and who moved, the most intensive choice on top."""
    counts = shift.first.counts, shift.second.counts
    from_top = [level for level in reversed(list(shift.first.counts)) if any(side.get(level) for side in counts)]
    most = max(shift.first.votes, shift.second.votes)
    first, second = (tuple(_bars(side, from_top, most)) for side in counts)
    begin, end = FIRST_BARS + BAR_WIDTH, SECOND_BARS
    return FlowPicture(
        titles=(
            Title(room_messages.LIVE["first"], votes_counted(shift.first.votes), begin, "end"),
            Title(room_messages.LIVE["second"], votes_counted(shift.second.votes), end, "start"),
        ),
        bands=tuple(_bands(first, second, shift.moves)),
        poles=(
            *(_pole(bar, FIRST_BARS, FIRST_BARS - LABEL_GAP, "end") for bar in first),
            *(_pole(bar, SECOND_BARS, SECOND_BARS + BAR_WIDTH + LABEL_GAP, "start") for bar in second),
        ),
    )


def _bars(counts: Mapping[str, int], from_top: Sequence[str], most: int) -> Iterator[_Bar]:
    """On one scale for both votes, by which *most* votes fill the height."""
    room = 1 - PICTURE_GAP * max(len(from_top) - 1, 0)
    top = 0.0
    for level in from_top:
        share = counts.get(level, 0) / most if most else 0.0
        yield _Bar(level, counts.get(level, 0), top, share * room)
        top += share * room + PICTURE_GAP


def _bands(first: Sequence[_Bar], second: Sequence[_Bar], moves: Mapping[tuple[str, str], int]) -> Iterator[Band]:
    """A ribbon leaves the first bar below those before it, and meets the second likewise."""
    leaves, meets = ({bar.level: bar.top for bar in bars} for bars in (first, second))
    for before in first:
        for after in second:
            if count := moves.get((before.level, after.level), 0):
                top, top_end = leaves[before.level], meets[after.level]
                leaves[before.level] += before.height * count / before.count
                meets[after.level] += after.height * count / after.count
                path = _path(top, leaves[before.level], top_end, meets[after.level])
                yield Band(path, before.level == after.level)


def _path(top: float, bottom: float, top_end: float, bottom_end: float) -> str:
    """Two curves, from the first bars to the second and back, with a straight end at either side."""
    begin, end = FIRST_BARS + BAR_WIDTH, SECOND_BARS
    middle = (begin + end) // 2
    return (
        f"M{begin} {_y(top)} C{middle} {_y(top)} {middle} {_y(top_end)} {end} {_y(top_end)} "
        f"L{end} {_y(bottom_end)} C{middle} {_y(bottom_end)} {middle} {_y(bottom)} {begin} {_y(bottom)} Z"
    )


def _pole(bar: _Bar, x: int, label_x: int, anchor: str) -> Pole:
    return Pole(
        level=bar.level,
        count=bar.count,
        x=x,
        y=_y(bar.top),
        height=max(_y(bar.height), THINNEST_BAR),
        label_x=label_x,
        label_y=_y(bar.top + bar.height / 2),
        anchor=anchor,
    )


def _y(part: float) -> float:
    """A part of the height in the picture's units."""
    return round(part * PICTURE_HEIGHT, 1)
