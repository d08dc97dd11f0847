"""What the page of a bank's files is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carelevel.widgets.shared.view import FaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFilesView(FaceView):
    """The cases to take along: titles by ids."""

    cases: Mapping[str, str]
