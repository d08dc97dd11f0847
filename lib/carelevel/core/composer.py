"""Short notes composed without end: of a number always the same note, sound by the way in which it is made.

What a note shows is drawn first, from the criteria alone: a rule, the answer that it leads to, and whatever else may be
true beside it. Lines are chosen only where the engine gives that answer, and another one without what the note is
about. How many lines there are, whom they are about and in which order they stand is drawn apart from the answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from carelevel.core.assess import Decision
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.draws import Draws
from carelevel.core.errors import AnswerError
from carelevel.core.note import MOST_PAIRS, NUMBERS, Note, NoteCode, Recipe, version
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.core.note_recipes import Frame, NoteRecipes

EDITION = 1
"""Of composing: another one makes other notes of the same numbers."""
FEWEST_LINES, MOST_LINES = 6, 10
MOST_NEUTRAL = 2
"""Lines that show nothing, as long as enough others can be told."""
MOST_DRAWS = 300
MOST_NUMBERS = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a note; '' and None leave it open."""

    level: str = ""
    rule: str = ""
    contested: bool | None = None

    def takes(self, recipe: Recipe) -> bool:
        """Whether such a note is one that is wanted."""
        return (
            self.level in ("", recipe.level)
            and self.rule in ("", recipe.rule)
            and self.contested in (None, recipe.contested)
        )


ANY_NOTE = Wanted()


@dataclass(frozen=True, slots=True)
class Change:
    """Another line at *place* of a note, which shows this value."""

    place: int
    finding: str
    value: str


class Composer:
    """Notes of a bank's *lines*; AnswerError where these are too few for any."""

    def __init__(self, lines: NoteLines, criteria: Criteria) -> None:
        self.lines, self.criteria = lines, criteria
        self.version = version(hashlib.sha256(f"{EDITION} {lines.digest} {criteria.digest}".encode()).hexdigest())
        self._values = {
            finding.id: tuple(value.id for value in finding.values if lines.showing.get((finding.id, value.id)))
            for finding in criteria.findings
        }
        self._recipes = NoteRecipes(criteria, self._values)
        if not self.recipes:
            raise AnswerError("no note can be composed of these lines; write more of them, for every finding and value")

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """All that notes can be."""
        return self._recipes.every

    def compose(self, number: int) -> Note:
        """The note of that number, from 0 to NUMBERS - 1."""
        draws = Draws(number)
        answered = self._recipes.answered(draws)
        while True:  # each recipe was found to lead to notes, and more than one of them is seldom tried
            recipe = self._recipes.planned(answered, draws)
            count = FEWEST_LINES + draws.below(MOST_LINES - FEWEST_LINES + 1)
            frame = self._recipes.frame(count - 2 - draws.below(MOST_NEUTRAL), draws)
            for _ in range(MOST_DRAWS):
                note = self._drawn(number, recipe, count, frame, draws)
                if note:
                    return note

    def number(self, seed: int, wanted: Wanted = ANY_NOTE) -> int | None:
        """The first number from *seed* on whose note is as *wanted*; None where no note can be so."""
        return next((note.code.number for note in self.notes(seed, wanted)), None)

    def notes(self, seed: int, wanted: Wanted = ANY_NOTE) -> Iterator[Note]:
        """Those from number *seed* on that are as *wanted*, among MOST_NUMBERS; none where no note can be so."""
        if not any(map(wanted.takes, self.recipes)):
            return
        for step in range(MOST_NUMBERS):
            number: int = (seed + step) % NUMBERS
            draws = Draws(number)
            first = self._recipes.planned(self._recipes.answered(draws), draws)
            if wanted.takes(first):
                note = self.compose(number)
                if wanted.takes(note.recipe):
                    yield note

    def of_code(self, code: NoteCode) -> Note:
        """The note, or the one with its one line changed; AnswerError where it needs other lines or criteria."""
        if code.version != self.version:
            raise AnswerError(
                f"{code} was composed of other lines, or by other criteria, than these, whose notes end in "
                f"{self.version}; it can be shown with the notes.yaml and criteria.yaml of that time"
            )
        note = self.compose(code.number)
        changed = self._changed(note, code.change) if code.change else note
        if changed is None:
            raise AnswerError(f"there is no note {code}; write the code as it stands beside the note")
        return changed

    def pair(self, note: Note, wanted: Callable[[Decision], bool]) -> Note | None:
        """The note with the one line changed by which its answer is as *wanted*; None where there is no such line.

        What the note is about is told otherwise before anything else is, and a neutral line gives way last.
        """
        own, found = self._recipes.about(note.recipe), []
        for number, change in enumerate(self._changes(note), start=1):
            answer, contested = self._recipes.answer(_after(note, change))
            if wanted(answer):
                neutral = not note.lines[change.place].finding
                found.append((neutral, change.finding not in own, contested, number))
        found = sorted(Draws(note.code.number).shuffled(found), key=lambda one: one[:-1])
        return next(filter(None, (self._changed(note, number) for *_, number in found)), None)

    # With one line changed

    def _changes(self, note: Note) -> Iterator[Change]:
        """Every change of one line; the code of a pair counts them."""
        for place, line in enumerate(note.lines):
            values = self._values[line.finding] if line.finding else ()
            yield from (Change(place, line.finding, value) for value in values if value != line.value)
        untold = [name for name in self._values if name not in note.findings]
        for place, line in enumerate(note.lines):
            if place and not line.finding:
                yield from (Change(place, name, value) for name in untold for value in self._values[name])

    def _changed(self, note: Note, number: int) -> Note | None:
        """*note* after its change of that number, from 1; None where there is none, or no line for it."""
        change = next((one for place, one in enumerate(self._changes(note), start=1) if place == number), None)
        if change is None or number >= MOST_PAIRS:
            return None
        rest = [line for place, line in enumerate(note.lines) if place != change.place]
        choices = self.lines.showing[change.finding, change.value]
        line = _fitting(choices, rest, Draws(note.code.number * MOST_PAIRS + number))
        if line is None:
            return None
        findings = _after(note, change)
        answer, contested = self._recipes.answer(findings)
        recipe = replace(note.recipe, level=answer.level, contested=contested)
        lines = (*note.lines[: change.place], line, *note.lines[change.place + 1 :])
        return Note(replace(note.code, change=number), recipe, lines, findings, *answer)

    # In words

    def _drawn(self, number: int, recipe: Recipe, count: int, frame: Frame, draws: Draws) -> Note | None:
        """A note by that recipe, of *count* lines; None where this draw leads to none."""
        findings = self._recipes.draw(recipe, frame, draws)
        lines = findings and self._worded(findings, count, draws)
        if not findings or not lines:
            return None
        answer, _ = self._recipes.answer(findings)
        return Note(NoteCode(number, 0, self.version), recipe, lines, findings, *answer)

    def _worded(self, findings: Findings, count: int, draws: Draws) -> tuple[NoteLine, ...] | None:
        """A person, a line for each finding, and neutral ones up to *count*; None where some do not go together."""
        person = draws.choose(self.lines.people)
        told = [person]
        for item in findings.items():
            line = _fitting(self.lines.showing[item], told, draws)
            if line is None:
                return None
            told.append(line)
        neutral = list(self.lines.neutral)
        while neutral and len(told) < count:
            line = draws.taken(neutral)
            if all(map(line.goes_with, told)):
                told.append(line)
        return (person, *draws.shuffled(told[1:])) if len(told) >= FEWEST_LINES else None


@lru_cache(maxsize=2)  # what notes can be made of takes longer to find out than a note to compose
def composer(lines: NoteLines, criteria: Criteria) -> Composer:
    """The one of these lines; AnswerError as above."""
    return Composer(lines, criteria)


def _after(note: Note, change: Change) -> Findings:
    return {**note.findings, change.finding: change.value}


def _fitting(choices: Sequence[NoteLine], told: Sequence[NoteLine], draws: Draws) -> NoteLine | None:
    """One of *choices* that goes with all that is told."""
    if not choices:
        return None
    first = draws.below(len(choices))
    says = frozenset[str]().union(*(line.says for line in told))
    bars = frozenset[str]().union(*(line.bars for line in told))
    turned = (choices[(first + step) % len(choices)] for step in range(len(choices)))
    return next((line for line in turned if line.bars.isdisjoint(says) and line.says.isdisjoint(bars)), None)
