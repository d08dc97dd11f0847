"""Every word of ours that a card shows, in one place: a translation is another such file.

What an expert could dispute (a rule, a level, a warning) is not here but in the bank.
"""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.ballot import Advice

# THE CARD
# What stands on the page itself, sent to it by name.

CARD: Mapping[str, str] = {
    "card": "A case to work through",
    "content_note": "Some stories are hard to read. You may skip any of them.",
    "skip": "Skip this case",
    "record": "Record: {trainee}",
    "record_about": "Answers are kept under this code, on this computer. Somebody else can go on under their own.",
    "record_code": "Another code",
    "record_switch": "Switch",
    "choose_case": "Choose another case",
    "choose_label": "Case",
    "choose_open": "Open",
    "choose_done": "{title} (done)",
    "choose_none": "There is no other case.",
    "earlier": "Earlier: {heading}",
    "read_about": "Mark the sentences that decide it: click them, or go along with the arrow keys and press Space.",
    "story": "The story, sentence by sentence",
    "marked_0": "No sentence marked",
    "marked_1": "1 sentence marked",
    "marked_n": "{count} sentences marked",
    "decide": "Decide",
    "optional": "optional",
    "reasons": "Your reasons, in a line",
    "compare": "Compare",
    "compare_about": "Your answer is kept, and cannot be changed afterwards.",
    "comparing": "Comparing …",
    "retry": "Try again",
    "still_missing": "Still missing:",
    "no_kernel": "There is no answer from the kernel yet. Your choices are still here. If it has stopped, choose "
    "Run ▸ Run All Cells.",
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
    "twin_title": "Before and now",
    "twin_before": "Before",
    "twin_now": "Now",
    "references": "References",
    "reasons_title": "Why",
    "why_not_title": "Why not another level",
    "changes_title": "What would change the answer",
    "ask_title": "What you would still ask",
    "ask_more": "More to ask",
    "given_title": "What goes with it",
    "silences_title": "What these sources don’t say",
    "next_title": "Next",
    "twin": "One thing changes: decide again",
    "later": "Later in the same case",
    "next_case": "Next case",
    "again": "This case once more",
    "report": "Report this case",
    "report_about": "What is wrong or unclear? Your note goes to the supervisor, with your code.",
    "report_note": "Note",
    "report_send": "Send",
}

ESCALATE = "Outside what these criteria can answer: refer"
ESCALATE_SHORT = "Refer: outside these criteria"
LEVEL_LEGEND = "Which care level?"
CONFIDENCE_LEGEND = "How sure are you?"
MISSING_LEVEL = "Choose a care level."
MISSING_FLAG = "Say yes or no."
MISSING_CONFIDENCE = "Say how sure you are."
CONFIDENCE: Mapping[Confidence, str] = {
    Confidence.GUESS: "A guess",
    Confidence.FAIRLY_SURE: "Fairly sure",
    Confidence.CERTAIN: "Certain",
}

# WHY THIS CASE
# Said under a case's title.

WHY: Mapping[str, str] = {
    "missed": "A rule that you missed last time decides something here.",
    "due": "It is time to meet one of the rules in this case again.",
    "new": "Something in this case rests on a rule that you have not met yet.",
    "later": "Some time has passed. What would you choose now?",
    "chosen": "You chose this case.",
    "guided": "This is the first case: take your time.",
    "twin": "You know this story, but one thing in it has changed.",
    "again": "The same case once more. Your earlier answer is kept.",
    "longest_ago": "You have met every case; this is the one you saw longest ago.",
    "returned": "This is where you stopped.",
}
WHY_NAMED: Mapping[str, str] = {
    "missed": "This case came because you missed “{rule}” the last time.",
    "due": "This case came because it was time to meet “{rule}” again.",
    "new": "This case came because you had not met “{rule}” yet.",
}
NO_CASE = "There is no case to show. Ask your supervisor to look at the bank with “carelevel check”."
CHANGED_SINCE = "The case or the criteria have changed since you answered. The comparison is with what they say now."

# WHAT WENT WRONG
# Messages on the card.

STALE = "The page was behind: that belonged to an earlier question. Here is the current one."
NOT_UNDERSTOOD = "The card did not understand that. Nothing was stored."
NOT_OFFERED = "The card does not offer {value}."
LONG_REASONS = "The reasons are {length} characters long; keep to {longest}."
REFUSED = "Nothing was stored. {problem}"
NOT_NOW = "That cannot be done at this point of the case."
NOT_KEPT = "Your answer could not be stored yet. Your choices are still here. ({problem})"
DRAFT_NOT_KEPT = "Your choices are on this page only: they could not be stored yet. ({problem})"
STORE_FAILED = "The record cannot be reached now. ({problem})"
BROKEN = "Something went wrong in the card itself. Your choices are still here. ({problem})"
REPORTED = "Thank you. Your note is kept for the supervisor."
EMPTY_NOTE = "Write a note first."
LONG_NOTE = "The note is {length} characters long; keep to {longest}."
BAD_CODE = "A code is 1 to {longest} letters, digits, dots or hyphens."

# THE COMPARISON

VERDICT: Mapping[Verdict, str] = {
    Verdict.AGREES: "Your answer agrees with the criteria",
    Verdict.ALSO_ACCEPTED: "Your answer is accepted too",
    Verdict.MORE_INTENSIVE: "More intensive than the criteria ask",
    Verdict.LESS_INTENSIVE: "Less intensive than the criteria ask",
    Verdict.SHOULD_ESCALATE: "This should have been referred",
    Verdict.COULD_ANSWER: "These sources could have answered",
}
VERDICT_SIGN: Mapping[Verdict, str] = {
    Verdict.AGREES: "✓",
    Verdict.ALSO_ACCEPTED: "✓",
    Verdict.MORE_INTENSIVE: "↑",
    Verdict.LESS_INTENSIVE: "↓",
    Verdict.SHOULD_ESCALATE: "!",
    Verdict.COULD_ANSWER: "?",
}
RECOMMENDED = "The criteria recommend: {level}."
ACCEPTED_TOO = "Accepted too: {levels}."
STEPS_ABOVE = ("Yours is one step more intensive.", "Yours is {count} steps more intensive.")
STEPS_BELOW = ("Yours is one step less intensive.", "Yours is {count} steps less intensive.")
LEVEL_ROW = "Care level"
CONFIDENCE_ROW = "How sure"
YES = "Yes"
NO = "No"
NO_ANSWER = "no answer"
NOT_ASKED = "not asked"
NOT_ANSWERED = "not answered"
NONE_NAMED = "none"
PHRASES_NONE = "No phrase of the story decides it by itself."
PHRASES = "You caught {caught} of {all} deciding phrases."
NEEDLESS = ("One sentence marked without need.", "{count} sentences marked without need.")
DISSENT = "The author of this case would answer otherwise: {level}."

# THE EXPLANATION

BASIS: Mapping[Basis, str] = {
    Basis.DIRECT: "The sources say so directly.",
    Basis.BY_EXCLUSION: "No source names this level for such a person. It is what remains once the others are "
    "ruled out, or nothing stated asks for more: a weak basis.",
    Basis.CONTESTED: "The sources support more than one level here.",
    Basis.OUTSIDE_SOURCES: "The sources do not reach this far.",
}
BASIS_SHORT: Mapping[Basis, str] = {
    Basis.DIRECT: "Said directly",
    Basis.BY_EXCLUSION: "By exclusion",
    Basis.CONTESTED: "Contested",
    Basis.OUTSIDE_SOURCES: "Outside the sources",
}
SETTLED = "It is settled: nothing left unsaid could change the level."
RANGE = "It is not settled: what is left unsaid could make it anything from {lowest} to {highest}."
EFFECT: Mapping[Effect, str] = {
    Effect.ESCALATES: "leads to a referral",
    Effect.FIRED: "asks for {level}",
    Effect.EASED: "asks for {level}, with an exception",
    Effect.DEFEATED: "would ask for {level}, but is set aside",
    Effect.UNMET: "is missing for {level}",
    Effect.MET: "is there for {level}",
    Effect.SUPPORTS: "adds weight to {level}",
    Effect.ACCEPTS: "makes {level} acceptable",
    Effect.FAVOURS: "speaks for {level}, without deciding",
}
NO_PART = "plays no part"
DIFFERENCE = "“{rule}” made the difference. Before: {before}. Now: {now}."
YOU_CHOSE = "You chose"
CRITERIA_SAID = "The criteria"
FLAG_YES = "comes first, beside the level"
THE_PERSON = "The person {says}."
INFERRED = "The sources say this only by a chain of inference."
TOO_LITTLE = "It is less than this asks for: {rules}."
NOT_NEEDED = "A less intensive level will do."
ALSO_ACCEPTED = "It is accepted too."
WAIVED = "This alone does not rule it out."
CHANGE = "{level}, if the person …"
CHANGE_NONE_UP = "No change of what is stated would make the answer more intensive."
CHANGE_NONE_DOWN = "No change of what is stated would make the answer less intensive."
AND = " and "
GIVEN_WITH = "With {level}"
LOCATOR = "Article {source}, “{section}”, {place}"
PARAGRAPH = "paragraph {number}"
BULLET = "bullet {number}"
LIST_SEPARATOR = ", "

# THE COMMANDS
# What `carelevel` says in a terminal.

COMMAND: Mapping[str, str] = {
    "about": "Practise choosing a care level, in Jupyter notebooks. For training, not for placing real people.",
    "lab": "open the first notebook in JupyterLab",
    "app": "show the notebooks as pages without code, by Voilà",
    "assess": "answer for findings given by hand",
    "notebooks": "the folder with the notebooks (default: notebooks/ of this project or of the working folder)",
    "no_browser": "start without opening a browser",
    "port": "the port to listen on",
    "bank": "the bank's folder (default: CARELEVEL_BANK, else cases/)",
    "finding": "such as support=strong; what is not stated stays open",
    "json": "print a JSON object",
    "stream": "answer a JSON object of findings a line from standard input, an answer a line",
    "extra": "arguments after -- go to the server as they are",
}
NO_NOTEBOOKS = "{folder}: there is no {first} here; name the folder with --notebooks"
NO_VOILA = "voila is not installed; install it with: python -m pip install 'carelevel[app]', or use carelevel lab"
NO_FINDING = "'{argument}' is no finding with a value; write for example {example}"
STATED_TWICE = "'{name}' is stated twice; state it once"
STREAM_ALONE = "--stream reads findings from standard input; give none beside it"
LINE_TOO_LONG = "the line is longer than {longest} bytes; send one object of findings a line"
LINE_NOT_JSON = 'the line is not JSON; send an object such as {"support": "strong"}'
LINE_NO_OBJECT = 'the line is not an object; send one such as {"support": "strong"}'
VALUE_NO_WORD = "the value of '{name}' is not a text; name a value in quotes"
ANSWER_TITLES: Mapping[str, str] = {
    "accepted": "Accepted too",
    "basis": "Basis",
    "reasons": "Why",
    "why_not": "Why not another level",
    "changes": "What would change the answer",
    "ask": "Still to ask, the most decisive first",
    "given": "What goes with it",
    "standing": "Before anything is decided",
    "warnings": "Warning",
}

# THE EXPLORER
# Set findings, watch the answer.

EXPLORER: Mapping[str, str] = {
    "explorer": "Findings, and what the criteria make of them",
    "moving": "What can move the level",
    "others": "What goes with the level",
    "red_flags": "Red flags, asked of everybody",
    "not_stated": "not stated",
    "preset": "Begin with a case",
    "preset_none": "Choose a case …",
    "clear": "Clear all",
    "answer": "The answer",
    "ladder": "The care levels, the most intensive first",
    "stated_0": "Nothing is stated yet.",
    "stated_1": "1 finding is stated.",
    "stated_n": "{count} findings are stated.",
}
PRESET = "{title} · {heading}"
LADDER: Mapping[str, str] = {
    "recommended": "recommended",
    "accepted": "accepted too",
    "possible": "possible, while something is left unsaid",
    "closed": "not accepted",
}
EXPLORER_REFUSED = "Nothing was changed: {problem}."

# THE PAGES
# The displays of the first two notebooks.

CLAIMS = ("Claim {names}", "Claims {names}")
LEVELS_CAPTION = "The care levels side by side"
TOPIC = "Topic"
IN_SHORT = "In short"
CRITERIA_TITLES: Mapping[str, str] = {
    "floors": "What asks for a level",
    "prerequisites": "What a level asks for",
    "weights": "What adds weight without deciding",
    "flags": "Beside the level",
    "lists": "What goes with a level",
    "red_flags": "What no level answers",
    "standing": "What always holds",
    "claims": "Everything the sources say that can serve as a criterion",
}
CRITERIA_LEADS: Mapping[str, str] = {
    "floors": "Any one of these is enough. Where several apply, the highest level counts; they are never added up.",
    "prerequisites": "The answer is the lowest level that nothing above speaks against and whose needs are all met.",
    "weights": "Reported beside the answer. A wish makes a level accepted, never recommended.",
    "flags": "A yes or no of its own, whatever the level.",
    "lists": "Given for the recommended level and for each other accepted one.",
    "standing": "General statements. They decide nothing.",
    "claims": "In our own words, with the place of each.",
}
WHEN = "When the person …"
THEN = "Then"
BECAUSE = "Because"
NEEDS = "Needs a person who …"
WITH_LEVELS = "With"
WHAT = "What"
ALWAYS = "always"
OR = ", or "
AT_LEAST = "at least {level}"
WAIVABLE = "Where this alone fails, {level} stays accepted."
EXCEPT = "Except for a person who {when}:"
EXCEPT_DEFEATED = "set aside"
SUPPORTS = "adds weight to {level}, where something else has set it"
MAKES_ACCEPTED = "{level} is accepted too"
FAVOURS = "speaks for {level}"
ARTICLE = "Article {source}: {title}"
TENSIONS_LABEL = "Where the sources pull apart"
READY = "Everything is ready."
READY_CASES = ("One case is waiting for you.", "{count} cases are waiting for you.")
READY_RECORD = "Your answers are kept on this computer under the code {code}, without a name."
BROKEN_PAGE = "This cannot be shown now."

# TAKING IT ALONG
# Answers as files, and back.

FIELD_UNKNOWN = "'{field}' is no field of an answer; export the answers again, or take the line out"
FIELD_MISSING = "'{field}' is missing; export the answers again, or take the line out"
FIELD_WRONG = "'{field}' is not {wanted}; export the answers again, or take the line out"
FIELD_WANTED: Mapping[str, str] = {
    "id": "an id of 36 characters, as an export writes it",
    "code": "a code of 1 to 64 letters, digits and - _ .",
    "name": "a name of letters, digits and - _ .",
    "name_or_nothing": "a name of letters, digits and - _ ., or empty",
    "names": "a list of names",
    "count": "a whole number from 0 to 9999",
    "signed": "a whole number from -9999 to 9999",
    "seconds": "a number of seconds from 0 to {longest}",
    "time": "a time with its zone, between the year 2000 and today",
    "one_of": "one of {names}",
    "flags": "a yes or no (true, false) by name",
    "lists": "a list of names by name",
    "marked": "a list of whole numbers",
    "line": "a text of at most {longest} characters that a database can keep",
    "rules": "a list of rules with their effect, caught or not",
    "phrases": "phrases such as 0+ 3-",
}
LINE_TORN = "the line is torn, or no JSON object; export the answers again, or take the line out"
LINE_TOO_LONG_HERE = "the line is longer than {longest} bytes; export the answers again, or take the line out"
ROW_TORN = "the row is torn, or too long; export the answers again, or take the row out"
COLUMN_WRONG = "the column '{column}' is unknown, or there twice; take it out, or update carelevel"
COLUMN_MISSING = "the column '{column}' is missing; export the answers again"
OTHER_FORMAT = "this is no export of answers; choose a .jsonl or .csv file that carelevel has written"
NEWER_FORMAT = "written by a newer carelevel (version {version}, this one knows {known}); update carelevel"
STATEMENTS_STAY = "xAPI statements cannot be loaded, they hold less than an answer; load the .jsonl or .csv file"
NOTHING_IN_FILE = "the file is empty; export the answers again"
NO_FILE = "{file}: no export is there; name a .jsonl or .csv file, or a folder of them"
FILE_THERE = "{file}: is there already; name another file, or add --force to write over it"
ANOTHERS = "the answer belongs to another code, {code}; load it as your own if it is yours"
ID_TAKEN = "another answer is kept under this id, and stays; take the line out"
NO_CODE = "not a code; use 1 to 64 letters, digits and - _ ."
LOADED_FOLDER = "Answers loaded"
LOADED = "{name}: {added}, {known}, {refused}"
LOADED_NEW = ("1 answer added", "{count} answers added")
LOADED_KNOWN = ("1 there already", "{count} there already")
LOADED_REFUSED = ("1 refused", "{count} refused")
LOADED_MORE = ("1 more was refused", "{count} more were refused")
ANSWERS = ("1 answer", "{count} answers")
EXPORTED = "{file}: {answers}"
ERASE_QUESTION = "This erases {answers}, and every draft, skip and note, for good. Type {code} to go on:"
ERASED = "Erased: {answers}. Files that you have exported are not touched."
NOT_ERASED = "Nothing was erased."
WRONG_CODE = "Nothing was erased. Type the code {code} to erase this record."
ERASED_HERE = "Your record is erased: {answers}. Files that you have downloaded are not touched."
RECORD: Mapping[str, str] = {
    "record_face": "Your record, to take along",
    "download": "Download my answers",
    "download_about": "A file for you. JSON Lines and CSV can be loaded again and lose nothing. xAPI is for a learning "
    "record store, and leaves your line of reasons out.",
    "jsonl": "JSON Lines",
    "csv": "CSV, for a spreadsheet",
    "xapi": "xAPI",
    "saved": "Downloaded: {name}",
    "load": "Load answers",
    "load_about": "From a file that was downloaded here or on another computer. Loading it twice adds nothing.",
    "file": "File (.jsonl or .csv)",
    "take_over": "These answers are mine, kept under another code",
    "no_file": "Choose a file first.",
    "too_large": "The file is too large: at most {megabytes} MB can be loaded here. Use “carelevel import” for it.",
    "loading": "Loading …",
    "erase": "Erase my record",
    "erase_about": "Your answers, drafts, skipped cases and notes are removed for good. Download your answers first if "
    "you may want them again. Type your code, {code}, to go on.",
    "code": "Your code",
    "erase_now": "Erase for good",
    "silent": "There is no answer from the kernel yet. If it has stopped, choose Run ▸ Run All Cells.",
}
BROKEN_RECORD = "Something went wrong in this page itself. ({problem})"
RECORD_COUNT = "{answers} kept under the code {code}."
RECORD_COMMANDS: Mapping[str, str] = {
    "export": "write a trainee's answers to a file",
    "export_about": "Write a trainee's answers, to standard output if no file is named. jsonl and csv can be loaded "
    "again by carelevel import, and lose nothing; xapi is for a learning record store.",
    "format": "jsonl (JSON Lines, the default), csv (a row an answer) or xapi (statements of xAPI 1.0.3)",
    "out": "the file to write; one that is there already stays, unless --force is given",
    "force": "write over a file that is there already",
    "trainee": "whose answers (default: whose record this is)",
    "import": "load answers from files that carelevel export has written",
    "import_about": "Load answers, each under its own code. Loading a file twice adds nothing. Exit status: 0 all "
    "loaded, 1 a line was refused, 2 the record cannot be used.",
    "paths": "a .jsonl or .csv file, or a folder of them",
    "as_trainee": "keep the answers under this code instead of their own",
    "erase": "erase the record of whoever works here, for good; asks first",
    "yes": "erase without asking",
}


# THE ROOM
# A workshop: what the facilitator is told, and what stands on the phones and on the projector.

ROOM_MOVED_ON = "Another window moved this room on. This is where it is now: try again."
ROOM_GONE = "This room is over: it was deleted, or its time has run out. Open a new one."
ROOM_PROCESS_GONE = "The audience’s pages are not served now. Start them again."
ROOM_NO_CODE = "No free code was found. Try again."
ROOM_NO_ENTRY = "Choose a case first."
ROOM_UNKNOWN_ENTRY = "The running order has no entry '{entry}'."
ROOM_TWICE = "The running order names the entry '{entry}' twice."
ROOM_ENTRY_HERE = "The room is at this case: go on first, then take it out."
ROOM_ENTRY_VOTED = "There are votes on this case: it stays in the running order."
ROOM_NO_TWIN = "This case has no twin '{twin}'."
ROOM_NO_POINT = "'{case}' has {points}, counted from 0: there is none numbered {point}."
ROOM_POINTS = ("one decision point", "{count} decision points")
ROOM_BAD_HANDS = "'{level}' cannot have {count} hands: type a whole number, 0 or more."
ROOM_NO_ROUND = "There is no round {round}: count hands for round 1 or 2."
ROOM_BAD_STEP = "That step belongs to a case: choose one first."
ROOM_PAST = "That time is over already: choose a later one."
ADVICE: Mapping[Advice, str] = {
    Advice.EXPLAIN: "{share} agree with the criteria: few enough to talk about the criteria first.",
    Advice.DISCUSS: "{share} agree with the criteria: let them convince each other.",
    Advice.MOVE_ON: "{share} agree with the criteria: a short discussion will do.",
}

LIVE: Mapping[str, str] = {
    "lang": "en",
    "title": "Care levels: the room",
    "notice": "For training, not for placing real people.",
    "note": "Some stories are hard to read. You may put the phone down at any time.",
    "join_title": "Join the room",
    "join_about": "You vote without a name. Nothing is kept but your choices, and those are deleted with the room.",
    "join_code": "Code",
    "join_hint": "Six letters, on the screen in front.",
    "join": "Join",
    "story": "The story",
    "earlier": "Earlier: {heading}",
    "case_of": "Case {number} of {of}",
    "twin": "One thing has changed",
    "refresh": "Look for the next step",
    "lobby_title": "You are in",
    "lobby": "The first case comes in a moment. You may leave this page open and put the phone down.",
    "reading_title": "Read",
    "reading": "The vote opens in a moment.",
    "vote_title_1": "First vote",
    "vote_title_2": "Second vote",
    "vote_about_1": "What do you think yourself, before anybody talks?",
    "vote_about_2": "After the discussion: what do you think now?",
    "level": "Which care level?",
    "confidence": "How sure are you?",
    "mark_about": "Tick the sentences in the story that decide it.",
    "mark": "mark",
    "vote": "Vote",
    "change": "Change my vote",
    "voted": "Your vote is kept. You can change it while the vote is open.",
    "closed_title": "The vote is closed",
    "closed": "The next step comes in a moment.",
    "discussion_title": "Talk about it",
    "discussion": "Tell your neighbours what you chose, and why.",
    "shift_title": "Both votes",
    "reveal_title": "What the criteria say",
    "end_title": "Thank you",
    "end": "This was the last case. You may close this page.",
    "first": "First vote",
    "second": "Second vote",
    "yours": "Your choices",
    "none": "no vote",
    "caught": "You caught {caught} of {all} deciding phrases.",
    "deciding": "decides",
    "deciding_key": "Underlined: what decides it.",
    "accepted_too": "Accepted too: {levels}.",
    "agrees": "accepted by the criteria",
    "agrees_not": "not accepted by the criteria",
    "reasons": "Why",
    "claims": "What the sources say",
    "references": "References",
    "votes": "{count} votes",
    "votes_1": "one vote",
    "votes_0": "no votes",
    "people_0": "Nobody is here yet",
    "people_1": "One person is here",
    "people_n": "{count} people are here",
    "voted_of": "{voted} of {joined} have voted",
    "voted_0": "Nobody has voted yet",
    "time_left": "{minutes}:{seconds} left",
    "time_over": "The time is over",
    "stayed": "{count} stayed",
    "up": "{count} moved to a more intensive level",
    "down": "{count} moved to a less intensive level",
    "aside": "{count} moved to or from a referral",
    "only": "{count} voted only once",
    "hands": "Hands were counted: who moved where is not known.",
    "flow": "From the first vote to the second",
    "agreed": "Agreed with the criteria: {first} at first, {second} in the end",
    "screen_title": "The room",
    "screen_address": "Open",
    "screen_code": "and type",
    "screen_or": "or scan",
    "screen_here": "Only this computer can open the room. To let phones in, choose the network.",
    "screen_network": "Open to everybody in this network.",
    "screen_hands": "Read, raise a hand, talk, and raise a hand once more.",
    "blank": "The screen is dark.",
    "offline": "No connection. This page goes on by itself once it is back.",
    "back": "Connected again.",
    "sending": "Sending …",
    "not_sent": "Your vote was not sent: no connection. Your choices are still here; press the button again.",
}
LIVE_ERRORS: Mapping[str, str] = {
    "title": "That did not work",
    "again": "Back to the room",
    "no_such_page": "There is no such page here. Open the address on the screen in front.",
    "no_such_room": "There is no room with this code now. Look at the screen in front, and type the six letters again.",
    "guesses": "Many wrong codes were tried. Scan the picture on the screen in front, or wait a minute and try again.",
    "busy": "Very many people are joining at once. Wait a few seconds and try again.",
    "full": "This room is full.",
    "gone": "This room is over.",
    "stranger": "You have not joined this room yet. Type the code first.",
    "closed": "That vote is not open. Nothing was kept; here is where the room is now.",
    "often": "You changed your vote very often. Wait a few seconds and try again.",
    "streams": "This page is open too many times. Close the others.",
    "too_large": "That is too much to send.",
    "not_a_form": "This is not a form of this page. Nothing was kept.",
    "slow": "The form did not arrive in time. Try again.",
    "method": "This page does not take that.",
    "missing": "Choose a care level, and say how sure you are.",
    "unknown": "The form holds something that the room does not ask. Nothing was kept.",
    "screen": "This link was used already, or it is too old. Ask for a new one in the notebook.",
    "store": "The room cannot be reached now. Nothing was kept; try again in a moment.",
    "broken": "Something went wrong here. Try again in a moment.",
}
ROOM_COMMAND: Mapping[str, str] = {
    "room": "serve the audience's pages of a workshop",
    "room_about": "Serve the audience’s pages of a workshop, whose steps are taken in the notebook. Without --host "
    "only this computer can open them.",
    "host": "the address to listen on: one of this computer’s, or 0.0.0.0 for all (default: 127.0.0.1)",
    "port": "the port to listen on (default: 8722)",
    "here": "The room is at {url}: only this computer can open it. To let phones in, name an address with --host.",
    "network": "The room is at {url}: everybody in this network can open it.",
    "no_live": "starlette, uvicorn or jinja2 is missing; install them with: python -m pip install 'carelevel[live]'",
    "taken": "{host}:{port} is in use, or not an address of this computer; name another with --port or --host",
}

# PROGRESS
# What a trainee's record shows, and a group's: sentences with the numbers left open.

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
    "ladder": "answers with a level on both sides",
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
PRACTISE = "To practise what you missed most, choose one of these:"
PRACTISE_RULE = "To practise it, choose one of these: {cases}."
MARKS = "You caught {recall} of the deciding phrases ({caught} of {phrases})."
MARKS_PRECISION = "Of the sentences you marked, {precision} were needed ({needed} of {marked})."
TIME = "Half of your decisions took less than {median}."
TIME_CHANGE = "In the first answers it was {first}, in the latest {last}."
MINUTES = "{minutes:.1f} minutes"
SECONDS = "{seconds:.0f} seconds"
LINK_CASES = "“{title}”"

LEANS_MORE = (
    "You lean towards more intensive care: you chose too much in {hits} of {n} answers with room for it, and too "
    "little in {other_hits} of {other_n}."
)
LEANS_LESS = (
    "You lean towards less intensive care: you chose too little in {hits} of {n} answers with room for it, and too "
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
CHART_PHRASES = "Deciding phrases most often missed. {phrases}."
CHART_PHRASE = "{point}, “{phrase}”: missed {of}"
CHART_TRAINEES = "Trainees by the share of their answers that agree or are accepted too. {bars}."
CHART_BAR = "{low} to {high}: {count}"
CHART_LABELS: Mapping[str, str] = {
    "all": "all: {share}",
    "answers": "answers",
    "less": "less intensive",
    "more": "more intensive",
    "one_rung": "one rung",
    "more_rungs": "two rungs or more",
    "chosen": "you chose",
    "asked": "the criteria say",
    "claims": "your word claims",
    "right": "you were right",
    "as_claimed": "as often as claimed",
    "caught": "caught",
    "missed": "missed",
    "recall": "deciding phrases caught",
    "precision": "marks that were needed",
    "minutes": "minutes",
    "trainees": "trainees",
    "share": "share of answers that agree or are accepted too",
    "wrong": "else mostly {level}",
}

# A GROUP

COHORT_SILENT = "This group has {n} trainees. Groups of fewer than {fewest} are not broken down."
COHORT = "{trainees} trainees gave {attempts} answers; {share} agree with the criteria or are accepted too."
COHORT_DIRECTION = "{more} of their {n} errors are more intensive than the criteria ask, {less} less intensive."
COHORT_UNTOLD = "Not shown, since fewer than {fewest} trainees met them: {points}."
COHORT_OUTDATED = ("One answer to an older text is left out.", "{count} answers to older texts are left out.")
COHORT_HARDEST = "The hardest is {point}: {of} agree or are accepted too; most of the others chose {level}."
POINT_TWIN = "{title}, its twin"
POINT_LATER = "{title}, {heading}"


def counted(count: int, forms: tuple[str, str]) -> str:
    """The form for one, or for *count*."""
    return forms[0] if count == 1 else forms[1].format(count=count)
