"""One case file as a Case: decision points, twins, and keys held against the criteria; all mistakes in one pass."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from carelevel.bank.document import Place, unknown_name
from carelevel.bank.front_matter import DissentData, Head, KeyData, TwinData, divide, read_head
from carelevel.bank.vignette import Section, Vignette, evidence, read_vignette, retold
from carelevel.core.assess import decide
from carelevel.core.case import Case, DecisionPoint, Dissent, Key, Twin
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.diagnostic import Diagnostic, foremost
from carelevel.core.errors import suggestion

LARGEST = 64 * 1024
MOST_POINTS = 12
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
    vignette = read_vignette(divided.prose, file, divided.offset)
    story = [*vignette.mistakes, *_phrases(vignette.sections, file, criteria)]
    head, mistakes = read_head(divided, file)
    if head is None:
        return None, foremost(story + mistakes)
    reading = _Reading(head, vignette, criteria, sound=not story)
    case = reading.case(case_id, hashlib.sha256(text.encode()).hexdigest())
    mistakes += story + reading.mistakes
    return (None if mistakes else case), foremost(mistakes)


def _phrases(sections: Sequence[Section], file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Every finding that the story shows is known and stated once a decision point, every phrase named once."""
    known = {finding.id: [value.id for value in finding.values] for finding in criteria.findings}
    named: set[str] = set()
    for section in sections:
        stated: dict[str, str] = {}
        for shown in section.shown:
            for name, value in shown.findings.items():
                if name not in known:
                    yield Diagnostic(file, shown.line, f"unknown finding '{name}'", suggestion(name, known))
                elif value not in known[name]:
                    remedy = suggestion(value, known[name])
                    yield Diagnostic(file, shown.line, f"unknown value '{value}' of '{name}'", remedy)
                elif name in stated:
                    how = "repeated" if stated[name] == value else "contradicted"
                    yield Diagnostic(file, shown.line, f"'{name}' is {how} here", "state a finding once a section")
                stated[name] = value
            if shown.id and shown.id in named:
                remedy = "give one of them another name"
                yield Diagnostic(file, shown.line, f"two phrases are called '#{shown.id}'", remedy)
            named.add(shown.id)
    if len(sections) > MOST_POINTS:
        line = sections[MOST_POINTS].line
        yield Diagnostic(file, line, f"more than {MOST_POINTS} decision points", "tell a shorter story")


def _changed(sections: Sequence[Section], twin: TwinData) -> list[Section]:
    """The sections with the twin's phrase in its new words, showing what the twin says of it."""
    told = [
        retold(section, twin.swap) if any(shown.id in twin.swap for shown in section.shown) else section
        for section in sections
    ]
    for shown in (shown for section in told for shown in section.shown if shown.changed):
        shown.findings = dict(twin.findings)
    return told


class _Reading:
    """One pass over one file, gathering mistakes; *sound*: the story itself has none."""

    def __init__(self, head: Head, told: Vignette, criteria: Criteria, sound: bool) -> None:
        self.document, self.front = head.document, head.front
        self.told = told
        self.criteria, self.sound = criteria, sound
        self.mistakes: list[Diagnostic] = []

    def case(self, case_id: str, digest: str) -> Case | None:
        self._identity(case_id)
        points = self._points((), None, self.sound)
        twins = [self._twin(twin, place) for place, twin in enumerate(self.front.twins)]
        if points is None:
            return None
        return Case(
            id=self.front.id,
            title=self.front.title,
            difficulty=self.front.difficulty,
            points=points,
            digest=digest,
            discuss=self.front.discuss.strip(),
            twins=tuple(twin for twin in twins if twin is not None),
        )

    def _identity(self, case_id: str) -> None:
        if self.front.id != case_id:
            self._wrong(
                ("id",),
                f"the id '{self.front.id}' is not the file's name",
                f"write 'id: {case_id}', or rename the file",
            )
        elif not CASE_ID.fullmatch(self.front.id):
            self._wrong(("id",), f"the id '{self.front.id}'", "use small letters, digits and single hyphens")
        elif self.front.id in RESERVED:
            self._wrong(
                ("id",),
                f"the id '{self.front.id}' is a name that computers keep for themselves",
                "rename the file, and write its new name here",
            )
        seen: set[str] = set()
        for place, twin in enumerate(self.front.twins):
            if twin.id in seen or not CASE_ID.fullmatch(twin.id):
                self._wrong(
                    ("twins", place, "id"),
                    f"the twin's id '{twin.id}'",
                    "small letters, digits, hyphens; each once",
                )
            seen.add(twin.id)

    def _points(self, where: Place, twin: TwinData | None, sound: bool) -> tuple[DecisionPoint, ...] | None:
        """The decision points as told in the file, or with *twin*'s phrase swapped; None where they are not *sound*."""
        sections = _changed(self.told.sections, twin) if twin and sound else self.told.sections
        keys = self._keys((*where, "key"), twin.key if twin else self.front.key, len(sections))
        dissents = self._dissents(len(sections)) if twin is None else [None] * len(sections)
        if not sound or keys is None or dissents is None:
            return None
        points: list[DecisionPoint] = []
        findings: Findings = {}
        for place, section in enumerate(sections):
            shown_here = {name: value for shown in section.shown for name, value in shown.findings.items()}
            findings = {**findings, **shown_here}
            points.append(
                DecisionPoint(
                    heading=section.heading,
                    paragraphs=tuple(section.paragraphs),
                    evidence=evidence(section),
                    findings=findings,
                    key=keys[place],
                    dissent=dissents[place],
                )
            )
            at = (*where, "key", place) if isinstance(twin.key if twin else self.front.key, list) else (*where, "key")
            self._held(at, self._dissent_at(place), points[-1])
        return tuple(points)

    def _twin(self, twin: TwinData, place: int) -> Twin | None:
        where = ("twins", place)
        swap, text = next(iter(twin.swap.items()))
        before = len(self.mistakes)
        named = self.told.named
        if swap not in named and any(section.paragraphs for section in self.told.sections):
            remedy = suggestion(swap, named) if named else f"write [the phrase]{{#{swap} …}} in the story"
            self._wrong((*where, "swap"), f"the swap names no phrase '#{swap}'", remedy)
        if not text.strip() or any(mark in text for mark in "[]{}<>*`"):
            self._wrong((*where, "swap", swap), "the swap has markup, or no words", "write plain words there")
        self._known((*where, "findings"), twin.findings)
        self._alone((*where, "findings"), twin.findings, swap)
        sound = self.sound and len(self.mistakes) == before
        points = self._points(where, twin, sound)
        return None if points is None else Twin(twin.id, swap, points)

    def _alone(self, where: Place, findings: Findings, swap: str) -> None:
        """What the new words of a twin show is shown by no other phrase of the same decision point."""
        for section in self.told.sections if self.sound else ():
            if any(shown.id == swap for shown in section.shown):
                others = {name for shown in section.shown if shown.id != swap for name in shown.findings}
                for name in sorted(others.intersection(findings)):
                    self._wrong((*where, name), f"another phrase shows '{name}' too", "state a finding once a section")

    def _known(self, where: Place, findings: Findings) -> None:
        known = {finding.id: [value.id for value in finding.values] for finding in self.criteria.findings}
        for name, value in findings.items():
            if name not in known:
                self.mistakes.append(unknown_name(self.document, (*where, name), "finding", name, list(known)))
            elif value not in known[name]:
                self._wrong((*where, name), f"unknown value '{value}' of '{name}'", suggestion(value, known[name]))

    def _keys(self, where: Place, data: KeyData | list[KeyData], count: int) -> list[Key] | None:
        listed = data if isinstance(data, list) else [data]
        keys = [
            self._key((*where, place) if isinstance(data, list) else where, one) for place, one in enumerate(listed)
        ]
        if count and len(listed) != count:
            problem = f"the number of keys is {len(listed)}, of decision points {count}"
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
            self.mistakes.append(unknown_name(self.document, (*where, "level"), "level", level, levels))
        for other in also if isinstance(also, list) else [also]:
            if not isinstance(other, str) or other not in levels[:-1]:
                self.mistakes.append(unknown_name(self.document, (*where, "also"), "level", str(other), levels[:-1]))
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
        if len(self.mistakes) > before:
            return None
        return Key(str(level), tuple(also) if isinstance(also, list) else (str(also),), stated)

    def _dissents(self, count: int) -> list[Dissent | None] | None:
        data = self.front.dissent
        listed: list[DissentData | None] = data if isinstance(data, list) else [data] + [None] * (count - 1)
        before = len(self.mistakes)
        if count and len(listed) != count:
            problem = f"the number of dissents is {len(listed)}, of decision points {count}"
            self._wrong(("dissent",), problem, "give one each, or null")
        levels = self.criteria.choices
        for place, one in enumerate(listed):
            if one is not None and one.level not in levels:
                where = (*self._dissent_at(place), "level")
                self.mistakes.append(unknown_name(self.document, where, "level", one.level, levels))
        if len(self.mistakes) > before:
            return None
        return [Dissent(one.level, one.reason.strip()) if one else None for one in listed]

    def _dissent_at(self, place: int) -> Place:
        return ("dissent", place) if isinstance(self.front.dissent, list) else ("dissent",)

    def _held(self, where: Place, dissent_at: Place, point: DecisionPoint) -> None:
        """A key agrees with the computed answer, or carries the dissent that explains why not."""
        said, key = decide(point.findings, self.criteria), point.key
        if point.dissent and point.dissent.level == said.level:
            self._wrong((*dissent_at, "level"), f"the dissent gives '{said.level}', as the criteria do", "take it away")
        if key.level != said.level:
            if point.dissent and point.dissent.level == key.level:
                return
            remedy = "correct the key or the findings, or write a dissent with its reason"
            self._wrong((*where, "level"), f"the key says '{key.level}', the criteria give '{said.level}'", remedy)
            if ESCALATE not in (key.level, said.level):
                self._flags(where, key.flags or {}, said.flags)
            return
        also = tuple(level for level in said.accepted if level != said.level)
        if set(key.also) != set(also):
            self._wrong(
                (*where, "also"),
                f"the key also accepts {_these(key.also)}, the criteria {_these(also)}",
                "correct 'also' or the findings",
            )
        self._flags(where, key.flags or {}, said.flags)

    def _flags(self, where: Place, stated: Mapping[str, bool], said: Mapping[str, bool | None]) -> None:
        for flag, value in stated.items():
            if value != said[flag]:
                given = "no such answer" if said[flag] is None else str(said[flag]).lower()
                self._wrong(
                    (*where, flag),
                    f"the key says '{flag}: {str(value).lower()}', the criteria give {given}",
                    "correct the key or the findings",
                )

    def _wrong(self, place: Place, problem: str, remedy: str) -> None:
        self.mistakes.append(self.document.mistake(place, problem, remedy))


def _these(levels: Sequence[str]) -> str:
    return " and ".join(f"'{level}'" for level in levels) or "nothing else"
