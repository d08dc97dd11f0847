"""Rates: a burst at once, then so many a second; who guesses uses up their own allowance first."""

from __future__ import annotations

from carelevel.live.http.limits import AddressNames, Bucket, Buckets, Guesses, Limits, Rate
from carelevel.live.http.shares import Shares
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
    assert sum(guesses.take("10.6.6.6") for _ in range(50)) == 10
    assert guesses.take("10.0.0.1")
    guesses.give_back("10.0.0.1")
    assert [sum(guesses.take(address) for _ in range(10)) for address in ("10.6.6.7", "10.6.6.8")] == [10, 5]
    assert not guesses.take("10.0.0.1")
    clock.now = 2
    assert guesses.take("10.0.0.1")


def test_no_address_is_kept() -> None:
    guesses, shares = Guesses(Limits()), Shares(5)
    guesses.take("192.168.1.77")
    shares.take("room", "192.168.1.77", whole_halls=False)
    assert "192.168" not in repr((vars(guesses._of_one), vars(shares)))


def test_what_one_household_has_of_ipv6_is_one_address_and_ipv4_in_it_is_itself() -> None:
    names = AddressNames()
    assert names.name("2001:db8:1:2::1") == names.name("2001:db8:1:2:ffff::9") != names.name("2001:db8:1:3::1")
    assert names.name("::ffff:10.0.0.1") == names.name("10.0.0.1") != names.name("10.0.0.2")
    assert names.name("testclient") != names.name("")


def test_an_address_has_its_own_seats_then_as_many_as_all_others_and_a_hall_what_the_presenter_allows() -> None:
    shares = Shares(3)

    def takes(address: str, tries: int, *, whole_halls: bool = False) -> int:
        return sum(shares.take("room", address, whole_halls=whole_halls) for _ in range(tries))

    assert takes("10.6.6.6", 10_000) == 3
    assert takes("10.0.0.1", 3) + takes("10.0.0.2", 2) == 5
    assert takes("10.6.6.6", 10_000) == 2
    shares.give_back("room", "10.6.6.6")
    told = shares.audience("room", visits=7)
    assert (told.visits, told.seats, told.addresses, told.turned_away) == (7, (4, 3, 2), 3, 10_000 - 3 + 10_000 - 2)
    assert takes("10.6.6.6", 50, whole_halls=True) == 50
    assert shares.audience("another", visits=7).seats == ()


def test_a_hall_of_three_thousand_behind_one_address_may_mistype() -> None:
    clock = Clock()
    guesses = Guesses(Limits(), clock)
    for number in range(3000):
        clock.now = number / 50  # they all come within a minute
        assert guesses.take("203.0.113.9")
        if number % 20:
            guesses.give_back("203.0.113.9")


def test_guessing_for_an_hour_from_everywhere_finds_a_code_in_one_of_three_thousand_such_hours() -> None:
    clock = Clock()
    guesses = Guesses(Limits(), clock)
    tried = 0
    for second in range(3600):
        clock.now = float(second)
        while guesses.take(f"10.0.0.{tried % 250}"):
            tried += 1
    assert tried / len(LETTERS) ** CODE_LENGTH < 1 / 3000
