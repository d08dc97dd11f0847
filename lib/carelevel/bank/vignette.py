"""The prose of a case file: Markdown sections to decision points' paragraphs, sentences and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from carelevel.bank.sentence import sentences
from carelevel.bank.story_text import PLAIN, story_text
from carelevel.core.case import Evidence, Paragraph, Sentence, Span
from carelevel.core.criteria import PLAIN_WORDS, Findings, Words
from carelevel.core.diagnostic import Diagnostic

_LEFT_OVER = re.compile(r"[\[\]{}]")
_REFUSED = {
    "link_open": "a link",
    "image": "an image",
    "code_inline": "code",
    "fence": "a block of code",
    "code_block": "a block of code (an indented line)",
    "html_block": "HTML",
    "html_inline": "HTML",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "blockquote_open": "a quotation block",
    "hr": "a rule of dashes",
}


@dataclass(frozen=True, slots=True)
class Swap:
    """A twin's *words* in the place of the phrase of this name, and what they show; None: what the phrase does."""

    phrase: str
    words: str
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What a paragraph was read from; *line* is that of its beginning."""

    tokens: Sequence[Token]
    line: int


@dataclass(slots=True)
class Section:
    """One `##` section of a vignette; lines are those of the file."""

    heading: str
    line: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)  # as many as paragraphs
    evidence: list[Evidence] = field(default_factory=list)  # its findings as they stand there, not checked yet
    lines: list[int] = field(default_factory=list)  # of each phrase that is evidence
    sentence_count: int = 0


@dataclass(frozen=True, slots=True)
class Vignette:
    """The story of a case file as far as it can be read, and every mistake in it."""

    sections: tuple[Section, ...]
    named: frozenset[str]  # what phrases are called, those in mistyped markup included
    mistakes: tuple[Diagnostic, ...]


def read_vignette(
    text: str, file: str, offset: int = 0, swap: Swap | None = None, words: Words = PLAIN_WORDS
) -> Vignette:
    """Read the prose below the front matter, which ends at line *offset*; mistakes are told in the bank's *words*."""
    return _Reader(file, offset, swap, words).read(text)


def retold(section: Section, swap: Swap) -> Section:
    """A section that was read without mistakes, with its phrase swapped; its Markdown is not read again."""
    if all(phrase.id != swap.phrase for phrase in section.evidence):
        return section
    reader = _Reader("", 0, swap)
    reader.sections.append(Section(section.heading, section.line))
    for source in section.sources:
        reader.paragraph(source.tokens, source.line)
    return reader.sections[0]


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # Without reference definitions: one of them would turn a phrase into a link, far from where it stands.
    markdown = MarkdownIt("commonmark", {"html": False}).disable("reference")
    return markdown.use(attrs_plugin, after=("span_close",), spans=True)


class _Opened(NamedTuple):
    """A phrase whose bracket has not closed yet: its first character, its line, and what stands in its braces."""

    start: int
    line: int
    attributes: dict[str, object]


class _Reader:
    """Walks the tokens once, gathering sections and mistakes."""

    def __init__(self, file: str, offset: int, swap: Swap | None, words: Words = PLAIN_WORDS) -> None:
        self.file, self.offset, self.swap = file, offset, swap
        self.example = f"a line such as '## {words.first_meeting}'"
        self.sections: list[Section] = []
        self.mistakes: list[Diagnostic] = []
        self.named: set[str] = set()
        self.early = False  # text stood before the first section

    def read(self, text: str) -> Vignette:
        """The whole story, from the text below the front matter."""
        story = story_text(text)
        for wrong in story.wrong:
            self._wrong(wrong.line, wrong.problem, wrong.remedy)
        self.named.update(story.named)
        tokens = _markdown().parse(story.text)
        for place, token in enumerate(tokens):
            if token.type == "inline":
                self._block(tokens[place - 1], token)
            elif token.type in _REFUSED:
                self._refuse(token.type, token.map[0] + 1 if token.map else 1)
        if not self.sections and not self.mistakes:
            self._wrong(1, "there is no decision point", f"begin the story with {self.example}")
        for section in self.sections:
            if not section.paragraphs:
                self._wrong(section.line - self.offset, f"'{section.heading}' has no text", "write the story below it")
        return Vignette(tuple(self.sections), frozenset(self.named - {""}), tuple(dict.fromkeys(self.mistakes)))

    def _block(self, opened: Token, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 1
        if opened.type == "heading_open":
            self._heading(opened.markup, token, line)
        elif not self.sections:
            if not self.early:
                self._wrong(line, "text before the first decision point", f"put {self.example} above it")
            self.early = True
        else:
            children = token.children or []
            self.sections[-1].sources.append(Source(children, line + self.offset))
            self.paragraph(children, line)

    def _heading(self, markup: str, token: Token, line: int) -> None:
        if markup != "##":
            self._wrong(line, f"a heading of another size ('{markup}')", "use '## ' for a decision point")
            return
        if not token.content.strip():
            self._wrong(line, "a decision point without a name", "write a few words after '##'")
        elif re.search(r"[\[\]{}*_`]", token.content):
            self._wrong(line, f"markup in the heading '{token.content}'", "use plain words there")
        self.sections.append(Section(token.content.strip(), line + self.offset))

    def paragraph(self, children: Sequence[Token], line: int) -> None:
        """Read one paragraph into the last section; *line* is counted from the front matter's end, as all are here."""
        section = self.sections[-1]
        text, stress, is_swapped = "", 0, False
        stressed: list[Span] = []
        opened: list[_Opened] = []
        phrases: list[Evidence] = []
        for child in children:
            if child.type == "span_open":
                if opened:
                    self._wrong(line, "a phrase within a phrase", "close one bracket before the next opens")
                # A finding may be called onset or action: nothing here is ever an attribute of HTML.
                opened.append(_Opened(len(text), line, {**child.attrs, **child.meta.get("insecure_attrs", {})}))
                if self.swap and self.swap.phrase == child.attrs.get("id", ""):
                    text, is_swapped = text + " ".join(self.swap.words.split()), True
            elif child.type == "span_close":
                start, at_line, attributes = opened.pop()
                section.lines.append(at_line + self.offset)
                phrases.append(self._evidence(attributes, (start, len(text)), text[start:], at_line))
                is_swapped = False
            elif is_swapped:
                continue
            elif child.type in ("softbreak", "hardbreak"):
                text, line = text + " ", line + 1
            elif child.type == "text":
                text += child.content
                self._left_over(child.content, line)
            elif child.type in ("em_open", "strong_open"):
                stress = len(text)
            elif child.type in ("em_close", "strong_close"):
                stressed.append((stress, len(text)))
            elif child.type in _REFUSED:
                self._refuse(child.type, line)
        cut = sentences(text, section.sentence_count)
        section.sentence_count += len(cut)
        section.evidence += [replace(phrase, sentences=_touched(cut, phrase.at)) for phrase in phrases]
        section.paragraphs.append(Paragraph(text, cut, tuple(stressed)))

    def _evidence(self, attributes: dict[str, object], at: Span, phrase: str, line: int) -> Evidence:
        """A phrase with what stands in its braces; the sentences around it are not cut yet."""
        if not phrase.strip():
            self._wrong(line, "a phrase without words", "put the words between the brackets")
        if "class" in attributes:
            self._wrong(line, f"'.{attributes['class']}' in braces", "write finding=value there")
        elif not attributes:
            self._wrong(line, "a phrase that shows nothing", "write finding=value in its braces")
        findings: Findings = {name: str(value) for name, value in attributes.items() if name not in ("id", "class")}
        name = str(attributes.get("id", ""))
        self.named.add(name)
        changed = self.swap is not None and self.swap.phrase == name
        if self.swap and changed and self.swap.findings is not None:
            findings = dict(self.swap.findings)
        return Evidence(len(self.sections[-1].paragraphs), at, phrase, findings, (), name, changed)

    def _left_over(self, text: str, line: int) -> None:
        """Markup that was mistyped stays in the text: brackets and braces are refused there."""
        left = _LEFT_OVER.search(text)
        if left:
            near = text[max(0, left.start() - 20) : left.end() + 25].strip()
            remedy = "write [phrase]{finding=value}, with no space before the brace or around ="
            self._wrong(line, f"markup left in the text near '{near}'", remedy)

    def _refuse(self, kind: str, line: int) -> None:
        self._wrong(line, f"{_REFUSED[kind]} in the story", PLAIN)

    def _wrong(self, line: int, problem: str, remedy: str) -> None:
        self.mistakes.append(Diagnostic(self.file, line + self.offset, problem, remedy))


def _touched(sentences: Iterable[Sentence], at: Span) -> tuple[int, ...]:
    """The numbers of the sentences that share a character with a phrase."""
    return tuple(sentence.number for sentence in sentences if sentence.at[0] < at[1] and at[0] < sentence.at[1])
