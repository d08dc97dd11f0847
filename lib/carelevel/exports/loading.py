"""Files of attempts into a store: what is new is added, what was there stays, what is wrong is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from carelevel import messages
from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.trainee import is_code
from carelevel.exports.attempts import Format, read
from carelevel.exports.line_read import LineRead
from carelevel.messages import record as record_messages
from carelevel.store.failure import in_words
from carelevel.store.sqlite_file import refuse_database
from carelevel.store.store import Store

BATCH = 500
"""Attempts that are kept at once: one wait for the disk for all of them."""

MOST_NAMED_PROBLEMS = 50
"""Problems of one file that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file's attempts; *problems* are lines `file:line: problem; remedy`."""

    name: str
    added: int = 0
    known: int = 0
    refused: int = 0
    problems: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """One sentence."""
        return record_messages.LOADED.format(
            name=self.name,
            added=messages.counted(self.added, record_messages.LOADED_NEW),
            known=messages.counted(self.known, record_messages.LOADED_KNOWN),
            refused=messages.counted(self.refused, record_messages.LOADED_REFUSED),
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The problems, and how many more there were."""
        unnamed = self.refused - len(self.problems)
        return (*self.problems, messages.counted(unnamed, record_messages.LOADED_MORE)) if unnamed else self.problems

    def and_refused(self, problem: str) -> Loaded:
        """The same with one attempt more refused; *problem* is named while there is room."""
        problems = self.problems if len(self.problems) == MOST_NAMED_PROBLEMS else (*self.problems, problem)
        return replace(self, refused=self.refused + 1, problems=problems)


def load(
    file: BinaryIO,
    name: str,
    store: Store,
    *,
    only: str | None = None,
    as_trainee: str | None = None,
    now: datetime | None = None,
) -> Loaded:
    """Keep every sound attempt of *file*, under its own code or that of *as_trainee*.

    Attempts of another code than *only* are refused. A StoreError leaves what was kept before; loading the file
    again goes on from there.
    """
    if as_trainee is not None and not is_code(as_trainee):
        raise AnswerError(record_messages.NO_CODE)
    loaded = Loaded(name)
    reading = read(file, now or datetime.now(UTC))
    while batch := _next_batch(reading, name):
        loaded = _kept([_turned(found, only, as_trainee) for found in batch], loaded, store)
    return loaded


def load_paths(paths: Iterable[Path], store: Store, as_trainee: str | None = None) -> Iterator[Loaded]:
    """Load each file, and of each folder every .jsonl and .csv file in it; one that cannot be read is a problem."""
    for path in paths:
        try:
            with in_words(str(path)):
                files = _files_at(path)
            if not files:
                raise StoreError(record_messages.NO_FILE.format(file=path))
        except StoreError as error:
            yield Loaded(str(path)).and_refused(str(error))
            continue
        for file in files:
            yield _load_path(file, store, as_trainee)


def _next_batch(reading: Iterator[LineRead[Attempt]], name: str) -> list[LineRead[Attempt]]:
    with in_words(name):  # a disk may fail in the middle of a file
        return list(islice(reading, BATCH))


def _files_at(path: Path) -> list[Path]:
    """The file itself, or the exports in a folder; a device, which has no end, is neither."""
    if path.is_dir():
        suffixes = (Format.JSONL.suffix, Format.CSV.suffix)
        return sorted(file for file in path.iterdir() if file.suffix.lower() in suffixes and file.is_file())
    return [path] if path.is_file() else []


def _load_path(path: Path, store: Store, as_trainee: str | None) -> Loaded:
    try:
        with in_words(str(path)):
            refuse_database(path)
            file = path.open("rb")
    except StoreError as error:
        return Loaded(str(path)).and_refused(str(error))
    with file:
        return load(file, str(path), store, as_trainee=as_trainee)


def _turned(found: LineRead[Attempt], only: str | None, as_trainee: str | None) -> LineRead[Attempt]:
    """The attempt under the code that it is to be kept under."""
    if found.value is None:
        return found
    if as_trainee is not None:
        return replace(found, value=replace(found.value, trainee=as_trainee))
    if only not in (None, found.value.trainee):
        return LineRead(found.line, problem=record_messages.ANOTHERS.format(code=found.value.trainee))
    return found


def _kept(batch: list[LineRead[Attempt]], loaded: Loaded, store: Store) -> Loaded:
    kept = store.keep_all([found.value for found in batch if found.value is not None])
    new = set(kept.new)
    for found in batch:
        attempt, problem = found.value, found.problem
        if attempt is not None and kept.attempts[attempt.id] != attempt:
            attempt, problem = None, record_messages.ID_TAKEN
        if attempt is None:
            loaded = loaded.and_refused(f"{loaded.name}:{found.line}: {problem}")
        elif attempt.id in new:
            new.remove(attempt.id)  # a second time in the same file it was there already
            loaded = replace(loaded, added=loaded.added + 1)
        else:
            loaded = replace(loaded, known=loaded.known + 1)
    return loaded
