"""Two assessments side by side: what changed of the findings, and the one rule through which it made the difference."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.assess import ASKING, DECIDING, Assessment, Effect, Reason, ReasonKind
from carelevel.core.criteria import Findings


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule at work in only one of two assessments, or otherwise than in the other; None: it played no part."""

    rule: str
    before: Reason | None
    now: Reason | None
    changed: Findings  # what is stated now and was not, or otherwise


def difference(before: Assessment, now: Assessment) -> Difference | None:
    """The rule to name where one phrase is changed: one that asks for a level rather than one that a level requires.

    None where the same rules did the same.
    """
    changed = {name: value for name, value in now.findings.items() if before.findings.get(name) != value}
    then, here = ({reason.rule: reason for reason in said.reasons} for said in (before, now))
    parted = [
        Difference(rule, then.get(rule), here.get(rule), changed)
        for rule in dict.fromkeys((*then, *here))
        if _part(then.get(rule)) != _part(here.get(rule))
    ]
    return min(parted, key=_weight, default=None)


def _part(reason: Reason | None) -> tuple[Effect, str | None] | None:
    return None if reason is None else (reason.effect, reason.level)


def _weight(one: Difference) -> int:
    reasons = [reason for reason in (one.before, one.now) if reason is not None]
    effects = {reason.effect for reason in reasons}
    if not effects & DECIDING:
        return 5
    if reasons[0].kind is ReasonKind.FLAG:
        return 4
    if reasons[0].kind is ReasonKind.REQUIREMENT:
        return 2 if Effect.UNMET in effects else 3
    return 0 if effects & (ASKING | {Effect.ESCALATES}) else 1
