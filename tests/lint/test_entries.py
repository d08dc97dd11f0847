"""Lint against sentences of writers who had not read its rules."""

from __future__ import annotations

import pytest

from tests.lint.corpus import Score
from tests.lint.entries import BIG, FILES, Entry, by_kind, read_entries, score, table, whole

RECALL, PRECISION, OF_A_KIND = 0.92, 0.92, 0.85
files = pytest.mark.parametrize("name", FILES)


@files
def test_what_is_planted_is_found_whatever_its_kind(name: str) -> None:
    print(table(name))
    score = whole(read_entries(name))
    assert score.recall >= RECALL, score.missed
    assert score.precision >= PRECISION, score.extra


@files
def test_each_big_kind_is_found(name: str) -> None:
    scores = by_kind(read_entries(name))
    assert {kind: scores[kind].missed for kind in BIG if scores[kind].recall < OF_A_KIND} == {}


@files
def test_a_gap_that_is_marked_is_one(name: str) -> None:
    assert [entry.text for entry in read_entries(name) if entry.gap and not _gapes(score(entry))] == []


@files
def test_each_entry_stands_once_and_says_where_it_is_from_and_why(name: str) -> None:
    entries = read_entries(name)
    assert len({entry.text for entry in entries}) == len(entries)
    assert [entry.text for entry in entries if not (entry.origin and entry.reason)] == []


def test_a_mark_that_nothing_touches_is_missed_and_a_hit_beside_it_extra() -> None:
    found = score(Entry("Dr. Lane met «his plumber» in Toledo.", "name", "test", "test"))
    assert (found.found, len(found.missed), len(found.extra)) == (0, 1, 2)
    assert (found.recall, found.precision) == (0.0, 0.0)


def _gapes(found: Score) -> bool:
    return bool(found.missed or found.extra)
