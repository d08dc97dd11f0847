"""One trainee who interviews: questions that are asked, the decision that is kept, the place that is found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice

from carelevel import messages
from carelevel.core.answer import Answer, check_answer, compare
from carelevel.core.assess import Assessment
from carelevel.core.attempt import Place
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.core.errors import StoreError
from carelevel.core.interview import Way, asked_of_everybody, way
from carelevel.core.interviewee import Interviewee, NotedReply
from carelevel.core.kept_interview import Interview
from carelevel.core.support import Support
from carelevel.practice.next_case import shuffled
from carelevel.practice.practice import Practice
from carelevel.practice.question import Question
from carelevel.practice.result import Result, changed_since
from carelevel.practice.support import Offered

AMONG = 12
"""Of so many cases that could come next the plainest does; more of a large bank are not read."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Interviews(Practice):
    """One trainee's interviews at the card called *card*, each with the person of a case's first decision point.

    *asked* are the questions so far, in their order. Each is on disk before it is answered; of a decided interview
    *way* says what it left open.
    """

    asked: tuple[str, ...] = ()
    way: Way | None = None

    @property
    def offered(self) -> Offered:
        """An interview has no support."""
        return Offered(Support.FREE)

    @property
    def interviewee(self) -> Interviewee:
        """Whom the interview is with."""
        question = self._asked()
        return Interviewee(question.case, question.twin, question.number)

    @property
    def told(self) -> tuple[NotedReply, ...]:
        """What was told so far, a note a question."""
        interviewee = self.interviewee
        return tuple(interviewee.note(question) for question in self.asked)

    def ask(self, finding: str) -> None:
        """Ask about a finding of the criteria; StoreError where that cannot be kept, and then it is not asked."""
        if self.result is not None or finding in self.asked:
            return
        before = self.asked
        self.asked = (*before, finding)
        try:
            self._keep_place()
        except StoreError:
            self.asked = before
            raise

    def submit(self, answer: Answer, away: float = 0.0) -> Result:
        """Keep the decision and compare it; on disk when this returns. AnswerError, StoreError: nothing is kept.

        A second decision of the same interview is the first one: what was kept then comes back. *away*: seconds out
        of sight, which do not count.
        """
        question = self._asked()
        if self.result is None:
            answer = replace(answer, marked=self.interviewee.heard(self.asked))
            check_answer(answer, question.point, self.bank.criteria)
            criteria, found = self.bank.criteria, way(self.asked, self.interviewee.person, self.bank.criteria)
            kept = self.store.keep_interview(
                interview_of(
                    *(question, found, answer, self.assessment(), criteria),
                    trainee=self.trainee,
                    now=self.clock(),
                    away=away,
                )
            )
            self._show_interview(kept)
            if self.result is not None and self.result.answer != answer:
                self.notes += (messages.ANSWERED_ELSEWHERE,)
        assert self.result is not None
        return self.result

    def _begin(self) -> None:
        case = min(self._next(), key=lambda case: case.ease, default=None)
        if case is None:
            self.question, self.result, self.way = None, None, None
        else:
            self._ask(case, None, 0, messages.WHY["interview"])

    def _next(self) -> Iterator[Case]:
        """Of the cases interviewed least often those that were met longest ago, and never best."""
        interviews = self._answers()
        often = Counter(interview.case for interview in interviews)
        skips = self._tried(lambda: self.store.skips(self.trainee)) or ()
        met = _latest(
            [
                *((interview.case, interview.committed_at) for interview in interviews),
                *((attempt.case, attempt.committed_at) for attempt in self._attempts()),
                *((skip.case, skip.at) for skip in skips),
            ]
        )
        ids = sorted(
            self.bank.case_ids(),
            key=lambda case: (often[case], met.get(case, _LONG_AGO), shuffled(self.trainee, "interview", case)),
        )
        in_use = (checked.in_use for checked in map(self.bank.checked, ids))
        first = list(islice(filter(None, in_use), AMONG))
        return (case for case in first if (often[case.id], case.id in met) == (often[first[0].id], first[0].id in met))

    def _ask(self, case: Case, twin: str | None, number: int, why: str, pair: str = "") -> None:
        self.asked, self.way = (), None
        super()._ask(case, twin, number, why, pair)

    def _draft(self) -> Mapping[str, object]:
        return {"asked": list(self.asked), "choices": super()._draft()}

    def _return_to(self, place: Place) -> bool:
        asked, choices = place.draft.get("asked"), place.draft.get("choices")
        self.asked, self.way = self._known(asked if isinstance(asked, list) else ()), None
        return super()._return_to(replace(place, draft=choices if isinstance(choices, dict) else {}))

    def _show_kept(self, id: str) -> None:
        kept = self._tried(lambda: self.store.interview(id))
        if kept is not None:
            self._show_interview(kept)

    def _show_interview(self, kept: Interview) -> None:
        """The decision beside the criteria, and the way to it; says so where case or criteria have changed since."""
        question, criteria = self._asked(), self.bank.criteria
        if changed_since(kept, question, criteria):
            self.notes += (messages.CHANGED_SINCE,)
        self.asked = self._known(kept.asked)
        answer = Answer(
            kept.level, kept.confidence, self.interviewee.heard(self.asked), kept.flags, reasons=kept.reasons
        )
        compared = compare(answer, self.assessment(), question.point, criteria)
        self.result = Result(answer, self.assessment(), compared, kept.seconds)
        self.way = way(self.asked, self.interviewee.person, criteria)

    def _known(self, asked: Iterable[object]) -> tuple[str, ...]:
        """Those that the criteria still ask, once each."""
        findings = [finding.id for finding in self.bank.criteria.findings]
        return tuple(dict.fromkeys(name for name in asked if isinstance(name, str) and name in findings))

    def _answers(self) -> tuple[Interview, ...]:
        return self._tried(lambda: self.store.interviews(self.trainee)) or ()


def interview_of(
    question: Question,
    found: Way,
    answer: Answer,
    assessment: Assessment,
    criteria: Criteria,
    *,
    trainee: str,
    now: datetime,
    away: float = 0.0,
) -> Interview:
    """The interview as it is kept, decided *now*; *found* is the way to the decision, *away* as in `submit`."""
    compared, asked = compare(answer, assessment, question.point, criteria), found.asked
    everybody = asked_of_everybody(criteria)
    return Interview(
        id=question.attempt,
        trainee=trainee,
        case=question.case.id,
        twin=question.twin or "",
        point=question.number,
        case_digest=question.digest.kept,
        criteria_digest=criteria.digest,
        asked=asked,
        level=answer.level,
        confidence=answer.confidence,
        flags=dict(answer.flags),
        reasons=answer.reasons,
        started_at=question.opened_at,
        committed_at=now,
        seconds=question.took(now, away),
        criteria_level=assessment.level,
        verdict=compared.verdict,
        steps=compared.steps,
        settled_after=found.settled_after,
        level_asked=len([name for name in asked if name not in everybody]),
        level_needed=len([name for name in found.fewest if name not in everybody]),
        safety_asked=len([name for name in asked if name in criteria.red_flags]),
        safety_all=len(criteria.red_flags),
    )


def _latest(met: Iterable[tuple[str, datetime]]) -> Mapping[str, datetime]:
    latest: dict[str, datetime] = {}
    for case, at in met:
        latest[case] = max(at, latest.get(case, at))
    return latest
