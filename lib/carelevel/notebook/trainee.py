"""What the trainees' notebooks call: 00 to 06; and, for their supervisor, answers that they sent, loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelevel import messages
from carelevel.bank import open_bank
from carelevel.notebook.errors_on_page import errors_on_page
from carelevel.practice.guided import GUIDED, guided

if TYPE_CHECKING:
    from pandas import DataFrame

    from carelevel.core.attempt import Attempt
    from carelevel.widgets.card import Card
    from carelevel.widgets.earlier import Earlier
    from carelevel.widgets.explorer import Explorer
    from carelevel.widgets.forms.form import Form
    from carelevel.widgets.interview import InterviewCard
    from carelevel.widgets.notes import Notes
    from carelevel.widgets.pages.page import Page
    from carelevel.widgets.record import MyRecord


@errors_on_page
def welcome() -> Page:
    """That everything is ready: the cases, and whose record it is."""
    from carelevel.feedback.html import tag
    from carelevel.store.identity import trainee
    from carelevel.widgets.pages.page import page

    bank = open_bank()
    cases = messages.counted(len(bank.case_ids()), messages.READY_CASES)
    record = messages.READY_RECORD.format(code=trainee().code)
    return page(tag("p", tag("b", messages.READY), f" {cases} {record}"), label=messages.READY)


@errors_on_page
def guided_case(case: str = GUIDED) -> Card:
    """One case alone, to learn how a case works; where the bank lacks ours, the first of its plainest and clearest."""
    return _card("guided", guided(open_bank(), case))


@errors_on_page
def practice() -> Card:
    """The next case, and the next, or the one that was left open."""
    return _card("practice", None)


@errors_on_page
def interview() -> InterviewCard:
    """Somebody to interview, and then somebody else."""
    from carelevel.practice.interviews import Interviews
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.interview import InterviewCard

    return InterviewCard(Interviews(open_bank(), open_store(), trainee().code, "interview"), lambda: trainee().code)


@errors_on_page
def short_notes() -> Notes:
    """One short note after another, or the one that was left open."""
    from carelevel.practice.note_practice import NotePractice
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.notes import Notes

    return Notes(NotePractice(open_bank(), open_store(), trainee().code), lambda: trainee().code)


@errors_on_page
def short_notes_progress() -> Page:
    """How each rule stands in the short notes, and what stands out in them."""
    from carelevel.analytics.note_figures import note_figures
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.pages.note_figures import note_figures_page

    criteria = open_bank().criteria
    record = open_store().note_attempts(trainee().code)
    return note_figures_page(note_figures(record, criteria.choices), record, criteria)


@errors_on_page
def form() -> Form:
    """The form of a code, before or after, or the one that was left open."""
    from carelevel.practice.form_practice import FormPractice
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.forms.form import Form

    return Form(FormPractice(open_bank(), open_store(), trainee().code))


@errors_on_page
def levels() -> Page:
    """The care levels side by side."""
    from carelevel.widgets.pages.criteria import levels_page

    return levels_page(open_bank().criteria)


@errors_on_page
def criteria() -> Page:
    """Every rule with the claims that it rests on."""
    from carelevel.widgets.pages.criteria import criteria_page

    return criteria_page(open_bank().criteria)


@errors_on_page
def tensions() -> Page:
    """Where the sources disagree."""
    from carelevel.widgets.pages.criteria import tensions_page

    return tensions_page(open_bank().criteria)


@errors_on_page
def silences() -> Page:
    """What the sources do not say."""
    from carelevel.widgets.pages.criteria import silences_page

    return silences_page(open_bank().criteria)


@errors_on_page
def explorer() -> Explorer:
    """Findings to set, and the answer that follows them."""
    from carelevel.widgets.explorer import Explorer

    return Explorer(open_bank())


@errors_on_page
def record() -> MyRecord:
    """The trainee's own answers, to take along, to bring back, or to erase."""
    from carelevel.exports.own_record import OwnRecord
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.record import MyRecord

    return MyRecord(OwnRecord(open_store(), trainee().code))


@errors_on_page
def load_folder(folder: str) -> Page:
    """Load every export in *folder*, each answer under its trainee's code, and say what became of it."""
    from carelevel.exports.loading import Loader
    from carelevel.feedback.html import tag
    from carelevel.messages import record as record_messages
    from carelevel.store.folder import at_home
    from carelevel.store.store import open_store
    from carelevel.widgets.pages.page import page

    files = [
        tag("li", file.says, tag("ul", [tag("li", problem) for problem in file.named]))
        for file in Loader(open_store()).load_paths([at_home(folder, "load_folder")])
    ]
    return page(tag("h4", record_messages.LOADED_FOLDER), tag("ul", files), label=record_messages.LOADED_FOLDER)


# MY PROGRESS
# The figures of one trainee's record, and a generated one that shows them all.


@errors_on_page
def my_progress() -> Page:
    """What stands out in the record."""
    from carelevel.widgets.pages.progress import faults_page, record_figures

    return faults_page(record_figures(_attempts(), open_bank()))


@errors_on_page
def agreement_over_time() -> Page:
    """How often the answers were accepted, how that went, and how the questions beside the level were answered."""
    return _figures("agreement", "flags")


@errors_on_page
def direction_of_errors() -> Page:
    """Which way the errors go, whether referrals are seen, and between which levels the errors are."""
    return _figures("direction", "referral", "matrix")


@errors_on_page
def how_sure() -> Page:
    """Confidence against agreement."""
    return _figures("calibration")


@errors_on_page
def rules_caught_and_missed() -> Page:
    """Each rule, how often what shows it was marked, and cases to practice it."""
    return _figures("rules")


@errors_on_page
def marks_and_time() -> Page:
    """How well the marks fit, and how long a decision takes."""
    return _figures("marks", "time")


@errors_on_page
def my_interviews() -> Page:
    """How the trainee's interviews went: questions asked beside needed, decided too soon, safety asked."""
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.pages.interviews import interviews_page

    return interviews_page(open_store().interviews(trainee().code))


@errors_on_page
def earlier_answers() -> Earlier:
    """Every answer of whoever works here, to be read again as it was told."""
    from carelevel.practice.earlier_answers import EarlierAnswers
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.earlier import Earlier

    return Earlier(EarlierAnswers(open_bank(), open_store(), trainee().code))


@errors_on_page
def my_answers_table() -> DataFrame:
    """The answers of whoever works here as a pandas table, the earliest first."""
    from carelevel.analytics.tables import answers_table, in_words

    return in_words(answers_table(_attempts()), open_bank().criteria.words.in_all(messages.IN_TABLES))


@errors_on_page
def generated_progress() -> Page:
    """Every figure, of a record that nobody gave."""
    from carelevel.practice.simulated_trainees import worked_record
    from carelevel.widgets.pages.progress import generated_page, record_figures

    bank = open_bank()
    return generated_page(record_figures(worked_record(bank), bank, own=False))


def _figures(*names: str) -> Page:
    from carelevel.widgets.pages.progress import figures_page, record_figures

    return figures_page(names, record_figures(_attempts(), open_bank()))


def _attempts() -> tuple[Attempt, ...]:
    """The answers of whoever works here."""
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    return open_store().attempts(trainee().code)


def _card(name: str, case: str | None) -> Card:
    from carelevel.practice import Practice
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store
    from carelevel.widgets.card import Card

    return Card(Practice(open_bank(), open_store(), trainee().code, name, case), lambda: trainee().code)
