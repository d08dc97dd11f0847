"""Lint against sentences in which something is planted, and sentences that only look so."""

from __future__ import annotations

import pytest
from carelevel.lint import CODES

from tests.lint.corpus import HALVES, read, scores, whole

RECALL, PRECISION = 0.97, 0.90
OF_NO_SENTENCE = {"wording/spelling", "identifier/combination"}
"""What only a bank's own words are, and what only a whole story has."""


def test_the_corpus_holds_two_hundred_of_each_kind_over_every_identifier() -> None:
    corpus = read()
    planted = sum(len(halves[half]["planted"]) for halves in corpus.values() for half in HALVES)
    look_alike = sum(len(halves[half]["look_alike"]) for halves in corpus.values() for half in HALVES)
    assert planted >= 200
    assert look_alike >= 200
    assert {code for code in CODES if code.startswith(("identifier/", "wording/"))} - set(corpus) == OF_NO_SENTENCE


def test_no_sentence_stands_in_both_halves() -> None:
    halves = [
        {str(line) for code in read().values() for lines in code[half].values() for line in lines} for half in HALVES
    ]
    assert not halves[0] & halves[1]


@pytest.mark.parametrize("half", HALVES)
def test_what_is_planted_is_found_and_what_looks_alike_stays_quiet(half: str) -> None:
    score = whole(half)
    assert score.recall >= RECALL, score.missed
    assert score.precision >= PRECISION, score.extra


def test_what_is_american_is_not_called_british() -> None:
    assert scores("held_out")["wording/british"].precision >= 0.95
