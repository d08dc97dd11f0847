"""Decision points and cases written out as small stories, for tests."""

from __future__ import annotations

from carelevel.bank.vignette import Swap, read_vignette
from carelevel.core.case import Case, DecisionPoint, Key, Twin

QUIET = """The kettle at the depot has a dent that nobody will own up to. Every morning somebody fills it, and
every morning somebody else pours the water away and fills it again. Nadia is in her forties and drives the
early van. She knows the streets by their dogs. On Mondays there is cake, which is always the same cake, and on
Fridays there is what is left of it. Her gloves are on the radiator. A calendar from another year hangs by the
door, since the picture is of a lighthouse and she likes it. When the rain comes she turns the lights on and
lets the wipers talk. Nobody hurries her. She hums while she waits, and the tune has no end."""
"""Words enough for a decision point, in which there is nothing to find."""


def point(story: str = QUIET, swap: Swap | None = None, heading: str = "Intake") -> DecisionPoint:
    """The decision point that *story* tells, with its marked phrases."""
    section = read_vignette(f"## {heading}\n\n{story}", "story.md", swap=swap).sections[0]
    shown = tuple(section.evidence)
    findings = {name: value for one in shown for name, value in one.findings.items()}
    return DecisionPoint(section.heading, tuple(section.paragraphs), shown, findings, Key("outpatient"))


def case(*points: DecisionPoint, title: str = "The early van", discuss: str = "", twins: tuple[Twin, ...] = ()) -> Case:
    return Case("early-van", title, 1, points or (point(),), "0" * 64, discuss, twins)
