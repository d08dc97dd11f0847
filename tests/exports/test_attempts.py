"""A file of attempts loses nothing on its way out and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

import pytest
from carelevel.core.attempt import Attempt
from carelevel.exports.attempts import Format, written
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES
from carelevel.messages import record as record_messages
from hypothesis import given
from hypothesis import strategies as st

from .records import EXAMPLE, attempts, reads, texts

Make = Callable[..., Attempt]
LOSSLESS = [Format.JSONL, Format.CSV]
SUPERVISORS = record_messages.OTHER_KIND["carelevel supervisors' answers"]
JUNK = [b"\xff\xfe\x00junk", b"\x00" * 100, b'"' * 99, b"{" * 5000, b"x" * (2 * LONGEST_LINE_BYTES)]


def file(kept: Iterable[Attempt], form: Format) -> bytes:
    return "".join(written(kept, form)).encode()


@pytest.mark.parametrize("form", LOSSLESS)
@given(kept=st.lists(attempts, max_size=3))
def test_every_attempt_comes_back_as_it_was(form: Format, kept: list[Attempt]) -> None:
    assert [found.value for found in reads(file(kept, form))] == kept


@pytest.mark.parametrize("form", LOSSLESS)
def test_two_files_joined_to_one_are_both_read(form: Format, attempt: Make) -> None:
    kept = [attempt(1), attempt(2)]
    joined = file(kept[:1], form) + file(kept[1:], form)
    assert [found.value for found in reads(joined)] == kept


@pytest.mark.parametrize("form", LOSSLESS)
def test_the_mark_of_the_encoding_may_stand_before_the_file_or_not(form: Format, attempt: Make) -> None:
    made, mark = attempt(), b"\xef\xbb\xbf"
    plain = file([made], form).removeprefix(mark)
    assert [found.value for found in reads(plain) + reads(mark + plain)] == [made, made]


@pytest.mark.parametrize("form", LOSSLESS)
def test_a_file_cut_at_any_byte_gives_the_whole_attempts_and_names_the_torn_one(form: Format, attempt: Make) -> None:
    kept = [attempt(1, reasons='né, "so"\r\n=2'), attempt(2, phrases="0+ 3- 12+")]
    whole, sound = file(kept, form), _sound(kept, form)
    for cut in range(len(sound[0]), len(whole)):
        found, rest = reads(whole[:cut]), whole[:cut].strip()
        assert [one.value for one in found if one.value] == kept[: sum(map(rest.startswith, sound[1:]))]
        assert bool([one for one in found if one.problem]) == (rest not in sound)


def _sound(kept: list[Attempt], form: Format) -> list[bytes]:
    """The file with none, one and both of *kept* in it."""
    return [file(kept[:count], form).strip() for count in range(3)]


@pytest.mark.parametrize("form", LOSSLESS)
@given(reasons=texts, at=st.integers(1, 400))
def test_a_row_torn_in_the_middle_of_a_file_takes_no_other_with_it(form: Format, reasons: str, at: int) -> None:
    first, torn, last = (replace(EXAMPLE, id=str(UUID(int=number, version=4)), reasons=reasons) for number in range(3))
    head, one, two, three = (piece.encode() for piece in written([first, torn, last], form))
    found = reads(head + one + two[:at].rstrip(b"\r\n") + b"\n" + three)
    assert [one.value for one in found if one.value] == [first, last]
    assert [one.problem for one in found if not one.value]


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x00junk", b"\x00" * 100, b'"' * 99, b"{" * 5000, b"x" * (2 * LONGEST_LINE_BYTES)]
)
@pytest.mark.parametrize("form", LOSSLESS)
def test_a_line_of_junk_is_named_and_the_others_are_read(form: Format, attempt: Make, junk: bytes) -> None:
    kept = [attempt(1), attempt(2)]
    head, first, second = (piece.encode() for piece in written(kept, form))
    found = reads(head + first + junk + b"\n" + second)
    assert [one.value for one in found if one.value] == kept
    assert [one.line for one in found if one.problem] == [3]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", record_messages.NOTHING_IN_FILE),
        ("\ufeff \r\n", record_messages.NOTHING_IN_FILE),
        ("Dear diary,\n", record_messages.OTHER_FORMAT),
        ("name,age\nB.,40\n", record_messages.OTHER_FORMAT),
        ("\x89PNG\r\n\x1a\n" + "\0" * 5000, record_messages.OTHER_FORMAT),
        ('{"format": "another"}\n', record_messages.OTHER_FORMAT),
        ('{"name": "B."}\n' * 9, record_messages.OTHER_FORMAT),
        ('{"format": "carelevel supervisors\' answers", "version": 1}\n{}\n{}\n', SUPERVISORS),
        ('{"code": "owl", "answered_at": "x"}\n' * 9, SUPERVISORS),
        ("[\n{}\n]\n", record_messages.OTHER_FORMAT),
        ('[{"id": "x", "actor": {}, "verb": {}}]', record_messages.OTHER_KIND["xAPI statements"]),
    ],
)
def test_a_foreign_file_is_told_in_one_line(content: str, problem: str) -> None:
    assert [one.problem for one in reads(content)] == [problem]


def test_a_file_of_a_newer_version_is_not_guessed_at(attempt: Make) -> None:
    [header, line] = list(written([attempt()], Format.JSONL))
    [found] = reads(header.replace('"version": 1', '"version": 2') + line)
    assert found.problem == record_messages.NEWER_FORMAT.format(version=2, known=1)
