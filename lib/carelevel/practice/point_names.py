"""What to call each decision point of a bank, and what its phrases are, for a report about a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carelevel.bank import Bank
from carelevel.core.case import Case
from carelevel.words import progress as words

PointName = tuple[str, str, int]
"""Case, twin ('' for the case itself), number of the decision point."""


@dataclass(frozen=True, slots=True)
class Named:
    """*names* and *phrases* by decision point, *digests* by case: the current texts."""

    names: Mapping[PointName, str]
    phrases: Mapping[PointName, tuple[str, ...]]
    digests: Mapping[str, str]


def named(bank: Bank, cases: Iterable[str]) -> Named:
    """The decision points of *cases*, as far as the bank has them soundly."""
    found = [checked.case for name in cases if name in bank.case_ids() and (checked := bank.checked(name)).case]
    sound = [case for case in found if case is not None]
    return Named(
        names={name: title for case in sound for name, title in _titles(case)},
        phrases={
            (case.id, twin or "", number): tuple(evidence.phrase for evidence in point.evidence)
            for case in sound
            for twin in _tellings(case)
            for number, point in enumerate(case.telling(twin))
        },
        digests={case.id: case.digest for case in sound},
    )


def _titles(case: Case) -> Iterator[tuple[PointName, str]]:
    for twin in _tellings(case):
        telling = case.telling(twin)
        for number, point in enumerate(telling):
            title = words.POINT_TWIN.format(title=case.title) if twin else case.title
            if len(telling) > 1:
                title = words.POINT_LATER.format(title=title, heading=point.heading)
            yield (case.id, twin or "", number), title


def _tellings(case: Case) -> tuple[str | None, ...]:
    return (None, *(twin.id for twin in case.twins))
