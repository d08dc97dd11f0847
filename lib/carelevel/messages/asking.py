"""What every page that asks the kernel says of asking, unless its face says it in words of its own."""

from __future__ import annotations

from collections.abc import Mapping

ASKING: Mapping[str, str] = {
    "silent": "There is no answer from the kernel yet. If it has stopped, choose Run ▸ Run All Cells.",
    "saved": "Downloaded: {name}",
    "no_file": "Choose a file first.",
}
NOT_SHOWN = "How things stand cannot be shown now. ({problem})"
BROKEN_PAGE_ITSELF = "Something went wrong in this page itself. ({problem})"
