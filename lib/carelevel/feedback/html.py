"""HTML built of elements: whatever is text is escaped where it enters one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

Part = str | None | Iterable["Part"]
"""What stands in an element: text, which is escaped, Markup, which stands as it is, and any number of these."""

VOID = frozenset({"br", "hr", "link", "meta"})
FOCUSABLE = frozenset({"a", "button", "summary"})

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, not even escaped; a browser does without it too."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def tag(name: str, *parts: Part, **attributes: str | None) -> Markup:
    """An element; an attribute is written as a Python name (class_, aria_label), and left out where it is None."""
    if name in FOCUSABLE:
        attributes["data_lm_suppress_shortcuts"] = "true"  # or a key pressed on it edits the notebook
    written = "".join(
        f' {attribute.rstrip("_").replace("_", "-")}="{_escaped(value, quote="&quot;")}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{html(parts)}</{name}>")


def html(part: Part) -> Markup:
    """A part by itself."""
    if part is None:
        return Markup("")
    if isinstance(part, Markup):
        return part
    return Markup(_escaped(part) if isinstance(part, str) else "".join(html(inner) for inner in part))


def sound(text: str) -> str:
    """The text without what no file may hold."""
    return NOT_IN_XML.sub(UNKNOWN, text)


def _escaped(text: str, quote: str = '"') -> str:
    """A quote ends an attribute and nothing else: between tags it stands as it is."""
    return str(escape(sound(text))).replace("&#34;", quote).replace("&#39;", "'")
