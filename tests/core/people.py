"""People whom the tests ask about, as findings."""

from __future__ import annotations

READY = {
    "support": "strong",
    "desire_to_recover": "clear",
    "attendance": "daily",
    "housing": "settled",
    "medication": "manages",
}
"""Whatever outpatient care takes for granted is stated, and nothing else is known."""

KNOWN = {
    "severity": "less_severe",
    "fear_of_return": "low",
    "peers": "away_from_use",
    "housing": "settled",
    "home": "steady",
    "support": "strong",
    "self_control": "manages",
    "structure": "flexible",
    "desire_to_recover": "clear",
    "attendance": "daily",
    "medication": "manages",
    "prior_care": "none",
    "sober_living": "unavailable",
}
"""Everything that can move the level is stated: no concern, no bed, and no intensive care before."""

BED = {"sober_living": "available"}
UNDERGONE = {"prior_care": "intensive_undergone"}
PART_TIME = {"attendance": "part_time"}
