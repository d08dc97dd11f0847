"""How long a case takes in a room: an estimate, from the words of its story and the steps that it goes through."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from carelevel.bank import Bank
from carelevel.core.errors import BankError, RoomError
from carelevel.core.room_state import Entry
from carelevel.workshop.plan import Plan
from carelevel.workshop.running_order import transfer_of

READING_WORDS = 130
"""A minute, of those who read slowly; nobody is to vote on half a story."""

VOTE, TALK, ANSWER, DIFFERENCE, ASKING = 1, 5, 4, 2, 10
"""Minutes: a vote and the discussion without a timer, both votes with what the criteria say, a twin's difference, the
questions of an interview with its way."""

JOINING = 3
"""Minutes until everybody is in the room."""


def case_minutes(words: int, *, vote: int = 0, talk: int = 0, third_vote: bool = False, ask_first: bool = False) -> int:
    """Whole minutes for a story of so many words; *vote* and *talk*: the timers of a vote and the discussion, or 0."""
    reading, each = words / READING_WORDS, vote or VOTE
    twin = reading / 2 + each + DIFFERENCE if third_vote else 0  # it is read a second time
    asking = ASKING if ask_first else 0
    return ceil(asking + reading + each + (talk or TALK) + each + ANSWER + twin)


def entry_minutes(entry: Entry, order: Iterable[Entry], bank: Bank, plan: Plan) -> int | None:
    """The same of an entry of *order*, as *plan* has it go; None where its case cannot be read now."""
    try:
        point = bank.case(entry.case).telling(entry.twin or None)[entry.point]
        twin = plan.third_vote and bool(transfer_of(entry, order, bank))
    except (BankError, RoomError, LookupError):
        return None
    words = sum(len(text.split()) for text in point.texts)
    return case_minutes(words, vote=plan.minutes, talk=plan.talk_minutes, third_vote=twin, ask_first=entry.ask_first)
