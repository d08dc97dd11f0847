"""A diagnostic of a draft: the field that it is about, in words of the catalog."""

from __future__ import annotations

from dataclasses import replace

from carelevel.core.case import Span
from carelevel.core.criteria import PLAIN_WORDS, Words
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.messages import authoring as authoring_messages
from carelevel.messages.authoring import Message

NEAR = 25
"""Characters before and behind a place that a message shows."""


def problem(
    field: str,
    message: Message,
    *,
    stops: bool = True,
    at: Span | None = None,
    words: Words = PLAIN_WORDS,
    **slots: object,
) -> Diagnostic:
    """What is wrong with a *field*, in a *message* whose *slots* are filled.

    *stops*: whether it keeps the draft from being saved; *at*: the characters that are meant, None for all of them.
    *words*: the bank's own.
    """
    says, remedy = (words.said(text, **slots) for text in message)
    return Diagnostic("", 0, says, remedy, Severity.ERROR if stops else Severity.WARNING, field=field, span=at)


def in_sentences(mistake: Diagnostic) -> Diagnostic:
    """A mistake as the bank tells it, in two sentences."""
    says = f"{mistake.problem[:1].upper()}{mistake.problem[1:]}."
    remedy = authoring_messages.AND_THEN.format(remedy=mistake.remedy[:1].upper() + mistake.remedy[1:])
    return replace(mistake, problem=says, remedy=remedy)


def near(text: str, place: int) -> str:
    """A few words before and at *place*, for a message."""
    words = text[max(0, place - NEAR) : place + NEAR]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
