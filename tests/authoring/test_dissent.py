"""A dissent goes into its case's file as one line; everything else there stays, and nothing wrong is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.authoring import DraftError, record_dissent
from carelevel.authoring.file.content import content_of
from carelevel.bank import Bank
from carelevel.core.errors import BankError

from tests.authoring.file.test_text import changed_lines
from tests.bank.conftest import CASE, CASES, edited


def test_a_dissent_is_one_line_more(bank: Bank) -> None:
    path = record_dissent(bank, "late-bus", 0, "residential", 'Her neighbours: "first".')
    assert changed_lines(CASE, path.read_text("utf-8")) == [
        '+ dissent: {level: residential, reason: "Her neighbours: \\"first\\"."}'
    ]
    dissent = bank.case("late-bus").points[0].dissent
    assert dissent is not None
    assert (dissent.level, dissent.reason) == ("residential", 'Her neighbours: "first".')
    record_dissent(bank, "late-bus", 0, "partial_hospitalization", "Second thoughts.")
    assert '\ndissent: {level: partial_hospitalization, reason: "Second thoughts."}\n---' in path.read_text("utf-8")


def test_a_dissent_at_a_later_decision_point_keeps_its_place(bank: Bank) -> None:
    text = (CASES / "fresh-ice.md").read_text("utf-8")
    (bank.folder / "fresh-ice.md").write_text(text, "utf-8")
    path = record_dissent(bank, "fresh-ice", 1, "residential", "Too soon.")
    assert changed_lines(text, path.read_text("utf-8")) == [
        "+ dissent:",
        "+   - null",
        '+   - {level: residential, reason: "Too soon."}',
        "+   - null",
    ]
    assert [bool(point.dissent) for point in bank.case("fresh-ice").points] == [False, True, False]


@pytest.mark.parametrize(
    ("point", "level", "reason", "says"),
    [
        (1, "residential", "So.", "has 1 decision point"),
        (-1, "residential", "So.", "has 1 decision point"),
        (0, "inpatient", "So.", "no such level"),
        (0, "outpatient", "So.", "nothing to differ about"),
        (0, "residential", " \n ", "Give the reason"),
        (0, "residential", "x" * 2001, "Give the reason"),
        (0, "residential", "a\0b", "Give the reason"),
    ],
)
def test_what_is_no_dissent_is_refused_and_the_file_stays(
    bank: Bank, point: int, level: str, reason: str, says: str
) -> None:
    with pytest.raises(DraftError, match=says):
        record_dissent(bank, "late-bus", point, level, reason)
    assert (bank.folder / "late-bus.md").read_text("utf-8") == CASE


def test_a_file_with_mistakes_or_none_is_refused(bank: Bank) -> None:
    broken = edited("difficulty: 1", "difficulty: 9", CASE)
    (bank.folder / "late-bus.md").write_text(broken, "utf-8")
    with pytest.raises(BankError, match=r"late-bus\.md:4"):
        record_dissent(bank, "late-bus", 0, "residential", "So.")
    with pytest.raises(BankError, match="no case"):
        record_dissent(bank, "../late-bus", 0, "residential", "So.")
    assert (bank.folder / "late-bus.md").read_text("utf-8") == broken


def test_a_file_that_changes_while_it_is_written_is_left_alone(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    really: Callable[[Path], bytes] = content_of

    def read_then_changed(path: Path) -> bytes:
        content = really(path)
        path.write_bytes(content + b"More.\n")
        return content

    monkeypatch.setattr("carelevel.authoring.rewriting.content_of", read_then_changed)
    with pytest.raises(DraftError, match="has changed in the meantime"):
        record_dissent(bank, "late-bus", 0, "residential", "So.")
    assert (bank.folder / "late-bus.md").read_text("utf-8") == CASE + "More.\n" * 2
