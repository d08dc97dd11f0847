"""What a level is called, and a decision point."""

from __future__ import annotations

from carelevel import messages
from carelevel.core.case import Case
from carelevel.core.criteria import ESCALATE, Criteria


def level_name(level: str, criteria: Criteria) -> str:
    """The name of a level, or what a referral is called; of a level that is gone its id."""
    return _name(level, messages.ESCALATE_SHORT, criteria)


def refer_option(criteria: Criteria) -> str:
    """The choice beside the levels, in full."""
    return criteria.words.said(messages.ESCALATE)


def level_short(level: str, criteria: Criteria) -> str:
    """The same for the head of a narrow column."""
    return _name(level, messages.REFER, criteria)


def _name(level: str, referral: str, criteria: Criteria) -> str:
    named = {known.id: known.name for known in criteria.levels} | {ESCALATE: criteria.words.said(referral)}
    return named.get(level, level)


def point_title(
    case: Case, number: int, twin: str = "", *, twin_form: str = messages.POINT_TWIN, later: str = messages.POINT_LATER
) -> str:
    """A decision point, counted from 0, of a case or of its *twin*: its heading counts where there are several."""
    points = case.telling(twin or None)
    heading = points[number].heading if len(points) > 1 else ""
    return titled(case.title, heading, twin, twin_form=twin_form, later=later)


def titled(
    title: str,
    heading: str = "",
    twin: str = "",
    *,
    twin_form: str = messages.POINT_TWIN,
    later: str = messages.POINT_LATER,
) -> str:
    """*title* with what tells one decision point from another; *twin_form* and *later* are how it is said."""
    title = twin_form.format(title=title, twin=twin) if twin else title
    return later.format(title=title, heading=heading) if heading else title
