"""What a trainee commits, and how it compares with what the criteria say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from carelevel.core.assess import Assessment
from carelevel.core.case import DecisionPoint, Evidence
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import AnswerError, suggestion
from carelevel.core.ties import tied_to

LONGEST_REASONS = 500
"""Characters in a trainee's line of reasons."""


class Confidence(StrEnum):
    """How sure a trainee says to be, the least first."""

    GUESS = "guess"
    FAIRLY_SURE = "fairly_sure"
    CERTAIN = "certain"


class Verdict(StrEnum):
    """How an answer compares with the recommendation."""

    AGREES = "agrees"
    ALSO_ACCEPTED = "also_accepted"
    MORE_INTENSIVE = "more_intensive"
    LESS_INTENSIVE = "less_intensive"
    SHOULD_ESCALATE = "should_escalate"
    COULD_ANSWER = "could_answer"


ACCEPTED = frozenset({Verdict.AGREES, Verdict.ALSO_ACCEPTED})
"""The verdicts of an answer that counts as right."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One commitment; *flags* and *lists* as far as the trainee was asked and answered.

    *ties*: the claim that a marked sentence supports, as far as the trainee has said.
    """

    level: str
    confidence: Confidence
    marked: frozenset[int] = frozenset()
    flags: Mapping[str, bool] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: str = ""
    ties: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlagCompared:
    """A flag as answered, beside what the criteria answer."""

    flag: str
    yours: bool | None  # None: not answered
    theirs: bool | None  # None: no answer, the case is to be escalated

    @property
    def differs(self) -> bool:
        """Whether it was answered otherwise than the criteria do, or at all where they leave it open."""
        return self.yours is not None and self.yours != self.theirs


@dataclass(frozen=True, slots=True)
class ListCompared:
    """The entries of one named list; *named* is False where the trainee left the list alone."""

    named_list: str
    named: bool
    both: tuple[str, ...]
    only_yours: tuple[str, ...]
    only_theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An answer beside an assessment; *steps* in rungs above (+) or below (-) the recommendation, 0 without one."""

    verdict: Verdict
    steps: int
    flags: tuple[FlagCompared, ...]
    lists: tuple[ListCompared, ...]
    caught: tuple[Evidence, ...]  # of the deciding phrases
    missed: tuple[Evidence, ...]
    worth: tuple[Evidence, ...]  # marked, and showing something that did not decide
    needless: tuple[int, ...]  # sentences marked that show nothing


def check_answer(answer: Answer, point: DecisionPoint, criteria: Criteria) -> None:
    """Refuse, with AnswerError, whatever the question did not offer or still waits for."""
    levels = criteria.choices
    if answer.level not in levels:
        raise AnswerError(f"unknown level {answer.level!r}; {suggestion(str(answer.level), levels)}")
    if answer.confidence not in tuple(Confidence):
        raise AnswerError(f"unknown confidence {answer.confidence!r}; {suggestion(str(answer.confidence), Confidence)}")
    if len(answer.reasons) > LONGEST_REASONS:
        raise AnswerError(f"the reasons are {len(answer.reasons)} characters long; keep to {LONGEST_REASONS}")
    for number in answer.marked:
        if type(number) is not int or not 0 <= number < point.sentence_count:
            raise AnswerError(f"there is no sentence {number}; mark sentences 0 to {point.sentence_count - 1}")
    claims = tied_to(criteria)
    for number, claim in answer.ties.items():
        if number not in answer.marked or claim not in claims:
            raise AnswerError(f"sentence {number} cannot be tied to {claim!r}; tie marked sentences to claims")
    _check_flags(answer, criteria)
    _check_lists(answer, criteria)


def compare(answer: Answer, assessment: Assessment, point: DecisionPoint, criteria: Criteria) -> Comparison:
    """Set *answer* beside *assessment*; *point* says which sentences showed the deciding findings."""
    deciding = deciding_phrases(point.evidence, assessment)
    marked = tuple(phrase for phrase in point.evidence if answer.marked.intersection(phrase.sentences))
    showing = {number for phrase in point.evidence for number in phrase.sentences}
    verdict, steps = verdict_of(answer.level, assessment, criteria)
    return Comparison(
        verdict=verdict,
        steps=steps,
        flags=tuple(FlagCompared(flag, answer.flags.get(flag), theirs) for flag, theirs in assessment.flags.items()),
        lists=tuple(_compare_list(named.id, answer, assessment) for named in criteria.lists if named.asked),
        caught=tuple(phrase for phrase in deciding if phrase in marked),
        missed=tuple(phrase for phrase in deciding if phrase not in marked),
        worth=tuple(phrase for phrase in marked if phrase not in deciding),
        needless=tuple(sorted(answer.marked - showing)),
    )


def deciding_phrases(evidence: Iterable[Evidence], assessment: Assessment) -> tuple[Evidence, ...]:
    """The phrases that show a finding which decided."""
    return tuple(phrase for phrase in evidence if assessment.deciding.intersection(phrase.findings))


def _check_flags(answer: Answer, criteria: Criteria) -> None:
    flags = [flag.id for flag in criteria.flags]
    for flag, value in answer.flags.items():
        if flag not in flags:
            raise AnswerError(f"unknown question {flag!r}; {suggestion(str(flag), flags)}")
        if not isinstance(value, bool):
            raise AnswerError(f"unknown answer {value!r} to {flag!r}; say yes or no")
    for flag in flags:
        if answer.level != ESCALATE and flag not in answer.flags:
            raise AnswerError(f"'{flag}' is not answered yet; say yes or no")


def _check_lists(answer: Answer, criteria: Criteria) -> None:
    asked = {named.id: [item.id for item in named.items] for named in criteria.lists if named.asked}
    for name, items in answer.lists.items():
        if name not in asked:
            raise AnswerError(f"unknown list {name!r}; {suggestion(str(name), asked)}")
        for item in items:
            if item not in asked[name]:
                raise AnswerError(f"unknown entry {item!r} of {name!r}; {suggestion(str(item), asked[name])}")


def verdict_of(level: str, assessment: Assessment, criteria: Criteria) -> tuple[Verdict, int]:
    """How *level* compares, and by how many rungs it stands above (+) or below (-) the recommendation."""
    if level == assessment.level:
        return Verdict.AGREES, 0
    if assessment.level == ESCALATE:
        return Verdict.SHOULD_ESCALATE, 0
    if level == ESCALATE:
        return Verdict.ALSO_ACCEPTED if assessment.refer_accepted else Verdict.COULD_ANSWER, 0
    steps = criteria.rung(level) - criteria.rung(assessment.level)
    if level in assessment.accepted:
        return Verdict.ALSO_ACCEPTED, steps
    return (Verdict.MORE_INTENSIVE if steps > 0 else Verdict.LESS_INTENSIVE), steps


def _compare_list(name: str, answer: Answer, assessment: Assessment) -> ListCompared:
    with_level = answer.level if answer.level in assessment.accepted else assessment.level
    yours, theirs = answer.lists.get(name, ()), assessment.lists.get(with_level, {}).get(name, ())
    return ListCompared(
        named_list=name,
        named=name in answer.lists,
        both=tuple(item for item in theirs if item in yours),
        only_yours=tuple(item for item in yours if item not in theirs),
        only_theirs=tuple(item for item in theirs if item not in yours),
    )
