"""The nouns of a bank's criteria: sources, claims, levels, findings and rules, as criteria.yaml holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

ESCALATE = "escalate"
"""The answer where a red flag is present: outside what the sources can answer; never the id of a level."""

Findings = Mapping[str, str]
"""What is stated of a person: finding id -> value id."""


class Strict:
    """Refuse unknown keys where the dataclass is read from a file."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}


class Exact:
    """Marks what a file must state as it is: true is no 1, "3" is no 3, and 1 is not true."""

    @staticmethod
    def __get_pydantic_core_schema__(source: object, handler: Callable[[object], Any]) -> Mapping[str, Any]:
        """Asked for by pydantic where the dataclass is read from a file; nothing of pydantic is needed for it."""
        return {**handler(source), "strict": True}


Whole = Annotated[int, Exact]
YesOrNo = Annotated[bool, Exact]


@dataclass(frozen=True, slots=True)
class Section(Strict):
    """A section of a source: how many paragraphs and bullets a locator can name."""

    id: str
    heading: str
    paragraphs: Whole
    bullets: Whole = 0


@dataclass(frozen=True, slots=True)
class Source(Strict):
    """A document that claims are taken from; *sha256* is that of its file."""

    id: str
    title: str
    sha256: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Locator(Strict):
    """Where in a source a claim stands: a paragraph or a bullet of a section, and the file's line."""

    source: str
    section: str
    line: Whole
    paragraph: Whole | None = None
    bullet: Whole | None = None


@dataclass(frozen=True, slots=True)
class Claim(Strict):
    """One statement of a source, paraphrased."""

    id: str
    at: Locator
    says: str


@dataclass(frozen=True, slots=True)
class Feature(Strict):
    """What a level means for one topic of daily life."""

    topic: str
    says: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level(Strict):
    """A rung of the ladder of care."""

    id: str
    name: str
    summary: str
    because: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Value(Strict):
    """One value of a finding; *says* completes "The person …"."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Finding(Strict):
    """A named fact about a person; *values* go from least to most concern."""

    id: str
    name: str
    ask: str
    values: tuple[Value, ...]
    mitigates: YesOrNo = False  # counts only when stated
    red_flag: YesOrNo = False  # any value but the first: the answer is ESCALATE

    def rank(self, value: str) -> int:
        """The value's place from least (0) to most concern; KeyError where there is none."""
        for place, known in enumerate(self.values):
            if known.id == value:
                return place
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class Exception_(Strict):
    """What lowers a floor: all of *when* at their least concern."""

    when: Findings
    because: tuple[str, ...]
    says: str
    floor: str | None = None
    also: tuple[str, ...] = ()
    defeats: YesOrNo = False


@dataclass(frozen=True, slots=True)
class Floor(Strict):
    """A rule that asks for at least a level when every finding of *when* is of at least this much concern."""

    id: str
    name: str
    when: Findings
    floor: str
    strength: Literal["direct", "inferred"]
    because: tuple[str, ...]
    says: str
    exceptions: tuple[Exception_, ...] = ()


@dataclass(frozen=True, slots=True)
class Prerequisite(Strict):
    """What a level needs: one of *needs*, each met when its findings are of at most this much concern."""

    id: str
    level: str
    name: str
    needs: tuple[Findings, ...]
    because: tuple[str, ...]
    says: str
    unmet: str
    waivable: YesOrNo = False  # where this alone fails, the level stays accepted


@dataclass(frozen=True, slots=True)
class Contributory(Strict):
    """A rule that supports a level once something else has set it; it never decides."""

    id: str
    name: str
    when: Findings
    supports: str
    because: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Preference(Strict):
    """A wish that makes a level accepted, never the recommendation."""

    id: str
    name: str
    when: Findings
    accepts: str
    because: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Neutral(Strict):
    """A finding that speaks for a level and never moves the answer."""

    id: str
    name: str
    when: Findings
    favours: str
    because: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Warning_(Strict):
    """A caution that stands beside a flag, with the works that it names."""

    says: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag(Strict):
    """A yes-or-no answer beside the level; yes when any of *when* holds."""

    id: str
    name: str
    ask: str
    yes: str
    no: str
    when: tuple[Findings, ...]
    because: tuple[str, ...]
    says: str
    warning: Warning_ | None = None


@dataclass(frozen=True, slots=True)
class Item(Strict):
    """One entry of a named list, given with *levels* when any of *when* holds (always, where there is none)."""

    id: str
    name: str
    levels: tuple[str, ...]
    because: tuple[str, ...]
    says: str
    when: tuple[Findings, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedList(Strict):
    """Things given beside the level; *asked*: the card asks a trainee to choose among them."""

    id: str
    name: str
    items: tuple[Item, ...]
    ask: str = ""
    asked: YesOrNo = False


@dataclass(frozen=True, slots=True)
class Standing(Strict):
    """A general statement shown with every answer, or where the criteria are explained."""

    id: str
    says: str
    because: tuple[str, ...]
    shown: Literal["answer", "criteria"]


@dataclass(frozen=True, slots=True)
class Tension(Strict):
    """Where the sources pull apart, and how this bank reads it."""

    id: str
    name: str
    claims: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Silence(Strict):
    """What the sources do not speak of; shown, never scored."""

    id: str
    says: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference(Strict):
    """A public work named for context; nothing rests on it."""

    id: str
    cite: str
    says: str


Rule = Floor | Prerequisite | Contributory | Preference | Neutral


@dataclass(frozen=True, eq=False)
class Criteria(Strict):
    """A bank's criteria, whole; two are the same only when they are one object."""

    title: str
    notice: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    levels: tuple[Level, ...]  # least intensive first
    findings: tuple[Finding, ...]
    floors: tuple[Floor, ...] = ()
    prerequisites: tuple[Prerequisite, ...] = ()
    contributory: tuple[Contributory, ...] = ()
    preferences: tuple[Preference, ...] = ()
    neutral: tuple[Neutral, ...] = ()
    red_flag_says: str = ""
    flags: tuple[Flag, ...] = ()
    lists: tuple[NamedList, ...] = ()
    standing: tuple[Standing, ...] = ()
    tensions: tuple[Tension, ...] = ()
    silences: tuple[Silence, ...] = ()
    references: tuple[Reference, ...] = ()
    digest: str = field(default="", compare=False)

    @cached_property
    def ladder(self) -> tuple[str, ...]:
        """The levels' ids, the least intensive first."""
        return tuple(level.id for level in self.levels)

    @property
    def choices(self) -> tuple[str, ...]:
        """What an answer can say: the ladder, then ESCALATE."""
        return (*self.ladder, ESCALATE)

    def level(self, level: str) -> Level:
        """The level of that id; StopIteration where there is none."""
        return next(known for known in self.levels if known.id == level)

    def rung(self, level: str) -> int:
        """The level's place on the ladder, 0 the least intensive; ValueError where there is none."""
        return list(self.ladder).index(level)  # a tuple would not name what it lacks

    def finding(self, finding: str) -> Finding:
        """The finding of that id; StopIteration where there is none."""
        return next(known for known in self.findings if known.id == finding)

    def claim(self, claim: str) -> Claim:
        """The claim of that id; StopIteration where there is none."""
        return next(known for known in self.claims if known.id == claim)

    def rule(self, rule: str) -> Rule:
        """The rule of that id; StopIteration where there is none, a red flag being no rule."""
        return next(known for known in self.rules() if known.id == rule)

    def rule_name(self, rule: str) -> str:
        """The name of a rule, or of a red flag, which is a rule by itself."""
        named = {known.id: known.name for known in (*self.findings, *self.rules())}
        return named[rule]

    def rules(self) -> Iterator[Rule]:
        """Every rule in the order of the file."""
        yield from self.floors
        yield from self.prerequisites
        yield from self.contributory
        yield from self.preferences
        yield from self.neutral

    def moving(self) -> tuple[str, ...]:
        """The findings that can move the recommendation, in the order of the file."""
        named = {name for floor in self.floors for name in floor.when}
        named |= {name for floor in self.floors for eased in floor.exceptions for name in eased.when}
        named |= {name for needed in self.prerequisites for need in needed.needs for name in need}
        return tuple(finding.id for finding in self.findings if finding.id in named)
