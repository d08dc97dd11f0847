"""The error tree: every message says place, problem and remedy."""

from __future__ import annotations

from collections.abc import Iterable

from carelevel.core.diagnostic import Diagnostic


class CarelevelError(Exception):
    """The root of everything that carelevel raises on purpose."""


class CriteriaError(CarelevelError, ValueError):
    """Criteria that contradict themselves or that no answer could rest on."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{problem}; {remedy}")


class UnknownFindingError(CarelevelError, KeyError):
    """A finding, or a value of one, that the criteria do not have."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the message in quotes


class AnswerError(CarelevelError, ValueError):
    """An answer that the question did not offer."""


class BankError(CarelevelError, ValueError):
    """A bank, or a file of one, that cannot be used; *diagnostics*: those of *mistakes* that have a file and a line."""

    def __init__(self, mistakes: Iterable[str | Diagnostic]) -> None:
        told = tuple(mistakes)
        self.diagnostics = tuple(mistake for mistake in told if isinstance(mistake, Diagnostic))
        super().__init__("\n".join(map(str, told)))


class RoomError(CarelevelError, RuntimeError):
    """A step that a room cannot take now."""


class StoreError(CarelevelError, OSError):
    """A database that cannot be opened, read or written now."""


class ScriptError(CarelevelError, ValueError):
    """A script of a page that cannot be joined with what it imports."""


def suggestion(wrong: str, known: Iterable[str], many: str = "see cases/README.md for the list") -> str:
    """The remedy for a mistyped name, such as "did you mean 'peers'?"; *many* where they are too many to name."""
    from difflib import get_close_matches  # which a bank without mistakes does without

    names = sorted(known)
    close = get_close_matches(wrong, names, n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"use one of: {', '.join(names)}" if len(names) <= 12 else many
