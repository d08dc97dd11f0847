"""What a hint tells, step by step."""

from __future__ import annotations

from dataclasses import replace

from carelevel.bank import Bank
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import assess
from carelevel.core.support import ALONE
from carelevel.feedback.support import checklist, hints_said

from tests.feedback.test_explanation import points


def test_no_hint_names_a_red_flag_that_decides_before_the_sentence_is_shown(ours: Bank) -> None:
    criteria = ours.criteria
    referred = [(point, assess(point.findings, criteria)) for point in points(ours)]
    referred = [(point, assessment) for point, assessment in referred if assessment.red_flags]
    assert referred
    for point, assessment in referred:
        for phrase in deciding_phrases(point.evidence, assessment):
            place = point.evidence.index(phrase)
            topic = ALONE.with_hint(place)
            for had in (topic, topic.with_hint(place)):
                [told] = hints_said(had, assessment, point, criteria)
                assert "come before any care level" in told
                assert not [name for name in assessment.red_flags if criteria.finding(name).name in told]


def test_the_checklist_says_what_is_present_by_each_rules_condition_and_never_its_name_alone(ours: Bank) -> None:
    criteria = ours.criteria
    renamed = replace(criteria, indications=tuple(replace(rule, name="Ease") for rule in criteria.indications))
    parts = {part.title: part.rules for part in checklist(renamed)}
    for rule in criteria.indications:
        asked = parts[f"{criteria.level(rule.asks).name} is asked for, when the person …"]
        for name, value in rule.when.items():
            finding = criteria.finding(name)
            assert any(finding.values[finding.rank(value)].says in line for line in asked)
    assert parts["Outpatient is possible only where the person …"] == (
        "can come every day, or can come part of the week",
        "has a settled place to live, or can move into a sober living place",
    )
