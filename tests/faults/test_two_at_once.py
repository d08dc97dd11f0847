"""Two kernels of one trainee at once, and two commits with one id."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from carelevel.bank import Bank
from carelevel.practice import Practice
from carelevel.store.store import Store, open_store

from tests.faults.processes import heard
from tests.faults.trainee import right, working

COMMITS = 50


def test_two_kernels_of_one_trainee_keep_every_answer_of_both(store_url: str) -> None:
    with ExitStack() as both:
        pair = [both.enter_context(working(store_url, name, COMMITS)) for name in ("left", "right")]
        said = [heard(connection) for _, connection in pair]
    store = open_store(store_url)
    kept = {attempt.id: attempt.reasons for attempt in store.attempts("wren")}
    store.close()
    assert [len(one) for one in said] == [COMMITS, COMMITS]
    assert {one.attempt: one.reasons for side in said for one in side} == kept
    assert len(kept) >= 2 * COMMITS - 1, "both may have begun at one place, with one question"


def test_two_cards_that_show_the_same_question_keep_one_answer_and_show_the_same(bank: Bank, store: Store) -> None:
    first = Practice(bank, store, "wren")
    second = Practice(bank, store, "wren")
    assert first.question is not None
    assert second.question is not None
    assert first.question.attempt == second.question.attempt
    shown = [one.submit(right(one, reasons)).answer for one, reasons in ((first, "mine"), (second, "mine too"))]
    assert [answer.reasons for answer in shown] == ["mine", "mine"]
    assert [attempt.reasons for attempt in store.attempts("wren")] == ["mine"]


def test_two_commits_with_one_id_at_the_same_moment_are_one_attempt(bank: Bank, store: Store) -> None:
    cards = [Practice(bank, store, "wren") for _ in range(6)]
    with ThreadPoolExecutor(len(cards)) as threads:
        results = list(threads.map(lambda card: card.submit(right(card, str(id(card)))).answer.reasons, cards))
    assert len(set(results)) == 1
    assert [attempt.reasons for attempt in store.attempts("wren")] == results[:1]
