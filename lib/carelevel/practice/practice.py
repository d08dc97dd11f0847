"""One trainee at one card: the case that comes next, the answer that is kept, the place that is found again."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import ACCEPTED, Answer, check_answer, compare, deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.attempt import Attempt, Place, Report, Skip
from carelevel.core.case import Case, by_title
from carelevel.core.errors import BankError, StoreError
from carelevel.core.form_answer import without_pairs
from carelevel.core.kept_interview import Interview
from carelevel.core.support import Had, Hint, Support, hints_of
from carelevel.practice.attempt import attempt_of
from carelevel.practice.next_case import Chosen, Exercise, choose, exercises, shuffled
from carelevel.practice.pair import pair_of
from carelevel.practice.question import Question
from carelevel.practice.result import Result, changed_since, result_of
from carelevel.practice.support import Offered
from carelevel.practice.trainee_support import TraineeSupport
from carelevel.store import identity
from carelevel.store.store import Store

T = TypeVar("T")

FEW = 200
"""Up to so many cases are read to choose among; of a larger bank only as many as the choice needs."""


@dataclass(frozen=True, slots=True)
class OfferedCase:
    """A case to choose; *answers* are the latest to each of its decision points and twins, none where it is new."""

    case: Case
    answers: tuple[Attempt | Interview, ...]


class Practice:
    """One trainee's work at the card called *card*; with *case*, that case alone. Not safe for threads by itself."""

    def __init__(
        self,
        bank: Bank,
        store: Store,
        trainee: str,
        card: str = "practice",
        case: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.bank, self.store, self.trainee = bank, store, trainee
        self.card, self.only, self.clock = card, case, clock
        self.question: Question | None = None
        self.result: Result | None = None
        self.support: TraineeSupport | None = None
        self.notes: tuple[str, ...] = ()
        self._assessed: tuple[str, Assessment] | None = None
        self._history: tuple[Attempt, ...] | None = None
        self._placed = False
        self._chosen: Chosen | None = None
        self._exercised: dict[str, tuple[tuple[int, int], tuple[Exercise, ...]]] = {}
        self._return_or_begin()

    def submit(self, answer: Answer, away: float = 0.0) -> Result:
        """Keep *answer* and compare it; on disk when this returns. AnswerError, StoreError: nothing is kept.

        A second answer to the same question is the first one: what was kept then comes back. *away*: seconds in which
        the question was out of sight, as its page tells; they do not count.
        """
        question = self._asked()
        if self.result is None:
            check_answer(answer, question.point, self.bank.criteria)
            compared = compare(answer, self.assessment(), question.point, self.bank.criteria)
            criteria, now = self.bank.criteria, self.clock()
            kept = self.store.keep(
                attempt_of(
                    *(question, answer, self.assessment(), compared, criteria),
                    trainee=self.trainee,
                    now=now,
                    away=away,
                )
            )
            self._history = (*self._attempts(), kept)
            self._show(kept)
            if self.result is not None and self.result.answer != answer:
                self.notes += (messages.ANSWERED_ELSEWHERE,)
            if not self._placed:
                self._tried(self._keep_place)
        assert self.result is not None
        return self.result

    def assessment(self) -> Assessment:
        """What the criteria say of the question asked, worked out once."""
        question = self._asked()
        if self._assessed is None or self._assessed[0] != question.attempt:
            self._assessed = (question.attempt, assess(question.point.findings, self.bank.criteria))
        return self._assessed[1]

    @property
    def offered(self) -> Offered:
        """The support that the question asked comes with."""
        return self.support.offered(self._asked(), self._attempts()) if self.support else Offered(Support.FREE)

    @property
    def begins(self) -> bool:
        """Whether the trainee has answered nothing yet, as far as the record can be read."""
        return not self._attempts()

    def show_step(self) -> None:
        """Show one more step of the worked example, which tells a part of the answer; StoreError: it is not shown."""
        self._have(self._asked().had.with_step())

    def hint(self, marked: Collection[int]) -> bool:
        """Hint at a deciding phrase that is not *marked*, more each time; False where none is left. StoreError."""
        had, left = self._asked().had, self.hints_left(marked)
        if left:
            begun = [place for place in left if place in hints_of(had.hints)]
            self._have(had.with_hint((begun or left)[0]))
        return bool(left)

    def hints_left(self, marked: Collection[int]) -> tuple[int, ...]:
        """The deciding phrases, not *marked*, of which a hint could tell more, by their places among the evidence."""
        question = self._asked()
        hints, evidence = hints_of(question.had.hints), question.point.evidence
        deciding = deciding_phrases(evidence, self.assessment())
        return tuple(
            place
            for place, phrase in enumerate(evidence)
            if phrase in deciding and not set(marked).intersection(phrase.sentences) and hints.get(place, 0) < max(Hint)
        )

    def ask_support(self, wish: Support | None) -> None:
        """Have so much support from now on; None: by the record. StoreError: nothing changes."""
        if self.support is not None:
            self.support.ask(wish, self.clock())
            self._cue()

    def save_draft(self, draft: Mapping[str, object]) -> None:
        """Keep choices that are not committed yet; StoreError where that cannot be done now."""
        question = self._asked()
        if self.result is None:
            self.question = replace(question, draft=dict(draft))
            self._keep_place()

    def go_on(self) -> None:
        """To the case's next decision point once this one is answered, else to the next case."""
        question = self._asked()
        if self.result is not None and self.result.more_points:
            self._ask(question.case, question.twin, question.number + 1, messages.WHY["later"])
        else:
            self._begin()

    def skip(self) -> None:
        """Leave this case for later, unanswered."""
        case = self._asked().case.id
        self._tried(lambda: self.store.skip(Skip(self.trainee, case, self.clock())))
        self._begin()

    def open_case(self, case: str) -> None:
        """Begin the case of that id; BankError where it cannot be read."""
        self._ask(self.bank.case_in_use(case), None, 0, messages.WHY["chosen"])

    def open_twin(self, twin: str) -> None:
        """Ask the decision point in which the twin's phrase is changed."""
        case, error = self._asked().case, self._error()
        self._ask(case, twin, case.changed_point(twin), messages.WHY["twin"], error)

    def again(self) -> None:
        """The same case from its beginning, as a new attempt."""
        self._ask(self._asked().case, None, 0, messages.WHY["again"])

    def report(self, note: str) -> None:
        """Leave *note* on this case for a supervisor."""
        self.store.report(Report(str(uuid.uuid4()), self.trainee, *self._asked().name, note, self.clock()))

    def switch(self, trainee: str) -> None:
        """Go on as another trainee, here and at every later start, at the place where that one stopped.

        AnswerError where *trainee* is no code, or where the environment says whose record it is.
        """
        self.trainee = identity.switch(trainee).code
        self.question, self.result, self.notes, self._history = None, None, (), None
        self._return_or_begin()

    def is_new(self, trainee: str) -> bool:
        """Whether nothing is kept under that code; StoreError where that cannot be asked now."""
        return not self.store.knows(trainee)

    def cases(self) -> tuple[OfferedCase, ...]:
        """Every case in use by title, with the latest answer to each of its questions."""
        latest: dict[str, dict[tuple[str, int], Attempt | Interview]] = {}
        for answer in self._answers():
            latest.setdefault(answer.case, {})[answer.twin, answer.point] = answer
        cases = sorted(self.bank.cases(), key=lambda case: by_title(case.title))
        return tuple(OfferedCase(case, tuple(latest.get(case.id, {}).values())) for case in cases)

    def _have(self, had: Had) -> None:
        """Keep that the trainee is shown so much; before it is shown, so that it counts whatever happens."""
        question = self._asked()
        if self.result is None and had != question.had:
            self.question = replace(question, had=had)
            try:
                self._keep_place()
            except StoreError:
                self.question = question
                raise

    def _cue(self) -> None:
        """Where the question comes with the checklist, that is what the trainee has."""
        if self.offered.support is Support.CUED:
            self._tried(lambda: self._have(self._asked().had.with_cues()))

    def _return_or_begin(self) -> None:
        self.support = self._tried(lambda: TraineeSupport(self.bank, self.store, self.trainee))
        place = self._tried(lambda: self.store.place(self.trainee, self.card))
        if place is None or not self._return_to(place):
            self._begin()
        self._attempts()  # read now, while nobody waits for a comparison

    def _return_to(self, place: Place) -> bool:
        """Ask again what was asked at *place*, with its draft or its kept answer; False where it is gone."""
        if self.only not in (None, place.case):
            return False
        try:
            case = self.bank.case_in_use(place.case)
        except BankError:
            return False
        if not case.asks(place.twin, place.point):
            return False
        self.question = Question(
            case=case,
            twin=place.twin or None,
            number=place.point,
            attempt=place.attempt,
            opened_at=place.opened_at,
            draft=place.draft,
            why=messages.WHY["returned"],
            pair=place.pair,
            had=place.had,
        )
        self._placed = True
        self._show_kept(place.attempt)
        return True

    def _show_kept(self, id: str) -> None:
        """The answer kept under that id, where there is one."""
        kept = self._tried(lambda: self.store.attempt(id))
        if kept is not None:
            self._show(kept)

    def _begin(self) -> None:
        """Ask what comes next; nothing where there is no case."""
        self._history, self._chosen = None, None
        if self.only is not None:
            self._begin_only(self.only)
            return
        attempts = self._attempts()
        skips = self._tried(lambda: self.store.skips(self.trainee)) or ()
        offered = self._offered(attempts)
        now = self.clock()
        without = self._tried(lambda: without_pairs(self.store.form_answers(self.trainee), now))
        pair = None if without else pair_of(offered, attempts, skips, self.bank.criteria)
        self._chosen = pair or choose(offered, attempts, skips, self.trainee, now)
        if self._chosen is None:
            self.question, self.result = None, None
            return
        case, twin = self.bank.case(self._chosen.exercise.case), self._chosen.exercise.twin
        number = case.changed_point(twin) if twin else 0
        self._ask(case, twin, number, messages.WHY[self._chosen.why], self._chosen.pair)

    def _begin_only(self, case: str) -> None:
        try:
            self._ask(self.bank.case_in_use(case), None, 0, messages.WHY["guided"])
        except BankError as error:
            self.question, self.result = None, None
            self.notes += (str(error),)

    def _ask(self, case: Case, twin: str | None, number: int, why: str, pair: str = "") -> None:
        self.question = Question(case, twin, number, str(uuid.uuid4()), self.clock(), {}, why, pair)
        self.result, self._assessed, self._placed = None, None, False
        self.notes = ()
        self._tried(self._keep_place)
        self._cue()

    def _offered(self, attempts: tuple[Attempt, ...]) -> tuple[Exercise, ...]:
        """The exercises of the bank; of a large one those of some cases answered and of some not."""
        ids = self.bank.case_ids()
        if len(ids) > FEW:
            answered = {attempt.case: None for attempt in reversed(attempts) if attempt.case in set(ids)}
            new = sorted((name for name in ids if name not in answered), key=partial(shuffled, self.trainee))
            ids = (*list(answered)[: FEW // 2], *new[: FEW // 2])
        return tuple(exercise for case in ids for exercise in self._exercises(case))

    def _exercises(self, case: str) -> tuple[Exercise, ...]:
        """What a case file offers, worked out again only when the file has changed; nothing where it has mistakes."""
        stamp = self.bank.stamp(case)
        if self._exercised.get(case, (None,))[0] != stamp:
            sound = self.bank.checked(case).in_use
            self._exercised[case] = (stamp, exercises(sound, self.bank.criteria) if sound else ())
        return self._exercised[case][1]

    def _show(self, kept: Attempt) -> None:
        """Set the kept answer beside the criteria; says so where case or criteria have changed since."""
        question = self._asked()
        criteria, assessment = self.bank.criteria, self.assessment()
        if changed_since(kept, question, criteria):
            self.notes += (messages.CHANGED_SINCE,)
        last = question.number + 1 == len(question.telling)
        before = self._attempts() if question.twin or kept.pair else ()
        self.result = replace(
            result_of(kept, question, assessment, before, self.bank),
            twins=self._twins_left(question) if last or question.twin else (),
            more_points=not last and question.twin is None,
            why=self._why_named(question),
        )

    def _error(self) -> str:
        """The id of the answer shown where it was wrong, and no pair itself: a twin of its story is its pair."""
        wrong = self.result is not None and self.result.comparison.verdict not in ACCEPTED
        return self._asked().attempt if wrong and not self._asked().pair else ""

    def _why_named(self, question: Question) -> str:
        chosen = self._chosen
        if chosen is None or chosen.rule is None or chosen.exercise.name != question.name[:2]:
            return ""
        return messages.WHY_NAMED[chosen.why].format(rule=self.bank.criteria.rule_name(chosen.rule))

    def _twins_left(self, question: Question) -> tuple[str, ...]:
        tried = {attempt.twin for attempt in self._attempts() if attempt.case == question.case.id}
        return tuple(twin.id for twin in question.case.twins if twin.id not in tried | {question.twin})

    def _keep_place(self) -> None:
        question = self._asked()
        self.store.keep_place(
            Place(
                *(self.trainee, self.card, *question.name, question.attempt),
                *(self._draft(), question.opened_at, question.pair),
                *(question.had.support, question.had.steps, question.had.hints),
            )
        )
        self._placed = True

    def _draft(self) -> Mapping[str, object]:
        """What is kept of an answer that is not committed yet."""
        return self._asked().draft

    def _answers(self) -> Sequence[Attempt | Interview]:
        """The trainee's answers of the kind that is given here, the earliest first."""
        return self._attempts()

    def _attempts(self) -> tuple[Attempt, ...]:
        if self._history is None:
            self._history = self._tried(lambda: self.store.attempts(self.trainee))
        return self._history or ()

    def _tried(self, ask: Callable[[], T]) -> T | None:
        """What the store says, or None with a note where it cannot be asked: a case can be read all the same."""
        try:
            return ask()
        except StoreError as error:
            if str(error) not in self.notes:
                self.notes += (str(error),)
            return None

    def _asked(self) -> Question:
        if self.question is None:
            raise BankError([messages.NO_CASE])
        return self.question
