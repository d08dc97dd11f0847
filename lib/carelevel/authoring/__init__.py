"""Floor 3: one supervisor at one draft, from the first word to the file in the bank."""

from __future__ import annotations

from carelevel.authoring.checking import Checked, CheckedPoint, check
from carelevel.authoring.desk import Conflict, Desk, Saved
from carelevel.authoring.dissent import record_dissent
from carelevel.authoring.draft import Draft, DraftError, DraftPoint, DraftTwin, Phrase, draft_view, read_draft
from carelevel.authoring.kept import KeptDraft
from carelevel.authoring.placing import PlacedHit
from carelevel.authoring.problem import Problem

__all__ = [
    "Checked",
    "CheckedPoint",
    "Conflict",
    "Desk",
    "Draft",
    "DraftError",
    "DraftPoint",
    "DraftTwin",
    "KeptDraft",
    "Phrase",
    "PlacedHit",
    "Problem",
    "Saved",
    "check",
    "draft_view",
    "read_draft",
    "record_dissent",
]
