"""Votes: counted by level, compared between rounds, and held against what the criteria accept."""

from __future__ import annotations

import pytest
from carelevel.core.answer import Confidence, deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.ballot import (
    Advice,
    Ballot,
    Round,
    advice,
    agreement,
    check_ballot,
    shift,
    sights,
    tally,
)
from carelevel.core.case import DecisionPoint
from carelevel.core.errors import AnswerError

from tests.conftest import our_bank

OFFERED = ("low", "middle", "high", "escalate")


def ballot(participant: str, round: Round, level: str, *marked: int) -> Ballot:
    return Ballot(participant, round, level, Confidence.GUESS, frozenset(marked))


@pytest.fixture(scope="module")
def kitchen() -> tuple[DecisionPoint, Assessment]:
    """A case whose criteria recommend partial hospitalization and accept residential."""
    bank = our_bank()
    point = bank.case("kitchen-shift").points[0]
    return point, assess(point.findings, bank.criteria)


def test_a_tally_names_every_choice_in_the_order_of_the_ladder() -> None:
    counted = tally([ballot("a", 1, "high"), ballot("b", 1, "high"), ballot("a", 2, "low")], 1, OFFERED)
    assert list(counted.counts.items()) == [("low", 0), ("middle", 0), ("high", 2), ("escalate", 0)]
    assert counted.votes == 2
    assert counted.share(["high", "low"]) == 1


def test_an_empty_tally_has_no_votes_and_no_share() -> None:
    assert tally([], 1, OFFERED).votes == 0
    assert tally([], 1, OFFERED).share(OFFERED) == 0


def test_hands_count_beside_ballots() -> None:
    counted = tally([ballot("a", 1, "high")], 1, OFFERED, {"high": 3, "low": 2})
    assert counted.counts["high"] == 4
    assert counted.votes == 6


def test_a_shift_tells_who_moved_where_in_which_direction_and_who_voted_once() -> None:
    moved = shift(
        [
            *(ballot("a", 1, "low"), ballot("a", 2, "high")),
            *(ballot("b", 1, "high"), ballot("b", 2, "middle")),
            *(ballot("c", 1, "low"), ballot("c", 2, "low")),
            *(ballot("d", 1, "escalate"), ballot("d", 2, "low")),
            ballot("e", 1, "low"),
            ballot("f", 2, "high"),
        ],
        OFFERED,
    )
    assert moved.moves == {("low", "low"): 1, ("low", "high"): 1, ("high", "middle"): 1, ("escalate", "low"): 1}
    assert (moved.up, moved.down, moved.stayed, moved.aside) == (1, 1, 1, 1)
    assert (moved.only_first, moved.only_second) == (1, 1)
    assert sum(moved.moves.values()) + moved.only_first == moved.first.votes
    assert sum(moved.moves.values()) + moved.only_second == moved.second.votes


def test_hands_move_nowhere_since_nobody_knows_whose_they_were() -> None:
    moved = shift([], OFFERED, {1: {"low": 5}, 2: {"high": 5}})
    assert moved.moves == {}
    assert (moved.first.counts["low"], moved.second.counts["high"]) == (5, 5)


def test_agreement_counts_every_accepted_level(kitchen: tuple[DecisionPoint, Assessment]) -> None:
    _, assessment = kitchen
    levels = ["residential", "partial_hospitalization", "outpatient", "outpatient"]
    counted = tally(
        [ballot(str(n), 1, level) for n, level in enumerate(levels)],
        1,
        ("outpatient", "partial_hospitalization", "residential", "escalate"),
    )
    assert agreement(counted, assessment) == 0.5


@pytest.mark.parametrize(
    ("agreeing", "expected"),
    [(0, Advice.EXPLAIN), (29, Advice.EXPLAIN), (30, Advice.DISCUSS), (70, Advice.DISCUSS), (71, Advice.MOVE_ON)],
)
def test_between_30_and_70_percent_of_agreement_people_should_talk(
    kitchen: tuple[DecisionPoint, Assessment], agreeing: int, expected: Advice
) -> None:
    _, assessment = kitchen
    offered = ("outpatient", "partial_hospitalization", "residential", "escalate")
    counted = tally([], 1, offered, {"residential": agreeing, "outpatient": 100 - agreeing})
    assert advice(counted, assessment) is expected


def test_nothing_is_advised_before_anybody_has_voted(kitchen: tuple[DecisionPoint, Assessment]) -> None:
    assert advice(tally([], 1, OFFERED), kitchen[1]) is None


def test_a_deciding_phrase_is_caught_by_whoever_marked_a_sentence_of_it(
    kitchen: tuple[DecisionPoint, Assessment],
) -> None:
    point, assessment = kitchen
    phrases = deciding_phrases(point.evidence, assessment)
    caught = sights(
        [ballot("a", 1, "low", *phrases[0].sentences), ballot("b", 1, "low"), ballot("c", 2, "low", 0, 1, 2)],
        1,
        phrases,
    )
    assert [(sight.caught, sight.voters) for sight in caught] == [(1, 2), *[(0, 2)] * (len(phrases) - 1)]


@pytest.mark.parametrize(
    "wrong",
    [
        Ballot("a", 1, "hihg", Confidence.GUESS),
        Ballot("a", 4, "high", Confidence.GUESS),  # type: ignore[arg-type]
        Ballot("a", 1, "high", "sure"),  # type: ignore[arg-type]
        Ballot("a", 1, "high", Confidence.GUESS, frozenset({4})),
        Ballot("a", 1, "high", Confidence.GUESS, frozenset({-1})),
    ],
)
def test_a_ballot_that_says_what_was_not_offered_is_refused(wrong: Ballot) -> None:
    check_ballot(Ballot("a", 1, "high", Confidence.GUESS, frozenset({3})), OFFERED, 4)
    with pytest.raises(AnswerError):
        check_ballot(wrong, OFFERED, 4)
