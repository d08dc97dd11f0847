"""Statements of xAPI 1.0.3, held against the data model by a validator that we did not write (Ralph)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carelevel.core.answer import Verdict
from carelevel.exports.attempts import Format, written
from carelevel.exports.xapi import HOME, statement
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from .records import EXAMPLE, attempts

if TYPE_CHECKING:
    from ralph.models.xapi.base.statements import BaseXapiStatement

DOCUMENT = (Path(__file__).parents[2] / "docs" / "xapi.md").read_text("utf-8")


def checked(one: Any) -> BaseXapiStatement:
    from ralph.models.xapi.base.statements import BaseXapiStatement  # some hundred models, made as it is imported

    return BaseXapiStatement.model_validate_json(json.dumps(one))


@given(kept=st.lists(attempts, max_size=2))
def test_every_statement_follows_the_data_model(kept: list[Any]) -> None:
    statements = json.loads("".join(written(kept, Format.XAPI)))
    assert [str(checked(one).id) for one in statements] == [one.id for one in kept]


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("id", "1"),
        ("actor", None),
        ("actor.account.homePage", "no iri"),
        ("actor.mbox", "mailto:second@identifier.example"),
        ("verb.id", "answered"),
        ("verb.display", {"not a language": "answered"}),
        ("object.id", "kitchen shift"),
        ("object.definition.interactionType", "guess"),
        ("result.score.scaled", 2),
        ("result.success", "yes"),
        ("result.duration", "95 seconds"),
        ("result.response", ""),
        ("result.extensions", {"confidence": "certain"}),
        ("context.platform", None),
        ("timestamp", "yesterday"),
        ("score", 1),
        ("version", "2.0.0"),
    ],
)
def test_the_validator_refuses_a_broken_statement(path: str, broken: Any) -> None:
    one = statement(EXAMPLE)
    *way, last = path.split(".")
    part: Any = one
    for step in way:
        part = part[step]
    part[last] = broken
    with pytest.raises((ValidationError, ValueError)):
        checked(one)


def test_a_file_is_an_array_with_a_statement_on_each_line() -> None:
    text = "".join(written([EXAMPLE, replace(EXAMPLE, id="5" * 8 + EXAMPLE.id[8:])], Format.XAPI))
    assert len(json.loads(text)) == 2
    assert [len(json.loads(line.rstrip(","))) for line in text.splitlines()[1:-1]] == [7, 7]
    assert json.loads("".join(written([], Format.XAPI))) == []


def test_the_same_attempt_is_the_same_statement_and_its_id_the_attempts() -> None:
    assert statement(EXAMPLE) == statement(EXAMPLE)
    assert statement(EXAMPLE)["id"] == EXAMPLE.id


@pytest.mark.parametrize("verdict", Verdict)
def test_success_is_a_level_that_the_criteria_accept(verdict: Verdict) -> None:
    result = statement(replace(EXAMPLE, verdict=verdict))["result"]
    accepted = verdict in (Verdict.AGREES, Verdict.ALSO_ACCEPTED)
    assert result["success"] is accepted
    assert result["score"] == {"scaled": int(accepted)}


def test_a_twin_and_a_later_decision_point_are_questions_of_their_own() -> None:
    made = [EXAMPLE, replace(EXAMPLE, point=1), replace(EXAMPLE, twin="bed-taken")]
    assert [statement(one)["object"]["id"] for one in made] == [
        f"{HOME}/cases/kitchen-shift/points/1",
        f"{HOME}/cases/kitchen-shift/points/2",
        f"{HOME}/cases/kitchen-shift/twins/bed-taken/points/1",
    ]


def test_durations_are_in_hundredths_of_a_second() -> None:
    assert statement(replace(EXAMPLE, seconds=95.254))["result"]["duration"] == "PT95.25S"
    assert statement(replace(EXAMPLE, seconds=0.0))["result"]["duration"] == "PT0.00S"


def test_the_line_of_reasons_stays_at_home() -> None:
    assert "ride home" not in json.dumps(statement(EXAMPLE))


def test_every_iri_in_a_statement_is_documented() -> None:
    iris = set(re.findall(rf"{HOME}/xapi/[a-z-]+", json.dumps(statement(EXAMPLE))))
    iris |= {statement(EXAMPLE)["verb"]["id"], statement(EXAMPLE)["object"]["definition"]["type"]}
    assert {iri for iri in iris if f"`{iri}`" not in DOCUMENT} == set()
    assert set(re.findall(rf"`({HOME}/xapi/[a-z-]+)`", DOCUMENT)) <= iris
