"""What the page of short notes is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.feedback.comparison import FlagLine
from carelevel.feedback.explanation import ExplainedReason, Explanation
from carelevel.feedback.names import refer_option
from carelevel.practice.note_practice import ROUND
from carelevel.widgets.shared.view import FaceView


@dataclass(frozen=True, slots=True)
class KeyedAnswer:
    """A level, or that the note is to be referred, and the key that answers so."""

    key: str
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class KeyedFlag:
    """A question beside the level, and the key that turns its answer."""

    key: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class NotesBank:
    """What the page needs to know of a bank once; *round*: notes in a round."""

    notice: str
    answers: tuple[KeyedAnswer, ...]
    flags: tuple[KeyedFlag, ...]
    round: int


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a note; *changed*: it is what parts a pair from the note before. *lit*: it decides.

    *supports*: it decides nothing, and a source names the answer for it.
    """

    text: str
    changed: bool
    lit: bool
    supports: bool


@dataclass(frozen=True, slots=True)
class ToldNote:
    """What an answer is told; *yours* is the level that was chosen, *progress* how the rule stands, *round* its end."""

    yours: str
    right: bool
    sign: str
    title: str
    says: tuple[str, ...]
    flags: tuple[FlagLine, ...]
    reasons: tuple[ExplainedReason, ...]
    explained: Explanation
    progress: tuple[str, ...]
    round: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesView(FaceView):
    """A note, asked or *told*; *number* counts in its round, *flags* are what is chosen beside the level."""

    trainee: str
    problems: tuple[str, ...]
    attempt: str
    code: str
    number: int
    why: str
    lines: tuple[ShownLine, ...]
    flags: Mapping[str, bool]
    told: ToldNote | None


def notes_bank(criteria: Criteria) -> NotesBank:
    """The answers from the least intensive level on, then the referral, each with its key."""
    names = [*((level.id, level.name) for level in criteria.levels), (ESCALATE, refer_option(criteria))]
    answers = tuple(KeyedAnswer(str(number), *named) for number, named in enumerate(names, start=1))
    return NotesBank(criteria.notice, answers, tuple(_flags(criteria)), ROUND)


def _flags(criteria: Criteria) -> Iterator[KeyedFlag]:
    """Each with the first letter of its name that no flag before it has; '' where all are taken."""
    taken = set[str]()
    for flag in criteria.flags:
        letters = (letter for letter in flag.name.upper() if letter.isascii() and letter.isalpha())
        key = next((letter for letter in letters if letter not in taken), "")
        taken.add(key)
        yield KeyedFlag(key, flag.id, flag.name)
