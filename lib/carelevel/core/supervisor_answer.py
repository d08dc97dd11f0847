"""What a supervisor chose blind, before seeing what anybody else chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

NOT_SURE = ""
"""The level of an answer that leaves the point open; it counts as none where agreement is told."""

Key = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class SupervisorAnswer:
    """What *code* chose for a decision point of the story that *text_digest* names; *answered_at* knows its zone."""

    code: str
    case: str
    point: int
    text_digest: str
    level: str
    answered_at: datetime

    @property
    def key(self) -> Key:
        """What there is one answer for: code, case, decision point, text."""
        return self.code, self.case, self.point, self.text_digest
