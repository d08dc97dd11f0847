"""The table of cases driven by what a page sends: write on one, copy, rename, retire, take along."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import Any

import pytest
from carelevel.authoring import Desk
from carelevel.bank import Bank, open_bank
from carelevel.messages.review import OVERVIEW_HITS
from carelevel.review.survey import survey
from carelevel.widgets.editor import Editor
from carelevel.widgets.review.cases import Cases, cases_view

POOL = Path(__file__).parents[1] / "banks" / "swimming"
CASE = "green-armbands"


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return open_bank(Path(shutil.copytree(POOL, tmp_path / "pool")))


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def cases(bank: Bank, drafts: Path) -> Cases:
    return Cases(bank, drafts=drafts)


def sent(cases: Cases, do: str, **message: object) -> dict[str, Any]:
    """The message that a page is shown."""
    cases.receive({"do": do, "by": "page", "turn": 1, "case": CASE, **message})
    return dict(cases.view["message"] or {})


def row(cases: Cases, case: str = CASE) -> dict[str, Any]:
    return next(row for row in cases.view["rows"] if row["id"] == case)


def on_the_desk(bank: Bank, drafts: Path) -> Editor:
    """The editor as its notebook opens it."""
    desk = Desk(bank, drafts)
    desk.resume(desk.unfinished()[0].name)
    return Editor(desk)


def test_each_row_leads_into_the_editor_and_goes_on_with_a_draft_that_is_unfinished(
    cases: Cases, bank: Bank, drafts: Path
) -> None:
    assert sent(cases, "write") == {
        "says": "“Green armbands” is open in the editor.",
        "kind": "desk",
        "problems": [],
        "number": 1,
    }
    editor = on_the_desk(bank, drafts)
    assert (editor.view["original"], editor.draft["draft"]["title"]) == (CASE, "Green armbands")
    editor.receive({"do": "change", "by": "x", "turn": 1, "draft": {**editor.draft["draft"], "title": "Mine"}})
    sent(cases, "write", case="first-length")
    assert on_the_desk(bank, drafts).view["original"] == "first-length"
    sent(cases, "write")
    assert on_the_desk(bank, drafts).draft["draft"]["title"] == "Mine"


def test_a_copy_is_a_draft_and_no_case_until_it_is_saved(cases: Cases, bank: Bank, drafts: Path) -> None:
    assert "as a draft" in sent(cases, "duplicate")["says"]
    assert bank.case_ids() == ("first-length", CASE)
    editor = on_the_desk(bank, drafts)
    assert (editor.draft["draft"]["id"], editor.view["original"]) == (f"{CASE}-2", None)


def test_a_case_is_renamed_and_the_table_shows_it(cases: Cases, bank: Bank) -> None:
    assert sent(cases, "rename", to="blue-armbands", title="Blue armbands")["says"] == "Kept as pool/blue-armbands.md."
    assert row(cases, "blue-armbands")["title"] == "Blue armbands"
    assert bank.case_ids() == ("blue-armbands", "first-length")
    says = sent(cases, "rename", case="blue-armbands", to="first-length", title="Blue armbands")["says"]
    assert says.startswith("Another case is called 'first-length'.")


def test_a_case_is_retired_and_brought_back(cases: Cases, bank: Bank) -> None:
    assert (row(cases)["status"], row(cases)["says"]) == ("in_use", "")
    assert sent(cases, "retire")["says"].startswith("“Green armbands” is retired: trainees and rooms no longer get it")
    assert (row(cases)["status"], row(cases)["says"]) == ("retired", "Retired")
    assert [case.id for case in bank.cases()] == ["first-length"]
    assert sent(cases, "restore")["says"] == "“Green armbands” is in use."
    assert (bank.folder / f"{CASE}.md").read_bytes() == (POOL / f"{CASE}.md").read_bytes()


def test_a_case_goes_out_as_its_file(cases: Cases, bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[tuple[dict[str, object], list[bytes]]] = []
    monkeypatch.setattr(cases, "send", lambda message, buffers: files.append((message, buffers)))
    assert sent(cases, "file") == {}
    ((message, (packed,)),) = files
    assert message["file"] == f"{CASE}.md"
    assert gzip.decompress(packed) == (bank.folder / f"{CASE}.md").read_bytes()


def test_a_row_knows_what_it_can_be_searched_and_filtered_by(cases: Cases, bank: Bank) -> None:
    told = row(cases)
    assert {"Green armbands", CASE} <= {told["title"], told["id"]}
    assert "Fever" in told["about"]
    assert {"plaster", "temperature"} <= set(told["about"].split())
    levels = {point.key.level for point in bank.case(CASE).points}
    assert levels <= set(told["levels"])
    assert [filter["part"] for filter in cases.view["filters"]] == ["levels", "difficulty", "status", "has_hits"]
    assert all(filter["part"] in told for filter in cases.view["filters"])


@pytest.mark.parametrize(
    "message",
    [
        {"case": "../criteria"},
        {"case": "nowhere"},
        {"case": 5},
        {"do": "rename", "to": 5},
        {"do": "rename", "to": "x"},
        {"do": "rename", "to": "../x", "title": "X"},
        {"do": "rename", "to": "a" * 600, "title": "X"},
        {"do": "format"},
    ],
)
def test_a_forged_message_changes_nothing_and_is_answered_in_words(
    cases: Cases, bank: Bank, message: dict[str, object]
) -> None:
    before = {path.name: path.read_bytes() for path in bank.folder.iterdir() if path.is_file()}
    assert sent(cases, str(message.pop("do", "retire")), **message)["says"]
    assert {path.name: path.read_bytes() for path in bank.folder.iterdir() if path.is_file()} == before


def test_a_story_that_is_told_twice_is_among_what_lint_found(bank: Bank) -> None:
    told = (bank.folder / f"{CASE}.md").read_text("utf-8")
    (bank.folder / "red-armbands.md").write_text(told.replace(CASE, "red-armbands"), "utf-8")
    found = next(named.lines for named in cases_view(survey(bank), "pool").lists if named.title == OVERVIEW_HITS)
    assert "Green armbands, title: the title is that of 'green-armbands' too. Give one of the two another" in str(found)
    [retold] = [line for line in found if "longer sentences stand in" in line]
    assert "“" not in retold
    assert "case/alike" not in retold
