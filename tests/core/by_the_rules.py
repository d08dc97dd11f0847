"""The answer of any criteria, by a plain reading of what their rules mean: slow, and without anything of the engine.

Where by_the_tables.py holds our own bank's tables by hand, this one holds the language that they are written in.
"""

from __future__ import annotations

from typing import NamedTuple

from carelevel.core.criteria import ESCALATE, Criteria, Exception_, Findings, Indication, Requirement


class Fired(NamedTuple):
    """What an indication at work asks for, the levels that it supports beside it, and how."""

    asks: int
    also: tuple[int, ...]
    firm: bool
    strength: str

    @property
    def supports(self) -> tuple[int, ...]:
        return (self.asks, *self.also)


class Answer(NamedTuple):
    """What the rules give; *basis* and *refer_accepted* are empty beside ESCALATE."""

    level: str
    accepted: tuple[str, ...]
    basis: str = ""
    refer_accepted: bool = False


def answer(stated: Findings, criteria: Criteria) -> Answer:
    """The whole answer, red flags left aside."""
    fired = list(filter(None, (_at_work(rule, stated, criteria) for rule in criteria.indications)))
    can = [_possible(level, stated, criteria) for level in criteria.ladder]
    wished = [
        criteria.rung(wish.accepts) for wish in criteria.preferences if _of_concern(wish.when, None, stated, criteria)
    ]
    level, climbed = _recommended(fired, can)
    if level is None:
        return Answer(ESCALATE, ())
    low = max((min(one.supports) for one in fired), default=0)
    high = max([max(one.supports) for one in fired] + [level])
    accepted = {level} | {rung for rung in range(low, high + 1) if can[rung]} | {rung for rung in wished if can[rung]}
    if climbed is not None and level < climbed and level < low:
        accepted.add(climbed)
    top = len(can) - 1
    named = top in wished or any(top in one.supports for one in fired)
    return Answer(
        criteria.ladder[level],
        tuple(criteria.ladder[rung] for rung in sorted(accepted)),
        _basis(fired, level, len(accepted), _endorsed(level, stated, criteria)),
        0 < top == level and not any(can[:top]) and not named,
    )


def _at_work(rule: Indication, stated: Findings, criteria: Criteria) -> Fired | None:
    if not _of_concern(rule.when, rule.at_least, stated, criteria):
        return None
    holding = [one for one in rule.exceptions if _known(one.when, one.at_least, stated, criteria)]
    said: Indication | Exception_ = holding[0] if holding else rule
    if said.asks is None:
        return None
    also = tuple(criteria.rung(level) for level in said.also)
    return Fired(criteria.rung(said.asks), also, said.kind == "firm", said.strength)


def _possible(level: str, stated: Findings, criteria: Criteria) -> bool:
    return all(_met(needed, stated, criteria) for needed in criteria.requirements if needed.level == level)


def _met(needed: Requirement, stated: Findings, criteria: Criteria) -> bool:
    granted = {finding.id: finding.values[0].id for finding in criteria.findings} | dict(stated)
    if _known(needed.needs, needed.at_least, granted, criteria):
        return True
    return any(_known(instead, None, stated, criteria) for instead in needed.instead)


def _recommended(fired: list[Fired], can: list[bool]) -> tuple[int | None, int | None]:
    """The recommended level, and the one that would else have been climbed to."""
    asked = max((one.asks for one in fired), default=0)
    firm = max((one.asks for one in fired if one.firm), default=0)
    climbed = next((rung for rung in range(asked, len(can)) if can[rung]), None)
    below = [rung for rung in range(firm, asked) if can[rung]]
    gives_way = climbed != asked and below and not any(one.firm and one.asks == asked for one in fired)
    return (max(below) if gives_way else climbed), climbed


def _basis(fired: list[Fired], level: int, accepted: int, endorsed: bool) -> str:
    firm = {one.strength for one in fired if one.firm and one.asks == level}
    also = {one.strength for one in fired if level in one.also}
    if accepted > 1:
        return "contested"
    if "direct" in firm or (not fired and endorsed):
        return "direct"
    return "inferred" if "inferred" in firm or also & {"direct", "inferred"} else "by_exclusion"


def _endorsed(level: int, stated: Findings, criteria: Criteria) -> bool:
    return any(_known(named.when, None, stated, criteria) for named in criteria.levels[level].endorsed)


def _of_concern(when: Findings, at_least: int | None, stated: Findings, criteria: Criteria) -> bool:
    """Whether enough of *when* are of at least this much concern; what is unstated is of least."""
    ranks = {name: criteria.finding(name).rank(stated[name]) if name in stated else 0 for name in when}
    enough = sum(ranks[name] >= criteria.finding(name).rank(value) for name, value in when.items())
    return enough >= (at_least or len(when))


def _known(when: Findings, at_least: int | None, stated: Findings, criteria: Criteria) -> bool:
    """Whether enough of *when* are stated, and of at most this much concern."""
    enough = sum(
        criteria.finding(name).rank(stated[name]) <= criteria.finding(name).rank(value)
        for name, value in when.items()
        if name in stated
    )
    return enough >= (at_least or len(when))
