"""What the page of a trainee's record is sent."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.widgets.shared.view import FaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView(FaceView):
    """Whose record it is, and how much is in it."""

    code: str
    says: str
