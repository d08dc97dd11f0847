"""People whom the tests ask about, as findings."""

from __future__ import annotations

READY = {
    "support": "strong",
    "desire_to_recover": "clear",
    "attendance": "daily",
    "housing": "settled",
    "medication": "manages",
}
"""Every prerequisite is stated and met, and nothing else is known."""

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
"""Everything that can move the level is stated, at its least concern; nothing mitigates."""

BED = {"sober_living": "available"}
COMPLETED = {"prior_care": "intensive_completed"}
