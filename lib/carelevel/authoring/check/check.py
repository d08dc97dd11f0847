"""A draft as it stands: the file that it would be, what is wrong with it, what its answers are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from carelevel.authoring.check.draft_problem import problem
from carelevel.authoring.check.expectations import expectation_problems, twin_expectation_problems
from carelevel.authoring.check.front_matter import front_problems, twin_problems, unwritable, writable
from carelevel.authoring.check.glossary import glossary_problems
from carelevel.authoring.check.partial_case import partial_case
from carelevel.authoring.check.placement import place_hits, place_mistake, place_problem
from carelevel.authoring.check.round_trip import round_trip_problems
from carelevel.authoring.check.story import rendering_problems, story_problems
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.fields import with_texts
from carelevel.authoring.draft.whitespace import tidy
from carelevel.authoring.file.opened import OpenedFile
from carelevel.authoring.file.text import write_case
from carelevel.bank.case_file import LARGEST, read_case
from carelevel.bank.front_matter import cut_texts
from carelevel.bank.lint_folder import CheckedWords
from carelevel.core.assess import Assessment, assess
from carelevel.core.case import HELD, RETIRED, Case, DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.lint import MarkedPhrases, lint_case
from carelevel.messages import authoring as authoring_messages

MOST_PROBLEMS = 100
"""Problems that are named at once; what stops the saving comes first."""


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """One decision point as a trainee would read it, and what the criteria say of what holds by then."""

    point: DecisionPoint
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What a draft is worth: *text*, the file as it would be saved, and all that was found in the draft's fields.

    *problems*: what is wrong, what stops the saving first; *hits*: what lint found; *points*: as many as the draft
    has; *twins*: for each twin all its decision points; *partial*: the case that the draft is so far. Where lint found
    an error, the file says that the case is held back: its *status*.
    """

    text: str
    problems: tuple[Diagnostic, ...]
    hits: tuple[Diagnostic, ...]
    points: tuple[CheckedPoint, ...]
    twins: tuple[tuple[CheckedPoint, ...], ...]
    partial: Case
    status: str

    @property
    def held_for(self) -> tuple[str, ...]:
        """The words for which trainees do not get the case: each what lint calls an error."""
        return tuple(dict.fromkeys(hit.words for hit in self.hits if _stops(hit)))

    @property
    def stopping(self) -> tuple[Diagnostic, ...]:
        """The problems that keep the draft from being saved."""
        return tuple(filter(_stops, self.problems))


def check_draft(
    draft: Draft,
    criteria: Criteria,
    others: Collection[str],
    opened: OpenedFile | None = None,
    words: CheckedWords | None = None,
    marked: MarkedPhrases | None = None,
) -> CheckedDraft:
    """Everything at once.

    *others*: the ids of the bank's other cases; *opened*: the file that is being edited; *words*: what the bank adds
    to those that lint knows; *marked*: what other stories mark.
    """
    opened, words = opened or OpenedFile(), words or CheckedWords()
    tidied = tidy(draft)
    unwritten = tuple(unwritable(tidied))
    tidied = (
        with_texts(tidied, lambda _, text: writable(text)) if unwritten else tidied
    )  # so that the rest of it can be shown
    text = write_case(tidied, criteria, opened)
    partial = partial_case(text, tidied, criteria)
    hits = (*lint_case(partial, criteria, words.words), *(marked.unmarked(partial) if marked else ()))
    status = _status(tidied, hits)
    if status != tidied.status:
        tidied = replace(tidied, status=status)
        text = write_case(tidied, criteria, opened)
    points = _checked(partial.points, criteria)
    twins = tuple(_checked(twin.points, criteria) for twin in partial.twins)
    found = [
        *unwritten,
        *front_problems(tidied, others),
        *story_problems(tidied, criteria),
        *rendering_problems(tidied, partial.points),
        *twin_problems(tidied, criteria),
        *glossary_problems(partial),
        *expectation_problems(tidied, _assessments(points), criteria),
        *twin_expectation_problems(tidied, _assessments(points), list(map(_assessments, twins)), criteria),
        *_file_problems(text, opened, words),
    ]
    if not any(map(_stops, found)):
        found += _read_again(text, tidied, criteria)
    found = sorted(found, key=_stops, reverse=True)[:MOST_PROBLEMS]
    return CheckedDraft(
        text=text,
        problems=tuple(place_problem(problem, tidied, draft) for problem in found),
        hits=place_hits(hits, partial, draft),
        points=points,
        twins=twins,
        partial=partial,
        status=status,
    )


def _stops(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR


def _status(draft: Draft, hits: Sequence[Diagnostic]) -> str:
    """Retired as long as it is said so; held back where lint found an error, and only there."""
    return draft.status if draft.status == RETIRED else HELD if any(map(_stops, hits)) else ""


def _checked(points: Sequence[DecisionPoint], criteria: Criteria) -> tuple[CheckedPoint, ...]:
    return tuple(CheckedPoint(point, assess(point.findings, criteria)) for point in points)


def _assessments(points: Sequence[CheckedPoint]) -> list[Assessment]:
    return [checked.assessment for checked in points]


def _read_again(text: str, draft: Draft, criteria: Criteria) -> list[Diagnostic]:
    """What changes when the file is read again; where nothing does, the mistakes that the bank finds in it."""
    changed = list(round_trip_problems(text, draft))
    _, mistakes = read_case(text, "", draft.id, criteria)
    return changed or [place_mistake(mistake, text) for mistake in mistakes]


def _file_problems(text: str, opened: OpenedFile, words: CheckedWords) -> Iterator[Diagnostic]:
    """What is wrong with the file as a whole, or with the bank's own lists for lint."""
    if len(text.encode()) > LARGEST:
        yield problem("file", authoring_messages.FILE_LARGE, most=LARGEST // 1024)
    if opened.front.unreadable:
        yield problem("file", authoring_messages.FILE_UNREAD, stops=False)
    for cut in cut_texts(text, ""):
        yield place_mistake(cut, text)
    if words.mistakes:
        yield problem("file", authoring_messages.LISTS_WRONG, stops=False, mistake=str(words.mistakes[0]))
