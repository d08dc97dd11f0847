"""A supervisor's desk for the lines of short notes: nothing typed is lost, and nothing of somebody else's is."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from carelevel.authoring import DraftError
from carelevel.authoring.notes.line_edit import NEUTRAL, PEOPLE, Group, LineEdit, line_in, net
from carelevel.authoring.notes.notes_desk import NotesDesk
from carelevel.bank import Bank
from carelevel.bank.notes_file import NOTES_FILE
from carelevel.core.diagnostic import Severity
from carelevel.core.errors import BankError, StoreError

from tests.bank.conftest import edited
from tests.bank.test_notes_file import SOUND

NONE: Group = ("support", "none")
REWORD = LineEdit(NONE, line_in(NONE, "Nobody has called since June."), line_in(NONE, "Nobody calls."))
ADD = LineEdit(NEUTRAL, None, line_in(NEUTRAL, "Sings in the hall."))
DROP = LineEdit(NEUTRAL, line_in(NEUTRAL, "Takes the bus."), None)


@pytest.fixture
def file(bank: Bank) -> Path:
    path = bank.folder / NOTES_FILE
    path.write_bytes(f"\ufeff{SOUND}# The end.\n".replace("\n", "\r\n").encode())
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def desk(bank: Bank, file: Path, drafts: Path) -> NotesDesk:
    return NotesDesk(bank, drafts)


def said(desk: NotesDesk) -> list[str]:
    assert desk.checked.written
    return [line.text for line in desk.checked.written.every()]


def test_what_is_saved_is_the_file_with_its_changes_to_the_byte(desk: NotesDesk, file: Path) -> None:
    before = file.read_bytes()
    for edit in (REWORD, ADD):
        desk.change(edit)
    assert file.read_bytes() == before, "nothing is written before it is saved"
    assert desk.save()
    reworded = before.replace(b"Nobody has called since June.", b"Nobody calls.")
    assert file.read_bytes() == reworded.replace(b"the bus.\r\n", b'the bus.\r\n  - "Sings in the hall."\r\n')
    assert (desk.edits, list(desk._files.folder.iterdir())) == ((), [])


def test_changes_outlive_the_kernel_and_are_taken_back_one_by_one(desk: NotesDesk, bank: Bank, drafts: Path) -> None:
    for edit in (REWORD, DROP):
        desk.change(edit)
    again = NotesDesk(bank, drafts)
    assert again.resumed
    assert again.edits == (REWORD, DROP)
    assert said(again) == said(desk)
    again.undo()
    assert "Takes the bus." in said(again)
    again.undo()
    again.undo()
    assert NotesDesk(bank, drafts).resumed is None
    assert said(again) == said(NotesDesk(bank, drafts))


def test_a_file_that_somebody_else_has_changed_is_left_and_the_changes_go_onto_it(desk: NotesDesk, file: Path) -> None:
    for edit in (REWORD, ADD, DROP):
        desk.change(edit)
    theirs = edited("Nobody has called since June.", "No call in weeks.", SOUND)
    file.write_text(theirs, encoding="utf-8")
    assert not desk.save()
    assert file.read_text("utf-8") == theirs
    assert len(desk.edits) == 3
    assert desk.take_up() == (REWORD,), "what it was to say is added"
    assert said(desk)[2:] == ["Sings in the hall.", "No call in weeks.", "He ate alone on Thursday.", "Nobody calls."]
    assert desk.save()
    assert "No call in weeks." in file.read_text("utf-8")


def test_a_file_that_is_gone_or_torn_is_refused_and_the_changes_stay(
    desk: NotesDesk, bank: Bank, file: Path, drafts: Path
) -> None:
    desk.change(REWORD)
    for content in (b"lines: [", b"\xff"):
        file.write_bytes(content)
        assert not desk.save()
        with pytest.raises(BankError):
            desk.take_up()
        with pytest.raises(BankError):
            NotesDesk(bank, drafts)
    file.unlink()
    assert not desk.save()
    assert not file.exists()
    file.write_text(SOUND, "utf-8")
    assert NotesDesk(bank, drafts).edits == (REWORD,)


def test_a_change_that_brings_a_mistake_is_not_saved_and_one_that_was_there_does_not_hinder(
    desk: NotesDesk, bank: Bank, file: Path, drafts: Path
) -> None:
    desk.change(LineEdit(PEOPLE, None, line_in(PEOPLE, "Takes the bus.", frozenset({"a"}), frozenset({"a"}))))
    assert len(desk.obstacles) == 2
    with pytest.raises(DraftError, match="stands in line"):
        desk.save()
    desk.discard()
    file.write_text(edited("none:", "noone:", SOUND), "utf-8")
    mending = NotesDesk(bank, drafts)
    mending.change(ADD)
    assert mending.save()


@pytest.mark.parametrize("group", [NEUTRAL, NONE])
def test_a_line_that_identifies_somebody_is_not_saved_and_one_that_was_there_does_not_hinder(
    desk: NotesDesk, bank: Bank, file: Path, drafts: Path, group: Group
) -> None:
    before = file.read_bytes()
    told = line_in(group, "Eats alone on holidays; lives at 14 Elm Street, 555-0143.")
    desk.change(LineEdit(group, None, told))
    assert {one.severity for one in desk.obstacles} == {Severity.ERROR}
    with pytest.raises(DraftError, match=r"notes\.yaml:[1-9][0-9]*: a telephone number"):
        desk.save()
    assert file.read_bytes() == before
    desk.change(LineEdit(group, told, line_in(group, "Eats alone, in a grey colour.")))
    assert desk.hits(line_in(group, "Eats alone, in a grey colour."))
    assert desk.obstacles == (), "a warning asks for a look"
    desk.discard()
    file.write_text(edited("Takes the bus.", "Takes the bus to 14 Elm Street.", SOUND), "utf-8")
    later = NotesDesk(bank, drafts)
    later.change(ADD)
    assert later.save()


def test_what_is_left_of_changes_counts_each_line_once() -> None:
    again = LineEdit(NONE, REWORD.after, line_in(NONE, "Nobody rings."))
    back = LineEdit(NONE, again.after, REWORD.before)
    gone = LineEdit(NEUTRAL, ADD.after, None)
    assert net([REWORD, ADD, again]) == (LineEdit(NONE, REWORD.before, again.after), ADD)
    assert net([ADD, DROP, gone]) == (DROP,)
    assert net([REWORD, ADD, again, gone, back]) == ()
    assert net([DROP, ADD]) == (DROP, ADD), "what came is not what went"


def test_a_disk_that_refuses_leaves_the_desk_as_it_was(desk: NotesDesk, bank: Bank, drafts: Path) -> None:
    desk.change(REWORD)
    with patch("os.replace", side_effect=OSError(28, "full")):
        for refused in (lambda: desk.change(ADD), desk.save):
            with pytest.raises(StoreError):
                refused()
    assert desk.edits == (REWORD,)
    assert NotesDesk(bank, drafts).edits == (REWORD,)


def test_two_windows_keep_both_and_what_is_saved_already_is_not_found_again(
    desk: NotesDesk, bank: Bank, drafts: Path
) -> None:
    desk.change(REWORD)
    other = NotesDesk(bank, drafts)
    other.change(ADD)
    desk.change(DROP)
    assert len(list((drafts / "notes").iterdir())) == 2
    assert desk.save()
    assert NotesDesk(bank, drafts).edits == (REWORD, ADD)
    with patch.object(type(desk._files), "discard", side_effect=StoreError("read-only")):
        assert not other.save()
        assert other.take_up() == ()
        assert other.save(), "its copy stays, and says nothing that the file does not"
    assert NotesDesk(bank, drafts).edits == ()


def test_a_kept_copy_that_is_no_record_of_changes_is_passed_over(desk: NotesDesk, bank: Bank, drafts: Path) -> None:
    desk.change(REWORD)
    [kept] = (drafts / "notes").iterdir()
    for torn in (
        "",
        "[]",
        kept.read_text().replace('"edits"', '"drafts"'),
        kept.read_text().replace("Nobody has", "X", 1),
    ):
        kept.write_text(torn)
        assert NotesDesk(bank, drafts).edits == ()
