"""The JSON Schema of what `carelevel assess --json` prints, for the programs that read it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from carelevel.core.assess import Basis, Effect, ReasonKind, WhyNot
from carelevel.core.criteria import Criteria
from carelevel.exports.json_text import JsonObject

DRAFT = "http://json-schema.org/draft-07/schema#"


def assessment_schema(criteria: Criteria) -> str:
    """As JSON with a line end; the levels, findings, rules, flags and lists are those of *criteria*."""
    level, choice = _one_of(criteria.ladder), _one_of(criteria.choices)
    finding = _one_of(known.id for known in criteria.findings)
    claim, flag = _one_of(known.id for known in criteria.claims), _one_of(known.id for known in criteria.flags)
    works = _list(_one_of(work.id for work in criteria.references))
    findings: JsonObject = {"type": "object", "propertyNames": finding, "additionalProperties": {"type": "string"}}
    lists: JsonObject = {named.id: _list(_one_of(item.id for item in named.items)) for named in criteria.lists}
    changes = _or_null(_list(findings))
    by_level: JsonObject = {"type": "object", "propertyNames": level, "additionalProperties": _object(lists)}
    properties: JsonObject = {
        "level": {**choice, "description": "'escalate': no level answers this."},
        "accepted": {**_list(level), "description": "In the ladder's order; empty beside 'escalate'."},
        "refer_accepted": {"type": ["boolean", "null"], "description": "Null beside 'escalate'."},
        "basis": _one_of(basis.value for basis in Basis),
        "settled": {
            "type": ["boolean", "null"],
            "description": "Whether the range is one level; null beside 'escalate'.",
        },
        **{flag.id: {"type": ["boolean", "null"]} for flag in criteria.flags},
        **lists,
        "range": _or_null({**_list(choice), "minItems": 2, "maxItems": 2}),
        "red_flags": _list(
            _object(
                {
                    "flag": _one_of(criteria.red_flags),
                    "soon": _one_of(criteria.urgencies),
                    "says": {"type": "string"},
                    "references": works,
                    "against": {
                        **_list(_object({"flag": flag, "says": {"type": "string"}, "references": works})),
                        "description": "Why a yes to a flag does harm where this is present.",
                    },
                }
            )
        ),
        "safety_questions": {**_list(_one_of(criteria.red_flags)), "description": "Red flags that are not stated."},
        "flag_questions": {**_list(finding), "description": "Findings of flags that are not stated."},
        "open_questions": {**_list(finding), "description": "The most decisive first."},
        "reasons": _list(
            _object(
                {
                    "rule": {"type": "string"},
                    "kind": _one_of(kind.value for kind in ReasonKind),
                    "level": _or_null(level),
                    "effect": _one_of(effect.value for effect in Effect),
                    "claims": _list(claim),
                    "findings": findings,
                }
            )
        ),
        "nearest": _object({"up": changes, "down": changes}),
        "why_not": _list(
            _object({"level": level, "why": _one_of(why.value for why in WhyNot), "rules": _list({"type": "string"})})
        ),
        "by_level": by_level,
        "notice": {"type": "string"},
    }
    schema = {"$schema": DRAFT, "title": criteria.title, **_object(properties)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _object(properties: JsonObject) -> JsonObject:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: JsonObject) -> JsonObject:
    return {"type": "array", "items": items}


def _or_null(schema: JsonObject) -> JsonObject:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(names: Iterable[str]) -> JsonObject:
    """One of *names*; where there are none, nothing at all."""
    return {"enum": list(names)}
