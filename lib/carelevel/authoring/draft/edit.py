"""What was typed into a text, told from how it was before and after."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from *start* to *end* of a text became *added* others."""

    start: int
    end: int
    added: int

    def follows(self, last: Edit) -> bool:
        """Whether it goes on where the *last* one ended: typed behind what was typed, or deleted beside a deletion."""
        caret = last.start + last.added
        if self.added:
            return self.start == self.end == caret and last.added > 0
        return not last.added and caret in (self.start, self.end)


def edit_between(before: str, after: str) -> Edit:
    """The smallest edit that makes *after* of *before*, as far to the end as it can stand."""
    shortest = min(len(before), len(after))
    start = next((place for place in range(shortest) if before[place] != after[place]), shortest)
    most = shortest - start
    tail = next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)
    return Edit(start, len(before) - tail, len(after) - tail - start)
