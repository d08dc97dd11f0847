"""notes.yaml: read, or refused with the place, the problem and the remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.bank.document import read
from carelevel.bank.notes_file import NOTES_FILE, check_notes, notes_schema, read_notes
from carelevel.core.diagnostic import IN_NOTES, THIN_NOTES
from carelevel.core.errors import BankError
from jsonschema import Draft7Validator

from tests.bank.conftest import CASES, SWIMMING, edited

SOUND = """\
format: 1
people:
  - {text: "A man in his forties.", says: [man]}
  - {text: "A woman in her thirties.", says: [woman]}
neutral:
  - Takes the bus.
lines:
  support:
    none:
      - "Nobody has called since June."
      - {text: "He ate alone on Thursday.", says: [man], not: [woman]}
"""


def checked(bank: Bank, text: str) -> list[str]:
    """The mistakes in a file with this content, or its warnings where there are none, without those of few lines."""
    (bank.folder / NOTES_FILE).write_text(text, encoding="utf-8")
    found = check_notes(bank.folder, bank.criteria)
    assert {one.code for one in found.mistakes} <= {IN_NOTES}
    says = [str(one) for one in (*found.mistakes, *found.thin) if "write 8 or more" not in str(one)]
    assert all(one.startswith("cases/notes.yaml:") for one in says)
    return [one.removeprefix("cases/notes.yaml:") for one in says]


def test_a_bank_without_the_file_has_no_notes(bank: Bank) -> None:
    assert read_notes(bank.folder, bank.criteria) is None


def test_lines_are_read_with_what_they_show_say_and_bar_and_where_they_stand(bank: Bank) -> None:
    assert checked(bank, SOUND) == []
    notes = read_notes(bank.folder, bank.criteria)
    assert notes
    _, second = notes.showing["support", "none"]
    assert (second.text, second.says, second.bars, second.row) == (
        "He ate alone on Thursday.",
        frozenset({"man"}),
        frozenset({"woman"}),
        11,
    )
    man, woman = notes.people
    assert (second.goes_with(man), second.goes_with(woman)) == (True, False)


def test_the_digest_goes_by_the_lines_and_not_by_comments(bank: Bank) -> None:
    digests = []
    for text in (SOUND, f"# words\n{SOUND}", edited("June", "May", SOUND), edited("not: [woman]", "not: []", SOUND)):
        checked(bank, text)
        notes = read_notes(bank.folder, bank.criteria)
        digests.append(notes.digest if notes else "")
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_the_digest_of_a_file_stays_whatever_else_a_file_may_come_to_hold(bank: Bank) -> None:
    checked(bank, SOUND)
    notes = read_notes(bank.folder, bank.criteria)
    assert notes
    assert notes.digest.startswith("df0f2048152dcf93"), "every code of a note that was given out would end otherwise"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("support:", "suport:", "8: unknown finding 'suport'; did you mean 'support'?"),
        ("none:", "noone:", "9: unknown value of 'support' 'noone'; did you mean 'none'?"),
        ("not: [woman]", "not: [man]", "11: “He ate alone on Thursday.” says 'man' and may not stand beside it; "
         "take 'man' out of 'says' or out of 'not'"),
        ("Nobody has called since June.", "takes  the bus", "10: “takes the bus” stands in line 6 already; keep one of "
         "the two, or word it otherwise"),
        ("Takes the bus.", '"…"', "6: an empty or endless line, “…”; write 1 to 200 characters"),
        ("Takes the bus.", "x" * 201, f"6: an empty or endless line, “{'x' * 40} …”; write 1 to 200 characters"),
        ("says: [woman]", "says: [a woman]", "4: the tag 'a woman'; use up to 40 letters, digits, - and _"),
        ("not: [woman]", "not: [woman, man-]", "11: the tag 'man-'; use up to 40 letters, digits, - and _"),
        ("says: [man], not: [woman]", "not: [woman, man]", "11: no one under 'people' can stand above “He ate alone on "
         "Thursday.”; look at its tags, or write such a person"),
        ("format: 1", "format: 2", "1: 'format' cannot be read; "),
        ("not: [woman]", "nott: [woman]", "11: unknown key 'nott'; take it away, or see the README beside it"),
        ("  - Takes the bus.", "  - 5", "6: 'neutral.0' cannot be read; "),
        ("  - Takes the bus.", "  - &a Takes", "6: an anchor or alias"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_remedy(bank: Bank, old: str, new: str, says: str) -> None:
    assert [one for one in checked(bank, edited(old, new, SOUND)) if one.startswith(says)], checked(
        bank, edited(old, new, SOUND)
    )


def test_without_people_no_note_can_begin(bank: Bank) -> None:
    text = "format: 1\npeople: []\nlines: {support: {none: [Nobody has called.]}}\n"
    assert checked(bank, text)[0].startswith("2: nobody a note could be about")


def test_a_tag_that_no_line_says_and_a_cut_text_are_warnings(bank: Bank) -> None:
    assert checked(bank, edited("not: [woman]", "not: [womann]", SOUND)) == [
        "11: no line says 'womann', beside which “He ate alone on Thursday.” may not stand; did you mean 'woman'?"
    ]
    assert checked(bank, edited("Takes the bus.", "Takes bus # 4.", SOUND))[0].startswith("6: 'neutral' ends before")


def test_each_value_with_few_lines_or_none_is_named(bank: Bank) -> None:
    (bank.folder / NOTES_FILE).write_text(SOUND, encoding="utf-8")
    thin = [one for one in check_notes(bank.folder, bank.criteria).thin if one.code == THIN_NOTES]
    assert str(next(one for one in thin if "'support: none'" in one.problem)) == (
        "cases/notes.yaml:9: 2 lines for 'support: none'; write 8 or more"
    )
    assert "0 lines for 'housing: settled'" in [one.problem for one in thin]
    assert len(thin) == sum(len(finding.values) for finding in bank.criteria.findings)


def test_mistakes_keep_the_file_from_being_used(bank: Bank) -> None:
    (bank.folder / NOTES_FILE).write_text(SOUND.replace("none:", "noone:"), encoding="utf-8")
    with pytest.raises(BankError) as error:
        read_notes(bank.folder, bank.criteria)
    assert [found.line for found in error.value.diagnostics] == [9]


def test_the_schema_in_the_bank_is_what_carelevel_schema_writes() -> None:
    written = (CASES / "notes.schema.json").read_text("utf-8")
    assert written == notes_schema(), "run: carelevel schema --notes --out cases/notes.schema.json"


@pytest.mark.parametrize("bank_folder", [bank for bank in (CASES, SWIMMING) if (bank / NOTES_FILE).is_file()])
def test_lines_that_are_sound_fit_the_schema_and_have_no_mistake(bank_folder: Path) -> None:
    document, _ = read((bank_folder / NOTES_FILE).read_text("utf-8"), NOTES_FILE, most=60_000)
    assert document
    assert list(Draft7Validator(json.loads(notes_schema())).iter_errors(document.data)) == []
    opened = open_bank(bank_folder)
    assert check_notes(bank_folder, opened.criteria).mistakes == ()
