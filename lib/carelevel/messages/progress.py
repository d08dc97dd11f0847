"""What a trainee's record shows, and a group's: sentences with the numbers left open."""

from __future__ import annotations

from collections.abc import Mapping

PROGRESS_TITLES: Mapping[str, str] = {
    "faults": "What stands out",
    "agreement": "Agreement over time",
    "direction": "Which way the errors go",
    "matrix": "What you chose, and what the criteria say",
    "calibration": "How sure, and how often right",
    "rules": "Rules caught and missed",
    "marks": "What you mark",
    "time": "Time for a decision",
}
NO_ANSWERS = "There is nothing to show yet."
NO_ANSWERS_MORE = "Your first figure appears after {needs} answers."
SILENT = "Too few to say anything: {n} so far. This speaks from {needs} on."
SILENT_ERRORS = "Too few errors to speak of a direction: {n} so far. This speaks from {needs} on."
SILENT_MARKS = "Too few answers with marks to say anything: {n} so far. This speaks from {needs} on."
SILENT_FAULTS = "Too few answers to name anything: {n} so far. This speaks from {needs} on."
FIGURE_N = "n = {n} {what}"
FIGURE_WHAT: Mapping[str, str] = {
    "answers": "answers",
    "errors": "errors",
    "marking": "answers with marks",
}
PERCENT = "{share:.0f}%"
INTERVAL = "{low:.0f} to {high:.0f}%"
OF = "{hits} of {n}"

AGREEMENT = "{hits} of your {n} answers agree with the criteria or are accepted too: {share}."
AGREEMENT_INTERVAL = "As a sign of how you judge, that means anything from {interval} (Wilson’s interval, 95%)."
HALVES_UP = "You agree more often in the later half ({later}) than in the earlier ({earlier})."
HALVES_DOWN = "You agree less often in the later half ({later}) than in the earlier ({earlier})."
HALVES_LIKE = "Between the earlier half ({earlier}) and the later ({later}) there is no difference beyond chance."
DIRECTION = "{more} of your {n} errors are more intensive than the criteria ask, {less} less intensive."
DIRECTION_ROOM = "Where a level above was there to choose wrongly, you chose it {more}; where one below was, {less}."
DIRECTION_UNEVEN = "So uneven a split is unlikely by chance (sign test, {p})."
DIRECTION_EVEN = "Chance alone often splits as unevenly (sign test, {p})."
P_SMALL = "p < 0.001"
P_EQUALS = "p = {p}"
KAPPA = (
    "Weighted kappa is {kappa:.2f}: 1 is full agreement, 0 what chance would give; two rungs off weigh four times "
    "as much as one. It doesn’t know the direction."
)
KAPPA_NONE = "Weighted kappa can’t be told: one side never varies."
KAPPA_SILENT = "Weighted kappa speaks from {needs} answers with a level on both sides on; there are {n}."
MATRIX = "In {same} of {n} answers you chose the very level that the criteria recommend."
MATRIX_MOST = "Apart from that, the most frequent is {chosen} where they say {asked}: {count}."
TIMES = ("once", "{count} times")
CALIBRATION = "Your words claim {stated}, and {accepted} of your answers bear them out."
BRIER = "The Brier score is {brier:.2f}; 0 is best, and saying {share} each time would have scored {reference:.2f}."
BRIER_BETTER = "Your words tell more than that would."
BRIER_WORSE = "Your words tell no more than that would."
STATED_AS = "We read a guess as {guess}, fairly sure as {fairly_sure}, certain as {certain}. That reading is ours."
RULES = "The rule missed most is “{rule}”: marked in {hits} of the {n} answers in which it mattered."
RULES_NONE = "No rule was missed: whenever one mattered, you marked what shows it."
RULES_FEW = "Not shown, since met fewer than {needs} times: {rules}."
RULE_PRACTISE = "{rule}: {cases}"
PRACTISE = "To practice what you missed most, choose one of these:"
PRACTISE_RULE = "To practice it, choose one of these: {cases}."
MARKS = "You caught {recall} of the deciding phrases ({caught} of {phrases})."
MARKS_PRECISION = "Of the sentences you marked, {precision} were needed ({needed} of {marked})."
TIME = "Half of your decisions took less than {median}."
TIME_CHANGE = "In the first answers it was {first}, in the latest {last}."
MINUTES = "{minutes:.1f} minutes"
SECONDS = "{seconds:.0f} seconds"
LINK_CASES = "“{title}”"

LEANS_MORE = (
    "You lean towards more intensive {care}: you chose too much in {hits} of {n} answers with room for it, and too "
    "little in {other_hits} of {other_n}."
)
LEANS_LESS = (
    "You lean towards less intensive {care}: you chose too little in {hits} of {n} answers with room for it, and too "
    "much in {other_hits} of {other_n}."
)
LEANS_EXPLAINED = ("One more error is put down to a missed rule.", "{count} more errors are put down to a missed rule.")
LEANS_MORE_NEXT = "Before you commit, ask of the level below: what, in the story, speaks against it?"
LEANS_LESS_NEXT = "Before you commit, ask of the level above: what, in the story, asks for it?"
OVERCONFIDENT = (
    "You are surer than your answers bear out: your words claim {stated}, and {hits} of {n} were right ({share})."
)
OVERCONFIDENT_NEXT = "Keep “{certain}” for a story in which you could name the rule that settles it."
RULE_MISSED = (
    "One rule escapes you: “{rule}”. You missed what shows it in {hits} of {n} answers, and what shows other rules in "
    "{others} of theirs."
)
RULE_ALONG = "The same phrases show {rules}."
RULE_COST = ("One wrong answer follows from it.", "{count} wrong answers follow from it.")
RULE_NO_COST = "So far the level was right all the same."
NO_FAULT = (
    "None of three things that we look for stands out in your last {n} answers: leaning to one side, being surer than "
    "right, missing one rule."
)
FAULTS_ABOUT = (
    "Something is named only where chance is an unlikely reason (each at 1 in 100) and where it is large enough to "
    "matter."
)
GENERATED = "This record is generated: nobody gave these {n} answers. It shows every figure."
GENERATED_TITLE = "A generated record of {n} answers"
NUMBERS = "The same in words"
NEXT_PRACTICE = "Go to practice"

CHART_AGREEMENT = "Share of answers that agree or are accepted too, by blocks with 95% intervals. {blocks}. All: {all}."
CHART_BLOCK = "Answers {first} to {last}: {of}"
CHART_DIRECTION = "Errors by direction and size. {steps}."
CHART_STEP = "{step}: {count}"
CHART_STEP_MORE = ("One rung more intensive", "{count} rungs more intensive")
CHART_STEP_LESS = ("One rung less intensive", "{count} rungs less intensive")
CHART_MATRIX = "Levels chosen against what the criteria say. {cells}."
CHART_CELL = "Chose {chosen}, criteria {asked}: {count}"
CHART_CALIBRATION = "What a word of confidence claims against how often it was right. {words}."
CHART_WORD = "{confidence}, read as {chance}: right in {of}"
CHART_RULES = "Rules caught and missed, the most often missed first. {rules}."
CHART_RULE = "{rule}: caught {of}"
CHART_MARKS = "Deciding phrases caught: {recall}. Marked sentences that were needed: {precision}."
CHART_TIME = "Median time for a decision, by blocks. {blocks}."
CHART_POINTS = "Decision points, least often agreed with first, with 95% intervals. {points}."
CHART_POINT = "{point}: {of}"
CHART_LABELS: Mapping[str, str] = {
    "all": "all: {share}",
    "answers": "answers",
    "less": "less intensive",
    "more": "more intensive",
    "one_rung": "one rung",
    "more_rungs": "two rungs or more",
    "chosen": "you chose",
    "asked": "the criteria say",
    "as_claimed": "as often as claimed",
    "caught": "caught",
    "missed": "missed",
    "recall": "deciding phrases caught",
    "precision": "marks that were needed",
    "wrong": "else mostly {level}",
}

COHORT_SILENT = "This group has {n} trainees. Groups of fewer than {fewest} are not broken down."
COHORT_OUTDATED = ("One answer to an older text is left out.", "{count} answers to older texts are left out.")
