"""Unfinished drafts of cases on disk."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carelevel.authoring.draft.draft import Draft, DraftError, draft_view, read_draft
from carelevel.authoring.draft.kept_files import KeptFiles
from carelevel.bank.text_file import Stamp
from carelevel.core.errors import StoreError
from carelevel.messages import authoring as authoring_messages

MOST_UNFINISHED = 100


@dataclass(frozen=True, slots=True)
class UnfinishedDraft:
    """An unfinished draft on disk; *case*: the id of the case being edited, "" for a new one."""

    name: str
    title: str
    case: str
    changed_at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """What is kept of a draft: *content* is the file being edited, as it was when it was opened."""

    draft: Draft
    case: str | None = None
    content: bytes | None = None


class UnfinishedDrafts:
    """The drafts of one bank in *folder*."""

    def __init__(self, folder: Path, bank: Path) -> None:
        self._files = KeptFiles(folder, bank)

    def all(self) -> tuple[UnfinishedDraft, ...]:
        """Newest first, MOST_UNFINISHED at most; a file that is no draft of this bank is passed over."""
        found = list[UnfinishedDraft]()
        for name in self._files.names():
            with suppress(DraftError, StoreError):
                record, changed_at = self._read(name)
                title = record.draft.title or record.draft.id
                found.append(UnfinishedDraft(name, title, record.case or "", changed_at))
            if len(found) == MOST_UNFINISHED:
                break
        return tuple(found)

    def new_name(self) -> str:
        """A name that no draft has; DraftError where there are too many already."""
        if len(self._files.names()) >= MOST_UNFINISHED:
            raise DraftError(authoring_messages.TOO_MANY_DRAFTS.format(most=MOST_UNFINISHED))
        return self._files.new_name()

    def read(self, name: str) -> DraftRecord:
        """DraftError where there is no such draft."""
        return self._read(name)[0]

    def write(self, name: str, record: DraftRecord) -> Stamp:
        """Keep it; what stamp() then says of it."""
        return self._files.write(name, {"case": record.case, "draft": draft_view(record.draft)}, record.content)

    def stamp(self, name: str) -> Stamp:
        """What changes when the kept draft does; GONE where there is none."""
        return self._files.stamp(name)

    def discard(self, name: str) -> None:
        """Delete a draft; one that is not there is no error."""
        self._files.discard(name)

    def _read(self, name: str) -> tuple[DraftRecord, datetime]:
        kept = self._files.read(name)
        case = kept.record.get("case")
        draft = read_draft(kept.record.get("draft"))
        return DraftRecord(draft, case if isinstance(case, str) else None, kept.content), kept.changed_at
