"""An interview: what is asked, what is told, and the way to the decision."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel import messages

INTERVIEW: Mapping[str, str] = {
    **messages.CARD,
    "card": "An interview",
    "content_note": "Some of what people tell is hard to hear. You may skip anybody.",
    "skip": "Skip this person",
    "ask": "Ask",
    "ask_about": "Choose a question, and read what is told. Decide when you know enough.",
    "find": "Find a question",
    "found_none": "No question has these words.",
    "found_one": "One question has these words. Enter asks it.",
    "to_decide": "Go to the decision",
    "asked": "asked",
    "learned": "What you know so far",
    "learned_0": "You have not asked anything yet.",
    "learned_1": "1 question asked.",
    "learned_n": "{count} questions asked.",
    "compare_about": "You can decide at any time. Your decision is then kept, and you cannot change it.",
    "caught": "told to you",
    "missed": "not asked for",
    "brackets": "what was told to you",
    "reread": "The whole story",
    "missed_title": "What you did not ask for",
    "next_case": "Next interview",
    "again": "This interview once more",
    "way": "Your way",
    "way_table": "What was still possible after each question",
    "way_question": "Question",
    "open": "still possible",
    "closed": "no longer possible",
    "later_asked": "asked after that",
}
SAFETY_TOPIC = "Safety: ask everybody"
OTHER_TOPIC = "Everything else"
NOTHING_KNOWN = "Nothing is known about this."
NO_OPENING = "{The_person} sits down."
BEFORE = "Before any question"

# THE WAY

ENOUGH = "Enough for the level"
ENOUGH_RED = "Enough to {refer}"
HEARD_RED = "Your question {count} brought out a red flag: {names}. That was enough to {refer}."
ENOUGH_AFTER = (
    "After your first question you knew enough for the level: no other question could have changed it.",
    "After {count} questions you knew enough for the level: no other question could have changed it.",
)
UNKNOWN_STILL = "What nobody here knows could still change it: {names}."
TOO_SOON = (
    "You decided too soon: from what you knew, it could have been {lowest} or {highest}.",
    "You decided too soon: from what you knew, it could have been anything from {lowest} to {highest}.",
)
TOO_SOON_RED = (
    "You decided too soon: you did not ask about {names}. It is present here, and that outweighs any level: {refer} "
    "first.",
    "You decided too soon: you did not ask about {names}. They are present here, and that outweighs any level: {refer} "
    "first.",
)
LUCK = "Your choice is accepted all the same, but you could not know that."
AFTERWARDS = "After that you asked about: {names}. That can help with the plan. It could not change the level."
SAFETY_NEVER = (
    "You never asked this safety question: {names}. Ask it of everybody, whatever the level.",
    "You never asked these safety questions: {names}. Ask them of everybody, whatever the level.",
)
SAFETY_ALL = ("You asked the safety question.", "You asked all {count} safety questions.")
FLAG_NEVER = "For the questions beside the level, you did not ask about: {names}."
FEWEST_ASKED = ("You asked 1 question in all{about}.", "You asked {count} questions in all{about}.")
FEWEST_ABOUT = ", {count} of them about the level and the plan, {others} about safety or what comes beside the level"
QUESTION = "{name} (“{ask}”)"
FEWEST = (
    "One would have been enough for this person’s level: {names}.",
    "{count} would have been enough for this person’s level, and no fewer, in this order:",
)
FEWEST_RED = (
    "One safety question would have been enough to {refer}: {names}.",
    "One safety question would have been enough to {refer}: {names}. Ask the others of everybody all the same.",
)
WAY_METHOD = (
    "A level is no longer possible once no answer to a question that is left could lead to it. For the level alone, "
    "what nobody knows about this person counts as no cause for concern, and never as a reason for less care. Safety "
    "questions are different: one that nobody could answer stays open. Ask again, or offer a test where there is one, "
    "before any level is decided. {Refer} stays possible until every safety question is answered."
)
MARKS = "You were told {caught} of {all} phrases that decide."
MARKS_ONE = ("You were not told the one phrase that decides.", "You were told the one phrase that decides.")

# THE FIGURES

FIGURE_TITLES: Mapping[str, str] = {
    "interviews": "Your interviews",
    "named": "What stands out in your interviews",
    "asking": "Questions asked, and enough",
    "safety": "Safety questions asked",
}
SO_FAR = ("one interview", "{count} interviews")
NO_INTERVIEWS = "You have not interviewed anybody yet."
TO_INTERVIEW = "Go to the interviews"
ASKING = (
    "You asked {all} questions in all, {asked} of them about the level and the plan. For the level {needed} would have "
    "been enough, if you had known which."
)
ASKING_METHOD = (
    "What is enough is worked out exactly, person by person. To ask no more than that takes luck; to decide before you "
    "know enough is something else. Questions that help with the plan are counted as asked.",
)
TOO_SOON_OF = (
    "You decided too soon in 1 of {n} interviews: something that you had not asked could still have changed the "
    "answer.",
    "You decided too soon in {count} of {n} interviews: something that you had not asked could still have changed "
    "the answer.",
)
NEVER_TOO_SOON = "You never decided too soon."
SAFETY_ASKED = "You asked {hits} of {n} safety questions: {share}."
SAFETY_WHOLE = "You asked all of them in {whole} interviews."
NAMED_SAFETY = (
    "Safety: you left safety questions out in {hits} of {n} interviews. Ask all of them of everybody, before anything "
    "else: what nobody asks about is not seen."
)
NAMED_SOON = (
    "You often decide too soon: in {hits} of {n} interviews the answer was still open. Before you decide, ask yourself "
    "what could still change it."
)
NOTHING_NAMED = "Nothing stands out: you ask what matters for safety, and you seldom decide too soon."
CHART_ASKING = ("Questions", "How many, side by side", "How many")
CHART_ASKING_ROWS = ("Asked in all", "About the level and the plan", "Enough for the level")
CHART_SAFETY = ("What", "How many")
CHART_SAFETY_ROWS = ("Safety questions asked", "Interviews with all of them", "Interviews decided too soon")
CHART_SAFETY_KEY = (
    "The dot is the share, the line around it how far luck could move it. The first two should be high, the last low."
)
