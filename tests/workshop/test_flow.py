"""The picture of two votes: ribbons fill their bars, nothing overlaps, nothing is drawn that nobody knows."""

from __future__ import annotations

import itertools

import pytest
from carelevel.workshop.flow import flow
from hypothesis import given
from hypothesis import strategies as st

OFFERED = ("low", "middle", "high", "escalate")
MOVES = st.dictionaries(st.tuples(st.sampled_from(OFFERED), st.sampled_from(OFFERED)), st.integers(1, 500))


@given(MOVES)
def test_ribbons_fill_their_bars_exactly_and_bars_their_picture(moves: dict[tuple[str, str], int]) -> None:
    first = {level: sum(count for (before, _), count in moves.items() if before == level) for level in OFFERED}
    second = {level: sum(count for (_, after), count in moves.items() if after == level) for level in OFFERED}
    picture = flow(first, second, moves, OFFERED)
    assert sum(ribbon.count for ribbon in picture.ribbons) == sum(moves.values())
    for bars, side in ((picture.first, "left"), (picture.second, "right")):
        for above, below in itertools.pairwise(bars):
            assert above.top + above.height < below.top
        for bar in bars:
            touching = [r for r in picture.ribbons if bar.level == (r.before if side == "left" else r.after)]
            assert sum(getattr(ribbon, side) for ribbon in touching) == pytest.approx(bar.height)
            assert bar.top + bar.height <= 1.0001


def test_hands_give_bars_without_ribbons() -> None:
    picture = flow({"low": 3}, {"high": 4}, {}, OFFERED)
    assert picture.ribbons == ()
    assert [(bar.level, bar.count) for bar in picture.first] == [("high", 0), ("low", 3)]


def test_the_most_intensive_choice_stands_on_top() -> None:
    picture = flow({"low": 1, "high": 1, "middle": 1}, {}, {}, OFFERED)
    assert [bar.level for bar in picture.first] == ["high", "middle", "low"]
