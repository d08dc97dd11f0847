"""The word lists: each says where it is from, each is used, and none is read before a rule asks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import carelevel.lint
import pytest
from carelevel.core.lint_words import LintWords
from carelevel.lint.word_lists import entries, reworded, word_lists

LINT = Path(carelevel.lint.__file__).parent
LISTS = sorted((LINT / "lists").iterdir())
REWORDED = {"stigma", "doubtful_wording", "british"}


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_a_list_begins_with_where_it_is_from_and_holds_each_entry_once(file: Path) -> None:
    first, *lines = file.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# .+; (written for carelevel|taken (in part )?from .+)", first)
    assert lines
    assert [line for line in lines if line != line.strip() or not line or line.startswith("#")] == []
    words = [word for word, _ in reworded(iter(lines))] if file.stem in REWORDED else lines
    assert len(set(words)) == len(words)


def test_every_list_is_asked_for_by_some_rule() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in LINT.rglob("*.py"))
    assert [file.stem for file in LISTS if f'"{file.stem}"' not in code and f"'{file.stem}'" not in code] == []


def test_every_rewording_says_what_to_write() -> None:
    for name in REWORDED:
        for word, rewording in reworded(entries(name)):
            assert re.match(r"write '|say |name ", rewording), word


def test_importing_lint_reads_no_list() -> None:
    code = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "import carelevel.lint\n"
        "from carelevel.lint.rules import capitals\n"
        "from carelevel.lint.prose import Prose\n"
        "assert not [name for name in opened if name.endswith('.txt')]\n"
        "list(capitals.in_capitals(Prose('Ben Okafor came.')))\n"
        "assert [name for name in opened if name.endswith('first_names.txt')]\n"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr == ""


def test_the_same_words_of_a_bank_are_the_same_lists() -> None:
    words = LintWords(first_names=("Tern",))
    assert word_lists(words) is word_lists(LintWords(first_names=("Tern",)))
    assert "Tern" in word_lists(words)["first_names"]
    assert "Tern" not in word_lists()["first_names"]
