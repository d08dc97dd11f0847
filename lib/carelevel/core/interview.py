"""An interview: what each question reveals, what is still possible after it, and the fewest that would have done.

A question is a finding of the criteria. Asked, it reveals what is told of it, or that nobody knows; that counts then
as the criteria count what is unstated. What was not asked may still be anything. Red flags stand aside from the range
of levels, as everywhere: one that is heard is the answer, and those that nobody asked are always named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria, Finding, Findings
from carelevel.core.implicants import implicants
from carelevel.core.safety_questions import safety_told
from carelevel.core.thresholds import thresholds
from carelevel.core.whatif import answer_range

SENTENCES_AT_FIRST = 2
"""So many sentences at most open an interview where its case has no opening of its own."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is told to one question: whole sentences of decision point *point*, by their numbers, and all they show."""

    point: int
    sentences: tuple[int, ...]
    shows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Person:
    """Whom an interview is about: what holds of them, and by question what its answer shows beside."""

    findings: Findings
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def known(self, asked: Sequence[str]) -> frozenset[str]:
        """The findings about which nothing is open any more, those of which nothing is known among them."""
        return frozenset(asked).union(*(self.beside.get(question, ()) for question in asked))

    def learned(self, asked: Sequence[str]) -> Findings:
        """What holds of them, as far as it was told."""
        known = self.known(asked)
        return {name: value for name, value in self.findings.items() if name in known}


@dataclass(frozen=True, slots=True)
class Remaining:
    """What some questions have left open.

    *possible*: the levels that the recommendation could still be, the least intensive first, and ESCALATE; where a
    red flag was heard that alone. *safety_left*: the red flags that nobody has asked. *settled*: no question could
    change the answer to this person any more.
    """

    possible: tuple[str, ...]
    safety_left: tuple[str, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Way:
    """The questions *asked*, and beside them the fewest.

    *remaining*: before any question, then after each. *settled_after*: so many questions; None where it never was.
    *fewest*: the smallest number of questions that settles the answer for this person, in an order. *heard*: the red
    flags that were heard by then, if that is what settled it.
    """

    asked: tuple[str, ...]
    remaining: tuple[Remaining, ...]
    settled_after: int | None
    fewest: tuple[str, ...]
    heard: tuple[str, ...] = ()


def replies(points: Sequence[DecisionPoint]) -> Mapping[str, Reply]:
    """For each finding that holds at the last of *points*: where it was told last, and all that is told there."""
    latest = {name: number for number, point in enumerate(points) for each in point.evidence for name in each.findings}
    return {name: _reply(name, number, points[number], latest) for name, number in latest.items()}


def _reply(name: str, number: int, point: DecisionPoint, latest: Mapping[str, int]) -> Reply:
    told = {sentence for phrase in point.evidence if name in phrase.findings for sentence in phrase.sentences}
    shown = {name for phrase in point.evidence if told.issuperset(phrase.sentences) for name in phrase.findings}
    return Reply(number, tuple(sorted(told)), frozenset(name for name in shown if latest[name] == number))


def person_at(points: Sequence[DecisionPoint]) -> Person:
    """The person as the last of *points* knows them."""
    return Person(points[-1].findings, {name: reply.shows for name, reply in replies(points).items()})


def first_sentences(point: DecisionPoint) -> str:
    """The first sentences that show nothing, as many of them as stand together; '' where every one shows something."""
    showing = {number for phrase in point.evidence for number in phrase.sentences}
    for paragraph in point.paragraphs:
        first = next((at for at, each in enumerate(paragraph.sentences) if each.number not in showing), None)
        if first is not None:
            together = paragraph.sentences[first : first + SENTENCES_AT_FIRST]
            last = next((at for at, each in enumerate(together) if each.number in showing), len(together)) - 1
            return paragraph.text[together[0].at[0] : together[last].at[1]]
    return ""


def questions_by_topic(criteria: Criteria) -> Mapping[str | None, tuple[Finding, ...]]:
    """Every finding that can be asked for by topic, as they are offered: first the red flags, whose topic is None."""
    topics: dict[str | None, list[Finding]] = {None: []}
    for finding in criteria.findings:
        topics.setdefault(None if finding.red_flag else finding.topic, []).append(finding)
    return {topic: tuple(findings) for topic, findings in topics.items() if findings}


def asked_of_everybody(criteria: Criteria) -> frozenset[str]:
    """The questions that are asked whatever the level: red flags, and what decides a flag alone."""
    moving = criteria.moving()
    beside = {name for flag in criteria.flags for when in flag.when for name in when if name not in moving}
    return frozenset({*beside, *criteria.red_flags})


def remaining(asked: Sequence[str], person: Person, criteria: Criteria) -> Remaining:
    """How things stand once *asked*, findings of *criteria*, is asked."""
    known, learned = person.known(asked), person.learned(asked)
    left = tuple(flag for flag in criteria.red_flags if flag not in known)
    if safety_told(learned, criteria).present:
        return Remaining((ESCALATE,), left, settled=True)
    span = answer_range(learned, criteria, known.difference(learned))
    lowest, highest = map(criteria.choices.index, (span.lowest, span.highest))
    possible = criteria.choices[lowest : highest + 1]
    return Remaining(possible, left, len(possible) == 1 and not safety_told(person.findings, criteria).present)


def way(asked: Sequence[str], person: Person, criteria: Criteria) -> Way:
    """What each of the questions *asked* has left open, and the fewest that would have settled the answer."""
    remaining_after = tuple(remaining(asked[:count], person, criteria) for count in range(len(asked) + 1))
    settled = next((count for count, each in enumerate(remaining_after) if each.settled), None)
    heard = safety_told(person.learned(asked[:settled]), criteria).present if settled is not None else ()
    return Way(tuple(asked), remaining_after, settled, fewest_questions(person, criteria), tuple(heard))


def fewest_questions(person: Person, criteria: Criteria) -> tuple[str, ...]:
    """The smallest number of questions that settles the answer for *person*; of several such sets one, always the same.

    Each comes where it leaves least open, of those the first in the order of the file.
    """
    red = safety_told(person.findings, criteria).present
    if red:
        return (min(red, key=criteria.urgency),)
    left, ordered = _Fewest(person, criteria).questions(), list[str]()
    while left:
        ordered.append(min(left, key=lambda name: len(remaining([*ordered, name], person, criteria).possible)))
        left = [name for name in left if name != ordered[-1]]
    return tuple(ordered)


@dataclass(frozen=True, slots=True)
class _Demand:
    """Of *alternatives*, sets of findings as bits, one has to be known whole."""

    alternatives: tuple[int, ...]

    def met(self, known: int) -> bool:
        return any(known & need == need for need in self.alternatives)


class _Fewest:
    """A search by branch and bound: exact, since what closes off an answer or asks for it is known whole.

    For each setting of the circumstances that is left open, one smallest set that asks for the answer has to be known
    as reached, and of each that asks for more one finding as not so far.
    """

    def __init__(self, person: Person, criteria: Criteria) -> None:
        self.person, self.criteria = person, criteria
        self.compiled, self.implicants = thresholds(criteria), implicants(criteria)
        self.state = self.compiled.state(person.findings)
        self.rung = self.compiled.rung(self.state)
        self.bit = {name: 1 << place for place, name in enumerate(criteria.moving())}
        self.best: tuple[str, ...] | None = None
        self.visited: dict[int, int] = {}

    def questions(self) -> list[str]:
        """The smallest set, in the order of the file."""
        names = [name for name in self.criteria.circumstances if name in self.bit]
        for known in chain.from_iterable(combinations(names, count) for count in range(len(names) + 1)):
            demands = self._demands(known)
            if demands is not None:
                self.visited = {}
                self._search((), 0, demands)
        assert self.best is not None  # all circumstances known, nothing is left open but by what can be asked
        return [finding.id for finding in self.criteria.findings if finding.id in self.best]

    def _demands(self, circumstances: Sequence[str]) -> tuple[_Demand, ...] | None:
        """What has to be known where these circumstances are; None where that can never be enough."""
        demands: set[tuple[int, ...]] = {(self.bit[name],) for name in circumstances}
        for setting in self.implicants.settings(self.compiled.field(circumstances), self.state):
            reaching = self.implicants.given(setting).reaching
            held = {self._findings(bits) for bits in reaching[self.rung] if bits & self.state == bits}
            demands.add(tuple(sorted(held, key=int.bit_count)))
            for bits in reaching[self.rung + 1] if self.rung < len(self.criteria.levels) else ():
                demands.add(tuple(self._each(bits & ~self.state)))
        found = tuple(_Demand(alternatives) for alternatives in sorted(demands, key=lambda one: (len(one), one)))
        return None if any(not demand.alternatives for demand in found) else found

    def _findings(self, bits: int) -> int:
        return sum(self._each(bits))

    def _each(self, bits: int) -> Iterator[int]:
        """Each finding of which *bits* holds a threshold, as its own bit."""
        return (own for name, own in self.bit.items() if self.compiled.all_of[name] & bits)

    def _search(self, asked: tuple[str, ...], known: int, demands: Sequence[_Demand]) -> None:
        left = [demand for demand in demands if not demand.met(known)]
        if not left:
            self.best = asked if self.best is None or len(asked) < len(self.best) else self.best
            return
        most = len(self.criteria.findings) if self.best is None else len(self.best) - 1
        if len(asked) + self._at_least(left, known) > most or self.visited.get(known, most + 1) <= len(asked):
            return
        self.visited[known] = len(asked)
        for need in left[0].alternatives:
            missing = need & ~known
            for question in self._revealing[missing & -missing]:
                self._search((*asked, question), known | self._reveals[question], left)

    def _at_least(self, left: Sequence[_Demand], known: int) -> int:
        """So many questions at least: of demands that no question serves together, each needs one."""
        needed = taken = 0
        for demand in left:
            wanted = 0
            for need in demand.alternatives:
                wanted |= self._within_reach(need & ~known)
            if not wanted & taken:
                needed, taken = needed + 1, taken | wanted
        return needed

    def _within_reach(self, findings: int) -> int:
        """All that is known after any question that reveals one of *findings*."""
        reach = 0
        while findings:
            for question in self._revealing[findings & -findings]:
                reach |= self._reveals[question]
            findings &= findings - 1
        return reach

    @cached_property
    def _reveals(self) -> Mapping[str, int]:
        """By question the findings that are known after it, of those that can move the level."""
        known = {each.id: self.person.known([each.id]) for each in self.criteria.findings}
        return {name: sum(self.bit[shown] for shown in shows if shown in self.bit) for name, shows in known.items()}

    @cached_property
    def _revealing(self) -> Mapping[int, tuple[str, ...]]:
        """By a finding's bit the questions worth asking for it: none whose answer another one gives with more."""
        return {own: tuple(self._worth_asking(name, own)) for name, own in self.bit.items()}

    def _worth_asking(self, finding: str, own: int) -> Iterator[str]:
        seen: list[int] = []
        questions = [name for name, shows in self._reveals.items() if shows & own]
        for question in sorted(questions, key=lambda name: (-self._reveals[name].bit_count(), name != finding)):
            shows = self._reveals[question]
            if not any(shows & more == shows for more in seen):
                seen.append(shows)
                yield question
