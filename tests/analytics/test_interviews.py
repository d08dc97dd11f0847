"""The figures of a trainee's interviews, and what is named of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carelevel.analytics.chance import Proportion
from carelevel.analytics.interviews import SafetyLeftOut, TooSoon, interview_figures
from carelevel.core.kept_interview import Interview

Make = Callable[..., Interview]


def record(interview: Make, count: int, *, soon: int = 0, left_out: int = 0) -> list[Interview]:
    """*count* interviews; of the first *soon* the answer was open, the last *left_out* lack a safety question."""
    return [
        interview(n, settled_after=None if n < soon else 3, safety_asked=6 if n >= count - left_out else 7)
        for n in range(count)
    ]


def test_questions_asked_stand_beside_those_needed_and_safety_in_its_share(interview: Make) -> None:
    found = interview_figures(record(interview, 6, soon=2, left_out=3))
    assert (found.n, found.asking.asked, found.asking.needed) == (6, 12, 48)
    assert found.asking.too_soon == Proportion(2, 6)
    assert found.safety.asked == Proportion(39, 42)
    assert found.safety.whole == Proportion(3, 6)
    assert found.asking.speaks
    assert not interview_figures(record(interview, 4)).safety.speaks


@pytest.mark.parametrize(
    ("count", "soon", "left_out", "named"),
    [
        (9, 9, 9, []),
        (10, 7, 0, [TooSoon]),
        (10, 6, 0, []),
        (20, 0, 11, [SafetyLeftOut]),
        (20, 10, 10, []),
        (20, 20, 20, [SafetyLeftOut, TooSoon]),
        (100, 39, 0, []),
        (100, 40, 0, [TooSoon]),
    ],
)
def test_a_shortfall_is_named_where_chance_and_size_allow_it_safety_first(
    interview: Make, count: int, soon: int, left_out: int, named: list[type]
) -> None:
    found = interview_figures(record(interview, count, soon=soon, left_out=left_out))
    assert [type(one) for one in found.named] == named


def test_what_was_mended_is_named_no_longer(interview: Make) -> None:
    before, since = record(interview, 60, soon=60), record(interview, 100)
    assert interview_figures([*before, *since]).named == ()
    assert interview_figures(before).named
