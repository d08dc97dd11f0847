"""Answers to forms and registered groups in the store: kept once, read as they were, handed in, erased."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import pytest
from carelevel.core.errors import StoreError
from carelevel.core.form_answer import LENGTH, FormAnswer, FormGroup, without_pairs
from carelevel.core.form_code import Arm, FormCode, When
from carelevel.exports.fields import object_of
from carelevel.exports.loading import Loader
from carelevel.exports.own_record import OwnRecord
from carelevel.store.store import Store
from carelevel.store.tables import form_answer as table
from sqlalchemy import update

from tests.analytics.forms import START, answered

HEAD = json.dumps({"format": "carelevel attempts", "version": 1})


def made(slot: int = 0, when: When = When.BEFORE, number: int = 2) -> FormAnswer:
    code = FormCode(number, 1, when, "T3W")
    answer = answered(code, "finch", slot, right=True)
    return replace(
        answer, id=str(uuid5(NAMESPACE_URL, answer.id)), rule="severity", text_digest="a", criteria_digest="b"
    )


def test_an_answer_comes_back_as_it_was_and_a_second_one_is_the_first(store: Store) -> None:
    answer = store.keep_form_answer(made())
    assert store.keep_form_answer(replace(answer, level="high")) == answer
    assert store.form_answers("finch") == store.form_answers_of(answer.group) == (answer,)
    assert store.count("finch") == 1


def test_a_group_comes_back_as_it_was_registered(store: Store) -> None:
    group = FormGroup("0002-T3W", 2, "T3W", 12, splits=False, registered_at=START)
    assert store.keep_form_group(group) == group
    assert store.keep_form_group(replace(group, places=1)) == group
    assert store.form_groups() == (group,)


@pytest.mark.parametrize(("column", "value"), [("accepted", {"a": 1}), ("when", "later"), ("verdict", "fine")])
def test_a_row_that_was_damaged_is_named(store: Store, column: str, value: object) -> None:
    answer = store.keep_form_answer(made())
    with store._transaction(writes=True) as connection:
        connection.execute(update(table).values({column: value}))
    with pytest.raises(StoreError, match=f"'{column}' of formanswer {answer.id}.* is damaged"):
        store.form_answers("finch")


def test_answers_are_handed_in_as_json_lines_and_counted_once(store: Store) -> None:
    kept = tuple(store.keep_form_answer(made(slot)) for slot in range(3))
    file = OwnRecord(store, "finch").download("jsonl")
    store.erase("finch")
    assert store.count("finch") == 0
    for added in (3, 0):
        [loaded] = Loader(store).load(io.BytesIO(file.content), "finch.jsonl")
        assert (loaded.added, loaded.refused) == (added, 0)
    assert store.form_answers("finch") == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("place", 0),
        ("when", "later"),
        ("form", "C"),
        ("arm", "half"),
        ("met", 1),
        ("group", "<b>"),
        ("order", 0),
        ("slot", LENGTH),
    ],
)
def test_an_answer_of_another_form_is_refused_by_its_field(store: Store, field: str, value: object) -> None:
    line = json.dumps({"form_answer": object_of(made()) | {field: value}})
    [loaded] = Loader(store).load(io.BytesIO(f"{HEAD}\n{line}".encode()), "mine.jsonl")
    assert (loaded.added, loaded.refused) == (0, 1)
    assert f"'{field}' is not " in loaded.problems[0]


def test_who_is_between_the_forms_in_the_half_without_pairs_practices_so_for_a_while() -> None:
    number = 3
    arms = {place: FormCode(number, place, When.BEFORE, "T3W").arm for place in range(1, 5)}
    answers = {
        place: [
            answered(FormCode(number, place, when, "T3W"), "finch", slot, True)
            for when in When
            for slot in range(LENGTH)
        ]
        for place in arms
    }
    for place, arm in arms.items():
        between, whole, begun = answers[place][:LENGTH], answers[place], answers[place][: LENGTH - 1]
        soon, late = START.replace(month=10), datetime(2027, 9, 1, tzinfo=UTC)
        assert without_pairs(between, soon) == (arm is Arm.WITHOUT)
        assert not any((without_pairs(between, late), without_pairs(whole, soon), without_pairs(begun, soon)))
