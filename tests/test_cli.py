"""The `carelevel` command: what it prints, where, and its exit status."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import nbformat
import pytest
from carelevel.cli import main, servers
from carelevel.cli.saving import leave_out_outputs
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES

from tests.conftest import our_bank

ROOT = Path(__file__).parents[1]
SWIMMING = ROOT / "tests" / "banks" / "swimming"
NOTICE = our_bank().criteria.notice
MIXED = ["home=tempting", "sober_living=available", "opioid_use=using", "work_family=job"]


def streamed(lines: Iterable[bytes], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"".join(lines))))
    return main(["assess", "--stream"])


# What starts


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, contextlib\n"
        "from carelevel.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "heavy = {'jupyterlab', 'jupyter_server', 'ipywidgets', 'anywidget', 'pandas', 'sqlalchemy', 'pydantic'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_every_command_is_in_the_readme_and_every_command_of_the_readme_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    offered = set(re.findall(r"^    ([\w-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE))
    written = set(
        re.findall(r"\bcarelevel ([\w-]+)", " ".join(re.findall(r"`[^`\n]+`", (ROOT / "README.md").read_text())))
    )
    assert offered >= {"lab", "app", "check", "schema", "assess"}
    assert written == offered


def test_lab_opens_the_first_notebook_quietly_in_a_workspace_of_its_own(tmp_path: Path) -> None:
    arguments = servers.lab_arguments(tmp_path / "notebooks", 9999, False, ["--ServerApp.token=x"])
    assert f"--ServerApp.root_dir={tmp_path}" in arguments
    assert "--LabApp.default_url=/lab/workspaces/carelevel/tree/notebooks/00_start_here.ipynb" in arguments
    assert {"--LabApp.news_url=None", "--no-browser", "--port=9999"} <= set(arguments)
    assert arguments[-1] == "--ServerApp.token=x"


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("my notes #1 100%", "my%20notes%20%231%20100%25"),
        ("what?&a=b", "what%3F%26a%3Db"),
        ("a%20b", "a%2520b"),
        ("Übung", "%C3%9Cbung"),
    ],
)
def test_the_link_to_the_first_notebook_holds_whatever_its_folder_is_called(
    name: str, quoted: str, tmp_path: Path
) -> None:
    arguments = servers.lab_arguments(tmp_path / name, None, True, [])
    assert f"--LabApp.default_url=/lab/workspaces/carelevel/tree/{quoted}/00_start_here.ipynb" in arguments
    assert f"--ServerApp.root_dir={tmp_path}" in arguments


def test_jupyter_finds_our_pages_and_our_extension_beside_what_it_was_told(tmp_path: Path) -> None:
    named = servers.with_jupyter({"JUPYTER_PATH": str(tmp_path)})
    assert named["JUPYTER_PATH"].split(os.pathsep) == [str(servers.JUPYTER), str(tmp_path)]
    assert named["JUPYTER_CONFIG_PATH"] == str(servers.JUPYTER)
    installed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["data-files"]
    files = {file for globs in installed.values() for one in globs for file in ROOT.glob(one)}
    assert files == {file for file in servers.JUPYTER.rglob("*") if file.is_file()}
    for place, globs in installed.items():
        here = servers.JUPYTER / place.removeprefix("etc/jupyter").removeprefix("share/jupyter/")
        assert all(file.parent == here for one in globs for file in ROOT.glob(one)), "found by the same names"


def test_the_list_of_a_folder_is_told_each_notebooks_title_and_a_broken_one_keeps_its_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "notebooks", tmp_path / "all")
    (tmp_path / "all" / "broken.ipynb").write_text("{")
    (tmp_path / "all" / "untitled.ipynb").write_text('{"metadata": {}}')
    config = {"appUrl": "voila/"}
    told = servers.with_titles(tmp_path, config, notebook_path="all", base_url="/")
    assert told is config, "Voilà's list goes on with what it handed out"
    assert told["titles"]["03_my_progress.ipynb"] == "My progress"
    assert set(told["titles"]) == {file.name for file in (ROOT / "notebooks").glob("*.ipynb")}
    assert servers.with_titles(tmp_path, {}, notebook_path="all/03_my_progress.ipynb") == {"titles": {}}


def test_lab_says_to_jupyter_that_root_is_meant_only_where_it_is_root(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert "--allow-root" in servers.lab_arguments(tmp_path, None, True, [])
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in servers.lab_arguments(tmp_path, None, True, [])


def test_the_notebooks_are_found_in_the_working_folder_above_it_and_in_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert servers.notebooks_folder(None) == ROOT / "notebooks"
    own = tmp_path / "notebooks"
    (own / "deeper").mkdir(parents=True)
    (own / servers.FIRST).write_text("{}")
    assert servers.notebooks_folder(None) == own
    monkeypatch.chdir(own / "deeper")
    assert servers.notebooks_folder(None) == own


def test_a_folder_without_notebooks_is_refused_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lab", "--notebooks", str(tmp_path)]) == 2
    assert "--notebooks" in capsys.readouterr().err


@pytest.mark.parametrize(("command", "module"), [("lab", "jupyterlab"), ("app", "voila"), ("room", "uvicorn")])
def test_a_command_whose_library_is_not_installed_names_what_installs_it(command: str, module: str) -> None:
    program = (  # what Python says then is what it says where the library is missing
        f"import sys; sys.modules[{module!r}] = None\nfrom carelevel.cli import main; sys.exit(main([{command!r}]))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (
        2,
        f"{module} is not installed; install it with: python -m pip install 'carelevel[desktop]'\n",
    )


def test_only_servers_take_arguments_after_two_hyphens(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--", "--debug"])
    assert "--debug" in capsys.readouterr().err


# What is answered


def test_an_answer_in_json_has_every_key_and_the_notice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", *MIXED, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["level"], answer["accepted"]) == (
        "partial_hospitalization",
        ["partial_hospitalization", "residential"],
    )
    assert (answer["basis"], answer["settled"], answer["refer_accepted"]) == ("contested", False, False)
    assert answer["withdrawal_first"] is True
    assert answer["withdrawal_setting"] == ["check_in_then_home", "home_with_medical_contact"]
    assert (answer["supports"], answer["therapies"]) == (["sober_living", "support_group"], [])
    assert answer["tasks"] == ["manage_medication", "commit_to_every_day"]
    assert answer["by_level"]["residential"]["tasks"] == ["arrange_work_and_family"]
    assert answer["range"] == ["outpatient", "residential"]
    assert answer["red_flags"] == []
    assert answer["safety_questions"][:2] == ["pregnancy", "suicidal_thoughts"]
    assert answer["flag_questions"] == []
    assert answer["nearest"]["up"] == [{"sober_living": "unavailable"}]
    assert {"home": "steady"} in answer["nearest"]["down"]
    reason = answer["reasons"][0]
    assert (reason["rule"], reason["effect"], reason["findings"]["home"]) == ("tempting-home", "eased", "tempting")
    assert (reason["kind"], reason["level"]) == ("yielding", "partial_hospitalization")
    assert reason["claims"] == ["B6", "A17", "A18", "A32"]
    assert answer["notice"] == NOTICE


def test_a_red_flag_leaves_every_part_of_the_answer_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", "pregnancy=present", "support=strong", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["level"], answer["accepted"], answer["basis"]) == ("escalate", [], "outside_sources")
    assert [answer[name] for name in ("range", "withdrawal_first", "settled")] == [None, None, None]
    [red_flag] = answer["red_flags"]
    assert (red_flag["flag"], red_flag["soon"]) == ("pregnancy", "before any withdrawal")
    assert "abruptly" in red_flag["says"]
    assert red_flag["references"] == ["acog-711", "tip63"]
    assert answer["refer_accepted"] is None
    assert "suicidal_thoughts" in answer["safety_questions"]
    lists = ("supports", "therapies", "tasks", "withdrawal_setting", "open_questions", "why_not")
    assert [answer[name] for name in lists] == [[]] * len(lists)
    assert answer["nearest"] == {"up": None, "down": None}
    assert answer["notice"] == NOTICE


def test_an_answer_in_words_says_the_level_the_reasons_and_where_they_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["assess", *MIXED]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(NOTICE)
    assert "PARTIAL HOSPITALIZATION" in told
    assert "Accepted too: Residential." in told
    assert "Article B, “When Inpatient Treatment May Be Better”, paragraph 2" in told
    assert "loses tolerance" in told  # for safety, beside every answer


def test_another_banks_flags_and_lists_stand_in_its_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", "--bank", str(SWIMMING), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "withdrawal_first" not in answer
    assert answer["level"] == "lanes"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["pers=pressure_to_use"], "did you mean 'peers'?"),
        (["peers=presure_to_use"], "did you mean 'pressure_to_use'?"),
        (["peers"], "peers=pressure_to_use"),
        (["perss"], "did you mean 'peers'?"),
        (["support=strong", "support=none"], "'support' is stated twice"),
        (["--stream", "support=strong"], "give none beside it"),
    ],
)
def test_what_the_bank_does_not_have_is_refused_with_a_suggestion(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err


# What is streamed


def test_a_stream_answers_each_line_in_turn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert streamed([b'{"home": "tempting"}\n', b"{}\n", b'{"under_18": "present"}'], monkeypatch) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["level"] for answer in answers] == ["residential", "outpatient", "escalate"]
    assert {answer["notice"] for answer in answers} == {NOTICE}


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense\n",
        b"\n",
        b"[]\n",
        b"\xff\xfe\n",
        b'{"support": 1}\n',
        b'{"support": {"a": "b"}}\n',
        b'{"support": "strong", "support": "none"}\n',
        b'{"suport": "strong"}\n',
        b'{"\\ud800": "strong"}\n',
        b"[" * 60_000 + b"\n",
        b'{"support": "' + b"x" * 3 * LONGEST_LINE_BYTES + b'"}\n',
    ],
)
def test_a_bad_line_of_a_stream_has_an_error_of_its_own_and_the_next_is_answered(
    line: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert streamed([line, b'{"home": "tempting"}\n'], monkeypatch) == 2
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(first) == {"error"}
    assert len(first["error"]) <= 500
    assert second["level"] == "residential"


# What is saved


def test_a_notebook_of_ours_is_saved_as_it_came_whatever_a_run_left_in_it() -> None:
    file = ROOT / "notebooks" / "00_start_here.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.metadata["widgets"] = {"state": {}}
    notebook.metadata["language_info"]["version"] = "3.99"
    for number, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
        cell.execution_count = number
        cell.outputs = [nbformat.v4.new_output("stream", text="whose record this is")]
    leave_out_outputs({"type": "notebook", "content": notebook}, path="00_start_here.ipynb", contents_manager=None)
    assert nbformat.writes(notebook) + "\n" == file.read_text("utf-8")


def test_a_cell_of_ones_own_keeps_its_output() -> None:
    output = nbformat.v4.new_output("stream", text="mine")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print('mine')", outputs=[output])])
    leave_out_outputs({"type": "notebook", "content": notebook})
    assert notebook.cells[0].outputs == [output]


def test_jupyterlab_is_told_to_leave_its_news_plugin_out() -> None:
    page = servers.without_news(None, {"disabledExtensions": ["other"], "appName": "JupyterLab"})
    assert page == {"disabledExtensions": ["other", servers.NEWS], "appName": "JupyterLab"}
