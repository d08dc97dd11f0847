"""The data folder: where it is, with and without a home, and what is said where it cannot be."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.core.errors import BankError, StoreError
from carelevel.store.address import address
from carelevel.store.folder import at_home, data_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user of whom the system knows no home, as in many containers; in a working folder to be left as it is."""

    def unknown(_number: object) -> None:
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("named", "folder"), [("~", ""), ("~/", ""), ("~/answers", "answers"), ("~/a/../b", "b")])
def test_a_tilde_is_the_home_folder(named: str, folder: str, home: Path) -> None:
    assert data_folder({"CARELEVEL_DATA": named}).resolve() == home / folder
    assert (home / folder).is_dir()


def test_another_users_home_is_theirs(home: Path) -> None:
    me = pwd.getpwuid(os.getuid())
    assert at_home(f"~{me.pw_name}/answers", "CARELEVEL_DATA") == Path(me.pw_dir) / "answers"


def test_the_home_of_nobody_is_refused_with_a_remedy(home: Path) -> None:
    with pytest.raises(StoreError) as refused:
        data_folder({"CARELEVEL_DATA": "~nosuchuser/x"})
    assert str(refused.value) == ("CARELEVEL_DATA: there is no home folder for '~nosuchuser/x'; write the whole path")
    assert list(home.iterdir()) == []


def test_an_empty_home_leads_to_no_folder_of_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    with pytest.raises(StoreError, match="there is no home folder for '~/answers'; write the whole path"):
        data_folder({"CARELEVEL_DATA": "~/answers"})
    with pytest.raises(BankError, match="there is no home folder"):
        open_bank(Path("~/cases"))
    assert not Path("/answers").exists()


def test_without_a_home_the_setting_is_asked_for_and_no_folder_called_tilde_is_made(homeless: Path) -> None:
    for asked in (lambda: data_folder({}), lambda: address(None, {})):
        with pytest.raises(StoreError, match="you have no home folder; set CARELEVEL_DATA to a folder that is yours"):
            asked()
    with pytest.raises(StoreError, match="there is no home folder for '~/x'; write the whole path"):
        data_folder({"CARELEVEL_DATA": "~/x"})
    assert list(homeless.iterdir()) == []


def test_without_a_home_a_relative_answer_of_platformdirs_is_none(
    homeless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: Path("~/.local/share") / name)
    with pytest.raises(StoreError, match="you have no home folder"):
        data_folder({})
    assert list(homeless.iterdir()) == []


def test_without_a_home_a_whole_path_is_enough(homeless: Path) -> None:
    assert data_folder({"CARELEVEL_DATA": str(homeless / "data")}) == homeless / "data"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become a user whom the system does not know")
def test_a_command_run_by_a_user_without_a_home_says_so_in_a_line(tmp_path: Path) -> None:
    program = """
import os, pwd
from carelevel.cli import main
from carelevel.cli import out_file
from carelevel.exports import attempts
from carelevel.store import identity, store
os.setuid(54321)  # who may not be allowed to read what is not imported yet
raise SystemExit(main(["export"]))
"""
    environment = {name: value for name, value in os.environ.items() if name not in ("HOME", "CARELEVEL_DATA")}
    ended = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "you have no home folder; set CARELEVEL_DATA to a folder that is yours\n"
    assert list(tmp_path.iterdir()) == []
