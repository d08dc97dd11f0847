"""criteria.yaml as Criteria: read, held against itself, and proved fit for the engine."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from carelevel.bank.criteria_ids import id_mistakes, size_mistakes
from carelevel.bank.document import Document, Place, read, unknown_name
from carelevel.bank.text_file import read_text
from carelevel.core.criteria import Claim, Criteria, Exception_, Findings, Floor, Source
from carelevel.core.diagnostic import IN_CRITERIA, Diagnostic, coded, foremost
from carelevel.core.errors import BankError, CriteriaError, suggestion
from carelevel.core.implicants import implicants

CRITERIA_FILE = "criteria.yaml"
LARGEST = 512 * 1024
TEXTS = frozenset(
    {
        "ask",
        "cite",
        "heading",
        "name",
        "no",
        "notice",
        "red_flag_says",
        "says",
        "summary",
        "title",
        "topic",
        "unmet",
        "yes",
    }
)
"""Where sentences and names stand; everywhere else a word."""
OURS = ("digest",)
"""What criteria hold and their file may not state."""

Named = tuple[Place, str, str]  # place, noun, name


def read_criteria(folder: Path) -> Criteria:
    """The criteria of the bank in *folder*; BankError with every mistake in them."""
    place = f"{folder.name}/{CRITERIA_FILE}"
    content, mistakes = read_text(folder / CRITERIA_FILE, place, LARGEST)
    if content is None:
        raise _refused(mistakes)
    document, mistakes = read(content, place)
    if document is None:
        raise _refused(mistakes)
    mistakes += _ours(document)
    criteria = document.read_as(adapter(), mistakes)
    if criteria is not None:
        mistakes += _mistakes(criteria, document)
    if criteria is None or mistakes:
        raise _refused(mistakes)
    _compile(criteria, document)
    return dataclasses.replace(criteria, digest=hashlib.sha256(content.encode()).hexdigest())


def cut_criteria(folder: Path) -> Iterator[Diagnostic]:
    """Texts of sound criteria that end where a comment begins."""
    place = f"{folder.name}/{CRITERIA_FILE}"
    content, _ = read_text(folder / CRITERIA_FILE, place, LARGEST)
    document, _ = read(content or "", place)
    return document.cut_texts(TEXTS) if document else iter(())


def _refused(mistakes: Iterable[Diagnostic]) -> BankError:
    return BankError(coded(foremost(mistakes), IN_CRITERIA))


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[Criteria]:
    return TypeAdapter(Criteria)


def _ours(document: Document) -> Iterator[Diagnostic]:
    for name in OURS if isinstance(document.data, dict) else ():
        if name in document.data:
            yield document.mistake((name,), f"unknown key '{name}'", "take it away, or see the README beside it")


def _compile(criteria: Criteria, document: Document) -> None:
    try:
        implicants(criteria)
    except CriteriaError as error:
        raise _refused([document.mistake(("floors",), error.problem, error.remedy)]) from None


def _mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    if not criteria.levels or not criteria.findings:
        yield document.mistake((), "no levels, or no findings", "give at least one of each")
        return
    yield from size_mistakes(criteria, document)
    yield from id_mistakes(criteria, document)
    yield from _references(criteria, document)
    yield from _values(criteria, document)
    for place, claim in enumerate(criteria.claims):
        yield from _locator(claim, place, criteria.sources, document)
    for place, floor in enumerate(criteria.floors):
        yield from _exceptions(floor, place, criteria, document)
    for place, needed in enumerate(criteria.prerequisites):
        if not needed.needs:
            remedy = "name a finding and a value"
            yield document.mistake(("prerequisites", place, "needs"), f"'{needed.id}' needs nothing", remedy)
        if needed.level == criteria.levels[-1].id:
            yield document.mistake(
                ("prerequisites", place, "level"),
                f"'{needed.level}' is the most intensive level and must be open to everybody",
                "take this prerequisite away",
            )


def _references(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    known = {
        "claim": [claim.id for claim in criteria.claims],
        "level": list(criteria.ladder),
        "reference": [reference.id for reference in criteria.references],
    }
    for place, noun, name in _named(criteria):
        if name not in known[noun]:
            yield unknown_name(document, place, noun, name, known[noun])


def _named(criteria: Criteria) -> Iterator[Named]:
    """Every claim, level and reference that the criteria name, with its place."""
    for section in (
        "levels",
        "floors",
        "prerequisites",
        "contributory",
        "preferences",
        "neutral",
        "flags",
        "standing",
    ):
        for place, entry in enumerate(getattr(criteria, section)):
            yield from _claims((section, place, "because"), entry.because)
    for place, level in enumerate(criteria.levels):
        for at, feature in enumerate(level.features):
            yield from _claims(("levels", place, "features", at, "because"), feature.because)
    for section, key in (
        ("floors", "floor"),
        ("prerequisites", "level"),
        ("contributory", "supports"),
        ("preferences", "accepts"),
        ("neutral", "favours"),
    ):
        for place, entry in enumerate(getattr(criteria, section)):
            yield (section, place, key), "level", getattr(entry, key)
    for place, floor in enumerate(criteria.floors):
        for at, eased in enumerate(floor.exceptions):
            where = ("floors", place, "exceptions", at)
            yield from _claims((*where, "because"), eased.because)
            yield from (((*where, "also"), "level", level) for level in eased.also)
            if eased.floor is not None:
                yield (*where, "floor"), "level", eased.floor
    for place, named in enumerate(criteria.lists):
        for at, item in enumerate(named.items):
            where = ("lists", place, "items", at)
            yield from _claims((*where, "because"), item.because)
            yield from (((*where, "levels"), "level", level) for level in item.levels)
    for place, tension in enumerate(criteria.tensions):
        yield from _claims(("tensions", place, "claims"), tension.claims)
    for place, silence in enumerate(criteria.silences):
        yield from (((("silences", place, "references"), "reference", name)) for name in silence.references)
    for place, flag in enumerate(criteria.flags):
        if flag.warning:
            yield from ((("flags", place, "warning"), "reference", name) for name in flag.warning.references)


def _claims(place: Place, claims: Iterable[str]) -> Iterator[Named]:
    return ((place, "claim", claim) for claim in claims)


def _values(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """Every finding and value that a rule tests is there, and no rule tests nothing."""
    findings = {finding.id: [value.id for value in finding.values] for finding in criteria.findings}
    for place, when in _tests(criteria):
        if not when:
            yield document.mistake(place, "an empty test", "name a finding and a value")
        for name, value in when.items():
            if name not in findings:
                yield unknown_name(document, (*place, name), "finding", name, list(findings))
            elif value not in findings[name]:
                problem = f"unknown value '{value}' of '{name}'"
                yield document.mistake((*place, name), problem, suggestion(value, findings[name]))


def _tests(criteria: Criteria) -> Iterator[tuple[Place, Findings]]:
    for section in ("floors", "contributory", "preferences", "neutral"):
        for place, entry in enumerate(getattr(criteria, section)):
            yield (section, place, "when"), entry.when
    for place, floor in enumerate(criteria.floors):
        for at, eased in enumerate(floor.exceptions):
            yield ("floors", place, "exceptions", at, "when"), eased.when
    for place, needed in enumerate(criteria.prerequisites):
        for at, need in enumerate(needed.needs):
            yield ("prerequisites", place, "needs", at), need
    for place, flag in enumerate(criteria.flags):
        for at, when in enumerate(flag.when):
            yield ("flags", place, "when", at), when
    for place, named in enumerate(criteria.lists):
        for at, item in enumerate(named.items):
            for which, when in enumerate(item.when):
                yield ("lists", place, "items", at, "when", which), when


def _locator(claim: Claim, place: int, sources: tuple[Source, ...], document: Document) -> Iterator[Diagnostic]:
    where = ("claims", place, "at")
    source = next((known for known in sources if known.id == claim.at.source), None)
    if source is None:
        yield unknown_name(document, where, "source", claim.at.source, [known.id for known in sources])
        return
    section = next((known for known in source.sections if known.id == claim.at.section), None)
    if section is None:
        yield unknown_name(document, where, "section", claim.at.section, [known.id for known in source.sections])
        return
    if (claim.at.paragraph is None) == (claim.at.bullet is None):
        yield document.mistake(where, f"claim '{claim.id}' needs a paragraph or a bullet", "give one of the two")
        return
    number, most = (
        claim.at.paragraph or claim.at.bullet or 0,
        section.paragraphs if claim.at.paragraph else section.bullets,
    )
    if not 1 <= number <= most:
        yield document.mistake(where, f"section '{section.id}' has no number {number} of that kind", f"use 1 to {most}")


def _exceptions(floor: Floor, place: int, criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """What the range rests on: an exception only lowers, and only on least concern."""
    for at, eased in enumerate(floor.exceptions):
        where = ("floors", place, "exceptions", at)
        if eased.defeats == (eased.floor is not None):
            yield document.mistake(
                where, "an exception must either defeat its rule or give it a floor", "keep one of the two"
            )
        for name, value in eased.when.items():
            known = next((finding for finding in criteria.findings if finding.id == name), None)
            if known and value != known.values[0].id:
                yield document.mistake(
                    (*where, "when", name),
                    f"an exception on '{name}: {value}', which is not its least concern",
                    f"use '{known.values[0].id}'",
                )
        yield from _raising(floor, eased, where, criteria, document)


def _raising(
    floor: Floor, eased: Exception_, where: Place, criteria: Criteria, document: Document
) -> Iterator[Diagnostic]:
    ladder = criteria.ladder
    if floor.floor in ladder:
        for level in (*([eased.floor] if eased.floor else []), *eased.also):
            if level in ladder and ladder.index(level) > ladder.index(floor.floor):
                yield document.mistake(
                    where,
                    f"an exception raises '{floor.id}' to '{level}'",
                    f"exceptions only lower: '{floor.floor}' at most",
                )
