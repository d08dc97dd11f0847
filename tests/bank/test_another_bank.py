"""A bank of another kind works with no change of Python, and no code names what belongs to ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Answer, Confidence, Verdict, check_answer, compare
from carelevel.core.assess import Basis, assess
from carelevel.core.whatif import Range

from tests.bank.conftest import CASES, ROOT

LIB = ROOT / "lib" / "carelevel"
TOO_COMMON = frozenset(
    (
        *("home", "housing", "support", "supports", "structure", "trauma", "thinking", "tasks", "fear", "peers"),
        *("severity", "medication"),
    )
)
"""Words that code may hold for another reason; whoever wants to use one must not mean ours by it."""


def test_its_cases_agree_with_its_criteria(pool: Bank) -> None:
    assert [str(mistake) for checked in pool.check() for mistake in checked.mistakes] == []
    assert [case.id for case in pool.cases()] == ["first-length", "green-armbands"]


def test_its_answers_have_levels_flags_and_lists_of_their_own(pool: Bank) -> None:
    said = assess({"strokes": "several", "deep_water": "afraid", "armbands": "brought"}, pool.criteria)
    assert (said.level, said.accepted, said.basis) == ("class", ("class", "beginners"), Basis.CONTESTED)
    assert said.flags == {"goggles": False}
    assert said.lists == {"class": {"floats": ("noodle",)}, "beginners": {"floats": ("noodle",)}}
    assert said.settled is True


def test_its_unknowns_have_a_range_questions_and_nearest_changes(pool: Bank) -> None:
    said = assess({"deep_water": "afraid"}, pool.criteria)
    assert said.range == Range("class", "beginners")
    assert said.open_questions == ("armbands", "strokes")
    assert said.nearest.down == ({"deep_water": "at_ease"},)


def test_its_red_flag_escalates(pool: Bank) -> None:
    said = assess({"fever": "has_fever"}, pool.criteria)
    assert (said.level, said.flags) == ("escalate", {"goggles": None})


def test_its_answers_are_checked_and_compared(pool: Bank) -> None:
    point = pool.case("first-length").points[0]
    answer = Answer("beginners", Confidence.CERTAIN, flags={"goggles": True}, lists={"floats": ("noodle",)})
    check_answer(answer, point, pool.criteria)
    said = compare(answer, assess(point.findings, pool.criteria), point, pool.criteria)
    assert (said.verdict, said.steps) == (Verdict.MORE_INTENSIVE, 1)
    assert said.lists[0].both == ("noodle",)


def ours() -> set[str]:
    """The ids of our bank's levels, findings, values, rules, flags and lists that mean nothing but that."""
    criteria = open_bank(CASES).criteria
    ids = {entry.id for entry in (*criteria.levels, *criteria.findings, *criteria.rules(), *criteria.flags)}
    ids |= {value.id for finding in criteria.findings for value in finding.values if "_" in value.id}
    ids |= {entry.id for named in criteria.lists for entry in (named, *named.items)}
    return ids - TOO_COMMON


def code() -> Iterator[tuple[Path, int, str]]:
    """Every line of the code, a docstring's aside: an example may speak of our bank."""
    for kind in ("*.py", "*.js", "*.css", "*.html"):
        for path in sorted(LIB.rglob(kind)):
            text = path.read_text(encoding="utf-8")
            told = docstring_lines(text) if kind == "*.py" else frozenset()
            yield from ((path, number, line) for number, line in enumerate(text.split("\n"), 1) if number not in told)


def docstring_lines(text: str) -> frozenset[int]:
    """The lines of strings that stand by themselves."""
    told = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr)]
    alone = [node for node in told if isinstance(node.value, ast.Constant)]
    return frozenset(line for node in alone for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))


def test_no_code_names_a_level_finding_or_rule_of_our_bank() -> None:
    names = ours()
    assert {"residential", "outpatient", "sober_living", "withdrawal_first", "opioid_use"} <= names
    word = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?![\w-])")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[1]}"
        for path, number, line in code()
        for match in word.finditer(line)
    ]
    assert found == []
