"""What opens a room: a code to type, a door for the QR code, tokens for participants and the screen."""

from __future__ import annotations

import hashlib
import re
import secrets

LETTERS = "BCDFGHJKMNPQRSTVWXYZ"  # no vowels, so no words; no letter that looks like another or like a digit
CODE_LENGTH = 6  # 64 million codes: `live/http/limits.py` lets somebody who guesses try some thousands an hour
TOKEN_BYTES = 16
DIGEST_LENGTH = 32

_CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def new_code() -> str:
    """A code that can be read aloud."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def is_code(text: str) -> bool:
    """Whether *text* could be a room's code."""
    return bool(_CODE.fullmatch(text))


def new_token() -> str:
    """Something nobody can guess: 128 bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def is_token(text: str) -> bool:
    """Whether *text* could be a token."""
    return bool(_TOKEN.fullmatch(text))


def digest(token: str) -> str:
    """What is kept of a token: enough to know it again, too little to make it."""
    return hashlib.sha256(token.encode()).hexdigest()[:DIGEST_LENGTH]


def typed_code(text: str) -> str:
    """A code as somebody may have typed it: lower case, with spaces or a hyphen."""
    return "".join(text.split()).replace("-", "").upper()


def shown_code(code: str) -> str:
    """A code as it reads best from the back row."""
    return f"{code[:3]} {code[3:]}"
