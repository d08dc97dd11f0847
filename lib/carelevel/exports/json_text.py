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
        value: JsonValue = _DECODER.decode(text)
        return value
    except RecursionError:
        raise ValueError from None


def json_value_at(text: str, at: int) -> tuple[JsonValue, int]:
    """The value that begins at *at*, and where it ends; ValueError as above."""
    try:
        value: tuple[JsonValue, int] = _DECODER.raw_decode(text, at)
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


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)
