"""Which answers of a record are meant: those that a figure counts, or that a trainee asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError

LONGEST_VALUE = 100


class Only(StrEnum):
    """Answers of one kind alone."""

    LEVEL = "level"  # the level was not accepted
    PHRASES = "phrases"  # not every phrase that decides was marked; of a rule, none that shows it
    NEEDLESS = "needless"  # a sentence was marked without need
    MARKED = "marked"  # any sentence was marked


@dataclass(frozen=True, slots=True)
class Selection:
    """The answers of which everything holds that is named; '' and 0 name nothing.

    *level* was chosen, *asked* is what the criteria said; *rule* mattered and could be caught; *steps* are signed
    rungs; *first* and *last* count the record from 1; *flag* was answered otherwise than the criteria do. *alone*: no
    worked step and no hint told anything, and of those alone *first* and *last* count; figures count no others.
    """

    level: str = ""
    asked: str = ""
    rule: str = ""
    only: str = ""
    case: str = ""
    confidence: str = ""
    verdict: str = ""
    steps: int = 0
    first: int = 0
    last: int = 0
    flag: str = ""
    alone: str = ""

    @property
    def named(self) -> Mapping[str, str]:
        """What is named, as text."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value}

    def of(self, record: Iterable[Attempt]) -> Iterator[tuple[int, Attempt]]:
        """The attempts of *record* among which it chooses, numbered from 1."""
        return enumerate((attempt for attempt in record if not (self.alone and attempt.had.helps)), start=1)

    def holds(self, number: int, attempt: Attempt) -> bool:
        """Whether the attempt is meant, the record's *number*-th from 1; what its *flag* says is not looked at."""
        kept = {
            "level": attempt.level,
            "asked": attempt.criteria_level,
            "case": attempt.case,
            "confidence": attempt.confidence.value,
            "verdict": attempt.verdict.value,
        }
        return (
            all(getattr(self, name) in ("", value) for name, value in kept.items())
            and self.steps in (0, attempt.steps)
            and self.first <= number <= (self.last or number)
            and (not self.rule or self.rule in _rules(attempt))
            and (not self.only or self._is_of_kind(attempt))
        )

    def _is_of_kind(self, attempt: Attempt) -> bool:
        if self.only == Only.PHRASES and self.rule:
            return not _rules(attempt)[self.rule]
        kinds = {
            Only.LEVEL: attempt.verdict not in ACCEPTED,
            Only.PHRASES: attempt.missed > 0,
            Only.NEEDLESS: attempt.needless > 0,
            Only.MARKED: bool(attempt.marked),
        }
        return kinds[Only(self.only)]


def read_selection(raw: object, refusal: str) -> Selection:
    """What a page has sent, texts by their names; AnswerError, which says *refusal*, where it is something else."""
    kinds = {field.name: type(field.default) for field in fields(Selection)}
    if not isinstance(raw, Mapping) or not kinds.keys() >= raw.keys():
        raise AnswerError(refusal)
    values: dict[str, str | int] = {}
    for name, value in raw.items():
        if not isinstance(value, str) or len(value) > LONGEST_VALUE:
            raise AnswerError(refusal)
        try:
            values[name] = value if kinds[name] is str else int(value or 0)
        except ValueError:
            raise AnswerError(refusal) from None
    if values.get("only", "") not in ("", *Only):
        raise AnswerError(refusal)
    return Selection(**values)  # type: ignore[arg-type]  # each is of its field's type


def _rules(attempt: Attempt) -> Mapping[str, bool]:
    """Whether what shows it was marked, by rule that could be caught."""
    return {rated.rule: rated.caught for rated in attempt.rules if rated.caught is not None}
