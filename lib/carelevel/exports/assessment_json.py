"""An assessment as the JSON object that `carelevel assess` prints."""

from __future__ import annotations

from carelevel.core.assess import Assessment, Reason
from carelevel.core.criteria import Criteria, Findings
from carelevel.exports.json_text import JsonObject


def assessment_json(assessment: Assessment, criteria: Criteria) -> JsonObject:
    """The whole explanation by ids; a bank's flags and lists stand beside the fixed keys and never replace them."""
    head: JsonObject = {
        "level": assessment.level,
        "accepted": list(assessment.accepted),
        "basis": assessment.basis.value,
        "settled": assessment.settled,
    }
    flags: JsonObject = dict(assessment.flags)
    lists: JsonObject = {named.id: list(assessment.items(named.id)) for named in criteria.lists}
    tail: JsonObject = {
        "range": None if assessment.range is None else [assessment.range.lowest, assessment.range.highest],
        "open_questions": list(assessment.open_questions),
        "reasons": [_reason(reason) for reason in assessment.reasons],
        "nearest": {"up": _changes(assessment.nearest.up), "down": _changes(assessment.nearest.down)},
        "why_not": [
            {"level": objection.level, "why": objection.why.value, "rules": list(objection.rules)}
            for objection in assessment.why_not
        ],
        "by_level": {
            level: {named_list: list(items) for named_list, items in lists.items()}
            for level, lists in assessment.lists.items()
        },
        "notice": criteria.notice,
    }
    return {**head, **flags, **lists, **head, **tail}


def _reason(reason: Reason) -> JsonObject:
    return {
        "rule": reason.rule,
        "effect": reason.effect.value,
        "claims": list(reason.claims),
        "findings": dict(reason.findings),
    }


def _changes(changes: tuple[Findings, ...] | None) -> list[Findings] | None:
    return None if changes is None else [dict(change) for change in changes]
