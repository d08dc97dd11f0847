"""`carelevel schema`: the JSON Schema of criteria.yaml or notes.yaml, for editors, or of an answer, for programs."""

from __future__ import annotations

import argparse

from carelevel.cli.out_file import put_out


def run(chosen: argparse.Namespace) -> None:
    """Print the schema, or write it; StoreError where the file cannot be written, BankError where the bank is none."""
    schema = _answer_schema(chosen) if chosen.answer else _notes_schema() if chosen.notes else _criteria_schema()
    put_out([schema], chosen.out, over=True)


def _criteria_schema() -> str:
    from carelevel.bank.criteria_schema import criteria_schema

    return criteria_schema()


def _notes_schema() -> str:
    from carelevel.bank.notes_file import notes_schema

    return notes_schema()


def _answer_schema(chosen: argparse.Namespace) -> str:
    from carelevel.bank import open_bank
    from carelevel.exports.assessment_schema import assessment_schema

    return assessment_schema(open_bank(chosen.bank).criteria)
