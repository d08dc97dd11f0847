"""Floor 1: how scripts become one text, and those that a face and the audience's pages share."""

from carelevel.scripts.bundle import bundled

__all__ = ["bundled"]
