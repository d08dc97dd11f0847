"""What a page can ask of the presenter's card: each message checked, then one step of the presentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from carelevel import messages
from carelevel.core.errors import AnswerError
from carelevel.core.room_state import OF_A_CASE, Position, Step
from carelevel.feedback.part_names import part_name
from carelevel.messages import presenter as presenter_messages
from carelevel.widgets.face import Action, Message, offered, text_of
from carelevel.widgets.presenter.cases import parts_by_key
from carelevel.widgets.presenter.standing import when
from carelevel.workshop.addresses import HERE, Network, is_typed
from carelevel.workshop.plan import KEEP_HOURS, LONGEST, MINUTES
from carelevel.workshop.presentation import Presentation, position_says
from carelevel.workshop.tokens import shown_code

PROPOSED_MINUTES = range(10, 241)
"""For which a running order is proposed."""

LARGEST_COUNT = 10_000
"""Hands for one choice."""

_text = partial(text_of, longest=LONGEST)


class Actions:
    """What messages of a page {do, …} name, in *all*; AnswerError where one asks what the card does not offer."""

    def __init__(self, presentation: Presentation, networks: Callable[[], Iterable[Network]]) -> None:
        self._presentation, self._networks = presentation, networks
        self._warned: tuple[Position, Position] | None = None  # from where to which vote, before it is opened again
        self.all: dict[str, Action] = {
            "add": self._add,
            "remove": lambda message: presentation.remove(_text(message, "entry")),
            "move": self._move,
            "ask_first": self._ask_first,
            "propose": self._propose,
            "settle": self._settle,
            "open": lambda _message: presentation.start(),
            "rehearse": lambda _message: presentation.rehearse(),
            "reopen": lambda _message: presentation.reopen(),
            "forward": lambda message: self._step(message, presentation.forward),
            "back": self._back,
            "go": self._go,
            "entry": lambda message: self._step(message, presentation.open.open_entry, "entry"),
            "twin": lambda message: self._step(message, presentation.open.open_twin, "twin"),
            "ask": lambda message: self._step(message, presentation.ask, "question"),
            "skip": lambda message: self._step(message, presentation.skip),
            "tally": self._tally,
            "blank": self._blank,
            "show": self._show,
            "joining": self._joining,
            "color": self._color,
            "timer": self._timer,
            "hands": self._hands,
            "host": self._host,
            "door": self._door,
            "code": self._code,
            "halls": self._halls,
            "end": self._end,
            "delete": self._delete,
        }

    # What is prepared

    def _add(self, message: Message) -> str:
        """An entry for each decision point that is meant; where there are several, that is said too."""
        point = message.get("point")
        if point is not None and type(point) is not int:
            raise AnswerError(messages.NOT_UNDERSTOOD)
        twin = _text(message, "twin") if "twin" in message else ""
        added = self._presentation.add(_text(message, "case"), twin, point)
        return messages.counted(added, presenter_messages.ADDED)

    def _move(self, message: Message) -> None:
        places = offered(message.get("places"), (-1, 1), messages.NOT_UNDERSTOOD)
        self._presentation.move(_text(message, "entry"), places)

    def _ask_first(self, message: Message) -> None:
        wanted = offered(message.get("wanted"), (True, False), messages.NOT_UNDERSTOOD)
        self._presentation.ask_first(_text(message, "entry"), wanted)

    def _propose(self, message: Message) -> str:
        """What exercises the parts of these keys, or anything without one, in so many minutes."""
        minutes = offered(message.get("minutes"), PROPOSED_MINUTES, presenter_messages.NO_MINUTES)
        keys, known = message.get("parts"), parts_by_key(self._presentation.bank.criteria)
        if not isinstance(keys, list) or not all(isinstance(key, str) and key in known for key in keys):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        wanted = {known[key] for key in keys}
        proposed = self._presentation.propose(minutes, wanted)
        if not proposed:
            taken = self._presentation.total_minutes()
            full = taken >= minutes and bool(self._presentation.order)
            form = presenter_messages.ALREADY_FULL if full else presenter_messages.NOTHING_FITS
            raise AnswerError(form.format(taken=taken, minutes=minutes))
        exercised = {part for candidate in proposed for part in candidate.parts}
        names = [part_name(part, self._presentation.bank.criteria) for part in wanted - exercised]
        says = messages.counted(len(proposed), presenter_messages.PROPOSED)
        missing = messages.LIST_SEPARATOR.join(sorted(names))
        return f"{says} {presenter_messages.NOT_PROPOSED.format(names=missing)}" if missing else says

    def _settle(self, message: Message) -> None:
        """One setting, by its name in the plan."""
        settings: Mapping[str, Iterable[object]] = {
            "marks": (True, False),
            "tally_early": (True, False),
            "third_vote": (True, False),
            "pairs": (True, False),
            "watch": (True, False),
            "minutes": MINUTES,
            "talk_minutes": MINUTES,
            "keep_hours": KEEP_HOURS,
            "host": (),
        }
        name, value = offered(_text(message, "name"), settings, presenter_messages.NO_SETTING), message.get("value")
        if name == "host":
            value = self._chosen_host(value)
        else:
            value = offered(value, settings[name], presenter_messages.NO_SETTING)
        self._presentation.settle(replace(self._presentation.plan, **{name: value}))  # type: ignore[arg-type]

    # The room

    def _step(self, message: Message, take: Callable[..., object], *names: str) -> None:
        """Take a step from where the page says that it is; a second press of the same button is the same step."""
        if message.get("at") == position_says(self._presentation.open.room):
            self._warned = None
            take(*(_text(message, name) for name in names))

    def _back(self, message: Message) -> str | None:
        workshop = self._presentation.open
        votes = workshop.votes_at(workshop.previous, back=True)
        return self._earlier(message, workshop.previous, votes, self._presentation.back)

    def _go(self, message: Message) -> str | None:
        step = Step(offered(message.get("step"), [step.value for step in OF_A_CASE], presenter_messages.NO_STEP))
        workshop = self._presentation.open
        to = Position(workshop.room.position.entry, step)
        return self._earlier(message, to, workshop.votes_at(to), lambda: self._presentation.go(step))

    def _earlier(self, message: Message, to: Position, votes: int, take: Callable[[], object]) -> str | None:
        """Take a step; where it opens a vote again that has *votes*, say so first, and take it when asked once more."""
        room = self._presentation.open.room
        here = room.position
        if votes and message.get("at") == position_says(room) and self._warned != (here, to):
            self._warned = here, to
            return messages.counted(votes, presenter_messages.OPENS_AGAIN)
        self._step(message, take)
        return None

    def _tally(self, _message: Message) -> None:
        self._presentation.open.show_tally(not self._presentation.open.room.tally_shown)

    def _blank(self, _message: Message) -> None:
        self._presentation.open.darken(not self._presentation.open.room.blank)

    def _show(self, _message: Message) -> None:
        self._presentation.open.darken(False)

    def _joining(self, _message: Message) -> None:
        """Show how to join, or the step again."""
        self._presentation.open.show_joining(not self._presentation.open.room.settings.joining_shown)

    def _color(self, message: Message) -> None:
        self._presentation.open.color(offered(message.get("night"), (True, False), presenter_messages.NO_SETTING))

    def _timer(self, message: Message) -> None:
        """So many minutes from now; 0 stops it."""
        minutes = offered(message.get("minutes"), MINUTES, presenter_messages.NO_SETTING)
        workshop = self._presentation.open
        if minutes:
            workshop.start_timer(60 * minutes)
        else:
            workshop.stop_timer()

    def _hands(self, message: Message) -> str:
        """Every round at once, {"1": {level: count}, "2": …}; nothing is counted unless all of it can be."""
        workshop, counts = self._presentation.open, message.get("counts")
        if not isinstance(counts, Mapping):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        hands = {round: _counts(counts.get(str(round)), workshop.offered) for round in workshop.rounds}
        for round, counted in hands.items():
            workshop.count_hands(round, counted)
        votes, again, *alone = (sum(counted.values()) for counted in hands.values())
        form = presenter_messages.COUNTED_ALONE if alone else presenter_messages.COUNTED
        return form.format(votes=votes, again=again, alone=sum(alone))

    def _host(self, message: Message) -> None:
        self._presentation.serve_on(self._chosen_host(message.get("host")))

    def _door(self, _message: Message) -> None:
        """Close it, or open it again."""
        workshop = self._presentation.open
        workshop.close_door(not workshop.room.settings.door_closed)

    def _halls(self, _message: Message) -> None:
        self._presentation.open.let_halls_in()

    def _code(self, _message: Message) -> str:
        return presenter_messages.RENEWED.format(code=shown_code(self._presentation.open.renew_code().code))

    def _end(self, _message: Message) -> str:
        workshop, rehearsed = self._presentation.open, bool(self._presentation.rehearsal)
        self._presentation.end()
        ended = presenter_messages.ENDED.format(when=when(workshop.room.expires_at))
        return presenter_messages.REHEARSED if rehearsed else ended

    def _delete(self, _message: Message) -> str:
        self._presentation.delete()
        return presenter_messages.DELETED

    def _hosts(self) -> tuple[str, ...]:
        return (HERE, "", *(network.address for network in self._networks()))

    def _chosen_host(self, typed: object) -> str:
        """One that is offered, or what somebody has typed."""
        host = typed.strip().lower() if isinstance(typed, str) else typed
        if isinstance(host, str) and is_typed(host):
            return host
        return offered(host, self._hosts(), presenter_messages.NO_HOST)


def _counts(hands: object, choices: Iterable[str]) -> dict[str, int]:
    if not isinstance(hands, Mapping) or not set(hands) <= set(choices):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    if not all(type(count) is int and 0 <= count <= LARGEST_COUNT for count in hands.values()):
        raise AnswerError(presenter_messages.NO_COUNT.format(most=LARGEST_COUNT))
    return dict(hands)
