"""How evidence is told: a phrase that names its finding, a finding without a phrase, and too little told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from carelevel.core.case import DecisionPoint, Evidence, Paragraph, Sentence, Span
from carelevel.core.counted import counted
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.lint.codes import hit
from carelevel.lint.tokens import stem
from carelevel.lint.word_lists import word_lists

FEWEST_BESIDE = 4
FEWEST_WORDS = 3
BESIDE = ("1 sentence without evidence", "{count} sentences without evidence")
MOST_PHRASES = 2
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[^\W\d_]+")


def lint_evidence(point: DecisionPoint, before: DecisionPoint | None, place: CasePart) -> Iterator[Diagnostic]:
    """How a decision point's evidence is told; *before*: the point before it, whose findings still hold."""
    for phrase in point.evidence:
        yield from lint_phrase(phrase, place)
    yield from _unshown(point, before, place)
    beside = point.sentence_count - len({number for phrase in point.evidence for number in phrase.sentences})
    if beside < FEWEST_BESIDE:
        rewording = f"leave at least {FEWEST_BESIDE} sentences that show nothing"
        words = counted(beside, BESIDE)
        yield hit("evidence/all", Severity.WARNING, None, rewording, words, place)
    for number, paragraph in enumerate(point.paragraphs):
        yield from _crowded(point, number, paragraph, place)


def lint_phrase(phrase: Evidence, place: CasePart) -> Iterator[Diagnostic]:
    """A phrase of the story, held against the names of what it shows."""
    for code, severity, remedy in _faults(phrase):
        yield hit(code, severity, phrase.at, remedy, phrase.phrase, replace(place, paragraph=phrase.paragraph))


def _faults(phrase: Evidence) -> Iterator[tuple[str, Severity, str]]:
    """What is wrong with a phrase: a code, how much so, and what to do."""
    words = _WORD.findall(phrase.phrase.lower())
    if not any(word.isalpha() for word in words):
        yield "evidence/phrase", Severity.ERROR, "mark the words that show it"
    elif len(words) < FEWEST_WORDS:
        yield "evidence/phrase", Severity.WARNING, "mark enough for somebody who reads it alone"
    if gives_away(phrase.phrase, phrase.findings):
        yield "evidence/gives-away", Severity.WARNING, "show what happens instead: 'his brother waits with dinner'"


def gives_away(phrase: str, findings: Findings) -> bool:
    """Whether *phrase* uses the name of a finding that it shows, or of the value."""
    small = phrase.lower()
    return any((words := _telling(name)) and _has(small, words) for finding in findings.items() for name in finding)


def names_level(text: str, criteria: Criteria) -> bool:
    """Whether the id or the name of a level stands in *text*."""
    small = text.lower()
    return any(_has(small, _telling(level.id)) for level in criteria.levels)


def _has(text: str, stems: frozenset[str]) -> bool:
    """Whether words with all these *stems* stand in *text*, in small letters."""
    return all(each in text for each in stems) and stems <= frozenset(map(stem, _WORD.findall(text)))


def _unshown(point: DecisionPoint, before: DecisionPoint | None, place: CasePart) -> Iterator[Diagnostic]:
    """What holds here by no phrase of this decision point or of an earlier one."""
    known = dict(before.findings) if before else {}
    marked = {name for phrase in point.evidence for name in phrase.findings}
    for name, value in point.findings.items():
        if name not in marked and known.get(name) != value:
            remedy = "mark the phrase that shows it"
            yield hit("evidence/phrase", Severity.ERROR, None, remedy, f"{name}={value}", place)


def _crowded(point: DecisionPoint, number: int, paragraph: Paragraph, place: CasePart) -> Iterator[Diagnostic]:
    """Sentences that are phrases and nothing else, more than MOST_PHRASES of them."""
    phrases = [phrase.at for phrase in point.evidence if phrase.paragraph == number]
    for sentence in paragraph.sentences if len(phrases) > MOST_PHRASES else ():
        inside = [at for at in phrases if sentence.at[0] <= at[0] and at[1] <= sentence.at[1]]
        if len(inside) > MOST_PHRASES and not _BETWEEN.search(_beside(paragraph.text, sentence, inside)):
            words, remedy = paragraph.text[slice(*sentence.at)], "put something between that shows nothing"
            at = replace(place, paragraph=number)
            yield hit("evidence/all", Severity.WARNING, sentence.at, remedy, words, at)


def _beside(text: str, sentence: Sentence, phrases: list[Span]) -> str:
    """The sentence's own words, those of its phrases and the words that join them left out."""
    start, left = sentence.at[0], []
    for phrase in sorted(phrases):
        left.append(text[start : phrase[0]])
        start = max(start, phrase[1])
    words = _BETWEEN.findall(" ".join([*left, text[start : sentence.at[1]]]).lower())
    return " ".join(word for word in words if word not in word_lists()["joining_words"])


@lru_cache(maxsize=2048)
def _telling(name: str) -> frozenset[str]:
    """The stems of an id that together give it away; none where it is one ordinary word."""
    words = [word for word in name.lower().split("_") if word not in word_lists()["joining_words"]]
    if len(words) == 1 and words[0] in word_lists()["ordinary_words"]:
        return frozenset()
    return frozenset(map(stem, words))
