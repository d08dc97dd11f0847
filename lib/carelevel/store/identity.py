"""Whose record it is: a code, never a name."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.trainee import LONGEST_CODE, is_code
from carelevel.store.folder import data_folder, make_once, replace

KEY_FILE = "trainee.key"
CODE_FILE = "trainee"
KEY_BYTES = 32
SAID_BY = ("CARELEVEL_TRAINEE", "JUPYTERHUB_USER")
"""Variables that say whose record it is, the first before the second."""


@dataclass(frozen=True, slots=True)
class Trainee:
    """Whose record it is; *code* is a pseudonym of 1 to 64 letters, digits and - _ ."""

    code: str


def trainee(environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Trainee:
    """Whose record it is now, the same at every start; *folder* is the data folder unless given.

    The code is CARELEVEL_TRAINEE's, else made from JUPYTERHUB_USER, else made here once or chosen by `switch`.
    Raises AnswerError where CARELEVEL_TRAINEE is no code, StoreError where the folder cannot be used.
    """
    given = environment.get("CARELEVEL_TRAINEE")
    if given:
        return Trainee(_checked(given, "CARELEVEL_TRAINEE"))
    folder = folder or data_folder(environment)
    user = environment.get("JUPYTERHUB_USER")
    if user:
        return Trainee(_pseudonym(user, folder))
    return Trainee(_local(folder))


def switch(code: str, environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Trainee:
    """Make *code* whose record it is on this computer from now on.

    Raises AnswerError where *code* is no code or the environment already says who it is, StoreError as above.
    """
    for name in SAID_BY:
        if environment.get(name):
            raise AnswerError(f"trainee: {name} already says whose record this is; take it away to switch")
    checked = _checked(code, "trainee")
    replace((folder or data_folder(environment)) / CODE_FILE, checked.encode())
    return Trainee(checked)


def can_switch(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether it is this computer, and not the environment, that says whose record it is."""
    return not any(environment.get(name) for name in SAID_BY)


def _checked(code: str, place: str) -> str:
    code = code.strip()
    if not is_code(code):
        raise AnswerError(f"{place}: not a code; use 1 to {LONGEST_CODE} of the letters a to z, digits and - _ .")
    return code


def _pseudonym(user: str, folder: Path) -> str:
    """A code that cannot be turned back into *user* without the key, which stays in *folder*."""
    file = folder / KEY_FILE
    key = make_once(file, secrets.token_bytes(KEY_BYTES))
    if len(key) != KEY_BYTES:
        raise StoreError(f"{file}: the key is damaged; restore a copy of it, or records will change hands")
    return f"hub-{hmac.new(key, user.encode(), hashlib.sha256).hexdigest()[:10]}"


def _local(folder: Path) -> str:
    file = folder / CODE_FILE
    code = make_once(file, f"local-{secrets.token_hex(4)}".encode()).decode(errors="replace").strip()
    if not is_code(code):
        raise StoreError(f"{file}: holds no code; write your code into it, or delete it for a new one")
    return code
