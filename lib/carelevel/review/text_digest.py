"""What names the story that somebody answered to: not its file, whose key or dissent may change without it."""

from __future__ import annotations

import hashlib
import json

from carelevel.core.case import Case


def text_digest(case: Case, number: int) -> str:
    """SHA-256 of what a reader has read by decision point *number*: headings and paragraphs, no key and no twin."""
    read = [[point.heading, *(paragraph.text for paragraph in point.paragraphs)] for point in case.points[: number + 1]]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()
