"""One trainee at short notes: the note that comes next, the answer that is kept, the place that is found again."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from carelevel.bank import Bank
from carelevel.bank.notes_file import read_notes
from carelevel.core.answer import verdict_of
from carelevel.core.assess import Assessment, assess
from carelevel.core.attempt import Place
from carelevel.core.composer import composer
from carelevel.core.criteria import ESCALATE, Findings
from carelevel.core.errors import AnswerError, BankError, CarelevelError, StoreError, suggestion
from carelevel.core.form_answer import without_pairs
from carelevel.core.note_attempt import KeptLine, NoteAttempt
from carelevel.core.note_trials import Left, left, trials
from carelevel.messages import notes as notes_messages
from carelevel.practice.next_note import NextNote, WhyNote, is_retired, next_note
from carelevel.store.store import Store

T = TypeVar("T")

CARD = "notes"
ROUND = 10
"""Notes in a round."""


@dataclass(frozen=True, slots=True)
class AskedNote:
    """A note put to a trainee; *attempt* is the id that its answer will have."""

    code: str
    lines: tuple[KeptLine, ...]
    rule: str
    why: WhyNote
    pair_of: str
    attempt: str
    opened_at: datetime
    flags: Mapping[str, bool]

    @property
    def findings(self) -> Findings:
        """What the lines show."""
        return {line.finding: line.value for line in self.lines if line.finding}

    @property
    def as_draft(self) -> Mapping[str, object]:
        """What of it is kept until it is answered."""
        return {
            "lines": [[line.text, line.finding, line.value] for line in self.lines],
            "rule": self.rule,
            "why": self.why.value,
            "pair_of": self.pair_of,
            "flags": dict(self.flags),
        }


@dataclass(frozen=True, slots=True)
class NoteResult:
    """A kept answer beside what the criteria say; *left*: how many more trials its rule may take."""

    kept: NoteAttempt
    assessment: Assessment
    left: Left | None
    retired: bool


class NotePractice:
    """One trainee's work at notes. BankError where the bank's lines cannot be used; not safe for threads by itself."""

    def __init__(
        self, bank: Bank, store: Store, trainee: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.bank, self.store, self.trainee, self.clock = bank, store, trainee, clock
        lines = read_notes(bank.folder, bank.criteria)
        if lines is None:
            raise BankError([notes_messages.NO_LINES.format(folder=bank.folder.name)])
        self.composer = composer(lines, bank.criteria)
        self.asked: AskedNote
        self.result: NoteResult | None = None
        self.problems: tuple[str, ...] = ()
        self._record: tuple[NoteAttempt, ...] | None = None
        if not self._returned():
            self._begin()

    @property
    def record(self) -> tuple[NoteAttempt, ...]:
        """Every answer, the earliest first; none while the store cannot be read."""
        if self._record is None:
            self._record = self._tried(lambda: self.store.note_attempts(self.trainee))
        return self._record or ()

    @property
    def number(self) -> int:
        """Which note of its round is asked or was just answered, from 1 to ROUND."""
        before = len(self.record) - (self.result is not None)
        return before % ROUND + 1

    @property
    def round(self) -> tuple[NoteAttempt, ...]:
        """The answers of the round so far."""
        count = self.number if self.result is not None else self.number - 1
        return self.record[-count:] if count else ()

    def submit(self, level: str, flags: Mapping[str, bool], seconds: float | None = None) -> NoteResult:
        """Keep the answer; on disk when this returns. AnswerError, StoreError: nothing is kept.

        A second answer to the same note is the first one. *seconds*: how long the note was in view, as its page tells;
        it may have stood there unseen since it was asked.
        """
        if self.result is None:
            criteria = self.bank.criteria
            if level not in criteria.choices:
                raise AnswerError(f"unknown level {level!r}; {suggestion(str(level), criteria.choices)}")
            kept = self.store.keep_note(self._attempt(level, self._known(flags), seconds))
            self._record = (*self.record, kept)
            self.result = self._result(kept)
        return self.result

    def save_draft(self, flags: Mapping[str, bool]) -> None:
        """Keep what is chosen beside the level; StoreError where that cannot be done now."""
        if self.result is None:
            self.asked = replace(self.asked, flags=self._known(flags))
            self._keep_place()

    def go_on(self) -> None:
        """To the next note, once this one is answered."""
        if self.result is None:
            raise AnswerError(notes_messages.ANSWER_FIRST)
        self._begin()

    def _known(self, flags: Mapping[str, bool]) -> Mapping[str, bool]:
        known = {flag.id: flags.get(flag.id, False) for flag in self.bank.criteria.flags}
        if not flags.keys() <= known.keys() or not all(isinstance(value, bool) for value in known.values()):
            raise AnswerError(notes_messages.UNKNOWN_FLAG)
        return known

    def _attempt(self, level: str, flags: Mapping[str, bool], seconds: float | None) -> NoteAttempt:
        asked, criteria, now = self.asked, self.bank.criteria, self.clock()
        since = max(0.0, (now - asked.opened_at).total_seconds())
        assessment = assess(asked.findings, criteria)
        verdict, steps = verdict_of(level, assessment, criteria)
        return NoteAttempt(
            id=asked.attempt,
            trainee=self.trainee,
            code=asked.code,
            lines=asked.lines,
            criteria_digest=criteria.digest,
            rule=asked.rule,
            pair_of=asked.pair_of,
            level=level,
            flags={} if level == ESCALATE else flags,
            started_at=asked.opened_at,
            committed_at=now,
            seconds=since if seconds is None else min(seconds, since),
            criteria_level=assessment.level,
            accepted=assessment.accepted,
            criteria_flags=assessment.flags,
            verdict=verdict,
            steps=steps,
            decided=_deciding(asked.lines, assessment),
        )

    def _result(self, kept: NoteAttempt) -> NoteResult:
        of_rule = trials(self.record).get(kept.about, ())
        findings = {line.finding: line.value for line in kept.lines if line.finding}
        retired = bool(of_rule) and is_retired(of_rule, kept.about, self.clock())
        return NoteResult(kept, assess(findings, self.bank.criteria), left(of_rule), retired)

    # Where a trainee is

    def _begin(self) -> None:
        self.result, self.problems = None, ()
        now = self.clock()
        without = self._tried(lambda: without_pairs(self.store.form_answers(self.trainee), now))
        chosen = next_note(self.record, self.composer, self.trainee, now, pairs=not without)
        self.asked = self._asking(chosen)
        self._tried(self._keep_place)

    def _asking(self, chosen: NextNote) -> AskedNote:
        note = chosen.note
        lines = tuple(KeptLine(line.text, line.finding, line.value) for line in note.lines)
        attempt = str(uuid.uuid4())
        return AskedNote(str(note.code), lines, note.recipe.rule, chosen.why, chosen.pair_of, attempt, self.clock(), {})

    def _keep_place(self) -> None:
        asked = self.asked
        self.store.keep_place(
            Place(self.trainee, CARD, asked.code, "", 0, asked.attempt, asked.as_draft, asked.opened_at)
        )

    def _returned(self) -> bool:
        """Ask again what was asked, with its draft or its kept answer, as it was read; False where it is gone."""
        place = self._tried(lambda: self.store.place(self.trainee, CARD))
        if place is None:
            return False
        kept = self._tried(lambda: self.store.note_attempt(place.attempt))
        try:
            self.asked = _asked(place)
            assess(self.asked.findings, self.bank.criteria)
            self.result = self._result(kept) if kept else None
        except (CarelevelError, KeyError, TypeError, ValueError):  # a draft of another version, or other criteria
            return False
        return True

    def _tried(self, ask: Callable[[], T]) -> T | None:
        try:
            return ask()
        except StoreError as error:
            if str(error) not in self.problems:
                self.problems += (str(error),)
            return None


def _asked(place: Place) -> AskedNote:
    draft = place.draft
    lines = tuple(KeptLine(*map(str, line)) for line in draft["lines"])
    flags = {str(flag): value is True for flag, value in draft["flags"].items()}
    return AskedNote(
        place.case,
        lines,
        str(draft["rule"]),
        WhyNote(draft["why"]),
        str(draft["pair_of"]),
        place.attempt,
        place.opened_at,
        flags,
    )


def _deciding(lines: tuple[KeptLine, ...], assessment: Assessment) -> tuple[int, ...]:
    """The places of the lines on which the answer hangs."""
    return tuple(place for place, line in enumerate(lines) if line.finding in assessment.deciding)
