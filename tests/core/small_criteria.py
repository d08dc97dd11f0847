"""Criteria in a few lines: what the language of criteria.yaml can say, and our own bank does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carelevel.core.criteria import Criteria, Exception_, Finding, Indication, Level, Requirement, Value

YES = "yes"
"""The concern of every finding of two values; "no" is none."""


def finding(name: str, values: str = "no yes", circumstance: bool = False) -> Finding:
    """A finding with its values from least to most concern."""
    return Finding(name, name, "", tuple(Value(value, value) for value in values.split()), circumstance=circumstance)


def indication(
    name: str, when: dict[str, str], asks: str, kind: str = "firm", strength: str = "direct", **more: Any
) -> Indication:
    return Indication(name, name, when, asks, kind, strength, (), "", **more)  # type: ignore[arg-type]


def eased(when: dict[str, str], asks: str | None, kind: str = "firm", **more: Any) -> Exception_:
    """An exception; one that asks for nothing defeats its rule."""
    return Exception_(when, (), "", asks, kind=kind, defeats=asks is None, **more)  # type: ignore[arg-type]


def requirement(name: str, level: str, needs: dict[str, str], **more: Any) -> Requirement:
    return Requirement(name, level, name, needs, (), "", "", **more)


def criteria(ladder: str, findings: Iterable[Finding], **rules: Any) -> Criteria:
    levels = tuple(Level(level, level, "") for level in ladder.split())
    return Criteria("Small", "", (), (), levels, tuple(findings), **rules)
