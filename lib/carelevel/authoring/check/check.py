"""What a draft is worth as it stands: the case that it would be, what is wrong with it, what its answer is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from carelevel.authoring.check.draft_problem import problem
from carelevel.authoring.check.expectations import expectation_problems, twin_expectation_problems
from carelevel.authoring.check.front_matter import front_problems, twin_problems, unwritable, writable
from carelevel.authoring.check.partial_case import partial_case
from carelevel.authoring.check.placement import place_hits, place_mistake, place_problem
from carelevel.authoring.check.round_trip import read_back_problems
from carelevel.authoring.check.story import rendering_problems, story_problems
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.whitespace import tidy
from carelevel.authoring.file.opened import OpenedFile
from carelevel.authoring.file.text import write_case
from carelevel.bank.case_file import LARGEST, read_case
from carelevel.bank.lint_folder import CheckedWords
from carelevel.core.assess import Assessment, assess
from carelevel.core.case import Case, DecisionPoint, Evidence, Paragraph
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.core.whatif import Range
from carelevel.lint import lint_case
from carelevel.words import authoring as says

MOST_PROBLEMS = 100
"""Problems that are told at once."""


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """One decision point as a trainee would read it, and what the criteria say of what is shown by then."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[Evidence, ...]
    findings: Findings
    assessment: Assessment
    range: Range | None
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """*case*: what the bank would read, None where mistakes keep it from being one; *text*: the file as saved."""

    case: Case | None
    text: str
    problems: tuple[Diagnostic, ...]
    hits: tuple[Diagnostic, ...]
    points: tuple[CheckedPoint, ...]
    twins: tuple[tuple[CheckedPoint, ...], ...]

    @property
    def stopping(self) -> tuple[Diagnostic, ...]:
        """The problems that keep the draft from being saved."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def check_draft(
    draft: Draft,
    criteria: Criteria,
    others: Collection[str],
    opened: OpenedFile | None = None,
    words: CheckedWords | None = None,
) -> CheckedDraft:
    """Everything at once.

    *others*: the ids of the bank's other cases; *opened*: the file that is being edited; *words*: what the bank adds
    to those that lint knows.
    """
    words = words or CheckedWords()
    opened = opened or OpenedFile()
    tidied = tidy(draft)
    unwritten = tuple(unwritable(tidied))
    tidied = _written(tidied) if unwritten else tidied
    text = write_case(tidied, criteria, opened)
    partial = partial_case(text, tidied, criteria)
    points = _checked(partial.points, criteria)
    twins = tuple(_checked(twin.points, criteria) for twin in partial.twins)
    assessed = [point.assessment for point in points]
    twins_assessed = [[point.assessment for point in told] for told in twins]
    found = [
        *unwritten,
        *front_problems(tidied, others),
        *story_problems(tidied, criteria),
        *rendering_problems(tidied, partial.points),
        *twin_problems(tidied, criteria),
        *expectation_problems(tidied, assessed, criteria),
        *twin_expectation_problems(tidied, assessed, twins_assessed, criteria),
        *_file_problems(text, opened),
        *_list_problems(words),
    ]
    case = None
    if not any(problem.severity is Severity.ERROR for problem in found):
        case, mistakes = read_case(text, "", tidied.id, criteria)
        found += list(read_back_problems(text, tidied)) or [place_mistake(mistake, text) for mistake in mistakes]
    return CheckedDraft(
        case=None if any(problem.severity is Severity.ERROR for problem in found) else case,
        text=text,
        problems=tuple(place_problem(one, tidied, draft) for one in sorted(found, key=_after)[:MOST_PROBLEMS]),
        hits=place_hits(lint_case(partial, criteria, words.words), partial, draft),
        points=points,
        twins=twins,
    )


def _after(found: Diagnostic) -> bool:
    """What stops the saving comes first."""
    return found.severity is not Severity.ERROR


def _checked(points: Sequence[DecisionPoint], criteria: Criteria) -> tuple[CheckedPoint, ...]:
    checked = []
    for point in points:
        said = assess(point.findings, criteria)
        checked.append(
            CheckedPoint(
                heading=point.heading,
                paragraphs=point.paragraphs,
                evidence=point.evidence,
                findings=point.findings,
                assessment=said,
                range=said.range,
                open_questions=said.open_questions,
            )
        )
    return tuple(checked)


def _written(draft: Draft) -> Draft:
    """The draft without what no file can hold, so that the rest of it can be shown."""
    return replace(
        draft,
        id=writable(draft.id),
        title=writable(draft.title),
        discuss=writable(draft.discuss),
        points=tuple(
            replace(point, heading=writable(point.heading), text=writable(point.text), dissent=writable(point.dissent))
            for point in draft.points
        ),
        twins=tuple(replace(twin, id=writable(twin.id), words=writable(twin.words)) for twin in draft.twins),
    )


def _file_problems(text: str, opened: OpenedFile) -> Iterator[Diagnostic]:
    if len(text.encode()) > LARGEST:
        yield problem("file", says.FILE_LARGE, most=LARGEST // 1024)
    if opened.front.unreadable:
        yield problem("file", says.FILE_UNREAD, stops=False)


def _list_problems(words: CheckedWords) -> Iterator[Diagnostic]:
    if words.mistakes:
        yield problem("file", says.LISTS_WRONG, stops=False, mistake=str(words.mistakes[0]))
