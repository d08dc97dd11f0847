"""The three lists of what the project needs agree, and floor 0 needs nothing."""

from __future__ import annotations

import ast
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CORE = sorted((ROOT / "lib" / "carelevel" / "core").rglob("*.py"))
WHOLE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = WHOLE["project"], WHOLE["dependency-groups"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
DESKTOP = [*PROJECT["dependencies"], *EXTRAS["desktop"]]
BY_PIP = ("fsrs",)
OTHER_NAMES_IN_CONDA = {"matplotlib": "matplotlib-base"}  # without a desktop's toolkit
CLOCK_CHANCE_AND_FILES = {"io", "os", "pathlib", "random", "secrets", "sqlite3", "tempfile", "time", "uuid"}


def test_conda_gets_python_and_every_dependency_of_a_desktop_with_the_same_bounds_and_nothing_for_tests() -> None:
    needed = [line for line in DESKTOP if not line.startswith(BY_PIP)]
    by_conda = {line for line in CONDA if isinstance(line, str)}
    assert by_conda == {f"python{PROJECT['requires-python']}", "pip", *map(_conda_name, needed)}


def test_conda_leaves_to_pip_what_it_has_not_and_the_project() -> None:
    assert CONDA[-1] == {"pip": [*(line for line in DESKTOP if line.startswith(BY_PIP)), "-e .[desktop]"]}


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    for line in chain(PROJECT["dependencies"], *EXTRAS.values(), GROUPS["hub"], GROUPS["test"]):
        assert ">=" in line, line
        assert ",<" in line, line


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_core_imports_the_standard_library_and_itself_and_no_clock_chance_or_file(path: Path) -> None:
    modules = _imported(ast.parse(path.read_text(encoding="utf-8")))
    outside = {module for module in modules if not module.startswith("carelevel.core")}
    top = {module.partition(".")[0] for module in outside}
    assert top <= sys.stdlib_module_names - CLOCK_CHANCE_AND_FILES


def _conda_name(requirement: str) -> str:
    name, bounds = requirement.split(">=")
    return f"{OTHER_NAMES_IN_CONDA.get(name, name.lower())}>={bounds}"


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "the core imports by full name"
            found.add(node.module or "")
    return found
