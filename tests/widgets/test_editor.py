"""The editor driven by what a page sends, honest or forged; nothing here needs a browser."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from carelevel.authoring import Desk
from carelevel.authoring.draft.draft import LONGEST_TEXT
from carelevel.bank import Bank
from carelevel.core.criteria import Criteria
from carelevel.widgets.editor import Editor
from carelevel.widgets.editor.versions import MOST_COMPARED, side_by_side
from carelevel.widgets.editor.view import ComparedLine

from tests.conftest import our_bank

CASES = Path(__file__).parents[2] / "cases"
FEW = ("criteria.yaml", "kitchen-shift.md", "second-autumn.md", "market-stall.md")
OWN = our_bank().case("kitchen-shift").difficulty
OTHER = OWN % 3 + 1
NOON = datetime(2026, 3, 2, 12, 1).astimezone()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bank of three cases."""
    bank = tmp_path / "cases"
    bank.mkdir()
    for name in FEW:
        shutil.copy(CASES / name, bank)
    return bank


@pytest.fixture
def bank(folder: Path, criteria: Criteria) -> Bank:
    return Bank(folder, criteria)


@pytest.fixture
def editor(bank: Bank, tmp_path: Path) -> Editor:
    return Editor(Desk(bank, tmp_path / "drafts"), clock=lambda: NOON)


def sent(editor: Editor, do: str, **message: object) -> str:
    """What the editor says to a message from a page."""
    editor.receive({"do": do, "by": "page", "turn": 1, **message})
    return str((editor.view["message"] or {}).get("says", ""))


def drafted(editor: Editor, **changed: object) -> dict[str, Any]:
    """The draft on the page with something in it changed."""
    copy: dict[str, Any] = json.loads(json.dumps(editor.draft["draft"]))
    return {**copy, **changed}


def change(editor: Editor, **changed: object) -> str:
    return sent(editor, "change", draft=drafted(editor, **changed))


def opened(editor: Editor, case: str) -> Editor:
    assert sent(editor, "open", case=case) == ""
    return editor


def rows_that_differ(editor: Editor) -> list[tuple[str, str]]:
    return [(row["disk"], row["mine"]) for row in editor.view["conflict"]["rows"] if row["differs"]]


def places(listed: list[dict[str, Any]]) -> list[str]:
    return [one["where"] for one in listed]


# Writing


def test_a_new_editor_says_what_is_to_do_and_gives_no_answer_away(editor: Editor) -> None:
    assert {"title", "id", "difficulty", "points.0.text", "points.0.expected"} <= set(places(editor.view["problems"]))
    assert editor.view["hits"] == []
    assert [point["answer"] for point in editor.view["points"]] == [None]
    assert (editor.view["can_undo"], editor.view["kept"], editor.view["status"]) == (False, [], "Nothing written yet")


def test_an_opened_case_shows_its_answer_its_phrases_and_nothing_to_do(editor: Editor, bank: Bank) -> None:
    opened(editor, "kitchen-shift")
    (point,) = editor.draft["draft"]["points"]
    phrases = [point["text"][phrase["start"] : phrase["end"]] for phrase in point["phrases"]]
    assert phrases == [evidence.phrase for evidence in bank.case("kitchen-shift").points[0].evidence]
    answer = editor.view["points"][0]["answer"]
    assert (answer["explained"]["level"], answer["says"]) == ("Partial hospitalization", "As you expected.")
    assert answer["explained"]["reasons"][0]["phrases"]
    assert [problem for problem in editor.view["problems"] if problem["stops"]] == []
    assert editor.view["original"] == "kitchen-shift"


def test_the_answer_comes_once_the_author_has_said_what_they_expect(editor: Editor) -> None:
    opened(editor, "kitchen-shift")
    (point,) = drafted(editor)["points"]
    change(editor, points=[{**point, "expected": ""}])
    assert editor.view["points"][0]["answer"] is None
    change(editor, points=[{**point, "expected": "outpatient"}])
    answer = editor.view["points"][0]["answer"]
    assert (answer["agrees"], answer["says"]) == (False, "You expected Outpatient.")
    assert "the criteria say Partial hospitalization" in answer["differs"]
    change(editor, points=[{**point, "expected": "residential"}])
    answer = editor.view["points"][0]["answer"]
    assert (answer["agrees"], answer["says"]) == (True, "You expected Residential, which is accepted too.")


def test_a_change_is_answered_in_one_update_that_names_its_page_and_turn(editor: Editor) -> None:
    views: list[Any] = []
    editor.observe(lambda moved: views.append(moved["new"]), "view")
    editor.receive({"do": "change", "draft": drafted(editor, title="The late bus"), "by": "other", "turn": 7})
    (view,) = views
    assert (editor.answered, view["title"], view["status"]) == (
        {"by": "other", "turn": 7},
        "The late bus",
        "Draft kept 12:01",
    )
    assert editor.draft["by"] == "other"  # an echo, which the page does not take for news


def test_undo_and_redo_give_a_page_the_draft_that_it_had(editor: Editor) -> None:
    opened(editor, "kitchen-shift")
    change(editor, difficulty=OTHER)
    sent(editor, "undo")
    assert (editor.draft["by"], editor.answered["by"], editor.draft["draft"]["difficulty"]) == ("", "page", OWN)
    sent(editor, "redo")
    assert editor.draft["draft"]["difficulty"] == OTHER
    assert (editor.view["can_undo"], editor.view["can_redo"]) == (True, False)
    assert sent(editor, "redo") == ""


def test_a_step_is_taken_from_the_draft_that_comes_with_it(editor: Editor) -> None:
    opened(editor, "kitchen-shift")
    sent(editor, "undo", draft=drafted(editor, difficulty=OTHER))
    assert editor.draft["draft"]["difficulty"] == OWN
    assert editor.view["can_redo"]


def test_a_hit_leads_to_its_place_and_carries_its_words_and_a_rewording(editor: Editor) -> None:
    text = "Agnes Miller is in her forties."
    change(editor, points=[{**drafted(editor)["points"][0], "text": f"😀 {text}"}])
    hit = next(hit for hit in editor.view["hits"] if hit["words"] == "Agnes Miller")
    assert (hit["where"], hit["start"], hit["end"], hit["severity"]) == ("points.0.text", 2, 14, "error")
    assert hit["says"].startswith("“Agnes Miller” is a name")
    assert hit["remedy"].endswith(".")


def test_a_twin_is_asked_about_from_the_decision_point_on_in_which_it_changes(editor: Editor) -> None:
    opened(editor, "second-autumn")
    draft = drafted(editor)
    draft["points"][1]["phrases"][0]["name"] = "finished"
    twin = {"id": "other", "phrase": "finished", "words": "She left.", "findings": {"prior_care": "none"}}
    sent(editor, "change", draft={**draft, "twins": [{**twin, "expected": ["residential", "residential"]}]})
    ((told,),) = editor.view["twins"]
    assert (told["place"], told["heading"]) == (1, "Seven weeks later")
    assert told["answer"]["explained"]["level"] == "Residential"
    assert editor.view["points"][0]["heading"] == "At the intake desk"


def test_what_a_page_is_told_of_the_lint_never_says_that_a_text_is_de_identified(editor: Editor) -> None:
    assert "Looked for signs of" in editor.bank["looked_for"]
    assert "identified" not in json.dumps([editor.bank, editor.words, editor.view])


# Saving


def written(editor: Editor) -> Editor:
    """A new case that could be saved, made out of another one."""
    opened(editor, "kitchen-shift")
    draft = drafted(editor, id="late-bus", title="The late bus", twins=[])
    sent(editor, "start")
    assert sent(editor, "change", draft=draft) == ""
    return editor


def test_a_sound_draft_is_saved_and_the_page_says_what_comes_next(editor: Editor, bank: Bank) -> None:
    written(editor)
    assert sent(editor, "save") == ""
    assert editor.view["saved"] == {"says": "Saved as cases/late-bus.md", "held": ""}
    assert editor.view["original"] == "late-bus"
    assert bank.case("late-bus").points[0].key.level == "partial_hospitalization"
    change(editor, difficulty=OTHER)
    assert (editor.view["saved"], editor.view["status"]) == (None, "Draft kept 12:01")


def test_a_page_says_that_trainees_do_not_get_a_case_and_lets_its_words_stand(editor: Editor, bank: Bank) -> None:
    change(written(editor), discuss="Call 555-010-1234?")
    (hit,) = (hit for hit in editor.view["hits"] if hit["severity"] == "error")
    assert hit["releases"] == "Only where it has to stand there, and points to no real person."
    sent(editor, "save")
    assert editor.view["saved"]["held"].startswith("It is held back: trainees do not get it as long as this stands in")
    assert "“555-010-1234”" in editor.view["saved"]["held"]
    change(editor, released=[hit["words"]])
    assert [hit["releases"] for hit in editor.view["hits"] if hit["words"] == "555-010-1234"] == [""]
    sent(editor, "save")
    assert (editor.view["saved"]["held"], bank.case_in_use("late-bus").status) == ("", "")


def test_a_sentence_that_reads_like_another_storys_evidence_is_shown(editor: Editor, bank: Bank) -> None:
    phrase = max((evidence.phrase for evidence in bank.case("kitchen-shift").points[0].evidence), key=len)
    (point,) = drafted(editor)["points"]
    change(editor, points=[{**point, "text": f"It rains. {phrase[:1].upper()}{phrase[1:]}. He sits down."}])
    hits = [hit["words"] for hit in editor.view["hits"] if "kitchen-shift marks with" in hit["remedy"]]
    assert hits
    assert all(words[1:].rstrip(".") in phrase for words in hits)
    opened(editor, "kitchen-shift")
    assert [hit for hit in editor.view["hits"] if "marks with" in hit["remedy"]] == []


def test_a_draft_with_something_to_do_is_not_saved_and_says_why(editor: Editor, folder: Path) -> None:
    change(written(editor), title="")
    says = sent(editor, "save")
    assert says.startswith("Not saved. ")
    assert "title" in says
    assert (editor.view["saved"], editor.view["status"]) == (None, "Not saved")
    assert not (folder / "late-bus.md").exists()


@pytest.fixture
def conflicting(editor: Editor, folder: Path) -> Editor:
    change(opened(editor, "kitchen-shift"), title="The long shift")
    file = folder / "kitchen-shift.md"
    file.write_text(file.read_text().replace(f"difficulty: {OWN}", f"difficulty: {OTHER}"))
    assert sent(editor, "save") == ""
    return editor


def test_a_file_that_changed_meanwhile_is_shown_beside_mine(conflicting: Editor, folder: Path) -> None:
    assert rows_that_differ(conflicting) == [
        ("title: The kitchen shift", "title: The long shift"),
        (f"difficulty: {OTHER}", f"difficulty: {OWN}"),
    ]
    assert "cases/kitchen-shift.md" in conflicting.view["conflict"]["says"]
    assert "title: The kitchen shift" in (folder / "kitchen-shift.md").read_text()


def test_mine_is_kept_over_the_one_on_disk_when_the_author_says_so(conflicting: Editor, bank: Bank) -> None:
    sent(conflicting, "overwrite")
    assert conflicting.view["conflict"] is None
    assert bank.case("kitchen-shift").title == "The long shift"


def test_the_one_on_disk_is_taken_and_mine_stays_among_the_drafts(conflicting: Editor) -> None:
    sent(conflicting, "take_disk")
    draft = conflicting.draft["draft"]
    assert (draft["title"], draft["difficulty"]) == ("The kitchen shift", OTHER)
    assert [kept["title"] for kept in conflicting.view["kept"]] == ["The long shift"]


def test_mine_is_saved_under_another_name_beside_the_one_on_disk(conflicting: Editor, bank: Bank) -> None:
    assert conflicting.view["conflict"]["suggested"] == "kitchen-shift-2"
    sent(conflicting, "save_as", id="kitchen-shift-2")
    assert conflicting.view["saved"]["says"] == "Saved as cases/kitchen-shift-2.md"
    assert (bank.case("kitchen-shift").title, bank.case("kitchen-shift-2").title) == (
        "The kitchen shift",
        "The long shift",
    )


def test_a_file_that_is_gone_is_called_so_and_only_mine_can_take_its_place(editor: Editor, bank: Bank) -> None:
    opened(editor, "kitchen-shift")
    change(editor, title="The long shift")
    (bank.folder / "kitchen-shift.md").unlink()
    sent(editor, "save")
    conflict = editor.view["conflict"]
    assert (conflict["title"], conflict["gone"], conflict["rows"]) == ("The file is gone", True, [])
    assert conflict["says"].startswith("cases/kitchen-shift.md has been deleted, moved or renamed since you opened it.")
    sent(editor, "overwrite")
    assert editor.view["saved"]["says"] == "Saved as cases/kitchen-shift.md"


def test_a_file_that_has_appeared_is_not_said_to_have_changed(editor: Editor, bank: Bank) -> None:
    opened(editor, "kitchen-shift")
    change(editor, id="long-shift")
    (bank.folder / "long-shift.md").write_text("theirs", "utf-8")
    sent(editor, "save")
    assert editor.view["conflict"]["says"].startswith("cases/long-shift.md was not there when you began.")


def test_a_page_is_sent_the_criteria_anew_where_a_save_has_read_others(editor: Editor, bank: Bank) -> None:
    opened(editor, "kitchen-shift")
    criteria = bank.folder / "criteria.yaml"
    criteria.write_text(criteria.read_text("utf-8").replace("name: Current use", "name: Use this week"), "utf-8")
    assert editor.bank["findings"][0]["name"] == "Current use"
    sent(editor, "save")
    assert (editor.bank["findings"][0]["name"], editor.view["saved"] is not None) == ("Use this week", True)


def test_what_a_page_says_is_pasted_is_a_step_of_its_own(editor: Editor) -> None:
    change(editor, title="The ")
    sent(editor, "change", draft=drafted(editor, title="The bus"), pasted=True)
    sent(editor, "undo")
    assert editor.draft["draft"]["title"] == "The "


# Drafts


def test_an_unfinished_draft_is_listed_gone_on_with_and_thrown_away(editor: Editor) -> None:
    change(editor, title="The late bus")
    sent(editor, "start")
    (kept,) = editor.view["kept"]
    assert kept["title"] == "The late bus"
    sent(editor, "resume", name=kept["name"])
    assert (editor.draft["draft"]["title"], editor.view["kept"]) == ("The late bus", [])
    sent(editor, "start")
    sent(editor, "discard", name=kept["name"])
    assert editor.view["kept"] == []


def test_the_cases_are_listed_by_title_and_only_when_asked_for(editor: Editor) -> None:
    assert editor.view["cases"] is None
    sent(editor, "cases")
    assert [case["title"] for case in editor.view["cases"]] == [
        "The kitchen shift",
        "The market stall",
        "The second autumn",
    ]


def test_a_large_bank_is_listed_by_file_names_without_reading_it(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.widgets.editor.face.MOST_TITLES", 2)
    sent(editor, "cases")
    assert [case["title"] for case in editor.view["cases"]] == ["kitchen-shift", "market-stall", "second-autumn"]


# What goes wrong


@pytest.mark.parametrize(
    "message",
    [
        None,
        7,
        {"do": "format"},
        {"do": ["save"]},
        {"do": "open", "case": 5},
        {"do": "open", "case": "../criteria"},
        {"do": "resume", "name": "../../etc/passwd"},
        {"do": "discard", "name": None},
        {"do": "save_as", "id": {}},
        {"do": "change"},
        {"do": "change", "draft": {"title": "half"}},
        {"do": "change", "draft": [[[]]]},
    ],
)
def test_a_forged_message_changes_nothing_and_is_answered_in_words(editor: Editor, message: object) -> None:
    opened(editor, "kitchen-shift")
    before = editor.draft
    editor.receive(message)
    assert editor.view["message"]["says"]
    assert editor.draft["draft"] == before["draft"]


def test_a_text_that_is_far_too_long_is_refused_and_what_was_there_stays(editor: Editor) -> None:
    opened(editor, "kitchen-shift")
    (point,) = drafted(editor)["points"]
    says = change(editor, points=[{**point, "text": "a" * (LONGEST_TEXT + 1)}])
    assert says.startswith(f"Too much in the story: {LONGEST_TEXT:,} characters at most. Shorten it")
    assert editor.bank["longest"]["story"] == LONGEST_TEXT  # so that a page refuses it before, and says so
    assert editor.desk.draft.points[0].text == point["text"]


def test_the_same_problem_is_not_announced_anew_with_every_key(editor: Editor) -> None:
    sent(editor, "open", case="nowhere")
    first = editor.view["message"]["number"]
    sent(editor, "open", case="nowhere")
    assert editor.view["message"]["number"] == first
    sent(editor, "start")
    sent(editor, "open", case="nowhere")
    assert editor.view["message"]["number"] > first


def test_an_error_in_the_editor_itself_becomes_a_message(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr(editor.desk, "check", broken)
    assert "out of ink" in change(editor, title="The late bus")
    assert editor.desk.draft.title == "The late bus"


def test_versions_of_very_many_lines_are_set_side_by_side_without_being_compared() -> None:
    rows = side_by_side("a\n" * (MOST_COMPARED + 1), "b\n")
    assert (len(rows), rows[0], rows[-1].mine) == (MOST_COMPARED + 1, ComparedLine("a", "b", differs=True), "")


# The marks of a text


def test_a_word_to_explain_shows_under_the_decision_point_in_which_it_stands(editor: Editor) -> None:
    opened(editor, "second-autumn")
    first, later = (point["text"] for point in drafted(editor)["points"])
    word = next(word for word in re.findall(r"\b[a-z]{8,}\b", first) if word not in later)
    change(editor, reading=1, glossary=[{"word": word.upper(), "meaning": "<b>it</b>"}, {"word": "", "meaning": ""}])
    assert [point["glossary"] for point in editor.view["points"]] == [
        [{"word": word.upper(), "meaning": "<b>it</b>"}],
        [],
    ]
    assert {"glossary.0.meaning", "glossary.1.word", "glossary.1.meaning"} <= set(places(editor.view["problems"]))
    assert editor.bank["readings"][0] == {"value": None, "name": "Not marked"}


def test_the_page_says_of_each_safety_question_whether_it_is_asked_present_or_unasked(
    editor: Editor, bank: Bank
) -> None:
    opened(editor, "kitchen-shift")
    (point,) = drafted(editor)["points"]
    told = [*point["phrases"], {"start": 0, "end": 3, "findings": {"pregnancy": "absent", "psychosis": "present"}}]
    change(editor, points=[{**point, "phrases": told, "expected": ""}])
    asked, present, unasked = editor.view["points"][0]["safety"]
    findings = {**bank.case("kitchen-shift").points[0].findings, "pregnancy": "absent", "psychosis": "present"}
    said = {
        value: ", ".join(
            bank.criteria.finding(flag).name for flag in bank.criteria.red_flags if findings.get(flag) == value
        )
        for value in ("absent", "present", None)
    }
    assert asked == f"The story says that somebody asked, and it is not there: {said['absent']}."
    assert (present, unasked) == (
        "The story says that it is there: Psychosis.",
        f"The story does not say that anybody asked: {said[None]}.",
    )
