"""Draws that follow from a seed alone: the same on every computer and with every release of Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Draws:
    """SplitMix64 (Steele, Lea and Flood 2014), from a *seed* of up to 64 bits."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def below(self, count: int) -> int:
        """A number from 0 to *count* - 1, each as likely as any other as far as 64 bits allow."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
        return (mixed ^ mixed >> 31) * count >> 64

    def choose(self, choices: Sequence[T]) -> T:
        """One of *choices*."""
        return choices[self.below(len(choices))]

    def happens(self, percent: int) -> bool:
        """True in so many of 100."""
        return self.below(100) < percent

    def taken(self, left: list[T]) -> T:
        """One of *left*, which is taken out of it."""
        place = self.below(len(left))
        left[place], left[-1] = left[-1], left[place]
        return left.pop()

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """*items* in an order of chance."""
        left = list(items)
        return [self.taken(left) for _ in items]
