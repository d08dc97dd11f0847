"""The editor: a supervisor writes a case, and sees what the bank would make of it while they write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Literal

from traitlets import Dict, Int

from carelevel import messages
from carelevel.authoring import Conflict, Desk, DraftError, Saved, UnfinishedDraft, draft_view, read_draft
from carelevel.authoring.file.incoming import LARGEST_INCOMING
from carelevel.core.case import RETIRED, by_title
from carelevel.core.criteria import Criteria
from carelevel.core.errors import CarelevelError
from carelevel.feedback.view import as_view
from carelevel.messages import editor as editor_messages
from carelevel.widgets.editor import view
from carelevel.widgets.editor.versions import side_by_side
from carelevel.widgets.face import Action, Face, Message, text_of, uploaded

MOST_TITLES = 500
"""Cases that are listed by their titles; a larger bank, which takes long to read, is listed by file names."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Editor(Face):
    """One *desk* on a page; every step goes through `receive`, a page's and a notebook's alike."""

    script = "editor/face.js"
    label = "editor"
    styles = (*Face.styles, "editor/face.css", "editor/write.css")
    says: ClassVar = {**messages.CARD, **editor_messages.EDITOR}
    broken = editor_messages.BROKEN

    largest = Int(LARGEST_INCOMING).tag(sync=True)
    bank = Dict().tag(sync=True)
    draft = Dict().tag(sync=True)

    def __init__(self, desk: Desk, clock: Callable[[], datetime] = _now) -> None:
        self.desk = desk
        self._clock = clock
        self._status = editor_messages.NOTHING_YET
        self._saved: view.SavedCase | None = None
        self._conflict: view.ShownConflict | None = None
        self._titles: tuple[view.CaseTitle, ...] | None = None
        self._writer = ""
        actions: dict[str, Action] = {
            "change": self._change,
            "undo": lambda _message: self._step("undo"),
            "redo": lambda _message: self._step("redo"),
            "start": lambda _message: self._begin(desk.start),
            "open": lambda message: self._begin(desk.open, text_of(message, "case")),
            "resume": lambda message: self._begin(desk.resume, text_of(message, "name")),
            "discard": lambda message: desk.discard(text_of(message, "name")),
            "bring": self._bring,
            "bring_text": lambda message: self._begin(desk.bring_text, text_of(message, "text")),
            "cases": self._cases,
            "save": lambda _message: self._save(),
            "overwrite": lambda _message: self._save(overwrite=True),
            "save_as": self._save_as,
            "take_disk": lambda _message: self._begin(desk.open, desk.draft.id),
        }
        self._list_kept()
        self._resumed()
        super().__init__(actions, bank=as_view(view.editor_bank(desk.bank.criteria)))

    @property
    def _criteria(self) -> Criteria:
        return self.desk.bank.criteria

    def _act(self, message: Message) -> None:
        do = message["do"]
        self._writer = str(message["by"]) if do == "change" else ""
        if do in self._actions and do != "change" and "draft" in message:
            self._change(message)
        super()._act(message)
        if do != "change":
            self._list_kept()

    def _refusal(self, error: Exception) -> str:
        return messages.sentence(str(error))

    # What a page can ask for

    def _change(self, message: Message) -> None:
        """Take the page's draft, which comes with every step too."""
        draft = read_draft(message.get("draft"))
        if draft != self.desk.draft or not self.desk.is_kept:
            self.desk.change(draft, pasted=message.get("pasted") is True)
            self._saved = self._conflict = None
            self._keep()

    def _step(self, to: Literal["undo", "redo"]) -> None:
        can, step = (self.desk.can_undo, self.desk.undo) if to == "undo" else (self.desk.can_redo, self.desk.redo)
        if can:
            step()
            self._saved = self._conflict = None
            self._keep()

    def _begin(self, begin: Callable[..., None], *names: str | bytes) -> None:
        """Lay another draft on the desk; the one that was there is kept."""
        begin(*names)
        self._saved = self._conflict = self._titles = None
        self._resumed()

    def _bring(self, message: Message) -> None:
        file = uploaded(message, LARGEST_INCOMING, self.says["too_large"])
        self._begin(self.desk.bring, file.content, file.name)

    def _cases(self, _message: Message) -> None:
        bank = self.desk.bank
        titles = {name: name for name in bank.case_ids()}
        if len(titles) <= MOST_TITLES:
            titles |= {checked.id: checked.case.title for checked in bank.check() if checked.case}
        self._titles = tuple(
            view.CaseTitle(name, titles[name]) for name in sorted(titles, key=lambda name: by_title(titles[name]))
        )

    def _save_as(self, message: Message) -> None:
        name = text_of(message, "id")
        self.desk.change(read_draft(draft_view(replace(self.desk.draft, id=name.strip()))))
        self._save()

    def _save(self, *, overwrite: bool = False) -> None:
        self._saved = self._conflict = None
        before = self.desk.bank
        try:
            outcome = self.desk.save(overwrite)
        except CarelevelError as error:
            self._status = editor_messages.NOT_SAVED
            raise DraftError(editor_messages.NOT_SAVED_SINCE.format(problem=messages.sentence(str(error)))) from error
        finally:
            if self.desk.bank is not before:  # the criteria have changed
                self.bank = as_view(view.editor_bank(self._criteria))
        if isinstance(outcome, Conflict):
            self._conflict = self._shown_conflict(outcome)
        else:
            file = f"{outcome.path.parent.name}/{outcome.path.name}"
            self._status = editor_messages.SAVED.format(file=file)
            self._saved, self._titles = view.SavedCase(self._status, self._held_says(outcome)), None

    def _held_says(self, saved: Saved) -> str:
        if self.desk.draft.status == RETIRED:
            return editor_messages.STILL_RETIRED
        named = messages.LIST_SEPARATOR.join(editor_messages.QUOTED.format(words=words) for words in saved.held_for)
        return editor_messages.HELD.format(words=named) if named else ""

    # What a page is shown

    def _seen(self) -> view.EditorView:
        """All that follows from the draft, and the draft itself, which a page does not take that has written it."""
        desk, draft, criteria = self.desk, self.desk.draft, self.desk.bank.criteria
        self.draft = as_view(view.SentDraft(self._writer, draft))
        checked = desk.check()
        return view.EditorView(
            name=desk.name,
            original=desk.original,
            can_undo=desk.can_undo,
            can_redo=desk.can_redo,
            status=self._status,
            kept=self._kept,
            saved=self._saved,
            conflict=self._conflict,
            cases=self._titles,
            title=draft.title,
            problems=tuple(view.problems(checked, draft)),
            hits=tuple(view.hits(checked, draft)),
            points=tuple(view.story_points(checked, draft, criteria)),
            twins=tuple(view.twin_points(checked, draft, criteria)),
        )

    def _shown_conflict(self, conflict: Conflict) -> view.ShownConflict:
        name = self.desk.draft.id
        kind = "gone" if conflict.disk is None else "appeared" if conflict.is_new else "changed"
        title, says = editor_messages.CONFLICT[kind]
        return view.ShownConflict(
            title=title,
            says=says.format(file=f"{self.desk.bank.folder.name}/{name}.md"),
            gone=conflict.disk is None,
            suggested=f"{name}-2",
            rows=() if conflict.disk is None else side_by_side(conflict.disk, conflict.mine),
        )

    def _list_kept(self) -> None:
        self._kept = tuple(
            view.KeptDraft(kept.name, kept.title or kept.case or editor_messages.UNTITLED, self._kept_says(kept))
            for kept in self.desk.unfinished()
            if kept.name != self.desk.name
        )

    def _resumed(self) -> None:
        """Say when what lies on the desk was kept, where it was."""
        kept = next((kept for kept in self.desk.unfinished() if kept.name == self.desk.name), None)
        if kept is not None:
            self._status = editor_messages.DRAFT_KEPT.format(time=self._kept_says(kept))
        else:
            self._status = editor_messages.NOTHING_YET if self.desk.original is None else ""

    def _kept_says(self, kept: UnfinishedDraft) -> str:
        at, now = kept.changed_at.astimezone(), self._clock()
        says = editor_messages.KEPT_TODAY if at.date() == now.date() else editor_messages.KEPT_EARLIER
        return says.format(time=f"{at:%H:%M}", day=f"{at:%Y-%m-%d}")

    def _keep(self) -> None:
        self._status = editor_messages.DRAFT_KEPT.format(time=f"{self._clock():%H:%M}")

    def _say(self, says: str, problems: Sequence[str] = (), *, kind: str = "", once: bool = True) -> None:
        """A message that is still there is not announced again with every key."""
        super()._say(says, problems, kind=kind, once=once)
