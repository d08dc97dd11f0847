"""What was voted on the case that a room is at: ballots and hands counted, beside what the criteria say."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.bank import Bank
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.ballot import Advice, Ballot, Round, Sight, Tally, advice, agreement, sights, tally
from carelevel.core.errors import RoomError
from carelevel.core.question_vote import questions_left
from carelevel.core.room_state import HeldRound, Room
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.captions import votes_counted
from carelevel.workshop.running_order import case_at_hand
from carelevel.workshop.slide import PresentedEntry


class CaseVotes:
    """The votes of one room on the case at hand; RoomError in the lobby and at the end, where there is none."""

    def __init__(self, bank: Bank, rooms: Rooms, room: Room) -> None:
        self.bank, self.rooms, self.room = bank, rooms, room
        self._assessed: tuple[str, Assessment] | None = None

    @property
    def presented(self) -> PresentedEntry | None:
        """The case that the room is at, read from the bank; None in the lobby and at the end."""
        return case_at_hand(self.room, self.bank)

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be voted for, in the order of the ladder, escalation last."""
        return self.bank.criteria.choices

    def hands(self) -> Mapping[Round, Mapping[str, int]]:
        """What was counted by hand in this case; nothing in the lobby and at the end."""
        return self._hands(self.room.position.entry)

    def ballots(self) -> tuple[Ballot, ...]:
        """Every round's ballots on this case."""
        return self._ballots(self._here().entry.id)

    def tally(self, round: Round) -> Tally:
        """One round's ballots and hands, counted."""
        return tally(self.ballots(), round, self.offered, self.hands().get(round))

    def assessment(self) -> Assessment:
        """What the criteria say of this case: for the presenter's eyes until the reveal."""
        return self._assess(self._here())

    def advice(self) -> Advice | None:
        """What the first vote suggests to do next; None before anybody has voted."""
        return advice(self.tally(1), self.assessment())

    def advice_says(self) -> str:
        """The same in words, for the presenter alone; '' before anybody has voted."""
        advised = self.advice()
        if advised is None:
            return ""
        counted = self.tally(1)
        share = f"{100 * agreement(counted, self.assessment()):.0f}%"
        return room_messages.ADVICE[advised].format(votes=votes_counted(counted.votes), share=share)

    def sights(self, round: Round) -> tuple[Sight, ...]:
        """The deciding phrases of this case, and how many marked each."""
        evidence = self._here().point.evidence
        return sights(self.ballots(), round, deciding_phrases(evidence, self.assessment()))

    def wishes(self) -> Mapping[str, int]:
        """How many want to be asked what next in this case, by question."""
        entry = self._here().entry
        return self._wishes(entry.id, len(entry.asked))

    def questions_left(self) -> tuple[str, ...]:
        """What can be voted for next in this case, DECIDE last."""
        return questions_left(self._here().entry.questions, self.bank.criteria)

    def _here(self) -> PresentedEntry:
        presented = self.presented
        if presented is None:
            raise RoomError(room_messages.ROOM_NO_ENTRY)
        return presented

    def _assess(self, presented: PresentedEntry) -> Assessment:
        key = f"{presented.entry.id} {presented.twin} {presented.case.digest}"
        if self._assessed is None or self._assessed[0] != key:
            self._assessed = (key, assess(presented.point.findings, self.bank.criteria))
        return self._assessed[1]

    def _ballots(self, entry: str) -> tuple[Ballot, ...]:
        return self.rooms.ballots(self.room.id, entry).get(entry, ())

    def counted_wishes(self, room: Room, entry: str, number: int) -> Mapping[str, int] | None:
        """How many wanted to be asked what after so many outcomes; None where hands were raised, which nobody types."""
        wishes = self._wishes(entry, number)
        return wishes if wishes or not room.settings.by_hands else None

    def _wishes(self, entry: str, number: int) -> Mapping[str, int]:
        return self.rooms.wished(self.room.id, entry, number)

    def _hands(self, entry: str) -> Mapping[Round, Mapping[str, int]]:
        return {held.round: held.hands for held in self.rooms.rounds(self.room.id) if held.entry == entry}

    def _round(self, entry: str, round: Round) -> HeldRound:
        """What is kept of that round; an empty one where it was not held yet."""
        held = (held for held in self.rooms.rounds(self.room.id) if (held.entry, held.round) == (entry, round))
        return next(held, HeldRound(self.room.id, entry, round))
