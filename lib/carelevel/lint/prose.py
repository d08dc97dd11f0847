"""A text as lint reads it: its words once, and the runs of capitalized words that could name somebody or something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from carelevel.core.case import Span
from carelevel.core.plain_text import plain_text
from carelevel.lint.casing import recased
from carelevel.lint.english import is_word
from carelevel.lint.tokens import PARTS, POSSESSIVE, Word
from carelevel.lint.word_lists import WordLists, word_lists

DIGIT = "0"
"""Stands among a text's words when any digit does."""
DIGITS = "000"
"""Stands among a text's words when three digits stand side by side."""
SIGNS = "@&/"
"""Each stands among a text's words when the text has it."""
DOTTED = "."
"""Stands among a text's words when a full stop stands between letters."""
ACCENT = "é"
"""Stands among a text's words when any letter is none of English."""
OTHER_SCRIPT = "\u0590"
"""Stands among a text's words when letters that know no capitals do."""
_SYLLABLE = 3
_LETTERS = {
    OTHER_SCRIPT: re.compile("[\u0590-\u08ff\u0900-\u0eff\u10a0-\u137f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]"),
    ACCENT: re.compile("[\u00c0-\u04ff]"),
}
_DIGIT, _DIGITS = re.compile(r"\d"), re.compile(r"\d{3}")
_STOP = re.compile(r"[.!?;]")
_SENTENCE_ENDS = frozenset('.!?…:“"‘—–•*\n')
_AT_PLACES = frozenset({"in", "at", "near", "outside", "around", "beyond", "past", "off"})
_OPENER_ENDINGS = ("ing", "ly", "ed", "wards", "n't", "n’t")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalized words in a row, `words[first:last]` of a prose; *opening*: a sentence begins with the first."""

    first: int
    last: int
    names: tuple[str, ...]  # the words without possessive endings
    opening: bool

    @property
    def name(self) -> str:
        """The names with a space between."""
        return " ".join(self.names)


class Prose:
    """One text in words, and its capitalized words in runs; its `text` is plain, and names are written as names are.

    *known*: names that are known to be a person's from elsewhere in the case; *lists*: ours where none are given.
    """

    def __init__(self, text: str, known: frozenset[str] = frozenset(), lists: WordLists | None = None) -> None:
        self.known, self.relatives_end = known, 0
        self.asked: dict[int, list[Any]] | None = None
        self.lists = word_lists() if lists is None else lists
        self.source, self._plain = text, plain_text(text)
        parts = PARTS.split(self._plain.text)  # in turn what stands between and a word: much faster than matches
        self._gaps, words = parts[::2], parts[1::2]
        self.small = "\0".join(words).lower().split("\0") if words else []
        named = recased(self._plain.text, words, self.small, self._gaps, self.lists)
        if named is not None:
            parts[1::2] = named
        self.texts, self.text = named or words, self._plain.text if named is None else "".join(parts)
        self._starts = list(accumulate(map(len, parts)))[::2]  # where each gap ends, a word begins
        if "\t" in text:
            self._gaps = [self._tabbed(place, gap) for place, gap in enumerate(self._gaps)]

    def source_span(self, span: Span) -> Span:
        """Where a part of `text` stands in the text as it was written."""
        return self._plain.source_span(span)

    def word(self, place: int) -> Word:
        """The word at *place*, counted from 0."""
        text, start = self.texts[place], self._starts[place]
        return Word(text, start, start + len(text))

    def bare(self, place: int) -> str:
        """The word at *place* without a possessive ending."""
        text = self.texts[place]
        return text[:-2] if text.endswith(POSSESSIVE) else text

    def _tabbed(self, place: int, gap: str) -> str:
        """The gap before the word at *place*, a tab where one was written: on a form no name goes on behind it."""
        start = self._starts[place]
        return "\t" if gap == " " and "\t" in self.source[slice(*self.source_span((start - 1, start)))] else gap

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word in small letters, with and without a possessive ending, and the parts that hyphens join in it.

        DIGIT, DIGITS, DOTTED and the SIGNS stand among them where the text has one.
        """
        small = set(self.small)
        joined = {part for word in small if not word.isalnum() for part in (word, *word.split("-"))}
        small |= joined
        small.update(word[:-2] for word in joined if word.endswith(POSSESSIVE))
        if _DIGIT.search(self.text):
            small.add(DIGIT)
            if _DIGITS.search(self.text):
                small.add(DIGITS)
        small.update(sign for sign in SIGNS if sign in self.text)
        if DOTTED in self._gaps:
            small.add(DOTTED)
        if not self.text.isascii():
            small.update(sign for sign, letters in _LETTERS.items() if letters.search(self.text))
        return frozenset(small)

    @cached_property
    def tells_of_kin(self) -> bool:
        """Whether any word is a relative's or a friend's."""
        return not self.vocabulary.isdisjoint(self.lists.close_forms) or "in-law" in self.text

    @cached_property
    def people(self) -> frozenset[str]:
        """Names that are a person's, here or elsewhere in the case."""
        return self.known | self.acting

    @cached_property
    def acting(self) -> frozenset[str]:
        """First names that the text itself uses as a person's."""
        return frozenset(run.name for run in self.runs if len(run.names) == 1 and self._acts(run))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Capitalized words in a row, those of the calendar and those that only open a sentence left out."""
        return tuple(self._runs())

    def before(self, place: int, count: int = 1) -> str:
        """The word *count* words before the word at *place*, in small letters; empty where a sentence began between."""
        if count == 1:
            stopped = not place or ((gap := self._gaps[place]) != " " and _STOP.search(gap))
            return "" if stopped else self.small[place - 1]
        found = self.earlier(place, count)
        return found[count - 1] if len(found) == count else ""

    def earlier(self, place: int, count: int) -> tuple[str, ...]:
        """Up to *count* words before the word at *place* in its own sentence, in small letters, nearest first."""
        found = []
        for near in range(place, max(place - count, 0), -1):
            gap = self.gap(near)
            if gap != " " and _STOP.search(gap):
                break
            found.append(self.small[near - 1])
        return tuple(found)

    def after(self, place: int) -> str:
        """The word that follows directly after the word at *place*; empty where anything but a space stands between."""
        if place + 1 >= len(self.texts) or self.gap(place + 1) != " ":
            return ""
        return self.texts[place + 1]

    def following(self, place: int, count: int = 2) -> tuple[str, ...]:
        """Up to *count* words after the word at *place*, in small letters, as far as only blanks stand between."""
        found: list[str] = []
        for near in range(place + 1, min(place + 1 + count, len(self.texts))):
            if self.gap(near) != " ":
                break
            found.append(self.small[near])
        return tuple(found)

    def later(self, place: int, count: int) -> tuple[str, ...]:
        """Up to *count* words after the word at *place* in its own sentence, in small letters."""
        found = []
        for near in range(place + 1, min(place + 1 + count, len(self.texts))):
            if _STOP.search(self.gap(near)):
                break
            found.append(self.small[near])
        return tuple(found)

    def gap(self, place: int) -> str:
        """What stands between the word at *place* and the one before it."""
        return self._gaps[place]

    def at(self, run: Run) -> Span:
        """Where the run stands, by characters, without a possessive ending."""
        return self._starts[run.first], self._starts[run.last - 1] + len(self.bare(run.last - 1))

    def closing(self, run: Run) -> str:
        """The character after the run."""
        return self._gaps[run.last][:1]

    def _runs(self) -> Iterator[Run]:
        last, openers = 0, self.lists["sentence_openers"]
        capitalized = [place for place, text in enumerate(self.texts) if not "a" <= text < "{" and text[0].isupper()]
        for place in capitalized:
            if place < last or (self.small[place] in openers and self._opens_alone(place)) or not self._naming(place):
                continue
            last = self._end(place)
            run = self._trimmed(place, last)
            if run is not None:
                yield run

    def _opens_alone(self, place: int) -> bool:
        """Whether the word begins a sentence and no capital follows it, nor what joins names."""
        if not self._opening(place):
            return False
        following = self.texts[place + 1] if place + 1 < len(self.texts) else ""
        return following[:1].islower() and following not in self.lists["name_particles"]

    def _naming(self, place: int) -> bool:
        text = self.texts[place]
        if not text[0].isupper() or text == "I" or text[:2] in ("I'", "I’"):
            return False
        if (text[:-2] if text.endswith(POSSESSIVE) else text) in self.lists.calendar:
            return False
        if text.isupper() and self.small[place] in self.lists["kin"]:
            return False
        if "-" not in text or not text.rpartition("-")[2].islower() or self._is_strange(text):
            return True
        return self.after(place)[:1].isupper() and self._is_strange_before(text)

    def _is_strange(self, text: str) -> bool:
        """Whether no part of a word with hyphens is one of English: "Soo-jin" and "Hyun-woo", not "Self-referred"."""
        parts = text.lower().split("-")
        if len(parts) != 2 or len(parts[1]) < 2 or is_word(parts[0], self.lists):
            return False
        return (len(parts[0]) > 2 and len(parts[1]) == _SYLLABLE) or not is_word(parts[1], self.lists)

    def _is_strange_before(self, text: str) -> bool:
        """Whether a word with hyphens may go before a surname: half of it is no English, as in "Sang-hoon Yi"."""
        parts = text.lower().split("-")
        return (
            len(parts) == 2
            and 2 < len(parts[1]) < 6 > len(parts[0]) > 1
            and not all(is_word(p, self.lists) for p in parts)
        )

    def _end(self, first: int) -> int:
        place = first + 1
        while place < len(self.texts) and self._joined(place):
            if self._naming(place):
                place += 1
                continue
            further = place
            while further < min(place + 2, len(self.texts)) and self.texts[further] in self.lists["name_particles"]:
                further += 1
            if further == place or further >= len(self.texts) or not self._naming(further):
                break
            if self.gap(further) != " ":
                break
            place = further + 1
        return place

    def _joined(self, place: int) -> bool:
        """Whether what stands before the word at *place* lets it go on the name that the word before it began."""
        gap, before = self.gap(place), self.texts[place - 1]
        if gap == ". ":
            return before.lower() in self.lists["abbreviations"] or (len(before) == 1 and before.isupper())
        if gap != "&":
            return gap in (" ", " & ", "-")
        firm = f"{before}&{self.bare(place)}"
        return firm in self.lists["brands"] or f"{firm} {self.after(place)}" in self.lists["brands"]

    def _trimmed(self, first: int, last: int) -> Run | None:
        """The run without the words that only open the sentence; None where nothing is left."""
        opening = self._opening(first)
        start = first
        while opening and first < last and self._only_opens(first, last):
            first += 1
        if first == last:
            return None
        return Run(first, last, tuple(map(self.bare, range(first, last))), opening and first == start)

    def _acts(self, run: Run) -> bool:
        """Whether what follows says that the name is somebody's: "Ines's pillow", "Ines asks", not "in Ludlow is"."""
        last = run.last - 1
        if not (self.texts[last].endswith(POSSESSIVE) or self.after(last) in self.lists["acts"]):
            return False
        before = self.before(run.first)
        at_work = before == "from" and self.before(run.first, 2) in self.lists["employment"]
        return before not in _AT_PLACES and not at_work

    def _opening(self, place: int) -> bool:
        return place == 0 or not _SENTENCE_ENDS.isdisjoint(self.gap(place))

    def _only_opens(self, place: int, last: int) -> bool:
        """Whether the word opens the sentence and no name: Will does in "Will Ben come", not in "Will Smith came"."""
        if not _opens(self.texts[place], self.lists):
            return False
        first_names = self.lists["first_names"]
        followed = place + 1 < last and self.bare(place + 1) not in first_names
        return not (followed and self.bare(place) in first_names)


def is_of_calendar(word: str, lists: WordLists) -> bool:
    """Whether *word* is one of the calendar's, of which no name begins with any."""
    return word in lists.calendar


def _opens(word: str, lists: WordLists) -> bool:
    """Whether *word* is one that a sentence begins with, rather than a name."""
    small = word.lower()
    if small in lists["sentence_openers"]:
        return True
    return len(small) > 5 and "-" not in small and small.endswith(_OPENER_ENDINGS) and word not in lists["first_names"]
