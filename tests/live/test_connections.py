"""Connections on a real socket: one that asks for nothing is cut, and there are never more than are allowed."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
import uvicorn
from carelevel.live.connections import connection_class, most_connections
from carelevel.messages.room import LIVE_ERRORS
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tests.hang import PATIENCE

GET = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def answer(request: Request) -> Response:
    return PlainTextResponse(f"heard {len(await request.body())}")


def serve(most: int, work: Callable[[Callable[[], Awaitable[Streams]]], Awaitable[None]]) -> None:
    """Have *work* open connections to a server that takes *most*."""

    async def run() -> None:
        app = Starlette(routes=[Route("/", answer, methods=["GET", "POST"])])
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, http=connection_class(most), log_config=None))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            await work(lambda: asyncio.open_connection("127.0.0.1", port))
        finally:
            server.should_exit = True
            await serving

    asyncio.run(asyncio.wait_for(run(), PATIENCE))


@pytest.mark.parametrize(
    "begun", [[b""], [b"GET / HT"], [b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"], [GET, b"GET / HTTP"]]
)
def test_a_connection_whose_request_never_comes_whole_is_cut(
    monkeypatch: pytest.MonkeyPatch, begun: list[bytes]
) -> None:
    monkeypatch.setattr("carelevel.live.connections.HEAD_SECONDS", 0.3)

    async def work(connect: Callable[[], Awaitable[Streams]]) -> None:
        reader, writer = await connect()
        for part in begun:
            writer.write(part)
            await asyncio.sleep(0.05)
        with suppress(ConnectionError):
            assert (await reader.read()).count(b"heard 0") == begun.count(GET)
        writer.close()

    serve(9, work)


def test_a_form_in_pieces_and_requests_one_after_another_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelevel.live.connections.HEAD_SECONDS", 0.5)

    async def work(connect: Callable[[], Awaitable[Streams]]) -> None:
        reader, writer = await connect()
        for _ in range(3):
            for piece in (GET.replace(b"GET", b"POST")[:-2], b"Content-Length: 4\r\n\r", b"\n", b"ab", b"cd"):
                writer.write(piece)
                await asyncio.sleep(0.05)
            assert b"heard 4" in await reader.readuntil(b"heard 4")
        writer.close()

    serve(9, work)


def test_whoever_comes_when_there_are_as_many_as_are_allowed_hears_why_and_later_is_served() -> None:
    async def work(connect: Callable[[], Awaitable[Streams]]) -> None:
        first = await connect()
        reader, writer = await connect()
        writer.write(GET)
        refused = await reader.read()
        assert refused.startswith(b"HTTP/1.1 503 ")
        assert LIVE_ERRORS["busy"].encode() in refused
        first[1].close()
        await first[1].wait_closed()
        await asyncio.sleep(0.1)
        reader, writer = await connect()
        writer.write(GET)
        assert b"heard 0" in await reader.readuntil(b"heard 0")
        writer.close()

    serve(1, work)


def test_far_too_many_connections_are_let_go_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelevel.live.connections.REFUSED_AT_ONCE", 1)

    async def work(connect: Callable[[], Awaitable[Streams]]) -> None:
        kept = [await connect() for _ in range(2)]
        await asyncio.sleep(0.05)
        reader, writer = await connect()
        with suppress(ConnectionError):
            assert await reader.read() == b""
        for _, other in (*kept, (reader, writer)):
            other.close()

    serve(1, work)


@pytest.mark.parametrize("descriptors", [64, 256, 1024, 65_536])
def test_there_are_fewer_connections_than_descriptors(descriptors: int) -> None:
    assert 0 < most_connections(descriptors) < descriptors
