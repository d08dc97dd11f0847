"""What every page that asks the kernel says of asking, unless its face says it in words of its own."""

from __future__ import annotations

from collections.abc import Mapping

ASKING: Mapping[str, str] = {
    "silent": "The program has not replied yet. If nothing comes, reload the page; in JupyterLab, then choose "
    "Run ▸ Run All Cells.",
    "saved": "Downloaded: {name}",
    "no_file": "Choose a file first.",
}
ELSEWHERE = (
    "{label}: this part works where a notebook runs. Open the notebook in JupyterLab and choose Run ▸ Run All Cells, "
    "or start “carelevel app”."
)
NOT_SHOWN = "This cannot be shown now. ({problem})"
BROKEN_PAGE_ITSELF = "Something went wrong in this page itself. ({problem})"
