"""What the page of short notes says."""

from __future__ import annotations

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "notes": "Short notes",
    "number": "Note {number} of {round}",
    "lines": "The note",
    "changed": "new here",
    "lit": "decides",
    "answer": "Your answer",
    "beside": "Beside the {rung}",
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
    "which lines decide; after a wrong answer comes the same note with one line changed. A rule that you answer right "
    "and fluently three times in a row rests, and returns when it is due."
)
NO_LINES = (
    "{folder}: this bank has no short notes; write their lines into a notes.yaml in its folder, as cases/README.md says"
)
ANSWER_FIRST = "Answer this note first"
UNKNOWN_FLAG = "That is not one of the questions beside the level"
NOT_KEPT = "Your answer could not be kept, so nothing is told yet. Answer once more. ({problem})"
STALE = "Another page went on meanwhile; here is where it stands."
BROKEN = "Something went wrong in the notes themselves; your answers are kept. ({problem})"

SAYS_SAME = "{level}."
SAYS_BOTH = "The criteria say: {level}. You chose: {yours}."

NO_RULE = "Nothing asks for more"
LEFT = (
    "{rule}: about one more note until this rule is fluent (four times in five, {low} to {high}).",
    "{rule}: about {count} more notes until this rule is fluent (four times in five, {low} to {high}).",
)
LEFT_SURELY = (
    "{rule}: about one more note until this rule is fluent.",
    "{rule}: about {count} more notes until this rule is fluent.",
)
FLUENT = "{rule}: fluent. It rests now, and returns when it is due."
SKIMMED = "That was faster than anybody reads {words} words, so it does not count toward a rule."
AFTER_ERROR = "Next, where there is one: the same note with one line changed."
ROUND = "{right} of {n} right, {seconds} seconds a note."
ROUND_MISSED = "Missed: {rules}."
