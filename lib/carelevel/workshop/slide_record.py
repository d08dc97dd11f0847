"""What everybody in a room may see at one step: frozen data, and its JSON as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields

from pydantic import ValidationError

from carelevel.core.ballot import AcceptedParts, Shift, Tally
from carelevel.core.criteria import PLAIN_WORDS, Words
from carelevel.core.errors import StoreError
from carelevel.core.glossary import Term
from carelevel.core.transfer import Transfer
from carelevel.feedback.explanation import ExplainedReason, RaisedFlag, SafetyLines
from carelevel.feedback.way import WayTold
from carelevel.messages import room as room_messages
from carelevel.workshop.strict_json import read_json

SlideRow = Mapping[str, object]
"""A slide as the JSON object that its room's row holds."""


@dataclass(frozen=True, slots=True)
class OfferedLevel:
    """A choice that can be voted for; *summary* is '' for a referral."""

    id: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the story in one style; *sentence* is its number, None between two sentences.

    *deciding*: it is of a deciding phrase; of a twin, of its changed one.
    """

    text: str
    sentence: int | None
    stressed: bool
    deciding: bool


@dataclass(frozen=True, slots=True)
class EarlierPart:
    """A decision point of the same case that the room has behind it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnsweredFlag:
    """A yes-or-no question of the criteria, and their answer in words."""

    name: str
    answer: str


@dataclass(frozen=True, slots=True)
class RevealedAnswer:
    """What the criteria answer; *level* and *accepted* are ids, *name* and *also* names.

    *refer*: why referring is accepted beside the level, '' where it is not.
    """

    level: str
    accepted: tuple[str, ...]
    name: str
    summary: str
    also: tuple[str, ...]
    basis: str
    flags: tuple[AnsweredFlag, ...]
    red_flags: tuple[RaisedFlag, ...]
    safety: SafetyLines
    reasons: tuple[ExplainedReason, ...]
    standing: tuple[str, ...]
    refer: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many went where between the two votes, as in `core.ballot.Shift`."""

    up: int
    down: int
    stayed: int
    aside: int
    only_first: int
    only_second: int


@dataclass(frozen=True, slots=True)
class ChangedPhrase:
    """What one phrase of the case has become in its twin."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class OfferedQuestion:
    """What can be voted for next in an interview, by its finding, or DECIDE; *ask* is '' for that."""

    id: str
    name: str
    ask: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class QuestionTopic:
    """Questions that stand together."""

    title: str
    questions: tuple[OfferedQuestion, ...]


@dataclass(frozen=True, slots=True)
class GatheredNote:
    """What was told to the questions *about* alike: whole sentences, or what the person says."""

    about: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """What came of the last vote: the question that was asked, and what was told; without *says* the room decides.

    *votes*: by question, *choices* those with any, the most first. *tied*: names of what had as many; *led*: whoever
    leads has asked it, not the vote.
    """

    name: str
    ask: str
    says: tuple[str, ...]
    votes: Mapping[str, int]
    choices: tuple[OfferedQuestion, ...]
    tied: tuple[str, ...] = ()
    led: bool = False


@dataclass(frozen=True, slots=True)
class InterviewSlide:
    """What a room knows that asks before it decides.

    *number*: so many outcomes its votes have had. *unknown*: of which nothing is known. *topics*: what can be voted
    for, while it can. *way*: how it went, after the reveal.
    """

    opening: str
    number: int
    notes: tuple[GatheredNote, ...] = ()
    unknown: tuple[str, ...] = ()
    topics: tuple[QuestionTopic, ...] = ()
    told: QuestionTold | None = None
    way: WayTold | None = None

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be voted for now."""
        questions = (question for topic in self.topics for question in topic.questions)
        return tuple(question.id for question in questions if not question.asked)


@dataclass(frozen=True, slots=True)
class Slide:
    """One step as everybody sees it; *entry* is '' in the lobby and at the end, and what has not come yet is None.

    *hands*: counted by hand in the vote that is open; *voted*: how many did, where it has just been closed.
    *first*, *second*: votes by level. *moves*: (before, after, how many). *deciding*: the sentences that each deciding
    phrase touches. *first_sure* and so on: as in `Tally`. *answer*: of the story that is told, *case_answer*: of the
    case, beside that of its twin. *interview*: in the place of the story, until that is told.
    """

    notice: str
    entry: str
    levels: tuple[OfferedLevel, ...]
    words: Words = PLAIN_WORDS
    number: int = 0
    of: int = 0
    title: str = ""
    heading: str = ""
    twin: bool = False
    earlier: tuple[EarlierPart, ...] = ()
    sentences: int = 0
    story: tuple[tuple[Run, ...], ...] = ()
    glossary: tuple[Term, ...] = ()
    hands: int = 0
    voted: int | None = None
    discuss: str = ""
    first: Mapping[str, int] | None = None
    second: Mapping[str, int] | None = None
    first_sure: Mapping[str, int] | None = None
    second_sure: Mapping[str, int] | None = None
    moves: tuple[tuple[str, str, int], ...] | None = None
    moved: Moved | None = None
    deciding: tuple[tuple[int, ...], ...] | None = None
    accepted_parts: AcceptedParts | None = None
    answer: RevealedAnswer | None = None
    third: Mapping[str, int] | None = None
    third_sure: Mapping[str, int] | None = None
    changed: ChangedPhrase | None = None
    transfer: Transfer | None = None
    case_answer: RevealedAnswer | None = None
    difference: tuple[str, ...] = ()
    interview: InterviewSlide | None = None

    @property
    def shift(self) -> Shift | None:
        """Both votes and who moved; None before both are over."""
        if self.first is None or self.second is None or self.moves is None or self.moved is None:
            return None
        moves = {(before, after): count for before, after, count in self.moves}
        first, second = self._tally(self.first, self.first_sure), self._tally(self.second, self.second_sure)
        return Shift(first, second, moves, **asdict(self.moved))

    def _tally(self, counts: Mapping[str, int], sure: Mapping[str, int] | None) -> Tally:
        """In the order of the ladder, whatever the store made of it."""
        return Tally({level.id: counts.get(level.id, 0) for level in self.levels}, sure or {})

    def row(self) -> SlideRow:
        """The slide as JSON; what has not come yet is not in it."""
        usual = {field.name: field.default for field in fields(self) if field.default is not MISSING}
        return {
            name: value
            for name, value in asdict(self).items()
            if name not in usual or getattr(self, name) != usual[name]
        }


def read_slide(row: SlideRow) -> Slide:
    """The slide that a room's row holds; StoreError where it is none."""
    try:
        return read_json(Slide, json.dumps(row))
    except ValidationError:
        raise StoreError(room_messages.ROOM_SLIDE_DAMAGED) from None
