"""The stylesheets of faces and pages, joined."""

from __future__ import annotations

from importlib.resources import files


def joined(*names: str) -> str:
    """One text of several files of `widgets/`, in their order."""
    folder = files("carelevel.widgets")
    return "\n".join((folder / name).read_text("utf-8") for name in names)
