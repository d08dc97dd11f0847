"""What the page of short notes says."""

from __future__ import annotations

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "notes": "Short notes",
    "number": "Note {number} of {round}",
    "lines": "The note",
    "changed": "new here",
    "lit": "decides",
    "supports": "supports the answer",
    "answer": "Your answer",
    "beside": "Beside the {rung}",
    "click_first": "Click here first, then keys.",
    "keys": "Keys: {keys}. Enter: the next note.",
    "next": "Next note",
    "next_round": "Next round",
    "whole": "The whole explanation",
    "round_done": "A round is done",
    "silent": "The program has not replied yet, so this answer may not be kept. Answer once more; if nothing comes, "
    "reload the page; in JupyterLab, then choose Run ▸ Run All Cells.",
}
WHY: Mapping[str, str] = {
    "pair": "The note before with one line changed: what now?",
    "missed": "",
    "slow": "",
    "new": "",
    "due": "",
    "longest_ago": "",
}
"""Before the answer nothing is said that would give it away."""

ABOUT = (
    "Intake notes of six to ten lines, ten to a round. Read one, then answer it by a click or a key. At once you see "
    "which lines decide; after a wrong answer comes the same note with one line changed. Once "
    "you have answered a rule right and without a long pause three times in a row, it is left out until it is time "
    "to see whether you still know it."
)
NONE_YET = "You have not answered a short note yet."
TO_NOTES = "Open the short notes."
FIGURE = "{of} answered right ({interval})."
COLUMNS = ("Rule", "Right", "Typical time", "How it stands")
IS_FLUENT = "fluent: rests until it is due"
TOO_EARLY = "too early to say"
LEFT_SHORT = "about {likely} more ({low} to {high})"
LEFT_OPEN = "about {likely} more ({low} to {high} or more)"
COUNT = ("Counted over 1 note.", "Counted over your {count} notes.")
NOT_COUNTED = (
    "1 answer that came faster than anybody reads is not counted.",
    "{count} answers that came faster than anybody reads are not counted.",
)
MISSED = ("The last note that you missed", "The last {count} notes that you missed")
FLAGS_MISSED = " Beside it you answered otherwise: {flags}."
CONFUSED = (
    "You take {first} and {second} for each other: in {of} notes that ask for one of the two. Look at what parts them."
)
GUESSING = "{of} answers came faster than anybody reads. What is not read is not learned."
METHOD = (
    "Right: the level is accepted, and what is asked beside it is answered as the criteria do. A rule is fluent after "
    "three answers in a row that are right and as fast as who reads 200 words a minute and then decides. How many more "
    "it takes follows from how often its last answers were so, with an interval that holds four times in five. Two "
    "answers are named as confused where Fisher’s exact test tells them from the next pair (1%, shared among all)."
)
NO_LINES = (
    "{folder}: this bank has no short notes; write their lines into a notes.yaml in its folder, as cases/README.md says"
)
ANSWER_FIRST = "Answer this note first"
UNKNOWN_FLAG = "That is not one of the questions beside the level"
NOT_KEPT = "Your answer could not be kept, so nothing is told yet. Answer once more. ({problem})"
STALE = "Another page went on meanwhile; here is where it stands."
OTHER_RECORD = (
    "These notes still use the record {old}. Somebody has since switched this computer to {new}; run the notebook "
    "again to use that one."
)
BROKEN = "Something went wrong in the notes themselves; your answers are kept. ({problem})"

SAYS_SAME = "{level}."
SAYS_BOTH = "The criteria say: {level}. You chose: {yours}."

NO_RULE = "Nothing asks for more"
LEFT = (
    "{rule}: about one more note until this rule is fluent (four times in five, {low} to {high}).",
    "{rule}: about {count} more notes until this rule is fluent (four times in five, {low} to {high}).",
)
LEFT_FAR = (
    "{rule}: about one more note until this rule is fluent (four times in five, {low} to {high} or more).",
    "{rule}: about {count} more notes until this rule is fluent (four times in five, {low} to {high} or more).",
)
LEFT_SURELY = (
    "{rule}: about one more note until this rule is fluent.",
    "{rule}: about {count} more notes until this rule is fluent.",
)
FLUENT = "{rule}: fluent. It rests now, and returns when it is due."
SKIMMED = "That was faster than anybody reads {words} words, so it does not count."
AFTER_ERROR = "Next, where there is one: the same note with one line changed."
ROUND = "{right} of {n} right, {seconds} seconds a note."
ROUND_MISSED = "Missed: {rules}."
