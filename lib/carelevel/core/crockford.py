"""Numbers in Crockford's digits, without letters that are taken for others."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_ALIKE = str.maketrans("OIL", "011")


def written(number: int, digits: int) -> str:
    """*number* in so many digits."""
    return "".join(DIGITS[number // len(DIGITS) ** place % len(DIGITS)] for place in reversed(range(digits)))


def read(digits: str) -> int:
    """The number that is written so."""
    number = 0
    for digit in digits:
        number = number * len(DIGITS) + DIGITS.index(digit)
    return number


def as_typed(text: str) -> str:
    """*text* in capitals, with O for 0 read as it was meant."""
    return text.strip().upper().translate(_READ_ALIKE)
