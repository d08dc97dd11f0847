"""What the pages of a bank's review are sent."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.glossary import Term
from carelevel.feedback.prose import Prose
from carelevel.widgets.shared.view import EarlierPoint, FaceView, Option


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table of cases; its column sorts by *by*."""

    text: str
    by: str | float


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row of the table of cases; *groups* says which it portrays, '' where none is known.

    *levels* are its answers, *status* as a case has it, *about* what it can be searched by; *has_hits*: lint found
    something.
    """

    id: str
    title: str
    groups: str
    about: str
    levels: tuple[str, ...]
    difficulty: int
    status: str
    says: str
    has_hits: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """A choice among the cases, by a *part* of their rows."""

    part: str
    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class NamedList:
    """Lines under a title."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesView(FaceView):
    """The cases of a bank, and above them what is wrong with any."""

    says: str
    lists: tuple[NamedList, ...]
    columns: tuple[str, ...]
    rows: tuple[CaseRow, ...]
    about: tuple[str, ...]
    filters: tuple[CaseFilter, ...]
    editor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyAnswers(FaceView):
    """Whose answers these are, and whether one can be taken back; *says* stands where no question is left.

    *can_switch*: another code can be chosen; *new_code* was, and nothing is answered under it yet.
    """

    code: str
    can_switch: bool
    new_code: str
    notice: str
    can_go_back: bool
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllAnswered(AnyAnswers):
    """There is no decision point left."""

    question: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBlind(AnyAnswers):
    """One decision point to answer, by its key: *place* of *of* cases; *chosen* was answered before."""

    question: str
    place: int
    of: int
    title: str
    heading: str
    earlier: tuple[EarlierPoint, ...]
    prose: Prose
    glossary: tuple[Term, ...]
    legend: str
    options: tuple[Option, ...]
    chosen: str | None


AnswersView = AllAnswered | AskedBlind


@dataclass(frozen=True, slots=True)
class PartedPoint:
    """A decision point on which supervisors part; *kept* is the dissent that is in its file, '' without one."""

    point: str
    title: str
    says: str
    kept: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingsView(FaceView):
    """How far supervisors agree, and where they part.

    *first* asks to answer before one looks, '' where that is done; *none* says that nobody parts.
    """

    says: tuple[str, ...]
    about: tuple[str, ...]
    first: str
    none: str
    parted: tuple[PartedPoint, ...]


@dataclass(frozen=True, slots=True)
class ReportNote:
    """One report; *dealt_with* says when it was, '' where it is open."""

    report: str
    where: str
    note: str
    dealt_with: str


@dataclass(frozen=True, slots=True)
class ReportedCase:
    """A case with its reports, the newest first."""

    case: str
    title: str
    notes: tuple[ReportNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsView(FaceView):
    """What trainees reported, the case with the newest report first; *more* counts what is left out."""

    says: str
    cases: tuple[ReportedCase, ...]
    more: str


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Where lines stand: those of a value, which alone leads to *level*, or those that show nothing."""

    key: str
    name: str
    count: str
    level: str = ""
    rules: str = ""


@dataclass(frozen=True, slots=True)
class EditedLine:
    """A line of the chosen group; *note* says that it is changed, *problems* what is wrong with it."""

    place: int
    text: str
    says: str
    bars: str
    tags: str
    note: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnNote:
    """A note as trainees get it; *heard* are the places of lines that were just changed."""

    title: str
    lines: tuple[str, ...]
    heard: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLinesView(FaceView):
    """The lines of the *chosen* group, to be edited; no groups where the bank's file cannot be read, or is not there.

    *unsaved* counts the *changes*, '' without one; *stopped* says why they cannot be saved, *codes* what a save does.
    """

    says: tuple[str, ...]
    found: tuple[str, ...] = ()
    found_title: str = ""
    groups: tuple[LineGroup, ...] = ()
    chosen: str = ""
    leads: str = ""
    few: str = ""
    lines: tuple[EditedLine, ...] = ()
    tags: str = ""
    unsaved: str = ""
    changes: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    codes: str = ""
    notes_title: str = ""
    notes_open: bool = False
    notes: tuple[DrawnNote, ...] = ()
