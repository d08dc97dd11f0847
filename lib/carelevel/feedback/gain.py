"""What a group's gain is told as: sentences, and rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelevel.analytics.gain import FEWEST_GAINS, FEWEST_OF_PART, FEWEST_OF_RULE, LESS, Gain, GroupGain
from carelevel.analytics.t_interval import Estimate
from carelevel.core.criteria import Criteria
from carelevel.core.form_answer import FormGroup
from carelevel.core.form_code import Arm, When
from carelevel.feedback.figures import percent
from carelevel.feedback.names import level_name
from carelevel.messages import forms as forms_messages


@dataclass(frozen=True, slots=True)
class GainRow:
    """A part of the forms, or of the group: how many trainees, both shares, and the gain; '' where it is silent."""

    name: str
    n: int
    before: str
    after: str
    gain: str


def size_says(group: FormGroup) -> Iterator[str]:
    """Which figures a group of that size will never have."""
    if group.places < FEWEST_GAINS:
        yield forms_messages.TOO_SMALL.format(needs=FEWEST_GAINS)
    arms = [code.arm for code in group.codes(When.BEFORE)]
    having, lacking = arms.count(Arm.WITH), arms.count(Arm.WITHOUT)
    if group.splits and min(having, lacking) < FEWEST_GAINS:
        yield forms_messages.HALVES_TOO_SMALL.format(having=having, lacking=lacking, needs=FEWEST_GAINS)


def gain_says(gain: GroupGain, *, splits: bool) -> Iterator[str]:
    """How far the group is, whether it gained, and, where it is split, what the feature added."""
    yield forms_messages.STANDS.format(begun=gain.begun, before=gain.before_in, both=gain.n)
    estimate = gain.whole.estimate
    if estimate is None:
        yield forms_messages.TOO_FEW.format(needs=FEWEST_GAINS)
    else:
        shares = {"before": percent(gain.whole.before), "after": percent(gain.whole.after)}
        yield _verdict(estimate).format(points=points(estimate), **shares)
    if splits:
        yield from _arms(gain)


def _verdict(estimate: Estimate) -> str:
    if estimate.low is None:
        return forms_messages.ALIKE
    if estimate.is_above_zero:
        return forms_messages.GAINED
    return forms_messages.LOST if estimate.high is not None and estimate.high < 0 else forms_messages.NO_GAIN


def _arms(gain: GroupGain) -> Iterator[str]:
    arms = gain.arms
    if arms is None or arms.difference is None:
        having, lacking = (arms.with_it.n, arms.without.n) if arms else (0, 0)
        yield forms_messages.SPLIT_TOO_FEW.format(having=having, lacking=lacking, needs=FEWEST_GAINS)
        return
    difference = arms.difference
    told = difference.low is not None and difference.high is not None and not difference.low <= 0 <= difference.high
    yield (forms_messages.SPLIT_TOLD if told else forms_messages.SPLIT_UNTOLD).format(
        having=_points_alone(arms.with_it.estimate),
        lacking=_points_alone(arms.without.estimate),
        n=arms.with_it.n,
        m=arms.without.n,
        difference=points(difference),
    )


def gain_rows(gain: GroupGain, criteria: Criteria) -> Iterator[GainRow]:
    """The whole and its parts, those that are silent too."""
    if not gain.speaks:
        return
    yield _row(gain.whole, forms_messages.WHOLE, FEWEST_GAINS)
    yield from (_row(part, forms_messages.KINDS[part.name], FEWEST_OF_PART) for part in gain.by_kind)
    yield from (_row(part, level_name(part.name, criteria), FEWEST_OF_PART) for part in gain.by_level)
    for part in gain.by_practice:
        form = forms_messages.PRACTICED_LESS if part.name == LESS else forms_messages.PRACTICED_MORE
        yield _row(part, form.format(median=f"{gain.practice_median:g}"), FEWEST_OF_PART)
    for part in gain.by_rule:
        name = criteria.rule_name(part.name) if part.name else forms_messages.NO_RULE
        yield _row(part, name, FEWEST_OF_RULE)


def points(estimate: Estimate) -> str:
    """In points of 100, with the interval where there is one."""
    alone = _points_alone(estimate)
    if estimate.low is None or estimate.high is None:
        return alone
    return forms_messages.POINTS.format(points=alone, low=_signed(estimate.low), high=_signed(estimate.high))


def _points_alone(estimate: Estimate | None) -> str:
    return _signed(estimate.value) if estimate else ""


def _signed(share: float) -> str:
    rounded = round(100 * share)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else ''}{abs(rounded)}"


def _row(part: Gain, name: str, needs: int) -> GainRow:
    if part.estimate is None:
        return GainRow(name, part.n, "", "", forms_messages.ROW_TOO_FEW.format(needs=needs))
    return GainRow(name, part.n, percent(part.before), percent(part.after), points(part.estimate))
