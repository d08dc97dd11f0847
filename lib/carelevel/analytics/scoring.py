"""What an attempt counts as: accepted or not, the chance of being right that it states, the room it had to err."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from carelevel.analytics.chance import Proportion
from carelevel.core.answer import ACCEPTED, Confidence, Verdict
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


class Errors(NamedTuple):
    """Wrong answers on the ladder, of those in which there was room to err that way."""

    more: Proportion
    less: Proportion


def errors(record: Sequence[Attempt], ladder: Sequence[str]) -> Errors:
    """The errors to more intensive levels, and to less intensive ones."""
    rooms = [room(attempt, ladder) for attempt in record]
    return Errors(
        Proportion(sum(attempt.verdict is Verdict.MORE_INTENSIVE for attempt in record), sum(up for up, _ in rooms)),
        Proportion(sum(attempt.verdict is Verdict.LESS_INTENSIVE for attempt in record), sum(low for _, low in rooms)),
    )


def marks_by_rule(record: Iterable[Attempt]) -> Mapping[str, Mapping[int, bool]]:
    """For each rule, the attempts (by their place) in which its evidence was there to be marked, and whether it was."""
    marks: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, attempt in enumerate(record):
        for rated in attempt.rules:
            if rated.caught is not None:
                marks[rated.rule][number] = rated.caught
    return marks


def room(attempt: Attempt, ladder: Sequence[str]) -> tuple[bool, bool]:
    """Whether a level above, and one below, the recommendation was there to be chosen wrongly."""
    if attempt.criteria_level not in ladder:  # to be escalated
        return False, False
    rung = ladder.index(attempt.criteria_level)
    wrong = [place for place, level in enumerate(ladder) if level not in attempt.accepted]
    return any(place > rung for place in wrong), any(place < rung for place in wrong)
