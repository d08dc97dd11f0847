"""`carelevel export`: a trainee's answers, into a file or to standard output."""

from __future__ import annotations

import argparse
import sys

from carelevel import messages
from carelevel.cli.out_file import put_out
from carelevel.exports.attempts import Format, written
from carelevel.messages import record as record_messages
from carelevel.store.identity import trainee
from carelevel.store.store import open_store


def run(chosen: argparse.Namespace) -> None:
    """Print or write the answers; StoreError where the record or the file cannot be used."""
    store, code, form = open_store(), chosen.trainee or trainee().code, Format(chosen.format)
    attempts, beside = store.attempts(code), store.beside_attempts(code)
    answers = messages.counted(len(attempts), record_messages.ANSWERS)
    done = record_messages.EXPORTED.format(file=chosen.out, answers=answers)
    put_out(written(attempts, form, beside), chosen.out, over=chosen.force, done=done)
    if beside and form is not Format.JSONL:
        print(messages.counted(len(beside), record_messages.LEFT_OUT), file=sys.stderr)
