"""A vignette as a trainee reads it: decision points, sentences that can be marked, phrases that show findings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from carelevel.core.criteria import Findings
from carelevel.core.glossary import Term, terms_in
from carelevel.core.of_id import of_id

Span = tuple[int, int]
"""Where something stands in a paragraph's text: the first character, and the one after the last."""

HELD, RETIRED = "held", "retired"
"""What a case's status can be, beside none: held back from trainees until it is mended, or taken out of use."""

_WORD = re.compile(r"\w[\w’'-]*")

ORDINARY = 2
"""How hard a text is to read that nobody has marked."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a trainee can mark; *number* counts from 0 through the decision point."""

    number: int
    at: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks; *stressed* are the spans that were set in italics or bold."""

    text: str
    sentences: tuple[Sentence, ...]
    stressed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A phrase and the findings that it shows."""

    paragraph: int
    at: Span
    phrase: str
    findings: Findings
    sentences: tuple[int, ...]  # the numbers of the sentences that the phrase touches
    id: str = ""
    changed: bool = False  # in a twin: the phrase that was swapped


@dataclass(frozen=True, slots=True)
class Key:
    """The answer that a case states for one decision point; *flags* as far as it states them."""

    level: str
    also: tuple[str, ...] = ()
    flags: Mapping[str, bool] | None = None


@dataclass(frozen=True, slots=True)
class Dissent:
    """An author's own answer where it differs from the criteria's."""

    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One `##` section; *findings* are all that hold by now, those of earlier sections included."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[Evidence, ...]
    findings: Findings
    key: Key
    dissent: Dissent | None = None

    @property
    def sentence_count(self) -> int:
        """Sentences that can be marked, numbered from 0."""
        return sum(len(paragraph.sentences) for paragraph in self.paragraphs)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each paragraph."""
        return tuple(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Twin:
    """The case with one phrase changed."""

    id: str
    swap: str  # the id of the phrase
    points: tuple[DecisionPoint, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One file: a story with its decision points, and the twins in which one phrase of it is another."""

    id: str
    title: str
    difficulty: int  # 1 clear, 2 mixed, 3 contested
    points: tuple[DecisionPoint, ...]
    digest: str  # SHA-256 of the file
    discuss: str = ""
    twins: tuple[Twin, ...] = ()
    reading: int | None = None  # how hard the text is: 1 plain, 2 ordinary, 3 demanding; None: not marked
    glossary: tuple[Term, ...] = ()
    opening: str = ""  # the person's first line in an interview; "": the first sentences that show nothing
    unsaid: Mapping[str, str] = field(default_factory=dict)  # finding -> what the person says, where nothing is known
    status: str = ""  # "" in use, HELD, RETIRED
    released: tuple[str, ...] = ()  # words that lint takes for an error, and an author let stand

    @property
    def is_in_use(self) -> bool:
        """Whether trainees and rooms meet it."""
        return self.status not in (HELD, RETIRED)

    @property
    def ease(self) -> tuple[int, int]:
        """What to sort by where plain texts come first, and among these clear answers."""
        return self.reading or ORDINARY, self.difficulty

    @property
    def found_by(self) -> str:
        """What a search for the case reads: its title, and each word of its story once."""
        told = " ".join(text for point in self.points for text in point.texts)
        return " ".join([self.title, *dict.fromkeys(_WORD.findall(told.casefold()))])

    def terms(self, point: DecisionPoint) -> tuple[Term, ...]:
        """The entries of the glossary whose words stand in a decision point of the case, or of a twin."""
        return terms_in(self.glossary, point.texts)

    def telling(self, twin: str | None = None) -> tuple[DecisionPoint, ...]:
        """The decision points of the case itself, or of one of its twins; KeyError where it has no such twin."""
        if twin is None:
            return self.points
        return of_id(self.twins, twin).points

    def asks(self, twin: str, number: int) -> bool:
        """Whether it has that decision point, counted from 0; *twin* is '' for the case itself."""
        return twin in {"", *(known.id for known in self.twins)} and number < len(self.telling(twin or None))

    def discussion(self, number: int, twin: str | None) -> str:
        """What to talk about after the answer to a decision point: '' before the last one, and beside a twin.

        It may speak of anything in the story, and so give an answer away.
        """
        return self.discuss if not twin and number + 1 == len(self.points) else ""

    def changed_point(self, twin: str) -> int:
        """The number of the decision point in which a twin's phrase is changed."""
        points = self.telling(twin)
        return next(n for n, point in enumerate(points) if any(phrase.changed for phrase in point.evidence))


def by_title(title: str) -> str:
    """What titles are sorted by, as people read them: capitals and accents make no difference."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", title) if not unicodedata.combining(sign)).casefold()
