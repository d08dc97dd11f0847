"""criteria.yaml: each mistake is one line, and nothing that the engine could not rest on gets through."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from carelevel.bank import read_criteria
from carelevel.bank.criteria_file import adapter
from carelevel.core.errors import BankError

from tests.bank.conftest import CASES, READING, SWIMMING, edited

GOOD = (SWIMMING / "criteria.yaml").read_text(encoding="utf-8")
READING_TEXT = (READING / "criteria.yaml").read_text(encoding="utf-8")
LINES = GOOD.count("\n")
SECOND = "  - {id: eyes, name: E, ask: E?, values: [{id: calm, says: a}, {id: sting, says: b}]}"
CLAIM = "  - {id: C1, at: {source: leaflet, section: rules, bullet: 1, line: 8}, says: X.}"
EXCEPTION = "      - when: {armbands: brought}\n        asks: class\n        also: [beginners]\n"


def mistakes(folder: Path, content: str | bytes) -> list[str]:
    folder.mkdir(exist_ok=True)
    (folder / "criteria.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        read_criteria(folder)
    except BankError as error:
        return [line.removeprefix("bank/criteria.yaml:") for line in map(str, error.diagnostics)]
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bank"


@pytest.mark.parametrize(
    ("old", "new", "marker", "mistake"),
    [
        # names that nothing has
        (
            "asks: beginners\n    kind: firm\n    strength: direct",
            "asks: begginers\n    kind: firm\n    strength: direct",
            "begginers",
            "unknown level",
        ),
        ("levels: [class, beginners]", "levels: [class, deep]", "deep]", "unknown level 'deep'; use one of: beginners"),
        ("level: lanes\n", "level: lane\n", "level: lane\n", "unknown level 'lane'; did you mean 'lanes'?"),
        ("also: [beginners]", "also: [beginner]", "beginner]", "unknown level 'beginner'; did you mean 'beginners'?"),
        ("because: [R1]", "because: [R9]", "[R9]", "unknown claim 'R9'; did you mean 'R"),
        ("because: [C1]}", "because: [C7]}", "[C7]}", "unknown claim 'C7'; did you mean 'C"),
        (
            "{strokes: no_stroke}",
            "{stroke: no_stroke}",
            "{stroke:",
            "unknown finding 'stroke'; did you mean 'strokes'?",
        ),
        ("{strokes: no_stroke}", "{strokes: none}", "strokes: none", "unknown value 'none' of 'strokes'; did you mean"),
        (
            "{armbands: brought}",
            "{armband: brought}",
            "{armband:",
            "unknown finding 'armband'; did you mean 'armbands'?",
        ),
        ("needs: {strokes: several}", "needs: {strokes: many}", "many", "unknown value 'many' of 'strokes'; "),
        ("{eyes: sting}", "{eyes: red}", "eyes: red", "unknown value 'red' of 'eyes'; use one of: calm, sting"),
        ("{deep_water: afraid}]", "{deep: afraid}]", "{deep:", "unknown finding 'deep'; did you mean 'deep_water'?"),
        # ids
        (
            "  - {id: class",
            "  - {id: class, name: L, summary: L}\n  - {id: class",
            "  - {id: class, name: Class",
            "id 'class' is there twice; give one of them another id",
        ),
        ("\nindications:", f"{SECOND}\n\nindications:", SECOND, "id 'eyes' is there twice; give one"),
        ("  - id: deep-end", "  - id: cannot-swim", "cannot-swim\n    name: Afraid", "id 'cannot-swim' is there twice"),
        ("\nlevels:", f"{CLAIM}\n\nlevels:", CLAIM, "id 'C1' is there twice; give one of them another id"),
        (
            "      - {id: sting",
            "      - {id: calm, says: x}\n      - {id: sting",
            "calm, says: x",
            "id 'calm' is there twice; give one of them another id",
        ),
        (
            "{id: rules,",
            "{id: courses, heading: X, paragraphs: 1}\n      - {id: rules,",
            "{id: courses, heading: X",
            "id 'courses' is there twice; give one of them another id",
        ),
        ("  - id: floats", "  - id: goggles", "goggles\n    name: Floats", "id 'goggles' is there twice; give one"),
        ("  - id: deep-end", "  - id: deep end", "id: deep end", "id 'deep end'; use letters, digits, - and _ only"),
        (
            "\nfindings:",
            "  - {id: escalate, name: L, summary: L}\n\nfindings:",
            "{id: escalate",
            "the id 'escalate' has a meaning of its own; choose",
        ),
        (
            "  - id: goggles",
            "  - id: level",
            "id: level\n    name: Gogg",
            "the id 'level' has a meaning of its own; choose",
        ),
        (
            "  - id: floats",
            "  - id: reasons",
            "id: reasons",
            "the id 'reasons' has a meaning of its own; choose another",
        ),
        (
            "\nindications:",
            f"{SECOND.replace('eyes', 'class')}\n\nindications:",
            "{id: class, name: E,",
            "the id 'class' has a meaning of its own; choose",
        ),
        # locators
        (
            "paragraph: 2, line: 4",
            "paragraph: 4, line: 4",
            "paragraph: 4",
            "section 'courses' has no number 4 of that kind",
        ),
        ("paragraph: 2, line: 4", "paragraph: 0, line: 4", "paragraph: 0", "section 'courses' has no number 0 of that"),
        (
            "paragraph: 2, line: 4",
            "bullet: 1, line: 4",
            "bullet: 1, line: 4",
            "section 'courses' has no number 1 of that",
        ),
        ("paragraph: 2, line: 4", "line: 4", "courses, line: 4", "claim 'C2' needs a paragraph or a bullet; give one"),
        (
            "paragraph: 2, line: 4",
            "paragraph: 2, bullet: 1, line: 4",
            "paragraph: 2, bullet: 1",
            "claim 'C2' needs a paragraph or a bullet; give one of the two",
        ),
        ("section: courses, paragraph: 2", "section: lessons, paragraph: 2", "lessons", "unknown section 'lessons'; "),
        (
            "{source: leaflet, section: courses, paragraph: 2",
            "{source: leaf, section: courses, paragraph: 2",
            "leaf,",
            "unknown source 'leaf'; did you mean 'leaflet'?",
        ),
        # rules that the engine could not rest on
        (
            "{armbands: brought}",
            "{armbands: left_at_home}",
            "left_at_home}\n",
            "an exception on 'armbands: left_at_home', which is not its least concern; use 'brought'",
        ),
        (
            EXCEPTION,
            EXCEPTION.replace("asks: class", "defeats: true\n        asks: class"),
            "when: {armbands",
            "an exception must either defeat its rule or ask for another level; keep one of the two",
        ),
        (
            "        asks: class\n",
            "",
            "when: {armbands",
            "an exception must either defeat its rule or ask for another level",
        ),
        (
            "    asks: beginners\n    kind: firm\n    strength: inferred",
            "    asks: class\n    kind: firm\n    strength: inferred",
            "when: {armbands",
            "an exception raises 'deep-end'; exceptions only lower: 'class' at most",
        ),
        (
            EXCEPTION,
            EXCEPTION + "        because: [C2]\n        says: Armbands carry.\n"
            "      - when: {strokes: several}\n        asks: lanes\n",
            "when: {strokes: several}",
            "an exception of 'deep-end' asks for less than the one before it; put the exception that asks for less",
        ),
        (
            "{strokes: no_stroke}",
            "{fever: has_fever}",
            "id: fever",
            "red flag 'fever' stands in a rule; a red flag escalates",
        ),
        (
            "    when: {strokes: no_stroke}\n",
            "    when: {}\n",
            "when: {}\n",
            "an empty test; name a finding and a value",
        ),
        ("needs: {strokes: several}", "needs: {}", "needs: {}", "an empty test; name a finding and a value"),
        (
            "needs: {strokes: several}",
            "needs: {strokes: several}\n    instead: [{}]",
            "instead: [{}]",
            "an empty test; name a finding and a value",
        ),
        (
            "needs: {strokes: several}",
            "needs: {strokes: several}\n    instead: [{armband: brought}]",
            "instead: [{",
            "unknown finding 'armband'; did you mean 'armbands'?",
        ),
        ("soon: today", "soon: tomorrow", "soon: tomorrow", "unknown urgency 'tomorrow'; "),
        (
            "references: [pool-notice]\n    values",
            "references: [notice]\n    values",
            "[notice]",
            "unknown reference 'notice'; did you mean 'pool-notice'?",
        ),
        (
            "references: [pool-notice]\n    values",
            "references: [pool-notice]\n      against: [{flag: snorkel, says: E, references: []}]\n    values",
            "against: [{",
            "unknown flag 'snorkel'; ",
        ),
        ("    - {deep_water: afraid}", "    - {deep_water: wet}", "wet}", "unknown value 'wet' of 'deep_water'; "),
        (
            "    when: {strokes: no_stroke}\n",
            "    when: {strokes: no_stroke}\n    at_least: 2\n",
            "at_least: 2",
            "'at_least: 2' of 1 finding; use 1 to 1, or leave it away for all",
        ),
        (
            "\nindications:",
            "  - {id: x, name: E, ask: E?, values: [{id: a, says: a}]}\n\nindications:",
            "  - {id: x, name",
            "'x' has 1 value; give 2 to 10",
        ),
        # types and shapes
        (
            "    strength: direct\n",
            "    strength: strong\n",
            "strong\n",
            "'indications.0.strength' cannot be read; use one of: direct, inferred, by_exclusion",
        ),
        (
            "    kind: firm\n    strength: direct\n",
            "    kind: hard\n    strength: direct\n",
            "hard\n",
            "'indications.0.kind' cannot be read; use one of: firm, yielding",
        ),
        ("    strength: direct\n", "", "id: cannot-swim", "'strength' is missing; add a line 'strength: …'"),
        (
            "    strength: direct\n",
            "    strength: direct\n    weight: 3\n",
            "weight: 3",
            "unknown key 'weight'; take it away",
        ),
        (
            "paragraph: 2, line: 4",
            "paragraph: two, line: 4",
            "two,",
            "'claims.1.at.paragraph' cannot be read; write a whole number there",
        ),
        ("title: Which", "title: x\ntitle: Which", "Which", "'title' stands here twice; keep one of the two"),
        ("title: Which", "title: &t Which", "&t", "an anchor or alias (& or *); write the value out"),
        ("title: Which", "title: " + "[" * 5_000 + "Which", "[[[", "nested deeper than 12 levels; flatten it"),
    ],
)
def test_each_mistake_is_one_line_that_says_where_what_and_how_to_mend_it(
    folder: Path, old: str, new: str, marker: str, mistake: str
) -> None:
    text = edited(old, new, GOOD)
    found = mistakes(folder, text)
    assert len(found) == 1, "\n".join(found)
    line, _, said = found[0].partition(": ")
    assert said.startswith(mistake), found[0]
    assert "; " in said
    assert int(line) == text[: text.index(marker)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "marker", "mistake"),
    [
        # places of another kind
        ("page: 4}", "page: 49}", "page: 49", "source 'handbook' has no page 49; use 1 to 48"),
        # words of one's own
        ("person: child", 'person: " "', 'person: " "', "'person' is empty; write it after the colon"),
        ("rung: kind of help", "level: kind of help", "level: kind", "unknown key 'level'"),
        ("noun: the adviser}", "noun: ''}", "noun:", "'noun' is empty; write it after the colon"),
        (", noun: the adviser}", "}", "referral:", "'noun' is missing; add a line 'noun: …'"),
        ("page: 4}", "page: 0}", "page: 0", "source 'handbook' has no page 0; use 1 to 48"),
        ("minute: 17", "minute: 53", "minute: 53", "source 'talk' has no minute 53; use 0 to 52"),
        ("line: 3}", "line: 31}", "line: 31}", "source 'circular' has no line 31; use 1 to 30"),
        (
            "{source: handbook, page: 4}",
            "{source: handbook}",
            "{source: handbook}",
            "claim 'H1' has no place in its source; give a section with a paragraph or a bullet, or a page, a minute",
        ),
        (
            "page: 4}",
            "page: 4, bullet: 1}",
            "bullet: 1",
            "claim 'H1' has a paragraph or a bullet of no section; name the section",
        ),
        ("page: 4}", "section: one, page: 4}", "section: one", "source 'handbook' has no sections; "),
        # so many of several
        ("at_least: 2", "at_least: 0", "at_least: 0", "'at_least: 0' of 3 findings; use 1 to 3, or leave it away"),
        ("at_least: 2", "at_least: 4", "at_least: 4", "'at_least: 4' of 3 findings; use 1 to 3, or leave it away"),
        (
            "at_least: 2",
            "at_least: two",
            "at_least: two",
            "'indications.2.at_least' cannot be read; write a whole number there",
        ),
        # what the range rests on
        (
            "    ask: Which lessons could they leave?\n    circumstance: true\n",
            "    ask: Which lessons could they leave?\n",
            "indications:",
            "'timetable' can close 'small_group' and leave 'in_class' open, so that a rising concern could lower",
        ),
    ],
)
def test_a_bank_of_pages_minutes_and_circumstances_has_its_mistakes_named_too(
    folder: Path, old: str, new: str, marker: str, mistake: str
) -> None:
    text = edited(old, new, READING_TEXT)
    found = mistakes(folder, text)
    assert len(found) == 1, "\n".join(found)
    line, _, said = found[0].partition(": ")
    assert said.startswith(mistake), found[0]
    assert int(line) == text[: text.index(marker)].count("\n") + 1


def test_a_source_without_a_count_takes_any_page_but_the_one_before_the_first(folder: Path) -> None:
    text = edited("title: The reading handbook, pages: 48", "title: The reading handbook", READING_TEXT)
    assert mistakes(folder, edited("page: 30", "page: 3000", text)) == []
    (found,) = mistakes(folder, edited("page: 30", "page: 0", text))
    assert found.endswith("source 'handbook' has no page 0; use 1 or more")


def test_a_place_in_a_section_may_name_its_page_beside(folder: Path) -> None:
    text = edited("paragraph: 2, line: 4", "paragraph: 2, page: 1, line: 4", GOOD)
    assert mistakes(folder, text) == []


def test_the_banks_as_they_are_have_no_mistakes() -> None:
    assert read_criteria(CASES).title
    assert read_criteria(SWIMMING).title
    assert read_criteria(READING).title


@pytest.mark.parametrize(
    ("old", "new", "marker", "mistake"),
    [
        ("\nindications:", "\nfloors:", "floors:", "'floors' is of the first edition: floors are indications now, "),
        (
            "\nrequirements:",
            "\nprerequisites:",
            "prerequisites:",
            "'prerequisites' is of the first edition: what a level needs is a requirement now, or an indication that",
        ),
        (
            "\nrefer_says:",
            "\nred_flag_says:",
            "red_flag_says:",
            "'red_flag_says' is of the first edition: each red flag has its own words now",
        ),
        (
            "    ask: Did they bring armbands?\n",
            "    ask: Did they bring armbands?\n    mitigates: true\n",
            "mitigates",
            "'mitigates' is of the first edition: whatever would ease an answer counts only when it is stated",
        ),
        (
            "    clears: Calm",
            "    warning: {says: x}\n    clears: Calm",
            "warning",
            "'warning' is of the first edition: what is said for safety stands under 'safety', beside every answer",
        ),
    ],
)
def test_what_is_of_the_first_edition_is_refused_with_what_became_of_it_and_nothing_else_is_said(
    folder: Path, old: str, new: str, marker: str, mistake: str
) -> None:
    text = edited("because: [R1]", "because: [R9]", edited(old, new, GOOD))
    (found,) = mistakes(folder, text)
    line, _, said = found.partition(": ")
    assert said.startswith(mistake)
    assert said.endswith("; run 'carelevel migrate-criteria' on the file, or see the README beside it")
    assert int(line) == text[: text.index(marker)].count("\n") + 1


def test_words_that_look_like_yes_numbers_or_dates_stay_words(folder: Path) -> None:
    text = edited('"yes": With goggles\n    "no": Without', "yes: With goggles\n    no: Without", GOOD)
    text = edited("title: Which course at the pool, as one leaflet describes them", "title: 2026-01-02", text)
    text = edited("notice: For tests, not for anybody who wants to swim.", "notice: 1:30", text)
    assert mistakes(folder, text) == []
    criteria = read_criteria(folder)
    assert (criteria.flags[0].yes, criteria.title, criteria.notice) == ("With goggles", "2026-01-02", "1:30")


def test_all_mistakes_show_in_one_pass_in_the_order_of_their_lines(folder: Path) -> None:
    text = edited("{strokes: no_stroke}", "{stroke: no_stroke}", GOOD)
    text = edited("because: [R1]", "because: [R9]", text)
    text = edited("paragraph: 2, line: 4", "paragraph: 4, line: 4", text)
    found = [line.split(": ", 1)[1].split(" '")[0] for line in mistakes(folder, text)]
    assert found == ["section", "unknown finding", "unknown claim"]


def test_a_key_twice_hides_no_other_mistake(folder: Path) -> None:
    text = edited("because: [R1]", "because: [R9]", edited("title: Which", "title: x\ntitle: Which", GOOD))
    assert len(mistakes(folder, text)) == 2


def test_more_levels_than_a_ladder_can_have_are_refused(folder: Path) -> None:
    more = "".join(f"  - {{id: more{number}, name: More, summary: More.}}\n" for number in range(6))
    text = edited("\nfindings:\n", f"{more}\nfindings:\n", GOOD)
    found = [line.split(": ", 1)[1] for line in mistakes(folder, text)]
    assert found == ["9 levels; keep to 8"]


def test_more_findings_than_a_card_can_ask_are_refused(folder: Path) -> None:
    values = "values: [{id: a, says: a}, {id: b, says: b}]"
    more = "".join(f"  - {{id: more{number}, name: More, ask: More?, {values}}}\n" for number in range(100))
    text = edited("\nindications:\n", f"{more}\nindications:\n", GOOD)
    found = [line.split(": ", 1)[1] for line in mistakes(folder, text)]
    assert found == ["105 findings; keep to 100"]


def test_rules_that_combine_in_too_many_ways_are_refused_in_time(folder: Path) -> None:
    values = "values: [{id: a, says: a}, {id: b, says: b}]"
    more = "".join(f"  - {{id: f{number}, name: F, ask: F?, {values}}}\n" for number in range(90))
    whens = (", ".join(f"f{9 * place + at}: a" for at in range(9)) for place in range(10))
    eased = "".join(f"      - {{when: {{{when}}}, asks: class, because: [C2], says: x}}\n" for when in whens)
    text = edited("\nindications:\n", f"{more}\nindications:\n", GOOD)
    text = edited("    exceptions:\n", f"    exceptions:\n{eased}", text)
    (found,) = mistakes(folder, text)
    assert "the rules can be combined in more than 1000 ways; give rules fewer findings" in found


@pytest.mark.parametrize(
    ("old", "new", "where", "remedy"),
    [
        ("paragraph: 2, line: 4", "paragraph: true, line: 4", "claims.1.at.paragraph", "write a whole number there"),
        ("paragraph: 2, line: 4", 'paragraph: "2", line: 4', "claims.1.at.paragraph", "write it without quotes: 2"),
        ("paragraph: 2, line: 4", "paragraph: 2.0, line: 4", "claims.1.at.paragraph", "write a whole number there"),
        ("paragraph: 2, line: 4", "paragraph: 2, line: false", "claims.1.at.line", "write a whole number there"),
        ("paragraphs: 3", "paragraphs: true", "sources.0.sections.0.paragraphs", "write a whole number there"),
        ("asked: true", "asked: 1", "lists.0.asked", "write true or false there"),
        ("asked: true", "asked: yes", "lists.0.asked", "write true or false there"),
        ("asked: true", 'asked: "true"', "lists.0.asked", "write true or false there"),
    ],
)
def test_a_number_and_a_yes_or_no_are_what_they_are_and_nothing_that_could_be_taken_for_one(
    folder: Path, old: str, new: str, where: str, remedy: str
) -> None:
    (found,) = mistakes(folder, GOOD.replace(old, new, 1))
    assert old in GOOD
    assert found.partition(": ")[2] == f"'{where}' cannot be read; {remedy}"


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"", "1: there are no names with values in it; copy"),
        (b"- a\n", "1: there are no names with values in it; copy"),
        (b"a: [\n", "2: broken YAML: "),
        (
            GOOD.encode() + b"\n# \xff\n",
            f"{LINES + 2}: not UTF-8 text; save the file with the encoding UTF-8",
        ),
        (GOOD.encode() + b"\n# \0\n", f"{LINES + 2}: not text; save it as plain text"),
        (GOOD.encode() + b"#" * 524_288, "1: larger than 512 KiB; split it, or take something away"),
        (
            GOOD.split("levels:")[0].encode() + b"levels: []\nfindings: []\n",
            "4: no levels, or no findings; give at least",
        ),
    ],
)
def test_a_file_that_holds_no_criteria_is_one_mistake(folder: Path, content: bytes, mistake: str) -> None:
    found = mistakes(folder, content)
    assert len(found) == 1, found
    assert found[0].startswith(mistake)


def test_a_folder_without_criteria_says_so(tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    with pytest.raises(BankError) as error:
        read_criteria(tmp_path / "bank")
    assert str(error.value).startswith("bank/criteria.yaml:1: there is no such file; look into ")


def test_an_alias_that_would_explode_is_refused_before_anything_is_built(folder: Path) -> None:
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12)
    )
    assert mistakes(folder, laughs) == [
        "1: an anchor or alias (& or *); write the value out, or put it in quotes",
    ]


def test_the_digest_is_that_of_the_text_so_that_an_edited_file_is_noticed(folder: Path) -> None:
    folder.mkdir()
    (folder / "criteria.yaml").write_text(GOOD)
    assert read_criteria(folder).digest == hashlib.sha256(GOOD.encode()).hexdigest()
    (folder / "criteria.yaml").write_text(GOOD + "# a note\n")
    assert read_criteria(folder).digest != hashlib.sha256(GOOD.encode()).hexdigest()


def test_the_criteria_have_a_json_schema_for_an_editor() -> None:
    schema = adapter().json_schema()
    assert {"levels", "findings", "indications", "requirements", "safety", "urgencies"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False
