"""Python in a process of its own, which says things until it is killed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

PATIENCE = 60
"""Seconds for a process to begin, or to say something: a guard, not a measure."""


@contextmanager
def running(work: Callable[..., None], *arguments: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process that does *work*, and the connection on which it says things; killed at the latest here."""
    multiprocessing.set_forkserver_preload(["tests.faults.beside", "tests.faults.trainee"])
    context = multiprocessing.get_context("forkserver")  # with everything imported: a start in milliseconds
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(*arguments, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


def said_next(said: Connection) -> Any:
    """What the process says next; EOFError where it has ended."""
    if not said.poll(PATIENCE):
        raise TimeoutError("the process neither says anything nor ends")
    return said.recv()


def heard(said: Connection) -> list[Any]:
    """Everything that was said before its process ended."""
    everything = []
    try:
        while True:
            everything.append(said_next(said))
    except (EOFError, ConnectionResetError):
        return everything
