"""What `carelevel` says in a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel import messages

COMMAND: Mapping[str, str] = {
    "about": "Practice choosing a care level, in Jupyter notebooks. For training, not for placing real people.",
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
NOT_INSTALLED = "{module} is not installed; install it with: python -m pip install 'carelevel[desktop]'"
NO_OUTPUT = "what there is to print cannot be written ({reason}); send it somewhere else"
NO_PATH = "the name is empty; name a file or a folder"
NO_HOME = "there is no home folder for '{path}'; write the whole path"
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
    "reasons": messages.CARD["reasons_title"],
    "also": messages.CARD["also_title"],
    "why_not": messages.CARD["why_not_title"],
    "changes": messages.CARD["changes_title"],
    "ask_first": "Still to ask: safety first",
    "ask": "Still to ask about the level, the most decisive first",
    "given": messages.CARD["given_title"],
    "standing": "Before a level is chosen",
    "red_flags": "First of all",
    "warnings": "For safety, whatever the level",
}
