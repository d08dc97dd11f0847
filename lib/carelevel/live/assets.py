"""The style and the script of the pages, each under an address that changes with what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath

from carelevel.scripts import bundled

KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file; *path* is its address, *kind* its media type."""

    path: str
    kind: str
    content: bytes


def read_assets() -> Mapping[str, Asset]:
    """Every file of `static/` by its name; a script with what it imports."""
    assets = {}
    for file in (files(__package__) / "static").iterdir():
        suffix = PurePath(file.name).suffix
        if suffix in KINDS:
            content = bundled(f"live/static/{file.name}").encode() if suffix == ".js" else file.read_bytes()
            path = f"/static/{hashlib.sha256(content).hexdigest()[:12]}/{file.name}"
            assets[file.name] = Asset(path, KINDS[suffix], content)
    return assets
