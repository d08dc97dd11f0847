"""One supervisor at one desk: a draft, its steps back and forth, and the file that it becomes."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

from carelevel.authoring.check.check import CheckedDraft, check_draft
from carelevel.authoring.check.draft_problem import near
from carelevel.authoring.draft.draft import Draft, DraftError, empty_draft
from carelevel.authoring.draft.history import History
from carelevel.authoring.draft.unfinished import DraftRecord, UnfinishedDraft, UnfinishedDrafts
from carelevel.authoring.file.content import content_of, decoded, encoded, put, readable_text
from carelevel.authoring.file.incoming import free_id, incoming_file, incoming_text
from carelevel.authoring.file.opened import OpenedFile, read_opened
from carelevel.bank import Bank, open_bank
from carelevel.bank.bank import is_case_id
from carelevel.bank.criteria_file import are_on_disk
from carelevel.bank.front_matter import LONGEST_TITLE
from carelevel.bank.text_file import GONE
from carelevel.core.case import RETIRED
from carelevel.core.errors import BankError, StoreError
from carelevel.lint import MarkedPhrases
from carelevel.lint.unmarked import MOST_COMPARED
from carelevel.messages import authoring as authoring_messages
from carelevel.store.failure import in_words
from carelevel.store.folder import data_folder

MOST_NAMED_OBSTACLES = 3
"""Problems that a refusal to save names."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The case's file, written; *held_for*: words for which trainees do not get it."""

    path: Path
    case_id: str
    held_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file changed, appeared or went away since it was opened; nothing was written.

    *disk*: its text, None where it is gone; *is_new*: there was none of this name when the draft was begun.
    """

    disk: str | None
    mine: str
    is_new: bool


class Desk:
    """Every method keeps the draft on disk before it returns; one that has not been touched is not kept.

    *original*: the id of the case being edited, None for a new one; *name*: under which the draft is kept; *is_kept*
    is False after the disk has refused it.
    """

    draft: Draft
    is_kept: bool
    original: str | None
    name: str
    _marked: MarkedPhrases | None  # what other stories mark, once there is a story to hold against it
    _first: Draft | None  # as long as the draft is this one, there is nothing to keep

    def __init__(self, bank: Bank, folder: Path | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.bank = bank
        self._drafts = UnfinishedDrafts(folder or data_folder() / "drafts", bank.folder)
        self._clock, self._lock = clock, RLock()
        self._lay(DraftRecord(empty_draft(self.bank.criteria.words)), secrets.token_hex(8))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return bool(self._history.future)

    def unfinished(self) -> tuple[UnfinishedDraft, ...]:
        """The unfinished drafts of this bank, newest first."""
        return self._drafts.all()

    def start(self) -> None:
        """Lay out an empty draft; what lay here stays among the unfinished ones."""
        with self._lock:
            self._lay(DraftRecord(empty_draft(self.bank.criteria.words)), self._drafts.new_name())

    def open(self, case_id: str) -> None:
        """Lay out a case as it is on disk now, mistakes or not; BankError where it is not there or no text."""
        with self._lock:
            if case_id not in self.bank.case_ids():
                raise BankError([authoring_messages.CASE_GONE.format(id=near(case_id, 0))])
            content = content_of(self._path(case_id))
            opened = read_opened(decoded(content), case_id)
            own = case_id if is_case_id(case_id) else free_id(case_id, set(self.bank.case_ids()))
            draft = replace(
                opened.draft, id=own, points=opened.draft.points or empty_draft(self.bank.criteria.words).points
            )
            self._lay(DraftRecord(draft, case_id, content), self._drafts.new_name())

    def duplicate(self, case_id: str) -> None:
        """Lay out a copy of a case, to become one of its own; BankError as for `open`."""
        self.open(case_id)
        title = authoring_messages.COPY_TITLE.format(title=self.draft.title)[:LONGEST_TITLE]
        self._bring(replace(self.draft, title=title, status=""), self._content)

    def bring(self, content: bytes, name: str) -> None:
        """Lay out what a file brings, to become a case of its own; DraftError where it is no story."""
        draft = incoming_file(content, name, self.bank.criteria.words)
        self._bring(draft, content if content.startswith((b"---", b"\xef\xbb\xbf---")) else None)

    def bring_text(self, text: str) -> None:
        """The same for a text that somebody has pasted."""
        self._bring(incoming_text(text, self.bank.criteria.words), None)

    def keep(self) -> None:
        """Keep the draft, touched or not: it is the one to go on with."""
        with self._lock:
            self._first = None
            self._keep()

    def _bring(self, draft: Draft, content: bytes | None) -> None:
        with self._lock:
            name = free_id(draft.id, set(self.bank.case_ids()))
            self._lay(DraftRecord(replace(draft, id=name), None, content), self._drafts.new_name())
            self.keep()

    def resume(self, name: str) -> None:
        """Go on with an unfinished draft; DraftError where there is none of this name."""
        with self._lock:
            record = self._drafts.read(name)
            self._lay(record, name)
            self._first, self._stamp = None, self._drafts.stamp(name)

    def discard(self, name: str) -> None:
        """Throw an unfinished draft away; where it is the one on the desk, an empty one takes its place."""
        with self._lock:
            self._drafts.discard(name)
            if name == self.name:
                self._lay(DraftRecord(empty_draft(self.bank.criteria.words)), secrets.token_hex(8))

    def change(self, draft: Draft, pasted: bool = False) -> None:
        """Take the draft as it is now; what is typed in one go is one step of undo, and what is *pasted* is another."""
        with self._lock:
            if draft != self.draft:
                self._history.step(self.draft, draft, self._clock(), pasted)
                self.draft = draft
            elif self.is_kept:
                return
            self._keep()

    def undo(self) -> None:
        """Take one step back, where there is one."""
        with self._lock:
            self.draft = self._history.back(self.draft)
            self._keep()

    def redo(self) -> None:
        """Take one step on again, where there is one."""
        with self._lock:
            self.draft = self._history.forth(self.draft)
            self._keep()

    def check(self) -> CheckedDraft:
        """The draft as it stands, held against the bank's criteria and its other cases."""
        with self._lock:
            others = self._known.intersection(self.bank.case_ids()) - {self.original}
            return check_draft(
                self.draft, self.bank.criteria, others, self._opened, self.bank.lint_words(), self._marked_elsewhere()
            )

    def save(self, overwrite: bool = False) -> Saved | Conflict:
        """Write the case's file and end the draft; DraftError where problems stop it, StoreError where the disk does.

        The criteria are read again before; BankError where they have mistakes now. Under another id than the
        original's it becomes a case of its own.
        """
        with self._lock:
            criteria_changed = self._read_criteria()
            checked = self.check()
            if checked.stopping:
                named = [f"{problem.problem} {problem.remedy}" for problem in checked.stopping[:MOST_NAMED_OBSTACLES]]
                raise DraftError(" ".join([authoring_messages.CRITERIA_CHANGED] * criteria_changed + named))
            case_id = self.draft.id.strip()
            path, held = self._path(case_id), self._content if case_id == self.original else None
            content = encoded(checked.text, held)
            if not put(path, content, held, overwrite):
                return Conflict(readable_text(path) if path.exists() else None, checked.text, held is None)
            self._remove_misnamed(case_id)
            with suppress(StoreError):  # the case is saved; of its draft it is enough that it stays among the others
                self._drafts.discard(self.name)
            self._lay(DraftRecord(self.draft, case_id, content), secrets.token_hex(8), self._history)
            self._marked = None
            return Saved(path, case_id, () if self.draft.status == RETIRED else checked.held_for)

    def _lay(self, record: DraftRecord, name: str, history: History | None = None) -> None:
        """Put a draft on the desk, with the steps of a *history* to undo."""
        content = record.content
        self._opened = OpenedFile() if content is None else read_opened(decoded(content), record.case or "")
        self.draft, self.original, self.name, self._content = record.draft, record.case, name, content
        self._first = record.draft
        self._stamp, self.is_kept = GONE, True
        self._marked = None
        self._known = frozenset(self.bank.case_ids())  # a case that appears later is a conflict, not a mistake
        self._history = history or History()

    def _remove_misnamed(self, case_id: str) -> None:
        """A file of a name that no case can have has become the case *case_id*, and goes, unless it has changed."""
        if self.original is not None and not is_case_id(self.original) and self.original != case_id:
            path = self._path(self.original)
            with in_words(str(path)):
                if path.read_bytes() == self._content:
                    path.unlink()

    def _marked_elsewhere(self) -> MarkedPhrases | None:
        """What the other stories of the bank mark, read once the draft has a story; of a large bank, some count."""
        if self._marked is None and any(point.text.strip() for point in self.draft.points):
            files = (self.bank.checked(case_id) for case_id in self.bank.case_ids()[:MOST_COMPARED])
            others = (file.case for file in files if file.case and file.id != self.original)
            self._marked = MarkedPhrases(others, self.bank.criteria)
        return self._marked

    def _read_criteria(self) -> bool:
        """Whether they have changed on disk; if so, they are those of the desk from now on."""
        if are_on_disk(self.bank.criteria, self.bank.folder):
            return False
        self.bank = open_bank(self.bank.folder)
        return True

    def _keep(self) -> None:
        self.is_kept = False
        self._write()
        self.is_kept = True

    def _write(self) -> None:
        if self.draft == self._first:
            self._drafts.discard(self.name)
            self._stamp = GONE
            return
        if self._drafts.stamp(self.name) not in (self._stamp, GONE):
            self.name = secrets.token_hex(8)  # another window has gone on with this draft: keep both
        self._stamp = self._drafts.write(self.name, DraftRecord(self.draft, self.original, self._content))

    def _path(self, case_id: str) -> Path:
        return self.bank.folder / f"{case_id}.md"
