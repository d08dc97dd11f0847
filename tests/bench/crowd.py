"""A crowd of phones in a process of its own: it joins, holds a stream each, votes; orders come as lines of JSON.

Loopback only. Written on bare sockets, so that what is measured is the server.
"""

from __future__ import annotations

import asyncio
import gc
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from typing import Any

LONGEST = 60.0
HEAD_END = b"\r\n\r\n"
EVENT_END = b"\n\n\r\n"
"""With the end of the chunk that it comes in."""

PAGE, REVEAL = b'data: {"key": "', "reveal"
OWN, OWN_END, CHOSEN = rb"<table class=\"own\">", b"</table>", re.compile(rb"<b>(.*?)</b>")
"""Where a page tells what was chosen, and each choice there."""


class Replies(asyncio.Protocol):
    """A connection for one request after another; each reply is whole by its Content-Length."""

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.waiting: asyncio.Future[tuple[int, bytes, bytes]] | None = None
        self.lost = False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        head, found, rest = bytes(self.buffer).partition(b"\r\n\r\n")
        if not found or self.waiting is None:
            return
        length = 0
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if len(rest) >= length:
            waiting, self.waiting, self.buffer = self.waiting, None, bytearray()
            if not waiting.done():
                waiting.set_result((int(head.split(b" ", 2)[1]), head, rest))

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(error or ConnectionResetError("closed"))

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await asyncio.wait_for(self.waiting, LONGEST)


class Listening(asyncio.Protocol):
    """An event stream; notes when each step's page was first there whole, and what was chosen by what it tells."""

    def __init__(self, request: bytes) -> None:
        self.request, self.rest = request, b""
        self.seen: dict[str, float] = {}
        self.own = b""
        self.began = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.rest += data
        if not self.rest.endswith(EVENT_END):
            return
        text, self.rest = self.rest, b""
        at = text.index(HEAD_END) + len(HEAD_END) if text.startswith(b"HTTP") else 0
        while at < len(text):  # a chunk, which is an event, after the other
            begin = text.index(b"\r\n", at) + 2
            end = begin + int(text[at:begin], 16)
            if text.startswith(PAGE, begin):
                self._show(text[begin + len(PAGE) : end])
            at = end + 2

    def _show(self, page: bytes) -> None:
        step = page[: page.index(b"-")].decode()
        self.seen.setdefault(step, time.time())
        at = page.find(OWN) if step == REVEAL else -1
        self.own = page[at : page.index(OWN_END, at)] if at > 0 else b""
        if not self.began.done():
            self.began.set_result(None)


class Phone:
    def __init__(self, number: int, port: int, code: str) -> None:
        self.number, self.port, self.code = number, port, code
        self.cookie = b""
        self.line: Replies | None = None
        self.stream: Listening | None = None
        self.chosen: dict[int, str] = {}

    async def join(self) -> None:
        status, head, _ = await self._post("/join", f"code={self.code}")
        assert status == 303, (status, head)
        lines = head.decode().split("\r\n")
        self.cookie = next(
            line[12:].split(";")[0] for line in lines if line.lower().startswith("set-cookie: ")
        ).encode()
        await self.listen()

    async def listen(self) -> None:
        request = self._head("GET", f"/room/{self.code}/stream?key=") + b"\r\n"
        loop = asyncio.get_running_loop()
        _, self.stream = await loop.create_connection(lambda: Listening(request), "127.0.0.1", self.port)
        await asyncio.wait_for(self.stream.began, LONGEST)

    async def vote(self, entry: str, round: int, level: str) -> float:
        """Seconds from the press of the button to the kept vote."""
        body = f"entry={entry}&round={round}&level={level}&confidence=guess{self.marks}"
        began = time.perf_counter()
        status, head, _ = await self._post(f"/room/{self.code}/vote", body)
        assert status == 200, (status, head)
        self.chosen[round] = level
        return time.perf_counter() - began

    @property
    def marks(self) -> str:
        """Some of the first ten sentences: hardly anybody marks what another does."""
        return "".join(f"&mark={sentence}" for sentence in range(10) if self.number >> sentence & 1)

    def tells_own(self, names: dict[str, str]) -> bool:
        """Whether the page tells what this very phone has chosen."""
        told = [name.decode() for name in CHOSEN.findall(self.stream.own)] if self.stream else []
        return told == [names[self.chosen[round]] for round in sorted(self.chosen)]

    async def _post(self, path: str, body: str) -> tuple[int, bytes, bytes]:
        request = (
            self._head("POST", path)
            + (
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
                f"Accept: application/json\r\n\r\n{body}"
            ).encode()
        )
        if self.line is not None and not self.line.lost:
            try:
                return await self.line.ask(request)
            except ConnectionError:  # the server let go of an idle line just now: as a browser does, try a new one
                pass
        loop = asyncio.get_running_loop()
        _, self.line = await loop.create_connection(Replies, "127.0.0.1", self.port)
        return await self.line.ask(request)

    def _head(self, method: str, path: str) -> bytes:
        cookie = b"Cookie: " + self.cookie + b"\r\n" if self.cookie else b""
        return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n".encode() + cookie


async def joined(phones: list[Phone], seconds: float) -> dict[str, Any]:
    async def one(phone: Phone) -> None:
        await asyncio.sleep(random.random() * seconds)
        await phone.join()

    began = time.perf_counter()
    failed = await _all(one(phone) for phone in phones)
    return {"failed": failed, "seconds": time.perf_counter() - began}


async def voted(phones: list[Phone], entry: str, round: int, levels: list[str], seconds: float) -> dict[str, Any]:
    took: list[float] = []

    async def one(phone: Phone) -> None:
        await asyncio.sleep(random.random() * seconds)
        took.append(await phone.vote(entry, round, levels[(phone.number * round) % len(levels)]))

    began = time.perf_counter()
    failed = await _all(one(phone) for phone in phones)
    took.sort()
    return {
        "failed": failed,
        "kept": len(took),
        "seconds": time.perf_counter() - began,
        "p50": took[len(took) // 2] if took else None,
        "p99": took[int(len(took) * 0.99)] if took else None,
        "longest": took[-1] if took else None,
    }


async def seen(phones: list[Phone], step: str, since: float, names: dict[str, str] | None = None) -> dict[str, Any]:
    """When the last stream had the step's page, in seconds after *since*; *own*: on how many it tells their own votes.

    *names*: what pages call each level.
    """
    end = time.monotonic() + 20
    streams = [phone.stream for phone in phones if phone.stream]
    while time.monotonic() < end and not all(step in stream.seen for stream in streams):
        await asyncio.sleep(0.05)
    times = [stream.seen[step] - since for stream in streams if step in stream.seen]
    own = sum(phone.tells_own(names) for phone in phones) if names else 0
    for stream in streams:
        stream.seen.clear()
    return {"streams": len(times), "last": max(times, default=None), "own": own}


async def away_and_back(phones: list[Phone], part: float) -> dict[str, Any]:
    """That part of the phones goes away, and comes back at once; *last*: when each showed where the room is."""
    left = phones[: int(len(phones) * part)]
    for phone in left:
        for one in (phone.stream, phone.line):
            if one is not None:
                one.transport.abort()
        phone.line = phone.stream = None
    await asyncio.sleep(1)
    took: list[float] = []

    async def one(phone: Phone) -> None:
        began = time.perf_counter()
        await phone.listen()
        took.append(time.perf_counter() - began)

    failed = await _all(one(phone) for phone in left)
    return {"failed": failed, "count": len(took), "last": max(took, default=None)}


async def crowded(port: int, count: int) -> dict[str, Any]:
    """So many connections at once that ask for the join page; how each was answered, by status."""
    request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    loop = asyncio.get_running_loop()
    lines: list[Replies] = []
    answers = Counter[str]()

    async def one() -> None:
        try:
            _, line = await loop.create_connection(Replies, "127.0.0.1", port)
            lines.append(line)
            status, _, words = await line.ask(request)
            answers[f"{status}" if status == 200 else f"{status} {words.decode()}"] += 1
        except (OSError, TimeoutError) as error:
            answers[type(error).__name__] += 1

    await asyncio.gather(*(one() for _ in range(count)))
    for line in lines:
        line.transport.abort()
    return {"answers": answers}


def cost() -> dict[str, float]:
    """What this process itself has taken, which the servers did not have: seconds of a core, and KiB."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": used.ru_utime + used.ru_stime, "kib": used.ru_maxrss}


async def _all(work: Any) -> list[str]:
    outcomes = await asyncio.gather(*work, return_exceptions=True)
    return [repr(outcome)[:200] for outcome in outcomes if isinstance(outcome, BaseException)]


async def main() -> None:
    gc.disable()  # what is measured is the server, not this crowd's own pauses
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    phones: list[Phone] = []
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        match order.pop("do"):
            case "join":
                ports = order["ports"]
                phones = [Phone(n, ports[n % len(ports)], order["code"]) for n in range(order["count"])]
                told = await joined(phones, order["seconds"])
            case "vote":
                told = await voted(phones, **order)
            case "seen":
                told = await seen(phones, **order)
            case "away":
                told = await away_and_back(phones, **order)
            case "crowd":
                told = await crowded(**order)
            case "cost":
                told = cost()
            case unknown:
                raise SystemExit(f"unknown order {unknown}")
        print(json.dumps(told), flush=True)


asyncio.run(main())
