"""On which line of its file each part of a case stands; worked out from the text, and only where it is asked for."""

from __future__ import annotations

from carelevel.bank.document import Document, Place
from carelevel.bank.front_matter import divide, read_head
from carelevel.bank.vignette import Section, Source, read_vignette
from carelevel.core.diagnostic import CasePart


class Lines:
    """The lines of one case file's *text*, from 1; of a part that the text does not have, those of what holds it."""

    def __init__(self, text: str) -> None:
        self._document: Document | None = None
        self._twins: dict[str, Place] = {}
        self._sections: tuple[Section, ...] = ()
        self._words: list[str] = []
        self._unsaid: list[str] = []
        divided, _ = divide(text, "")
        if divided is None:
            return
        self._sections = read_vignette(divided.prose, "", divided.offset).sections
        head, _ = read_head(divided, "")
        if head is not None:
            self._document = head.document
            self._words, self._unsaid = list(head.front.glossary), list(head.front.unsaid)
            self._twins = {twin.id: ("twins", place, "swap", *twin.swap) for place, twin in enumerate(head.front.twins)}

    def line(self, place: CasePart, character: int = 0) -> int:
        """The line of a part of the case; of a paragraph, that on which a *character* of it stands.

        A twin stands where the new words of the phrase begin that it swaps.
        """
        point = place.point or 0
        if place.twin:
            return self._head(self._twins.get(place.twin, ("twins",)))
        if place.part == "dissent":
            return self._head(("dissent", point, "reason"))
        if place.part in ("title", "opening", "discuss"):
            return self._head((place.part,))
        if place.part == "glossary":
            return self._head(("glossary", *self._words[point : point + 1]))
        if place.part == "unsaid":
            return self._head(("unsaid", *self._unsaid[point : point + 1]))
        if point >= len(self._sections):
            return 1
        section = self._sections[point]
        if place.paragraph is None or place.paragraph >= len(section.sources):
            return section.line
        return _line(section.sources[place.paragraph], character)

    def _head(self, place: Place) -> int:
        return self._document.line(place) if self._document else 1


def _line(source: Source, character: int) -> int:
    """Count as the reader does: a line ends with one space, markup has no characters."""
    line, seen = source.line, 0
    for token in source.tokens:
        if token.type in ("softbreak", "hardbreak"):
            seen, following = seen + 1, line + 1
        else:
            seen, following = seen + (len(token.content) if token.type == "text" else 0), line
        if seen > character:
            return line
        line = following
    return line
