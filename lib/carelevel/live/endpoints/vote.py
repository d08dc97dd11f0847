"""A vote: read, checked against what the room asks now, and answered once it is on disk.

`store.Rooms.voted` counts those who have voted, and `core.ballot.tally` how they did, once the presenter steps on.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, check_ballot
from carelevel.core.casting import Cast, Kept
from carelevel.core.errors import AnswerError
from carelevel.core.question_vote import QuestionVote, check_question
from carelevel.core.room_state import Step, open_round
from carelevel.live.endpoints.replies import go_to, wants_json
from carelevel.live.endpoints.seats import Seat, require_seat
from carelevel.live.endpoints.services import Services
from carelevel.live.http.forms import VoteForm, read_form
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.slotted import Slotted, slotted_json
from carelevel.messages import room as room_messages

REPLIES_KEPT = 20
"""Of the votes that are open: a page of each that everybody's reply is made of."""


@dataclass(frozen=True, slots=True)
class VoteReply:
    """The page after the vote, whose slots are the participant's own; *says* is announced."""

    key: str
    html: str
    says: str


async def vote(services: Services, request: Request) -> Response:
    """Keep a vote in the place of an earlier one of the same participant."""
    seat = await require_seat(services, request)
    if services.casting.is_crowded:
        raise Refusal(429, "busy")
    if not services.votes.of(seat.participant).take():
        raise Refusal(429, "often")
    form = await read_form(request, services.limits, VoteForm)
    rendered, ballot = await _ballot(services, form, seat)
    kept = await services.casting.ask(Cast(rendered.room.id, form.entry, ballot))
    if kept is not Kept.KEPT:
        raise Refusal(409 if kept is Kept.CLOSED else 403, kept.value)
    if not wants_json(request):
        return go_to(f"/room/{rendered.room.code}#kept")  # at the foot of the page
    own = await services.cache.choices_after(rendered, ballot)
    reply = VoteReply(rendered.key, rendered.page, room_messages.LIVE["voted"])
    return Response(_in_json(reply).filled(rendered.parts(own)), media_type="application/json")


@lru_cache(REPLIES_KEPT)
def _in_json(reply: VoteReply) -> Slotted:
    return slotted_json(asdict(reply))


async def _ballot(services: Services, form: VoteForm, seat: Seat) -> tuple[RenderedRoom, Ballot | QuestionVote]:
    """The vote, and the room that asks for it: this process may be a moment behind."""
    try:
        return seat.rendered, vote_of(form, seat.participant, seat.rendered)
    except Refusal as refusal:
        if refusal.status != 409:
            raise
    newest = await services.cache.by_code(seat.rendered.room.code, fresh=True) or seat.rendered
    return newest, vote_of(form, seat.participant, newest)


def vote_of(form: VoteForm, participant: str, rendered: RenderedRoom) -> Ballot | QuestionVote:
    """The vote that *form* holds; Refusal where it is not one that the room asks for now."""
    if rendered.step is Step.ASKING:
        return question_vote_of(form, participant, rendered)
    return ballot_of(form, participant, rendered)


def question_vote_of(form: VoteForm, participant: str, rendered: RenderedRoom) -> QuestionVote:
    """The vote on the next question."""
    entry, interview = rendered.room.entry, rendered.slide.interview
    if entry is None or interview is None or form.entry != entry.id or form.number != str(interview.number):
        raise Refusal(409, "closed")
    if not form.question:
        raise Refusal(422, "missing_question")
    vote = QuestionVote(participant, interview.number, form.question)
    try:
        check_question(vote, interview.offered)
    except AnswerError:
        raise Refusal(422, "unknown") from None
    return vote


def ballot_of(form: VoteForm, participant: str, rendered: RenderedRoom) -> Ballot:
    """The vote on a level."""
    room, slide = rendered.room, rendered.slide
    round = open_round(rendered.step)
    if round is None or form.entry != room.position.entry or form.round != str(round):
        raise Refusal(409, "closed")
    if not form.level or not form.confidence:
        raise Refusal(422, "missing", slide.words)
    try:
        ballot = Ballot(participant, round, form.level, Confidence(form.confidence), frozenset(form.mark))
        check_ballot(ballot, [level.id for level in slide.levels], slide.sentences if room.settings.marks else 0)
    except (AnswerError, ValueError):
        raise Refusal(422, "unknown") from None
    return ballot
