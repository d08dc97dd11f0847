"""What is kept of forms: a group's before-and-after as it was registered, and each answer to a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from carelevel.core.answer import ACCEPTED, Verdict
from carelevel.core.form_code import Arm, FormCode, When

NOTES, STORIES = 12, 2
LENGTH = NOTES + STORIES
"""Of a form."""


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A group's before-and-after, registered before anybody begins; *id* is what its codes have in common.

    *number* is what its forms are made of, *places* how many codes there are; *splits*: half of them practice without
    what the other half has.
    """

    id: str
    number: int
    version: str
    places: int
    splits: bool
    registered_at: datetime

    def codes(self, when: When) -> tuple[FormCode, ...]:
        """Those of its list, by place."""
        return tuple(FormCode(self.number, place, when, self.version) for place in range(1, self.places + 1))


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """A committed answer to a note or a story of a form.

    *id* follows from trainee, code and slot, so that a second answer to the same is the first one. *group* and *place*
    are those of the code, *form* which of the two it was, *order* its place in the form from 1. *item* is the code of
    a note or the id of a case, *is_story* which; *text_digest* names what was read, *words* how much. *met*: the
    trainee had answered this story in practice before.
    """

    id: str
    trainee: str
    group: str
    place: int
    when: When
    form: str
    arm: Arm
    slot: int
    order: int
    item: str
    is_story: bool
    text_digest: str
    criteria_digest: str
    words: int
    met: bool
    rule: str
    contested: bool
    level: str
    criteria_level: str
    accepted: tuple[str, ...]
    verdict: Verdict
    steps: int
    started_at: datetime
    committed_at: datetime
    seconds: float

    def __post_init__(self) -> None:
        for time in (self.started_at, self.committed_at):
            if time.utcoffset() is None:
                raise ValueError(f"{time.isoformat()} has no time zone; use datetime.now(UTC)")

    @property
    def right(self) -> bool:
        """Whether the level, or that it is to be referred, was accepted."""
        return self.verdict in ACCEPTED


def not_both_in(answers: Iterable[FormAnswer]) -> frozenset[FormAnswer]:
    """Those of *answers* whose trainee does not have both forms of their group in yet."""
    forms: dict[tuple[str, str], dict[tuple[When, int], FormAnswer]] = {}
    told = tuple(answers)
    for answer in told:
        forms.setdefault((answer.trainee, answer.group), {})[answer.when, answer.slot] = answer
    return frozenset(answer for answer in told if len(forms[answer.trainee, answer.group]) < 2 * LENGTH)


MOST_DAYS = 120
"""After so long the second form is no longer waited for."""


def without_pairs(answers: Iterable[FormAnswer], now: datetime) -> bool:
    """Whether somebody with these *answers* to forms is between the two, in the half that practices without pairs."""
    groups: dict[str, list[FormAnswer]] = {}
    for answer in answers:
        if answer.arm is Arm.WITHOUT and now - answer.committed_at < timedelta(days=MOST_DAYS):
            groups.setdefault(answer.group, []).append(answer)
    return any(LENGTH <= len(kept) < 2 * LENGTH for kept in groups.values())
