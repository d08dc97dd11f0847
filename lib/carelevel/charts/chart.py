"""A chart: an SVG that follows the page's theme, and what it shows in words."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from carelevel.charts.theme import LIGHT, Theme, following_the_page

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """*alternative* says what the picture shows, from the same numbers."""

    draw: Callable[[Theme], Figure]
    alternative: str

    def svg(self) -> str:
        """An inline SVG, its text real text in the page's font, hidden from screen readers: they get the words."""
        from matplotlib import rc_context

        written = StringIO()
        # Two signs of dollar are two sums of money, and no formula.
        with rc_context({"svg.fonttype": "none", "text.parse_math": False}), warnings.catch_warnings():
            # Of a script that its own font lacks matplotlib warns in red; the page's font has it.
            warnings.simplefilter("ignore", UserWarning)
            self.draw(LIGHT).savefig(written, format="svg", transparent=True, metadata={"Date": None})
        return following_the_page(_inline(written.getvalue()))


def _inline(document: str) -> str:
    """Only the svg element; no ids but those referred to, no fonts but the page's, no fixed size."""
    svg = document[document.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, flags=re.DOTALL)  # it would style the whole page
    svg = re.sub(r"<!--.*?-->\n?", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r"font-family: [^;\"]*", "font-family: inherit", svg)
    opening = r'<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="\1" aria-hidden="true" focusable="false">'
    return re.sub(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>', opening, svg, count=1)
