"""A line between psycopg and PostgreSQL that is cut at a chosen turn of their talk."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from sqlalchemy import URL, make_url

ENDS_A_TURN = b"QSp"
"""Messages after which a client waits for the server: a query, the end of a group of messages, a password."""
GOODBYE, READY = b"X", b"Z"


class CutLine:
    """What connects to *url* goes through here; the *number*th turn is cut off once that is armed."""

    def __init__(self, url: str) -> None:
        self._to = make_url(url)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._at, self._is_heard, self._turns = 0, False, 0
        Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        port = self._listening.getsockname()[1]
        plain = {"sslmode": "disable", "gssencmode": "disable"}  # or the talk would begin with another one
        through = URL.create(self._to.drivername, self._to.username, None, "127.0.0.1", port, self._to.database, plain)
        return through.render_as_string(hide_password=False)

    def close(self) -> None:
        self._listening.close()

    def at(self, number: int, *, is_heard: bool) -> Cut:
        return Cut(self, number, is_heard)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                Thread(target=self._talk, args=(self._listening.accept()[0],), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        with client, _connected(self._to) as server, suppress(EOFError, OSError):
            turn = _packet(client)
            while turn[:1] != GOODBYE:
                self._turns += 1
                is_cut = self._turns == self._at
                if is_cut and not self._is_heard:
                    return
                server.sendall(turn)
                answer = _until(server, READY)
                if is_cut:
                    return
                client.sendall(answer)
                turn = _until(client, ENDS_A_TURN + GOODBYE)


class Cut:
    """The line is cut at one turn: before the server has heard it, or, where it *is_heard*, before it is answered."""

    def __init__(self, line: CutLine, number: int, is_heard: bool) -> None:
        self._line, self._number = line, number
        self.loses_answers = is_heard

    @property
    def has_failed(self) -> bool:
        return self._line._turns >= self._number

    @contextmanager
    def __call__(self) -> Iterator[None]:
        line = self._line
        line._turns, line._at, line._is_heard = 0, self._number, self.loses_answers
        yield
        line._at = 0


@contextmanager
def _connected(url: URL) -> Iterator[socket.socket]:
    folder, port = str(url.query["host"]), url.port or 5432
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(f"{folder}/.s.PGSQL.{port}")
        yield server


def _until(talking: socket.socket, kinds: bytes) -> bytes:
    """Everything up to a message of one of these *kinds*."""
    said = b""
    while True:
        kind = _exactly(talking, 1)
        said += kind + _packet(talking)
        if kind in kinds:
            return said


def _packet(talking: socket.socket) -> bytes:
    """A message less its kind: its length, which counts itself, and so many bytes. The first has no kind."""
    length = _exactly(talking, 4)
    return length + _exactly(talking, struct.unpack("!i", length)[0] - 4)


def _exactly(talking: socket.socket, size: int) -> bytes:
    said = b""
    while len(said) < size:
        more = talking.recv(size - len(said))
        if not more:
            raise EOFError
        said += more
    return said
