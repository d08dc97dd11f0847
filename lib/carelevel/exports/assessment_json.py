"""An assessment as the JSON object that `carelevel assess` prints."""

from __future__ import annotations

from carelevel.core.assess import Assessment, Reason
from carelevel.core.criteria import Criteria, Finding, Findings
from carelevel.exports.json_text import JsonObject


def assessment_json(assessment: Assessment, criteria: Criteria) -> JsonObject:
    """The whole explanation by ids; a bank's flags and lists stand beside the fixed keys and never replace them.

    Its shape is what assessment_schema() says.
    """
    head: JsonObject = {
        "level": assessment.level,
        "accepted": list(assessment.accepted),
        "refer_accepted": assessment.refer_accepted,
        "basis": assessment.basis.value,
        "settled": assessment.settled,
    }
    flags: JsonObject = dict(assessment.flags)
    lists: JsonObject = {named.id: list(assessment.items(named.id)) for named in criteria.lists}
    tail: JsonObject = {
        "range": None if assessment.range is None else [assessment.range.lowest, assessment.range.highest],
        "red_flags": [_red_flag(criteria.finding(name)) for name in assessment.red_flags],
        "safety_questions": list(assessment.safety_questions),
        "flag_questions": list(assessment.flag_questions),
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


def _red_flag(finding: Finding) -> JsonObject:
    said = finding.red_flag
    assert said is not None  # of a finding that is none, no assessment says that it is present
    return {
        "flag": finding.id,
        "soon": said.soon,
        "says": said.says,
        "references": list(said.references),
        "against": [
            {"flag": harm.flag, "says": harm.says, "references": list(harm.references)} for harm in said.against
        ],
    }


def _reason(reason: Reason) -> JsonObject:
    return {
        "rule": reason.rule,
        "kind": reason.kind.value,
        "level": reason.level,
        "effect": reason.effect.value,
        "claims": list(reason.claims),
        "findings": dict(reason.findings),
    }


def _changes(changes: tuple[Findings, ...] | None) -> list[Findings] | None:
    return None if changes is None else [dict(change) for change in changes]
