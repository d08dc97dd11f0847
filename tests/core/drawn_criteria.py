"""Criteria drawn by lot, as a criteria.yaml may hold them: small enough that every state can be gone through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from carelevel.core.criteria import Criteria, Endorsement, Exception_, Finding, Indication, Preference, Requirement

from tests.core.small_criteria import criteria, eased, finding, indication, requirement

Weight = tuple[int, int, int, int]
"""What an ask comes to: its rung, the lowest and the highest supported, and the rung that it holds firm."""
NOTHING: Weight = (0, 0, 0, 0)


def drawn_criteria(seed: int) -> Criteria:
    """Two to four levels, two to six findings, a quarter of them circumstances, and a few rules of every kind."""
    return _Drawing(Random(seed)).criteria()


class _Drawing:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.ladder = ["first", "second", "third", "fourth"][: chance.randint(2, 4)]
        self.findings = [self._finding(f"f{number}") for number in range(chance.randint(2, 6))]

    def criteria(self) -> Criteria:
        drawn = criteria(
            " ".join(self.ladder),
            self.findings,
            indications=tuple(self._indication(f"i{number}") for number in range(self.chance.randint(1, 5))),
            requirements=tuple(self._requirement(f"r{number}") for number in range(self.chance.randint(0, 4))),
            preferences=tuple(self._preference(f"p{number}") for number in range(self.chance.choice([0, 0, 1]))),
        )
        endorsed = (Endorsement(self._test(slice(0, 1), most=2), (), ""),)
        return replace(drawn, levels=(replace(drawn.levels[0], endorsed=endorsed), *drawn.levels[1:]))

    def _finding(self, name: str) -> Finding:
        values = self.chance.choice(["v0 v1", "v0 v1", "v0 v1 v2"])
        return finding(name, values, circumstance=self.chance.random() < 0.25)

    def _indication(self, name: str) -> Indication:
        asks, more = self._ask()
        when = self._test(slice(1, None), most=3)
        exceptions = tuple(self._exceptions(self._weight(asks, more)))
        return indication(name, when, asks, exceptions=exceptions, at_least=self._at_least(when), **more)

    def _exceptions(self, whole: Weight) -> Iterator[Exception_]:
        """Some that only lower, the one that lowers most first."""
        before = NOTHING
        for _ in range(self.chance.choice([0, 0, 1, 2, 3])):
            when = self._test(slice(0, 1), most=2)
            asks, more = (None, {}) if self.chance.random() < 0.25 else self._ask()
            weight = NOTHING if asks is None else self._weight(asks, more)
            pairs = zip(before, weight, whole, strict=True)
            if all(earlier <= own <= most for earlier, own, most in pairs):
                before = weight
                yield eased(when, asks, at_least=self._at_least(when), **more)

    def _requirement(self, name: str) -> Requirement:
        needs = self._test(slice(0, -1), most=3)
        instead = [self._test(slice(0, -1), most=2) for _ in range(self.chance.choice([0, 0, 1]))]
        level = self.chance.choice(self.ladder)
        return requirement(name, level, needs, at_least=self._at_least(needs), instead=tuple(instead))

    def _preference(self, name: str) -> Preference:
        return Preference(name, name, self._test(slice(1, None), most=2), self.chance.choice(self.ladder), (), "")

    def _ask(self) -> tuple[str, dict[str, Any]]:
        asks, *others = self.chance.sample(self.ladder, len(self.ladder))
        more = {
            "kind": self.chance.choice(["firm", "yielding"]),
            "strength": self.chance.choice(["direct", "inferred", "by_exclusion"]),
            "also": tuple(others[: self.chance.choice([0, 0, 1, 2])]),
        }
        return asks, more

    def _weight(self, asks: str, more: dict[str, Any]) -> Weight:
        rungs = [self.ladder.index(level) for level in (asks, *more["also"])]
        return rungs[0], min(rungs), max(rungs), rungs[0] if more["kind"] == "firm" else 0

    def _test(self, among: slice, most: int) -> dict[str, str]:
        chosen = self.chance.sample(self.findings, min(len(self.findings), self.chance.randint(1, most)))
        return {one.id: self.chance.choice(one.values[among]).id for one in chosen}

    def _at_least(self, when: dict[str, str]) -> int | None:
        return self.chance.choice([None, None, self.chance.randint(1, len(when))])
