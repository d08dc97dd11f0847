"""An author's own answer, written into a case file that is otherwise left as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from carelevel.authoring.check.front_matter import writable
from carelevel.authoring.draft.draft import Draft, DraftError
from carelevel.authoring.draft.whitespace import several_lines
from carelevel.authoring.file.content import content_of, decoded, encoded, put
from carelevel.authoring.file.opened import read_opened
from carelevel.authoring.file.text import write_case
from carelevel.bank import Bank
from carelevel.bank.case_file import read_case
from carelevel.bank.front_matter import LONGEST_REASON
from carelevel.core.assess import decide
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from carelevel.feedback.names import level_name
from carelevel.messages import authoring as authoring_messages


def record_dissent(bank: Bank, case_id: str, point: int, level: str, reason: str) -> Path:
    """Write the dissent of decision point *point* (from 0) into the case's file.

    BankError where the file is not there or has mistakes, DraftError where this can be no dissent or the file changed
    meanwhile, StoreError where the disk refuses.
    """
    place = f"{bank.folder.name}/{bank.case(case_id).id}.md"
    path = bank.folder / f"{case_id}.md"
    content = content_of(path)
    case = _sound(decoded(content), place, case_id, bank.criteria)
    reason = several_lines(reason)
    _refuse(case, point, level, reason, bank.criteria)
    opened = read_opened(decoded(content), place)
    text = write_case(_dissenting(opened.draft, point, level, reason), bank.criteria, opened)
    _sound(text, place, case_id, bank.criteria)
    if not put(path, encoded(text, content), content, overwrite=False):
        raise DraftError(authoring_messages.CHANGED_MEANWHILE.format(place=place))
    return path


def _sound(text: str, place: str, case_id: str, criteria: Criteria) -> Case:
    case, mistakes = read_case(text, place, case_id, criteria)
    if case is None:
        raise BankError(mistakes)
    return case


def _refuse(case: Case, point: int, level: str, reason: str, criteria: Criteria) -> None:
    if not 0 <= point < len(case.points):
        raise DraftError(authoring_messages.NO_SUCH_POINT.format(title=case.title, count=len(case.points)))
    if level not in criteria.choices:
        raise DraftError(authoring_messages.NO_SUCH_LEVEL)
    if level == decide(case.points[point].findings, criteria).level:
        raise DraftError(authoring_messages.NO_DISSENT.format(level=level_name(level, criteria)))
    if not reason or len(reason) > LONGEST_REASON or writable(reason) != reason:
        raise DraftError(authoring_messages.REASON_WRONG.format(most=LONGEST_REASON))


def _dissenting(draft: Draft, number: int, level: str, reason: str) -> Draft:
    points = list(draft.points)
    points[number] = replace(points[number], expected=level, dissent=reason)
    return replace(draft, points=tuple(points))
