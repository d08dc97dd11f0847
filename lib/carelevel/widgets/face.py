"""What all faces share: one ES module and one stylesheet, joined from files when a face is made.

A face is anywidget's in the browser, and speaks to it as anywidget's own Python class does. That class is not
imported: with it comes psygnal, which no face uses and which takes 2 MiB of every practice kernel.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from typing import ClassVar

from ipywidgets import DOMWidget
from traitlets import Dict, Unicode, default

from carelevel import words


class Face(DOMWidget):  # type: ignore[misc]  # ipywidgets ships no types
    """A widget whose page is built by *scripts* and *styles*, files of this package; its words come from Python."""

    scripts: ClassVar[tuple[str, ...]] = ("dom.js",)
    styles: ClassVar[tuple[str, ...]] = ("face.css",)

    _model_module = Unicode("anywidget").tag(sync=True)
    _model_name = Unicode("AnyModel").tag(sync=True)
    _model_module_version = Unicode().tag(sync=True)
    _view_module = Unicode("anywidget").tag(sync=True)
    _view_name = Unicode("AnyView").tag(sync=True)
    _view_module_version = Unicode().tag(sync=True)
    _anywidget_id = Unicode().tag(sync=True)
    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)
    words = Dict().tag(sync=True)

    @default("_model_module_version")
    def _any_release_of_this_minor_version(self) -> str:
        return "~{}.{}.*".format(*version("anywidget").split("."))

    @default("_view_module_version")
    def _the_same(self) -> str:
        return str(self._model_module_version)

    @default("_anywidget_id")
    def _own_name(self) -> str:
        return f"{type(self).__module__}.{type(self).__name__}"

    @default("_esm")
    def _join_scripts(self) -> str:
        return _joined(self.scripts)

    @default("_css")
    def _join_styles(self) -> str:
        return _joined(self.styles)

    @default("words")
    def _card_words(self) -> dict[str, str]:
        return dict(words.CARD)

    def __repr__(self) -> str:
        return object.__repr__(self)  # ipywidgets' own would spell out every trait, the scripts too


def _joined(names: tuple[str, ...]) -> str:
    folder = files(__package__)
    return "\n".join((folder / name).read_text("utf-8") for name in names)
