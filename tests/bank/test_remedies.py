"""Each message leads to a state that passes: its remedy, done as it is worded, leaves nothing to complain about."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from carelevel.bank.case_file import read_case
from carelevel.bank.criteria_file import read_criteria
from carelevel.core.errors import BankError

from tests.bank.conftest import CASE, SWIMMING
from tests.conftest import our_bank

CRITERIA = (SWIMMING / "criteria.yaml").read_text(encoding="utf-8")
MOST_STEPS = 4

SLIPS = {
    "a key mistyped": ("discuss: What", "discus: What"),
    "a key too many": ("difficulty: 1", "difficulty: 1\ncolour: green"),
    "a key twice": ("difficulty: 1", "difficulty: 1\ndifficulty: 1"),
    "another id": ("id: late-bus", "id: early-bus"),
    "an id that is a number": ("id: late-bus", "id: 1984"),
    "a finding mistyped": ("{housing=settled}", "{housng=settled}"),
    "a value mistyped": ("{support: none}", "{support: noone}"),
    "a level mistyped": ("level: outpatient", "level: outpatent"),
    "a flag mistyped": ("{level: outpatient, withdrawal_first", "{level: outpatient, withdrawl_first"),
    "a phrase mistyped": ("      sister: >-", "      sistr: >-"),
    "a number in quotes": ("difficulty: 1", 'difficulty: "1"'),
    "a title that is a number": ("title: The late bus", "title: 1984"),
    "a title that is true": ("title: The late bus", "title: true"),
    "no title": ("title: The late bus\n", ""),
    "an empty title": ("title: The late bus", "title:"),
    "a dissent that is none": ("discuss: What", "dissent: {level: outpatient, reason: So, there}\ndiscuss: What"),
}


def applied(text: str, line: int, remedy: str) -> str:
    """*text* after somebody has done what *remedy* says of its line."""
    lines = text.split("\n")
    own = lines[line - 1]
    if meant := re.search(r"did you mean '([^']+)'\?", remedy):
        wrong = min(re.findall(r"[A-Za-z_]+", own), key=lambda word: _apart(word, meant[1]))
        own = own.replace(wrong, meant[1])
    elif written := re.search(r"write '(id: [^']+)'", remedy):
        own = written[1]
    elif quoted := re.search(r"put the whole text in quotes: (\w+): (\".*\")", remedy):
        own = re.sub(rf"{quoted[1]}: [^}}]*", f"{quoted[1]}: {quoted[2]}", own)
    elif quoted := re.search(r"put it in quotes: (\".*\")", remedy):
        own = own.replace(quoted[1].strip('"'), quoted[1])
    elif plain := re.search(r"write it without quotes: (\d+)", remedy):
        own = own.replace(f'"{plain[1]}"', plain[1])
    elif added := re.search(r"add a line '(\w+): …'", remedy):
        own = f"{own}\n{added[1]}: Something"
    elif "write it after the colon" in remedy:
        own = f"{own} Something"
    elif "take it away" in remedy or "keep one of the two" in remedy:
        return "\n".join(lines[: line - 1] + lines[line:])
    else:
        raise AssertionError(f"nobody could do this: {remedy}")
    return "\n".join([*lines[: line - 1], own, *lines[line:]])


def _apart(word: str, meant: str) -> float:
    """How unlike two words are, by the pairs of letters that both have."""
    return -len(set(itertools.pairwise(word)) & set(itertools.pairwise(meant))) / len(word)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_case_is_mended_by_what_its_messages_say(slip: str) -> None:
    criteria, (old, new) = our_bank().criteria, SLIPS[slip]
    assert old in CASE
    text, mistakes = CASE.replace(old, new, 1), []
    for _ in range(MOST_STEPS):
        _, mistakes = read_case(text, "cases/late-bus.md", "late-bus", criteria)
        if not mistakes:
            break
        text = applied(text, mistakes[0].line, mistakes[0].remedy)
    assert [str(mistake) for mistake in mistakes] == []
    assert text != CASE.replace(old, new, 1), "nothing was found wrong with it"


@pytest.mark.parametrize("name", ["Forty Pigeons", "con", "überall", "a_b", "Late--Bus", "1984"])
def test_a_file_whose_name_can_be_no_id_is_told_one_that_can(name: str) -> None:
    criteria = our_bank().criteria
    text, called = CASE, name
    _, mistakes = read_case(CASE, "f", name, criteria)
    for mistake in mistakes:
        renamed = re.search(r"rename the file to '([^']+)\.md'", mistake.remedy)
        called = renamed[1] if renamed else called
        text = applied(text, mistake.line, mistake.remedy)
    for _ in range(2):
        _, mistakes = read_case(text, "f", called, criteria)
        text = applied(text, mistakes[0].line, mistakes[0].remedy) if mistakes else text
    assert mistakes == []


def test_a_comma_that_cuts_a_text_of_the_criteria_is_named_as_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "criteria.yaml"
    file.write_text(CRITERIA.replace("says: swims one stroke}", "says: swims one stroke, slowly}"), encoding="utf-8")
    with pytest.raises(BankError) as refused:
        read_criteria(tmp_path)
    [mistake] = refused.value.diagnostics
    assert mistake.problem == "a comma ends the text before 'slowly'"
    assert mistake.remedy == 'put the whole text in quotes: says: "swims one stroke, slowly"'
    file.write_text(applied(file.read_text(encoding="utf-8"), mistake.line, mistake.remedy), encoding="utf-8")
    read_criteria(tmp_path)


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "[]\n", "7\n", "criteria\n"])
def test_criteria_without_a_name_and_a_value_are_told_where_to_begin(tmp_path: Path, content: str) -> None:
    (tmp_path / "criteria.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(BankError) as refused:
        read_criteria(tmp_path)
    [mistake] = refused.value.diagnostics
    assert str(mistake).endswith(
        "criteria.yaml:1: there are no names with values in it; copy that of another bank and change it"
    )
