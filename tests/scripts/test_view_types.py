"""The scripts' types say what Python sends."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest

from tests.scripts.view_types import FACES, outdated, typescript


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Leaf:
    """A leaf."""


@dataclass(frozen=True)
class Twig:
    """A twig."""


def test_every_type_file_is_what_the_dataclasses_say() -> None:
    assert not outdated(), "run `make fix`"


def test_every_face_has_a_view_and_no_types_are_written_by_hand_for_what_is_sent() -> None:
    assert {path.parent for path in FACES.glob("*/view.d.ts")} == {path.parent for path in FACES.glob("*/view.py")}
    assert {path.parent for path in FACES.glob("*/page.d.ts")} == {path.parent for path in FACES.glob("*/view.py")}


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (str | float, "string | number"),
        (Literal["setup", "room"], '"setup" | "room"'),
        (Severity, '"error" | "warning"'),
        (tuple[str, ...], "string[]"),
        (tuple[int | None, ...], "(number | null)[]"),
        (tuple[tuple[Leaf, ...], ...], "Leaf[][]"),
        (tuple[Leaf, ...] | None, "Leaf[] | null"),
        (Leaf | None, "Leaf | null"),
        (Leaf | Twig, "OneOf<Leaf | Twig>"),
        (Leaf | Twig | None, "OneOf<Leaf | Twig> | null"),
        (tuple[Leaf | Twig, ...], "OneOf<Leaf | Twig>[]"),
        (Mapping[str, tuple[bool, ...]], "Record<string, boolean[]>"),
        (Annotated[str, "short"], "string"),
    ],
)
def test_a_type_is_told_as_its_json_is(kind: Any, says: str) -> None:
    assert typescript(kind) == says


@pytest.mark.parametrize("kind", [datetime.datetime, set[str], tuple[int, str], Any])
def test_what_is_no_json_has_no_type(kind: Any) -> None:
    with pytest.raises(TypeError, match="no counterpart"):
        typescript(kind)
