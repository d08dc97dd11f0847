"""The schema with which an editor completes criteria.yaml: the one in the bank is ours, and the file fits it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from carelevel.bank.criteria_schema import criteria_schema
from carelevel.bank.document import read
from jsonschema import Draft7Validator

from tests.bank.conftest import CASES, READING, SWIMMING

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def test_the_schema_in_the_bank_is_what_carelevel_schema_writes() -> None:
    written = (CASES / "criteria.schema.json").read_text("utf-8")
    assert written == criteria_schema(), "run: carelevel schema --out cases/criteria.schema.json"


def test_the_first_line_of_the_criteria_names_the_schema_beside_them() -> None:
    named = MODELINE.fullmatch((CASES / "criteria.yaml").read_text("utf-8").split("\n")[0])
    assert named
    assert (CASES / named[1]).resolve() == CASES / "criteria.schema.json"  # relative to the YAML file itself


@pytest.mark.parametrize("bank", [CASES, SWIMMING, READING])
def test_criteria_that_are_sound_fit_the_schema(bank: Path) -> None:
    document, _ = read((bank / "criteria.yaml").read_text("utf-8"), "criteria.yaml")
    assert document
    schema = json.loads(criteria_schema())
    Draft7Validator.check_schema(schema)
    assert list(Draft7Validator(schema).iter_errors(document.data)) == []


def test_a_mistyped_key_and_a_digest_do_not_fit_it() -> None:
    validator = Draft7Validator(json.loads(criteria_schema()))
    for key in ("levles", "digest"):
        assert any(key in error.message for error in validator.iter_errors({key: "x"}))


def test_nothing_in_it_needs_a_newer_draft_than_it_names() -> None:
    assert not re.search(
        r'"(prefixItems|unevaluated\w+|dependent\w+|\$dynamic\w+|minContains|maxContains)":', criteria_schema()
    )
