"""A trainee's code: one definition, whichever way a code comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.core.trainee import LONGEST_CODE, is_code

LIB = Path(__file__).parents[2] / "lib" / "carelevel"
CODES = ["maria_k", "a", "7", "_", "-", "blue-7", "a.b", "_hidden", ".5", "x" * LONGEST_CODE]
NO_CODES = ["", " ", "Ines M.", "a/b", "ä", "x" * (LONGEST_CODE + 1), "two\nlines", "a\n", "a@b", "maria\u2011k"]


@pytest.mark.parametrize("code", CODES)
def test_letters_digits_dots_hyphens_and_underscores_are_a_code(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize("text", NO_CODES)
def test_anything_else_is_none(text: str) -> None:
    assert not is_code(text)


def test_no_other_module_says_what_a_code_is() -> None:
    told = [file.name for file in LIB.rglob("*.py") if "[A-Za-z0-9._-]" in file.read_text(encoding="utf-8")]
    assert told == ["fields.py", "trainee.py"]  # the first: names of cases and findings, which are no codes
