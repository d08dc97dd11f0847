"""Every command, option, variable and notebook call stands in the README or in docs/, and none that is not there."""

from __future__ import annotations

import argparse
import inspect
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel import notebook
from carelevel.cli.commands import parser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "cases" / "README.md"]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)
DEPLOY = ROOT / "deploy"
CALLS = (ROOT / "docs" / "notebooks.md").read_text("utf-8")
LIBRARY = [*(ROOT / "lib").rglob("*.py")]
INTERNAL = {"CARELEVEL_ROOM_SECRET"}
"""What one of our processes tells another, and no person sets."""
SAME_OPTIONS = {"app": "lab", "handout": "moodle"}
"""Commands of which the README says that they have another's options."""


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def options() -> Iterator[tuple[str, str]]:
    for name, command in commands().items():
        for option in re.findall(r"--[a-z-]+", command.format_usage()):
            yield name, option


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`carelevel {name}" in (ROOT / "README.md").read_text("utf-8")


def test_every_command_that_is_told_is_there() -> None:
    assert set(re.findall(r"`carelevel ([a-z-]+)[ `]", TEXT)) <= commands().keys()


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_told_with_its_command(command: str, option: str) -> None:
    told = [line for line in TEXT.splitlines() if f"`carelevel {SAME_OPTIONS.get(command, command)}" in line]
    assert any(re.search(rf"{option}(?![a-z-])", line) for line in told), f"tell {option} beside carelevel {command}"


def test_every_variable_that_is_read_is_told_and_every_one_that_is_told_is_read() -> None:
    read = {name for file in LIBRARY for name in re.findall(r"CARELEVEL_[A-Z_]+", file.read_text("utf-8"))}
    told = set(re.findall(r"CARELEVEL_[A-Z_]+", TEXT))
    assert told == read - INTERNAL


def test_every_call_of_a_notebook_is_told_with_its_arguments_and_none_that_is_not_there() -> None:
    told = dict(re.findall(r"(?m)^\| `(\w+)\((.*?)\)`", CALLS))
    assert told.keys() == set(notebook.__all__)
    for name, arguments in told.items():
        needed = inspect.signature(getattr(notebook, name)).parameters
        assert arguments.lower() == ", ".join(needed), name


def test_a_call_is_told_to_be_in_the_notebook_that_makes_it() -> None:
    called = {
        (name, path.name[:2])
        for path in (ROOT / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for name in re.findall(r"notebook\.(\w+)\(", "".join(cell["source"]))
    }
    assert set(re.findall(r"(?m)^\| `(\w+)\(.*`(\d\d)` \|$", CALLS)) == called


def test_every_file_of_deploy_is_told_and_every_one_that_is_told_is_there_and_none_is_printed_again() -> None:
    listed = subprocess.run(["git", "ls-files", "deploy"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = set(re.findall(r"`(deploy/[\w./@-]+\.\w+|deploy/Containerfile)`", TEXT))
    assert told - {"deploy/hub.env"} == set(listed.stdout.split())
    assert not re.search("```(nginx|sql|yaml)", (ROOT / "docs" / "deploy.md").read_text("utf-8"))


def test_the_settings_of_a_hub_are_those_that_its_files_read() -> None:
    files = ("jupyterhub_config.py", "roles.sql", "compose.yaml", "systemd/carelevel-room@.service")
    read = re.findall(
        r"(?:environ\[\"|getenv \w+ |\$\$)([A-Z_]+)", "".join((DEPLOY / file).read_text("utf-8") for file in files)
    )
    assert set(read) == set(re.findall(r"(?m)^(\w+)=", (DEPLOY / "hub.env.example").read_text("utf-8")))
