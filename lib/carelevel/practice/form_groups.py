"""Groups that are asked before and after: registered with their codes, and their figures."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from carelevel.analytics.gain import GroupGain, group_gain
from carelevel.bank import Bank, open_bank
from carelevel.core.errors import AnswerError, BankError
from carelevel.core.form_answer import LENGTH, FormAnswer, FormGroup
from carelevel.core.form_code import MOST_PLACES, NUMBERS, FormCode, When, group_id
from carelevel.messages import forms as forms_messages
from carelevel.practice.form_material import FormMaterial
from carelevel.store.store import Store


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """A registered group, and what its answers come to by now.

    *problem* says why its codes cannot be used, '' where they can; *strays* are trainees with answers under a place
    that the group does not have, which are in no figure.
    """

    group: FormGroup
    gain: GroupGain
    problem: str
    strays: int


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
        material = self._material()
        number, version = secrets.randbelow(NUMBERS // 2) * 2 + splits, material.version
        group = FormGroup(group_id(number, version), number, version, places, splits, self.clock())
        material.form(group.codes(When.BEFORE)[0])
        return self.store.keep_form_group(group)

    def standing(self) -> tuple[StandingGroup, ...]:
        """Every group that was registered, whatever came of it, the latest first."""
        groups = self.store.form_groups()
        if not groups:
            return ()
        try:
            versions, problem = self._material().editions.keys(), forms_messages.CHANGED_SINCE
        except BankError as error:
            versions, problem = dict[str, int]().keys(), forms_messages.NOT_NOW.format(problem=error)
        return tuple(self._standing(group, "" if group.version in versions else problem) for group in groups)

    def current(self) -> tuple[FormGroup, ...]:
        """Those whose codes go with the bank as it is now; BankError where it can have no forms."""
        versions = self._material().editions
        return tuple(group for group in self.store.form_groups() if group.version in versions)

    def _material(self) -> FormMaterial:
        """Of the files as they are now."""
        material = FormMaterial(open_bank(self.bank.folder))
        self.bank = material.bank
        return material

    def _standing(self, group: FormGroup, problem: str) -> StandingGroup:
        kept = self.store.form_answers_of(group.id)
        answers = [answer for answer in kept if _is_of(answer, group)]
        gain = group_gain(answers, practiced_between(answers, self.store), self.bank.criteria.choices)
        strays = {answer.trainee for answer in kept if answer.place > group.places}
        return StandingGroup(group, gain, problem, len(strays))


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
