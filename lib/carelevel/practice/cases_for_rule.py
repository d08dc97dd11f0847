"""Which cases to take up in order to practice a rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice

from carelevel.bank import Bank
from carelevel.practice.next_case import exercises
from carelevel.practice.practice import FEW

MOST = 3


def titles_exercising(rules: Collection[str], bank: Bank) -> Mapping[str, tuple[str, ...]]:
    """For each of *rules*, up to MOST titles of cases in which it decides and is shown, plain and clear ones first."""
    found: dict[str, list[str]] = {rule: [] for rule in rules}
    cases = islice(bank.cases(), FEW) if found else ()
    for case in sorted(cases, key=lambda case: (case.ease, case.id)):
        rules_shown = frozenset().union(*(exercise.rules for exercise in exercises(case, bank.criteria)))
        for rule in rules_shown & found.keys():
            found[rule].append(case.title)
    return {rule: tuple(titles[:MOST]) for rule, titles in found.items()}
