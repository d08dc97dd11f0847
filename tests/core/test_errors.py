"""Every error says what to do, and each is also the built-in that it resembles."""

from __future__ import annotations

import pytest
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
    ("error", "kind"),
    [
        (CriteriaError("x"), ValueError),
        (UnknownFindingError("x"), KeyError),
        (AnswerError("x"), ValueError),
        (BankError(["x"]), ValueError),
        (StoreError("x"), OSError),
        (ScriptError("x"), ValueError),
    ],
)
def test_every_error_is_ours_and_a_built_in_one(error: Exception, kind: type[Exception]) -> None:
    assert isinstance(error, CarelevelError)
    assert isinstance(error, kind)
    assert str(error) == "x"


def test_a_bank_error_keeps_its_mistakes_one_a_line() -> None:
    error = BankError(line for line in ("a:1: b; c", "a:2: d; e"))
    assert error.mistakes == ("a:1: b; c", "a:2: d; e")
    assert str(error) == "a:1: b; c\na:2: d; e"


def test_a_mistyped_name_is_answered_with_the_closest_one() -> None:
    assert suggestion("peer", ["home", "peers"]) == "did you mean 'peers'?"


def test_a_name_like_no_other_is_answered_with_the_list_where_it_is_short() -> None:
    assert suggestion("xyz", ["home", "aunt"]) == "use one of: aunt, home"
    assert suggestion("xyz", [f"number{n}" for n in range(13)]) == "see cases/README.md for the list"
    assert suggestion("xyz", [f"number{n}" for n in range(13)], "look there") == "look there"
