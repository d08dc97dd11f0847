"""What a short note can be about: a rule at work in one of its ways, and the findings that put it to work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from carelevel.core.criteria import Criteria, Finding, Findings, Requirement
from carelevel.core.thresholds import enough

MET, UNMET = "met", "unmet"
"""The ways of a requirement; those of an indication are "" for itself and the places of its exceptions."""

Values = Mapping[str, Finding]


@dataclass(frozen=True, eq=False)
class Theme:
    """A rule in one *way*; each of *bases* puts it to work, and the answer turns on the findings of *pivots*.

    Where these are none, nothing asks for more than *level*.
    """

    rule: str
    way: str
    bases: tuple[Findings, ...]
    pivots: tuple[str, ...] = ()
    level: str = ""


def themes(criteria: Criteria) -> Iterator[Theme]:
    """Every rule that decides, a red flag too, in each of its ways; the rule '' where the least level needs nothing."""
    known = {finding.id: finding for finding in criteria.findings}
    for rule in criteria.indications:
        plain = tuple(enough(rule.when, rule.at_least))
        yield Theme(rule.id, "", plain, tuple(rule.when))
        for place, eased in enumerate(rule.exceptions):
            bases = tuple({**base, **part} for base in plain for part in enough(eased.when, eased.at_least))
            yield Theme(rule.id, str(place), bases, tuple(eased.when))
    for needed in criteria.requirements:
        yield Theme(needed.id, UNMET, tuple(_unmet(needed, known)), tuple(needed.needs))
    for flag in criteria.red_flags:
        yield Theme(flag, "", tuple({flag: value.id} for value in known[flag].values[1:]), (flag,))
    least = criteria.ladder[0]
    met = [needed for needed in criteria.requirements if needed.level == least]
    for needed in met:
        yield Theme(needed.id, MET, tuple(_met(needed, known)), level=least)
    if not met:
        yield Theme("", MET, ({},), level=least)


def _unmet(needed: Requirement, known: Values) -> Iterator[Findings]:
    """The smallest findings by which too few of its needs are left."""
    enough_of = len(needed.needs) if needed.at_least is None else needed.at_least
    for names in combinations(needed.needs, len(needed.needs) - enough_of + 1):
        worse = (known[name].values[known[name].rank(needed.needs[name]) + 1 :] for name in names)
        for values in product(*worse):
            yield {name: value.id for name, value in zip(names, values, strict=True)}


def _met(needed: Requirement, known: Values) -> Iterator[Findings]:
    """The findings by which its needs are met, and those by which others stand in for them."""
    for part in (*enough(needed.needs, needed.at_least), *needed.instead):
        fine = (known[name].values[: known[name].rank(part[name]) + 1] for name in part)
        for values in product(*fine):
            yield {name: value.id for name, value in zip(part, values, strict=True)}
