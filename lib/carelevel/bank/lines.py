"""On which line of its file each part of a case stands; worked out from the text, and only where it is asked for."""

from __future__ import annotations

from carelevel.bank.document import Document, Place
from carelevel.bank.front_matter import divide, read_head
from carelevel.bank.vignette import Section, Source, read_vignette


class Lines:
    """The lines of one case file's *text*, from 1; of a part that the text does not have, those of what holds it."""

    def __init__(self, text: str) -> None:
        self._document: Document | None = None
        self._twins: dict[str, Place] = {}
        self._sections: tuple[Section, ...] = ()
        divided, _ = divide(text, "")
        if divided is None:
            return
        self._sections = read_vignette(divided.prose, "", divided.offset).sections
        head, _ = read_head(divided, "")
        if head is not None:
            self._document = head.document
            self._twins = {twin.id: ("twins", place, "swap", *twin.swap) for place, twin in enumerate(head.front.twins)}

    def title(self) -> int:
        return self._head(("title",))

    def discuss(self) -> int:
        return self._head(("discuss",))

    def dissent(self, point: int) -> int:
        """Where a dissent is given for each decision point, that one's."""
        return self._head(("dissent", point, "reason")) if self._is_list("dissent") else self._head(("dissent",))

    def twin(self, twin: str) -> int:
        """The phrase that a twin swaps, where its new words begin."""
        return self._head(self._twins.get(twin, ("twins",)))

    def heading(self, point: int) -> int:
        return self._sections[point].line if point < len(self._sections) else 1

    def story(self, point: int, paragraph: int, character: int) -> int:
        """The line on which a character of a paragraph stands."""
        if point >= len(self._sections) or paragraph >= len(self._sections[point].sources):
            return self.heading(point)
        return _line(self._sections[point].sources[paragraph], character)

    def _head(self, place: Place) -> int:
        return self._document.line(place) if self._document else 1

    def _is_list(self, name: str) -> bool:
        return self._document is not None and isinstance(self._document.data.get(name), list)


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
