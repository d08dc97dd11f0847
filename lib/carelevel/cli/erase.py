"""`carelevel erase`: the record of whoever works here, erased for good."""

from __future__ import annotations

import argparse

from carelevel import messages
from carelevel.exports.own_record import OwnRecord
from carelevel.messages import record as record_messages
from carelevel.store.identity import trainee
from carelevel.store.store import open_store

DONE, NOT_ERASED = 0, 1


def run(chosen: argparse.Namespace) -> int:
    """1 where the question was not answered with the record's own code."""
    record = OwnRecord(open_store(), trainee().code)
    answers = messages.counted(record.count(), record_messages.ANSWERS)
    question = record_messages.ERASE_QUESTION.format(answers=answers, code=record.trainee)
    if not chosen.yes and _asked(question) != record.trainee:
        print(record_messages.NOT_ERASED)
        return NOT_ERASED
    record.erase(record.trainee)
    print(record_messages.ERASED.format(answers=answers))
    return DONE


def _asked(question: str) -> str:
    try:
        return input(f"{question} ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return ""
