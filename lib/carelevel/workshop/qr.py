"""An address as a picture that a phone's camera reads."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4)  # a room's address is drawn anew at each of its steps
def qr_svg(address: str) -> str:
    """An `svg` element of black on white, to stand inside a page."""
    import segno

    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(border=3, dark="#000", light="#fff", omitsize=True, svgclass="code", lineclass=None)
