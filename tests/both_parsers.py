"""Every YAML text that a test has the bank or the editor read is read without libyaml too, to the same end.

What follows from a text's nodes, or from the sentence with which it is refused, is the same then: neither knows by
which parser it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from carelevel.bank import document, yaml_nodes
from carelevel.bank.yaml_broken import Broken

FAST = yaml_nodes.FAST
compared: set[tuple[str, int]] = set()
"""Texts that have been read by both parsers in this process, each with how many nodes it may have."""


def outcome(text: str, most: int) -> object:
    """The nodes of *text*, or what is said of it on which line."""
    try:
        read = yaml_nodes.read_nodes(text, most)
    except Broken as refused:
        return refused.line, refused.problem, refused.remedy
    return told(read.root), list(map(told, read.repeated))


def told(node: yaml_nodes.Node | None) -> object:
    """A node with all within it; where on its line nothing stands, the parsers need not agree on."""
    if isinstance(node, yaml_nodes.Text):
        return replace(node, column=node.column if node.text else 0)
    if isinstance(node, yaml_nodes.Items):
        return node.line, list(map(told, node.items))
    return node and (node.line, [(told(key), told(value)) for key, value in node.entries])


def assert_read_alike(text: str, most: int) -> None:
    """Both parsers read the same nodes in *text*, or refuse it with the same sentence on the same line."""
    with_libyaml = outcome(text, most)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(yaml_nodes, "FAST", None)
        assert outcome(text, most) == with_libyaml, text


@pytest.fixture(autouse=True)
def both_parsers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Looks when the test has ended, so that parsers which it puts in place of ours are gone; not for `fuzz`."""
    if FAST is None or request.node.get_closest_marker("fuzz"):
        yield
        return
    texts: list[tuple[str, int]] = []
    read_nodes = document.read_nodes

    def noted(text: str, most: int) -> yaml_nodes.Read:
        texts.append((text, most))
        return read_nodes(text, most)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(document, "read_nodes", noted)
        yield
    for text in dict.fromkeys(texts):
        if text not in compared:
            assert_read_alike(*text)
            compared.add(text)
