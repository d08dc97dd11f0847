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
class RuleSchedule:
    """Where one rule stands: *due* is when it should come back, *missed* whether it was missed the last time."""

    rule: str
    due: datetime
    missed: bool


def rule_schedules(reviews: Iterable[Review]) -> Mapping[str, RuleSchedule]:
    """Replay *reviews*, which are in time order; the same reviews always give the same schedules."""
    cards: dict[str, _Kept] = {}
    last: dict[str, Review] = {}
    for review in reviews:
        cards[review.rule] = _reviewed(cards.get(review.rule), rating(review), review.at)
        last[review.rule] = review
    return {rule: RuleSchedule(rule, kept.card.due, not last[rule].caught) for rule, kept in cards.items()}


def rating(review: Review) -> Rating:
    """Missed: again. Caught: hard with a guess or with help, easy when certain, good between."""
    if not review.caught:
        return Rating.Again
    if review.helped:
        return Rating.Hard
    return {Confidence.GUESS: Rating.Hard, Confidence.CERTAIN: Rating.Easy}.get(review.confidence, Rating.Good)


@dataclass(frozen=True, eq=False, slots=True)
class _Kept:
    """A card of fsrs, which itself is no key."""

    card: Card


@lru_cache(maxsize=1_024)
def _reviewed(kept: _Kept | None, rating: Rating, at: datetime) -> _Kept:
    """The card after one more review: of a record that has grown by an answer, only what is new is worked out."""
    card = Card(card_id=1) if kept is None else kept.card
    return _Kept(_scheduler().review_card(card, rating, at)[0])


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    return Scheduler(enable_fuzzing=False)  # fuzz is chance: the next case must follow from the record alone
