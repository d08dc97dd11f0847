"""A workshop's room: what the facilitator is told, and what stands on the phones and on the projector."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel import messages
from carelevel.core.ballot import Advice
from carelevel.messages import interview as interview_messages

ROOM_MOVED_ON = "Another window moved this room on. This is where it is now: try again."
ROOM_GONE = "This room is over: it was deleted, or its time has run out. Open a new one."
ROOM_SLIDE_DAMAGED = "rooms: what this room shows is damaged; delete the room, or restore a copy of the database"
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
ROOM_NO_ROUND = "There is no round {round}: count hands for round 1, 2 or 3."
ROOM_BAD_STEP = "That step belongs to a case: choose one first."
ROOM_NO_QUESTION = "Nobody has voted for a question yet. Wait a moment, or ask one yourself."
ROOM_NO_SUCH_QUESTION = "That cannot be asked now. Choose another question."
ROOM_OPEN = "This session is still open: its time counts from its end. End it first."
ROOM_PAST = "That time is over already: choose a later one."
ADVICE: Mapping[Advice, str] = {
    Advice.EXPLAIN: "Of {votes}, {share} agree with the criteria: few enough to talk about the criteria first.",
    Advice.DISCUSS: "Of {votes}, {share} agree with the criteria: let them convince each other.",
    Advice.MOVE_ON: "Of {votes}, {share} agree with the criteria: a short discussion will do.",
}

LIVE: Mapping[str, str] = {
    "lang": "en",
    "title": "{Subject}: the room",
    "note": "Some stories are hard to read. You may put the phone down at any time.",
    "join_title": "Join the room",
    "join_about": "You vote without a name. Nothing is kept but your choices, and those are deleted with the room.",
    "join_code": "Code",
    "join_hint": "Six letters, on the screen in front.",
    "join": "Join",
    "story": "The story",
    "earlier": messages.CARD["earlier"],
    "glossary": messages.CARD["glossary"],
    "case_of": "Case {number} of {of}",
    "twin": "One thing has changed",
    "refresh": "Look for the next step",
    "lobby_title": "You are in",
    "lobby": "The first case comes in a moment. You may leave this page open and put the phone down.",
    "reading_title": "Read",
    "reading": "The vote opens in a moment.",
    "opening_title": "Who is here",
    "opening": "You know no more than this yet. In a moment you choose together what to ask.",
    "asking_title": "What do you ask next?",
    "asking": "Choose one question. What most of you want is asked.",
    "told_title": "What is told",
    "decided_title": "Enough is known",
    "told_nothing": "Nothing has been asked yet.",
    "told_decide": "You know enough, most of you say. Decide next.",
    "asked": "asked",
    "ask_about_screen": "Questions to choose from",
    "notes": "What you know so far",
    "notes_none": "You have not asked anything yet.",
    "unknown": "Nothing is known about: {names}.",
    "decide_topic": "Or",
    "decide": "We know enough: decide",
    "vote_questions": "What you wanted to ask",
    "tied": "A tie with {names}. Of these, what stands first in the list was asked.",
    "led": "Whoever leads has chosen this.",
    "ask_vote": "Vote for this question",
    "way_title": "Your way",
    "way_table": interview_messages.INTERVIEW["way_table"],
    "way_question": interview_messages.INTERVIEW["way_question"],
    "open": interview_messages.INTERVIEW["open"],
    "not_open": interview_messages.INTERVIEW["closed"],
    "later_asked": interview_messages.INTERVIEW["later_asked"],
    "vote_title_1": "First vote",
    "vote_title_2": "Second vote",
    "vote_title_3": "Third vote: alone, without talking",
    "vote_about_1": "What do you think yourself, before anybody talks?",
    "vote_about_2": "After the discussion: what do you think now?",
    "vote_about_3": "One thing in the story has changed. Read it again, and decide alone, without talking.",
    "level": messages.LEVEL_LEGEND,
    "vote_by_phone": "Vote on your phone",
    "raise_hand": "Raise your hand",
    "confidence": messages.CONFIDENCE_LEGEND,
    "mark_about": "Tick the sentences in the story that decide it.",
    "mark": "mark",
    "vote": "Vote",
    "change": "Change my vote",
    "voted": "Your vote is kept. You can change it while the vote is open.",
    "closed_title": "The vote is closed",
    "closed": "The next step comes in a moment.",
    "changed_title": "What has changed",
    "changed_before": "Before",
    "changed_now": "Now",
    "changed": "changed",
    "changed_key": "Underlined: what has changed.",
    "discussion_title": "Talk about it",
    "discussion": "Tell your neighbors what you chose, and why.",
    "to_vote": "Straight to the vote",
    "pair": "Find whoever has the same color and number, and tell each other what you chose, and why.",
    "pair_name": "{color} {number}",
    "pair_none": "Talk with any two people near you.",
    "pairs": "If your phone shows a color and a number, find whoever has the same. If not, talk with two people near "
    "you. Tell each other what you chose, and why.",
    "discuss": messages.CARD["discuss_title"],
    "shift_title": "Both votes",
    "reveal_title": "What the criteria say",
    "difference_title": "What made the difference",
    "end_title": "Thank you",
    "end": "This was the last case. You may close this page.",
    "first": "First vote",
    "second": "Second vote",
    "third": "Third vote, on the changed story",
    "yours": "Your choices",
    "none": "no vote",
    "caught": messages.PHRASES,
    "deciding": "decides",
    "deciding_key": "Underlined: what decides it.",
    "accepted_too": messages.ACCEPTED_TOO,
    "agrees": "accepted by the criteria",
    "agrees_not": "not accepted by the criteria",
    "reasons": "Why",
    "claims": "What the sources say",
    "references": messages.CARD["references"],
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
    "aside": "{count} moved to or from {a_referral}",
    "only": "{count} voted only once",
    "hands": "Hands were counted: who moved where is not known.",
    "flow": "From the first vote to the second",
    "agreed": "Agreed with the criteria: {first} at first, {second} in the end",
    "agreed_twice": "Of the {count} who voted twice, {first} agreed with the criteria at first, {second} in the end.",
    "agreed_apart": "Agreed with the criteria: {first} of the first vote, {second} of the second. Nobody voted "
    "in both.",
    "agreed_once": "Agreed with the criteria: {share}.",
    "alone": "Agreed with the criteria: {first} at first, {second} after the talk, {third} alone on the changed story.",
    "alone_thrice": "Of the {count} who voted every time, {first} agreed with the criteria at first, {second} after "
    "the talk, {third} alone on the changed story.",
    "alone_only": "Agreed with the criteria, alone on the changed story: {third}.",
    "sure": "How sure: {counts}",
    "screen_title": "The room",
    "screen_address": "Open",
    "screen_code": "and type",
    "screen_or": "or scan",
    "screen_here": "Only this computer can open the room. To let phones in, choose the network.",
    "screen_network": "Open to everybody in this network.",
    "screen_shut": "The door is closed: who is here stays, nobody else can join.",
    "screen_hands": "Read, raise a hand, talk, and raise a hand once more.",
    "blank": "The screen is dark.",
    "offline": "No connection. This page goes on by itself once it is back. If the session is over, you may close it.",
    "back": "Connected again.",
    "sending": "Sending …",
    "late": "The vote closed before you pressed the button. What you had chosen was not sent.",
    "not_sent": "Your vote was not sent: no connection. Your choices are still here; press the button again.",
}
REFER_ABOUT = "Something urgent comes first, or these criteria give no answer."
PAIR_COLORS = ("Blue", "Orange", "Green", "Purple", "Red", "Gray")
"""As room.css has them by .pair-0 and so on."""

LIVE_ERRORS: Mapping[str, str] = {
    "title": "That did not work",
    "again": "Back to the room",
    "no_such_page": "There is no such page here. Open the address on the screen in front.",
    "no_such_room": "There is no room with this code now. Look at the screen in front, and type the six letters again.",
    "guesses": "Many wrong codes were tried. Scan the picture on the screen in front, or wait a minute and try again.",
    "busy": "Very many people are joining at once. Wait a few seconds and try again.",
    "full": "This room is full.",
    "shut": "The door of this room is closed. Ask the person in front to open it.",
    "share": "Very many have joined from your network. Ask the person in front to let more in.",
    "cookies": "This browser keeps no cookies, so the room could not know you again. Allow cookies for this page, or "
    "use another browser. You have not joined yet.",
    "elsewhere": "This page answers only at the address on the screen in front.",
    "gone": "This room is over.",
    "stranger": "You have not joined this room yet. Type the code first.",
    "closed": "That vote is not open. Nothing was kept; here is where the room is now.",
    "often": "You changed your vote very often. Wait a few seconds and try again.",
    "too_large": "That is too much to send.",
    "not_a_form": "This is not a form of this page. Nothing was kept.",
    "slow": "The form did not arrive in time. Try again.",
    "method": "This page does not take that.",
    "missing": "Choose {a_rung}, and say how sure you are.",
    "missing_question": "Choose a question.",
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
    "behind": "The room is at {url}: phones open it as {address}, through the server that stands before it.",
    "no_live": "a library of the web pages is missing; install them with: python -m pip install 'carelevel[desktop]'",
    "taken": "{host}:{port} is in use, or not an address of this computer; name another with --port or --host",
}
