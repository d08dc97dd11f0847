"""The cases that a facilitator can choose from, and the running order; for the facilitator's eyes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from carelevel import messages
from carelevel.analytics.assessed_points import Assessed, assessed
from carelevel.analytics.criteria_parts import CriteriaPart, parts
from carelevel.bank import Bank
from carelevel.core.assess import decide, refer_accepted
from carelevel.core.case import Case, DecisionPoint, by_title
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import BankError
from carelevel.core.room_state import Entry
from carelevel.core.safety_questions import questions_asked
from carelevel.feedback.names import level_name, level_short, point_title
from carelevel.feedback.part_names import group_name, part_name
from carelevel.messages import presenter as presenter_messages
from carelevel.widgets.presenter.view import OrderEntry, OtherTwin, PartChoice, PresentedCase, ToldPoint
from carelevel.workshop.minutes import JOINING
from carelevel.workshop.presentation import Presentation
from carelevel.workshop.running_order import cases_in_use

LONGEST_PHRASE = 120


def presented_cases(bank: Bank) -> list[PresentedCase]:
    """What there is to choose from, by title; a case that cannot be read, or is not in use, is left out."""
    cases = sorted(cases_in_use(bank), key=lambda case: by_title(case.title))
    return [_presented(case, bank.criteria) for case in cases]


def part_choices(cases: Iterable[PresentedCase], criteria: Criteria) -> list[PartChoice]:
    """What of the criteria some of *cases* exercise, with how many do."""
    counted = Counter(key for case in cases for key in case.exercises)
    return [
        PartChoice(key, group_name(part, criteria), part_name(part, criteria), counted[key])
        for key, part in parts_by_key(criteria).items()
        if counted[key]
    ]


def parts_by_key(criteria: Criteria) -> Mapping[str, CriteriaPart]:
    """Every part of the criteria that a case can exercise, by what a page calls it."""
    return {_key(part): part for part in parts(criteria)}


def _key(part: CriteriaPart) -> str:
    return f"{part.kind} {part.within} {part.id}"


def order_entries(presentation: Presentation, here: str) -> tuple[OrderEntry, ...]:
    """The running order; *here*: the id of the entry that the room is at."""
    return tuple(
        OrderEntry(
            entry.id,
            entry_name(entry, presentation.bank),
            entry.id == here,
            minutes_says(minutes),
            entry.ask_first,
            bool(entry.digest),
            entry.case,
            entry.twin,
            entry.point,
        )
        for entry, minutes in zip(presentation.order, presentation.minutes(), strict=True)
    )


def minutes_says(minutes: int | None) -> str:
    """An estimate in words; '' without one."""
    return presenter_messages.ABOUT_MINUTES.format(minutes=minutes) if minutes else ""


def total_says(presentation: Presentation) -> str:
    """How long the whole running order may take; '' while it is empty."""
    minutes = presentation.total_minutes()
    return presenter_messages.TOTAL.format(minutes=minutes) if minutes > JOINING else ""


def entry_name(entry: Entry, bank: Bank) -> str:
    """The title of the decision point that an entry is about, or that its case cannot be read."""
    try:
        case = bank.case(entry.case)
        return point_title(case, entry.point, entry.twin, later=presenter_messages.ENTRY_POINT)
    except (BankError, LookupError):
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
    if decision.level != ESCALATE and refer_accepted(point.findings, criteria):
        also.append(level_short(ESCALATE, criteria))
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
        exercises=tuple(sorted({_key(part) for point in _points(case, criteria) for part in point.exercised})),
        stories=tuple(ToldPoint(point.heading, point.texts) for point in case.points),
    )


def _points(case: Case, criteria: Criteria) -> Iterator[Assessed]:
    return (point for point in assessed(case, criteria) if not point.twin)


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
