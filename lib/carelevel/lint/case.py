"""One case, whole: its story, its twins' phrases, what stands in its head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from carelevel.core.case import Case, DecisionPoint, Evidence
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.codes import hit
from carelevel.lint.prose import Prose
from carelevel.lint.rules.combination import lint_combination
from carelevel.lint.rules.evidence import lint_evidence, lint_phrase, names_level
from carelevel.lint.rules.readability import lint_reading
from carelevel.lint.text import lint_prose
from carelevel.lint.word_lists import word_lists

Read = Callable[[str], Prose]
LET_STAND = "its author has let it stand; look whether that is right"


def lint_case(case: Case, criteria: Criteria, words: LintWords = NO_WORDS) -> tuple[Diagnostic, ...]:
    """Everything found: the front matter first, then the story from top to bottom, then each twin's phrase.

    *words*: what the case's bank adds to our lists.
    """
    lists = word_lists(words)
    story = [[Prose(paragraph.text, lists=lists) for paragraph in point.paragraphs] for point in case.points]
    people = frozenset[str]().union(*(prose.acting for point in story for prose in point))
    for prose in (prose for point in story for prose in point):
        prose.known = people  # so that "from Ambrose" in one paragraph is not taken for a place
    read = partial(Prose, known=people, lists=lists)
    hits = (
        *_front(case, criteria, read),
        *(found for number, proses in enumerate(story) for found in _point(case, number, proses)),
        *lint_combination(story),
        *_twins(case, read),
    )
    return tuple(_released(found) if found.words in case.released else found for found in hits)


def _released(found: Diagnostic) -> Diagnostic:
    """An error that an author has knowingly let stand asks for a look, as a warning does."""
    return replace(found, severity=Severity.WARNING, remedy=LET_STAND) if found.severity is Severity.ERROR else found


def _front(case: Case, criteria: Criteria, read: Read) -> Iterator[Diagnostic]:
    for text, place, remedy in _head_texts(case):
        if not text:
            continue
        yield from lint_prose(read(text), place)
        if remedy and names_level(text, criteria):
            yield hit("evidence/gives-away", Severity.WARNING, None, remedy, text, place)
    for number, point in enumerate(case.points):
        yield from lint_prose(read(point.heading), CasePart("heading", point=number))
        if point.dissent:
            yield from lint_prose(read(point.dissent.reason), CasePart("dissent", point=number))


def _head_texts(case: Case) -> Iterator[tuple[str, CasePart, str]]:
    """Each with its place and, where it is read before the answer, with what to do where it names a level."""
    yield case.title, CasePart("title"), "choose a title that decides nothing"
    yield case.opening, CasePart("opening"), "begin with words that decide nothing"
    for number, says in enumerate(case.unsaid.values()):
        yield says, CasePart("unsaid", point=number), "say it without naming a level"
    yield case.discuss, CasePart("discuss"), ""
    for number, term in enumerate(case.glossary):
        yield term.meaning, CasePart("glossary", point=number), "explain it without naming a level"


def _point(case: Case, number: int, paragraphs: Sequence[Prose]) -> Iterator[Diagnostic]:
    point, place = case.points[number], CasePart(point=number)
    for paragraph, prose in enumerate(paragraphs):
        yield from lint_prose(prose, CasePart(point=number, paragraph=paragraph))
    yield from lint_reading([word for prose in paragraphs for word in prose.small], point.sentence_count, place)
    yield from lint_evidence(point, case.points[number - 1] if number else None, place)


def _twins(case: Case, read: Read) -> Iterator[Diagnostic]:
    """What the swapped phrases bring; the rest of a twin is the story itself."""
    for twin in case.twins:
        for number, point in enumerate(twin.points):
            for phrase in point.evidence:
                if phrase.changed:
                    place = CasePart(twin=twin.id, point=number, paragraph=phrase.paragraph)
                    yield from _swapped(point, phrase, place, read)


def _swapped(point: DecisionPoint, phrase: Evidence, place: CasePart, read: Read) -> Iterator[Diagnostic]:
    """A swapped phrase, read in the sentences that it stands in."""
    paragraph = point.paragraphs[phrase.paragraph]
    around = [sentence.at for sentence in paragraph.sentences if sentence.number in phrase.sentences] or [phrase.at]
    start, end = around[0][0], around[-1][1]
    for found in lint_prose(read(paragraph.text[start:end]), place, start):
        if found.span and found.span[0] < phrase.at[1] and phrase.at[0] < found.span[1]:
            yield found
    yield from lint_phrase(phrase, place)
