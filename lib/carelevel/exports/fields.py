"""What a field of a file may hold: pydantic checks it strictly, and what it refuses is said in words.

Nothing is converted but what JSON has no type for: a list becomes a tuple, a word a member of its enumeration, a text
in ISO 8601 a time. The *description* of a type, else FIELD_WANTED of the field, completes "'field' is not …".
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    ValidationError,
)

from carelevel.core.attempt import Attempt, Report
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import FormAnswer
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.core.trainee import is_code
from carelevel.exports.json_text import JsonObject, JsonValue
from carelevel.messages import record as record_messages
from carelevel.store.rows import row_of

LONGEST_STORED_ID = 255
"""With ids no longer than that, a row of an index keeps below the 2,704 bytes that PostgreSQL allows."""

HIGHEST = 9_999
"""For whatever is counted: sentences, steps, phrases."""

Model = TypeVar("Model", bound="Fields")


class Fields(BaseModel):
    """One object of a file: every field of its type exactly, none missing, none unknown."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def read_fields(kind: type[Model], value: JsonObject) -> Model:
    """The fields of *value*; AnswerError names the first that is unknown, else missing, else wrong."""
    for name in value:
        if name not in kind.model_fields:
            raise AnswerError(record_messages.FIELD_UNKNOWN.format(field=name[:LONGEST_STORED_ID]))
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        raise AnswerError(_says(kind, error)) from None


def object_of(
    record: Attempt | FormAnswer | Report | Interview | NoteAttempt | SupervisorAnswer,
) -> dict[str, JsonValue]:
    """Every field by its name; times in UTC, as ISO 8601 to the microsecond."""
    return {name: _written(value) for name, value in row_of(record).items()}


def _written(value: JsonValue | datetime) -> JsonValue:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value


def _says(kind: type[Fields], error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_context=False)
    for problem in problems:
        if problem["type"] == "missing" and len(problem["loc"]) == 1:  # deeper, the field around it is wrong
            return record_messages.FIELD_MISSING.format(field=problem["loc"][0])
    field = str(problems[0]["loc"][0])
    return record_messages.FIELD_WRONG.format(
        field=field, wanted=kind.model_fields[field].description or _WANTED[field]
    )


def _a_code(text: str) -> str:
    if not is_code(text):
        raise ValueError
    return text


def _a_time(value: object) -> datetime:
    """A time with its zone, in UTC: whatever a clock may have said when the answer was kept."""
    if not isinstance(value, str) or "T" not in value:
        raise ValueError
    time = datetime.fromisoformat(value)
    if time.utcoffset() is None:
        raise ValueError
    try:
        return time.astimezone(UTC)
    except OverflowError:
        raise ValueError from None


NAME = rf"[A-Za-z0-9._-]{{1,{LONGEST_STORED_ID}}}"
_WANTED = record_messages.FIELD_WANTED

Name = Annotated[str, StringConstraints(pattern=f"^{NAME}$"), Field(description=_WANTED["name"])]
NameOrNothing = Annotated[str, StringConstraints(pattern=f"^({NAME})?$"), Field(description=_WANTED["name_or_nothing"])]
Names = Annotated[tuple[Name, ...], Strict(False), Field(description=_WANTED["names"])]
Code = Annotated[str, AfterValidator(_a_code), Field(description=_WANTED["code"])]
Count = Annotated[int, Field(ge=0, le=HIGHEST, description=_WANTED["count"])]
CountOrNothing = Annotated[Count | None, Field(description=_WANTED["count_or_nothing"])]
Signed = Annotated[int, Field(ge=-HIGHEST, le=HIGHEST, description=_WANTED["signed"])]
Time = Annotated[datetime, BeforeValidator(_a_time), Field(description=_WANTED["time"])]
