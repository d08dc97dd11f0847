"""What the presenter's card shows beside the picture: first the settings, then controls and the private strip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from carelevel import messages
from carelevel.core.errors import BankError
from carelevel.core.room_state import OF_A_CASE, Room, Step, backward, onward, open_round
from carelevel.feedback.view import View
from carelevel.messages import presenter as presenter_messages
from carelevel.messages import room as room_messages
from carelevel.widgets.presenter.cases import answer_says, changed_phrase, entry_name, order_view, shortened
from carelevel.workshop.addresses import HERE, is_here
from carelevel.workshop.plan import Plan
from carelevel.workshop.presentation import Presentation, position_says
from carelevel.workshop.slide import TALLY_STEPS, offered_levels
from carelevel.workshop.tokens import shown_code
from carelevel.workshop.workshop import Workshop

MOST_ADDRESSES = 6


def setup_view(presentation: Presentation, addresses: Iterable[str]) -> View:
    """Before a room is open."""
    plan, kept = presentation.plan, presentation.kept_until()
    return {
        "stage": "setup",
        "order": order_view(plan.order, "", presentation.bank),
        "settings": settings_view(plan, addresses),
        "last": presenter_messages.LAST_KEPT.format(when=when(kept)) if kept else "",
        "rehearsal": "",
    }


def settings_view(plan: Plan, addresses: Iterable[str]) -> View:
    return {
        "marks": plan.marks,
        "tally_early": plan.tally_early,
        "minutes": _options(presenter_messages.TIMER, plan.minutes),
        "keep_hours": _options(presenter_messages.KEEP, plan.keep_hours),
        "host": _hosts(plan.host, addresses),
    }


def room_view(presentation: Presentation, addresses: Iterable[str]) -> View:
    """While a room is open; counts that change with every vote are not in it."""
    workshop = presentation.open
    room, step = workshop.room, workshop.step
    return {
        "stage": "room",
        "rehearsal": presenter_messages.REHEARSAL if presentation.rehearsal else "",
        "at": position_says(room.position),
        "headline": _headline(step),
        "next": _next(presentation),
        "can_back": bool(room.trail) or backward(room.order, room.position) != room.position,
        "steps": _steps(step),
        "blank": room.blank,
        "tally": room.tally_shown if step in TALLY_STEPS else None,
        "timer": _timer(presentation),
        **_of_the_case(workshop),
        "order": order_view(room.order, room.position.entry, presentation.bank),
        "joining": {
            "code": shown_code(room.code),
            "address": room.settings.address,
            "hosts": _hosts(presentation.plan.host, addresses),
        },
        "keep": "" if presentation.rehearsal else presenter_messages.KEPT_UNTIL.format(when=when(room.expires_at)),
    }


def here_says(room: Room) -> str:
    """How many have joined; '' where nobody can."""
    if not room.settings.address:
        return ""
    forms = {0: "people_0", 1: "people_1"}
    return room_messages.LIVE[forms.get(room.joined, "people_n")].format(count=room.joined)


def reached_says(address: str, reached: int | None) -> str:
    """Whether phones come through; *reached* is None where nobody serves the pages."""
    if not address:
        return ""
    if reached is None:
        return presenter_messages.PAGES_GONE
    if is_here(address.partition("//")[2].partition(":")[0]):
        return presenter_messages.REACHED_HERE
    return messages.counted(reached, presenter_messages.REACHED) if reached else presenter_messages.REACHED_NOT


def when(time: datetime) -> str:
    return time.astimezone().strftime(presenter_messages.WHEN)


def _options(names: Mapping[int, str], chosen: int) -> list[View]:
    return [{"value": value, "name": name, "chosen": value == chosen} for value, name in names.items()]


def _hosts(chosen: str, addresses: Iterable[str]) -> list[View]:
    """Who may join; a network that this computer has left is not offered, and only this computer stands for it."""
    own = list(addresses)[:MOST_ADDRESSES]
    now = chosen if chosen in ("", HERE, *own) else HERE
    offered = [
        (HERE, presenter_messages.WHO_HERE, presenter_messages.WHO_HERE_ABOUT),
        *(
            (host, presenter_messages.WHO_NETWORK.format(address=host), presenter_messages.WHO_NETWORK_ABOUT)
            for host in own
        ),
        ("", presenter_messages.WHO_HANDS, presenter_messages.WHO_HANDS_ABOUT),
    ]
    return [{"value": host, "name": name, "about": about, "chosen": host == now} for host, name, about in offered]


def _headline(step: Step) -> str:
    numbered = {Step.VOTE_1: "vote_title_1", Step.VOTE_2: "vote_title_2"}
    closed = dict.fromkeys((Step.CLOSED_1, Step.CLOSED_2), "closed_title")
    return room_messages.LIVE[{**numbered, **closed}.get(step, f"{step}_title")]


def _next(presentation: Presentation) -> str:
    """What the next step does, as the button says it; '' at the end."""
    room = presentation.open.room
    to = onward(room.order, room.position)
    if to == room.position or (to.step is Step.END and not room.order):
        return ""
    title = next((entry_name(known, presentation.bank) for known in room.order if known.id == to.entry), "")
    return presenter_messages.ONWARD[to.step].format(title=title)


def _timer(presentation: Presentation) -> View | None:
    """Whether one runs, and how long the next would; None where no vote is open."""
    room, minutes = presentation.open.room, presentation.plan.minutes or 1
    if open_round(room.position.step) is None:
        return None
    return {"on": room.timer_ends_at is not None, "minutes": minutes, "says": presenter_messages.TIMER[minutes]}


def _steps(here: Step) -> list[View]:
    if here not in OF_A_CASE:
        return []
    return [{"step": step.value, "name": presenter_messages.STEPS[step], "here": step is here} for step in OF_A_CASE]


def _of_the_case(workshop: Workshop) -> View:
    """What only the presenter sees; where the case cannot be read any more, that."""
    try:
        if workshop.telling is None:
            return {"private": None, "hands": None}
        return {"private": _private(workshop), "hands": _hands(workshop)}
    except BankError as error:
        private: View = {"discuss": "", "advice": str(error), "answer": "", "missed": None, "twins": []}
        return {"private": private, "hands": None}


def _private(workshop: Workshop) -> View:
    telling = workshop.telling
    assert telling is not None
    case = telling.case
    twins = case.twins if not telling.entry.twin and workshop.step is Step.REVEAL else ()
    return {
        "discuss": case.discuss,
        "advice": workshop.advice_says() if workshop.step in (Step.CLOSED_1, Step.DISCUSSION) else "",
        "answer": answer_says(telling.point, workshop.bank.criteria),
        "missed": _missed(workshop),
        "twins": [
            {"id": twin.id, "says": presenter_messages.TWIN_NOW.format(phrase=changed_phrase(case, twin.id))}
            for twin in twins
        ],
    }


def _missed(workshop: Workshop) -> list[str] | None:
    """The deciding phrases, the least often marked first, of the last vote that is closed; None without marks."""
    at = OF_A_CASE.index(workshop.step)
    if not workshop.room.settings.marks or at < OF_A_CASE.index(Step.CLOSED_1):
        return None
    sights = workshop.sights(2) if at >= OF_A_CASE.index(Step.CLOSED_2) else workshop.sights(1)
    return [
        presenter_messages.MISSED.format(
            caught=sight.caught, voters=sight.voters, phrase=shortened(sight.phrase.phrase)
        )
        for sight in sorted(sights, key=lambda sight: sight.caught)
        if sight.voters
    ]


def _hands(workshop: Workshop) -> View:
    """What was counted by hand so far, each choice the most intensive first."""
    counted = workshop.hands()
    return {
        "levels": [
            {"id": level["id"], "name": level["name"]} for level in reversed(offered_levels(workshop.bank.criteria))
        ],
        "counts": {str(number): dict(counted.get(number, {})) for number in (1, 2)},
    }
