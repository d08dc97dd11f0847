"""The findings and values that the criteria have, and what to say of one that they have not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import suggestion


@lru_cache(maxsize=2)
def finding_values(criteria: Criteria) -> Mapping[str, Sequence[str]]:
    """Finding -> the values that it can have, by their ids."""
    return {finding.id: tuple(value.id for value in finding.values) for finding in criteria.findings}


def known_findings(findings: Findings, criteria: Criteria) -> Findings:
    """Those of *findings* that the criteria have, with a value that they have."""
    values = finding_values(criteria)
    return {name: value for name, value in findings.items() if value in values.get(name, ())}


def unknown_finding(name: str, value: str, criteria: Criteria) -> tuple[str, str] | None:
    """The problem and its remedy, where the criteria do not have a finding, or not this value of it."""
    values = finding_values(criteria)
    if name not in values:
        return f"unknown finding '{name}'", suggestion(name, values)
    if value not in values[name]:
        return f"unknown value '{value}' of '{name}'", suggestion(value, values[name])
    return None
