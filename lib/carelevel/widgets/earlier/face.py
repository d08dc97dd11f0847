"""The earlier answers: a trainee finds one again and reads what it was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from traitlets import Dict

from carelevel import messages
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.attempt import Attempt
from carelevel.core.case import by_title
from carelevel.core.criteria import Criteria
from carelevel.core.selection import Only, Selection, read_selection
from carelevel.feedback.comparison import verdict_said
from carelevel.feedback.explanation import explain
from carelevel.feedback.names import level_name, titled
from carelevel.feedback.view import as_view
from carelevel.messages import earlier as earlier_messages
from carelevel.practice.earlier_answers import EarlierAnswers, Recalled
from carelevel.widgets.card.told import told
from carelevel.widgets.card.view import card_bank
from carelevel.widgets.earlier.view import EarlierAnswer, EarlierView, Narrowing, OpenedAnswer
from carelevel.widgets.face import Face, Message, offered, text_of
from carelevel.widgets.shared.view import Option, ToldAnswer

PAGE = 20
"""Answers on one page."""

MOST_CASES = 200
"""Cases to choose by, those answered last; the others are found by their answers."""


class Earlier(Face):
    """One trainee's answers on a page; every way to them goes through `receive`."""

    script = "earlier/face.js"
    label = "earlier_answers"
    styles = (*Face.styles, "earlier/face.css")
    says: ClassVar = {**messages.CARD, **earlier_messages.EARLIER}

    bank = Dict().tag(sync=True)

    def __init__(self, answers: EarlierAnswers) -> None:
        self.answers = answers
        self._selection = Selection()
        self._page = 0
        self._opened: Recalled | None = None
        self._narrows = False
        actions = {
            "select": self._select,
            "narrow": self._narrow,
            "page": self._turn,
            "open": self._open,
            "close": self._close,
        }
        super().__init__(actions, bank=as_view(card_bank(self._criteria)))

    @property
    def _criteria(self) -> Criteria:
        return self.answers.bank.criteria

    def _select(self, message: Message) -> None:
        self._selection = read_selection(message.get("selection"), messages.NOT_UNDERSTOOD)
        self._page, self._opened = 0, None
        self.answers.forget()

    def _narrow(self, _message: Message) -> None:
        self._narrows = True

    def _turn(self, message: Message) -> None:
        meant = self.answers.selected(self._selection, self.answers.all())
        self._page = offered(message.get("page"), range(_pages(meant)), messages.NOT_UNDERSTOOD)

    def _open(self, message: Message) -> None:
        self._opened = self.answers.recall(text_of(message, "attempt"))

    def _close(self, _message: Message) -> None:
        self._opened = None

    # What a page is shown

    def _seen(self) -> EarlierView:
        record = self.answers.all()
        meant = self.answers.selected(self._selection, record)
        self._page = min(self._page, _pages(meant) - 1)
        first = self._page * PAGE
        shown = meant[first : first + PAGE]
        says = earlier_messages.PAGE.format(first=first + 1, last=first + len(shown))
        return EarlierView(
            title=_title(len(meant), len(record)),
            says=says if len(meant) > PAGE else "",
            chosen=" ".join(self._chosen()),
            selection=self._selection.named,
            narrowing=tuple(self._narrowing(record)) if self._narrows else None,
            answers=tuple(map(self._listed, shown)),
            page=self._page,
            pages=_pages(meant),
            opened=self._told(self._opened, meant) if self._opened else None,
        )

    def _listed(self, kept: Attempt) -> EarlierAnswer:
        criteria, named = self._criteria, self.answers.named(kept.case)
        heading = named.headings[kept.point] if 1 < len(named.headings) > kept.point else ""
        level, day = level_name(kept.level, criteria), kept.committed_at.date()
        return EarlierAnswer(
            id=kept.id,
            title=titled(named.title, heading, kept.twin),
            says=earlier_messages.LISTED.format(day=day, level=level),
            sign=messages.VERDICT_SIGN[kept.verdict],
            verdict=verdict_said(kept.verdict, criteria),
        )

    def _told(self, recalled: Recalled, meant: tuple[Attempt, ...]) -> OpenedAnswer:
        ids = [attempt.id for attempt in meant]
        at = ids.index(recalled.kept.id) if recalled.kept.id in ids else len(ids)
        question, result = recalled.question, recalled.result
        explained = explain(result.assessment, self._criteria, question.point.evidence)
        return OpenedAnswer(
            told=ToldAnswer(**told(question, result, explained, self._criteria)),
            notes=tuple(self._notes(recalled)),
            newer=ids[at - 1] if 0 < at < len(ids) else "",
            older=ids[at + 1] if at + 1 < len(ids) else "",
        )

    def _notes(self, recalled: Recalled) -> Iterator[str]:
        """When it was given; where case or criteria are others since, that, and what was said then."""
        kept, criteria = recalled.kept, self._criteria
        yield earlier_messages.ANSWERED.format(day=kept.committed_at.date())
        if recalled.changed:
            level, verdict = level_name(kept.criteria_level, criteria), verdict_said(kept.verdict, criteria)
            yield messages.CHANGED_SINCE
            yield earlier_messages.SAID_THEN.format(level=level, verdict=verdict)

    # What answers are chosen by

    def _narrowing(self, record: tuple[Attempt, ...]) -> Iterator[Narrowing]:
        criteria = self._criteria
        levels = tuple(Option(level, level_name(level, criteria)) for level in criteria.choices)
        rules = dict.fromkeys(rated.rule for kept in record for rated in kept.rules if rated.caught is not None)
        cases = list(dict.fromkeys(kept.case for kept in reversed(record)))[:MOST_CASES]
        options = {
            "level": levels,
            "asked": levels,
            "rule": _sorted(Option(rule, criteria.rule_name(rule)) for rule in rules),
            "only": tuple(Option(only, earlier_messages.ONLY[only]) for only in Only),
            "case": _sorted(Option(case, self.answers.named(case).title) for case in cases),
        }
        return (Narrowing(name, earlier_messages.NARROW[name], each) for name, each in options.items())

    def _chosen(self) -> Iterator[str]:
        """What the answers are chosen by, in words."""
        chosen, criteria = self._selection, self._criteria
        named = {
            "level": level_name(chosen.level, criteria),
            "asked": level_name(chosen.asked, criteria),
            "rule": criteria.rule_name(chosen.rule),
            "only": earlier_messages.ONLY.get(chosen.only, ""),
            "case": self.answers.named(chosen.case).title if chosen.case else "",
        }
        for name, value in named.items():
            if value:
                yield earlier_messages.CHOSEN_BY.format(legend=earlier_messages.NARROW[name], value=value)
        if chosen.first or chosen.last:
            yield earlier_messages.CHOSEN_NUMBERS.format(first=chosen.first, last=chosen.last)
        if chosen.alone and any(attempt.had.helps for attempt in self.answers.all()):
            yield earlier_messages.CHOSEN_ALONE
        if chosen.steps:
            forms = earlier_messages.CHOSEN_STEPS_MORE if chosen.steps > 0 else earlier_messages.CHOSEN_STEPS_LESS
            yield messages.counted(abs(chosen.steps), forms)
        if chosen.confidence in list(Confidence):
            confidence = messages.CONFIDENCE[Confidence(chosen.confidence)]
            yield earlier_messages.CHOSEN_CONFIDENCE.format(confidence=confidence)
        if chosen.verdict in list(Verdict):
            yield earlier_messages.CHOSEN_VERDICT.format(verdict=verdict_said(Verdict(chosen.verdict), criteria))
        if chosen.flag:
            yield earlier_messages.CHOSEN_FLAG.format(flag=criteria.rule_name(chosen.flag))


def _title(meant: int, record: int) -> str:
    every = messages.counted(record, earlier_messages.COUNT)
    if not record:
        return earlier_messages.COUNT_NONE
    if not meant:
        return earlier_messages.COUNT_NO_MATCH.format(all=every)
    return every if meant == record else earlier_messages.COUNT_OF.format(count=meant, all=every)


def _pages(meant: tuple[Attempt, ...]) -> int:
    """At least one."""
    return max(1, -(-len(meant) // PAGE))


def _sorted(options: Iterator[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: by_title(option.name)))
