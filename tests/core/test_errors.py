"""Every error says what to do, and each is also the built-in that it resembles."""

from __future__ import annotations

import pytest
from carelevel.core.diagnostic import Diagnostic
from carelevel.core.errors import (
    AnswerError,
    BankError,
    CarelevelError,
    CriteriaError,
    ScriptError,
    StoreError,
    UnknownFindingError,
    suggestion,
)


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (CriteriaError("x", "y"), ValueError, "x; y"),
        (UnknownFindingError("x"), KeyError, "x"),
        (AnswerError("x"), ValueError, "x"),
        (BankError(["x"]), ValueError, "x"),
        (StoreError("x"), OSError, "x"),
        (ScriptError("x"), ValueError, "x"),
    ],
)
def test_every_error_is_ours_and_a_built_in_one(error: Exception, kind: type[Exception], says: str) -> None:
    assert isinstance(error, CarelevelError)
    assert isinstance(error, kind)
    assert str(error) == says


def test_a_bank_error_keeps_its_mistakes_one_a_line() -> None:
    placed = Diagnostic("a", 2, "d", "e")
    error = BankError(mistake for mistake in ("a: b; c", placed))
    assert error.diagnostics == (placed,)
    assert str(error) == "a: b; c\na:2: d; e"


def test_a_mistyped_name_is_answered_with_the_closest_one() -> None:
    assert suggestion("peer", ["home", "peers"]) == "did you mean 'peers'?"


def test_a_name_like_no_other_is_answered_with_the_list_where_it_is_short() -> None:
    assert suggestion("xyz", ["home", "aunt"]) == "use one of: aunt, home"
    assert suggestion("xyz", [f"number{n}" for n in range(13)]) == "see cases/README.md for the list"
    assert suggestion("xyz", [f"number{n}" for n in range(13)], "look there") == "look there"
