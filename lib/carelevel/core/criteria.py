"""The nouns of a bank's criteria: sources, claims, levels, findings and rules, as criteria.yaml holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from carelevel.core.of_id import of_id

ESCALATE = "escalate"
"""The answer where a red flag is present: outside what the sources can answer; never the id of a level."""

Findings = Mapping[str, str]
"""What is stated of a person: finding id -> value id."""


def exactly(when: Findings, findings: Findings) -> bool:
    """Whether all of *when* is stated, just so."""
    return all(findings.get(name) == value for name, value in when.items())


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
    """What claims are taken from; *sha256*, where it is a file at hand, is that of its bytes.

    *pages*, *minutes* and *lines* are how many there are, where a locator goes by them; *called* is how a locator
    names it, such as "Article A".
    """

    id: str
    title: str
    called: str = ""
    sha256: str = ""
    sections: tuple[Section, ...] = ()
    pages: Whole | None = None
    minutes: Whole | None = None
    lines: Whole | None = None


@dataclass(frozen=True, slots=True)
class Locator(Strict):
    """Where in a source a claim stands: in a section its paragraph or bullet; or a page, a minute, a line."""

    source: str
    section: str | None = None
    paragraph: Whole | None = None
    bullet: Whole | None = None
    page: Whole | None = None
    minute: Whole | None = None
    line: Whole | None = None


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
class Endorsement(Strict):
    """What names a level directly where nothing asks for more: *when*, stated, and of at most this concern."""

    when: Findings
    because: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Level(Strict):
    """A rung of the ladder of care."""

    id: str
    name: str
    summary: str
    because: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()
    endorsed: tuple[Endorsement, ...] = ()


@dataclass(frozen=True, slots=True)
class Value(Strict):
    """One value of a finding; *says* completes "The person …".

    *worse* and *better* do so where it is a change for the worse or for the better.
    """

    id: str
    says: str
    worse: str = ""
    better: str = ""

    def became(self, *, worse: bool) -> str:
        """What completes "The person …" once it has come to this from less, or from more, concern."""
        return (self.worse if worse else self.better) or self.says


@dataclass(frozen=True, slots=True)
class Harm(Strict):
    """Why a yes to *flag* does harm where a red flag is present."""

    flag: str
    says: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedFlag(Strict):
    """What makes the answer ESCALATE: *soon* is one of the criteria's urgencies, *says* what to do first."""

    soon: str
    says: str
    references: tuple[str, ...]
    against: tuple[Harm, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding(Strict):
    """A named fact about a person; *values* go from least to most concern."""

    id: str
    name: str
    ask: str
    values: tuple[Value, ...]
    circumstance: YesOrNo = False  # may move an answer either way
    red_flag: RedFlag | None = None  # any value but the first: the answer is ESCALATE
    search: tuple[str, ...] = ()  # words by which somebody may look for it
    topic: str = ""  # under what it is asked, among others

    def rank(self, value: str) -> int:
        """The value's place from least (0) to most concern; KeyError where there is none."""
        for place, known in enumerate(self.values):
            if known.id == value:
                return place
        raise KeyError(value)


Kind = Literal["firm", "yielding"]
"""*firm*: holds whatever is possible; *yielding*: gives way where its level is not possible and a lower one is."""

Strength = Literal["direct", "inferred", "by_exclusion"]
"""Whether a source says it of the level, it is read through a chain of claims, or only other levels are ruled out."""


@dataclass(frozen=True, slots=True)
class Exception_(Strict):
    """What eases an indication, or defeats it: *when*, stated, and of at most this concern.

    Where it holds, what it asks for counts instead; of several that hold, the first.
    """

    when: Findings
    because: tuple[str, ...]
    says: str
    asks: str | None = None
    also: tuple[str, ...] = ()
    kind: Kind = "firm"
    strength: Strength = "inferred"
    defeats: YesOrNo = False
    at_least: Whole | None = None  # so many of *when* are enough


@dataclass(frozen=True, slots=True)
class Indication(Strict):
    """A rule that asks for a level when the findings of *when* are of at least this much concern.

    *also*: levels that a source supports beside it.
    """

    id: str
    name: str
    when: Findings
    asks: str
    kind: Kind
    strength: Strength
    because: tuple[str, ...]
    says: str
    also: tuple[str, ...] = ()
    at_least: Whole | None = None  # so many of *when* are enough
    exceptions: tuple[Exception_, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement(Strict):
    """When a level is possible at all: *needs* are of at most this much concern, what is unstated taken for granted.

    Any of *instead* will do as well where it is stated.
    """

    id: str
    level: str
    name: str
    needs: Findings
    because: tuple[str, ...]
    says: str
    unmet: str
    at_least: Whole | None = None  # so many of *needs* are enough
    instead: tuple[Findings, ...] = ()

    @property
    def reads(self) -> tuple[Findings, ...]:
        """*needs* and each of *instead*."""
        return (self.needs, *self.instead)


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
class SafetyLine(Strict):
    """What is said beside every answer, with the works that it rests on; *question*: it asks, and is never scored."""

    id: str
    says: str
    references: tuple[str, ...] = ()
    question: YesOrNo = False


@dataclass(frozen=True, slots=True)
class Safety(Strict):
    """The safety lines; they stand foremost where any of *foremost* is stated exactly so."""

    lines: tuple[SafetyLine, ...] = ()
    foremost: tuple[Findings, ...] = ()


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
    says: str  # where it is yes
    clears: str = ""  # where what is stated makes it no
    unasked: str = ""  # where none of its findings is stated


@dataclass(frozen=True, slots=True)
class ItemNote(Strict):
    """What is added to an entry where *when* is stated exactly so, and *unless* is not."""

    says: str
    when: Findings = field(default_factory=dict)
    unless: Findings = field(default_factory=dict)
    because: tuple[str, ...] = ()
    leads: YesOrNo = False  # the entry then stands first in its list


@dataclass(frozen=True, slots=True)
class Item(Strict):
    """One entry of a named list, given with *levels* where any of *when* is stated exactly so, or always without it."""

    id: str
    name: str
    levels: tuple[str, ...]
    because: tuple[str, ...]
    says: str
    when: tuple[Findings, ...] = ()
    notes: tuple[ItemNote, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedList(Strict):
    """Things given beside the level; *asked*: the card asks a trainee to choose among them."""

    id: str
    name: str
    items: tuple[Item, ...]
    ask: str = ""
    asked: YesOrNo = False


@dataclass(frozen=True, slots=True)
class GeneralStatement(Strict):
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


Rule = Indication | Requirement | Contributory | Preference | Neutral


@dataclass(frozen=True, slots=True)
class Referral(Strict):
    """What is done where the criteria give no answer: "refer", "referred", "referring", "a referral"."""

    do: str
    done: str
    doing: str
    noun: str


@dataclass(frozen=True)
class Words(Strict):
    """What a bank's trade calls whatever our sentences name, each as it stands within one.

    *person*: whom the cases are about; *rung*: a level of the ladder; *care*: what a level is more or less of.
    *a_person* and *a_rung* come with their article, where "a" or "an" by the first letter is wrong; *rungs* is the
    plural, where an "s" is. *subject* heads the pages of a room; *first_meeting* the first part of a story.
    """

    subject: str = ""
    person: str = "person"
    a_person: str = ""
    rung: str = "level"
    a_rung: str = ""
    rungs: str = ""
    care: str = ""
    first_meeting: str = "First meeting"
    referral: Referral = Referral("refer", "referred", "referring", "a referral")

    def said(self, form: str, **slots: object) -> str:
        """*form* with these words, and what else its *slots* take."""
        return form.format(**self._slots, **slots)

    def in_all(self, forms: Mapping[str, str]) -> dict[str, str]:
        """The same for many by their names, whose other slots stay open."""
        return {name: _SLOT.sub(lambda slot: self._slots.get(slot[1], slot[0]), form) for name, form in forms.items()}

    @cached_property
    def _slots(self) -> Mapping[str, str]:
        """The words by the slots that they fill, and again with a capital letter."""
        rungs = self.rungs or f"{self.rung}s"
        words = {
            "subject": self.subject or rungs,
            "the_person": f"the {self.person}",
            "a_person": self.a_person or _with_article(self.person),
            "rung": self.rung,
            "a_rung": self.a_rung or _with_article(self.rung),
            "rungs": rungs,
            "care": self.care or rungs,
            "first_meeting": self.first_meeting,
            "refer": self.referral.do,
            "referred": self.referral.done,
            "referring": self.referral.doing,
            "a_referral": self.referral.noun,
        }
        return {**words, **{_capital(slot): _capital(word) for slot, word in words.items()}}


PLAIN_WORDS = Words()
"""Where there is no bank at hand, or its own words are not stated."""

_SLOT = re.compile(r"\{(\w+)\}")


def _with_article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, eq=False)
class Criteria(Strict):
    """A bank's criteria, whole; two are the same only when they are one object."""

    title: str
    notice: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    levels: tuple[Level, ...]  # least intensive first
    findings: tuple[Finding, ...]
    indications: tuple[Indication, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    contributory: tuple[Contributory, ...] = ()
    preferences: tuple[Preference, ...] = ()
    neutral: tuple[Neutral, ...] = ()
    refer_says: str = ""
    urgencies: tuple[str, ...] = ()  # how soon a red flag asks for somebody, the most urgent first
    safety: Safety = field(default_factory=Safety)
    flags: tuple[Flag, ...] = ()
    lists: tuple[NamedList, ...] = ()
    standing: tuple[GeneralStatement, ...] = ()
    tensions: tuple[Tension, ...] = ()
    silences: tuple[Silence, ...] = ()
    references: tuple[Reference, ...] = ()
    words: Words = field(default_factory=Words)
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
        """The level of that id; KeyError where there is none."""
        return of_id(self.levels, level)

    def rung(self, level: str) -> int:
        """The level's place on the ladder, 0 the least intensive; ValueError where there is none."""
        return list(self.ladder).index(level)  # a tuple would not name what it lacks

    def finding(self, finding: str) -> Finding:
        """The finding of that id; KeyError where there is none."""
        return of_id(self.findings, finding)

    def claim(self, claim: str) -> Claim:
        """The claim of that id; KeyError where there is none."""
        return of_id(self.claims, claim)

    def rule(self, rule: str) -> Rule:
        """The rule of that id; KeyError where there is none, a red flag being no rule."""
        return of_id(self.rules(), rule)

    def rule_name(self, rule: str) -> str:
        """The name of a rule, of a red flag, which is a rule by itself, or of a flag; of what is gone its id."""
        named = {known.id: known.name for known in (*self.findings, *self.flags, *self.rules())}
        return named.get(rule, rule)

    def rules(self) -> Iterator[Rule]:
        """Every rule in the order of the file."""
        yield from self.indications
        yield from self.requirements
        yield from self.contributory
        yield from self.preferences
        yield from self.neutral

    def urgency(self, red_flag: str) -> int:
        """How soon a red flag asks for somebody, 0 the most urgent."""
        flag = self.finding(red_flag).red_flag
        return self.urgencies.index(flag.soon) if flag else 0

    def moving(self) -> tuple[str, ...]:
        """The findings that can move the recommendation, in the order of the file."""
        named = {name for rule in self.indications for name in rule.when}
        named |= {name for rule in self.indications for eased in rule.exceptions for name in eased.when}
        named |= {name for rule in self.requirements for when in rule.reads for name in when}
        return tuple(finding.id for finding in self.findings if finding.id in named)

    def unused(self) -> tuple[str, ...]:
        """The findings that nothing reads, in the order of the file."""
        stated: list[Findings] = [rule.when for rule in self.contributory]
        stated += [rule.when for rule in self.preferences] + [rule.when for rule in self.neutral]
        stated += [when for flag in self.flags for when in flag.when]
        for item in (item for named in self.lists for item in named.items):
            stated += [*item.when, *(findings for note in item.notes for findings in (note.when, note.unless))]
        read = {*self.moving(), *self.red_flags, *(name for when in (*stated, *self.safety.foremost) for name in when)}
        return tuple(finding.id for finding in self.findings if finding.id not in read)

    @cached_property
    def circumstances(self) -> tuple[str, ...]:
        """The findings that may move an answer either way, in the order of the file."""
        return tuple(finding.id for finding in self.findings if finding.circumstance)

    @cached_property
    def red_flags(self) -> tuple[str, ...]:
        """The findings of which any but the least makes the answer ESCALATE, in the order of the file."""
        return tuple(finding.id for finding in self.findings if finding.red_flag)
