"""The entry check: a few prompts made of the criteria alone, by which the experienced skip a beginner’s support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from carelevel.core.answer import ACCEPTED, Answer, Confidence, compare
from carelevel.core.assess import Assessment, assess
from carelevel.core.attempt import EntryCheck
from carelevel.core.case import DecisionPoint, Key
from carelevel.core.criteria import Criteria, Findings
from carelevel.practice.next_case import shuffled

PROMPTS = 6
"""A prompt takes about twenty seconds to read and answer."""

LEAST_PROMPTS = 4
"""Criteria that give fewer have no check."""

MAY_MISS = 1
"""So many wrong answers still pass: of four choices each, guessing passes about one check in fifty."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """*change* is what is told, of somebody of whom all else is known and of least concern."""

    change: Findings
    assessment: Assessment


def least_right(asked: int) -> int:
    """How many of the prompts have to be right."""
    return asked - MAY_MISS


def passed(checks: Iterable[EntryCheck]) -> bool:
    """Whether any check was passed."""
    return any(check.right >= least_right(check.asked) for check in checks)


@lru_cache(maxsize=8)  # a card asks each time it is shown whether there are any
def prompts(criteria: Criteria, trainee: str, turn: int) -> tuple[Prompt, ...]:
    """PROMPTS of them, or none where there are too few; *turn* counts the checks that the trainee has taken.

    Level after level, a referral among them, each once with what alone leads there, in an order of the trainee's own.
    Where every level would be accepted nothing is asked.
    """
    by_level: dict[str, list[Prompt]] = {level: [] for level in criteria.choices}

    def place(change: Findings) -> str:
        return shuffled(f"{trainee} {turn}", *map("=".join, change.items()))

    for change in sorted(_changes(criteria), key=place):
        said = assess({**_base(criteria), **change}, criteria)
        if len(said.accepted) < len(criteria.levels):
            by_level[said.level].append(Prompt(change, said))
    found = [prompt for together in _in_turn(by_level.values()) for prompt in together][:PROMPTS]
    levels = {prompt.assessment.level for prompt in found}
    enough = len(found) >= LEAST_PROMPTS and len(levels) > 1
    return tuple(sorted(found, key=lambda prompt: place(prompt.change)[::-1])) if enough else ()


def count_right(asked: Iterable[Prompt], chosen: Iterable[str], criteria: Criteria) -> int:
    """How many of the levels *chosen* are accepted."""
    return sum(_is_right(prompt, level, criteria) for prompt, level in zip(asked, chosen, strict=True))


def _in_turn(rows: Iterable[list[Prompt]]) -> Iterator[list[Prompt]]:
    """The first of each row, then the second of each that has one, and so on."""
    left = [list(row) for row in rows]
    while any(left):
        yield [row.pop(0) for row in left if row]


def _is_right(prompt: Prompt, level: str, criteria: Criteria) -> bool:
    point = DecisionPoint("", (), (), prompt.assessment.findings, Key(prompt.assessment.level))
    return compare(Answer(level, Confidence.GUESS), prompt.assessment, point, criteria).verdict in ACCEPTED


def _base(criteria: Criteria) -> Mapping[str, str]:
    """Every red flag and all that can move the level, of least concern; nothing is said that would ease an answer."""
    easing = {name for rule in criteria.indications for eased in rule.exceptions for name in eased.when}
    easing |= {name for needed in criteria.requirements for when in needed.instead for name in when}
    return {name: criteria.finding(name).values[0].id for name in _read(criteria) if name not in easing}


def _read(criteria: Criteria) -> Iterable[str]:
    return dict.fromkeys((*criteria.moving(), *criteria.red_flags))


def _changes(criteria: Criteria) -> Iterator[Findings]:
    """Each thing that a rule reads, then what eases a rule together with it."""
    for name in _read(criteria):
        yield from ({name: value.id} for value in criteria.finding(name).values[1:])
    for rule in criteria.indications:
        for eased in rule.exceptions:
            yield {**rule.when, **eased.when}
