"""`carelevel schema`: the JSON Schema of criteria.yaml, for editors."""

from __future__ import annotations

import argparse

from carelevel.bank import criteria_schema
from carelevel.cli.out_file import put_out


def run(chosen: argparse.Namespace) -> None:
    """Print the schema, or write it; StoreError where the file cannot be written."""
    put_out([criteria_schema()], chosen.out, over=True)
