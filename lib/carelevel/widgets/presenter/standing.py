"""How a presentation stands, as the presenter's card shows it: first the settings, then controls and private strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from math import ceil

from carelevel import messages
from carelevel.core.ballot import Advice
from carelevel.core.errors import BankError, RoomError
from carelevel.core.pace import is_enough
from carelevel.core.room_state import Room, Step, closed_round, story_is_out, takes_votes
from carelevel.feedback.names import level_name
from carelevel.feedback.questions import topics
from carelevel.messages import presenter as presenter_messages
from carelevel.widgets.presenter import view
from carelevel.widgets.presenter.cases import answer_says, entry_name, order_entries, other_twins, shortened, total_says
from carelevel.workshop.addresses import HERE, Network, is_here, is_name
from carelevel.workshop.audience import Audience
from carelevel.workshop.captions import headline, people_here
from carelevel.workshop.interview_slide import question_name
from carelevel.workshop.plan import Plan
from carelevel.workshop.presentation import Presentation, position_says
from carelevel.workshop.slide import TALLY_STEPS
from carelevel.workshop.tokens import shown_code
from carelevel.workshop.workshop import Workshop

MOST_ADDRESSES = 6

ADVISED = (Step.CLOSED_1, Step.DISCUSSION)
"""Where the first vote suggests how to go on."""

UNDECIDED = (Step.OPENING, Step.ASKING, Step.TOLD)
"""Where the room has not been told the case yet, and nobody raises a hand for a level."""

LONGEST_FORECAST = 300
"""Seconds; what is further off is not said."""


def setup_view(presentation: Presentation, networks: Iterable[Network]) -> view.SetupView:
    """Before a room is open."""
    plan, kept = presentation.plan, presentation.kept_until()
    return view.SetupView(
        order=order_entries(presentation, ""),
        total=total_says(presentation),
        settings=_settings(plan),
        hosts=_hosts(plan.host, networks, presentation.pages.public),
        last=presenter_messages.LAST_KEPT.format(when=when(kept)) if kept else "",
    )


def room_view(presentation: Presentation, networks: Iterable[Network]) -> view.RoomView:
    """While a room is open."""
    workshop = presentation.open
    room, step = workshop.room, workshop.step
    private, hands = _of_the_case(workshop)
    return view.RoomView(
        order=order_entries(presentation, room.position.entry),
        total=total_says(presentation),
        rehearsal=presenter_messages.REHEARSAL if presentation.rehearsal else "",
        at=position_says(room),
        headline=headline(step),
        next=_next(presentation),
        thanked=step is Step.END,
        skip=_skip(workshop),
        can_back=workshop.can_back,
        steps=_steps(workshop),
        blank=room.blank,
        night=room.settings.night,
        tally=room.tally_shown if step in TALLY_STEPS else None,
        timer=_timer(presentation),
        private=private,
        hands=hands,
        joining=view.Joining(
            code=shown_code(room.code),
            address=room.settings.address,
            hosts=_hosts(presentation.plan.host, networks, presentation.pages.public),
            closed=room.settings.door_closed,
            shown=None if step is Step.LOBBY else room.settings.joining_shown,
        ),
        settings=_settings(presentation.plan),
        keep="" if presentation.rehearsal else _kept_after(presentation),
    )


def _settings(plan: Plan) -> view.Settings:
    return view.Settings(
        marks=plan.marks,
        tally_early=plan.tally_early,
        third_vote=plan.third_vote,
        pairs=plan.pairs,
        watch=plan.watch,
        minutes=_numbers(presenter_messages.TIMER, plan.minutes),
        talk_minutes=_numbers(presenter_messages.TIMER, plan.talk_minutes),
        keep_hours=_numbers(presenter_messages.KEEP, plan.keep_hours),
    )


def here_says(room: Room) -> str:
    """How many have joined; '' where nobody can."""
    return people_here(room.joined) if room.settings.address else ""


def votes_so_far(presentation: Presentation) -> tuple[view.LevelVotes, ...]:
    """What is chosen in the vote that is open, the most intensive first, where the presenter wants to see it."""
    chosen, criteria = presentation.chosen(), presentation.bank.criteria
    if chosen is None:
        return ()
    if presentation.open.step is Step.ASKING:
        left = [id for id in presentation.open.questions_left() if chosen.get(id)]
        return tuple(view.LevelVotes(question_name(id, criteria), chosen[id]) for id in left)
    return tuple(view.LevelVotes(level_name(id, criteria), chosen.get(id, 0)) for id in reversed(criteria.choices))


def closing_says(presentation: Presentation) -> str:
    """When the vote that is open can be closed, as far as that can be told; '' where the presenter does not ask."""
    room = presentation.open.room
    if not presentation.plan.watch or not takes_votes(room.position.step):
        return ""
    if is_enough(presentation.arrivals.voted, room.joined):
        everybody = presentation.arrivals.voted >= room.joined
        return presenter_messages.CLOSE_ALL if everybody else presenter_messages.CLOSE_NOW
    expected = presentation.arrivals.forecast(room.joined)
    if expected is None or expected.middle > LONGEST_FORECAST:
        return ""
    form = presenter_messages.CLOSE_IN if expected.high <= LONGEST_FORECAST else presenter_messages.CLOSE_IN_OR_LATER
    low, middle, high = (_five_seconds(seconds) for seconds in (expected.low, expected.middle, expected.high))
    return form.format(low=low, middle=middle, high=high)


def _five_seconds(seconds: float) -> int:
    """Rounded up to five of them, and no more than can be said."""
    return 5 * ceil(min(seconds, LONGEST_FORECAST) / 5)


def _kept_after(presentation: Presentation) -> str:
    return presenter_messages.KEPT_AFTER.format(time=presenter_messages.KEEP[presentation.plan.keep_hours])


def seats_says(audience: Audience | None) -> str:
    """How many seats each address with several has, the most first; '' where none has."""
    several = [seats for seats in audience.seats if seats > 1] if audience else []
    if audience is None or not several:
        return ""
    more = audience.addresses - len(several)
    others = messages.LIST_SEPARATOR.join(presenter_messages.SEATS_OTHER.format(seats=seats) for seats in several[1:])
    form = presenter_messages.SEATS_EACH if others else presenter_messages.SEATS
    says = form.format(seats=several[0], others=others)
    return f"{says} {messages.counted(more, presenter_messages.SEATS_MORE)}" if more > 0 else says


def turned_away_says(room: Room, audience: Audience | None) -> str:
    """That an address has its share and asks for more; '' where none does, or may."""
    if audience is None or not audience.turned_away or room.settings.whole_halls:
        return ""
    return messages.counted(audience.turned_away, presenter_messages.TURNED_AWAY)


def reached_says(room: Room, audience: Audience | None) -> str:
    """Whether phones come through, until somebody is in; *audience* is None where nobody serves the pages."""
    address = room.settings.address
    if not address:
        return ""
    if audience is None:
        return presenter_messages.PAGES_GONE
    host = address.partition("//")[2].partition(":")[0]
    if is_here(host):
        return presenter_messages.REACHED_HERE
    if audience.visits:
        return messages.counted(audience.visits, presenter_messages.REACHED)
    return "" if room.joined else presenter_messages.REACHED_NOT.format(host=host)


def when(time: datetime) -> str:
    """A time in this computer's zone."""
    return time.astimezone().strftime(presenter_messages.WHEN)


def _numbers(names: Mapping[int, str], chosen: int) -> tuple[view.NumberChoice, ...]:
    return tuple(view.NumberChoice(value, name, value == chosen) for value, name in names.items())


def _hosts(chosen: str, networks: Iterable[Network], public: str) -> view.Hosts:
    """Who may join; a network that this computer has left is not offered, and only this computer stands for it.

    *public*: where somebody else serves the pages; then everybody may join there, or nobody.
    """
    hands = ("", presenter_messages.WHO_HANDS, presenter_messages.WHO_HANDS_ABOUT)
    if public:
        everybody = (HERE, presenter_messages.WHO_PUBLIC.format(address=public), presenter_messages.WHO_PUBLIC_ABOUT)
        both = (everybody, hands)
        choices = (view.HostChoice(*offered, bool(offered[0]) == bool(chosen)) for offered in both)
        return view.Hosts(tuple(choices), typed=False)
    own = {network.address: network.name for network in list(networks)[:MOST_ADDRESSES]}
    typed = {chosen: ""} if is_name(chosen) else {}
    now = chosen if chosen in ("", HERE, *own, *typed) else HERE
    offered = [
        (HERE, presenter_messages.WHO_HERE, presenter_messages.WHO_HERE_ABOUT),
        *((host, *_network_says(host, name)) for host, name in (own | typed).items()),
        hands,
    ]
    choices = (view.HostChoice(host, name, about, host == now) for host, name, about in offered)
    return view.Hosts(tuple(choices), typed=True)


def _network_says(host: str, name: str) -> tuple[str, str]:
    """Who may join by *host*, in the network that the system calls *name*; '' where somebody typed it."""
    says = presenter_messages.WHO_NETWORK if name else presenter_messages.WHO_TYPED
    return says.format(address=host, name=name), presenter_messages.WHO_NETWORK_ABOUT


def _skip(workshop: Workshop) -> str:
    """What leaves out what comes next, as the button says it."""
    if workshop.next.step is Step.VOTE_3:
        return presenter_messages.SKIP
    asks = workshop.step in UNDECIDED and workshop.next.step is not Step.VOTE_1
    return presenter_messages.DECIDE_NOW if asks else ""


def _next(presentation: Presentation) -> str:
    """What the next step does, as the button says it; '' at the end, and where hands are raised for a question."""
    room, to = presentation.open.room, presentation.open.next
    if to == room.position or (to.step is Step.END and not room.order):
        return ""
    if room.position.step is Step.ASKING and room.settings.by_hands:
        return ""
    title = next((entry_name(entry, presentation.bank) for entry in room.order if entry.id == to.entry), "")
    return presenter_messages.ONWARD[to.step].format(title=title)


def _timer(presentation: Presentation) -> view.Timer | None:
    room = presentation.open.room
    minutes = presentation.minutes_at(room.position.step)
    if minutes is None:
        return None
    minutes = minutes or 1
    return view.Timer(room.timer_ends_at is not None, minutes, presenter_messages.TIMER[minutes])


def _steps(workshop: Workshop) -> tuple[view.StepChoice, ...]:
    names = presenter_messages.STEPS
    return tuple(view.StepChoice(step.value, names[step], step is workshop.step) for step in workshop.steps)


def _of_the_case(workshop: Workshop) -> tuple[view.PrivateStrip | None, view.HandCounts | None]:
    """What only the presenter sees of it; where the case cannot be read any more, that."""
    try:
        if workshop.presented is None:
            return None, None
        return _private(workshop), None if workshop.step in UNDECIDED else _hands(workshop)
    except (BankError, RoomError) as error:
        return view.PrivateStrip(discuss="", advice=str(error), leap=None, answer="", missed=None, twins=()), None


def _private(workshop: Workshop) -> view.PrivateStrip:
    presented = workshop.presented
    assert presented is not None
    spoils = workshop.step in UNDECIDED or not story_is_out(presented.entry, workshop.step)
    can_go_on = not presented.entry.twin and workshop.step is Step.REVEAL
    return view.PrivateStrip(
        discuss="" if spoils else presented.case.discuss,
        advice=workshop.advice_says() if workshop.step in ADVISED else "",
        leap=_leap(workshop),
        answer=answer_says(presented.point, workshop.bank.criteria),
        missed=_missed(workshop),
        twins=other_twins(presented.case, presenter_messages.TWIN_NOW) if can_go_on else (),
        questions=tuple(_questions(workshop)) if workshop.step in (Step.ASKING, Step.TOLD) else (),
    )


def _questions(workshop: Workshop) -> Iterator[view.QuestionChoices]:
    """Those that were not asked yet, by topic."""
    left = workshop.questions_left()
    for topic in topics(workshop.bank.criteria):
        questions = tuple(
            view.QuestionChoice(each.id, presenter_messages.QUESTION.format(name=each.name, ask=each.ask))
            for each in topic.questions
            if each.id in left
        )
        if questions:
            yield view.QuestionChoices(topic.title, questions)


def _leap(workshop: Workshop) -> view.StepChoice | None:
    """Straight to the answer, where the first vote suggests that; None where it suggests to talk, or nothing."""
    if workshop.step not in ADVISED or workshop.advice() in (None, Advice.DISCUSS):
        return None
    return view.StepChoice(Step.REVEAL.value, presenter_messages.LEAP, here=False)


def _missed(workshop: Workshop) -> tuple[str, ...] | None:
    """The deciding phrases, the least often marked first, of the last vote that is closed; None without marks."""
    round = closed_round(workshop.step)
    interview = workshop.room.entry is not None and workshop.room.entry.ask_first and round != 3
    if not workshop.room.settings.marks or round is None or interview:
        return None
    return tuple(
        presenter_messages.MISSED.format(
            caught=sight.caught, voters=sight.voters, phrase=shortened(sight.phrase.phrase)
        )
        for sight in sorted(workshop.sights(round), key=lambda sight: sight.caught)
        if sight.voters
    )


def _hands(workshop: Workshop) -> view.HandCounts:
    """What was counted by hand so far, each choice the most intensive first."""
    counted, criteria = workshop.hands(), workshop.bank.criteria
    return view.HandCounts(
        levels=tuple(view.LevelName(level, level_name(level, criteria)) for level in reversed(criteria.choices)),
        counts={str(round): dict(counted.get(round, {})) for round in workshop.rounds},
    )
