"""`carelevel room`: this computer alone unless told otherwise, and it says which."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from carelevel.cli import main

from tests.hang import PATIENCE
from tests.ports import free_port
from tests.store.conftest import LIB


def test_it_serves_the_join_page_on_this_computer_alone_says_so_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from carelevel.cli import main; sys.exit(main())",
            "room",
            f"--port={port}",
        ],
        env=os.environ | {"PYTHONPATH": str(LIB), "CARELEVEL_DATABASE_URL": f"sqlite:///{tmp_path / 'room.sqlite3'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        assert "only this computer can open it" in process.stdout.readline()
        with urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE) as page:
            assert "Join the room" in page.read().decode()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert process.returncode == 0
    assert errors == ""


def test_a_port_that_is_taken_is_named_with_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["room", f"--port={port}"]) == 2
    assert f"127.0.0.1:{port} is in use" in capsys.readouterr().err
