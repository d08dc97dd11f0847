"""What supervisors chose blind, kept and brought together, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from carelevel.core.supervisor_answer import NOT_SURE, SupervisorAnswer
from carelevel.store.supervisors import Merged, SupervisorAnswers

MORNING = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)
ANSWER = SupervisorAnswer("owl", "kitchen-shift", 0, "d" * 64, "residential", MORNING)
LATER = replace(ANSWER, level="outpatient", answered_at=MORNING + timedelta(hours=1))


@pytest.fixture
def answers(made_url: str) -> Iterator[SupervisorAnswers]:
    opened = SupervisorAnswers(made_url)
    yield opened
    opened.close()


def test_an_answer_comes_back_as_it_was_and_a_second_one_takes_its_place(answers: SupervisorAnswers) -> None:
    answers.keep(ANSWER)
    assert answers.of("owl") == (ANSWER,)
    answers.keep(replace(LATER, level=NOT_SURE))
    assert answers.of("owl") == (replace(LATER, level=NOT_SURE),)
    assert answers.of("wren") == ()


def test_an_answer_to_an_edited_text_stands_beside_the_one_to_the_old(answers: SupervisorAnswers) -> None:
    edited = replace(ANSWER, text_digest="e" * 64)
    answers.keep(ANSWER)
    answers.keep(edited)
    assert answers.everybodys() == (ANSWER, edited)


def test_of_two_answers_brought_together_the_newer_one_counts_whichever_came_first(answers: SupervisorAnswers) -> None:
    other = replace(ANSWER, code="wren")
    assert answers.merge([ANSWER, other]) == Merged(added=2)
    assert answers.merge([ANSWER, LATER]) == Merged(added=1, known=1)
    assert answers.merge([ANSWER]) == Merged(older=1)
    assert answers.everybodys() == (LATER, other)
