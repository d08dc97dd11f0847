"""A trainee's answers as files, and back."""

from __future__ import annotations

from collections.abc import Mapping

FIELD_UNKNOWN = "'{field}' is no field of an answer; export the answers again, or take the line out"
FIELD_MISSING = "'{field}' is missing; export the answers again, or take the line out"
FIELD_WRONG = "'{field}' is not {wanted}; export the answers again, or take the line out"
FIELD_WANTED: Mapping[str, str] = {
    "id": "a UUID (RFC 4122) in lowercase letters, as an export writes it",
    "code": "a code of 1 to 64 letters, digits and - _ .",
    "name": "a name of letters, digits and - _ .",
    "name_or_nothing": "a name of letters, digits and - _ ., or empty",
    "names": "a list of names",
    "count": "a whole number from 0 to 9999",
    "yes_or_no": "yes or no (true, false)",
    "place": "a whole number from 1 to {most}",
    "slot": "a whole number from 0 to {last}",
    "count_or_nothing": "a whole number from 0 to 9999, or null",
    "asked": "a list of names",
    "signed": "a whole number from -9999 to 9999",
    "seconds": "a number of seconds from 0 to {longest}",
    "time": "a time with its zone, such as 2031-12-31T23:02:00Z",
    "one_of": "one of {names}",
    "flags": "a yes or no (true, false) by name",
    "lists": "a list of names by name",
    "marked": "a list of whole numbers",
    "line": "a text of at most {longest} characters that a database can keep",
    "rules": "a list of rules with their effect, caught or not",
    "phrases": "phrases such as 0+ 3-",
    "pair": "the id of another answer, or empty",
    "lines": "a list of a note's lines, each with text, finding and value",
    "criteria_flags": "a yes, no or neither (true, false, null) by name",
    "decided": "a list of whole numbers",
    "steps_shown": "a whole number from 0 to 4",
    "hints": "hints such as 2:1 5:3",
    "sealed": "the sealed key of an answer to a form, as an export writes it",
    "ties": "sentences with their claims, such as 3:A12 5:B6",
}
LINE_TORN = "the line is incomplete, or not a JSON object; export the answers again, or take the line out"
LINE_TOO_LONG_HERE = "the line is longer than {longest} bytes; export the answers again, or take the line out"
ROW_TORN = "the row is incomplete, or too long; export the answers again, or take the row out"
COLUMN_WRONG = "the column '{column}' is unknown, or there twice; take it out, or update carelevel"
COLUMN_MISSING = "the column '{column}' is missing; export the answers again"
OTHER_FORMAT = "this is no export of answers; choose a .jsonl or .csv file that carelevel has written"
OTHER_KIND: Mapping[str, str] = {
    "carelevel attempts": "these are a trainee's answers; load them by “Load answers” on a record's page, or by "
    "carelevel import",
    "carelevel supervisors' answers": "these are a supervisor's blind answers; load them where supervisors answer "
    "the cases blind",
    "xAPI statements": "xAPI statements cannot be loaded, they hold less than an answer; load the .jsonl or .csv file",
}
NOT_UTF8_AND_LARGE = "the file is not in UTF-8, and larger than {megabytes} MB; save it as UTF-8"
READ_AS_WINDOWS = (
    "not in UTF-8, read as Windows-1252; if letters with accents came out wrong, erase those answers, save the file as "
    "“CSV UTF-8” and load it again"
)
LIST_TOO_LARGE = "a list in JSON of more than {megabytes} MB; export the answers as JSON Lines"
LIST_TORN = "what begins here is incomplete, or not JSON, and what follows was not read; export the answers again"
WORKBOOK = "this is a spreadsheet or another office document; open it, save it as “CSV UTF-8”, and load that file"
ARCHIVE_BROKEN = "this archive cannot be unpacked; unpack it yourself, and load the files"
ARCHIVE_IN_ARCHIVE = "an archive within an archive; unpack it, and load what is in it"
ARCHIVE_LOCKED = "locked with a password; unpack it yourself, and load the file"
ARCHIVE_TOO_LARGE = "more than {megabytes} MB when it is unpacked; unpack it yourself, and load the files"
TOO_MANY_MEMBERS = "more than {most} files, and the others were not read; load them in several archives"
ARCHIVE_EMPTY = "there is no file in it; pack the answers again"
TOO_MANY_FILES = "{place}: more than {most} files; load the folders in it one by one"
NO_PLAIN_FILE = "{file}: not a plain file; put the export itself there"
PASSED_OVER = "{name}: a file of the computer's own, passed over"
NEWER_FORMAT = "written by a newer carelevel (version {version}, this one knows {known}); update carelevel"
NOTHING_IN_FILE = "the file is empty; export the answers again"
NO_FILE = "{file}: no export is there; name a file of answers, a .zip of them, or a folder"
FILE_THERE = "{file}: is there already; name another file, or add --force to write over it"
ANOTHERS = (
    "{name}: {counts} kept under another code ({codes}), as another browser has one, and not loaded yet. Is this your "
    "own work?"
)
MORE_CODES = "{count} more"
ID_TAKEN = "another answer is kept under this id, and stays; take the line out"
NO_CODE = "not a code; use 1 to 64 letters, digits and - _ ."
LOADED_FOLDER = "Answers loaded"
LOADED = "{name}: {counts}"
LOADED_NEW = ("1 answer added", "{count} answers added")
LOADED_KNOWN = ("1 there already", "{count} there already")
LOADED_REPORTS = ("1 report added", "{count} reports added")
LOADED_REPORTS_KNOWN = ("1 report there already", "{count} reports there already")
ODD_CLOCK = (
    "1 answer has a time that cannot be right, because the clock there was wrong; it is kept as it is",
    "{count} answers have times that cannot be right, because the clock there was wrong; they are kept as they are",
)
LOADED_REFUSED = ("1 refused", "{count} refused")
LOADED_MORE = ("1 more was refused", "{count} more were refused")
ANSWERS = ("1 answer", "{count} answers")
REPORTS = ("1 report", "{count} reports")
EXPORTED = "{file}: {answers}"
LEFT_OUT = (
    "1 interview, short note, answer to a form or report is not in this file; one to hand in (JSON Lines) holds it",
    "{count} interviews, short notes, answers to forms and reports are not in this file; one to hand in (JSON Lines) "
    "holds them",
)
ERASE_QUESTION = (
    "This erases {answers}, and every draft, skip, report and blind answer, for good. Type {code} to go on:"
)
ERASED = "Erased: {answers}. Files that you have exported are not touched."
NOT_ERASED = "Nothing was erased."
WRONG_CODE = "Nothing was erased. Type the code {code} to erase this record."
ERASED_HERE = "Your record is erased: {answers}. Files that you have downloaded are not touched."
RECORD: Mapping[str, str] = {
    "record_face": "Your record, to take with you",
    "download": "Download my answers",
    "download_about": "The first file holds everything: answers, interviews, short notes, forms and reports of cases. "
    "The second holds the answers to cases alone. Both can be loaded again.",
    "jsonl": "To hand in, or to go on elsewhere",
    "csv": "For a spreadsheet",
    "store": "For a learning record store",
    "store_about": "If your training has one: statements of xAPI, without the reasons that you wrote. They cannot be "
    "loaded again.",
    "xapi": "Download as xAPI",
    "load": "Load answers",
    "load_about": "From a file that was downloaded here or elsewhere, or a .zip of such files. Loading it "
    "twice adds nothing.",
    "file": "File",
    "take_over": "Yes, load it as mine",
    "too_large": "The file is too large: at most {megabytes} MB can be loaded here. Use “carelevel import” for it.",
    "loading": "Loading …",
    "erase": "Erase my record",
    "erase_about": "Your answers, drafts, skipped cases and reports are removed for good, and what you answered blind "
    "as a supervisor. Download your answers first if "
    "you may want them again. Type your code, {code}, to go on.",
    "code": "Your code",
    "erase_now": "Erase for good",
}
RECORD_COUNT = "{answers} kept under the code {code}."
RECORD_COMMANDS: Mapping[str, str] = {
    "export": "write a trainee's answers to a file",
    "export_about": "Write a trainee's answers, to standard output if no file is named. jsonl and csv can be loaded "
    "again by carelevel import; jsonl holds the trainee's interviews, short notes, forms and reports of cases too. "
    "xapi is for a learning record store.",
    "format": "jsonl (JSON Lines, the default), csv (a row an answer) or xapi (statements of xAPI 1.0.3)",
    "out": "the file to write; one that is there already stays, unless --force is given",
    "force": "write over a file that is there already",
    "trainee": "whose answers (default: whose record this is)",
    "import": "load answers from files that carelevel export has written",
    "import_about": "Load answers, each under its own code. Loading a file twice adds nothing. Of a folder, and of "
    "a .zip, every file is looked at, whatever it is called. Exit status: 0 all loaded, 1 a line or file was refused, "
    "2 the record cannot be used.",
    "paths": "a file of answers, a .zip of them, or a folder, with all folders in it",
    "as_trainee": "keep the answers under this code instead of their own",
    "erase": "erase the record of whoever works here, for good; asks first",
    "yes": "erase without asking",
}
