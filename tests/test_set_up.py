"""The locks hold what the project asks for and no address; the set-up says in one sentence why it stopped."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

import pip
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "requirements"
WHOLE = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS, GROUPS = WHOLE["project"]["optional-dependencies"], WHOLE["dependency-groups"]
USERS = [*WHOLE["project"]["dependencies"], *EXTRAS["desktop"], *GROUPS["build"]]
HUB = [*USERS, *EXTRAS["postgres"], *GROUPS["hub"]]
TESTS = [*HUB, *GROUPS["test"]]
NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0"}
"""Nobody listens there."""


def locked(name: str) -> dict[str, set[str]]:
    """Each package of a lock with its versions: two where systems differ."""
    versions: dict[str, set[str]] = {}
    for package, version in re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", (LOCKS / name).read_text("utf-8")):
        versions.setdefault(canonicalize_name(package), set()).add(version)
    return versions


@pytest.mark.parametrize(("lock", "asked"), [("users.txt", USERS), ("hub.txt", HUB), ("tests.txt", TESTS)])
def test_a_lock_holds_a_version_within_the_bounds_of_all_that_is_asked_for(lock: str, asked: list[str]) -> None:
    versions = locked(lock)
    for requirement in map(Requirement, asked):
        found = versions.get(canonicalize_name(requirement.name), set())
        assert found, f"{requirement.name} is not locked; run make lock"
        assert all(requirement.specifier.contains(version) for version in found), f"{requirement}; run make lock"


def test_who_trains_who_runs_a_hub_and_who_tests_get_the_same_versions() -> None:
    assert locked("users.txt").items() <= locked("hub.txt").items() <= locked("tests.txt").items()


@pytest.mark.parametrize("lock", ["uv.txt", "users.txt", "hub.txt", "tests.txt"])
def test_a_lock_has_a_hash_for_every_package_and_no_address_or_option(lock: str) -> None:
    lines = (LOCKS / lock).read_text("utf-8").splitlines()
    assert all(re.match(r"[\w.-]+==\S+|    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in lines)
    assert all("--hash" in after for line, after in itertools.pairwise(lines) if "==" in line)


# The set-up, on a folder of its own: the package that it is to install first is one of ours.


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose first lock names a package of one file, with two packages to be had in `wheels/`."""
    folder = tmp_path / "project"
    (folder / "requirements").mkdir(parents=True)
    shutil.copy(LOCKS / "set_up.py", folder / "requirements")
    (folder / "pyproject.toml").write_text("", "utf-8")
    (folder / "wheels").mkdir()
    digest = wheel(folder / "wheels", "uv")
    wheel(folder / "wheels", "platformdirs")
    for lock in ("uv.txt", "users.txt"):
        (folder / "requirements" / lock).write_text(f"uv==1.0 \\\n    --hash=sha256:{digest}\n", "utf-8")
    return folder


@pytest.fixture
def environment(project: Path) -> Path:
    """The project's, of this Python, as a set-up has left it: one is made whenever `make test` begins."""
    folder = project / ".venv"
    venv.create(folder, symlinks=os.name != "nt")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (packages / "pip.pth").write_text(str(Path(pip.__file__).parents[1]), "utf-8")
    (folder / "ready-hub").write_text(sys.version, "utf-8")
    return folder


def wheel(folder: Path, name: str) -> str:
    """Make a package of one module; its digest."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},{_digest(text)},{len(text)}" for path, text in files.items()]
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for path, text in {**files, f"{info}/RECORD": "\n".join([*record, f"{info}/RECORD,,"])}.items():
            archive.writestr(path, text)
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return f"sha256={urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()}"


def set_up(project: Path, kind: str = "users", **environment: str) -> tuple[int, str]:
    """Exit status and the last line of what it said."""
    ended = run_set_up(project, kind, **environment)
    return ended.returncode, ended.stderr.rstrip().rpartition("\n")[2]


def run_set_up(project: Path, kind: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    return subprocess.run(
        [sys.executable, str(project / "requirements" / "set_up.py"), kind],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_network_and_with_a_hash_that_does_not_match_the_set_up_stops_in_one_sentence(
    project: Path, environment: Path
) -> None:
    status, said = set_up(project, **NOWHERE)
    assert status == 1
    assert said == (
        "Set-up stopped: PyPI, or the package index that pip is set to, could not be reached; see that this computer"
        " is online, then run the same command again (what was downloaded is kept)."
    )
    assert not (environment / "ready-users").exists()
    lock = project / "requirements" / "uv.txt"
    lock.write_text(re.sub(r"sha256:\w+", f"sha256:{'0' * 64}", lock.read_text("utf-8")), "utf-8")
    local = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project / "wheels")}
    status, said = set_up(project, **local)
    assert status == 1
    assert said.startswith(f"Set-up stopped: {lock}: a package that came is not the one whose hash stands there")
    assert "git checkout requirements/uv.txt" in said
    assert not (environment / "ready-users").exists()


def test_a_missing_lock_and_an_unknown_kind_are_named(project: Path) -> None:
    (project / "requirements" / "users.txt").unlink()
    status, said = set_up(project)
    assert (status, said) == (
        1,
        f"Set-up stopped: {project / 'requirements' / 'users.txt'}: is missing; take a whole copy of the project.",
    )
    status, said = set_up(project, "everything")
    assert (status, said) == (1, "Set-up stopped: set_up.py: name one of users, hub, tests, newest, lowest, page.")


# The parts of a page


@pytest.fixture
def parts_list(project: Path) -> Path:
    """The list of a project that has nothing yet."""
    file = project / "lib" / "carelevel" / "page" / "parts.txt"
    file.parent.mkdir(parents=True)
    return file


def test_parts_of_a_page_that_are_there_are_not_fetched_and_one_of_pypi_needs_an_environment(
    project: Path, parts_list: Path
) -> None:
    parts = project / "requirements" / "parts"
    parts.mkdir()
    (parts / "one-1.whl").write_bytes(b"one")
    parts_list.write_text(f"# comment\npypi one 1 {hashlib.sha256(b'one').hexdigest()}\n", "utf-8")
    assert set_up(project, "page") == (0, "")
    parts_list.write_text(f"pypi one 1 {'0' * 64}\n", "utf-8")
    status, said = set_up(project, "page")
    assert status == 1
    assert said.endswith(".venv: is missing; run 'python3 requirements/set_up.py users' first.")


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is needed to ask a registry")
def test_without_a_connection_the_parts_of_a_page_are_said_to_be_out_of_reach(project: Path, parts_list: Path) -> None:
    parts_list.write_text(f"npm pyodide 1.0.0 {'0' * 64}\n", "utf-8")
    nowhere = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_fetch_retries": "0"}
    ended = run_set_up(project, "page", **nowhere)
    reason, _, said = ended.stderr.rstrip().rpartition("\n")
    assert ended.returncode == 1
    assert "ECONNREFUSED" in reason
    assert said.startswith("Set-up stopped: npm's registry did not give what is asked for")
    assert "see that this computer is online" in said
    assert list((project / "requirements" / "parts").iterdir()) == []
