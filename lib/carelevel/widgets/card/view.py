"""What a trainee's card is sent: the form beside a story, built from a bank's criteria, and each stage's view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from carelevel import messages
from carelevel.core.answer import ACCEPTED, LONGEST_REASONS, Confidence
from carelevel.core.attempt import LONGEST_REPORT, Attempt
from carelevel.core.criteria import ESCALATE, Criteria, Flag, NamedList
from carelevel.core.glossary import Term
from carelevel.core.kept_interview import Interview
from carelevel.core.ties import Grounded, grounded, red_flag_of
from carelevel.feedback.comparison import Compared, TwinCompared, claim_said
from carelevel.feedback.explanation import Explanation
from carelevel.feedback.names import refer_option
from carelevel.feedback.prose import Prose
from carelevel.feedback.support import ChecklistPart, WorkedStep, checklist
from carelevel.messages import support as support_messages
from carelevel.practice.entry_check import Prompt, least_right
from carelevel.widgets.choices import Choices
from carelevel.widgets.shared.view import CitedSilence, EarlierPoint, FaceView, Option, level_options

if TYPE_CHECKING:
    from carelevel.practice import OfferedCase


@dataclass(frozen=True, slots=True)
class FlagOption:
    """A yes or a no."""

    value: bool
    name: str


@dataclass(frozen=True, slots=True)
class Fieldset:
    """One question of the form.

    *name*: a list's. *missing* is said where it is not answered; '' where it need not be. *unless_level*: the level
    with which it is not asked.
    """

    kind: Literal["level", "flag", "list", "confidence"]
    id: str
    legend: str
    options: tuple[Option | FlagOption, ...]
    name: str = ""
    missing: str = ""
    unless_level: str = ""


@dataclass(frozen=True, slots=True)
class CardSupport:
    """The support that a question has; *says* is an offer, '' where there is none.

    *steps* of the worked example are those that were asked for, *turn* is what comes next: *given*, a colleague's step,
    else the trainee's own. *cued*: the checklist stands there. *hints* are those that were asked for, *can_hint*: there
    may be more. *wish* is what the trainee wants, '' to go by the record; *can_check*: an entry check is offered.
    """

    says: str
    steps: tuple[WorkedStep, ...]
    turn: str
    given: bool
    cued: bool
    hints: tuple[str, ...]
    can_hint: bool
    wish: str
    can_check: bool


@dataclass(frozen=True, slots=True)
class OfferedClaims:
    """What a sentence can be tied to, under the topic that it is about; none stands twice."""

    name: str
    claims: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class CardBank:
    """What a page needs to know of a bank once, whatever case it shows."""

    notice: str
    checklist: tuple[ChecklistPart, ...]
    wishes: tuple[Option, ...]
    claims: tuple[OfferedClaims, ...]
    longest_reasons: int
    longest_note: int
    form: tuple[Fieldset, ...]
    silences: tuple[CitedSilence, ...]


@dataclass(frozen=True, slots=True)
class CardDraft:
    """The choices so far, and the page that made them; *by* is '' where none did."""

    by: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case to open; *says* how hard it is and how long, *done* when and how it was answered, '' where it was not."""

    id: str
    title: str
    found_by: str
    says: str
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyStage(FaceView):
    """What every stage shows; *cases* are null until they are asked for.

    *can_switch*: another code can be chosen; *new_code* was, and nothing is kept under it yet.
    """

    trainee: str
    can_switch: bool
    new_code: str
    notes: tuple[str, ...]
    cases: tuple[ListedCase, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyCard(AnyStage):
    """There is no case to answer."""

    stage: Literal["empty"] = "empty"
    attempt: None = None
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyQuestion(AnyStage):
    """What is asked; *single*: no other case follows, *why* this one came; *glossary*: of words that stand in it."""

    attempt: str
    single: bool
    title: str
    why: str
    heading: str
    earlier: tuple[EarlierPoint, ...]
    glossary: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCard(AnyQuestion):
    """Before the commit; nothing in it gives the answer away."""

    stage: Literal["answer"] = "answer"
    prose: Prose
    support: CardSupport


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCard(AnyStage):
    """The entry check: each of *prompts* is to be answered by one of *options*; *about* says what passes."""

    stage: Literal["check"] = "check"
    attempt: str
    single: bool
    about: str
    prompts: tuple[str, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCard(AnyQuestion):
    """After the commit; *support* is what the answer had, *twins* are the ids of those that can come next.

    *discuss* is what to talk about, or ''.
    """

    stage: Literal["compared"] = "compared"
    support: tuple[str, ...]
    compared: Compared
    explained: Explanation
    twin: TwinCompared | None
    twins: tuple[str, ...]
    more_points: bool
    discuss: str


CardView = EmptyCard | AskedCard | CheckCard | ComparedCard


def card_bank(criteria: Criteria) -> CardBank:
    """The form, the bounds of its texts, and what is said beside every answer."""
    cited = {reference.id: reference.cite for reference in criteria.references}
    return CardBank(
        notice=criteria.notice,
        checklist=checklist(criteria),
        wishes=(
            Option("", support_messages.KEPT_BY_RECORD),
            *(Option(support, name) for support, name in support_messages.WISHES.items()),
        ),
        claims=tuple(_offered_claims(criteria)),
        longest_reasons=LONGEST_REASONS,
        longest_note=LONGEST_REPORT,
        form=tuple(_fieldsets(criteria)),
        silences=tuple(
            CitedSilence(silence.says, tuple(cited[name] for name in silence.references))
            for silence in criteria.silences
        ),
    )


def _offered_claims(criteria: Criteria) -> Iterator[OfferedClaims]:
    """By topic, the reasons to refer first; where the bank has no topics, by what rests on them."""
    first: dict[str, Grounded] = {}
    for rule in grounded(criteria):
        first.setdefault(rule.claim, rule)
    under: dict[str, list[str]] = {}
    for claim, rule in first.items():
        topic = next(finding.topic for finding in criteria.findings if finding.id in rule.reads)
        heading = messages.CRITERIA_TITLES["red_flags"] if red_flag_of(claim) else topic or rule.name
        under.setdefault(heading, []).append(claim)
    for heading, claims in under.items():
        yield OfferedClaims(heading, tuple(Option(claim, claim_said(claim, criteria)) for claim in claims))


def check_card(asked: Sequence[Prompt], criteria: Criteria) -> dict[str, Any]:
    """The fields of a `CheckCard` that are its own; the answers are not among them."""
    levels = (*(Option(level.id, level.name) for level in criteria.levels), Option(ESCALATE, refer_option(criteria)))
    return {
        "about": support_messages.CHECK_ABOUT.format(least=least_right(len(asked)), asked=len(asked)),
        "prompts": tuple(_prompt(prompt, criteria) for prompt in asked),
        "options": levels,
    }


def _prompt(prompt: Prompt, criteria: Criteria) -> str:
    findings = ((criteria.finding(name), value) for name, value in prompt.change.items())
    says = messages.AND.join(finding.values[finding.rank(value)].says for finding, value in findings)
    return criteria.words.said(support_messages.CHECK_PROMPT, says=says)


def _fieldsets(criteria: Criteria) -> Iterator[Fieldset]:
    yield _levels(criteria)
    yield from (_flag(flag) for flag in criteria.flags)
    yield from (_list(named) for named in criteria.lists if named.asked)
    yield Fieldset(
        kind="confidence",
        id="confidence",
        legend=messages.CONFIDENCE_LEGEND,
        missing=messages.MISSING_CONFIDENCE,
        options=tuple(Option(confidence.value, messages.CONFIDENCE[confidence]) for confidence in Confidence),
    )


def _levels(criteria: Criteria) -> Fieldset:
    return Fieldset(
        kind="level",
        id="level",
        legend=criteria.words.said(messages.LEVEL_LEGEND),
        missing=criteria.words.said(messages.MISSING_LEVEL),
        options=(*level_options(criteria), Option(ESCALATE, refer_option(criteria))),
    )


def _flag(flag: Flag) -> Fieldset:
    return Fieldset(
        kind="flag",
        id=flag.id,
        legend=flag.ask,
        missing=messages.MISSING_FLAG,
        unless_level=ESCALATE,  # a case that is referred is not asked for more
        options=(FlagOption(True, flag.yes), FlagOption(False, flag.no)),
    )


def _list(named: NamedList) -> Fieldset:
    return Fieldset(
        kind="list",
        id=named.id,
        name=named.name,
        legend=named.ask or named.name,
        unless_level=ESCALATE,
        options=tuple(Option(item.id, item.name) for item in named.items),
    )


def listed_case(offered: OfferedCase, *, in_parts: bool = True) -> ListedCase:
    """A case as it is offered; nothing of its answers is in it but what the trainee was told.

    *in_parts*: all its parts follow each other on this card.
    """
    case, answers = offered.case, offered.answers
    marks = [
        messages.CASE_READING.get(case.reading, ""),
        messages.CASE_DIFFICULTY[case.difficulty],
        messages.CASE_PARTS.format(parts=len(case.points)) if in_parts and len(case.points) > 1 else "",
    ]
    says = messages.MARK_SEPARATOR.join(filter(None, marks))
    return ListedCase(case.id, case.title, case.found_by, says, _done(answers))


def _done(answers: Sequence[Attempt | Interview]) -> str:
    if not answers:
        return ""
    accepted, n = sum(answer.verdict in ACCEPTED for answer in answers), len(answers)
    form = messages.CASE_ACCEPTED if accepted == n else messages.CASE_PARTLY if accepted else messages.CASE_NOT
    return form.format(day=max(answer.committed_at for answer in answers).date(), accepted=accepted, n=n)
