"""A text with plain blanks, hyphens and digits, and where each of its characters stood as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from carelevel.core.case import Span

_BLANKS = "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2043\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u02bc\u02b9\u2032\uff07"
_LINE_ENDS = "\r\x1c\x1d\x1e\x85\u2028\u2029"
_WIDE = (
    *range(0xFF01, 0xFF5F),
    *range(0x1D400, 0x1D800),
    *range(0x660, 0x66A),
    *range(0x6F0, 0x6FA),
    *range(0x966, 0x970),
)
_EVEN = {
    **{ord(sign): " " for sign in _BLANKS},
    **{ord(sign): "-" for sign in _HYPHENS},
    **{ord(sign): "'" for sign in _APOSTROPHES},
    **{ord(sign): "\n" for sign in _LINE_ENDS},
    **{place: normalize("NFKC", chr(place)) for place in _WIDE if len(normalize("NFKC", chr(place))) == 1},
    **{place: str(int(chr(place))) for place in _WIDE if chr(place).isdecimal()},
}
"""Of characters that one other stands for."""
_UNSEEN = r"\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_UNEVEN = re.compile(rf"[ \n{_UNSEEN}]{{2,}}|[\n{_UNSEEN}]|[\u0300-\u036f]+|[\ufb00-\ufb06]|–(?=\d)")
_IS_UNEVEN = re.compile(rf"[\n{_UNSEEN}\u0300-\u036f\ufb00-\ufb06–]")
_LIST_MARK = re.compile(r"(?:[-*•–—]|\d{1,2}[.)]) ")


@dataclass(frozen=True, slots=True)
class PlainText:
    """*text* to search in; *starts* and *ends*: of each of its characters in the source, None where nothing moved."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def source_span(self, span: Span) -> Span:
        """Where a part of *text*, of a character at least, stands in the source."""
        if self.starts is None or self.ends is None:
            return span
        return self.starts[span[0]], self.ends[span[1] - 1]


def plain_text(source: str) -> PlainText:
    """*source* with one kind of blank, hyphen, apostrophe and digit, and without what nobody sees.

    A line's end within a paragraph is a blank; between paragraphs and before a list's mark a line ends.
    """
    even = source if source.isascii() and "\t" not in source and "\r" not in source else source.translate(_EVEN)
    if "  " not in even and not _IS_UNEVEN.search(even):
        return PlainText(even)
    text, starts, ends, last = [], [], [], 0
    for match in _UNEVEN.finditer(even):
        start, end, found = *match.span(), match.group()
        if "\u0300" <= found <= "\u036f\uffff" and start > last:  # an accent belongs to the letter before it
            start, found = start - 1, even[start - 1] + found
        new, between = _level(found, source[start:end], even, end), range(last, start)
        text += [even[last:start], new]
        starts += [*between, *[start] * len(new)]
        ends += [*(place + 1 for place in between), *[end] * len(new)]
        last = end
    if not text:
        return PlainText(even)
    text.append(even[last:])
    rest = range(last, len(even))
    return PlainText("".join(text), (*starts, *rest), (*ends, *(place + 1 for place in rest)))


def _level(found: str, written: str, text: str, end: int) -> str:
    """What stands for something that changes the length; *written*: in the source; *end*: where it ends in *text*."""
    lines = found.count("\n") - written.count("\r\n")
    if lines:
        return "\n" if lines > 1 or _LIST_MARK.match(text, end) else " "
    if " " in found:
        return " "
    if found == "–":
        return "-" if text[end - 2 : end - 1].isalnum() else found
    return normalize("NFKC", re.sub(f"[{_UNSEEN}]", "", found))
