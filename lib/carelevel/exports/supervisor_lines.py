"""Supervisors' blind answers as JSON Lines, so that those of several computers can be brought together."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from carelevel import messages
from carelevel.core.errors import AnswerError
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.exports.download import Download
from carelevel.exports.fields import (
    Code,
    Count,
    Fields,
    Name,
    NameOrNothing,
    Time,
    read_fields,
)
from carelevel.exports.headed_lines import header, read_objects
from carelevel.exports.json_text import json_text
from carelevel.messages import record as record_messages
from carelevel.messages import review as review_messages
from carelevel.store.supervisors import SupervisorAnswers

ANSWERS_FORMAT = "carelevel supervisors' answers"
ANSWERS_VERSION = 1
NAME_OF_FILE = "carelevel-supervisor-{code}.jsonl"
MEDIA_TYPE = "application/jsonl"
MOST_SHOWN_PROBLEMS = 10
"""Lines of one file that are named; the others are counted."""
MOST_ANSWERS = 50_000
"""Of one file, at most; a supervisor gives one a decision point."""


class AnswerFields(Fields):
    """A SupervisorAnswer, as far as a file may say it; *level* is empty where they were not sure."""

    code: Code
    case: Name
    point: Count
    text_digest: Name
    level: NameOrNothing
    answered_at: Time


@dataclass(frozen=True, slots=True)
class BroughtTogether:
    """What became of a file's answers, in a sentence; *problems* are lines `file:line: problem; remedy`."""

    says: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupervisorFiles:
    """Answers out of the store as a file, and in again; StoreError where it cannot be reached now."""

    answers: SupervisorAnswers

    def download(self, code: str) -> Download:
        """What *code* has answered."""
        text = "".join(written_answers(self.answers.of(code)))
        return Download(NAME_OF_FILE.format(code=code), MEDIA_TYPE, text.encode())

    def load(self, content: bytes, name: str, now: datetime | None = None) -> BroughtTogether:
        """Keep every sound answer of a file; of two to one question the newer one stays."""
        found: list[SupervisorAnswer] = []
        problems: list[str] = []
        for line, read in read_answers(content, now or datetime.now(UTC)):
            if isinstance(read, SupervisorAnswer):
                found.append(read)
            else:
                problems.append(f"{name}:{line}: {read}")
        merged = self.answers.merge(found)
        says = review_messages.BROUGHT.format(
            name=name,
            added=messages.counted(merged.added, record_messages.LOADED_NEW),
            known=messages.counted(merged.known, record_messages.LOADED_KNOWN),
            older=messages.counted(merged.older, review_messages.BROUGHT_OLDER),
            refused=messages.counted(len(problems), record_messages.LOADED_REFUSED),
        )
        unnamed = len(problems) - MOST_SHOWN_PROBLEMS
        more = [messages.counted(unnamed, record_messages.LOADED_MORE)] if unnamed > 0 else []
        return BroughtTogether(says, (*problems[:MOST_SHOWN_PROBLEMS], *more))


def written_answers(answers: Iterable[SupervisorAnswer]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield header(ANSWERS_FORMAT, ANSWERS_VERSION)
    for answer in answers:
        values = {name: getattr(answer, name) for name in AnswerFields.model_fields}
        time = answer.answered_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
        yield json_text(values | {"answered_at": time}) + "\n"


def read_answers(content: bytes, now: datetime) -> Iterator[tuple[int, SupervisorAnswer | str]]:
    """Each line's number from 1, with its answer or what is wrong with it; *now* is the latest that one can be from."""
    count = 0
    for read in read_objects(io.BytesIO(content), ANSWERS_FORMAT, ANSWERS_VERSION):
        if read.value is None:
            yield read.line, read.problem
            continue
        count += 1
        if count > MOST_ANSWERS:
            yield read.line, review_messages.TOO_MANY_ANSWERS.format(most=MOST_ANSWERS)
            return
        try:
            yield read.line, SupervisorAnswer(**vars(read_fields(AnswerFields, read.value, now)))
        except AnswerError as error:
            yield read.line, str(error)
