"""What every page is sent, and what several faces are sent alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import Criteria, Finding
from carelevel.core.glossary import Term
from carelevel.feedback.comparison import Compared, TwinCompared
from carelevel.feedback.explanation import Explanation
from carelevel.feedback.prose import Prose, prose

Words = Mapping[str, str]
"""A page's words by their names, with {slots}."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the kernel has to say, once: *number* tells it from what it said before, *kind* what came of the step."""

    says: str
    problems: tuple[str, ...]
    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceView:
    """What a page shows; each face's adds its own."""

    message: Announcement | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Which message, by its turn, of which page the view answers."""

    by: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that comes packed, for the page that asked for it."""

    file: str
    type: str
    by: str


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """A decision point that was answered before the one asked."""

    heading: str
    prose: Prose
    glossary: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """A kept answer beside what the criteria say; *support* is what it had, *discuss* is what to talk about, or ''."""

    title: str
    heading: str
    why: str
    support: tuple[str, ...]
    earlier: tuple[EarlierPoint, ...]
    glossary: tuple[Term, ...]
    compared: Compared
    explained: Explanation
    twin: TwinCompared | None
    discuss: str


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers; *about* is '' where its name says enough."""

    value: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class OfferedValue:
    """A value of a finding, as what completes "The person …"."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class OfferedFinding:
    """A finding to state; *search*: other words by which somebody may look for it."""

    id: str
    name: str
    ask: str
    values: tuple[OfferedValue, ...]
    search: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedSilence:
    """What the sources do not speak of, with public works for context."""

    says: str
    references: tuple[str, ...]


def earlier_points(case: Case, points: Iterable[DecisionPoint]) -> tuple[EarlierPoint, ...]:
    """The decision points of a case before the one asked, as a trainee reads them."""
    return tuple(EarlierPoint(point.heading, prose(point), case.terms(point)) for point in points)


def level_options(criteria: Criteria) -> tuple[Option, ...]:
    """The levels with what they mean, the least intensive first."""
    return tuple(Option(level.id, level.name, level.summary) for level in criteria.levels)


def offered_findings(findings: Iterable[Finding]) -> tuple[OfferedFinding, ...]:
    """Findings with their values, in their order."""
    return tuple(_offered(finding) for finding in findings)


def _offered(finding: Finding) -> OfferedFinding:
    values = tuple(OfferedValue(value.id, value.says) for value in finding.values)
    return OfferedFinding(finding.id, finding.name, finding.ask, values, finding.search)
