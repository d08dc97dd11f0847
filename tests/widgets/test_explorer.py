"""The explorer driven from Python and by what a page sends, honest or forged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from carelevel.bank import open_bank
from carelevel.widgets.explorer import Explorer

from tests.conftest import our_bank

ROOT = Path(__file__).parents[2]


@pytest.fixture
def explorer() -> Explorer:
    return Explorer(our_bank())


def places(explorer: Explorer) -> dict[str, str]:
    return {rung["name"]: rung["place"] for rung in explorer.view["rungs"]}


def test_the_red_flags_come_first_then_the_findings_that_move_the_level(explorer: Explorer) -> None:
    red, moving, others = ([finding["id"] for finding in group["findings"]] for group in explorer.bank["groups"])
    assert (len(moving), moving[0]) == (13, "severity")
    assert "work_family" in others
    assert "pregnancy" in red
    assert len(moving) + len(others) + len(red) == 28


def test_nothing_is_stated_before_a_reader_states_it(explorer: Explorer) -> None:
    assert explorer.view["findings"] == {}
    assert places(explorer) == {
        "Residential": "possible",
        "Partial hospitalization": "possible",
        "Outpatient": "recommended",
    }


def test_a_change_is_answered_in_one_update_with_everything(explorer: Explorer) -> None:
    updates: list[Any] = []
    explorer.observe(lambda change: updates.append(change["new"]), "view")
    explorer.receive({"do": "set", "finding": "home", "value": "tempting", "by": "page", "turn": 7})
    (view,) = updates
    assert (explorer.answered, view["level"]) == ({"by": "page", "turn": 7}, "Residential")
    assert view["explained"]["reasons"][0]["claims"][0]["where"].startswith("Article B")


def test_an_accepted_level_has_its_sign_and_its_sentence(explorer: Explorer) -> None:
    explorer.set("home", "tempting")
    explorer.set("sober_living", "available")
    assert explorer.view["accepted"] == "Accepted too: Residential."
    assert places(explorer)["Residential"] == "accepted"


def test_the_range_is_bracketed_on_the_ladder_until_it_is_settled(explorer: Explorer) -> None:
    top, _, foot = explorer.view["rungs"]
    assert (top["begins"], foot["ends"]) == (True, True)
    explorer.set("self_control", "struggles")
    assert not any(rung["possible"] for rung in explorer.view["rungs"])


def test_a_finding_can_be_taken_back(explorer: Explorer) -> None:
    explorer.set("support", "none")
    explorer.set("support", None)
    assert explorer.findings == {}


def test_a_case_gives_the_findings_of_its_decision_point(explorer: Explorer) -> None:
    places = [(one["title"].split(" · ")[0].casefold(), one["point"]) for one in explorer.bank["presets"]]
    assert places == sorted(places)
    point = next(one for one in explorer.bank["presets"] if one["case"] == "fresh-ice" and one["point"] == 1)
    explorer.receive({"do": "load", **point})
    assert explorer.findings["prior_care"] == "intensive_undergone"
    assert explorer.view["message"] is None


def test_a_red_flag_refers_and_shows_no_ladder(explorer: Explorer) -> None:
    explorer.set("psychosis", "present")
    assert explorer.view["referred"] is True
    assert {rung["place"] for rung in explorer.view["rungs"]} == {"closed"}


@pytest.mark.parametrize(
    "forged",
    [
        None,
        "set",
        [],
        {},
        {"do": ["set"]},
        {"do": "erase"},
        {"do": "set", "finding": "suport", "value": "none"},
        {"do": "set", "finding": "suport", "value": None},
        {"do": "set", "finding": "support", "value": "<b>none</b>"},
        {"do": "set", "finding": "support", "value": 1},
        {"do": "set", "finding": ["support"], "value": "none"},
        {"do": "load", "case": "../README", "point": 0},
        {"do": "load", "case": "market-stall", "point": 1},
        {"do": "load", "case": "market-stall", "point": True},
        {"do": "load", "case": "market-stall"},
    ],
)
def test_a_forged_message_is_refused_in_a_sentence_and_changes_nothing(forged: object, explorer: Explorer) -> None:
    explorer.set("home", "tempting")
    explorer.receive(forged)
    assert explorer.findings == {"home": "tempting"}
    assert explorer.view["message"]["says"].startswith("Nothing was changed: ")
    assert explorer.view["level"] == "Residential"


def test_another_organisations_bank_has_its_own_findings_and_ladder() -> None:
    explorer = Explorer(open_bank(ROOT / "tests" / "banks" / "swimming"))
    assert [rung["name"] for rung in explorer.view["rungs"]] == ["Beginners", "Class", "Lanes"]
