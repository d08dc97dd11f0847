"""Where in a text as it was typed something stands that was found in the text as it is shown."""

from __future__ import annotations

from carelevel.authoring.draft.whitespace import BLANK, is_blank
from carelevel.core.case import Span


def moved(at: Span, told: str, typed: str) -> Span:
    """The place *at* of *told*, in *typed*."""
    if told == typed:
        return at
    places = alignment(told, typed)
    start, end = (places[min(place, len(told))] for place in at)
    return start, places[at[1] - 1] + 1 if at[0] < at[1] <= len(told) else end


def alignment(told: str, typed: str) -> list[int]:
    """For each character of *told*, and for its end, where it stands in *typed*, which has stars and spaces more."""
    places, place = list[int](), 0
    for character in told:
        if is_blank(character):
            found = BLANK.search(typed, place)
            place = found.start() if found else place
        else:
            place = max(typed.find(character, place), place)
        places.append(min(place, max(len(typed) - 1, 0)))
        place += 1
    return [*places, min(place, len(typed))]
