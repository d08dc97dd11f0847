"""Two assessments side by side: the one rule that made the difference."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.assess import DECIDING, Assessment, Effect

_PREREQUISITE = frozenset({Effect.MET, Effect.UNMET})


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule at work in only one of two assessments, or otherwise than in the other; None: it played no part."""

    rule: str
    before: Effect | None
    now: Effect | None


def difference(before: Assessment, now: Assessment) -> Difference | None:
    """The rule to name where one phrase is changed: one that asks for a level rather than one that a level needs.

    None where the same rules did the same.
    """
    effects = [{reason.rule: reason.effect for reason in said.reasons} for said in (before, now)]
    changed = [
        Difference(rule, effects[0].get(rule), effects[1].get(rule))
        for rule in dict.fromkeys((*effects[0], *effects[1]))
        if effects[0].get(rule) is not effects[1].get(rule)
    ]
    return min(changed, key=_weight, default=None)


def _weight(one: Difference) -> int:
    effects = {effect for effect in (one.before, one.now) if effect is not None}
    if not effects & DECIDING:
        return 3
    if not effects & _PREREQUISITE:
        return 0
    return 1 if Effect.UNMET in effects else 2
