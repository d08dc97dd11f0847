"""A bank answered blind: in order, one point at a time, going on where somebody stopped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.errors import AnswerError
from carelevel.core.supervisor_answer import NOT_SURE
from carelevel.review.blind import Blind
from carelevel.store.supervisors import SupervisorAnswers

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return open_bank(Path(shutil.copytree(SWIMMING, tmp_path / "pool")))


@pytest.fixture
def answers(made_sqlite_url: str) -> SupervisorAnswers:
    return SupervisorAnswers(made_sqlite_url)


@pytest.fixture
def blind(bank: Bank, answers: SupervisorAnswers) -> Blind:
    return Blind(bank, answers, "owl")


def at(blind: Blind) -> tuple[str, int] | None:
    return (blind.question.case.id, blind.question.number) if blind.question else None


def test_points_come_in_the_order_of_cases_and_the_later_one_after_the_earlier(blind: Blind) -> None:
    seen = []
    while blind.question:
        seen.append((at(blind), blind.question.place, len(blind.question.earlier)))
        blind.answer("class")
    assert seen == [(("first-length", 0), 1, 0), (("green-armbands", 0), 2, 0), (("green-armbands", 1), 2, 1)]
    with pytest.raises(AnswerError, match="answered already"):
        blind.answer("class")


def test_who_stopped_goes_on_there_and_another_code_begins_at_the_beginning(
    blind: Blind, bank: Bank, answers: SupervisorAnswers
) -> None:
    blind.answer(NOT_SURE)
    again = Blind(bank, answers, "owl")
    assert at(again) == ("green-armbands", 0)
    again.switch("wren")
    assert at(again) == ("first-length", 0)
    again.switch("owl")
    assert at(again) == ("green-armbands", 0)


def test_back_shows_what_was_chosen_and_another_choice_takes_its_place(
    blind: Blind, answers: SupervisorAnswers
) -> None:
    assert not blind.can_go_back
    blind.answer("lanes")
    blind.answer("class")
    blind.back()
    blind.back()
    assert at(blind) == ("first-length", 0)
    assert blind.question is not None
    assert blind.question.chosen == "lanes"
    blind.answer("beginners")
    assert at(blind) == ("green-armbands", 1)
    assert [one.level for one in answers.of("owl")] == ["beginners", "class"]


def test_after_the_last_point_the_way_back_is_open(blind: Blind) -> None:
    for _ in range(3):
        blind.answer("class")
    assert blind.question is None
    blind.back()
    assert at(blind) == ("green-armbands", 1)


def test_an_answer_that_is_not_offered_is_refused_and_nothing_is_kept(blind: Blind, answers: SupervisorAnswers) -> None:
    with pytest.raises(AnswerError, match="not a level of this bank"):
        blind.answer("<b>deep</b>")
    assert answers.everybodys() == ()


def test_a_case_with_mistakes_is_passed_over_and_an_edited_story_is_asked_again(
    blind: Blind, bank: Bank, answers: SupervisorAnswers
) -> None:
    (bank.folder / "aaa.md").write_text("torn", encoding="utf-8")
    blind.answer("class")
    story = bank.folder / "first-length.md"
    story.write_text(story.read_text(encoding="utf-8").replace("a whale", "a shark"), encoding="utf-8")
    assert at(Blind(bank, answers, "owl")) == ("first-length", 0)
