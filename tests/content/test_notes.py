"""The bank's short notes, a thousand of them: sound, each another, clean, and with nothing that tells the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

import pytest
from carelevel.analytics.assessed_points import Assessed
from carelevel.analytics.single_cues import best_cue, best_cues, hardly_varying
from carelevel.bank.notes_file import read_notes
from carelevel.cli.diagnostics import notes_diagnostics
from carelevel.core.composer import Composer
from carelevel.core.criteria import ESCALATE
from carelevel.core.note import Note
from carelevel.lint.prose import Prose
from carelevel.lint.rules.combination import lint_combination

from tests.conftest import our_bank
from tests.core.test_composer import is_sound

BANK = our_bank()
COUNT = 1_000
BEYOND_LEVEL = 0.12
"""What alone finds the level this much more often than one level for all does is no chance."""


@lru_cache(maxsize=1)
def composer() -> Composer:
    lines = read_notes(BANK.folder, BANK.criteria)
    assert lines
    return Composer(lines, BANK.criteria)


@lru_cache(maxsize=1)
def notes() -> tuple[Note, ...]:
    return tuple(map(composer().compose, range(COUNT)))


def points() -> list[Assessed]:
    return [Assessed(str(n.code), "", 0, n.findings, n.level, n.accepted, frozenset()) for n in notes()]


def test_the_lines_have_no_mistake_and_lint_finds_nothing_in_them() -> None:
    assert [str(found) for found in notes_diagnostics(BANK)] == []


def test_a_thousand_notes_are_sound_and_no_two_are_alike() -> None:
    assert [note.code for note in notes() if not is_sound(note, BANK.criteria)] == []
    assert len({frozenset(line.text for line in note.lines) for note in notes()}) == COUNT
    shared = Counter(line.text for note in notes() for line in note.lines)
    assert max(shared.values()) < COUNT / 20, shared.most_common(3)


def test_no_note_leads_to_one_person_by_details_that_are_harmless_alone() -> None:
    for note in notes():
        assert list(lint_combination([[Prose(line.text) for line in note.lines]])) == [], note


def test_8_no_finding_tells_the_answer_nor_do_two_and_none_is_taken_for_granted() -> None:
    cues = best_cues(points(), BANK.criteria)
    assert cues
    assert [cue for cue in (cues.accepted, cues.recommended, cues.accepted_by_two) if cue.tells] == []
    assert hardly_varying(points(), BANK.criteria) == ()


BESIDE: dict[str, Callable[[Note], str]] = {
    "lines": lambda note: str(len(note.lines)),
    "length": lambda note: str(sum(len(line.text) for line in note.lines) // 60),
    "longest line": lambda note: str(max(len(line.text) for line in note.lines) // 8),
    "who": lambda note: ",".join(sorted(note.lines[0].says & {"man", "woman"})),
    "neutral lines": lambda note: str(sum(not line.finding for line in note.lines)),
}


@pytest.mark.parametrize("cue", BESIDE)
def test_nothing_beside_what_is_told_tells_the_answer(cue: str) -> None:
    told = [replace(point, findings={"cue": BESIDE[cue](note)}) for point, note in zip(points(), notes(), strict=True)]
    best = best_cue([one for one in told if one.level != ESCALATE], [("cue",)], Fraction(1), accepted=False)
    assert (best.hits - best.unread) / best.n < BEYOND_LEVEL, best


def test_every_recipe_of_the_criteria_is_told() -> None:
    rules = {recipe.rule for recipe in composer().recipes}
    assert rules >= {rule.id for rule in (*BANK.criteria.indications, *BANK.criteria.requirements)}
    assert rules >= set(BANK.criteria.red_flags)
