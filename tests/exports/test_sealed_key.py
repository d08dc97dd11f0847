"""The key of a form stays closed in a trainee's own file until both forms are in, and is back when it is loaded."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pytest
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.core.form_code import FormCode, When
from carelevel.exports.attempt_object import form_answer_of
from carelevel.exports.attempts import Format, read, written
from carelevel.exports.fields import object_of
from carelevel.exports.sealed_key import KEY, SEALED, sealed

from tests.analytics.forms import answered


def form(when: When, slots: int = LENGTH, trainee: str = "finch") -> list[FormAnswer]:
    made = (answered(FormCode(2, 1, when, "T3W"), trainee, slot, right=slot % 3 > 0) for slot in range(slots))
    return [
        replace(one, id=str(uuid5(NAMESPACE_URL, one.id)), text_digest="a", criteria_digest="b", rule="severity")
        for one in made
    ]


@pytest.mark.parametrize(
    "answers",
    [form(When.BEFORE), [*form(When.BEFORE), *form(When.AFTER, LENGTH - 1)], form(When.BEFORE, 1)],
    ids=["one form", "one answer is missing", "one answer"],
)
def test_before_both_forms_are_in_the_file_tells_nothing_of_what_is_right_and_loses_nothing(
    answers: list[FormAnswer],
) -> None:
    file = "".join(written([], Format.JSONL, answers))
    objects = [json.loads(line)["form_answer"] for line in file.splitlines()[1:]]
    assert len(objects) == len(answers)
    for one in objects:
        assert not {*KEY, "right"} & one.keys()
        assert isinstance(one[SEALED], str)
    assert "less_intensive" not in file
    assert "severity" not in file
    assert [found.value for found in read(io.BytesIO(file.encode()))] == answers


def test_once_both_are_in_the_key_stands_there_and_somebody_elses_stays_closed() -> None:
    whole, other = [*form(When.BEFORE), *form(When.AFTER)], form(When.BEFORE, trainee="wren")
    objects = sealed([*whole, *other])
    assert list(objects[: len(whole)]) == list(map(object_of, whole))
    assert all(SEALED in one for one in objects[len(whole) :])


@pytest.mark.parametrize("closed", ["", "?", "e30=", "bnVsbA==", 5, "/w=="])
def test_a_key_that_cannot_be_opened_is_refused_in_words(closed: object) -> None:
    [value] = sealed(form(When.BEFORE, 1))
    with pytest.raises(AnswerError, match=r"'sealed'.*as an export writes it"):
        form_answer_of({**value, SEALED: closed})  # type: ignore[dict-item]  # what a file may hold
