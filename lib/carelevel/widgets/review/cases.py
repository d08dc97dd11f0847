"""The cases of a bank as a table that sorts, is searched and filtered, with what can be done with each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median

from carelevel import messages
from carelevel.analytics.portrayal import group_names
from carelevel.authoring import Desk, rename, set_status
from carelevel.authoring.draft.draft import LONGEST_LINE
from carelevel.authoring.file.content import content_of
from carelevel.bank import Bank
from carelevel.core.case import RETIRED, by_title
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.core.groups import Axis
from carelevel.core.safety_questions import questions_asked
from carelevel.feedback.names import level_name
from carelevel.lint import lint_scope
from carelevel.messages import review as review_messages
from carelevel.review.survey import Survey, Surveyed, survey
from carelevel.widgets.face import Face, Message, offered, text_of
from carelevel.widgets.review.view import CaseFilter, CaseRow, CasesView, Cell, NamedList
from carelevel.widgets.shared.view import Option

MOST_ROWS = 500
"""Rows of the table; a page of ten thousand helps nobody."""

EDITOR = "10_write_a_case.ipynb"
IN_USE = "in_use"
ON_THE_DESK = "desk"
"""The kind of a message that leads into the editor."""

MOST_NAMED = 100
"""Mistakes, and hits, that are named."""


class Cases(Face):
    """Every message of the page goes through `receive`; the bank is read again where a file of it has changed."""

    script = "review/cases.js"
    label = "cases_label"
    styles = ("shared/face.css", "pages/page.css", "review/review.css")
    says = review_messages.CASES

    def __init__(self, bank: Bank, axes: tuple[Axis, ...] = (), drafts: Path | None = None) -> None:
        self.bank, self.axes, self._drafts = bank, axes, drafts
        super().__init__(
            {
                "write": self._write,
                "duplicate": self._duplicate,
                "rename": self._rename,
                "retire": lambda message: self._set(message, RETIRED),
                "restore": lambda message: self._set(message, ""),
                "file": self._file,
            }
        )

    def _seen(self) -> CasesView:
        return cases_view(survey(self.bank), str(self.bank.folder), self.axes)

    # What a page can ask for

    def _write(self, message: Message) -> None:
        """The case lies on the editor's desk; a draft of it that is unfinished goes on."""
        desk, case = Desk(self.bank, self._drafts), self._case(message)
        unfinished = next((kept for kept in desk.unfinished() if kept.case == case), None)
        if unfinished:
            desk.resume(unfinished.name)
        else:
            desk.open(case)
        desk.keep()
        self._say(review_messages.ON_THE_DESK.format(title=desk.draft.title), kind=ON_THE_DESK)

    def _duplicate(self, message: Message) -> None:
        desk = Desk(self.bank, self._drafts)
        desk.duplicate(self._case(message))
        self._say(review_messages.COPY_ON_THE_DESK.format(title=desk.draft.title), kind=ON_THE_DESK)

    def _rename(self, message: Message) -> str:
        case = self._case(message)
        file = rename(self.bank, case, text_of(message, "to", LONGEST_LINE), text_of(message, "title", LONGEST_LINE))
        return review_messages.RENAMED.format(file=f"{file.parent.name}/{file.name}")

    def _set(self, message: Message, status: str) -> str:
        set_status(self.bank, self._case(message), status)
        case = self.bank.case(self._case(message))
        return review_messages.STATUS_SET[case.status].format(title=case.title)

    def _file(self, message: Message) -> None:
        case = self._case(message)
        content = content_of(self.bank.folder / f"{case}.md")
        self._send_file(message, CaseFile(f"{case}.md", content))

    def _case(self, message: Message) -> str:
        return offered(text_of(message, "case", LONGEST_LINE), self.bank.case_ids())


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as one file."""

    name: str
    content: bytes
    media_type: str = "text/markdown"


@lru_cache(maxsize=1)  # the same where no file has changed
def cases_view(survey: Survey, folder: str, axes: tuple[Axis, ...] = ()) -> CasesView:
    """Sentences, lists of what is wrong, and a row for each sound case; *axes*: the groups that it may portray."""
    sound = [file for file in survey.files if file.case]
    mistakes = [str(mistake) for file in survey.files for mistake in file.mistakes]
    mistakes += map(str, survey.list_mistakes)
    hits = [_hit(file, hit) for file in sound for hit in file.hits]
    says = " ".join(_sentences(survey, sound)) if survey.files else review_messages.OVERVIEW_EMPTY.format(folder=folder)
    lists = [(review_messages.OVERVIEW_MISTAKES, mistakes), (review_messages.OVERVIEW_HITS, hits)]
    return CasesView(
        says=says,
        lists=tuple(
            NamedList(title, (*lines[:MOST_NAMED], *_more(lines, MOST_NAMED))) for title, lines in lists if lines
        ),
        columns=review_messages.OVERVIEW_COLUMNS,
        rows=tuple(_row(file, survey.criteria, axes) for file in sound[:MOST_ROWS]),
        about=(*_more(sound, MOST_ROWS), review_messages.OVERVIEW_ABOUT, lint_scope()),
        filters=tuple(_filters(survey.criteria)),
        editor=EDITOR,
    )


def _filters(criteria: Criteria) -> Iterator[CaseFilter]:
    names = review_messages.FILTERS
    levels = [Option(level, level_name(level, criteria)) for level in criteria.choices]
    statuses = [Option(status or IN_USE, says) for status, says in review_messages.STATUS.items()]
    difficulties = [Option(str(mark), says) for mark, says in review_messages.DIFFICULTY.items()]
    yield CaseFilter("levels", names["levels"], tuple(levels))
    yield CaseFilter("difficulty", names["difficulty"], tuple(difficulties))
    yield CaseFilter("status", names["status"], tuple(statuses))
    yield CaseFilter("has_hits", names["has_hits"], (Option("true", review_messages.WITH_HITS),))


def _more(listed: Sequence[object], most: int) -> Iterator[str]:
    """How many are left out."""
    if len(listed) > most:
        yield messages.counted(len(listed) - most, review_messages.MORE_FILES)


def _sentences(survey: Survey, sound: Sequence[Surveyed]) -> Iterator[str]:
    cases = survey.cases
    if len(cases) < len(survey.files):
        yield review_messages.OVERVIEW_SOME.format(
            sound=len(cases), files=messages.counted(len(survey.files), review_messages.FILES)
        )
    if not cases:
        return
    yield review_messages.OVERVIEW_SENTENCE.format(
        cases=messages.counted(len(cases), review_messages.OVERVIEW_CASES),
        points=messages.counted(sum(len(case.points) for case in cases), review_messages.POINTS),
        twins=messages.counted(sum(len(case.twins) for case in cases), review_messages.TWINS),
        twinned=messages.counted(sum(bool(case.twins) for case in cases), review_messages.CASES_WITH_TWIN),
        several=sum(len(case.points) > 1 for case in cases),
        median=messages.counted(round(median(file.length.words for file in sound)), review_messages.WORDS),
    )
    hits = [hit for file in sound for hit in file.hits]
    if hits:
        yield review_messages.OVERVIEW_LINT.format(count=sum(bool(file.hits) for file in sound), hits=_counted(hits))
    else:
        yield review_messages.OVERVIEW_LINT_NONE


def _counted(hits: Sequence[Diagnostic]) -> str:
    errors = sum(hit.severity is Severity.ERROR for hit in hits)
    counts = ((errors, review_messages.ERRORS), (len(hits) - errors, review_messages.WARNINGS))
    return ", ".join(messages.counted(count, forms) for count, forms in counts if count)


def _hit(file: Surveyed, hit: Diagnostic) -> str:
    """Where it stands, what it is, the words, and what to write in their stead."""
    place = hit.place or CasePart()
    part = "twin" if place.twin else "point" if place.part == "story" and place.point is not None else place.part
    form = review_messages.HIT if hit.words else review_messages.HIT_OF_ALL
    return form.format(
        title=file.case.title if file.case else file.id,
        where=review_messages.WHERE[part].format(number=(place.point or 0) + 1, twin=place.twin),
        problem=hit.problem,
        words=hit.words,
        rewording=hit.remedy[:1].upper() + hit.remedy[1:],
    )


def _row(file: Surveyed, criteria: Criteria, axes: Sequence[Axis]) -> CaseRow:
    assert file.case is not None
    case, length = file.case, file.length
    asked, groups = questions_asked(case, criteria), group_names(case, axes)
    errors = sum(hit.severity is Severity.ERROR for hit in file.hits)
    levels = dict.fromkeys(
        point.key.level for points in (case.points, *(twin.points for twin in case.twins)) for point in points
    )
    shown = {(name, value) for point in case.points for name, value in point.findings.items()}
    return CaseRow(
        id=case.id,
        title=case.title,
        about=" ".join([case.found_by, case.id, *groups, *_of_concern(shown, criteria)]),
        levels=tuple(levels),
        difficulty=case.difficulty,
        status=case.status or IN_USE,
        says=review_messages.STATUS[case.status] if case.status else "",
        has_hits=bool(file.hits),
        groups=review_messages.OVERVIEW_GROUPS.format(groups=messages.LIST_SEPARATOR.join(groups)) if groups else "",
        cells=(
            Cell(case.title, by_title(case.title)),
            Cell(review_messages.DIFFICULTY.get(case.difficulty, str(case.difficulty)), case.difficulty),
            Cell(review_messages.READING[case.reading], case.reading or 0),
            Cell(review_messages.ASKED.format(count=asked, all=len(criteria.red_flags)), asked),
            Cell(str(len(case.points)), len(case.points)),
            Cell(str(len(case.twins)), len(case.twins)),
            Cell(str(length.words), length.words),
            Cell(f"{length.grade:.1f}", length.grade),
            Cell(_counted(file.hits) or review_messages.NO_HITS, 1000 * errors + len(file.hits)),
        ),
    )


def _of_concern(shown: set[tuple[str, str]], criteria: Criteria) -> Iterator[str]:
    """What a case shows beyond the least concern, in the criteria's words and in those of the trade."""
    for finding in criteria.findings:
        for value in finding.values[1:]:
            if (finding.id, value.id) in shown:
                yield " ".join([finding.name, value.says, *finding.search])
