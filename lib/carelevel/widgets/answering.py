"""A face at which one trainee answers question after question: what the card and the short notes have in common."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar, Protocol

from carelevel import messages
from carelevel.core.errors import CarelevelError
from carelevel.widgets.face import Face, Message


class OfTrainee(Protocol):
    """Whose answers they are."""

    @property
    def trainee(self) -> str:
        """The trainee's code."""


class AnsweringFace(Face):
    """What belongs to an earlier question is not done, and another record on this computer is told.

    *practice* asks the questions; *whose*: whose record it is on this computer now, which another page may have
    changed.
    """

    stale: ClassVar[str] = messages.STALE
    other_record: ClassVar[str] = messages.OTHER_RECORD
    practice: OfTrainee
    _whose: Callable[[], str] | None

    def _attempt(self) -> str | None:
        """The id that the answer to the question at hand will have; None where none is asked."""
        raise NotImplementedError

    def _act(self, message: Message) -> None:
        if message["do"] in self._actions and message.get("attempt") != self._attempt():
            self._say(self.stale, kind="stale")
        else:
            self._do(message)
        if self._message is None:
            self._say_whose()

    def _do(self, message: Message) -> None:
        super()._act(message)

    def _say_whose(self) -> None:
        """That another page has switched to another record, where one has."""
        with suppress(CarelevelError):
            whose = self._whose() if self._whose else self.practice.trainee
            if whose != self.practice.trainee:
                self._say(self.other_record.format(old=self.practice.trainee, new=whose), once=True)

    def _refusal(self, error: Exception) -> str:
        return messages.REFUSED.format(problem=messages.sentence(str(error)))
