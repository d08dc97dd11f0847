"""What to write in the place of a value that was refused, told from the kind of pydantic's error, not in its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_WHOLE = re.compile(r"-?[0-9]+")
_QUOTED = re.compile(r"'([^']*)'")
_ENTRIES = "write 'name: value' there"
_LIST = "write a list there: [a, b], or a line with '- ' for each"
SAID = {
    "bool_type": "write true or false there",
    "dict_type": _ENTRIES,
    "dataclass_type": _ENTRIES,
    "tuple_type": _LIST,
    "int_type": "write a whole number there",
}
BOUNDS = {
    "greater_than_equal": ("ge", "write {bound} or more"),
    "less_than_equal": ("le", "write {bound} or less"),
    "string_too_long": ("max_length", "shorten it to {bound:,} characters"),
    "too_short": ("min_length", "give at least {bound:,} there"),
    "too_long": ("max_length", "keep to {bound:,} there"),
}


def wanted(kind: str, value: object, bounds: Mapping[str, Any], as_written: str = "") -> str:
    """The remedy; *kind* and *bounds* as pydantic documents them.

    *as_written*: the plain word of a file that YAML takes for a number, for true or false, or for nothing.
    """
    if kind in ("string_type", "invalid_key"):
        return _text(value, as_written)
    if kind == "string_too_short":
        return "write something there"
    if kind == "literal_error":
        words = _QUOTED.findall(str(bounds.get("expected", "")))
        return f"use one of: {', '.join(words)}" if words else _else()
    if kind in BOUNDS:
        name, says = BOUNDS[kind]
        return says.format(bound=bounds[name]) if type(bounds.get(name)) is int else _else()
    if kind == "int_type" and isinstance(value, str) and _WHOLE.fullmatch(value) and len(value) < 10:
        return f"write it without quotes: {value}"
    return SAID.get(kind) or _else()


def _text(value: object, as_written: str) -> str:
    if as_written:
        return f'put it in quotes: "{as_written}"'
    if isinstance(value, list):
        return "write one text there; put it in quotes where it has brackets"
    if isinstance(value, Mapping):
        return "write one text there; put it in quotes where it has a colon or braces"
    return "write a text there"


def _else() -> str:
    return "see the README beside it for what may stand there"
