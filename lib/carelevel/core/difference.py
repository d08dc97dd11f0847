"""Two assessments side by side: what changed of the findings, and the rule through which it made the difference."""

from __future__ import annotations

from collections.abc import Sequence
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


def difference(before: Assessment, now: Assessment, ladder: Sequence[str]) -> Difference:
    """What parts two tellings of one story.

    Of the rules that read what changed, a red flag is named first, then what asks for a level, the highest up the
    *ladder* before the others, then what one requires.
    """
    changed = {name: value for name, value in now.findings.items() if before.findings.get(name) != value}
    unsaid = tuple(name for name in before.findings if name not in now.findings)
    return Difference(changed, unsaid, next(iter(parted(before, now, ladder)), None))


def parted(before: Assessment, now: Assessment, ladder: Sequence[str]) -> list[Parted]:
    """The rules that do not do the same in both, the one that says most of what parts them first."""
    told = {*before.findings.items()} ^ {*now.findings.items()}
    changed = {name for name, _ in told}
    then, here = ({reason.rule: reason for reason in said.reasons} for said in (before, now))
    apart = [
        Parted(rule, then.get(rule), here.get(rule))
        for rule in dict.fromkeys((*then, *here))
        if _part(then.get(rule)) != _part(here.get(rule))
    ]
    return sorted(apart, key=lambda one: (*_weight(one, changed), -_highest(one, ladder)))


def _part(reason: Reason | None) -> tuple[Effect, str | None] | None:
    return None if reason is None else (reason.effect, reason.level)


def _weight(one: Parted, changed: set[str]) -> tuple[bool, int]:
    effects = {reason.effect for reason in one.reasons}
    reads = any(changed & reason.findings.keys() for reason in one.reasons)
    return not reads, _place(one.reasons[0].kind, effects)


def _highest(one: Parted, ladder: Sequence[str]) -> int:
    """How far up the *ladder* it asks; -1 where it asks for nothing there."""
    asked = {reason.level for reason in one.reasons if reason.effect in ASKING}
    return max((place for place, level in enumerate(ladder) if level in asked), default=-1)


def _place(kind: ReasonKind, effects: set[Effect]) -> int:
    if not effects & DECIDING:
        return 6
    if kind is ReasonKind.FLAG:
        return 5
    if kind is ReasonKind.REQUIREMENT:
        return 3 if Effect.UNMET in effects else 4
    if Effect.ESCALATES in effects:
        return 0
    return 1 if effects & ASKING else 2
