"""One case, whole: its story, its twins' phrases, its title, its note for the facilitator, its dissents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from carelevel.core.case import Case, DecisionPoint, Evidence
from carelevel.core.criteria import Criteria
from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.hit import Hit, Severity, Where
from carelevel.lint.prose import Prose
from carelevel.lint.rules.evidence import lint_evidence, lint_phrase, names_level
from carelevel.lint.rules.readability import lint_reading
from carelevel.lint.text import lint_prose
from carelevel.lint.word_lists import word_lists

Read = Callable[[str], Prose]


def lint_case(case: Case, criteria: Criteria, words: LintWords = NO_WORDS) -> tuple[Hit, ...]:
    """Everything found: the front matter first, then the story from top to bottom, then each twin's phrase.

    *words*: what the case's bank adds to our lists.
    """
    lists = word_lists(words)
    story = [[Prose(paragraph.text, lists=lists) for paragraph in point.paragraphs] for point in case.points]
    people = frozenset[str]().union(*(prose.acting for point in story for prose in point))
    for prose in (prose for point in story for prose in point):
        prose.known = people  # so that "from Ambrose" in one paragraph is not taken for a place
    read = partial(Prose, known=people, lists=lists)
    return (
        *_front(case, criteria, read),
        *(hit for number, proses in enumerate(story) for hit in _point(case, number, proses)),
        *(hit for hit in _twins(case, read)),
    )


def _front(case: Case, criteria: Criteria, read: Read) -> Iterator[Hit]:
    yield from lint_prose(read(case.title), Where("title"))
    if names_level(case.title, criteria):
        rewording = "choose a title that decides nothing"
        yield Hit("evidence/gives-away", Severity.WARNING, Where("title"), case.title, rewording)
    yield from lint_prose(read(case.discuss), Where("discuss"))
    for number, point in enumerate(case.points):
        yield from lint_prose(read(point.heading), Where("heading", point=number))
        if point.dissent:
            yield from lint_prose(read(point.dissent.reason), Where("dissent", point=number))


def _point(case: Case, number: int, paragraphs: Sequence[Prose]) -> Iterator[Hit]:
    point, where = case.points[number], Where(point=number)
    for place, prose in enumerate(paragraphs):
        yield from lint_prose(prose, Where(point=number, paragraph=place))
    yield from lint_reading(point, where)
    yield from lint_evidence(point, case.points[number - 1] if number else None, where)


def _twins(case: Case, read: Read) -> Iterator[Hit]:
    """What the swapped phrases bring; the rest of a twin is the story itself."""
    for twin in case.twins:
        for number, point in enumerate(twin.points):
            for shown in point.evidence:
                if shown.changed:
                    where = Where(twin=twin.id, point=number, paragraph=shown.paragraph)
                    yield from _swapped(point, shown, where, read)


def _swapped(point: DecisionPoint, shown: Evidence, where: Where, read: Read) -> Iterator[Hit]:
    """The phrase, read in the sentences that it stands in."""
    paragraph = point.paragraphs[shown.paragraph]
    around = [sentence.at for sentence in paragraph.sentences if sentence.number in shown.sentences] or [shown.at]
    start, end = around[0][0], around[-1][1]
    for hit in lint_prose(read(paragraph.text[start:end]), where, start):
        if hit.where.at and hit.where.at[0] < shown.at[1] and shown.at[0] < hit.where.at[1]:
            yield hit
    yield from lint_phrase(shown, where)
