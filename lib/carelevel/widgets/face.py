"""What all faces share: one ES module and one stylesheet, joined from files when a face is made."""

from __future__ import annotations

from importlib.resources import files
from typing import ClassVar

import anywidget
from traitlets import Dict, Unicode, default

from carelevel import words


class Face(anywidget.AnyWidget):
    """A widget whose page is built by *scripts* and *styles*, files of this package; its words come from Python."""

    scripts: ClassVar[tuple[str, ...]] = ("dom.js",)
    styles: ClassVar[tuple[str, ...]] = ("face.css",)

    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)
    words = Dict().tag(sync=True)

    @default("_esm")
    def _join_scripts(self) -> str:
        return _joined(self.scripts)

    @default("_css")
    def _join_styles(self) -> str:
        return _joined(self.styles)

    @default("words")
    def _card_words(self) -> dict[str, str]:
        return dict(words.CARD)


def _joined(names: tuple[str, ...]) -> str:
    folder = files(__package__)
    return "\n".join((folder / name).read_text("utf-8") for name in names)
