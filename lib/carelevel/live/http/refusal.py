"""A request that is refused: a status, and why, in words."""

from __future__ import annotations

from carelevel.core.criteria import PLAIN_WORDS, Words
from carelevel.messages import room as room_messages


class Refusal(Exception):
    """Raised anywhere on the way of a request; *why* names a sentence of `LIVE_ERRORS`, *words* are the bank's."""

    def __init__(self, status: int, why: str, words: Words = PLAIN_WORDS) -> None:
        super().__init__(why)
        self.status, self.why, self.words = status, why, words

    @property
    def says(self) -> str:
        """Why, in words."""
        return self.words.said(room_messages.LIVE_ERRORS[self.why])
