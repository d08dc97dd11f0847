"""A bank: the criteria of a folder and its cases, each read when it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from carelevel.bank.case_file import CASE_ID, LARGEST, RESERVED, TEMPLATE, read_case
from carelevel.bank.criteria_file import CRITERIA_FILE, cut_criteria, read_criteria, unused_findings
from carelevel.bank.front_matter import LONGEST_ID, cut_texts
from carelevel.bank.text_file import Stamp, read_text, stamp
from carelevel.core.case import HELD, RETIRED, Case
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import IN_CASE, Diagnostic, coded
from carelevel.core.errors import BankError, suggestion
from carelevel.files.home import expanded

if TYPE_CHECKING:
    from carelevel.bank.lines import Lines
    from carelevel.bank.lint_folder import CheckedWords, ListStamps

NOT_CASES = frozenset({"README.md"})
"""Markdown files of a bank that are no cases; those that begin with an underscore are none either."""

SETTING = "CARELEVEL_BANK"
MOST_CASES = 50_000
NOT_IN_USE = {
    HELD: "the case is held back from trainees; mend what lint calls an error, and save it in the editor",
    RETIRED: "the case is retired; take 'status: retired' out of its head to have it back",
}
KEPT = 200
"""So many cases stay in memory once read, 30 KiB each: those of most banks, for whoever looks at all of them."""


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """One case file: the case, or the mistakes that keep it from being one."""

    id: str
    case: Case | None
    mistakes: tuple[Diagnostic, ...]
    cut: tuple[Diagnostic, ...] = ()  # texts that end where a comment begins: to be told, and no obstacle

    @property
    def in_use(self) -> Case | None:
        """The case, where trainees and rooms meet it."""
        return self.case if self.case and self.case.is_in_use else None


@dataclass(frozen=True, eq=False)
class Bank:
    """A folder's criteria, and its case files, of which the last ones that were read stay in memory."""

    folder: Path
    criteria: Criteria

    def case_ids(self) -> tuple[str, ...]:
        """The ids of all case files, sorted, sound or not; BankError where they are more than MOST_CASES."""
        return case_ids(self.folder)

    def case(self, case_id: str) -> Case:
        """Open one case without reading the others; BankError where it is not there or has mistakes."""
        if not is_case_id(case_id) or not (self.folder / f"{case_id}.md").is_file():
            raise self._no_case(case_id)
        checked = self.checked(case_id)
        if checked.case is None:
            raise BankError(checked.mistakes)
        return checked.case

    def case_in_use(self, case_id: str) -> Case:
        """The same for who shows it to trainees; BankError too where it is held back from them, or retired."""
        case = self.case(case_id)
        if not case.is_in_use:
            raise BankError([f"{self.folder.name}/{case_id}.md: {NOT_IN_USE[case.status]}"])
        return case

    def checked(self, case_id: str) -> CheckedCase:
        """One case file with its mistakes, read again only when the file has changed."""
        if os.path.basename(case_id) != case_id or "\0" in case_id:
            raise self._no_case(case_id)
        return self._checked(case_id, self.stamp(case_id))

    def stamp(self, case_id: str) -> Stamp:
        """What changes when the case's file does; GONE where there is none."""
        return stamp(self.folder / f"{case_id}.md")

    def check(self) -> Iterator[CheckedCase]:
        """Every case file in the order of ids; one bad file never hides the others."""
        return (self.checked(case_id) for case_id in self.case_ids())

    def cases(self) -> tuple[Case, ...]:
        """The sound cases in use, in the order of ids; reads them all."""
        return tuple(checked.in_use for checked in self.check() if checked.in_use is not None)

    def cut(self) -> tuple[Diagnostic, ...]:
        """The texts of the criteria and of the groups to look for that end where a comment begins."""
        from carelevel.bank.portrayal_file import cut_portrayal

        return (*cut_criteria(self.folder), *cut_portrayal(self.folder))

    def unread(self) -> tuple[Diagnostic, ...]:
        """What somebody has written that nothing reads: files that are no cases, findings without a rule."""
        from carelevel.bank.strangers import strangers

        return (*strangers(self.folder), *unused_findings(self.folder, self.criteria))

    def template(self) -> Case | None:
        """The case that new ones begin with, where there is a sound one."""
        text, _ = read_text(self.folder / f"{TEMPLATE}.md", TEMPLATE, LARGEST)
        named = re.search(r"(?m)^id:\s*(\S+)", text or "")
        return read_case(text, TEMPLATE, named[1], self.criteria)[0] if text and named else None

    def lines(self, case_id: str) -> Lines:
        """Where the parts of a case stand in its file, which is read once more for it."""
        from carelevel.bank.lines import Lines

        text, _ = read_text(self.folder / f"{case_id}.md", "", LARGEST)
        return Lines(text or "")

    def lint_words(self) -> CheckedWords:
        """What the bank adds to the words of lint, read again only when its folder lint/ has changed."""
        from carelevel.bank.lint_folder import lint_stamp

        return self._lint_words(lint_stamp(self.folder))

    @cached_property
    def _checked(self) -> Callable[[str, Stamp], CheckedCase]:
        return lru_cache(maxsize=KEPT)(lambda case_id, _stamp: self._check(case_id))

    @cached_property
    def _lint_words(self) -> Callable[[ListStamps], CheckedWords]:
        from carelevel.bank.lint_folder import read_lint_words

        return lru_cache(maxsize=1)(lambda _stamps: read_lint_words(self.folder))

    def _no_case(self, case_id: str) -> BankError:
        name = case_id[:LONGEST_ID]
        remedy = suggestion(name, self.case_ids(), "each file in that folder is named after its case")
        return BankError([f"{self.folder.name}: no case {name!r}; {remedy}"])

    def _check(self, case_id: str) -> CheckedCase:
        place = f"{self.folder.name}/{case_id}.md"
        text, mistakes = read_text(self.folder / f"{case_id}.md", place, LARGEST)
        if text is None:
            return CheckedCase(case_id, None, coded(mistakes, IN_CASE))
        case, mistakes = read_case(text, place, case_id, self.criteria)
        return CheckedCase(case_id, case, coded(mistakes, IN_CASE), tuple(cut_texts(text, place)))


def case_ids(folder: Path) -> tuple[str, ...]:
    """The ids of all case files in a folder, sorted; BankError where they are more than MOST_CASES."""
    with os.scandir(folder) as entries:
        names = (entry.name for entry in entries)
        found = list(islice((name[:-3] for name in names if _is_case(name)), MOST_CASES + 1))
    if len(found) > MOST_CASES:
        raise BankError([f"{folder.name}: more than {MOST_CASES:,} cases; divide them among several folders"])
    return tuple(sorted(found))


def is_case_id(name: str) -> bool:
    """Whether a case can be called so."""
    return bool(CASE_ID.fullmatch(name)) and len(name) <= LONGEST_ID and name not in RESERVED


def bank_folder() -> Path:
    """The bank in use: CARELEVEL_BANK, else the one that the working folder lies in, else this checkout's."""
    named = os.environ.get(SETTING)
    if named:
        return _at_home(Path(named))
    checkout = Path(__file__).resolve().parents[3] / "cases"
    for folder in (Path.cwd(), *Path.cwd().parents):
        for bank in (folder, folder / "cases"):
            if (bank / CRITERIA_FILE).is_file():
                return bank
    return checkout


def open_bank(folder: Path | None = None) -> Bank:
    """The bank in *folder* (the one in use, where none is given); BankError with every mistake of its criteria."""
    folder = _at_home(folder or bank_folder()).resolve()
    if not folder.is_dir():
        remedy = f"give a folder with a criteria.yaml, or set {SETTING}"
        raise BankError([f"{folder}: there is no such folder; {remedy}"])
    return _bank(folder, read_criteria(folder))


@lru_cache(maxsize=1)  # each cell of a notebook opens it, and finds the cases that were read
def _bank(folder: Path, criteria: Criteria) -> Bank:
    return Bank(folder, criteria)


def _at_home(folder: Path) -> Path:
    """*folder* with the home folder in the place of `~`."""
    try:
        return expanded(str(folder))
    except RuntimeError:
        raise BankError([f"{SETTING}: there is no home folder for '{folder}'; write the whole path"]) from None


def _is_case(name: str) -> bool:
    return name.endswith(".md") and not name.startswith(("_", ".")) and name not in NOT_CASES
