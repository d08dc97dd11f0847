"""Broken YAML is told in our own sentence, and whoever does what it says has a file that passes."""

from __future__ import annotations

import pytest
import yaml
from carelevel.bank import yaml_nodes
from carelevel.bank.document import read

from tests.bank.conftest import CASE, Check, edited

TITLE = "title: The late bus"
KEY = "key: {level: outpatient, withdrawal_first: false}"
DISCUSS = "discuss: What else would you ask?"
SWAP = "      sister: >-\n        There is nobody to ring."
IN_QUOTES = "put the whole text in quotes"


@pytest.mark.parametrize(
    ("old", "new", "mistake", "mended"),
    [
        # quotes
        (TITLE, "title: x: y", f"3: broken YAML: a colon within a text; {IN_QUOTES}", 'title: "x: y"'),
        (
            TITLE,
            "title: Late: the bus",
            f"3: broken YAML: a colon within a text; {IN_QUOTES}",
            "title: 'Late: the bus'",
        ),
        (
            TITLE,
            'title: "The late bus',
            "3: broken YAML: a quotation mark that is not closed; close it",
            'title: "A bus"',
        ),
        (
            TITLE,
            "title: 'The late bus",
            "3: broken YAML: a quotation mark that is not closed; close it",
            "title: 'A bus'",
        ),
        (
            TITLE,
            'title: "The" late bus',
            '3: broken YAML: a text goes on after its closing mark “"”; put the whole text in quotes of the other kind',
            "title: '\"The\" late bus'",
        ),
        (
            TITLE,
            "title: 'Ola's bus'",
            "3: broken YAML: a text goes on after its closing mark “'”; put the whole text in quotes of the other kind",
            'title: "Ola\'s bus"',
        ),
        (TITLE, "title: [The] bus", "3: broken YAML: a text goes on after its closing mark “]”;", 'title: "[The] bus"'),
        (
            TITLE,
            'title: "The \\late bus"',
            "3: broken YAML: a backslash within double quotes; write two of them",
            'title: "The \\\\late bus"',
        ),
        (
            TITLE,
            'title: "The \\UFFFFFFFF bus"',
            "3: broken YAML: a backslash within double quotes; write two of them, or put single quotes around",
            "title: 'The \\UFFFFFFFF bus'",
        ),
        (
            TITLE,
            'title: "The \\ud800 bus"',
            "3: broken YAML: a character that it does not have (U+D800)",
            "title: A bus",
        ),
        (TITLE, 'title: "The \\e bus"', "3: broken YAML: a character that it does not have (U+001B)", "title: A bus"),
        # signs that begin something else
        (TITLE, "title: @late", f"3: broken YAML: a text that begins with “@”; {IN_QUOTES}", 'title: "@late"'),
        (TITLE, "title: `late`", f"3: broken YAML: a text that begins with “`”; {IN_QUOTES}", 'title: "`late`"'),
        (TITLE, "title: %late", f"3: broken YAML: a text that begins with “%”; {IN_QUOTES}", 'title: "%late"'),
        (TITLE, "title: !late", f"3: broken YAML: a text that begins with “!”; {IN_QUOTES}", 'title: "!late"'),
        (TITLE, "title: ! late", f"3: broken YAML: a text that begins with “!”; {IN_QUOTES}", 'title: "! late"'),
        (
            TITLE,
            "title: & late",
            "3: an anchor or alias (& or *); write the value out, or put it in",
            'title: "& late"',
        ),
        (TITLE, "title: *", "3: an anchor or alias (& or *); write the value out, or put it in quotes", 'title: "*"'),
        (
            TITLE,
            "title: - late",
            "3: broken YAML: a “-” before a text; begin a list on the next line",
            'title: "- late"',
        ),
        (TITLE, "title: > late", "3: broken YAML: “>” before a text; begin the text on the next", "title: >\n  late"),
        (
            TITLE,
            "title: >#late\n  x",
            "3: broken YAML: “>” before a text; begin the text on the next",
            "title: >\n  late",
        ),
        (TITLE, "title: ] late", "3: broken YAML: a “]” that belongs to no bracket; take it away", "title: late"),
        (TITLE, "title: , late", "3: broken YAML: a “,” that belongs to no bracket; take it away", "title: late"),
        (TITLE, "%YAML 1.1\ntitle: late", "4: broken YAML: ", "title: late"),
        # brackets
        (
            KEY,
            "key: {level: outpatient withdrawal_first: false}",
            "5: broken YAML: a bracket “{” is not closed before this; close it, put a comma between its parts",
            KEY,
        ),
        (KEY, KEY[:-1], "6: broken YAML: a bracket “{” is not closed before this; close it", KEY),
        (KEY, f"{KEY}}}", "5: broken YAML: a text goes on after its closing mark “}”", KEY),
        (
            KEY,
            f"key: [{KEY[5:]}",
            "6: broken YAML: a bracket “[” is not closed before this; close it",
            f"key: [{KEY[5:]}]",
        ),
        # comments
        (
            TITLE,
            "title: Bed #4\n  of nine",
            f"3: broken YAML: the text ends at ' #', where a comment begins; {IN_QUOTES}",
            'title: "Bed #4\n  of nine"',
        ),
        (
            KEY,
            "key: {level: outpatient # or so, withdrawal_first: false}",
            f"5: broken YAML: the text ends at ' #', where a comment begins; {IN_QUOTES}",
            KEY,
        ),
        # lines and what stands before them
        (TITLE, "\ttitle: late", "3: broken YAML: a tab at the beginning of a line; put spaces in its place", TITLE),
        (
            KEY,
            "key:\n\tlevel: outpatient",
            "6: broken YAML: a tab at the beginning of a line",
            "key:\n  level: outpatient",
        ),
        (TITLE, "title: A\n\tbus", "4: broken YAML: a tab at the beginning of a line; put spaces", "title: A\n  bus"),
        (
            KEY,
            "key:\n  level: outpatient\n    withdrawal_first: false",
            "7: broken YAML: this line stands further in than it may; line it up with the lines that it belongs to",
            "key:\n  level: outpatient\n  withdrawal_first: false",
        ),
        (
            KEY,
            "key:\n   level: outpatient\n  withdrawal_first: false",
            "7: broken YAML: this line does not fit the ones above it; line it up with them",
            "key:\n  level: outpatient\n  withdrawal_first: false",
        ),
        (
            TITLE,
            "title The late bus",
            "3: broken YAML: a line without a colon after its name; write 'name: value'",
            TITLE,
        ),
        (
            TITLE,
            "title:The late bus",
            "3: broken YAML: a line without a colon after its name; write 'name: value'",
            TITLE,
        ),
        (TITLE, "? title\n: late", "3: broken YAML: a line without a colon after its name", TITLE),
        (SWAP, "      sister: >-\n      Nobody rings.", "11: broken YAML: a line without a colon after its name", SWAP),
        (TITLE, f"--- x\n{TITLE}", "3: broken YAML: a second text begins here", TITLE),
        (TITLE, f"[a, b]: c\n{TITLE}", "3: broken YAML: a name that is a list or has brackets; put the name in", TITLE),
        # characters
        (
            TITLE,
            "title: The \x07late bus",
            "3: broken YAML: a character that it does not have (U+0007); delete it",
            TITLE,
        ),
        (TITLE, "title: The \ufefflate bus", "3: broken YAML: a character that it does not have (U+FEFF)", TITLE),
        (TITLE, "title: The \ufdd0late bus", "3: broken YAML: a character that it does not have (U+FDD0)", TITLE),
    ],
)
def test_broken_yaml_is_named_with_its_line_and_whoever_does_as_told_has_a_sound_file(
    check: Check, old: str, new: str, mistake: str, mended: str
) -> None:
    found = check(edited(old, new))
    assert len(found) == 1, "\n".join(found)
    assert found[0].startswith(mistake), found[0]
    assert check(edited(old, mended)) == []


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("title:\tlate", {"title": "late"}),
        ("title: late\tbus", {"title": "late bus"}),
        ("title: |\n  a\n  \tb", {"title": "a\n\tb"}),
        ("ask: [What?, {a: Who?, b: a? b}]", {"ask": ["What?", {"a": "Who?", "b": "a? b"}]}),
        ("ask: ? what", {"ask": "? what"}),
        ('{"a": "b", "c":d}', {"a": "b", "c": "d"}),
        ("a: yes\nb: 1:30\nc: 2024-01-01\nd: 1e5\ne: 012", dict(a="yes", b="1:30", c="2024-01-01", d="1e5", e="012")),
        ("a: true\nb: ~\nc: -7\nd:\ne: 'true'", dict(a=True, b=None, c=-7, d=None, e="true")),
        ("a: \x85b \u2028c", {"a": "b  c"}),
        ("# nothing\n", None),
    ],
)
def test_what_every_parser_can_be_brought_to_read_is_read(
    text: str, data: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fast in (yaml_nodes.FAST, None):
        monkeypatch.setattr(yaml_nodes, "FAST", fast)
        document, mistakes = read(text, "x")
        assert mistakes == []
        assert document
        assert document.data == data


class Moody(yaml.SafeLoader):
    """A release of PyYAML with limits and sentences of its own."""

    def fetch_more_tokens(self) -> None:
        if self.flow_level > 20:
            raise yaml.scanner.ScannerError("while feeling", self.get_mark(), "not today", self.get_mark())
        super().fetch_more_tokens()


@pytest.mark.parametrize("fast", [None, Moody])
def test_a_parser_with_other_limits_and_sentences_changes_none_of_ours(
    fast: type[yaml.SafeLoader] | None, monkeypatch: pytest.MonkeyPatch, check: Check
) -> None:
    """What PyYAML 6.0.4 did: it gave up at a depth of 1,000, in words that then stood in our messages."""
    monkeypatch.setattr(yaml_nodes, "FAST", fast)
    monkeypatch.setattr(yaml, "SafeLoader", Moody)
    assert check(edited(TITLE, "title: " + "[" * 3_000)) == ["3: nested deeper than 12 levels; flatten it"]
    assert check(edited(TITLE, "title: " + "{a: " * 3_000)) == ["3: nested deeper than 12 levels; flatten it"]
    assert check(CASE) == []


def test_an_error_without_a_place_still_has_a_line_and_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(yaml.SafeLoader):
        def fetch_more_tokens(self) -> None:
            raise yaml.YAMLError

    monkeypatch.setattr(yaml_nodes, "FAST", Silent)
    monkeypatch.setattr(yaml, "SafeLoader", Silent)
    _, mistakes = read("a: b", "x")
    assert [str(mistake) for mistake in mistakes] == [
        "x:1: broken YAML: it cannot be made out here; check quotes, colons and indentation there"
    ]
