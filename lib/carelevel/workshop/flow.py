"""The picture of two votes: a bar for each choice on either side, a ribbon for everybody who voted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carelevel.core.ballot import Shift
from carelevel.messages import room as room_messages
from carelevel.workshop.captions import votes_counted


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice in one round; *top* and *height* are parts of the picture's height, 0 to 1."""

    level: str
    count: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Those who went from one choice to another: where it leaves the first bar, and where it meets the second."""

    before: str
    after: str
    count: int
    leaves: float
    left: float
    meets: float
    right: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Where everything stands, each side from its top."""

    first: tuple[Bar, ...]
    second: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]


def flow(
    first: Mapping[str, int],
    second: Mapping[str, int],
    moves: Mapping[tuple[str, str], int],
    offered: Sequence[str],
    gap: float = 0.02,
) -> Flow:
    """Lay the picture out, the most intensive choice on top; *gap* stands between two bars."""
    from_top = [level for level in reversed(offered) if first.get(level, 0) or second.get(level, 0)]
    left, right = _bars(first, from_top, gap), _bars(second, from_top, gap)
    return Flow(left, right, _ribbons(left, right, moves))


def _bars(counts: Mapping[str, int], from_top: Sequence[str], gap: float) -> tuple[Bar, ...]:
    votes = sum(counts.get(level, 0) for level in from_top)
    room = 1 - gap * max(len(from_top) - 1, 0)
    bars, top = [], 0.0
    for level in from_top:
        share = counts.get(level, 0) / votes if votes else 0.0
        bars.append(Bar(level, counts.get(level, 0), top, share * room))
        top += share * room + gap
    return tuple(bars)


def _ribbons(left: tuple[Bar, ...], right: tuple[Bar, ...], moves: Mapping[tuple[str, str], int]) -> tuple[Ribbon, ...]:
    ends = {bar.level: bar for bar in right}
    leaves = {bar.level: bar.top for bar in left}
    meets = {bar.level: bar.top for bar in right}
    ribbons = []
    for begin in left:
        for end in right:
            count = moves.get((begin.level, end.level), 0)
            if count:
                thick = begin.height * count / begin.count
                thin = ends[end.level].height * count / end.count
                ribbons.append(
                    Ribbon(begin.level, end.level, count, leaves[begin.level], thick, meets[end.level], thin)
                )
                leaves[begin.level] += thick
                meets[end.level] += thin
    return tuple(ribbons)


# The picture, in units of its own

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
    view_box: str = "0 -90 1760 800"


def flow_picture(shift: Shift) -> FlowPicture:
    """Draw both votes and who moved, the most intensive choice on top."""
    drawn = flow(shift.first.counts, shift.second.counts, shift.moves, list(shift.first.counts), PICTURE_GAP)
    begin, end = FIRST_BARS + BAR_WIDTH, SECOND_BARS
    return FlowPicture(
        titles=(
            Title(room_messages.LIVE["first"], votes_counted(shift.first.votes), begin, "end"),
            Title(room_messages.LIVE["second"], votes_counted(shift.second.votes), end, "start"),
        ),
        bands=tuple(_band(ribbon, begin, end) for ribbon in drawn.ribbons),
        poles=(
            *(_pole(bar, FIRST_BARS, FIRST_BARS - LABEL_GAP, "end") for bar in drawn.first),
            *(_pole(bar, SECOND_BARS, SECOND_BARS + BAR_WIDTH + LABEL_GAP, "start") for bar in drawn.second),
        ),
    )


def _pole(bar: Bar, x: int, label_x: int, anchor: str) -> Pole:
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


def _band(ribbon: Ribbon, begin: int, end: int) -> Band:
    """Two curves, from the first bars to the second and back, with a straight end at either side."""
    middle = (begin + end) // 2
    top, top_end = _y(ribbon.leaves), _y(ribbon.meets)
    bottom, bottom_end = _y(ribbon.leaves + ribbon.left), _y(ribbon.meets + ribbon.right)
    path = (
        f"M{begin} {top} C{middle} {top} {middle} {top_end} {end} {top_end} "
        f"L{end} {bottom_end} C{middle} {bottom_end} {middle} {bottom} {begin} {bottom} Z"
    )
    return Band(path, ribbon.before == ribbon.after)


def _y(part: float) -> float:
    """A part of the height in the picture's units."""
    return round(part * PICTURE_HEIGHT, 1)
