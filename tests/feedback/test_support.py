"""What a hint tells, step by step."""

from __future__ import annotations

from carelevel.bank import Bank
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import assess
from carelevel.core.support import ALONE
from carelevel.feedback.support import hints_said

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
