"""The cases that a facilitator can choose from, and the running order; for the facilitator's eyes alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.assess import decide
from carelevel.core.case import Case, DecisionPoint, by_title
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from carelevel.core.room_state import Entry
from carelevel.core.safety_questions import questions_asked
from carelevel.feedback.names import level_name, point_title
from carelevel.messages import presenter as presenter_messages
from carelevel.widgets.presenter.view import OrderEntry, OtherTwin, PresentedCase

MOST_CASES = 300
"""Cases in the list; of a larger bank the first."""

LONGEST_PHRASE = 120


def presented_cases(bank: Bank) -> list[PresentedCase]:
    """What there is to choose from, by title; a case that cannot be read, or is not in use, is left out."""
    files = (bank.checked(id) for id in islice(bank.case_ids(), MOST_CASES))
    cases = [file.in_use for file in files if file.in_use is not None]
    return [_presented(case, bank.criteria) for case in sorted(cases, key=lambda case: by_title(case.title))]


def order_entries(order: Iterable[Entry], here: str, bank: Bank) -> tuple[OrderEntry, ...]:
    """The running order; *here*: the id of the entry that the room is at."""
    return tuple(OrderEntry(entry.id, entry_name(entry, bank), entry.id == here) for entry in order)


def entry_name(entry: Entry, bank: Bank) -> str:
    """The title of the decision point that an entry is about, or that its case cannot be read."""
    try:
        case = bank.case(entry.case)
        return point_title(case, entry.point, entry.twin, later=presenter_messages.ENTRY_POINT)
    except (BankError, IndexError, StopIteration):
        return presenter_messages.UNREADABLE.format(case=entry.case)


def other_twins(case: Case, form: str) -> tuple[OtherTwin, ...]:
    """The twins of a case by what is different in them, as it stands in their stories; *form* is how it is said."""
    return tuple(OtherTwin(twin.id, form.format(phrase=_changed_phrase(case, twin.id))) for twin in case.twins)


def _changed_phrase(case: Case, twin: str) -> str:
    point = case.telling(twin)[case.changed_point(twin)]
    return shortened(next(evidence.phrase for evidence in point.evidence if evidence.changed))


def shortened(phrase: str) -> str:
    """A phrase of at most so many characters, and where it was cut."""
    return phrase if len(phrase) <= LONGEST_PHRASE else phrase[:LONGEST_PHRASE].rsplit(" ", 1)[0] + " …"


def answer_says(point: DecisionPoint, criteria: Criteria) -> str:
    """What the criteria say of a decision point, in a line."""
    decision = decide(point.findings, criteria)
    also = [level_name(level, criteria) for level in decision.accepted if level != decision.level]
    form = presenter_messages.ANSWER_ALSO if also else presenter_messages.ANSWER
    return form.format(level=level_name(decision.level, criteria), also=messages.LIST_SEPARATOR.join(also))


def _presented(case: Case, criteria: Criteria) -> PresentedCase:
    return PresentedCase(
        id=case.id,
        title=case.title,
        found_by=case.found_by,
        about=presenter_messages.SEPARATOR.join(_about(case, criteria)),
        points=tuple(point.heading for point in case.points),
        answers=tuple(_answer(case, point, criteria) for point in case.points),
        twins=other_twins(case, presenter_messages.TWIN_SAYS),
    )


def _about(case: Case, criteria: Criteria) -> Iterator[str]:
    yield presenter_messages.DIFFICULTY[case.difficulty]
    if case.reading:
        yield presenter_messages.READING[case.reading]
    if criteria.red_flags:
        asked = questions_asked(case, criteria)
        yield presenter_messages.ASKED.format(count=asked, all=len(criteria.red_flags))
    if len(case.points) > 1:
        yield messages.counted(len(case.points), presenter_messages.POINTS)
    if case.twins:
        yield messages.counted(len(case.twins), presenter_messages.TWINS)


def _answer(case: Case, point: DecisionPoint, criteria: Criteria) -> str:
    answer = answer_says(point, criteria)
    return presenter_messages.ANSWER_AT.format(heading=point.heading, answer=answer) if len(case.points) > 1 else answer
