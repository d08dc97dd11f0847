"""What the page of the sessions is sent."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.widgets.shared.view import FaceView


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A session to choose; *at*: when it was opened, as ISO 8601."""

    id: str
    at: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView(FaceView):
    """The sessions that are kept, the one chosen, its report as HTML, and when it is deleted, as ISO 8601."""

    rooms: tuple[ListedSession, ...] = ()
    room: str = ""
    html: str = ""
    until: str = ""
