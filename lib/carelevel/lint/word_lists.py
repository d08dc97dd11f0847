"""Word lists as they are written in this package: one after another, with spaces or commas between."""

from __future__ import annotations


def in_order(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Words that may hold spaces, with commas between."""
    return frozenset(phrase.strip() for phrase in " ".join(text.split()).split(","))
