"""The process's log: silent where it repeats, and never large."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.live.log import EARLIER, LOG_BYTES_MAX, QUIET_SECONDS, Once, begin_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    begin_log(tmp_path / "room.log")
    yield tmp_path / "room.log"
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = before, level


def test_what_strangers_repeat_is_written_once_and_failures_of_other_kinds_beside_it(log: Path) -> None:
    for number in range(1000):
        logging.getLogger("asyncio").error("socket.accept() out of system resource\nsocket: %d", number)
        try:
            raise (OSError if number % 2 else ValueError)(f"number {number}")
        except (OSError, ValueError):
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    text = log.read_text()
    assert (text.count("out of system resource"), text.count("Exception in ASGI application")) == (1, 2)
    assert (text.count("number 0"), text.count("number 1")) == (1, 1)


def test_after_a_minute_it_is_written_again(log: Path) -> None:
    now = [0.0]
    once, record = Once(lambda: now[0]), logging.LogRecord("x", logging.WARNING, "", 1, "odd", None, None)
    assert [once.filter(record), once.filter(record)] == [True, False]
    now[0] = QUIET_SECONDS
    assert once.filter(record)


def test_however_much_differs_the_files_stay_small(log: Path) -> None:
    for number in range(3000):
        logging.getLogger("carelevel").warning(f"{number} " + "x" * 1000)
    sizes = [file.stat().st_size for file in log.parent.iterdir()]
    assert {file.name for file in log.parent.iterdir()} == {log.name, f"{log.name}{EARLIER}"}
    assert max(sizes) <= LOG_BYTES_MAX
