"""Findings and what the criteria make of them."""

from carelevel.widgets.explorer.face import Explorer

__all__ = ["Explorer"]
