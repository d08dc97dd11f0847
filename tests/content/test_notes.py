"""The lines of this bank's short notes: enough of each, alike in length, and nothing that check or lint would name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from carelevel.bank import open_bank
from carelevel.bank.notes_file import check_notes
from carelevel.core.note_lines import NoteLine
from carelevel.lint.note_lines import lint_note_lines

BANK = open_bank(Path(__file__).parents[2] / "cases")
CHECKED = check_notes(BANK.folder, BANK.criteria)
NOTES = CHECKED.notes
SHORTEST, LONGEST = 4, 16
"""Words of a line."""
MOST_APART = 1.5
"""Words by which the lines of one value of a finding may on average be longer than those of another."""


def words(line: NoteLine) -> int:
    return len(line.text.split())


def test_the_file_is_sound_and_every_value_has_lines_enough() -> None:
    assert (CHECKED.mistakes, CHECKED.thin) == ((), ())
    assert NOTES
    assert lint_note_lines(NOTES, BANK.criteria) == ()
    assert (len(NOTES.people) >= 40, len(NOTES.neutral) >= 60) == (True, True)


def test_the_length_of_a_line_tells_nothing() -> None:
    assert NOTES
    assert [line.text for line in NOTES.every() if not SHORTEST <= words(line) <= LONGEST] == []
    assert [finding.id for finding in BANK.criteria.findings if _apart(finding.id, NOTES.showing) > MOST_APART] == []


def _apart(finding: str, showing: Mapping[tuple[str, str], Sequence[NoteLine]]) -> float:
    means = [mean(map(words, lines)) for (named, _), lines in showing.items() if named == finding]
    return max(means) - min(means)
