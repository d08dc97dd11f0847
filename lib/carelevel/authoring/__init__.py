"""Floor 3: one supervisor at one draft, from the first word to the file in the bank."""

from __future__ import annotations

from carelevel.authoring.check.check import CheckedDraft, CheckedPoint, check_draft
from carelevel.authoring.desk import Conflict, Desk, Saved
from carelevel.authoring.dissent import record_dissent
from carelevel.authoring.draft.draft import Draft, DraftError, DraftPoint, DraftTwin, Phrase, draft_view, read_draft
from carelevel.authoring.draft.unfinished import UnfinishedDraft
from carelevel.authoring.notes.line_edit import LineEdit
from carelevel.authoring.notes.notes_desk import NotesDesk
from carelevel.authoring.rewriting import rename, set_status

__all__ = [
    "CheckedDraft",
    "CheckedPoint",
    "Conflict",
    "Desk",
    "Draft",
    "DraftError",
    "DraftPoint",
    "DraftTwin",
    "LineEdit",
    "NotesDesk",
    "Phrase",
    "Saved",
    "UnfinishedDraft",
    "check_draft",
    "draft_view",
    "read_draft",
    "record_dissent",
    "rename",
    "set_status",
]
