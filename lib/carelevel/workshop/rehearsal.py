"""A rehearsal: the whole of a workshop with invented voters, in a database of its own that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from pathlib import Path
from random import Random
from time import time

from carelevel.bank import Bank
from carelevel.core.answer import Confidence, deciding_phrases
from carelevel.core.assess import Assessment
from carelevel.core.ballot import Ballot, Round, agreeing
from carelevel.core.casting import Cast, Joining
from carelevel.core.interview import fewest_questions
from carelevel.core.question_vote import DECIDE, QuestionVote
from carelevel.core.room_state import Entry, Settings, Step, open_round
from carelevel.store.address import url_of
from carelevel.store.failure import in_words
from carelevel.store.folder import data_folder
from carelevel.store.rooms import Rooms
from carelevel.workshop.tokens import digest, new_token
from carelevel.workshop.workshop import Workshop, open_room

PREFIX = "rehearsal-"
REHEARSAL_SECONDS_MAX = 24 * 3600
"""After so long the database of a rehearsal that nobody ended is removed."""

VOTERS = 40
RIGHT_AT_ONCE, CONVINCED, ALONE, NOTICED = 0.25, 0.5, 0.5, 0.55
"""How likely an invented voter is right at once, is convinced in the discussion, then sees alone what a twin changes,
marks a deciding phrase."""


class Rehearsal:
    """A workshop that records nothing, and *voters* who do as they are told."""

    def __init__(self, workshop: Workshop, file: Path, voters: tuple[str, ...]) -> None:
        self.workshop, self.file, self.voters = workshop, file, voters

    @property
    def url(self) -> str:
        """The database, for the web process of the rehearsal."""
        return url_of(self.file)

    def vote(self, part: float = 1.0) -> int:
        """Have *part* of the voters vote in the round that is open; how many did."""
        round = open_round(self.workshop.step)
        voting = self.voters[: ceil(part * len(self.voters))]
        if self.workshop.step is Step.ASKING:
            casts = list(self._wishes(voting))
        elif round:
            casts = [self._cast(voter, number, round) for number, voter in enumerate(voting)]
        else:
            return 0
        self.workshop.rooms.cast(casts)
        return len(casts)

    def end(self) -> None:
        """Leave nothing of it."""
        self.workshop.rooms.close()
        remove_database(self.file)

    def _cast(self, voter: str, number: int, round: Round) -> Cast:
        room, assessment = self.workshop.room, self.workshop.assessment()
        entry = room.position.entry
        level = self._first_choice(number, entry)
        seen = {1: 0.0, 2: CONVINCED, 3: ALONE}[round]
        if level not in agreeing(assessment) and Random(f"{entry} {number} {round} seen").random() < seen:
            level = assessment.level
        chance = Random(f"{entry} {number} {round}")
        ballot = Ballot(voter, round, level, chance.choice(list(Confidence)), self._marks(chance))
        return Cast(room.id, entry, ballot)

    def _wishes(self, voting: Iterable[str]) -> Iterator[Cast]:
        """Some know what to ask, and that it is enough; the others want anything."""
        presented, criteria = self.workshop.presented, self.workshop.bank.criteria
        assert presented is not None
        room, entry, left = self.workshop.room, presented.entry, self.workshop.questions_left()
        fewest = fewest_questions(presented.interviewee.person, criteria)
        best = next((question for question in fewest if question in left), DECIDE)
        for number, voter in enumerate(voting):
            chance = Random(f"{entry.id} {number} {len(entry.asked)}")
            question = best if chance.random() < RIGHT_AT_ONCE else chance.choice(left)
            yield Cast(room.id, entry.id, QuestionVote(voter, len(entry.asked), question))

    def _first_choice(self, number: int, entry: str) -> str:
        """Many as the criteria say, most others a rung away from it."""
        chance = Random(f"{entry} {number} first")
        assessment, offered = self.workshop.assessment(), self.workshop.offered
        if chance.random() < RIGHT_AT_ONCE:
            return assessment.level
        return chance.choices(offered, [_weight(level, assessment, offered) for level in offered])[0]

    def _marks(self, chance: Random) -> frozenset[int]:
        presented = self.workshop.presented
        if presented is None or not self.workshop.room.settings.marks:
            return frozenset()
        phrases = deciding_phrases(presented.point.evidence, self.workshop.assessment())
        return frozenset(phrase.sentences[0] for phrase in phrases if chance.random() < NOTICED)


def rehearse(
    bank: Bank,
    order: Iterable[Entry],
    settings: Settings,
    voters: int = VOTERS,
    folder: Path | None = None,
) -> Rehearsal:
    """Open a room to rehearse in; what an earlier rehearsal may have left behind is removed."""
    folder = folder or data_folder()
    for earlier in folder.glob(f"{PREFIX}*.sqlite3"):
        if time() - earlier.stat().st_mtime > REHEARSAL_SECONDS_MAX:
            remove_database(earlier)
    file = folder / f"{PREFIX}{new_token()}.sqlite3"
    rooms = Rooms(url_of(file))
    workshop = open_room(bank, rooms, order, settings)
    participants = tuple(digest(new_token()) for _ in range(voters))
    rooms.join([Joining(workshop.room.id, participant) for participant in participants])
    workshop.refresh()
    return Rehearsal(workshop, file, participants)


def abandoned_database(name: str, folder: Path | None = None) -> Path | None:
    """The database of a rehearsal that its notebook did not end; None where it is gone."""
    folder = folder or data_folder()
    file = folder / name
    return file if name.startswith(PREFIX) and file.parent == folder and file.is_file() else None


def remove_database(file: Path) -> None:
    """Leave nothing of a rehearsal's database."""
    with in_words(str(file)):
        for end in ("", "-wal", "-shm"):
            file.with_name(f"{file.name}{end}").unlink(missing_ok=True)


def _weight(level: str, assessment: Assessment, offered: tuple[str, ...]) -> float:
    return 1 / (1 + abs(offered.index(level) - offered.index(assessment.level)))
