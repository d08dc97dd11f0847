"""What supervisors read where they look at a bank as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel import messages
from carelevel.messages import check as check_messages
from carelevel.messages import progress as progress_messages

# NAMES
# Of the parts of criteria, and of outcomes.

PART_GROUPS: Mapping[str, str] = {
    "indication": "What asks for a level, with exceptions",
    "exception": "What asks for a level, with exceptions",
    "requirement": "When a level is possible",
    "weight": "What adds weight, and wishes",
    "red_flag": "Red flags",
    "flag": "What is asked beside the level",
    "tension": messages.TENSIONS_LABEL,
}
PART_EXCEPTION = "{rule}, {says}"
PART_BUT = "but {says}"
PART_NEED = "{name} ({level})"
PART_TENSION = "{id} {name}"

# THE OVERVIEW

CASES: Mapping[str, str] = {
    "cases_label": "The cases of this bank",
    "cases_sorted": "Sorted by {column}",
    "cases_search": "Search",
    "cases_search_about": "Words of a title, of a story, of a file’s name, of what it shows or whom it portrays.",
    "cases_any": "Any",
    "cases_shown": "{count} of {all} cases are shown.",
    "cases_do": "More",
    "cases_write": "Write on it",
    "cases_duplicate": "Duplicate",
    "cases_rename": "Rename",
    "cases_retire": "Retire",
    "cases_restore": "Bring back",
    "cases_file": "Save as a file",
    "cases_title": "Title",
    "cases_id": "File name",
    "cases_id_about": "Under another file name, answers that were given before are no longer counted with the case.",
    "cases_editor": "Open Write a case",
    "cases_editor_then": ", and run all cells there.",
}
ON_THE_DESK = "“{title}” is open in the editor."
COPY_ON_THE_DESK = "“{title}” is open in the editor as a draft. It is in the bank once you save it there."
RENAMED = "Kept as {file}."
STATUS: Mapping[str, str] = {"": "In use", "held": "Held back", "retired": "Retired"}
STATUS_SET: Mapping[str, str] = {
    "": "“{title}” is in use.",
    "held": "“{title}” is held back from trainees: lint finds something in it that must go.",
    "retired": "“{title}” is retired: trainees and rooms no longer get it. Answers to it are kept.",
}
FILTERS: Mapping[str, str] = {
    "levels": "Answer",
    "difficulty": "Difficulty",
    "status": "Status",
    "has_hits": "Lint",
}
WITH_HITS = "Something found"
OVERVIEW_CASES = ("One case without mistakes", "{count} cases without mistakes")
OVERVIEW_SOME = "{sound} of {files} can be used. The others cannot be used until their mistakes are fixed."
FILES = ("1 case file", "{count} case files")
OVERVIEW_SENTENCE = (
    "{cases}, with {points} and {twins}. {twinned}, {several} more than one decision point. Half of the cases have "
    "fewer than {median} at their longest decision point."
)
POINTS = ("1 decision point", "{count} decision points")
TWINS = ("1 twin", "{count} twins")
WORDS = ("1 word", "{count} words")
CASES_WITH_TWIN = ("1 case has a twin", "{count} cases have a twin")
OVERVIEW_LINT_NONE = "Lint found nothing in them."
OVERVIEW_LINT = "Lint found something in {count} of them: {hits}."
ERRORS, WARNINGS = check_messages.ERRORS, check_messages.WARNINGS
OVERVIEW_EMPTY = "There is no case file in {folder}."
OVERVIEW_MISTAKES = "Mistakes to fix"
OVERVIEW_HITS = "What lint found"
OVERVIEW_COLUMNS = (
    "Case",
    "Difficulty",
    "Reading",
    "Safety questions",
    "Decision points",
    "Twins",
    "Words",
    "School grade",
    "Lint",
)
OVERVIEW_GROUPS = "Portrays: {groups}"
OVERVIEW_ABOUT = (
    "A safety question counts where the story tells it as asked and absent. "
    "Words and school grade are those of the longest and of the hardest decision point; the grade is a rough measure. "
    "Press the head of a column to sort by it."
)
DIFFICULTY: Mapping[int, str] = {1: "1, clear", 2: "2, mixed", 3: "3, contested"}
READING: Mapping[int | None, str] = {1: "1, plain", 2: "2, ordinary", 3: "3, demanding", None: "–"}
ASKED = "{count} of {all} asked"
HIT = "{title}, {where}: {problem}, “{words}”. {rewording}"
HIT_OF_ALL = "{title}, {where}: {problem}. {rewording}"
WHERE: Mapping[str, str] = {
    "title": "title",
    "discuss": "facilitator’s note",
    "heading": "heading {number}",
    "glossary": "word {number} of the glossary",
    "opening": "opening",
    "unsaid": "entry {number} of what is unsaid",
    "dissent": "dissent",
    "story": "the story",
    "point": "decision point {number}",
    "twin": "twin {twin}",
}
NO_HITS = "–"
MORE_FILES = ("1 more is not shown here.", "{count} more are not shown here. “carelevel check” names them all.")

# THE MAP

COVERAGE_LABEL = "What the cases cover"
COVERAGE_MAP = "The map"
COVERAGE_SENTENCE = (
    "{exercised} of {parts} parts of the criteria are covered by two cases or more, {thin} by one, {missing} by none."
)
COVERAGE_RULE_TITLE = "When a case counts"
COVERAGE_RULE = (
    "A case covers a part of the criteria when that part had a say in the answer at one of its decision points: a rule "
    "applied, asked for less than usual, or did not count because of an exception; an exception applied; something "
    "that a level needs was missing; a weight, a wish or a question beside the level played a part; a support or "
    "therapy went with the recommended level; where sources disagree, statements from both sides stood behind "
    "different rules at once. A case counts once in each column of a level that it recommends there. A twin is counted "
    "separately, after a plus sign, at the decision point that it changes."
)
COVERAGE_MISSING = "No case covers these"
COVERAGE_THIN = "Only one case covers these"
COVERAGE_FULL = "Every part of the criteria is covered by a case."
COVERAGE_NOT_THIN = "No part of them depends on one case alone."
COVERAGE_UNTESTABLE = "Not in the map, because no findings can show them: {tensions}."
MISSING_PART = "{group}: {part}"
MISSING_TWINS = ("{part}; one twin does", "{part}; {count} twins do")
THIN_PART = "{part}: “{case}”"
THIN_TWINS = ("{part}, and one twin", "{part}, and {count} twins")
MAP_COLUMN_PART = "Part of the criteria, by recommended level →"
MAP_COLUMN_ALL = "Cases"
MAP_PLUS = "{cases}+{twins}"
MAP_KEY = (
    "Numbers of cases, in a stronger color where there are more; 3+1 is three cases and one twin. In the last column a "
    "dashed frame says that no case covers the part, a plain frame that only one does."
)

# BALANCE

BALANCE_LABEL = "The answers"
BALANCE_COLUMNS = ("Answer", "First decision points", "Later ones", "Twins")
BALANCE_ALL = "All"
BALANCE_CONTESTED = "of these contested"
BALANCE_CELL = "{count}, {contested} contested"
BALANCE_SENTENCE = (
    "Of {n} first decision points the answer is {shares}. Somebody who always gave the same answer would be right "
    "in {best}."
)
BALANCE_SHARE = "{level} in {count}"
BALANCE_CONTESTED_SENTENCE = (
    "{contested} of the first decision points are contested: more than one level is accepted there."
)

# WHAT GIVES ANSWERS AWAY

GIVEAWAYS_TITLE = "What gives answers away"
GIVEAWAYS_FEW = "This needs at least {fewest} cases."
GIVEAWAYS_FINE = "Nothing does. {best}"
GIVEAWAYS_RULE = (
    "Counted over first decision points. Where a story says nothing about a finding, that counts as a value too. The "
    "best guess for each value is one {rung}, chosen to fit this bank as well as possible. The shares leave out what "
    "is {referred}."
)
CUE_BEST = (
    "The finding that tells most by itself is {findings}: going by it alone gives an accepted {rung} in {share} of the "
    "cases ({hits} of {n}), and always choosing the same {rung} does in {unread}."
)
CUE_NONE = (
    "One and the same {rung} is accepted in {unread} of the cases, so a trainee does not have to read anything. Add "
    "stories with another answer."
)
CUE_ACCEPTED = (
    "Going by {findings} alone gives an accepted {rung} in {share} of the cases ({hits} of {n}; always choosing the "
    "same {rung} does in {unread}), so a trainee does not have to read anything else. Change some stories so that each "
    "value of it goes with more than one answer."
)
CUE_RECOMMENDED = (
    "Going by {findings} alone gives the recommended {rung} in {share} of the cases ({hits} of {n}; always choosing "
    "the same {rung} does in {unread}). Change some stories so that each value of it goes with more than one answer."
)
CUE_BY_TWO = (
    "Going by {findings} together gives an accepted {rung} in {share} of the cases ({hits} of {n}), so a trainee has "
    "to read only those two. Let other findings decide in more of the stories."
)
CASES_READ = ("1 case", "{count} cases")
HARDLY_VARIES = (
    "{finding}: in {count} of {cases} {the_person} {says}, so trainees learn to take it for granted. Let more "
    "stories say something else about it, or nothing."
)
HARDLY_TOLD = (
    "{finding}: of {cases} {told} say anything about it, so trainees never learn to look for it. Let a few more "
    "say something about it."
)

# PORTRAYAL

PORTRAYAL_LABEL = "Who is portrayed"
PORTRAYAL_NONE = (
    "Nothing was looked for: this bank has no file portrayal.yaml. It lists groups of people and the words that point "
    "to them."
)
PORTRAYAL_WARN_TITLE = "Always one outcome"
PORTRAYAL_WARN = (
    "{axis}, {group}: all {n} cases end in {level}. The chance of that among {n} cases picked at random from this bank "
    "is {chance}."
)
PORTRAYAL_FINE = "No group of {fewest} cases or more always meets one outcome."
PORTRAYAL_RULE = (
    "A group is named when it has at least {fewest} cases and all of them have the same answer at their first decision "
    "point. The search is rough: it knows the words in portrayal.yaml and the stated findings, takes a neighbor’s "
    "work for {the_person}’s own, and misses what is not listed. Read those stories again before you change one."
)
PORTRAYAL_NOWHERE = "Found in no group: {cases}."
PORTRAYAL_COLUMNS_FIRST = "Group"
PORTRAYAL_COLUMNS_N = "Cases"
PORTRAYAL_WHICH = "Which cases"
CHANCE_SMALL = "less than 1 in 1,000"
CHANCE = "about 1 in {count:,.0f}"
CHANCE_OFTEN = "{percent:.0f}%"

# THE GROUP

GROUP_LABEL = "What the group made of the cases"
GROUP_NOBODY = (
    "No answers are kept here yet. They come from the database that trainees share, or with “carelevel import”."
)
GROUP_SENTENCE = (
    "Kept: {answers} of {trainees}. Met by too few to be shown: {untold}. Answers with worked steps or hints are left "
    "out below."
)
GROUP_OWN = "Your own answers, under the code {code}, are not counted here."
GROUP_COLUMNS = (
    "Decision point",
    "Trainees",
    "Agree or accepted too",
    "Most of the others chose",
    "Deciding phrase missed most",
)
GROUP_SHARE = "{of} ({interval})"
GROUP_PHRASE = "“{phrase}”, missed by {of}"
GROUP_NOTHING = "–"
GROUP_OTHERS = ("The other decision point", "The other {count} decision points")
GROUP_ABOUT = (
    "The hardest come first. In parentheses, and as a line around the dot: how far luck could move the share. A "
    "decision point that fewer than {fewest} trainees met is not shown, because a figure about so few people could "
    "point to one of them."
)
REPORTS_PAGE: Mapping[str, str] = {
    "reports": "What trainees reported",
    "report_deal": "Dealt with",
    "report_again": "Open it again",
}
REPORTS_NONE = "No report of a case is here. Reports come with the answers that trainees hand in as JSON Lines."
REPORTS = ("One report.", "{count} reports, the newest first.")
REPORTS_OPEN = ("1 is open.", "{count} are open.")
REPORT_DEALT_ON = "Dealt with on {day}."
REPORT_DEALT_WITH = "Marked as dealt with."
REPORT_OPEN_AGAIN = "Open again."
REPORT_UNKNOWN = "This report is no longer here. Run the cell again."
REPORT_NOTE = "{day}, {code}, {point}"
REPORT_POINT, REPORT_TWIN = WHERE["point"], WHERE["twin"]
REPORT_GONE = "{case} (no longer in this bank)"
REPORTS_MORE = ("One older report is not shown.", "{count} older reports are not shown.")

# BLIND

BLIND: Mapping[str, str] = {
    "blind": "Answer blind",
    "blind_progress": "Case {place} of {of}",
    "blind_code": "You answer as {code}",
    "blind_other_code": "Another code",
    "blind_switch": "Go on with this code",
    "blind_new": "Nothing is answered under the code {code} yet. If it is spelled as you want it, begin with it.",
    "blind_begin": "Begin with this code",
    "blind_keep": "Keep and go on",
    "blind_back": "Back",
    "blind_missing": "Choose {a_rung}, or say that you are not sure.",
    "earlier": messages.CARD["earlier"],
    "glossary": messages.CARD["glossary"],
    "files": "Bring answers together",
    "files_about": "Each supervisor downloads a file and sends it to one of you, who loads them all. If one code has "
    "two answers to a question, the newer one counts. Loading a file twice adds nothing.",
    "blind_download": "Download my blind answers",
    "blind_load": "Load a colleague’s file",
    "blind_file": "File (.jsonl)",
    "too_large": "The file is too large: at most {megabytes} MB can be loaded here.",
}
BLIND_LEGEND = "Which {rung} would you choose?"
BLIND_NOT_SURE = "Not sure: leave it open"
BLIND_NOT_SURE_ABOUT = "It counts as no answer."
BLIND_DONE = "You have answered every case. Thank you."
BLIND_EMPTY = "There is no case to answer yet."
BLIND_OVER = "Every question is answered already."
BLIND_KEPT = "Kept."
NOT_A_LEVEL = "That is not a level of this bank. Nothing was kept."
BLIND_STALE = "This page was out of date: that belonged to another question. Here is the current one."
NOT_KEPT = "Nothing was kept: {problem}"
BROUGHT = "{name}: {added}, {known}, {older}, {refused}"
BROUGHT_OLDER = ("1 older than the one here", "{count} older than the ones here")
TOO_MANY_ANSWERS = "more than {most} answers; split the file"

# AGREEMENT AMONG SUPERVISORS

PARTINGS: Mapping[str, str] = {
    "partings": "How far supervisors agree",
    "partings_title": "Where you differ",
    "partings_method": progress_messages.METHOD,
    "partings_fold": "Show where supervisors differ",
    "dissent_title": "Record a dissent",
    "dissent_about": "A dissent is your own answer, where it differs from the criteria’s. It is written into the case "
    "file with your reason, and trainees read it after they have answered.",
    "dissent_level": "The level you would choose",
    "dissent_reason": "Your reason",
    "dissent_record": "Record in the case file",
    "dissent_missing": "Choose a level and write a reason.",
    "dissent_kept": "Recorded: {level}. {reason}",
}
AGREE_SILENT = (
    "Too few to say anything: {supervisors}, with {points} in common. It takes at least {fewest} "
    "supervisors and {fewest_points} decision points."
)
SUPERVISORS = ("1 supervisor", "{count} supervisors")
TRAINEES = ("1 trainee", "{count} trainees")
AGREE_SENTENCE = (
    "{supervisors} answered blind. Of {points} that two of you or more answered, all chose the same at {same}."
)
AGREE_DEGREES: Mapping[float, str] = {
    0.80: "That is far more than chance would give, and enough to build on.",
    0.67: "That is more than chance would give, and enough to build on with care: talk about where you differ.",
    -1.0: "Beyond what chance would give, that is too little to build on yet: talk about where you differ.",
}
"""From which alpha on each is said."""
AGREE_NO_DEGREE = "It is not possible to say whether that is more than chance, because everybody always chose the same."
AGREE_METHOD = (
    "Krippendorff’s alpha is 1 for full agreement and 0 for what chance would give. He asks for 0.80, and for 0.67 "
    "where conclusions stay tentative. What is said above goes by the lower end of its interval of 95%, which comes "
    "from {resamples} resamples, each drawing whole cases."
)
AGREE_CHOICES = "Over all choices, {a_referral} being one of them, alpha is {alpha} (nominal{interval})."
AGREE_LADDER = (
    "Among answers that name a level, {points}, it is {alpha} (ordinal: the farther apart on the "
    "ladder, the more it counts{interval})."
)
AGREE_LADDER_SILENT = "Too few decision points have two answers that name a level, {points}, to take the ladder apart."
AGREE_INTERVAL = "; 95% interval {low:.2f} to {high:.2f}"
AGREE_ALPHA = "{alpha:.2f}"
AGREE_NO_ALPHA = "not known"
AGREE_OUTDATED = progress_messages.COHORT_OUTDATED
AGREE_NO_PARTING = "No two of you chose differently anywhere."
AGREE_PARTED = "{chosen}. The criteria: {level}."
AGREE_CHOSE = "{level}: {count}"
AGREE_BLIND_FIRST = (
    "You have not answered every case yet. What follows would show you what others chose, and what the criteria say."
)
DISSENT_RECORDED = "Recorded in {file}. Trainees read it after they have answered."
DISSENT_NOT_NOW = "This decision point is no longer in the list. Run the cell again."
DISSENT_EMPTY = "Choose a level and write a reason first."
DISSENT_LONG = "The reason is {length} characters long; keep to {longest}."

# THE LINES OF SHORT NOTES

LINES: Mapping[str, str] = {
    "lines": "The lines of short notes",
    "lines_show": "Show and change the lines of",
    "lines_option": "{name} ({count})",
    "lines_new": "A new line",
    "lines_add": "Add",
    "lines_reword": "Reword",
    "lines_delete": "Delete",
    "lines_keep": "Keep",
    "lines_cancel": "Leave it as it was",
    "lines_text": "The line",
    "lines_says": "Tags of what it tells beside that (says)",
    "lines_bars": "Never beside a line that tells (not)",
    "lines_tags": "About tags",
    "lines_tags_about": (
        "Tags are words of your own, with commas between: “woman” for a line that says she or her. A line stands in no "
        "note where another one tells what it must not stand beside. Tags in use:"
    ),
    "lines_save": "Save",
    "lines_undo": "Undo the last change",
    "lines_discard": "Discard the changes",
    "lines_take_up": "Put my changes into the file as it is now",
    "lines_reading": "Reading the file …",
    "lines_sure": "Save all the same",
    "lines_values": "Every value, and what it alone leads to",
    "lines_columns_value": "A line shows",
    "lines_columns_lines": "Lines",
    "lines_columns_level": "It alone leads to",
    "lines_columns_rules": "Rules that read it",
    "lines_heard": "(a line that you changed)",
}
LINES_NONE = "This bank has no notes.yaml, so no short notes are composed. cases/README.md says how to write one."
LINES_BROKEN = "No note is composed until these mistakes are mended in notes.yaml. Then run the cell again."
LINES_SENTENCE = "{count:,} lines show something; {people} begin a note, {neutral} show nothing."
LINES_TOLD = "In {count} notes drawn by chance, which count as cases here:"
LINES_TOLD_REFERRED = (
    "Of {count} notes drawn by chance, {left_out} lead to {a_referral}; the shares leave those out. The notes count as "
    "cases here:"
)
LINES_FOUND = ("1 thing to look at", "{count} things to look at")
LINES_COUNT = ("1 line", "{count} lines")
LINES_SECTIONS: Mapping[str, str] = {
    "people": "Who comes: a note begins with one of these",
    "neutral": "Lines that show nothing",
}
LINES_LEAD = "Where a note tells this alone, the criteria say: {level}. Rules that read it: {rules}."
LINES_SHOW_NOTHING = "These lines show no finding, and decide nothing."
LINES_FEW = ("1 line is too few: write {{fewest}} or more.", "{count} lines are too few: write {{fewest}} or more.")
LINES_NO_RULE = "none"
LINES_SAYS = "tells {tags}"
LINES_NOT = "not beside {tags}"
LINES_PROBLEM = "{problem}{words}. {remedy}."
LINES_PLACED = "{place}. {problem}"
LINES_ALREADY = "“{text}” stands already, among “{place}”"
LINES_NEW_TAG = "No other line has the tag “{tag}”; is it meant?"
LINES_NOT_A_TAG = (
    "“{tag}” cannot be a tag: a tag is one word of up to {longest} letters, digits, - and _. Put commas between tags."
)
LINES_STOPPED = "Nothing is saved until what is named above is mended."
LINES_IS_NEW = "New, not saved yet."
LINES_WAS = "Not saved yet; it was: “{text}”"
LINES_ADDED = "Added, not saved yet."
LINES_REWORDED = "Reworded, not saved yet."
LINES_DELETED = "Deleted, not saved yet."
LINES_WRONG = "Look at it again:"
LINES_CANNOT = "It cannot be saved as it is:"
LINES_UNDONE = "The last change is taken back."
LINES_DISCARDED = "The changes are gone; these are the lines of the file."
LINES_EMPTY = "Write the line first."
LINES_MOVED = "The lines have changed since you saw them. Look at them again, then decide again."
LINES_UNSAVED = ("1 change is not saved yet.", "{count} changes are not saved yet.")
LINES_ALL_UNDONE = "Nothing is left to save: each change was taken back by another one."
LINES_CHANGE: Mapping[tuple[bool, bool], str] = {
    (False, True): "{group}. Added: “{after}”",
    (True, True): "{group}. Reworded: “{before}” is now “{after}”",
    (True, False): "{group}. Deleted: “{before}”",
}
"""By whether there was such a line, and whether there is one now."""
LINES_RESUMED = "Your changes of {day} that were not saved are here again."
LINES_CODES = (
    "The code of a note names the lines that it is made of: those of now end in {version}. Once you save, new notes "
    "end otherwise, and a code given out before can be looked up only with notes.yaml as it was. What trainees have "
    "answered stays as they read it."
)
LINES_GROUPS = (
    "1 group was registered for a before and after with these lines. Once you save, its codes work no more: whoever "
    "has not done both forms cannot do them. Better wait until all are in.",
    "{count} groups were registered for a before and after with these lines. Once you save, their codes work no more: "
    "whoever has not done both forms cannot do them. Better wait until all are in.",
)
LINES_SAVED = "Saved in {file}."
LINES_CODES_NOW = (
    "Codes of notes end in {now} from now on; those that end in {before} can be looked up only with the file as it "
    "was. What trainees have answered stays as they read it."
)
LINES_LOOK = "Something in the lines that you changed still asks for a look."
LINES_CONFLICT = (
    "{file} was changed by another program since you opened it, or is gone. Nothing was written there, and your "
    "changes are kept here."
)
LINES_TAKEN_UP = "These are the lines of the file as it is now, with your changes. Look at them, then save."
LINES_TAKEN_UP_ANEW = (
    "These are the lines of the file as it is now. The line of 1 change is gone from it: what you wrote is added as a "
    "new line. Look at it, then save.",
    "These are the lines of the file as it is now. The lines of {count} changes are gone from it: what you wrote is "
    "added as new lines. Look at them, then save.",
)
LINES_HEARD = "Notes with the lines that you changed, as trainees get them"
LINES_DRAWN = "Some notes, as trainees get them"
LINES_NOTE = "{code}: {levels}"
