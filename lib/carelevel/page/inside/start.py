"""How the page's Python begins: this module's stand-in under ipywidgets' name, and what is imported, step by step."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from carelevel.page.inside import ipywidgets

if TYPE_CHECKING:
    from carelevel.page.inside.session import Session

IMPORTS = (
    "traitlets",
    "yaml",
    "markdown_it",
    "fsrs",
    "pydantic_core",
    "pydantic",
    "sqlalchemy.engine",
    "sqlalchemy",
    "carelevel.bank",
    "carelevel.store.row_models",
    "carelevel.store.store",
    "carelevel.practice",
    "carelevel.page.inside.session",
)
"""What takes time to import, a module at a time, so that the page can say how far it is."""


def begin() -> None:
    """Before a face is imported."""
    sys.modules["ipywidgets"] = ipywidgets


def session(bank: str, folder: str, saved: Mapping[str, bytes]) -> Session:
    """The session of a page whose bank lies in the folder *bank*, with the record that was *saved*."""
    from carelevel.page.inside.session import Session

    return Session(Path(bank), Path(folder), {name: bytes(content) for name, content in saved.items()})
