"""What a trainee has chosen so far, as a page sends it: nothing that the question does not offer gets in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carelevel import messages
from carelevel.core.answer import LONGEST_REASONS, Answer, Confidence
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import AnswerError


@dataclass(frozen=True, slots=True)
class Choices:
    """An answer in the making; None: not chosen yet."""

    marked: tuple[int, ...] = ()
    level: str | None = None
    flags: Mapping[str, bool] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: str | None = None
    reasons: str = ""

    def answer(self) -> Answer:
        """The answer, once everything asked is answered; AnswerError before."""
        if self.level is None:
            raise AnswerError(messages.MISSING_LEVEL)
        if self.confidence is None:
            raise AnswerError(messages.MISSING_CONFIDENCE)
        asked = self.level != ESCALATE
        return Answer(
            level=self.level,
            confidence=Confidence(self.confidence),
            marked=frozenset(self.marked),
            flags=dict(self.flags) if asked else {},
            lists={name: items for name, items in self.lists.items() if items} if asked else {},
            reasons=self.reasons,
        )


def read_choices(raw: object, point: DecisionPoint, criteria: Criteria) -> Choices:
    """What *raw* chooses; AnswerError where it is not of the form of `Choices` as JSON, or not on offer."""
    known = {"marked", "level", "flags", "lists", "confidence", "reasons"}
    if not isinstance(raw, Mapping) or not known.issuperset(raw):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    levels = set(criteria.choices)
    asked = {named.id: {item.id for item in named.items} for named in criteria.lists if named.asked}
    return Choices(
        marked=_marked(raw.get("marked", []), point.sentence_count),
        level=_one_of(raw.get("level"), levels),
        flags=_flags(raw.get("flags", {}), {flag.id for flag in criteria.flags}),
        lists=_lists(raw.get("lists", {}), asked),
        confidence=_one_of(raw.get("confidence"), set(Confidence)),
        reasons=_reasons(raw.get("reasons", "")),
    )


def kept_choices(draft: object, point: DecisionPoint, criteria: Criteria) -> Choices:
    """The choices of a kept draft, or none where the case has changed under it."""
    try:
        return read_choices(draft, point, criteria)
    except AnswerError:
        return Choices()


def _marked(raw: object, sentences: int) -> tuple[int, ...]:
    numbers = _list(raw)
    if not all(type(number) is int and 0 <= number < sentences for number in numbers):
        raise _not_offered(raw)
    return tuple(sorted({number for number in numbers if isinstance(number, int)}))


def _one_of(raw: object, offered: set[str]) -> str | None:
    if raw is None:
        return None
    if not isinstance(raw, str) or raw not in offered:
        raise _not_offered(raw)
    return str(raw)


def _flags(raw: object, offered: set[str]) -> dict[str, bool]:
    if not isinstance(raw, Mapping):
        raise _not_offered(raw)
    for flag, value in raw.items():
        if flag not in offered or not isinstance(value, bool):
            raise _not_offered({flag: value})
    return dict(raw)


def _lists(raw: object, offered: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, Mapping):
        raise _not_offered(raw)
    lists: dict[str, tuple[str, ...]] = {}
    for name, items in raw.items():
        if name not in offered or not all(isinstance(item, str) and item in offered[name] for item in _list(items)):
            raise _not_offered({name: items})
        lists[name] = tuple(dict.fromkeys(items))
    return lists


def _reasons(raw: object) -> str:
    if not isinstance(raw, str):
        raise _not_offered(raw)
    if len(raw) > LONGEST_REASONS:
        raise AnswerError(messages.LONG_REASONS.format(length=len(raw), longest=LONGEST_REASONS))
    return " ".join(raw.split())


def _list(raw: object) -> list[object] | tuple[object, ...]:
    if not isinstance(raw, list | tuple):
        raise _not_offered(raw)
    return raw


def _not_offered(raw: object) -> AnswerError:
    return AnswerError(messages.NOT_OFFERED.format(value=repr(raw)[:80]))
