"""What the criteria answer to the flags of each decision point that a trainee has answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carelevel.bank import Bank
from carelevel.core.assess import decide
from carelevel.core.attempt import Attempt
from carelevel.core.errors import BankError
from carelevel.core.story_digest import story_digest


def flag_pairs(
    attempts: Iterable[Attempt], bank: Bank
) -> Iterator[tuple[Mapping[str, bool], Mapping[str, bool | None]]]:
    """For each attempt at a text and criteria as they are now, its flags and the criteria's.

    An attempt keeps what the trainee answered, and of the criteria's answer only the level.
    """
    for attempt in attempts:
        if attempt.flags and attempt.criteria_digest == bank.criteria.digest:
            try:
                case = bank.case(attempt.case)
            except BankError:
                continue
            asked = (attempt.twin, attempt.point)
            if case.asks(*asked) and story_digest(case, *asked).is_told_alike(attempt.case_digest):
                point = case.telling(attempt.twin or None)[attempt.point]
                yield attempt.flags, decide(point.findings, bank.criteria).flags
