"""What a trainee's interviews show on their page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carelevel.core.kept_interview import Interview
from carelevel.widgets.pages.interviews import interviews_page

Make = Callable[..., Interview]


def test_without_an_interview_the_way_to_one_is_shown() -> None:
    told = interviews_page([])._repr_html_()
    assert 'href="04_interview.ipynb"' in told
    assert "<svg" not in told


def test_few_interviews_say_how_many_it_takes(interview: Make) -> None:
    told = interviews_page([interview()])._repr_html_()
    assert (
        "With one interview it is too early for: What stands out in your interviews (it takes 10 interviews); "
        "Safety questions asked (it takes 5 interviews); Questions asked, and enough (it takes 5 interviews)."
    ) in told
    assert "<svg" not in told


@pytest.mark.parametrize(("soon", "says"), [(0, "You never decided too soon."), (1, "in 1 of 12"), (9, "in 9 of 12")])
def test_figures_stand_with_their_n_and_what_stands_out_first(interview: Make, soon: int, says: str) -> None:
    held = [interview(n, settled_after=None if n < soon else 2, safety_asked=7) for n in range(12)]
    told = interviews_page(held)._repr_html_()
    assert says in told
    assert (
        "You asked 36 questions in all, 24 of them about the level and the plan. For the level 96 would have been"
        in told
    )
    assert "You asked 84 of 84 safety questions: 100%." in told
    assert told.count("From 12 interviews.") == 3
    assert told.count("<svg") == 6
    assert ("You often decide too soon" in told) is (soon == 9)
    assert ("Nothing stands out" in told) is (soon != 9)


def test_safety_that_was_left_out_is_said_first_and_a_bank_without_it_has_no_such_figure(interview: Make) -> None:
    told = interviews_page([interview(n, settled_after=None) for n in range(12)])._repr_html_()
    assert told.index("Safety: you left safety questions out in 12 of 12") < told.index("You often decide too soon")
    without = interviews_page([interview(n, safety_asked=0, safety_all=0) for n in range(12)])._repr_html_()
    assert "Safety questions asked" not in without.replace("Safety questions asked</th>", "")
