"""The picture of two votes: ribbons fill their bars, nothing overlaps, nothing is drawn that nobody knows."""

from __future__ import annotations

import itertools

import pytest
from carelevel.core.ballot import Shift, Tally
from carelevel.workshop.flow import flow, flow_picture
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


def test_the_picture_joins_the_inner_edges_of_its_bars_and_says_how_many_voted() -> None:
    moves = {("low", "low"): 1, ("low", "high"): 2}
    first, second = (
        Tally(dict.fromkeys(OFFERED, 0) | {"low": 3}),
        Tally(dict.fromkeys(OFFERED, 0) | {"low": 1, "high": 2}),
    )
    picture = flow_picture(Shift(first, second, moves, 2, 0, 1, 0, 0, 0))
    assert [title.votes for title in picture.titles] == ["3 votes", "3 votes"]
    assert [(pole.level, pole.count, pole.anchor) for pole in picture.poles] == [
        ("high", 0, "end"),
        ("low", 3, "end"),
        ("high", 2, "start"),
        ("low", 1, "start"),
    ]
    empty, low, high, _ = picture.poles
    assert empty.height == 2  # nobody, but the place is seen
    assert [band.stayed for band in picture.bands] == [False, True]
    begin, end = low.x + low.width, high.x
    assert picture.bands[0].path.startswith(f"M{begin} {low.y} ")
    assert f" {end} {high.y} L{end} {high.y + high.height}" in picture.bands[0].path
