"""What gives answers away: shares against banks that are counted by hand, and silence where a bank is too small."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from carelevel.analytics.assessed_points import Assessed
from carelevel.analytics.single_cues import FEWEST_STORIES, Cue, best_cue, best_cues, hardly_varying
from carelevel.core.criteria import ESCALATE, Criteria, Findings

HALF = Fraction(1, 2)


def told(level: str, findings: Findings, *also: str, twin: str = "", number: int = 0) -> Assessed:
    accepted = () if level == ESCALATE else (level, *also)
    return Assessed("case", twin, number, findings, level, accepted, frozenset())


TINY = [
    told("low", {"sky": "blue", "sea": "calm"}),
    told("low", {"sky": "blue"}, "high"),
    told("high", {"sky": "blue", "sea": "rough"}),
    told("high", {"sky": "gray"}),
    told("middle", {"sea": "rough"}, "high"),
    told("middle", {"sea": "rough"}),
]
"""By hand. Sky, accepted: blue low 2 of 3, gray high 1 of 1, unstated middle 2 of 2: 5 of 6; recommended 5 as well.
Sea, accepted: calm low 1, unstated high 2 of 2, rough high 2 or middle 2 of 3: 5; recommended: 1 + 1 + 2 = 4.
Both: blue and calm 1, blue and unstated 1, blue and rough 1, gray and unstated 1, unstated and rough 2: all 6.
Unread: high is accepted in 4, and each level recommended in 2."""


@pytest.mark.parametrize(
    ("cue", "accepted", "recommended"),
    [(("sky",), 5, 5), (("sea",), 5, 4), (("sky", "sea"), 6, 6), ((), 4, 2), (("moon",), 4, 2)],
)
def test_a_cue_finds_what_is_counted_by_hand(cue: tuple[str, ...], accepted: int, recommended: int) -> None:
    assert best_cue(TINY, [cue], HALF, accepted=True) == Cue(cue, accepted, 4, 6, HALF)
    assert best_cue(TINY, [cue], HALF, accepted=False) == Cue(cue, recommended, 2, 6, HALF)


def test_of_two_that_find_as_much_the_first_is_named() -> None:
    assert best_cue(TINY, [("sea",), ("sky",)], HALF, accepted=True).findings == ("sea",)


def test_a_cue_tells_where_it_finds_more_than_is_well_and_not_where_it_finds_just_so_much() -> None:
    assert best_cue(TINY, [("sky",)], Fraction(4, 6), accepted=True).tells
    assert not best_cue(TINY, [("sky",)], Fraction(5, 6), accepted=True).tells


def test_what_is_referred_what_comes_later_and_twins_are_not_counted(criteria: Criteria) -> None:
    first = [told(level.id, {"support": "strong"}) for level in criteria.levels for _ in range(FEWEST_STORIES)]
    others = [
        told(ESCALATE, {}),
        told("outpatient", {"support": "none"}, number=1),
        told("outpatient", {"support": "none"}, twin="t"),
    ]
    cues = best_cues([*first, *others], criteria)
    assert cues is not None
    assert (cues.accepted.hits, cues.accepted.n) == (FEWEST_STORIES, 3 * FEWEST_STORIES)
    assert not cues.accepted.tells


def test_the_bound_is_that_of_three_levels_and_lies_as_far_from_chance_with_two(criteria: Criteria) -> None:
    points = [told("outpatient", {})] * FEWEST_STORIES
    ours = best_cues(points, criteria)
    of_two = best_cues(points, replace(criteria, levels=criteria.levels[:2]))
    assert ours is not None
    assert (ours.accepted.most, ours.recommended.most, ours.accepted_by_two.most) == (
        Fraction(60, 100),
        Fraction(55, 100),
        Fraction(80, 100),
    )
    assert of_two is not None
    assert of_two.accepted.most == Fraction(70, 100)


def test_a_small_bank_is_told_nothing(criteria: Criteria) -> None:
    points = [told("outpatient", {"support": "strong"})] * (FEWEST_STORIES - 1)
    assert best_cues(points, criteria) is None
    assert hardly_varying(points, criteria) == ()


def test_what_nearly_all_stories_tell_or_leave_out_is_named_and_what_varies_is_not(criteria: Criteria) -> None:
    points = [
        told("outpatient", {"support": "strong" if n < 31 else "thin", "peers": "away_from_use"} | varying(n))
        for n in range(39)
    ]
    found = {alike.finding: (alike.value, alike.count, alike.n) for alike in hardly_varying(points, criteria)}
    assert found["support"] == ("strong", 31, 39)
    assert found["structure"] == (None, 38, 39)
    assert "attendance" not in found
    assert "home" not in found  # two of three, and not more
    assert not {finding.id for finding in criteria.findings if finding.red_flag} & found.keys()


def varying(n: int) -> dict[str, str]:
    home = {"home": "steady"} if n < 26 else {"home": "tempting"}
    structure = {"structure": "flexible"} if n == 0 else {}
    return {"attendance": ("daily", "part_time", "unreliable")[n % 3], **home, **structure}


def test_the_pairs_of_thirty_findings_over_two_hundred_cases_are_tried() -> None:
    names = [f"finding-{number}" for number in range(30)]
    points = [
        told("abc"[n % 3], {name: str((n * 7 + place) % 4) for place, name in enumerate(names)}) for n in range(200)
    ]
    assert best_cue(points, list(combinations(names, 2)), HALF, accepted=True).n == 200
