"""What the facilitators' notebook calls: 20."""

from __future__ import annotations

import atexit
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from carelevel.bank import open_bank
from carelevel.notebook.errors_on_page import errors_on_page

if TYPE_CHECKING:
    from pandas import DataFrame

    from carelevel.widgets.pages.page import Page
    from carelevel.widgets.presenter import Presenter
    from carelevel.widgets.session import Session


_leading: list[Presenter] = []
"""The card that leads now: a second Run All in the same kernel puts another in its place."""


@errors_on_page
def workshop() -> Presenter:
    """A room to prepare, to rehearse or to lead; the one that is open goes on where it is."""
    from carelevel.live.remote_server import audience_server
    from carelevel.live.rendering.projection import Projection
    from carelevel.store.rooms import Rooms
    from carelevel.widgets.presenter import Presenter
    from carelevel.workshop.presentation import Presentation

    _leave_the_floor()
    atexit.register(_leave_the_floor)  # a rehearsal does not outlive its kernel
    _leading.append(Presenter(Presentation(open_bank(), Rooms(), audience_server), Projection()))
    return _leading[0]


def _leave_the_floor() -> None:
    while _leading:
        _leading.pop().close()


@errors_on_page
def session_report() -> Session:
    """What came of a session that is kept, the latest first; to take along, and to delete."""
    from carelevel.exports.session_table import session_csv
    from carelevel.store.rooms import Rooms
    from carelevel.widgets.session import Session

    return Session(open_bank(), Rooms(), session_csv)


@errors_on_page
def votes_table() -> DataFrame | Page:
    """The votes of every session that is kept as a pandas table, by decision point and round.

    Not while a room is led here: importing pandas takes a second in which the kernel would answer nobody. A sentence
    where there are none.
    """
    from carelevel.messages import report as report_messages

    if _leading and _leading[0].presentation.workshop:
        return _in_place_of_the_table(report_messages.TABLE_WAITS)
    from carelevel.exports import votes_table as table
    from carelevel.store.rooms import Rooms
    from carelevel.workshop import report
    from carelevel.workshop.workshop import resume_room

    bank, rooms = open_bank(), Rooms()
    kept = (resume_room(bank, rooms, room.id) for room in rooms.kept(datetime.now(UTC)))
    votes = table.votes_table(report.session_report(workshop) for workshop in kept if workshop)
    return _in_place_of_the_table(report_messages.TABLE_EMPTY) if votes.empty else votes


def _in_place_of_the_table(says: str) -> Page:
    from carelevel.feedback.html import tag
    from carelevel.messages import report as report_messages
    from carelevel.widgets.pages.page import page

    return page(tag("p", says), label=report_messages.TABLE_LABEL)
