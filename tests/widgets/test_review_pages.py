"""The pages of a review: what they say of a bank, and that whatever a file holds stays text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from carelevel import messages, notebook
from carelevel.bank import open_bank
from carelevel.core.attempt import Attempt, DealtWith, Report
from carelevel.core.story_digest import story_digest
from carelevel.exports.attempts import Format, written
from carelevel.review.survey import survey
from carelevel.store.identity import trainee
from carelevel.store.store import Store, open_store
from carelevel.widgets.review.cases import cases_view

Make = Callable[..., Attempt]
ROOT = Path(__file__).parents[2]
MORNING = datetime(2025, 4, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_sqlite_url: str) -> Path:
    """A copy of the swimming bank that the notebook's calls open, and an empty store."""
    copied = Path(shutil.copytree(ROOT / "tests" / "banks" / "swimming", tmp_path / "pool"))
    monkeypatch.setenv("CARELEVEL_BANK", str(copied))
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", made_sqlite_url)
    return copied


@pytest.fixture
def store(folder: Path) -> Store:
    return open_store()


def body(call: Callable[[], object]) -> str:
    return str(getattr(call(), "body", ""))


def test_a_mistake_in_the_banks_own_lists_stands_among_the_mistakes(folder: Path) -> None:
    (folder / "lint" / "stigma.txt").write_text("floater\n", encoding="utf-8")
    view = cases_view(survey(open_bank(folder)), "pool")
    assert "pool/lint/stigma.txt:1: no rewording" in view.lists[0].lines[0]


def test_the_cases_come_with_length_and_lint_and_a_bad_file_with_its_line(folder: Path) -> None:
    (folder / "torn.md").write_text("---\nid: <b>torn\n", encoding="utf-8")
    view = cases_view(survey(open_bank(folder)), "pool")
    assert "2 of 3 case files can be used" in view.says
    assert [row.id for row in view.rows] == ["first-length", "green-armbands"]
    told = [cell.text for cell in view.rows[0].cells][:7]
    assert told == ["The first length", "1, clear", "1, plain", "0 of 1 asked", "1", "1", "29"]
    assert [row.cells[2].by for row in view.rows] == [1, 0]
    assert [row.groups for row in view.rows] == ["", ""]
    assert view.lists[0].lines[0].startswith("pool/torn.md:")
    assert any("a decision point that is too short, “29 words”" in line for line in view.lists[1].lines)


def test_an_empty_bank_says_so(tmp_path: Path) -> None:
    shutil.copy(ROOT / "cases" / "criteria.yaml", tmp_path)
    assert "no case file" in cases_view(survey(open_bank(tmp_path)), "here").says


def test_the_map_names_what_no_case_and_what_only_one_exercises(folder: Path) -> None:
    page = body(notebook.review_coverage)
    assert "What asks for a level, with exceptions: No stroke yet" in page
    assert "Red flags: Fever: “Green armbands”" in page
    assert "<h4>Red flags</h4>" in page


def test_the_balance_counts_first_points_later_ones_and_twins(folder: Path) -> None:
    page = body(notebook.review_balance)
    assert "Of 2 first decision points the answer is Lanes in 0, Class in 2" in page
    assert "2, 1 contested" in page


@pytest.mark.parametrize("status", ["held", "retired"])
def test_every_page_of_the_review_shows_a_bank_with_a_case_that_is_not_in_use(folder: Path, status: str) -> None:
    file = folder / "green-armbands.md"
    file.write_text(file.read_text("utf-8").replace("title:", f"status: {status}\ntitle:", 1), "utf-8")
    for name in notebook.__all__:
        if name.startswith("review_"):
            assert messages.BROKEN_PAGE not in body(getattr(notebook, name)), name


def test_what_gives_answers_away_is_told_from_thirty_cases_on_and_what_reads_like_a_marked_phrase(folder: Path) -> None:
    assert "This needs at least 30 cases." in body(notebook.review_balance)
    story = (folder / "first-length.md").read_text(encoding="utf-8")
    for number in range(30):
        name = f"length-{number}"
        (folder / f"{name}.md").write_text(story.replace("id: first-length", f"id: {name}"), encoding="utf-8")
    page = body(notebook.review_balance)
    assert "What gives answers away" in page
    assert "a trainee does not have to read anything" in page
    assert "trainees learn to take it for granted" in page


def test_a_sentence_that_reads_like_what_another_story_marks_stands_among_the_hits(folder: Path) -> None:
    file = folder / "green-armbands.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.rstrip() + "\n\nOn Mondays her eyes are red until lunch.\n", encoding="utf-8")
    lines = cases_view(survey(open_bank(folder)), "pool").lists[0].lines
    assert any(
        "“On Mondays her eyes are red until lunch.”. It reads like a phrase that first-length" in line for line in lines
    )


def test_a_group_that_always_meets_one_outcome_is_named_and_a_bank_without_a_list_says_so(folder: Path) -> None:
    assert "no file portrayal.yaml" in body(notebook.review_portrayal)
    story = (folder / "first-length.md").read_text(encoding="utf-8")
    for number in range(3):
        name = f"length-{number}"
        (folder / f"{name}.md").write_text(story.replace("id: first-length", f"id: {name}"), encoding="utf-8")
    (folder / "portrayal.yaml").write_text(
        "axes:\n  - {id: pet, name: <i>Pet, groups: [{id: whale, name: Whales, words: [whale]}]}\n", encoding="utf-8"
    )
    page = body(notebook.review_portrayal)
    assert "&lt;i&gt;Pet, Whales: all 4 cases end in Class." in page
    assert "<i>Pet" not in page


def test_the_cases_say_which_groups_they_portray_and_stand_there_where_that_list_is_broken(folder: Path) -> None:
    group = "{id: whale, name: <b>Whales, words: [whale]}"
    (folder / "portrayal.yaml").write_text(f"axes:\n  - {{id: pet, name: Pet, groups: [{group}]}}\n", encoding="utf-8")
    first, _ = notebook.review_cases().view["rows"]
    assert first["groups"] == "Portrays: <b>Whales"
    (folder / "portrayal.yaml").write_text("axes: 3\n", encoding="utf-8")
    assert [row["groups"] for row in notebook.review_cases().view["rows"]] == ["", ""]


def test_a_broken_list_of_groups_is_told_in_its_place(folder: Path) -> None:
    (folder / "portrayal.yaml").write_text("axes: 3\n", encoding="utf-8")
    assert "pool/portrayal.yaml:1" in body(notebook.review_portrayal)


def test_a_small_group_is_not_broken_down_and_a_large_one_is_told_with_intervals(
    folder: Path, store: Store, attempt: Make
) -> None:
    assert "No answers are kept here yet" in body(notebook.review_group)
    digest = story_digest(open_bank(folder).case("first-length"), "", 0).kept
    made = [
        attempt(trainee=f"t{number}", case="first-length", case_digest=digest, level="class", phrases="0+ 2-")
        for number in range(6)
    ]
    store.keep_all(made[:4])
    assert "fewer than 5 are not broken down" in body(notebook.review_group)
    store.keep_all([*made[4:], replace(made[0], id=str(uuid4()), point=7)])
    page = body(notebook.review_group)
    assert "6 of 6 (61 to 100%)" in page
    own = trainee().code
    assert f"Your own answers, under the code {own}, are not counted here" in page
    store.keep_all([replace(made[0], id=str(uuid4()), trainee=own, level="beginners")])
    assert body(notebook.review_group) == page
    assert "“On Mondays his eyes are red until lunch.”, missed by 6 of 6" in page


def test_reports_stand_by_their_case_and_are_marked_as_dealt_with(
    folder: Path, store: Store, attempt: Make, tmp_path: Path
) -> None:
    assert "No report of a case is here" in notebook.review_reports().view["says"]
    store.report(Report(str(uuid4()), "t1", "first-length", "", 0, "<script>1</script>", MORNING))
    later = Report(str(uuid4()), "t2", "gone", "wet", 1, "Where is it?", MORNING + timedelta(days=1))
    file = tmp_path / "handed-in.jsonl"
    file.write_text("".join(written([attempt(trainee="t2")], Format.JSONL, [later])), encoding="utf-8")
    notebook.load_folder(str(tmp_path))
    face = notebook.review_reports()
    assert face.view["says"] == "2 reports, the newest first. 2 are open."
    gone, first = face.view["cases"]
    assert (gone["title"], first["title"]) == ("gone (no longer in this bank)", "The first length")
    assert gone["notes"][0]["where"] == "2025-04-06, t2, decision point 2, twin wet"
    assert first["notes"][0]["note"] == "<script>1</script>"
    face.receive({"do": "deal", "report": later.id})
    assert face.view["says"] == "2 reports, the newest first. 1 is open."
    assert notebook.review_reports().view["cases"][0]["notes"][0]["dealt_with"].startswith("Dealt with on ")
    face.receive({"do": "again", "report": later.id})
    assert store.dealt_with() == {}
    for report in ("x", None, {}):
        face.receive({"do": "deal", "report": report})
        assert "no longer here" in face.view["message"]["says"]


def test_of_many_reports_the_open_ones_are_shown_before_those_dealt_with(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.widgets.review.reports.MOST_NOTES", 1)
    old, new = (Report(str(uuid4()), "t1", "gone", "", 0, f"{n}", MORNING + timedelta(days=n)) for n in range(2))
    store.report(old)
    store.report(new)
    store.deal_with(DealtWith(new.id, "t1", MORNING))
    view = notebook.review_reports().view
    assert [note["report"] for case in view["cases"] for note in case["notes"]] == [old.id]
    assert view["more"] == "One older report is not shown."
