"""Interviews in the store: kept once, read as they were, counted, erased."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.kept_interview import Interview
from carelevel.store.store import Store
from carelevel.store.tables import interview as table
from sqlalchemy import update

Make = Callable[..., Interview]


def test_an_interview_comes_back_as_it_was(store: Store, interview: Make) -> None:
    open_, settled = interview(), interview(5, settled_after=3, asked=())
    assert (store.keep_interview(settled), store.keep_interview(open_)) == (settled, open_)
    assert store.interviews(open_.trainee) == (open_, settled)
    assert (store.interview(open_.id), store.interview("another")) == (open_, None)
    assert store.count(open_.trainee) == 2


def test_a_second_decision_under_one_id_is_the_first_one(store: Store, interview: Make) -> None:
    made = store.keep_interview(interview())
    assert store.keep_interview(interview(id=made.id, level="outpatient")) == made
    assert store.interviews(made.trainee) == (made,)


def test_erasing_a_trainee_leaves_the_interviews_of_others(store: Store, interview: Make) -> None:
    mine, theirs = store.keep_interview(interview()), store.keep_interview(interview(trainee="wren"))
    assert store.knows(mine.trainee)
    store.erase(mine.trainee)
    assert not store.knows(mine.trainee)
    assert (store.interviews(mine.trainee), store.interviews("wren")) == ((), (theirs,))


@pytest.mark.parametrize(("column", "value"), [("asked", "housing"), ("flags", [1]), ("verdict", "fine")])
def test_a_row_that_was_damaged_is_named(store: Store, interview: Make, column: str, value: object) -> None:
    made = store.keep_interview(interview())
    with store._transaction(writes=True) as connection:
        connection.execute(update(table).values({column: value}))
    with pytest.raises(StoreError, match=f"'{column}' of interview {made.id}.* is damaged"):
        store.interviews(made.trainee)


def test_reasons_of_501_characters_are_refused(interview: Make) -> None:
    with pytest.raises(AnswerError, match="reasons: 501 characters are too many; keep to 500"):
        interview(reasons="x" * 501)
