"""Two assessments side by side: what changed of the findings, and the rule through which it made the difference."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.assess import ASKING, DECIDING, Assessment, Effect, Reason, ReasonKind
from carelevel.core.criteria import Findings


@dataclass(frozen=True, slots=True)
class Parted:
    """A rule at work in only one of two assessments, or otherwise than in the other; None: it played no part."""

    rule: str
    before: Reason | None
    now: Reason | None

    @property
    def reasons(self) -> list[Reason]:
        """What it did, where it did something."""
        return [reason for reason in (self.before, self.now) if reason is not None]


@dataclass(frozen=True, slots=True)
class Difference:
    """*changed* is stated now and was not, or otherwise; *unsaid* was stated, and is not now.

    *through*: the rule by which that works, None where every rule did the same.
    """

    changed: Findings
    unsaid: tuple[str, ...]
    through: Parted | None


def difference(before: Assessment, now: Assessment) -> Difference:
    """What parts two tellings of one story.

    Of the rules that read what changed, one that asks for a level is named rather than one that a level requires.
    """
    changed = {name: value for name, value in now.findings.items() if before.findings.get(name) != value}
    unsaid = tuple(name for name in before.findings if name not in now.findings)
    then, here = ({reason.rule: reason for reason in said.reasons} for said in (before, now))
    parted = [
        Parted(rule, then.get(rule), here.get(rule))
        for rule in dict.fromkeys((*then, *here))
        if _part(then.get(rule)) != _part(here.get(rule))
    ]
    return Difference(changed, unsaid, min(parted, key=lambda one: _weight(one, {*changed, *unsaid}), default=None))


def _part(reason: Reason | None) -> tuple[Effect, str | None] | None:
    return None if reason is None else (reason.effect, reason.level)


def _weight(one: Parted, changed: set[str]) -> tuple[bool, int]:
    effects = {reason.effect for reason in one.reasons}
    reads = any(changed & reason.findings.keys() for reason in one.reasons)
    return not reads, _place(one.reasons[0].kind, effects)


def _place(kind: ReasonKind, effects: set[Effect]) -> int:
    if not effects & DECIDING:
        return 5
    if kind is ReasonKind.FLAG:
        return 4
    if kind is ReasonKind.REQUIREMENT:
        return 2 if Effect.UNMET in effects else 3
    return 0 if effects & (ASKING | {Effect.ESCALATES}) else 1
