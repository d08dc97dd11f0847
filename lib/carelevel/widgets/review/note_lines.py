"""The lines of short notes, for a supervisor: what each would decide, to be added to, reworded, taken out and saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from carelevel import messages
from carelevel.authoring import LineEdit, NotesDesk
from carelevel.authoring.notes.line_edit import SECTIONS, Group, line_in, lines_of, net, plain
from carelevel.bank import Bank
from carelevel.bank.notes_file import (
    FEWEST_LINES,
    LONGEST_LINE,
    LONGEST_TAG,
    NOTES_FILE,
    alike,
    has_notes,
    is_tag,
)
from carelevel.core.criteria import ESCALATE
from carelevel.core.diagnostic import Diagnostic
from carelevel.core.errors import AnswerError, BankError
from carelevel.core.note import Note
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.feedback.names import level_name
from carelevel.messages import review as review_messages
from carelevel.review.note_lines import DrawnNotes, ShownValue, drawn_notes, shown_values
from carelevel.widgets.face import Face, Message, offered, text_of
from carelevel.widgets.review.view import DrawnNote, EditedLine, LineGroup, NoteLinesView

MOST_FOUND = 30
LONGEST_SENT = 5 * LONGEST_LINE
"""Characters of what a page sends: a line that is too long is told so."""

SURE = "sure"
CONFLICT = "conflict"
"""Kinds of a message: what follows from a save is to be known first; somebody else has changed the file."""
ADDED = "added"

_BETWEEN_TAGS = re.compile(r"[,;]")


class NoteLinesFace(Face):
    """One desk for the lines; *groups* counts the registered groups whose codes a save would put out of use."""

    script = "review/note_lines.js"
    label = "lines"
    styles = ("shared/face.css", "shared/card.css", "pages/page.css", "review/review.css")
    says = review_messages.LINES

    def __init__(self, bank: Bank, groups: Callable[[], int] = lambda: 0, drafts: Path | None = None) -> None:
        self.bank, self.desk = bank, None
        self._groups = groups
        self._broken: tuple[str, ...] = ()
        self._values = {(value.finding, value.value): value for value in shown_values(bank.criteria)}
        self._chosen: Group = next(iter(self._values))
        self._heard: tuple[NoteLine, ...] = ()
        self._drawn: DrawnNotes | None = None
        if has_notes(bank.folder):
            try:
                self.desk = NotesDesk(bank, drafts)
                self._chosen = self._last_group() or self._chosen
                self._drawn = drawn_notes(self.desk.opened.notes, bank.criteria)
            except BankError as error:
                self._broken = tuple(map(str, error.diagnostics))
        super().__init__(
            {
                "choose": self._choose,
                "add": self._add,
                "reword": self._reword,
                "delete": self._delete,
                "undo": self._undo,
                "discard": self._discard,
                "save": self._save,
                "take_up": self._take_up,
            }
        )

    # What a page can ask for

    def _choose(self, message: Message) -> None:
        self._chosen = self._group(message)

    def _add(self, message: Message) -> None:
        group = self._group(message)
        self._change(LineEdit(group, None, self._worded(message, group)), review_messages.LINES_ADDED, ADDED)

    def _reword(self, message: Message) -> None:
        group = self._group(message)
        was, line = self._line(message, group), self._worded(message, group)
        self._change(LineEdit(group, was, line), review_messages.LINES_REWORDED)

    def _delete(self, message: Message) -> None:
        group = self._group(message)
        self._change(LineEdit(group, self._line(message, group), None), review_messages.LINES_DELETED)

    def _undo(self, _: Message) -> str:
        desk = self._at_desk()
        self._chosen = self._last_group() or self._chosen
        desk.undo()
        return review_messages.LINES_UNDONE

    def _discard(self, _: Message) -> str:
        self._at_desk().discard()
        return review_messages.LINES_DISCARDED

    def _save(self, message: Message) -> None:
        desk, file = self._at_desk(), f"{self.bank.folder.name}/{NOTES_FILE}"
        if desk.obstacles:
            raise AnswerError(review_messages.LINES_STOPPED)
        groups = 0
        with suppress(BankError):  # a file with mistakes, which can have no groups
            groups = self._groups()
        if groups and message.get("sure") is not True:
            self._say(messages.counted(groups, review_messages.LINES_GROUPS), kind=SURE)
            return
        changed = tuple(edit.after for edit in desk.edits if edit.after)
        if not desk.save():
            self._say(review_messages.LINES_CONFLICT.format(file=file), kind=CONFLICT)
            return
        there = set(map(plain, self._lines.every()))
        self._heard = tuple(line for line in changed if line in there)
        before = self._version
        self._drawn = drawn_notes(desk.opened.notes, self.bank.criteria, self._heard)
        hits = any(desk.hits(line) for line in self._heard)
        says = [review_messages.LINES_SAVED.format(file=file)]
        if before and self._version and before != self._version:
            says.append(review_messages.LINES_CODES_NOW.format(before=before, now=self._version))
        self._say(" ".join([*says, review_messages.LINES_LOOK] if hits else says))

    def _take_up(self, _: Message) -> str:
        desk = self._at_desk()
        anew = desk.take_up()
        self._drawn = drawn_notes(desk.opened.notes, self.bank.criteria)
        if not anew:
            return review_messages.LINES_TAKEN_UP
        return messages.counted(len(anew), review_messages.LINES_TAKEN_UP_ANEW)

    def _change(self, edit: LineEdit, says: str, kind: str = "") -> None:
        """Make the edit, and say what is wrong with the line that came of it."""
        desk = self._at_desk()
        desk.change(edit)
        self._chosen = edit.group
        line = next((one for one in lines_of(edit.group, self._lines) if plain(one) == edit.after), None)
        problems = self._problems(line) if line else ()
        stops = line and any(found.line == line.row for found in desk.obstacles)
        wrong = review_messages.LINES_CANNOT if stops else review_messages.LINES_WRONG
        self._say(f"{says} {wrong}" if problems else says, problems, kind=kind)

    def _at_desk(self) -> NotesDesk:
        if self.desk is None:
            raise AnswerError(messages.NOT_UNDERSTOOD)
        return self.desk

    def _group(self, message: Message) -> Group:
        groups = {" ".join(group): group for group in (*SECTIONS, *self._values)}
        return groups[offered(text_of(message, "group", LONGEST_SENT), groups)]

    def _last_group(self) -> Group | None:
        """The group of the last change that is not saved."""
        edits = self._at_desk().edits
        return edits[-1].group if edits and edits[-1].group in (*SECTIONS, *self._values) else None

    def _line(self, message: Message, group: Group) -> NoteLine:
        """The line at that place, as the page has seen it."""
        lines, place = lines_of(group, self._lines), message.get("place")
        if type(place) is not int or not 0 <= place < len(lines) or lines[place].text != message.get("was"):
            raise AnswerError(review_messages.LINES_MOVED)
        return plain(lines[place])

    def _worded(self, message: Message, group: Group) -> NoteLine:
        text, says, bars = (text_of(message, name, LONGEST_SENT) for name in ("text", "says", "bars"))
        if not text.strip():
            raise AnswerError(review_messages.LINES_EMPTY)
        return line_in(group, text, _tags(says), _tags(bars))

    # What a page is shown

    @property
    def _lines(self) -> NoteLines:
        lines = self._at_desk().checked.written
        assert lines
        return lines

    @property
    def _version(self) -> str:
        return self._drawn.version if self._drawn else ""

    def _seen(self) -> NoteLinesView:
        if self.desk is None:
            says = review_messages.LINES_BROKEN if self._broken else review_messages.LINES_NONE
            return NoteLinesView(says=(says,), found=self._broken[:MOST_FOUND])
        desk, chosen, changes = self.desk, self._chosen, net(self.desk.edits)
        unsaved = messages.counted(len(changes), review_messages.LINES_UNSAVED)
        found = sorted(self._found(), key=lambda diagnostic: diagnostic.line)
        count = len(lines_of(chosen, self._lines))
        return NoteLinesView(
            says=tuple(filter(None, self._sentences())),
            found=tuple(map(self._placed, found[:MOST_FOUND])),
            found_title=messages.counted(len(found), review_messages.LINES_FOUND) if found else "",
            groups=tuple(self._shown_group(group) for group in (*self._values, *SECTIONS)),
            chosen=" ".join(chosen),
            leads=self._leads(chosen),
            few=self._few(count) if chosen in self._values and count < FEWEST_LINES else "",
            lines=tuple(self._shown_lines(chosen)),
            tags=messages.LIST_SEPARATOR.join(self._tags_in_use()),
            unsaved=(unsaved if changes else review_messages.LINES_ALL_UNDONE) if desk.edits else "",
            changes=tuple(map(self._told, changes)),
            stopped=tuple(map(self._placed, desk.obstacles)),
            codes=review_messages.LINES_CODES.format(version=self._version) if self._version else "",
            notes_title=review_messages.LINES_HEARD if self._heard else review_messages.LINES_DRAWN,
            notes_open=bool(self._heard),
            notes=tuple(map(self._drawn_note, self._drawn.notes)) if self._drawn else (),
        )

    def _sentences(self) -> Iterator[str | None]:
        lines, desk, criteria = self._lines, self._at_desk(), self.bank.criteria
        count = sum(map(len, lines.showing.values()))
        yield review_messages.LINES_SENTENCE.format(count=count, people=len(lines.people), neutral=len(lines.neutral))
        if self._drawn:
            found = self._drawn.giveaways
            if found.says:
                form = review_messages.LINES_TOLD_REFERRED if found.left_out else review_messages.LINES_TOLD
                about = criteria.words.said(form, count=found.count, left_out=found.left_out)
                yield " ".join((about, *found.says))
        if desk.resumed and desk.edits:
            yield review_messages.LINES_RESUMED.format(day=desk.resumed.date().isoformat())

    def _found(self) -> Iterator[Diagnostic]:
        """All that is wrong with the file as it would be saved, or asks for a look."""
        desk = self._at_desk()
        yield from (*desk.checked.mistakes, *desk.checked.thin)
        for line in self._lines.every():
            yield from desk.hits(line)

    def _placed(self, found: Diagnostic) -> str:
        """What was found in a line, with where that stands in the face; of the file, as `carelevel check` says it."""
        line = next((one for one in self._lines.every() if one.row == found.line), None)
        place = self._place_of(line) if line else ""
        if not line or not place:
            return str(found)
        return review_messages.LINES_PLACED.format(place=place, problem=self._in_words(found, line))

    def _place_of(self, line: NoteLine) -> str:
        """The name of its group, '' where the criteria know none."""
        section = SECTIONS[line not in self._lines.people]
        return self._group_name((line.finding, line.value) if line.finding else section)

    def _in_words(self, found: Diagnostic, line: NoteLine) -> str:
        """The same at that line; where it is told twice, with where the other one stands in the face."""
        words = f", “{found.words}”" if found.words else ""
        problem = found.problem[:1].upper() + found.problem[1:]
        others = [one for one in self._same_words(line) if one is not line]
        if found.first_line and others:
            problem = review_messages.LINES_ALREADY.format(text=line.text, place=self._place_of(others[0]))
        return review_messages.LINES_PROBLEM.format(
            problem=problem, words=words, remedy=found.remedy[:1].upper() + found.remedy[1:]
        )

    def _problems(self, line: NoteLine) -> tuple[str, ...]:
        """What the bank or lint says of a line, or of another of the same words."""
        checked = self._at_desk().checked
        rows = {other.row for other in self._same_words(line)}
        of_file = [one for one in (*checked.mistakes, *checked.thin) if one.line in rows]
        told = [self._in_words(found, line) for found in (*of_file, *self._at_desk().hits(line))]
        return (*told, *(review_messages.LINES_NEW_TAG.format(tag=tag) for tag in self._new_tags(line)))

    def _same_words(self, line: NoteLine) -> list[NoteLine]:
        return _by_words(self._lines)[alike(line.text)]

    def _new_tags(self, line: NoteLine) -> list[str]:
        """Those that a line that is not saved yet tells, and no other one names."""
        if not line.says or line not in self._at_desk().new_lines:
            return []
        others = (other.says | other.bars for other in self._lines.every() if other is not line)
        return sorted(line.says.difference(*others))

    def _tags_in_use(self) -> list[str]:
        """The tags of the file, without those that are not saved yet."""
        lines = self._at_desk().opened.written
        return sorted({tag for line in lines.every() for tag in line.says}) if lines else []

    def _shown_lines(self, group: Group) -> Iterator[EditedLine]:
        opened = self._at_desk().opened.written
        before = set(map(plain, lines_of(group, opened))) if opened else set()
        was: dict[NoteLine, NoteLine | None] = {}
        for edit in self._at_desk().edits:
            if edit.after:
                was[edit.after] = was.get(edit.before, edit.before) if edit.before else None
        for place, line in enumerate(lines_of(group, self._lines)):
            earlier = was.get(plain(line))
            note = review_messages.LINES_WAS.format(text=earlier.text) if earlier else review_messages.LINES_IS_NEW
            yield EditedLine(
                place=place,
                text=line.text,
                says=messages.LIST_SEPARATOR.join(sorted(line.says)),
                bars=messages.LIST_SEPARATOR.join(sorted(line.bars)),
                tags=messages.WORK_SEPARATOR.join(_told_tags(line)),
                note="" if plain(line) in before else note,
                problems=self._problems(line),
            )

    def _shown_group(self, group: Group) -> LineGroup:
        count = messages.counted(len(lines_of(group, self._lines)), review_messages.LINES_COUNT)
        value, name = self._values.get((group[0], group[-1])), self._group_name(group)
        if value is None:
            return LineGroup(" ".join(group), name, count)
        return LineGroup(" ".join(group), name, count, self._level(value), self._rules(value))

    def _group_name(self, group: Group) -> str:
        """What the face calls it, '' where the criteria do not know it."""
        value = self._values.get((group[0], group[-1]))
        return self._name(value) if value else review_messages.LINES_SECTIONS.get(group[0], "")

    def _told(self, edit: LineEdit) -> str:
        """A change in words."""
        form = review_messages.LINES_CHANGE[(edit.before is not None, edit.after is not None)]
        return form.format(
            group=self._group_name(edit.group),
            before=edit.before.text if edit.before else "",
            after=edit.after.text if edit.after else "",
        )

    def _leads(self, group: Group) -> str:
        value = self._values.get((group[0], group[-1]))
        if value is None:
            return review_messages.LINES_SHOW_NOTHING
        return review_messages.LINES_LEAD.format(level=self._level(value), rules=self._rules(value))

    def _few(self, count: int) -> str:
        return messages.counted(count, review_messages.LINES_FEW).format(fewest=FEWEST_LINES)

    def _name(self, value: ShownValue) -> str:
        finding = self.bank.criteria.finding(value.finding)
        return f"{finding.name}: {finding.values[finding.rank(value.value)].says}"

    def _level(self, value: ShownValue) -> str:
        return level_name(value.alone.level, self.bank.criteria)

    def _rules(self, value: ShownValue) -> str:
        criteria = self.bank.criteria
        rules = messages.LIST_SEPARATOR.join(dict.fromkeys(map(criteria.rule_name, value.rules)))
        by_itself = criteria.finding(value.finding).name if value.alone.level == ESCALATE else ""
        return rules or by_itself or review_messages.LINES_NO_RULE

    def _drawn_note(self, note: Note) -> DrawnNote:
        criteria, heard = self.bank.criteria, set(self._heard)
        levels = [level_name(level, criteria) for level in note.accepted or (note.level,)]
        title = review_messages.LINES_NOTE.format(code=note.code, levels=messages.LIST_SEPARATOR.join(levels))
        return DrawnNote(
            title=title,
            lines=tuple(line.text for line in note.lines),
            heard=tuple(place for place, line in enumerate(note.lines) if plain(line) in heard),
        )


@lru_cache(maxsize=2)
def _by_words(lines: NoteLines) -> Mapping[str, list[NoteLine]]:
    """Every line, with those of the same words."""
    found: dict[str, list[NoteLine]] = {}
    for line in lines.every():
        found.setdefault(alike(line.text), []).append(line)
    return found


def _tags(text: str) -> frozenset[str]:
    """AnswerError where one of them cannot be a tag."""
    tags = frozenset(filter(None, map(str.strip, _BETWEEN_TAGS.split(text))))
    for tag in sorted(tags):
        if not is_tag(tag):
            raise AnswerError(review_messages.LINES_NOT_A_TAG.format(tag=tag, longest=LONGEST_TAG))
    return tags


def _told_tags(line: NoteLine) -> Iterator[str]:
    for tags, form in ((line.says, review_messages.LINES_SAYS), (line.bars, review_messages.LINES_NOT)):
        if tags:
            yield form.format(tags=messages.LIST_SEPARATOR.join(sorted(tags)))
