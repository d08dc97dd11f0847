"""What a group answers right before and after: its gain with an interval, and where it lies.

Only who has both forms whole is counted. A story that somebody had met in practice is left out of both of their forms,
with its like. In every part a trainee counts once, by the share right after less the share right before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import ClassVar

from carelevel.analytics.progress import Figure
from carelevel.analytics.t_interval import Estimate, combined
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.core.form_code import FORMS, Arm, When

FEWEST_GAINS = 5
"""Trainees with both forms before a group's gain is told, and in each half of a split one."""
FEWEST_OF_PART, FEWEST_OF_RULE = 10, 20
"""The same for a level, a kind or a half by practice; and for a rule, of which a form has one or two notes."""

Pair = tuple[FormAnswer, FormAnswer]
"""The answers to one slot, before and after."""


@dataclass(frozen=True, slots=True)
class TraineeGain:
    """One trainee with both forms whole; *practiced* are the answers given in practice between the two."""

    trainee: str
    place: int
    first: str
    arm: Arm
    pairs: tuple[Pair, ...]
    practiced: int = 0

    @property
    def before(self) -> float:
        """The share right, from 0 to 1."""
        return fmean(pair[0].right for pair in self.pairs)

    @property
    def after(self) -> float:
        """The share right, from 0 to 1."""
        return fmean(pair[1].right for pair in self.pairs)

    @property
    def gain(self) -> float:
        """After less before."""
        return self.after - self.before

    def of(self, meant: Callable[[FormAnswer], bool]) -> TraineeGain | None:
        """In the slots that are *meant* alone; None where there are none."""
        pairs = tuple(pair for pair in self.pairs if meant(pair[0]))
        return TraineeGain(self.trainee, self.place, self.first, self.arm, pairs, self.practiced) if pairs else None


@dataclass(frozen=True, slots=True)
class Gain(Figure):
    """Of *n* trainees; shares from 0 to 1. *estimate* is None below what it needs, and where it cannot be made."""

    needs: ClassVar[int] = FEWEST_GAINS
    name: str
    before: float
    after: float
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class ArmsGain:
    """The two halves of a split group, and the gain of those with the feature less that of those without."""

    with_it: Gain
    without: Gain
    difference: Estimate | None


@dataclass(frozen=True, slots=True)
class GroupGain(Figure):
    """A group's figures; *n* has both forms whole, *begun* answered anything, *before_in* the whole first form.

    *by_practice* are the half that practiced less and the half that practiced more, parted at *practice_median*.
    """

    needs: ClassVar[int] = FEWEST_GAINS
    begun: int
    before_in: int
    whole: Gain
    by_kind: tuple[Gain, ...] = ()
    by_level: tuple[Gain, ...] = ()
    by_rule: tuple[Gain, ...] = ()
    by_practice: tuple[Gain, ...] = ()
    practice_median: float = 0.0
    arms: ArmsGain | None = None


NOTES, STORIES = "notes", "stories"
LESS, MORE = "less", "more"


def group_gain(answers: Iterable[FormAnswer], practiced: Mapping[str, int], levels: Sequence[str]) -> GroupGain:
    """The figures of one group's *answers*; *practiced*: trainee -> answers between; *levels* in their order."""
    by_trainee = _by_trainee(answers)
    trainees = _whole(by_trainee, practiced)
    before_in = sum(len(forms[When.BEFORE]) == LENGTH for forms in by_trainee.values())
    n = len(trainees)
    whole = _gain("", trainees, FEWEST_GAINS)
    if n < FEWEST_GAINS:
        return GroupGain(n, len(by_trainee), before_in, whole)
    middle = median(trainee.practiced for trainee in trainees)
    less = [trainee for trainee in trainees if trainee.practiced < middle]
    more = [trainee for trainee in trainees if trainee.practiced >= middle]
    rules = dict.fromkeys(pair[0].rule for trainee in trainees for pair in trainee.pairs)
    return GroupGain(
        n=n,
        begun=len(by_trainee),
        before_in=before_in,
        whole=whole,
        by_kind=(
            _part(NOTES, trainees, lambda answer: not answer.is_story),
            _part(STORIES, trainees, lambda answer: answer.is_story),
        ),
        by_level=tuple(
            _part(level, trainees, lambda answer, level=level: answer.criteria_level == level)  # type: ignore[misc]
            for level in levels
        ),
        by_rule=tuple(
            _part(rule, trainees, lambda answer, rule=rule: answer.rule == rule, FEWEST_OF_RULE)  # type: ignore[misc]
            for rule in sorted(rules)
        ),
        by_practice=(_gain(LESS, less, FEWEST_OF_PART), _gain(MORE, more, FEWEST_OF_PART)) if less else (),
        practice_median=middle,
        arms=_arms(trainees),
    )


def trainee_gains(answers: Iterable[FormAnswer], practiced: Mapping[str, int]) -> tuple[TraineeGain, ...]:
    """Those who have both forms of a group whole, by place."""
    return tuple(sorted(_whole(_by_trainee(answers), practiced), key=lambda gain: (gain.place, gain.trainee)))


Forms = Mapping[When, Mapping[int, FormAnswer]]
"""One trainee's answers of each time, by slot."""


def _by_trainee(answers: Iterable[FormAnswer]) -> Mapping[str, Forms]:
    found: dict[str, dict[When, dict[int, FormAnswer]]] = {}
    for answer in answers:
        forms = found.setdefault(answer.trainee, {when: {} for when in When})
        forms[answer.when].setdefault(answer.slot, answer)
    return found


def _whole(by_trainee: Mapping[str, Forms], practiced: Mapping[str, int]) -> list[TraineeGain]:
    found = (_trainee(forms, practiced.get(trainee, 0)) for trainee, forms in by_trainee.items())
    return [gain for gain in found if gain]


def _trainee(forms: Forms, practiced: int) -> TraineeGain | None:
    before, after = forms[When.BEFORE], forms[When.AFTER]
    if len(before) < LENGTH or len(after) < LENGTH:
        return None
    first = before[0]
    pairs = tuple((before[slot], after[slot]) for slot in sorted(before) if not before[slot].met | after[slot].met)
    return TraineeGain(first.trainee, first.place, first.form, first.arm, pairs, practiced) if pairs else None


def _part(
    name: str, trainees: Iterable[TraineeGain], meant: Callable[[FormAnswer], bool], needs: int = FEWEST_OF_PART
) -> Gain:
    return _gain(name, [part for trainee in trainees if (part := trainee.of(meant))], needs)


def _gain(name: str, trainees: Sequence[TraineeGain], needs: int) -> Gain:
    if len(trainees) < needs:
        return Gain(len(trainees), name, 0.0, 0.0, None)
    before = fmean(trainee.before for trainee in trainees)
    after = fmean(trainee.after for trainee in trainees)
    by_order = _by_order(trainees)
    crossed = min(map(len, by_order)) >= 2
    estimate = combined(by_order, (0.5, 0.5)) if crossed else combined([[*by_order[0], *by_order[1]]], (1.0,))
    return Gain(len(trainees), name, before, after, estimate)


def _by_order(trainees: Iterable[TraineeGain]) -> list[list[float]]:
    """The gains of those who had either form first."""
    gains: dict[str, list[float]] = {form: [] for form in FORMS}
    for trainee in trainees:
        gains[trainee.first].append(trainee.gain)
    return list(gains.values())


def _arms(trainees: Sequence[TraineeGain]) -> ArmsGain | None:
    having, lacking = ([one for one in trainees if one.arm is arm] for arm in (Arm.WITH, Arm.WITHOUT))
    if not having and not lacking:
        return None
    difference = None
    if min(len(having), len(lacking)) >= FEWEST_GAINS:
        cells = [*_by_order(having), *_by_order(lacking)]
        if min(map(len, cells)) >= 2:
            difference = combined(cells, (0.5, 0.5, -0.5, -0.5))
        else:
            difference = combined([[one.gain for one in half] for half in (having, lacking)], (1.0, -1.0))
    return ArmsGain(_gain(Arm.WITH, having, FEWEST_GAINS), _gain(Arm.WITHOUT, lacking, FEWEST_GAINS), difference)
