"""A running order for a length of time: it fits, nothing more would, and the same is proposed each time."""

from __future__ import annotations

from carelevel.analytics.criteria_parts import CriteriaPart, PartKind
from carelevel.bank import Bank
from carelevel.workshop.minutes import case_minutes, entry_minutes
from carelevel.workshop.plan import Plan
from carelevel.workshop.proposal import Candidate, propose
from carelevel.workshop.running_order import new_entry
from hypothesis import given
from hypothesis import strategies as st

PARTS = [CriteriaPart(PartKind.WEIGHT, name) for name in "abcde"]
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        case=st.sampled_from("pqrstuvw"),
        point=st.integers(0, 1),
        level=st.sampled_from(["low", "high"]),
        parts=st.frozensets(st.sampled_from(PARTS)),
        minutes=st.integers(8, 30),
        ease=st.tuples(st.integers(1, 3), st.integers(1, 3)),
        twin=st.booleans(),
    ),
    max_size=16,
    unique_by=lambda one: (one.case, one.point),
)
WANTED = st.frozensets(st.sampled_from(PARTS), max_size=3)


@given(CANDIDATES, WANTED, st.integers(0, 120), st.randoms())
def test_it_fits_exercises_what_is_wanted_leaves_no_room_and_is_the_same_in_any_order(
    candidates: list[Candidate], wanted: frozenset[CriteriaPart], minutes: int, chance: object
) -> None:
    chosen = propose(candidates, wanted, minutes)
    left = minutes - sum(one.minutes for one in chosen)
    cases = [one.case for one in chosen]
    assert left >= 0
    assert len(set(cases)) == len(cases)
    useful = [one for one in candidates if not wanted or one.parts & wanted]
    assert set(chosen) <= set(useful)
    assert not [one for one in useful if one.minutes <= left and one.case not in cases]
    assert [one.ease for one in chosen] == sorted(one.ease for one in chosen)
    shuffled = list(candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert propose(shuffled, wanted, minutes) == chosen


@given(CANDIDATES, WANTED)
def test_where_there_is_time_for_all_everything_that_is_wanted_and_can_be_is_exercised(
    candidates: list[Candidate], wanted: frozenset[CriteriaPart]
) -> None:
    single = [one for one in candidates if one.point == 0]
    chosen = propose(single, wanted, 10_000)
    there = {part for one in single for part in one.parts}
    assert wanted & there <= {part for one in chosen for part in one.parts}


def test_what_was_not_there_yet_comes_before_more_of_the_same() -> None:
    def candidate(case: str, *parts: CriteriaPart, level: str = "low", twin: bool = False) -> Candidate:
        return Candidate(case, 0, level, frozenset(parts), 20, (1, 1), twin)

    first, second, _ = PARTS[:3]
    offered = [
        candidate("one", first),
        candidate("same", first),
        candidate("other", second),
        candidate("higher", first, level="high"),
        candidate("twinned", first, twin=True),
    ]
    assert [one.case for one in propose(offered, [first, second], 40)] == ["other", "twinned"]
    assert [one.case for one in propose(offered, [first], 40)] == ["higher", "twinned"]


def test_an_estimate_grows_with_the_story_the_timer_and_a_vote_on_a_twin(bank: Bank) -> None:
    assert case_minutes(130) == 1 + 1 + 5 + 1 + 4
    assert case_minutes(131) == case_minutes(130) + 1
    assert case_minutes(130, vote=3) == case_minutes(130) + 2 * 2
    assert case_minutes(130, talk=8) == case_minutes(130) + 3
    assert case_minutes(260, third_vote=True) == case_minutes(260) + 1 + 1 + 2
    kitchen = new_entry("kitchen-shift")
    alone = entry_minutes(kitchen, [kitchen], bank, Plan(third_vote=False))
    with_twin = entry_minutes(kitchen, [kitchen], bank, Plan())
    met = entry_minutes(kitchen, [kitchen, new_entry("kitchen-shift", "bed-taken")], bank, Plan())
    assert (alone, with_twin) == (met, 17)
    assert entry_minutes(new_entry("gone"), [], bank, Plan()) is None
