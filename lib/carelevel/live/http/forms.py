"""What a form sends: the fields that were asked for and no others, in a body that is not too long."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, check_ballot
from carelevel.core.errors import AnswerError
from carelevel.core.room import open_round
from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal
from carelevel.store.room_records import Room

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 200


async def read_form(request: Request, limits: Limits, *, one: frozenset[str], many: frozenset[str]) -> Fields:
    """The form in the body; Refusal where it is none, too long, late, or holds what was not asked."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        raise Refusal(415, "not_a_form")
    body = bytearray()
    try:
        async with asyncio.timeout(limits.patience):
            async for piece in request.stream():
                body += piece
                if len(body) > limits.body:
                    raise Refusal(413, "too_large")
    except TimeoutError:
        raise Refusal(408, "slow") from None
    except ClientDisconnect:
        raise Refusal(400, "not_a_form") from None
    return Fields(bytes(body), one, many)


class Fields:
    """A form's fields by name; those in *one* at most once, those in *many* any number of times."""

    def __init__(self, body: bytes, one: frozenset[str], many: frozenset[str]) -> None:
        try:
            pairs = parse_qsl(
                body.decode("ascii"),
                keep_blank_values=True,
                strict_parsing=True,
                errors="strict",
                max_num_fields=MOST_FIELDS,
            )
        except ValueError:  # undecodable bytes are ValueErrors too
            raise Refusal(400, "not_a_form") from None
        names = [name for name, _ in pairs]
        if not one.union(many).issuperset(names) or any(names.count(name) > 1 for name in one):
            raise Refusal(422, "unknown")
        self._pairs = pairs

    def one(self, name: str) -> str:
        """The field's value; '' where it was left out."""
        return next((value for known, value in self._pairs if known == name), "")

    def many(self, name: str) -> list[str]:
        return [value for known, value in self._pairs if known == name]


VOTE_ONE, VOTE_MANY = frozenset({"entry", "round", "level", "confidence"}), frozenset({"mark"})


def read_ballot(fields: Fields, participant: str, room: Room) -> Ballot:
    """The ballot that *fields* hold; Refusal where it is not one that *room* asks for now."""
    slide: Mapping[str, Any] = room.slide
    round = open_round(room.position.step)
    if round is None or fields.one("entry") != room.position.entry or fields.one("round") != str(round):
        raise Refusal(409, "closed")
    if not fields.one("level") or not fields.one("confidence"):
        raise Refusal(422, "missing")
    try:
        ballot = Ballot(
            participant=participant,
            round=round,
            level=fields.one("level"),
            confidence=Confidence(fields.one("confidence")),
            marked=frozenset(_number(mark) for mark in fields.many("mark")),
        )
        check_ballot(
            ballot, [level["id"] for level in slide["levels"]], slide["sentences"] if room.settings.marks else 0
        )
    except (AnswerError, ValueError):
        raise Refusal(422, "unknown") from None
    return ballot


def _number(text: str) -> int:
    """int() would take '１', '+1' and '1_0' too."""
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ValueError(text)
    return int(text)
