"""What the supervisors' notebooks call: 10 to 12."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelevel import messages
from carelevel.bank import open_bank
from carelevel.notebook.errors_on_page import errors_on_page

if TYPE_CHECKING:
    from pandas import DataFrame

    from carelevel.analytics import Cohort
    from carelevel.review.survey import Survey
    from carelevel.widgets.bank_files import BankFilesFace
    from carelevel.widgets.editor import Editor
    from carelevel.widgets.forms.groups import Groups
    from carelevel.widgets.pages.page import Page
    from carelevel.widgets.review.answers import BlindAnswers
    from carelevel.widgets.review.cases import Cases
    from carelevel.widgets.review.note_lines import NoteLinesFace
    from carelevel.widgets.review.partings import Partings
    from carelevel.widgets.review.reports import Reports


@errors_on_page
def write_a_case() -> Editor:
    """The editor, with the draft that was worked on last, or an empty one."""
    from carelevel.authoring import Desk
    from carelevel.widgets.editor import Editor

    desk = Desk(open_bank())
    if kept := desk.unfinished():
        desk.resume(kept[0].name)
    return Editor(desk)


@errors_on_page
def before_and_after() -> Groups:
    """Groups that are asked before and after: registered, given codes, and what they gained."""
    from carelevel.exports.form_files import FormFiles
    from carelevel.practice.form_groups import FormGroups
    from carelevel.store.store import open_store
    from carelevel.widgets.forms.groups import Groups

    bank, store = open_bank(), open_store()
    return Groups(FormGroups(bank, store), FormFiles(store, bank.criteria))


@errors_on_page
def bank_files() -> BankFilesFace:
    """The cases to take along: for Moodle, and as a handout to print."""
    from carelevel.exports.bank_files import BankFiles
    from carelevel.widgets.bank_files import BankFilesFace

    return BankFilesFace(BankFiles(open_bank()))


# REVIEWING THE BANK
# What its cases exercise, whom they portray, what trainees and supervisors made of them.


@errors_on_page
def review_cases() -> Cases:
    """Every case, what is wrong with any, and what can be done with each."""
    from carelevel.bank.portrayal_file import read_portrayal
    from carelevel.core.errors import BankError
    from carelevel.widgets.review.cases import Cases

    bank = open_bank()
    try:
        axes = read_portrayal(bank.folder, bank.criteria)
    except BankError:
        axes = ()  # review_portrayal says what is wrong with them
    return Cases(bank, axes)


@errors_on_page
def review_coverage() -> Page:
    """The map of what the cases exercise."""
    from carelevel.widgets.review.page import coverage_page

    return coverage_page(_surveyed())


@errors_on_page
def coverage_table() -> DataFrame:
    """The same map as a pandas table."""
    from carelevel.analytics import tables
    from carelevel.analytics.coverage import coverage

    surveyed = _surveyed()
    table = tables.coverage_table(coverage(surveyed.points, surveyed.criteria))
    return tables.in_words(table, surveyed.criteria.words.in_all(messages.IN_TABLES))


@errors_on_page
def review_balance() -> Page:
    """How the answers are spread over the levels."""
    from carelevel.widgets.review.page import balance_page

    return balance_page(_surveyed())


@errors_on_page
def review_portrayal() -> Page:
    """Who is portrayed, and with which outcome."""
    from carelevel.bank.portrayal_file import read_portrayal
    from carelevel.review.survey import survey
    from carelevel.widgets.review.page import portrayal_page

    bank = open_bank()
    return portrayal_page(survey(bank), read_portrayal(bank.folder, bank.criteria))


@errors_on_page
def review_notes() -> NoteLinesFace:
    """The lines of short notes, what each would decide, and some notes; lines are added, reworded and deleted here."""
    from carelevel.practice.form_groups import FormGroups
    from carelevel.store.store import open_store
    from carelevel.widgets.review.note_lines import NoteLinesFace

    bank, store = open_bank(), open_store()
    return NoteLinesFace(bank, lambda: len(FormGroups(bank, store).current()))


@errors_on_page
def review_group() -> Page:
    """What the trainees made of each decision point."""
    from carelevel.store.identity import trainee
    from carelevel.widgets.review.group import group_page

    surveyed = _surveyed()
    return group_page(_cohort(surveyed), surveyed, own=trainee().code)


@errors_on_page
def group_table() -> DataFrame:
    """The decision points that enough trainees met, as a pandas table."""
    from carelevel.analytics.tables import in_words, points_table

    surveyed = _surveyed()
    return in_words(points_table(_cohort(surveyed)), surveyed.criteria.words.in_all(messages.IN_TABLES))


@errors_on_page
def review_reports() -> Reports:
    """What trainees reported about cases, to be marked as dealt with."""
    from carelevel.review.received import reported
    from carelevel.store.store import open_store
    from carelevel.widgets.review.reports import Reports

    surveyed, store = _surveyed(), open_store()
    return Reports(lambda: reported(store.reports(), surveyed), store)


@errors_on_page
def answer_blind() -> BlindAnswers:
    """One decision point after another, to be answered without a comparison."""
    from carelevel.exports.supervisor_lines import SupervisorFiles
    from carelevel.review.blind import Blind
    from carelevel.store.identity import switch, trainee
    from carelevel.store.supervisors import SupervisorAnswers
    from carelevel.widgets.review.answers import BlindAnswers

    answers = SupervisorAnswers()
    blind = Blind(open_bank(), answers, trainee().code)
    return BlindAnswers(blind, SupervisorFiles(answers), lambda code: switch(code).code)


@errors_on_page
def review_agreement() -> Partings:
    """How far supervisors agree, where they differ, and a dissent to record."""
    from carelevel.analytics.supervisor_agreement import supervisors
    from carelevel.authoring.dissent import record_dissent
    from carelevel.review.survey import survey
    from carelevel.store.identity import trainee
    from carelevel.store.supervisors import SupervisorAnswers
    from carelevel.widgets.review.partings import Partings, ReviewProgress

    bank, answers = open_bank(), SupervisorAnswers()
    surveyed = survey(bank)
    digests = surveyed.text_digests

    def stand() -> ReviewProgress:
        kept, code = answers.everybodys(), trainee().code
        answered = {(answer.case, answer.point): answer.text_digest for answer in kept if answer.code == code}
        return ReviewProgress(
            supervisors(kept, bank.criteria.ladder, digests), finished=digests.items() <= answered.items()
        )

    def record(case: str, point: int, level: str, reason: str) -> str:
        return record_dissent(bank, case, point, level, reason).name

    return Partings(stand, surveyed, record)


def _surveyed() -> Survey:
    from carelevel.review.survey import survey

    return survey(open_bank())


def _cohort(surveyed: Survey) -> Cohort:
    """What all trainees made of the cases as they are now; whoever looks is none of them."""
    from carelevel.analytics import cohort
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    return cohort(open_store().everybody(without=trainee().code), surveyed.story_digests)
