"""The page of licenses: whose work is inside, under which terms, and the terms themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email import message_from_bytes
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from carelevel.feedback.html import Part, tag
from carelevel.messages import page as page_messages
from carelevel.page.contents import BROWSERS_LIBRARIES
from carelevel.page.parts import RegistryFile

TEXT = re.compile(r"\.dist-info/(licenses/)?(LICEN[CS]E|NOTICE|AUTHORS|COPYING)[^/]*$|^mdit_py_plugins/attrs/LICENSE$")
OWN = Path(__file__).resolve().parents[3] / "LICENSE"
CRATES = re.compile(r"\.dist-info/sboms/[^/]+\.json$")
"""A wheel's own list of what is compiled into it, in the form of CycloneDX."""
MAIL = re.compile(r"\s*<[^>]*>")

IN_CRATES = "page/licenses/in_crates.txt"
IN_PYTHON = "page/licenses/in_python.txt"
OF_PYODIDE = "page/licenses/MPL-2.0.txt"
BLANK = re.compile(r"\n{2,}")


def licenses(parts: Sequence[RegistryFile]) -> Markup:
    """The whole page."""
    entries = [
        _entry("carelevel", page_messages.LICENSE_OF_PARTS["own"], "BSD-3-Clause", [OWN.read_text("utf-8")]),
        *map(_of_part, parts),
        *(entry for part in parts for entry in _compiled_into(part)),
        *_in_python(),
    ]
    return tag(
        "section",
        tag("h2", page_messages.PAGE["licenses"]),
        tag("p", page_messages.LICENSES_ABOUT),
        tag("p", page_messages.LICENSE_OF_BANK),
        entries,
        class_="page-licenses",
    )


def _of_part(part: RegistryFile) -> Markup:
    whence = page_messages.LICENSE_OF_PARTS[part.registry].format(version=part.version)
    if part.registry == "npm":
        return _entry(part.name, whence, "MPL-2.0", [(files("carelevel") / OF_PYODIDE).read_text("utf-8")])
    texts = [part.content[name].decode() for name in sorted(part.content) if TEXT.search(name)]
    return _entry(part.name, whence, _named(part), texts)


def _named(part: RegistryFile) -> str:
    """How a wheel's metadata call its license."""
    (metadata,) = (held for name, held in part.content.items() if name.endswith(".dist-info/METADATA"))
    head = message_from_bytes(metadata)
    classifiers = (line.split(" :: ")[-1] for line in head.get_all("Classifier", []) if line.startswith("License"))
    return str(head["License-Expression"] or head["License"] or next(classifiers, "")).splitlines()[0]


def _compiled_into(part: RegistryFile) -> Iterator[Markup]:
    """What a wheel for browsers names of it, and the terms."""
    if not any(BROWSERS_LIBRARIES.search(name) for name in part.content):
        return
    terms = terms_of_crates()
    for name in sorted(filter(CRATES.search, part.content)):
        lines = [_crate(component) for component in json.loads(part.content[name])["components"] if _is_in(component)]
        whence = page_messages.LICENSE_OF_PARTS["crates"].format(name=part.name, count=len(lines))
        yield _entry(page_messages.CRATES, whence, ", ".join(terms), ["\n".join(lines), *terms.values()])


def terms_of_crates() -> Mapping[str, str]:
    """The terms that crates are taken under, by their names."""
    entries = (files("carelevel") / IN_CRATES).read_text("utf-8").split("\n=== ")[1:]
    return {name: text.strip() for name, _, text in (entry.partition("\n") for entry in entries)}


def _is_in(component: Mapping[str, Any]) -> bool:
    """And not only used to build it."""
    return bool(component["scope"] == "required")


def _crate(component: Mapping[str, Any]) -> str:
    named = f"{component['name']} {component['version']}"
    author = MAIL.sub("", component.get("author", ""))
    license = component["licenses"][0]["expression"]
    return f"{', '.join(filter(None, (named, author)))}: {license}"


def _in_python() -> Iterator[Markup]:
    """What is compiled into Python for browsers: name, license and terms, as the file beside this module has them."""
    for entry in (files("carelevel") / IN_PYTHON).read_text("utf-8").split("\n=== ")[1:]:
        head, _, text = entry.partition("\n")
        name, _, license = head.partition(" | ")
        yield _entry(name, page_messages.LICENSE_OF_PARTS["in_python"], license, [text.strip()])


def _entry(name: str, whence: str, license: str, texts: Iterable[str]) -> Markup:
    title: Part = [tag("b", name), f", {whence}: {license}"]
    return tag("details", tag("summary", title), [tag("pre", BLANK.sub("\n\n", text.strip())) for text in texts])
