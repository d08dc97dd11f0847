"""What the trainees' notebooks call: 00 to 03."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from carelevel import messages
from carelevel.messages import record as record_messages
from carelevel.notebook.errors_on_page import told

if TYPE_CHECKING:
    from pandas import DataFrame

    from carelevel.analytics import Faults, Progress
    from carelevel.bank import Bank
    from carelevel.charts import Chart
    from carelevel.core.attempt import Attempt
    from carelevel.core.criteria import Criteria
    from carelevel.practice import Practice
    from carelevel.widgets.card import Card
    from carelevel.widgets.explorer import Explorer
    from carelevel.widgets.pages.page import Page
    from carelevel.widgets.record import MyRecord

GUIDED = "market-stall"


@told
def welcome() -> Page:
    """That everything is ready: the cases, and whose record it is."""
    from carelevel.bank import open_bank
    from carelevel.feedback.html import tag
    from carelevel.store.identity import trainee
    from carelevel.widgets.pages.page import page

    bank = open_bank()
    cases = messages.counted(len(bank.case_ids()), messages.READY_CASES)
    record = messages.READY_RECORD.format(code=trainee().code)
    return page(tag("p", tag("b", messages.READY), f" {cases} {record}"), label=messages.READY)


@told
def guided_case(case: str = GUIDED) -> Card:
    """One case alone, to learn how a case works."""
    return _card(_practice("guided", case))


@told
def practice() -> Card:
    """The next case, and the next, or the one that was left open."""
    return _card(_practice("practice", None))


@told
def levels() -> Page:
    """The care levels side by side."""
    from carelevel.bank import open_bank
    from carelevel.widgets.pages.criteria import levels_page

    return levels_page(open_bank().criteria)


@told
def criteria() -> Page:
    """Every rule with the claims that it rests on."""
    from carelevel.bank import open_bank
    from carelevel.widgets.pages.criteria import criteria_page

    return criteria_page(open_bank().criteria)


@told
def tensions() -> Page:
    """Where the sources pull apart."""
    from carelevel.bank import open_bank
    from carelevel.widgets.pages.criteria import tensions_page

    return tensions_page(open_bank().criteria)


@told
def silences() -> Page:
    """What the sources do not say."""
    from carelevel.bank import open_bank
    from carelevel.widgets.pages.criteria import silences_page

    return silences_page(open_bank().criteria)


@told
def explorer() -> Explorer:
    """Findings to set, and the answer that follows them."""
    from carelevel.bank import open_bank
    from carelevel.widgets.explorer import Explorer

    return Explorer(open_bank())


@told
def record() -> MyRecord:
    """The trainee's own answers, to take along, to bring back, or to erase."""
    from carelevel.exports.own_record import OwnRecord
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.record import MyRecord

    return MyRecord(OwnRecord(open_store(), trainee().code))


@told
def load_folder(folder: str) -> Page:
    """Load every export in *folder*, each answer under its trainee's code, and say what became of it."""
    from carelevel.exports.loading import load_paths
    from carelevel.feedback.html import tag
    from carelevel.store.folder import at_home
    from carelevel.store.store import open_store
    from carelevel.widgets.pages.page import page

    loaded = list(load_paths([at_home(folder, "load_folder")], open_store()))
    files = [tag("li", one.says, tag("ul", [tag("li", problem) for problem in one.named])) for one in loaded]
    return page(tag("h4", record_messages.LOADED_FOLDER), tag("ul", files), label=record_messages.LOADED_FOLDER)


# MY PROGRESS
# The figures of one trainee's record, and a generated one that shows them all.


@told
def my_progress() -> Page:
    """What stands out in the record."""
    from carelevel.widgets.pages.progress import faults_page, no_answers_page

    shown = _shown_progress()
    if not shown.record.n:
        return no_answers_page()
    return faults_page(shown.faults, shown.criteria, shown.cases)


@told
def agreement_over_time() -> Page:
    """How often the answers were accepted, and how that went."""
    return _figures("agreement")


@told
def direction_of_errors() -> Page:
    """Which way the errors go, and between which levels."""
    return _figures("direction", "matrix")


@told
def how_sure() -> Page:
    """Confidence against agreement."""
    return _figures("calibration")


@told
def rules_caught_and_missed() -> Page:
    """Each rule, how often what shows it was marked, and cases to practise it."""
    return _figures("rules")


@told
def marks_and_time() -> Page:
    """How well the marks fit, and how long a decision takes."""
    return _figures("marks", "time")


@told
def my_answers_table() -> DataFrame:
    """The answers of whoever works here as a pandas table, the earliest first."""
    from carelevel.analytics.tables import answers_table
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    return answers_table(open_store().attempts(trainee().code))


@told
def generated_progress() -> Page:
    """Every figure, of a record that nobody gave."""
    from carelevel.bank import open_bank
    from carelevel.practice.simulated_trainees import worked_record
    from carelevel.widgets.pages.progress import generated_page

    bank = open_bank()
    shown = _shown(bank, worked_record(bank))
    return generated_page(shown.record, shown.faults, shown.pictures, shown.criteria, shown.cases)


class _Shown(NamedTuple):
    record: Progress
    faults: Faults
    pictures: Mapping[str, Chart]
    cases: Mapping[str, tuple[str, ...]]
    criteria: Criteria


def _figures(*names: str) -> Page:
    from carelevel.widgets.pages.progress import figures_page

    shown = _shown_progress()
    return figures_page(names, shown.record, shown.pictures, shown.criteria, shown.cases)


def _shown_progress() -> _Shown:
    """The figures of whoever works here."""
    from carelevel.bank import open_bank
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    return _shown(open_bank(), open_store().attempts(trainee().code))


def _shown(bank: Bank, attempts: tuple[Attempt, ...]) -> _Shown:
    from carelevel.analytics import faults, progress
    from carelevel.charts import progress_charts
    from carelevel.practice.cases_for_rule import titles_exercising
    from carelevel.widgets.pages.progress import missed_rules

    ladder = bank.criteria.ladder
    record, found = progress(attempts, ladder), faults(attempts, ladder)
    cases = titles_exercising(missed_rules(record, found), bank)
    return _Shown(record, found, progress_charts(record, bank.criteria), cases, bank.criteria)


def _practice(card: str, case: str | None) -> Practice:
    from carelevel.bank import open_bank
    from carelevel.practice import Practice
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    return Practice(open_bank(), open_store(), trainee().code, card, case)


def _card(practice: Practice) -> Card:
    from carelevel.widgets.card import Card

    return Card(practice)
