"""JupyterLab and Voilà on the notebooks, each started in this process."""

from __future__ import annotations

import argparse
import json
import os
import webbrowser
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

from carelevel.core.errors import BankError
from carelevel.messages import command as command_messages

FIRST = "00_start_here.ipynb"
QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)
NEWS = "@jupyterlab/apputils-extension:announcements"
"""The plugin that asks about news even where there are none to fetch."""
SAVING = "carelevel.cli.saving.leave_out_outputs"
JUPYTER = Path(__file__).parent / "jupyter"
"""What Jupyter is told of us: plain pages of our own for Voilà, and an extension of JupyterLab."""


def run(chosen: argparse.Namespace) -> int:
    """Serve the notebooks until stopped; BankError where there are none."""
    serve = lab if chosen.command.name == "lab" else app
    os.environ.update(with_jupyter(os.environ))
    return serve(notebooks_folder(chosen.notebooks), chosen.port, not chosen.no_browser, chosen.extra)


def lab(notebooks: Path, port: int | None, browser: bool, extra: Sequence[str]) -> int:
    """JupyterLab on *notebooks* until stopped; *extra*: its own arguments."""
    server = import_module("jupyterlab.labapp").LabApp
    server.serverapp_config = {**server.serverapp_config, "tornado_settings": {"page_config_hook": without_news}}
    server.launch_instance(lab_arguments(notebooks, port, browser, extra))
    return 0


def app(notebooks: Path, port: int | None, browser: bool, extra: Sequence[str]) -> int:
    """Voilà on *notebooks* until stopped; *extra*: its own arguments."""
    # Voilà itself would name, and open, its list of files.
    first = property(lambda self: f"{self.connection_url}voila/render/{FIRST}")
    kind: Any = type("App", (import_module("voila.app").Voila,), {"display_url": first})
    voila = kind.instance()
    voila.launch_browser = lambda: webbrowser.open(voila.display_url)
    voila.initialize(app_arguments(notebooks, port, browser, extra))
    voila.voila_configuration.page_config_hook = partial(with_titles, notebooks)
    voila.start()
    return 0


def with_titles(notebooks: Path, page_config: dict[str, Any], *, notebook_path: str, **_: object) -> dict[str, Any]:
    """*page_config*, which Voilà hands to its page of *notebook_path*; to the list of a folder with its titles."""
    folder = notebooks / notebook_path
    titles = {file.name: _title(file) for file in folder.glob("*.ipynb")} if folder.is_dir() else {}
    page_config["titles"] = {name: title for name, title in titles.items() if title}
    return page_config


def _title(notebook: Path) -> str:
    """'' where it has none, or cannot be read."""
    try:
        return str(json.loads(notebook.read_text("utf-8"))["metadata"]["title"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def with_jupyter(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables by which Jupyter finds the folder JUPYTER, beside what they name already."""
    named = ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH")
    return {name: os.pathsep.join(filter(None, (str(JUPYTER), environment.get(name)))) for name in named}


def notebooks_folder(named: Path | None) -> Path:
    """The folder with the notebooks: *named*, else that of the working folder or one above, else the checkout's."""
    checkout = Path(__file__).resolve().parents[3]
    places = [named] if named else [folder / "notebooks" for folder in (Path.cwd(), *Path.cwd().parents, checkout)]
    for folder in places:
        if (folder / FIRST).is_file():
            return folder.resolve()
    raise BankError([command_messages.NO_NOTEBOOKS.format(folder=named or Path.cwd(), first=FIRST)])


def without_news(_handler: object, page: dict[str, Any]) -> dict[str, Any]:
    """A hook for each page of JupyterLab: its settings, with the plugin that asks about news disabled."""
    return {**page, "disabledExtensions": [*page.get("disabledExtensions", []), NEWS]}


def lab_arguments(notebooks: Path, port: int | None, browser: bool, extra: Sequence[str]) -> list[str]:
    """A workspace of its own: what was left open in JupyterLab otherwise stays away, and stays as it was."""
    return [
        *QUIET,
        f"--ContentsManager.pre_save_hook={SAVING}",
        f"--ServerApp.root_dir={notebooks.parent}",
        f"--LabApp.default_url=/lab/workspaces/carelevel/tree/{quote(notebooks.name, safe='')}/{FIRST}",
        *(["--allow-root"] if _is_root() else []),
        *_common(port, browser, extra),
    ]


def app_arguments(notebooks: Path, port: int | None, browser: bool, extra: Sequence[str]) -> list[str]:
    """What Voilà is started with."""
    return [str(notebooks), *_common(port, browser, extra)]


def _common(port: int | None, browser: bool, extra: Sequence[str]) -> list[str]:
    """What both servers take; *extra*, which the user gave, last."""
    return [*([] if browser else ["--no-browser"]), *([] if port is None else [f"--port={port}"]), *extra]


def _is_root() -> bool:
    """As in a container; Jupyter asks to be told so."""
    return getattr(os, "geteuid", lambda: 1)() == 0
