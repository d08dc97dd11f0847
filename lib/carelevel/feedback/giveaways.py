"""What gives a bank's answers away, in sentences for whoever looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelevel import messages
from carelevel.analytics.assessed_points import Assessed
from carelevel.analytics.single_cues import Alike, Cue, best_cues, hardly_varying
from carelevel.core.counted import counted
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import percent
from carelevel.messages import review as review_messages


def giveaways(points: Sequence[Assessed], criteria: Criteria) -> tuple[str, ...]:
    """Each thing that does so, with what to do; none for a bank that is too small to say it of."""
    return tuple(_giveaways(points, criteria))


def best_cue_says(points: Sequence[Assessed], criteria: Criteria) -> str | None:
    """The finding that alone finds most, however little; None for a bank too small, or where none need be read."""
    cues = best_cues(points, criteria)
    return _said(cues.accepted, review_messages.CUE_BEST, criteria) if cues and not cues.accepted.alike else None


def _giveaways(points: Sequence[Assessed], criteria: Criteria) -> Iterator[str]:
    cues = best_cues(points, criteria)
    if cues:
        for cue, form in (
            (cues.accepted, review_messages.CUE_ACCEPTED),
            (cues.recommended, review_messages.CUE_RECOMMENDED),
            (cues.accepted_by_two, review_messages.CUE_BY_TWO),
        ):
            if cue.tells and not cue.alike:
                yield _said(cue, form, criteria)
        if cues.accepted.alike or cues.recommended.alike:
            yield _said(cues.accepted, review_messages.CUE_NONE, criteria)
    yield from (_alike(alike, criteria) for alike in hardly_varying(points, criteria))


def _said(cue: Cue, form: str, criteria: Criteria) -> str:
    return criteria.words.said(
        form,
        findings=messages.AND.join(criteria.finding(name).name for name in cue.findings),
        share=percent(cue.hits / cue.n),
        hits=cue.hits,
        n=cue.n,
        unread=percent(cue.unread / cue.n),
    )


def _alike(alike: Alike, criteria: Criteria) -> str:
    finding = criteria.finding(alike.finding)
    cases = counted(alike.n, review_messages.CASES_READ)
    if alike.value is None:
        told = alike.n - alike.count
        return criteria.words.said(review_messages.HARDLY_TOLD, finding=finding.name, told=told, cases=cases)
    says = finding.values[finding.rank(alike.value)].says
    return criteria.words.said(
        review_messages.HARDLY_VARIES, finding=finding.name, says=says, count=alike.count, cases=cases
    )
