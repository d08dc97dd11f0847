"""What `carelevel assess --json` prints is what its schema says, for every bank and kind of answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.cli import main
from carelevel.core.assess import assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.exports.assessment_json import assessment_json
from carelevel.exports.assessment_schema import assessment_schema
from jsonschema import Draft7Validator

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["cases", "tests/banks/swimming", "tests/banks/reading"])
def any_bank(request: pytest.FixtureRequest) -> Bank:
    return open_bank(ROOT / request.param)


def people(criteria: Criteria) -> Iterator[Findings]:
    """Four hundred, a red flag in some of them."""
    chance = Random(8)
    for _ in range(400):
        stated = [finding for finding in criteria.findings if chance.random() < (0.1 if finding.red_flag else 0.7)]
        yield {finding.id: chance.choice(finding.values).id for finding in stated}


def printed(findings: Findings, criteria: Criteria) -> dict[str, object]:
    answer: dict[str, object] = json.loads(json.dumps(assessment_json(assess(findings, criteria), criteria)))
    return answer


def test_every_answer_is_as_the_schema_says(any_bank: Bank) -> None:
    criteria = any_bank.criteria
    schema = json.loads(assessment_schema(criteria))
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    answers = [printed(findings, criteria) for findings in people(criteria)]
    assert {answer["level"] for answer in answers} == set(criteria.choices)
    assert [error.message for answer in answers for error in validator.iter_errors(answer)] == []


@pytest.mark.parametrize(
    "change", [{"basis": "by_guess"}, {"range": ["outpatient"]}, {"extra": 1}, {"red_flags": None}]
)
def test_an_answer_of_another_shape_is_none_by_the_schema(criteria: Criteria, change: dict[str, object]) -> None:
    validator = Draft7Validator(json.loads(assessment_schema(criteria)))
    answer = printed({"support": "thin"}, criteria)
    assert validator.is_valid(answer)
    assert not validator.is_valid(answer | change)


def test_a_red_flag_says_what_a_yes_beside_the_level_would_do(criteria: Criteria) -> None:
    [raised] = printed({"pregnancy": "present"}, criteria)["red_flags"]  # type: ignore[misc]
    [harm] = criteria.finding("pregnancy").red_flag.against  # type: ignore[union-attr]
    assert raised["against"] == [{"flag": harm.flag, "says": harm.says, "references": list(harm.references)}]


def test_the_command_prints_that_schema(criteria: Criteria, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--answer"]) == 0
    assert capsys.readouterr().out == assessment_schema(criteria)
