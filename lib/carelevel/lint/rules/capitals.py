"""What a run of capitalized words names: a relative, an employer, a place, or somebody by first name and surname.

The questions are asked in the order of QUESTIONS; the first that is answered with yes is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.lint.codes import hit
from carelevel.lint.patterns import ERROR, WARNING
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules import employers, names, places, relatives


class Question(NamedTuple):
    """Whether a run of a text names something, and what that is then, with the remedy."""

    asks: Callable[[Prose, Run], bool]
    code: str
    rewording: str
    severity: Severity = ERROR


QUESTIONS = (
    Question(names.titled, names.CODE, "say who they are: 'her doctor', 'a neighbor'"),
    Question(relatives.relative, relatives.CODE, relatives.REWORDING),
    Question(places.with_state, places.CODE, places.REWORDING),
    Question(employers.organisation, employers.CODE, employers.REWORDING),
    Question(places.wide_landmark, places.CODE, "say 'the river', 'the valley'", WARNING),
    Question(places.landmark, places.CODE, places.REWORDING),
    Question(places.city, places.CODE, places.REWORDING),
    Question(employers.workplace, employers.CODE, employers.REWORDING),
    Question(places.surely_surrounded, places.CODE, places.REWORDING),
    Question(places.surrounded, places.CODE, places.REWORDING, WARNING),
    Question(places.strange_in_place, places.CODE, places.REWORDING, WARNING),
    Question(names.with_initial, names.CODE, "leave the surname's initial out too", WARNING),
    Question(names.nicknamed, names.CODE, names.REWORDING),
    Question(names.surname_first, names.CODE, names.REWORDING),
    Question(names.full, names.CODE, names.REWORDING),
    Question(names.surname, names.CODE, names.SURNAME, WARNING),
    Question(names.unknown, names.CODE, names.UNKNOWN, WARNING),
)
OF_GOODS = tuple(question for question in QUESTIONS if question.code == employers.CODE)
"""What is asked of a word such as Ford, which is more often a thing than whoever makes it."""
OF_WORK = tuple(question for question in QUESTIONS if question.asks is employers.workplace)
"""What is asked of a well-known name that somebody may work for."""

OF_FIRST_NAMES = tuple(
    question
    for question in QUESTIONS
    if question.asks
    in (names.titled, relatives.relative, places.with_state, employers.workplace, names.nicknamed, names.surname_first)
)
"""What is asked of a first name alone that is no place's and no employer's."""


def in_capitals(prose: Prose) -> Iterator[Diagnostic]:
    """What the runs of capitalized words name, one thing a run."""
    for run in prose.runs:
        found = next((question for question in _questions(prose, run) if question.asks(prose, run)), None)
        if found:
            yield hit(found.code, found.severity, prose.at(run), found.rewording)


def _is_famous(prose: Prose, run: Run) -> bool:
    """ "Johnny Cash", and "Reads Stephen King" at the start of a sentence."""
    further = " ".join(run.names[1:])
    return run.name in prose.lists["not_names"] or (
        run.opening
        and " " in further
        and further in prose.lists["not_names"]
        and run.names[-1] not in prose.lists["employer_endings"]
    )


def _questions(prose: Prose, run: Run) -> tuple[Question, ...]:
    if len(run.names) > 1 and _is_famous(prose, run):
        return OF_WORK if run.name in prose.lists["brands"] else ()
    if prose.lists["not_names"].issuperset(run.names):
        return OF_GOODS
    return OF_FIRST_NAMES if run.name in prose.lists.only_first_names else QUESTIONS
