"""What the exports of a bank say: the Moodle file, the handout, their commands, their page."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel import messages
from carelevel.messages import check as check_messages
from carelevel.messages.room import LIVE

LANGUAGE = LIVE["lang"]
CONTENT_NOTE = "Some stories are hard to read. You may leave out any of them."
WARNING = "Warning:"
REFERENCES = "References:"
GLOSSARY = messages.CARD["glossary"]
QUOTED = "“{phrase}”"
IN_THE_STORY = "In the story:"
NO_CASES = "{folder}: no case to export; write one first, or name another bank with --bank"
LEFT_OUT = "Left out, since it has mistakes: {case}. “carelevel check” names them."
CASES_EXPORTED = check_messages.CASES
WRITTEN = "{file}: {cases}"

# THE MOODLE FILE
# What a teacher and a student read in Moodle.

MOODLE: Mapping[str, str] = {
    "begin": "Before you begin",
    "about": "Read each story, then decide. More than one level can be right: every accepted one gets full credit.",
    "twin": messages.WHY["twin"],
    "level": "{title}: the level",
    "flag": "{title}: {flag}",
    "neither": "Neither: this is outside what these criteria can answer",
    "otherwise": "The criteria say something else.",
}
MOODLE_TEACHER = (
    "For whoever sets the quiz. Each decision in a story is one question about the level, and one for each yes or no "
    "that goes beside it. Every accepted level gets full credit.",
    "Choose a question behavior with deferred feedback: the feedback of one question answers the next. “Deferred "
    "feedback with CBM” (deferredcbm) adds certainty-based marking: students say how sure they are, and the mark "
    "depends on it. It is a setting of the quiz, so there is nothing of it in this file.",
    "Keep the order, do not shuffle the questions, put each on a new page, and choose sequential navigation. A later "
    "part of a story gives the earlier answer away, and a twin is the same story with one thing changed.",
)

# THE HANDOUT
# What stands on paper.

HANDOUT: Mapping[str, str] = {
    "page": "{title} (handout)",
    "handout": "Handout",
    "content": "Before you read",
    "how": "How to use it",
    "levels": "The levels",
    "cases": "The cases",
    "stories": "The stories",
    "answers": "What the criteria say",
    "answers_about": "Read an answer only after you have written down yours.",
    "sources": "Sources",
    "source": messages.SOURCE_TITLE,
    "references": messages.CARD["references"],
    "silences": messages.CARD["silences_title"],
    "criteria": "The answers come from the criteria in their version {version}.",
    "reasons": "What in the story decides it?",
    "twin": "One thing changes",
    "twin_about": "The same story, except for this. Decide again.",
    "before": messages.TWIN["before"],
    "now": messages.TWIN["now"],
    "later": "Read on only after you have decided what comes before.",
    "discuss": messages.CARD["discuss_title"],
}
HANDOUT_HOW = (
    "Read a story and decide: tick one level, and answer what is asked beside it.",
    "Write in a line or two what in the story decides it, and tick how sure you are.",
    "Talk it over with somebody who has decided too. Change your mind if you like.",
    "Then turn to the answers. More than one level can be accepted.",
)

# THE COMMANDS

BANK_FILE_COMMANDS: Mapping[str, str] = {
    "moodle": "write a bank's cases as questions for Moodle",
    "moodle_about": "Write a bank's cases as questions in Moodle XML, to standard output if no file is named. In "
    "Moodle: Question bank, Import, Moodle XML format.",
    "handout": "write a bank's cases as a handout to print",
    "handout_about": "Write a bank's cases as one HTML page to print, stories first and answers after, to standard "
    "output if no file is named.",
    "bank": "the bank's folder (default: the one in use)",
    "case": "the cases to take, by id (default: all)",
    "no_twins": "leave the twins out",
    "out": "the file to write",
    "force": "write over a file that is there already",
}

# THE PAGE
# At the end of the notebook for reviewing a bank.

BANK_FILES: Mapping[str, str] = {
    "bank_files": "The cases, to take with you",
    "to_moodle": "Download for Moodle",
    "to_handout": "Download the handout",
    "files_about": "Moodle XML holds each decision as a question with its feedback. The handout is a page to print: "
    "stories first, answers after. In a browser, open it and choose Print.",
    "which_cases": "Which cases",
    "all_cases": "Choose all",
    "no_case": "Choose none",
    "with_twins": "With their twins",
    "choose_first": "Choose at least one case.",
    "writing": "Writing the file …",
}
FILES_FAILED = "The file could not be written. ({problem})"
