"""Sentences that mark nothing and read like a phrase that another story marks: perhaps a finding, shown and not marked.

Two texts are alike by the words that they share, endings aside, and by pairs of neighboring words; the rarer a word is
in the bank, the more it counts. This knows nothing of sense: what it finds is a reason to read a sentence again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.lint.codes import hit
from carelevel.lint.tokens import stem, words_in

CODE = "evidence/unmarked"
LEAST_ALIKE = 0.36
"""Of 20 planted sentences it finds 16; in two banks it named none by mistake in 39 stories, and six in 59."""
FEWEST_RARE = 2
"""Rare words that two texts must share: one is shared by chance."""
RARE = 1 / 40
"""The largest share of a bank's sentences that a rare word stands in."""
OF_A_PAIR = 0.3
"""What a pair of neighboring words weighs beside a word."""
MOST_COMPARED = 400
"""So many cases are set beside each other, the first by their names: as many as one process reads in two seconds."""
_PARTS = re.compile(r"(?<=[.;?!])\s+")

Stems = frozenset[tuple[str, ...]]
"""Words without their endings, and pairs of them."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence of a marked phrase."""

    case: str
    findings: Findings
    stems: Stems
    weight: float


class MarkedPhrases:
    """What the stories of a bank mark, to hold other sentences against; without *criteria* findings go by their ids."""

    def __init__(self, cases: Iterable[Case], criteria: Criteria | None = None) -> None:
        self._criteria = criteria
        points = [(case.id, point) for case in cases for point in case.points]
        sentences = [_stems(text) for _, point in points for _, _, text in _sentences(point)]
        self._count, self._found = len(sentences), Counter(stems for each in sentences for stems in each)
        self._by_rare: dict[tuple[str, ...], list[_Marked]] = defaultdict(list)
        for case, point in points:
            for phrase in point.evidence:
                for stems in map(_stems, _PARTS.split(phrase.phrase)):
                    marked = _Marked(case, phrase.findings, stems, self._weight(stems))
                    for rare in self._rare(stems):
                        self._by_rare[rare].append(marked)

    def unmarked(self, case: Case) -> Iterator[Diagnostic]:
        """The sentences of *case* that read like another story's phrase for a finding that is not stated by then."""
        for number, point in enumerate(case.points):
            marking = {place for phrase in point.evidence for place in phrase.sentences}
            for paragraph, sentence, text in _sentences(point):
                like = None if sentence in marking else self._like(text, case.id, point.findings)
                if like:
                    shows = {name: value for name, value in like.findings.items() if name not in point.findings}
                    marks = f"{like.case} marks with {self._named(shows)}"
                    remedy = f"it reads like a phrase that {marks}: mark it, or tell it otherwise"
                    at = next(known.at for known in point.paragraphs[paragraph].sentences if known.number == sentence)
                    yield hit(CODE, Severity.WARNING, at, remedy, text, CasePart(point=number, paragraph=paragraph))

    def _named(self, findings: Findings) -> str:
        if self._criteria is None:
            return " ".join(f"{name}={value}" for name, value in findings.items())
        known = [(self._criteria.finding(name), value) for name, value in findings.items()]
        return ", ".join(f"{finding.name} ({finding.values[finding.rank(value)].says})" for finding, value in known)

    def _like(self, text: str, case: str, stated: Findings) -> _Marked | None:
        """The marked sentence that is most like *text*, where one is enough so."""
        stems = _stems(text)
        shared = Counter(id(marked) for rare in self._rare(stems) for marked in self._by_rare.get(rare, ()))
        near = {id(marked): marked for rare in self._rare(stems) for marked in self._by_rare.get(rare, ())}
        weight = self._weight(stems)
        alike = [
            (self._weight(stems & marked.stems) ** 2 / (weight * marked.weight), place)
            for place, marked in near.items()
            if shared[place] >= FEWEST_RARE and marked.case != case and not marked.findings.keys() <= stated.keys()
        ]
        most, place = max(alike, default=(0.0, 0))
        return near[place] if most >= LEAST_ALIKE else None

    def _rare(self, stems: Stems) -> list[tuple[str, ...]]:
        most = max(2, self._count * RARE)
        return [each for each in stems if len(each) == 1 and self._found[each] <= most]

    def _weight(self, stems: Stems) -> float:
        """The length of a text, were each of its words a direction of its own."""
        return sqrt(sum(self._rarity(each) ** 2 for each in stems))

    def _rarity(self, each: tuple[str, ...]) -> float:
        rarity = log((self._count + 1) / (self._found[each] + 1))
        return rarity if len(each) == 1 else OF_A_PAIR * rarity


def _sentences(point: DecisionPoint) -> Iterator[tuple[int, int, str]]:
    """Each sentence's paragraph, its number, and its text."""
    for place, paragraph in enumerate(point.paragraphs):
        for sentence in paragraph.sentences:
            yield place, sentence.number, paragraph.text[slice(*sentence.at)]


def _stems(text: str) -> Stems:
    stems = [stem(word) for word in words_in(text.lower())]
    return frozenset([*((each,) for each in stems), *pairwise(stems)])
