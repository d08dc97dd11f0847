"""Sentences tied to claims, on the real bank."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence, check_answer
from carelevel.core.assess import assess
from carelevel.core.errors import AnswerError
from carelevel.core.ties import Fit, grounded, refers_for, tied_to, ties, ties_of, ties_text
from carelevel.practice.simulated_trainees import sittings

from tests.stories import evidence_of, shows_nothing

CASE = "kitchen-shift"


def fit(bank: Bank, sentence: int, claim: str) -> Fit:
    point = bank.case(CASE).points[0]
    [tie] = ties({sentence: claim}, point, assess(point.findings, bank.criteria), bank.criteria)
    return tie.fit


def claims_of(bank: Bank, rule: str) -> tuple[str, ...]:
    return next(known.because for known in bank.criteria.indications if known.id == rule)


def test_a_sentence_supports_a_claim_of_a_rule_that_reads_what_it_shows_and_has_a_part_here(bank: Bank) -> None:
    pressure, home = (evidence_of(CASE, name).sentences[0] for name in ("peers", "home"))
    for claim in claims_of(bank, "peers"):
        assert fit(bank, pressure, claim) is Fit.SUPPORTS
        assert fit(bank, shows_nothing(CASE)[0], claim) is Fit.NOTHING
    assert fit(bank, home, claims_of(bank, "tempting-home")[0]) is Fit.IDLE, "the home is steady"
    assert fit(bank, pressure, claims_of(bank, "outpatient-medication")[0]) is Fit.OTHER


def test_what_is_told_wrong_names_what_the_sentence_shows_and_what_the_claim_is_about(bank: Bank) -> None:
    point = bank.case(CASE).points[0]
    sentence = evidence_of(CASE, "peers").sentences[0]
    claim = claims_of(bank, "outpatient-medication")[0]
    [tie] = ties({sentence: claim}, point, assess(point.findings, bank.criteria), bank.criteria)
    assert "peers" in tie.shown
    assert "medication" in tie.read
    assert not {*tie.shown} & {*tie.read}


def test_every_deciding_phrase_of_the_bank_can_be_tied_rightly(bank: Bank) -> None:
    for together in sittings(bank):
        for sitting in together:
            said = sitting.assessment
            for reason in said.exercised:
                for phrase in sitting.point.evidence:
                    if reason.claims and reason.findings.keys() & phrase.findings.keys() and phrase.sentences:
                        tied = {phrase.sentences[0]: reason.claims[0]}
                        [tie] = ties(tied, sitting.point, said, bank.criteria)
                        assert tie.fit is Fit.SUPPORTS, (sitting.case.id, phrase.phrase, reason.rule)


def test_a_sentence_that_shows_a_red_flag_is_a_reason_to_refer_and_one_that_rules_it_out_is_none(bank: Bank) -> None:
    fits = set()
    for together in sittings(bank):
        for sitting in together:
            for phrase in sitting.point.evidence:
                for name in filter(bank.criteria.red_flags.__contains__, phrase.findings):
                    tied = {phrase.sentences[0]: refers_for(name)}
                    [tie] = ties(tied, sitting.point, sitting.assessment, bank.criteria)
                    present = name in sitting.assessment.red_flags
                    assert tie.fit is (Fit.SUPPORTS if present else Fit.IDLE), (sitting.case.id, phrase.phrase)
                    fits.add(tie.fit)
    assert Fit.SUPPORTS in fits
    assert fit(bank, evidence_of(CASE, "peers").sentences[0], refers_for("psychosis")) is Fit.OTHER


def test_each_claim_that_can_be_tied_is_one_of_the_criteria_and_reads_something(bank: Bank, pool: Bank) -> None:
    for known in (bank, pool):
        rules = grounded(known.criteria)
        assert rules
        assert {rule.claim for rule in rules} <= tied_to(known.criteria)
        assert all(rule.reads <= {finding.id for finding in known.criteria.findings} for rule in rules)


def test_ties_are_kept_in_a_few_characters() -> None:
    assert ties_text({5: "B6", 3: "A12"}) == "3:A12 5:B6"
    assert ties_of("3:A12 5:B6") == {3: "A12", 5: "B6"}
    assert ties_of("") == {}


@pytest.mark.parametrize("tied", [{0: "A12"}, {3: "no-claim"}], ids=["not marked", "no claim"])
def test_a_tie_that_was_not_offered_is_refused(bank: Bank, tied: dict[int, str]) -> None:
    answer = Answer("residential", Confidence.GUESS, frozenset({3}), {"withdrawal_first": True}, ties=tied)
    with pytest.raises(AnswerError, match="cannot be tied"):
        check_answer(answer, bank.case(CASE).points[0], bank.criteria)
