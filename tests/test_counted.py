"""Every counted word has a form for one: by `counted`, and by nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.core.counted import counted

LIB = Path(__file__).parents[1] / "lib" / "carelevel"
PLURAL = re.compile(r"\{(\w*)(?::[^}]*)?\}\s+(?:[a-z’'-]+\s+)?([a-z]+s)\b")
NO_PLURALS = frozenset(
    [
        "is",
        "was",
        "gives",
        "has",
        "its",
        "this",
        "as",
        "does",
        "stands",
        "asks",
        "agrees",
        "finds",
        "fits",
        "less",
        "hands",
        "says",
        "lines",
        "exports",
        "marks",
        "sits",
        "stays",
        "belongs",
    ]
)
BOUNDS = frozenset(
    ["most", "longest", "fewest", "fewest_points", "needs", "days", "megabytes", "resamples", "length", "all"]
)
"""What a sentence names a bound by, which is more than one; `all` are deciding phrases beside those caught."""
SEVERAL = {
    ("bank/glossary.py", "words"),
    ("bank/glossary.py", "characters"),
    ("bank/portrayal_file.py", "groups"),
    ("bank/portrayal_file.py", "words"),
    ("core/answer.py", "characters"),
    ("core/attempt.py", "characters"),
    ("core/thresholds.py", "findings"),
    ("bank/likeness.py", "sentences"),
    ("bank/interview_words.py", "entries"),
    ("bank/proofs.py", "states"),
    ("messages/__init__.py", "parts"),
    ("messages/__init__.py", "answers"),
    ("messages/editor.py", "characters"),
    ("messages/forms.py", "answers"),
    ("messages/forms.py", "hours"),
    ("messages/forms.py", "pairs"),
    ("messages/forms.py", "trainees"),
    ("messages/interview.py", "interviews"),
    ("messages/interview.py", "questions"),
    ("messages/notes.py", "answers"),
    ("messages/notes.py", "notes"),
    ("messages/notes.py", "seconds"),
    ("messages/notes.py", "words"),
    ("messages/presenter.py", "minutes"),
    ("messages/presenter.py", "seconds"),
    ("messages/review.py", "parts"),
    ("messages/review.py", "cases"),
    ("messages/review.py", "notes"),
}
"""Where a sentence is said only of more than a bound, which is more than one."""
FIGURES = "messages/progress.py"
"""Its sentences are said of five answers or more."""
FORMS = re.compile(r"_(0|1|n|one)$")


def sentences(file: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module that is no form of `counted`, nor one of a pair of words for a page's script."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    forms = {
        id(form)
        for node in ast.walk(tree)
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and all(isinstance(e, ast.Constant) for e in node.elts)
        for form in node.elts
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            names = {key.value: value for key, value in zip(node.keys, node.values, strict=True)
                     if isinstance(key, ast.Constant) and isinstance(key.value, str)}  # fmt: skip
            forms |= {id(value) for name, value in names.items() if {f"{name}_1", f"{name}_one"} & names.keys()}
            forms |= {id(value) for name, value in names.items() if FORMS.search(name)}
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docstrings = {id(first.value) for first in bodies if isinstance(first, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in forms | docstrings:
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(_piece(value) for value in node.values)


def _piece(value: ast.expr) -> str:
    """A piece of an f-string; a bound is a constant there, by its name."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    assert isinstance(value, ast.FormattedValue)
    names = [node.id for node in ast.walk(value.value) if isinstance(node, ast.Name)]
    return "{most}" if (names and all(name.isupper() for name in names)) or "_most" in ast.dump(value) else "{}"


def test_no_sentence_counts_a_word_in_its_plural_alone() -> None:
    found = [
        f"{file.relative_to(LIB)}:{line}: {plural[0]}"
        for file in sorted(LIB.rglob("*.py"))
        if file.relative_to(LIB).as_posix() != FIGURES
        for line, text in sentences(file)
        for plural in PLURAL.finditer(text)
        if plural[1] not in BOUNDS and plural[2] not in NO_PLURALS
        if (file.relative_to(LIB).as_posix(), plural[2]) not in SEVERAL
    ]
    assert found == []


@pytest.mark.parametrize(("count", "says"), [(0, "0 twins"), (1, "1 twin"), (2, "2 twins"), (1200, "1200 twins")])
def test_one_is_said_in_the_singular(count: int, says: str) -> None:
    assert counted(count, ("1 twin", "{count} twins")) == says
