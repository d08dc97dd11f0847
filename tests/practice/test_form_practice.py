"""A form by its code: kept at every answer, gone on with, told only when both are in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import LENGTH, FormGroup
from carelevel.core.form_code import FormCode, When
from carelevel.messages import forms as forms_messages
from carelevel.practice.form_groups import FormGroups
from carelevel.practice.form_material import FormMaterial
from carelevel.practice.form_practice import FormPractice
from carelevel.store.store import Store, open_store

from tests.bank.conftest import CASES, SWIMMING

NUMBER = 4_242


@lru_cache(maxsize=1)
def material() -> FormMaterial:
    return FormMaterial(open_bank(CASES))


@pytest.fixture
def store(made_sqlite_url: str) -> Iterator[Store]:
    kept = open_store(made_sqlite_url)
    yield kept
    kept.close()


def practice(store: Store, trainee: str = "finch") -> FormPractice:
    """As a kernel begins it, on the material that is there already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carelevel.practice.form_practice.FormMaterial", lambda _bank: material())
        return FormPractice(material().bank, store, trainee)


def code(when: When, place: int = 1) -> str:
    return str(FormCode(NUMBER, place, when, material().version))


def fill(form: FormPractice, count: int = LENGTH) -> None:
    for _ in range(count):
        form.answer("residential")


def test_a_form_goes_on_where_a_killed_kernel_was_and_says_so(store: Store) -> None:
    practice(store).begin(code(When.BEFORE))
    asked = []
    for number in range(LENGTH):
        form = practice(store)
        assert form.asked
        assert form.left_at
        assert form.asked.order == number + 1
        asked.append(form.asked.item.id)
        form.choose("outpatient")
        again = practice(store).asked
        assert again
        assert (again.chosen, again.opened_at) == ("outpatient", form.asked.opened_at)
        form.answer("outpatient")
    assert len(set(asked)) == LENGTH
    assert [answer.item for answer in store.form_answers("finch")] == asked
    done = practice(store)
    assert done.asked is None
    assert done.left_at is None
    done.begin(code(When.BEFORE))
    assert done.whole
    assert done.whole.both == ()


def test_a_second_answer_to_the_same_is_the_first_one(store: Store) -> None:
    one = practice(store)
    one.begin(code(When.BEFORE))
    other = practice(store)
    one.answer("residential")
    other.answer("outpatient")
    assert [answer.level for answer in store.form_answers("finch")] == ["residential"]
    assert other.asked
    assert one.asked
    assert other.asked.item == one.asked.item


def test_what_was_right_is_told_when_both_are_in(store: Store) -> None:
    form = practice(store)
    form.begin(code(When.BEFORE))
    fill(form)
    assert form.whole
    assert not form.whole.both
    form.begin(code(When.AFTER))
    fill(form)
    assert form.whole
    assert len(form.whole.both) == LENGTH
    for before, after in form.whole.both:
        assert (before.rule, before.criteria_level, before.contested) == (
            after.rule,
            after.criteria_level,
            after.contested,
        )
        assert before.item != after.item
        assert {before.form, after.form} == {"A", "B"}
        assert before.is_story or before.words == after.words
        assert before.right == (before.level in before.accepted or before.level == before.criteria_level)


def test_codes_that_are_not_ones_turn_are_refused_in_words(store: Store) -> None:
    form = practice(store)
    with pytest.raises(AnswerError, match=rf"first one is not whole yet; give {code(When.BEFORE)} first"):
        form.begin(code(When.AFTER))
    with pytest.raises(AnswerError, match="there is nothing to answer"):
        form.answer("residential")
    form.begin(code(When.BEFORE))
    form.answer("residential")
    with pytest.raises(AnswerError, match=f"another code of this list; go on with {code(When.BEFORE)}"):
        form.begin(code(When.BEFORE, 2))
    with pytest.raises(AnswerError, match="somebody else here has answered"):
        practice(store, "wren").begin(code(When.BEFORE))
    with pytest.raises(AnswerError, match=r"the code before-[0-9A-Z]*-000 belongs to another state"):
        form.begin(str(FormCode(NUMBER, 1, When.BEFORE, "000")))
    with pytest.raises(AnswerError, match="unknown level 'x'"):
        form.answer("x")
    assert len(store.form_answers("finch")) == 1
    assert form.asked
    assert form.asked.order == 2


def test_a_place_that_the_group_does_not_have_is_refused_and_keeps_nobody_from_the_right_one(store: Store) -> None:
    before = FormCode(NUMBER, 3, When.BEFORE, material().version)
    form = practice(store)
    form.begin(str(before))
    form.answer("residential")
    store.keep_form_group(FormGroup(before.group, NUMBER, before.version, 2, splits=False, registered_at=form.clock()))
    with pytest.raises(AnswerError, match=f"the code {before} is that of place 3, .* ends with place 2; look"):
        form.begin(str(before))
    again = practice(store)
    assert again.asked is None
    assert "ends with place 2" in again.problem
    again.begin(code(When.BEFORE, 2))
    assert again.asked
    assert again.asked.order == 1


def test_codes_are_made_of_the_files_as_they_are_and_taken_where_they_are_so(store: Store, tmp_path: Path) -> None:
    bank = open_bank(Path(shutil.copytree(CASES, tmp_path / "cases")))
    supervisors, form = FormGroups(bank, store), FormPractice(bank, store, "finch")
    first = supervisors.register(2, splits=False)
    form.begin(str(first.codes(When.BEFORE)[0]))
    form.leave()
    changed(bank, "criteria.yaml", "title: ", "title: Another ")
    assert supervisors.current() == ()
    changed(bank, "notes.yaml", "people:\n", "people:\n  - Somebody by the window.\n")
    second = supervisors.register(2, splits=False)
    assert second.version not in {first.version, material().version}
    form.begin(str(second.codes(When.BEFORE)[0]))
    assert form.asked
    assert [standing.problem for standing in supervisors.standing()] == ["", forms_messages.CHANGED_SINCE]
    (bank.folder / "notes.yaml").write_text("nothing")
    told = {standing.problem.split(":")[0] for standing in supervisors.standing()}
    assert told == {forms_messages.NOT_NOW.split(":")[0]}


def changed(bank: Bank, name: str, old: str, new: str) -> None:
    file = bank.folder / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_a_form_whose_bank_has_changed_since_is_told_in_words_and_keeps_its_answers(store: Store) -> None:
    form = practice(store)
    form.begin(code(When.BEFORE))
    form.answer("residential")
    other = FormMaterial(open_bank(CASES))
    other.editions = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carelevel.practice.form_practice.FormMaterial", lambda _bank: other)
        changed = FormPractice(other.bank, store, "finch")
    assert changed.asked is None
    assert "belongs to another state" in changed.problem
    assert len(store.form_answers("finch")) == 1


def test_a_story_met_in_practice_is_marked_so(store: Store, attempt: Callable[..., Attempt]) -> None:
    form = practice(store)
    form.begin(code(When.BEFORE))
    fill(form, LENGTH - 2)
    assert form.asked
    assert form.asked.item.story
    assert form.asked.case
    store.keep(attempt(trainee="finch", case=form.asked.item.story.id))
    fill(form, 2)
    assert [answer.met for answer in store.form_answers("finch")] == [False] * 12 + [True, False]


def test_what_was_practiced_in_between_is_counted(store: Store, attempt: Callable[..., Attempt]) -> None:
    now = datetime.now(UTC)
    made = store.keep(attempt(trainee="finch"))
    apart = timedelta(minutes=1)
    assert store.practiced_between("finch", made.committed_at - apart, made.committed_at + apart) == 1
    assert store.practiced_between("finch", made.committed_at, now + timedelta(days=9999)) == 0
    assert store.practiced_between("wren", made.committed_at - apart, made.committed_at + apart) == 0


def test_erasing_takes_the_answers_to_forms_along(store: Store) -> None:
    form = practice(store)
    form.begin(code(When.BEFORE))
    form.answer("residential")
    store.erase("finch")
    assert store.form_answers("finch") == ()
    assert not store.knows("finch")


def test_a_bank_without_lines_says_so() -> None:
    bank = open_bank(SWIMMING)
    made = FormMaterial(bank)
    with pytest.raises(AnswerError, match="too few"):
        made.form(FormCode(1, 1, When.BEFORE, made.version))
