"""Every word of ours that people see: a translation is another such folder.

Here stand the trainee's card and pages; the modules beside this one speak for a room of the house each.

What an expert could dispute (a rule, a level, a warning) is not here but in the bank.
"""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.counted import counted as counted
from carelevel.core.criteria import ESCALATE as REFERRAL
from carelevel.core.ties import Fit

# THE CARD
# What stands on the page itself, sent to it by name.

CARD: Mapping[str, str] = {
    "card": "A case to work through",
    "content_note": "Some stories are hard to read. You may skip any of them.",
    "skip": "Skip this case",
    "record": "Record: {trainee}",
    "record_about": "Answers are kept under this code, on this computer. Somebody else can switch to their own code.",
    "record_code": "Another code",
    "record_switch": "Switch",
    "record_new": "There is no record under the code {code} yet. If it is spelled as you want it, begin a new record.",
    "record_begin": "Begin a new record",
    "choose_case": "Choose another case",
    "choose_find": "Find a case by words of its title or story",
    "choose_more": "{count} more. Type a word of a title or a story to find them.",
    "choose_none": "No case has these words in its title or story.",
    "earlier": "Earlier: {heading}",
    "read_about": "Mark the sentences that matter for your choice: click or tap them.",
    "read_keys": "Or move with the arrow keys and press Space.",
    "story": "The story, sentence by sentence, to mark",
    "story_follows": "That is the story. It comes once more below, where each sentence is a button that marks it.",
    "glossary": "Words in this story",
    "marked_0": "No sentence marked",
    "marked_1": "1 sentence marked",
    "marked_n": "{count} sentences marked",
    "decide": "Decide",
    "optional": "optional",
    "reasons": "Your reasons, in a line",
    "tie": "Say what your sentences support",
    "tie_about": "For each sentence that you marked, you can choose the statement of the sources that it supports, "
    "or the reason for {a_referral}.",
    "tie_none": "Mark a sentence of the story first.",
    "tie_choose": "supports …",
    "tie_title": "What you said that they support",
    "compare": "Compare",
    "compare_about": "Your answer is then kept, and you cannot change it.",
    "comparing": "Comparing …",
    "retry": "Try again",
    "still_missing": "Still missing:",
    "silent": "The program has not replied yet. Your choices are still here. If nothing comes, reload the page; in "
    "JupyterLab, then choose Run ▸ Run All Cells. Your choices will be there again.",
    "held": "The choices that you made while the program did not reply are here again.",
    "yours": "You",
    "theirs": "The criteria",
    "sides": "Your answer and the criteria’s, side by side",
    "same": "the same",
    "differs": "different",
    "your_reasons": "Your reasons",
    "reread": "The story again",
    "caught": "caught",
    "missed": "missed",
    "changed": "this is what changed",
    "brackets": "what you marked",
    "references": "References",
    "reasons_title": "Why",
    "missed_title": "What you missed",
    "named_title": "What you named beside it",
    "others_title": "What else speaks for it",
    "basis_title": "How well the sources support this",
    "claims_title": "Every reason, and what the sources say",
    "also_title": "Why another level is accepted too",
    "why_not_title": "Why not another level",
    "changes_title": "What would change the answer",
    "ask_title": "What you would still ask",
    "ask_first": "First of all, whatever the level",
    "ask_then": "Then",
    "ask_more": "More to ask",
    "safety_title": "For safety, whatever the level",
    "given_title": "What goes with the level",
    "discuss_title": "To talk about",
    "silences_title": "What these sources don’t say",
    "next_title": "Next",
    "twin": "One thing changes: decide again",
    "later": "Later in the same case",
    "next_case": "Next case",
    "again": "This case once more",
    "practice": "Go on to practice",
    "practice_page": "02_practice.ipynb",
    "print": "Print this case",
    "print_with": "Print it with the answer",
    "report": "Report this case",
    "report_about": "What is wrong or unclear? Your note is kept with your answers, under your code. A supervisor who "
    "shares this record reads it here; any other, once you hand in your answers as JSON Lines.",
    "report_note": "Note",
    "report_send": "Send",
}

ESCALATE = "Outside what these criteria can answer: {refer}"
ESCALATE_SHORT = "{Refer}: outside these criteria"
REFER = "{Refer}"
POINT_TWIN = "{title}, with one change"
POINT_TWIN_NAMED = "{title}, twin {twin}"
POINT_LATER = "{title}, {heading}"
CASE_READING: Mapping[int | None, str] = {1: "plain text", 2: "ordinary text", 3: "demanding text"}
CASE_DIFFICULTY: Mapping[int, str] = {1: "clear answer", 2: "less clear answer", 3: "disputed answer"}
CASE_PARTS = "{parts} parts"
CASE_ACCEPTED = "Done {day}: accepted"
CASE_NOT = "Done {day}: not accepted"
CASE_PARTLY = "Done {day}: {accepted} of {n} answers accepted"
MARK_SEPARATOR = " · "
PART = "Part {number} of {parts}: {heading}"
LEVEL_LEGEND = "Which {rung}?"
CONFIDENCE_LEGEND = "How sure are you?"
MISSING_LEVEL = "Choose {a_rung}."
MISSING_FLAG = "Say yes or no."
MISSING_CONFIDENCE = "Say how sure you are."
CONFIDENCE: Mapping[Confidence, str] = {
    Confidence.GUESS: "A guess",
    Confidence.FAIRLY_SURE: "Fairly sure",
    Confidence.CERTAIN: "Certain",
}

IN_TABLES: Mapping[str, str] = {REFERRAL: "{refer}", Verdict.SHOULD_ESCALATE.value: "should_{refer}"}
"""Values that programs read, and the words that stand for them in tables that people read."""

# WHY THIS CASE
# Said under a case's title.

WHY: Mapping[str, str] = {
    "missed": "This case uses a rule that you missed last time.",
    "due": "This case uses a rule that it is time to practice again.",
    "new": "This case uses a rule that is new to you.",
    "later": "Some time has passed. What would you choose now?",
    "chosen": "You chose this case.",
    "guided": "This is the first case: take your time.",
    "twin": "You know this story, but one thing in it has changed.",
    "again": "The same case once more. Your earlier answer is kept.",
    "longest_ago": "You have done every case. This is the one you saw longest ago.",
    "returned": "This is where you stopped.",
    "pair": "Your last choice was not accepted. This story helps to see what makes the difference.",
    "interview": "Somebody new. What do you need to know?",
}
WHY_NAMED: Mapping[str, str] = {
    "missed": "This case is here because you missed the rule “{rule}” last time.",
    "due": "This case is here because it is time to practice the rule “{rule}” again.",
    "new": "This case is here because the rule “{rule}” is new to you.",
    "pair": "This case is here because your choice before was not accepted. The rule “{rule}” makes the difference.",
}
NO_CASE = "There is no case to show. Ask your supervisor to look for mistakes in the cases with “carelevel check”."
CHANGED_SINCE = "The case or the criteria have changed since you answered. The comparison is with what they say now."

# WHAT WENT WRONG
# Messages on the card.

STALE = "This page was out of date: that belonged to an earlier question. Here is the current one."
NOT_UNDERSTOOD = "The card did not understand that. Nothing was stored."
NOT_OFFERED = "The card does not offer {value}."
LONG_REASONS = "The reasons are {length} characters long; keep to {longest}."
REFUSED = "Nothing was stored. {problem}"
NOT_NOW = "That cannot be done at this point of the case."
NOT_KEPT = "Your answer could not be stored yet. Your choices are still here. ({problem})"
DRAFT_NOT_KEPT = "Your choices are on this page only: they could not be stored yet. ({problem})"
STORE_FAILED = "The record cannot be reached now. ({problem})"
BROKEN = "Something went wrong in the card itself. Your choices are still here. ({problem})"
REPORTED = "Thank you. Your note is kept with your answers."
ANSWERED_ELSEWHERE = (
    "In the meantime this case was answered in another tab. That answer was kept and is shown here. The one that you "
    "gave on this page was not kept."
)
OTHER_RECORD = (
    "This page still uses the record {old}. Somebody has since switched this computer to {new}. To use that record "
    "here, switch to it above."
)
GUIDED_UNKNOWN = "guided_case({case}): there is no case of that name; {remedy}"
GUIDED_MANY = "write a case's id in quotation marks, or nothing"
EMPTY_NOTE = "Write a note first."
LONG_NOTE = "The note is {length} characters long; keep to {longest}."
BAD_CODE = "A code is 1 to {longest} letters, digits, dots, hyphens or underscores."

# THE COMPARISON

VERDICT: Mapping[Verdict, str] = {
    Verdict.AGREES: "Your answer agrees with the criteria",
    Verdict.ALSO_ACCEPTED: "Your answer is accepted too",
    Verdict.MORE_INTENSIVE: "More intensive than the criteria ask for",
    Verdict.LESS_INTENSIVE: "Less intensive than the criteria ask for",
    Verdict.SHOULD_ESCALATE: "This should have been {referred}",
    Verdict.COULD_ANSWER: "From what is told, the criteria have an answer",
}
VERDICT_SIGN: Mapping[Verdict, str] = {
    Verdict.AGREES: "✓",
    Verdict.ALSO_ACCEPTED: "✓",
    Verdict.MORE_INTENSIVE: "↑",
    Verdict.LESS_INTENSIVE: "↓",
    Verdict.SHOULD_ESCALATE: "!",
    Verdict.COULD_ANSWER: "?",
}
AND_LEVEL = "{verdict}: {level}"
AND_FLAGS = "{verdict}, {flags}"
LEVEL_ONLY: Mapping[Verdict, str] = {
    Verdict.AGREES: "Your {rung} agrees with the criteria",
    Verdict.ALSO_ACCEPTED: "Your {rung} is accepted too",
}
FLAG_DIFFERS = "but not your answer to: {flags}"
FLAG_DIFFERS_TOO = "and differs on: {flags}"
FLAG_SAME = "{flag}: {theirs}, as the criteria say."
FLAG_OTHERWISE = "{flag}: you say {yours}, the criteria say {theirs}."
FLAG_SAME_SO_FAR = "{flag}: no as far as is told. {asks}"
FLAG_OTHERWISE_SO_FAR = "{flag}: you say {yours}. No as far as is told. {asks}"
FLAG_UNANSWERED = "{flag}: the criteria say {theirs}."
FLAG_TO_LEAVE_OPEN = "{flag}: you say {yours}. With {a_referral}, the criteria say neither yes nor no."
FLAG_HARMS = "{flag}: you say {yours}, and that can do harm here."
HARM = "{says} ({works}.)"
HARM_OF = "A yes to “{flag}” can do harm then."
FLAG_SEE = "{flag}: you say {yours}. With {a_referral}, the criteria answer nothing further."
FLAG_CLOSED = "{flag}: with {a_referral}, the criteria answer nothing further."
SEE_RED_FLAGS = "See below what to do first: {names}."
FLAG_OPEN = "{flag}: with {a_referral}, the criteria say neither yes nor no."
CHOSEN = "You chose: {level}."
PARTLY_SIGN = "≠"
REFER_ACCEPTED = (
    "From what is known, no other level is possible, and no source names this one for {a_person} like this. So "
    "{referring} is accepted too."
)
UNASKED_FIRST = "The story does not tell the answer to these, and it is right to ask first: {names}."
RECOMMENDED = "The criteria recommend: {level}."
ACCEPTED_TOO = "Accepted too: {levels}."
STEPS_ABOVE = ("Yours is one step more intensive.", "Yours is {count} steps more intensive.")
STEPS_BELOW = ("Yours is one step less intensive.", "Yours is {count} steps less intensive.")
LEVEL_ROW = "{Rung}"
CONFIDENCE_ROW = "How sure, or how well supported"
YES = "Yes"
NO = "No"
NO_ANSWER = "no answer"
NOT_ASKED = "not asked"
NOT_ANSWERED = "not answered"
NONE_NAMED = "none"
LIST_MISSED = "{list} that the criteria name too: {items}."
LIST_RIGHT = "{list} that you named rightly: {items}."
LIST_NEEDLESS = "{list} that the criteria don’t name: {items}."
PHRASES_NONE = "No single phrase of the story decides the answer."
PHRASES = "You caught {caught} of {all} deciding phrases."
PHRASES_SHARED = "A phrase can show more than one reason."
PHRASE_CAUGHT = "You caught the one deciding phrase."
PHRASE_MISSED = "You missed the one deciding phrase."
SUPPORTING = (
    "One more that you marked supports the answer.",
    "{count} more that you marked support the answer.",
)
SAFETY_MARKED = (
    "One more that you marked answers a safety question. That is always right to look for, though it did not decide "
    "here.",
    "{count} more that you marked answer safety questions. That is always right to look for, though it did not decide "
    "here.",
)
WORTH = (
    "One more that you marked shows something that did not decide the answer.",
    "{count} more that you marked show something that did not decide the answer.",
)
NEEDLESS = ("One sentence that you marked was not needed.", "{count} sentences that you marked were not needed.")
TIES: Mapping[Fit, str] = {
    Fit.SUPPORTS: "“{sentence}” supports this: {claim}",
    Fit.IDLE: "“{sentence}” is about the same, but what rests on this has no part in the answer here: {claim}",
    Fit.OTHER: "“{sentence}” shows something else ({shown}) than this is about ({read}): {claim}",
    Fit.NOTHING: "“{sentence}” shows nothing that the criteria read, and so supports nothing: {claim}",
}
REASON_TO_REFER = "A reason to {refer}: {name}."
DISSENT = "The author of this case would answer differently: {level}."

# THE EXPLANATION

BASIS: Mapping[Basis, str] = {
    Basis.DIRECT: "A source names this level directly.",
    Basis.INFERRED: "No source says this directly. It follows step by step from what they say.",
    Basis.BY_EXCLUSION: "Nothing in the sources points to this level by itself. It is what is left when the others "
    "are ruled out, or when nothing that is known asks for more. That is weak support.",
    Basis.CONTESTED: "More than one level is accepted here.",
    Basis.OUTSIDE_SOURCES: "The sources do not answer this.",
}
BASIS_SHORT: Mapping[Basis, str] = {
    Basis.DIRECT: "A source names it",
    Basis.INFERRED: "It follows from the sources",
    Basis.BY_EXCLUSION: "It is what is left",
    Basis.CONTESTED: "More than one level fits",
    Basis.OUTSIDE_SOURCES: "The sources do not say",
}
SETTLED = "The level is settled: no other answer to a question about the level could change it."
RANGE = (
    "The criteria’s answer is right on what is told. What is not told yet could still change it to {levels}, above all "
    "answers about: {names}."
)
SETTLED_WEAK = "That does not make it a strong answer."
UNASKED = "Still open is what comes before any level. Nobody has asked about: {names}."
ASKED_UNKNOWN = "Asked; nothing is known about this: {names}. Ask again, or offer a test where there is one."
ASK_AGAIN = "Asked, with nothing known; ask again: {ask}"
STILL_TO_ASK = "Still to ask: {ask}"
ASKS = "asks for {level}"
SPEAKS_AGAINST = "speaks against less than {level}"
EFFECT: Mapping[Effect, str] = {
    Effect.ESCALATES: "leads to {a_referral}",
    Effect.FIRED: ASKS,
    Effect.EASED: f"{ASKS} here",
    Effect.DEFEATED: "would ask for {level}, but does not count here",
    Effect.GAVE_WAY: "asks for {level}, which is not possible for {the_person}: what is left is less, and that is "
    "worth raising",
    Effect.UNMET: "is needed for {level}, and cannot be counted on",
    Effect.MET: "is needed for {level}, and can be counted on",
    Effect.SUPPORTS: "adds weight to {level}",
    Effect.ACCEPTS: "makes {level} acceptable",
    Effect.FAVOURS: "speaks for {level}, without deciding",
    Effect.SETS: "is called for, beside the level",
    Effect.CLEARS: "is not called for",
}
BY_EXCLUSION: Mapping[Effect, str] = {
    Effect.FIRED: SPEAKS_AGAINST,
    Effect.EASED: f"{SPEAKS_AGAINST} here",
    Effect.DEFEATED: "would speak against less than {level}, but does not count here",
    Effect.GAVE_WAY: f"{SPEAKS_AGAINST}, which is not possible for {{the_person}}: what is left is less, and that is "
    "worth raising",
}
"""What takes the place of EFFECT where a rule says nothing for a level, only against those below it."""
ENDORSED = "is what a source names for {the_person}; that supports the answer"
FLAG_UNASKED = "no as far as is told; nobody has asked"
FLAG_ASKED = "no as far as is told; asked, with nothing known"
UNASKED_FLAG = "Nothing is known about this, so ask before you rule it out: {names}."
CLEARED = "What is known does not call for it."
NO_PART = "plays no part"
DIFFERENCE_FINDING = "What changed: {the_person} now {says}."
DIFFERENCE_UNSAID = "What changed: the story no longer says anything about this: {finding}."
DIFFERENCE_RULE = "The rule that makes the difference is “{rule}”. Before, it {before}. Now, it {now}."
DIFFERENCE_NONE = "The criteria answer as before."
TWIN: Mapping[str, str] = {"title": "Before and now", "before": "Before", "now": "Now"}
PAIR: Mapping[str, str] = {"title": "The two side by side", "before": "{title}", "now": "This story"}
PAIR_WHY = "You chose {chosen} there, where the criteria say {theirs}."
PAIR_FINDING = "Here {the_person} {says}."
PAIR_UNSAID = "Here the story says nothing about this: {finding}."
PAIR_RULE = "The rule that makes the difference is “{rule}”. “{title}”: {before}. This story: {now}."
TEXT_ROW = "In the story"
TEXT_SILENT = "says nothing about this"
YOU_CHOSE = "You chose"
CRITERIA_SAID = "The criteria"
THE_PERSON = "{The_person} {says}."
INFERRED = "The sources only imply this."
TOO_LITTLE = "These call for more: {rules}."
NOT_NEEDED = "A less intensive level will do."
GAVE_WAY = "Where that level is not possible, this alone does not call for a higher one."
SUPPORTED = "The criteria leave room for it here: {rules}."
NEXT_POSSIBLE = "It is the next level that is possible for this: {rules}."
CHANGE = "{level}, if {the_person} …"
CHANGE_NONE_UP = "No change in what is known would make the answer more intensive."
CHANGE_UNASKED_UP = "Only what is not known yet could make the answer more intensive."
CHANGE_NONE_DOWN = "No change in what is known would make the answer less intensive."
AND = " and "
GIVEN_WITH = "With {level}"
SOURCE = "Source {id}"
SECTION = "“{heading}”"
PARAGRAPH = "paragraph {number}"
BULLET = "bullet {number}"
PAGE = "page {number}"
MINUTE = "minute {number}"
LINE = "line {number}"
LIST_SEPARATOR = ", "
WORK_SEPARATOR = "; "

# THE EXPLORER
# Set findings, watch the answer.

EXPLORER: Mapping[str, str] = {
    "explorer": "What is known, and what the criteria say",
    "moving": "What can change the level",
    "others": "What goes with the level",
    "red_flags": "Red flags: ask about these first, whoever it is",
    "not_stated": "nothing said",
    "preset": "Begin with a case",
    "preset_none": "Choose a case …",
    "clear": "Clear all",
    "answer": "The answer",
    "ladder": "The {rungs}, the most intensive first",
    "nothing_known": "Choose what you know, the red flags first. The answer shows here from your first choice on.",
    "so_far": "So far: {level}",
    "to_answer": "See why",
    "stated_0": "Nothing is chosen yet.",
    "stated_1": "1 thing is chosen.",
    "stated_n": "{count} things are chosen.",
}
NOTHING_KNOWN = "Nothing is known yet"
PRESET = "{title} · {heading}"
LADDER: Mapping[str, str] = {
    "recommended": "recommended",
    "accepted": "accepted too",
    "possible": "possible, as long as something is unknown",
    "closed": "not accepted",
}
EXPLORER_REFUSED = "Nothing was changed: {problem}."

# THE PAGES
# The displays of the first two notebooks.

CLAIMS = ("Statement {names}", "Statements {names}")
LEVELS_CAPTION = "The {rungs} side by side"
TOPIC = "Topic"
IN_SHORT = "In short"
CRITERIA_TITLES: Mapping[str, str] = {
    "indications": "What asks for a level",
    "requirements": "When a level is possible",
    "weights": "What adds weight but does not decide",
    "flags": "What is asked beside the level",
    "lists": "What goes with a level",
    "red_flags": "Red flags: what no level answers",
    "standing": "What is always true",
    "claims": "Everything in the sources that can help to choose a level",
}
CRITERIA_LEADS: Mapping[str, str] = {
    "indications": "Any one of these is enough. Where several apply, the highest level counts; they are never added "
    "up. A reason for a lower level counts only when somebody has said it.",
    "requirements": "The answer is the lowest possible level that is at least what is asked for. Some reasons give "
    "way: where their level is not possible and a lower one is, the lower one is the answer.",
    "weights": "These stand beside the answer. A wish can make a level accepted, never recommended.",
    "flags": "Answered yes or no, whatever the level.",
    "lists": "Listed for the recommended level and for every other level that is accepted.",
    "standing": "General statements. They decide nothing.",
    "claims": "In our own words, each with its place in the source.",
}
WHEN = "When {the_person} …"
THEN = "Then"
BECAUSE = "Because"
NEEDS = "Needs {a_person} who …"
WITH_LEVELS = "Goes with"
WHAT = "What"
ALWAYS = "always"
OR = ", or "
YIELDS = "and gives way to less where that is not possible"
AT_LEAST_OF = "at least {count} of these: {when}"
EXCEPT = "Except for {a_person} who {when}:"
EXCEPT_DEFEATED = "does not count"
SUPPORTS = "adds weight to {level}, where something else has led to it"
MAKES_ACCEPTED = "{level} is accepted too"
FAVOURS = "speaks for {level}"
SOURCE_TITLE = "{source}: {title}"
TENSIONS_LABEL = "Where the sources disagree"
READY = "Everything is ready."
READY_CASES = ("One case is waiting for you.", "{count} cases are waiting for you.")
READY_RECORD = "Your answers are kept on this computer under the code {code}, without a name."
BROKEN_PAGE = "This cannot be shown now."


def sentence(text: str) -> str:
    """With a capital letter at its beginning, and an end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
