"""notes.yaml with one line changed: the bank reads what was meant, and every other character is as it was."""

from __future__ import annotations

import difflib

import pytest
from carelevel.authoring import DraftError
from carelevel.authoring.notes.line_edit import NEUTRAL, PEOPLE, Group, LineEdit, line_in, lines_of, plain
from carelevel.authoring.notes.notes_text import changed
from carelevel.bank.notes_file import check_text
from carelevel.core.note_lines import NoteLine

from tests.conftest import our_bank

CRITERIA = our_bank().criteria
NONE: Group = ("support", "none")
FILE = """\
# Above all.
format: 1
people:
  # Who comes.
  - {text: "A man in his forties.", says: [man]}  # seen by Ann
  - text: A woman
      in her thirties.
    says:
      - woman   # a tag
    not: [man]

  - Somebody.
neutral: ["Takes the bus.", 'Eats "in".']   # two
lines:
  support:

    none:
      - "Nobody has called since June."   # the first

      # Two of them.
      - {text: "He ate alone on Thursday.", says: [man], not: [woman]}
    # Behind.
    thin:
      - A cousin calls.
# The end."""


def reads(text: str, group: Group) -> tuple[NoteLine, ...]:
    written = check_text(text, "cases/notes.yaml", CRITERIA).written
    assert written
    return tuple(map(plain, lines_of(group, written)))


def edit(text: str, group: Group, place: int | None, after: NoteLine | None) -> list[str]:
    """What is another line of the file then, with - and +."""
    was = check_text(text, "cases/notes.yaml", CRITERIA).written
    assert was
    before = None if place is None else reads(text, group)[place]
    now, _ = changed(text, was, LineEdit(group, before, after), "cases/notes.yaml", CRITERIA)
    return apart(text, now)


def apart(text: str, now: str) -> list[str]:
    both = difflib.unified_diff(text.splitlines(), now.splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:]}" for line in list(both)[2:] if not line.startswith("@@")]


def tagged(group: Group, text: str, says: str = "", bars: str = "") -> NoteLine:
    return line_in(group, text, frozenset(says.split()), frozenset(bars.split()))


@pytest.mark.parametrize(
    ("group", "place", "after", "lines"),
    [
        (PEOPLE, 0, tagged(PEOPLE, "A tall man.", "man"),
         ['-   - {text: "A man in his forties.", says: [man]}  # seen by Ann',
          '+   - {text: "A tall man.", says: [man]}  # seen by Ann']),
        (PEOPLE, 1, tagged(PEOPLE, "A tall woman.", "woman", "man"),
         ["-   - text: A woman", "-       in her thirties.", '+   - text: "A tall woman."']),
        (PEOPLE, 1, tagged(PEOPLE, "A woman in her thirties.", "woman", "no"),
         ["-     not: [man]", '+     not: ["no"]']),
        (PEOPLE, 1, tagged(PEOPLE, "A woman in her thirties.", "woman"), ["-     not: [man]"]),
        (PEOPLE, 2, tagged(PEOPLE, "Somebody.", "tall", "man"),
         ["-   - Somebody.", '+   - {text: "Somebody.", says: [tall], not: [man]}']),
        (PEOPLE, 0, None, ['-   - {text: "A man in his forties.", says: [man]}  # seen by Ann']),
        (PEOPLE, None, tagged(PEOPLE, "Two: # of them"), ['+   - "Two: # of them"']),
        (NEUTRAL, 1, tagged(NEUTRAL, "Eats out.", "out"),
         ["- neutral: [\"Takes the bus.\", 'Eats \"in\".']   # two",
          '+ neutral: ["Takes the bus.", {text: "Eats out.", says: [out]}]   # two']),
        (NEUTRAL, 0, None,
         ["- neutral: [\"Takes the bus.\", 'Eats \"in\".']   # two", "+ neutral: ['Eats \"in\".']   # two"]),
        (NEUTRAL, 1, None,
         ["- neutral: [\"Takes the bus.\", 'Eats \"in\".']   # two", '+ neutral: ["Takes the bus."]   # two']),
        (NEUTRAL, None, tagged(NEUTRAL, "Sings."),
         ["- neutral: [\"Takes the bus.\", 'Eats \"in\".']   # two",
          "+ neutral: [\"Takes the bus.\", 'Eats \"in\".', \"Sings.\"]   # two"]),
        (NONE, 1, None, ['-       - {text: "He ate alone on Thursday.", says: [man], not: [woman]}']),
        (NONE, 1, tagged(NONE, "He ate alone on Thursday."),
         ['-       - {text: "He ate alone on Thursday.", says: [man], not: [woman]}',
          '+       - "He ate alone on Thursday."']),
        (NONE, 0, tagged(NONE, "Nobody has called since June.", "man"),
         ['-       - "Nobody has called since June."   # the first',
          '+       - {text: "Nobody has called since June.", says: [man]}   # the first']),
        (NONE, None, tagged(NONE, "She ate “alone”…", "woman", "man"),
         ['+       - {text: "She ate “alone”…", says: [woman], not: [man]}']),
        (("support", "thin"), 0, None, ["-     thin:", "-       - A cousin calls.", "+     thin: []"]),
        (("support", "strong"), None, tagged(("support", "strong"), "Her aunts eat with her."),
         ["+     strong:", '+       - "Her aunts eat with her."']),
        (("housing", "settled"), None, tagged(("housing", "settled"), "Owns a house."),
         ["+   housing:", "+     settled:", '+       - "Owns a house."']),
    ],
)  # fmt: skip
def test_the_change_stands_in_the_file_and_nothing_else(
    group: Group, place: int | None, after: NoteLine | None, lines: list[str]
) -> None:
    assert edit(FILE, group, place, after) == lines


@pytest.mark.parametrize("empty", ["neutral: []", "neutral:", ""])
def test_a_list_that_is_empty_or_not_there_begins_with_the_first_line(empty: str) -> None:
    text = FILE.replace('neutral: ["Takes the bus.", \'Eats "in".\']   # two', empty)
    if empty == "neutral:":
        assert check_text(text, "cases/notes.yaml", CRITERIA).written is None
        return
    told = edit(text, NEUTRAL, None, tagged(NEUTRAL, "Sings."))
    assert told[-1] == '+   - "Sings."'


def test_what_only_a_text_editor_can_change_is_refused() -> None:
    text = FILE.replace('      - "Nobody has called since June."', '      -\n        "Nobody has called since June."')
    with pytest.raises(DraftError, match="text editor"):
        edit(text, NONE, 0, None)
    assert edit(text, NONE, 0, tagged(NONE, "Nobody came.")), "its words alone can be written in their place"


def test_a_line_that_is_gone_is_said_to_be() -> None:
    was = check_text(FILE, "cases/notes.yaml", CRITERIA).written
    assert was
    gone = LineEdit(NEUTRAL, line_in(NEUTRAL, "Flew here."), None)
    with pytest.raises(DraftError, match="no longer there"):
        changed(FILE, was, gone, "cases/notes.yaml", CRITERIA)


def test_a_character_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(DraftError):
        edit(FILE, NEUTRAL, None, line_in(NEUTRAL, "A \ufffe sign."))


@pytest.mark.parametrize(("group", "place"), [(PEOPLE, 50), (("attendance", "unreliable"), 3)])
def test_a_line_of_our_bank_is_reworded_in_its_own_row(group: Group, place: int) -> None:
    text = (our_bank().folder / "notes.yaml").read_text("utf-8")
    told = edit(text, group, place, tagged(group, "Something else, and new.", "man"))
    assert told[1] == f'+ {"  " if group == PEOPLE else "      "}- {{text: "Something else, and new.", says: [man]}}'
    assert len(told) == 2
