"""One change of a draft, as a person makes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from carelevel.authoring import CheckedDraft, Draft, DraftPoint, Phrase
from carelevel.bank.case_file import read_case
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria


def with_point(draft: Draft, number: int = 0, **changes: Any) -> Draft:
    points = list(draft.points)
    points[number] = replace(points[number], **changes)
    return replace(draft, points=tuple(points))


def with_twin(draft: Draft, number: int = 0, **changes: Any) -> Draft:
    twins = list(draft.twins)
    twins[number] = replace(twins[number], **changes)
    return replace(draft, twins=tuple(twins))


def marked(text: str, **findings: str) -> DraftPoint:
    """A decision point in which what stands between bars shows these findings."""
    start = text.index("|")
    end = text.index("|", start + 1) - 1
    return DraftPoint("Intake", text.replace("|", ""), (Phrase(start, end, findings),), "outpatient")


def case_of(checked: CheckedDraft, draft: Draft, criteria: Criteria) -> Case:
    """The case that the bank reads from the file that the draft would be saved as; there must be one."""
    case, mistakes = read_case(checked.text, "late-bus.md", draft.id.strip(), criteria)
    assert case is not None, mistakes
    return case
