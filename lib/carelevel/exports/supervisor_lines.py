"""Supervisors' blind answers as JSON Lines, so that those of several computers can be brought together."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from carelevel import messages
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.exports.download import Download
from carelevel.exports.fields import Code, Count, Fields, Name, NameOrNothing, Time, object_of, read_fields
from carelevel.exports.file_kind import FileKind
from carelevel.exports.headed_lines import HeadedLines, RestUnreadError
from carelevel.exports.json_text import JsonObject
from carelevel.exports.line_read import LineRead
from carelevel.exports.utf8_file import as_utf8
from carelevel.messages import record as record_messages
from carelevel.messages import review as review_messages
from carelevel.store.supervisors import SupervisorAnswers

ANSWER_LINES = HeadedLines(FileKind.SUPERVISORS, version=1)
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

    def load(self, content: bytes, name: str) -> BroughtTogether:
        """Keep every sound answer of a file; of two to one question the newer one stays."""
        lines = list(read_answers(content))
        problems = [f"{name}:{read.line}: {read.problem}" for read in lines if read.value is None]
        merged = self.answers.merge([read.value for read in lines if read.value is not None])
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
    return ANSWER_LINES.written(map(object_of, answers))


def read_answers(content: bytes) -> Iterator[LineRead[SupervisorAnswer]]:
    """What each line holds."""
    number = count(start=1)

    def answer_of(value: JsonObject) -> SupervisorAnswer:
        if next(number) > MOST_ANSWERS:
            raise RestUnreadError(review_messages.TOO_MANY_ANSWERS.format(most=MOST_ANSWERS))
        return SupervisorAnswer(**vars(read_fields(AnswerFields, value)))

    return ANSWER_LINES.read(as_utf8(io.BytesIO(content)).file, answer_of)
