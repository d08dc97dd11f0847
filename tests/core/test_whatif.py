"""What another fact would change, by hand: ranges, open questions and their order, nearest changes."""

from __future__ import annotations

import pytest
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.whatif import Range, answer_range, nearest, open_questions

from tests.core.people import BED, KNOWN, PART_TIME, READY, UNDERGONE

OUT, PART, RES = "outpatient", "partial_hospitalization", "residential"
DAILY = {"attendance": "daily"}
AFRAID = {"fear_of_return": "high"}
PRESSED = {"peers": "pressure_to_use"}


def without(*names: str, **stated: str) -> dict[str, str]:
    return {name: value for name, value in {**KNOWN, **stated}.items() if name not in names}


@pytest.mark.parametrize(
    ("findings", "lowest", "highest"),
    [
        ({}, OUT, RES),
        ({"support": "thin"}, OUT, RES),
        ({"support": "thin", **DAILY}, PART, RES),
        ({"support": "none"}, RES, RES),
        (PRESSED, OUT, RES),
        ({**PRESSED, **AFRAID, **DAILY}, PART, RES),
        ({**PRESSED, **AFRAID, "sober_living": "unavailable"}, RES, RES),
        ({"severity": "severe"}, OUT, RES),
        ({"severity": "severe", **AFRAID, "prior_care": "none"}, RES, RES),
        (AFRAID, OUT, RES),
        ({**AFRAID, **DAILY}, PART, RES),
        ({"home": "tempting"}, OUT, RES),
        ({"home": "tempting", **DAILY}, PART, RES),
        ({"home": "tempting", "sober_living": "unavailable"}, RES, RES),
        ({"attendance": "unreliable"}, RES, RES),
        (PART_TIME, OUT, RES),
        (KNOWN, OUT, OUT),
        (without("support"), OUT, RES),
        (without("desire_to_recover"), OUT, PART),
        (without("attendance"), OUT, RES),
        (without("attendance", desire_to_recover="wavering"), OUT, RES),
        (without("desire_to_recover", **PART_TIME), OUT, OUT),
        (without("prior_care", "sober_living"), OUT, OUT),
        (without("severity", "peers"), OUT, OUT),
    ],
)
def test_the_range_is_what_the_unstated_could_still_make_of_it(
    criteria: Criteria, findings: Findings, lowest: str, highest: str
) -> None:
    assert answer_range(findings, criteria) == Range(lowest, highest)


def test_with_nothing_known_the_questions_that_leave_least_open_come_first(criteria: Criteria) -> None:
    """The widths that remain, summed, are 2 for the first two findings and 4 for the others, in the file's order.

    Severity is none of them: once fear and intensive care before are known, it moves what is accepted alone.
    """
    assert open_questions({}, criteria) == (
        *("self_control", "structure"),
        *("fear_of_return", "peers", "housing", "home", "support"),
        *("desire_to_recover", "attendance", "medication", "prior_care", "sober_living"),
    )


@pytest.mark.parametrize(
    ("findings", "questions"),
    [
        (KNOWN, ()),
        ({"self_control": "struggles"}, ()),
        (without("prior_care"), ()),
        (without("prior_care", severity="severe"), ()),
        (without("prior_care", **AFRAID), ("prior_care",)),
        (without("sober_living"), ()),
        (without("sober_living", **PRESSED), ()),
        (without("sober_living", housing="none"), ("sober_living",)),
        (without("sober_living", home="tempting"), ("sober_living",)),
        (without("sober_living", "home"), ("home", "sober_living")),
        (without("fear_of_return", "sober_living", **PRESSED), ("fear_of_return",)),
        (without("fear_of_return", "sober_living", **PRESSED, **UNDERGONE), ("fear_of_return", "sober_living")),
        (without("attendance"), ("attendance",)),
        (without("attendance", medication="needs_help"), ("attendance",)),
        (without("attendance", support="none"), ()),
        (without("desire_to_recover", **PART_TIME), ()),
    ],
)
def test_what_could_ease_or_close_is_a_question_only_where_it_could_move_the_recommendation(
    criteria: Criteria, findings: Findings, questions: tuple[str, ...]
) -> None:
    assert open_questions(findings, criteria) == questions


def test_preferences_neutral_findings_and_red_flags_are_no_questions(criteria: Criteria) -> None:
    asked = set(open_questions({}, criteria))
    assert asked == set(criteria.moving()) - {"severity"}
    assert asked.isdisjoint({"wants_immersion", "work_family", "opioid_use", "triggers", "pregnancy"})


@pytest.mark.parametrize(
    ("findings", "up", "down"),
    [
        pytest.param(
            KNOWN,
            [
                AFRAID,
                {"housing": "none"},
                {"home": "tempting"},
                {"support": "thin"},
                {"self_control": "struggles"},
                {"structure": "rigid_needed"},
                {"desire_to_recover": "wavering"},
                {"medication": "needs_help"},
            ],
            None,
            id="from outpatient every single step up is given, and none down",
        ),
        pytest.param(
            {**KNOWN, **AFRAID},
            None,
            [{"fear_of_return": "low"}, UNDERGONE],
            id="a lowered concern and something that eases it are equally near",
        ),
        pytest.param(
            {**READY, "self_control": "struggles", "structure": "rigid_needed"},
            None,
            [{"self_control": "manages", "structure": "flexible"}],
            id="two indications need two changes",
        ),
        pytest.param({"support": "none"}, None, [{"support": "thin"}], id="fewer steps win among as many findings"),
        pytest.param(
            {**DAILY, "severity": "less_severe", **UNDERGONE},
            [{"attendance": "unreliable"}],
            None,
            id="one finding by two steps wins over two findings by one",
        ),
        pytest.param({}, [], None, id="where nothing is stated nothing can change"),
        pytest.param(PRESSED, None, [{"peers": "away_from_use"}], id="only what is stated changes"),
        pytest.param(
            {**PRESSED, **BED},
            [{"sober_living": "unavailable"}],
            [{"peers": "away_from_use"}],
            id="a lost bed moves partial hospitalization up",
        ),
        pytest.param(
            {**READY, **PRESSED, **BED},
            [{"sober_living": "unavailable"}],
            [{"peers": "away_from_use"}, PART_TIME],
            id="less time moves what yields down",
        ),
        pytest.param(
            {"medication": "needs_help", **PART_TIME},
            [DAILY, {"attendance": "unreliable"}],
            None,
            id="more time and less time both move what gave way up",
        ),
        pytest.param(
            {"attendance": "unreliable", "support": "thin"},
            None,
            [PART_TIME],
            id="coming to visits is enough to step down",
        ),
    ],
)
def test_the_nearest_changes_are(
    criteria: Criteria, findings: Findings, up: list[Findings] | None, down: list[Findings] | None
) -> None:
    found = nearest(findings, criteria)
    assert [_as_set(found.up), _as_set(found.down)] == [_as_set(up), _as_set(down)]


def test_a_red_flag_is_never_a_nearest_change(criteria: Criteria) -> None:
    assert nearest({**READY, "pregnancy": "absent"}, criteria) == nearest(READY, criteria)


def _as_set(changes: list[Findings] | tuple[Findings, ...] | None) -> set[frozenset[tuple[str, str]]] | None:
    return None if changes is None else {frozenset(change.items()) for change in changes}
