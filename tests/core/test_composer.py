"""Short notes: sound however many are composed, always the same of one code, and with nothing that tells the answer."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

import pytest
from carelevel.analytics.assessed_points import Assessed
from carelevel.analytics.single_cues import best_cue, best_cues
from carelevel.bank import open_bank
from carelevel.bank.notes_file import read_notes
from carelevel.core.assess import assess, decide
from carelevel.core.composer import FEWEST_LINES, MOST_LINES, Composer, Wanted
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.draws import Draws
from carelevel.core.errors import AnswerError
from carelevel.core.note import NUMBERS, Note, NoteCode, read_code
from carelevel.core.note_lines import NoteLine, NoteLines

from tests.bank.conftest import CASES, SWIMMING

OURS = open_bank(CASES).criteria
DRAWN = 1_500


def plain_lines(criteria: Criteria, count: int = 4) -> NoteLines:
    """Lines that say their value, so that only what is drawn can tell an answer."""
    showing = {
        (finding.id, value.id): tuple(
            NoteLine(f"{finding.id} {value.id} {number}.", finding.id, value.id) for number in range(count)
        )
        for finding in criteria.findings
        for value in finding.values
    }
    people = tuple(
        NoteLine(f"Person {number}.", says=frozenset({"man" if number % 2 else "woman"})) for number in range(8)
    )
    return NoteLines(people, tuple(NoteLine(f"Neutral {number}.") for number in range(12)), showing, "0")


@lru_cache(maxsize=1)
def composer() -> Composer:
    return Composer(plain_lines(OURS), OURS)


@lru_cache(maxsize=1)
def drawn() -> tuple[Note, ...]:
    return tuple(map(composer().compose, range(DRAWN)))


@lru_cache(maxsize=1)
def pool() -> Composer:
    bank = open_bank(SWIMMING)
    lines = read_notes(bank.folder, bank.criteria)
    assert lines
    return Composer(lines, bank.criteria)


def is_sound(note: Note, criteria: Criteria) -> bool:
    """Whether the key is the engine's, each finding is told once, all lines go together, and their number is right."""
    decision = decide(note.findings, criteria)
    told = [(line.finding, line.value) for line in note.lines if line.finding]
    together = all(line.goes_with(other) for line in note.lines for other in note.lines if other is not line)
    return (
        (note.level, note.accepted, note.flags) == decision
        and len(told) == len(note.findings)
        and dict(told) == note.findings
        and together
        and FEWEST_LINES <= len(note.lines) <= MOST_LINES
        and len({line.text for line in note.lines}) == len(note.lines)
    )


def test_every_note_is_sound_and_begins_with_a_person() -> None:
    assert [note.code for note in drawn() if not is_sound(note, OURS)] == []
    assert {note.lines[0].text.split()[0] for note in drawn()} == {"Person"}


def test_a_note_that_is_not_contested_has_one_answer_and_the_rule_that_it_is_about_leads_to_it() -> None:
    for note in drawn()[:150]:
        found = assess(note.findings, OURS)
        answers = len(found.accepted) + bool(found.refer_accepted)
        assert (answers > 1) == note.recipe.contested, note
        if note.recipe.way not in ("met", "unmet") and note.level != ESCALATE:
            assert note.recipe.rule in {reason.rule for reason in found.exercised}, note


def test_another_banks_lines_make_notes_too() -> None:
    notes = [pool().compose(number) for number in range(150)]
    assert [note.code for note in notes if not is_sound(note, pool().criteria)] == []
    assert {note.level for note in notes} == {"lanes", "class", "beginners", ESCALATE}
    assert {note.recipe.rule for note in notes} == {"cannot-swim", "deep-end", "lanes-strokes", "fever"}


def test_no_two_of_many_notes_are_alike() -> None:
    assert len({frozenset(line.text for line in note.lines) for note in drawn()}) == len(drawn())


def test_levels_are_balanced_and_most_notes_have_one_answer() -> None:
    counts = Counter(note.level for note in drawn())
    for level in OURS.ladder:
        assert abs(counts[level] / DRAWN - 5 / 18) < 0.04, counts
    assert abs(counts[ESCALATE] / DRAWN - 3 / 18) < 0.03, counts
    contested = sum(note.recipe.contested for note in drawn()) / DRAWN
    assert 0.12 < contested < 0.22


def test_every_rule_that_decides_is_met() -> None:
    met = {note.recipe.rule for note in drawn()}
    assert met >= {rule.id for rule in OURS.indications} | set(OURS.red_flags)


def test_8_no_finding_tells_the_answer_nor_do_two() -> None:
    cues = best_cues(map(_as_point, drawn()), OURS)
    assert cues
    for cue in (cues.accepted, cues.recommended, cues.accepted_by_two):
        assert not cue.tells, cue


OUTSIDE: dict[str, Callable[[Note], str]] = {
    "how many lines": lambda note: str(len(note.lines)),
    "how many neutral lines": lambda note: str(sum(not line.finding for line in note.lines)),
    "who": lambda note: note.lines[0].text,
    "the second line": lambda note: note.lines[1].finding,
    "the last line": lambda note: note.lines[-1].finding,
}


@pytest.mark.parametrize("cue", OUTSIDE)
def test_nothing_beside_what_is_told_tells_the_answer(cue: str) -> None:
    points = [replace(_as_point(note), findings={"cue": OUTSIDE[cue](note)}) for note in drawn()]
    asked = [point for point in points if point.level != ESCALATE]
    best = best_cue(asked, [("cue",)], Fraction(1), accepted=False)
    assert best.hits / best.n < (0.5 if "line" in cue and cue.startswith("the") else 0.42), best


def test_what_decides_stands_anywhere() -> None:
    places = Counter(
        next(place for place, line in enumerate(note.lines) if line.finding == note.recipe.rule)
        for note in drawn()
        if note.level == ESCALATE and len(note.lines) == 8
    )
    assert set(places) == set(range(1, 8))


def test_a_code_is_of_one_note_for_ever_and_is_read_as_people_write_it() -> None:
    note = composer().compose(1234)
    assert str(note.code) == f"note-016J-{composer().version}"
    assert composer().of_code(read_code(f" NOTE-o16j-{composer().version} ".lower())) == note
    again = Composer(plain_lines(OURS), OURS).compose(1234)
    assert [line.text for line in again.lines] == [line.text for line in note.lines]


def test_notes_of_a_number_stay_unless_the_edition_counts_on() -> None:
    composer = Composer(plain_lines(pool().criteria), pool().criteria)
    codes = [NoteCode(number, change, composer.version) for number in range(40) for change in range(3)]
    told = [[line.text for line in composer.of_code(code).lines] for code in codes]
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    assert digest.startswith("29bd7e"), "codes that were given out would show other notes: count EDITION on"


def test_draws_are_those_of_splitmix64() -> None:
    draws = Draws(1234567)
    assert [draws.below(1 << 64) for _ in range(3)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]
    assert sorted(draws.shuffled("abcdef")) == list("abcdef")


@pytest.mark.parametrize(
    "text", ["", "note-", "note-7Q4K", "note-7Q4-2M8", "note-7QUK-2M8", "x" * 500, "note-7Q4K0-2M8"]
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(AnswerError, match="is no code of a note"):
        read_code(text)


def test_a_code_of_other_lines_is_refused_in_words() -> None:
    other = Composer(plain_lines(OURS, count=5), replace(OURS, digest="1"))
    assert other.version != composer().version
    with pytest.raises(AnswerError, match=f"whose notes end in {other.version}"):
        other.of_code(composer().compose(5).code)


def test_lines_of_which_no_note_can_be_made_are_refused() -> None:
    with pytest.raises(AnswerError, match="no note can be composed"):
        Composer(NoteLines((NoteLine("A person."),), (), {}), OURS)


@pytest.mark.parametrize("recipe", composer().recipes, ids=lambda recipe: f"{recipe.rule}-{recipe.way}-{recipe.level}")
def test_a_note_is_found_for_whatever_is_wanted_of_it(recipe: object) -> None:
    wanted = Wanted(recipe.level, recipe.rule, recipe.contested)  # type: ignore[attr-defined]
    number = composer().number(NUMBERS - 5, wanted)
    assert number is not None
    assert wanted.takes(composer().compose(number).recipe)
    assert composer().number(0, Wanted(level="nowhere")) is None


# The same note with one line changed


def test_a_pair_differs_in_one_line_and_has_the_other_answer() -> None:
    found = 0
    for note in drawn()[:120]:
        for level in OURS.choices:
            if level == note.level or level in note.accepted:
                continue
            pair = composer().pair(note, lambda answer, level=level: answer.level == level)
            if pair is None:
                continue
            found += 1
            assert pair.level == level
            assert is_sound(pair, OURS)
            assert sum(one is not other for one, other in zip(note.lines, pair.lines, strict=True)) == 1
            assert composer().of_code(read_code(str(pair.code))) == pair
    assert found > 250


def test_a_pair_turns_first_on_what_the_note_is_about() -> None:
    number = composer().number(0, Wanted("residential", "self-control", contested=False))
    assert number is not None
    note = composer().compose(number)
    pair = composer().pair(note, lambda answer: answer.level == "outpatient")
    assert pair is None or pair.findings["self_control"] == "manages"


def _as_point(note: Note) -> Assessed:
    return Assessed(str(note.code), "", 0, note.findings, note.level, note.accepted, frozenset())
