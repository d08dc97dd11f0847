"""The sessions that are kept: read what came of one, take it along, set when it is deleted, delete it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from threading import Event, Thread

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError, CarelevelError, RoomError
from carelevel.core.room_state import NEVER, KeptRoom
from carelevel.messages import report as report_messages
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.widgets.face import Face, Message, offered, text_of
from carelevel.widgets.session.page import session_file, session_html
from carelevel.widgets.session.view import ListedSession, SessionView
from carelevel.workshop.expiry import Expiry, utc_now
from carelevel.workshop.report import SessionReport, session_report
from carelevel.workshop.tokens import shown_code
from carelevel.workshop.workshop import Clock, Workshop, resume_room

EVERY = 1.0
"""Seconds between two looks for a session while there is none, or for the end of the one that is shown."""

LONGEST_TIME = 40
"""Characters of a time, as a browser writes it."""

FORMS: Mapping[str, tuple[str, str]] = {"csv": (".csv", "text/csv"), "page": (".html", "text/html")}
"""What can be taken along: how its name ends, and its media type."""


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session to take along."""

    name: str
    media_type: str
    content: bytes


class Session(Face):
    """One session's report on a page, and the list to choose it from; every action goes through `receive`.

    *table* writes a report for a spreadsheet.
    """

    script = "session/face.js"
    label = "session_face"
    styles = (*Face.styles, "pages/page.css", "session/face.css")
    says = report_messages.SESSION
    broken = report_messages.BROKEN_SESSION

    def __init__(self, bank: Bank, rooms: Rooms, table: Callable[[SessionReport], str], clock: Clock = utc_now) -> None:
        self.bank, self.rooms, self.table, self.clock = bank, rooms, table, clock
        self._room, self._picked, self._expiry = "", "", Expiry(rooms, clock)
        self._ended, self._waiting = Event(), Thread(target=self._look_on, name="session", daemon=True)
        super().__init__(
            {"choose": self._choose, "download": self._download, "keep": self._keep, "delete": self._delete}
        )
        self._waiting.start()

    def close(self) -> None:
        """Look on no more."""
        self._ended.set()
        super().close()

    @property
    def _criteria(self) -> Criteria:
        return self.bank.criteria

    def _look_on(self) -> None:
        """Show the first session as soon as a room is open, any anew once it has ended, and list one that is new."""
        while not self._ended.wait(EVERY):
            with self._lock, suppress(CarelevelError):
                if self._ended.is_set():
                    return
                if self._has_news():
                    self._message = None
                    self._refresh()

    def _has_news(self) -> bool:
        kept = self.rooms.kept(self.clock())
        if not kept:
            return False
        newest = kept[0]
        if newest.id not in (self._room, self._picked) and newest.expires_at != NEVER:
            self._room, self._picked = newest.id, ""
            return True
        room = None if self.view["until"] else self.rooms.room(self._room)
        return [*map(asdict, _list(kept))] != [*self.view["rooms"]] or (room is not None and not room.is_open)

    def _act(self, message: Message) -> None:
        room = text_of(message, "room")
        if room != self._room and message.get("do") != "choose":  # another page of this face has moved on
            raise AnswerError(messages.NOT_UNDERSTOOD)
        super()._act(message)

    def _choose(self, message: Message) -> str | None:
        """Show another session, which then stays, or the same anew."""
        asked = str(message["room"])
        if asked != self._room:
            self._picked = next((room.id for room in self.rooms.kept(self.clock(), 1)), "")
        self._room = asked
        self._listed()
        return room_messages.ROOM_GONE if asked and self._room != asked else None

    def _download(self, message: Message) -> None:
        form = offered(message.get("form"), FORMS, messages.NOT_UNDERSTOOD)
        report = session_report(self._workshop())
        text = self.table(report) if form == "csv" else session_file(report, self.bank.criteria)
        end, media_type = FORMS[form]
        name = f"session-{report.opened_at.astimezone():%Y-%m-%d-%H%M}{end}"
        self._send_file(message, SessionFile(name, media_type, text.encode()))

    def _keep(self, message: Message) -> str:
        until = _time(message.get("until"))
        try:
            self._workshop().keep_until(until)
        except RoomError as error:  # where a step was taken at the same time, the next try is made from where it is
            if str(error) != room_messages.ROOM_MOVED_ON:
                raise
            self._workshop().keep_until(until)
        return report_messages.SESSION_KEPT_UNTIL

    def _delete(self, _message: Message) -> str:
        self._workshop().delete()
        return report_messages.SESSION_DELETED

    def _workshop(self) -> Workshop:
        found = resume_room(self.bank, self.rooms, self._room, self.clock)
        if found is None:
            raise RoomError(room_messages.ROOM_GONE)
        return found

    def _seen(self) -> SessionView:
        """What is kept now, and what came of the session that is chosen; what hinders that is said."""
        view, hindrance = SessionView(), ""
        try:
            view = self._listed()
            if self._room:
                report = session_report(self._workshop())
                html = str(session_html(report, self.bank.criteria))
                view = replace(view, html=html, until=report.deleted_at.isoformat() if report.deleted_at else "")
            else:
                hindrance = report_messages.NO_SESSION
        except CarelevelError as error:
            hindrance = str(error)
        if hindrance and self._message is None:
            self._say(hindrance)
        return view

    def _listed(self) -> SessionView:
        """The sessions to choose from, and which one is shown: the latest that has ended, unless one was chosen."""
        self._expiry.tidy()
        kept = self.rooms.kept(self.clock())
        if self._room not in {room.id for room in kept}:
            self._room, self._picked = kept[0].id if kept else "", ""
        return SessionView(rooms=_list(kept), room=self._room)


def _list(kept: Iterable[KeptRoom]) -> tuple[ListedSession, ...]:
    return tuple(ListedSession(room.id, room.created_at.isoformat(), _listed_says(room)) for room in kept)


def _listed_says(kept: KeptRoom) -> str:
    """Who came, once it is over: while it is open that changes with everybody."""
    if kept.expires_at == NEVER:
        return report_messages.SESSION_LISTED.format(people=report_messages.STILL_OPEN, code=shown_code(kept.code))
    people = messages.counted(kept.joined, report_messages.REPORT_JOINED)
    return report_messages.SESSION_LISTED.format(people=people, code=shown_code(kept.code))


def _time(text: object) -> datetime:
    """The time that a page sent, with its zone; AnswerError where it is none."""
    try:
        time = datetime.fromisoformat(text if isinstance(text, str) and len(text) <= LONGEST_TIME else "")
    except ValueError:
        raise AnswerError(report_messages.BAD_TIME) from None
    if time.tzinfo is None:
        raise AnswerError(report_messages.BAD_TIME)
    return time
