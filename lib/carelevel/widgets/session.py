"""The sessions that are kept: read what came of one, take it along, set when it is deleted, delete it."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from threading import RLock
from typing import ClassVar

from traitlets import Dict, default

from carelevel import words as every_words
from carelevel.bank import Bank
from carelevel.core.errors import AnswerError, CarelevelError, RoomError, StoreError
from carelevel.store.room_records import KeptRoom
from carelevel.store.rooms import Rooms
from carelevel.widgets.explain import explain
from carelevel.widgets.face import Face
from carelevel.widgets.reading import View
from carelevel.widgets.session_page import session_file, session_html
from carelevel.words import report as words
from carelevel.words import room as room_words
from carelevel.workshop.report import SessionReport, session_report
from carelevel.workshop.tokens import shown_code
from carelevel.workshop.workshop import Clock, Workshop, resume_room

LONGEST_TIME = 40
"""Characters of a time, as a browser writes it."""

ENDS: Mapping[str, str] = {"csv": ".csv", "page": ".html"}
KINDS: Mapping[str, str] = {"csv": "text/csv", "page": "text/html"}
"""What can be taken along: how its name ends, and its media type."""

Message = Mapping[str, object]


def _now() -> datetime:
    return datetime.now(UTC)


class Session(Face):
    """One session's report on a page, and the list to choose it from; every action goes through `receive`.

    *table* writes a report for a spreadsheet.
    """

    scripts: ClassVar[tuple[str, ...]] = ("dom.js", "download.js", "session.js")
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "page.css", "session.css")

    view = Dict().tag(sync=True)

    def __init__(self, bank: Bank, rooms: Rooms, table: Callable[[SessionReport], str], clock: Clock = _now) -> None:
        super().__init__()
        self.bank, self.rooms, self.table, self.clock = bank, rooms, table, clock
        self._room = ""
        self._lock = RLock()
        self._messages = 0
        self._actions = {"choose": self._choose, "download": self._download, "keep": self._keep, "delete": self._delete}
        self._show()
        self.on_msg(lambda _face, message, buffers: self.receive(message, buffers))

    @default("words")
    def _session_words(self) -> dict[str, str]:
        return dict(words.SESSION)

    def receive(self, message: object, _buffers: Sequence[bytes | memoryview] = ()) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the page."""
        with self._lock:
            try:
                self._act(message if isinstance(message, Mapping) else {})
            except StoreError as error:
                self._show(every_words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._show(str(error))
            except Exception as error:
                self._show(words.BROKEN_SESSION.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    def _act(self, message: Message) -> None:
        do, room = message.get("do"), message.get("room")
        if not isinstance(do, str) or do not in self._actions or not isinstance(room, str):
            raise AnswerError(every_words.NOT_UNDERSTOOD)
        if room != self._room and do != "choose":  # two pages show this face, and the other one has moved on
            raise AnswerError(every_words.NOT_UNDERSTOOD)
        self._actions[do](message)

    def _choose(self, message: Message) -> None:
        """Show another session, or the same anew."""
        asked = self._room = str(message["room"])
        self._show()
        if asked and self._room != asked:
            self._show(room_words.ROOM_GONE)

    def _download(self, message: Message) -> None:
        """Send the file to the page that asked, packed: Jupyter's server drops what comes too thick and fast."""
        form = str(message.get("form"))
        if form not in ENDS:
            raise AnswerError(every_words.NOT_UNDERSTOOD)
        report = session_report(self._workshop())
        text = self.table(report) if form == "csv" else session_file(report, self.bank.criteria)
        name = f"session-{report.opened_at.astimezone():%Y-%m-%d-%H%M}{ENDS[form]}"
        about = {"file": name, "type": KINDS[form], "by": str(message.get("by"))[:40]}
        self.send(about, [gzip.compress(text.encode(), mtime=0)])

    def _keep(self, message: Message) -> None:
        until = _time(message.get("until"))
        try:
            self._workshop().keep_until(until)
        except RoomError as error:  # where a step was taken at the same time, the next try is made from where it is
            if str(error) != room_words.ROOM_MOVED_ON:
                raise
            self._workshop().keep_until(until)
        self._show(words.SESSION_KEPT_UNTIL)

    def _delete(self, _message: Message) -> None:
        self._workshop().delete()
        self._show(words.SESSION_DELETED)

    def _workshop(self) -> Workshop:
        found = resume_room(self.bank, self.rooms, explain, self._room, self.clock)
        if found is None:
            raise RoomError(room_words.ROOM_GONE)
        return found

    def _show(self, says: str = "") -> None:
        """What is kept now, and what came of the session that is chosen; what hinders that is said instead."""
        view: View = {"rooms": [], "room": "", "html": "", "until": "", "message": None}
        try:
            view |= self._listed()
            if self._room:
                report = session_report(self._workshop())
                view["html"] = str(session_html(report, self.bank.criteria))
                view["until"] = report.deleted_at.isoformat()
            else:
                says = says or words.NO_SESSION
        except CarelevelError as error:
            says = says or str(error)
        if says:
            self._messages += 1
            view["message"] = {"says": says, "number": self._messages}
        self.view = view

    def _listed(self) -> View:
        """The sessions to choose from, and which one is shown: the latest, unless another was chosen."""
        self.rooms.delete_expired(self.clock())
        kept = self.rooms.kept(self.clock())
        if self._room not in {one.id for one in kept}:
            self._room = kept[0].id if kept else ""
        rooms = [{"id": one.id, "at": one.created_at.isoformat(), "says": _listed_says(one)} for one in kept]
        return {"rooms": rooms, "room": self._room}


def _listed_says(kept: KeptRoom) -> str:
    people = every_words.counted(kept.joined, words.REPORT_JOINED)
    return words.SESSION_LISTED.format(people=people, code=shown_code(kept.code))


def _time(text: object) -> datetime:
    """The time that a page sent, with its zone; AnswerError where it is none."""
    try:
        time = datetime.fromisoformat(text if isinstance(text, str) and len(text) <= LONGEST_TIME else "")
    except ValueError:
        raise AnswerError(words.BAD_TIME) from None
    if time.tzinfo is None:
        raise AnswerError(words.BAD_TIME)
    return time
