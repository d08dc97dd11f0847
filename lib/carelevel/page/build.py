"""One HTML file of Python, what it imports, the faces and a bank; the same input gives the same bytes."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from markupsafe import Markup

from carelevel.bank import Bank
from carelevel.feedback.html import tag
from carelevel.messages import page as page_messages
from carelevel.page.contents import PYODIDE, modules, standard_library
from carelevel.page.licenses import licenses
from carelevel.page.parts import Part
from carelevel.scripts import bundled

TEMPLATE, STYLE, SCRIPT, TOO_OLD = "page/page.html", "page/page.css", "page/scripts/start.js", "page/too_old.js"
LINE = 16_384
"""Characters of a packed part that stand in a line."""


def page_of(bank: Bank, parts: Sequence[Part]) -> Iterator[str]:
    """The file, in pieces."""
    (pyodide,) = (part for part in parts if part.name == PYODIDE)
    wheels = [part for part in parts if part is not pyodide]
    packed = {
        "loader": _packed(_without_map(pyodide["pyodide.mjs"])),
        "glue": _packed(_without_map(pyodide["pyodide.asm.mjs"])),
        "python": _packed(pyodide["pyodide.asm.wasm"]),
        "library": _packed(standard_library(pyodide)),
        "modules": _packed(modules(wheels, bank)),
    }
    yield _head(bank, pyodide, packed) + str(licenses(parts)) + "</template>\n"
    for name, text in packed.items():
        yield f'<script type="text/plain" id="part-{name}">{text}</script>\n'
    yield "</body>\n</html>\n"


def _head(bank: Bank, pyodide: Part, packed: Mapping[str, str]) -> str:
    """All that stands before the parts: what tells of them must be there where one of them is cut off."""
    words = bank.criteria.words.in_all(page_messages.PAGE)
    lock = json.loads(pyodide["pyodide-lock.json"])
    about = {
        "words": words,
        "parts": {name: len(text) for name, text in packed.items()},
        "python": {"info": lock["info"], "packages": {}},
    }
    slots = {
        "title": tag("title", words["title"]),
        "style": Markup(_text(STYLE)),
        "static": tag("p", words["static"], id="static"),
        "no_script": tag("p", words["no_script"]),
        "too_old": Markup(_text(TOO_OLD)),
        "about": Markup(json.dumps(about, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")),
        "script": Markup(bundled(SCRIPT).replace("</", "<\\/")),  # where it would end the element
    }
    head = _text(TEMPLATE)
    for name, content in slots.items():
        head = head.replace(f"<!-- {name} -->", str(content))
    return head


def _text(path: str) -> str:
    return (files("carelevel") / path).read_text("utf-8")


def _without_map(script: bytes) -> bytes:
    """A browser's tools would ask for the map."""
    return script.split(b"\n//# sourceMappingURL=")[0]


def _packed(content: bytes) -> str:
    text = b64encode(gzip.compress(content, 9, mtime=0)).decode("ascii")
    return "\n".join(text[at : at + LINE] for at in range(0, len(text), LINE))
