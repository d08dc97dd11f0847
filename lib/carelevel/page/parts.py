"""The files from npm and PyPI that a page is made of, each the one whose hash the list beside this module names."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.messages import page as page_messages

LIST = "page/parts.txt"
FOLDER = Path(__file__).resolve().parents[3] / "requirements" / "parts"
"""Where `requirements/set_up.py page` puts them."""


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """One file of a registry, "npm" or "pypi"; *content* maps the names of what is in it to what they hold."""

    registry: str
    name: str
    version: str
    content: Mapping[str, bytes]

    def __getitem__(self, name: str) -> bytes:
        if name not in self.content:
            raise StoreError(page_messages.NO_TRACE.format(part=self.name, name=name))
        return self.content[name]


def read_parts(folder: Path = FOLDER) -> tuple[RegistryFile, ...]:
    """All parts, in the list's order; StoreError where one is missing or is not the file that is meant."""
    held = {hashlib.sha256(content).hexdigest(): content for content in _contents(folder)}
    return tuple(_part(line.split(), held, folder) for line in _lines())


def _lines() -> Iterator[str]:
    listed = (files("carelevel") / LIST).read_text("utf-8")
    return (line for line in listed.splitlines() if line and not line.startswith("#"))


def _contents(folder: Path) -> Iterator[bytes]:
    return (file.read_bytes() for file in folder.glob("*") if file.suffix in (".whl", ".tgz"))


def _part(line: list[str], held: Mapping[str, bytes], folder: Path) -> RegistryFile:
    registry, name, version, digest = line
    if digest not in held:
        raise StoreError(page_messages.PARTS_MISSING.format(folder=folder, name=name, version=version))
    content = _in_tar(held[digest]) if registry == "npm" else _in_zip(held[digest])
    return RegistryFile(registry, name, version, content)


def _in_tar(packed: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = [(member.name, archive.extractfile(member)) for member in archive if member.isfile()]
        return {name.removeprefix("package/"): file.read() for name, file in members if file}


def _in_zip(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
