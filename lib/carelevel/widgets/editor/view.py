"""What the editor's page is sent of a draft: problems and hits with their places, answers, the trainee's view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelevel import messages
from carelevel.authoring import CheckedDraft, CheckedPoint, Draft
from carelevel.authoring.draft.draft import LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT
from carelevel.authoring.draft.keys import changed_point
from carelevel.core.assess import Assessment
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.core.glossary import Term
from carelevel.core.safety_questions import safety_told
from carelevel.feedback.explanation import Explanation, accepted_too, explain, names_of
from carelevel.feedback.names import level_name, refer_option
from carelevel.feedback.prose import Prose, prose
from carelevel.lint import lint_scope
from carelevel.messages import editor as editor_messages
from carelevel.widgets.shared.view import FaceView, OfferedFinding, Option, offered_findings

PRACTICE = "02_practice.ipynb"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a case can be marked as; None: it is not."""

    value: int | None
    name: str


@dataclass(frozen=True, slots=True)
class LongestTexts:
    """Characters of a line, of a note, and of a whole story."""

    line: int
    note: int
    story: int


@dataclass(frozen=True, slots=True)
class EditorBank:
    """What the page needs to know once, whatever lies on the desk; *looked_for* says what lint looks for."""

    notice: str
    levels: tuple[Option, ...]
    difficulties: tuple[Mark, ...]
    readings: tuple[Mark, ...]
    findings: tuple[OfferedFinding, ...]
    looked_for: str
    longest: LongestTexts
    practice: str


@dataclass(frozen=True, slots=True)
class SentDraft:
    """The draft on the desk, and the page that wrote it; *by* is '' where none did."""

    by: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft that was left unfinished, by the name of its file."""

    name: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class SavedCase:
    """That the case is in the bank; *held*: why trainees do not get it, '' where they do."""

    says: str
    held: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of the file on disk beside the draft's."""

    disk: str
    mine: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """That the file is not as it was; *suggested* is an id to save the draft under, *gone*: there is no file now."""

    title: str
    says: str
    gone: bool
    suggested: str
    rows: tuple[ComparedLine, ...]


@dataclass(frozen=True, slots=True)
class CaseTitle:
    """A case to open."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Placed:
    """What is said of a place of the draft, from character *start* to *end* where it is about words of it."""

    where: str
    start: int | None
    end: int | None
    says: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Problem(Placed):
    """What is wrong with the draft; *stops*: it cannot be saved with it."""

    stops: bool


@dataclass(frozen=True, slots=True)
class Hit(Placed):
    """Words that lint has found; *releases*: what an author who lets them stand would say, '' for a warning."""

    words: str
    severity: Severity
    releases: str


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """What the criteria answer, beside what the author expects; *differs* offers to stand by that."""

    explained: Explanation
    accepted: str
    expected: str
    agrees: bool
    says: str
    differs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPoint:
    """A decision point with its answer: null until the author has said what they expect."""

    heading: str
    answer: PointAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPoint(AnsweredPoint):
    """One of the case, as a trainee reads it; *safety*: what it tells of the safety questions, a line each."""

    prose: Prose
    glossary: tuple[Term, ...]
    safety: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinPoint(AnsweredPoint):
    """One of a twin; *place* counts the decision points from 0."""

    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorView(FaceView):
    """All that follows from the draft as it stands; *original*: the id of the case it was opened from.

    *name*: under which the draft is kept. *saved* and *conflict* are what came of saving it, *cases* are null until
    they are asked for.
    """

    name: str
    original: str | None
    can_undo: bool
    can_redo: bool
    status: str
    kept: tuple[KeptDraft, ...]
    saved: SavedCase | None
    conflict: ShownConflict | None
    cases: tuple[CaseTitle, ...] | None
    title: str
    problems: tuple[Problem, ...]
    hits: tuple[Hit, ...]
    points: tuple[StoryPoint, ...]
    twins: tuple[tuple[TwinPoint, ...], ...]


def editor_bank(criteria: Criteria) -> EditorBank:
    """What can be chosen, and how long texts can be."""
    levels = (Option(level.id, level.name) for level in criteria.levels)
    return EditorBank(
        notice=criteria.notice,
        levels=(*levels, Option(ESCALATE, refer_option(criteria))),
        difficulties=tuple(Mark(*named) for named in editor_messages.DIFFICULTY.items()),
        readings=tuple(Mark(*named) for named in editor_messages.READING.items()),
        findings=offered_findings(criteria.findings),
        looked_for=lint_scope(),
        longest=LongestTexts(LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT),
        practice=PRACTICE,
    )


def problems(checked: CheckedDraft, draft: Draft) -> Iterator[Problem]:
    """What is wrong with a draft."""
    for problem in checked.problems:
        start, end = problem.span or (None, None)
        yield Problem(
            where=problem.field,
            start=start,
            end=end,
            says=_placed(problem.field, problem.problem, draft),
            remedy=problem.remedy,
            stops=problem.severity is Severity.ERROR,
        )


def hits(checked: CheckedDraft, draft: Draft) -> Iterator[Hit]:
    """What lint has found in a draft; that a story has not been begun is among the problems already."""
    for hit in checked.hits:
        if not _is_unwritten(hit.field, draft):
            start, end = hit.span or (None, None)
            yield Hit(
                where=hit.field,
                start=start,
                end=end,
                says=_placed(hit.field, _hit_says(hit), draft),
                remedy=messages.sentence(hit.remedy),
                words=hit.words,
                severity=hit.severity,
                releases=editor_messages.RELEASE if hit.severity is Severity.ERROR else "",
            )


def _hit_says(hit: Diagnostic) -> str:
    return editor_messages.HIT.format(words=hit.words, says=hit.problem) if hit.span is not None else hit.problem


def _is_unwritten(where: str, draft: Draft) -> bool:
    """Whether a hit is about a story that has not been begun."""
    return any(where == f"points.{number}.text" and not point.text.strip() for number, point in enumerate(draft.points))


def _placed(where: str, says: str, draft: Draft) -> str:
    """With the name of the decision point or of the twin, where there are several places alike."""
    part, _, rest = where.partition(".")
    number = int(rest.partition(".")[0]) if rest.partition(".")[0].isdigit() else 0
    if part == "twins":
        return editor_messages.PLACE.format(place=editor_messages.TWIN_PLACE.format(number=number + 1), says=says)
    if part == "points" and len(draft.points) > number and len(draft.points) > 1:
        return editor_messages.PLACE.format(place=draft.points[number].heading or number + 1, says=says)
    return says


def story_points(checked: CheckedDraft, draft: Draft, criteria: Criteria) -> Iterator[StoryPoint]:
    """The decision points of the case."""
    for point, own in zip(checked.points, draft.points, strict=False):
        answer = _answer(point, own.expected, criteria)
        yield StoryPoint(
            heading=point.point.heading,
            answer=answer,
            prose=prose(point.point),
            glossary=checked.partial.terms(point.point),
            safety=tuple(_safety(point.point, criteria)),
        )


def _safety(point: DecisionPoint, criteria: Criteria) -> Iterator[str]:
    told = safety_told(point.findings, criteria)
    for form, flags in (
        (editor_messages.SAFETY_ASKED, told.asked),
        (editor_messages.SAFETY_PRESENT, told.present),
        (editor_messages.SAFETY_UNASKED, told.unasked),
    ):
        if flags:
            yield form.format(names=names_of(flags, criteria))


def twin_points(checked: CheckedDraft, draft: Draft, criteria: Criteria) -> Iterator[tuple[TwinPoint, ...]]:
    """For each twin its decision points from the one on in which its phrase stands."""
    for twin, points in zip(draft.twins, checked.twins, strict=False):
        changed = changed_point(draft, twin)
        expected = (*twin.expected, *[""] * len(points))
        yield tuple(
            TwinPoint(heading=point.point.heading, answer=_answer(point, expected[place], criteria), place=place)
            for place, point in enumerate(points)
            if place >= changed
        )


def _answer(point: CheckedPoint, expected: str, criteria: Criteria) -> PointAnswer | None:
    """The answer, once the author has said what they expect: nobody would learn from it before."""
    if expected not in criteria.choices:
        return None
    assessment = point.assessment
    return PointAnswer(
        explained=explain(assessment, criteria, point.point.evidence),
        accepted=accepted_too(assessment, criteria),
        expected=expected,
        agrees=expected == assessment.level or expected in assessment.accepted,
        says=_beside(assessment, expected, criteria),
        differs=editor_messages.STAND_BY_IT.format(
            expected=level_name(expected, criteria), level=level_name(assessment.level, criteria)
        ),
    )


def _beside(assessment: Assessment, expected: str, criteria: Criteria) -> str:
    if expected == assessment.level:
        return editor_messages.AS_EXPECTED
    says = editor_messages.ACCEPTED_AS_EXPECTED if expected in assessment.accepted else editor_messages.NOT_AS_EXPECTED
    return says.format(expected=level_name(expected, criteria))
