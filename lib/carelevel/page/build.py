"""One HTML file of Python, what it imports, the faces and a bank; the same input gives the same bytes."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from urllib.parse import quote

from markupsafe import Markup

from carelevel.bank import Bank
from carelevel.bank.notes_file import has_notes
from carelevel.feedback.html import tag
from carelevel.messages import page as page_messages
from carelevel.page.contents import PYODIDE, modules, standard_library
from carelevel.page.licenses import licenses
from carelevel.page.parts import RegistryFile
from carelevel.scripts import bundled

TEMPLATE, STYLE, SCRIPT, TOO_OLD = "page/page.html", "page/page.css", "page/scripts/start.js", "page/too_old.js"
ICON = "page/icon.svg"
LINE = 16_384
"""Characters of a packed part that stand in a line."""

GZIP_LEVEL = 9
"""How hard gzip tries: a page is packed once and handed out often."""


def page_of(bank: Bank, parts: Sequence[RegistryFile]) -> Iterator[str]:
    """The file, in pieces."""
    contents = contents_of(bank, parts)
    texts = {name: _in_lines(packed(content)) for name, content in contents.items()}
    yield head_of(bank, parts, {"parts": {name: len(text) for name, text in texts.items()}})
    for name, text in texts.items():
        yield f'<script type="text/plain" id="part-{name}">{text}</script>\n'
    yield "</body>\n</html>\n"


def contents_of(bank: Bank, parts: Sequence[RegistryFile]) -> Mapping[str, bytes]:
    """What a page starts from, by the names that its script has for them."""
    pyodide = pyodide_of(parts)
    wheels = [part for part in parts if part is not pyodide]
    return {
        "loader": _without_map(pyodide["pyodide.mjs"]),
        "glue": _without_map(pyodide["pyodide.asm.mjs"]),
        "python": pyodide["pyodide.asm.wasm"],
        "library": standard_library(pyodide),
        "modules": modules(wheels, bank),
    }


def pyodide_of(parts: Sequence[RegistryFile]) -> RegistryFile:
    """Python for browsers, of all *parts*."""
    (pyodide,) = (part for part in parts if part.name == PYODIDE)
    return pyodide


def head_of(
    bank: Bank, parts: Sequence[RegistryFile], about: Mapping[str, object], *, own_host: str = "", links: str = ""
) -> str:
    """All that stands before the parts: what tells of them, *about*, must be there where one of them is cut off.

    *own_host* is what the page may ask of the host that it came from, in the words of a Content-Security-Policy.
    """
    places = page_messages.PAGE if has_notes(bank.folder) else {**page_messages.PAGE, "notes": "", "form": ""}
    words = bank.criteria.words.in_all(places)
    lock = json.loads(pyodide_of(parts)["pyodide-lock.json"])
    said = {"words": words, "python": {"info": lock["info"], "packages": {}}, **about}
    slots = {
        "own_host": Markup(own_host),
        "links": tag("link", rel="icon", href=icon()) + Markup(links),
        "title": tag("title", words["title"]),
        "style": Markup(text_of(STYLE)),
        "static": tag("p", words["static"], id="static"),
        "no_script": tag("p", words["no_script"]),
        "too_old": Markup(text_of(TOO_OLD)),
        "about": Markup(json.dumps(said, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")),
        "script": Markup(bundled(SCRIPT).replace("</", "<\\/")),  # where it would end the element
    }
    head = text_of(TEMPLATE)
    for name, content in slots.items():
        head = head.replace(f"<!-- {name} -->", str(content))
    return f"{head}{licenses(parts)}</template>\n"


def icon() -> str:
    """Ours, as an address that asks no host."""
    return f"data:image/svg+xml,{quote(text_of(ICON).strip())}"


def text_of(path: str) -> str:
    """A text of ours."""
    return (files("carelevel") / path).read_text("utf-8")


@lru_cache(maxsize=4)  # a file and a site that are built together have most of them in common
def packed(content: bytes) -> bytes:
    """As every part is, in a file or on a server; what unpacks it notices where it is damaged."""
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


def _without_map(script: bytes) -> bytes:
    """A browser's tools would ask for the map."""
    return script.split(b"\n//# sourceMappingURL=")[0]


def _in_lines(content: bytes) -> str:
    text = b64encode(content).decode("ascii")
    return "\n".join(text[at : at + LINE] for at in range(0, len(text), LINE))
