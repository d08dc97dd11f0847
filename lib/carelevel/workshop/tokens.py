"""What opens a room: a code to type, a door for the QR code, tokens for participants and the screen."""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "BCDFGHJKMNPQRSTVWXYZ"  # no vowels, so no words; no letter that looks like another or like a digit
CODE_LENGTH = 6  # 64 million codes: `live/http/limits.py` lets somebody who guesses try some thousands an hour
DIGEST_LENGTH = 32


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """Something nobody can guess: 128 bits."""
    return secrets.token_urlsafe(16)


def digest(token: str) -> str:
    """What is kept of a token: enough to know it again, too little to make it."""
    return hashlib.sha256(token.encode()).hexdigest()[:DIGEST_LENGTH]


def typed_code(text: str) -> str:
    """A code as somebody may have typed it: lower case, with spaces or a hyphen."""
    return "".join(text.split()).replace("-", "").upper()


def shown_code(code: str) -> str:
    """A code as it reads best from the back row."""
    return f"{code[:3]} {code[3:]}"
