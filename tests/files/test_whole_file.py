"""A file appears whole or not at all, never over another by mistake, and leaves nothing else behind."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from carelevel.files import whole_file
from carelevel.files.whole_file import PRIVATE, create, read, replace

Write = Callable[[Path, list[bytes]], None]
STEPS = ("open", "fdopen", "fsync", "replace", "link")
MOVES = ("os.replace(", "os.link(", "fsync(")


@pytest.fixture(params=["hard links", "none", "no word for them"])
def file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A name in an empty folder, on a disk with hard links and on one without, and where Python knows of none."""
    if request.param == "none":
        monkeypatch.setattr(whole_file.os, "link", failing(errno.EPERM))
    if request.param == "no word for them":  # as in a browser
        monkeypatch.delattr(whole_file.os, "link")
    return tmp_path / "case.md"


def failing(code: int) -> Callable[..., None]:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.mark.parametrize("write", [create, replace])
def test_a_new_file_holds_exactly_its_pieces_and_stands_alone(file: Path, write: Write) -> None:
    write(file, [b"one\r\n", b"", "né".encode()])
    assert file.read_bytes() == "one\r\nné".encode()
    assert os.listdir(file.parent) == [file.name]


def test_a_file_that_is_there_is_never_created_and_may_be_replaced(file: Path) -> None:
    file.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        create(file, [b"yours"])
    assert file.read_bytes() == b"mine"
    replace(file, [b"yours"])
    assert file.read_bytes() == b"yours"
    assert os.listdir(file.parent) == [file.name]


def test_a_link_to_nothing_counts_as_a_file_that_is_there(file: Path) -> None:
    file.symlink_to(file.parent / "elsewhere")
    with pytest.raises(FileExistsError):
        create(file, [b"yours"])
    assert os.listdir(file.parent) == [file.name]


def test_a_file_that_comes_while_another_is_written_stays(file: Path) -> None:
    def pieces() -> Iterator[bytes]:
        file.write_bytes(b"mine")
        yield b"yours"

    with pytest.raises(FileExistsError):
        create(file, pieces())
    assert file.read_bytes() == b"mine"
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("write", [create, replace])
def test_a_step_that_fails_leaves_the_old_file_whole_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write, step: str
) -> None:
    file = tmp_path / "case.md"
    if write is replace:
        file.write_bytes(b"old")
    before = {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)}
    monkeypatch.setattr(whole_file.os, step, failing(errno.ENOSPC))
    used = {create: ("open", "fdopen", "fsync"), replace: ("open", "fdopen", "fsync", "replace")}[write]
    if step in used:
        with pytest.raises(OSError, match="No space left"):
            write(file, [b"new"])
        assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == before
    else:
        write(file, [b"new"])
        assert file.read_bytes() == b"new"
        assert os.listdir(tmp_path) == ["case.md"]


def test_pieces_that_end_in_the_middle_leave_the_old_file_and_no_draft(file: Path) -> None:
    file.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("out of ink")

    with pytest.raises(RuntimeError, match="ink"):
        replace(file, pieces())
    assert file.read_bytes() == b"old"
    assert os.listdir(file.parent) == [file.name]


def test_a_private_file_is_its_owners_alone_whatever_stood_there(file: Path) -> None:
    create(file, [b"one"], PRIVATE)
    assert mode(file) == 0o600
    file.chmod(0o644)
    replace(file, [b"two"], PRIVATE)
    assert mode(file) == 0o600


def test_a_file_that_is_replaced_keeps_its_mode(file: Path) -> None:
    create(file, [b"one"])
    assert mode(file) == 0o666 & ~umask()
    file.chmod(0o640)
    replace(file, [b"two"])
    assert mode(file) == 0o640


def umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held


def test_what_is_written_is_on_the_disk_before_it_has_its_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    really = os.fsync
    monkeypatch.setattr(whole_file.os, "fsync", lambda handle: (seen.append(file.exists()), really(handle))[1])
    create(file, [b"one"])
    assert seen == [False, True]  # the file, then the folder that knows its name


def test_nobody_else_opens_or_moves_files_for_writing() -> None:
    lib = Path(whole_file.__file__).parents[1]
    writers = {
        str(path.relative_to(lib))
        for path in lib.rglob("*.py")
        for sign in (*MOVES, ".write_text(", ".write_bytes(", '.open("x', '.open("w', '.open("a', "FileHandler(")
        if sign in path.read_text(encoding="utf-8")
    }
    others = {"live/log.py", "live/server_process.py", "page/bytecode.py", "page/compile_modules.py"}
    assert writers == {"files/whole_file.py", *others}, "the others: a log, and what lies in a folder that goes again"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
def test_a_pipe_is_neither_replaced_nor_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "answers.jsonl"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=os.strerror(errno.ENXIO)) as refused:
        replace(pipe, [b"mine"])
    assert refused.value.errno == errno.ENXIO
    with pytest.raises(OSError, match=os.strerror(errno.ENXIO)) as refused:
        read(pipe)
    assert refused.value.errno == errno.ENXIO
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        replace(tmp_path, [b"mine"])
