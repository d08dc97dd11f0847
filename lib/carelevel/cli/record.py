"""The commands on records: export, import, erase."""

from __future__ import annotations

import argparse
import sys

from carelevel import messages
from carelevel.cli.path_argument import path
from carelevel.messages import record as record_messages

DONE, SOME_REFUSED = 0, 1
FORMATS = ("jsonl", "csv", "xapi")


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add export, import and erase to the commands."""
    says = record_messages.RECORD_COMMANDS
    out = commands.add_parser("export", help=says["export"], description=says["export_about"])
    out.add_argument("--format", choices=FORMATS, default=FORMATS[0], help=says["format"])
    out.add_argument("--out", type=path, metavar="FILE", help=says["out"])
    out.add_argument("--force", action="store_true", help=says["force"])
    out.add_argument("--trainee", metavar="CODE", help=says["trainee"])
    out.set_defaults(run=_export)
    load = commands.add_parser("import", help=says["import"], description=says["import_about"])
    load.add_argument("paths", type=path, nargs="+", metavar="FILE|FOLDER", help=says["paths"])
    load.add_argument("--as-trainee", metavar="CODE", help=says["as_trainee"])
    load.set_defaults(run=_import)
    erase = commands.add_parser("erase", help=says["erase"], description=says["erase"])
    erase.add_argument("--yes", action="store_true", help=says["yes"])
    erase.set_defaults(run=_erase)


def _export(chosen: argparse.Namespace) -> int:
    from carelevel.cli.out_file import write_out
    from carelevel.exports.attempts import Format, written
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    attempts = open_store().attempts(chosen.trainee or trainee().code)
    pieces = written(attempts, Format(chosen.format))
    if chosen.out is not None:
        write_out(pieces, chosen.out, over=chosen.force)
        says = record_messages.EXPORTED.format(
            file=chosen.out, answers=messages.counted(len(attempts), record_messages.ANSWERS)
        )
        print(says, file=sys.stderr)
        return DONE
    for piece in pieces:  # as bytes: a terminal's encoding and line ends would make another file of it
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
    return DONE


def _import(chosen: argparse.Namespace) -> int:
    from carelevel.exports.loading import load_paths
    from carelevel.store.store import open_store

    status = DONE
    for loaded in load_paths(chosen.paths, open_store(), chosen.as_trainee):
        print("\n".join((*loaded.named, loaded.says)), flush=True)
        if loaded.refused:
            status = SOME_REFUSED
    return status


def _erase(chosen: argparse.Namespace) -> int:
    from carelevel.exports.own_record import OwnRecord
    from carelevel.store.identity import trainee
    from carelevel.store.store import open_store

    record = OwnRecord(open_store(), trainee().code)
    answers = messages.counted(record.count(), record_messages.ANSWERS)
    if (
        not chosen.yes
        and _asked(record_messages.ERASE_QUESTION.format(answers=answers, code=record.trainee)) != record.trainee
    ):
        print(record_messages.NOT_ERASED)
        return SOME_REFUSED
    record.erase(record.trainee)
    print(record_messages.ERASED.format(answers=answers))
    return DONE


def _asked(question: str) -> str:
    try:
        return input(f"{question} ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return ""
