"""`carelevel schema`: the JSON Schema of criteria.yaml, for editors."""

from __future__ import annotations

import argparse
import sys

from carelevel.cli.path_argument import path
from carelevel.messages import check as check_messages

DONE = 0


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add schema to the commands."""
    says = check_messages.COMMAND
    schema = commands.add_parser("schema", help=says["schema"], description=says["schema_about"])
    schema.add_argument("--out", type=path, metavar="FILE", help=says["out"])
    schema.set_defaults(run=_schema)


def _schema(chosen: argparse.Namespace) -> int:
    from carelevel.bank import criteria_schema

    if chosen.out is None:
        sys.stdout.write(criteria_schema())
    else:
        from carelevel.cli.out_file import write_out

        write_out([criteria_schema()], chosen.out, over=True)
    return DONE
