"""A case file as bytes: read with care, replaced whole, never in the place of what somebody else has changed."""

from __future__ import annotations

from pathlib import Path

from carelevel.bank.case_file import LARGEST
from carelevel.bank.text_file import plain_lines, read_text
from carelevel.core.errors import BankError, StoreError
from carelevel.files import whole_file
from carelevel.messages import authoring as authoring_messages
from carelevel.store.failure import in_words
from carelevel.store.sqlite_file import refuse_database

_MARK = b"\xef\xbb\xbf"


def content_of(path: Path, largest: int = LARGEST) -> bytes:
    """What the file holds, up to *largest* bytes; BankError where the bank would not take it for a text."""
    text, mistakes = read_text(path, f"{path.parent.name}/{path.name}", largest)
    if text is None:
        raise BankError(mistakes)
    with in_words(str(path)):
        return path.read_bytes()


def decoded(content: bytes) -> str:
    """The text as the bank reads it."""
    return plain_lines(content.decode("utf-8-sig", "replace"))


def readable_text(path: Path) -> str:
    """The file's text, to be read by a person; empty where there is none."""
    text, _ = read_text(path, path.name, LARGEST)
    return text or ""


def encoded(text: str, like: bytes | None) -> bytes:
    """*text* with the line ends and the byte order mark of *like*; *like* itself where that is its text."""
    if like is None:
        return text.encode()
    if text == decoded(like):
        return like
    text = text.replace("\n", "\r\n") if b"\r\n" in like else text
    return (_MARK if like.startswith(_MARK) else b"") + text.encode()


def put(path: Path, content: bytes, held: bytes | None, overwrite: bool) -> bool:
    """Write *content* where *path* still holds *held* (None: nothing), or whatever it holds; whether it is written.

    StoreError where it cannot be written at all.
    """
    refuse_database(path)
    with in_words(str(path)):
        if path.is_symlink():
            raise StoreError(authoring_messages.A_LINK.format(path=path))
        there = _bytes(path)
        if there == content:  # as after a save of which only the answer was lost
            return True
        if not overwrite and there != held:
            return False
        try:
            (whole_file.create if held is None and not overwrite else whole_file.replace)(path, [content])
        except FileExistsError:
            return False
        return True


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
