"""What a trainee's record shows, and a group's: sentences with the numbers left open."""

from __future__ import annotations

from collections.abc import Mapping

PROGRESS_TITLES: Mapping[str, str] = {
    "faults": "What stands out",
    "agreement": "Agreement over time",
    "direction": "Which way the errors go",
    "referral": "When to {refer}",
    "matrix": "What you chose, and what the criteria say",
    "flags": "What is asked beside the level",
    "calibration": "How sure, and how often right",
    "rules": "Rules caught and missed",
    "marks": "What you mark",
    "time": "Time for a decision",
}
NO_ANSWERS = "There is nothing to show yet."
NO_ANSWERS_MORE = (
    "The first figure appears after {needs} answers to cases; those to short notes and forms are counted apart."
)
SO_FAR = ("one answer", "{count} answers")
FEW = "With {answers} it is too early for: {figures}."
FEW_FIGURE = "{title} (it takes {needs})"
FEW_SEPARATOR = "; "
FEW_FOLDED = ("One figure comes with more answers", "{count} figures come with more answers")
CASES_SO_FAR = ("1 answer to a case so far", "{count} answers to cases so far")
AGREED_SO_FAR = "{answers}: {hits} agreed with the criteria, or accepted too."
FIGURE_NEEDS: Mapping[str, str] = {
    "answers": "{needs} answers",
    "errors": "{needs} errors",
    "marking": "{needs} answers with marks",
    "interviews": "{needs} interviews",
    "flag": "{needs} answers to this question",
}
SILENT_FAULTS = "A pattern can be named from {needs} answers to cases on."
FIGURE_N: Mapping[str, tuple[str, str]] = {
    "answers": ("From one answer.", "From {count} answers."),
    "errors": ("From one error.", "From {count} errors."),
    "marking": ("From one answer with marks.", "From {count} answers with marks."),
    "interviews": ("From one interview.", "From {count} interviews."),
    "flag": (
        "From one answer to this question, to a case as it is now.",
        "From {count} answers to this question, to the cases as they are now.",
    ),
}
PERCENT = "{share:.0f}%"
INTERVAL = "{low:.0f} to {high:.0f}%"
OF = "{hits} of {n}"

METHOD = "How this is worked out"
WILSON = "Ranges are Wilson’s intervals of 95%."
SHARES_METHOD = (WILSON,)
AGREEMENT = "{hits} of your {n} answers agree with the criteria or are accepted too: {share}."
AGREEMENT_INTERVAL = (
    "Luck plays a part in that. Over many more answers, you might agree in anywhere from {interval} of them."
)
AGREEMENT_METHOD = (WILSON, "The two halves are compared by Fisher’s exact test, at 1 in 20.")
HALVES_UP = "You agree more often in the later half ({later}) than in the earlier ({earlier})."
HALVES_DOWN = "You agree less often in the later half ({later}) than in the earlier ({earlier})."
HALVES_LIKE = "The earlier half ({earlier}) and the later half ({later}) differ by no more than luck can explain."
DIRECTION = "{more} of your {n} errors are more intensive than the criteria ask for, {less} less intensive."
DIRECTION_ROOM = "Where you could choose too much, you did in {more}; where you could choose too little, in {less}."
DIRECTION_UNEVEN = "Luck alone would seldom split them so unevenly."
DIRECTION_EVEN = "Luck alone often splits them this unevenly, so this shows no leaning."
DIRECTION_ASIDE = (
    "One more answer that was not accepted is about when to {refer}, and has no direction.",
    "{count} more answers that were not accepted are about when to {refer}, and have no direction.",
)
DIRECTION_METHOD = "Sign test of the two sides: {p}."
P_SMALL = "p < 0.001"
P_EQUALS = "p = {p}"
KAPPA = (
    "Weighted kappa over all answers is {kappa:.2f}: 1 is full agreement, 0 what chance would give; two steps off "
    "weigh four times as much as one."
)
REFERRAL = "Where a story called for {a_referral}, you chose one {hits} of {n} times."
REFERRAL_NONE = "No story so far called for {a_referral}."
REFERRAL_NEEDLESS = "Where {a_rung} answers, you {referred} {hits} of {n} times."
REFERRAL_MISSED = (
    "Safety: where a story called for {a_referral}, you chose {a_rung} instead {missed} of {n} times. "
    "Worth reading again:"
)
REFERRAL_CASE = "{case}: {flags} ({day})"
REFERRAL_CASE_ALONE = "{case} ({day})"
MATRIX = "In {same} of {n} answers you chose the very level that the criteria recommend."
MATRIX_MOST = "Otherwise you most often chose {chosen} where they say {asked}: {count}."
TIMES = ("once", "{count} times")
FLAG = "You and the criteria say the same in {hits} of {n} answers: {share}."
FLAG_MISSED = "You said no where the criteria say yes {times}."
FLAG_NEEDLESS = "You said yes where the criteria say no {times}."
CALIBRATION = (
    "Going by how sure you said you were, about {expected} of your {n} answers should have been right; {hits} were."
)
CONFIDENCE_TELLS = "You were surer of your right answers than of the others."
CONFIDENCE_TELLS_NOTHING = "How sure you were says little about whether you were right."
STATED_AS = "We read a guess as {guess}, fairly sure as {fairly_sure}, certain as {certain}. That reading is ours."
BRIER = (
    "The Brier score is {brier:.2f}; 0 is best, and saying {share} each time would have scored {reference:.2f}. "
    "Ranges are Wilson’s intervals of 95%."
)
RULES = "You most often miss “{rule}”: you marked what shows it in {hits} of the {n} answers in which it mattered."
RULES_NONE = "No rule was missed: whenever one mattered, you marked what shows it."
RULES_FEW = "Not shown, because they came up fewer than {needs} times: {rules}."
RULE_PRACTISE = "{rule}: {cases}"
PRACTISE = "To practice what you missed most, choose one of these:"
PRACTISE_RULE = "To practice it, choose one of these: {cases}."
MARKS = "You marked {caught} of the {phrases} phrases that decided an answer: {recall}."
MARKS_PRECISION = "Of the {marked} sentences that you marked, {needed} were needed: {precision}."
MARKS_METHOD = ("These two are called recall and precision.", WILSON)
TIME = "Half of your decisions took less than {median}."
TIME_CHANGE = "In the first answers it was {first}, in the latest {last}."
MINUTES = "{minutes:.1f} minutes"
SECONDS = ("1 second", "{count} seconds")
LINK_CASES = "“{title}”"

LEANS_MORE = (
    "You lean toward more intensive {care}: you chose too much in {hits} of {n} answers with room for it, and too "
    "little in {other_hits} of {other_n}."
)
LEANS_LESS = (
    "You lean toward less intensive {care}: you chose too little in {hits} of {n} answers with room for it, and too "
    "much in {other_hits} of {other_n}."
)
LEANS_EXPLAINED = ("One more error comes from a missed rule.", "{count} more errors come from a missed rule.")
LEANS_MORE_NEXT = "Before you compare, look at the level below yours: what in the story speaks against it?"
LEANS_LESS_NEXT = "Before you compare, look at the level above yours: what in the story asks for it?"
OVERCONFIDENT = (
    "You are surer than you are right: going by how sure you said you were, about {expected} of {n} answers should "
    "have been right, and {hits} were."
)
OVERCONFIDENT_NEXT = "Keep “{certain}” for a story in which you could name the rule that settles it."
RULE_MISSED = (
    "You often miss one rule: “{rule}”. You missed what shows it in {hits} of {n} answers; for other "
    "rules it was {others} of the answers in which they mattered."
)
RULE_ALONG = "The same phrases show {rules}."
RULE_COST = ("One wrong answer follows from it.", "{count} wrong answers follow from it.")
RULE_NO_COST = "So far the level was right all the same."
NO_FAULT = (
    "None of the three things that we look for stands out in your last {n} answers: leaning to one side, being surer "
    "than right, missing one rule."
)
FAULTS_ABOUT = (
    "Something is named only if luck is unlikely to explain it (1 chance in 100 for each) and if it is large enough "
    "to matter."
)
GENERATED = "This record is made up by a program: nobody gave these {n} answers. It shows every figure."
GENERATED_TITLE = "A made-up record of {n} answers"
READ_THEM = "Read these answers"
NEXT_PRACTICE = "Go to practice"

CHART_COLUMNS: Mapping[str, tuple[str, str]] = {
    "agreement": ("Answers", "Accepted"),
    "direction": ("How far off", "Times"),
    "referral": ("Stories", "You chose one"),
    "calibration": ("You said", "Right"),
    "rules": ("Rule", "Marked"),
    "marks": ("What", "How many"),
    "time": ("Answers", "Half took less than"),
}
"""By figure the heads of the first and of the last column."""
CHART_KEYS: Mapping[str, str] = {
    "agreement": "The dot is your share, the line around it how far luck could move it. Dotted: your share of all.",
    "direction": "Striped: two steps off, or more.",
    "referral": "The dot is the share, the line around it how far luck could move it.",
    "matrix": "Stronger color: more often. Framed: you chose what the criteria recommend.",
    "calibration": "The tall mark is what the word claims. A dot left of it: you were surer than right.",
    "rules": "Striped: the times that you missed it.",
    "marks": "The dot is the share, the line around it how far luck could move it. Both should be high.",
    "time": "",
}
"""By figure how to read its picture."""
CHART_RANGE = "with luck, anywhere from {interval}"
CHART_BLOCK = "{first} to {last}"
CHART_ALL = "All"
CHART_SIDES = "Less intensive ← → more intensive"
CHART_STEP_MORE = ("One step more intensive", "{count} steps more intensive")
CHART_STEP_LESS = ("One step less intensive", "{count} steps less intensive")
CHART_REFERRAL = ("That call for {a_referral}", "That {a_rung} answers")
CHART_CHOSEN = "You chose ↓ where the criteria say →"
CHART_WORD = "{confidence}, read as {chance}"
CHART_TIMES_MET = "Times that it mattered"
CHART_MARKS = ("Deciding phrases that you marked", "Your marks that were needed")
CHART_TIME = "Time"

COHORT_SILENT = "This group has {trainees}. Groups of fewer than {fewest} are not broken down."
COHORT_OUTDATED = ("One answer to an older text is left out.", "{count} answers to older texts are left out.")
