"""A request that is refused: a status, and why, in words."""

from __future__ import annotations

from carelevel.messages import room as room_messages


class Refusal(Exception):
    """Raised anywhere on the way of a request; *why* names a sentence of `LIVE_ERRORS`."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why

    @property
    def says(self) -> str:
        """Why, in words."""
        return room_messages.LIVE_ERRORS[self.why]
