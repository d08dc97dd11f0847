"""What `carelevel check` says of a file of a bank: its mistakes, or what lint finds in it, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carelevel.bank import Bank
from carelevel.bank.criteria_file import CRITERIA_FILE
from carelevel.bank.document import shortened
from carelevel.bank.likeness import Alike, Outline, outline
from carelevel.bank.lines import Lines
from carelevel.bank.notes_file import NOTES_FILE, check_notes
from carelevel.core.case import Case
from carelevel.core.composer import Composer
from carelevel.core.diagnostic import ALIKE, IN_PROOF, THIN_NOTES, CasePart, Diagnostic, Severity
from carelevel.core.errors import AnswerError
from carelevel.core.safety_questions import questions_asked
from carelevel.lint import MarkedPhrases, lint_case, lint_note_lines
from carelevel.lint.unmarked import MOST_COMPARED
from carelevel.messages import check as check_messages

LONGEST_WORDS = 60
"""Characters of a story that a line shows."""


@dataclass(frozen=True, slots=True)
class CaseMarks:
    """How hard the text is said to be to read, and whether a safety question is told as asked."""

    reading: int | None
    asks: bool


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One case file: what was found in it, and where it is sound its marks and what it is compared by."""

    found: tuple[Diagnostic, ...]
    marks: CaseMarks | None
    outline: Outline | None = None


def case_diagnostics(bank: Bank, case_id: str) -> tuple[Diagnostic, ...]:
    """Its mistakes, or what lint finds where there are none; and the texts of its front matter that are cut short."""
    return read_case_file(bank, case_id).found


def read_case_file(bank: Bank, case_id: str) -> ReadFile:
    """What there is to say of one case file."""
    checked = bank.checked(case_id)
    if checked.case is None:
        return ReadFile((*checked.mistakes, *checked.cut), None)
    marks = CaseMarks(checked.case.reading, questions_asked(checked.case, bank.criteria) > 0)
    found = (*checked.cut, *lint_diagnostics(bank, checked.case))
    return ReadFile(found, marks, outline(checked.case, bank.criteria))


def lint_diagnostics(bank: Bank, case: Case) -> tuple[Diagnostic, ...]:
    """What lint finds in a case, from the top of its file to the bottom."""
    return _in_its_file(bank, case, lint_case(case, bank.criteria, bank.lint_words().words))


def notes_diagnostics(bank: Bank) -> tuple[Diagnostic, ...]:
    """What there is to say of the lines of short notes: mistakes, or what lint finds and what they lack."""
    checked = check_notes(bank.folder, bank.criteria)
    if checked.notes is None:
        return checked.mistakes
    hits = lint_note_lines(checked.notes, bank.criteria, bank.lint_words().words)
    file = f"{bank.folder.name}/{NOTES_FILE}"
    found = (*checked.thin, *(replace(hit, file=file, problem=_with_words(hit)) for hit in hits))
    try:
        Composer(checked.notes, bank.criteria)
    except AnswerError as error:
        problem, _, remedy = str(error).partition("; ")
        found = (*found, Diagnostic(file, 1, problem, remedy, Severity.WARNING, THIN_NOTES))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.line))


def alike_diagnostic(bank: Bank, found: Alike) -> Diagnostic:
    """What a case has in common with another, with its line."""
    line = bank.lines(found.case).line(found.part)
    file = f"{bank.folder.name}/{found.case}.md"
    return Diagnostic(file, line, found.problem, found.remedy, Severity.WARNING, ALIKE)


def unmarked_diagnostics(bank: Bank, case: Case) -> tuple[Diagnostic, ...]:
    """The sentences of a case that read like what another story marks; of a large bank, the first stories count."""
    others = (bank.checked(case_id).case for case_id in bank.case_ids()[:MOST_COMPARED])
    return _in_its_file(bank, case, tuple(MarkedPhrases(other for other in others if other).unmarked(case)))


def _in_its_file(bank: Bank, case: Case, hits: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    if not hits:
        return ()
    lines, file = bank.lines(case.id), f"{bank.folder.name}/{case.id}.md"
    return tuple(sorted((_in_file(hit, file, lines) for hit in hits), key=lambda diagnostic: diagnostic.line))


def proof_diagnostic(bank: Bank, fails: str) -> Diagnostic:
    """What the criteria cannot be trusted with, in the words of the proof that fails."""
    file = f"{bank.folder.name}/{CRITERIA_FILE}"
    return Diagnostic(file, 1, fails.rstrip("."), check_messages.PROOF_REMEDY, code=IN_PROOF)


def _in_file(hit: Diagnostic, file: str, lines: Lines) -> Diagnostic:
    line = lines.line(hit.place or CasePart(), hit.span[0] if hit.span else 0)
    return replace(hit, file=file, line=line, problem=_with_words(hit))


def _with_words(hit: Diagnostic) -> str:
    words = shortened(" ".join(hit.words.split()), LONGEST_WORDS)
    return check_messages.LINT_PROBLEM.format(problem=hit.problem, words=words)
