"""What a bank must not give away: no single cue finds the answers, and none follows from who somebody is.

Properties 8 and 9 of the criteria's specification.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from carelevel.analytics.assessed_points import assessed
from carelevel.analytics.portrayal import portrayal
from carelevel.analytics.single_cues import best_cue, best_cues
from carelevel.bank.portrayal_file import read_portrayal
from carelevel.core.criteria import ESCALATE

from tests.conftest import our_bank

BANK = our_bank()
CASES = BANK.cases()
FIRST = [next(assessed(case, BANK.criteria)) for case in CASES]
ASKED = [point for point in FIRST if point.level != ESCALATE]
CUES = best_cues(FIRST, BANK.criteria)
ALL = Fraction(1)
AXES = {"age", "work", "family", "disability", "literacy", "remoteness", "caring", "housing", "insurance", "language"}
"""What portrayal.yaml must look for."""
FEWEST = 3


def test_all_findings_together_find_every_answer_and_none_finds_less_than_the_commonest() -> None:
    every = best_cue(ASKED, [tuple(finding.id for finding in BANK.criteria.findings)], ALL, accepted=True)
    assert every.hits == every.n == len(ASKED)
    commonest = Counter(level for point in ASKED for level in point.accepted).most_common(1)[0][1]
    assert every.unread == commonest


def test_8_no_finding_alone_finds_an_accepted_level_at_more_than_60_percent_or_the_recommended_at_55() -> None:
    assert CUES is not None
    print(CUES.accepted, CUES.recommended, sep="\n")
    assert (CUES.accepted.most, CUES.recommended.most) == (Fraction(60, 100), Fraction(55, 100))
    assert (CUES.accepted.tells, CUES.recommended.tells) == (False, False)


def test_8_no_two_findings_find_an_accepted_level_at_more_than_80_percent() -> None:
    assert CUES is not None
    print(CUES.accepted_by_two)
    assert CUES.accepted_by_two.most == Fraction(80, 100)
    assert not CUES.accepted_by_two.tells


def test_9_no_group_of_three_or_more_has_one_outcome_only() -> None:
    axes = read_portrayal(BANK.folder, BANK.criteria)
    outcomes = {point.case: point.level for point in FIRST}
    shown = portrayal(CASES, outcomes, axes)
    single = [
        f"{one.axis.name}: {group.group.name}, always {next(iter(group.outcomes))}"
        for one in shown
        for group in one.groups
        if group.n >= FEWEST and len(group.outcomes) == 1
    ]
    print("\n".join(single))
    assert (single, AXES - {axis.id for axis in axes}) == ([], set())
