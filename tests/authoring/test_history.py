"""What is one step of undo: typing on at one place, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.authoring.draft.draft import empty_draft
from carelevel.authoring.draft.edit import Edit, edit_between
from carelevel.authoring.draft.history import History

START = "He waits at the door."
QUICKLY = 0.2  # seconds


def undone(*texts: str, pasted: str = "") -> list[str]:
    """The texts that undo leads back to, one after the other, where each of *texts* followed quickly on the last."""
    history, draft = History(), replace(empty_draft(), discuss=START)
    for number, text in enumerate(texts):
        after = replace(draft, discuss=text)
        history.step(draft, after, number * QUICKLY, pasted=text == pasted)
        draft = after
    return [past.discuss for past in reversed(history.past)]


def test_what_is_typed_on_and_on_at_one_place_is_one_step() -> None:
    assert undone(f"{START} S", f"{START} She", f"{START} She sees") == [START]


def test_what_is_deleted_on_and_on_is_one_step_by_either_key() -> None:
    assert undone("He waits at the doo.", "He waits at the do.", "He waits at the d.") == [START]
    assert undone("He aits at the door.", "He its at the door.", "He ts at the door.") == [START]


def test_a_deletion_ends_the_typing_and_begins_a_step() -> None:
    assert undone(f"{START} Sh", f"{START} S", f"{START} So") == [f"{START} S", f"{START} Sh", START]


def test_another_place_begins_a_step() -> None:
    assert undone(f"{START} S", f"So {START} S", f"So x{START} S", f"So x{START} Sh") == [
        f"So x{START} S",
        f"{START} S",
        START,
    ]


def test_what_is_put_in_at_once_is_a_step_and_what_is_typed_behind_it_another() -> None:
    long = f"{START} S{'he has been there since the morning. '}"
    assert undone(f"{START} S", long, f"{long}A", f"{long}An") == [long, f"{START} S", START]


def test_a_short_word_that_a_page_says_is_pasted_is_a_step_too() -> None:
    word = f"{START} Sea"
    assert undone(f"{START} S", word, f"{word}t", pasted=word) == [word, f"{START} S", START]


def test_five_edits_at_five_places_are_taken_back_one_by_one() -> None:
    words, seen, text = START.split(), [START], START
    for number, word in enumerate(words):
        text = text.replace(word, f"{word}{number}", 1)
        seen.append(text)
    assert undone(*seen[1:]) == seen[-2::-1]


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        ("", "a", Edit(0, 0, 1)),
        ("ab", "ab", Edit(2, 2, 0)),
        ("aa", "aaa", Edit(2, 2, 1)),
        ("the teh cat", "the the cat", Edit(5, 7, 2)),
        ("one two", "two", Edit(0, 4, 0)),
        ("abc", "", Edit(0, 3, 0)),
    ],
)
def test_an_edit_is_the_smallest_that_makes_one_text_of_the_other(before: str, after: str, edit: Edit) -> None:
    assert edit_between(before, after) == edit
