"""The prose of a case file as decision points of a draft, also where it has mistakes: no word of it is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from carelevel.authoring.draft.draft import DraftPoint, Phrase
from carelevel.authoring.draft.whitespace import one_line
from carelevel.authoring.file.markdown import markdown
from carelevel.bank.vignette import Section, read_vignette
from carelevel.core.case import Paragraph, Span

_HEADING = re.compile(r" {0,3}##(?=[ \t]|$)")
_BRACES = re.compile(r"\{[^{}]*\}")
_SIGNS = re.compile(r"[\W_]+")
_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of a draft's story; its *phrases* count from its own beginning."""

    text: str
    phrases: tuple[Phrase, ...] = ()

    def named(self) -> tuple[object, ...]:
        """What makes two paragraphs the same, for a dictionary."""
        return self.text, *(
            (phrase.start, phrase.end, phrase.name, *phrase.findings.items()) for phrase in self.phrases
        )


@dataclass(slots=True)
class RawSection:
    """A heading and the lines of each paragraph below it, as they stand in the file."""

    heading: str
    paragraphs: list[str] = field(default_factory=list)


def raw_sections(prose: str) -> list[RawSection]:
    """The sections of *prose*; what stands above the first heading is one without a name."""
    sections, lines = [RawSection("")], list[str]()
    for line in [*prose.split("\n"), ""]:
        heading = _HEADING.match(line)
        if line.strip(" \t") and not heading:
            lines.append(line)
            continue
        if lines:
            sections[-1].paragraphs.append("\n".join(lines))
            lines = []
        if heading:
            sections.append(RawSection(_name(line[heading.end() :])))
    return sections if sections[0].paragraphs else sections[1:]


def _name(line: str) -> str:
    """A heading's words, without the signs that may close it."""
    words = line.strip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words


def read_paragraph(raw: str) -> tuple[DraftParagraph, bool]:
    """The paragraph, and whether the bank reads just that from *raw*."""
    vignette = read_vignette(f"## -\n\n{raw}", "")
    section = vignette.sections[0] if len(vignette.sections) == 1 else None
    if (
        section is None
        or len(section.paragraphs) != 1
        or (vignette.mistakes and not _whole(raw, section.paragraphs[0]))
    ):
        return DraftParagraph(one_line(raw)), False
    return drafted(section, 0), not vignette.mistakes


def drafted(section: Section, number: int) -> DraftParagraph:
    """A paragraph that the bank has read, with stars where words are stressed."""
    paragraph = section.paragraphs[number]
    phrases = [
        Phrase(*phrase.at, phrase.findings, phrase.id) for phrase in section.evidence if phrase.paragraph == number
    ]
    plain = _with_stars(paragraph, phrases, "*")
    if "*" not in paragraph.text or _reads_as(plain, paragraph):
        return plain
    return _with_stars(paragraph, phrases, "\\*")  # a star that is only a star needs to say so here


def joined(heading: str, paragraphs: Sequence[DraftParagraph]) -> DraftPoint:
    """A decision point of these paragraphs."""
    text, phrases = "", list[Phrase]()
    for paragraph in paragraphs:
        text += _APART if text else ""
        phrases += [_moved(phrase, len(text)) for phrase in paragraph.phrases]
        text += paragraph.text
    return DraftPoint(heading, text, tuple(phrases))


def parted(point: DraftPoint, spans: Sequence[Span]) -> Iterator[DraftParagraph]:
    """The paragraphs of a decision point, each with the phrases that lie in it."""
    for start, end in spans:
        inside = [phrase for phrase in point.phrases if start <= phrase.start and phrase.end <= end]
        yield DraftParagraph(point.text[start:end], tuple(_moved(phrase, -start) for phrase in inside))


def _moved(phrase: Phrase, by: int) -> Phrase:
    return replace(phrase, start=phrase.start + by, end=phrase.end + by)


def _reads_as(drafted: DraftParagraph, paragraph: Paragraph) -> bool:
    read = read_vignette("## -\n\n" + markdown(drafted.text, (0, len(drafted.text)), drafted.phrases), "")
    again = read.sections[0].paragraphs
    return len(again) == 1 and (again[0].text, again[0].stressed) == (paragraph.text, paragraph.stressed)


def _whole(raw: str, paragraph: Paragraph) -> bool:
    """Whether every word of *raw* outside of braces is still there: a link or code would have lost some."""
    before, after = (_SIGNS.sub("", _BRACES.sub("", text)) for text in (raw, paragraph.text))
    return before == after


def _with_stars(paragraph: Paragraph, phrases: Sequence[Phrase], star: str) -> DraftParagraph:
    """The paragraph's text with a star before and after each stressed span, and *star* for one that stood there."""
    stressed = _merged(paragraph.stressed)
    first, last = dict(stressed), {end: start for start, end in stressed}
    opening, closing = {phrase.start: phrase for phrase in phrases}, {phrase.end: phrase for phrase in phrases}
    starts, ends = dict[int, int](), dict[int, int]()
    text = ""
    for place in range(len(paragraph.text) + 1):
        within = place in last and place in closing and closing[place].start <= last[place]
        ends[place] = len(text) + within  # a star within the phrase that it ends, or after it
        text += "*" if place in last else ""
        without = place in first and not (place in opening and first[place] <= opening[place].end)
        starts[place] = len(text) + without
        text += "*" if place in first else ""
        character = paragraph.text[place : place + 1]
        text += star if character == "*" else character
    moved = (replace(phrase, start=starts[phrase.start], end=ends[phrase.end]) for phrase in phrases)
    return DraftParagraph(text, tuple(moved))


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch as one, without empty ones."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged
