"""One trainee at one page: the faces, what they say to each other's scripts, and the record as bytes to be kept.

The script beside Python speaks to it in JSON. It keeps what `unsaved` gives before it shows what `receive` gave: an
answer stands in the browser's storage before its comparison is seen.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.note_figures import note_figures
from carelevel.bank import open_bank
from carelevel.core.errors import CarelevelError, StoreError
from carelevel.exports.own_record import OwnRecord
from carelevel.feedback import figures
from carelevel.feedback.html import tag
from carelevel.files import whole_file
from carelevel.messages import earlier as earlier_messages
from carelevel.messages import interview as interview_messages
from carelevel.messages import notes as notes_messages
from carelevel.messages import page as page_messages
from carelevel.messages import progress as progress_messages
from carelevel.page.inside.ipywidgets import DOMWidget, Sent
from carelevel.practice import Practice
from carelevel.practice.earlier_answers import EarlierAnswers
from carelevel.practice.form_practice import FormPractice
from carelevel.practice.guided import guided
from carelevel.practice.interviews import Interviews
from carelevel.practice.note_practice import NotePractice
from carelevel.store import folder as data_folder
from carelevel.store.address import FILE
from carelevel.store.identity import CODE_FILE, trainee
from carelevel.store.store import open_store
from carelevel.widgets.card import Card
from carelevel.widgets.earlier import Earlier
from carelevel.widgets.explorer import Explorer
from carelevel.widgets.forms.form import Form
from carelevel.widgets.interview import InterviewCard
from carelevel.widgets.notes import Notes
from carelevel.widgets.pages.criteria import criteria_page, levels_page, silences_page, tensions_page
from carelevel.widgets.pages.interviews import interviews_page
from carelevel.widgets.pages.note_figures import note_figures_page
from carelevel.widgets.pages.page import Page
from carelevel.widgets.pages.progress import PRACTICE, faults_page, figures_page, record_figures
from carelevel.widgets.record import MyRecord

CHANGES_RECORD = frozenset({"erase", "load", "switch"})
"""What is asked of one face after which the others are made anew."""

CAN_BE_LOADED = frozenset({"jsonl", "csv"})
EXPORTED = "exported"
"""Under this name it is kept how many answers are in a file that was downloaded or loaded."""

UNTITLED = frozenset({"practice", "interview", "record"})
"""Places whose link above says what they are; by ear they have a heading too."""

FIGURES = ("agreement", "flags", "direction", "referral", "matrix", "calibration", "rules", "marks", "time")


@dataclass(frozen=True)
class Panel:
    """What stands on one of the page's places: HTML that only shows, or a face by its name, folded under *fold*."""

    html: str = ""
    face: str = ""
    fold: str = ""


class Session:
    """The faces of one page, its *bank*, and the record in *folder*, which holds *saved*: what was kept before."""

    def __init__(self, bank: Path, folder: Path, saved: Mapping[str, bytes]) -> None:
        os.environ[data_folder.SETTING] = str(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in (CODE_FILE, FILE):
            if name in saved:
                whole_file.replace(folder / name, [saved[name]], whole_file.PRIVATE)
        self._folder, self._saved = folder, dict(saved)
        self._exported = int(saved.get(EXPORTED, b"0"))
        self.bank = open_bank(bank)
        self.store = open_store()
        self._is_ours = self._opens()
        self._faces: dict[str, Any] = {}
        self._sent: list[tuple[str, Sent]] = []
        DOMWidget.post = self._post

    # What is seen

    def place(self, name: str) -> str:
        """What stands on the place of that name, in JSON: HTML, and faces with their state."""
        parts = [self._shown(part) for part in self._parts(name)]
        self._sent.clear()
        return json.dumps(parts)

    def receive(self, face: str, message: str) -> str:
        """What a face answers to a message of its page, both in JSON, in the order in which it was sent."""
        asked = json.loads(message)
        content: dict[str, object] = asked["content"]
        shown, before = self._face(face), self._answers()
        self._sent.clear()
        shown.hear(content, [b64decode(buffer) for buffer in asked["buffers"]])
        self._note(content, before)
        if content.get("do") in CHANGES_RECORD:
            self._faces = {face: shown}
        return json.dumps([_as_json(name, sent) for name, sent in self._sent])

    # What is kept

    def only_here(self) -> int:
        """How many answers of whoever works here are in no file yet."""
        return max(0, self._answers() - self._exported)

    def download(self) -> str:
        """Every answer, as a file that can be loaded again: its name, its type and its text, in JSON."""
        file = self._record.download("jsonl")
        self._exported = self._answers()
        return json.dumps({"file": file.name, "type": file.media_type, "text": file.content.decode()})

    def unsaved(self) -> dict[str, bytes] | None:
        """The record's files, where they are others than those that are saved; whoever writes them says `is_saved`.

        A record that could not be opened, of a newer version for one, stays as it is.
        """
        if not self._is_ours:
            return None
        held = {
            FILE: self.store.serialized(),
            CODE_FILE: trainee().code.encode(),
            EXPORTED: str(self._exported).encode(),
        }
        return held if held != self._saved else None

    def is_saved(self, files: Mapping[str, bytes]) -> None:
        """These files are kept now."""
        self._saved = dict(files)

    def _opens(self) -> bool:
        try:
            self.store.prepare()
        except StoreError:  # which every face says in its place
            return False
        return True

    def _answers(self) -> int:
        """How many are kept; none where the record cannot be read."""
        try:
            return self._record.count()
        except CarelevelError:
            return 0

    def _note(self, content: Mapping[str, object], before: int) -> None:
        """How many answers are in a file once that is done which a page asked for; *before* so many were kept."""
        do = content.get("do")
        if do == "download" and content.get("form") in CAN_BE_LOADED:
            self._exported = self._answers()
        elif do == "load":
            self._exported += self._answers() - before
        elif do in ("erase", "switch"):
            self._exported = min(self._exported, self._answers())

    @property
    def _record(self) -> OwnRecord:
        return OwnRecord(self.store, trainee().code)

    # The places and the faces

    def _parts(self, name: str) -> Iterator[Panel]:
        if name in UNTITLED:
            yield Panel(html=str(tag("h2", page_messages.PAGE[name], class_="cl-unseen")))
        if name == "start":
            yield from self._start()
        elif name == "practice":
            yield Panel(face="practice")
        elif name == "interview":
            yield Panel(face="interview")
        elif name == "form":
            yield _heading(page_messages.PAGE["form"])
            yield Panel(face="form")
        elif name == "notes":
            yield from self._notes()
        elif name == "criteria":
            yield from self._criteria()
        elif name == "progress":
            yield from self._progress()
        elif name == "record":
            yield Panel(html=str(tag("p", page_messages.NOT_A_SAFE, class_="page-about")))
            yield Panel(face="record")

    def _start(self) -> Iterator[Panel]:
        """Who has answered before goes on, with what they know already folded away."""
        says = self.bank.criteria.words.in_all(page_messages.WELCOME)
        kept = self._answers()
        if kept:
            back = tag("h2", messages.counted(kept, page_messages.WELCOME_BACK))
            go_on = tag("p", tag("a", says["next"], href="#practice"))
            yield Panel(html=str(tag("section", back, go_on, class_="page-welcome")))
            yield _folded(says["title"], str(self._introduction(says)))
        else:
            yield Panel(html=str(self._introduction(says, tag("h2", says["title"]))))
        if self._face("guided").view["stage"] == "compared":
            yield Panel(face="guided", fold=says["first"])
        else:
            yield _heading(says["try"])
            yield Panel(face="guided")

    def _introduction(self, says: Mapping[str, str], title: Markup | None = None) -> Markup:
        cases = messages.counted(len(self.bank.case_ids()), messages.READY_CASES)
        steps = [tag("li", tag("b", says[f"{step}_name"]), " ", says[step]) for step in page_messages.STEPS]
        return tag(
            "section",
            title,
            tag("p", says["about"], " ", cases),
            tag("ol", steps),
            tag("p", self._whose_criteria(says)),
            tag("p", says["kept"]),
            class_="page-welcome",
        )

    def _whose_criteria(self, says: Mapping[str, str]) -> list[str | Markup]:
        """Which sources the criteria are from, which levels they know, and where it stands what they leave out."""
        criteria = self.bank.criteria
        titles = figures.quoted(source.title for source in criteria.sources)
        levels = messages.LIST_SEPARATOR.join(level.name for level in criteria.levels)
        told = [messages.counted(len(criteria.sources), page_messages.SOURCES).format(titles=titles), " "]
        told.append(criteria.words.said(page_messages.WELCOME["levels"], levels=levels))
        if criteria.silences:
            told += [" ", tag("a", says["silences"], href="#criteria")]
        return told

    def _notes(self) -> Iterator[Panel]:
        yield _heading(notes_messages.NOTES["notes"])
        yield Panel(html=str(tag("p", notes_messages.ABOUT, class_="page-about")))
        try:
            self._face("notes")
        except CarelevelError as error:
            yield Panel(html=str(tag("p", str(error))))
        else:
            yield Panel(face="notes")

    def _criteria(self) -> Iterator[Panel]:
        criteria = self.bank.criteria
        yield _heading(criteria.words.said(messages.LEVELS_CAPTION))
        yield Panel(html=_html(levels_page(criteria)))
        yield _heading(messages.EXPLORER["explorer"])
        yield Panel(face="explorer")
        titles = (criteria.title, messages.TENSIONS_LABEL, messages.CARD["silences_title"])
        for title, made in zip(titles, (criteria_page, tensions_page, silences_page), strict=True):
            yield _folded(title, _html(made(criteria)))

    def _progress(self) -> Iterator[Panel]:
        try:
            attempts, interviews = self.store.attempts(trainee().code), self.store.interviews(trainee().code)
            notes = self.store.note_attempts(trainee().code)
        except StoreError as error:
            yield Panel(html=str(tag("p", messages.STORE_FAILED.format(problem=error))))
            return
        shown = record_figures(attempts, self.bank)
        yield _heading(progress_messages.PROGRESS_TITLES["faults"])
        yield Panel(html=_html(faults_page(shown)))
        if shown.record.n:
            yield Panel(html=_html(figures_page(FIGURES, shown, page_messages.PAGE["progress"])))
        if interviews:
            yield _heading(interview_messages.FIGURE_TITLES["interviews"])
            yield Panel(html=_html(interviews_page(interviews)))
        if notes:
            yield _heading(notes_messages.NOTES["notes"])
            figures = note_figures(notes, self.bank.criteria.choices)
            yield Panel(html=_html(note_figures_page(figures, notes, self.bank.criteria)))
        if shown.record.n:
            self._faces.pop("earlier", None)  # the record has grown since
            yield _heading(earlier_messages.EARLIER["earlier_answers"])
            yield Panel(face="earlier")

    def _shown(self, part: Panel) -> dict[str, object]:
        if not part.face:
            return {"html": part.html}
        return {"face": part.face, "state": self._face(part.face).state(), "fold": part.fold}

    def _face(self, name: str) -> Any:
        if name not in self._faces:
            self._faces[name] = face = self._makers[name]()
            face.words = {**face.words, **page_messages.IN_FACES}
        return self._faces[name]

    @cached_property
    def _makers(self) -> Mapping[str, Callable[[], Any]]:
        return {
            "guided": lambda: Card(self._practice("guided", guided(self.bank))),
            "practice": lambda: Card(self._practice("practice", None)),
            "form": lambda: Form(FormPractice(self.bank, self.store, trainee().code)),
            "interview": lambda: InterviewCard(Interviews(self.bank, self.store, trainee().code, "interview")),
            "notes": lambda: Notes(NotePractice(self.bank, self.store, trainee().code)),
            "explorer": lambda: Explorer(self.bank),
            "earlier": lambda: Earlier(EarlierAnswers(self.bank, self.store, trainee().code)),
            "record": lambda: MyRecord(self._record),
        }

    def _practice(self, card: str, case: str | None) -> Practice:
        return Practice(self.bank, self.store, trainee().code, card, case)

    def _post(self, face: DOMWidget, sent: Sent) -> None:
        name = next((name for name, known in self._faces.items() if known is face), None)
        if name is not None:  # while it is being made it has no page yet
            self._sent.append((name, sent))


def _heading(title: str) -> Panel:
    return Panel(html=str(tag("h2", title, class_="page-about")))


def _folded(title: str, html: str) -> Panel:
    """What is long, under its title."""
    heading = tag("h2", title, class_="page-about")
    return Panel(html=str(tag("details", tag("summary", heading), Markup(html), class_="page-fold")))


def _html(page: Page) -> str:
    return page._repr_html_().replace(f'href="{PRACTICE}"', 'href="#practice"')


def _as_json(face: str, sent: Sent) -> dict[str, object]:
    buffers = [b64encode(bytes(buffer)).decode() for buffer in sent.buffers]
    return {"face": face, "state": sent.state, "content": sent.content, "buffers": buffers}
