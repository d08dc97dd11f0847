"""`carelevel check`: every mistake of a bank and every hit of lint, a line each."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from carelevel.cli.path_argument import path
from carelevel.core.diagnostic import IN_CASE, Diagnostic, Severity
from carelevel.core.errors import AnswerError, BankError
from carelevel.messages import check as check_messages
from carelevel.messages import counted

if TYPE_CHECKING:  # a bank costs pydantic, which --help does without
    from carelevel.bank import Bank
    from carelevel.cli.diagnostic_line import Line

SOUND, ERRORS = 0, 1
WIDTH = 92


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], bank_help: str) -> None:
    """Add check to the commands."""
    says = check_messages.COMMAND
    check = commands.add_parser("check", help=says["check"], description=says["check_about"])
    check.add_argument("bank", type=path, nargs="?", metavar="BANK", help=bank_help)
    check.add_argument("--strict", action="store_true", help=says["strict"])
    check.add_argument("--format", choices=("text", "github"), default="text", help=says["format"])
    check.add_argument("--watch", action="store_true", help=says["watch"])
    check.add_argument("--processes", type=int, metavar="N", help=says["processes"])
    check.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    from carelevel.bank import bank_folder
    from carelevel.cli.diagnostic_line import LINES

    if chosen.processes is not None and chosen.processes < 1:
        raise AnswerError(check_messages.NO_PROCESSES.format(count=chosen.processes))
    check = Check((chosen.bank or bank_folder()).resolve(), LINES[chosen.format], chosen.processes)
    check.all()
    if chosen.watch:
        from carelevel.cli.watch import watch

        watch(check)
    return check.status(strict=chosen.strict)


@dataclass
class Check:
    """A bank's folder, what was found in it, and how that is written."""

    folder: Path
    line: Line
    processes: int | None = None
    found: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)  # by the file's name
    bank: Bank | None = None

    def all(self) -> None:
        """Read the whole bank and print what there is to say; BankError where it cannot be opened."""
        from carelevel.bank.criteria_file import CRITERIA_FILE

        self.found, self.bank = {}, None
        try:
            bank = self._opened()
        except BankError as error:
            if not (self.folder / CRITERIA_FILE).is_file():
                raise
            self.say(CRITERIA_FILE, error.diagnostics)
            errors = counted(len(error.diagnostics), check_messages.ERRORS)
            print(check_messages.CRITERIA_FIRST.format(folder=self.folder, errors=errors))
            return
        self.bank = bank
        self.lists()
        self._cases(bank)
        self._proofs(bank)
        self.sum_up()

    def again(self, case_ids: Iterable[str]) -> None:
        """Read some cases once more, or for the first time, and print what there is to say of them."""
        from carelevel.cli.diagnostics import case_diagnostics

        if self.bank is not None:
            for case_id in case_ids:
                self.say(f"{case_id}.md", case_diagnostics(self.bank, case_id))

    def lists(self) -> None:
        """Read the bank's own lists for lint and print what is wrong in them."""
        from carelevel.bank.lint_folder import LINT_FOLDER

        if self.bank is not None:
            self.say(LINT_FOLDER, self.bank.lint_words().mistakes)

    def say(self, file: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.found[file] = diagnostics
        for diagnostic in diagnostics:
            print(self.line(diagnostic, self.folder))

    def sum_up(self) -> None:
        """What was looked for, since no lint can know that a text identifies nobody; and how much was found."""
        from carelevel.lint import lint_scope

        print(textwrap.fill(lint_scope(), WIDTH))
        if any(found.code == IN_CASE for diagnostics in self.found.values() for found in diagnostics):
            print(check_messages.UNREAD)
        cases = counted(sum(file.endswith(".md") for file in self.found), check_messages.CASES)
        errors, warnings = self._count(Severity.ERROR), self._count(Severity.WARNING)
        says = check_messages.FOUND if errors or warnings else check_messages.SOUND
        print(
            says.format(
                folder=self.folder,
                cases=cases,
                errors=counted(errors, check_messages.ERRORS),
                warnings=counted(warnings, check_messages.WARNINGS),
            )
        )

    def status(self, *, strict: bool) -> int:
        return ERRORS if self._count(Severity.ERROR) or (strict and self._count(Severity.WARNING)) else SOUND

    def _opened(self) -> Bank:
        from carelevel.bank import open_bank

        return open_bank(self.folder)

    def _cases(self, bank: Bank) -> None:
        from carelevel.cli.progress import Progress
        from carelevel.cli.workers import diagnostics

        case_ids = bank.case_ids()
        progress = Progress(len(case_ids))
        for case_id, said in zip(case_ids, diagnostics(bank, case_ids, self.processes), strict=True):
            progress.step()
            if said:
                progress.clear()
            self.say(f"{case_id}.md", said)
        progress.clear()

    def _proofs(self, bank: Bank) -> None:
        from carelevel.bank.criteria_file import CRITERIA_FILE
        from carelevel.bank.proofs import prove
        from carelevel.cli.diagnostics import proof_diagnostic

        proofs = prove(bank.criteria)
        found = [*bank.cut(), *(proof_diagnostic(bank, fails) for fails in proofs.fails)]
        for file in dict.fromkeys((CRITERIA_FILE, *(Path(diagnostic.file).name for diagnostic in found))):
            self.say(file, tuple(diagnostic for diagnostic in found if Path(diagnostic.file).name == file))
        for says in proofs.warnings:
            print(check_messages.PROOF_WARNS.format(says=says))
        for says in proofs.holds:
            print(check_messages.PROOF_HOLDS.format(says=says))

    def _count(self, severity: Severity) -> int:
        return sum(found.severity is severity for diagnostics in self.found.values() for found in diagnostics)
