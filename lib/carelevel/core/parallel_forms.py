"""Two forms of twelve notes and two stories, of one number always the same, and equal in what makes them hard.

Every note of one form has its like in the other: about the same rule in the same way, with the same answer, contested
or not, of as many lines and as many words. The two stories of a pair are alike in rule, answer, being contested and how
hard they are to read, and neither is much longer than the other.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from carelevel.core.composer import Composer, Wanted
from carelevel.core.criteria import ESCALATE
from carelevel.core.draws import Draws
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import NOTES, STORIES
from carelevel.core.form_code import FORMS
from carelevel.core.note import NUMBERS, Note, Recipe, version
from carelevel.core.note_recipes import ESCALATE_WEIGHT, LEVEL_WEIGHT

SAME_PERSON_EDITION, FORMS_EDITION = 1, 2
"""Of making forms: another one makes other forms of the same numbers. In the first, people may come twice."""
FORMS_EDITIONS = (SAME_PERSON_EDITION, FORMS_EDITION)
CONTESTED = 2
MOST_OF_RULE = 2
"""Notes of one form about a rule."""
MOST_TRIED = 500
"""Notes looked at for one answer before more of a rule will do."""
LONGER_PERCENT = 25
"""How much longer one story of a pair may be than the other."""


@dataclass(frozen=True, slots=True)
class Story:
    """A case's first decision point: what is alike in two of them, and its *words*; *digest* names its text."""

    id: str
    digest: str
    level: str
    contested: bool
    rule: str
    reading: int
    words: int

    def is_like(self, other: Story) -> bool:
        """Whether the two can stand for each other."""
        shorter, longer = sorted((self.words, other.words))
        return _kind(self) == _kind(other) and longer * 100 <= shorter * (100 + LONGER_PERCENT)


@dataclass(frozen=True, slots=True)
class FormItem:
    """One of a form; *slot* is that of its like in the other form too, counted from 0."""

    slot: int
    rule: str
    note: Note | None = None
    story: Story | None = None

    @property
    def id(self) -> str:
        """The code of the note, or the story's case."""
        return str(self.note.code) if self.note else self.story.id if self.story else ""


@dataclass(frozen=True, slots=True)
class ParallelForms:
    """The two, by FORMS; each in an order of its own, its notes before its stories."""

    first: tuple[FormItem, ...]
    second: tuple[FormItem, ...]

    def form(self, name: str) -> tuple[FormItem, ...]:
        """The form of that name."""
        return self.first if name == FORMS[0] else self.second


def forms_version(composer: Composer, stories: Iterable[Story], edition: int = FORMS_EDITION) -> str:
    """What the codes of forms say of the lines, the criteria and the stories that they are made of."""
    told = sorted(f"{story.id} {story.digest}" for story in stories)
    text = f"{edition} {composer.version} {composer.lines.digest} {composer.criteria.digest} {told}"
    return version(hashlib.sha256(text.encode()).hexdigest())


def parallel_forms(
    composer: Composer, stories: Sequence[Story], number: int, edition: int = FORMS_EDITION
) -> ParallelForms:
    """The two forms of that number; AnswerError where the bank has too few lines or too few stories that are alike."""
    draws = Draws(number)
    notes, alike = _notes(composer, draws, edition), _stories(stories, draws)
    sides: tuple[list[FormItem], list[FormItem]] = ([], [])
    for slot, pair in enumerate(notes):
        for side, note in zip(sides, draws.shuffled(pair), strict=True):
            side.append(FormItem(slot, note.recipe.rule, note=note))
    for slot, two in enumerate(alike, start=len(notes)):
        for side, story in zip(sides, draws.shuffled(two), strict=True):
            side.append(FormItem(slot, story.rule, story=story))
    first, second = ((*draws.shuffled(side[:NOTES]), *draws.shuffled(side[NOTES:])) for side in sides)
    return ParallelForms(first, second)


# The notes


NotePair = tuple[Note, Note]


def _notes(composer: Composer, draws: Draws, edition: int) -> list[NotePair]:
    """A pair of like notes for each of the NOTES slots."""
    found: list[NotePair] = []
    for (level, contested), count in _slots(composer, draws).items():
        wanted = Wanted(level=level, contested=contested)
        pairs = _chosen(_pairs(composer.notes(draws.below(NUMBERS), wanted)), count, found, edition)
        if len(pairs) < count:
            raise AnswerError("this bank's lines are too few for two forms; write more of them in notes.yaml")
        found.extend(pairs)
    return found


def _slots(composer: Composer, draws: Draws) -> Counter[tuple[str, bool]]:
    """How many notes there are of each answer: the levels as in practice, CONTESTED of all contested, if any can be."""
    there = {(recipe.level, recipe.contested) for recipe in composer.recipes}
    levels = [level for level in composer.criteria.choices if {(level, False), (level, True)} & there]
    weights = {level: ESCALATE_WEIGHT if level == ESCALATE else LEVEL_WEIGHT for level in levels}
    shares = {level: NOTES * weight / sum(weights.values()) for level, weight in weights.items()}
    counts = {level: int(share) for level, share in shares.items()}
    by_rest = sorted(draws.shuffled(levels), key=lambda level: counts[level] - shares[level])
    for level in by_rest[: NOTES - sum(counts.values())]:
        counts[level] += 1
    can_be = [level for level in levels if (level, True) in there]
    contested = Counter(draws.shuffled(can_be)[:CONTESTED])
    those = {level: contested[level] if (level, False) in there else counts[level] for level in levels}
    slots = {(level, True): count for level, count in those.items()}  # first, since the fewest rules lead to these
    return +Counter({**slots, **{(level, False): counts[level] - count for level, count in those.items()}})


def _pairs(notes: Iterable[Note]) -> Iterator[NotePair | None]:
    """For each note its like among those before it, if there is one, and no line in both; each is taken once."""
    waiting: dict[tuple[Recipe, int, int], list[Note]] = {}
    for note in notes:
        alike = waiting.setdefault((note.recipe, len(note.lines), note.words), [])
        other = next((other for other in alike if not {*other.lines} & {*note.lines}), None)
        if other:
            alike.remove(other)
            yield other, note
        else:
            alike.append(note)
            yield None


def _chosen(pairs: Iterable[NotePair | None], count: int, found: list[NotePair], edition: int) -> list[NotePair]:
    """The first *count* of *pairs* about rules and people that are new beside those *found*; else about any rule."""
    chosen: list[NotePair] = []
    spare: list[NotePair] = []
    for pair in islice(pairs, MOST_TRIED):
        if pair:
            others = [*found, *chosen]
            of_rule = sum(pair[0].recipe.rule == other.recipe.rule for other, _ in others)
            fits = of_rule < MOST_OF_RULE and _is_met_first(pair, others, edition)
            (chosen if fits else spare).append(pair)
        if len(chosen) == count:
            return chosen
    while spare and len(chosen) < count:
        others = [*found, *chosen]
        chosen.append(next((pair for pair in spare if _is_met_first(pair, others, edition)), spare[0]))
        spare.remove(chosen[-1])
    return chosen


def _is_met_first(pair: NotePair, others: Iterable[NotePair], edition: int) -> bool:
    """Whether its people are in none of the *others*; in the first edition nobody looked."""
    met = {note.lines[0] for other in others for note in other}
    return edition == SAME_PERSON_EDITION or met.isdisjoint(note.lines[0] for note in pair)


# The stories


def _stories(stories: Sequence[Story], draws: Draws) -> list[tuple[Story, Story]]:
    """STORIES pairs of like ones, of different answers where there are such; no story twice."""
    pairs = [pair for pair in combinations(sorted(stories, key=lambda story: story.id), 2) if pair[0].is_like(pair[1])]
    found: list[tuple[Story, Story]] = []
    while len(found) < STORIES:
        taken = {story.id for pair in found for story in pair}
        levels = {pair[0].level for pair in found}
        left = [pair for pair in pairs if taken.isdisjoint(story.id for story in pair)]
        other = [pair for pair in left if pair[0].level not in levels] or left
        if not other:
            raise AnswerError(
                "this bank has too few stories that are alike for two forms; write another with the same deciding rule"
            )
        found.append(draws.choose(other))
    return found


def _kind(story: Story) -> tuple[str, bool, str, int]:
    return story.level, story.contested, story.rule, story.reading
