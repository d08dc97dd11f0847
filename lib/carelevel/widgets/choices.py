"""What a trainee has chosen so far, as a page sends it: nothing that the question does not offer gets in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar

from carelevel import messages
from carelevel.core.answer import LONGEST_REASONS, Answer, Confidence
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import AnswerError
from carelevel.core.ties import grounded
from carelevel.widgets.face import offered

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Choices:
    """An answer in the making; None: not chosen yet. *ties*: the claim of a marked sentence, by its number as text."""

    marked: tuple[int, ...] = ()
    level: str | None = None
    flags: Mapping[str, bool] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: str | None = None
    reasons: str = ""
    ties: Mapping[str, str] = field(default_factory=dict)

    def answer(self, criteria: Criteria) -> Answer:
        """The answer, once everything asked is answered; AnswerError before."""
        if self.level is None:
            raise AnswerError(criteria.words.said(messages.MISSING_LEVEL))
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
            ties={int(sentence): claim for sentence, claim in self.ties.items()},
        )


NAMES = frozenset(field.name for field in fields(Choices))


def read_choices(raw: object, point: DecisionPoint, criteria: Criteria) -> Choices:
    """What *raw* chooses; AnswerError where it is not of the form of `Choices` as JSON, or not on offer."""
    if not isinstance(raw, Mapping) or not NAMES.issuperset(raw):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    flags = [flag.id for flag in criteria.flags]
    lists = {named.id: [item.id for item in named.items] for named in criteria.lists if named.asked}
    named = {offered(name, lists): items for name, items in _pairs(raw.get("lists", {}))}
    marked = tuple(sorted(set(_each(raw.get("marked", []), range(point.sentence_count)))))
    return Choices(
        marked=marked,
        level=offered(raw.get("level"), (None, *criteria.choices)),
        flags={offered(flag, flags): offered(yes, (True, False)) for flag, yes in _pairs(raw.get("flags", {}))},
        lists={name: tuple(dict.fromkeys(_each(items, lists[name]))) for name, items in named.items()},
        confidence=offered(raw.get("confidence"), (None, *(confidence.value for confidence in Confidence))),
        reasons=_reasons(raw.get("reasons", "")),
        ties=_ties(raw.get("ties", {}), marked, point, criteria),
    )


def kept_choices(draft: object, point: DecisionPoint, criteria: Criteria) -> Choices:
    """The choices of a kept draft, or none where the case has changed under it."""
    try:
        return read_choices(draft, point, criteria)
    except AnswerError:
        return Choices()


def _each(raw: object, choices: Collection[Item]) -> Iterator[Item]:
    if not isinstance(raw, list | tuple):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    return (offered(item, choices) for item in raw)


def _pairs(raw: object) -> Iterable[tuple[object, object]]:
    if not isinstance(raw, Mapping):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    return raw.items()


def _ties(raw: object, marked: Collection[int], point: DecisionPoint, criteria: Criteria) -> Mapping[str, str]:
    """Of the sentences that are still marked."""
    sentences = [str(number) for number in range(point.sentence_count)]
    claims = [rule.claim for rule in grounded(criteria)]
    tied = {offered(sentence, sentences): offered(claim, claims) for sentence, claim in _pairs(raw)}
    return {sentence: claim for sentence, claim in tied.items() if int(sentence) in marked}


def _reasons(raw: object) -> str:
    if not isinstance(raw, str):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    if len(raw) > LONGEST_REASONS:
        raise AnswerError(messages.LONG_REASONS.format(length=len(raw), longest=LONGEST_REASONS))
    return " ".join(raw.split())
