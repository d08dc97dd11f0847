"""Names in capitals and in small letters, written as names are."""

from __future__ import annotations

import pytest
from carelevel.lint.prose import Prose

from tests.lint.texts import lint_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CLIENT RASHEEDA POMEROY ARRIVED 20 MIN LATE", "client Rasheeda Pomeroy arrived 20 min late"),
        ("ADMITTED FEB 11, LEFT AMA", "admitted Feb 11, left AMA"),
        ("Client DAMIAN KOVACS was seen in the ED.", "Client Damian Kovacs was seen in the ED."),
        ("spoke w/ maria delgado-reyes re: her uds", "spoke w/ Maria Delgado-Reyes re: her uds"),
        ("ran into prof. haldane-osei at the meeting", "ran into Prof. Haldane-Osei at the meeting"),
        ("the shot came through lakeshore pharmacy", "the shot came through Lakeshore Pharmacy"),
        ("she goes to the pharmacy at her own pace", "she goes to the pharmacy at her own pace"),
        ("stays w/ her son kylo now", "stays w/ her son Kylo now"),
        ("picked up at main & elm", "picked up at Main & Elm"),
        ("stocks at target", "stocks at target"),
        ("my brother dont call", "my brother dont call"),
        ("A quiet sentence, as most are.", "A quiet sentence, as most are."),
    ],
)
def test_a_name_is_written_as_one_and_nothing_else_is(written: str, read: str) -> None:
    assert Prose(written).text == read


def test_what_is_found_is_shown_as_it_was_written() -> None:
    (hit,) = lint_text("Referred by  RASHEEDA\u00a0POMEROY.")
    assert (hit.words, hit.span) == ("RASHEEDA\u00a0POMEROY", (13, 29))
