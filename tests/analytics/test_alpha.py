"""Krippendorff's alpha against values that he published."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from carelevel.analytics.alpha import RESAMPLES, Counts, Distance, alpha_of_clusters, nominal, ordinal

# Four observers, twelve units, values 1 to 5, a dot for no answer: the example of Krippendorff (2011), section C.
PUBLISHED = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""


def alpha(units: Sequence[Counts], distance: Distance) -> float | None:
    return alpha_of_clusters({"all": units}, distance).value


def units(text: str, values: str) -> list[list[int]]:
    columns = zip(*(line.split() for line in text.split("\n") if line), strict=True)
    return [[column.count(value) for value in values] for column in columns]


def test_the_published_example_has_its_published_values() -> None:
    counted = units(PUBLISHED, "12345")
    assert round(alpha(counted, nominal) or 0, 3) == 0.743
    assert round(alpha(counted, ordinal) or 0, 3) == 0.815


def test_two_observers_of_a_yes_or_no_have_the_published_value() -> None:
    # The same paper, section A: ten units, two values.
    counted = units("0 1 0 0 0 0 0 0 1 0\n1 1 1 0 0 1 0 0 0 0", "01")
    assert round(alpha(counted, nominal) or 0, 3) == 0.095


def test_full_agreement_is_one_and_a_value_that_never_varies_tells_nothing() -> None:
    assert alpha([[2, 0], [0, 2], [2, 0]], nominal) == 1
    assert alpha([[2, 0], [2, 0]], nominal) is None
    assert alpha([[1, 0], [0, 1]], nominal) is None  # nobody met anybody
    assert alpha([], nominal) is None


def test_on_a_ladder_the_far_ends_count_for_more_than_neighbours() -> None:
    settled = [[2, 0, 0], [0, 2, 0], [0, 0, 2], [2, 0, 0], [0, 0, 2]]
    near, far = alpha([*settled, [1, 1, 0]], ordinal), alpha([*settled, [1, 0, 1]], ordinal)
    assert near is not None
    assert far is not None
    assert near > far
    assert alpha([*settled, [1, 1, 0]], nominal) == alpha([*settled, [1, 1, 0]][::-1], nominal)


def clusters(counted: Sequence[Sequence[int]]) -> dict[str, list[Sequence[int]]]:
    return {f"case-{number}": [counts] for number, counts in enumerate(counted)}


def test_the_interval_holds_the_value_and_is_the_same_at_every_start() -> None:
    found = alpha_of_clusters(clusters(units(PUBLISHED, "12345")), ordinal)
    assert found.value == pytest.approx(0.815, abs=0.001)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high <= 1
    assert found == alpha_of_clusters(clusters(units(PUBLISHED, "12345")), ordinal)
    assert RESAMPLES == 1000


def test_one_case_alone_has_a_value_and_no_interval() -> None:
    found = alpha_of_clusters({"only": [[2, 0], [1, 1], [0, 2]]}, nominal)
    assert found.value is not None
    assert (found.low, found.high) == (None, None)
