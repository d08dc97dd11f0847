"""A page for a web server: one edition that is never mixed with another, and modules that are compiled beforehand."""

from __future__ import annotations

import gzip
import importlib.util
import io
import json
import re
import sys
import zipfile
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.cli import main
from carelevel.core.errors import StoreError
from carelevel.page import site
from carelevel.page.bytecode import compiled
from carelevel.page.compile_modules import with_bytecode
from carelevel.page.licenses import licenses, terms_of_crates
from carelevel.page.parts import RegistryFile, read_parts

from tests.page.test_contents import SWIMMING, archive, parts

REAL_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")


@pytest.fixture
def not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "compiled", lambda _, archives: archives)


def built(year: int = 1980) -> dict[str, bytes]:
    return dict(site.site_of(open_bank(SWIMMING), parts(year)))


def kept(files: Mapping[str, bytes]) -> dict[str, str]:
    """What the worker keeps, with its sums."""
    said = re.search(r"const SITE = (\{.*?\n\});", files[site.WORKER].decode(), re.DOTALL)
    assert said, f"{site.WORKER_SCRIPT} holds no {site.BUILT}"
    return dict(json.loads(said[1])["files"])


@pytest.mark.usefixtures("not_compiled")
def test_the_worker_keeps_the_page_and_every_part_that_it_names_each_with_the_sum_of_what_it_holds() -> None:
    files = built()
    about = json.loads(re.search(r'id="about">(.*?)</script>', files[site.PAGE].decode(), re.DOTALL)[1])  # type: ignore[index]
    assert set(kept(files)) == {site.PAGE, site.MANIFEST, *about["files"].values()}
    for path, sums in kept(files).items():
        assert sums == f"sha256-{b64encode(sha256(files[path]).digest()).decode()}"
    assert {name: len(files[path]) for name, path in about["files"].items()} == about["parts"]
    assert gzip.decompress(files[about["files"]["python"]]) == b"\0asm"


@pytest.mark.usefixtures("not_compiled")
def test_a_part_that_is_another_has_another_name_and_the_same_input_gives_the_same_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = built()
    assert built(year=2020) == before
    monkeypatch.setattr(site, "compiled", lambda _, archives: {**archives, "modules": b"other"})
    assert len(set(kept(built())) - set(kept(before))) == 1


@pytest.mark.usefixtures("not_compiled")
def test_the_page_of_a_site_may_ask_its_own_host_and_no_other() -> None:
    policy = re.search(r'Policy" content="([^"]*)"', built()[site.PAGE].decode())
    assert policy
    hosts = set(re.findall(r"[\w-]+-src [^;]*'self'[^;]*", policy[1]))
    assert hosts == {"connect-src 'self'", "worker-src 'self'", "manifest-src 'self'"}
    assert policy[1].startswith("default-src 'none'")
    assert "http" not in policy[1]


@pytest.mark.usefixtures("not_compiled")
def test_a_site_is_written_over_another_only_when_that_is_asked_and_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("carelevel.cli.page.read_parts", parts)
    command = ["page", "--bank", str(SWIMMING), "--site", str(tmp_path / "site")]
    assert main([*command, "--out", str(tmp_path / "practice.html")]) == 0
    assert "part-python" in (tmp_path / "practice.html").read_text("utf-8")
    assert main(command) == 2
    assert "is there already" in capsys.readouterr().err
    old, own = tmp_path / "site" / site.PARTS / "python-0.bin", tmp_path / "site" / "own.txt"
    old.write_bytes(b"")
    own.write_text("", "utf-8")
    assert main([*command, "--force"]) == 0
    assert own.exists()
    assert not old.exists()


# Compiled


def test_each_module_of_an_archive_is_compiled_and_everything_else_stays() -> None:
    before = archive({"one/__init__.py": '"""Says."""\nvalue = __doc__', "one/face.js": "//"}, year=2020)
    made = zipfile.ZipFile(io.BytesIO(with_bytecode(before)))
    assert made.namelist() == ["one/__init__.pyc", "one/face.js"]
    assert made.read("one/__init__.pyc")[:4] == importlib.util.MAGIC_NUMBER
    assert b"Says" not in made.read("one/__init__.pyc")


def test_what_is_compiled_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "held.zip"
    held.write_bytes(with_bytecode(archive({"compiled_before.py": "value = 7"})))
    monkeypatch.syspath_prepend(str(held))
    assert importlib.import_module("compiled_before").value == 7
    del sys.modules["compiled_before"]


def pyodide() -> RegistryFile:
    return RegistryFile("npm", "pyodide", "1", {name: b"" for name in REAL_PYODIDE})


def test_without_node_a_site_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StoreError, match=r"needs Node\.js.* --out"):
        compiled(pyodide(), {})


def test_a_node_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "node").write_text("#!/bin/sh\nexit 3\n", "utf-8")
    (tmp_path / "node").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"exit status 3"):
        compiled(pyodide(), {})


# Licenses of what is compiled into a wheel


def test_what_is_compiled_into_a_wheel_is_named_with_its_authors_and_terms_that_the_page_holds() -> None:
    (wheel,) = (part for part in read_parts() if part.name == "pydantic-core")
    (listed,) = (held for name, held in wheel.content.items() if "/sboms/" in name)
    page = licenses([wheel])
    crates = [crate for crate in json.loads(listed)["components"] if crate["scope"] == "required"]
    assert crates
    for crate in crates:
        terms = crate["licenses"][0]["expression"]
        assert f"{crate['name']} {crate['version']}" in page
        for choices in terms.split(" AND "):
            assert any(name in choices for name in terms_of_crates()), f"in_crates.txt lacks the terms of {terms}"
    assert "@" not in page.split("Crates of Rust")[1].split("Permission is")[0]
