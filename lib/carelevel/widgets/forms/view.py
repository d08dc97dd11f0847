"""What a trainee's form and a supervisor's groups are sent."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.glossary import Term
from carelevel.feedback.gain import GainRow
from carelevel.feedback.prose import Prose
from carelevel.widgets.shared.view import FaceView, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyForm(FaceView):
    """What stands on it at any time; *says* is '' where nothing is to be said."""

    notice: str
    about: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoForm(AnyForm):
    """A code is asked for."""

    question: None = None


@dataclass(frozen=True, slots=True)
class ToldSlot:
    """A slot of both forms: what the criteria say, and both answers."""

    name: str
    before: str
    theirs_before: str
    after: str
    theirs_after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeForm(AnyForm):
    """The form is in; *rows* are told when both are."""

    question: None = None
    code: str
    rows: tuple[ToldSlot, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedForm(AnyForm):
    """A note, by its *lines*, or a story, by its *prose*; *question* names it."""

    question: str
    code: str
    title: str
    lines: tuple[str, ...]
    prose: Prose
    glossary: tuple[Term, ...]
    legend: str
    options: tuple[Option, ...]
    chosen: str


FormView = NoForm | WholeForm | AskedForm


@dataclass(frozen=True, slots=True)
class CodesOfPlace:
    """A row of a group's list; *arm* is '' where the group is not split."""

    place: str
    before: str
    after: str
    arm: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A registered group: sentences, the parts of its gain, and its codes."""

    id: str
    title: str
    says: tuple[str, ...]
    rows: tuple[GainRow, ...]
    codes: tuple[CodesOfPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsView(FaceView):
    """Every group, the latest first; *none* says that there is none, *about* what a group is."""

    notice: str
    about: str
    none: str
    method: str
    groups: tuple[ShownGroup, ...]
