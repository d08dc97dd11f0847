"""What a form sends: the fields that were asked for and no others, in a body that is not too long."""

from __future__ import annotations

import asyncio
from typing import Annotated, TypeVar
from urllib.parse import parse_qs

from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict, ValidationError
from starlette.requests import ClientDisconnect, Request

from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal

CONTENT_TYPE = "application/x-www-form-urlencoded"
FIELDS_MAX = 200
NUMBER_DIGITS_MAX = 4


def _only(values: object) -> object:
    """The value of a field that was sent once."""
    if isinstance(values, list) and len(values) == 1:
        return values[0]
    raise ValueError("sent more than once")


def _number(text: object) -> int:
    """int() would take '１', '+1' and '1_0' too."""
    if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= NUMBER_DIGITS_MAX:
        return int(text)
    raise ValueError("no number")


Once = Annotated[str, BeforeValidator(_only)]
Number = Annotated[int, BeforeValidator(_number)]


class PostedForm(BaseModel):
    """A form's fields by name, each a list of what was sent; one that was left out is ''."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class JoinForm(PostedForm):
    """By which room to join: *code* as it was typed, or *door* as it is in the QR code; *page*: by our own form."""

    code: Once = ""
    door: Once = ""
    page: Once = ""


class VoteForm(PostedForm):
    """A vote as it was sent; whether the room offers it is not checked yet."""

    entry: Once = ""
    round: Once = ""
    level: Once = ""
    confidence: Once = ""
    number: Once = ""
    question: Once = ""
    mark: Annotated[tuple[Number, ...], Strict(False)] = ()


SomeForm = TypeVar("SomeForm", bound=PostedForm)


async def read_form(request: Request, limits: Limits, form: type[SomeForm]) -> SomeForm:
    """The form in the body; Refusal where it is none, too long, late, or holds what was not asked."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != CONTENT_TYPE:
        raise Refusal(415, "not_a_form")
    try:
        return form.model_validate(_fields(await _body(request, limits)))
    except ValidationError:
        raise Refusal(422, "unknown") from None


async def _body(request: Request, limits: Limits) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(limits.form_seconds):
            async for piece in request.stream():
                body += piece
                if len(body) > limits.form_bytes:
                    raise Refusal(413, "too_large")
    except TimeoutError:
        raise Refusal(408, "slow") from None
    except ClientDisconnect:
        raise Refusal(400, "not_a_form") from None
    return bytes(body)


def _fields(body: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=FIELDS_MAX,
        )
    except ValueError:  # undecodable bytes are ValueErrors too
        raise Refusal(400, "not_a_form") from None
