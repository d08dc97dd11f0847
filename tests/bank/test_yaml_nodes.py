"""A file reads the same, and is refused with the same sentence on the same line, with and without libyaml.

The mistakes of criteria are compared as nodes where each has its own test (`tests/both_parsers.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest
import yaml
from carelevel.authoring.draft.draft import DraftError
from carelevel.authoring.file.opened import read_opened
from carelevel.bank import yaml_nodes
from carelevel.bank.case_file import read_case
from carelevel.bank.criteria_file import read_criteria
from carelevel.bank.document import read
from carelevel.bank.front_matter import cut_texts, divide, read_head
from carelevel.bank.yaml_broken import Broken
from hypothesis import given

from tests.bank import test_case_file, test_yaml_broken
from tests.bank.conftest import CASE, CASES, SWIMMING, edited
from tests.bank.test_bad_input import FILES
from tests.bank.test_fuzz import QUICK, RULES, STORIES, edits

pytestmark = pytest.mark.skipif(yaml_nodes.FAST is None, reason="PyYAML was built without libyaml: nothing to compare")

HEAD = CASE.split("## Intake")[0]
SIGNS = "[]{}#:`*&_<>|'\"!%@~?\\,- \t=\x07\ufeff\n0é"
SHORT = """\
---
id: late-bus
title: "The late" # bus
key: {level: x, also: [y, 'z']}
twins:
  - id: a
    swap:
      b: >-
        c d
---
"""
"""A front matter of every form, so short that each sign can be tried at each place of it."""


@pytest.fixture(autouse=True)
def both_parsers() -> None:
    """In the place of the room's own: here each text is read by both as it is."""


def told_of_head(text: str) -> object:
    """What the bank makes of the front matter of a case file."""
    divided, mistakes = divide(text, "x")
    if divided is None:
        return mistakes
    head, mistakes = read_head(divided, "x")
    return mistakes, head and head.front, list(cut_texts(text, "x"))


def told_of_opened(text: str) -> object:
    """And what the editor does."""
    try:
        opened = read_opened(text, "x")
    except DraftError as error:
        return str(error)
    return told_of_head(text), opened.draft, opened.front, opened.data


def assert_same(texts: Iterable[str], told: Callable[[str], object], monkeypatch: pytest.MonkeyPatch) -> None:
    for text in texts:
        with monkeypatch.context() as patched:
            patched.setattr("carelevel.bank.document.read_nodes", read_once())
            with_libyaml = told(text)
            patched.setattr("carelevel.bank.document.read_nodes", read_once())
            patched.setattr(yaml_nodes, "FAST", None)
            assert with_libyaml == told(text), text


def read_once() -> Callable[[str, int], yaml_nodes.Read]:
    """A reader that remembers what it made of a text: a head is asked for several times."""

    @cache
    def made(text: str, most: int) -> yaml_nodes.Read | Broken:
        try:
            return yaml_nodes.read_nodes(text, most)
        except Broken as broken:
            return broken

    def read(text: str, most: int) -> yaml_nodes.Read:
        nodes = made(text, most)
        if isinstance(nodes, Broken):
            raise nodes
        return nodes

    return read


def named(test: Callable[..., object]) -> Iterator[tuple[str, str]]:
    """What a test of one mistake after another puts in the place of what."""
    (parametrized,) = test.pytestmark  # type: ignore[attr-defined]
    return ((row[0], row[1]) for row in parametrized.args[1])


def test_every_mistake_of_a_case_that_a_test_names(monkeypatch: pytest.MonkeyPatch) -> None:
    one = test_case_file.test_each_mistake_is_one_line_that_says_where_what_and_how_to_mend_it
    broken = test_yaml_broken.test_broken_yaml_is_named_with_its_line_and_whoever_does_as_told_has_a_sound_file
    changed = [edited(old, new) for test in (one, broken) for old, new in named(test)]
    bad = [content for content, _ in FILES.values() if isinstance(content, str) and len(content) < 100_000]
    assert_same([*changed, *bad], told_of_opened, monkeypatch)


def test_a_head_that_is_cut_off_at_any_place(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_same((f"{HEAD[:at]}\n---\n" for at in range(4, len(HEAD))), told_of_head, monkeypatch)


def test_a_head_with_any_sign_at_any_place(monkeypatch: pytest.MonkeyPatch) -> None:
    places = range(4, SHORT.rindex("---"))
    texts = (SHORT[:at] + sign + SHORT[at:] for at in places for sign in SIGNS)
    assert_same(texts, told_of_head, monkeypatch)


@QUICK
@given(text=edits(STORIES))
def test_a_story_edited_anyhow(text: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert_same([text], told_of_head, monkeypatch)


def test_the_banks_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> tuple[list[str], list[object]]:
        criteria = [read_criteria(folder) for folder in (CASES, SWIMMING)]
        return list(map(repr, criteria)), [read_case(text, "x", "x", criteria[0]) for text in STORIES]

    with_libyaml = told()
    monkeypatch.setattr(yaml_nodes, "FAST", None)
    assert told() == with_libyaml


def test_what_libyaml_reads_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other parser takes ten times as long: it is for what libyaml refuses."""
    asked = list[type[yaml.SafeLoader]]()
    parse = yaml.parse

    def watched(text: str, Loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:
        asked.append(Loader)
        return parse(text, Loader=Loader)

    monkeypatch.setattr(yaml, "parse", watched)
    for text in (RULES, HEAD[4:-4]):
        document, mistakes = read(text, "x")
        assert document
        assert mistakes == []
    assert asked == [yaml_nodes.FAST] * 2
