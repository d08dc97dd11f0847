"""A file that is made whole, for a page to hand to whoever asked for it, and the forms that one can have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from carelevel import messages
from carelevel.core.errors import AnswerError


@dataclass(frozen=True, slots=True)
class Download:
    """*content* as it is to be saved, under *name*."""

    name: str
    media_type: str
    content: bytes


class FileFormat(StrEnum):
    """A form that something can be written in; *suffix* ends the file's name, with its dot."""

    suffix: str
    media_type: str

    def __new__(cls, name: str, suffix: str = "", media_type: str = "") -> Self:
        """A member: its name as people choose it, its suffix, its media type."""
        form = str.__new__(cls, name)
        form._value_, form.suffix, form.media_type = name, suffix, media_type
        return form

    @classmethod
    def chosen(cls, name: str) -> Self:
        """The form of that name; AnswerError where there is none."""
        try:
            return cls(name)
        except ValueError:
            raise AnswerError(messages.NOT_UNDERSTOOD) from None

    def download(self, stem: str, pieces: Iterable[str]) -> Download:
        """A text in this form, as a file named *stem* and its suffix."""
        return Download(f"{stem}{self.suffix}", self.media_type, "".join(pieces).encode())
