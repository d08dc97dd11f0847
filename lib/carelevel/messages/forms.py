"""What the forms before and after say, to a trainee and to a supervisor."""

from __future__ import annotations

from collections.abc import Mapping

NO_LINES = "the folder {folder} has no notes.yaml, of whose lines forms are made; cases/README.md says how to write it"
OTHER_VERSION = (
    "the code {code} belongs to another state of the notes, criteria or stories than these, whose codes end in "
    "{version}; answer it where they are as they were, or ask your supervisor for a new code"
)
NOTHING_ASKED = "there is nothing to answer; give the code of a form first."
OTHER_PLACE = "you have begun with another code of this list; go on with {code}"
NO_SUCH_PLACE = (
    "the code {code} is that of place {place}, and the list of its group ends with place {places}; look whether it is "
    "written as you were given it, or ask your supervisor for your code"
)
TAKEN = "somebody else here has answered under this code; ask your supervisor for another one"
BEFORE_FIRST = "this is the code of the second form, and the first one is not whole yet; give {code} first"

FORM: Mapping[str, str] = {
    "form": "A form",
    "code": "Code of the form, as your supervisor gave it",
    "begin": "Begin",
    "progress": "{kind} {order} of {of}",
    "choose": "Which answer?",
    "missing": "Choose an answer first.",
    "keep": "Keep and go on",
    "other": "Another code",
    "item": "Question",
    "yours_before": "You, before",
    "yours_after": "You, after",
    "theirs": "The criteria",
}
FOR_WHOM = (
    "This page is only for people to whom their supervisor gave a code. There are two forms: one to answer before you "
    "practice, and one much like it afterward. Without a code, you need nothing here."
)
ABOUT = (
    "Twelve short notes and two stories, with one answer each. You are told nothing about your answers until both "
    "forms are in. You can stop at any time: what is answered is kept, and you go on where you were."
)
FORM_STALE = "Another page went on meanwhile; here is where it stands."
KEPT = "Kept."
LEFT = "You began this form on {date}: {n} of {of} answers are in. Go on with the next one."
KIND_NOTE, KIND_STORY = "Note", "Story"
BEFORE_IN = (
    "All {of} answers are in. What came of them is told when the second form is in too; until then, practice as you "
    "like. Your supervisor has the code of the second form."
)
BOTH_IN = "Both forms are in: {before} of {of} answers were right before, {after} of {of} after."
BOTH_ABOUT = (
    "One person's two numbers say little: about two more or fewer right is what chance alone does. Your supervisor "
    "sees the whole group's."
)
NOT_KEPT = "Your answer could not be kept. Answer once more. ({problem})"
SLOT_OF_NOTES = "{rule} (note {before} before, note {after} after)"
SLOT_OF_STORIES = "{rule} (story {before} before, story {after} after)"
MET = "{name}, met in practice before, so it does not count"
RIGHT_MARK, ACCEPTED_MARK, WRONG_MARK = "{level}: right", "{level}: accepted too", "{level}: not so"

# A SUPERVISOR'S GROUPS

PLACES = "a group has 1 to {most} places; write such a number"
GROUPS: Mapping[str, str] = {
    "groups": "Groups before and after",
    "places": "How many trainees",
    "split": "Split the group at random: half of them practice without the pair that an error brings",
    "register": "Register a group",
    "codes": "The codes, one row a trainee",
    "place": "Place",
    "before": "Before",
    "after": "After",
    "arm": "Half",
    "part": "Part",
    "n": "Trainees",
    "gain": "Gain, in points of 100",
    "parts": "The whole, its parts, and each rule",
    "csv": "Answers (CSV)",
    "jsonl": "Answers (JSON Lines)",
    "codebook": "Codebook",
    "certificate": "A certificate",
    "certificate_code": "Trainee's code",
    "certificate_make": "Download the page",
}
GROUPS_ABOUT = (
    "Register a group before it begins: it gets two forms of its own, and each trainee a row of codes, one for before "
    "and one for after. Which form comes first is drawn by chance, each as often. Hand out the first code, let them "
    "practice as long as you like, then hand out the second. Trainees on other computers hand in their record as JSON "
    "Lines; load it in My progress, and it counts here."
)
NO_GROUPS = "No group is registered yet."
REGISTERED = "Registered: {group}, with codes for {n}. Open “{codes}” below, and copy them from there."
TOO_SMALL = "So small a group gets no figure: it takes {needs}."
HALVES_TOO_SMALL = (
    "Halves so small are not compared: {having} with pairs and {lacking} without, and it takes {needs} of each."
)
GROUP_TITLE = "Group {group}, registered {date}"
GROUP_SPLIT = "Split at random into halves when it was registered; what comes of it is reported here whatever it is."
CHANGED_SINCE = (
    "The notes, criteria or stories have changed since: these codes work no more, and who has not done both forms "
    "needs a new group."
)
NOT_NOW = "These codes cannot be used now: {problem}"
STRAYS = (
    "1 trainee answered under a place that this group does not have; that is not counted.",
    "{count} trainees answered under a place that this group does not have; that is not counted.",
)
ARMS = {"": "", "with": "with pairs", "without": "without pairs"}
STANDS = "{begun} began, {before} have the first form in, {both} have both."
TOO_FEW = "The gain is told once {needs} trainees have both forms in."
GAINED = (
    "The group answers more right after than before: {before} before, {after} after, a gain of {points} of 100 points."
)
NO_GAIN = "No gain can be told from chance: {before} before, {after} after, {points} of 100 points."
LOST = "The group answers fewer right after than before: {before} before, {after} after, {points} of 100 points."
ALIKE = "Everybody changed by the same: {before} before, {after} after. No interval can be given."
SPLIT_TOO_FEW = "The halves: {having} with pairs and {lacking} without have both forms; it takes {needs} of each."
SPLIT_TOLD = (
    "The halves differ: {having} with pairs ({n} trainees), {lacking} without ({m}), a difference of {difference}."
)
SPLIT_UNTOLD = (
    "The halves cannot be told apart: {having} with pairs ({n} trainees), {lacking} without ({m}), a difference of "
    "{difference}."
)
POINTS = "{points} ({low} to {high})"
WHOLE, NO_RULE = "The whole form", "Nothing asks for more"
KINDS = {"notes": "Notes", "stories": "Stories"}
PRACTICED_LESS, PRACTICED_MORE = (
    "Practiced less than {median} answers in between",
    "Practiced {median} answers or more in between",
)
ROW_TOO_FEW = "it takes {needs}"
METHOD = (
    "A gain is the share right after less the share right before, of each trainee who has both forms. In brackets "
    "stands the {level:.0%} interval: Welch's t over those who had either form first, both with equal weight, so that "
    "what the two forms differ by cancels out (Hills and Armitage 1979). Among many parts one may look like a gain by "
    "chance; the whole is what the interval is for. A group without practice in between is the only one that shows "
    "what the practice did."
)

NO_SUCH_GROUP = "That group is not registered here."
NOBODY = "nothing is kept here under the code {code}; load the trainee's record in My progress first"

# FILES

CODEBOOK_COLUMNS = ("column", "meaning")
CODEBOOK: Mapping[str, str] = {
    "id": "what names the answer; a UUID that follows from trainee, code and slot",
    "trainee": "the trainee's pseudonymous code",
    "group": "the group: what all codes of its list have in common",
    "place": "the place in the group's list, from 1",
    "when": "before or after: which of the two times it was",
    "form": "A or B: which of the two parallel forms it was; the order is drawn by chance, balanced in every 4 places",
    "arm": "with or without (pairs after an error) in a split group, empty in any other; drawn with the order, "
    "balanced in every 4 places",
    "slot": "the slot, from 0; the answers to one slot before and after are to two items alike in rule, answer, being "
    "contested and reading",
    "order": "the place of the item in its form, from 1",
    "item": "the code of the note, or the name of the story's case",
    "is_story": "1 for a story, 0 for a note",
    "text_digest": "SHA-256 of what was read",
    "criteria_digest": "SHA-256 of the criteria",
    "words": "how many words there were to read",
    "met": "1 where the trainee had answered this story in practice before; the figures leave out its slot",
    "rule": "the rule that decides the item; empty where nothing asks for more",
    "contested": "1 where another answer counts as right too",
    "level": "the answer: a level's name, or escalate for a referral",
    "criteria_level": "what the criteria answer",
    "accepted": "every level that counts as right, with blanks between; empty where the criteria refer. A referral "
    "that counts too is not named here: see verdict and right",
    "verdict": "how the answer compares: agrees and also_accepted are right; more_intensive, less_intensive, "
    "should_escalate, could_answer are not",
    "steps": "rungs above (+) or below (-) the criteria's level; 0 for a referral",
    "started_at": "when the item was shown, UTC, ISO 8601",
    "committed_at": "when it was answered, UTC, ISO 8601",
    "seconds": "between the two",
    "right": "1 where the answer counts as right",
}
CERTIFICATE: Mapping[str, str] = {
    "title": "Certificate of practice: {title}",
    "kind": "Certificate of practice",
    "code": "Trainee's code: {code}",
    "dates": "From {first} to {last}",
    "hours": "Time",
    "cases": "Cases",
    "notes": "Short notes",
    "interviews": "Interviews",
    "forms": "Before and after",
    "about": "Counted by the program from what is kept under this code; a pause counts as half an hour at most, and an "
    "answer to a short note that came faster than anybody reads not at all. It says what was done, and is no license "
    "and no grade.",
    "signature": "Supervisor's name and signature",
    "date": "Date",
    "printed": "Made on {date}.",
}
HOURS = "{hours:.1f} hours of reading and deciding, on {days}"
DAYS = ("one day", "{count} days")
CASES = ("one case", "{count} cases")
ANSWERS = ("one answer", "{count} answers")
ANSWERS_TO = "{answers} to {cases}"
ACCEPTED = "{answers}, of which {of} agree with the criteria or are accepted too ({share}; with luck, {interval})"
ACCEPTED_ALONE = (
    "{answers}; of those without a hint or a worked step {of} agree with the criteria or are accepted too ({share}; "
    "with luck, {interval})"
)
CERTIFICATE_FORMS = "{before} right before, {after} after, of {n}; one person's change may be chance"
