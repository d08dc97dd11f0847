"""A story in a Word document: its title, its headings, its words with weight, and what is highlighted or underlined."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser

from carelevel.authoring.draft.draft import DraftError, DraftPoint, Phrase
from carelevel.authoring.draft.whitespace import one_line
from carelevel.authoring.file.story import DraftParagraph, joined, read_paragraph
from carelevel.messages import authoring as authoring_messages

LARGEST_DOCUMENT = 32 * 1024 * 1024
"""Bytes of all parts of a document."""
STYLES = """
highlight => mark
u => mark
b => em
i => em
p[style-name='Title'] => h1:fresh
"""
TITLE, HEADINGS = "h1", frozenset({"h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset({"p", "li", "td", "th", TITLE}) | HEADINGS


def word_story(content: bytes, name: str) -> tuple[str, tuple[DraftPoint, ...]]:
    """The title, and a decision point for each heading; DraftError where *content*, of the file *name*, is none."""
    try:
        import mammoth
    except ImportError:
        raise DraftError(authoring_messages.NO_WORD) from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST_DOCUMENT:
            raise DraftError(authoring_messages.WORD_LARGE.format(name=name))
        html = mammoth.convert_to_html(
            io.BytesIO(content), style_map=STYLES, convert_image=mammoth.images.img_element(lambda _image: {})
        ).value
    except DraftError:
        raise
    except Exception:  # whatever a file that is no document makes of its reader
        raise DraftError(authoring_messages.NOT_WORD.format(name=name)) from None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.title, tuple(joined(heading, paragraphs) for heading, paragraphs in reader.sections if paragraphs)


@dataclass
class _Block:
    """A paragraph as it is read: its words, stars around those with weight, and where marks begin and end."""

    tag: str
    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    marked_from: int | None = None

    def paragraph(self) -> DraftParagraph:
        """As a draft has it; marks that are written out in brackets count before those that are shown."""
        if "]{" in self.text:
            return read_paragraph(one_line(self.text))[0]
        lead = len(self.text) - len(self.text.lstrip())
        spans = [(max(start - lead, 0), end - lead) for start, end in self.marks if self.text[start:end].strip()]
        return DraftParagraph(self.text.strip(), tuple(Phrase(start, end, {}) for start, end in spans))


class _Reader(HTMLParser):
    """What mammoth makes of a document, read into sections of paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.sections: list[tuple[str, list[DraftParagraph]]] = [("", [])]
        self.block = _Block("p")

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in BLOCKS:
            self._end()
            self.block = _Block(tag)
        elif tag == "mark" and self.block.marked_from is None:
            self.block.marked_from = len(self.block.text)
        elif tag == "em":
            self.block.text += "*"
        elif tag == "br":
            self.block.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end()
        elif tag == "mark" and self.block.marked_from is not None:
            self.block.marks.append((self.block.marked_from, len(self.block.text)))
            self.block.marked_from = None
        elif tag == "em":
            self.block.text += "*"

    def handle_data(self, data: str) -> None:
        self.block.text += data.replace("\n", " ")

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        block, self.block = self.block, _Block("p")
        words = one_line(block.text.replace("*", "")) if block.tag in {TITLE, *HEADINGS} else block.text.strip()
        if not words:
            return
        if block.tag == TITLE and not self.title:
            self.title = words
        elif block.tag == TITLE or block.tag in HEADINGS:
            self.sections.append((words, []))
        else:
            self.sections[-1][1].append(block.paragraph())
