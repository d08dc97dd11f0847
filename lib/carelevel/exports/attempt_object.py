"""An attempt, or what stands beside it, of the JSON object of its fields: what does not fit its field is refused."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, Strict, StringConstraints

from carelevel import messages
from carelevel.core.answer import LONGEST_REASONS, Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import LONGEST_REPORT, Attempt, Rated, Report
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.core.form_code import FORMS, MOST_PLACES, Arm, When
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import KeptLine, NoteAttempt
from carelevel.core.support import STEPS, Hint, Support
from carelevel.exports.fields import (
    NAME,
    Code,
    Count,
    CountOrNothing,
    Fields,
    Name,
    NameOrNothing,
    Names,
    Signed,
    Time,
    read_fields,
)
from carelevel.exports.json_text import JsonObject
from carelevel.exports.sealed_key import opened
from carelevel.messages import record as record_messages

LONGEST_ATTEMPT_SECONDS = (datetime.max - datetime.min).total_seconds()
"""Between two times of any clock: one that was set meanwhile makes an answer take a hundred years."""

LONGEST_PHRASES = 1_000
"""Characters; an index holds them beside the names."""

MOST_NOTE_LINES = 100
"""Of a note; those that are composed are shorter."""

LONGEST_TIES = 10_000
"""Characters: fifty sentences, each with a long name."""

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
"""RFC 4122's, version and variant too: a record store refuses statements with any other id."""

WHOLE = frozenset({"point", "steps", "caught", "missed", "needless", "steps_shown"})
NESTED = frozenset({"flags", "lists", "marked", "accepted", "rules"})

_WANTED = record_messages.FIELD_WANTED

Id = Annotated[
    str,
    StringConstraints(pattern=f"^{UUID}$"),
    Field(description=_WANTED["id"]),
]


def _one_of(kind: type[StrEnum]) -> str:
    return _WANTED["one_of"].format(names=messages.LIST_SEPARATOR.join(kind))


def _text(longest: int) -> Any:
    """A text that every database can keep."""
    constraints = StringConstraints(max_length=longest, pattern="^[^\\x00]*$")
    return Annotated[str, constraints, Field(description=_WANTED["line"].format(longest=longest))]


Seconds = Annotated[
    float,
    Field(
        ge=0,
        le=LONGEST_ATTEMPT_SECONDS,
        allow_inf_nan=False,
        description=_WANTED["seconds"].format(longest=round(LONGEST_ATTEMPT_SECONDS)),
    ),
]
Sure = Annotated[Confidence, Strict(False), Field(description=_one_of(Confidence))]
Judged = Annotated[Verdict, Strict(False), Field(description=_one_of(Verdict))]
Reasons = _text(LONGEST_REASONS)
YesOrNo = Annotated[bool, Field(description=_WANTED["yes_or_no"])]


class RatedFields(Fields):
    """A Rated."""

    rule: Name
    effect: Annotated[Effect, Strict(False)]
    caught: bool | None
    hinted: bool = False


_HINT = rf"[0-9]{{1,4}}:[{min(Hint)}-{max(Hint)}]"


class AttemptFields(Fields):
    """An Attempt, as far as a file may say it."""

    id: Id
    trainee: Code
    case: Name
    twin: NameOrNothing
    point: Count
    case_digest: Name
    criteria_digest: Name
    level: Name
    confidence: Sure
    flags: dict[Name, bool]
    lists: dict[Name, Names]
    marked: Annotated[tuple[Count, ...], Strict(False)]
    reasons: Reasons  # type: ignore[valid-type]  # known only here
    started_at: Time
    committed_at: Time
    seconds: Seconds
    criteria_level: Name
    accepted: Names
    basis: Annotated[Basis, Strict(False), Field(description=_one_of(Basis))]
    verdict: Judged
    steps: Signed
    caught: Count
    missed: Count
    needless: Count
    rules: Annotated[tuple[Annotated[RatedFields, Strict(False)], ...], Strict(False)]
    phrases: Annotated[
        str, StringConstraints(max_length=LONGEST_PHRASES, pattern="^([0-9]{1,4}[+-]( [0-9]{1,4}[+-])*)?$")
    ] = ""
    pair: Annotated[str, StringConstraints(pattern=f"^({UUID})?$")] = ""
    support: Annotated[Support, Strict(False), Field(description=_one_of(Support))] = Support.FREE
    steps_shown: Annotated[int, Field(ge=0, le=STEPS)] = 0
    hints: Annotated[str, StringConstraints(max_length=LONGEST_PHRASES, pattern=rf"^({_HINT}( {_HINT})*)?$")] = ""
    ties: Annotated[
        str,
        StringConstraints(max_length=LONGEST_TIES, pattern=rf"^([0-9]{{1,4}}:{NAME}( [0-9]{{1,4}}:{NAME})*)?$"),
    ] = ""


NAMES = tuple(AttemptFields.model_fields)
REQUIRED = frozenset(name for name, field in AttemptFields.model_fields.items() if field.is_required())


class ReportFields(Fields):
    """A Report, as far as a file may say it."""

    id: Id
    trainee: Code
    case: Name
    twin: NameOrNothing
    point: Count
    note: _text(LONGEST_REPORT)  # type: ignore[valid-type]
    at: Time


class InterviewFields(Fields):
    """An Interview, as far as a file may say it."""

    id: Id
    trainee: Code
    case: Name
    twin: NameOrNothing
    point: Count
    case_digest: Name
    criteria_digest: Name
    asked: Names
    level: Name
    confidence: Sure
    flags: dict[Name, bool]
    reasons: Reasons  # type: ignore[valid-type]
    started_at: Time
    committed_at: Time
    seconds: Seconds
    criteria_level: Name
    verdict: Judged
    steps: Signed
    settled_after: CountOrNothing
    level_asked: Count
    level_needed: Count
    safety_asked: Count
    safety_all: Count


class LineFields(Fields):
    """A KeptLine."""

    text: Reasons  # type: ignore[valid-type]
    finding: NameOrNothing
    value: NameOrNothing


class NoteFields(Fields):
    """A NoteAttempt, as far as a file may say it."""

    id: Id
    trainee: Code
    code: Name
    lines: Annotated[tuple[Annotated[LineFields, Strict(False)], ...], Strict(False), Field(max_length=MOST_NOTE_LINES)]
    criteria_digest: Name
    rule: NameOrNothing
    pair_of: NameOrNothing
    level: Name
    flags: dict[Name, bool]
    started_at: Time
    committed_at: Time
    seconds: Seconds
    criteria_level: Name
    accepted: Names
    criteria_flags: dict[Name, bool | None]
    verdict: Judged
    steps: Signed
    decided: Annotated[tuple[Count, ...], Strict(False)]


class FormAnswerFields(Fields):
    """A FormAnswer, as far as a file may say it."""

    id: Id
    trainee: Code
    group: Name
    place: Annotated[int, Field(ge=1, le=MOST_PLACES, description=_WANTED["place"].format(most=MOST_PLACES))]
    when: Annotated[When, Strict(False), Field(description=_one_of(When))]
    form: Annotated[str, StringConstraints(pattern=f"^[{''.join(FORMS)}]$"), Field(description=_WANTED["name"])]
    arm: Annotated[Arm, Strict(False), Field(description=_WANTED["name_or_nothing"])]
    slot: Annotated[int, Field(ge=0, lt=LENGTH, description=_WANTED["slot"].format(last=LENGTH - 1))]
    order: Annotated[int, Field(ge=1, le=LENGTH, description=_WANTED["place"].format(most=LENGTH))]
    item: Name
    is_story: YesOrNo
    text_digest: Name
    criteria_digest: Name
    words: Count
    met: YesOrNo
    rule: NameOrNothing
    contested: YesOrNo
    level: Name
    criteria_level: Name
    accepted: Names
    verdict: Judged
    steps: Signed
    started_at: Time
    committed_at: Time
    seconds: Seconds


def attempt_of(value: JsonObject) -> Attempt:
    """The attempt with these fields; AnswerError names the first that is unknown, missing or wrong."""
    read = vars(read_fields(AttemptFields, value))
    return Attempt(**read | {"rules": tuple(Rated(**vars(rated)) for rated in read["rules"])})


def report_of(value: JsonObject) -> Report:
    """The report with these fields; AnswerError as above."""
    return Report(**vars(read_fields(ReportFields, value)))


def interview_of(value: JsonObject) -> Interview:
    """The interview with these fields; AnswerError as above."""
    return Interview(**vars(read_fields(InterviewFields, value)))


def note_attempt_of(value: JsonObject) -> NoteAttempt:
    """The answer to a note with these fields; AnswerError as above."""
    read = vars(read_fields(NoteFields, value))
    return NoteAttempt(**read | {"lines": tuple(KeptLine(**vars(line)) for line in read["lines"])})


def form_answer_of(value: JsonObject) -> FormAnswer:
    """The answer to a form with these fields; AnswerError as above."""
    return FormAnswer(**vars(read_fields(FormAnswerFields, opened(value))))
