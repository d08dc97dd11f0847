"""Two forms of one number: equal in what makes them hard, always the same, and each as often first."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import lru_cache

import pytest
from carelevel.bank import open_bank
from carelevel.core.composer import Composer
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import NOTES, STORIES
from carelevel.core.form_code import BALANCED_PLACES, Arm, FormCode, When, read_form_code
from carelevel.core.parallel_forms import (
    CONTESTED,
    FORMS_EDITION,
    LONGER_PERCENT,
    MOST_OF_RULE,
    SAME_PERSON_EDITION,
    FormItem,
    ParallelForms,
    Story,
    forms_version,
    parallel_forms,
)
from carelevel.practice.form_material import FormMaterial

from tests.bank.conftest import CASES
from tests.core.test_composer import plain_lines, pool

SEEDS = [number * 26_417 % 32**4 for number in range(16)]


@lru_cache(maxsize=1)
def material() -> FormMaterial:
    return FormMaterial(open_bank(CASES))


@lru_cache(maxsize=64)
def forms(number: int) -> ParallelForms:
    return parallel_forms(material().composer, material().stories, number)


def alike(item: FormItem) -> tuple[object, ...]:
    """What is to be exactly the same in both of a slot."""
    if item.note:
        return (item.slot, item.note.recipe, len(item.note.lines), item.note.words)
    assert item.story
    return (item.slot, item.rule, item.story.level, item.story.contested, item.story.reading)


@pytest.mark.parametrize("number", SEEDS)
def test_both_forms_are_equal_slot_by_slot_and_share_nothing_that_is_read(number: int) -> None:
    made = forms(number)
    assert sorted(map(alike, made.first), key=str) == sorted(map(alike, made.second), key=str)
    items = [*made.first, *made.second]
    assert len({item.id for item in items}) == len(items) == 2 * (NOTES + STORIES)
    for form in (made.first, made.second):
        assert [bool(item.note) for item in form] == [True] * NOTES + [False] * STORIES
        notes = [item.note for item in form if item.note]
        assert sum(note.recipe.contested for note in notes) == CONTESTED
        levels = Counter(note.recipe.level for note in notes)
        assert levels[ESCALATE] == 2
        assert set(levels.values()) <= {2, 3, 4}
        assert max(Counter(item.rule for item in form if item.note).values()) <= MOST_OF_RULE + 1
    people = [item.note.lines[0] for item in items if item.note]
    assert len(set(people)) == len(people), "somebody comes twice"
    ones, others = ({item.slot: item for item in form} for form in (made.first, made.second))
    for slot, item in ones.items():
        other = others[slot]
        if item.note and other.note:
            assert not {*item.note.lines} & {*other.note.lines}
        if item.story and other.story:
            shorter, longer = sorted((item.story.words, other.story.words))
            assert longer <= shorter * (1 + LONGER_PERCENT / 100)


def test_one_number_gives_one_pair_of_forms_and_another_number_another() -> None:
    again = parallel_forms(FormMaterial(open_bank(CASES)).composer, material().stories, SEEDS[1])
    assert again == forms(SEEDS[1])
    assert len({tuple(item.id for item in forms(number).first) for number in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize(
    ("edition", "made"), [(SAME_PERSON_EDITION, "c4b0c6"), (FORMS_EDITION, "e779ac")], ids=["first", "now"]
)
def test_forms_of_a_number_stay_unless_their_edition_counts_on(edition: int, made: str) -> None:
    composer = Composer(plain_lines(pool().criteria), pool().criteria)
    stories = [Story(f"{level}-{n}", "", level, False, "", 1, 90) for level in ("lanes", "class") for n in range(4)]
    two = parallel_forms(composer, stories, 5, edition)
    told = [[line.text for line in item.note.lines] if item.note else item.id for item in (*two.first, *two.second)]
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    assert digest.startswith(made), "codes that were given out would ask something else: count FORMS_EDITION on"


def test_the_two_stories_of_a_form_have_different_answers() -> None:
    for number in SEEDS:
        first, second = (item.story for item in forms(number).first if item.story)
        assert first.level != second.level


@pytest.mark.parametrize("number", [0, 1, 2_024, 32**4 - 1])
def test_each_form_comes_first_as_often_in_every_block_and_in_each_half(number: int) -> None:
    for block in range(12):
        places = range(block * BALANCED_PLACES + 1, (block + 1) * BALANCED_PLACES + 1)
        codes = [FormCode(number, place, When.BEFORE, "T3W") for place in places]
        assert Counter(code.form for code in codes) == {"A": 2, "B": 2}
        arms = Counter((code.form, code.arm) for code in codes)
        assert set(arms.values()) == ({1} if number % 2 else {2})
        assert (codes[0].arm is Arm.NONE) == (number % 2 == 0)
        for code in codes:
            after = FormCode(code.number, code.place, When.AFTER, code.version)
            assert (after.form, after.arm) == ("B" if code.form == "A" else "A", code.arm)


def test_which_form_comes_first_is_not_told_by_the_place() -> None:
    firsts = {tuple(FormCode(number, place, When.BEFORE, "").form for place in range(1, 5)) for number in range(60)}
    assert len(firsts) == 6  # every order of two A and two B


@pytest.mark.parametrize("text", ["before-7Q4K03-2M8", " BEFORE-7q4k03-2m8 ", "bef0re-7Q4KO3-2M8"])
def test_a_code_is_read_as_people_type_it(text: str) -> None:
    code = read_form_code(text)
    assert str(code) == "before-7Q4K03-2M8"
    assert (code.place, code.when, code.group) == (3, When.BEFORE, "7Q4K-2M8")


@pytest.mark.parametrize(
    "text", ["", "7Q4K03-2M8", "note-7Q4K-2M8", "after-7Q4K00-2M8", "after-7Q4KZZ-2M8", "x" * 9999]
)
def test_what_is_no_code_is_told_so(text: str) -> None:
    with pytest.raises(AnswerError, match=r"is no code of a form; write it as .*before-7Q4K01-2M8"):
        read_form_code(text)


def test_a_code_of_another_state_of_the_bank_is_told_in_words() -> None:
    code = FormCode(5, 1, When.BEFORE, "000")
    with pytest.raises(AnswerError, match=f"before-000501-000 belongs to another state .* end in {material().version}"):
        material().form(code)


def test_a_story_told_otherwise_makes_another_version() -> None:
    stories = material().stories
    assert forms_version(material().composer, stories) == material().version
    assert forms_version(material().composer, stories[1:]) != material().version
    assert len(material().editions) == FORMS_EDITION


def test_a_code_of_an_earlier_edition_asks_what_it_asked() -> None:
    earlier = forms_version(material().composer, material().stories, SAME_PERSON_EDITION)
    code = FormCode(SEEDS[1], 1, When.BEFORE, earlier)
    made = parallel_forms(material().composer, material().stories, SEEDS[1], SAME_PERSON_EDITION)
    assert material().form(code) == made.form(code.form)
    assert material().form(FormCode(SEEDS[1], 1, When.BEFORE, material().version)) == forms(SEEDS[1]).form(code.form)
    assert made != forms(SEEDS[1])


def test_a_bank_with_no_stories_that_are_alike_is_told_what_it_lacks() -> None:
    with pytest.raises(AnswerError, match="too few stories that are alike"):
        parallel_forms(material().composer, material().stories[:1], 3)
