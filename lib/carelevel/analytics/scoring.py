"""What an attempt counts as: accepted or not, the chance of being right that it states, the room it had to err."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carelevel.core.answer import ACCEPTED, Confidence
from carelevel.core.attempt import Attempt

STATED: Mapping[Confidence, float] = {Confidence.GUESS: 0.33, Confidence.FAIRLY_SURE: 0.70, Confidence.CERTAIN: 0.95}
"""The chance of being right that each word of confidence is read as: our reading, not a trainee's own number.

A guess is one of three levels by chance; certain leaves room for one error in twenty; fairly sure lies between,
where studies of verbal probabilities put words like "likely".
"""


def is_accepted(attempt: Attempt) -> bool:
    """Whether the answer agrees, or is accepted too."""
    return attempt.verdict in ACCEPTED


def stated(attempt: Attempt) -> float:
    """The chance of being right, 0 to 1, that the answer's confidence is read as."""
    return STATED[attempt.confidence]


def room(attempt: Attempt, ladder: Sequence[str]) -> tuple[bool, bool]:
    """Whether a level above, and one below, the recommendation was there to be chosen wrongly."""
    if attempt.criteria_level not in ladder:  # to be escalated
        return False, False
    rung = ladder.index(attempt.criteria_level)
    wrong = [place for place, level in enumerate(ladder) if level not in attempt.accepted]
    return any(place > rung for place in wrong), any(place < rung for place in wrong)
