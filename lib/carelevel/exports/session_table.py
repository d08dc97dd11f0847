"""A session's report as a table for a spreadsheet: for each case a line a choice, a confidence, a phrase, a question.

A place among questions counts from 1; 0 is for one that was not asked, or not needed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from carelevel import messages
from carelevel.core.answer import Confidence
from carelevel.core.ballot import agreeing
from carelevel.core.criteria import Criteria
from carelevel.exports.spreadsheet import MARK, guarded
from carelevel.feedback.names import level_short, titled
from carelevel.messages import report as report_messages
from carelevel.workshop.report import CaseReport, SessionReport

Line = Mapping[str, object]
"""The cells of a line by their columns; those that it does not have are empty."""


def session_csv(report: SessionReport) -> str:
    """Shares are parts of 1, times seconds; what the report does not tell is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, report_messages.SESSION_COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    criteria = report.criteria
    for case in report.cases:
        writer.writerows(_choices(case, criteria))
        writer.writerows(_sure(case))
        writer.writerows(_phrases(case))
        writer.writerows(_questions(case, criteria))
    return MARK + text.getvalue()


def _choices(case: CaseReport, criteria: Criteria) -> Iterator[Line]:
    moved, called = case.shift, criteria.words.in_all(messages.IN_TABLES)
    for level, first in moved.first.counts.items():
        yield {
            **_begin(case, "choice", called.get(level, level), level_short(level, criteria)),
            "accepted": _yes(level in agreeing(case.assessment)),
            "first": first,
            "second": moved.second.counts[level],
            "first_of": moved.first.votes,
            "second_of": moved.second.votes,
            **(_moves(case, level) if moved.moves else {}),
            "first_agreement": _share(case.agreed.first),
            "second_agreement": _share(case.agreed.second),
            "first_seconds": _seconds(case.seconds[0]),
            "second_seconds": _seconds(case.seconds[1]),
            "voted_twice": case.agreed.twice,
            "voted_once": case.agreed.once,
            **_third_choices(case, level),
        }


def _third_choices(case: CaseReport, level: str) -> Line:
    """What came of the vote on the twin; empty where there was none."""
    third = case.third
    if third is None:
        return {}
    part = third.transfer.third
    return {
        "third_twin": guarded(third.twin),
        "third_accepted": _yes(level in agreeing(third.assessment)),
        "third": third.tally.counts[level],
        "third_of": third.tally.votes,
        "third_agreement": _share(part.accepted / part.votes if part.votes else None),
        "third_seconds": _seconds(case.seconds[2]),
        "voted_thrice": third.transfer.thrice,
    }


def _moves(case: CaseReport, level: str) -> Line:
    """Who stayed at *level*, came to it, and went from it."""
    moves = case.shift.moves
    stayed = moves.get((level, level), 0)
    came = sum(count for (_, after), count in moves.items() if after == level) - stayed
    went = sum(count for (before, _), count in moves.items() if before == level) - stayed
    return {"stayed": stayed, "came": came, "went": went}


def _sure(case: CaseReport) -> Iterator[Line]:
    votes = {"first": case.shift.first.sure, "second": case.shift.second.sure}
    if case.third:
        votes["third"] = case.third.tally.sure
    for confidence in next((sure for sure in votes.values() if sure), {}):
        counts = {vote: sure.get(confidence, 0) for vote, sure in votes.items()}
        yield {
            **_begin(case, "confidence", confidence, messages.CONFIDENCE[Confidence(confidence)]),
            **counts,
            **{f"{vote}_of": sum(sure.values()) for vote, sure in votes.items()},
        }


def _phrases(case: CaseReport) -> Iterator[Line]:
    for first, second in zip(*case.sights, strict=True):
        yield {
            **_begin(case, "phrase", first.phrase.phrase),
            "first": first.caught,
            "second": second.caught,
            "first_of": first.voters,
            "second_of": second.voters,
        }
    if case.third is None:
        return
    for sight in case.third.sights:
        yield {
            **_begin(case, "phrase", sight.phrase.phrase),
            "third_twin": guarded(case.third.twin),
            "third": sight.caught,
            "third_of": sight.voters,
        }


def _questions(case: CaseReport, criteria: Criteria) -> Iterator[Line]:
    """What the room asked and what would have been needed, each by its place; then the safety questions never asked."""
    if case.interview is None:
        return
    way, votes, led = case.interview.way, case.interview.votes, case.interview.led
    asked, needed = ({name: place for place, name in enumerate(names, 1)} for names in (way.asked, way.fewest))
    for question in dict.fromkeys((*way.asked, *way.fewest, *way.remaining[-1].safety_left)):
        yield {
            **_begin(case, "question", question, criteria.finding(question).name),
            "asked": asked.get(question, 0),
            "needed": needed.get(question, 0),
            "settles": _yes(way.settled_after is not None and asked.get(question) == way.settled_after),
            **({"votes": votes[question], "led": _yes(question in led)} if question in votes else {}),
        }


def _begin(case: CaseReport, kind: str, what: str, name: str = "") -> Line:
    """What every line has; *name*: of what *what* is the id of, as people are told it."""
    entry = case.entry
    return {
        "number": case.number,
        "case": guarded(entry.case),
        "twin": guarded(entry.twin),
        "decision_point": entry.point + 1,
        "kind": kind,
        "what": guarded(what),
        "title": guarded(titled(case.title, twin=entry.twin)),
        "name": guarded(name),
    }


def _yes(claim: bool) -> str:
    return "yes" if claim else "no"


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def _seconds(seconds: float | None) -> object:
    return "" if seconds is None else round(seconds)
