"""What the explorer's page is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.assess import Assessment
from carelevel.core.case import by_title
from carelevel.core.criteria import Criteria, Finding
from carelevel.feedback.explanation import Explanation
from carelevel.feedback.names import titled
from carelevel.widgets.shared.view import FaceView, OfferedFinding, offered_findings

MOST_PRESETS = 200
"""Cases offered to begin with; of a larger bank the first."""


Place = Literal["recommended", "accepted", "possible", "closed"]
"""What a level is to the answer."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that stand together."""

    title: str
    findings: tuple[OfferedFinding, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A decision point, counted from 0, whose findings one can begin with."""

    case: str
    point: int
    title: str


@dataclass(frozen=True, slots=True)
class ExplorerBank:
    """What the page needs to know of the bank once, whatever is stated."""

    notice: str
    groups: tuple[FindingGroup, ...]
    presets: tuple[Preset, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A level on the ladder; *possible*: further findings could lead to it, from the one that *begins* the reach."""

    name: str
    place: Place
    possible: bool
    says: str
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorerView(FaceView):
    """What is stated, by finding, and what the criteria make of it; *accepted* names the levels beside *level*.

    Where nothing is stated, *level* says so, and there is no answer yet.
    """

    findings: Mapping[str, str]
    level: str
    referred: bool
    accepted: str
    rungs: tuple[Rung, ...]
    explained: Explanation


def explorer_bank(bank: Bank) -> ExplorerBank:
    """The findings, what is asked of everybody first, then what can move the level, and the cases to begin with."""
    criteria = bank.criteria
    moving = criteria.moving()
    return ExplorerBank(
        notice=criteria.notice,
        groups=(
            _group("red_flags", (finding for finding in criteria.findings if finding.red_flag)),
            _group("moving", (finding for finding in criteria.findings if finding.id in moving)),
            _group("others", (f for f in criteria.findings if f.id not in moving and not f.red_flag)),
        ),
        presets=tuple(_presets(bank)),
    )


def _group(name: str, findings: Iterable[Finding]) -> FindingGroup:
    return FindingGroup(messages.EXPLORER[name], offered_findings(findings))


def _presets(bank: Bank) -> Iterator[Preset]:
    checked = (bank.checked(name).in_use for name in islice(bank.case_ids(), MOST_PRESETS))
    for case in sorted(filter(None, checked), key=lambda case: by_title(case.title)):
        for number, point in enumerate(case.points):
            yield Preset(case.id, number, titled(case.title, point.heading, later=messages.PRESET))


def rungs(assessment: Assessment, criteria: Criteria) -> Iterator[Rung]:
    """The ladder, the most intensive level first: what each rung is, in signs and in words."""
    reach: range = range(0)
    if assessment.range is not None:
        lowest, highest = map(criteria.choices.index, (assessment.range.lowest, assessment.range.highest))
        reach = range(lowest, highest + 1)
    for rung, level in reversed(list(enumerate(criteria.levels))):
        possible = rung in reach and not assessment.settled
        place: Place
        if level.id == assessment.level:
            place = "recommended"
        elif level.id in assessment.accepted:
            place = "accepted"
        else:
            place = "possible" if possible else "closed"
        yield Rung(
            name=level.name,
            place=place,
            possible=possible,
            says=messages.LADDER[place],
            begins=possible and rung == reach[-1],
            ends=possible and rung == reach[0],
        )
