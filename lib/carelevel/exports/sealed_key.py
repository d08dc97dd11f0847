"""What the criteria say to an answer to a form, closed to whoever opens the file until both forms are in.

It is no secret: it keeps a trainee from reading by accident what is not told yet, and loses nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import FormAnswer, not_both_in
from carelevel.exports.fields import object_of
from carelevel.exports.json_text import JsonObject, json_text, json_value
from carelevel.messages import record as record_messages

SEALED = "sealed"
KEY = ("rule", "contested", "criteria_level", "accepted", "verdict", "steps")
"""The fields that tell what was right."""


def sealed(answers: Iterable[FormAnswer]) -> tuple[JsonObject, ...]:
    """The answers of trainees by their fields, those that are not to be told yet with their key closed."""
    told = tuple(answers)
    untold = not_both_in(told)
    return tuple(_closed(object_of(answer)) if answer in untold else object_of(answer) for answer in told)


def opened(value: JsonObject) -> JsonObject:
    """The fields of such an object with its key, where that was closed; AnswerError where it cannot be opened."""
    if SEALED not in value:
        return value
    try:
        key = json_value(base64.b64decode(str(value[SEALED]), validate=True).decode())
    except ValueError:
        key = None
    if not isinstance(key, dict) or tuple(key) != KEY:
        raise AnswerError(record_messages.FIELD_WRONG.format(field=SEALED, wanted=record_messages.FIELD_WANTED[SEALED]))
    return {name: field for name, field in value.items() if name != SEALED} | key


def _closed(value: JsonObject) -> JsonObject:
    key = {name: value[name] for name in KEY}
    rest = {name: field for name, field in value.items() if name not in KEY}
    return {**rest, SEALED: base64.b64encode(json_text(key).encode()).decode()}
