"""What JupyterLab saves of our own notebooks: the prose and the calls, never what a run showed."""

from __future__ import annotations

from typing import Any


def leave_out_outputs(model: dict[str, Any], **_of_jupyter: object) -> None:
    """A hook before each save; ours are the cells that cannot be deleted, everybody else's stay as they are."""
    if model.get("type") != "notebook" or not model.get("content"):
        return
    content = model["content"]
    ours = [cell for cell in content["cells"] if cell["metadata"].get("deletable") is False]
    for cell in ours:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            cell["metadata"].pop("execution", None)
    if ours:
        content["metadata"].pop("widgets", None)
        content["metadata"]["language_info"] = {"name": "python"}  # or each version of Python would write its own
