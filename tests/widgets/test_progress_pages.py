"""The pages of a record: what is named, what stays silent, and what a screen reader gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

from carelevel.analytics import progress
from carelevel.analytics.flags import flags_seen
from carelevel.bank import Bank
from carelevel.core.attempt import Attempt
from carelevel.core.selection import read_selection
from carelevel.core.support import Support
from carelevel.messages import progress as progress_messages
from carelevel.practice.flag_answers import flag_pairs
from carelevel.practice.simulated_trainees import worked_record
from carelevel.widgets.pages.progress import faults_page, figures_page, generated_page, record_figures

BANK = Path(__file__).parents[2] / "cases"
ALL = ("agreement", "direction", "referral", "matrix", "calibration", "rules", "marks", "time")


def figures(bank: Bank, count: int) -> str:
    return figures_page(ALL, record_figures(worked_record(bank)[:count], bank)).body


def test_an_empty_record_is_told_calmly(bank: Bank) -> None:
    assert progress_messages.NO_ANSWERS in faults_page(record_figures((), bank)).body
    assert "<svg" not in figures(bank, 0)
    assert progress_messages.NO_ANSWERS in figures(bank, 0)


def test_four_answers_draw_nothing_and_say_from_when_they_will(bank: Bank) -> None:
    told = figures(bank, 4)
    assert "<svg" not in told
    assert told.count("<p") == 1
    assert "With 4 answers it is too early for: Agreement over time (it takes 5 answers); Which way the err" in told
    assert "Time for a decision (it takes 5 answers)." in told
    assert re.search(r"<summary[^>]*>\d+ figures come with more answers</summary>", told)


def test_figures_that_speak_stand_before_a_line_of_those_for_which_it_is_too_early(bank: Bank) -> None:
    told = figures(bank, 12)
    spoken, few = told.split("With 12 answers it is too early for: ")
    titles = [bank.criteria.words.said(progress_messages.PROGRESS_TITLES[name]) for name in ALL]
    assert all((f"<h3>{title}</h3>" in spoken) != (title in few) for title in titles)
    assert "<h3>" not in few


def test_every_figure_of_sixty_answers_says_its_n_and_has_a_picture(bank: Bank) -> None:
    told = figures(bank, 60)
    assert told.count("<table") == told.count('class="cl-chart"') + told.count('class="cl-shades"') == len(ALL)
    assert len(re.findall(r"From \d+ (?:answers|errors)", told)) == len(ALL)


def test_no_statistic_is_named_outside_its_fold(bank: Bank) -> None:
    shown = record_figures(worked_record(bank), bank)
    told = faults_page(shown).body + figures_page(ALL, shown).body
    folds = re.findall(r"<details>.*?</details>", told)
    named = re.compile(r"Wilson|Fisher|Brier|kappa|recall|[Ss]ign test|\bp [<=]")
    assert not named.search(re.sub(r"<details>.*?</details>", "", told))
    assert len(folds) == len([fold for fold in folds if named.search(fold)]) == 5
    assert "about 48 of your 60 answers should have been right; 50 were" in told


def test_a_missed_referral_is_told_with_its_case_and_red_flag_however_few_answers_there_are(bank: Bank) -> None:
    (missed,) = progress(worked_record(bank), list(bank.criteria.ladder)).referral.missed
    told = faults_page(record_figures([missed, replace(missed, case="<b>gone")], bank)).body
    assert "you chose a care level instead 2 of 2 times" in told
    assert "“Done with a ruler”: Sedatives or alcohol (2026-01-11)" in told
    assert "“&lt;b&gt;gone”" in told
    assert progress_messages.SILENT_FAULTS.format(needs=20) in told
    assert "2 answers to cases so far: 0 agreed" in told


def test_errors_about_a_referral_are_named_where_they_drop_out_of_the_direction(bank: Bank) -> None:
    told = figures(bank, 60)
    assert "6 of your 8 errors are more intensive" in told
    assert "2 more answers that were not accepted are about when to refer" in told


def test_each_flag_has_a_figure_of_its_own_that_says_which_way_it_went_wrong(bank: Bank) -> None:
    [flag] = bank.criteria.flags
    record = worked_record(bank)
    always_no = [replace(attempt, flags=dict.fromkeys(attempt.flags, False)) for attempt in record]
    told = figures_page(("flags",), record_figures(always_no, bank)).body
    [seen] = flags_seen(flag_pairs(always_no, bank), [flag.id])
    assert 0 < seen.missed < seen.n < len(record)
    assert seen.needless == 0
    assert f">{flag.name}</h4>" in told
    assert f"the same in {seen.n - seen.missed} of {seen.n} answers" in told
    assert f"You said no where the criteria say yes {seen.missed} times." in told
    older = [replace(attempt, case_digest="0" * 64) for attempt in record]
    told = figures_page(("flags",), record_figures(older, bank)).body
    assert "Withdrawal management first (it takes 5 answers to this question)" in told


def test_each_number_of_a_figure_leads_to_the_very_answers_that_it_counts(bank: Bank) -> None:
    record = worked_record(bank)
    _check_links(figures(bank, 60), record)
    assert "#earlier" not in generated_page(record_figures(record, bank, own=False)).body


def _check_links(page: str, record: Sequence[Attempt]) -> None:
    links = re.findall(r'<a [^>]*href="#earlier\?([^"]*)"[^>]*>(.*?)</a>', page)
    assert len(links) > 30
    for query, shown in links:
        chosen = read_selection(dict(parse_qsl(unescape(query))), "refused")
        meant = [attempt for number, attempt in chosen.of(record) if chosen.holds(number, attempt)]
        number = re.sub(r"<[^>]*>", " ", shown)
        if chosen.only == "marked" or "minutes" in number or "seconds" in number:
            assert meant
        elif chosen.verdict:
            assert f" {len(meant)} of" in f" {number}"
        else:
            assert re.search(rf"(of |^ *){len(meant)}\b", number), (query, number, len(meant))


def test_figures_leave_out_what_was_told_and_say_so_and_lead_to_the_others_alone(bank: Bank) -> None:
    record = list(worked_record(bank))
    helped = [replace(record[3], hints="0:2"), replace(record[7], steps_shown=2)]
    told = [*record[:3], helped[0], *record[4:7], helped[1], *record[8:]]
    told[9] = replace(told[9], support=Support.CUED)
    page = figures_page(ALL, record_figures(told, bank)).body
    assert "2 answers had steps of a worked example or a hint, and are left out of the figures." in page
    assert "One of the answers counted had the rules beside it." in page
    shown = record_figures(told, bank)
    assert shown.record == record_figures([one for one in told if not one.had.helps], bank).record
    _check_links(page, told)
    assert "left out" not in figures_page(ALL, record_figures(record, bank)).body


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
