"""What a bank's forms are made of: the composer of its notes, and its stories with what makes two of them alike."""

from __future__ import annotations

from carelevel.bank import Bank
from carelevel.bank.notes_file import read_notes
from carelevel.core.assess import assess
from carelevel.core.case import Case
from carelevel.core.composer import composer
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError, BankError
from carelevel.core.form_code import FormCode
from carelevel.core.parallel_forms import (
    FORMS_EDITION,
    FORMS_EDITIONS,
    FormItem,
    ParallelForms,
    Story,
    forms_version,
    parallel_forms,
)
from carelevel.core.story_digest import text_digest
from carelevel.messages import forms as forms_messages
from carelevel.practice.guided import guided


class FormMaterial:
    """A bank as forms need it; BankError where its lines for notes cannot be used, or it has none.

    *editions* of making forms stand by what the codes of theirs end in; new codes end in *version*.
    """

    def __init__(self, bank: Bank) -> None:
        lines = read_notes(bank.folder, bank.criteria)
        if lines is None:
            raise BankError([forms_messages.NO_LINES.format(folder=bank.folder.name)])
        self.bank = bank
        self.composer = composer(lines, bank.criteria)
        first = guided(bank)  # which everybody has met
        self.stories = tuple(_story(case, bank.criteria) for case in bank.cases() if case.id != first)
        self._made: dict[tuple[int, int], ParallelForms] = {}
        self.editions = {forms_version(self.composer, self.stories, edition): edition for edition in FORMS_EDITIONS}
        self.version = forms_version(self.composer, self.stories, FORMS_EDITION)

    def form(self, code: FormCode) -> tuple[FormItem, ...]:
        """What *code* asks, in order; AnswerError where it needs another bank, or the bank has too little."""
        edition = self.editions.get(code.version)
        if edition is None:
            raise AnswerError(forms_messages.OTHER_VERSION.format(code=code, version=self.version))
        made = code.number, edition
        if made not in self._made:
            self._made[made] = parallel_forms(self.composer, self.stories, *made)
        return self._made[made].form(code.form)


def _story(case: Case, criteria: Criteria) -> Story:
    point = case.points[0]
    found = assess(point.findings, criteria)
    return Story(
        id=case.id,
        digest=text_digest(case, 0),
        level=found.level,
        contested=len(found.accepted) > 1 or bool(found.refer_accepted),
        rule=found.reasons[0].rule if found.reasons else "",
        reading=case.ease[0],
        words=sum(len(text.split()) for text in point.texts),
    )
