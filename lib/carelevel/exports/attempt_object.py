"""An attempt as a JSON object of its fields, and back: what does not fit its field is refused."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from carelevel import words
from carelevel.core.answer import LONGEST_REASONS, Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.errors import AnswerError
from carelevel.core.trainee import is_code
from carelevel.store.rows import row_of
from carelevel.words import record as record_words

Json = dict[str, Any]
Read = Callable[[Any, datetime], Any]

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)
"""So far another computer's clock may be ahead of this one's."""
LONGEST_ATTEMPT_SECONDS = 10 * 366 * 24 * 60 * 60
"""A case may lie open for long, but not for more than ten years."""
LONGEST_STORED_ID = 255
LONGEST_PHRASES = 1_000
"""With names no longer than that, a row of an index keeps below the 2,704 bytes that PostgreSQL allows."""
HIGHEST = 9_999
"""For whatever is counted: sentences, steps, phrases."""
PHRASES = re.compile(r"(\d{1,4}[+-]( \d{1,4}[+-])*)?", re.ASCII)

NAME = re.compile(rf"[A-Za-z0-9._-]{{1,{LONGEST_STORED_ID}}}", re.ASCII)

NAMES = tuple(field.name for field in fields(Attempt))
REQUIRED = frozenset(field.name for field in fields(Attempt) if field.default is MISSING)
WHOLE = frozenset({"point", "steps", "caught", "missed", "needless"})
NESTED = frozenset({"flags", "lists", "marked", "accepted", "rules"})


def object_of(attempt: Attempt) -> Json:
    """Every field by its name; times in UTC, as ISO 8601 to the microsecond."""
    row = row_of(attempt)
    return {name: _written(row[name]) for name in NAMES}


def json_text(value: object) -> str:
    """JSON on one line, whatever a program takes for a line's end."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for end in "\x7f\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def json_value(text: str) -> Any:
    """What *text* says in JSON; ValueError where it is none, or names a key twice."""
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except RecursionError:
        raise ValueError from None


def attempt_of(value: Mapping[str, Any], now: datetime) -> Attempt:
    """The attempt with these fields; AnswerError names the first that is missing, unknown or wrong."""
    for name in value:
        if name not in _READ:
            raise AnswerError(record_words.FIELD_UNKNOWN.format(field=name[:LONGEST_STORED_ID]))
    for name in NAMES:
        if name in REQUIRED and name not in value:
            raise AnswerError(record_words.FIELD_MISSING.format(field=name))
    return Attempt(**{name: _read(name, given, now) for name, given in value.items()})


def _written(value: Any) -> Any:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value


def _object(pairs: list[tuple[str, Any]]) -> Json:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError
    return read


def _no_number(_name: str) -> None:
    """NaN and Infinity are none in JSON."""
    raise ValueError


def _read(name: str, value: Any, now: datetime) -> Any:
    wanted, read = _READ[name]
    try:
        return read(value, now)
    except (ValueError, TypeError, KeyError, OverflowError):
        raise AnswerError(record_words.FIELD_WRONG.format(field=name, wanted=wanted)) from None


def _take(sound: bool, value: Any) -> Any:
    if not sound:
        raise ValueError
    return value


def _id(value: Any, _now: datetime) -> str:
    return str(_take(type(value) is str and str(UUID(value)) == value, value))


def _code(value: Any, _now: datetime) -> str:
    return str(_take(type(value) is str and is_code(value), value))


def _name(value: Any, _now: datetime) -> str:
    return str(_take(type(value) is str and NAME.fullmatch(value) is not None, value))


def _name_or_nothing(value: Any, now: datetime) -> str:
    return "" if value == "" else _name(value, now)


def _line(value: Any, _now: datetime) -> str:
    """Text that every database can keep."""
    _take(type(value) is str and len(value) <= LONGEST_REASONS and "\0" not in value, value)
    value.encode()  # refuses half a character
    return str(value)


def _phrases(value: Any, _now: datetime) -> str:
    _take(type(value) is str and len(value) <= LONGEST_PHRASES, value)
    return str(_take(PHRASES.fullmatch(value) is not None, value))


def _time(value: Any, now: datetime) -> datetime:
    time = datetime.fromisoformat(_take(type(value) is str and "T" in value, value))
    _take(time.utcoffset() is not None, value)
    time = time.astimezone(UTC)
    _take(EARLIEST <= time <= now + AHEAD, value)
    return time


def _seconds(value: Any, _now: datetime) -> float:
    _take(type(value) in (int, float), value)
    return float(_take(math.isfinite(value) and 0 <= value <= LONGEST_ATTEMPT_SECONDS, value))


def _count(value: Any, _now: datetime) -> int:
    return int(_take(type(value) is int and 0 <= value <= HIGHEST, value))


def _signed(value: Any, _now: datetime) -> int:
    return int(_take(type(value) is int and abs(value) <= HIGHEST, value))


def _yes_or_no(value: Any, _now: datetime) -> bool:
    return bool(_take(type(value) is bool, value))


def _one_of(kind: type[Enum]) -> Read:
    return lambda value, _now: kind(_take(type(value) is str, value))


def _several(read: Read) -> Read:
    return lambda value, now: tuple(read(one, now) for one in _take(type(value) is list, value))


def _by_name(read: Read) -> Read:
    return lambda value, now: {
        _name(name, now): read(one, now) for name, one in _take(type(value) is dict, value).items()
    }


def _rated(value: Any, now: datetime) -> Rated:
    _take(type(value) is dict and value.keys() == {"rule", "effect", "caught"}, value)
    caught = value["caught"]
    effect: Effect = _one_of(Effect)(value["effect"], now)
    return Rated(_name(value["rule"], now), effect, None if caught is None else _yes_or_no(caught, now))


def _named(wanted: str, read: Read) -> tuple[str, Read]:
    return record_words.FIELD_WANTED[wanted], read


def _chosen(kind: type[Enum]) -> tuple[str, Read]:
    names = words.LIST_SEPARATOR.join(str(one.value) for one in kind)
    return record_words.FIELD_WANTED["one_of"].format(names=names), _one_of(kind)


_READ: Mapping[str, tuple[str, Read]] = {
    "id": _named("id", _id),
    "trainee": _named("code", _code),
    "case": _named("name", _name),
    "twin": _named("name_or_nothing", _name_or_nothing),
    "point": _named("count", _count),
    "case_digest": _named("name", _name),
    "criteria_digest": _named("name", _name),
    "level": _named("name", _name),
    "confidence": _chosen(Confidence),
    "flags": _named("flags", _by_name(_yes_or_no)),
    "lists": _named("lists", _by_name(_several(_name))),
    "marked": _named("marked", _several(_count)),
    "reasons": (record_words.FIELD_WANTED["line"].format(longest=LONGEST_REASONS), _line),
    "started_at": _named("time", _time),
    "committed_at": _named("time", _time),
    "seconds": (record_words.FIELD_WANTED["seconds"].format(longest=LONGEST_ATTEMPT_SECONDS), _seconds),
    "criteria_level": _named("name", _name),
    "accepted": _named("names", _several(_name)),
    "basis": _chosen(Basis),
    "verdict": _chosen(Verdict),
    "steps": _named("signed", _signed),
    "caught": _named("count", _count),
    "missed": _named("count", _count),
    "needless": _named("count", _count),
    "rules": _named("rules", _several(_rated)),
    "phrases": _named("phrases", _phrases),
}
