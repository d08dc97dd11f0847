"""What the commands for those who write cases as files say: check, new, preview, schema and migrate-criteria."""

from __future__ import annotations

from collections.abc import Mapping

COMMAND: Mapping[str, str] = {
    "check": "name every mistake in a bank, and what its cases should not hold",
    "check_about": "Every mistake of a bank and everything that lint finds in its cases, a line each: "
    "file:line: severity: problem; remedy [code]. Exit status: 0 sound, 1 errors (with --strict, warnings too), "
    "2 the bank cannot be opened.",
    "strict": "exit with 1 on warnings too",
    "format": "github: annotations for GitHub Actions (default: text)",
    "watch": "stay, and say it again whenever a file changes; Ctrl-C ends it",
    "processes": "read with so many processes (default: as many as there are processors, in a large bank)",
    "new": "begin a case from the bank's template",
    "new_about": "Write the bank's template as a new case. Nothing is shown to trainees before it is finished.",
    "new_id": "the case's name: lowercase letters, digits and single hyphens, such as late-bus",
    "preview": "show a case as a trainee reads it, and what the criteria make of it",
    "preview_about": "A case as a trainee reads it, then for each decision point and each twin what the criteria make "
    "of it, then what lint found.",
    "preview_id": "the case's name, such as kitchen-shift, or the code of a short note, such as note-7Q4K-2M8",
    "schema": "print the JSON Schema of criteria.yaml",
    "schema_about": "Print the JSON Schema of criteria.yaml, with which editors complete and check that file.",
    "answer": "that of what 'carelevel assess --json' prints, for the programs that read it",
    "notes": "that of notes.yaml, the lines of short notes",
    "out": "write it into this file, over what is there",
    "migrate-criteria": "rewrite a criteria.yaml of the first edition to the second",
    "migrate-criteria_about": "Rewrite a criteria.yaml of the first edition to the second where that can be done "
    "without doubt, comments kept. The file as it was is kept beside it. Exit status: 0 done, 1 something is left to "
    "you, 2 the file cannot be rewritten.",
    "migrate_file": "the file, such as cases/criteria.yaml",
}

# CHECK

LINT_PROBLEM = "{problem}, “{words}”"
CASES = ("1 case", "{count:,} cases")
ERRORS = ("1 error", "{count} errors")
WARNINGS = ("1 warning", "{count} warnings")
SOUND = "{folder}: {cases}, no errors, no warnings"
FOUND = "{folder}: {cases}, {errors}, {warnings}"
READING: Mapping[int | None, str] = {1: "plain", 2: "ordinary", 3: "demanding", None: "not marked"}
READING_COUNT = "{name} {n}"
MARKS = "Reading: {readings}."
MARKS_ASKED = "Reading: {readings}. A safety question is told as asked in {asked} of {cases}."
CRITERIA_FIRST = "{folder}: {errors} in the criteria; fix them first, the cases were not checked"
UNREAD = "Lint reads a case only when it has no mistakes."
PROOF_REMEDY = "change that rule, or answers mislead"
NOTE = "note: {says}"
PROOF_HOLDS = "proved: {says}"
PROGRESS = "{done:,} of {total} [{bar}] {left}"
SECONDS_LEFT = "{seconds} s left"
WORKER_ENDED = (
    "{folder}: a process that was reading '{first}' to '{last}' ended by itself; is memory short? "
    "Read them one by one with --processes 1"
)
NO_PROCESSES = "--processes {count}: give 1 or more"
WATCHING = "Watching {folder}. Save a file to check it again; Ctrl-C ends this."
CHANGED = "{time} changed: {files}"
GONE = "{time} gone: {files}"
AND_MORE = "{files} and {count} more"

# NEW

NEW_ID = (
    "'{id}' cannot be a case's name; use lowercase letters, digits and single hyphens, 64 at most, such as late-bus"
)
NEW_RESERVED = "'{id}' is a name that computers keep for themselves; choose another, such as late-bus"
NEW_THERE = "{file}: there already; choose another name, or edit that file"
NEW_NO_TEMPLATE = "{folder}: there is no template to start from; write a file {template}, or copy a case"
NEW_UNWRITTEN = "{file}: cannot be written ({reason}); choose another folder with --bank"
NEW_NEXT = """\
{file} is there, with an example in it. Next:
  1. Write a title and your own story in it; README.md in the same folder says how.
  2. Run “carelevel check --watch” beside your editor: it names what is missing whenever you save.
  3. Read the case as a trainee does: carelevel preview {id}
No trainee is shown the case before it has a title and no mistakes."""

# PREVIEW

PREVIEW_READS = "WHAT A TRAINEE READS"
PREVIEW_MAKES = "WHAT THE CRITERIA MAKE OF “{heading}”"
PREVIEW_TWIN = "TWIN “{twin}”: WHAT CHANGES IN “{heading}”"
PREVIEW_TWIN_MAKES = "TWIN “{twin}”: WHAT THE CRITERIA MAKE OF “{heading}”"
PREVIEW_LINT = "WHAT LINT FOUND"
PREVIEW_NOTHING = "Nothing."
PREVIEW_DISSENT = "The author would answer differently: {level}. {reason}"
PREVIEW_DISCUSS = "TO TALK ABOUT, ONCE IT IS ANSWERED"
PREVIEW_GLOSSARY = "WORDS IN THIS STORY"
PREVIEW_TERM = "{word}: {meaning}"

# MIGRATE-CRITERIA

MIGRATED = "{file}: rewritten to the second edition; as it was: {copy}"
MIGRATED_ALREADY = "{file}: nothing of the first edition stands in it; it was left as it is"
MIGRATED_TO_DO = "{file}:{line}: TO DO: {says}"
MIGRATED_NEXT = """\
Next: read whether your own comments still hold, and what is said for safety, which stands beside every answer now;
then run: carelevel check {folder}"""
