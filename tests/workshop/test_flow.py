"""The picture of two votes: ribbons fill their bars, nothing overlaps, nothing is drawn that nobody knows."""

from __future__ import annotations

import itertools
import re

import pytest
from carelevel.core.ballot import Shift, Tally
from carelevel.workshop.flow import PICTURE_HEIGHT, THINNEST_BAR, Band, FlowPicture, flow_picture
from hypothesis import given
from hypothesis import strategies as st

OFFERED = ("low", "middle", "high", "escalate")
TYPE_SIZE = 37
"""The larger of two: `.flow text` in room.css, `.cl-flow text` in a report."""

MOVES = st.dictionaries(st.tuples(st.sampled_from(OFFERED), st.sampled_from(OFFERED)), st.integers(1, 500))


def drawn(first: dict[str, int], second: dict[str, int], moves: dict[tuple[str, str], int]) -> FlowPicture:
    """The picture of these votes; how many moved up or down is not in it."""
    tallies = (Tally(dict.fromkeys(OFFERED, 0) | counts) for counts in (first, second))
    return flow_picture(Shift(*tallies, moves, 0, 0, 0, 0, 0, 0))


def ends(band: Band) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a ribbon begins and ends, each as its top and its bottom."""
    pairs = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", band.path)]
    sides = (sorted({y for x, y in pairs if x == edge}) for edge in (pairs[0][0], pairs[3][0]))
    (left, right) = ((side[0], side[-1]) for side in sides)
    return left, right


@given(MOVES)
def test_ribbons_fill_their_bars_exactly_and_bars_their_picture(moves: dict[tuple[str, str], int]) -> None:
    first = {level: sum(count for (before, _), count in moves.items() if before == level) for level in OFFERED}
    second = {level: sum(count for (_, after), count in moves.items() if after == level) for level in OFFERED}
    picture = drawn(first, second, moves)
    assert len(picture.bands) == len(moves)
    for side, anchor in ((0, "end"), (1, "start")):
        poles = [pole for pole in picture.poles if pole.anchor == anchor]
        for above, below in itertools.pairwise(poles):
            assert above.y + above.height < below.y
        for pole in poles:
            inside = [ends(band)[side] for band in picture.bands]
            inside = sorted((top, end) for top, end in inside if pole.y - 1 <= top and end <= pole.y + pole.height + 1)
            assert pole.y + pole.height <= PICTURE_HEIGHT + 2.1
            if pole.height > THINNEST_BAR:
                edges = [pole.y, *itertools.chain(*inside), pole.y + pole.height]
                assert edges[::2] == pytest.approx(edges[1::2], abs=0.21)  # each begins where the last one ended


def test_hands_give_bars_without_ribbons() -> None:
    picture = drawn({"low": 3}, {"high": 4}, {})
    assert picture.bands == ()
    assert [(pole.level, pole.count) for pole in picture.poles if pole.anchor == "end"] == [("high", 0), ("low", 3)]


def test_a_vote_is_as_tall_on_either_side_however_many_voted() -> None:
    picture = drawn({"low": 1, "high": 2}, {"low": 3, "high": 2}, {})
    tall = {(pole.level, pole.anchor): pole.height for pole in picture.poles}
    assert tall["high", "end"] == tall["high", "start"]
    assert tall["low", "start"] == pytest.approx(3 * tall["low", "end"], abs=0.2)


def test_the_most_intensive_choice_stands_on_top() -> None:
    picture = drawn({"low": 1, "high": 1, "middle": 1}, {}, {})
    assert [pole.level for pole in picture.poles if pole.anchor == "end"] == ["high", "middle", "low"]


def test_the_picture_joins_the_inner_edges_of_its_bars_and_says_how_many_voted() -> None:
    moves = {("low", "low"): 1, ("low", "high"): 2}
    picture = drawn({"low": 3}, {"low": 1, "high": 2}, moves)
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


def test_a_label_of_the_lowest_bar_is_whole_where_nobody_chose_it_any_more() -> None:
    picture = drawn({"high": 3, "low": 1}, {"high": 4}, {})
    _, top, _, height = map(int, picture.view_box.split())
    assert max(pole.label_y for pole in picture.poles) + TYPE_SIZE / 2 <= top + height
