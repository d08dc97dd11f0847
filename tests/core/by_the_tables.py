"""The answer of our bank's criteria, worked out once more by hand from the tables of the specification.

Slow, plain, and without anything of the engine: what the engine says of every state is held against it.
"""

from __future__ import annotations

from typing import NamedTuple

OUT, PARTIAL, RESIDENTIAL = 0, 1, 2
LADDER = ("outpatient", "partial_hospitalization", "residential")


class Fired(NamedTuple):
    """What an indication asks for, the levels that a source supports, and how."""

    asks: int
    supports: tuple[int, ...]
    firm: bool
    strength: str


class Answer(NamedTuple):
    """What the tables give."""

    level: str
    accepted: tuple[str, ...]
    basis: str
    refer_accepted: bool


def fired(state: dict[str, str]) -> list[Fired]:
    """The indications that fire; *state* may leave findings out."""
    bed = state.get("sober_living") == "available"
    undergone = state.get("prior_care") == "intensive_undergone"
    unafraid = state.get("fear_of_return") == "low"
    found: list[Fired] = []
    if state.get("self_control") == "struggles":
        found.append(Fired(RESIDENTIAL, (RESIDENTIAL,), True, "direct"))
    if state.get("structure") == "rigid_needed":
        found.append(Fired(RESIDENTIAL, (RESIDENTIAL,), True, "direct"))
    if state.get("support") == "none":
        found.append(Fired(RESIDENTIAL, (RESIDENTIAL,), True, "direct"))
    if state.get("home") == "tempting":
        eased = Fired(PARTIAL, (PARTIAL, RESIDENTIAL), False, "inferred")
        found.append(eased if bed else Fired(RESIDENTIAL, (RESIDENTIAL,), True, "direct"))
    if state.get("fear_of_return") == "high":
        eased = Fired(PARTIAL, (OUT, PARTIAL, RESIDENTIAL), False, "inferred")
        found.append(eased if undergone else Fired(RESIDENTIAL, (RESIDENTIAL,), True, "direct"))
    if state.get("severity") == "severe" and not undergone:
        eased = Fired(OUT, (OUT, PARTIAL, RESIDENTIAL), True, "inferred")
        found.append(eased if unafraid else Fired(RESIDENTIAL, (RESIDENTIAL,), True, "inferred"))
    if state.get("peers") == "pressure_to_use":
        if unafraid:
            found.append(Fired(OUT, (OUT, PARTIAL), True, "inferred"))
        elif bed:
            found.append(Fired(PARTIAL, (PARTIAL, RESIDENTIAL), False, "inferred"))
        else:
            found.append(Fired(RESIDENTIAL, (RESIDENTIAL,), True, "inferred"))
    if state.get("support") == "thin":
        found.append(Fired(PARTIAL, (OUT, PARTIAL), False, "by_exclusion"))
    if state.get("desire_to_recover") == "wavering":
        found.append(Fired(PARTIAL, (OUT, PARTIAL), False, "by_exclusion"))
    if state.get("medication") == "needs_help":
        found.append(Fired(PARTIAL, (PARTIAL,), False, "by_exclusion"))
    if state.get("housing") == "none":
        found.append(Fired(PARTIAL, (PARTIAL,), False, "by_exclusion"))
    return found


def possible(state: dict[str, str]) -> tuple[bool, bool, bool]:
    """Whether each level is possible at all."""
    sleeps = state.get("housing", "settled") == "settled" or state.get("sober_living") == "available"
    comes = state.get("attendance", "daily")
    return comes in ("daily", "part_time") and sleeps, comes == "daily" and sleeps, True


def recommended(indications: list[Fired], can: tuple[bool, bool, bool]) -> tuple[int, int]:
    """The recommended level, and the one that would have been climbed to."""
    asked = max((one.asks for one in indications), default=OUT)
    firm = max((one.asks for one in indications if one.firm), default=OUT)
    climbed = min(level for level in range(asked, 3) if can[level])
    if climbed > asked and not any(one.firm and one.asks == asked for one in indications):
        below = [level for level in range(firm, asked) if can[level]]
        if below:
            return max(below), climbed
    return climbed, climbed


def answer(state: dict[str, str]) -> Answer:
    """The whole answer, red flags left aside."""
    indications, can = fired(state), possible(state)
    level, climbed = recommended(indications, can)
    low = max((min(one.supports) for one in indications), default=OUT)
    high = max([max(one.supports) for one in indications] + [level])
    wished = state.get("wants_immersion") == "wanted"
    accepted = {level} | {other for other in range(low, high + 1) if can[other]}
    if climbed != level and level < low:
        accepted.add(climbed)
    if wished:
        accepted.add(RESIDENTIAL)
    refer = level == RESIDENTIAL and not can[OUT] and not can[PARTIAL] and not wished
    refer = refer and not any(RESIDENTIAL in one.supports for one in indications)
    return Answer(
        LADDER[level],
        tuple(LADDER[rung] for rung in sorted(accepted)),
        basis(state, indications, level, len(accepted)),
        refer,
    )


def basis(state: dict[str, str], indications: list[Fired], level: int, accepted: int) -> str:
    """The first that holds."""
    if accepted > 1:
        return "contested"
    if any(one.firm and one.strength == "direct" and one.asks == level for one in indications):
        return "direct"
    named = state.get("support") == "strong" or state.get("prior_care") == "intensive_undergone"
    if level == OUT and not indications and named:
        return "direct"
    if any(one.firm and one.strength == "inferred" and one.asks == level for one in indications):
        return "inferred"
    if any(
        one.strength in ("direct", "inferred") and level in one.supports and one.asks != level for one in indications
    ):
        return "inferred"
    return "by_exclusion"
