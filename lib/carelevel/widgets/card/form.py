"""The question that a card puts beside a story: fieldsets built from a bank's criteria."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel import messages
from carelevel.core.answer import LONGEST_REASONS, Confidence
from carelevel.core.attempt import LONGEST_REPORT
from carelevel.core.criteria import ESCALATE, Criteria, Flag, NamedList
from carelevel.feedback.view import View


def bank_view(criteria: Criteria) -> View:
    """What a page needs to know of a bank once, whatever case it shows."""
    cited = {reference.id: reference.cite for reference in criteria.references}
    return {
        "notice": criteria.notice,
        "longest_reasons": LONGEST_REASONS,
        "longest_note": LONGEST_REPORT,
        "form": list(_fieldsets(criteria)),
        "silences": [
            {"says": silence.says, "references": [cited[name] for name in silence.references]}
            for silence in criteria.silences
        ],
    }


def _fieldsets(criteria: Criteria) -> Iterator[View]:
    yield _levels(criteria)
    yield from (_flag(flag) for flag in criteria.flags)
    yield from (_list(named) for named in criteria.lists if named.asked)
    yield {
        "kind": "confidence",
        "id": "confidence",
        "legend": messages.CONFIDENCE_LEGEND,
        "missing": messages.MISSING_CONFIDENCE,
        "options": [{"value": known.value, "name": messages.CONFIDENCE[known]} for known in Confidence],
    }


def _levels(criteria: Criteria) -> View:
    options = [{"value": level.id, "name": level.name, "about": level.summary} for level in criteria.levels]
    return {
        "kind": "level",
        "id": "level",
        "legend": messages.LEVEL_LEGEND,
        "missing": messages.MISSING_LEVEL,
        "options": [*options, {"value": ESCALATE, "name": messages.ESCALATE}],
    }


def _flag(flag: Flag) -> View:
    return {
        "kind": "flag",
        "id": flag.id,
        "legend": flag.ask,
        "missing": messages.MISSING_FLAG,
        "unless_level": ESCALATE,  # a case that is referred is not asked for more
        "options": [{"value": True, "name": flag.yes}, {"value": False, "name": flag.no}],
    }


def _list(named: NamedList) -> View:
    return {
        "kind": "list",
        "id": named.id,
        "name": named.name,
        "legend": named.ask or named.name,
        "unless_level": ESCALATE,
        "options": [{"value": item.id, "name": item.name} for item in named.items],
    }
