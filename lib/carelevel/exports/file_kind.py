"""Which kind of file a JSON object is from, so that a wrong file is named in one sentence."""

from __future__ import annotations

from enum import StrEnum

from carelevel.exports.json_text import JsonObject


class FileKind(StrEnum):
    """Under the name that the file's first line gives, where it has one."""

    ATTEMPTS = "carelevel attempts"
    SUPERVISORS = "carelevel supervisors' answers"
    STATEMENTS = "xAPI statements"


_TOLD_BY = {
    FileKind.SUPERVISORS: ({"text_digest"}, {"code", "answered_at"}),
    FileKind.ATTEMPTS: ({"case_digest"}, {"level", "verdict"}, {"report"}),
    FileKind.STATEMENTS: ({"actor", "verb"},),
}
"""Fields of which no other kind has all."""


def kind_of(value: JsonObject) -> FileKind | None:
    """By what the object says it is, else by its fields; None where it is none of ours."""
    if "format" in value:
        return next((kind for kind in FileKind if kind == value["format"]), None)
    return next((kind for kind, sets in _TOLD_BY.items() if any(fields <= value.keys() for fields in sets)), None)
