"""What is said of support: the worked example, the checklist, hints, the entry check."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.support import Support

SUPPORT: Mapping[str, str] = {
    "support": "Support",
    "worked_begin": "See how a colleague reasoned",
    "worked_past": "Or decide on your own, below.",
    "worked_next": "Next step",
    "worked_show": "Show this step too",
    "worked_turn": "Now you: {turn}",
    "worked_title": "A colleague’s reasoning",
    "checklist": "The rules, as a checklist",
    "checklist_about": "One line is enough to ask for its level. Where several apply, the highest level counts. What "
    "makes a level possible must all hold.",
    "hint": "Give me a hint",
    "hint_next": "Tell me more",
    "hints_title": "Hints",
    "check_begin": "I know this trade: a check of two minutes",
    "check_title": "A check of two minutes",
    "check_done": "See how it went",
    "check_leave": "Back to the case",
    "check_missing": "Choose an answer for each.",
    "wish": "How much support?",
    "wish_about": "Ask for more or for less at any time. What you had is kept with your answer.",
}

OFFER_FIRST = "All of this is new at first. You can read how a colleague reasoned, step by step."
OFFER = (
    "Some of what decides this case is new to you, or did not go well lately. You can read how a colleague reasoned, "
    "step by step."
)
KEPT_BY_RECORD = "As my answers show"
WISHES: Mapping[Support, str] = {
    Support.WORKED: "With a colleague’s reasoning",
    Support.CUED: "With the rules beside it",
    Support.FREE: "On my own",
}

# THE CHECKLIST

CHECKLIST_ASKS = "{level} is asked for, when {the_person} …"
CHECKLIST_NEEDS = "{level} is possible only where {the_person} …"

# THE WORKED EXAMPLE
# What each step is called, and what it is when the trainee does it.

STEP_TITLES = (
    "What matters in the story",
    "What comes before any {rung}",
    "What the rules make of it",
    "The answer",
)
STEP_TURNS = (
    "mark the sentences that matter.",
    "is there a red flag, and has anybody asked about each?",
    "which rules apply, and what does each ask for?",
    "decide.",
)
STEP_PHRASE = "“{phrase}”: {the_person} {says}."
STEP_NO_PHRASE = "No single phrase decides here. Look at what nobody has said."
STEP_RED_FLAG = "A red flag: {name}. {says}"
STEP_NO_RED_FLAG = "Each red flag was asked about, and none is there."
STEP_RULE = "{rule}: {effect}."
STEP_LEVEL = "{level}. {basis}"
STEP_FLAG = "{flag}: {answer}."

# HINTS

HINT_TOPIC = "Look for what the story says about this: {names}."
HINT_RED_FLAG = "Look for what the story says about one of the questions that come before any {rung}."
HINT_PARAGRAPH = "It stands in paragraph {number}."
HINT_SENTENCE = "It is here: “{text}”"
HINT_NONE = "All that decides is marked, or told in the hints. What do the rules make of it?"

# THE ENTRY CHECK

CHECK_ABOUT = (
    "Each line tells all that stands out about one person; whatever else could matter was asked and is in order. With "
    "{least} of {asked} right, cases come without worked examples and checklists, until your answers show that one "
    "would help."
)
CHECK_PROMPT = "{The_person} {says}."
CHECK_PASSED = "{right} of {asked}: cases come without support from now on."
CHECK_NOT_PASSED = (
    "{right} of {asked}: the first cases come with support, which goes as your answers show you need less."
)

# WHAT AN ANSWER HAD

HAD_STEPS = ("With one step of a worked example.", "With {count} steps of a worked example.")
HAD_CUES = "With the rules as a checklist."
HAD_HINTS = ("With a hint on one phrase.", "With hints on {count} phrases.")
LEFT_OUT = (
    "One answer had steps of a worked example or a hint, and is left out of the figures.",
    "{count} answers had steps of a worked example or a hint, and are left out of the figures.",
)
MARKED = (
    "One of the answers counted had the rules beside it.",
    "{count} of the answers counted had the rules beside them.",
)
