"""Signs that nobody sees: a text of nothing else is empty, and some turn what is seen around."""

from __future__ import annotations

import unicodedata

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks of direction that reach over what follows them; scripts that are written from the right need none of them."""
_ALSO_UNSEEN = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Blank to the eye, though letters or signs by their class."""


def is_seen(text: str) -> bool:
    """Whether a reader would see anything of *text*."""
    return any(sign not in _ALSO_UNSEEN and unicodedata.category(sign)[0] not in "CZ" for sign in text)
