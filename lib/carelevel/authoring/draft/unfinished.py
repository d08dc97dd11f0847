"""Unfinished drafts on disk: one JSON file each, written whole or not at all."""

from __future__ import annotations

import json
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from carelevel.authoring.draft.draft import Draft, DraftError, draft_view, read_draft
from carelevel.bank.text_file import Stamp, stamp
from carelevel.core.errors import StoreError
from carelevel.files import whole_file
from carelevel.messages import authoring as authoring_messages
from carelevel.store.failure import in_words
from carelevel.store.folder import replace

MOST_UNFINISHED = 100
LARGEST = 2 * 1024 * 1024
_NAME = re.compile(r"[0-9a-f]{16}")


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
    """The drafts of one bank in *folder*, which is made when the first is kept."""

    def __init__(self, folder: Path, bank: Path) -> None:
        self.folder, self.bank = folder, str(bank)

    def all(self) -> tuple[UnfinishedDraft, ...]:
        """Newest first, MOST_UNFINISHED at most; a file that is no draft of this bank is passed over."""
        found = list[UnfinishedDraft]()
        for path in self._newest():
            with suppress(DraftError, StoreError):
                record, changed_at = self._read(path)
                title = record.draft.title or record.draft.id
                found.append(UnfinishedDraft(path.stem, title, record.case or "", changed_at))
            if len(found) == MOST_UNFINISHED:
                break
        return tuple(found)

    def new_name(self) -> str:
        """A name that no draft has; DraftError where there are too many already."""
        if len(self._newest()) >= MOST_UNFINISHED:
            raise DraftError(authoring_messages.TOO_MANY_DRAFTS.format(most=MOST_UNFINISHED))
        return secrets.token_hex(8)

    def read(self, name: str) -> DraftRecord:
        """DraftError where there is no such draft."""
        if not _NAME.fullmatch(name):
            raise DraftError(authoring_messages.DRAFT_GONE)
        return self._read(self._path(name))[0]

    def write(self, name: str, record: DraftRecord) -> Stamp:
        """Keep it; what stamp() then says of it."""
        with in_words(str(self.folder)):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = {
            "bank": self.bank,
            "case": record.case,
            "content": None if record.content is None else record.content.decode("latin-1"),
            "draft": draft_view(record.draft),
        }
        replace(self._path(name), json.dumps(kept).encode())
        return self.stamp(name)

    def stamp(self, name: str) -> Stamp:
        """What changes when the kept draft does; GONE where there is none."""
        return stamp(self._path(name))

    def discard(self, name: str) -> None:
        """Delete a draft; one that is not there is no error."""
        if _NAME.fullmatch(name):
            with in_words(str(self.folder)):
                self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _newest(self) -> list[Path]:
        """The files that could be drafts, the last changed first."""
        found = list[Path]()
        with suppress(OSError):
            found += [path for path in self.folder.iterdir() if path.suffix == ".json" and _NAME.fullmatch(path.stem)]
        return sorted(found, key=lambda path: (stamp(path), path), reverse=True)

    def _read(self, path: Path) -> tuple[DraftRecord, datetime]:
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
                raise DraftError(authoring_messages.DRAFT_GONE)
            kept: dict[str, Any] = json.loads(whole_file.read(path))
            changed_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if kept["bank"] != self.bank:
                raise DraftError(authoring_messages.DRAFT_GONE)
            case, content = kept.get("case"), kept.get("content")
            held = content.encode("latin-1") if isinstance(content, str) else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            raise DraftError(authoring_messages.DRAFT_GONE) from error
        return DraftRecord(read_draft(kept.get("draft")), case if isinstance(case, str) else None, held), changed_at
