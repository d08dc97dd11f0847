"""What goes into a page: of every part, of this project and of a bank only what runs or is read there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from carelevel.bank import Bank
from carelevel.bank.criteria_file import CRITERIA_FILE
from carelevel.bank.notes_file import NOTES_FILE, has_notes
from carelevel.page.parts import RegistryFile

BROWSERS_LIBRARIES = re.compile(r"\.cpython-\d+-wasm32-emscripten\.so$")
NO_CODE = re.compile(r"\.(so|pyi|pyx|pxd|c|h|typed)$|/(testing|tests?)/|\.dist-info/(?!METADATA$)|LICENSE$")
"""What of a wheel a page does without; libraries made for Linux are among it."""

UNUSED = re.compile(
    r"sqlalchemy/(dialects/(mssql|mysql|oracle|postgresql)|ext|orm)/"
    r"|pydantic/(v1/|mypy)|platformdirs/(android|macos|windows)|mdit_py_plugins/(?!attrs|utils|__init__)"
)
UNUSED_OF_PYTHON = re.compile(
    r"(_pyrepl|ctypes|curses|dbm|doctest|ensurepip|ftplib|http|idlelib|imaplib|lib2to3|mailbox|multiprocessing|nntplib"
    r"|optparse|pdb|pickletools|poplib|pstats|profile|profiling|pyclbr|pydoc|pydoc_data|_pydecimal|_pyio|smtplib"
    r"|sqlite3/__main__|test|this|tkinter|trace|turtle|turtledemo|unittest|venv|wsgiref|xml|xmlrpc|zipapp)(\.py$|/)"
)
OURS = (
    *("analytics", "bank", "charts", "core", "exports", "feedback", "files", "messages", "page/inside"),
    *("practice", "scripts", "store", "widgets"),
)
NOT_OURS = re.compile(r"store/migrations/|widgets/(editor|presenter|review|session)/|exports/handout\.css$")
KINDS = (".py", ".js", ".css", ".txt")

PYODIDE = "pyodide"
STANDARD_LIBRARY = "python_stdlib.zip"


def standard_library(pyodide: RegistryFile) -> bytes:
    """Python's own modules, in an archive that is not packed: all of the page is packed once."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(pyodide[STANDARD_LIBRARY])) as whole,
        zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive,
    ):
        for name in sorted(whole.namelist()):
            if not name.endswith("/") and not UNUSED_OF_PYTHON.match(name):
                archive.writestr(zipfile.ZipInfo(name), whole.read(name))  # which has no time of its own
    return written.getvalue()


def modules(wheels: Sequence[RegistryFile], bank: Bank) -> bytes:
    """Everything else that Python imports, with the bank beside it, in such an archive."""
    content = {name: held for wheel in wheels for name, held in _of_wheel(wheel)}
    content |= {f"carelevel/{name}": held for name, held in _of_ours()}
    content |= {f"bank/{name}": held for name, held in of_bank(bank).items()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(content):
            archive.writestr(zipfile.ZipInfo(name), content[name])
    return written.getvalue()


def of_bank(bank: Bank) -> Mapping[str, bytes]:
    """The criteria, the cases in use and the lines of notes: what a page reads of a bank."""
    notes = [NOTES_FILE] if has_notes(bank.folder) else []
    names = [CRITERIA_FILE, *notes, *(f"{case.id}.md" for case in bank.cases())]
    return {name: (bank.folder / name).read_bytes() for name in names}


def _of_wheel(wheel: RegistryFile) -> Iterator[tuple[str, bytes]]:
    for name, held in wheel.content.items():
        if BROWSERS_LIBRARIES.search(name) or not (NO_CODE.search(name) or UNUSED.match(name)):
            yield name, held


def _of_ours() -> Iterator[tuple[str, bytes]]:
    package = files("carelevel")
    yield "__init__.py", (package / "__init__.py").read_bytes()
    yield "page/__init__.py", (package / "page" / "__init__.py").read_bytes()
    for room in OURS:
        for name, file in _below(room, package.joinpath(room)):
            if name.endswith(KINDS) and not NOT_OURS.search(name):
                yield name, file.read_bytes()


def _below(path: str, folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _below(name, entry)
        else:
            yield name, entry
