"""The bank and the editor read alike where PyYAML has no libyaml, as in a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from carelevel.authoring.file.opened import read_opened
from carelevel.bank import document, open_bank, yaml_nodes
from carelevel.bank.portrayal_file import read_portrayal

from tests.authoring import conftest as of_authoring
from tests.bank import conftest as of_bank
from tests.bank.conftest import CASES, SWIMMING
from tests.both_parsers import assert_read_alike, both_parsers

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
import tests.without_libyaml
from tests.bank.test_without_libyaml import all_that_is_read
print(json.dumps(all_that_is_read()))
"""

pytestmark = pytest.mark.skipif(yaml_nodes.FAST is None, reason="PyYAML was built without libyaml: nothing to compare")


def all_that_is_read() -> list[str]:
    """Whether libyaml is there, then what the banks hold and what the editor makes of each case."""
    read = list[str]()
    for folder in (CASES, SWIMMING):
        bank = open_bank(folder)
        groups = read_portrayal(folder, bank.criteria)
        opened = [read_opened((folder / f"{case_id}.md").read_text("utf-8"), case_id) for case_id in bank.case_ids()]
        read += map(repr, (bank.criteria, bank.cut(), groups, *bank.check(), *opened))
    return [str(yaml_nodes.FAST is not None and "yaml._yaml" in sys.modules), *read]


def test_whole_banks_are_read_alike_where_pyyaml_is_without_libyaml() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    without_libyaml, with_libyaml = json.loads(ended.stdout), all_that_is_read()
    assert (without_libyaml[0], with_libyaml[0]) == ("False", "True")
    assert without_libyaml[1:] == with_libyaml[1:]


@pytest.mark.parametrize("conftest", [of_bank, of_authoring])
def test_every_text_that_a_test_of_bank_or_authoring_has_read_is_read_without_libyaml_too(conftest: object) -> None:
    assert conftest.both_parsers is both_parsers  # type: ignore[attr-defined]  # used by each test beside it
    assert document.read_nodes is not yaml_nodes.read_nodes


def test_a_text_that_the_two_parsers_read_otherwise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(yaml.SafeLoader):
        def get_event(self) -> yaml.Event:
            event = super().get_event()
            if isinstance(event, yaml.ScalarEvent) and event.value == "yes":
                event.value = "true"
            return event

    monkeypatch.setattr(yaml_nodes, "FAST", Other)
    assert_read_alike("a: no", 9)
    with pytest.raises(AssertionError):
        assert_read_alike("a: yes", 9)
