"""Files of attempts into a store: what is new is added, what was there stays, what is wrong is named."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeGuard

from carelevel import messages
from carelevel.core.attempt import Attempt, Report
from carelevel.core.diagnostic import printable
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.form_answer import FormAnswer
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.trainee import is_code
from carelevel.exports import archive
from carelevel.exports.attempts import read
from carelevel.exports.handed_in import files_at, is_systems
from carelevel.exports.line_read import LineRead
from carelevel.messages import record as record_messages
from carelevel.store.failure import in_words
from carelevel.store.sqlite_file import refuse_database
from carelevel.store.store import HandedIn, Store

BATCH = 500
"""Attempts that are kept at once: one wait for the disk for all of them."""

MOST_NAMED_PROBLEMS = 50
"""Problems of one file that are named; the others are counted."""

MOST_NAMED_CODES = 3
"""The same for codes that are not one's own."""

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)
"""A time before or so far ahead is no clock's that went right; what was kept with it is loaded all the same."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file's attempts, interviews and answers to notes and forms among them, and reports.

    *problems* are lines `file:line: problem; remedy`; *doubts* are what was read all the same, and *odd_clocks*
    attempts among *added* with a time that cannot be; *passed_over*: a file of the computer's own. *others* are
    attempts, and *others_reports* reports, under *codes* that are not to be loaded unasked.
    """

    name: str
    added: int = 0
    known: int = 0
    refused: int = 0
    problems: tuple[str, ...] = ()
    reports: int = 0
    reports_known: int = 0
    doubts: tuple[str, ...] = ()
    odd_clocks: int = 0
    passed_over: bool = False
    others: int = 0
    others_reports: int = 0
    codes: frozenset[str] = frozenset()

    @property
    def says(self) -> str:
        """One sentence; none where all that was found is kept under other codes."""
        if self.codes and not (self.added or self.known or self.refused or self.reports or self.reports_known):
            return ""
        if self.passed_over:
            return record_messages.PASSED_OVER.format(name=self.name)
        parts = [
            messages.counted(self.added, record_messages.LOADED_NEW),
            messages.counted(self.known, record_messages.LOADED_KNOWN),
            *(messages.counted(n, forms) for n, forms in self._reports if n),
            messages.counted(self.refused, record_messages.LOADED_REFUSED),
        ]
        return record_messages.LOADED.format(name=self.name, counts=messages.LIST_SEPARATOR.join(parts))

    @property
    def asks(self) -> str:
        """Whether what is kept under other codes is one's own too; empty where there is nothing of it."""
        if not self.codes:
            return ""
        found = ((self.others, record_messages.ANSWERS), (self.others_reports, record_messages.REPORTS))
        counts = [messages.counted(n, forms) for n, forms in found if n]
        codes = sorted(self.codes)[:MOST_NAMED_CODES]
        more = len(self.codes) - len(codes)
        named = [*codes, *([record_messages.MORE_CODES.format(count=more)] if more else [])]
        return record_messages.ANOTHERS.format(
            name=self.name,
            counts=messages.LIST_SEPARATOR.join(counts),
            codes=messages.LIST_SEPARATOR.join(named),
        )

    @property
    def _reports(self) -> tuple[tuple[int, tuple[str, str]], ...]:
        return (
            (self.reports, record_messages.LOADED_REPORTS),
            (self.reports_known, record_messages.LOADED_REPORTS_KNOWN),
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The problems, how many more there were, and what is in doubt."""
        return self.told(MOST_NAMED_PROBLEMS)

    def told(self, most: int) -> tuple[str, ...]:
        """The same with *most* of the problems."""
        problems = self.problems[:most]
        unnamed = self.refused - len(problems)
        more = (messages.counted(unnamed, record_messages.LOADED_MORE),) if unnamed else ()
        odd = (messages.counted(self.odd_clocks, record_messages.ODD_CLOCK),) if self.odd_clocks else ()
        return (*problems, *more, *self.doubts, *(f"{self.name}: {says}" for says in odd))

    def and_refused(self, problem: str) -> Loaded:
        """The same with one attempt more refused; *problem* is named while there is room."""
        problems = self.problems if len(self.problems) == MOST_NAMED_PROBLEMS else (*self.problems, problem)
        return replace(self, refused=self.refused + 1, problems=problems)

    def and_anothers(self, found: Sequence[HandedIn]) -> Loaded:
        """The same with what was found under other codes."""
        reports = sum(isinstance(one, Report) for one in found)
        return replace(
            self,
            others=self.others + len(found) - reports,
            others_reports=self.others_reports + reports,
            codes=self.codes.union(one.trainee for one in found),
        )

    def and_also(self, other: Loaded) -> Loaded:
        """Both in one, under the own name; what the computer itself has put there counts for nothing."""
        if other.passed_over:
            return self
        return Loaded(
            self.name,
            self.added + other.added,
            self.known + other.known,
            self.refused + other.refused,
            (*self.problems, *other.problems)[:MOST_NAMED_PROBLEMS],
            self.reports + other.reports,
            self.reports_known + other.reports_known,
            (*self.doubts, *other.doubts),
            self.odd_clocks + other.odd_clocks,
            others=self.others + other.others,
            others_reports=self.others_reports + other.others_reports,
            codes=self.codes | other.codes,
        )


@dataclass(frozen=True, slots=True)
class Loader:
    """Attempts and reports into *store*, under their own code or that of *as_trainee*; AnswerError where it is none.

    Those of another code than *only* are counted, and not kept. A StoreError leaves what was kept before; loading the
    file again goes on from there. *now* tells which clocks are wrong.
    """

    store: Store
    only: str | None = None
    as_trainee: str | None = None
    now: datetime | None = None

    def __post_init__(self) -> None:
        if self.as_trainee is not None and not is_code(self.as_trainee):
            raise AnswerError(record_messages.NO_CODE)

    def load(self, file: BinaryIO, name: str) -> Iterator[Loaded]:
        """What became of *file*, which can be read twice, or of each file in it where it is an archive."""
        name = printable(name)
        if not archive.is_archive(file):
            yield self._load(file, name)
            return
        for member in archive.members(file):
            own = f"{name}/{member.name}" if member.name else name
            if is_systems(member.name):
                yield Loaded(own, passed_over=True)
            elif member.problem:
                yield Loaded(own).and_refused(f"{own}: {member.problem}")
            else:
                yield self._load(io.BytesIO(member.content), own)

    def load_paths(self, paths: Iterable[Path]) -> Iterator[Loaded]:
        """Load each file, and every file in each folder; one that cannot be read is a problem."""
        for path in paths:
            try:
                files = list(files_at(path))
            except StoreError as error:
                yield Loaded(printable(str(path))).and_refused(printable(str(error)))
                continue
            for file in files:
                yield from self._load_path(file)

    def _load_path(self, path: Path) -> Iterator[Loaded]:
        name = printable(str(path))
        if is_systems(path.name):
            yield Loaded(name, passed_over=True)
            return
        try:
            with in_words(str(path)):
                refuse_database(path)
                if not path.is_file():  # a device or a pipe has no end
                    raise StoreError(record_messages.NO_PLAIN_FILE.format(file=path))
                file = path.open("rb")
        except StoreError as error:
            yield Loaded(name).and_refused(printable(str(error)))
            return
        with file:
            yield from self.load(file, name)

    def _load(self, file: BinaryIO, name: str) -> Loaded:
        loaded = Loaded(name)
        reading = read(file)
        while batch := self._next_batch(reading, name):
            anothers = [found.value for found in batch if self._is_anothers(found.value)]
            own = [self._turned(found) for found in batch if not self._is_anothers(found.value)]
            loaded = self._kept(own, loaded.and_anothers(anothers))
        return loaded

    def _next_batch(self, reading: Iterator[LineRead[HandedIn]], name: str) -> list[LineRead[HandedIn]]:
        with in_words(name):  # a disk may fail in the middle of a file
            return list(islice(reading, BATCH))

    def _is_anothers(self, value: HandedIn | None) -> TypeGuard[HandedIn]:
        return value is not None and self.only not in (None, value.trainee)

    def _turned(self, found: LineRead[HandedIn]) -> LineRead[HandedIn]:
        """What was found, under the code that it is to be kept under."""
        if found.value is None or self.as_trainee is None:
            return found
        return replace(found, value=replace(found.value, trainee=self.as_trainee))

    def _kept(self, batch: list[LineRead[HandedIn]], loaded: Loaded) -> Loaded:
        kept = self.store.keep_all([found.value for found in batch if found.value is not None])
        new = set(kept.new)
        for found in batch:
            place = f"{loaded.name}:{found.line}"
            if found.doubt:
                loaded = replace(loaded, doubts=(*loaded.doubts, f"{loaded.name}: {found.doubt}"))
            elif found.value is None:
                loaded = loaded.and_refused(f"{place}: {found.problem}")
            elif kept.records[found.value.id] != found.value:
                loaded = loaded.and_refused(f"{place}: {record_messages.ID_TAKEN}")
            else:
                loaded = self._counted(loaded, found.value, new=found.value.id in new)
                new.discard(found.value.id)  # a second time in the same file it was there already
        return loaded

    def _counted(self, loaded: Loaded, kept: HandedIn, *, new: bool) -> Loaded:
        if isinstance(kept, Report):
            added, known = loaded.reports + new, loaded.reports_known + (not new)
            return replace(loaded, reports=added, reports_known=known)
        if not new:
            return replace(loaded, known=loaded.known + 1)
        return replace(loaded, added=loaded.added + 1, odd_clocks=loaded.odd_clocks + self._is_odd(kept))

    def _is_odd(self, attempt: Attempt | FormAnswer | Interview | NoteAttempt) -> bool:
        latest = (self.now or datetime.now(UTC)) + AHEAD
        return not all(EARLIEST <= time <= latest for time in (attempt.started_at, attempt.committed_at))
