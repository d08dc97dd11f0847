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
    if part.kind is Kind.REQUIREMENT:
        needed = next(needed for needed in criteria.requirements if needed.id == part.id)
        return review_messages.PART_NEED.format(name=needed.name, level=criteria.level(needed.level).name)
    if part.kind is Kind.FLAG:
        return next(flag.name for flag in criteria.flags if flag.id == part.id)
    if part.kind is Kind.ITEM:
        named = next(named for named in criteria.lists if named.id == part.within)
        return next(item.name for item in named.items if item.id == part.id)
    if part.kind is Kind.TENSION:
        tension = next(tension for tension in criteria.tensions if tension.id == part.id)
        return review_messages.PART_TENSION.format(id=tension.id, name=tension.name)
    return criteria.rule_name(part.id)


def exception_name(part: Part, criteria: Criteria) -> str:
    """What holds of the person, without the rule that it lowers."""
    rule = next(rule for rule in criteria.indications if rule.id == part.within)
    when = rule.exceptions[int(part.id)].when
    values = (value for name, least in when.items() for value in criteria.finding(name).values if value.id == least)
    return review_messages.PART_BUT.format(says=messages.AND.join(value.says for value in values))


def group_name(part: Part, criteria: Criteria) -> str:
    """The heading that a part stands under."""
    if part.kind is Kind.ITEM:
        return next(named.name for named in criteria.lists if named.id == part.within)
    return review_messages.PART_GROUPS[part.kind]
