"""What the page of short notes says, and what a record of them is told."""

from __future__ import annotations

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "notes": "Short notes",
    "note": "Note {number} of {round}",
    "why_pair": "The same note with one line changed.",
    "changed": "The line that is new: ",
    "choose": "Which answer?",
    "beside": "Beside the level",
    "keys": "Keys: {levels} to answer{flags}, Enter for the next note.",
    "keys_flag": ", {key} for “{flag}”",
    "next": "Next note",
    "next_round": "Next round",
    "lit": "decides",
    "lines": "The note",
    "answer": "Your answer",
    "whole": "The whole explanation",
    "round_done": "Round done",
    "practice": "Practice with cases",
    "practice_page": "02_practice.ipynb",
    "silent": "The program has not replied yet, so this answer may not be kept. Answer once more; if nothing comes, "
    "reload the page; in JupyterLab, then choose Run ▸ Run All Cells.",
}

NO_LINES = (
    "{folder}: this bank has no short notes; write their lines into a notes.yaml in its folder, as cases/README.md says"
)
ANSWER_FIRST = "Answer this note first."
UNKNOWN_FLAG = "That is not one of the questions beside the level."
NOT_KEPT = "Your answer could not be kept, so nothing is told yet. Answer once more. ({problem})"
STALE = "Another page went on meanwhile; here is where it stands."
BROKEN = "Something went wrong in the notes themselves; your answers are kept. ({problem})"
REFUSED = "That cannot be done: {problem}."

RIGHT, ALSO_RIGHT, WRONG = "Right", "Accepted too", "Not so"
SAYS_RIGHT = "{level}."
SAYS_ALSO = "You chose {yours}; the criteria recommend {level}."
SAYS_WRONG = "You chose {yours}; the criteria say {level}."
FLAG_RIGHT = "{flag}: {answer}."
FLAG_WRONG = "{flag}: {answer}. You said {yours}."
NOTHING_ASKS = "Nothing in the note asks for more."

RULE_LEFT = "{rule}: about {likely} more for this rule (four times in five, {low} to {high})."
RULE_LEFT_ONE = "{rule}: about one more for this rule (four times in five, {low} to {high})."
RULE_LEFT_EVEN = "{rule}: about {likely} more for this rule."
RULE_FLUENT = "{rule}: fluent. It rests now, and returns when it is due."
RULE_SKIMMED = "Faster than anybody reads {words} words: it does not count toward this rule."
NO_RULE = "Nothing asks for more"
PAIR_NEXT = "Next comes the same note with one line changed."
ROUND_SAYS = "{right} of {n} right, {seconds} seconds a note."
ROUND_RULES = "Missed: {rules}."
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
