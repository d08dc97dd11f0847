"""The folder lint/ of a bank: words of its own that lint is to look for, or to let be; a list a file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from carelevel.bank.text_file import read_text, stamp
from carelevel.core.diagnostic import IN_LIST, Diagnostic, coded, foremost
from carelevel.core.errors import suggestion
from carelevel.core.lint_words import NO_WORDS, LintWords

LINT_FOLDER = "lint"
PLAIN_LISTS = (
    *("places", "employers", "surnames", "first_names", "not_names"),
    *("kin", "titles", "rare_work", "rare_illnesses"),
)
"""A word or phrase a line."""
STIGMA, SPELLING = "stigma", "spelling"
"""Words with commas between, a colon, and what to write instead."""
AGES = "ages"
"""One line such as `decades from: 18`."""
LISTS = (*PLAIN_LISTS, STIGMA, SPELLING, AGES)
DECADES_FROM, OLDEST_CHILD = "decades from", 21
LANGUAGE, AMERICAN, BRITISH = "language", "american", "british"
"""In the list SPELLING a line such as `language: british`."""
LARGEST = 64 * 1024
MOST_ENTRIES = 2_000
LONGEST_ENTRY = 80
LONGEST_REWORDING = 200
MOST_FILES = 50

ListStamps = tuple[tuple[str, int, int], ...]
"""For each file its name, its time of modification in ns and its size: what changes when the folder does."""


@dataclass(frozen=True, slots=True)
class CheckedWords:
    """A bank's own words for lint as far as they are sound, and the mistakes in their lists."""

    words: LintWords = NO_WORDS
    mistakes: tuple[Diagnostic, ...] = ()


def lint_stamp(bank: Path) -> ListStamps:
    """The stamp of the folder lint/ of the *bank*; empty where there is none, or where it cannot be read."""
    try:
        with os.scandir(bank / LINT_FOLDER) as entries:
            return tuple(sorted((entry.name, *stamp(Path(entry))) for entry in islice(entries, MOST_FILES)))
    except OSError:
        return ()


def read_lint_words(bank: Path) -> CheckedWords:
    """The words of the *bank*'s folder lint/; what is sound counts, whatever else is wrong there."""
    place = f"{bank.name}/{LINT_FOLDER}"
    try:
        files = _files(bank / LINT_FOLDER)
    except FileNotFoundError:
        return CheckedWords()
    except OSError:
        wrong = Diagnostic(place, 1, "not a folder that can be read", "put a plain folder there", code=IN_LIST)
        return CheckedWords(mistakes=(wrong,))
    reading = _Reading(bank / LINT_FOLDER, place)
    reading.refuse_strangers(files)
    plain = {name: reading.plain(name) for name in PLAIN_LISTS if f"{name}.txt" in files}
    stigma, spelling = (reading.reworded(name) if f"{name}.txt" in files else () for name in (STIGMA, SPELLING))
    ages = reading.decades_from() if f"{AGES}.txt" in files else 0
    words = LintWords(**plain, stigma=stigma, spelling=spelling, british=reading.british, ages=ages)
    return CheckedWords(words, coded(foremost(reading.mistakes), IN_LIST))


def _files(folder: Path) -> list[str]:
    """The names of its files, hidden ones left out; OSError where it is no plain folder."""
    if folder.is_symlink():
        raise NotADirectoryError
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in islice(entries, MOST_FILES) if not entry.name.startswith("."))


class _Reading:
    """One pass over a *folder* lint/, gathering mistakes; *place* is how they name it."""

    def __init__(self, folder: Path, place: str) -> None:
        self.folder, self.place = folder, place
        self.mistakes: list[Diagnostic] = []
        self.british = False

    def refuse_strangers(self, files: Sequence[str]) -> None:
        """Name the files that are no lists of ours."""
        known = [f"{name}.txt" for name in LISTS]
        for file in files:
            if file not in known and file != "README.md":
                self._wrong(file, 1, "no list that lint knows", suggestion(file, known))

    def plain(self, name: str) -> tuple[str, ...]:
        """The entries of a list of words."""
        return tuple(entry for line, entry in self._entries(name) if self._is_sound(name, line, entry))

    def reworded(self, name: str) -> tuple[tuple[str, str], ...]:
        """The entries of a list of words that each have a rewording."""
        found = []
        for line, entry in self._entries(name):
            words, _, rewording = (part.strip() for part in entry.partition(":"))
            if name == SPELLING and words.lower() == LANGUAGE:
                self._speak(line, rewording.lower())
                continue
            if not rewording or len(rewording) > LONGEST_REWORDING:
                remedy = f"write 'word: what to write instead', {LONGEST_REWORDING} characters at most"
                self._wrong(f"{name}.txt", line, "no rewording, or too long a one", remedy)
                continue
            each = [word.strip() for word in words.split(",")]
            found += [(word, rewording) for word in each[: MOST_ENTRIES + 1] if self._is_sound(name, line, word)]
            if len(found) > MOST_ENTRIES:
                self._wrong(f"{name}.txt", line, f"more than {MOST_ENTRIES:,} words", "take some away")
                break
        return tuple(found[:MOST_ENTRIES])

    def decades_from(self) -> int:
        """The age from which on a decade is asked for; 0 where nothing sound says so."""
        age = 0
        for line, entry in self._entries(AGES):
            words, _, number = (part.strip() for part in entry.partition(":"))
            if words.lower() == DECADES_FROM and number.isdecimal() and int(number) <= OLDEST_CHILD:
                age = int(number)
            else:
                remedy = f"write '{DECADES_FROM}: 18', a number of {OLDEST_CHILD} at most"
                self._wrong(f"{AGES}.txt", line, "no age that lint knows", remedy)
        return age

    def _speak(self, line: int, language: str) -> None:
        if language not in (AMERICAN, BRITISH):
            remedy = f"write '{LANGUAGE}: {AMERICAN}' or '{LANGUAGE}: {BRITISH}'"
            self._wrong(f"{SPELLING}.txt", line, "no language that lint knows", remedy)
        self.british = language == BRITISH

    def _entries(self, name: str) -> Iterator[tuple[int, str]]:
        """Each entry with its line, from 1."""
        text, mistakes = read_text(self.folder / f"{name}.txt", f"{self.place}/{name}.txt", LARGEST)
        self.mistakes += mistakes
        lines = [line.strip() for line in (text or "").split("\n")]
        entries = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
        if len(entries) > MOST_ENTRIES:
            line = entries[MOST_ENTRIES][0]
            self._wrong(f"{name}.txt", line, f"more than {MOST_ENTRIES:,} entries", "take some away")
        yield from entries[:MOST_ENTRIES]

    def _is_sound(self, name: str, line: int, words: str) -> bool:
        sound = len(words) <= LONGEST_ENTRY and any(sign.isalpha() for sign in words)
        if not sound:
            remedy = f"write a word or a phrase, with a letter in it and {LONGEST_ENTRY} characters at most"
            self._wrong(f"{name}.txt", line, "an entry without a letter, or too long a one", remedy)
        return sound

    def _wrong(self, file: str, line: int, problem: str, remedy: str) -> None:
        self.mistakes.append(Diagnostic(f"{self.place}/{file}", line, problem, remedy))
