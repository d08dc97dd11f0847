"""What a supervisor is told of a draft: what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

WHOLE = "the whole"
STORY = "the story"
FIELDS: Mapping[object, str] = {
    "id": "the file name",
    "title": "the title",
    "discuss": "the question for the discussion",
    "heading": "a heading",
    "text": STORY,
    "phrases": "the marked phrases",
    "dissent": "a reason",
    "points": "the decision points",
    "twins": "the twins",
    "glossary": "the words that are explained",
    "words": "a twin's words",
}
"""By the names that a draft has for them."""
TOO_MUCH = "Too much in {where}: {most} at most. Shorten it; what was there before is kept."
CHARACTERS = "{most} characters"
NO_DRAFT = "This cannot be a draft: {where}: {why}. What was there before is kept."
NO_CHARACTER = "Half of a character stands in {where}. Delete it; what was there before is kept."

# THE DESK

CASE_GONE = "There is no case '{id}' in this bank; choose one of the list."
COPY_TITLE = "Copy of {title}"
DRAFT_GONE = "This draft is no longer there, or cannot be read; choose another one, or start over."
TOO_MANY_DRAFTS = "There are {most} unfinished drafts; delete some of them first."
A_LINK = "{path}: a symbolic link; put a plain file in its place, or choose another id"

CRITERIA_CHANGED = "The criteria have changed since you opened the editor, and have been read again."

# THE LINES OF SHORT NOTES

LINE_GONE = "This line is no longer there; look at the lines as they are now."
LINE_BY_HAND = (
    "The file writes this line so that it can only be changed there. Open notes.yaml in a text editor, and put each "
    "line on a line of its own."
)
TOO_MANY_CHANGES = "There are {most} changes that are not saved; save them first."

# A STORY FROM ELSEWHERE

NOT_A_STORY = "{name} is neither a case nor a text: choose a file that ends in .md, .txt or .docx."
NOT_TEXT = "{name} is not a text in UTF-8. Save it as plain text in UTF-8, or paste the text itself."
NOT_WORD = "{name} cannot be read as a Word document. Save it again as .docx, or paste the text itself."
NO_WORD = (
    "The library mammoth, which reads Word documents, is missing here. Paste the text itself, or save it as plain text."
)
WORD_LARGE = "{name} is too large for a story. Take its pictures out, or paste the text itself."
NO_STORY = "There is no text in it. Choose another file, or paste the text itself."

# A DISSENT

NAME_TAKEN = "There is {place} already, and nothing was written. Choose another name."
CHANGED_MEANWHILE = "{place} has changed in the meantime, and nothing was written. Look at it again, then decide again."
NO_SUCH_POINT = "'{title}' has {points}; choose one that it has."
POINTS = ("1 decision point", "{count} decision points")
NO_SUCH_LEVEL = "These criteria have no such level; choose one of theirs."
NO_DISSENT = "The criteria say '{level}' too; there is nothing to differ about."
REASON_WRONG = "Give the reason in a sentence or two, {most} characters at most."

# PROBLEMS
# Each: what is wrong, and what to do.

Message = tuple[str, str]

ID_EMPTY: Message = ("The case has no file name.", "Write one such as late-bus: it becomes the file's name.")
ID_WRONG: Message = (
    "'{id}' cannot be a name.",
    "Use lowercase letters, digits and single hyphens, {most} at most, such as late-bus.",
)
ID_RESERVED: Message = ("'{id}' is a name that computers keep for themselves.", "Choose another name.")
ID_TAKEN: Message = ("Another case is called '{id}'.", "Choose another file name, or open that case.")
TITLE_EMPTY: Message = ("The case has no title.", "Write two to four words that give nothing away.")
TOO_LONG: Message = ("{count:,} characters are too many here.", "Shorten it to {most:,} at most.")
DIFFICULTY_OPEN: Message = ("The difficulty is not chosen.", "Choose how clear the answer is.")
POINTS_NONE: Message = ("There is no decision point.", "Add one and tell the story in it.")
HEADING_EMPTY: Message = ("This decision point has no name.", "Write a few words, such as {First_meeting}.")
HEADING_WRONG: Message = ("'{sign}' cannot stand in the name of a decision point.", "Use plain words there.")
TEXT_EMPTY: Message = ("There is no story here yet.", "Write it: 100 to 250 words.")
BRACKET: Message = (
    "A '{sign}' stands in the story, near '{near}'.",
    "Use parentheses. To mark a phrase, select its words and say what they show.",
)
PARAGRAPH_LONG: Message = (
    "A paragraph is too long, or has too many phrases and signs.",
    "Divide it: an empty line begins the next one.",
)
STAR: Message = (
    "A star stands in the story as trainees read it, near '{near}'.",
    "Put one star on each side of the words to stress, beginning and ending within the same phrase; or delete it.",
)
UNWRITABLE: Message = ("A character that a file cannot hold stands after '{near}'.", "Delete it.")
OTHERWISE: Message = (
    "Something here would read differently once it is saved, near '{near}'.",
    "Put one star on each side of the words to stress, beginning and ending within the same phrase; "
    "leave other signs out.",
)
PHRASE_EMPTY: Message = ("A marked phrase has no words.", "Remove it, or mark it again.")
PHRASE_ACROSS: Message = (
    "A marked phrase goes from one paragraph into the next.",
    "Mark one phrase in each paragraph.",
)
PHRASE_OVERLAPS: Message = ("Two marked phrases overlap.", "Let one phrase show both things, or mark them apart.")
PHRASE_SHOWS_NOTHING: Message = ("A marked phrase shows nothing yet.", "Say what it shows, or remove it.")
PHRASE_NAME: Message = ("'{name}' cannot be the name of a phrase.", "Use letters, digits and hyphens, such as bed.")
PHRASE_NAMED_TWICE: Message = ("Two phrases are called '{name}'.", "Give one of them another name.")
FINDING_UNKNOWN: Message = ("These criteria have no '{finding}'.", "Choose again what the words show.")
VALUE_UNKNOWN: Message = ("'{finding}' cannot be '{value}' in these criteria.", "Choose again what the words show.")
FINDING_TWICE: Message = (
    "Two phrases of one decision point show something about the same thing: {ask}",
    "Keep one of them.",
)
EXPECTED_OPEN: Message = ("You have not said which answer you expect.", "Choose one before you look at the criteria's.")
EXPECTED_UNKNOWN: Message = ("These criteria have no level '{level}'.", "Choose the answer that you expect.")
DIFFERS: Message = (
    "You expect '{expected}'; the criteria say '{given}'.",
    "Change what the story shows, choose the other answer, or give your reason.",
)
REASON_IDLE: Message = (
    "There is a reason for another answer, but you and the criteria agree.",
    "Take the reason away; it is not saved.",
)
TWINS_MANY: Message = ("There are more than {most} twins.", "Take some away.")
TWIN_ID_EMPTY: Message = ("This twin has no id.", "Write one such as bed-taken.")
TWIN_ID_TWICE: Message = ("Two twins are called '{id}'.", "Give one of them another id.")
TWIN_PHRASE_OPEN: Message = (
    "This twin changes no phrase of the story.",
    "Choose a marked phrase for it, or remove it.",
)
TWIN_WORDS_EMPTY: Message = ("The twin's new words are missing.", "Write what stands in the phrase's place.")
TWIN_WORDS_SIGN: Message = ("A '{sign}' stands in the new words.", "Write plain words there.")
TWIN_TAKEN: Message = (
    "The new words show what another phrase of the same decision point shows: {ask}",
    "Choose something else for one of them.",
)
TWIN_DIFFERS: Message = (
    "For this twin you expect '{expected}'; the criteria say '{given}'.",
    "Change the new words or what they show, or choose the other answer. The criteria's answer is saved.",
)
TWIN_SAME: Message = (
    "This twin has the same answer as the case.",
    "Change a phrase that decides, so that there is something to learn from the two.",
)
FILE_LARGE: Message = ("The case is larger than {most} KiB.", "Tell a shorter story.")
FILE_UNREAD: Message = (
    "The head of this file could not be read, and is written again.",
    "What stood there is kept in the file, in lines that begin with #.",
)
LISTS_WRONG: Message = (
    "The bank's own words for lint have a mistake: {mistake}.",
    "Fix that list; all its other words were looked for.",
)
AND_THEN = "{remedy}."
