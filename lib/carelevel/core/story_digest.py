"""What names the story that somebody answered to: not its file, whose key or dissent may change without it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from carelevel.core.case import Case

EVIDENCE_DIGITS = 16
"""So many of the digest that tells whether the same phrases are marked: it stands beside the story's own."""


@dataclass(frozen=True, slots=True)
class StoryDigest:
    """A telling by one decision point: what is read, what shows something in it, and the *file* that both are from."""

    story: str
    evidence: str
    file: str

    @property
    def kept(self) -> str:
        """What an answer is bound to."""
        return f"{self.story}.{self.evidence}"

    def is_story(self, kept: str) -> bool:
        """Whether an answer was given to this story.

        An older one is bound to its file, and is known as long as that has not changed by a byte.
        """
        return kept == self.file or kept.partition(".")[0] == self.story

    def is_told_alike(self, kept: str) -> bool:
        """Whether what such an answer was told, its phrases too, still holds as far as the case goes."""
        return kept in (self.file, self.kept)


def story_digest(case: Case, twin: str, number: int) -> StoryDigest:
    """Of decision point *number* of the case itself, where *twin* is '', or of a twin."""
    points = case.telling(twin or None)[: number + 1]
    shown = [[each.paragraph, *each.at, sorted(each.findings.items())] for point in points for each in point.evidence]
    return StoryDigest(text_digest(case, number, twin), _sha256(shown)[:EVIDENCE_DIGITS], case.digest)


def text_digest(case: Case, number: int, twin: str = "") -> str:
    """SHA-256 of what a reader has read by decision point *number*: headings and paragraphs, no key."""
    points = case.telling(twin or None)[: number + 1]
    return _sha256([[point.heading, *point.texts] for point in points])


def _sha256(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()
