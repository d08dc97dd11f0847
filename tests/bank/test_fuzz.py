"""Whatever is done to a good file, reading it ends in a case or in mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from carelevel.bank import Bank, read_criteria
from carelevel.bank.case_file import LARGEST, read_case
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bank.conftest import CASES, SWIMMING
from tests.hang import ends

STORIES = [path.read_text(encoding="utf-8") for path in sorted(CASES.glob("[a-z]*.md"))]
RULES = (SWIMMING / "criteria.yaml").read_text(encoding="utf-8")
MARKUP = [
    "[",
    "]",
    "{",
    "}",
    "{#",
    "=",
    ":",
    "`",
    "*",
    "_",
    "<",
    ">",
    "&a",
    "*a",
    "|",
    ">-",
    "'",
    '"',
    "!!",
    "%",
    "@",
    "null",
    "~",
    "…",
    "key:",
    "---",
    "\\",
    "?",
]
SPACES = ["\n", "\n\n", "\t", "\0", "\x85", "\u2028", "\n- ", "\n## ", "\n---\n"]
BITS = st.one_of(st.sampled_from(MARKUP), st.sampled_from(SPACES), st.text(max_size=6))
QUICK = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
pytestmark = pytest.mark.fuzz


@st.composite
def edits(draw: st.DrawFn, texts: list[str]) -> str:
    """One of *texts* with up to five places cut out, doubled or replaced."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 5, 40])))
        text = text[:start] + draw(BITS) * draw(st.sampled_from([1, 1, 1, 2, 500])) + text[end:]
    return text


@QUICK
@given(text=edits(STORIES))
def test_an_edited_story_is_a_case_or_has_mistakes(tmp_path: Path, criteria: Criteria, text: str) -> None:
    (tmp_path / "x.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    with ends():
        checked = Bank(tmp_path, criteria).checked("x")
    assert checked.case is None  # none of them is called x
    assert checked.mistakes
    lines = len(re.split("\r\n|\r|\n", text))
    assert all(1 <= mistake.line <= lines for mistake in checked.mistakes)
    assert all(mistake.problem and mistake.remedy for mistake in checked.mistakes)


@QUICK
@given(text=edits([RULES]))
def test_edited_criteria_are_criteria_or_have_mistakes(tmp_path: Path, text: str) -> None:
    (tmp_path / "criteria.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        with ends():
            read_criteria(tmp_path)
        mistakes: tuple[str, ...] = ()
    except BankError as error:
        mistakes = tuple(map(str, error.diagnostics))
    assert all(": " in mistake and "; " in mistake for mistake in mistakes)


@settings(QUICK, max_examples=60)
@given(content=st.binary(max_size=400))
def test_any_bytes_in_place_of_criteria_are_mistakes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "criteria.yaml").write_bytes(content)
    with pytest.raises(BankError):
        read_criteria(tmp_path)


FULL = """[|![|*a **b |[a](b |[a]{#b |`|<a |\\[|&amp;|> |- |a. B|“A.” |[a]{trauma=none} |_*|{a=b |a\n|<!--|]("""


@pytest.mark.parametrize("bit", FULL.split("|"))
def test_a_story_full_of_one_thing_is_read(criteria: Criteria, bit: str) -> None:
    """As long as a file may be: in one paragraph, and in many."""
    head = STORIES[0].split("## ")[0] + "## Intake\n\n"
    for body in (bit * 60_000, "\n\n".join([(bit * 100)[:118]] * 600)):
        text = (head + body)[: LARGEST - 1]
        with ends():
            read_case(text, "cases/x.md", "x", criteria)
