"""What everybody may see of an interview: the notes so far, what can be asked, what came of a vote, the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from carelevel.core.assess import Assessment
from carelevel.core.criteria import Criteria
from carelevel.core.interview import Way, way
from carelevel.core.interviewee import Interviewee
from carelevel.core.question_vote import DECIDE, is_led, leading, questions_left
from carelevel.core.room_state import Entry
from carelevel.feedback.questions import Learned, is_known, learned, opening_of, topics
from carelevel.feedback.way import way_told
from carelevel.messages import room as room_messages
from carelevel.workshop.slide_record import GatheredNote, InterviewSlide, OfferedQuestion, QuestionTold, QuestionTopic


def notes_slide(entry: Entry, interviewee: Interviewee, criteria: Criteria) -> InterviewSlide:
    """What the room knows so far."""
    said = list(_learned(asked_questions(entry, criteria), interviewee, criteria))
    return InterviewSlide(
        opening=opening_of(interviewee, criteria),
        number=len(entry.asked),
        notes=tuple(_gathered(note for note in said if is_known(note))),
        unknown=tuple(note.name for note in said if not is_known(note)),
    )


def asking_slide(entry: Entry, interviewee: Interviewee, criteria: Criteria) -> InterviewSlide:
    """The same, and what can be voted for."""
    return replace(notes_slide(entry, interviewee, criteria), topics=tuple(_topics(entry, criteria)))


def told_slide(
    entry: Entry, interviewee: Interviewee, criteria: Criteria, wishes: Mapping[str, int] | None
) -> InterviewSlide:
    """What came of the last vote, in which there were *wishes* by question, and what was known before.

    *wishes* is None where hands were raised, which nobody types.
    """
    if not entry.asked or not {entry.asked[-1]} <= {DECIDE, *asked_questions(entry, criteria)}:
        return notes_slide(entry, interviewee, criteria)
    *earlier, question = entry.asked
    before = replace(entry, asked=tuple(earlier))
    told = _told(question, before, interviewee, criteria, wishes)
    return replace(notes_slide(before, interviewee, criteria), number=len(entry.asked), told=told)


def way_slide(entry: Entry, interviewee: Interviewee, assessment: Assessment, criteria: Criteria) -> InterviewSlide:
    """What the room asked, beside the fewest questions; *assessment* is of the whole person."""
    told = way_told(room_way(entry, interviewee, criteria), assessment, criteria)
    return replace(notes_slide(entry, interviewee, criteria), way=told)


def room_way(entry: Entry, interviewee: Interviewee, criteria: Criteria) -> Way:
    """The way of a room to its decision."""
    return way(asked_questions(entry, criteria), interviewee.person, criteria)


def asked_questions(entry: Entry, criteria: Criteria) -> tuple[str, ...]:
    """Those that the criteria still ask."""
    known = {finding.id for finding in criteria.findings}
    return tuple(question for question in entry.questions if question in known)


def question_name(question: str, criteria: Criteria) -> str:
    """What can be voted for, by its name."""
    return room_messages.LIVE["decide"] if question == DECIDE else criteria.finding(question).name


def _topics(entry: Entry, criteria: Criteria) -> Iterator[QuestionTopic]:
    for topic in topics(criteria):
        offered = (OfferedQuestion(each.id, each.name, each.ask, each.id in entry.asked) for each in topic.questions)
        yield QuestionTopic(topic.title, tuple(offered))
    yield QuestionTopic(room_messages.LIVE["decide_topic"], (OfferedQuestion(DECIDE, room_messages.LIVE["decide"]),))


def _told(
    question: str, before: Entry, interviewee: Interviewee, criteria: Criteria, counted: Mapping[str, int] | None
) -> QuestionTold:
    left, wishes = questions_left(before.questions, criteria), counted or {}
    first = leading(wishes, left)
    voted_for = sorted((each for each in left if wishes.get(each)), key=lambda each: -wishes[each])
    says = next(_learned([question], interviewee, criteria)).says if question != DECIDE else ()
    return QuestionTold(
        name=question_name(question, criteria),
        ask=criteria.finding(question).ask if question != DECIDE else "",
        says=says,
        votes={each: wishes[each] for each in voted_for},
        choices=tuple(OfferedQuestion(each, question_name(each, criteria)) for each in voted_for),
        tied=tuple(question_name(each, criteria) for each in first.tied if each != question)
        if first and first.question == question
        else (),
        led=is_led(question, counted, left),
    )


def _learned(questions: Iterable[str], interviewee: Interviewee, criteria: Criteria) -> Iterator[Learned]:
    return learned(map(interviewee.note, questions), criteria)


def _gathered(said: Iterable[Learned]) -> Iterator[GatheredNote]:
    """What was told alike to several questions once."""
    about: dict[tuple[str, ...], list[str]] = {}
    for note in said:
        about.setdefault(note.says, []).append(note.name)
    return (GatheredNote(tuple(names), says) for says, names in about.items())
