"""Marked sentences tied to claims: whether a claim's rules read what the sentence shows, and have a part here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from carelevel.core.assess import Assessment
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import Contributory, Criteria, Findings, Neutral, Preference

REFERS = "refers."


class Fit(StrEnum):
    """How a sentence fits the claim that it is tied to."""

    SUPPORTS = "supports"  # a rule that rests on the claim reads what the sentence shows, and has a part in the answer
    IDLE = "idle"  # it reads that, and has no part in the answer
    OTHER = "other"  # it reads something else
    NOTHING = "nothing"  # the sentence shows nothing


@dataclass(frozen=True, slots=True)
class Tie:
    """*shown* are the findings that the sentence shows, *read* those that the rules read which rest on the claim."""

    sentence: int
    claim: str
    fit: Fit
    shown: tuple[str, ...]
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """A rule, a flag or a level with a claim that it rests on, and the findings that it reads for it.

    A red flag rests on no claim: that it is a reason to refer stands in a claim's place, as `refers_for` writes it.
    """

    name: str
    claim: str
    reads: frozenset[str]


@lru_cache(maxsize=8)
def grounded(criteria: Criteria) -> tuple[Grounded, ...]:
    """Every claim under every rule that rests on it, in the order of the criteria; what reads nothing is left out."""
    resting = ((name, claim, frozenset(reads)) for name, claims, reads in _resting(criteria) for claim in claims)
    return tuple(Grounded(name, claim, reads) for name, claim, reads in resting if reads)


def refers_for(red_flag: str) -> str:
    """What stands in a claim's place: that a red flag is a reason to refer. No id of a claim has a dot."""
    return f"{REFERS}{red_flag}"


def red_flag_of(claim: str) -> str | None:
    """The red flag of a `refers_for`; None of any other claim."""
    return claim.removeprefix(REFERS) if claim.startswith(REFERS) else None


def tied_to(criteria: Criteria) -> frozenset[str]:
    """Whatever a sentence may be tied to."""
    return frozenset((*(claim.id for claim in criteria.claims), *map(refers_for, criteria.red_flags)))


def ties(tied: Mapping[int, str], point: DecisionPoint, assessment: Assessment, criteria: Criteria) -> tuple[Tie, ...]:
    """How each sentence fits its claim, in the order of the story."""
    return tuple(_tie(sentence, tied[sentence], point, assessment, criteria) for sentence in sorted(tied))


def ties_text(tied: Mapping[int, str]) -> str:
    """One word a sentence, as in "3:A12 5:B6"."""
    return " ".join(f"{sentence}:{tied[sentence]}" for sentence in sorted(tied))


def ties_of(text: str) -> Mapping[int, str]:
    """The claim that each sentence is tied to, by the sentence's number."""
    pairs = (word.partition(":") for word in text.split())
    return {int(sentence): claim for sentence, _, claim in pairs}


def _tie(sentence: int, claim: str, point: DecisionPoint, assessment: Assessment, criteria: Criteria) -> Tie:
    shown = {name: None for phrase in point.evidence if sentence in phrase.sentences for name in phrase.findings}
    read = {name: None for rule in grounded(criteria) if rule.claim == claim for name in sorted(rule.reads)}
    fit = Fit.NOTHING if not shown else Fit.OTHER if shown.keys().isdisjoint(read) else Fit.IDLE
    here = (reads for claims, reads in _here(assessment) if claim in claims)
    if any(not shown.keys().isdisjoint(reads) for reads in here):
        fit = Fit.SUPPORTS
    return Tie(sentence, claim, fit, tuple(shown), tuple(read))


def _here(assessment: Assessment) -> Iterator[tuple[tuple[str, ...], Findings]]:
    """The claims of each reason of the answer, and the findings that it read."""
    yield from ((reason.claims, reason.findings) for reason in assessment.reasons)
    yield from ((endorsed.because, endorsed.when) for endorsed in assessment.endorsed)
    yield from (((refers_for(name),), {name: assessment.findings[name]}) for name in assessment.red_flags)


def _resting(criteria: Criteria) -> Iterator[tuple[str, tuple[str, ...], set[str]]]:
    """What rests on claims: its name, the claims, the findings; an exception stands under its rule, and reads as it."""
    for name in criteria.red_flags:
        yield criteria.finding(name).name, (refers_for(name),), {name}
    for rule in criteria.indications:
        yield rule.name, rule.because, {*rule.when}
        for eased in rule.exceptions:
            yield rule.name, eased.because, {*rule.when, *eased.when}
    for needed in criteria.requirements:
        yield needed.name, needed.because, {name for when in needed.reads for name in when}
    others: list[Contributory | Preference | Neutral] = [*criteria.contributory]
    for other in (*others, *criteria.preferences, *criteria.neutral):
        yield other.name, other.because, {*other.when}
    for flag in criteria.flags:
        yield flag.name, flag.because, {name for when in flag.when for name in when}
    for level in criteria.levels:
        for endorsed in level.endorsed:
            yield level.name, endorsed.because, {*endorsed.when}
