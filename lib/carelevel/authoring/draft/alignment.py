"""Where in a text as it was typed something stands that was found in the text as it is shown."""

from __future__ import annotations

from carelevel.authoring.draft.whitespace import BLANK, is_blank
from carelevel.core.case import Span


def moved(span: Span, read: str, typed: str) -> Span:
    """Where in *typed* stands what a *span* of *read* holds."""
    if read == typed:
        return span
    places = alignment(read, typed)
    start, end = (places[min(place, len(read))] for place in span)
    return start, places[span[1] - 1] + 1 if span[0] < span[1] <= len(read) else end


def alignment(read: str, typed: str) -> list[int]:
    """For each character of *read*, and for its end, where it stands in *typed*, which has stars and spaces more."""
    places, place = list[int](), 0
    for character in read:
        if is_blank(character):
            found = BLANK.search(typed, place)
            place = found.start() if found else place
        else:
            place = max(typed.find(character, place), place)
        places.append(min(place, max(len(typed) - 1, 0)))
        place += 1
    return [*places, min(place, len(typed))]
