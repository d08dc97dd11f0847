"""A trainee's answers as files, and back."""

from __future__ import annotations

from collections.abc import Mapping

FIELD_UNKNOWN = "'{field}' is no field of an answer; export the answers again, or take the line out"
FIELD_MISSING = "'{field}' is missing; export the answers again, or take the line out"
FIELD_WRONG = "'{field}' is not {wanted}; export the answers again, or take the line out"
FIELD_WANTED: Mapping[str, str] = {
    "id": "a UUID (RFC 4122) in small letters, as an export writes it",
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
    "load": "Load answers",
    "load_about": "From a file that was downloaded here or on another computer. Loading it twice adds nothing.",
    "file": "File (.jsonl or .csv)",
    "take_over": "These answers are mine, kept under another code",
    "too_large": "The file is too large: at most {megabytes} MB can be loaded here. Use “carelevel import” for it.",
    "loading": "Loading …",
    "erase": "Erase my record",
    "erase_about": "Your answers, drafts, skipped cases and notes are removed for good. Download your answers first if "
    "you may want them again. Type your code, {code}, to go on.",
    "code": "Your code",
    "erase_now": "Erase for good",
}
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
