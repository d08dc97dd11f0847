"""What the facilitators' notebook calls: 20."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING

from carelevel.notebook.told import told

if TYPE_CHECKING:
    from carelevel.widgets.presenter import Presenter
    from carelevel.widgets.session import Session


_leading: list[Presenter] = []
"""The card that leads now: a second Run All in the same kernel puts another in its place."""


@told
def workshop() -> Presenter:
    """A room to prepare, to rehearse or to lead; the one that is open goes on where it is."""
    from carelevel.bank import open_bank
    from carelevel.live.elsewhere import pages
    from carelevel.live.picture import Picture
    from carelevel.store.rooms import Rooms
    from carelevel.widgets.presenter import Presenter
    from carelevel.workshop.presentation import Presentation

    _leave_the_floor()
    atexit.register(_leave_the_floor)  # a rehearsal does not outlive its kernel
    _leading.append(Presenter(Presentation(open_bank(), Rooms(), pages), Picture()))
    return _leading[0]


def _leave_the_floor() -> None:
    while _leading:
        _leading.pop().close()


@told
def session_report() -> Session:
    """What came of a session that is kept, the latest first; to take along, and to delete."""
    from carelevel.bank import open_bank
    from carelevel.exports.session_table import session_csv
    from carelevel.store.rooms import Rooms
    from carelevel.widgets.session import Session

    return Session(open_bank(), Rooms(), session_csv)
