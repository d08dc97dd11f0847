"""What is wrong with a draft's id, title, difficulty and note, and with its twins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from carelevel.authoring.check.draft_problem import near, problem
from carelevel.authoring.check.story import finding_problems
from carelevel.authoring.draft.draft import Draft, DraftTwin
from carelevel.authoring.draft.fields import texts
from carelevel.authoring.file.markdown import is_word
from carelevel.bank.case_file import CASE_ID, RESERVED
from carelevel.bank.front_matter import LONGEST_DISCUSS, LONGEST_ID, LONGEST_REASON, LONGEST_TITLE, MOST_TWINS
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Diagnostic
from carelevel.messages import authoring as authoring_messages
from carelevel.messages.authoring import Message

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What neither YAML nor UTF-8 can hold, or what an editor would not show at the begin of a file."""
_SIGN = re.compile(r"[\[\]{}<>*`]")


def front_problems(draft: Draft, others: Collection[str]) -> Iterator[Diagnostic]:
    """What is wrong with id, title, difficulty, note and reasons; *others*: the ids of the other cases."""
    yield from _id_problems(draft.id, {other.casefold() for other in others})
    if not draft.title:
        yield problem("title", authoring_messages.TITLE_EMPTY)
    yield from _too_long("title", draft.title, LONGEST_TITLE)
    if draft.difficulty is None:
        yield problem("difficulty", authoring_messages.DIFFICULTY_OPEN)
    yield from _too_long("discuss", draft.discuss, LONGEST_DISCUSS)
    for number, point in enumerate(draft.points):
        yield from _too_long(f"points.{number}.dissent", point.dissent, LONGEST_REASON)


def twin_problems(draft: Draft, criteria: Criteria) -> Iterator[Diagnostic]:
    """What is wrong with the twins: their ids, the phrases that they change, what their words show."""
    if len(draft.twins) > MOST_TWINS:
        yield problem(f"twins.{MOST_TWINS}.id", authoring_messages.TWINS_MANY, most=MOST_TWINS)
    seen: set[str] = set()
    for place, twin in enumerate(draft.twins):
        where = f"twins.{place}"
        empty, twice = authoring_messages.TWIN_ID_EMPTY, authoring_messages.TWIN_ID_TWICE
        yield from _name_problems(f"{where}.id", twin.id, seen, empty, twice)
        seen.add(twin.id)
        yield from _swap_problems(where, twin, draft)
        yield from finding_problems(f"{where}.findings", twin.findings, criteria)
        yield from _taken(f"{where}.findings", twin, draft, criteria)


def unwritable(draft: Draft) -> Iterator[Diagnostic]:
    """The first character of each text that no file can hold."""
    for field, text in texts(draft):
        found = _UNWRITABLE.search(text)
        if found:
            around = near(text[: found.start()], found.start())
            yield problem(field, authoring_messages.UNWRITABLE, at=found.span(), near=around)


def writable(text: str) -> str:
    """*text* with a sign of replacement for what no file can hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _id_problems(case_id: str, others: Collection[str]) -> Iterator[Diagnostic]:
    if case_id in RESERVED:
        yield problem("id", authoring_messages.ID_RESERVED, id=case_id)
    else:
        yield from _name_problems("id", case_id, others, authoring_messages.ID_EMPTY, authoring_messages.ID_TAKEN)


def _name_problems(
    where: str, name: str, taken: Collection[str], if_empty: Message, if_taken: Message
) -> Iterator[Diagnostic]:
    """What is wrong with the id of a case or of a twin."""
    if not name:
        yield problem(where, if_empty)
    elif not CASE_ID.fullmatch(name) or len(name) > LONGEST_ID:
        yield problem(where, authoring_messages.ID_WRONG, id=near(name, 0), most=LONGEST_ID)
    elif name in taken:
        yield problem(where, if_taken, id=name)


def _too_long(where: str, text: str, most: int) -> Iterator[Diagnostic]:
    if len(text) > most:
        yield problem(where, authoring_messages.TOO_LONG, at=(most, len(text)), count=len(text), most=most)


def _swap_problems(where: str, twin: DraftTwin, draft: Draft) -> Iterator[Diagnostic]:
    names = {phrase.name for point in draft.points for phrase in point.phrases}
    if not is_word(twin.phrase) or twin.phrase not in names:
        yield problem(f"{where}.phrase", authoring_messages.TWIN_PHRASE_OPEN)
    sign = _SIGN.search(twin.words)
    if not twin.words:
        yield problem(f"{where}.words", authoring_messages.TWIN_WORDS_EMPTY)
    elif sign:
        yield problem(f"{where}.words", authoring_messages.TWIN_WORDS_SIGN, at=sign.span(), sign=sign[0])


def _taken(where: str, twin: DraftTwin, draft: Draft, criteria: Criteria) -> Iterator[Diagnostic]:
    """What the new words show is shown by no other phrase of the same decision point."""
    for point in draft.points:
        if any(phrase.name == twin.phrase for phrase in point.phrases if phrase.name):
            taken = {name for phrase in point.phrases if phrase.name != twin.phrase for name in phrase.findings}
            for finding in criteria.findings:
                if finding.id in taken and finding.id in twin.findings:
                    yield problem(where, authoring_messages.TWIN_TAKEN, ask=finding.ask)
