"""A command whose output has nowhere to go, or that is told to write where no file is, says so in a line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
SWIMMING = os.path.relpath(Path(__file__).parents[1] / "banks" / "swimming")
RUN = "import sys; from carelevel.cli import main; sys.exit(main())"


def command(*words: str, output: int | None = None, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CARELEVEL_DATA": str(data)}
    return subprocess.run(
        [sys.executable, "-c", RUN, *words],
        stdout=subprocess.PIPE if output is None else output,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.skipif(not FULL.is_char_device(), reason="a system without a device that is full")
@pytest.mark.parametrize(
    "words", [["export"], ["check", SWIMMING], ["schema"], ["assess", "home=tempting"]], ids=" ".join
)
def test_a_full_disk_behind_the_output_is_told_in_a_line(words: list[str], tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        ended = command(*words, output=full.fileno(), data=tmp_path)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "cannot be written (no space left on device)" in ended.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
def test_no_command_replaces_a_pipe_or_waits_for_one(tmp_path: Path) -> None:
    pipe, data = tmp_path / "pipe.jsonl", tmp_path / "data"
    os.mkfifo(pipe)
    for words in (["schema", "--out", str(pipe)], ["export", "--force", "--out", str(pipe)]):
        ended = command(*words, data=data)
        assert ended.returncode == 2
        assert ended.stderr == (f"{pipe}: is a device or a pipe, not a file; move it away, or name another place\n")
    assert pipe.is_fifo()
    os.mkfifo(data / "pipe")
    for name in ("trainee", "key"):
        (data / name).unlink(missing_ok=True)
        os.mkfifo(data / name)
    assert "is a device or a pipe" in command("export", data=data).stderr


@pytest.mark.parametrize("out", [".", "/"])
def test_a_folder_named_as_the_file_to_write_is_called_a_folder(out: str, tmp_path: Path) -> None:
    ended = command("schema", "--out", out, data=tmp_path)
    assert ended.returncode == 2
    assert "is a folder, not a file" in ended.stderr


def test_an_empty_name_is_no_path(tmp_path: Path) -> None:
    ended = command("import", "", data=tmp_path)
    assert ended.returncode == 2
    assert "the name is empty; name a file or a folder" in ended.stderr
