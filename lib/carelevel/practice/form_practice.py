"""One trainee at a form: reached by a code, answered without feedback, found again where it was left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from carelevel.bank import Bank, open_bank
from carelevel.core.answer import verdict_of
from carelevel.core.assess import assess
from carelevel.core.attempt import Place
from carelevel.core.case import Case
from carelevel.core.criteria import Findings
from carelevel.core.errors import AnswerError, CarelevelError, suggestion
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.core.form_code import MOST_PLACES, FormCode, When, read_form_code
from carelevel.core.parallel_forms import FormItem
from carelevel.messages import forms as forms_messages
from carelevel.practice.form_material import FormMaterial
from carelevel.store.store import Store

CARD = "form"


@dataclass(frozen=True, slots=True)
class AskedItem:
    """The note or the story that is asked: *order* of *of*, from 1; *chosen* is not committed yet."""

    code: FormCode
    item: FormItem
    order: int
    of: int
    opened_at: datetime
    case: Case | None = None
    chosen: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Of a note."""
        return tuple(line.text for line in self.item.note.lines) if self.item.note else ()

    @property
    def findings(self) -> Findings:
        """What is shown."""
        if self.item.note:
            return self.item.note.findings
        assert self.case
        return self.case.points[0].findings


@dataclass(frozen=True, slots=True)
class Whole:
    """A form that is in; *both*: the answers before and after by slot, once the other one is in too."""

    code: FormCode
    both: tuple[tuple[FormAnswer, FormAnswer], ...] = ()


class FormPractice:
    """What *trainee* is asked, if they have given a code.

    Nothing that was answered is told before both forms of a group are in. Not safe for threads by itself.
    """

    def __init__(
        self, bank: Bank, store: Store, trainee: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.bank, self.store, self.trainee, self.clock = bank, store, trainee, clock
        self.asked: AskedItem | None = None
        self.whole: Whole | None = None
        self.left_at: datetime | None = None
        self.problem = ""
        try:
            self._return()
        except CarelevelError as error:
            self.problem = str(error)

    @cached_property
    def material(self) -> FormMaterial:
        """What forms are made of; BankError where the bank's lines cannot be used."""
        return FormMaterial(self.bank)

    def begin(self, text: str) -> None:
        """Take up the form of a code, or go on with it.

        AnswerError where it cannot be answered here or yet, BankError where this bank can have no forms.
        """
        code = read_form_code(text)
        self._check_turn(code)
        if code.version not in self.material.editions:
            self._read_anew(code.version)
        self.left_at = None
        self._go_on(code)

    def choose(self, level: str) -> None:
        """Keep what is chosen and not committed yet."""
        if self.asked and level in self.bank.criteria.choices:
            self.asked = replace(self.asked, chosen=level)
            self._keep_place(self.asked)

    def answer(self, level: str) -> None:
        """Keep the answer, on disk when this returns, and go on; AnswerError, StoreError: nothing is kept."""
        asked, choices = self.asked, self.bank.criteria.choices
        if asked is None:
            raise AnswerError(forms_messages.NOTHING_ASKED)
        if level not in choices:
            raise AnswerError(f"unknown level {level!r}; {suggestion(str(level), choices)}")
        self.store.keep_form_answer(self._answer(asked, level))
        self.left_at = None
        self._go_on(asked.code)

    def leave(self) -> None:
        """Back to where a code is asked for; a form that is not whole waits for its code."""
        self.asked = self.whole = self.left_at = None

    def _read_anew(self, version: str) -> None:
        """Take the bank's files as they are now, where these are what *version* means."""
        material = FormMaterial(open_bank(self.bank.folder))
        if version in material.editions:
            self.bank, self.material = material.bank, material

    # Where a trainee is

    def _return(self) -> None:
        """Go on with what was asked last."""
        place = self.store.place(self.trainee, CARD)
        if place is None:
            return
        code = read_form_code(place.case)
        self._check_place(code)
        self._go_on(code, place)
        self.left_at = place.opened_at if self.asked else None

    def _go_on(self, code: FormCode, place: Place | None = None) -> None:
        """Ask what comes next in that form, or say that it is whole."""
        kept = self._answers(code)
        form = self.material.form(code) if len(kept[code.when]) < LENGTH else ()
        left = [(order, item) for order, item in enumerate(form, start=1) if item.slot not in kept[code.when]]
        if not left:
            self.asked, self.whole = None, _whole(code, kept)
            return
        order, item = left[0]
        case = self.bank.case(item.story.id) if item.story else None
        asked = AskedItem(code, item, order, len(form), self.clock(), case)
        if place and place.attempt == self._id(asked):
            asked = replace(asked, opened_at=place.opened_at, chosen=str(place.draft.get("level", "")))
        self.asked, self.whole = asked, None
        self._keep_place(asked)

    def _answers(self, code: FormCode) -> Mapping[When, Mapping[int, FormAnswer]]:
        """What is kept of both forms of the group, by slot, under a place that its list has."""
        found: dict[When, dict[int, FormAnswer]] = {when: {} for when in When}
        places = self._places(code)
        for answer in self.store.form_answers(self.trainee):
            if answer.group == code.group and answer.place <= places:
                found[answer.when].setdefault(answer.slot, answer)
        return found

    def _places(self, code: FormCode) -> int:
        """How many the group's list has, where the group is known here."""
        return next((group.places for group in self.store.form_groups() if group.id == code.group), MOST_PLACES)

    def _check_place(self, code: FormCode) -> None:
        """AnswerError where the group's list ends before the code's place."""
        places = self._places(code)
        if code.place > places:
            raise AnswerError(forms_messages.NO_SUCH_PLACE.format(code=code, place=code.place, places=places))

    def _check_turn(self, code: FormCode) -> None:
        """AnswerError where the code is no place's, another's, somebody else's, or the second form's too early."""
        self._check_place(code)
        kept = self._answers(code)
        own = next((answer.place for answers in kept.values() for answer in answers.values()), code.place)
        if own != code.place:
            raise AnswerError(forms_messages.OTHER_PLACE.format(code=replace(code, place=own)))
        others = {answer.trainee for answer in self.store.form_answers_of(code.group) if answer.place == code.place}
        if others - {self.trainee}:
            raise AnswerError(forms_messages.TAKEN)
        if code.when is When.AFTER and len(kept[When.BEFORE]) < LENGTH:
            raise AnswerError(forms_messages.BEFORE_FIRST.format(code=replace(code, when=When.BEFORE)))

    def _keep_place(self, asked: AskedItem) -> None:
        draft = {"level": asked.chosen}
        code, attempt = str(asked.code), self._id(asked)
        self.store.keep_place(Place(self.trainee, CARD, code, "", asked.item.slot, attempt, draft, asked.opened_at))

    def _id(self, asked: AskedItem) -> str:
        return str(uuid5(NAMESPACE_URL, f"carelevel form {self.trainee} {asked.code} {asked.item.slot}"))

    def _answer(self, asked: AskedItem, level: str) -> FormAnswer:
        item, code, criteria, now = asked.item, asked.code, self.bank.criteria, self.clock()
        assessment = assess(asked.findings, criteria)
        verdict, steps = verdict_of(level, assessment, criteria)
        story = item.story
        return FormAnswer(
            id=self._id(asked),
            trainee=self.trainee,
            group=code.group,
            place=code.place,
            when=code.when,
            form=code.form,
            arm=code.arm,
            slot=item.slot,
            order=asked.order,
            item=item.id,
            is_story=story is not None,
            text_digest=story.digest if story else hashlib.sha256(json.dumps(asked.lines).encode()).hexdigest(),
            criteria_digest=criteria.digest,
            words=story.words if story else sum(len(line.split()) for line in asked.lines),
            met=bool(story and self.store.has_met(self.trainee, story.id)),
            rule=item.rule,
            contested=story.contested if story else bool(item.note and item.note.recipe.contested),
            level=level,
            criteria_level=assessment.level,
            accepted=assessment.accepted,
            verdict=verdict,
            steps=steps,
            started_at=asked.opened_at,
            committed_at=now,
            seconds=max(0.0, (now - asked.opened_at).total_seconds()),
        )


def _whole(code: FormCode, kept: Mapping[When, Mapping[int, FormAnswer]]) -> Whole:
    before, after = kept[When.BEFORE], kept[When.AFTER]
    if len(before) < LENGTH or len(after) < LENGTH:
        return Whole(code)
    return Whole(code, tuple((before[slot], after[slot]) for slot in sorted(before)))
