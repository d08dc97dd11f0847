"""One supervisor at the lines of a bank's short notes: changes, kept until they stand in the file, and the save."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import RLock

from carelevel.authoring.draft.draft import DraftError
from carelevel.authoring.draft.kept_files import Kept, KeptFiles
from carelevel.authoring.file.content import content_of, decoded, encoded, put
from carelevel.authoring.notes.line_edit import LineEdit, kept_edit, lines_of, plain, read_edit
from carelevel.authoring.notes.notes_text import changed
from carelevel.bank import Bank
from carelevel.bank.notes_file import LARGEST, NOTES_FILE, CheckedNotes, check_text
from carelevel.bank.text_file import GONE
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.core.errors import BankError, StoreError
from carelevel.core.lint_words import LintWords
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.lint import lint_note_lines
from carelevel.messages import authoring as authoring_messages
from carelevel.store.folder import data_folder

MOST_CHANGES = 500
FOLDER = "notes"


@dataclass(frozen=True, slots=True)
class _Step:
    """The file's text after some changes, and how it reads."""

    text: str
    checked: CheckedNotes


class NotesDesk:
    """Every change is on disk before a method returns, beside the file as it was opened, until it is saved.

    BankError where the file is not there or its lines cannot be told apart. *resumed*: when the changes were kept that
    were found unsaved, None where there were none.
    """

    edits: tuple[LineEdit, ...]

    def __init__(self, bank: Bank, folder: Path | None = None) -> None:
        self.bank, self._path = bank, bank.folder / NOTES_FILE
        self._place = f"{bank.folder.name}/{NOTES_FILE}"
        self._files = KeptFiles((folder or data_folder() / "drafts") / FOLDER, bank.folder)
        self._lock = RLock()
        self.resumed: datetime | None = None
        self._hits = _linted(bank.criteria, bank.lint_words().words)
        self._open()
        for name in self._files.names():
            with suppress(DraftError, BankError, StoreError):
                if self._resume(self._files.read(name)):
                    break

    @property
    def checked(self) -> CheckedNotes:
        """How the file reads with the changes, as the bank would read it."""
        return self._steps[-1].checked

    @property
    def opened(self) -> CheckedNotes:
        """How it read before them."""
        return self._steps[0].checked

    @property
    def new_lines(self) -> tuple[NoteLine, ...]:
        """Those that came with the changes, or say something else by them."""
        was, now = self.opened.written, self.checked.written
        if was is now:
            return ()
        before = set(map(plain, was.every())) if was else set()
        return tuple(line for line in now.every() if plain(line) not in before) if now else ()

    @property
    def obstacles(self) -> tuple[Diagnostic, ...]:
        """What keeps the changes from being saved: mistakes that came with them, and what lint calls an error."""
        before = {mistake.problem for mistake in self.opened.mistakes}
        mistakes = (mistake for mistake in self.checked.mistakes if mistake.problem not in before)
        hits = (hit for line in self.new_lines for hit in self.hits(line) if hit.severity is Severity.ERROR)
        return (*mistakes, *hits)

    def hits(self, line: NoteLine) -> tuple[Diagnostic, ...]:
        """What lint finds in it, with its line of the file."""
        key = plain(line)
        if key not in self._hits:
            alone, words = NoteLines((), (key,), {}), self.bank.lint_words().words
            self._hits = _linted(self.bank.criteria, words)
            self._hits[key] = lint_note_lines(alone, self.bank.criteria, words)
        return tuple(replace(hit, file=self._place, line=line.row) for hit in self._hits[key])

    def change(self, edit: LineEdit) -> None:
        """Add, reword or take away a line; DraftError, StoreError: nothing is changed."""
        with self._lock:
            if len(self.edits) >= MOST_CHANGES:
                raise DraftError(authoring_messages.TOO_MANY_CHANGES.format(most=MOST_CHANGES))
            if edit.before != edit.after:
                step = self._stepped(self._steps[-1], edit)
                self._keep((*self.edits, edit))
                self._steps.append(step)

    def undo(self) -> None:
        """Take the last change back, where there is one."""
        with self._lock:
            if self.edits:
                self._keep(self.edits[:-1])
                self._steps.pop()

    def discard(self) -> None:
        """Throw the changes away, and read the file again."""
        with self._lock:
            self._files.discard(self._name)
            self._open()

    def save(self) -> bool:
        """Write the file, and whether that was done: False where somebody else has changed it meanwhile.

        DraftError where there are obstacles, StoreError where the disk refuses; the changes are kept then.
        """
        with self._lock:
            if self.obstacles:
                raise DraftError(" ".join(map(str, self.obstacles)))
            if not put(self._path, encoded(self._steps[-1].text, self._content), self._content, overwrite=False):
                return False
            with suppress(StoreError):  # it is saved; a copy that stays is found to be nothing new
                self._files.discard(self._name)
            self._open()
            return True

    def take_up(self) -> tuple[LineEdit, ...]:
        """Go on with the file as it is now, and the changes that it does not have yet.

        Where a line is gone that was to say something else, that is added as a new one; gives those. BankError where
        the file cannot be read now.
        """
        with self._lock:
            content, step = self._read()
            edits, steps, anew = list[LineEdit](), [step], list[LineEdit]()
            for edit in self.edits:
                there = _there(edit, steps[-1])
                if edit.before and edit.before not in there and edit.after and edit.after not in there:
                    anew.append(edit)
                    edit = LineEdit(edit.group, None, edit.after)
                if edit.before in there if edit.before else edit.after not in there:
                    edits.append(edit)
                    steps.append(self._stepped(steps[-1], edit))
            self._content, before = content, self._content
            try:
                self._keep(tuple(edits))
            except StoreError:
                self._content = before
                raise
            self._steps = steps
            return tuple(anew)

    def _open(self) -> None:
        self._content, step = self._read()
        self._steps, self.edits = [step], ()
        self._name, self._stamp = self._files.new_name(), GONE

    def _read(self) -> tuple[bytes, _Step]:
        content = content_of(self._path, LARGEST)
        return content, self._step(decoded(content))

    def _step(self, text: str) -> _Step:
        checked = check_text(text, self._place, self.bank.criteria)
        if checked.written is None:
            raise BankError(checked.mistakes)
        return _Step(text, checked)

    def _stepped(self, step: _Step, edit: LineEdit) -> _Step:
        was = step.checked.written
        assert was
        return _Step(*changed(step.text, was, edit, self._place, self.bank.criteria))

    def _resume(self, kept: Kept) -> bool:
        """Go on with changes that were kept; whether there is anything of them that the file does not say."""
        try:
            edits = tuple(map(read_edit, kept.record["edits"]))
        except (LookupError, TypeError, ValueError) as error:
            raise DraftError(authoring_messages.DRAFT_GONE) from error
        if kept.content is None:
            raise DraftError(authoring_messages.DRAFT_GONE)
        steps = [self._step(decoded(kept.content))]
        for edit in edits:
            steps.append(self._stepped(steps[-1], edit))
        if encoded(steps[-1].text, kept.content) == self._content:
            self._files.discard(kept.name)
            return False
        self._content, self._steps, self.edits = kept.content, steps, edits
        self._name, self._stamp, self.resumed = kept.name, self._files.stamp(kept.name), kept.changed_at
        return True

    def _keep(self, edits: Sequence[LineEdit]) -> None:
        """Keep *edits* on disk, then have them here."""
        if not edits:
            self._files.discard(self._name)
            self._stamp = GONE
        else:
            if self._files.stamp(self._name) not in (self._stamp, GONE):
                self._name = self._files.new_name()  # another window has gone on with these changes: keep both
            self._stamp = self._files.write(self._name, {"edits": [kept_edit(edit) for edit in edits]}, self._content)
        self.edits = tuple(edits)


@lru_cache(maxsize=1)
def _linted(criteria: Criteria, words: LintWords) -> dict[NoteLine, tuple[Diagnostic, ...]]:
    """What lint finds in each line, as far as a desk has asked: most lines stay as they are."""
    return {}


def _there(edit: LineEdit, step: _Step) -> tuple[NoteLine, ...]:
    """The lines of the edit's group before it."""
    assert step.checked.written
    return tuple(map(plain, lines_of(edit.group, step.checked.written)))
