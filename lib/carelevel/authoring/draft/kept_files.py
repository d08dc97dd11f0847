"""What is unfinished at a bank, on disk: a JSON file each, written whole or not at all."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from carelevel.authoring.draft.draft import DraftError
from carelevel.bank.text_file import Stamp, stamp
from carelevel.files import whole_file
from carelevel.messages import authoring as authoring_messages
from carelevel.store.failure import in_words
from carelevel.store.folder import replace

LARGEST = 2 * 1024 * 1024
_NAME = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file keeps, beside the *content* of the file of the bank that is being edited, as it was opened."""

    name: str
    record: Mapping[str, Any]
    content: bytes | None
    changed_at: datetime  # UTC


class KeptFiles:
    """Those of one bank in *folder*, which is made when the first is kept."""

    def __init__(self, folder: Path, bank: Path) -> None:
        self.folder, self.bank = folder, str(bank)

    def names(self) -> list[str]:
        """Of the files that could be some, the last changed first."""
        found = list[Path]()
        with suppress(OSError):
            found += [path for path in self.folder.iterdir() if path.suffix == ".json" and _NAME.fullmatch(path.stem)]
        return [path.stem for path in sorted(found, key=lambda path: (stamp(path), path), reverse=True)]

    def new_name(self) -> str:
        """A name that none has."""
        return secrets.token_hex(8)

    def read(self, name: str) -> Kept:
        """DraftError where there is none of this name, or it is another bank's."""
        try:
            path = self._path(name)
            if not _NAME.fullmatch(name) or path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
                raise DraftError(authoring_messages.DRAFT_GONE)
            kept: dict[str, Any] = json.loads(whole_file.read(path))
            changed_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if kept["bank"] != self.bank:
                raise DraftError(authoring_messages.DRAFT_GONE)
            content = kept.get("content")
            held = content.encode("latin-1") if isinstance(content, str) else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            raise DraftError(authoring_messages.DRAFT_GONE) from error
        return Kept(name, kept, held, changed_at)

    def write(self, name: str, record: Mapping[str, Any], content: bytes | None) -> Stamp:
        """Keep it; what stamp() then says of it."""
        with in_words(str(self.folder)):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = None if content is None else content.decode("latin-1")
        replace(self._path(name), json.dumps({"bank": self.bank, "content": held, **record}).encode())
        return self.stamp(name)

    def stamp(self, name: str) -> Stamp:
        """What changes when the kept file does; GONE where there is none."""
        return stamp(self._path(name))

    def discard(self, name: str) -> None:
        """Delete one; one that is not there is no error."""
        if _NAME.fullmatch(name):
            with in_words(str(self.folder)):
                self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"
