"""What is packed into a page: the files that the list names, the same bytes each time, and nothing that is not read."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import tarfile
import zipfile
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.cli import main
from carelevel.core.errors import StoreError
from carelevel.messages import page as page_messages
from carelevel.page import parts as page_parts
from carelevel.page.build import page_of
from carelevel.page.parts import RegistryFile, read_parts

ROOT = Path(__file__).parents[2]
SWIMMING = ROOT / "tests" / "banks" / "swimming"
LISTED = [line.split() for line in (ROOT / "lib/carelevel/page/parts.txt").read_text("utf-8").splitlines()]
PARTS = [line for line in LISTED if line[0] != "#"]
SCRIPT = re.compile(r'<script type="text/plain" id="part-(\w+)">(.*?)</script>', re.DOTALL)


def archive(files: dict[str, str], year: int = 1980) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), text)
    return written.getvalue()


def parts(year: int = 1980, turned: bool = False) -> list[RegistryFile]:
    """Small parts in the form of the real ones; what is packed must not tell when, or in which order, they came."""
    library = {"abc.py": "", "test/test_abc.py": "", "pydoc_data/topics.py": "", "json/__init__.py": "# json"}
    pyodide = {
        "pyodide.mjs": b"export {};\n//# sourceMappingURL=pyodide.mjs.map",
        "pyodide.asm.mjs": b"export {};",
        "pyodide.asm.wasm": b"\0asm",
        "pyodide-lock.json": b'{"info": {"version": "1"}, "packages": {"numpy": {}}}',
        "python_stdlib.zip": archive(dict(reversed(library.items())) if turned else library, year),
    }
    wheel = {
        "one/__init__.py": b"1",
        "one/_fast.cpython-314-x86_64-linux-gnu.so": b"elf",
        "one/_fast.cpython-314-wasm32-emscripten.so": b"wasm",
        "one/__init__.pyi": b"",
        "one-1.0.dist-info/METADATA": b"Name: one\nVersion: 1.0\nLicense-Expression: MIT\n",
        "one-1.0.dist-info/licenses/LICENSE": b"May be used <freely>",
    }
    content = dict(reversed(wheel.items())) if turned else wheel
    return [RegistryFile("npm", "pyodide", "1", pyodide), RegistryFile("pypi", "one", "1.0", content)]


def packed(page: str, name: str) -> bytes:
    return gzip.decompress(b64decode(dict(SCRIPT.findall(page))[name]))


def names(page: str, name: str) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(packed(page, name))).namelist()


@pytest.fixture
def swimming() -> Bank:
    return open_bank(SWIMMING)


def test_the_same_input_gives_the_same_bytes(swimming: Bank) -> None:
    assert "".join(page_of(swimming, parts())) == "".join(page_of(swimming, parts(year=2020, turned=True)))


def test_of_a_wheel_only_what_a_browsers_python_runs_is_packed(swimming: Bank) -> None:
    page = "".join(page_of(swimming, parts()))
    of_wheel = [name for name in names(page, "modules") if name.startswith("one")]
    assert of_wheel == ["one-1.0.dist-info/METADATA", "one/__init__.py", "one/_fast.cpython-314-wasm32-emscripten.so"]
    assert names(page, "library") == ["abc.py", "json/__init__.py"]


def test_the_banks_cases_criteria_and_notes_are_packed_and_nothing_else_of_its_folder(swimming: Bank) -> None:
    held = [name for name in names("".join(page_of(swimming, parts())), "modules") if name.startswith("bank/")]
    assert held == sorted(
        ["bank/criteria.yaml", "bank/notes.yaml", *(f"bank/{case}.md" for case in swimming.case_ids())]
    )


def test_every_module_that_a_page_imports_of_ours_is_packed_and_none_of_a_room_that_it_does_without(
    swimming: Bank,
) -> None:
    held = names("".join(page_of(swimming, parts())), "modules")
    assert {"carelevel/page/inside/session.py", "carelevel/widgets/card/face.js"} <= set(held)
    assert not [name for name in held if re.match(r"carelevel/(cli|live|notebook|workshop|page/(build|scripts))", name)]


def test_what_the_file_says_of_itself_is_true_and_ends_no_script_element(swimming: Bank) -> None:
    page = "".join(page_of(swimming, parts()))
    about = json.loads(re.search(r'id="about">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    assert about["parts"] == {name: len(text) for name, text in SCRIPT.findall(page)}
    assert about["python"]["packages"] == {}
    assert "<" not in re.search(r'id="about">(.*?)</script>', page, re.DOTALL)[1]  # type: ignore[index]
    assert "sourceMappingURL" not in packed(page, "loader").decode()


def test_the_terms_of_every_part_stand_in_the_page_and_are_escaped(swimming: Bank) -> None:
    page = "".join(page_of(swimming, parts()))
    assert "May be used &lt;freely&gt;" in page
    for name in ("Mozilla Public License", "carelevel authors", "bzip2", "SQLite"):
        assert name in page


def test_a_page_takes_the_words_of_its_bank(swimming: Bank) -> None:
    title = swimming.criteria.words.said(page_messages.PAGE["title"])
    assert f"<title>{title}</title>" in "".join(page_of(swimming, parts()))
    assert "Care" not in title


# The parts


def test_the_list_holds_versions_that_are_locked_and_a_hash_for_each() -> None:
    locked = (ROOT / "requirements" / "users.txt").read_text("utf-8")
    for registry, name, version, digest in PARTS:
        assert re.fullmatch("[0-9a-f]{64}", digest)
        assert registry == "npm" or re.search(rf"(?m)^{name}=={re.escape(version)} ", locked), f"{name}: run make lock"


def test_a_part_that_is_missing_or_is_another_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "pyodide.tgz").write_bytes(b"something else")
    with pytest.raises(StoreError, match=r"lacks pyodide 314\.\S+; fetch .*set_up.py page"):
        read_parts(tmp_path)


def test_a_part_is_read_whatever_its_file_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as tar:
        member = tarfile.TarInfo("package/pyodide.mjs")
        member.size = 1
        tar.addfile(member, io.BytesIO(b"1"))
    (tmp_path / "any.tgz").write_bytes(written.getvalue())
    digest = hashlib.sha256(written.getvalue()).hexdigest()
    monkeypatch.setattr(page_parts, "_lines", lambda: iter([f"npm pyodide 1 {digest}"]))
    (part,) = read_parts(tmp_path)
    assert part["pyodide.mjs"] == b"1"
    with pytest.raises(StoreError, match=r"pyodide: holds no pyodide\.asm\.mjs"):
        part["pyodide.asm.mjs"]


# The command


@pytest.fixture
def some_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelevel.cli.page.read_parts", parts)


@pytest.mark.usefixtures("some_parts")
def test_a_bank_with_mistakes_is_not_packed(tmp_path: Path, bank: Bank, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "criteria.yaml").write_bytes((bank.folder / "criteria.yaml").read_bytes())
    (folder / "broken.md").write_text("---\ntitle: Nothing\n---\n", "utf-8")
    out = tmp_path / "practice.html"
    assert main(["page", "--bank", str(folder), "--out", str(out)]) == 1
    assert "bank/broken.md:" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.usefixtures("some_parts")
def test_a_bank_without_a_case_is_not_packed(tmp_path: Path, bank: Bank, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "criteria.yaml").write_bytes((bank.folder / "criteria.yaml").read_bytes())
    out = tmp_path / "practice.html"
    assert main(["page", "--bank", str(tmp_path), "--out", str(out)]) != 0
    assert "no case to export" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.usefixtures("some_parts")
def test_a_page_is_written_once_and_over_another_only_when_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["page", "--bank", str(SWIMMING), "--out", str(tmp_path / "practice.html")]
    assert main(command) == 0
    assert re.search(r"practice\.html: \d+ cases?, \d\.\d MB", capsys.readouterr().out)
    assert main(command) == 2
    assert "is there already" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0


@pytest.mark.usefixtures("some_parts")
def test_a_name_that_no_browser_would_open_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", "--bank", str(SWIMMING), "--out", str(tmp_path / "practice")]) == 2
    assert "ends in .html" in capsys.readouterr().err


@pytest.mark.usefixtures("some_parts")
def test_neither_a_file_nor_a_folder_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", "--bank", str(SWIMMING)]) == 2
    assert "name --out practice.html, or --site DIR" in capsys.readouterr().err


def test_a_part_of_a_wheel_is_what_its_metadata_call_it(swimming: Bank) -> None:
    pyodide, wheel = parts()
    classified = b"Name: one\nClassifier: License :: OSI Approved :: MIT License\n"
    other = replace(wheel, content={**wheel.content, "one-1.0.dist-info/METADATA": classified})
    assert "version 1.0: MIT License" in "".join(page_of(swimming, [pyodide, other]))
