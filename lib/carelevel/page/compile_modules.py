"""Runs in Pyodide under Node.js: every archive beside this file gets bytecode in the place of its modules.

Without docstrings and assertions, which would weigh more than they tell anybody there.
"""

from __future__ import annotations

import io
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path

FOR_ANY_SOURCE = bytes(12)
"""Behind Python's magic number: no flags, and no time or size of a source, since there is none."""


def compile_all() -> None:
    """All in this folder."""
    for file in sorted(Path(__file__).parent.glob("*.archive")):
        file.write_bytes(with_bytecode(file.read_bytes()))


def with_bytecode(archive: bytes) -> bytes:
    """Another archive, in which each `.py` is a `.pyc`."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as sources, zipfile.ZipFile(written, "w") as target:
        for name in sources.namelist():
            held = sources.read(name)
            if name.endswith(".py"):
                code = compile(held, name, "exec", dont_inherit=True, optimize=2)
                name, held = f"{name}c", MAGIC_NUMBER + FOR_ANY_SOURCE + marshal.dumps(code)
            target.writestr(zipfile.ZipInfo(name), held)  # which has no time of its own
    return written.getvalue()
