"""What the criteria make of a draft's phrases: what is shown by each decision point, and the key that goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carelevel.authoring.draft.draft import Draft, DraftTwin, Phrase
from carelevel.bank.finding_names import known_findings
from carelevel.core.assess import Decision
from carelevel.core.criteria import Criteria, Findings


def changed_point(draft: Draft, twin: DraftTwin) -> int:
    """The number of the decision point in which the twin's phrase stands; 0 where it stands in none."""
    named = (
        number
        for number, point in enumerate(draft.points)
        if any(_is_swapped(phrase, twin) for phrase in point.phrases)
    )
    return next(named, 0)


def findings_by_point(draft: Draft, criteria: Criteria, twin: DraftTwin | None = None) -> list[Findings]:
    """What holds at each decision point, earlier ones included; findings that the criteria don't have are left out."""
    by_point: list[Findings] = []
    held: Findings = {}
    for point in draft.points:
        for phrase in point.phrases:
            findings = twin.findings if twin and _is_swapped(phrase, twin) else phrase.findings
            held = {**held, **known_findings(findings, criteria)}
        by_point.append(held)
    return by_point


def _is_swapped(phrase: Phrase, twin: DraftTwin) -> bool:
    return phrase.name != "" and phrase.name == twin.phrase


def key_of(decision: Decision) -> Mapping[str, Any]:
    """The answer as a case file states it."""
    also = [level for level in decision.accepted if level != decision.level]
    flags = {flag: value for flag, value in decision.flags.items() if value is not None}
    return {"level": decision.level, **({"also": also} if also else {}), **flags}


def is_key(stated: object, key: Mapping[str, Any], dissent: str = "") -> bool:
    """Whether a file's key says what *key* says, as far as it says anything, or the author's own *dissent*."""
    if not isinstance(stated, dict):
        return False
    if dissent and stated.get("level") == dissent:
        return True
    also = stated.get("also", [])
    also = set(map(str, also)) if isinstance(also, list) else {also}
    flags = {name: value for name, value in stated.items() if name not in ("level", "also")}
    return (
        stated.get("level") == key["level"]
        and also == set(key.get("also", ()))
        and all(isinstance(value, bool) and key.get(name) is value for name, value in flags.items())
    )
