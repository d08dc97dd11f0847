"""What the presenter's card says to whoever leads a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.room_state import Step
from carelevel.messages.room import LIVE

PRESENTER: Mapping[str, str] = {
    "presenter": "Lead a workshop",
    "time_left": LIVE["time_left"],
    "time_over": LIVE["time_over"],
    "silent": "There is no answer yet. If none comes, reload the page; in JupyterLab, then choose Run ▸ Run All Cells. "
    "The room goes on where it is.",
    "working": "One moment …",
    "held": "What you had prepared while there was no answer is here again.",
    # Before a room
    "order": "Running order",
    "order_empty": "Nothing is chosen yet. Add cases from the list.",
    "cases": "Cases",
    "cases_find": "Find a case by words of its title or story",
    "cases_none": "No case has these words in its title or story.",
    "cases_more": "Add a case to the running order",
    "add": "Add",
    "add_named": "Add {name}",
    "add_point": "Add “{heading}” alone",
    "add_twin": "Add the twin",
    "add_again": "Add once more",
    "add_again_named": "Add once more: {name}",
    "added": "added",
    "what_they_say": "The story, and what the criteria say",
    "exercised": "What they exercise",
    "exercised_about": "Tick what you want to work on. The list then shows the cases that exercise any of it.",
    "exercised_count": "{name} ({count})",
    "propose_minutes": "Minutes",
    "propose": "Propose a running order",
    "propose_about": "What is chosen already stays. What exercises what you have ticked, or anything if nothing is "
    "ticked, is added until the time is filled, plain and clear cases first.",
    "minutes_about": "An estimate: 3 minutes to join; for each case reading at 130 words a minute, 1 minute for each "
    "vote and 5 to talk unless you have set a time, 4 for the votes and the answer; to ask first 10 more; for a vote "
    "on a changed story half the reading, the vote and 2 minutes more.",
    "up": "Move {name} up",
    "down": "Move {name} down",
    "remove": "Take {name} out",
    "ask_first": "Ask first",
    "ask_first_named": "Ask first: {name}",
    "is_interview": "as an interview",
    "settings": "How it goes",
    "marks": "Ask for the sentences that decide, too",
    "tally_early": "Show the first tally as soon as its vote is closed",
    "pairs": "In the discussion, tell people on their phones whom to talk to: somebody who answered differently",
    "third_vote": "End each case with a vote on a changed story, each alone, where the bank has one",
    "watch": "While they vote, show me alone what they choose, and when to close",
    "timer": "Time for each vote",
    "talk_timer": "Time for each discussion",
    "keep": "Keep the votes for",
    "who": "Who may join",
    "who_another": "None of these? Type another address",
    "who_typed": "Address or name",
    "who_typed_about": "An address of this computer, such as 192.168.8.100, or a name under which phones find it, such "
    "as my-laptop.local; without http and without a port. Your system’s network settings tell both.",
    "open_room": "Open the room",
    "rehearse": "Rehearse with invented voters",
    "reopen": "Go on with the last room",
    # The room
    "picture": "The picture for everybody",
    "next": "Next",
    "back": "Back",
    "full": "Full screen",
    "leave": "Leave full screen",
    "screen": "Open a second screen",
    "screen_open": "The window did not open by itself.",
    "screen_link": "Open the screen",
    "dark": "Dark picture",
    "light": "Light picture",
    "show_joining": "Show the code",
    "hide_joining": "Hide the code",
    "blank": "Blank",
    "unblank": "Show again",
    "show_tally": "Show the tally",
    "hide_tally": "Hide the tally",
    "start_timer": "Start the timer: {minutes}",
    "stop_timer": "Stop the timer",
    "keys": "Keys",
    "keys_about": "→, Page Down or Space: next. ← or Page Up: back. B or a full stop: blank, until any of these is "
    "pressed. T: tally. C: how to join. F or F5: full screen. Escape: leave it. They work in this notebook, those of a "
    "clicker even while you type, and in the window of a second screen. Back into a vote that was closed takes a "
    "second press.",
    "steps": "Steps of this case",
    "watch_now": "For you alone: the vote so far",
    "watch_votes": "Votes",
    "private": "For you alone",
    "small": "A long story: from the back row its type is small. Read it aloud.",
    "private_ask": "To ask them",
    "private_answer": "What the criteria say",
    "private_missed": "What the room missed",
    "ask_title": "Ask a question yourself",
    "ask_about": "It is asked whatever the vote says. With a show of hands, choose here what most want.",
    "ask_which": "Question",
    "ask_now": "Ask this",
    "hands": "Count hands",
    "hands_about": "Ask for a show of hands and type how many chose each. They count beside the votes of the phones.",
    "hands_choice": "Choice",
    "hands_1": "First vote",
    "hands_2": "Second vote",
    "hands_3": "Third vote",
    "hands_of": "{level}, {round}",
    "hands_count": "Count these hands",
    "joining": "Joining",
    "joining_shut": "The door is closed: who is here stays, nobody else can join. With the code only whoever was "
    "in before comes back, on the same phone.",
    "joining_code": "Code",
    "joining_address": "Address",
    "joining_change": "Let others join",
    "joining_now": "Change",
    "trouble": "No phone reaches the page?",
    "trouble_about": "See first that the phone is in the same network as this computer, and not in its mobile one. "
    "Many guest networks keep devices apart: use another, or open a hotspot on a phone and join both to it. If this "
    "computer’s firewall asks about Python, allow it in private networks. If nothing helps, count hands.",
    "door_close": "Close the door",
    "door_open": "Open the door",
    "door_about": "Whoever is in stays in. Behind a closed door nobody else can join. With a new code nobody joins by "
    "the old one.",
    "code_new": "New code",
    "halls": "Let more in from one network",
    "halls_about": "All phones of a hall or a hospital may have one address. If nobody fools with the room, let them "
    "in.",
    "here": "here now",
    "go_there": "Go there",
    "ending": "End",
    "end": "End the session",
    "end_rehearsal": "End the rehearsal",
    "delete": "Delete everything now …",
    "delete_about": "This deletes the room with every vote in it, for good. What was exported stays.",
    "delete_sure": "Yes, delete everything",
}

REHEARSAL = "This is a rehearsal. The voters are invented, and nothing is recorded."
REHEARSAL_OVER = "The rehearsal ended with its kernel; nothing of it is kept."
ROOM_OVER = "The room that was open is over: it was deleted, or its time has run out."
NOTHING_OPEN = "No room is open. Open one first."
NOT_KEPT_ANY_MORE = "The last room is not kept any more. Open a new one."
NO_ENTRY = "The running order does not hold that any more."
NO_CASE = "Choose a case for the running order first."
LONG_ORDER = "The running order is full: {most} entries at most."
NO_SETTING = "The card does not offer that setting. Nothing was changed."
NO_HOST = "That is no address that phones could open. Type numbers such as 192.168.8.100, or a name."
OPENS_AGAIN = (
    "Press again to open the vote again: one vote stays, and can be changed.",
    "Press again to open the vote again: {count} votes stay, and can be changed.",
)
MET = "The room has come to this case already: it stays as it is."
NO_STEP = "There is no such step. Nothing was changed."
ADDED = (
    "Added to the running order.",
    "Added. This case has {count} decision points; each is an entry. Take out with × what you do not need.",
)
ABOUT_MINUTES = "about {minutes} minutes"
TOTAL = "Together about {minutes} minutes, with joining."
NO_MINUTES = "Type whole minutes, from 10 to 240."
NOTHING_FITS = "No further case that exercises this fits into {minutes} minutes."
ALREADY_FULL = "The running order already takes about {taken} minutes of {minutes}: nothing is added."
PROPOSED = ("One case is added. Change it as you like.", "{count} cases are added. Change them as you like.")
NOT_PROPOSED = "There was no room, or no case, for: {names}."
NO_COUNT = "Type whole numbers from 0 to {most}. Nothing was counted."
STORE_AWAY = "The room cannot be read now; this goes on by itself. ({problem})"
PAGES_AWAY = "The audience’s pages could not be started again. {problem} Meanwhile hands can be counted."
BROKEN = "Something went wrong in this card itself. The room is as it was. ({problem})"
ENDED = "The session is over. What came of it stands further down. Its votes are kept until {when}, then deleted."
REHEARSED = "The rehearsal is over; nothing of it is kept."
DELETED = "Everything of this session is deleted."
LAST_KEPT = "The last room is kept until {when}."
COUNTED = "Counted: {votes} in the first vote, {again} in the second."
COUNTED_ALONE = "Counted: {votes} in the first vote, {again} in the second, {alone} in the third."

WHEN = "%A, %d %B, %H:%M"

DIFFICULTY: Mapping[int, str] = {1: "clear", 2: "mixed", 3: "contested"}
READING: Mapping[int, str] = {1: "plain text", 2: "ordinary text", 3: "demanding text"}
ASKED = "safety: {count} of {all} asked"
QUESTION = "{name}: {ask}"
POINTS = ("", "{count} decision points")
TWINS = ("one twin", "{count} twins")
SEPARATOR = " · "
ANSWER = "{level}"
ANSWER_ALSO = "{level}; accepted too: {also}"
ANSWER_AT = "{heading}: {answer}"
TWIN_SAYS = "A twin, with one thing changed: “{phrase}”"
ENTRY_POINT = "{title}: {heading}"
UNREADABLE = "{case} (cannot be read now)"

TIMER: Mapping[int, str] = {
    0: "no limit",
    1: "1 minute",
    2: "2 minutes",
    3: "3 minutes",
    5: "5 minutes",
    10: "10 minutes",
}
KEEP: Mapping[int, str] = {
    1: "1 hour",
    4: "4 hours",
    24: "1 day",
    72: "3 days",
    168: "1 week",
    720: "30 days",
}
WHO_HERE = "Only this computer"
WHO_HERE_ABOUT = "To try it out: no phone can join."
WHO_NETWORK = "Everybody in the network {name}, at {address}"
WHO_TYPED = "Everybody who can open {address}"
WHO_NETWORK_ABOUT = (
    "Phones in the same network can join. Whoever is in that network can open the join page and try codes; they can "
    "see this room’s story and vote in it, and nothing else on this computer."
)
WHO_PUBLIC = "Everybody, at {address}"
WHO_PUBLIC_ABOUT = "Whoever has the code can join, from any network."
WHO_HANDS = "Nobody: hands are counted"
WHO_HANDS_ABOUT = "No phones are needed, and nobody can join."

STEPS: Mapping[Step, str] = {
    Step.READING: "Read",
    Step.OPENING: "The person",
    Step.ASKING: "Questions",
    Step.TOLD: "What is told",
    Step.VOTE_1: "First vote",
    Step.CLOSED_1: "Closed",
    Step.DISCUSSION: "Talk",
    Step.VOTE_2: "Second vote",
    Step.CLOSED_2: "Closed again",
    Step.SHIFT: "Both votes",
    Step.REVEAL: "Answer",
    Step.WAY: "Your way",
    Step.VOTE_3: "Third vote",
    Step.CLOSED_3: "What changed",
    Step.DIFFERENCE: "Difference",
}
ONWARD: Mapping[Step, str] = {
    Step.READING: "Show the case “{title}”",
    Step.OPENING: "Begin the interview “{title}”",
    Step.ASKING: "Vote on the next question",
    Step.TOLD: "Close the vote, ask that",
    Step.VOTE_1: "Open the first vote",
    Step.CLOSED_1: "Close the vote",
    Step.DISCUSSION: "Let them talk",
    Step.VOTE_2: "Open the second vote",
    Step.CLOSED_2: "Close the vote",
    Step.SHIFT: "Show both votes",
    Step.REVEAL: "Show what the criteria say",
    Step.WAY: "Show the room’s way",
    Step.VOTE_3: "Vote alone on a changed story",
    Step.CLOSED_3: "Close the vote, show the change",
    Step.DIFFERENCE: "Show what made the difference",
    Step.END: "Thank everybody",
}
SKIP = "Skip that"
DECIDE_NOW = "No more questions: decide"
LEAP = "Show what the criteria say now"
CLOSE_NOW = "Four in five have voted: a good time to close."
CLOSE_ALL = "Everybody here has voted: a good time to close."
CLOSE_IN = "By the pace so far, four in five will have voted in about {middle} seconds (perhaps {low}, perhaps {high})."
CLOSE_IN_OR_LATER = (
    "By the pace so far, four in five will have voted in about {middle} seconds (perhaps {low}, perhaps much more)."
)
TWIN_NOW = "Vote on the twin: “{phrase}”"
MISSED = "{caught} of {voters} marked “{phrase}”"
REACHED_NOT = (
    "This computer serves the join page; no phone has opened it yet. A phone has to be in the network of {host}."
)
REACHED = ("A phone has reached the join page.", "Phones have opened the join page {count} times.")
REACHED_HERE = "Only this computer can open the join page."
PAGES_GONE = "The audience’s pages are not served at the moment; they are being started again."
SEATS = "{seats} joined from the same address: one person, or a whole hall behind one router."
SEATS_EACH = "{seats} joined from one address, {others}: each may be one person, or a whole hall behind one router."
SEATS_OTHER = "{seats} from another"
SEATS_MORE = ("One more address has fewer.", "{count} more addresses have fewer.")
TURNED_AWAY = (
    "Once somebody was turned away: their address has its share of the seats.",
    "{count} times somebody was turned away: their address has its share of the seats.",
)
RENEWED = "The new code is {code}. Whoever is in stays in."
KEPT_AFTER = "The votes are deleted after the end: {time} later."
