"""What is wrong with a case's words for an interview: its opening, and what the person says where nothing is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carelevel.bank.glossary import PLAIN_WORDS, wrong_text
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import suggestion

MOST_UNSAID = 40
LONGEST_OPENING = LONGEST_UNSAID = 300
"""Characters."""


@dataclass(frozen=True, slots=True)
class WrongUnsaid:
    """A mistake in the entry of *finding*."""

    finding: str
    problem: str
    remedy: str


def wrong_opening(opening: str) -> str:
    """What is wrong with an opening that is written; '' where nothing is."""
    return wrong_text(opening, LONGEST_OPENING)


def wrong_unsaid(unsaid: Mapping[str, str], told: Findings, criteria: Criteria) -> Iterator[WrongUnsaid]:
    """Every mistake; *told*: the findings of the first decision point, of which the story says more than this."""
    known = [finding.id for finding in criteria.findings]
    if len(unsaid) > MOST_UNSAID:
        yield WrongUnsaid(list(unsaid)[MOST_UNSAID], f"{len(unsaid)} entries in 'unsaid'", f"keep to {MOST_UNSAID}")
    for finding, says in list(unsaid.items())[:MOST_UNSAID]:
        wrong = wrong_text(says, LONGEST_UNSAID)
        if finding not in known:
            yield WrongUnsaid(finding, f"unknown finding '{finding}'", suggestion(finding, known))
        elif finding in told:
            yield WrongUnsaid(finding, f"the story shows '{finding}'", "take it out of 'unsaid', or out of the story")
        if wrong:
            yield WrongUnsaid(finding, f"what is said of '{finding}' {wrong}", PLAIN_WORDS)
