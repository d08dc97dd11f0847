"""A bank as `carelevel check` goes through it: mistakes and hits of lint, a line each, how many, the cases' marks."""

from __future__ import annotations

import os
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from carelevel.analytics.assessed_points import assessed
from carelevel.bank import Bank, open_bank
from carelevel.bank.case_file import TEMPLATE
from carelevel.bank.criteria_file import CRITERIA_FILE
from carelevel.bank.likeness import Outline, alike, outline
from carelevel.bank.lint_folder import LINT_FOLDER
from carelevel.bank.notes_file import NOTES_FILE, has_notes
from carelevel.bank.proofs import Proofs, prove
from carelevel.cli.diagnostics import (
    CaseMarks,
    ReadFile,
    alike_diagnostic,
    notes_diagnostics,
    proof_diagnostic,
    read_case_file,
)
from carelevel.cli.progress import Progress
from carelevel.cli.workers import read_case_files
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import IN_CASE, Diagnostic, Severity
from carelevel.core.errors import BankError
from carelevel.feedback.giveaways import giveaways
from carelevel.lint import lint_scope
from carelevel.lint.unmarked import MOST_COMPARED
from carelevel.messages import check as check_messages
from carelevel.messages import counted

SOUND, ERRORS = 0, 1
WIDTH = 92


@dataclass
class BankCheck:
    """A bank's folder, what was found in it and how its cases are marked, by the file's name, and how that is written.

    *format*: "text" as compilers write and editors read, or "github" for GitHub Actions, where a file is named from
    the checkout's root.
    """

    folder: Path
    format: str = "text"
    processes: int | None = None
    found: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    marks: dict[str, CaseMarks | None] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    bank: Bank | None = None

    def all(self) -> None:
        """Read the whole bank and print what there is to say; BankError where it cannot be opened."""
        self.found, self.marks, self.outlines, self.bank = {}, {}, {}, None
        try:
            self.bank = bank = open_bank(self.folder)
        except BankError as error:
            if not (self.folder / CRITERIA_FILE).is_file():
                raise
            self.say(CRITERIA_FILE, error.diagnostics)
            errors = counted(len(error.diagnostics), check_messages.ERRORS)
            print(check_messages.CRITERIA_FIRST.format(folder=self.folder, errors=errors))
            return
        self.say(LINT_FOLDER, bank.lint_words().mistakes)
        if has_notes(bank.folder):
            self.say(NOTES_FILE, notes_diagnostics(bank))
        self._cases(bank)
        self._alike(bank)
        self._proofs(bank)
        self._giveaways(bank)
        self.sum_up()

    def again(self, case_ids: Iterable[str]) -> None:
        """Read some cases once more, or for the first time, and print what there is to say of them."""
        for case_id in case_ids if self.bank else ():
            assert self.bank
            self._case(case_id, read_case_file(self.bank, case_id))
        if self.bank:
            self._alike(self.bank)

    def say(self, file: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep what was found in a file of the folder, and print it, a line each."""
        self.found[file] = diagnostics
        for diagnostic in diagnostics:
            print(self.line(diagnostic))

    def line(self, diagnostic: Diagnostic) -> str:
        """A diagnostic of the bank as it is written."""
        if self.format == "text":
            return diagnostic.as_text()
        root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
        return diagnostic.as_github(Path(os.path.relpath(self.folder.parent / diagnostic.file, root)).as_posix())

    def sum_up(self) -> None:
        """Print what was looked for, since no lint can know that a text identifies nobody; and how much was found."""
        print(textwrap.fill(lint_scope(), WIDTH))
        if any(found.code == IN_CASE for diagnostics in self.found.values() for found in diagnostics):
            print(check_messages.UNREAD)
        self._sum_up_marks()
        cases = counted(sum(file.endswith(".md") for file in self.found), check_messages.CASES)
        errors, warnings = self._count(Severity.ERROR), self._count(Severity.WARNING)
        if errors or warnings:
            errs, warns = counted(errors, check_messages.ERRORS), counted(warnings, check_messages.WARNINGS)
            print(check_messages.FOUND.format(folder=self.folder, cases=cases, errors=errs, warnings=warns))
        else:
            print(check_messages.SOUND.format(folder=self.folder, cases=cases))

    def status(self, *, strict: bool) -> int:
        """The exit status for what was found; with *strict*, warnings count like errors."""
        return ERRORS if self._count(Severity.ERROR) or (strict and self._count(Severity.WARNING)) else SOUND

    def _sum_up_marks(self) -> None:
        """How hard the sound cases are to read, and how many tell a safety question as asked."""
        marks = [marks for file, marks in self.marks.items() if marks and file in self.found]
        if not marks or not self.bank:
            return
        counts = Counter(mark.reading for mark in marks)
        names, cases = check_messages.READING.items(), counted(len(marks), check_messages.CASES)
        readings = ", ".join(check_messages.READING_COUNT.format(name=name, n=counts[mark]) for mark, name in names)
        form = check_messages.MARKS_ASKED if self.bank.criteria.red_flags else check_messages.MARKS
        print(form.format(readings=readings, asked=sum(mark.asks for mark in marks), cases=cases))

    def _case(self, case_id: str, file: ReadFile) -> None:
        self.marks[f"{case_id}.md"] = file.marks
        self.outlines.pop(case_id, None)
        if file.outline:
            self.outlines[case_id] = file.outline
        self.say(f"{case_id}.md", file.found)

    def _cases(self, bank: Bank) -> None:
        case_ids = bank.case_ids()
        progress = Progress(len(case_ids))
        for case_id, file in zip(case_ids, read_case_files(bank, case_ids, self.processes), strict=True):
            progress.step()
            if file.found:
                progress.clear()
            self._case(case_id, file)
        progress.clear()

    def _alike(self, bank: Bank) -> None:
        """What cases have in common that they should not, each beside what else was found in its file."""
        template = bank.template()
        others = {TEMPLATE: outline(template, bank.criteria)} if template else {}
        sound = {case: own for case, own in sorted(self.outlines.items()) if f"{case}.md" in self.found}
        for found in alike(others | sound):
            diagnostic = alike_diagnostic(bank, found)
            if diagnostic not in self.found[f"{found.case}.md"]:
                self.found[f"{found.case}.md"] += (diagnostic,)
                print(self.line(diagnostic))

    def _proofs(self, bank: Bank) -> None:
        proofs = _proved(bank.criteria)
        found = [*bank.cut(), *bank.unread(), *(proof_diagnostic(bank, fails) for fails in proofs.fails)]
        for file in dict.fromkeys((CRITERIA_FILE, *(Path(diagnostic.file).name for diagnostic in found))):
            self.say(file, tuple(diagnostic for diagnostic in found if Path(diagnostic.file).name == file))
        for form, sentences in (
            (check_messages.NOTE, proofs.warnings),
            (check_messages.PROOF_HOLDS, proofs.holds),
        ):
            for sentence in sentences:
                print(form.format(says=sentence))

    def _giveaways(self, bank: Bank) -> None:
        """What makes the cases too easy to answer, as notes, which fail no check: a bank may be half written."""
        read = (bank.checked(case_id).in_use for case_id in bank.case_ids()[:MOST_COMPARED])
        points = [next(assessed(case, bank.criteria)) for case in read if case]
        for says in giveaways(points, bank.criteria):
            print(check_messages.NOTE.format(says=says))

    def _count(self, severity: Severity) -> int:
        return sum(found.severity is severity for diagnostics in self.found.values() for found in diagnostics)


@lru_cache(maxsize=1)  # a bank is checked at each change of a case, and its criteria seldom change meanwhile
def _proved(criteria: Criteria) -> Proofs:
    return prove(criteria)
