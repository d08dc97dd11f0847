"""What a part of the criteria is called where people read it."""

from __future__ import annotations

from carelevel import messages
from carelevel.analytics.criteria_parts import CriteriaPart, PartKind
from carelevel.core.criteria import Criteria
from carelevel.core.of_id import of_id
from carelevel.messages import review as review_messages


def part_name(part: CriteriaPart, criteria: Criteria) -> str:
    """Its name alone, as it stands under its group's."""
    if part.kind is PartKind.EXCEPTION:
        return review_messages.PART_EXCEPTION.format(
            rule=criteria.rule_name(part.within), says=exception_name(part, criteria)
        )
    if part.kind is PartKind.REQUIREMENT:
        needed = of_id(criteria.requirements, part.id)
        return review_messages.PART_NEED.format(name=needed.name, level=criteria.level(needed.level).name)
    if part.kind is PartKind.FLAG:
        return of_id(criteria.flags, part.id).name
    if part.kind is PartKind.ITEM:
        named = of_id(criteria.lists, part.within)
        return of_id(named.items, part.id).name
    if part.kind is PartKind.TENSION:
        tension = of_id(criteria.tensions, part.id)
        return review_messages.PART_TENSION.format(id=tension.id, name=tension.name)
    return criteria.rule_name(part.id)


def exception_name(part: CriteriaPart, criteria: Criteria) -> str:
    """What holds of the person, without the rule that it lowers."""
    rule = of_id(criteria.indications, part.within)
    when = rule.exceptions[int(part.id)].when
    values = (value for name, least in when.items() for value in criteria.finding(name).values if value.id == least)
    return review_messages.PART_BUT.format(says=messages.AND.join(value.says for value in values))


def group_name(part: CriteriaPart, criteria: Criteria) -> str:
    """The heading that a part stands under."""
    if part.kind is PartKind.ITEM:
        return of_id(criteria.lists, part.within).name
    return review_messages.PART_GROUPS[part.kind]
