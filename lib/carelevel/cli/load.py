"""`carelevel import`: answers from files that `carelevel export` has written."""

from __future__ import annotations

import argparse

from carelevel.exports.loading import Loader
from carelevel.store.store import open_store

DONE, SOME_REFUSED = 0, 1


def run(chosen: argparse.Namespace) -> int:
    """1 where a line, or a file, was refused."""
    status = DONE
    for loaded in Loader(open_store(), as_trainee=chosen.as_trainee).load_paths(chosen.paths):
        print("\n".join((*loaded.named, loaded.says)), flush=True)
        if loaded.refused:
            status = SOME_REFUSED
    return status
