"""A case file written anew with one thing changed, and otherwise left as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from carelevel.authoring.check.check import check_draft
from carelevel.authoring.draft.draft import Draft, DraftError
from carelevel.authoring.draft.whitespace import one_line
from carelevel.authoring.file.content import content_of, decoded, encoded, put
from carelevel.authoring.file.opened import read_opened
from carelevel.authoring.file.text import write_case
from carelevel.bank import Bank
from carelevel.bank.case_file import CASE_ID, read_case
from carelevel.core.case import Case
from carelevel.core.errors import BankError
from carelevel.messages import authoring as authoring_messages
from carelevel.store.failure import in_words

Change = Callable[[Draft], Draft]


def sound_case(bank: Bank, case_id: str) -> Case:
    """The case as it is on disk now; BankError where there is none, or it has mistakes."""
    return _sound(decoded(content_of(_path(bank, case_id))), case_id, case_id, bank)


def rewrite(bank: Bank, case_id: str, change: Change) -> Path:
    """Write what *change* makes of the case into its file; under another id, the file takes that name.

    BankError where the file is not there or has mistakes, before or after; DraftError where it changed meanwhile, or
    the other name is taken; StoreError where the disk refuses.
    """
    path = _path(bank, case_id)
    content = content_of(path)
    opened = read_opened(decoded(content), case_id)
    if CASE_ID.fullmatch(opened.draft.id):
        _sound(decoded(content), case_id, opened.draft.id, bank)
    draft = change(replace(opened.draft, id=case_id))
    text = write_case(draft, bank.criteria, opened)
    _sound(text, case_id, draft.id, bank)
    to = _path(bank, draft.id)
    if not put(to, encoded(text, content), content if to == path else None, overwrite=False):
        message = authoring_messages.CHANGED_MEANWHILE if to == path else authoring_messages.NAME_TAKEN
        raise DraftError(message.format(place=f"{bank.folder.name}/{to.name}"))
    if to != path and content_of(path) == content:
        with in_words(str(path)):
            path.unlink()
    return to


def rename(bank: Bank, case_id: str, to: str, title: str) -> Path:
    """Give a case another title, and its file another name; as `rewrite`."""
    others = {name for name in bank.case_ids() if name != case_id}

    def change(draft: Draft) -> Draft:
        renamed = replace(draft, id=to.strip(), title=one_line(title))
        for problem in check_draft(renamed, bank.criteria, others).stopping:
            if problem.field in ("id", "title"):
                raise DraftError(f"{problem.problem} {problem.remedy}")
        return renamed

    return rewrite(bank, case_id, change)


def set_status(bank: Bank, case_id: str, status: str) -> Path:
    """Take a case out of use, or back; one in which lint finds an error comes back held. As `rewrite`."""
    words = bank.lint_words()

    def change(draft: Draft) -> Draft:
        changed = replace(draft, status=status)
        return replace(changed, status=check_draft(changed, bank.criteria, (), words=words).status)

    sound_case(bank, case_id)
    return rewrite(bank, case_id, change)


def _sound(text: str, file: str, case_id: str, bank: Bank) -> Case:
    case, mistakes = read_case(text, f"{bank.folder.name}/{file}.md", case_id, bank.criteria)
    if case is None:
        raise BankError(mistakes)
    return case


def _path(bank: Bank, case_id: str) -> Path:
    return bank.folder / f"{case_id}.md"
