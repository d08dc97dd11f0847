"""The editor: a supervisor writes a case, and sees what the bank would make of it while they write."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from threading import RLock
from typing import ClassVar, Literal

from traitlets import Dict, default

from carelevel import words
from carelevel.authoring import Conflict, Desk, KeptDraft, draft_view, read_draft
from carelevel.core.errors import AnswerError, CarelevelError
from carelevel.widgets.editor_view import checked_view, desk_view
from carelevel.widgets.face import Face
from carelevel.widgets.reading import View
from carelevel.widgets.versions import side_by_side
from carelevel.words import editor as said

MOST_TITLES = 500
"""Cases that are listed by their titles; a larger bank, which takes long to read, is listed by file names."""

Message = Mapping[str, object]


def _now() -> datetime:
    return datetime.now().astimezone()


class Editor(Face):
    """One *desk* on a page; every step goes through `receive`, a page's and a notebook's alike."""

    scripts: ClassVar[tuple[str, ...]] = (
        *("dom.js", "explain.js", "editor_draft.js", "editor_fields.js", "editor_choose.js", "editor_phrases.js"),
        *("editor_story.js", "editor_twins.js", "editor_bar.js", "editor_side.js", "editor.js"),
    )
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "editor.css", "editor_write.css")

    bank = Dict().tag(sync=True)
    view = Dict().tag(sync=True)
    draft = Dict().tag(sync=True)

    def __init__(self, desk: Desk, clock: Callable[[], datetime] = _now) -> None:
        super().__init__(bank=desk_view(desk.bank.criteria))
        self.desk = desk
        self._clock = clock
        self._lock = RLock()
        self._messages = 0
        self._said = ""
        self._status = said.NOTHING_YET
        self._beside: View = {"message": None, "saved": None, "conflict": None, "cases": None}
        self._actions: Mapping[str, Callable[[Message], None]] = {
            "change": lambda _message: None,
            "undo": lambda _message: self._step("undo"),
            "redo": lambda _message: self._step("redo"),
            "start": lambda _message: self._begin(desk.start),
            "open": lambda message: self._begin(desk.open, message.get("case")),
            "resume": lambda message: self._begin(desk.resume, message.get("name")),
            "discard": self._discard,
            "cases": self._cases,
            "save": lambda _message: self._save(),
            "overwrite": lambda _message: self._save(overwrite=True),
            "save_as": self._save_as,
            "take_disk": lambda _message: self._begin(desk.open, desk.draft.id),
        }
        self._kept: list[View] = []
        self._checked: View = {}
        self._list_kept()
        self._resumed()
        self._show({}, adopt=True)
        self.on_msg(lambda _editor, message, _buffers: self.receive(message))

    @default("words")
    def _editor_words(self) -> dict[str, str]:
        return {**words.CARD, **said.EDITOR}

    def receive(self, message: object) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the page."""
        asked: Message = message if isinstance(message, Mapping) else {}
        with self._lock:
            self._beside["message"] = None
            self._trying(lambda: self._act(asked))
            self._show(asked, adopt=asked.get("do") != "change")
            if self._beside["message"] is None:
                self._said = ""

    def _trying(self, step: Callable[[], None]) -> None:
        try:
            step()
        except CarelevelError as error:
            self._say(words.sentence(str(error)))
        except Exception as error:
            self._say(said.BROKEN.format(problem=f"{type(error).__name__}: {error}"))
            if os.environ.get("CARELEVEL_TEST"):
                raise

    def _act(self, message: Message) -> None:
        do = message.get("do")
        if not isinstance(do, str) or do not in self._actions:
            raise AnswerError(words.NOT_UNDERSTOOD)
        if do == "change" or "draft" in message:
            self._change(message)
        if do != "change":
            self._actions[do](message)
            self._list_kept()

    # What a page can ask for

    def _change(self, message: Message) -> None:
        """Take the page's draft, which comes with every message."""
        draft = read_draft(message.get("draft"))
        if draft != self.desk.draft or not self.desk.is_kept:
            self.desk.change(draft)
            self._beside.update(saved=None, conflict=None)
            self._keep()

    def _step(self, to: Literal["undo", "redo"]) -> None:
        can, step = (self.desk.can_undo, self.desk.undo) if to == "undo" else (self.desk.can_redo, self.desk.redo)
        if can:
            step()
            self._beside.update(saved=None, conflict=None)
            self._keep()

    def _begin(self, begin: Callable[..., None], *names: object) -> None:
        """Lay another draft on the desk; the one that was there is kept."""
        if not all(isinstance(name, str) for name in names):
            raise AnswerError(words.NOT_UNDERSTOOD)
        begin(*names)
        self._beside.update(saved=None, conflict=None, cases=None)
        self._resumed()

    def _discard(self, message: Message) -> None:
        name = message.get("name")
        if not isinstance(name, str):
            raise AnswerError(words.NOT_UNDERSTOOD)
        self.desk.discard(name)

    def _cases(self, _message: Message) -> None:
        bank = self.desk.bank
        titles = {name: name for name in bank.case_ids()}
        if len(titles) <= MOST_TITLES:
            titles |= {one.id: one.case.title for one in bank.check() if one.case}
        self._beside["cases"] = [
            {"id": name, "title": titles[name]} for name in sorted(titles, key=lambda name: titles[name].lower())
        ]

    def _save_as(self, message: Message) -> None:
        name = message.get("id")
        if not isinstance(name, str):
            raise AnswerError(words.NOT_UNDERSTOOD)
        self.desk.change(read_draft(draft_view(replace(self.desk.draft, id=name.strip()))))
        self._save()

    def _save(self, *, overwrite: bool = False) -> None:
        self._beside.update(saved=None, conflict=None)
        came = self.desk.save(overwrite)
        if isinstance(came, Conflict):
            self._beside["conflict"] = self._conflict(came)
        else:
            file = f"{came.path.parent.name}/{came.path.name}"
            self._status = said.SAVED.format(file=file)
            self._beside.update(saved={"says": self._status}, cases=None)

    # What a page is shown

    def _show(self, asked: Message, *, adopt: bool) -> None:
        """One update with all that follows; *asked* tells a page which of its own messages this answers."""
        by, turn = str(asked.get("by", ""))[:40], asked.get("turn")
        turn = turn if type(turn) is int else 0
        desk = self.desk
        self._trying(self._check)
        with self.hold_sync():
            if adopt or asked.get("do") == "change":
                writer = "" if adopt else by
                self.draft = {"by": writer, "asked": by, "turn": turn, "draft": draft_view(desk.draft)}
            self.view = {
                "by": by,
                "turn": turn,
                "original": desk.original,
                "can_undo": desk.can_undo,
                "can_redo": desk.can_redo,
                "status": self._status,
                "kept": self._kept,
                **self._beside,
                **self._checked,
            }

    def _check(self) -> None:
        self._checked = checked_view(self.desk.check(), self.desk.draft, self.desk.bank.criteria)

    def _conflict(self, conflict: Conflict) -> View:
        draft = self.desk.draft
        return {
            "says": said.CONFLICT.format(file=f"{self.desk.bank.folder.name}/{draft.id}.md"),
            "suggested": f"{draft.id}-2",
            "rows": side_by_side(conflict.disk, conflict.mine),
        }

    def _list_kept(self) -> None:
        self._kept = [
            {"name": one.name, "title": one.title or one.case or said.UNTITLED, "says": self._kept_says(one)}
            for one in self.desk.kept()
            if one.name != self.desk.name
        ]

    def _resumed(self) -> None:
        """Say when what lies on the desk was kept, where it was."""
        self._status = next(
            (
                said.DRAFT_KEPT.format(time=self._kept_says(one))
                for one in self.desk.kept()
                if one.name == self.desk.name
            ),
            said.NOTHING_YET if self.desk.original is None else "",
        )

    def _kept_says(self, kept: KeptDraft) -> str:
        at, now = kept.changed_at.astimezone(), self._clock()
        says = said.KEPT_TODAY if at.date() == now.date() else said.KEPT_EARLIER
        return says.format(time=f"{at:%H:%M}", day=f"{at:%Y-%m-%d}")

    def _keep(self) -> None:
        self._status = said.DRAFT_KEPT.format(time=f"{self._clock():%H:%M}")

    def _say(self, says: str) -> None:
        """Show a message; one that is still there is not announced again with every key."""
        self._messages += says != self._said
        self._said = says
        self._beside["message"] = {"says": says, "number": self._messages}
