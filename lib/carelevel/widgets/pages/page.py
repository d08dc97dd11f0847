"""A still page: HTML built from escaped parts, with the stylesheet of all faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from carelevel.widgets.shared.styles import joined

STYLES = ("shared/face.css", "pages/page.css")
VOID = frozenset({"br", "hr"})
FOCUSABLE = frozenset({"a", "button", "summary"})


class Html(str):
    """Text that is markup already; every other text is escaped where it enters a tag."""

    __slots__ = ()


Part = str | None | Iterable["Part"]


@dataclass(frozen=True, slots=True)
class Page:
    """What a notebook shows as the output of a cell."""

    body: Html = field(repr=False)

    def _repr_html_(self) -> str:
        return f"<style>{joined(*STYLES)}</style>{self.body}"


def page(*parts: Part, label: str) -> Page:
    return Page(tag("section", *parts, class_="cl-card cl-page", aria_label=label))


def tag(name: str, *parts: Part, **attributes: str | None) -> Html:
    """An element; an attribute is written as a Python name (class_, aria_label), and left out where it is None."""
    if name in FOCUSABLE:
        attributes["data_lm_suppress_shortcuts"] = "true"  # or a key pressed on it edits the notebook
    written = "".join(
        f' {attribute.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    content = "".join(_html(part) for part in parts)
    return Html(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{content}</{name}>")


def folded(title: Part, *parts: Part) -> Html:
    return tag("details", tag("summary", title), *parts)


def table(caption: str, columns: Iterable[str], rows: Iterable[tuple[Part, ...]]) -> Html:
    """A table whose first column names each row; on a narrow page each cell says its column itself."""
    names = list(columns)
    return tag(
        "table",
        tag("caption", tag("span", caption, class_="cl-unseen")),
        tag("thead", tag("tr", [tag("th", name, scope="col") for name in names])),
        tag("tbody", [tag("tr", _cells(row, names)) for row in rows]),
    )


def _cells(row: tuple[Part, ...], names: list[str]) -> Iterable[Html]:
    yield tag("th", row[0], scope="row")
    for part, name in zip(row[1:], names[1:], strict=True):
        yield tag("td", tag("span", name, class_="cl-column", aria_hidden="true"), part)


def _html(part: Part) -> str:
    if part is None:
        return ""
    if isinstance(part, Html):
        return part
    return escape(part) if isinstance(part, str) else "".join(_html(inner) for inner in part)
