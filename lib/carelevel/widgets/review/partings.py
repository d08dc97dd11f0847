"""How far supervisors agree, where they part, and a dissent to be written into a case file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from weakref import WeakSet

from traitlets import Int

from carelevel import messages
from carelevel.analytics.alpha import RESAMPLES, Alpha
from carelevel.analytics.supervisor_agreement import FEWEST_POINTS, FEWEST_SUPERVISORS, Parted, Supervisors
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError
from carelevel.feedback.names import level_name, level_short, point_title
from carelevel.messages import review as review_messages
from carelevel.review.survey import Survey
from carelevel.widgets.face import Face, Message, offered
from carelevel.widgets.review.view import PartedPoint, PartingsView
from carelevel.widgets.shared.view import Option

LONGEST_REASON = 2000
"""Characters, as the bank takes them."""

MOST_PARTED = 50

Record = Callable[[str, int, str, str], str]
"""Write a dissent (case, decision point, level, reason) into its file; gives back the file's name."""


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """*finished*: who looks has answered every case; until then, what others chose stays folded away."""

    found: Supervisors
    finished: bool


class Partings(Face):
    """*stand* tells how things stand now: at every action here, and whenever blind answers come in beside it."""

    script = "review/partings.js"
    label = "partings"
    styles = (*Face.styles, "review/review.css")
    says = review_messages.PARTINGS

    longest = Int(LONGEST_REASON).tag(sync=True)

    on_pages: ClassVar[WeakSet[Partings]] = WeakSet()

    def __init__(self, stand: Callable[[], ReviewProgress], survey: Survey, record: Record) -> None:
        self.stand, self.survey, self.record = stand, survey, record
        self._cases = {case.id: case for case in survey.cases}
        self._levels = {(point.case, point.number): point.level for point in survey.points if not point.twin}
        self._recorded: dict[str, str] = {}
        super().__init__({"dissent": self._dissent})
        self.on_pages.add(self)

    @property
    def _criteria(self) -> Criteria:
        return self.survey.criteria

    def _refusal(self, error: Exception) -> str:
        return review_messages.NOT_KEPT.format(problem=error)

    def _dissent(self, message: Message) -> str:
        point, level, reason = message.get("point"), message.get("level"), message.get("reason")
        parted = next((parted for parted in self._parted if _key(parted) == point), None)
        if parted is None:
            raise AnswerError(review_messages.DISSENT_NOT_NOW)
        if not isinstance(level, str) or not isinstance(reason, str) or not reason.strip():
            raise AnswerError(review_messages.DISSENT_EMPTY)
        level = offered(level, self._offered(parted), review_messages.NOT_A_LEVEL)
        reason = " ".join(reason.split())
        if len(reason) > LONGEST_REASON:
            raise AnswerError(review_messages.DISSENT_LONG.format(length=len(reason), longest=LONGEST_REASON))
        file = self.record(parted.case, parted.point, level, reason)
        self._recorded[_key(parted)] = self._dissent_says(level, reason)
        return review_messages.DISSENT_RECORDED.format(file=file)

    @property
    def _parted(self) -> tuple[Parted, ...]:
        return self.found.parted[:MOST_PARTED]

    def _seen(self) -> PartingsView:
        standing = self.stand()
        self.found, speaks = standing.found, standing.found.speaks
        return PartingsView(
            says=tuple(_sentences(self.found, self.survey.criteria)),
            about=tuple(_method(self.found, self.survey.criteria)) if speaks else (),
            first=review_messages.AGREE_BLIND_FIRST if speaks and not standing.finished else "",
            none=review_messages.AGREE_NO_PARTING if speaks and not self.found.parted else "",
            parted=tuple(self._point(parted) for parted in self._parted),
        )

    def _point(self, parted: Parted) -> PartedPoint:
        criteria, case = self.survey.criteria, self._cases[parted.case]
        chosen = messages.LIST_SEPARATOR.join(
            review_messages.AGREE_CHOSE.format(level=level_short(level, criteria), count=count)
            for level, count in parted.chosen.items()
        )
        level = level_name(self._levels[parted.case, parted.point], criteria)
        dissent = case.points[parted.point].dissent
        kept = self._dissent_says(dissent.level, dissent.reason) if dissent else ""
        return PartedPoint(
            point=_key(parted),
            title=point_title(case, parted.point),
            says=review_messages.AGREE_PARTED.format(chosen=chosen, level=level),
            kept=self._recorded.get(_key(parted), kept),
            options=tuple(Option(value, name) for value, name in self._offered(parted).items()),
        )

    def _dissent_says(self, level: str, reason: str) -> str:
        return self.says["dissent_kept"].format(level=level_name(level, self.survey.criteria), reason=reason)

    def _offered(self, parted: Parted) -> Mapping[str, str]:
        """The answers that differ from the criteria's, which alone a dissent can give."""
        criteria, answer = self.survey.criteria, self._levels[parted.case, parted.point]
        return {level: level_name(level, criteria) for level in criteria.choices if level != answer}


def _key(parted: Parted) -> str:
    return f"{parted.case}/{parted.point}"


def _sentences(found: Supervisors, criteria: Criteria) -> Iterator[str]:
    if not found.speaks:
        yield review_messages.AGREE_SILENT.format(
            supervisors=messages.counted(found.n, review_messages.SUPERVISORS),
            points=messages.counted(found.points, review_messages.POINTS),
            fewest=FEWEST_SUPERVISORS,
            fewest_points=FEWEST_POINTS,
        )
    else:
        yield review_messages.AGREE_SENTENCE.format(
            supervisors=messages.counted(found.n, review_messages.SUPERVISORS),
            points=messages.counted(found.points, review_messages.POINTS),
            same=found.points - len(found.parted),
        )
        yield _degree(found.by_choice)
    if found.outdated:
        yield messages.counted(found.outdated, review_messages.AGREE_OUTDATED)


def _degree(alpha: Alpha) -> str:
    """What so much agreement is good for, by the lower end of its interval where there is one."""
    sure = alpha.value if alpha.low is None else alpha.low
    if sure is None:
        return review_messages.AGREE_NO_DEGREE
    return next(says for least, says in review_messages.AGREE_DEGREES.items() if sure >= least)


def _method(found: Supervisors, criteria: Criteria) -> Iterator[str]:
    yield review_messages.AGREE_METHOD.format(resamples=RESAMPLES)
    yield criteria.words.said(review_messages.AGREE_CHOICES, **_alpha(found.by_choice))
    if found.ladder_speaks:
        yield review_messages.AGREE_LADDER.format(
            points=messages.counted(found.ladder_points, review_messages.POINTS), **_alpha(found.by_ladder)
        )
    else:
        yield review_messages.AGREE_LADDER_SILENT.format(points=found.ladder_points)


def _alpha(alpha: Alpha) -> dict[str, str]:
    if alpha.value is None:
        return {"alpha": review_messages.AGREE_NO_ALPHA, "interval": ""}
    bounded = alpha.low is not None and alpha.high is not None
    interval = review_messages.AGREE_INTERVAL.format(low=alpha.low, high=alpha.high) if bounded else ""
    return {"alpha": review_messages.AGREE_ALPHA.format(alpha=alpha.value), "interval": interval}
