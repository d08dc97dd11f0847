"""A number with what it counts: one thing, or several."""

from __future__ import annotations


def counted(count: int, forms: tuple[str, str]) -> str:
    """The form for one, or for *count*, which stands in it as `{count}`."""
    return forms[0] if count == 1 else forms[1].format(count=count)
