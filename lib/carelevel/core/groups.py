"""Groups that people in a bank's stories may belong to, as a bank lists them: words and findings that tell of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from carelevel.core.criteria import Strict


@dataclass(frozen=True, slots=True)
class Group(Strict):
    """*words* are whole words or phrases, one that ends in * the beginning of a word; *findings* id -> values."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class Axis(Strict):
    """One way to tell people apart; *one*: a story belongs to the group whose words it has most often, if to any.

    *says* is what the bank adds to the page.
    """

    id: str
    name: str
    groups: tuple[Group, ...]
    one: Literal["most_words"] | None = None
    says: str = ""
