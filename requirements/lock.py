"""Renew the locks from pyproject.toml: exact versions and hashes, for every system and Python, no address in them.

The parts of a page follow the versions of users.txt. Python for browsers among them is renewed by hand: its version in
the list says which Python, and which wheels, all the others have to fit (`set_up.py` names them).
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from set_up import BROWSER, BROWSER_PLATFORMS, PARTS_LIST

LOCKS = Path(__file__).resolve().parent
UV = Path(sys.executable).with_name("uv")
PROJECT = "pyproject.toml"
LOWEST_UV = "uv>=0.9,<1"
SYSTEMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""What users.txt is tried on: each must find a wheel for every package, since nothing is built."""
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--upgrade", "--python-version", "3.11"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> None:
    """Write uv.txt and tests.txt, and users.txt and hub.txt with the versions of tests.txt."""
    uv(*COMPILE, "-", "--output-file", LOCKS / "uv.txt", given=LOWEST_UV)
    desktop = (PROJECT, "--extra", "desktop", "--group", "build")
    hub = (*desktop, "--extra", "postgres", "--group", "hub")
    everything = (*hub, "--group", "test")
    uv(*COMPILE, *everything, "--constraints", LOCKS / "constraints.txt", "--output-file", LOCKS / "tests.txt")
    uv(*COMPILE, *desktop, "--constraints", LOCKS / "tests.txt", "--output-file", LOCKS / "users.txt")
    uv(*COMPILE, *hub, "--constraints", LOCKS / "tests.txt", "--output-file", LOCKS / "hub.txt")
    for system in SYSTEMS:
        for python in PYTHONS:
            try_on(system, python)
    PARTS_LIST.write_text("".join(map(part_line, PARTS_LIST.read_text("utf-8").splitlines(True))), "utf-8")


def part_line(line: str) -> str:
    """A line of the parts of a page with the version of users.txt, and that file's hash."""
    registry, name, *_ = line.split()
    if registry != "pypi":
        return line
    found = re.search(rf"(?m)^{name}==([^\s;]+)", (LOCKS / "users.txt").read_text("utf-8"))
    assert found, f"{name} is not locked"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", *BROWSER]
        for platforms in (("any",), BROWSER_PLATFORMS):  # a wheel for everywhere, where there is one
            words = [word for platform in platforms for word in ("--platform", platform)]
            if not subprocess.run([*command, *words, "--dest", folder, f"{name}=={found[1]}"]).returncode:
                break
        (wheel,) = Path(folder).iterdir()
        return f"{registry} {name} {found[1]} {hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def try_on(system: str, python: str) -> None:
    """End with uv's own words where *system* cannot have users.txt."""
    with tempfile.TemporaryDirectory() as folder:
        where = ("--target", folder, "--python-platform", system, "--python-version", python)
        uv("pip", "install", "--quiet", "--dry-run", "--no-build", *where, "--requirement", LOCKS / "users.txt")


def uv(*words: str | Path, given: str | None = None) -> None:
    subprocess.run([UV, *words], cwd=LOCKS.parent, input=given, text=True, check=True)


if __name__ == "__main__":
    main()
