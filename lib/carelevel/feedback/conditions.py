"""What the rules of a bank ask of somebody, as what completes "The person …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelevel import messages
from carelevel.core.criteria import Criteria, Finding, Findings, Indication, Requirement, Value


def applies(rule: Indication, criteria: Criteria) -> str:
    """Whom an indication is about."""
    return enough(at_least(rule.when, criteria), rule.at_least)


def needs(rule: Requirement, criteria: Criteria) -> str:
    """For whom a requirement holds, by what it needs or by what will do instead."""
    needed = enough(at_most(rule.needs, criteria), rule.at_least)
    return messages.OR.join((needed, *(at_most(when, criteria) for when in rule.instead)))


def at_least(when: Findings, criteria: Criteria) -> str:
    """The findings of *when* and of more concern."""
    return messages.AND.join(_either(finding.values[rank:]) for finding, rank in _ranks(when, criteria))


def at_most(when: Findings, criteria: Criteria) -> str:
    """The findings of *when* and of less concern."""
    return messages.AND.join(_either(finding.values[: rank + 1]) for finding, rank in _ranks(when, criteria))


def just(when: Findings, criteria: Criteria) -> str:
    """The findings of *when* exactly so."""
    return messages.AND.join(finding.values[rank].says for finding, rank in _ranks(when, criteria))


def enough(when: str, count: int | None) -> str:
    """*when*, of which *count* are enough; None: all of it."""
    return when if count is None else messages.AT_LEAST_OF.format(count=count, when=when)


def _ranks(when: Findings, criteria: Criteria) -> Iterator[tuple[Finding, int]]:
    findings = ((criteria.finding(name), value) for name, value in when.items())
    return ((finding, finding.rank(value)) for finding, value in findings)


def _either(values: Iterable[Value]) -> str:
    return messages.OR.join(value.says for value in values)
