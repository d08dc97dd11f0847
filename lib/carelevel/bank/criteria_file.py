"""criteria.yaml as Criteria: read, held against itself, and proved fit for the engine."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from carelevel.bank.criteria_ids import id_mistakes, size_mistakes
from carelevel.bank.document import Document, Place, read, unknown_name
from carelevel.bank.text_file import read_text
from carelevel.core.counted import counted
from carelevel.core.criteria import (
    Claim,
    Criteria,
    Exception_,
    Findings,
    Indication,
    ItemNote,
    Requirement,
    Source,
    Words,
)
from carelevel.core.diagnostic import IN_CRITERIA, UNUSED, Diagnostic, Severity, coded, foremost
from carelevel.core.errors import BankError, CriteriaError, suggestion
from carelevel.core.implicants import implicants

CRITERIA_FILE = "criteria.yaml"
FINDINGS = ("1 finding", "{count} findings")
LARGEST = 512 * 1024
TEXTS = frozenset(
    {
        "a_person",
        "a_rung",
        "ask",
        "better",
        "called",
        "care",
        "cite",
        "clears",
        "do",
        "doing",
        "done",
        "first_meeting",
        "heading",
        "name",
        "no",
        "notice",
        "noun",
        "person",
        "refer_says",
        "rung",
        "rungs",
        "says",
        "search",
        "subject",
        "summary",
        "title",
        "topic",
        "unasked",
        "unmet",
        "urgencies",
        "worse",
        "yes",
    }
)
"""Where sentences and names stand; everywhere else a word."""
OURS = ("digest",)
"""What criteria hold and their file may not state."""

FIRST_EDITION = {
    "floors": "floors are indications now, each firm or yielding",
    "prerequisites": "what a level needs is a requirement now, or an indication that yields",
    "red_flag_says": "each red flag has its own words now, beside 'refer_says'",
    "mitigates": "whatever would ease an answer counts only when it is stated, so no finding is marked for it",
    "waivable": "an indication that yields, with 'also', says that a level stays accepted",
    "warning": "what is said for safety stands under 'safety', beside every answer",
}
"""Keys of the first edition's criteria, and what has become of them."""
NOUNS = {
    "because": "claim",
    "claims": "claim",
    "references": "reference",
    "asks": "level",
    "also": "level",
    "level": "level",
    "levels": "level",
    "supports": "level",
    "accepts": "level",
    "favours": "level",
    "soon": "urgency",
    "flag": "flag",
}
"""What the keys of an entry name."""
TESTS = frozenset({"when", "needs", "instead", "unless", "foremost"})
"""The keys whose values are findings, or lists of findings."""


def read_criteria(folder: Path) -> Criteria:
    """The criteria of the bank in *folder*; BankError with every mistake in them."""
    place = f"{folder.name}/{CRITERIA_FILE}"
    content, mistakes = read_text(folder / CRITERIA_FILE, place, LARGEST)
    if content is None:
        raise _refused(mistakes)
    return _criteria(content, place)


@lru_cache(maxsize=1)  # each cell of a notebook opens the bank, whose criteria seldom change meanwhile
def _criteria(content: str, place: str) -> Criteria:
    document, mistakes = read(content, place)
    if document is None:
        raise _refused(mistakes)
    mistakes += _ours(document)
    if outdated := list(_first_edition(document)):
        raise _refused(outdated)
    criteria = document.read_as(adapter(), mistakes)
    if criteria is not None:
        mistakes += _mistakes(criteria, document)
    if criteria is None or mistakes:
        raise _refused(mistakes)
    _compile(criteria, document)
    return dataclasses.replace(criteria, digest=_digest(content))


def are_on_disk(criteria: Criteria, folder: Path) -> bool:
    """Whether the file in *folder* is the one that they were read from, to the letter."""
    content, _ = read_text(folder / CRITERIA_FILE, "", LARGEST)
    return content is not None and _digest(content) == criteria.digest


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def cut_criteria(folder: Path) -> Iterator[Diagnostic]:
    """Texts of sound criteria that end where a comment begins."""
    place = f"{folder.name}/{CRITERIA_FILE}"
    content, _ = read_text(folder / CRITERIA_FILE, place, LARGEST)
    document, _ = read(content or "", place)
    return document.cut_texts(TEXTS) if document else iter(())


def unused_findings(folder: Path, criteria: Criteria) -> Iterator[Diagnostic]:
    """A warning for each finding of sound criteria that nothing in them reads."""
    unused = criteria.unused()
    if not unused:
        return
    place = f"{folder.name}/{CRITERIA_FILE}"
    content, _ = read_text(folder / CRITERIA_FILE, place, LARGEST)
    document, _ = read(content or "", place)
    for number, finding in enumerate(criteria.findings):
        if document and finding.id in unused:
            problem = f"no rule, flag or list reads the finding '{finding.id}'"
            line = document.line(("findings", number))
            yield Diagnostic(place, line, problem, "write a rule that does, or take it away", Severity.WARNING, UNUSED)


def _refused(mistakes: Iterable[Diagnostic]) -> BankError:
    return BankError(coded(foremost(mistakes), IN_CRITERIA))


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[Criteria]:
    """What validates the whole file, made once."""
    return TypeAdapter(Criteria)


def _ours(document: Document) -> Iterator[Diagnostic]:
    for name in OURS if isinstance(document.data, dict) else ():
        if name in document.data:
            yield document.mistake((name,), f"unknown key '{name}'", "take it away, or see the README beside it")


def _compile(criteria: Criteria, document: Document) -> None:
    try:
        implicants(criteria)
    except CriteriaError as error:
        raise _refused([document.mistake(("indications",), error.problem, error.remedy)]) from None


def _first_edition(document: Document) -> Iterator[Diagnostic]:
    """What stands in criteria of the first edition, which had other kinds of rules."""
    for place, key in _keys(document.data, ()):
        if key in FIRST_EDITION:
            remedy = "run 'carelevel migrate-criteria' on the file, or see the README beside it"
            yield document.mistake((*place, key), f"'{key}' is of the first edition: {FIRST_EDITION[key]}", remedy)


def _keys(data: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every key of the sections in which the first edition had its own, with its place."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        if isinstance(key, str) and (not place or place[0] in ("findings", "prerequisites", "flags")):
            yield place, key
        if len(place) < 2:
            yield from _keys(value, (*place, key))


def _mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    if not criteria.levels or not criteria.findings:
        yield document.mistake((), "no levels, or no findings", "give at least one of each")
        return
    yield from size_mistakes(criteria, document)
    yield from id_mistakes(criteria, document)
    yield from _names(criteria, document)
    yield from _blank_words(criteria.words, document)
    for place, claim in enumerate(criteria.claims):
        yield from _locator(claim, place, criteria.sources, document)
    for place, rule in enumerate(criteria.indications):
        yield from _exceptions(rule, place, criteria, document)


def _blank_words(words: Words, document: Document) -> Iterator[Diagnostic]:
    """A word that our sentences would have to do without."""
    for place, part in _parts(words, ("words",)):
        for field in dataclasses.fields(part):
            word = getattr(part, field.name)
            if isinstance(word, str) and not word.strip() and field.default != word:
                yield document.mistake((*place, field.name), f"'{field.name}' is empty", "write it after the colon")


def _parts(part: object, place: Place) -> Iterator[tuple[Place, Any]]:
    """Every entry of the criteria, whole, with its place."""
    if dataclasses.is_dataclass(part):
        yield place, part
        for field in dataclasses.fields(part):
            yield from _parts(getattr(part, field.name), (*place, field.name))
    elif isinstance(part, tuple):
        for number, inner in enumerate(part):
            yield from _parts(inner, (*place, number))


def _names(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """Whatever an entry names is there, and no rule tests nothing."""
    known = {
        "claim": [claim.id for claim in criteria.claims],
        "level": list(criteria.ladder),
        "reference": [reference.id for reference in criteria.references],
        "urgency": list(criteria.urgencies),
        "flag": [flag.id for flag in criteria.flags],
    }
    for place, part in _parts(criteria, ()):
        for field in dataclasses.fields(part) if place else ():
            value = getattr(part, field.name)
            if field.name in TESTS:
                tests = [((), value)] if isinstance(value, dict) else [((at,), when) for at, when in enumerate(value)]
                for at, when in tests:
                    empty_is_fine = isinstance(part, ItemNote)
                    yield from _values(when, (*place, field.name, *at), empty_is_fine, criteria, document)
            elif field.name in NOUNS and value is not None:
                noun = NOUNS[field.name]
                for name in [value] if isinstance(value, str) else value:
                    if name not in known[noun]:
                        yield unknown_name(document, (*place, field.name), noun, name, known[noun])
        if getattr(part, "at_least", None) is not None:
            yield from _at_least(part, place, document)


def _at_least(part: Indication | Exception_ | Requirement, place: Place, document: Document) -> Iterator[Diagnostic]:
    among = part.needs if isinstance(part, Requirement) else part.when
    if not 1 <= (part.at_least or 0) <= len(among):
        problem = f"'at_least: {part.at_least}' of {counted(len(among), FINDINGS)}"
        yield document.mistake((*place, "at_least"), problem, f"use 1 to {len(among)}, or leave it away for all")


def _values(
    when: Findings, place: Place, empty_is_fine: bool, criteria: Criteria, document: Document
) -> Iterator[Diagnostic]:
    findings = {finding.id: [value.id for value in finding.values] for finding in criteria.findings}
    if not when and not empty_is_fine:
        yield document.mistake(place, "an empty test", "name a finding and a value")
    for name, value in when.items():
        if name not in findings:
            yield unknown_name(document, (*place, name), "finding", name, list(findings))
        elif value not in findings[name]:
            problem = f"unknown value '{value}' of '{name}'"
            yield document.mistake((*place, name), problem, suggestion(value, findings[name]))


def _locator(claim: Claim, place: int, sources: tuple[Source, ...], document: Document) -> Iterator[Diagnostic]:
    """A claim says where it stands, and that place is there."""
    where, at = ("claims", place, "at"), claim.at
    source = next((known for known in sources if known.id == at.source), None)
    if source is None:
        yield unknown_name(document, where, "source", at.source, [known.id for known in sources])
        return
    if at.section is None:
        if at.page is None and at.minute is None and at.line is None:
            remedy = "give a section with a paragraph or a bullet, or a page, a minute or a line"
            yield document.mistake(where, f"claim '{claim.id}' has no place in its source", remedy)
        if at.paragraph is not None or at.bullet is not None:
            problem = f"claim '{claim.id}' has a paragraph or a bullet of no section"
            yield document.mistake(where, problem, "name the section")
    else:
        yield from _in_section(claim, where, source, document)
    for number, most, noun in (
        (at.page, source.pages, "page"),
        (at.minute, source.minutes, "minute"),
        (at.line, source.lines, "line"),
    ):
        first = 0 if noun == "minute" else 1
        if number is not None and (number < first or (most is not None and number > most)):
            remedy = f"use {first} to {most}" if most is not None else f"use {first} or more"
            yield document.mistake((*where, noun), f"source '{source.id}' has no {noun} {number}", remedy)


def _in_section(claim: Claim, where: Place, source: Source, document: Document) -> Iterator[Diagnostic]:
    at = claim.at
    section = next((known for known in source.sections if known.id == at.section), None)
    if section is None:
        known = [known.id for known in source.sections]
        if known:
            yield unknown_name(document, where, "section", str(at.section), known)
        else:
            remedy = "give the source its sections, or the claim a page, a minute or a line"
            yield document.mistake(where, f"source '{source.id}' has no sections", remedy)
        return
    if (at.paragraph is None) == (at.bullet is None):
        yield document.mistake(where, f"claim '{claim.id}' needs a paragraph or a bullet", "give one of the two")
        return
    number, most = at.paragraph or at.bullet or 0, section.paragraphs if at.paragraph else section.bullets
    if not 1 <= number <= most:
        yield document.mistake(where, f"section '{section.id}' has no number {number} of that kind", f"use 1 to {most}")


def _exceptions(rule: Indication, place: int, criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """What the range rests on: an exception only lowers, and only on least concern; what lowers most comes first."""
    least = {finding.id: finding.values[0].id for finding in criteria.findings if finding.values}
    yield from _twice(rule, ("indications", place), document)
    before: tuple[int, ...] = ()
    for at, eased in enumerate(rule.exceptions):
        where: Place = ("indications", place, "exceptions", at)
        if eased.defeats == (eased.asks is not None):
            yield document.mistake(
                where, "an exception must either defeat its rule or ask for another level", "keep one of the two"
            )
            return
        yield from _twice(eased, where, document)
        for name, value in eased.when.items():
            if name in least and value != least[name]:
                yield document.mistake(
                    (*where, "when", name),
                    f"an exception on '{name}: {value}', which is not its least concern",
                    f"use '{least[name]}'",
                )
        asks, whole = _rungs(eased, criteria), _rungs(rule, criteria)
        if any(rung > most for rung, most in zip(asks, whole, strict=False)):
            remedy = f"exceptions only lower: '{rule.asks}' at most"
            yield document.mistake(where, f"an exception raises '{rule.id}'", remedy)
        elif any(rung < earlier for rung, earlier in zip(asks, before, strict=False)):
            remedy = "put the exception that asks for less before it"
            yield document.mistake(where, f"an exception of '{rule.id}' asks for less than the one before it", remedy)
        before = asks


def _twice(rule: Indication | Exception_, where: Place, document: Document) -> Iterator[Diagnostic]:
    if rule.asks in rule.also:
        problem = f"'also' names '{rule.asks}', which is asked for already"
        yield document.mistake((*where, "also"), problem, "name other levels there")


def _rungs(rule: Indication | Exception_, criteria: Criteria) -> tuple[int, ...]:
    """What is asked for, the lowest and the highest level supported, and what holds firm, in rungs; none if unknown."""
    named = [rule.asks, *rule.also]
    if rule.asks is None or not all(level in criteria.ladder for level in named):
        return (0, 0, 0, 0) if rule.asks is None else ()
    rungs = [criteria.rung(level) for level in named if level]
    return rungs[0], min(rungs), max(rungs), rungs[0] if rule.kind == "firm" else 0
