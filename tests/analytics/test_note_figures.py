"""Figures of short notes find what simulated trainees have, and nothing of a fair one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from random import Random

import pytest
from carelevel.analytics.note_figures import NoteFigures, note_figures
from carelevel.bank import open_bank
from carelevel.bank.notes_file import read_notes
from carelevel.core.answer import Verdict, verdict_of
from carelevel.core.assess import Assessment, assess
from carelevel.core.composer import Composer
from carelevel.core.criteria import ESCALATE
from carelevel.core.note import Note
from carelevel.core.note_attempt import KeptLine, NoteAttempt

from tests.bank.conftest import CASES
from tests.conftest import MORNING

BANK = open_bank(CASES)
CHOICES, LADDER = BANK.criteria.choices, BANK.criteria.ladder
SEEDS = 100
LENGTH = 60
Manner = Callable[[Note, Random], tuple[str, float]]
"""What somebody answers to a note, and in how many seconds."""


@lru_cache(maxsize=1)
def notes() -> tuple[Note, ...]:
    lines = read_notes(BANK.folder, BANK.criteria)
    assert lines
    composer = Composer(lines, BANK.criteria)
    return tuple(map(composer.compose, range(400)))


@lru_cache(maxsize=1)
def assessments() -> tuple[Assessment, ...]:
    return tuple(assess(note.findings, BANK.criteria) for note in notes())


def answer(note: Note, level: str, seconds: float, number: int) -> NoteAttempt:
    verdict, steps = verdict_of(level, assessments()[note.code.number], BANK.criteria)
    committed = MORNING + timedelta(minutes=number)
    return NoteAttempt(
        id=f"{number}",
        trainee="wren",
        code=str(note.code),
        lines=tuple(KeptLine(line.text, line.finding, line.value) for line in note.lines),
        criteria_digest="",
        rule=note.recipe.rule,
        pair_of="",
        level=level,
        flags={flag: bool(value) for flag, value in note.flags.items()},
        started_at=committed,
        committed_at=committed,
        seconds=seconds,
        criteria_level=note.level,
        accepted=note.accepted,
        criteria_flags=note.flags,
        verdict=verdict,
        steps=steps,
        decided=(),
    )


def read_time(note: Note, chance: Random) -> float:
    return note.words / 200 * 60 * chance.lognormvariate(0, 0.3)


def near(level: str, note: Note, chance: Random) -> str:
    """A wrong answer as fair trainees give: a neighbor; any level in place of a referral, a referral now and then."""
    if level == ESCALATE:
        return chance.choice(LADDER)
    rung = LADDER.index(level)
    beside = [one for one in (*LADDER[:rung][-1:], *LADDER[rung + 1 :][:1]) if one not in note.accepted]
    return chance.choice([*beside, *beside, ESCALATE])


def fair(note: Note, chance: Random) -> tuple[str, float]:
    right = chance.random() < 0.75
    return note.level if right else near(note.level, note, chance), read_time(note, chance)


def confused(levels: tuple[str, str]) -> Manner:
    def answers(note: Note, chance: Random) -> tuple[str, float]:
        if note.level in levels and chance.random() < 0.6:
            return next(level for level in levels if level != note.level), read_time(note, chance)
        right = chance.random() < 0.9
        return note.level if right else near(note.level, note, chance), read_time(note, chance)

    return answers


def guesser(note: Note, chance: Random) -> tuple[str, float]:
    return chance.choice(CHOICES), chance.uniform(0.8, 3.0)


def named(manner: Manner, seed: int) -> NoteFigures:
    chance = Random(f"{seed}")
    record = [answer(note, *manner(note, chance), number) for number, note in enumerate(chance.sample(notes(), LENGTH))]
    return note_figures(record, CHOICES)


@pytest.mark.parametrize(
    "levels", [("outpatient", "partial_hospitalization"), ("partial_hospitalization", "residential")]
)
def test_two_levels_that_are_confused_are_named_and_nothing_else(levels: tuple[str, str]) -> None:
    found = [named(confused(levels), seed) for seed in range(SEEDS)]
    assert sum(one.confused is not None and one.confused.levels == levels for one in found) >= 90
    assert not [one for one in found if one.guessing]
    assert not [one for one in found if one.confused and one.confused.levels != levels]


def test_a_fast_guesser_is_named_and_confuses_no_two_levels() -> None:
    found = [named(guesser, seed) for seed in range(SEEDS)]
    assert sum(one.guessing is not None for one in found) >= 90
    assert not [one for one in found if one.confused]


def test_a_fair_trainee_is_named_in_at_most_5_of_100() -> None:
    found = [named(fair, seed) for seed in range(SEEDS)]
    assert sum(bool(one.confused or one.guessing) for one in found) <= 5


def test_of_few_answers_nothing_is_named() -> None:
    chance = Random(1)
    record = [answer(note, *guesser(note, chance), number) for number, note in enumerate(notes()[:19])]
    figures = note_figures(record, CHOICES)
    assert (figures.speaks, figures.guessing, figures.confused) == (False, None, None)
    assert (figures.n, figures.right.n, figures.rules) == (19, 0, ())  # nobody reads as fast


def test_what_nobody_could_read_is_not_counted_and_a_wrong_flag_is_no_right_answer() -> None:
    read, wrong_flag, hasty = (answer(note, note.level, 20.0, number) for number, note in enumerate(notes()[:3]))
    theirs = {"withdrawal_first": True}
    record = [
        replace(read, rule="fear", level="outpatient", accepted=("outpatient",)),
        replace(
            wrong_flag,
            rule="fear",
            level="outpatient",
            accepted=("outpatient",),
            verdict=Verdict.AGREES,
            criteria_flags=theirs,
            flags={"withdrawal_first": False},
        ),
        replace(hasty, rule="fear", seconds=0.5),
    ]
    [fear] = note_figures(record, CHOICES).rules
    assert (fear.right.hits, fear.right.n) == (1, 2)


def test_a_referral_at_a_pair_is_a_trial_of_its_red_flag() -> None:
    base = answer(notes()[0], "outpatient", 20.0, 0)
    lines = (KeptLine("She drinks.", "sedatives_or_alcohol", "present"),)
    pair = replace(base, rule="fear", lines=lines, decided=(0,), criteria_level=ESCALATE, accepted=())
    assert [one.rule for one in note_figures([pair], CHOICES).rules] == ["sedatives_or_alcohol"]
