"""What one trainee has answered, to be read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carelevel.bank import Bank
from carelevel.core.assess import assess
from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError
from carelevel.core.selection import Selection
from carelevel.messages import earlier as earlier_messages
from carelevel.practice.flag_answers import flag_pairs
from carelevel.practice.question import Question
from carelevel.practice.result import Result, case_to_tell, changed_since, result_of
from carelevel.store.store import Store


@dataclass(frozen=True, slots=True)
class Recalled:
    """An answer worked out again; *changed*: the case or the criteria are others than when it was given."""

    kept: Attempt
    question: Question
    result: Result
    changed: bool


@dataclass(frozen=True, slots=True)
class Named:
    """What a case is called, and each of its decision points."""

    title: str
    headings: tuple[str, ...] = ()


@dataclass
class EarlierAnswers:
    """The kept answers of *trainee*; nothing of a case that they have not answered."""

    bank: Bank
    store: Store
    trainee: str
    _record: tuple[Attempt, ...] | None = field(default=None, init=False, repr=False)
    _named: dict[str, tuple[object, Named]] = field(default_factory=dict, init=False, repr=False)

    def all(self) -> tuple[Attempt, ...]:
        """The whole record, the earliest first, read again where it has grown; StoreError where that fails."""
        if self._record is None or len(self._record) != self.store.count(self.trainee):
            self._record = self.store.attempts(self.trainee)
        return self._record

    def forget(self) -> None:
        """Read the record again the next time."""
        self._record = None

    def selected(self, selection: Selection, record: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
        """The answers of *record* that are meant, the latest first."""
        meant = (attempt for number, attempt in selection.of(record) if selection.holds(number, attempt))
        return tuple(attempt for attempt in meant if not selection.flag or self._differs(selection.flag, attempt))[::-1]

    def recall(self, attempt: str) -> Recalled:
        """The answer of that id told again; AnswerError where this trainee has none, or its story is gone."""
        kept = self.store.attempt(attempt)
        if kept is None or kept.trainee != self.trainee:
            raise AnswerError(earlier_messages.NO_SUCH_ANSWER)
        question, criteria = self._question(kept), self.bank.criteria
        beside = question.twin or kept.pair
        before = [known for known in self.all() if known.committed_at < kept.committed_at] if beside else []
        result = result_of(kept, question, assess(question.point.findings, criteria), before, self.bank)
        return Recalled(kept, question, result, changed_since(kept, question, criteria))

    def named(self, case: str) -> Named:
        """What a case is called; one that is gone by its id. Its file is read again only when it has changed."""
        stamp = self.bank.stamp(case)
        if self._named.get(case, (None,))[0] != stamp:
            found = case_to_tell(case, self.bank)
            named = Named(found.title, tuple(point.heading for point in found.points)) if found else Named(case)
            self._named[case] = (stamp, named)
        return self._named[case][1]

    def _question(self, kept: Attempt) -> Question:
        case = case_to_tell(kept.case, self.bank)
        if case is None or not case.asks(kept.twin, kept.point):
            raise AnswerError(earlier_messages.GONE)
        return Question(case, kept.twin or None, kept.point, kept.id, kept.started_at, {}, "")

    def _differs(self, flag: str, attempt: Attempt) -> bool:
        """Whether a flag was answered otherwise than the criteria do, as far as that can still be told."""
        sides: list[tuple[Mapping[str, bool], Mapping[str, bool | None]]] = list(flag_pairs([attempt], self.bank))
        return any({yours.get(flag), theirs.get(flag)} == {True, False} for yours, theirs in sides)
