"""Every explanation over a large sample of states is read for sentences that cannot both stand."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from carelevel import messages
from carelevel.core.assess import ASKING, Assessment, Basis, Effect, ReasonKind, assess
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.feedback.explanation import Explanation, accepted_too, explain

SAMPLE = 6_000
"""States: a third of them complete, most of them with no red flag."""


def sample(criteria: Criteria) -> Iterator[Findings]:
    chance = random.Random(11)
    for number in range(SAMPLE):
        stated = 1.0 if number % 3 == 0 else chance.choice((0.2, 0.5, 0.8))
        yield {
            finding.id: finding.values[0].id if finding.red_flag and number % 10 else chance.choice(finding.values).id
            for finding in criteria.findings
            if chance.random() < stated
        }


def contradictions(assessment: Assessment, told: Explanation, criteria: Criteria) -> Iterator[str]:
    """A line for each pair of things said that cannot both stand."""
    names = {level.id: level.name for level in criteria.levels}
    accepted = {names[level] for level in assessment.accepted}
    asking = [reason for reason in assessment.reasons if reason.effect in ASKING]
    for_it = [reason for reason in asking if reason.level == assessment.level]
    if told.basis.startswith(messages.BASIS[Basis.DIRECT]) and asking:
        said = {reason.name: reason.says for reason in told.reasons}
        if all(messages.INFERRED in said[criteria.rule_name(reason.rule)] for reason in for_it):
            yield "said directly, and every reason only inferred"
    if told.basis == messages.BASIS[Basis.BY_EXCLUSION] and any(one.kind is ReasonKind.FIRM for one in for_it):
        yield "nothing decides for this level by itself, and a firm reason asks for it"
    asks = criteria.words.said(messages.ASKS, level=told.level)
    if told.basis == messages.BASIS[Basis.BY_EXCLUSION] and any(said.effect.startswith(asks) for said in told.reasons):
        yield "nothing points to this level by itself, and a reason asks for it"
    if (told.basis == messages.BASIS[Basis.CONTESTED]) != (len(assessment.accepted) > 1):
        yield "contested, and one level accepted, or the other way round"
    if messages.SETTLED in told.settled and told.ask.level:
        yield "settled, and something to ask for the level"
    if (
        told.settled
        and told.ask.safety
        and not all(criteria.finding(name).name in told.settled for name in asked(told, criteria))
    ):
        yield "settled or not, without the safety questions that nobody asked"
    if assessment.level == ESCALATE and (told.settled or told.also or told.why_not or told.given or told.changes):
        yield "referred, and something said of a level"
    for other in (*told.also, *told.why_not):
        if (other in told.also) != (other.level in accepted):
            yield f"{other.level} accepted, and told as if it were not, or the other way round"
        if other in told.also and any(rule.unmet in other.says for rule in criteria.requirements):
            yield f"{other.level} accepted, and something is missing for it"
        above = rung(other.level, criteria) > rung(told.level, criteria)
        if messages.NOT_NEEDED in other.says and not above:
            yield f"a less intensive level will do than {other.level}, and a more intensive one is recommended"
    for reason in assessment.reasons:
        if reason.effect is Effect.UNMET and reason.level in assessment.accepted:
            yield f"something is missing for {reason.level}, which is accepted"
        if reason.effect is Effect.ACCEPTS and reason.level == assessment.level:
            yield f"{reason.level} is recommended, and made acceptable by a wish"
    for change in told.changes:
        if change.ifs and change.says == criteria.words.said(messages.CHANGE, level=told.level):
            yield "a change that leads to where the answer is"
    if (criteria.words.said(messages.REFER) in accepted_too(assessment, criteria)) != bool(assessment.refer_accepted):
        yield "referring accepted, and not said, or the other way round"
    items = {item.name: " ".join(item.says) for given in told.given for named in given.lists for item in named.items}
    if (
        "No bed is known" in items.get("A sober living place", "")
        and assessment.findings.get("sober_living") == "available"
    ):
        yield "no bed is known of, and one is available"


def asked(told: Explanation, criteria: Criteria) -> list[str]:
    return [finding.id for finding in criteria.findings if finding.red_flag and finding.ask in told.ask.safety]


def rung(name: str, criteria: Criteria) -> int:
    return [level.name for level in criteria.levels].index(name)


def test_no_explanation_contradicts_itself(criteria: Criteria) -> None:
    found = set()
    for findings in sample(criteria):
        assessment = assess(findings, criteria)
        found |= {
            (line, *sorted(findings.items()))
            for line in contradictions(assessment, explain(assessment, criteria), criteria)
        }
    assert found == set()


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (
            lambda told: replace(told, basis=messages.BASIS[Basis.DIRECT]),
            "said directly, and every reason only inferred",
        ),
        (
            lambda told: replace(told, basis=messages.BASIS[Basis.CONTESTED]),
            "contested, and one level accepted, or the other way round",
        ),
        (
            lambda told: replace(told, basis=messages.BASIS[Basis.BY_EXCLUSION]),
            "nothing points to this level by itself, and a reason asks for it",
        ),
        (lambda told: replace(told, settled=messages.SETTLED), "settled, and something to ask for the level"),
        (
            lambda told: replace(told, also=told.why_not, why_not=()),
            "Partial hospitalization accepted, and told as if it were not, or the other way round",
        ),
    ],
)
def test_a_contradiction_that_is_put_in_is_found(
    criteria: Criteria, broken: Callable[[Explanation], Explanation], line: str
) -> None:
    assessment = assess({"severity": "severe"}, criteria)
    assert (assessment.basis, assessment.settled) == (Basis.INFERRED, False)
    assert line in list(contradictions(assessment, broken(explain(assessment, criteria)), criteria))
