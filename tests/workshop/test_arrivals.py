"""When votes came, as far as looks tell: each between two looks, and of a round that had begun before nothing."""

from __future__ import annotations

from carelevel.workshop.arrivals import EVERY, Arrivals


class Watch:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def looked(watch: Watch, arrivals: Arrivals, round: str, votes: list[int]) -> None:
    for voted in votes:
        arrivals.look(round, voted)
        watch.now += 1


def test_a_vote_that_is_watched_from_its_opening_is_foretold_and_the_next_one_anew() -> None:
    watch = Watch()
    arrivals = Arrivals(watch)
    looked(watch, arrivals, "1", list(range(0, 24, 2)))
    told = arrivals.forecast(40)
    assert told is not None
    assert told.low < 40
    assert arrivals.voted == 22
    looked(watch, arrivals, "1", [24])
    assert arrivals.forecast(40) is told  # not told anew all the time
    watch.now += EVERY
    looked(watch, arrivals, "1", [26])
    assert arrivals.forecast(40) is not told
    looked(watch, arrivals, "2", [0])
    assert arrivals.forecast(40) is None
    looked(watch, arrivals, "", [0])
    assert arrivals.forecast(40) is None


def test_of_a_vote_that_a_restarted_kernel_finds_begun_nothing_is_foretold() -> None:
    watch = Watch()
    arrivals = Arrivals(watch)
    looked(watch, arrivals, "1", [9, *range(10, 30)])
    assert arrivals.forecast(40) is None
