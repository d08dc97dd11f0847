"""A group's answers to forms for a statistician, and a trainee's certificate, as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import FormAnswer
from carelevel.core.trainee import is_code
from carelevel.exports.certificate import certificate
from carelevel.exports.download import Download, FileFormat
from carelevel.exports.fields import object_of
from carelevel.exports.json_text import JsonValue, json_text
from carelevel.exports.spreadsheet import MARK, guarded
from carelevel.messages import forms as forms_messages
from carelevel.messages import record as record_messages
from carelevel.store.store import Store

COLUMNS = (*(field.name for field in fields(FormAnswer)), "right")


class FormFile(FileFormat):
    """What a statistician takes along."""

    CSV = "csv", ".csv", "text/csv"
    JSONL = "jsonl", ".jsonl", "application/jsonl"
    CODEBOOK = "codebook", ".csv", "text/csv"


@dataclass(frozen=True, slots=True)
class FormFiles:
    """Files made of what *store* holds; StoreError where it cannot be reached now."""

    store: Store
    criteria: Criteria

    def download(self, group: str, form: str) -> Download:
        """Every answer of a group, a row or an object each, or what the columns mean; AnswerError where none is."""
        chosen = FormFile.chosen(form)
        if chosen is FormFile.CODEBOOK:
            return chosen.download("carelevel-forms-codebook", codebook())
        if group not in {known.id for known in self.store.form_groups()}:
            raise AnswerError(forms_messages.NO_SUCH_GROUP)
        answers = self.store.form_answers_of(group)
        written = table(answers) if chosen is FormFile.CSV else lines(answers)
        return chosen.download(f"carelevel-forms-{group}", written)

    def certificate(self, code: str) -> Download:
        """A page to print about what is kept under a trainee's code; AnswerError where that is none, or nothing is."""
        code = code.strip()
        if not is_code(code):
            raise AnswerError(record_messages.NO_CODE)
        if not self.store.knows(code):
            raise AnswerError(forms_messages.NOBODY.format(code=code))
        pieces = certificate(code, self.store, self.criteria, datetime.now(UTC))
        return Download(f"carelevel-certificate-{code}.html", "text/html", "".join(pieces).encode())


def table(answers: Iterable[FormAnswer]) -> Iterator[str]:
    """As CSV, safe to open as a spreadsheet."""
    yield MARK + _record(COLUMNS)
    for answer in answers:
        yield _record([_cell(value) for value in _columns(answer).values()])


def lines(answers: Iterable[FormAnswer]) -> Iterator[str]:
    """As JSON Lines, with the same names."""
    for answer in answers:
        yield json_text(_columns(answer)) + "\n"


def codebook() -> Iterator[str]:
    """What each column holds, as CSV."""
    yield MARK + _record(forms_messages.CODEBOOK_COLUMNS)
    for name in COLUMNS:
        yield _record((name, forms_messages.CODEBOOK[name]))


def _columns(answer: FormAnswer) -> dict[str, JsonValue]:
    return {**object_of(answer), "right": answer.right}


def _cell(value: JsonValue) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, list):
        return " ".join(map(str, value))
    return guarded(value) if isinstance(value, str) else str(value)


def _record(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()
