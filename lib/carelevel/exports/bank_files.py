"""A bank's cases as a file to take along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carelevel.bank import Bank
from carelevel.core.case import Case, by_title
from carelevel.core.errors import BankError
from carelevel.exports.download import Download, FileFormat
from carelevel.exports.handout import handout
from carelevel.exports.moodle import moodle
from carelevel.messages import export as export_messages


class BankFormat(FileFormat):
    """A form that a bank's cases are written in."""

    MOODLE = "moodle", ".xml", "application/xml"
    HANDOUT = "handout", ".html", "text/html"


MOST_OFFERED = 200
"""A larger bank is taken as a whole: its titles would be a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cases to take, and the ids of those that cannot be taken, since they have mistakes."""

    cases: tuple[Case, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BankFiles:
    """What of a bank can be taken along."""

    bank: Bank

    def offered(self) -> dict[str, str]:
        """The cases in use to choose from, by title, titles by id; none where there are too many."""
        if len(self.bank.case_ids()) > MOST_OFFERED:
            return {}
        return {case.id: case.title for case in sorted(self.bank.cases(), key=lambda case: by_title(case.title))}

    def chosen(self, ids: Sequence[str] = ()) -> Chosen:
        """The cases with these ids, in this order, or every one in use; BankError where there is none."""
        if ids:
            return Chosen(tuple(self.bank.case_in_use(case_id) for case_id in dict.fromkeys(ids)))
        checked = list(self.bank.check())
        cases = tuple(found.in_use for found in checked if found.in_use is not None)
        if not cases:
            raise BankError([export_messages.NO_CASES.format(folder=self.bank.folder.name)])
        return Chosen(cases, tuple(found.id for found in checked if found.case is None))

    def pieces(self, kind: BankFormat, cases: Sequence[Case], *, twins: bool) -> Iterator[str]:
        """The file's text, to be written as UTF-8."""
        write = moodle if kind is BankFormat.MOODLE else handout
        return write(cases, self.bank.criteria, twins=twins)

    def file(self, form: str, ids: Sequence[str], *, twins: bool) -> Download:
        """The whole file at once; AnswerError where *form* is no BankFormat, BankError where a case cannot be taken."""
        kind = BankFormat.chosen(form)
        pieces = self.pieces(kind, self.chosen(ids).cases, twins=twins)
        return kind.download(f"{self.bank.folder.name}-{kind}", pieces)
