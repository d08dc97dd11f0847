"""The lines of short notes driven by what a page sends: seen with what they decide, changed, checked, saved."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.composer import Composer
from carelevel.core.note import read_code
from carelevel.messages import review as review_messages
from carelevel.practice.note_practice import NotePractice
from carelevel.store.store import Store
from carelevel.widgets.review.note_lines import NoteLinesFace

from tests.bank.conftest import SWIMMING

SEVERAL = "strokes several"


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return open_bank(Path(shutil.copytree(SWIMMING, tmp_path / "pool")))


@pytest.fixture
def face(bank: Bank, tmp_path: Path) -> NoteLinesFace:
    return NoteLinesFace(bank, drafts=tmp_path / "drafts")


def sent(face: NoteLinesFace, do: str, **message: object) -> dict[str, Any]:
    """The message that a page is shown."""
    face.receive({"do": do, "by": "page", "turn": 1, "group": SEVERAL, **message})
    return dict(face.view["message"] or {})


def reworded(face: NoteLinesFace, text: str, **message: object) -> dict[str, Any]:
    """The first line of SEVERAL in other words."""
    was = face.view["lines"][0] if face.view["chosen"] == SEVERAL else {"text": "?"}
    return sent(face, "reword", place=0, was=was["text"], text=text, **{"says": "", "bars": "", **message})


def test_each_value_stands_with_its_lines_and_what_it_alone_leads_to(face: NoteLinesFace) -> None:
    groups = {group["key"]: group for group in face.view["groups"]}
    rules = {key: group["rules"] for key, group in groups.items()}
    assert rules["deep_water afraid"] == rules["armbands brought"] == "Afraid of deep water"
    assert rules["eyes sting"] == "Goggles"
    assert groups[SEVERAL]["name"].startswith("Strokes: ")
    assert groups[SEVERAL]["count"] == "3 lines"
    assert (groups["people"]["level"], groups["neutral"]["rules"]) == ("", "")
    sent(face, "choose", group="deep_water afraid")
    view = face.view
    assert view["leads"].startswith("Where a note tells this alone, the criteria say: ")
    assert view["lines"][2]["tags"] == "tells woman; not beside man"
    assert view["few"] == "3 lines are too few: write 8 or more."
    assert "pool/notes.yaml:24: 3 lines for 'strokes: several'; write 8 or more" in view["found"]
    assert len(view["notes"]) == 6
    assert not view["notes_open"]


def test_a_change_is_checked_at_once_and_said_at_its_line(face: NoteLinesFace, bank: Bank) -> None:
    sent(face, "choose")
    told = sent(face, "add", text="Breaststroke only, head above the water.", says="man, old", bars="old")
    assert told["says"].startswith("Added, not saved yet.")
    assert [problem.partition(". ")[2] for problem in told["problems"]] == [
        "Take 'old' out of 'says' or out of 'not'.",
        "Keep one of the two, or word it otherwise.",
        "",
    ]
    assert "stands already, among “Strokes: swims one stroke”." in told["problems"][1]
    assert told["problems"][2] == "No other line has the tag “old”; is it meant?"
    assert "old" not in face.view["tags"].split(", "), "it is in use once it is saved"
    line = face.view["lines"][-1]
    assert (line["problems"], line["says"], line["note"]) == (told["problems"], "man, old", "New, not saved yet.")
    assert len(face.view["stopped"]) == 2
    assert face.view["stopped"][0].startswith("Strokes: swims more than one stroke. “Breaststroke only")
    assert "stands already, among “Strokes: swims more than one stroke”." in face.view["stopped"][1]
    assert not [found for found in face.view["found"] if "stands in line" in found]
    assert sent(face, "save")["says"] == review_messages.LINES_STOPPED
    assert sent(face, "undo")["says"] == "The last change is taken back."
    assert face.view["unsaved"] == ""
    told = reworded(face, "x" * 201)
    assert "Write 1 to 200 characters" in told["problems"][0]
    told = reworded(face, "Swims with Ann Miller of 12 Oak Street.")
    assert told["says"] == "Reworded, not saved yet. It cannot be saved as it is:"
    assert [problem.partition(",")[0] for problem in told["problems"]] == [
        "A name beyond a first name",
        "A place smaller than a state",
    ]
    assert len(face.view["stopped"]) == 2
    assert "A place smaller than a state, “12 Oak Street.”" in " ".join(face.view["stopped"])
    assert sent(face, "save")["says"] == review_messages.LINES_STOPPED
    assert reworded(face, "Five different strokes in the last test.")["says"].endswith("Look at it again:")
    assert face.view["lines"][0]["problems"][0].startswith("Words that name the finding")
    assert face.view["stopped"] == [], "a warning does not keep the file from being saved"
    assert "it was: “Swims breaststroke and backstroke, a mile a week.”" in face.view["lines"][0]["note"]
    gone = face.view["lines"][1]["text"]
    sent(face, "delete", place=1, was=gone)
    sent(face, "add", text="Butterfly for a mile.", says="", bars="")
    assert face.view["lines"][-1]["note"] == "New, not saved yet."
    name = next(group["name"] for group in face.view["groups"] if group["key"] == SEVERAL)
    assert face.view["changes"][1:] == [f"{name}. Deleted: “{gone}”", f"{name}. Added: “Butterfly for a mile.”"]


def test_after_a_save_the_line_is_heard_in_notes_and_codes_end_otherwise(face: NoteLinesFace, bank: Bank) -> None:
    sent(face, "choose")
    before = face.view["codes"]
    reworded(face, "Crawl and butterfly, and teaches both.")
    sent(face, "add", text="A mile of crawl, a mile of backstroke.", says="", bars="")
    told = sent(face, "save")["says"]
    assert told.startswith("Saved in pool/notes.yaml. Codes of notes end in ")
    assert before != face.view["codes"]
    written = (bank.folder / "notes.yaml").read_text("utf-8").splitlines()
    assert '      - "Crawl and butterfly, and teaches both."' in written
    assert (face.view["notes_title"], face.view["notes_open"]) == (review_messages.LINES_HEARD, True)
    for note in face.view["notes"]:
        assert {note["lines"][place] for place in note["heard"]} <= {
            "Crawl and butterfly, and teaches both.",
            "A mile of crawl, a mile of backstroke.",
        }
        assert note["heard"]


def test_what_a_trainee_has_answered_is_shown_as_it_was_read_and_its_code_says_what_it_needs(
    face: NoteLinesFace, bank: Bank, store: Store
) -> None:
    practice = NotePractice(bank, store, "wren")
    kept = practice.submit(bank.criteria.choices[0], {}).kept
    shown = next(line for line in kept.lines if line.finding)
    group = f"{shown.finding} {shown.value}"
    sent(face, "choose", group=group)
    place = [line["text"] for line in face.view["lines"]].index(shown.text)
    line = face.view["lines"][place]
    said = {name: line[name] for name in ("says", "bars")}
    sent(face, "reword", group=group, place=place, was=shown.text, text="Nothing of the kind.", **said)
    assert sent(face, "save")["says"].startswith("Saved")
    again = NotePractice(open_bank(bank.folder), store, "wren")
    assert again.result
    assert again.result.kept == kept
    assert again.asked.lines == kept.lines
    again.go_on()
    notes = face.desk and face.desk.opened.notes
    assert notes
    with pytest.raises(ValueError, match=r"can be shown with the notes\.yaml and criteria\.yaml of that time"):
        Composer(notes, bank.criteria).of_code(read_code(kept.code))


def test_a_registered_group_is_named_before_its_codes_are_put_out_of_use(bank: Bank, tmp_path: Path) -> None:
    face = NoteLinesFace(bank, groups=lambda: 2, drafts=tmp_path / "drafts")
    sent(face, "choose")
    reworded(face, "Crawl and butterfly, and teaches both.")
    before = (bank.folder / "notes.yaml").read_bytes()
    sent(face, "add", text="x" * 201, says="", bars="")
    assert (told := sent(face, "save"))["kind"] == "refused", "a save that cannot be is not asked about"
    assert told["says"] == review_messages.LINES_STOPPED
    sent(face, "undo")
    told = sent(face, "save")
    assert (told["kind"], told["says"].partition(" ")[0]) == ("sure", "2")
    assert (bank.folder / "notes.yaml").read_bytes() == before
    assert sent(face, "save", sure=True)["says"].startswith("Saved")


def test_a_file_that_somebody_else_has_changed_is_left_and_the_changes_go_onto_it(
    face: NoteLinesFace, bank: Bank, tmp_path: Path
) -> None:
    file = bank.folder / "notes.yaml"
    sent(face, "choose")
    was = face.view["lines"][0]["text"]
    reworded(face, "Crawl and butterfly, and teaches both.")
    theirs = file.read_text("utf-8").replace(was, "Every stroke there is.")
    file.write_text(theirs, "utf-8")
    assert sent(face, "save")["kind"] == "conflict"
    assert file.read_text("utf-8") == theirs
    again = NoteLinesFace(bank, drafts=tmp_path / "drafts")
    assert "not saved are here again" in " ".join(again.view["says"])
    assert sent(again, "take_up")["says"].endswith("what you wrote is added as a new line. Look at it, then save.")
    assert sent(again, "save")["says"].startswith("Saved")
    assert "Every stroke there is." in file.read_text("utf-8")
    assert "and teaches both." in file.read_text("utf-8")


def test_a_tag_is_one_word_and_what_is_taken_back_by_a_change_is_not_counted(face: NoteLinesFace) -> None:
    sent(face, "choose")
    for tags, wrong in (("Not A Tag!!", "Not A Tag!!"), ("man, so so", "so so"), ("x" * 41, "x" * 41)):
        told = sent(face, "add", text="Crawl for a mile.", says=tags, bars="")["says"]
        assert told == review_messages.LINES_NOT_A_TAG.format(tag=wrong, longest=40)
    assert face.view["unsaved"] == ""
    sent(face, "add", text="Crawl for a mile.", says="man; woman", bars="")
    assert face.view["lines"][-1]["problems"] == []
    sent(face, "add", text="Butterfly for a mile.", says="", bars="")
    sent(face, "delete", place=3, was="Crawl for a mile.")
    assert (face.view["unsaved"], len(face.view["changes"])) == ("1 change is not saved yet.", 1)
    sent(face, "delete", place=3, was="Butterfly for a mile.")
    assert (face.view["unsaved"], face.view["changes"]) == (review_messages.LINES_ALL_UNDONE, [])


def test_what_was_not_saved_is_found_again_where_it_was_changed_last(
    face: NoteLinesFace, bank: Bank, tmp_path: Path
) -> None:
    first = face.view["chosen"]
    for group in (first, "neutral"):
        sent(face, "add", group=group, text=f"Waits for the {group} bus.", says="", bars="")
    assert NoteLinesFace(bank, drafts=tmp_path / "drafts").view["chosen"] == "neutral"
    sent(face, "discard")
    assert NoteLinesFace(bank, drafts=tmp_path / "drafts").view["chosen"] == first


def test_the_notes_that_the_shares_leave_out_are_named(face: NoteLinesFace) -> None:
    [told] = [says for says in face.view["says"] if "drawn by chance" in says]
    left_out, counted = re.search(r"Of 600 notes drawn by chance, (\d+) lead to ", told), re.search(r"of (\d+)\)", told)
    assert left_out
    assert counted
    assert int(left_out[1]) + int(counted[1]) == 600


@pytest.mark.parametrize(
    "message",
    [
        {"do": "choose", "group": "lines"},
        {"do": "choose", "group": 5},
        {"do": "delete", "place": 99, "was": "?"},
        {"do": "delete", "place": True, "was": "?"},
        {"do": "delete", "place": 0, "was": "Something that does not stand there."},
        {"do": "add", "text": "  ", "says": "", "bars": ""},
        {"do": "add", "text": "A line."},
        {"do": "add", "text": "x" * 2000, "says": "", "bars": ""},
        {"do": "add", "text": "A \x00 line.", "says": "", "bars": ""},
        {"do": "format"},
    ],
)
def test_a_forged_message_changes_nothing_and_is_answered_in_words(
    face: NoteLinesFace, message: dict[str, object]
) -> None:
    before = {**face.view, "message": None}
    assert sent(face, **message)["says"]  # type: ignore[arg-type]  # what a page may send
    assert {**face.view, "message": None} == before


def test_a_file_with_mistakes_shows_them_and_one_that_is_torn_or_missing_says_so(bank: Bank, tmp_path: Path) -> None:
    file = bank.folder / "notes.yaml"
    sound = file.read_text("utf-8")
    file.write_text(sound.replace("afraid:", "scared:"), "utf-8")
    face = NoteLinesFace(bank, drafts=tmp_path / "drafts")
    assert "unknown value of 'deep_water' 'scared'" in " ".join(face.view["found"])
    assert (face.view["notes"], face.view["codes"]) == ([], "")
    sent(face, "choose")
    reworded(face, "Crawl and butterfly, and teaches both.")
    assert sent(face, "save")["says"] == "Saved in pool/notes.yaml.", "the mistake was there before"
    file.write_text("people: [", "utf-8")
    assert NoteLinesFace(bank, drafts=tmp_path / "drafts").view["says"] == [review_messages.LINES_BROKEN]
    file.unlink()
    face = NoteLinesFace(bank, drafts=tmp_path / "drafts")
    assert face.view["says"] == [review_messages.LINES_NONE]
    assert sent(face, "save")["says"]
