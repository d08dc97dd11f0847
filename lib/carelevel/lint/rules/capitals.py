"""What a run of capitalized words names: a relative, an employer, a place, or somebody by first name and surname.

The questions are asked in the order of QUESTIONS; the first that says anything is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules import employers, names, places

Question = Callable[[Prose, Run], Diagnostic | None]

QUESTIONS: tuple[Question, ...] = (
    names.titled,
    names.relative,
    places.with_state,
    employers.organisation,
    places.landmark,
    places.city,
    employers.workplace,
    places.surrounded,
    names.full,
)
OF_GOODS: tuple[Question, ...] = (employers.organisation, employers.workplace)
"""What is asked of a word such as Ford, which is more often a thing than whoever makes it."""


def in_capitals(prose: Prose) -> Iterator[Diagnostic]:
    """What the runs of capitalized words name, one thing a run."""
    for run in prose.runs:
        if len(run.names) > 1 and run.name in prose.lists["not_names"]:
            continue
        for question in QUESTIONS if _may_name(prose, run) else OF_GOODS:
            found = question(prose, run)
            if found is not None:
                yield found
                break


def _may_name(prose: Prose, run: Run) -> bool:
    return not all(name in prose.lists["not_names"] for name in run.names)
