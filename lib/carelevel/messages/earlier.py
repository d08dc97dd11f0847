"""What the page of a trainee's earlier answers says."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.selection import Only

EARLIER: Mapping[str, str] = {
    "earlier_answers": "Your earlier answers",
    "narrow": "Choose which answers",
    "narrow_any": "Any",
    "narrow_none": "Show all",
    "to_figure": "Back to the figure",
    "newer": "Newer",
    "older": "Older",
    "to_list": "Back to the list",
    "newer_answer": "Newer answer",
    "older_answer": "Older answer",
}
NARROW: Mapping[str, str] = {
    "level": "You chose",
    "asked": "The criteria said",
    "rule": "A rule that mattered",
    "only": "What you missed",
    "case": "Case",
}
ONLY: Mapping[str, str] = {
    Only.LEVEL: "Your level was not accepted",
    Only.PHRASES: "You missed a phrase that decides",
    Only.NEEDLESS: "You marked more than was needed",
    Only.MARKED: "You marked something",
}
BEHIND = " (read these answers)"
COUNT = ("One answer", "{count} answers")
COUNT_OF = "{count} of your {all}"
COUNT_NONE = "You have not answered a case yet."
COUNT_NO_MATCH = "None of your {all} fits that"
PAGE = "{first} to {last}, the latest first"
CHOSEN_BY = "{legend}: {value}."
CHOSEN_CONFIDENCE = "You said: {confidence}."
CHOSEN_VERDICT = "{verdict}."
CHOSEN_STEPS_MORE = ("One step more intensive.", "{count} steps more intensive.")
CHOSEN_STEPS_LESS = ("One step less intensive.", "{count} steps less intensive.")
CHOSEN_ALONE = "Without worked steps and hints."
CHOSEN_NUMBERS = "Answers {first} to {last} of your record."
CHOSEN_FLAG = "Your answer on “{flag}” differs from the criteria’s."
LISTED = "{day} · You chose {level}"
ANSWERED = "You answered this on {day}."
SAID_THEN = "Then the criteria said: {level}. {verdict}."
GONE = "This case, or the part of it that you answered, is no longer here, so it cannot be told again."
NO_SUCH_ANSWER = "That answer is not in your record."
