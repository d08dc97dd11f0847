"""One case file as a Case: decision points, twins, and keys held against the criteria; all mistakes in one pass."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from carelevel.bank.document import Place
from carelevel.bank.finding_names import unknown_finding
from carelevel.bank.front_matter import LONGEST_ID, DissentData, Head, KeyData, TwinData, divide, read_head
from carelevel.bank.glossary import MARKUP, PLAIN_WORDS, wrong_terms
from carelevel.bank.interview_words import wrong_opening, wrong_unsaid
from carelevel.bank.seen import TURNING, is_seen
from carelevel.bank.vignette import Section, Swap, Vignette, read_vignette, retold
from carelevel.core.assess import decide
from carelevel.core.case import Case, DecisionPoint, Dissent, Key, Twin
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.diagnostic import Diagnostic, foremost
from carelevel.core.errors import suggestion
from carelevel.core.glossary import Term

LARGEST = 64 * 1024
MOST_POINTS = 12
TEMPLATE = "_template"
"""The name of the file that a bank's new cases begin with; it is no case."""
CASE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "readme", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Names that Windows gives to devices, with any ending; and README, which is no case."""


def read_case(text: str, file: str, case_id: str, criteria: Criteria) -> tuple[Case | None, list[Diagnostic]]:
    """The case in *text*, or every mistake in it; *file* is how a mistake names the place."""
    divided, mistakes = divide(text, file)
    if divided is None:
        return None, mistakes
    vignette = read_vignette(divided.prose, file, divided.offset, words=criteria.words)
    story = [*vignette.mistakes, *_phrases(vignette.sections, file, criteria)]
    head, mistakes = read_head(divided, file)
    if head is None:
        return None, foremost(story + mistakes)
    reading = _Reading(head, vignette, criteria, sound=not story)
    case = reading.case(case_id, hashlib.sha256(text.encode()).hexdigest())
    mistakes += story + reading.mistakes
    return (None if mistakes else case), foremost(mistakes)


def near_id(name: str) -> str:
    """An id that a case can have, as near to *name* as may be."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:LONGEST_ID].strip("-")
    return f"the-{plain}" if plain in RESERVED else plain or "late-bus"


def _phrases(sections: Sequence[Section], file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Every finding that the story shows is known and stated once a decision point, every phrase named once."""
    named: set[str] = set()
    for section in sections:
        stated: dict[str, str] = {}
        for phrase, line in zip(section.evidence, section.lines, strict=True):
            for name, value in phrase.findings.items():
                unknown = unknown_finding(name, value, criteria)
                if unknown:
                    yield Diagnostic(file, line, *unknown)
                elif name in stated:
                    how = "repeated" if stated[name] == value else "contradicted"
                    yield Diagnostic(file, line, f"'{name}' is {how} here", "state a finding once a section")
                stated[name] = value
            if phrase.id and phrase.id in named:
                problem = f"two phrases are called '#{phrase.id}'"
                yield Diagnostic(file, line, problem, "give one of them another name")
            named.add(phrase.id)
    if len(sections) > MOST_POINTS:
        line = sections[MOST_POINTS].line
        yield Diagnostic(file, line, f"more than {MOST_POINTS} decision points", "tell a shorter story")


class _Reading:
    """One pass over one file, gathering mistakes; *sound*: the story itself has none."""

    def __init__(self, head: Head, vignette: Vignette, criteria: Criteria, sound: bool) -> None:
        self.document, self.front = head.document, head.front
        self.vignette, self.criteria, self.sound = vignette, criteria, sound
        self.mistakes: list[Diagnostic] = []

    def case(self, case_id: str, digest: str) -> Case | None:
        """The case, None where what is wrong keeps it from having decision points."""
        self._identity(case_id)
        points = self._points((), None, self.sound)
        twins = [self._twin(twin, place) for place, twin in enumerate(self.front.twins)]
        if points is None:
            return None
        glossary = tuple(
            Term(" ".join(word.split()), " ".join(says.split())) for word, says in self.front.glossary.items()
        )
        if all(twins):
            self._glossary(glossary, [points, *(twin.points for twin in twins if twin)])
        self._interview(points[0])
        return Case(
            id=self.front.id,
            title=self.front.title,
            difficulty=self.front.difficulty,
            points=points,
            digest=digest,
            discuss=self.front.discuss.strip(),
            twins=tuple(twin for twin in twins if twin is not None),
            reading=self.front.reading,
            glossary=glossary,
            opening=" ".join((self.front.opening or "").split()),
            unsaid={finding: " ".join(says.split()) for finding, says in self.front.unsaid.items()},
            status=self.front.status or "",
            released=self.front.released,
        )

    def _glossary(self, terms: Sequence[Term], told: Iterable[Sequence[DecisionPoint]]) -> None:
        """*told*: the decision points of the case, and of each twin."""
        texts = {text for points in told for point in points for text in point.texts}
        words = list(self.front.glossary)
        for wrong in wrong_terms(terms, texts):
            self._wrong(("glossary", words[wrong.number]), wrong.problem, wrong.remedy)

    def _interview(self, first: DecisionPoint) -> None:
        wrong = "" if self.front.opening is None else wrong_opening(self.front.opening)
        if wrong:
            self._wrong(("opening",), f"the opening {wrong}", PLAIN_WORDS)
        for entry in wrong_unsaid(self.front.unsaid, first.findings, self.criteria):
            self._wrong(("unsaid", entry.finding), entry.problem, entry.remedy)

    def _identity(self, case_id: str) -> None:
        own = self.front.id
        if not CASE_ID.fullmatch(case_id) or case_id in RESERVED:
            called = near_id(case_id)
            problem = "the file's name cannot be the id of a case"
            self._wrong(("id",), problem, f"rename the file to '{called}.md', and write 'id: {called}' here")
        elif own != case_id:
            self._wrong(("id",), f"the id '{own}' is not the file's name", f"write 'id: {case_id}', or rename the file")
        if not is_seen(self.front.title) or any(sign in self.front.title for sign in TURNING):
            problem = "the title is empty, or has signs that turn the writing around"
            self._wrong(("title",), problem, "write two to four plain words")
        seen: set[str] = set()
        for place, twin in enumerate(self.front.twins):
            if twin.id in seen or not CASE_ID.fullmatch(twin.id):
                remedy = "lowercase letters, digits, hyphens; each once"
                self._wrong(("twins", place, "id"), f"the twin's id '{twin.id}'", remedy)
            seen.add(twin.id)

    def _points(self, where: Place, twin: TwinData | None, sound: bool) -> tuple[DecisionPoint, ...] | None:
        """The decision points as the file tells them, or with *twin*'s phrase swapped; None where not *sound*."""
        sections = list(self.vignette.sections)
        if twin and sound:
            swap = Swap(*next(iter(twin.swap.items())), twin.findings)
            sections = [retold(section, swap) for section in sections]
        keys = self._keys((*where, "key"), (twin or self.front).key, len(sections))
        dissents = self._dissents(len(sections)) if twin is None else [None] * len(sections)
        if not sound or keys is None or dissents is None:
            return None
        points: list[DecisionPoint] = []
        findings: Findings = {}
        for place, (section, key, dissent) in enumerate(zip(sections, keys, dissents, strict=True)):
            for phrase in section.evidence:
                findings = {**findings, **phrase.findings}
            paragraphs, evidence = tuple(section.paragraphs), tuple(section.evidence)
            points.append(DecisionPoint(section.heading, paragraphs, evidence, findings, key, dissent))
            self._held((*where, "key", place), ("dissent", place), points[-1])
        return tuple(points)

    def _twin(self, twin: TwinData, place: int) -> Twin | None:
        where: Place = ("twins", place)
        swap, text = next(iter(twin.swap.items()))
        before = len(self.mistakes)
        named = self.vignette.named
        if swap not in named and any(section.paragraphs for section in self.vignette.sections):
            remedy = suggestion(swap, named) if named else f"write [the phrase]{{#{swap} …}} in the story"
            self._wrong((*where, "swap", swap), f"the swap names no phrase '#{swap}'", remedy)
        if not text.strip() or any(mark in text for mark in MARKUP):
            self._wrong((*where, "swap", swap), "the swap has markup, or no words", "write plain words there")
        for name, value in twin.findings.items():
            unknown = unknown_finding(name, value, self.criteria)
            if unknown:
                self._wrong((*where, "findings", name), *unknown)
        self._alone((*where, "findings"), twin.findings, swap)
        sound = self.sound and len(self.mistakes) == before
        points = self._points(where, twin, sound)
        return None if points is None else Twin(twin.id, swap, points)

    def _alone(self, where: Place, findings: Findings, swap: str) -> None:
        """What the new words of a twin show is shown by no other phrase of the same decision point."""
        for section in self.vignette.sections if self.sound else ():
            if any(phrase.id == swap for phrase in section.evidence):
                others = {name for phrase in section.evidence if phrase.id != swap for name in phrase.findings}
                for name in sorted(others.intersection(findings)):
                    self._wrong((*where, name), f"another phrase shows '{name}' too", "state a finding once a section")

    def _keys(self, where: Place, stated: Sequence[KeyData], count: int) -> list[Key] | None:
        keys = [self._key((*where, place), key) for place, key in enumerate(stated)]
        if count and len(keys) != count:
            problem = f"the number of keys is {len(keys)}, of decision points {count}"
            self._wrong(where, problem, "give one key for each '##' section")
            return None
        return None if None in keys or not count else [key for key in keys if key]

    def _key(self, where: Place, data: KeyData) -> Key | None:
        before = len(self.mistakes)
        levels = self.criteria.choices
        flags = [flag.id for flag in self.criteria.flags]
        level, also = data.get("level"), data.get("also", [])
        if not isinstance(level, str):
            self._wrong(where, "the key names no level", "write 'level: …' in it")
        elif level not in levels:
            self._unknown_level((*where, "level"), level, levels)
        also = also if isinstance(also, list) else [str(also)]
        for other in also:
            if other not in levels[:-1]:
                self._unknown_level((*where, "also"), other, levels[:-1])
        stated: dict[str, bool] = {}
        for name, value in data.items():
            if name in ("level", "also"):
                continue
            if name not in flags:
                self._wrong((*where, name), f"unknown key '{name}'", suggestion(name, ["level", "also", *flags]))
            elif not isinstance(value, bool):
                self._wrong((*where, name), f"'{name}: {value}'", "write true or false")
            else:
                stated[name] = value
        return Key(str(level), tuple(also), stated) if len(self.mistakes) == before else None

    def _dissents(self, count: int) -> list[Dissent | None] | None:
        data = self.front.dissent
        dissents: list[DissentData | None] = data if isinstance(data, list) else [data] + [None] * (count - 1)
        before = len(self.mistakes)
        if count and len(dissents) != count:
            problem = f"the number of dissents is {len(dissents)}, of decision points {count}"
            self._wrong(("dissent",), problem, "give one each, or null")
        levels = self.criteria.choices
        for place, dissent in enumerate(dissents):
            if dissent is not None and dissent.level not in levels:
                self._unknown_level(("dissent", place, "level"), dissent.level, levels)
        if len(self.mistakes) > before:
            return None
        return [Dissent(dissent.level, dissent.reason.strip()) if dissent else None for dissent in dissents]

    def _held(self, where: Place, dissent_at: Place, point: DecisionPoint) -> None:
        """A key agrees with the computed answer, or carries the dissent that explains why not."""
        decision, key = decide(point.findings, self.criteria), point.key
        if point.dissent and point.dissent.level == decision.level:
            problem = f"the dissent gives '{decision.level}', as the criteria do"
            self._wrong((*dissent_at, "level"), problem, "take it away")
        if key.level != decision.level:
            if point.dissent and point.dissent.level == key.level:
                return
            remedy = "correct the key or the findings, or write a dissent with its reason"
            self._wrong((*where, "level"), f"the key says '{key.level}', the criteria give '{decision.level}'", remedy)
            if ESCALATE in (key.level, decision.level):
                return
        else:
            also = tuple(level for level in decision.accepted if level != decision.level)
            if set(key.also) != set(also):
                problem = f"the key also accepts {_these(key.also)}, the criteria {_these(also)}"
                self._wrong((*where, "also"), problem, "correct 'also' or the findings")
        for flag, value in (key.flags or {}).items():
            given = decision.flags[flag]
            if value != given:
                answer = "no such answer" if given is None else str(given).lower()
                problem = f"the key says '{flag}: {str(value).lower()}', the criteria give {answer}"
                self._wrong((*where, flag), problem, "correct the key or the findings")

    def _unknown_level(self, place: Place, level: str, known: Sequence[str]) -> None:
        self.mistakes.append(self.document.unknown(place, "level", level, known))

    def _wrong(self, place: Place, problem: str, remedy: str) -> None:
        self.mistakes.append(self.document.mistake(place, problem, remedy))


def _these(levels: Sequence[str]) -> str:
    return " and ".join(f"'{level}'" for level in levels) or "nothing else"
