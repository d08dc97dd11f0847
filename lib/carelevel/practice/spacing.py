"""When each rule should come back to a trainee: a card of spaced repetition for each, replayed from what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from fsrs import Card, Rating, Scheduler

from carelevel.core.answer import Confidence


@dataclass(frozen=True, slots=True)
class Review:
    """One rule that mattered in one committed answer; *caught*: its evidence was marked and the level accepted.

    *helped*: a hint pointed at it, or a worked step told it.
    """

    rule: str
    caught: bool
    confidence: Confidence
    at: datetime
    helped: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one rule stands: *due* is when it should come back, *missed* whether it was missed the last time."""

    rule: str
    due: datetime
    missed: bool


def standings(reviews: Iterable[Review]) -> Mapping[str, Standing]:
    """Replay *reviews*, which are in time order; the same reviews always give the same standings."""
    cards: dict[str, Card] = {}
    last: dict[str, Review] = {}
    for review in reviews:
        card = cards.get(review.rule) or Card(card_id=len(cards) + 1)
        cards[review.rule], _ = _scheduler().review_card(card, rating(review), review.at)
        last[review.rule] = review
    return {rule: Standing(rule, card.due, not last[rule].caught) for rule, card in cards.items()}


def rating(review: Review) -> Rating:
    """Missed: again. Caught: hard with a guess or with help, easy when certain, good between."""
    if not review.caught:
        return Rating.Again
    if review.helped:
        return Rating.Hard
    return {Confidence.GUESS: Rating.Hard, Confidence.CERTAIN: Rating.Easy}.get(review.confidence, Rating.Good)


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    return Scheduler(enable_fuzzing=False)  # fuzz is chance: the next case must follow from the record alone
