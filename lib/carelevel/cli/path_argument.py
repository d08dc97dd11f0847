"""A path as an argument: `~` is the home folder there too, also in quotes and after an equals sign."""

from __future__ import annotations

import argparse
from pathlib import Path

from carelevel.files.home import expanded
from carelevel.messages import command as command_messages


def path(text: str) -> Path:
    """For argparse, which says of a refused one which argument it is."""
    if not text:  # it would be the folder one stands in
        raise argparse.ArgumentTypeError(command_messages.NO_PATH)
    try:
        return expanded(text)
    except RuntimeError:
        raise argparse.ArgumentTypeError(command_messages.NO_HOME.format(path=text)) from None
