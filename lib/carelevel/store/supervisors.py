"""What supervisors chose blind: one answer a decision point and code, the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Select, select

from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.store.database import Database, put
from carelevel.store.rows import record_of, row_of
from carelevel.store.tables import supervisor_answer

_answer = partial(record_of, SupervisorAnswer, noun="answer")


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of answers that came from elsewhere; *older* ones stay out: a newer one is kept here."""

    added: int = 0
    known: int = 0
    older: int = 0


class SupervisorAnswers(Database):
    """Every supervisor's answers; each method raises StoreError, in plain words, where they cannot be reached now."""

    def keep(self, answer: SupervisorAnswer) -> None:
        """Keep *answer* in the place of an earlier one to the same question."""
        self._put(supervisor_answer, answer)

    def merge(self, answers: Sequence[SupervisorAnswer]) -> Merged:
        """Keep each of *answers* that is newer than what is kept, all of them or, where that fails, none."""
        kept = supervisor_answer
        added = known = older = 0
        with self._transaction(writes=True) as connection:
            codes = {answer.code for answer in answers}
            rows = connection.execute(select(kept).where(kept.c.code.in_(codes)))
            here = {answer.key: answer for answer in map(_answer, rows)}
            for answer in answers:
                before = here.get(answer.key)
                if before == answer:
                    known += 1
                elif before is not None and before.answered_at >= answer.answered_at:
                    older += 1
                else:
                    put(connection, kept, row_of(answer))
                    here[answer.key] = answer
                    added += 1
        return Merged(added, known, older)

    def of(self, code: str) -> tuple[SupervisorAnswer, ...]:
        """What *code* chose, case by case."""
        return self._in_order(select(supervisor_answer).where(supervisor_answer.c.code == code))

    def everybodys(self) -> tuple[SupervisorAnswer, ...]:
        """What every supervisor chose, code by code."""
        return self._in_order(select(supervisor_answer))

    def _in_order(self, question: Select[Any]) -> tuple[SupervisorAnswer, ...]:
        kept = supervisor_answer
        ordered = question.order_by(kept.c.code, kept.c.case, kept.c.point, kept.c.text_digest)
        return self._all(_answer, ordered)
