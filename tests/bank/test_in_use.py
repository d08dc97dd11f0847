"""A case that is held back, or retired, reaches no trainee and no room by any door; supervisors still have it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.authoring import Desk
from carelevel.bank import Bank, open_bank
from carelevel.core.case import HELD, RETIRED
from carelevel.core.errors import BankError
from carelevel.exports.bank_files import BankFiles
from carelevel.page.contents import of_bank
from carelevel.practice import Practice
from carelevel.practice.cases_for_rule import titles_exercising
from carelevel.practice.guided import GUIDED, guided
from carelevel.practice.next_case import exercises
from carelevel.practice.simulated_trainees import sittings
from carelevel.review.blind import Blind
from carelevel.review.survey import survey
from carelevel.store.store import Store
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.widgets.editor import Editor
from carelevel.widgets.explorer.view import explorer_bank
from carelevel.widgets.presenter.cases import presented_cases
from carelevel.workshop.running_order import check_entry, new_entry

from tests.conftest import our_bank

CASES = Path(__file__).parents[2] / "cases"
OTHER = "kitchen-shift"
Statuses = pytest.mark.parametrize("status", [HELD, RETIRED])


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("criteria.yaml", f"{GUIDED}.md", f"{OTHER}.md"):
        shutil.copy(CASES / name, folder)
    return open_bank(folder)


def marked(bank: Bank, status: str) -> Bank:
    file = bank.folder / f"{GUIDED}.md"
    file.write_text(file.read_text("utf-8").replace("\ndifficulty", f"\nstatus: {status}\ndifficulty", 1), "utf-8")
    return bank


def practiced(bank: Bank, store: Store) -> set[str]:
    practice = Practice(bank, store, "wren")
    return {offered.case.id for offered in practice.cases()} | {exercise.case for exercise in practice._offered(())}


def ruled(bank: Bank) -> set[str]:
    rules = {rule for case in our_bank().cases()[:60] for each in exercises(case, bank.criteria) for rule in each.rules}
    return {title for titles in titles_exercising(rules, bank).values() for title in titles}


SHOWN: dict[str, Callable[[Bank, Store], set[str]]] = {
    "practice": practiced,
    "the first case": lambda bank, _: {guided(bank)},
    "exports, offered": lambda bank, _: set(BankFiles(bank).offered()),
    "exports, all": lambda bank, _: {case.id for case in BankFiles(bank).chosen().cases},
    "the browser edition": lambda bank, _: {name.removesuffix(".md") for name in of_bank(bank)} - {"criteria.yaml"},
    "a facilitator's list": lambda bank, _: {case.id for case in presented_cases(bank)},
    "the explorer": lambda bank, _: {preset.case for preset in explorer_bank(bank).presets},
    "simulated trainees": lambda bank, _: {sitting.case.id for each in sittings(bank) for sitting in each},
    "what a bank exercises": lambda bank, _: {point.case for point in survey(bank).points},
}


@Statuses
@pytest.mark.parametrize("door", SHOWN)
def test_no_door_leads_to_it(bank: Bank, store: Store, door: str, status: str) -> None:
    assert SHOWN[door](marked(bank, status), store) == {OTHER}


@Statuses
def test_what_names_it_is_refused_with_the_remedy(bank: Bank, store: Store, status: str) -> None:
    practice = Practice(bank, store, "wren", case=GUIDED)
    assert practice.question is not None
    marked(bank, status)
    for ask in (
        lambda: practice.open_case(GUIDED),
        lambda: check_entry(new_entry(GUIDED), bank),
        lambda: BankFiles(bank).chosen([GUIDED]),
    ):
        with pytest.raises(BankError, match=f"{GUIDED}.md: the case is {'held back' if status == HELD else 'retired'}"):
            ask()
    again = Practice(bank, store, "wren", case=GUIDED)
    assert (again.question, len(again.notes)) == (None, 1)


@Statuses
def test_supervisors_are_not_asked_about_it_and_find_it_in_the_table_and_the_editor(
    bank: Bank, tmp_path: Path, status: str
) -> None:
    marked(bank, status)
    answers = SupervisorAnswers(f"sqlite:///{tmp_path / 'record.sqlite'}")
    assert {question.case.id for question in Blind(bank, answers, "wren")._open_from(1)} == {OTHER}
    assert [file.id for file in survey(bank).files] == [OTHER, GUIDED]
    desk = Desk(bank, tmp_path / "drafts")
    desk.open(GUIDED)
    assert desk.draft.status == status
    assert Editor(desk).view["original"] == GUIDED
