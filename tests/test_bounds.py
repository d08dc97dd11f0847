"""A bound has one home: no two modules set a number of the same name."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import carelevel

LIBRARY = Path(carelevel.__file__).parent
ROOMS = ("core", "store", "analytics", "practice", "exports", "charts")


def bounds(file: Path) -> Iterator[tuple[str, float]]:
    """The module's constants that are numbers, products of numbers too."""
    for line in ast.parse(file.read_text("utf-8")).body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            name, number = line.targets[0].id, _number(line.value)
            if number is not None and name.isupper():
                yield name.strip("_"), number


def _number(value: ast.expr) -> float | None:
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        left, right = _number(value.left), _number(value.right)
        return None if left is None or right is None else left * right
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, int | float) else None


def homes() -> dict[str, dict[str, float]]:
    """Bound -> the modules that set it, of the rooms that keep, count and carry what people answer."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for file in sorted(LIBRARY.rglob("*.py")):
        for name, number in bounds(file):
            found[name][str(file.relative_to(LIBRARY))] = number
    return {name: said for name, said in found.items() if any(module.split("/")[0] in ROOMS for module in said)}


def test_a_bounds_name_has_one_home() -> None:
    assert {name: said for name, said in homes().items() if len(said) > 1} == {}
