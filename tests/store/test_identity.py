"""Whose record it is: stable, pseudonymous, and switched in plain words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.core.errors import AnswerError, StoreError
from carelevel.store.identity import CODE_FILE, KEY_FILE, Trainee, switch, trainee

from tests.core.test_trainee import CODES

SAY_WHOSE = """
import sys
from pathlib import Path
from carelevel.store.identity import trainee

folder = Path(sys.argv[1])
print(trainee({"JUPYTERHUB_USER": "ines"}, folder).code, trainee({}, folder).code)
"""


@pytest.mark.parametrize("code", CODES)
def test_a_given_code_is_taken_and_nothing_is_written(tmp_path: Path, code: str) -> None:
    folder = tmp_path / "data"
    assert trainee({"CARELEVEL_TRAINEE": code, "JUPYTERHUB_USER": "ines"}, folder) == Trainee(code)
    assert not folder.exists()


def test_a_hub_user_gets_the_same_short_code_each_time_and_no_trace_of_the_name(tmp_path: Path) -> None:
    hub = {"JUPYTERHUB_USER": "ines"}
    first = trainee(hub, tmp_path)
    assert first == trainee(hub, tmp_path)
    assert first != trainee({"JUPYTERHUB_USER": "dev"}, tmp_path)
    assert re.fullmatch("hub-[0-9a-f]{10}", first.code)
    assert all(b"ines" not in file.read_bytes() for file in tmp_path.iterdir())


def test_with_another_key_the_same_hub_user_has_another_code(tmp_path: Path) -> None:
    hub = {"JUPYTERHUB_USER": "ines"}
    first = trainee(hub, tmp_path)
    (tmp_path / KEY_FILE).unlink()
    assert trainee(hub, tmp_path) != first


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    trainee({"JUPYTERHUB_USER": "ines"}, tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


def test_a_damaged_key_is_told_rather_than_used(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"short")
    with pytest.raises(StoreError, match=r"trainee\.key: the key is damaged; restore a copy"):
        trainee({"JUPYTERHUB_USER": "ines"}, tmp_path)


def test_without_an_environment_a_local_code_is_made_once(tmp_path: Path) -> None:
    made = trainee({"CARELEVEL_DATA": str(tmp_path / "data")})
    assert re.fullmatch("local-[0-9a-f]{8}", made.code)
    assert made == trainee({"CARELEVEL_DATA": str(tmp_path / "data")})
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_processes_that_start_at_once_agree_on_the_codes(
    tmp_path: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    several = [start(SAY_WHOSE, str(tmp_path)) for _ in range(4)]
    assert len({process.communicate(timeout=60)[0] for process in several}) == 1


@pytest.mark.parametrize("code", CODES)
def test_a_switch_lasts_until_the_next(tmp_path: Path, code: str) -> None:
    own = trainee({}, tmp_path)
    assert switch(f" {code} ", {}, tmp_path) == Trainee(code) == trainee({}, tmp_path)
    switch(own.code, {}, tmp_path)
    assert trainee({}, tmp_path) == own


@pytest.mark.parametrize("code", ["", " ", "Ines M.", "a/b", "ä", "x" * 65, "two\nlines"])
def test_a_switch_to_no_code_is_refused_and_changes_nothing(tmp_path: Path, code: str) -> None:
    before = trainee({}, tmp_path)
    with pytest.raises(AnswerError, match="not a code; use 1 to 64 of"):
        switch(code, {}, tmp_path)
    assert trainee({}, tmp_path) == before


@pytest.mark.parametrize("name", ["CARELEVEL_TRAINEE", "JUPYTERHUB_USER"])
def test_a_switch_is_refused_where_the_environment_says_who_it_is(tmp_path: Path, name: str) -> None:
    with pytest.raises(AnswerError, match=f"{name} already says whose record this is"):
        switch("blue-7", {name: "ines"}, tmp_path)


def test_a_given_code_of_other_characters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="CARELEVEL_TRAINEE: not a code"):
        trainee({"CARELEVEL_TRAINEE": "ines@example.org"}, tmp_path)


def test_an_empty_code_file_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / CODE_FILE).touch()
    with pytest.raises(StoreError, match="holds no code; write your code into it"):
        trainee({}, tmp_path)


def test_a_folder_that_is_missing_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder is missing"):
        trainee({}, tmp_path / "nowhere")
