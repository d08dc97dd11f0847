"""A desk keeps what lies on it, goes back and forth, and never writes over what somebody else has written."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from carelevel.authoring import Conflict, Desk, Draft, DraftError, Phrase, Saved, draft_view
from carelevel.authoring.draft.draft import empty_draft
from carelevel.authoring.draft.unfinished import MOST_UNFINISHED
from carelevel.bank import Bank, open_bank
from carelevel.core.diagnostic import Severity
from carelevel.core.errors import BankError, StoreError

from tests.authoring.conftest import draft_at
from tests.authoring.edits import with_point
from tests.bank.conftest import CASE, edited


def retitled(desk: Desk, title: str) -> Draft:
    return replace(desk.draft, title=title)


def another(desk: Desk) -> Desk:
    """The desk after a restart of the kernel."""
    return Desk(desk.bank, desk.bank.folder.parent / "drafts")


def test_words_of_the_banks_own_are_found_in_a_draft_and_a_mistake_in_their_lists_stops_nothing(desk: Desk) -> None:
    (desk.bank.folder / "lint").mkdir()
    (desk.bank.folder / "lint" / "stigma.txt").write_text("last bus: write 'night bus'\nfloater\n", "utf-8")
    desk.open("late-bus")
    checked = desk.check()
    assert ("wording/stigma", "last bus") in [(hit.code, hit.words) for hit in checked.hits]
    [problem] = [problem for problem in checked.problems if "lint/stigma.txt:2" in problem.problem]
    assert (problem.field, problem.severity) == ("file", Severity.WARNING)


def test_a_draft_survives_the_desk_and_goes_on_where_it_was(desk: Desk) -> None:
    assert desk.unfinished() == ()
    desk.open("late-bus")
    assert another(desk).unfinished() == ()
    desk.change(retitled(desk, "Later"))
    [kept] = another(desk).unfinished()
    assert (kept.title, kept.case, kept.name) == ("Later", "late-bus", desk.name)
    again = another(desk)
    again.resume(kept.name)
    assert (again.draft, again.original) == (desk.draft, "late-bus")
    saved = again.save()
    assert saved == Saved(desk.bank.folder / "late-bus.md", "late-bus")
    assert saved.path.read_text("utf-8") == CASE.replace("The late bus", "Later")
    assert again.unfinished() == ()
    assert desk.bank.case("late-bus").title == "Later"


def test_each_change_can_be_taken_back_and_again_and_typing_on_is_one_step(bank: Bank, tmp_path: Path) -> None:
    now = [0.0]
    desk = Desk(bank, tmp_path / "drafts", clock=lambda: now[0])
    for seconds, title in ((0.1, "T"), (0.2, "Th"), (0.3, "The"), (5.0, "The b")):
        now[0] = seconds
        desk.change(retitled(desk, title))
    desk.change(replace(desk.draft, difficulty=2))
    seen = []
    while desk.can_undo:
        desk.undo()
        seen.append((desk.draft.title, desk.draft.difficulty))
    assert seen == [("The b", None), ("The", None), ("", None)]
    assert desk.unfinished() == ()
    while desk.can_redo:
        desk.redo()
    assert (desk.draft.title, desk.draft.difficulty) == ("The b", 2)
    assert [kept.title for kept in desk.unfinished()] == ["The b"]
    desk.undo()
    desk.change(retitled(desk, "x"))
    assert not desk.can_redo


def test_a_file_that_changed_meanwhile_is_shown_and_only_overwritten_when_told_to(desk: Desk) -> None:
    file = desk.bank.folder / "late-bus.md"
    desk.open("late-bus")
    desk.change(retitled(desk, "Mine"))
    theirs = edited("title: The late bus", "title: Theirs", CASE)
    file.write_text(theirs, "utf-8")
    conflict = desk.save()
    assert isinstance(conflict, Conflict)
    assert (conflict.disk, conflict.is_new, file.read_text("utf-8")) == (theirs, False, theirs)
    assert "title: Mine" in conflict.mine
    again = another(desk)
    again.resume(desk.name)
    assert isinstance(again.save(), Conflict)
    file.unlink()
    gone = desk.save()
    assert isinstance(gone, Conflict)
    assert (gone.disk, gone.is_new) == (None, False)
    assert desk.save(overwrite=True) == Saved(file, "late-bus")
    assert "title: Mine" in file.read_text("utf-8")


def test_a_case_that_appears_under_the_same_id_is_a_conflict_too(desk: Desk) -> None:
    desk.open("late-bus")
    desk.change(replace(desk.draft, id="night-bus"))
    file = desk.bank.folder / "night-bus.md"
    file.write_text("theirs", "utf-8")
    appeared = desk.save()
    assert isinstance(appeared, Conflict)
    assert (appeared.disk, appeared.is_new, file.read_text("utf-8")) == ("theirs", True, "theirs")
    desk.change(replace(desk.draft, id="night-bus-2"))
    assert desk.save() == Saved(desk.bank.folder / "night-bus-2.md", "night-bus-2")
    assert desk.original == "night-bus-2"
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    assert sorted(path.name for path in desk.bank.folder.iterdir()) == [
        "criteria.yaml",
        "late-bus.md",
        "night-bus-2.md",
        "night-bus.md",
    ]


def test_criteria_that_changed_meanwhile_are_read_before_a_save_and_the_key_is_theirs(desk: Desk) -> None:
    criteria = desk.bank.folder / "criteria.yaml"
    desk.open("late-bus")
    desk.change(retitled(desk, "Mine"))
    text = desk.draft.points[0].text
    hums = Phrase(text.index("She hums"), text.index("She hums") + 8, {"self_control": "struggles"})
    desk.change(with_point(desk.draft, phrases=(*desk.draft.points[0].phrases, hums), expected="residential"))
    assert desk.check().stopping == ()
    held = "when: {self_control: struggles}\n    asks: "
    criteria.write_text(edited(f"{held}residential", f"{held}outpatient", criteria.read_text("utf-8")), "utf-8")
    with pytest.raises(DraftError, match=r"^The criteria have changed.*'Residential'; the criteria say 'Outpatient'"):
        desk.save()
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    desk.change(with_point(desk.draft, expected="outpatient"))
    assert isinstance(desk.save(), Saved)
    assert open_bank(desk.bank.folder).case("late-bus").points[0].key.level == "outpatient"


def test_criteria_with_a_mistake_keep_a_draft_from_being_saved_and_are_named(desk: Desk) -> None:
    desk.open("late-bus")
    desk.change(retitled(desk, "Mine"))
    with (desk.bank.folder / "criteria.yaml").open("a", encoding="utf-8") as file:
        file.write("indications2: []\n")
    with pytest.raises(BankError, match=r"criteria.yaml:\d+: unknown key 'indications2'"):
        desk.save()
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    assert desk.draft.title == "Mine"


def test_a_draft_with_problems_is_not_saved_and_says_why(desk: Desk) -> None:
    desk.change(replace(empty_draft(), id="late-bus"))
    with pytest.raises(DraftError, match="Another case is called 'late-bus'"):
        desk.save()
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    assert len(desk.unfinished()) == 1


def test_line_ends_a_byte_order_mark_and_the_mode_of_a_file_are_kept(desk: Desk) -> None:
    file = desk.bank.folder / "late-bus.md"
    content = b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode()
    file.write_bytes(content)
    file.chmod(0o640)
    desk.open("late-bus")
    assert isinstance(desk.save(), Saved)
    assert file.read_bytes() == content
    desk.change(retitled(desk, "Später"))
    assert isinstance(desk.save(), Saved)
    assert file.read_bytes() == content.replace(b"The late bus", "Später".encode())
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_out_of_the_bank_is_neither_read_nor_written(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", "utf-8")
    (desk.bank.folder / "link.md").symlink_to(secret)
    with pytest.raises(BankError, match="a symbolic link"):
        desk.open("link")
    desk.open("late-bus")
    desk.change(replace(desk.draft, id="other"))
    (desk.bank.folder / "other.md").symlink_to(secret)
    with pytest.raises(StoreError, match="a symbolic link"):
        desk.save(overwrite=True)
    assert secret.read_text("utf-8") == "secret"


@pytest.mark.parametrize("case_id", ["../secret", "nowhere", "", "late-bus.md", "criteria.yaml", "\0"])
def test_what_is_no_case_cannot_be_opened(desk: Desk, case_id: str) -> None:
    with pytest.raises(BankError, match="no case"):
        desk.open(case_id)


def test_a_folder_that_cannot_be_written_gives_a_sentence_and_the_draft_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open("late-bus")
    desk.change(retitled(desk, "Mine"))

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        with pytest.raises(StoreError, match="read-only"):
            desk.save()
        with pytest.raises(StoreError, match="read-only"):
            desk.change(retitled(desk, "Mine too"))
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    assert [path.name for path in desk.bank.folder.iterdir() if path.name.startswith(".")] == []
    assert desk.draft.title == "Mine too"
    assert isinstance(desk.save(), Saved)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"bank": 1}',
        b'{"draft": null}',
        b"[" * 100_000,
        b'{"bank":"x","content":"\xc4\x80"}',
    ],
)
def test_a_torn_or_foreign_file_among_the_drafts_is_passed_over(desk: Desk, content: bytes) -> None:
    desk.change(retitled(desk, "Mine"))
    torn = draft_at(desk).with_name("0123456789abcdef.json")
    torn.write_bytes(content)
    draft_at(desk).with_name("notes.json").write_bytes(b"{}")
    assert [kept.title for kept in desk.unfinished()] == ["Mine"]
    for name in (torn.stem, "notes", "../x", "f" * 16):
        with pytest.raises(DraftError, match="choose another one"):
            desk.resume(name)
    assert desk.draft.title == "Mine"


def test_drafts_of_another_bank_are_not_offered(desk: Desk) -> None:
    desk.change(retitled(desk, "Mine"))
    kept = json.loads(draft_at(desk).read_bytes())
    draft_at(desk).write_text(json.dumps({**kept, "bank": "elsewhere"}))
    assert desk.unfinished() == ()


def test_two_windows_on_one_draft_end_with_two_drafts_and_nothing_lost(desk: Desk) -> None:
    desk.change(retitled(desk, "First"))
    other = another(desk)
    other.resume(desk.name)
    other.change(retitled(other, "Second, longer"))
    desk.change(retitled(desk, "Third"))
    assert desk.name != other.name
    assert {kept.title for kept in desk.unfinished()} == {"Second, longer", "Third"}


def test_the_drafts_are_bounded_and_none_is_thrown_away_for_another(desk: Desk) -> None:
    desk.change(retitled(desk, "Mine"))
    for number in range(MOST_UNFINISHED - 1):
        draft_at(desk).with_name(f"{number:016x}.json").write_bytes(draft_at(desk).read_bytes())
    with pytest.raises(DraftError, match="unfinished drafts"):
        desk.start()
    assert len(desk.unfinished()) == MOST_UNFINISHED
    desk.discard(f"{1:016x}")
    desk.start()
    assert len(desk.unfinished()) == MOST_UNFINISHED - 1


def test_a_discarded_draft_leaves_an_empty_desk(desk: Desk) -> None:
    desk.change(retitled(desk, "Mine"))
    desk.discard(desk.name)
    assert (desk.draft, desk.unfinished(), desk.can_undo) == (empty_draft(desk.bank.criteria.words), (), False)


def test_a_case_with_mistakes_opens_and_is_mended_by_saving(desk: Desk) -> None:
    broken = edited("id: late-bus", "id: early-bus", CASE)
    broken = edited("difficulty: 1", "difficulty: easy", broken)
    broken = edited("]{#sister support=strong}", "] {#sister support=strong}", broken)
    (desk.bank.folder / "late-bus.md").write_text(broken, "utf-8")
    desk.open("late-bus")
    assert {problem.field for problem in desk.check().stopping} >= {"difficulty", "points.0.text", "twins.0.phrase"}
    text = desk.draft.points[0].text
    start = text.index("[Her")
    phrases = tuple(phrase for phrase in desk.draft.points[0].phrases if phrase.end <= start)
    desk.change(with_point(replace(desk.draft, difficulty=1, twins=()), text=text[:start].strip(), phrases=phrases))
    desk.change(with_point(desk.draft, expected=desk.check().points[0].assessment.level))
    assert isinstance(desk.save(), Saved)
    assert desk.bank.case("late-bus").id == "late-bus"


def test_the_kept_file_holds_the_draft_as_it_was_typed(desk: Desk) -> None:
    typed = with_point(retitled(desk, " 🙂 x "), text="a  b\n\n\n[c")
    desk.change(typed)
    assert json.loads(draft_at(desk).read_bytes())["draft"] == json.loads(json.dumps(draft_view(typed)))
    again = another(desk)
    again.resume(desk.name)
    assert again.draft == typed
