"""What the browser edition says: around the faces, while it starts, and of what it keeps."""

from __future__ import annotations

from collections.abc import Mapping

STEPS = ("read", "decide", "compare", "go_on")
WELCOME: Mapping[str, str] = {
    "title": "Choosing {a_rung}",
    "about": "Here you practice one decision: which {rung} fits {a_person}. You read a short story, mark the sentences "
    "that decide it and choose. Then you see what the criteria say, reason by reason, and where each reason comes "
    "from.",
    "read_name": "Read",
    "read": "the story, and mark the sentences that decide it.",
    "decide_name": "Decide:",
    "decide": "{a_rung}, and how sure you are. A case that these criteria cannot answer is one to {refer}.",
    "compare_name": "Compare",
    "compare": "your answer with the criteria’s. Nobody is graded, and the figures are for you: an answer that "
    "is not accepted is one to learn from, and some cases have more than one accepted answer.",
    "go_on_name": "Go on,",
    "go_on": "sometimes with the same story and one thing changed.",
    "kept": "Leave whenever you like: what you answered is kept in this browser, and nowhere else.",
    "try": "Try one",
    "next": "Go on with the next case",
    "first": "The first case, which you have answered",
    "levels": "They know these {rungs} alone: {levels}.",
    "silences": "What they leave out",
}
WELCOME_BACK = ("Welcome back: 1 answer kept.", "Welcome back: {count} answers kept.")
SOURCES = (
    "The criteria say what one source says, and nothing else: {{titles}}.",
    "The criteria say what {count} sources say, and nothing else: {{titles}}.",
)

IN_FACES: Mapping[str, str] = {
    "saved": "Downloaded: {name}. It is in the folder where this browser keeps what it downloads.",
    "silent": "The program has not replied yet. Your choices are still here. If nothing comes, load this page again.",
    "practice_page": "#practice",
    "record_about": "Answers are kept under this code, in this browser. Somebody else can switch to their own code.",
}
"""What the faces say otherwise here than in a notebook."""

NOT_A_SAFE = (
    "Your record is kept in this browser, on this device, and nowhere else. It is gone when somebody clears the "
    "browser’s data or closes a private window, and anybody who uses this browser can read it. So download your "
    "answers each time you stop: the file can be loaded here, in another browser, or by whoever leads your training."
)

PAGE: Mapping[str, str] = {
    # The places
    "title": "Practice: {subject}",
    "notice": "For training, not for placing real people.",
    "places": "Pages",
    "contents": "On this page",
    "start": "Start here",
    "practice": "Practice",
    "interview": "Interview",
    "notes": "Short notes",
    "form": "A form",
    "criteria": "Levels and criteria",
    "progress": "My progress",
    "record": "My record",
    "licenses": "Licenses",
    # While it starts
    "static": "This page is starting. If these words stay, the file is not complete or the browser is too old: get the "
    "file again, or open it with a current Chrome, Edge, Firefox or Safari.",
    "no_script": "This page needs JavaScript, which is turned off in this browser. Nothing is sent anywhere.",
    "starting": "Starting. Nothing is installed, and nothing is sent anywhere.",
    "step_unpack": "Reading its parts",
    "step_python": "Starting Python",
    "step_import": "Loading the program",
    "step_record": "Looking for your record",
    "step_bank": "Reading the cases",
    "too_old": "This browser is too old for this page: it lacks {missing}. Open the file with a current Chrome, Edge, "
    "Firefox or Safari.",
    "cut_off": "This file is not complete: a download or a copy of it was cut off. Copy or download it again.",
    "not_served": "This page belongs on a web server. From a disk, open the file practice.html, which holds all.",
    "not_fetched": "A part of this page did not load: there is no connection, or the site is just being updated. "
    "Your record is safe. Connect, close every tab of this page and open it again.",
    "not_started": "The page could not start: {problem}. Load it again; if that does not help, get the file again.",
    # One tab at a time
    "second_title": "This practice is open in another tab",
    "second": "Two tabs at once could lose an answer, so one works at a time. Go on in the other tab, or choose "
    "“Go on here”: the other tab then stops, and nothing that it has kept is lost.",
    "take_over": "Go on here",
    "taken_title": "Your practice goes on in another tab",
    "taken": "This tab has stopped. Nothing that it had kept is lost.",
    "come_back": "Go on here instead",
    # The record
    "no_storage": "This browser does not let the page keep anything ({problem}). You can practice, but your answers "
    "are gone when you close the tab, unless you download them.",
    "practice_anyway": "Practice anyway",
    "not_kept_title": "Your answer could not be kept",
    "not_kept": "The browser refused to store it ({problem}). The comparison waits until it is kept. Make room on this "
    "device or in the browser and try again; or download your answers, this one too, and load them elsewhere.",
    "try_again": "Try again",
    "written_elsewhere": "another tab has changed the record in the meantime; download your answers, then load this "
    "page again",
    "broke": "Something in the page failed: {problem}. What you had answered before is kept. Load the page again.",
    "only_here_one": "One answer is only in this browser.",
    "only_here": "{count} answers are only in this browser.",
    "download": "Download my answers",
    "downloaded": IN_FACES["saved"],
}

LICENSES_ABOUT = (
    "This page holds the work of many people, each part under its own license. You can get the source of every part, "
    "free of charge, from the registry and in the version that stands beside its name."
)
LICENSE_OF_PARTS: Mapping[str, str] = {
    "npm": "from npm, version {version}",
    "pypi": "from PyPI, version {version}",
    "own": "this project",
    "in_python": "in Python for browsers",
    "crates": "{count} of them, compiled into {name}, each with its authors and the terms that they offer; taken under",
}
CRATES = "Crates of Rust"
LICENSE_OF_BANK = "The cases and criteria in this page come under the terms that their authors give them."

SHORT_NAME = "Practice"
"""Below the icon of an installed page."""

PAGE_COMMAND: Mapping[str, str] = {
    "page": "pack practice with a bank into one HTML file, or a folder for a web server, which open without Python",
    "page_about": "Write one HTML file that opens by a double-click in a current browser: practice with the bank's "
    "cases, without Python, without a server, and without a request to any host. Or write the same as a folder for a "
    "web server, from which it opens sooner, and again without a connection. Exit status: 0 packed, 1 the bank has "
    "mistakes, 2 the parts of a page are missing (python3 requirements/set_up.py page) or a file cannot be written.",
    "out": "the file to write, such as practice.html; one that is there already stays, unless --force is given",
    "site": "the folder to write for a web server (Node.js is needed); files that are there already stay, unless "
    "--force is given",
    "force": "write over files that are there already",
}
PACKED = "{file}: {cases}, {megabytes} MB"
OUT_OR_SITE = "page: neither a file nor a folder is named; name --out practice.html, or --site DIR, or both"
NO_NODE = "page: --site needs Node.js, not found here; install it (apt-get install nodejs), or pack a file with --out"
NOT_COMPILED = "page: Node.js failed to compile Python's modules (exit status {status}); take Node.js 18 or later"
PARTS_MISSING = "{folder}: lacks {name} {version}; fetch what a page is made of: python3 requirements/set_up.py page"
NO_TRACE = "{part}: holds no {name}; fetch it anew: delete it, then python3 requirements/set_up.py page"
OUT_NAME = "{file}: a page's name ends in .html; name it so"
