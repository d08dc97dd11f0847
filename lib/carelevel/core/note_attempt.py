"""What is kept of an answer to a short note: the note as it was read, the answer, and what the criteria said then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from carelevel.core.answer import ACCEPTED, Verdict
from carelevel.core.criteria import ESCALATE


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line as it was read; *finding* and *value* are '' where it shows nothing."""

    text: str
    finding: str
    value: str


@dataclass(frozen=True, slots=True)
class NoteAttempt:
    """A committed answer to a note.

    *id* is a UUID made by whoever commits; *rule* is what the note was about, *pair_of* the attempt after whose error
    it came, or ''; *decided* are the places of the lines that decide.
    """

    id: str
    trainee: str
    code: str
    lines: tuple[KeptLine, ...]
    criteria_digest: str
    rule: str
    pair_of: str
    level: str
    flags: Mapping[str, bool]
    started_at: datetime
    committed_at: datetime
    seconds: float
    criteria_level: str
    accepted: tuple[str, ...]
    criteria_flags: Mapping[str, bool | None]
    verdict: Verdict
    steps: int
    decided: tuple[int, ...]

    def __post_init__(self) -> None:
        for time in (self.started_at, self.committed_at):
            if time.utcoffset() is None:
                raise ValueError(f"{time.isoformat()} has no time zone; use datetime.now(UTC)")

    @property
    def words(self) -> int:
        """How many there were to read."""
        return sum(len(line.text.split()) for line in self.lines)

    @property
    def about(self) -> str:
        """The rule that it is a trial of: *rule*, but of a pair that is to be referred what asks for that."""
        decided = [self.lines[place].finding for place in self.decided]
        return decided[0] if self.criteria_level == ESCALATE and decided and self.rule not in decided else self.rule

    @property
    def level_right(self) -> bool:
        """Whether the level, or that the note is to be referred, was accepted."""
        return self.verdict in ACCEPTED

    @property
    def wrong_flags(self) -> tuple[str, ...]:
        """The flags answered otherwise than the criteria do, which leave them open beside a referral."""
        theirs = self.criteria_flags.items()
        return tuple(flag for flag, value in theirs if value is not None and self.flags.get(flag, False) != value)

    @property
    def right(self) -> bool:
        """Whether all of the answer was."""
        return self.level_right and not (self.wrong_flags and self.level in self.accepted)
