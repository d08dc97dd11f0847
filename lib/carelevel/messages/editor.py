"""What the editor says to a supervisor who writes a case."""

from __future__ import annotations

from collections.abc import Mapping

EDITOR: Mapping[str, str] = {
    "editor": "Write a case",
    "bar": "The case that you are writing",
    "start": "Start a new case",
    "open": "Open a case",
    "open_case": "Case",
    "open_now": "Open",
    "open_none": "There is no case to open yet.",
    "bring": "Bring in a story",
    "bring_file": "A file (.md, .txt, .docx)",
    "bring_file_about": "A case from elsewhere, or a story written in Word: what is highlighted or underlined there "
    "becomes a marked phrase.",
    "bring_file_now": "Bring in the file",
    "bring_text": "Or a text, pasted",
    "bring_text_about": "Marks are kept if they are written as in a case file: [words]{finding=value}.",
    "bring_text_now": "Bring in the text",
    "no_text": "Paste a text first.",
    "too_large": "This file is larger than {megabytes} MB, too large for a story. Take its pictures out, or paste the "
    "text itself.",
    "kept": "Unfinished drafts",
    "kept_n": "Unfinished drafts ({count})",
    "resume": "Go on with it",
    "discard": "Delete",
    "discard_sure": "Delete for good",
    "ctrl": "Ctrl",
    "undo": "Undo",
    "redo": "Redo",
    "save": "Save",
    "silent": "The program has not replied yet. What you wrote is still here. If nothing comes, reload the page; in "
    "JupyterLab, then choose Run ▸ Run All Cells. What you wrote will be there again.",
    "held": "What you wrote while the program did not reply is here again.",
    # What is written
    "title": "Title",
    "title_about": "Two to four words that give nothing away.",
    "id": "File name",
    "id_about": "Lowercase letters, digits and hyphens; follows the title.",
    "id_copy": "Under this name it becomes a new case; {original} stays as it is.",
    "difficulty": "How clear is the answer?",
    "reading": "How hard is the text to read?",
    "story_title": "The story",
    "point": "Decision point {number}",
    "point_add": "Add a decision point",
    "point_add_about": "A decision point is a place in the story where somebody has to decide. Add one if the story "
    "goes on later and somebody has to decide again.",
    "up": "Move up",
    "down": "Move down",
    "remove": "Remove",
    "heading": "Heading",
    "heading_about": "Where and when they meet, such as “{First_meeting}” or “Seven weeks later”.",
    "story": "What happens",
    "story_about": "Invented, never taken from anybody’s record. 100 to 250 words, an empty line between paragraphs.",
    "words_1": "1 word",
    "words_n": "{count} words",
    "mark": "Say what it shows",
    "mark_keys": "Alt+Enter",
    "select_first": "Select a phrase in the story first, with the mouse or with Shift and the arrow keys.",
    "too_long": "That would make {count} characters; a story has {most} at most. Nothing was put in: what was there "
    "before is kept.",
    "overlaps": "That overlaps a phrase that is marked already: “{phrase}”. Select outside it or inside it.",
    "one_paragraph": "A phrase must lie within one paragraph. Select less.",
    "phrases": "Marked phrases",
    "marks_gone": "No longer in the story, and so no longer marked: {phrases}. Undo brings it back. So does putting "
    "the same words in elsewhere.",
    "comma": ", ",
    "phrases_none": "None yet. Select words in the story that show something, then say what it is.",
    "change": "Change",
    "twin_add": "Write a twin",
    "expected": "Which answer do you expect?",
    "expected_at": "Which answer do you expect? ({place})",
    "dissent": "Why you would decide differently",
    "dissent_about": "A sentence or two. Trainees are shown both answers.",
    "dissent_idle": "Your answer and the criteria’s do not differ now: take the reason away, or look at the phrases "
    "again.",
    "discuss": "To talk about",
    "discuss_about": "One to three questions. Trainees read them once the whole case is answered, beside no twin.",
    "glossary_title": "Words to explain",
    "glossary_about": "A word or a phrase as it stands in the story, and what it means in plain words. It is shown "
    "under the story.",
    "term": "Word {number}",
    "term_word": "Word or phrase",
    "term_meaning": "What it means",
    "term_add": "Explain a word",
    "twins": "Twins",
    "twins_about": "A twin is the same story with one phrase changed and another answer. Choose “Write a twin” at a "
    "marked phrase to begin one.",
    "twin_title": "Twin {number}",
    "twin_before": "In the story",
    "twin_lost": "This phrase is no longer marked in the story.",
    "twin_tie": "The phrase that it should change instead",
    "twin_tie_now": "Change this one",
    "twin_now": "In the twin",
    "twin_now_about": "These words take the place of that phrase. Read the rest of the story with them.",
    "twin_shows": "What the new words show",
    "twin_mark": "Say what they show",
    "twin_id": "Name of the twin",
    "twin_id_about": "Lowercase letters, digits and hyphens.",
    # The chooser
    "choose_title": "What does it show?",
    "choose_list": "What a phrase can show",
    "choose_search": "Search",
    "choose_about": "Type a few letters. ↑ and ↓ move, Enter chooses, Shift+Enter chooses and stays open for more, "
    "Escape closes.",
    "choose_now": "It shows now; choose one again to remove it:",
    "choose_nothing": "",
    "choose_none": "Nothing fits. Try another word.",
    "choose_negations": "not no none nobody neither nor never cannot without little",
    "choose_done": "Close",
    "found_1": "1 fits",
    "found_n": "{count} fit",
    # The other side
    "side": "What comes from it",
    "jumps": "Parts of this side",
    "todo": "Still to do",
    "todo_0": "✓ To do",
    "todo_n": "To do ({count})",
    "todo_ready": "It can be saved.",
    "todo_held": "Trainees will not get it yet: something must go. See “Details and wording”.",
    "todo_later": "Worth a second look",
    "answer": "What the criteria say",
    "answer_short": "Answer",
    "expect_first": "Say first what you expect.",
    "expect_why": "Then the answer appears here, with its reasons.",
    "open_1": "The draft leaves 1 question open",
    "open_n": "The draft leaves {count} questions open",
    "twin_answers": "The twins",
    "safety": "Safety questions",
    "safety_short": "Safety",
    "safety_about": "What the story says about each so far. If one was asked about and is not there, that is worth "
    "telling too.",
    "lint": "Details and wording",
    "lint_0": "✓ Wording",
    "lint_n": "Wording ({count})",
    "lint_none": "Nothing was found.",
    "let_stand": "Let it stand",
    "lint_about": "What was looked for",
    "error": "Must go",
    "warning": "Look again",
    "trainee": "As a trainee reads it",
    "trainee_short": "Trainee",
    "untitled": "No title yet",
    # What comes of a save
    "saved_next": "Now answer it as a trainee would:",
    "saved_practice": "open Practice",
    "saved_then": ", run all cells, and choose it under “Choose another case”. README.md beside the "
    "cases says how it reaches your trainees.",
    "keep_mine": "Keep mine",
    "take_disk": "Take the one on disk",
    "save_as": "Save under another name",
    "other_id": "Name",
    "versions": "Both versions, line by line",
    "on_disk": "On disk",
    "mine": "Yours",
    "differs": "different:",
}

DIFFICULTY: Mapping[int, str] = {1: "Clear", 2: "Mixed", 3: "Contested"}

READING: Mapping[int | None, str] = {None: "Not marked", 1: "Plain", 2: "Ordinary", 3: "Demanding"}

DRAFT_KEPT = "Draft kept {time}"
NOTHING_YET = "Nothing written yet"
SAVED = "Saved as {file}"
NOT_SAVED = "Not saved"
NOT_SAVED_SINCE = "Not saved. {problem}"
HELD = (
    "It is held back: trainees do not get it as long as this stands in it: {words}. Change it and save again; or, "
    "where it has to stand there and points to no real person, choose “Let it stand” beside it under “Details and "
    "wording”, and save again."
)
STILL_RETIRED = "It is retired: trainees do not get it. Bring it back in 11_review_the_bank."
QUOTED = "“{words}”"
RELEASE = "Only where it has to stand there, and points to no real person."
KEPT_TODAY = "{time}"
KEPT_EARLIER = "{day}, {time}"
UNTITLED = "Without a title"

AS_EXPECTED = "As you expected."
ACCEPTED_AS_EXPECTED = "You expected {expected}, which is accepted too."
NOT_AS_EXPECTED = "You expected {expected}."
STAND_BY_IT = (
    "You expected {expected}; the criteria say {level}. Does a phrase show more, or less, than you meant? Change it. "
    "Or, if you stand by your answer, give your reason."
)

SAFETY_ASKED = "The story says that somebody asked, and it is not there: {names}."
SAFETY_PRESENT = "The story says that it is there: {names}."
SAFETY_UNASKED = "The story does not say that anybody asked: {names}."

HIT = "“{words}” is {says}"
PLACE = "{place}: {says}"
TWIN_PLACE = "Twin {number}"

CONFLICT: Mapping[str, tuple[str, str]] = {
    "changed": (
        "The file has changed in the meantime",
        "{file} has been changed since you opened it. Nothing has been saved: choose which version stays.",
    ),
    "appeared": (
        "There is now a file of this name",
        "{file} was not there when you began. Nothing has been saved: choose which version stays, or another name.",
    ),
    "gone": (
        "The file is gone",
        "{file} has been deleted, moved or renamed since you opened it. Nothing has been saved: put yours in its "
        "place, or save it under another name.",
    ),
}
"""Title, and what it means for the author."""
BROKEN = "Something went wrong in the editor itself. What you wrote is still here. ({problem})"
