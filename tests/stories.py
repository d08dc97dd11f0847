"""Where a story of our bank shows what, so that a test names a finding rather than words or a sentence's number."""

from __future__ import annotations

from carelevel.core.case import Evidence
from carelevel.core.room_state import Entry, steps_of

from tests.conftest import our_bank

STEPS = steps_of(Entry("", "", transfer="twin"))
"""Those of a case whose story a room reads, and of its twin."""


def evidence_of(case: str, finding: str, point: int = 0) -> Evidence:
    """The one phrase of *case* that shows *finding*."""
    (evidence,) = (one for one in our_bank().case(case).points[point].evidence if finding in one.findings)
    return evidence


def shows_nothing(case: str, point: int = 0) -> tuple[int, ...]:
    """The numbers of the sentences of *case* that show nothing."""
    told = our_bank().case(case).points[point]
    marked = {number for evidence in told.evidence for number in evidence.sentences}
    return tuple(number for number in range(told.sentence_count) if number not in marked)


def swapped(case: str, twin: str, point: int = 0) -> Evidence:
    """The one phrase that *twin* of *case* has other words for, in the twin's words."""
    (evidence,) = (one for one in our_bank().case(case).telling(twin)[point].evidence if one.changed)
    return evidence
