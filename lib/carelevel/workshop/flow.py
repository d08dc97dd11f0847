"""The picture of two votes: a bar for each choice on either side, a ribbon for everybody who voted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice in one round; *top* and *height* are parts of the picture's height, 0 to 1."""

    level: str
    count: int
    share: float
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
        bars.append(Bar(level, counts.get(level, 0), share, top, share * room))
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
