"""A case file: each mistake is one line that names its place and what to do."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank
from carelevel.core.errors import BankError

from tests.bank.conftest import CASE, Check, edited

KEY = "key: {level: outpatient, withdrawal_first: false}"
TITLE = "title: The late bus"
TWIN_KEY = "    key: {level: residential, withdrawal_first: false}"


def test_a_sound_case_has_no_mistakes(check: Check) -> None:
    assert check(CASE) == []


def test_line_ends_of_another_system_and_a_byte_order_mark_are_fine(check: Check) -> None:
    assert check(b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode()) == []
    assert check(CASE.replace("\n", "\r")) == []


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        # findings and phrases
        ("support=strong", "suport=strong", "20: unknown finding 'suport'; did you mean 'support'?"),
        ("support=strong", "support=strongly", "20: unknown value 'strongly' of 'support'; did you mean 'strong'?"),
        ("medication=manages", "support=strong", "21: 'support' is repeated here; state a finding once a section"),
        ("medication=manages", "support=thin", "21: 'support' is contradicted here; state a finding once a section"),
        (
            "{medication=manages}",
            "{medication=manages medication=needs_help}",
            "21: 'medication' stands twice in one phrase; keep one of the two",
        ),
        ("{#sister ", "{#sister #aunt ", "20: '#' stands twice in one phrase; keep one of the two"),
        ("{housing=settled}", "{#sister housing=settled}", "20: two phrases are called '#sister'; give one of them"),
        ("{medication=manages}", "{}", "21: a phrase that shows nothing; write finding=value in its braces"),
        ("[She takes her own tablets]", "[]", "21: a phrase without words; put the words between the brackets"),
        ("{medication=manages}", "{.medication}", "21: '.medication' in braces; write finding=value there"),
        ("[She takes her", "[She [takes]{trauma=none} her", "21: a phrase within a phrase; close one bracket before"),
        (
            "{#sister support=strong}",
            "{#sister\nsupport=strong}",
            "20: a pair of braces over two lines; write it on one line",
        ),
        # mistyped markup
        ("]{medication", "] {medication", "21: markup left in the text near"),
        ("{medication=manages}", "{medication = manages}", "21: markup left in the text near"),
        ("{medication=manages}", "{medication=manages", "21: markup left in the text near"),
        ("{medication=manages}", "{medication}", "21: markup left in the text near"),
        ("{medication=manages}", "(medication=manages)", "21: a link in the story; use plain paragraphs only"),
        ("[She takes", "She takes", "21: markup left in the text near"),
        ("She hums.", "She hums [sic].", "21: markup left in the text near"),
        ("She hums.", r"She hums \{softly\}.", "21: markup left in the text near"),
        ("She hums.", "She hums.\n\n[Her sister rings at nine.]: yes", "23: markup left in the text near '[Her sister"),
        ("She hums.", "*She hums*{trauma=none}.", "21: markup left in the text near"),
        # what a story may not hold
        ("She hums.", "She [hums](https://example.org).", "21: a link in the story; use plain paragraphs only"),
        ("She hums.", "She hums <https://example.org>.", "21: a link in the story; use plain paragraphs only"),
        ("She hums.", "She hums <ola@example.org>.", "21: a link in the story; use plain paragraphs only"),
        ("She hums.", "She ![hums](hum.png).", "21: an image in the story; use plain paragraphs only"),
        ("She hums.", "She `hums`.", "21: code in the story; use plain paragraphs only"),
        ("She hums.", "She <b>hums</b>.", "21: HTML in the story; use plain paragraphs only"),
        ("She hums.", "She hums.<!-- why -->", "21: HTML in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n<script>alert(1)</script>", "23: HTML in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n- one", "23: a list in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n1. one", "23: a list in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n    indented", "23: a block of code (an indented line) in the story; use plain"),
        ("She hums.", "She hums.\n\n```\nx\n```", "23: a block of code in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n> quoted", "23: a quotation block in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n***", "23: a rule of dashes in the story; use plain paragraphs only"),
        ("She hums.", "She hums.\n\n# Later", "23: a heading of another size ('#'); use '## ' for a decision point"),
        ("She hums.", "She hums.\n\n### Later", "23: a heading of another size ('###'); use '## '"),
        ("[She wants it", "A line\n---\n\n[She wants it", "23: a heading of another size ('-'); use '## '"),
        ("## Intake", "## *Intake*", "15: markup in the heading '*Intake*'; use plain words there"),
        ("## Intake", "## [Intake]{trauma=none}", "15: markup in the heading '[Intake]{trauma=none}'; use plain"),
        ("## Intake", "##", "15: a decision point without a name; write a few words after '##'"),
        ("She hums.", "She hums." * 700, "20: a paragraph of 6473 characters and 6 marks such as brackets; divide it"),
        (
            "She hums.",
            "She hums *and* " * 70,
            "20: a paragraph of 1223 characters and 146 marks such as brackets; divide",
        ),
        # decision points
        ("## Intake\n", "", "16: text before the first decision point; put a line such as '## Intake' above it"),
        ("## Intake\n", "Hello.\n\n## Intake\n", "15: text before the first decision point; put a line such as"),
        # the head
        (
            "id: late-bus",
            "id: late-tram",
            "2: the id 'late-tram' is not the file's name; write 'id: late-bus', or rename",
        ),
        ("id: late-bus", "id: ../late-bus", "2: the id '../late-bus' is not the file's name; write 'id: late-bus'"),
        ("id: late-bus\n", "", "2: 'id' is missing; add a line 'id: …'"),
        (TITLE, "title: ''", "3: 'title' cannot be read; write something there"),
        (TITLE, "title:", "3: 'title' is empty; write it after the colon"),
        (
            TITLE,
            "title: [a, b]",
            "3: 'title' cannot be read; write one text there; put it in quotes where it has brackets",
        ),
        (TITLE, "title: 5", "3: 'title' cannot be read; put it in quotes: \"5\""),
        (TITLE, "titel: The late bus\ntitle: x", "3: unknown key 'titel'; take it away, or see the README beside it"),
        (TITLE, "title: x\ntitle: y", "4: 'title' stands here twice; keep one of the two"),
        (TITLE, "title: x: y", "3: broken YAML: a colon within a text; put the whole text in quotes"),
        (TITLE, 'title: "x', "3: broken YAML: a quotation mark that is not closed; close it"),
        (TITLE, "\ttitle: x", "3: broken YAML: a tab at the beginning of a line; put spaces in its place"),
        (TITLE, "title: &a x", "3: an anchor or alias (& or *); write the value out, or put it in quotes"),
        (TITLE, "title: *a", "3: an anchor or alias (& or *); write the value out, or put it in quotes"),
        (TITLE, "title: " + "[" * 3_000, "3: nested deeper than 12 levels; flatten it"),
        (TITLE, "title: " + "{a: " * 3_000, "3: nested deeper than 12 levels; flatten it"),
        (TITLE, "title:\n " + "- " * 3_000, "4: nested deeper than 12 levels; flatten it"),
        (
            TITLE,
            "title: !!python/object:os.system x",
            "3: broken YAML: a text that begins with “!”; put the whole text in quotes",
        ),
        ("difficulty: 1", "difficulty: 4", "4: 'difficulty' cannot be read; write 3 or less"),
        ("difficulty: 1", "difficulty: easy", "4: 'difficulty' cannot be read; write a whole number there"),
        ("difficulty: 1", "difficulty: " + "9" * 5_000, "4: 'difficulty' cannot be read; "),
        ("discuss: What", "5: What", "6: '5' cannot be read; put it in quotes: \"5\""),
        # the key
        (KEY, "key: 5", "5: 'key' cannot be read; write 'name: value' there"),
        (KEY, "key:\n  level: [outpatient, 1]", "6: 'key.level.1' cannot be read; put it in quotes: \"1\""),
        (KEY, "key:\n  level: 5", "6: 'key.level' cannot be read; put it in quotes: \"5\""),
        (KEY, "key: {withdrawal_first: false}", "5: the key names no level; write 'level: …' in it"),
        (KEY, "key: {level: outpatients}", "5: unknown level 'outpatients'; did you mean 'outpatient'?"),
        (KEY, "key:\n  level: residential", "6: the key says 'residential', the criteria give 'outpatient'; correct"),
        (KEY, "key:\n  level: escalate", "6: the key says 'escalate', the criteria give 'outpatient'; correct"),
        (
            KEY,
            "key:\n  level: outpatient\n  also: [residential]",
            "7: the key also accepts 'residential', the criteria nothing else; correct 'also' or the findings",
        ),
        (KEY, "key: {level: outpatient, also: [detox]}", "5: unknown level 'detox'; use one of: "),
        (
            KEY,
            "key:\n  level: outpatient\n  withdrawal_first: true",
            "7: the key says 'withdrawal_first: true', the criteria give false; correct the key or the findings",
        ),
        (KEY, "key: {level: outpatient, withdrawal_first: maybe}", "5: 'withdrawal_first: maybe'; write true or false"),
        (
            KEY,
            "key: {level: outpatient, withdrawal: true}",
            "5: unknown key 'withdrawal'; did you mean 'withdrawal_first'?",
        ),
        (
            KEY,
            f"key: [{KEY[5:]}, {KEY[5:]}]",
            "5: the number of keys is 2, of decision points 1; give one key for each",
        ),
        (KEY, "key: []", "5: the number of keys is 0, of decision points 1; give one key for each '##' section"),
        # dissent
        (TITLE, f"{TITLE}\ndissent: {{level: residential}}", "4: 'reason' is missing; add a line 'reason: …'"),
        (TITLE, f"{TITLE}\ndissent: because", "4: 'dissent' cannot be read; "),
        (
            TITLE,
            f"{TITLE}\ndissent:\n  reason: So.\n  level: detox",
            "6: unknown level 'detox'; use one of: escalate, outpatient, partial_hospitalization, residential",
        ),
        (
            TITLE,
            f"{TITLE}\ndissent:\n  reason: So.\n  level: outpatient",
            "6: the dissent gives 'outpatient', as the criteria do; take it away",
        ),
        (
            TITLE,
            f"{TITLE}\ndissent:\n  - null\n  - {{level: residential, reason: So.}}",
            "4: the number of dissents is 2, of decision points 1; give one each, or null",
        ),
        # twins
        (
            "  - id: nobody-home",
            "  - id: Nobody Home",
            "8: the twin's id 'Nobody Home'; lowercase letters, digits, hyphens",
        ),
        ("      sister: >-", "      sisters: >-", "10: the swap names no phrase '#sisters'; did you mean 'sister'?"),
        (
            "nobody to ring.",
            "[nobody]{support=none} to ring.",
            "10: the swap has markup, or no words; write plain words",
        ),
        ("nobody to ring.", "*nobody* to ring.", "10: the swap has markup, or no words; write plain words there"),
        ("nobody to ring.", "<b>nobody</b> to ring.", "10: the swap has markup, or no words; write plain words there"),
        ("        There is nobody to ring.\n", "", "10: the swap has markup, or no words; write plain words there"),
        ("{support: none}", "{suport: none}", "12: unknown finding 'suport'; did you mean 'support'?"),
        (
            "{support: none}",
            "{support: nobody}",
            "12: unknown value 'nobody' of 'support'; use one of: none, strong, thin",
        ),
        (
            "{support: none}",
            "{support: none, housing: none}",
            "12: another phrase shows 'housing' too; state a finding",
        ),
        (TWIN_KEY, "    key: {level: outpatient}", "13: the key says 'outpatient', the criteria give 'residential'; "),
        (TWIN_KEY, "    key: {level: resident}", "13: unknown level 'resident'; did you mean 'residential'?"),
        (TWIN_KEY, f"{TWIN_KEY}\n    title: x", "14: unknown key 'title'; take it away, or see the README beside it"),
        (
            "    swap:\n",
            "    swap:\n      bed: None left.\n",
            "9: 'twins.0.swap' cannot be read; keep to 1 there",
        ),
    ],
)
def test_each_mistake_is_one_line_that_says_where_what_and_how_to_mend_it(
    check: Check, old: str, new: str, mistake: str
) -> None:
    found = check(edited(old, new))
    assert len(found) == 1, "\n".join(found)
    assert found[0].startswith(mistake)
    assert "; " in found[0]
    assert "\n" not in found[0]


WORDS = {
    "id": (2, "id: late-bus", "id: WORD"),
    "title": (3, TITLE, "title: WORD"),
    "key.level": (5, KEY, "key: {level: WORD}"),
    "twins.0.id": (8, "  - id: nobody-home", "  - id: WORD"),
    "twins.0.swap.sister": (10, "sister: >-\n        There is nobody to ring.", "sister: WORD"),
    "twins.0.findings.support": (12, "{support: none}", "{support: WORD}"),
}
"""Where a word or a text is wanted: its line, and what to put in the place of what."""


@pytest.mark.parametrize("where", WORDS)
@pytest.mark.parametrize("word", ["1984", "null", "~", "0", "-7", "true", "False"])
def test_a_word_that_yaml_takes_for_something_else_is_told_how_to_be_a_word(
    check: Check, where: str, word: str
) -> None:
    line, old, new = WORDS[where]
    found = check(edited(old, new.replace("WORD", word)))
    if where == "key.level" and word in ("true", "False"):  # what a flag of a key holds
        assert found == ["5: the key names no level; write 'level: …' in it"]
    else:
        assert found == [f"{line}: '{where}' cannot be read; put it in quotes: \"{word}\""]


@pytest.mark.parametrize("name", ["7", "null", "true"])
def test_a_name_that_is_no_word_is_told_the_same(check: Check, name: str) -> None:
    assert check(edited("{support: none}", f"{{{name}: none}}"))[0].endswith(f'; put it in quotes: "{name}"')
    assert check(edited(TITLE, f"{TITLE}\n{name}: x"))[0].endswith(f'; put it in quotes: "{name}"')


@pytest.mark.parametrize(
    "difficulty", ["true", "false", '"3"', "'1'", "1.0", "1e0", "0x1", "01", "one", "[1]", "{1: 2}"]
)
def test_a_number_is_a_whole_number_and_nothing_that_could_be_taken_for_one(check: Check, difficulty: str) -> None:
    (mistake,) = check(edited("difficulty: 1", f"difficulty: {difficulty}"))
    assert mistake.startswith("4: 'difficulty' cannot be read; write ")


@pytest.mark.parametrize("case_id", ["con", "aux", "lpt1"])
def test_a_file_that_windows_could_not_have_is_told_to_be_renamed(case_id: str, bank: Bank) -> None:
    (bank.folder / f"{case_id}.md").write_text(edited("id: late-bus", f"id: {case_id}"))
    assert [str(mistake).partition(": ")[2] for mistake in bank.checked(case_id).mistakes] == [
        "the file's name cannot be the id of a case; "
        f"rename the file to 'the-{case_id}.md', and write 'id: the-{case_id}' here"
    ]


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"", "1: the file does not begin with '---'; copy the head of _template.md"),
        (b"## Intake\n", "1: the file does not begin with '---'"),
        (b"---\nid: late-bus\n", "1: the front matter has no closing '---'; put '---' below its last line"),
        (CASE.encode().replace(b"hums", b"h\xfcms"), "21: not UTF-8 text; save the file with the encoding UTF-8"),
        (CASE.encode("utf-16"), "1: not UTF-8 text; save the file with the encoding UTF-8"),
        (CASE.encode().replace(b"hums", b"h\0ms"), "21: not text; save it as plain text"),
        (CASE.encode() + b" " * 65_536, "1: larger than 64 KiB; split it, or take something away"),
        (b"---\n---\n## Intake\n\nA.\n", "2: there are no names with values in it; copy the head of"),
        (b"---\n- a\n---\n## Intake\n\nA.\n", "2: there are no names with values in it; copy the head of"),
        (CASE.encode().split(b"## Intake")[0], "15: there is no decision point; begin the story with a line such as"),
        (CASE.encode().split(b"Ola drives")[0], "15: 'Intake' has no text; write the story below it"),
    ],
)
def test_a_file_that_is_no_case_at_all_is_one_mistake(check: Check, content: bytes, mistake: str) -> None:
    found = check(content)
    assert len(found) == 1, "\n".join(found)
    assert found[0].startswith(mistake)


@pytest.mark.parametrize("space", ["\x85", "\u2028", "\u2029"])
def test_a_character_that_ends_a_line_for_yaml_alone_moves_no_mistake(check: Check, space: str) -> None:
    (found,) = check(edited(KEY, "key: 5", edited(TITLE, f"title: The late{space}bus")))
    assert found.startswith("5: 'key' cannot be read")


def test_sixty_four_kib_to_the_byte_are_read(check: Check) -> None:
    assert check(CASE.encode() + b"\n" * (65_536 - len(CASE.encode()))) == []


def test_all_mistakes_of_a_file_show_in_one_pass_in_the_order_of_its_lines(check: Check) -> None:
    text = edited("title: The late bus", "title: The late bus\ncolour: red")
    text = edited("{#sister support=strong}", "{#sister suport=strong}", text)
    text = edited("She hums.", "She <b>hums</b>.", text)
    assert [line.split(";")[0] for line in check(text)] == [
        "4: unknown key 'colour'",
        "21: unknown finding 'suport'",
        "22: HTML in the story",
    ]


def test_a_bad_story_hides_no_mistake_of_the_head_and_its_twins(check: Check) -> None:
    text = edited("She hums.", "She `hums`.")
    text = edited("id: late-bus", "id: bus", text)
    text = edited(KEY, "key: {level: outpatients, withdrawal_first: maybe}", text)
    text = edited("      sister: >-", "      brother: >-", text)
    text = edited("{support: none}", "{support: nobody}", text)
    text = edited(TWIN_KEY, "    key: {level: resident}", text)
    assert [line.split(";")[0] for line in check(text)] == [
        "2: the id 'bus' is not the file's name",
        "5: 'withdrawal_first: maybe'",
        "5: unknown level 'outpatients'",
        "10: the swap names no phrase '#brother'",
        "12: unknown value 'nobody' of 'support'",
        "13: unknown level 'resident'",
        "21: code in the story",
    ]


def test_a_wrong_level_hides_no_wrong_flag(check: Check) -> None:
    found = check(edited(KEY, "key: {level: residential, withdrawal_first: true}"))
    assert [line.split(",")[0] for line in found] == [
        "5: the key says 'residential'",
        "5: the key says 'withdrawal_first: true'",
    ]


def test_a_key_twice_in_the_head_hides_nothing_of_the_story(check: Check) -> None:
    text = edited("title: The late bus", "title: x\ntitle: y", edited("She hums.", "She `hums`."))
    assert [line.split(":")[0] for line in check(text)] == ["4", "22"]


def test_one_bad_file_never_hides_the_good_ones(bank: Bank) -> None:
    (bank.folder / "bad.md").write_bytes(b"\xff\xfe")
    (bank.folder / "worse.md").mkdir()
    assert {checked.id: checked.case is None for checked in bank.check()} == {
        "bad": True,
        "late-bus": False,
        "worse": True,
    }
    assert [case.id for case in bank.cases()] == ["late-bus"]


def test_a_dissent_keeps_the_criterias_key_and_gives_its_own_answer(bank: Bank) -> None:
    dissent = "dissent: {level: residential, reason: Her neighbours use.}\n"
    (bank.folder / "late-bus.md").write_text(edited("twins:\n", f"{dissent}twins:\n"))
    point = bank.case("late-bus").points[0]
    assert (point.key.level, point.dissent and point.dissent.level) == ("outpatient", "residential")
    assert bank.case("late-bus").telling("nobody-home")[0].dissent is None


def test_a_key_that_disagrees_is_accepted_with_its_dissent(check: Check) -> None:
    key = "key: {level: residential}\ndissent: {level: residential, reason: Her neighbours use.}"
    assert check(edited(KEY, key)) == []


def test_a_dissent_for_one_of_two_decision_points_stands_at_its_place(bank: Bank) -> None:
    key = f"key: [{KEY[5:]}, {KEY[5:]}]\ndissent:\n  - null\n  - {{level: residential, reason: So.}}"
    text = edited(KEY, key).replace("She hums.", "She hums.\n\n## Later")
    text = edited(TWIN_KEY, f"    key: [{TWIN_KEY[9:]}, {TWIN_KEY[9:]}]", text)
    (bank.folder / "late-bus.md").write_text(edited("{desire_to_recover=clear}", "{trauma=none}", text))
    first, later = bank.case("late-bus").points
    assert (first.dissent, later.dissent and later.dissent.level) == (None, "residential")


def test_a_twin_may_take_a_finding_away(check: Check) -> None:
    text = edited("{support: none}", "{}")
    assert check(edited(TWIN_KEY, "    key: {level: outpatient}", text)) == []


def test_two_twins_of_one_id_are_named(check: Check) -> None:
    twin = CASE[CASE.index("  - id: nobody") : CASE.index("---\n## Intake")]
    assert check(edited(twin, twin + twin)) == [
        "14: the twin's id 'nobody-home'; lowercase letters, digits, hyphens; each once"
    ]


def test_a_mistake_is_raised_with_the_case_that_has_it(bank: Bank) -> None:
    (bank.folder / "late-bus.md").write_text(edited("support=strong", "suport=strong"))
    with pytest.raises(BankError) as error:
        bank.case("late-bus")
    assert str(error.value) == "cases/late-bus.md:20: unknown finding 'suport'; did you mean 'support'?"
