"""A trainee's code: what a record is kept under in a name's place."""

from __future__ import annotations

import re

LONGEST_CODE = 64
_CODE = re.compile(rf"[A-Za-z0-9._-]{{1,{LONGEST_CODE}}}")


def is_code(text: str) -> bool:
    """Whether a record can be kept under *text*: letters of ASCII, digits, dots, hyphens and underscores."""
    return _CODE.fullmatch(text) is not None
