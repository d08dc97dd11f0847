"""The yes-or-no questions beside the level: how often each was answered as the criteria do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Figure

FlagPair = tuple[Mapping[str, bool], Mapping[str, bool | None]]
"""The flags as one trainee answered them, and as the criteria do."""


@dataclass(frozen=True, slots=True)
class FlagSeen(Figure):
    """One flag over the *n* answers in which both sides answer it."""

    flag: str
    alike: Proportion
    missed: int  # no, where the criteria say yes
    needless: int  # yes, where the criteria say no


def flags_seen(answered: Iterable[FlagPair], flags: Sequence[str]) -> tuple[FlagSeen, ...]:
    """A figure for each of *flags*, in their order."""
    pairs = tuple(answered)
    return tuple(_seen(flag, [(yours.get(flag), theirs.get(flag)) for yours, theirs in pairs]) for flag in flags)


def _seen(flag: str, pairs: Iterable[tuple[bool | None, bool | None]]) -> FlagSeen:
    both = [pair for pair in pairs if None not in pair]
    missed, needless = both.count((False, True)), both.count((True, False))
    return FlagSeen(len(both), flag, Proportion(len(both) - missed - needless, len(both)), missed, needless)
