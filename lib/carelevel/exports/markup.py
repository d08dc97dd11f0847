"""HTML built of elements: whatever is text is escaped where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

Part = str | Element | None | Iterable["Part"]

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, not even escaped; a browser does without it too."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def element(name: str, *parts: Part, **attributes: str | None) -> Element:
    """An element; an attribute is written as a Python name (class_, aria_hidden), and left out where it is None."""
    made = Element(name)
    for attribute, value in attributes.items():
        if value is not None:
            made.set(attribute.rstrip("_").replace("_", "-"), sound(value))
    _add(made, parts)
    return made


def html(parts: Iterable[Element]) -> str:
    """The elements as HTML."""
    return "".join(tostring(part, encoding="unicode", method="html") for part in parts)


def cdata(text: str) -> str:
    """Text for XML, as it stands; an end of the section in the text ends it in no way."""
    return f"<![CDATA[{sound(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def sound(text: str) -> str:
    return NOT_IN_XML.sub(UNKNOWN, text)


def _add(to: Element, part: Part) -> None:
    if isinstance(part, Element):
        to.append(part)
    elif isinstance(part, str):
        _add_text(to, sound(part))
    elif part is not None:
        for inner in part:
            _add(to, inner)


def _add_text(to: Element, text: str) -> None:
    if len(to):
        to[-1].tail = (to[-1].tail or "") + text
    else:
        to.text = (to.text or "") + text
