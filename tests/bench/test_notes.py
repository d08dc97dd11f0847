"""How fast notes are composed and checked."""

from __future__ import annotations

import time

from carelevel.bank.notes_file import read_notes
from carelevel.core.composer import Composer

from tests.conftest import our_bank
from tests.core.test_composer import is_sound

NOTES, SECONDS = 10_000, 10


def test_ten_thousand_notes_are_composed_and_checked_in_ten_seconds_of_one_core() -> None:
    bank = our_bank()
    lines = read_notes(bank.folder, bank.criteria)
    assert lines
    started = time.process_time()
    composer = Composer(lines, bank.criteria)
    begun = time.process_time() - started
    sound = sum(is_sound(composer.compose(number), bank.criteria) for number in range(NOTES))
    took = time.process_time() - started
    print(f"\n{NOTES:,} notes composed and checked in {took:.1f} s of one core, the composer made in {begun:.2f} s")
    assert sound == NOTES
    assert took <= SECONDS
