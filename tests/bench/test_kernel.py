"""How much memory a practice kernel takes over a bare one."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import nbformat
from jupyter_client.manager import start_new_kernel

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "02_practice.ipynb"
MOST_MIB = 30
RUNS = 5
MEMORY = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"
LIBRARIES = """import fsrs, ipywidgets, markdown_it, mdit_py_plugins.attrs, sqlite3, sqlalchemy.dialects.sqlite, yaml
from pydantic import TypeAdapter"""
"""What practice imports of others, of which nothing is used yet."""
HEAVY = "import sys; print(sorted({'pandas', 'matplotlib', 'alembic'} & set(sys.modules)))"


def test_a_practice_kernel_takes_at_most_30_mib_over_a_bare_one(tmp_path: Path) -> None:
    cells = [cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code"]
    first = [_after(cells, tmp_path / str(run)) for run in range(RUNS)]  # each the first start on a new machine
    bare = [_after(["1"], tmp_path / "bare") for _ in range(RUNS)]
    libraries = [_after([LIBRARIES], tmp_path / "libraries") for _ in range(RUNS)]
    before = median(kib for kib, _ in bare) / 1024
    over = median(kib for kib, _ in first) / 1024 - before
    others = median(kib for kib, _ in libraries) / 1024 - before
    print(
        f"\npractice kernel: {over:.1f} MiB over a bare one ({before:.1f} MiB), {others:.1f} of them libraries as ",
        end="",
    )
    print(f"they are imported; bar {MOST_MIB}")
    assert {heavy for _, heavy in first} == {"[]"}
    assert over <= MOST_MIB


def _after(cells: list[str], data: Path) -> tuple[int, str]:
    """Resident memory in KiB of a new kernel that has run *cells*, and the heavy modules that it imported."""
    manager, client = start_new_kernel(env=os.environ | {"CARELEVEL_DATA": str(data)})
    try:
        for cell in cells:
            _printed(client, cell)
        return int(_printed(client, MEMORY)), _printed(client, HEAVY)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _printed(client: object, code: str) -> str:
    printed: list[str] = []

    def gather(message: dict[str, dict[str, object]]) -> None:
        content = message["content"]
        if message["header"]["msg_type"] == "stream":
            printed.append(str(content["text"]))
        assert message["header"]["msg_type"] != "error", content

    client.execute_interactive(code, output_hook=gather, timeout=60)  # type: ignore[attr-defined]
    return "".join(printed).strip()
