"""A still page, with the stylesheet of all faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from carelevel.feedback.behind import linked
from carelevel.feedback.html import Part, tag
from carelevel.widgets.shared.styles import joined

if TYPE_CHECKING:
    from carelevel.charts import Chart

STYLES = ("shared/face.css", "pages/page.css")


@dataclass(frozen=True, slots=True)
class Page:
    """What a notebook shows as the output of a cell; *styles* are stylesheets of `widgets/` beside those of all."""

    body: Markup = field(repr=False)
    styles: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        return f"<style>{joined(*STYLES, *self.styles)}</style>{self.body}"


def page(*parts: Part, label: str, styles: tuple[str, ...] = ()) -> Page:
    """A page of these parts, called *label* by a screen reader."""
    return Page(tag("section", *parts, class_="cl-card cl-page", aria_label=label), styles)


def small(text: str) -> Markup:
    """A paragraph beside what matters."""
    return tag("p", text, class_="cl-small")


def bulleted(lines: Iterable[Part]) -> Markup:
    """A list of lines."""
    return tag("ul", [tag("li", line) for line in lines])


def chart(caption: str, drawn: Chart, *, to_answers: bool = False) -> Markup:
    """A chart called *caption* by a screen reader, and how to read it; *to_answers*: its numbers lead there."""
    key = small(drawn.key) if drawn.key else None
    rows = [tuple(linked(cell, to_answers=to_answers) for cell in row) for row in drawn.rows]
    return tag("div", table(caption, drawn.columns, rows), key, class_=drawn.kind)


def scrolled(label: str, *parts: Part) -> Markup:
    """Parts that on a narrow page keep their size and are scrolled, by the arrow keys too."""
    how = {"role": "group", "aria_label": label, "tabindex": "0", "data_lm_suppress_shortcuts": "true"}
    return tag("div", *parts, class_="cl-scrolled", **how)


def folded(title: Part, *parts: Part) -> Markup:
    """Parts that a press on the title shows."""
    return tag("details", tag("summary", title), *parts)


def table(caption: str, columns: Iterable[Part], rows: Iterable[tuple[Part, ...]]) -> Markup:
    """A table whose first column names each row; on a narrow page each cell says its column itself."""
    names = list(columns)
    return tag(
        "table",
        tag("caption", tag("span", caption, class_="cl-unseen")),
        tag("thead", tag("tr", [tag("th", name, scope="col") for name in names])),
        tag("tbody", [tag("tr", _cells(row, names)) for row in rows]),
    )


def _cells(row: tuple[Part, ...], names: list[Part]) -> Iterable[Markup]:
    yield tag("th", row[0], scope="row")
    for part, name in zip(row[1:], names[1:], strict=True):
        yield tag("td", tag("span", name, class_="cl-column", aria_hidden="true"), part)
