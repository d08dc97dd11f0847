"""The tests of the bank and of the editor pass where PyYAML has no libyaml, as in a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from carelevel.bank import yaml_nodes

ROOT = Path(__file__).parents[2]
PLUGIN = "tests.without_libyaml"
CHOSEN = ("tests/bank", "tests/authoring", "-m", "not bench and not fuzz", "-q", "-p", "no:cacheprovider", "-p", PLUGIN)
FEWEST = 350
"""Tests that must have run: more than a folder by itself has."""


@pytest.mark.skipif(PLUGIN in sys.modules, reason="this is the run without libyaml")
def test_the_tests_of_bank_and_authoring_pass_without_libyaml_too() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *CHOSEN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-4000:]
    passed = re.search(r"(\d+) passed", ended.stdout)
    assert passed
    assert int(passed[1]) >= FEWEST


@pytest.mark.skipif(PLUGIN not in sys.modules, reason="only in the run without libyaml")
def test_in_that_run_there_is_no_libyaml_to_be_had() -> None:
    assert yaml_nodes.FAST is None
    with pytest.raises(ImportError):
        __import__("yaml._yaml")
