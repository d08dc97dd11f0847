"""Criteria of the first edition come out as those of the second, and what is in doubt is left to their author."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.bank import read_criteria
from carelevel.bank.migration import migrate_file, migrated
from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError

from tests.bank.conftest import CASES, READING, SWIMMING, edited

FIRST = """\
# Boats. This comment stands above all.

title: Which boat
notice: For tests.
sources: [{id: s, title: S, sha256: "00", sections: [{id: a, heading: A, paragraphs: 9}]}]
claims:
  - {id: C, at: {source: s, section: a, paragraph: 1, line: 1}, says: X.}
levels:
  - {id: dinghy, name: Dinghy, summary: Small.}
  - {id: yawl, name: Yawl, summary: Larger.}
  - {id: brig, name: Brig, summary: Large.}
findings:
  - {id: wind, name: Wind, ask: How much?, values: [{id: calm, says: a}, {id: breeze, says: b}, {id: gale, says: c}]}
  - id: crew
    name: Crew
    ask: Who comes along?
    values:
      - {id: many, says: has a crew}
      - {id: nobody, says: is alone}
  - id: pilot
    name: Pilot
    ask: Is there a pilot?
    mitigates: true         # on board, not ashore
    values:
      - {id: on_board, says: has a pilot}
      - {id: ashore, says: has none}
  # Below: nothing to do with the sea.
  - {id: money, name: Money, ask: Enough?, values: [{id: enough, says: a}, {id: short, says: b}], red_flag: false}

floors:                     # the higher, the drier
  - id: storm
    name: A gale
    when: {wind: gale}
    floor: brig             # dry
    strength: direct
    because: [C]
    says: A brig rides it out.
    exceptions:
      # The pilot knows the creek.
      - when: {pilot: on_board}
        floor: yawl
        also: [brig]
        because: [C]
        says: A pilot finds a creek.
prerequisites:
  - id: hands
    level: dinghy
    name: Hands
    needs: [{crew: many}, {pilot: on_board}]
    because: [C]
    says: There are hands.
    unmet: There are none.
    # the end of the rules
red_flag_says: Stay ashore.
flags:
  - id: reef
    name: Reef
    ask: A reef?
    "yes": Yes
    "no": No
    when: [{wind: breeze}]
    because: [C]
    says: Take in a reef.
    warning:
      # from the harbor master
      says: >-
        Ropes
        burn.
      references: [r]
references:
  - {id: r, cite: R, says: Y.}
# The last line.
"""
SECOND = """\
# Boats. This comment stands above all.

title: Which boat
notice: For tests.
sources: [{id: s, title: S, sha256: "00", sections: [{id: a, heading: A, paragraphs: 9}]}]
claims:
  - {id: C, at: {source: s, section: a, paragraph: 1, line: 1}, says: X.}
levels:
  - {id: dinghy, name: Dinghy, summary: Small.}
  - {id: yawl, name: Yawl, summary: Larger.}
  - {id: brig, name: Brig, summary: Large.}
findings:
  - {id: wind, name: Wind, ask: How much?, values: [{id: calm, says: a}, {id: breeze, says: b}, {id: gale, says: c}]}
  - id: crew
    name: Crew
    ask: Who comes along?
    values:
      - {id: many, says: has a crew}
      - {id: nobody, says: is alone}
  # on board, not ashore
  - id: pilot
    name: Pilot
    ask: Is there a pilot?
    values:
      - {id: on_board, says: has a pilot}
      - {id: ashore, says: has none}
  # Below: nothing to do with the sea.
  - {id: money, name: Money, ask: Enough?, values: [{id: enough, says: a}, {id: short, says: b}]}

indications:                     # the higher, the drier
  - id: storm
    name: A gale
    when: {wind: gale}
    asks: brig             # dry
    kind: firm
    strength: direct
    because: [C]
    says: A brig rides it out.
    exceptions:
      # The pilot knows the creek.
      - when: {pilot: on_board}
        asks: yawl
        also: [brig]
        kind: firm
        strength: inferred
        because: [C]
        says: A pilot finds a creek.
requirements:
  - id: hands
    level: dinghy
    name: Hands
    needs: {crew: many}
    instead: [{pilot: on_board}]
    because: [C]
    says: There are hands.
    unmet: There are none.
    # the end of the rules
refer_says: Stay ashore.

safety:
  foremost: [{wind: breeze}, {wind: gale}]
  lines:
    # from the harbor master
    - id: reef
      says: >-
        Ropes
        burn.
      references: [r]
flags:
  - id: reef
    name: Reef
    ask: A reef?
    "yes": Yes
    "no": No
    when: [{wind: breeze}]
    because: [C]
    says: Take in a reef.
references:
  - {id: r, cite: R, says: Y.}
# The last line.
"""


def opened(folder: Path, text: str) -> Criteria:
    folder.mkdir(exist_ok=True)
    (folder / "criteria.yaml").write_text(text, "utf-8")
    return read_criteria(folder)


def test_a_file_without_doubts_is_rewritten_and_every_other_character_stays() -> None:
    found = migrated(FIRST, "criteria.yaml")
    assert found.text == SECOND
    assert found.to_do == ()


def test_what_was_rewritten_is_sound_and_answers_as_before(tmp_path: Path) -> None:
    boats = opened(tmp_path / "boats", migrated(FIRST, "criteria.yaml").text)
    asked = {
        ("gale", None, None): ("brig", ("brig",)),
        ("gale", None, "on_board"): ("yawl", ("yawl", "brig")),
        (None, "nobody", None): ("yawl", ("yawl",)),
        (None, "nobody", "on_board"): ("dinghy", ("dinghy",)),
        (None, None, None): ("dinghy", ("dinghy",)),
    }
    for values, said in asked.items():
        named = zip(("wind", "crew", "pilot"), values, strict=True)
        findings = {name: value for name, value in named if value is not None}
        assert decide(findings, boats)[:2] == said


@pytest.mark.parametrize("bank", [CASES, SWIMMING, READING])
def test_criteria_of_the_second_edition_are_left_as_they_are(bank: Path) -> None:
    text = (bank / "criteria.yaml").read_text("utf-8")
    assert migrated(text, "criteria.yaml") == (text, ())
    assert migrated(SECOND, "criteria.yaml") == (SECOND, ())


@pytest.mark.parametrize(
    ("old", "new", "written", "to_do"),
    [
        (
            "    unmet: There are none.\n",
            "    waivable: true\n    unmet: There are none.\n",
            "    says: There are hands.\n    unmet:",
            "this was waivable: where it alone failed, 'dinghy' stayed accepted, and now it does not",
        ),
        (
            "needs: [{crew: many}, {pilot: on_board}]",
            "needs: [{pilot: on_board}]",
            "needs: [{pilot: on_board}]",
            "these alternatives need your decision",
        ),
        (
            "needs: [{crew: many}, {pilot: on_board}]",
            "needs: [{crew: many, pilot: on_board}]",
            "needs: [{crew: many, pilot: on_board}]",
            "these alternatives need your decision",
        ),
        (
            "when: {pilot: on_board}",
            "when: {crew: many}",
            "when: {crew: many}",
            "an exception held also while nothing was said of 'crew'",
        ),
        (
            "when: {wind: gale}",
            "when: {pilot: ashore}",
            "when: {pilot: ashore}",
            "while nothing was said of 'pilot', its last value counted here",
        ),
        (
            "when: [{wind: breeze}]",
            "when: [{pilot: ashore}]",
            "when: [{pilot: ashore}]",
            "while nothing was said of 'pilot', its last value counted here",
        ),
        (
            "    name: Crew\n",
            "    name: Crew\n    red_flag: true # at night\n",
            "    red_flag: # at night\n      soon:\n      says:\n      references: []\n",
            "say how soon (one of the urgencies), what to do first, and which references say so, for 'crew' alone",
        ),
        (
            "red_flag: false",
            "red_flag: true",
            "red_flag: {soon: , says: , references: []}}",
            "say how soon (one of the urgencies)",
        ),
    ],
)
def test_what_is_in_doubt_stands_below_a_comment_and_is_listed_with_its_line(
    old: str, new: str, written: str, to_do: str
) -> None:
    found = migrated(edited(old, new, FIRST), "criteria.yaml")
    assert written in found.text
    (note,) = found.to_do
    assert note.says.startswith(to_do)
    line = found.text.split("\n")[note.line - 1].strip()
    assert line.startswith("# TO DO: ")
    assert note.says.startswith(line.removeprefix("# TO DO: "))


def test_a_red_flag_without_words_keeps_the_bank_from_opening_and_says_which(tmp_path: Path) -> None:
    found = migrated(edited("red_flag: false", "red_flag: true", FIRST), "criteria.yaml").text
    with pytest.raises(BankError, match=r"'findings\.3\.red_flag\.soon' is empty; write it after the colon"):
        opened(tmp_path / "boats", found)
    boats = opened(tmp_path / "boats", edited("soon: , says: ,", "soon: today, says: Borrow some.,", found))
    assert (boats.urgencies, boats.red_flags) == (("now", "today"), ("money",))


def test_exceptions_come_out_with_the_least_asking_first_and_their_comments_with_them() -> None:
    second = """\
      # Many hands.
      - when: {pilot: on_board, crew: many}
        defeats: true
        because: [C]
        says: They row.
"""
    found = migrated(edited("prerequisites:", f"{second}prerequisites:", FIRST), "criteria.yaml").text
    places = [found.index(part) for part in ("# Many hands.", "defeats: true", "# The pilot knows", "asks: yawl")]
    assert places == sorted(places)
    assert "        defeats: true\n        because" in found


def test_exceptions_that_cross_are_left_in_place_with_a_to_do() -> None:
    both = "{floor: yawl, when: {pilot: on_board}, because: [C], says: a, also: [dinghy, brig]}"
    also = "{floor: yawl, when: {pilot: on_board}, because: [C], says: b}"
    text = edited(
        FIRST[FIRST.index("    exceptions:") : FIRST.index("prerequisites:")],
        f"    exceptions: [{also}, {both}]\n",
        FIRST,
    )
    found = migrated(text, "criteria.yaml")
    assert [note.says.split(",")[0] for note in found.to_do] == ["where several of these exceptions held"]
    assert "says: a, also: [dinghy, brig], kind: firm, strength: inferred}, {asks: yawl, kind: firm, " in found.text


def test_several_alternatives_that_silence_granted_become_one_test_of_which_one_is_enough(tmp_path: Path) -> None:
    text = edited("needs: [{crew: many}, {pilot: on_board}]", "needs: [{crew: many}, {wind: calm}]", FIRST)
    found = migrated(text, "criteria.yaml")
    assert "    needs: {crew: many, wind: calm}\n    at_least: 1\n" in found.text
    boats = opened(tmp_path / "boats", found.text)
    assert decide({"crew": "nobody"}, boats).level == "dinghy"
    assert decide({"crew": "nobody", "wind": "breeze"}, boats).level == "yawl"


def test_alternatives_in_lines_of_their_own_keep_their_comments() -> None:
    lines = "needs:\n      - crew: many  # two at least\n      - pilot: on_board\n"
    found = migrated(edited("needs: [{crew: many}, {pilot: on_board}]\n", lines, FIRST), "criteria.yaml").text
    assert "  # two at least\n  - id: hands\n" in found
    assert "    needs: {crew: many}\n    instead: [{pilot: on_board}]\n    because: [C]\n" in found


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: [\n", 2, "broken YAML"),
        ("- a\n", 1, "this holds no criteria"),
        ("title: &x y\n", 1, "an anchor or alias"),
        ("title: x\nfloors: []\nindications: []\n", 2, "both 'floors' and 'indications' stand here"),
        ("{title: x, floors: []}\n", 1, "this is written so closely that it cannot be changed safely"),
        ("floors:\n  - {floor: a, asks: b}\n", 1, "this is written so closely that it cannot be changed safely"),
    ],
)
def test_a_file_that_cannot_be_rewritten_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(BankError) as error:
        migrated(text, "criteria.yaml")
    (said,) = error.value.diagnostics
    assert (said.line, said.problem[: len(problem)]) == (line, problem)


@pytest.mark.parametrize(
    "text",
    [
        "floors: x\n",
        "floors:\n",
        "floors: [1, [2], {}]\n",
        "floors:\n  - floor:\n    exceptions: [x, {when: y}]\n",
        "prerequisites: [{needs: [x]}, {needs: {}}, {waivable: true}]\n",
        "flags: [{warning: x}, {warning: {}}, 3]\n",
        "findings: [x, {red_flag: [], mitigates: }]\n",
        "levels: x\nfindings: {a: b}\n",
    ],
)
def test_what_is_malformed_is_left_to_the_reader_of_the_second_edition(text: str) -> None:
    assert migrated(text, "criteria.yaml").text


# Files


def test_a_file_is_rewritten_in_place_and_stays_beside_it_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "criteria.yaml"
    file.write_bytes(FIRST.replace("\n", "\r\n").encode())
    before = file.read_bytes()
    found = migrate_file(file)
    assert found == (tmp_path / "criteria.first-edition.yaml", ())
    assert (tmp_path / "criteria.first-edition.yaml").read_bytes() == before
    assert file.read_bytes() == SECOND.replace("\n", "\r\n").encode()
    assert migrate_file(file) == (None, ())
    assert len(list(tmp_path.iterdir())) == 2


def test_an_earlier_copy_stays_and_the_next_has_a_number(tmp_path: Path) -> None:
    file = tmp_path / "criteria.yaml"
    for _ in range(2):
        file.write_text(FIRST, "utf-8")
        copy = migrate_file(file).copy
    assert copy == tmp_path / "criteria.first-edition-2.yaml"
    assert (tmp_path / "criteria.first-edition.yaml").read_text("utf-8") == FIRST


def test_a_file_that_cannot_be_written_is_as_it_was_and_no_copy_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "criteria.yaml"
    file.write_text(FIRST, "utf-8")
    monkeypatch.setattr("carelevel.bank.migration.whole_file.replace", refuse)
    with pytest.raises(BankError, match=r"criteria\.yaml:1: cannot be written \(no space left on device\); allow"):
        migrate_file(file)
    assert [path.name for path in tmp_path.iterdir()] == ["criteria.yaml"]
    assert file.read_text("utf-8") == FIRST


def test_no_file_a_folder_and_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(FIRST, "utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    for name, problem in (("none.yaml", "no such file"), ("link.yaml", "a symbolic link"), (".", "not a plain file")):
        with pytest.raises(BankError, match=problem):
            migrate_file(tmp_path / name)
    assert (tmp_path / "real.yaml").read_text("utf-8") == FIRST
