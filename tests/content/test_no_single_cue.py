"""What a bank must not give away: no single cue finds the answers, and none follows from who somebody is.

Properties 8 and 9 of the criteria's specification. Our bank's first edition fails both; its second edition is to pass
them, and the marks then have to go, since they are strict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from carelevel.analytics.portrayal import portrayal
from carelevel.bank import open_bank
from carelevel.bank.portrayal_file import read_portrayal
from carelevel.core.assess import Assessment, assess
from carelevel.core.criteria import ESCALATE

BANK = open_bank(Path(__file__).parents[2] / "cases")
CASES = BANK.cases()
FIRST = [assess(case.points[0].findings, BANK.criteria) for case in CASES]
LEVELS = [assessment for assessment in FIRST if assessment.level != ESCALATE]
AXES = {"age", "work", "family", "disability", "literacy", "remoteness", "caring", "housing", "insurance", "language"}
"""What portrayal.yaml must look for."""
FEWEST = 3


def found(cues: tuple[str, ...], accepted: bool) -> float:
    """The share of answers that the best rule which reads these findings alone finds: one level for each value."""
    by_value: dict[tuple[str | None, ...], list[Assessment]] = defaultdict(list)
    for assessment in LEVELS:
        by_value[tuple(assessment.findings.get(cue) for cue in cues)].append(assessment)
    hits = sum(
        max(Counter(level for one in same for level in (one.accepted if accepted else (one.level,))).values())
        for same in by_value.values()
    )
    return hits / len(LEVELS)


def best(cues: Iterable[tuple[str, ...]], *, accepted: bool) -> tuple[float, tuple[str, ...]]:
    return max((found(cue, accepted), cue) for cue in cues)


def one_by_one() -> Iterator[tuple[str, ...]]:
    return ((finding.id,) for finding in BANK.criteria.findings)


def test_the_best_rule_on_a_cue_finds_no_less_than_the_commonest_level() -> None:
    commonest = Counter(level for assessment in LEVELS for level in assessment.accepted).most_common(1)[0][1]
    assert all(found(cue, accepted=True) >= commonest / len(LEVELS) for cue in one_by_one())
    assert found(tuple(finding.id for finding in BANK.criteria.findings), accepted=True) == 1


@pytest.mark.xfail(strict=True, reason="the bank's second edition is still to come: one finding tells too much")
def test_8_no_finding_alone_finds_an_accepted_level_at_more_than_60_percent_or_the_recommended_at_55() -> None:
    accepted, by = best(one_by_one(), accepted=True)
    recommended, by_too = best(one_by_one(), accepted=False)
    print(f"accepted {accepted:.0%} by {by[0]}, recommended {recommended:.0%} by {by_too[0]}, of {len(LEVELS)} points")
    assert (accepted <= 0.60, recommended <= 0.55) == (True, True)


@pytest.mark.xfail(strict=True, reason="the bank's second edition is still to come: two findings tell too much")
def test_8_no_two_findings_find_an_accepted_level_at_more_than_80_percent() -> None:
    accepted, by = best(combinations((finding.id for finding in BANK.criteria.findings), 2), accepted=True)
    print(f"accepted {accepted:.0%} by {' and '.join(by)}, of {len(LEVELS)} points")
    assert accepted <= 0.80


@pytest.mark.xfail(strict=True, reason="the bank's second edition is still to come: axes are missing")
def test_9_no_group_of_three_or_more_has_one_outcome_only() -> None:
    axes = read_portrayal(BANK.folder, BANK.criteria)
    outcomes = {case.id: assessment.level for case, assessment in zip(CASES, FIRST, strict=True)}
    shown = portrayal(CASES, outcomes, axes)
    single = [
        f"{one.axis.name}: {group.group.name}, always {next(iter(group.outcomes))}"
        for one in shown
        for group in one.groups
        if group.n >= FEWEST and len(group.outcomes) == 1
    ]
    print("\n".join(single))
    assert (single, AXES - {axis.id for axis in axes}) == ([], set())
