"""What of a bank's criteria one decision point exercises; the map of coverage is made of this.

A part of the criteria is exercised where it had a say in the answer:

- an indication that fired, gave way, or that an exception eased or set aside, and the exception that did so;
- a requirement that was unmet, whatever the answer (one that was met asks nothing of who judges);
- a rule that never decides (weight, wish, neutral) that was at work; a red flag that was present; a flag whose answer
  is yes;
- an entry of a list that trainees are asked about, given with the recommended level;
- a tension, where two different claims of it stood behind two things at work: rules, exceptions, a flag, entries of
  any list given with an accepted level.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from carelevel.core.assess import Assessment, Effect
from carelevel.core.criteria import Criteria, Indication, Requirement


class PartKind(StrEnum):
    """What a part of the criteria is; a weight is any rule that never decides."""

    INDICATION = "indication"
    EXCEPTION = "exception"
    REQUIREMENT = "requirement"
    WEIGHT = "weight"
    RED_FLAG = "red_flag"
    FLAG = "flag"
    ITEM = "item"
    TENSION = "tension"


@dataclass(frozen=True, slots=True)
class CriteriaPart:
    """*within* is the indication of an exception, whose *id* is its place there from "0", or the list of an entry."""

    kind: PartKind
    id: str
    within: str = ""


def parts(criteria: Criteria) -> tuple[CriteriaPart, ...]:
    """Everything that a case can exercise, in the order of the file; a tension that nothing can show is left out."""
    return tuple(_parts(criteria))


def untestable(criteria: Criteria) -> tuple[str, ...]:
    """The tensions that no findings can show: no two parts rest on different claims of them."""
    voices = [because for part, because in _voices(criteria) if part.kind is not PartKind.TENSION]
    return tuple(tension.id for tension in criteria.tensions if not _pull(tension.claims, voices))


def exercised(assessment: Assessment, criteria: Criteria) -> frozenset[CriteriaPart]:
    """The parts that had a say in *assessment*."""
    at_work = frozenset(_at_work(assessment))
    asked = {named.id for named in criteria.lists if named.asked}
    recommended = {CriteriaPart(PartKind.ITEM, item, named) for named in asked for item in assessment.items(named)}
    voices = [because for part, because in _voices(criteria) if part in at_work]
    pulling = {
        CriteriaPart(PartKind.TENSION, tension.id) for tension in criteria.tensions if _pull(tension.claims, voices)
    }
    return frozenset(part for part in at_work if part.kind is not PartKind.ITEM) | recommended | pulling


def _parts(criteria: Criteria) -> Iterator[CriteriaPart]:
    asked = {named.id for named in criteria.lists if named.asked}
    yield from (part for part, _ in _voices(criteria) if part.kind is not PartKind.ITEM or part.within in asked)
    silent = untestable(criteria)
    yield from (CriteriaPart(PartKind.TENSION, tension.id) for tension in criteria.tensions if tension.id not in silent)


def _voices(criteria: Criteria) -> Iterator[tuple[CriteriaPart, tuple[str, ...]]]:
    """Every part but the tensions, with the claims that it rests on."""
    for indication in criteria.indications:
        yield CriteriaPart(PartKind.INDICATION, indication.id), indication.because
        for place, exception in enumerate(indication.exceptions):
            yield CriteriaPart(PartKind.EXCEPTION, str(place), indication.id), exception.because
    for needed in criteria.requirements:
        yield CriteriaPart(PartKind.REQUIREMENT, needed.id), needed.because
    for rule in criteria.rules():
        if not isinstance(rule, Indication | Requirement):
            yield CriteriaPart(PartKind.WEIGHT, rule.id), rule.because
    for finding in criteria.findings:
        if finding.red_flag:
            yield CriteriaPart(PartKind.RED_FLAG, finding.id), ()
    for flag in criteria.flags:
        yield CriteriaPart(PartKind.FLAG, flag.id), flag.because
    for named in criteria.lists:
        for item in named.items:
            yield CriteriaPart(PartKind.ITEM, item.id, named.id), item.because


def _pull(claims: Collection[str], voices: Collection[Collection[str]]) -> bool:
    """Whether two of *voices* rest on different ones of *claims*."""
    heard = {frozenset(claims).intersection(voice) for voice in voices} - {frozenset()}
    return any(first != second and len(first | second) > 1 for first, second in combinations(heard, 2))


_KIND = {
    Effect.ESCALATES: PartKind.RED_FLAG,
    **dict.fromkeys((Effect.FIRED, Effect.EASED, Effect.DEFEATED, Effect.GAVE_WAY), PartKind.INDICATION),
    Effect.UNMET: PartKind.REQUIREMENT,
    **dict.fromkeys((Effect.SUPPORTS, Effect.ACCEPTS, Effect.FAVOURS), PartKind.WEIGHT),
}


def _at_work(assessment: Assessment) -> Iterator[CriteriaPart]:
    for reason in assessment.reasons:
        if reason.effect in _KIND:
            yield CriteriaPart(_KIND[reason.effect], reason.rule)
        if reason.exception is not None:
            yield CriteriaPart(PartKind.EXCEPTION, str(reason.exception), reason.rule)
    yield from (CriteriaPart(PartKind.FLAG, flag) for flag, value in assessment.flags.items() if value)
    for lists in assessment.lists.values():
        yield from (CriteriaPart(PartKind.ITEM, item, named) for named, items in lists.items() for item in items)
