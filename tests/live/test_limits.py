"""Rates: a burst at once, then so many a second; who guesses uses up their own allowance first."""

from __future__ import annotations

from carelevel.live.http.limits import Bucket, Buckets, Guesses, Limits, Rate
from carelevel.workshop.tokens import CODE_LENGTH, LETTERS


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_a_burst_through_and_then_so_many_a_second() -> None:
    clock = Clock()
    bucket = Bucket(Rate(3, 0.5), clock)
    assert [bucket.take() for _ in range(5)] == [True] * 3 + [False] * 2
    clock.now = 2
    assert [bucket.take() for _ in range(2)] == [True, False]
    clock.now = 1000
    assert sum(bucket.take() for _ in range(9)) == 3


def test_each_name_has_a_bucket_of_its_own_and_the_forgotten_start_full() -> None:
    buckets = Buckets(Rate(1, 0), Clock())
    assert buckets.of("ann").take()
    assert not buckets.of("ann").take()
    assert buckets.of("bob").take()


def test_buckets_do_not_grow_without_end() -> None:
    buckets = Buckets(Rate(1, 0), Clock())
    for number in range(25_000):
        buckets.of(str(number))
    assert len(buckets._buckets) <= 20_000


def test_a_guesser_runs_dry_and_only_many_together_use_up_what_all_have() -> None:
    clock = Clock()
    guesses = Guesses(Limits(wrong_codes=Rate(25, 1), wrong_codes_of_one=Rate(10, 0)), clock)
    for _ in range(50):
        guesses.was_wrong("10.6.6.6")
    assert not guesses.may_try("10.6.6.6")
    assert guesses.may_try("10.0.0.1")
    for address in ("10.6.6.7", "10.6.6.8"):
        for _ in range(10):
            guesses.was_wrong(address)
    assert not guesses.may_try("10.0.0.1")
    clock.now = 2
    assert guesses.may_try("10.0.0.1")


def test_no_address_is_kept() -> None:
    guesses = Guesses(Limits())
    guesses.was_wrong("192.168.1.77")
    assert "192.168" not in repr(vars(guesses._of_one))


def test_a_hall_of_three_thousand_behind_one_address_may_mistype() -> None:
    clock = Clock()
    guesses = Guesses(Limits(), clock)
    for number in range(3000):
        clock.now = number / 50  # they all come within a minute
        assert guesses.may_try("203.0.113.9")
        if number % 20 == 0:
            guesses.was_wrong("203.0.113.9")


def test_guessing_for_an_hour_from_everywhere_finds_a_code_in_one_of_three_thousand_such_hours() -> None:
    clock = Clock()
    guesses = Guesses(Limits(), clock)
    tried = 0
    for second in range(3600):
        clock.now = float(second)
        while guesses.may_try(f"10.0.0.{tried % 250}"):
            guesses.was_wrong(f"10.0.0.{tried % 250}")
            tried += 1
    assert tried / len(LETTERS) ** CODE_LENGTH < 1 / 3000
