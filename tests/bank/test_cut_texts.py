"""A text without quotes ends at ` #` for YAML: whoever wrote it is told, and comments that are meant stay free."""

from __future__ import annotations

import time
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.bank.criteria_file import TEXTS as CRITERIA_TEXTS
from carelevel.bank.front_matter import TEXTS as CASE_TEXTS
from carelevel.bank.front_matter import FrontMatter, cut_texts
from carelevel.bank.portrayal_file import TEXTS as PORTRAYAL_TEXTS
from carelevel.bank.portrayal_file import Portrayed
from carelevel.core.criteria import Criteria

from tests.bank.conftest import CASE, CASES, READING, SWIMMING, edited

SECONDS = 2.0
REMEDY = "put the whole text in quotes, or the comment on a line of its own"
PORTRAYAL = """\
axes:
  - id: age
    name: Age #1
    groups:
      - {id: young, name: Young, words: [young]} # in years
      - id: old
        name: Old
        words:
          - pensioner #2
          - "grey #3" # whole
"""


def told(text: str) -> list[str]:
    return [f"{cut.line}: {cut.problem}; {cut.remedy}" for cut in cut_texts(text, "x")]


@pytest.mark.parametrize(
    ("old", "new", "line", "name", "comment"),
    [
        ("title: The late bus", "title: Bed #4 of nine", 3, "title", "#4 of nine"),
        ("title: The late bus", "title: Bed # 4 of nine", 3, "title", "# 4 of nine"),
        ("title: The late bus", "title: Bed\t#4", 3, "title", "#4"),
        ("title: The late bus", "title:\n  Bed #4?", 4, "title", "#4?"),
        (
            "discuss: What else",
            "discuss: Why #1 and not #2, or what else",
            6,
            "discuss",
            "#1 and not #2, or what else would you as …",
        ),
        ("sister: >-\n        There is nobody to ring.", "sister: Nobody is #1 there.", 10, "sister", "#1 there."),
        ("twins:", "dissent:\n  level: residential\n  reason: Bed #4 is free\ntwins:", 9, "reason", "#4 is free"),
    ],
)
def test_a_text_of_a_case_that_is_cut_at_a_comment_is_named_on_its_line(
    old: str, new: str, line: int, name: str, comment: str
) -> None:
    told_of = f"{line}: '{name}' ends before “{comment}”, which is a comment and is left out; {REMEDY}"
    assert told(edited(old, new)) == [told_of]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The late bus", 'title: "Bed #4 of nine"'),
        ("title: The late bus", "title: 'Bed #4' # not the title yet"),
        ("title: The late bus", "title: Bed#4"),
        ("title: The late bus", "# Bed #4\ntitle: The late bus\n  # of nine"),
        ("There is nobody to ring.", "There is nobody to ring #4."),
        ("difficulty: 1", "difficulty: 1 # clear, or #2"),
        ("id: late-bus", "id: late-bus # the name of the file"),
        ("  - id: nobody-home", "  - id: nobody-home # the twin"),
        ("withdrawal_first: false}\ndiscuss", "withdrawal_first: false} # does not use now\ndiscuss"),
        ("{support: none}", "{support: none} # nobody"),
        ("findings: {support: none}", "findings:\n      support: none # nobody"),
    ],
)
def test_a_comment_that_is_meant_and_a_text_in_quotes_are_fine(old: str, new: str) -> None:
    assert told(edited(old, new)) == []


def test_the_case_is_read_all_the_same_and_the_bank_says_what_was_cut(bank: Bank) -> None:
    (bank.folder / "late-bus.md").write_text(edited("title: The late bus", "title: Bed #4 of nine"))
    checked = bank.checked("late-bus")
    assert checked.case
    assert checked.case.title == "Bed"
    assert [str(cut).split(",")[0] for cut in checked.cut] == ["cases/late-bus.md:3: 'title' ends before “#4 of nine”"]


def test_texts_of_criteria_and_of_groups_are_named_with_their_file(bank: Bank) -> None:
    rules = (bank.folder / "criteria.yaml").read_text("utf-8")
    for old, new in (
        ("notice: For training, not for placing real people.", "notice: Rule #1 is that nobody is placed."),
        ("    circumstance: true            # whose", "    circumstance: true # whose #1,"),
    ):
        assert old in rules
        rules = rules.replace(old, new, 1)
    (bank.folder / "criteria.yaml").write_text(
        rules.replace("    says: Where support is", "    says: Art. #3 where support is", 1), "utf-8"
    )
    (bank.folder / "portrayal.yaml").write_text(PORTRAYAL)
    named = [str(cut).partition(", which")[0] for cut in open_bank(bank.folder).cut()]
    assert named == [
        "cases/criteria.yaml:10: 'notice' ends before “#1 is that nobody is placed.”",
        "cases/criteria.yaml:76: 'says' ends before “#3 where support is strong, outpatient c …”",
        "cases/portrayal.yaml:3: 'name' ends before “#1”",
        "cases/portrayal.yaml:9: 'words' ends before “#2”",
    ]


@pytest.mark.parametrize("folder", [CASES, SWIMMING, READING])
def test_our_own_banks_have_no_text_that_is_cut(folder: Path) -> None:
    bank = open_bank(folder)
    assert bank.cut() == ()
    assert [checked.cut for checked in bank.check() if checked.cut] == []
    assert [cut_texts(path.read_text("utf-8"), "x") for path in folder.glob("_*.md")] == [()] * (folder == CASES)


WORDS = {
    *("id", "level", "source", "section", "sha256", "strength", "shown", "one", "digest"),
    *("supports", "accepts", "favours", "because", "claims", "levels", "also", "references", "when", "needs"),
    *("findings", "key", "asks", "soon", "flag", "instead", "unless", "foremost"),
}
"""What a field may hold beside texts: names of other things, which a comment may well follow."""


def textual(kind: Any) -> set[str]:
    """The names of all fields of a dataclass, and of those in it, that hold text."""
    found = set[str]()
    for field in fields(kind):
        hint = get_type_hints(kind)[field.name]
        inner = [hint, *flattened(hint)]
        found |= {field.name} if str in inner else set()
        found |= {name for one in inner if is_dataclass(one) for name in textual(one)}
    return found


def flattened(hint: Any) -> list[Any]:
    return [deeper for one in get_args(hint) for deeper in (one, *flattened(one))]


@pytest.mark.parametrize(
    ("kind", "texts"), [(Criteria, CRITERIA_TEXTS), (FrontMatter, CASE_TEXTS), (Portrayed, PORTRAYAL_TEXTS)]
)
def test_each_field_of_a_file_is_known_as_a_text_or_as_a_word(kind: Any, texts: frozenset[str]) -> None:
    unknown = textual(kind) - texts - WORDS
    assert not unknown, f"say of {unknown} whether a comment may follow it: add it to TEXTS beside its reader, or here"
    assert texts <= textual(kind)


@pytest.mark.parametrize("line", ["", " ", "#", " #", "\t", "a", "a ", " a #", "- ", "\\" + '"', "a: b #c"])
def test_a_head_full_of_one_thing_is_looked_through_in_time(line: str) -> None:
    for between in ("\n", " "):
        head = (f"{line}{between}" * 60_000)[:60_000]
        began = time.process_time()
        cut_texts(f"---\n{head}\n---\n", "x")
        assert time.process_time() - began < SECONDS


def test_a_case_without_any_comment_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelevel.bank.front_matter.read", lambda *_: pytest.fail("read again"))
    assert cut_texts(CASE, "x") == ()
    assert cut_texts(f"---\n# Bed #4\n{CASE[4:]}", "x") == ()
