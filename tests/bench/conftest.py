"""The browser fixtures, for the measures that are taken in a page."""

from __future__ import annotations

from tests.browser.conftest import chromium, jupyterlab, lab, notebooks

__all__ = ["chromium", "jupyterlab", "lab", "notebooks"]
