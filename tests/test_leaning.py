"""What carelevel leans on in other libraries: each thing has a test here, whose failure says what to do.

CONTRIBUTING.md lists them under “What leans on a library”.
"""

from __future__ import annotations

import ast
import inspect
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any, Literal

import nbformat
import pytest
import uvicorn
import yaml
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.file.front_matter import _written, _yaml, folded
from carelevel.bank.front_matter import FrontMatter
from carelevel.bank.vignette import read_vignette
from carelevel.bank.wanted import BOUNDS, SAID
from carelevel.core.criteria import Criteria, Exact, Indication, Whole
from carelevel.feedback.html import tag
from pydantic import Field, TypeAdapter, ValidationError

ROOT = Path(__file__).parents[1]
LIB = ROOT / "lib" / "carelevel"
SHARE = Path(sys.prefix, "share", "jupyter")


# Of the list itself


def test_each_thing_that_is_listed_names_a_test_that_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## What leans on a library")[2].partition("\n## ")[0]
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", section)
    assert len(named) >= 10
    for file, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), f"{file}::{name}"
    here = set(re.findall(r"^def (test_\w+_still_\w+)\(", Path(__file__).read_text("utf-8"), re.MULTILINE))
    assert here <= {name for _, name in named}, "list it in CONTRIBUTING.md, under “What leans on a library”"


PRIVATE = {"argparse._SubParsersAction", "row._mapping", "found._replace"}
"""The first in annotations only, which are never evaluated: mypy tells when it has gone. SQLAlchemy documents the
second, and Python the third: an underscore keeps them apart from the names of columns and fields."""


def foreign_private(file: Path) -> Iterator[str]:
    """Names with an underscore that a module takes from somewhere else."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("carelevel"):
            yield from (f"{node.module}.{one.name}" for one in node.names if is_private(one.name))
            yield from [node.module or ""] * any(map(is_private, (node.module or "").split(".")))
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if any(map(is_private, one.name.split("."))))
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            owner = ast.unparse(node.value)
            if owner.split(".")[0] not in ("self", "cls"):
                yield f"{owner}.{node.attr}"


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("_")


def test_no_module_takes_a_private_name_from_another_library() -> None:
    found = {f"{file.relative_to(LIB)}: {name}" for file in LIB.rglob("*.py") for name in foreign_private(file)}
    left = {one for one in found if one.partition(": ")[2] not in PRIVATE and not is_own(one)}
    assert not left, "use what the library documents; else list it here and in CONTRIBUTING.md, with a contract test"


def is_own(found: str) -> bool:
    """Whether the module itself defines the name, such as the private field of a class of its own."""
    file, _, name = found.partition(": ")
    attribute = name.rpartition(".")[2]
    own = (LIB / file).read_text("utf-8")
    return bool(re.search(rf"(self\.{attribute}\b|\bdef {attribute}\b|^ +{attribute}\b)", own, re.MULTILINE))


WORDS_OF_OTHERS = re.compile(r"""\berror\.problem\b|\berror, "problem"|\["msg"\]|\.msg\b|\.strerror|\.args\[""")
THE_SYSTEMS_OWN = {
    "failure.py",
    "whole_file.py",
    "command.py",
    "migration.py",
    "new.py",
    "text_file.py",
    "errors.py",
    "sqlite_file.py",
    "criteria_file.py",
}
"""They show the operating system's word for why a file cannot be used, in brackets or behind our own; or our own."""


def test_no_sentence_of_another_library_is_shown_or_compared() -> None:
    found = {file.name for file in LIB.rglob("*.py") if WORDS_OF_OTHERS.search(file.read_text("utf-8"))}
    assert found <= THE_SYSTEMS_OWN, "make a sentence of ours from the error's kind and place, as bank/wanted.py does"


# JupyterLab, Voilà, anywidget (for anywidget: tests/widgets/test_face.py)


def bundled(folder: Path, word: str) -> bool:
    return any(word in file.read_text("utf-8", "ignore") for file in folder.rglob("*.js"))


def test_jupyterlab_still_leaves_the_keys_to_what_says_so() -> None:
    says = tag("button", "x")
    assert 'data-lm-suppress-shortcuts="true"' in says
    remedy = (
        "JupyterLab's shortcuts no longer heed data-lm-suppress-shortcuts: a key pressed in a card would edit the "
        "notebook. See what Lumino's CommandRegistry asks of an element now, and write that in widgets/page.py, "
        "review_page.py, dom.js and presenter_stage.js"
    )
    assert bundled(SHARE / "lab" / "static", "lm-suppress-shortcuts"), remedy


def test_jupyterlab_and_voila_still_say_which_theme_is_on() -> None:
    remedy = "dark pages would be drawn light: mend how face.css, progress.css and presenter*.js learn of the theme"
    assert bundled(SHARE / "lab" / "static", "jpThemeLight"), remedy
    assert "theme-dark" in (SHARE / "voila" / "templates" / "lab" / "index.html.j2").read_text("utf-8"), remedy


def test_jupyterlab_still_takes_what_the_lab_command_tells_it() -> None:
    from jupyter_server.serverapp import ServerApp
    from jupyter_server.services.contents.manager import ContentsManager
    from jupyterlab.labapp import LabApp  # as it is imported it asks Node.js for its settings
    from jupyterlab_server import handlers

    remedy = "cli/servers.py starts JupyterLab with options that it no longer has: find what they are called now"
    assert {"news_url", "check_for_updates_class", "default_url"} <= set(LabApp.class_trait_names()), remedy
    assert "root_dir" in ServerApp.class_trait_names(), remedy
    assert "pre_save_hook" in ContentsManager.class_trait_names(), remedy
    assert isinstance(LabApp.serverapp_config, dict), remedy
    assert "page_config_hook" in inspect.getsource(handlers), f"{remedy} (without_news)"
    news = "@jupyterlab/apputils-extension:announcements"
    assert bundled(SHARE / "lab" / "static", news), f"{remedy} (NEWS); else every trainee is asked about news"


def test_voila_still_opens_and_serves_what_the_app_command_expects() -> None:
    from voila.app import Voila
    from voila.configuration import VoilaConfiguration

    remedy = "cli/servers.py replaces launch_browser, to open the first page: see how Voilà opens a browser now"
    assert callable(Voila.launch_browser), remedy
    assert isinstance(inspect.getattr_static(Voila, "connection_url"), property), remedy
    assert "/voila/render/" in inspect.getsource(sys.modules["voila.app"]), remedy
    assert VoilaConfiguration.class_traits()["page_config_hook"], "cli/servers.py names titles by it: see what does now"


def test_voila_still_has_the_blocks_that_our_plain_pages_are_made_of() -> None:
    remedy = "cli/jupyter/voila/templates/carelevel: fill the blocks that Voilà's page has now"
    page = (SHARE / "voila/templates/lab/index.html.j2").read_text("utf-8")
    assert {"notebook_css", "any_cell", "body_footer"} <= set(re.findall(r"block (\w+)", page)), remedy
    assert 'id="rendered_cells"' in page, remedy
    base = (SHARE / "nbconvert/templates/lab/index.html.j2").read_text("utf-8")
    assert "html_head_js_mermaidjs" in base, remedy
    assert "nb.metadata.get('title'" in base, remedy
    listed = (SHARE / "voila/templates/lab/tree.html").read_text("utf-8")
    assert all(part in listed for part in ("block body", "in contents.content", "{{content.name}}")), remedy


def test_jupyterlab_still_takes_a_container_written_by_hand() -> None:
    remedy = "cli/jupyter/labextensions: see how a prebuilt extension is loaded now"
    loader = next((SHARE / "lab" / "static").glob("main.*.js")).read_text("utf-8")
    assert "_JUPYTERLAB" in loader, remedy


def test_uvicorn_still_starts_and_ends_by_the_methods_that_the_room_extends() -> None:
    remedy = "live/server.py ends every stream before uvicorn waits for them: extend what starts and stops it now"
    for name in ("startup", "shutdown"):
        assert list(inspect.signature(getattr(uvicorn.Server, name)).parameters) == ["self", "sockets"], remedy
    assert uvicorn.Server(uvicorn.Config("x:y")).should_exit is False, remedy


# YAML


def test_both_parsers_of_pyyaml_still_give_events_with_places() -> None:
    remedy = "bank/yaml_nodes.py reads events: bring it in line with what PyYAML gives now"
    text = 'a: b # c\nd:\n  - "e"\n'
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        events = list(yaml.parse(text, Loader=loader))
        scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
        assert [(one.value, one.implicit, one.tag, one.anchor) for one in scalars] == [
            *((word, (True, False), None, None) for word in "abd"),
            ("e", (False, True), None, None),
        ], remedy
        assert [(one.start_mark.line, one.start_mark.column) for one in scalars] == [(0, 0), (0, 3), (1, 0), (2, 4)]
        assert [(one.end_mark.line, one.end_mark.column) for one in scalars][:2] == [(0, 1), (0, 4)], remedy


@pytest.mark.parametrize(
    ("text", "kind", "begun", "stopped"),
    [
        ("a: b: c", yaml.scanner.ScannerError, None, (0, 4)),
        ('a: "b', yaml.scanner.ScannerError, (0, 3), (0, 5)),
        ("a: [b", yaml.parser.ParserError, (0, 3), (0, 5)),
        ("a: @b", yaml.scanner.ScannerError, None, (0, 3)),
        ("a: b\n- c", yaml.parser.ParserError, (0, 0), (1, 0)),
    ],
)
def test_pyyamls_own_parser_still_says_where_it_stopped_and_what_it_had_begun(
    text: str, kind: type[yaml.MarkedYAMLError], begun: tuple[int, int] | None, stopped: tuple[int, int]
) -> None:
    remedy = "bank/yaml_broken.py tells what is wrong from these places: bring it in line with what PyYAML gives now"
    with pytest.raises(yaml.MarkedYAMLError) as refused:
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    error = refused.value
    assert type(error) is kind, remedy
    places = [mark and (mark.line, mark.column) for mark in (error.context_mark, error.problem_mark)]
    assert places == [begun, stopped], remedy


def test_ruamel_still_breaks_a_folded_text_where_it_is_told_and_keeps_comments() -> None:
    remedy = "authoring/front.py sets fold_pos and subclasses the representer: see how ruamel.yaml breaks lines now"
    words = "one two three four five six"
    assert _written({"a": folded(words, 12)}) == ("a: >-", "  one two", "  three four", "  five six"), remedy
    data = _yaml().load("# above\na: b # beside\nc: 'd'\n")
    data["a"] = "e"
    assert _written(data) == ("# above", "a: e # beside", "c: 'd'"), remedy
    assert _written({"a": [None, "no"]}) == ("a:", "  - null", "  - 'no'"), remedy


# pydantic

KINDS: dict[str, tuple[Any, object, str | None]] = {
    "string_type": (str, 5, None),
    "string_too_short": (Annotated[str, Field(min_length=1)], "", "min_length"),
    "string_too_long": (Annotated[str, Field(max_length=1)], "ab", "max_length"),
    "string_unicode": (Annotated[str, Field(max_length=9)], "\ud800", None),
    "bool_type": (Annotated[bool, Exact], 1, None),
    "int_type": (Whole, True, None),
    "greater_than_equal": (Annotated[Whole, Field(ge=1)], 0, "ge"),
    "less_than_equal": (Annotated[Whole, Field(le=1)], 2, "le"),
    "literal_error": (Literal["a", "b"], "c", "expected"),
    "dict_type": (dict[str, str], 5, None),
    "dataclass_type": (Indication, 5, None),
    "tuple_type": (tuple[str, ...], 5, None),
    "too_short": (Annotated[tuple[str, ...], Field(min_length=1)], (), "min_length"),
    "too_long": (Annotated[tuple[str, ...], Field(max_length=1)], ("a", "b"), "max_length"),
    "missing": (Indication, {}, None),
    "unexpected_keyword_argument": (Indication, {"x": 1}, None),
    "invalid_key": (Indication, {5: 1}, None),
}


@pytest.mark.parametrize("kind", KINDS)
def test_pydantic_still_names_the_kinds_of_errors_that_our_sentences_are_made_from(kind: str) -> None:
    remedy = "bank/wanted.py, bank/document.py and authoring/draft.py know this kind by that name: bring them in line"
    wanted, value, bound = KINDS[kind]
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(wanted).validate_python(value)
    found = {error["type"]: error.get("ctx", {}) for error in refused.value.errors()}
    aliases = {"missing": "missing_argument", "unexpected_keyword_argument": "extra_forbidden"}
    assert kind in found or aliases.get(kind) in found, remedy
    assert bound is None or bound in found[kind], remedy
    assert set(SAID) | set(BOUNDS) <= set(KINDS)


def test_pydantic_still_asks_our_own_mark_how_strict_a_number_is() -> None:
    remedy = "core/criteria.py's Exact marks the schema of a number as strict: see how pydantic's schemas say so now"
    for kind, wrong in ((Whole, (True, "3", 1.0)), (Annotated[bool, Exact], (1, "true", "yes"))):
        for value in wrong:
            with pytest.raises(ValidationError):
                TypeAdapter(kind).validate_python(value)
    for kind in (Criteria, FrontMatter, Draft):
        assert _strictness(TypeAdapter(kind).core_schema) == {True}, remedy


def _strictness(schema: object) -> set[object]:
    """Of every number and every yes or no in a schema, whether it is strict."""
    if isinstance(schema, dict):
        own = {schema.get("strict")} if schema.get("type") in ("int", "bool", "float") else set()
        return own.union(*map(_strictness, schema.values()))
    return set().union(*map(_strictness, schema)) if isinstance(schema, list | tuple) else set()


# Markdown, databases, notebooks as tests


def test_markdown_still_keeps_names_that_html_would_run() -> None:
    remedy = "bank/vignette.py finds them in meta['insecure_attrs'] of mdit-py-plugins' spans: see where they are now"
    (section,) = read_vignette("## A\n\n[It came.]{#x onset=early action=b home=steady}", "").sections
    assert section.evidence[0].findings == {"onset": "early", "action": "b", "home": "steady"}, remedy
    assert section.evidence[0].id == "x", remedy


def test_sqlite_still_tells_its_errors_by_code(tmp_path: Path) -> None:
    remedy = "store/failure.py words an error by the low byte of sqlite_errorcode: see how Python gives the code now"
    (tmp_path / "text").write_text("no database at all, and longer than a header " * 20)
    for place, code in ((tmp_path / "text", sqlite3.SQLITE_NOTADB), (tmp_path, sqlite3.SQLITE_CANTOPEN)):
        with pytest.raises(sqlite3.Error) as refused, closing(sqlite3.connect(place)) as connection:
            connection.execute("SELECT * FROM sqlite_master").fetchall()
        assert refused.value.sqlite_errorcode & 0xFF == code, remedy


def test_nbval_still_fails_for_a_cell_that_raises(tmp_path: Path) -> None:
    remedy = "notebooks/ would pass whatever happens in them: see what nbval's --nbval-lax does now (pyproject.toml)"
    for name, source in (("sound", "1"), ("raising", "1 / 0")):
        cells = [nbformat.v4.new_code_cell(source)]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / f"{name}.ipynb")
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "--nbval-current-env", "-q", "-p", "no:cacheprovider"]
    ended = subprocess.run([*command, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert re.search("1 failed, 1 passed", ended.stdout), f"{remedy}\n{ended.stdout[-2000:]}"
