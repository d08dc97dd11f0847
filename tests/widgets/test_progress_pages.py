"""The pages of a record: what is named, what stays silent, and what a screen reader gets."""

from __future__ import annotations

import re
from pathlib import Path

from carelevel.bank import Bank
from carelevel.messages import progress as progress_messages
from carelevel.practice.simulated_trainees import worked_record
from carelevel.widgets.pages.progress import faults_page, figures_page, generated_page, record_figures

BANK = Path(__file__).parents[2] / "cases"
ALL = ("agreement", "direction", "matrix", "calibration", "rules", "marks", "time")


def figures(bank: Bank, count: int) -> str:
    return figures_page(ALL, record_figures(worked_record(bank)[:count], bank)).body


def test_an_empty_record_is_told_calmly(bank: Bank) -> None:
    assert progress_messages.NO_ANSWERS in faults_page(record_figures((), bank)).body
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
    shown = record_figures(worked_record(bank), bank)
    told = faults_page(shown).body
    rule = shown.faults.named[0].rule  # type: ignore[union-attr]
    assert bank.criteria.rule_name(rule) in told
    assert shown.cases[rule][0] in told
    assert 'href="02_practice.ipynb"' in told


def test_the_generated_record_is_called_so_before_anything_else(bank: Bank) -> None:
    told = generated_page(record_figures(worked_record(bank), bank)).body
    assert told.index("nobody gave these 60 answers") < told.index("<svg")
