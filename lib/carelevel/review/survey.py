"""A bank read whole: each case file, sound or not, with its length, its lint and what the criteria say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from carelevel.analytics.assessed_points import Assessed, assessed
from carelevel.analytics.cohort import PointName
from carelevel.bank import Bank, CheckedCase
from carelevel.bank.case_file import TEMPLATE
from carelevel.bank.likeness import alike, outline
from carelevel.bank.lint_folder import CheckedWords
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import ALIKE, Diagnostic, Severity
from carelevel.core.lint_words import LintWords
from carelevel.core.story_digest import StoryDigest, story_digest, text_digest
from carelevel.lint import MarkedPhrases, lint_case
from carelevel.lint.rules.readability import grade, words_of


@dataclass(frozen=True, slots=True)
class Length:
    """Of the longest decision point, in words; the school grade is that of the hardest one."""

    words: int
    grade: float


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One case file; *case* is None where it has mistakes."""

    id: str
    case: Case | None
    mistakes: tuple[Diagnostic, ...] = ()
    hits: tuple[Diagnostic, ...] = ()
    length: Length = Length(0, 0.0)


@dataclass(frozen=True, eq=False, slots=True)
class Survey:
    """Every case file in the order of ids; *points* are those of the cases in use, twins' included."""

    criteria: Criteria
    files: tuple[Surveyed, ...]
    points: tuple[Assessed, ...]
    list_mistakes: tuple[Diagnostic, ...] = ()  # in the bank's own lists for lint

    @property
    def cases(self) -> tuple[Case, ...]:
        """The sound cases."""
        return tuple(file.case for file in self.files if file.case is not None)

    @property
    def titles(self) -> Mapping[str, str]:
        """Case -> what people call it."""
        return {case.id: case.title for case in self.cases}

    @property
    def outcomes(self) -> Mapping[str, str]:
        """Case -> the level recommended at its first decision point."""
        return {point.case: point.level for point in self.points if not point.twin and point.number == 0}

    @property
    def text_digests(self) -> Mapping[tuple[str, int], str]:
        """Case and decision point -> what names its story."""
        numbered = ((case, number) for case in self.cases for number in range(len(case.points)))
        return {(case.id, number): text_digest(case, number) for case, number in numbered}

    @property
    def story_digests(self) -> Mapping[PointName, StoryDigest]:
        """Every decision point of every telling -> what names the story that is answered there."""
        return {name: story_digest(case, *name[1:]) for case in self.cases for name in names_of(case)}


_LAST: dict[object, Survey] = {}
"""The newest survey, by what it was read from: the cells of a notebook ask for it one after another."""


def survey(bank: Bank) -> Survey:
    """Every file read, linted and assessed, some 10 ms each; nothing is read again where no file has changed."""
    words = bank.lint_words()
    stamps = tuple((case_id, bank.stamp(case_id)) for case_id in bank.case_ids())
    state = (bank.folder, bank.criteria.digest, stamps, words)
    found = _LAST.get(state)
    if found is None:
        found = _read(bank, words)
        _LAST.clear()
        _LAST[state] = found
    return found


def _read(bank: Bank, words: CheckedWords) -> Survey:
    read = tuple(_surveyed(checked, bank.criteria, words.words) for checked in bank.check())
    marked = MarkedPhrases((file.case for file in read if file.case), bank.criteria)
    alike = _alike(bank, read)
    files = tuple(
        replace(file, hits=(*file.hits, *marked.unmarked(file.case), *alike.get(file.id, ()))) if file.case else file
        for file in read
    )
    points = tuple(
        point for file in files if file.case and file.case.is_in_use for point in assessed(file.case, bank.criteria)
    )
    return Survey(bank.criteria, files, points, words.mistakes)


def _alike(bank: Bank, read: Iterable[Surveyed]) -> Mapping[str, list[Diagnostic]]:
    """What each sound case has in common with another, or with the bank's template, that it should not."""
    template = bank.template()
    outlines = {TEMPLATE: outline(template, bank.criteria)} if template else {}
    outlines |= {file.id: outline(file.case, bank.criteria) for file in read if file.case}
    hits: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in alike(outlines):
        hit = Diagnostic("", 0, found.problem, found.remedy, Severity.WARNING, ALIKE, found.part)
        hits[found.case].append(hit)
    return hits


def _surveyed(checked: CheckedCase, criteria: Criteria, words: LintWords) -> Surveyed:
    case = checked.case
    if case is None:
        return Surveyed(checked.id, None, checked.mistakes)
    lengths = [_length(point) for point in case.points]
    longest = Length(max(length.words for length in lengths), max(length.grade for length in lengths))
    return Surveyed(checked.id, case, hits=lint_case(case, criteria, words), length=longest)


def _length(point: DecisionPoint) -> Length:
    words = words_of(point)
    return Length(len(words), grade(words, point.sentence_count))


def names_of(case: Case) -> Iterator[PointName]:
    """The decision points of a case, then those of each twin."""
    for twin in ("", *(known.id for known in case.twins)):
        for number in range(len(case.points)):
            yield case.id, twin, number
