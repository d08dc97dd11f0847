"""Floor 5: the `carelevel` command."""

from __future__ import annotations

from carelevel.cli.command import main

__all__ = ["main"]
