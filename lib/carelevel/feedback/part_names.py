"""What a part of the criteria is called where people read it."""

from __future__ import annotations

from carelevel import messages
from carelevel.analytics.criteria_parts import Kind, Part
from carelevel.core.criteria import Criteria
from carelevel.messages import review as review_messages


def part_name(part: Part, criteria: Criteria) -> str:
    """Its name alone, as it stands under its group's."""
    if part.kind is Kind.EXCEPTION:
        return review_messages.PART_EXCEPTION.format(
            rule=criteria.rule_name(part.within), says=exception_name(part, criteria)
        )
    if part.kind is Kind.PREREQUISITE:
        needed = next(known for known in criteria.prerequisites if known.id == part.id)
        return review_messages.PART_NEED.format(name=needed.name, level=criteria.level(needed.level).name)
    if part.kind is Kind.FLAG:
        return next(known.name for known in criteria.flags if known.id == part.id)
    if part.kind is Kind.ITEM:
        named = next(known for known in criteria.lists if known.id == part.within)
        return next(item.name for item in named.items if item.id == part.id)
    if part.kind is Kind.TENSION:
        tension = next(known for known in criteria.tensions if known.id == part.id)
        return review_messages.PART_TENSION.format(id=tension.id, name=tension.name)
    return criteria.rule_name(part.id)


def exception_name(part: Part, criteria: Criteria) -> str:
    """What holds of the person, without the rule that it lowers."""
    floor = next(known for known in criteria.floors if known.id == part.within)
    when = floor.exceptions[int(part.id)].when
    says = (_value(name, value, criteria) for name, value in when.items())
    return review_messages.PART_BUT.format(says=messages.AND.join(says))


def group_name(part: Part, criteria: Criteria) -> str:
    """The heading that a part stands under."""
    if part.kind is Kind.ITEM:
        return next(known.name for known in criteria.lists if known.id == part.within)
    return review_messages.PART_GROUPS[part.kind]


def _value(name: str, value: str, criteria: Criteria) -> str:
    return next(known.says for known in criteria.finding(name).values if known.id == value)
