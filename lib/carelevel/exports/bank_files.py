"""A bank's cases as a file to take along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.case import Case
from carelevel.core.errors import AnswerError, BankError
from carelevel.exports.download import Download
from carelevel.exports.handout import handout
from carelevel.exports.moodle import moodle
from carelevel.messages import export as export_messages


class Kind(StrEnum):
    """A form that a bank's cases are written in."""

    MOODLE = "moodle"
    HANDOUT = "handout"


SUFFIX = {Kind.MOODLE: ".xml", Kind.HANDOUT: ".html"}
MOST_OFFERED = 200
"""A larger bank is taken as a whole: its titles would be a list that nobody reads."""
MEDIA_TYPE = {Kind.MOODLE: "application/xml", Kind.HANDOUT: "text/html"}


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
        """The sound cases to choose from, titles by id; none where there are too many."""
        if len(self.bank.case_ids()) > MOST_OFFERED:
            return {}
        return {case.id: case.title for case in self.bank.cases()}

    def chosen(self, ids: Sequence[str] = ()) -> Chosen:
        """The cases with these ids, in this order, or every sound one; BankError where there is none."""
        if ids:
            return Chosen(tuple(self.bank.case(case_id) for case_id in dict.fromkeys(ids)))
        checked = list(self.bank.check())
        cases = tuple(one.case for one in checked if one.case is not None)
        if not cases:
            raise BankError([export_messages.NO_CASES.format(folder=self.bank.folder.name)])
        return Chosen(cases, tuple(one.id for one in checked if one.case is None))

    def pieces(self, kind: Kind, cases: Sequence[Case], *, twins: bool) -> Iterator[str]:
        """The file's text, to be written as UTF-8."""
        write = {Kind.MOODLE: moodle, Kind.HANDOUT: handout}[kind]
        return write(cases, self.bank.criteria, twins=twins)

    def file(self, form: str, ids: Sequence[str], *, twins: bool) -> Download:
        """The whole file at once; AnswerError where *form* is no Kind, BankError where a case cannot be taken."""
        if form not in tuple(Kind):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        kind = Kind(form)
        text = "".join(self.pieces(kind, self.chosen(ids).cases, twins=twins))
        return Download(f"{self.bank.folder.name}-{kind}{SUFFIX[kind]}", MEDIA_TYPE[kind], text.encode())
