"""A rehearsal: the whole way with invented voters, and nothing of it is left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from carelevel.bank import Bank
from carelevel.core.ballot import agreement
from carelevel.core.interview import fewest_questions, person_at
from carelevel.core.question_vote import DECIDE
from carelevel.core.room_state import Entry, Settings, Step
from carelevel.store.address import address, file_of
from carelevel.store.rooms import Rooms
from carelevel.workshop.rehearsal import PREFIX, REHEARSAL_SECONDS_MAX, abandoned_database, rehearse
from carelevel.workshop.report import session_report
from carelevel.workshop.running_order import new_entry


def test_invented_voters_vote_twice_move_towards_the_criteria_and_leave_nothing(bank: Bank, tmp_path: Path) -> None:
    rehearsal = rehearse(bank, [new_entry("kitchen-shift")], Settings(marks=True), voters=60, folder=tmp_path)
    workshop = rehearsal.workshop
    assert workshop.room.joined == 60
    assert rehearsal.vote() == 0
    while workshop.step is not Step.REVEAL:
        workshop.forward()
        rehearsal.vote(0.5)
        rehearsal.vote()
    first, second, assessment = workshop.tally(1), workshop.tally(2), workshop.assessment()
    assert first.votes == second.votes == 60
    assert agreement(first, assessment) < agreement(second, assessment) < 1
    assert any(0 < sight.caught < 60 for sight in workshop.sights(1))
    while workshop.step is not Step.CLOSED_3:
        workshop.forward()
        rehearsal.vote()
    assert 20 < 60 * agreement(workshop.tally(3), workshop.assessment()) < 60
    (case,) = session_report(workshop).cases
    assert case.third is not None
    assert case.third.transfer.thrice == 60
    rehearsal.end()
    assert list(tmp_path.iterdir()) == []


def test_invented_voters_ask_what_matters_and_then_decide(bank: Bank, tmp_path: Path) -> None:
    order = [Entry("asks", "kitchen-shift", ask_first=True)]
    rehearsal = rehearse(bank, order, Settings(), voters=60, folder=tmp_path)
    workshop = rehearsal.workshop
    workshop.forward()
    while workshop.step is not Step.VOTE_1:
        workshop.forward()
        rehearsal.vote()
    fewest = fewest_questions(person_at(bank.case("kitchen-shift").points), bank.criteria)
    assert workshop.room.order[0].asked == (*fewest, DECIDE)
    rehearsal.end()


@pytest.mark.parametrize("name", ["my notes #1 100%", "what?", "a%20b", "a&b=c;d", "Māori 中文 🏠", "file:x"])
def test_a_rehearsal_is_found_by_its_url_whatever_its_folder_is_called(bank: Bank, tmp_path: Path, name: str) -> None:
    """The web process of a rehearsal, and a kernel after its restart, know it by that URL alone."""
    folder = tmp_path / name
    folder.mkdir()
    rehearsal = rehearse(bank, [new_entry("kitchen-shift")], Settings(), voters=2, folder=folder)
    assert file_of(address(rehearsal.url)) == rehearsal.file
    assert abandoned_database(rehearsal.file.name, folder) == rehearsal.file
    rooms = Rooms(rehearsal.url)
    assert rooms.room(rehearsal.workshop.room.id).joined == 2
    rooms.close()
    rehearsal.end()
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder]


def test_what_a_rehearsal_that_nobody_ended_left_behind_goes_with_the_next(bank: Bank, tmp_path: Path) -> None:
    left, young = tmp_path / f"{PREFIX}old.sqlite3", tmp_path / f"{PREFIX}young.sqlite3"
    left.touch()
    young.touch()
    os.utime(left, (0, left.stat().st_mtime - REHEARSAL_SECONDS_MAX - 1))
    rehearsal = rehearse(bank, [new_entry("kitchen-shift")], Settings(), voters=1, folder=tmp_path)
    assert not left.exists()
    assert young.exists()
    rehearsal.end()
