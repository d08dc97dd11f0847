"""What each template is given: frozen data, named `view` there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from carelevel import messages
from carelevel.core.answer import Confidence
from carelevel.core.assess import Effect
from carelevel.core.ballot import Ballot, Round
from carelevel.core.criteria import ESCALATE, PLAIN_WORDS, Words
from carelevel.core.room_state import OF_AN_INTERVIEW, OF_THE_TWIN, Step, open_round, takes_votes
from carelevel.feedback.explanation import ExplainedReason, RaisedFlag, SafetyLine
from carelevel.live.rendering.own_choices import OwnChoices
from carelevel.messages import room as room_messages
from carelevel.workshop.captions import (
    agreement_sentence,
    headline,
    shift_sentences,
    sure_sentence,
    transfer_sentence,
    votes_counted,
)
from carelevel.workshop.flow import FlowPicture, flow_picture
from carelevel.workshop.slide_record import RevealedAnswer, Run, Slide


@dataclass(frozen=True, slots=True)
class TemplateData:
    """What a template is given; *template* is the file of it."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Head:
    """What a bank says on every whole page."""

    title: str
    notice: str


def head_of(words: Words, notice: str) -> Head:
    """That of a bank with these words and this notice."""
    return Head(words.said(room_messages.LIVE["title"]), notice)


PLAIN_HEAD = head_of(PLAIN_WORDS, "")
"""Where no bank is known."""


@dataclass(frozen=True, slots=True)
class WholePage(TemplateData):
    """A page of its own, or what stands around a step."""

    head: Head


@dataclass(frozen=True, slots=True)
class JoinPage(WholePage):
    """The form to join by: *door* is in the QR code, *code* is typed; *says* why an earlier try failed.

    *back*: the path of a room that whoever looks has joined already.
    """

    template: ClassVar[str] = "join.html"
    code: str = ""
    door: str = ""
    says: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class RefusedPage(WholePage):
    """Why something did not work, and the path that leads on."""

    template: ClassVar[str] = "refused.html"
    says: str
    back: str


@dataclass(frozen=True, slots=True)
class RoomPage(WholePage):
    """A phone's whole page around *main*; *left* is the timer's seconds, None without one.

    *reload*: seconds after which a page without script looks for the next step, None while somebody may be choosing.
    """

    template: ClassVar[str] = "room.html"
    main: Markup
    key: str
    left: int | None
    here: str
    reload: int | None


@dataclass(frozen=True, slots=True)
class ScreenPage(WholePage):
    """The projector's whole page around *main*; *night*: on which media it is dark."""

    template: ClassVar[str] = "screen.html"
    main: Markup
    key: str
    left: int | None
    reload: int | None
    night: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView(TemplateData):
    """What a phone and the projector show alike; *story* is HTML already, *pairs*: phones tell whom to talk to."""

    slide: Slide
    step: Step
    story: Markup
    pairs: bool

    @property
    def round(self) -> Round | None:
        """The vote that is open."""
        return open_round(self.step)

    @property
    def takes_votes(self) -> bool:
        """Whether everybody can vote now."""
        return takes_votes(self.step)

    @property
    def headline(self) -> str:
        """What the room is doing now."""
        return headline(self.step, self.slide)

    @property
    def level_names(self) -> Mapping[str, str]:
        """Of every choice on offer, by its id."""
        return {level.id: level.name for level in self.slide.levels}

    @property
    def accepted(self) -> tuple[str, ...]:
        """The ids of what the criteria accept; empty before the reveal."""
        return self.slide.answer.accepted if self.slide.answer else ()

    @property
    def of_the_twin(self) -> bool:
        """Whether the third vote has come."""
        return self.step in OF_THE_TWIN

    @property
    def alone(self) -> str:
        """How much of the three votes the criteria accept, in words; '' before the third is told."""
        return transfer_sentence(self.slide.transfer) if self.slide.transfer else ""

    @property
    def sure(self) -> str:
        """How sure the first vote was, where it shows alone."""
        return sure_sentence(self.slide.first_sure) if self.slide.second is None else ""

    @property
    def moved(self) -> tuple[str, ...]:
        """Who moved where, in words; empty but at that step."""
        shift = self.slide.shift if self.step is Step.SHIFT else None
        return tuple(shift_sentences(shift, self.slide.words)) if shift else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView(StepView):
    """Every participant's page, with slots for what is one's own; *here* is its path."""

    template: ClassVar[str] = "phone.html"
    here: str
    marks: bool


@dataclass(frozen=True, slots=True)
class OwnView(TemplateData):
    """What comes into a slot of *page* for all who have chosen the same; *slot* is its name."""

    slot: ClassVar[str]
    page: PhoneView
    own: OwnChoices

    @property
    def confidences(self) -> Mapping[Confidence, str]:
        """What can be said of one's own confidence, by its id."""
        return messages.CONFIDENCE


@dataclass(frozen=True, slots=True)
class ChoicesView(OwnView):
    """What was chosen in every vote, beside the answer once that is told; *caught*: None where it is not told."""

    template: ClassVar[str] = "choices.html"
    slot: ClassVar[str] = "choices"
    caught: int | None

    @property
    def answer(self) -> RevealedAnswer | None:
        """What the first two votes are held against."""
        slide = self.page.slide
        return {Step.REVEAL: slide.answer, Step.DIFFERENCE: slide.case_answer}.get(self.page.step)


@dataclass(frozen=True, slots=True)
class VoteView(OwnView):
    """The form of the vote that is open."""

    template: ClassVar[str] = "vote.html"
    slot: ClassVar[str] = "vote"

    @property
    def current(self) -> Ballot | None:
        """The vote in the round that is open."""
        return self.own.of(self.page.round) if self.page.round else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorView(StepView):
    """The screen: *count* says who is here or has voted, *size* is the story's type; *qr* is an SVG.

    *by_hands*: nobody votes by phone. *joining*: how to join stands there, in the place of a step; *here_only*: only
    this computer can open *address*; *shut*: nobody else may join, and *address* is ''.
    """

    template: ClassVar[str] = "projector.html"
    blank: bool
    count: str
    by_hands: bool
    address: str
    shut: bool
    here_only: bool
    code: str
    joining: bool
    qr: Markup | None
    size: str

    @property
    def voted(self) -> str:
        """How many voted, where that has just been closed."""
        return "" if self.slide.voted is None else votes_counted(self.slide.voted)

    @property
    def lists_levels(self) -> bool:
        """Whether the choices stand beside the story, and nothing else does."""
        beside = self.slide.first is not None or self.slide.changed is not None
        others = (*OF_AN_INTERVIEW, Step.READING, Step.DISCUSSION, Step.REVEAL, Step.DIFFERENCE)
        return not beside and self.step not in others

    @property
    def flags(self) -> tuple[RaisedFlag, ...]:
        """The red flags that the answer raises; of a twin, those that its case's does not."""
        answer, earlier = self.slide.answer, self.slide.case_answer
        known = earlier.red_flags if earlier else ()
        return tuple(flag for flag in answer.red_flags if flag not in known) if answer else ()

    def kind(self, reason: ExplainedReason) -> str:
        """By which its effect stands beside it: a screen short of room leaves out that it asks for the answer.

        'told': the answer's head names the same. 'met': merely there. 'other': it does something else, '' else.
        """
        answer, words = self.slide.answer, self.slide.words
        if answer is None or reason.name in {answer.name, *(flag.name for flag in answer.flags)}:
            return "told"
        if reason.met:
            return "met"
        asks = messages.EFFECT[Effect.ESCALATES if answer.level == ESCALATE else Effect.FIRED]
        alike = (words.said(form, level=answer.name) for form in (asks, messages.SPEAKS_AGAINST))
        return "" if reason.effect in alike else "other"

    @property
    def safety(self) -> tuple[SafetyLine, ...]:
        """What comes before everything else, in the same way."""
        answer, earlier = self.slide.answer, self.slide.case_answer
        known = earlier.safety.lines if earlier else ()
        foremost = answer.safety.lines if answer and answer.safety.foremost else ()
        return tuple(line for line in foremost if line not in known)

    @property
    def flow(self) -> FlowPicture | None:
        """The picture of both votes; None before both are over."""
        return flow_picture(self.slide.shift) if self.slide.shift else None

    @property
    def agreed(self) -> str:
        """How much of each vote the criteria accept, in words; '' but at the reveal of what was voted on."""
        return agreement_sentence(self.slide.accepted_parts) if self.slide.accepted_parts else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The runs of one sentence; *number* is None for what stands between two."""

    number: int | None
    runs: tuple[Run, ...]
