"""How much of what is planted lint finds, how much else, and how long it takes."""

from __future__ import annotations

from time import process_time

import pytest
from carelevel.bank import open_bank
from carelevel.lint import lint_case

from tests.lint.corpus import HALVES, Score, scores
from tests.lint.test_corpus import PRECISION, RECALL
from tests.lint.test_text import LARGEST, TAXING
from tests.lint.texts import lint_text

MOST_MS = 5
SLOWEST = 0.5
MORE = (
    *(
        "a",
        "-",
        "1-",
        "a:",
        "a@a.",
        "com.",
        "Ana de la ",
        "A & ",
        "sister Maria, ",
        "social ",
        "fax 5",
        "she is clean ",
    ),
    *("twenty-", " of 9", "the only a ", "1 January ", "+1 ", "GB00 ", "0000-", "photo of ", "O’", "a'"),
    *(
        "her kids 3, ",
        "“Ana” he said of his ",
        "at Main & ",
        "uds 0915, ",
        "Mia and Ben, her ",
        "from 97214 to ",
        "A-B-",
    ),
    *("children in the home: ", "my sister kylo ", "sent a selfie "),
)


@pytest.mark.parametrize("half", HALVES)
def test_recall_and_precision_on_the_planted_corpus(half: str) -> None:
    by_code = scores(half)
    whole = sum(by_code.values(), Score())
    print(f"\n{half}: recall {whole.recall:.3f} (bar {RECALL}), precision {whole.precision:.3f} (bar {PRECISION})")
    for code, score in by_code.items():
        planted = score.found + len(score.missed)
        print(f"  {code:24} {score.found:3} of {planted:3} found, {len(score.extra)} beside")
    assert whole.recall >= RECALL
    assert whole.precision >= PRECISION


def test_a_case_of_250_words_takes_at_most_five_milliseconds() -> None:
    bank = open_bank()
    cases = bank.cases()
    words = sum(len(part.text.split()) for case in cases for point in case.points for part in point.paragraphs)
    best = min(_seconds(lambda: [lint_case(case, bank.criteria) for case in cases]) for _ in range(5))
    each = 1000 * best * 250 / words
    print(f"\nlint: {each:.2f} ms for 250 words, {1000 * best / len(cases):.2f} ms a case; bar {MOST_MS} ms")
    assert each <= MOST_MS


def test_no_text_of_64_kib_takes_more_than_half_a_second() -> None:
    slowest = max(min(_seconds(lambda text=text: lint_text(text)) for _ in range(2)) for text in _texts())
    print(f"\nlint: {slowest:.2f} s for the worst 64 KiB; bar {SLOWEST} s")
    assert slowest <= SLOWEST


def _texts() -> list[str]:
    return [(part * LARGEST)[:LARGEST] for part in (*TAXING, *MORE)]


def _seconds(work: object) -> float:
    began = process_time()
    work()  # type: ignore[operator]
    return process_time() - began
