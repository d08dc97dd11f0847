"""Findings in, answers out, a JSON object a line: a bad line has its own answer, and the stream goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from carelevel.core.assess import assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import AnswerError, UnknownFindingError
from carelevel.exports.assessment_json import assessment_json
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES, bounded_lines
from carelevel.exports.json_text import JsonObject, JsonValue
from carelevel.messages import command as command_messages

LONGEST_ERROR = 500
"""Characters: an error does not repeat a long line."""


def answers(lines: BinaryIO, criteria: Criteria) -> Iterator[JsonObject]:
    """An answer for each line, {"error": …} for one that cannot be answered."""
    for line in bounded_lines(lines):
        try:
            yield assessment_json(assess(_findings(line), criteria), criteria)
        except (AnswerError, UnknownFindingError) as error:
            yield {"error": str(error)[:LONGEST_ERROR]}


def _findings(line: bytes | None) -> Findings:
    if line is None:
        raise AnswerError(command_messages.LINE_TOO_LONG.format(longest=LONGEST_LINE_BYTES))
    try:
        read = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError):  # not UTF-8 is a ValueError too
        raise AnswerError(command_messages.LINE_NOT_JSON) from None
    if not isinstance(read, dict):
        raise AnswerError(command_messages.LINE_NO_OBJECT)
    return read


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, str]:
    """An object of words, none of them twice."""
    read: dict[str, str] = {}
    for name, value in pairs:
        if not isinstance(value, str):
            raise AnswerError(command_messages.VALUE_NO_WORD.format(name=name))
        if name in read:
            raise AnswerError(command_messages.STATED_TWICE.format(name=name))
        read[name] = value
    return read
