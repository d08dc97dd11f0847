"""A bank of one sound case, in a folder of its own, for the commands on it."""

from __future__ import annotations

from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases"
NAME = "market-stall"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    for name in ("criteria.yaml", "_template.md", f"{NAME}.md"):
        (folder / name).write_text((CASES / name).read_text("utf-8"), "utf-8")
    return folder


def rewrite(file: Path, *changes: tuple[str, str]) -> None:
    """Replace the only occurrence of each first text by the second."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
