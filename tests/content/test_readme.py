"""What the bank's README shows: examples that work as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import yaml
from carelevel.bank import Bank
from carelevel.bank.criteria_file import FIRST_EDITION, OURS
from carelevel.bank.front_matter import FrontMatter
from carelevel.bank.notes_file import NOTES_FILE, check_notes
from carelevel.cli.commands import COMMANDS
from carelevel.core.criteria import Criteria

CASES = Path(__file__).parents[2] / "cases"
README = (CASES / "README.md").read_text("utf-8")
NOTES, INDICATION, HOOK, WORKFLOW = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))


def test_every_option_of_check_is_told_and_every_option_that_is_told_is_there() -> None:
    (check,) = (command for command in COMMANDS if command.name == "check")
    known = {argument for argument in check.arguments if argument.startswith("--")}
    assert set(re.findall(r"carelevel check[^`\n]*?(--[a-z]+)", README)) == known


def test_the_hook_and_the_workflow_check_this_folder() -> None:
    (hook,) = HOOK["repos"][0]["hooks"]
    assert (hook["entry"], hook["pass_filenames"]) == ("carelevel check cases", False)
    assert re.match(hook["files"], "cases/kitchen-shift.md")
    assert WORKFLOW["jobs"]["cases"]["steps"][-1]["run"].startswith("carelevel check cases ")


def test_the_lines_of_short_notes_are_read_as_they_stand(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / NOTES_FILE).write_text(yaml.safe_dump(NOTES), "utf-8")
    assert check_notes(tmp_path, bank.criteria).mistakes == ()


def test_every_finding_and_value_is_in_the_table_and_nothing_else(bank: Bank) -> None:
    rows = re.findall(r"(?m)^\| ((?:`\w+` ?)+)\| ((?:`\w+` ?)+)\|", README)
    told = {(name, *re.findall(r"\w+", values)) for names, values in rows for name in re.findall(r"\w+", names)}
    assert told == {(finding.id, *(value.id for value in finding.values)) for finding in bank.criteria.findings}


def test_the_cases_that_it_points_to_are_there(bank: Bank) -> None:
    named = set(re.findall(r"`([a-z-]+)\.md`", README)) - {"late-bus"}
    assert named
    assert named <= set(bank.case_ids())


def keys(kind: Any) -> Iterator[str]:
    """The names of all fields of a dataclass, and of those in it."""
    if is_dataclass(kind):
        for field in fields(kind):
            yield field.name
            yield from keys(get_type_hints(kind)[field.name])
    for inner in get_args(kind):
        yield from keys(inner)


def test_every_key_of_criteria_and_of_a_case_is_explained_and_what_became_of_the_first_editions() -> None:
    explained = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", README))))
    assert {*keys(Criteria), *keys(FrontMatter)} - set(OURS) - explained == set()
    assert FIRST_EDITION.keys() <= explained


def test_its_example_of_an_indication_is_the_banks_own(bank: Bank) -> None:
    (shown,) = INDICATION["indications"]
    held = asdict(bank.criteria.rule(shown["id"]))
    assert {key: held[key] for key in shown if key != "says"} == {
        key: tuple(value) if isinstance(value, list) else value for key, value in shown.items() if key != "says"
    }
