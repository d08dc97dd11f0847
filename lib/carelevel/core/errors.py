"""The error tree: every message says place, problem and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class CarelevelError(Exception):
    """The root of everything that carelevel raises on purpose."""


class CriteriaError(CarelevelError, ValueError):
    """Criteria that contradict themselves or that no answer could rest on."""


class UnknownFindingError(CarelevelError, KeyError):
    """A finding, or a value of one, that the criteria do not have."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the message in quotes


class AnswerError(CarelevelError, ValueError):
    """An answer that the question did not offer."""


class BankError(CarelevelError, ValueError):
    """A bank, or a file of one, that cannot be used; *mistakes* are lines `file:line: problem; remedy`."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class RoomError(CarelevelError, RuntimeError):
    """A step that a room cannot take now."""


class StoreError(CarelevelError, OSError):
    """A database that cannot be opened, read or written now."""


class ScriptError(CarelevelError, ValueError):
    """A script of a page that cannot be joined with what it imports."""


def suggestion(wrong: str, known: Iterable[str], many: str = "see cases/README.md for the list") -> str:
    """The remedy for a mistyped name, such as "did you mean 'peers'?"; *many* where they are too many to name."""
    names = sorted(known)
    close = get_close_matches(wrong, names, n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"use one of: {', '.join(names)}" if len(names) <= 12 else many
