"""Phones and screens on real connections to a process under test."""

from __future__ import annotations

import http.client
import re
import socket
import time
from typing import Any
from urllib.parse import urlencode

from carelevel.core.room_state import Step
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE


class Caller:
    """A phone on a real connection."""

    def __init__(self, port: int, workshop: Workshop) -> None:
        self.port, self.room = port, f"/room/{workshop.room.code}"
        status, headers, _ = self.ask("POST", "/join", {"code": workshop.room.code})
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]

    def ask(self, method: str, path: str, fields: Any = None, **more: str) -> tuple[int, Any, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"content-type": "application/x-www-form-urlencoded"} if fields else {}
        headers |= {"cookie": self.cookie} if hasattr(self, "cookie") else {}
        connection.request(method, path, urlencode(fields) if fields else None, headers | more)
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        return reply.status, reply.headers, text

    def vote(self, workshop: Workshop, level: str) -> int:
        fields = {"entry": workshop.room.position.entry, "round": 1, "level": level, "confidence": "guess"}
        return self.ask("POST", f"{self.room}/vote", fields)[0]

    def listen(self) -> Listening:
        return Listening(self.port, f"{self.room}/stream?key=", self.cookie)


class Listening:
    """An event stream."""

    def __init__(self, port: int, path: str, cookie: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
        self.text = ""

    def until(self, pattern: str) -> str:
        """What was sent, once *pattern* is in it."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            assert time.monotonic() < end, self.text[-500:]
            data = self.socket.recv(65536)
            assert data, "the stream ended"
            self.text += data.decode()
        return self.text

    def ends(self) -> bool:
        try:
            while self.socket.recv(65536):
                pass
        except ConnectionError:
            pass
        return True


def to(workshop: Workshop, step: Step) -> None:
    while workshop.step is not step:
        workshop.forward()
