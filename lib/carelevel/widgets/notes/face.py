"""Short notes on a page: one note, one answer, and at once what decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from traitlets import Dict

from carelevel import messages
from carelevel.core.answer import FlagCompared
from carelevel.core.assess import Assessment
from carelevel.core.case import Evidence
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.note_attempt import KeptLine, NoteAttempt
from carelevel.core.note_trials import new_words, skimmed
from carelevel.feedback.comparison import FlagLine, flag_line, verdict_sign, verdict_title
from carelevel.feedback.explanation import explain
from carelevel.feedback.names import level_name
from carelevel.feedback.view import as_view
from carelevel.messages import notes as notes_messages
from carelevel.practice.next_note import WhyNote
from carelevel.practice.note_practice import ROUND, NotePractice, NoteResult
from carelevel.widgets.answering import AnsweringFace
from carelevel.widgets.face import Message, seconds_of, text_of
from carelevel.widgets.notes.view import NotesView, ShownLine, ToldNote, notes_bank


class Notes(AnsweringFace):
    """One *practice* of notes on a page; every way to answer goes through `receive`."""

    script = "notes/face.js"
    label = "notes"
    styles = (*AnsweringFace.styles, "notes/face.css")
    says: ClassVar = {**messages.CARD, **notes_messages.NOTES}
    broken = notes_messages.BROKEN
    stale, other_record = notes_messages.STALE, notes_messages.OTHER_RECORD

    practice: NotePractice
    bank = Dict().tag(sync=True)

    def __init__(self, practice: NotePractice, whose: Callable[[], str] | None = None) -> None:
        """*whose*: whose record it is on this computer now, which another page may have changed."""
        self.practice = practice
        self._whose = whose
        actions = {"draft": self._draft, "commit": self._commit, "next": self._next}
        super().__init__(actions, bank=as_view(notes_bank(self._criteria)))

    @property
    def _criteria(self) -> Criteria:
        return self.practice.bank.criteria

    def choose(self, level: str, **flags: bool) -> None:
        """Answer the note."""
        self.receive({"do": "commit", "attempt": self._attempt(), "level": level, "flags": flags})

    def next(self) -> None:
        """Go on to the next note."""
        self.receive({"do": "next", "attempt": self._attempt()})

    def _attempt(self) -> str:
        return self.practice.asked.attempt

    def _draft(self, message: Message) -> None:
        self.practice.save_draft(_flags(message))

    def _commit(self, message: Message) -> None:
        try:
            self.practice.submit(text_of(message, "level"), _flags(message), seconds_of(message, "seconds"))
        except StoreError as error:
            self._say(notes_messages.NOT_KEPT.format(problem=error), kind="not_kept")

    def _next(self, _message: Message) -> None:
        self.practice.go_on()

    # What a page is shown

    def _seen(self) -> NotesView:
        practice, asked, result = self.practice, self.practice.asked, self.practice.result
        lines = result.kept.lines if result else asked.lines
        decided = result.kept.decided if result else ()
        endorsed = result.assessment.endorsed if result else ()
        supporting = {name for one in endorsed for name in one.when}
        before = {line.text for line in self._before()}
        return NotesView(
            trainee=practice.trainee,
            problems=practice.problems,
            attempt=asked.attempt,
            code=asked.code,
            number=practice.number,
            why=notes_messages.WHY[asked.why],
            lines=tuple(
                ShownLine(
                    text=line.text,
                    changed=bool(before) and line.text not in before,
                    lit=place in decided,
                    supports=place not in decided and line.finding in supporting,
                )
                for place, line in enumerate(lines)
            ),
            flags=result.kept.flags if result else asked.flags,
            told=self._told(result) if result else None,
        )

    def _before(self) -> tuple[KeptLine, ...]:
        """The lines of the note of which this is the pair; none where it is nobody's."""
        asked = self.practice.asked
        if asked.why is not WhyNote.PAIR:
            return ()
        return next((kept.lines for kept in reversed(self.practice.record) if kept.id == asked.pair_of), ())

    def _told(self, result: NoteResult) -> ToldNote:
        criteria, kept = self._criteria, result.kept
        differing = self._differing(kept)
        explained = explain(result.assessment, criteria, _evidence(kept.lines))
        return ToldNote(
            yours=kept.level,
            right=kept.right,
            sign=verdict_sign(kept.verdict, differing),
            title=verdict_title(kept.verdict, differing, result.assessment, criteria),
            says=tuple(self._says(kept)),
            flags=tuple(self._flags(kept, result.assessment)),
            reasons=tuple(reason for reason in explained.reasons if reason.deciding),
            explained=explained,
            progress=tuple(self._progress(result)),
            round=tuple(self._round()),
        )

    def _says(self, kept: NoteAttempt) -> Iterator[str]:
        criteria = self._criteria
        level, yours = level_name(kept.criteria_level, criteria), level_name(kept.level, criteria)
        form = notes_messages.SAYS_SAME if kept.level == kept.criteria_level else notes_messages.SAYS_BOTH
        yield form.format(level=level, yours=yours)
        others = [level_name(level, criteria) for level in kept.accepted if level != kept.criteria_level]
        if others:
            yield messages.ACCEPTED_TOO.format(levels=messages.LIST_SEPARATOR.join(others))
        if kept.id in skimmed(self.practice.record):
            yield notes_messages.SKIMMED.format(words=new_words(self.practice.record)[kept.id])

    def _rule_of(self, kept: NoteAttempt) -> str:
        return self._criteria.rule_name(kept.about) if kept.about else notes_messages.NO_RULE

    def _differing(self, kept: NoteAttempt) -> str:
        """The names of the flags that were answered otherwise."""
        names = [self._criteria.rule_name(flag) for flag in kept.wrong_flags if kept.flags]
        return messages.LIST_SEPARATOR.join(names)

    def _flags(self, kept: NoteAttempt, assessment: Assessment) -> Iterator[FlagLine]:
        for flag in self._criteria.flags if kept.flags else ():
            compared = FlagCompared(flag.id, kept.flags.get(flag.id, False), kept.criteria_flags.get(flag.id))
            if compared.yours or compared.theirs is not None:  # an empty box beside a referral says nothing
                yield flag_line(compared, assessment, self._criteria)

    def _progress(self, result: NoteResult) -> Iterator[str]:
        kept, left = result.kept, result.left
        rule = self._rule_of(kept)
        if result.retired:
            yield notes_messages.FLUENT.format(rule=rule)
        elif left:
            forms = notes_messages.LEFT_FAR if left.is_open else notes_messages.LEFT
            forms = forms if left.low < left.high else notes_messages.LEFT_SURELY
            form = forms[0] if left.likely == 1 else forms[1]
            yield form.format(rule=rule, count=left.likely, low=left.low, high=left.high)
        if not kept.right and not kept.pair_of:
            yield notes_messages.AFTER_ERROR

    def _round(self) -> Iterator[str]:
        done = self.practice.round
        if len(done) < ROUND:
            return
        hasty = skimmed(self.practice.record)
        read = [kept for kept in done if kept.id not in hasty]
        if read:
            seconds = round(sum(kept.seconds for kept in read) / len(read))
            yield notes_messages.ROUND.format(right=sum(kept.right for kept in read), n=len(read), seconds=seconds)
        if len(read) < len(done):
            yield messages.counted(len(done) - len(read), notes_messages.NOT_COUNTED)
        missed = dict.fromkeys(
            self._differing(kept) if kept.level_right else self._rule_of(kept) for kept in read if not kept.right
        )
        if missed:
            yield notes_messages.ROUND_MISSED.format(rules=messages.LIST_SEPARATOR.join(missed))


def _flags(message: Message) -> Mapping[str, bool]:
    flags = message.get("flags")
    if not isinstance(flags, Mapping):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    return flags


def _evidence(lines: tuple[KeptLine, ...]) -> tuple[Evidence, ...]:
    """What shows something, as the phrases of a story do."""
    return tuple(
        Evidence(place, (0, len(line.text)), line.text, {line.finding: line.value}, (place,))
        for place, line in enumerate(lines)
        if line.finding
    )
