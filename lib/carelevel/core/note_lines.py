"""The lines that short notes are composed of: what each says, shows, and may not stand beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line; *finding* and *value* are '' where it shows nothing.

    *says* are tags of what it tells beside that; it stands in no note where another line says one of *bars*. *row*
    is where it stands in its file, from 1.
    """

    text: str
    finding: str = ""
    value: str = ""
    says: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    row: int = 0

    def goes_with(self, other: NoteLine) -> bool:
        """Whether neither tells what the other bars."""
        return self.bars.isdisjoint(other.says) and other.bars.isdisjoint(self.says)


@dataclass(frozen=True, eq=False)
class NoteLines:
    """A bank's lines: *people* begin a note, *neutral* ones show nothing, *showing* a value of a finding each.

    *digest* names all of them, whatever else stands in their file.
    """

    people: tuple[NoteLine, ...]
    neutral: tuple[NoteLine, ...]
    showing: Mapping[tuple[str, str], tuple[NoteLine, ...]]
    digest: str = ""

    def every(self) -> Iterator[NoteLine]:
        """All of them, in the order of the file."""
        yield from self.people
        yield from self.neutral
        for lines in self.showing.values():
            yield from lines
