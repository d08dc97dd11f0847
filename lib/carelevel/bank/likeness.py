"""What is alike among the cases of a bank: stories told twice, equal titles, the template left as it was."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carelevel.bank.case_file import TEMPLATE
from carelevel.core.assess import decide
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart

FEWEST_WORDS = 5
"""Of a sentence: shorter ones are alike by chance."""
FEWEST_SENTENCES = 2
SHARE = 0.5
"""Of a story's sentences that another one has too: from there on it is the same story."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A case's title and the sentences of its story, as they are compared; *twins*: those that change no answer."""

    title: str
    sentences: frozenset[str]
    twins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """A problem of one *part* of the case called *case*, with its remedy."""

    case: str
    part: CasePart
    problem: str
    remedy: str


def outline(case: Case, criteria: Criteria) -> Outline:
    """What *case* is compared by."""
    told = {
        _plain(paragraph.text[slice(*sentence.at)])
        for point in case.points
        for paragraph in point.paragraphs
        for sentence in paragraph.sentences
    }
    long = frozenset(sentence for sentence in told if len(sentence.split()) >= FEWEST_WORDS)
    own = _answers(case, "", criteria)
    same = tuple(twin.id for twin in case.twins if _answers(case, twin.id, criteria) == own)
    return Outline(_plain(case.title), long, same)


def alike(outlines: Mapping[str, Outline]) -> Iterator[Alike]:
    """Everything that is alike, case by case; of two that are, the later one in the order of *outlines* is named.

    That of the bank's template stands under TEMPLATE; nothing is said of it.
    """
    titled: dict[str, str] = {}
    telling: dict[str, list[str]] = defaultdict(list)
    for case, own in sorted(outlines.items(), key=lambda item: item[0] != TEMPLATE):
        if case != TEMPLATE:
            yield from _of(case, own, titled, telling)
            titled.setdefault(own.title, case)
        for sentence in own.sentences:
            telling[sentence].append(case)


def _of(case: str, own: Outline, titled: Mapping[str, str], telling: Mapping[str, list[str]]) -> Iterator[Alike]:
    if own.title in titled:
        problem = f"the title is that of '{titled[own.title]}' too"
        yield Alike(case, CasePart("title"), problem, "give one of the two another title")
    shared = Counter(other for sentence in own.sentences for other in telling.get(sentence, ()))
    for other, count in shared.most_common(1):
        if count >= max(FEWEST_SENTENCES, SHARE * len(own.sentences)):
            yield _retold(case, other, count, len(own.sentences))
    for twin in own.twins:
        problem = f"the twin '{twin}' has the same answer as its case"
        remedy = "change a phrase that changes the answer, or take the twin away"
        yield Alike(case, CasePart(twin=twin), problem, remedy)


def _retold(case: str, other: str, count: int, of: int) -> Alike:
    share = f"{count} of the story's {of} longer sentences"
    if other == TEMPLATE:
        return Alike(case, CasePart(), f"{share} are the template's", "tell a story of your own")
    return Alike(case, CasePart(), f"{share} stand in '{other}' too", "tell another story, or take one of the two away")


def _answers(case: Case, twin: str, criteria: Criteria) -> list[tuple[object, ...]]:
    decisions = (decide(point.findings, criteria) for point in case.telling(twin or None))
    return [(decided.level, decided.accepted, dict(decided.flags)) for decided in decisions]


def _plain(text: str) -> str:
    """Without what a copy changes without changing anything."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
