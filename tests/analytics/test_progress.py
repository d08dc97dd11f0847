"""A trainee's figures: what they count, and when they stay silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carelevel.analytics.progress import Progress, progress
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.attempt import Attempt

from .conftest import LADDER, seen

Make = Callable[..., list[Attempt]]


def figures(*parts: list[Attempt]) -> Progress:
    return progress([one for part in parts for one in part], LADDER)


def test_an_empty_record_is_silent_everywhere() -> None:
    record = figures()
    said = (record.agreement, record.direction, record.kappa, record.matrix, record.calibration, record.marks)
    assert [figure.speaks for figure in (*said, record.time)] == [False] * 7
    assert record.rules == ()


@pytest.mark.parametrize(("count", "speaks"), [(4, False), (5, True)])
def test_agreement_speaks_from_five_answers_on(judged: Make, count: int, speaks: bool) -> None:
    assert figures(judged(count)).agreement.speaks is speaks


def test_agreement_goes_by_blocks_of_ten_and_an_accepted_level_counts(judged: Make, more: Make) -> None:
    record = figures(judged(6), judged(4, verdict=Verdict.ALSO_ACCEPTED), more(7), judged(8))
    assert (record.agreement.overall.hits, record.agreement.overall.n) == (18, 25)
    assert [(block.first, block.last, block.accepted.hits) for block in record.agreement.blocks] == [
        (1, 12, 10),
        (13, 25, 8),
    ]


def test_direction_counts_errors_outside_what_is_accepted_only(judged: Make, more: Make, less: Make) -> None:
    accepted = judged(3, verdict=Verdict.ALSO_ACCEPTED, level="residential", steps=1, accepted=LADDER[1:])
    direction = figures(
        more(5), less(1), more(1, steps=2, criteria_level="outpatient", accepted=LADDER[:1]), accepted
    ).direction
    assert (direction.n, direction.more, direction.less) == (7, 6, 1)
    assert direction.steps == {-1: 1, 1: 5, 2: 1}
    assert direction.p == 2 * (7 + 1) / 128
    # Room above: the six at partial hospitalization and the one at outpatient care; below: those six, and the
    # three with residential care accepted too, where outpatient care was still wrong.
    assert (direction.more_room.n, direction.less_room.n) == (7, 9)


def test_five_errors_are_too_few_for_a_direction(more: Make) -> None:
    assert not figures(more(5)).direction.speaks
    assert figures(more(6)).direction.speaks


def test_kappa_takes_an_accepted_level_as_the_criterias_own(judged: Make) -> None:
    accepted = judged(10, verdict=Verdict.ALSO_ACCEPTED, level="residential", steps=1, accepted=LADDER[1:])
    agreed = judged(10, level="outpatient", criteria_level="outpatient")
    assert figures(accepted, agreed).kappa.value == 1
    assert not figures(accepted).kappa.speaks


def test_the_matrix_has_a_row_for_what_is_not_on_the_ladder(judged: Make, more: Make) -> None:
    referred = judged(2, level="escalate", criteria_level="escalate", accepted=())
    matrix = figures(more(3), referred).matrix
    assert matrix.levels == (*LADDER, "escalate")
    assert matrix.counts == ((0, 0, 0, 0), (0, 0, 0, 0), (0, 3, 0, 0), (0, 0, 0, 2))


def test_brier_is_the_mean_square_and_stands_beside_its_reference(judged: Make, more: Make) -> None:
    certain = {"confidence": Confidence.CERTAIN}
    calibration = figures(judged(6, **certain), more(4, **certain)).calibration
    assert calibration.brier == pytest.approx((6 * 0.05**2 + 4 * 0.95**2) / 10)
    assert calibration.reference == pytest.approx(0.6 * 0.4)
    assert calibration.stated == pytest.approx(0.95)
    assert [(one.confidence, one.n) for one in calibration.by_confidence] == [
        ("guess", 0),
        ("fairly_sure", 0),
        ("certain", 10),
    ]


def test_rules_come_with_the_most_often_missed_first_and_unshown_ones_not_at_all(judged: Make) -> None:
    record = figures(
        judged(3, rules=(seen("peers", False), seen("fear", True), seen("severity", None))),
        judged(1, rules=(seen("peers", True),)),
    )
    assert [(one.rule, one.caught.hits, one.n) for one in record.rules] == [("peers", 1, 4), ("fear", 3, 3)]


def test_marks_leave_out_answers_without_any(judged: Make) -> None:
    marks = figures(
        judged(5, marked=(0, 1, 2, 3), caught=2, missed=1, needless=1), judged(9, marked=(), caught=0, missed=3)
    ).marks
    assert marks.n == 5
    assert (marks.recall.hits, marks.recall.n) == (10, 15)
    assert (marks.precision.hits, marks.precision.n) == (15, 20)


def test_one_long_pause_does_not_move_the_time(judged: Make) -> None:
    assert figures(judged(8), judged(1, seconds=90_000.0)).time.median == 60
