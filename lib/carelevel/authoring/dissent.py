"""An author's own answer, written into a case file that is otherwise left as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from carelevel.authoring.check.front_matter import writable
from carelevel.authoring.draft.draft import Draft, DraftError
from carelevel.authoring.draft.whitespace import several_lines
from carelevel.authoring.rewriting import rewrite, sound_case
from carelevel.bank import Bank
from carelevel.bank.front_matter import LONGEST_REASON
from carelevel.core.assess import decide
from carelevel.core.case import Case
from carelevel.core.counted import counted
from carelevel.core.criteria import Criteria
from carelevel.feedback.names import level_name
from carelevel.messages import authoring as authoring_messages


def record_dissent(bank: Bank, case_id: str, point: int, level: str, reason: str) -> Path:
    """Write the dissent of decision point *point* (from 0) into the case's file.

    BankError where the file is not there or has mistakes, DraftError where this can be no dissent or the file changed
    meanwhile, StoreError where the disk refuses.
    """
    bank.case(case_id)
    reason = several_lines(reason)
    _refuse(sound_case(bank, case_id), point, level, reason, bank.criteria)
    return rewrite(bank, case_id, lambda draft: _dissenting(draft, point, level, reason))


def _refuse(case: Case, point: int, level: str, reason: str, criteria: Criteria) -> None:
    if not 0 <= point < len(case.points):
        points = counted(len(case.points), authoring_messages.POINTS)
        raise DraftError(authoring_messages.NO_SUCH_POINT.format(title=case.title, points=points))
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
