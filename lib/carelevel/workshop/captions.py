"""What every page of a room says in the same words: its headline, its counts, the shift, the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carelevel import messages
from carelevel.core.ballot import AcceptedParts, Shift
from carelevel.core.criteria import Words
from carelevel.core.room_state import Step, takes_votes
from carelevel.core.transfer import AcceptedPart, Transfer
from carelevel.messages import room as room_messages
from carelevel.workshop.slide_record import Slide

_HEADLINES = {
    Step.VOTE_1: "vote_title_1",
    Step.VOTE_2: "vote_title_2",
    Step.VOTE_3: "vote_title_3",
    Step.CLOSED_1: "closed_title",
    Step.CLOSED_2: "closed_title",
    Step.CLOSED_3: "changed_title",
}


def headline(step: Step, slide: Slide | None = None) -> str:
    """What the room is doing now; *slide* tells whether it has decided to ask no more."""
    told = slide.interview.told if slide and slide.interview else None
    if told and not told.ask:
        return room_messages.LIVE["decided_title"]
    return room_messages.LIVE[_HEADLINES.get(step, f"{step}_title")]


def people_here(joined: int) -> str:
    """How many have joined."""
    forms = {0: "people_0", 1: "people_1"}
    return room_messages.LIVE[forms.get(joined, "people_n")].format(count=joined)


def votes_counted(votes: int) -> str:
    """How many voted, or raised a hand."""
    forms = {0: "votes_0", 1: "votes_1"}
    return room_messages.LIVE[forms.get(votes, "votes")].format(count=votes)


def count_sentence(step: Step, joined: int, voted: int, hands: int) -> str:
    """Who is here, or while a vote is open who has voted; *hands* are those counted in it so far."""
    if not takes_votes(step):
        return people_here(joined)
    if hands:
        return votes_counted(voted + hands)
    return room_messages.LIVE["voted_of"].format(voted=voted, joined=joined) if voted else room_messages.LIVE["voted_0"]


def shift_sentences(shift: Shift, words: Words) -> Iterator[str]:
    """Who moved where, a sentence a direction; hands are in the tallies, but nobody knows whose they were."""
    once = shift.only_first + shift.only_second
    twice = sum(shift.moves.values())
    for name in ("stayed", "up", "down", "aside"):
        count = getattr(shift, name)
        if count or (name == "stayed" and twice):
            yield words.said(room_messages.LIVE[name], count=count)
    for vote, counted in (("first", shift.first), ("second", shift.second)):
        if sure := sure_sentence(counted.sure):
            yield f"{room_messages.LIVE[vote]}. {sure}"
    if once:
        yield room_messages.LIVE["only"].format(count=once)
    if shift.first.votes + shift.second.votes > 2 * twice + once:
        yield room_messages.LIVE["hands"]


def agreement_sentence(parts: AcceptedParts) -> str:
    """How much of both votes the criteria accept, and how many only once voted; '' where nobody voted."""
    shares = [f"{round(100 * part)}%" for part in (parts.first, parts.second) if part is not None]
    if len(shares) < 2:
        return room_messages.LIVE["agreed_once"].format(share=shares[0]) if shares else ""
    form = "agreed_twice" if parts.twice else "agreed_apart" if parts.once else "agreed"
    says = room_messages.LIVE[form].format(first=shares[0], second=shares[1], count=parts.twice)
    return f"{says} {room_messages.LIVE['only'].format(count=parts.once)}." if parts.twice and parts.once else says


def transfer_sentence(found: Transfer) -> str:
    """How much of each of three votes the criteria accept; '' where nobody voted on the twin."""
    if not found.third.votes:
        return ""
    first, second, third = (_share(part) for part in (found.first, found.second, found.third))
    if not found.first.votes or not found.second.votes:
        return room_messages.LIVE["alone_only"].format(third=third)
    form = "alone_thrice" if found.thrice else "alone"
    return room_messages.LIVE[form].format(first=first, second=second, third=third, count=found.thrice)


def _share(part: AcceptedPart) -> str:
    return f"{100 * part.accepted / part.votes:.0f}%" if part.votes else ""


def sure_sentence(sure: Mapping[str, int] | None) -> str:
    """How sure those who voted by phone were; '' where nobody did."""
    if not sure or not any(sure.values()):
        return ""
    counts = (f"{name} {sure.get(id, 0)}" for id, name in messages.CONFIDENCE.items())
    return room_messages.LIVE["sure"].format(counts=" · ".join(counts))
