"""Supervisors' blind answers as JSON Lines, so that those of several computers can be brought together."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from carelevel import words as every_words
from carelevel.core.errors import AnswerError
from carelevel.core.supervisor_answer import NOT_SURE, SupervisorAnswer
from carelevel.core.trainee import is_code
from carelevel.exports.attempt_object import AHEAD, EARLIEST, HIGHEST, NAME, json_text
from carelevel.exports.download import Download
from carelevel.exports.headed_lines import header, read_objects
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.words import record as record_words
from carelevel.words import review as words

ANSWERS_FORMAT = "carelevel supervisors' answers"
ANSWERS_VERSION = 1
NAME_OF_FILE = "carelevel-supervisor-{code}.jsonl"
MEDIA_TYPE = "application/jsonl"
MOST_SHOWN_PROBLEMS = 10
"""Lines of one file that are named; the others are counted."""
MOST_ANSWERS = 50_000
"""Of one file, at most; a supervisor gives one a decision point."""

FIELDS = SupervisorAnswer.__slots__


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
        says = words.BROUGHT.format(
            name=name,
            added=every_words.counted(merged.added, record_words.LOADED_NEW),
            known=every_words.counted(merged.known, record_words.LOADED_KNOWN),
            older=every_words.counted(merged.older, words.BROUGHT_OLDER),
            refused=every_words.counted(len(problems), record_words.LOADED_REFUSED),
        )
        unnamed = len(problems) - MOST_SHOWN_PROBLEMS
        more = [every_words.counted(unnamed, record_words.LOADED_MORE)] if unnamed > 0 else []
        return BroughtTogether(says, (*problems[:MOST_SHOWN_PROBLEMS], *more))


def written_answers(answers: Iterable[SupervisorAnswer]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield header(ANSWERS_FORMAT, ANSWERS_VERSION)
    for answer in answers:
        values = {name: getattr(answer, name) for name in FIELDS}
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
            yield read.line, words.TOO_MANY_ANSWERS.format(most=MOST_ANSWERS)
            return
        try:
            yield read.line, _answer(read.value, now)
        except AnswerError as error:
            yield read.line, str(error)


def _is_name(text: str) -> bool:
    return NAME.fullmatch(text) is not None


_SOUND: Mapping[str, Callable[[str], bool]] = {
    "code": is_code,
    "name": _is_name,
    "name_or_nothing": lambda text: text == NOT_SURE or _is_name(text),
}


def _answer(value: Mapping[str, Any], now: datetime) -> SupervisorAnswer:
    for name in value:
        if name not in FIELDS:
            raise AnswerError(record_words.FIELD_UNKNOWN.format(field=name[:80]))
    for name in FIELDS:
        if name not in value:
            raise AnswerError(record_words.FIELD_MISSING.format(field=name))
    for name, wanted in (("code", "code"), ("case", "name"), ("text_digest", "name"), ("level", "name_or_nothing")):
        if not isinstance(value[name], str) or not _SOUND[wanted](value[name]):
            raise _wrong(name, wanted)
    if type(value["point"]) is not int or not 0 <= value["point"] <= HIGHEST:
        raise _wrong("point", "count")
    return SupervisorAnswer(**{**value, "answered_at": _time(value["answered_at"], now)})


def _time(value: object, now: datetime) -> datetime:
    try:
        time = datetime.fromisoformat(value if isinstance(value, str) else "")
        if time.utcoffset() is None or not EARLIEST <= time <= now + AHEAD:
            raise ValueError
        return time.astimezone(UTC)
    except (ValueError, OverflowError):
        raise _wrong("answered_at", "time") from None


def _wrong(name: str, wanted: str) -> AnswerError:
    return AnswerError(record_words.FIELD_WRONG.format(field=name, wanted=record_words.FIELD_WANTED[wanted]))
