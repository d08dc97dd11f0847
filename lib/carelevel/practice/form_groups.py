"""Groups that are asked before and after: registered with their codes, and their figures."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from carelevel.analytics.gain import GroupGain, group_gain
from carelevel.bank import Bank
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import LENGTH, FormAnswer, FormGroup
from carelevel.core.form_code import MOST_PLACES, NUMBERS, FormCode, When, group_id
from carelevel.messages import forms as forms_messages
from carelevel.practice.form_material import FormMaterial
from carelevel.store.store import Store


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """A registered group, and what its answers come to by now."""

    group: FormGroup
    gain: GroupGain


class FormGroups:
    """A supervisor's groups in *store*; StoreError where it cannot be reached now."""

    def __init__(self, bank: Bank, store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.bank, self.store, self.clock = bank, store, clock

    def register(self, places: int, *, splits: bool) -> FormGroup:
        """A new group with forms of its own, kept before anybody can begin.

        AnswerError where *places* are none or too many; it, or BankError, where no forms can be made.
        """
        if not 1 <= places <= MOST_PLACES:
            raise AnswerError(forms_messages.PLACES.format(most=MOST_PLACES))
        number, version = secrets.randbelow(NUMBERS // 2) * 2 + splits, self._material.version
        group = FormGroup(group_id(number, version), number, version, places, splits, self.clock())
        self._material.form(group.codes(When.BEFORE)[0])
        return self.store.keep_form_group(group)

    def standing(self) -> tuple[StandingGroup, ...]:
        """Every group that was registered, whatever came of it, the latest first."""
        return tuple(StandingGroup(group, self._gain(group)) for group in self.store.form_groups())

    def current(self) -> tuple[FormGroup, ...]:
        """Those whose codes go with the bank as it is now; BankError where it can have no forms."""
        groups = self.store.form_groups()
        return tuple(group for group in groups if group.version == self._material.version)

    @cached_property
    def _material(self) -> FormMaterial:
        return FormMaterial(self.bank)

    def _gain(self, group: FormGroup) -> GroupGain:
        answers = [answer for answer in self.store.form_answers_of(group.id) if _is_of(answer, group)]
        return group_gain(answers, practiced_between(answers, self.store), self.bank.criteria.choices)


def _is_of(answer: FormAnswer, group: FormGroup) -> bool:
    """Whether the answer stands where the group's list has it: a file may say what it likes."""
    code = FormCode(group.number, answer.place, answer.when, group.version)
    return answer.place <= group.places and (code.form, code.arm) == (answer.form, answer.arm)


def practiced_between(answers: Iterable[FormAnswer], store: Store) -> Mapping[str, int]:
    """Trainee -> answers given in practice between the two forms, of those who have both whole."""
    times: dict[str, dict[When, list[FormAnswer]]] = {}
    for answer in answers:
        times.setdefault(answer.trainee, {when: [] for when in When})[answer.when].append(answer)
    return {
        trainee: store.practiced_between(
            trainee,
            max(answer.committed_at for answer in kept[When.BEFORE]),
            min(answer.started_at for answer in kept[When.AFTER]),
        )
        for trainee, kept in times.items()
        if min(map(len, kept.values())) >= LENGTH
    }
