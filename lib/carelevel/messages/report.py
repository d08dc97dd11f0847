"""What a facilitator reads of a session: its report as a page of a notebook, as a table, as a page to print."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.messages.room import LIVE

TOO_LONG = "That is too long: a session is kept for {days} days at most."

# THE FACE
# What the page of the notebook says around the report.

SESSION: Mapping[str, str] = {
    "lang": LIVE["lang"],
    "session_face": "A session’s report",
    "which": "Session",
    "again": "Read it again",
    "take": "Save it",
    "csv": "Save as CSV, for a spreadsheet",
    "page": "Save as a page to print",
    "saved": "Saved as {name}.",
    "keep": "How long it is kept",
    "until": "Keep it until",
    "keep_until": "Set this time",
    "delete": "Delete it now",
    "delete_about": "Every vote of this session is deleted, and nothing can bring it back. Phones that are in the room "
    "are told that it is over.",
    "delete_now": "Delete for good",
    "silent": "The program does not reply. Reload the page; in JupyterLab, then run the cell again.",
}
SESSION_KEPT_UNTIL = "The session is kept until the time that you set."
SESSION_DELETED = "The session is deleted, with every vote of it."
SESSION_LISTED = "{people}, code {code}"
STILL_OPEN = "still open"
BAD_TIME = "Choose a day and a time."
NO_SESSION = "No session is kept now. A session appears here as soon as a room is open."
BROKEN_SESSION = "The report could not be shown ({problem}). Run the cell again."

# THE REPORT

REPORT_TITLE = "What came of the session"
REPORT_HELD = "The room was opened on "
REPORT_JOINED = ("one person joined", "{count} people joined")
REPORT_CASES = ("one case was voted on", "{count} cases were voted on")
REPORT_COUNTED = "{joined}, and {cases}."
REPORT_NO_CASES = "No case has a vote that can be shown yet."
REPORT_ANONYMOUS = "There is no name in it, and nothing tells who voted for what."
REPORT_OPEN = "The session is still open. How long its votes are kept counts from its end."
REPORT_DELETED = "It is deleted on "
REPORT_DELETED_MORE = ", or in the next workshop that is held after that time."
REPORT_CHANGED = "This case has been edited since. What the criteria say here is about the case as it is now."
REPORT_ACCEPTED = "The criteria accept: {levels}."
REPORT_VOTES = "Votes on “{title}”"
REPORT_CHOICE = "Choice"
REPORT_VOTE_OF = "{vote}, of {votes}"
REPORT_ACCEPTED_SIGN = " ✓ accepted"
REPORT_FLOW = LIVE["flow"]
REPORT_PHRASES = "What decides it, and how many marked it"
REPORT_PHRASES_FEW = "Too few people voted to show what they missed: that is shown from {fewest} on."
REPORT_PHRASES_COLUMNS = ("Phrase", "First vote", "Second vote")
REPORT_SURE = "How sure they were"
REPORT_SURE_COLUMNS = ("How sure", "First vote", "Second vote", "Third vote")
REPORT_TIME = "Open for voting: {times}."
REPORT_TIME_ONE = "first vote {time}"
REPORT_TIME_TWO = "second vote {time}"
REPORT_TIME_THREE = "third vote {time}"
REPORT_WAY = "The questions"
REPORT_WAY_ASKED = "The room asked before it decided: {names}."
REPORT_WAY_VOTES = "{name} ({votes})"
REPORT_WAY_LED = "{name} ({votes}, chosen by whoever led)"
REPORT_WAY_NONE = "The room decided without a question."
REPORT_ALONE = "Alone, on the changed story"
REPORT_ALONE_CHANGED = "Before: “{before}” Now: “{now}”"
REPORT_ALONE_VOTES = "The third vote on “{title}”"
REPORT_ALONE_VOTE = "Third vote"
REPORT_AGREED = "Who agreed with the criteria"
REPORT_AGREED_COLUMNS = ("Vote", "Agreed", "95% interval")
REPORT_AGREED_ROWS = ("First vote", "Second vote, after the talk", "Third vote, alone on the changed story")
REPORT_AGREED_THRICE = ("Counted is one person who voted every time.", "Counted are the {count} who voted every time.")
REPORT_AGREED_APART = "Nobody is known to have voted every time, so each vote is counted by itself."
REPORT_CONVINCED = (
    "Of the {n} who came to agree with the criteria in the second vote, {hits} could do it alone in the third "
    "({interval})."
)
REPORT_NONE = "–"

UNTOLD: Mapping[str, str] = {
    "open": "“{title}”: the vote is open.",
    "few": "“{title}”: fewer than {fewest} people voted, so how they voted is not shown.",
    "gone": "“{title}”: this case is no longer in the bank, or has a mistake.",
}
UNTOLD_TITLE = "Not shown"

SESSION_COLUMNS = (
    "number",
    "case",
    "twin",
    "decision_point",
    "kind",
    "what",
    "accepted",
    "first",
    "second",
    "first_of",
    "second_of",
    "stayed",
    "came",
    "went",
    "first_agreement",
    "second_agreement",
    "first_seconds",
    "second_seconds",
    "voted_twice",
    "voted_once",
    "third_twin",
    "third_accepted",
    "third",
    "third_of",
    "third_agreement",
    "third_seconds",
    "voted_thrice",
    "asked",
    "needed",
    "settles",
    "votes",
    "led",
    "title",
    "name",
)

TABLE_LABEL = "The votes as a table"
TABLE_EMPTY = "No votes are kept yet. After a session, run this cell again for the table."
TABLE_WAITS = "A session is open, and the room comes first. End the session, then run this cell again for the table."
