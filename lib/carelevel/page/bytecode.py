"""Python's modules compiled, so that no browser compiles them at each start: by the very Python that will run them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.messages import page as page_messages
from carelevel.page.parts import RegistryFile

STARTED_FROM = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
COMPILE = "compile_modules"
SCRIPT = f"""
import {{ loadPyodide }} from "./pyodide.mjs";
const python = await loadPyodide({{ env: {{ PYTHONHASHSEED: "0" }} }});
python.mountNodeFS("/here", ".");
python.runPython("import sys; sys.path.insert(0, '/here'); import {COMPILE}; {COMPILE}.compile_all()");
"""


def compiled(pyodide: RegistryFile, archives: Mapping[str, bytes]) -> dict[str, bytes]:
    """The *archives* with bytecode in the place of each module; StoreError where Node.js is missing, or fails."""
    node = shutil.which("node")
    if node is None:
        raise StoreError(page_messages.NO_NODE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in STARTED_FROM:
            (folder / file).write_bytes(pyodide[file])
        (folder / f"{COMPILE}.py").write_bytes((files("carelevel") / "page" / f"{COMPILE}.py").read_bytes())
        for archive, content in archives.items():
            (folder / archive).with_suffix(".archive").write_bytes(content)
        ended = subprocess.run([node, "--input-type=module", "--eval", SCRIPT], cwd=folder, stdout=subprocess.DEVNULL)
        if ended.returncode:
            raise StoreError(page_messages.NOT_COMPILED.format(status=ended.returncode))
        return {archive: (folder / archive).with_suffix(".archive").read_bytes() for archive in archives}
