"""A bank's lines for short notes: what each value would decide, and notes as trainees get them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from carelevel.analytics.assessed_points import Assessed
from carelevel.core.assess import Decision, decide
from carelevel.core.composer import Composer, composer
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.errors import AnswerError
from carelevel.core.note import Note
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.feedback.giveaways import best_cue_says, giveaways

SHOWN = 6
COUNTED = 600
"""So many notes are drawn to see whether anything gives their answers away."""
SEARCHED = 2_000
"""So many at most to find those in which a line stands."""


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value of a finding: what the criteria say where it *alone* is told, and the *rules* that read it."""

    finding: str
    value: str
    alone: Decision
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Giveaways:
    """What gives the answers of *count* drawn notes away, of which *left_out* are to be referred."""

    says: tuple[str, ...]
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class DrawnNotes:
    """Notes of a bank's lines; their codes end in *version*."""

    version: str
    notes: tuple[Note, ...]
    giveaways: Giveaways


@lru_cache(maxsize=1)
def shown_values(criteria: Criteria) -> tuple[ShownValue, ...]:
    """Every value that a line can show."""
    return tuple(
        ShownValue(
            finding.id,
            value.id,
            decide({finding.id: value.id}, criteria),
            tuple(_reading(finding.id, value.id, criteria)),
        )
        for finding in criteria.findings
        for value in finding.values
    )


def drawn_notes(lines: NoteLines | None, criteria: Criteria, among: Collection[NoteLine] = ()) -> DrawnNotes | None:
    """Some notes, of those in which one of *among* stands where there are any; None where none can be composed."""
    if lines is None:
        return None
    try:
        composing = composer(lines, criteria)
    except AnswerError:
        return None
    drawn = _drawn(composing)
    further = map(composing.compose, range(COUNTED, SEARCHED))
    wanted = {(line.text, line.finding, line.value) for line in among}
    found = (
        note
        for notes in (drawn, further)
        for note in notes
        if not wanted.isdisjoint((line.text, line.finding, line.value) for line in note.lines)
    )
    shown = tuple(islice(found, SHOWN)) if wanted else drawn[:SHOWN]
    return DrawnNotes(composing.version, shown, _giveaways(composing))


@lru_cache(maxsize=1)
def _drawn(composing: Composer) -> tuple[Note, ...]:
    return tuple(map(composing.compose, range(COUNTED)))


@lru_cache(maxsize=1)
def _giveaways(composing: Composer) -> Giveaways:
    drawn, criteria = tuple(map(_assessed, _drawn(composing))), composing.criteria
    says = (best_cue_says(drawn, criteria), *giveaways(drawn, criteria))
    return Giveaways(tuple(filter(None, says)), len(drawn), sum(note.level == ESCALATE for note in drawn))


def _reading(finding: str, value: str, criteria: Criteria) -> Iterator[str]:
    """The rules and flags that test a finding so that this value may count."""
    rank = criteria.finding(finding).rank(value)

    def is_met(when: Findings, *, rising: bool) -> bool:
        if finding not in when:
            return False
        bound = criteria.finding(finding).rank(when[finding])
        return rank >= bound if rising else rank <= bound

    for rule in criteria.indications:
        if is_met(rule.when, rising=True) or any(is_met(eased.when, rising=False) for eased in rule.exceptions):
            yield rule.id
    for needed in criteria.requirements:
        stands_in = any(is_met(when, rising=False) for when in needed.instead)
        if stands_in or (finding in needed.needs and not is_met(needed.needs, rising=False)):
            yield needed.id
    others = [(rule.id, rule.when) for rule in criteria.contributory]
    others += [(rule.id, rule.when) for rule in criteria.preferences] + [
        (rule.id, rule.when) for rule in criteria.neutral
    ]
    yield from (rule for rule, when in others if is_met(when, rising=True))
    for flag in criteria.flags:
        if any(is_met(when, rising=True) for when in flag.when):
            yield flag.id


def _assessed(note: Note) -> Assessed:
    return Assessed(str(note.code), "", 0, note.findings, note.level, note.accepted, frozenset())
