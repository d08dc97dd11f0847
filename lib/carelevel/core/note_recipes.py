"""What notes can show: a rule, the answer that it leads to, and whatever else may be true beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from carelevel.core.assess import Decision, decide, refer_accepted
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.draws import Draws
from carelevel.core.note import Recipe
from carelevel.core.note_themes import UNMET, Theme, themes
from carelevel.core.thresholds import thresholds

MOST_ASKED = 2
"""Red flags told as absent in one note."""
CONTESTED_PERCENT = 20
FRAMED_PERCENT = 45
"""How often a circumstance is told, which must not come mostly where it moves the answer; and what a flag reads."""
LEAST_PERCENT = 55
"""How often a finding that a note is not about is of least concern, before it is drawn like any other."""
LEVEL_WEIGHT, ESCALATE_WEIGHT = 5, 3
"""With three levels five notes of 18 are of each, and three are to be referred, as in a bank of stories."""
TRIALS, FEWEST_FOUND = 150, 6
"""Of so many draws of a theme so many must lead to an answer before notes about it are composed."""
USUAL_ROOM = 5

Answered = tuple[str, bool]
"""An answer's level, and whether it is contested."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a note must not depend on its answer: the *room* for findings, and what is *told* at least."""

    room: int
    told: tuple[str, ...]


class NoteRecipes:
    """What can be told with the *values* of each finding for which there are lines."""

    def __init__(self, criteria: Criteria, values: Mapping[str, tuple[str, ...]]) -> None:
        self.criteria, self.values = criteria, values
        self._compiled = thresholds(criteria)
        self._told = tuple(name for name, told in values.items() if told)
        self._least = {finding.id: finding.values[0].id for finding in criteria.findings}
        self._tells_least = {name for name in self._told if self._least[name] in values[name]}
        self._red, self._circumstances = frozenset(criteria.red_flags), frozenset(criteria.circumstances)
        read = (name for flag in criteria.flags for when in flag.when for name in when if name not in self._red)
        self._framed = tuple(dict.fromkeys((*criteria.circumstances, *read)))
        self._at_work = {theme: self._test(theme) for theme in self._themes.values()}

    @property
    def every(self) -> tuple[Recipe, ...]:
        """All of them."""
        return tuple(recipe for recipes in self._by_answer.values() for recipe in recipes)

    def answered(self, draws: Draws) -> Answered:
        """What a note is to be answered with: each level as often as it is to come."""
        level, contested = draws.choose(self._levels), draws.happens(CONTESTED_PERCENT)
        return (level, contested) if (level, contested) in self._by_cause else (level, not contested)

    def planned(self, answered: Answered, draws: Draws) -> Recipe:
        """One that leads there; what it turns on comes as often as anything else, what is a circumstance half as often.

        Otherwise a circumstance would too often tell the answer by itself.
        """
        return draws.choose(draws.choose(self._by_cause[answered]))

    def frame(self, room: int, draws: Draws) -> Frame:
        """A frame for up to *room* findings, drawn before anything is known of the answer."""
        told = tuple(name for name in self._framed if self.values[name] and draws.happens(FRAMED_PERCENT))
        return Frame(room, told)

    def draw(self, recipe: Recipe, frame: Frame, draws: Draws) -> Findings | None:
        """The findings of a note by that recipe; None where this draw leads to none."""
        theme = self._themes[recipe.rule, recipe.way]
        findings = self._findings(theme, frame, draws)
        return findings if self._recipe(findings, theme) == recipe else None

    def about(self, recipe: Recipe) -> Collection[str]:
        """The findings that put its rule to work."""
        theme = self._themes[recipe.rule, recipe.way]
        return {*theme.pivots, *(name for base in theme.bases for name in base)}

    def answer(self, findings: Findings) -> tuple[Decision, bool]:
        """What the criteria say, and whether another answer counts as right beside it."""
        decision = decide(findings, self.criteria)
        refers_too = decision.accepted == self.criteria.ladder[-1:] and refer_accepted(findings, self.criteria)
        return decision, len(decision.accepted) > 1 or refers_too

    # Which there are

    @cached_property
    def _themes(self) -> Mapping[tuple[str, str], Theme]:
        """Those that can be told."""
        found = {}
        for theme in themes(self.criteria):
            bases = tuple(base for base in theme.bases if self._can_tell(base))
            if bases:
                found[theme.rule, theme.way] = replace(theme, bases=bases)
        return found

    def _can_tell(self, findings: Findings) -> bool:
        return all(value in self.values[name] for name, value in findings.items())

    @cached_property
    def _by_answer(self) -> Mapping[Answered, tuple[Recipe, ...]]:
        """As trying finds them."""
        counts: dict[Recipe, int] = {}
        draws = Draws(0)
        for theme in self._themes.values():
            for _ in range(TRIALS):
                recipe = self._recipe(self._findings(theme, self.frame(USUAL_ROOM, draws), draws), theme)
                if recipe:
                    counts[recipe] = counts.get(recipe, 0) + 1
        found: dict[Answered, tuple[Recipe, ...]] = {}
        for recipe, count in counts.items():
            if count >= FEWEST_FOUND:
                answered = (recipe.level, recipe.contested)
                found[answered] = (*found.get(answered, ()), recipe)
        return found

    @cached_property
    def _by_cause(self) -> Mapping[Answered, tuple[tuple[Recipe, ...], ...]]:
        """The same, those together that turn on the same findings."""
        found = {}
        for answered, recipes in self._by_answer.items():
            causes: dict[frozenset[str], list[Recipe]] = {}
            for recipe in recipes:
                theme = self._themes[recipe.rule, recipe.way]
                causes.setdefault(frozenset(theme.pivots), []).append(recipe)
            found[answered] = tuple(
                tuple(recipes)
                for cause, recipes in causes.items()
                for _ in range(1 if cause and cause <= self._circumstances else 2)
            )
        return found

    @cached_property
    def _levels(self) -> tuple[str, ...]:
        there = {level for level, _ in self._by_answer}
        weights = {level: ESCALATE_WEIGHT if level == ESCALATE else LEVEL_WEIGHT for level in self.criteria.choices}
        return tuple(level for level, weight in weights.items() if level in there for _ in range(weight))

    # One of them

    def _findings(self, theme: Theme, frame: Frame, draws: Draws) -> Findings:
        """What puts the theme to work, and beside it as much as there is room for."""
        findings = dict(draws.choose(theme.bases))
        for name in frame.told:
            if name not in findings:
                findings[name] = draws.choose(self.values[name])
        asked, left = 0, list(self._told)
        while left and len(findings) < frame.room:
            name = draws.taken(left)
            if name in findings or name in self._framed:
                continue
            if name in self._red:
                if name in self._tells_least and asked < MOST_ASKED:
                    findings[name] = self._least[name]
                    asked += 1
            elif name in self._tells_least and draws.happens(LEAST_PERCENT):
                findings[name] = self._least[name]
            else:
                findings[name] = draws.choose(self.values[name])
        return findings

    def _recipe(self, findings: Findings, theme: Theme) -> Recipe | None:
        """What a note with *findings* is, where it is what the theme is about that leads to its answer."""
        state = self._compiled.state(findings)
        if not self._at_work[theme](state):
            return None
        rung, accepted = self._rung(state)
        level = self.criteria.choices[rung]
        contested = accepted.bit_count() > 1
        if not theme.pivots:
            return Recipe(theme.rule, theme.way, level, contested) if level == theme.level else None
        for name in theme.pivots:
            state = self._without(state, name) if name in findings else state
        before = self._rung(state)
        if before[0] == rung and (not contested or before[1] == accepted):
            return None
        top = len(self.criteria.levels) - 1
        if not contested and rung == top and refer_accepted(findings, self.criteria):
            contested = True
        return Recipe(theme.rule, theme.way, level, contested)

    def _rung(self, state: int) -> tuple[int, int]:
        """The answer's place among the choices, and a bit for each accepted rung, none where it is to escalate."""
        if state & self._compiled.red:
            return len(self.criteria.levels), 0
        outcome = self._compiled.outcome(state)
        return outcome.rung, outcome.accepted

    def _without(self, state: int, finding: str) -> int:
        """*state* where nothing is stated of the finding."""
        bits = self._compiled.all_of[finding]
        return state & ~bits | self._compiled.unstated & bits

    def _test(self, theme: Theme) -> Callable[[int], bool]:
        """Whether the rule is at work in that way; where nothing is to ask for more, whether nothing does."""
        asking = {indication.rule.id: indication for indication in self._compiled.asking}
        required = {needed.rule.id: needed for needed in self._compiled.required}
        if not theme.pivots:
            return lambda state: not any(indication.applies(state) for indication in asking.values())
        if theme.way == UNMET:
            return lambda state: not required[theme.rule].met(state)
        if theme.rule in self._red:
            return lambda _state: True
        indication, place = asking[theme.rule], int(theme.way) if theme.way else None
        return lambda state: indication.applies(state) and indication.exception(state) == place
