"""JSON on one line, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
JsonObject = Mapping[str, JsonValue]


def json_text(value: JsonValue) -> str:
    """JSON on one line, whatever a program takes for a line's end."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for end in "\x7f\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def json_value(text: str) -> JsonValue:
    """What *text* says in JSON; ValueError where it is none, or names a key twice."""
    try:
        value: JsonValue = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
        return value
    except RecursionError:
        raise ValueError from None


def _object(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError
    return read


def _no_number(_name: str) -> None:
    """NaN and Infinity are none in JSON."""
    raise ValueError
