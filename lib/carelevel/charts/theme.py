"""The colours of a chart; on a page they follow the page's own, light or dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Text, lines and two data colours that people with any colour vision can tell apart (Okabe and Ito's).

    No two are the same, since a page finds each by its value.
    """

    ink: str
    muted: str
    hairline: str
    paper: str
    blue: str
    orange: str


LIGHT = Theme(ink="#212121", muted="#4d4d4d", hairline="#dcdcdc", paper="#fefefe", blue="#0072b2", orange="#d55e00")

CSS_NAMES: Mapping[str, str] = {
    "ink": "--ink",
    "muted": "--muted",
    "hairline": "--hairline",
    "paper": "--paper",
    "blue": "--chart-blue",
    "orange": "--chart-orange",
}


def following_the_page(svg: str) -> str:
    """An SVG drawn in LIGHT with each colour as the page's variable, and LIGHT's own where there is none."""
    for name, colour in asdict(LIGHT).items():
        svg = svg.replace(colour, f"var({CSS_NAMES[name]}, {colour})")
    return svg
