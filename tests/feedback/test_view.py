"""What is frozen in Python, as JSON for a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import pytest
from carelevel.core.answer import Verdict
from carelevel.feedback.view import as_json


class Colour(Enum):
    RED = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    says: str


@dataclass(frozen=True, slots=True)
class Twig(Leaf):
    leaves: tuple[Leaf, ...] = field(default=())


@pytest.mark.parametrize(
    ("value", "view"),
    [
        (Twig("a", (Leaf("b"),)), {"says": "a", "leaves": [{"says": "b"}]}),
        (((Leaf("a"),), ()), [[{"says": "a"}], []]),
        ({"first": Leaf("a")}, {"first": {"says": "a"}}),
        ([None, True, 2, 0.5, "six"], [None, True, 2, 0.5, "six"]),
        (Colour.RED, 1),
    ],
)
def test_a_part_becomes_json_by_the_names_of_its_fields(value: object, view: object) -> None:
    assert as_json(value) == view


def test_a_word_of_a_closed_list_becomes_plain_text() -> None:
    assert type(as_json(Verdict.AGREES)) is str
