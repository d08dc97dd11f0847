"""The pages of a record: what is named, what stays silent, and what a screen reader gets."""

from __future__ import annotations

import re
from pathlib import Path

from carelevel.analytics import faults, progress
from carelevel.bank import Bank
from carelevel.charts import progress_charts
from carelevel.messages import progress as progress_messages
from carelevel.practice.cases_for_rule import titles_exercising
from carelevel.practice.simulated_trainees import worked_record
from carelevel.widgets.pages.progress import (
    faults_page,
    figures_page,
    generated_page,
    missed_rules,
    no_answers_page,
)

BANK = Path(__file__).parents[2] / "cases"
ALL = ("agreement", "direction", "matrix", "calibration", "rules", "marks", "time")


def ladder(bank: Bank) -> list[str]:
    return list(bank.criteria.ladder)


def figures(bank: Bank, count: int) -> str:
    record = progress(worked_record(bank)[:count], ladder(bank))
    return figures_page(ALL, record, progress_charts(record, bank.criteria), bank.criteria, {}).body


def test_an_empty_record_is_told_calmly(bank: Bank) -> None:
    assert progress_messages.NO_ANSWERS in no_answers_page().body
    assert "<svg" not in figures(bank, 0)
    assert progress_messages.NO_ANSWERS in figures(bank, 0)


def test_four_answers_draw_nothing_and_say_from_when_they_will(bank: Bank) -> None:
    told = figures(bank, 4)
    assert "<svg" not in told
    assert progress_messages.SILENT.format(n=4, needs=5) in told
    assert progress_messages.SILENT.format(n=4, needs=10) in told


def test_every_figure_of_sixty_answers_says_its_n_and_has_words_for_its_picture(bank: Bank) -> None:
    told = figures(bank, 60)
    assert told.count('role="img"') == told.count("<svg") == len(ALL)
    assert len(re.findall(r"n = \d+", told)) == len(ALL)
    assert all(re.findall(r'role="img" aria-label="([^"]{40,})"', told))


def test_a_missed_rule_is_named_with_cases_that_exercise_it(bank: Bank) -> None:
    attempts = worked_record(bank)
    found = faults(attempts, ladder(bank))
    cases = titles_exercising(missed_rules(progress(attempts, ladder(bank)), found), bank)
    told = faults_page(found, bank.criteria, cases).body
    rule = found.named[0].rule  # type: ignore[union-attr]
    assert bank.criteria.rule_name(rule) in told
    assert cases[rule][0] in told
    assert 'href="02_practice.ipynb"' in told


def test_the_generated_record_is_called_so_before_anything_else(bank: Bank) -> None:
    attempts = worked_record(bank)
    record = progress(attempts, ladder(bank))
    pictures = progress_charts(record, bank.criteria)
    told = generated_page(record, faults(attempts, ladder(bank)), pictures, bank.criteria, {}).body
    assert told.index("nobody gave these 60 answers") < told.index("<svg")
