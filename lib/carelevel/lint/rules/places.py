"""Places smaller than a state: by the state after them, by what the name ends in, by name, by what stands before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import Rule, rule, table
from carelevel.lint.prose import DIGIT, Prose, Run
from carelevel.lint.rules.names import is_no_name, is_wide
from carelevel.lint.word_lists import WordLists

_IN = frozenset({"in", "near", "outside", "into", "around", "toward", "towards", "beyond"})
_NAMING = frozenset({"called", "named"})
_BEFORE = _IN | _NAMING | {"of", "from", "to", "through", "via"}
CODE = "identifier/place"
REWORDING = "name the state or nothing: 'a town in Ohio', 'two streets away'"


_postcode = partial(rule, CODE, "leave the postcode out")
_road = partial(rule, CODE, REWORDING, cased=True)


@table
def numbered(lists: WordLists) -> Iterator[Rule]:
    """Postcodes, roads with a number, addresses."""
    yield from (
        _postcode(DIGIT, r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b", cased=True),
        _postcode(
            "zip postcode postal",
            r"\b(?:zip(?: ?code)?|post ?code|postal code)\W{0,3}(?:is|was)?\W{0,3}(?P<it>\d{5}(?:-\d{4})?)\b",
        ),
        _postcode(DIGIT, rf"\b(?:{lists.any_of('state_codes')}) (?P<it>\d{{5}}(?:-\d{{4}})?)\b", cased=True),
        _road(
            DIGIT, r"\b(?:(?:Highway|Interstate|Route|Junction|Exit|State Road|County Road) \d{1,4}|(?:I|US)-\d{1,3})\b"
        ),
        _road(
            DIGIT,
            r"\b\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}"
            r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Court|Way)\b",
        ),
        _road(
            "side end",
            r"\b(?:[Tt]he|[Oo]n|[Ii]n) "
            r"(?P<it>(?:North|South|East|West|Lower|Upper) (?:Side|End|East Side|West Side))\b",
        ),
    )


def with_state(prose: Prose, run: Run) -> bool:
    """ "Gloucester, Massachusetts", "Portland, OR"."""
    if run.last >= len(prose.texts) or prose.gap(run.last) != ", " or is_wide(run.name, prose.lists):
        return False
    after = prose.word(run.last)
    further = f"{after.text} {prose.after(run.last)}"
    if not _is_state(after.text, prose) and further not in prose.lists["states"]:
        return False
    return run.name not in prose.people or run.name in prose.lists["cities_like_names"]


def wide_landmark(prose: Prose, run: Run) -> bool:
    """ "Hudson Valley": a river or a range, of which some cross states."""
    if len(run.names) < 2 or is_wide(run.name, prose.lists):
        return False
    return run.names[-1] in prose.lists["wide_place_endings"] and not run.opening


def landmark(prose: Prose, run: Run) -> bool:
    """ "Elm Street", "Cook County", "Lake Wallenpaupack"."""
    if len(run.names) < 2 or is_wide(run.name, prose.lists):
        return False
    named = not all(is_no_name(name, prose.lists) for name in run.names[:-1])
    ends_so = run.names[-1] in prose.lists["place_endings"] and named
    return ends_so or run.names[0] in prose.lists["place_beginnings"]


def city(prose: Prose, run: Run) -> bool:
    """A well-known city or district, whatever stands around it."""
    for name in _parts(run):
        goods = f"{name} {prose.after(run.last - 1).lower()}"
        if name in prose.lists["cities"] and goods not in prose.lists["city_goods"]:
            return prose.earlier(run.first, 2) != ("of", "plaster")
    return False


def surely_surrounded(prose: Prose, run: Run) -> bool:
    """A surrounded name that is a city's too, or that what stands before it leaves no doubt about."""
    return surrounded(prose, run) and (run.name in prose.lists["cities_like_names"] or _is_sure(prose, run))


def surrounded(prose: Prose, run: Run) -> bool:
    """A name after "in", "near", "moved to" and the like that is no state, no tongue and nobody's first name."""
    if prose.before(run.first) not in _BEFORE or prose.gap(run.first) != " " or not _may_be_place(prose, run):
        return False
    if not _leads_to_place(prose.earlier(run.first, 6), prose.lists):
        return False
    is_city = run.name in prose.lists["cities_like_names"] and _is_sure(prose, run)
    if run.name in prose.lists["first_names"] and not is_city:
        return False
    return _is_lived_in(prose, run) or run.name not in prose.people


def _is_sure(prose: Prose, run: Run) -> bool:
    return prose.before(run.first) in _IN | _NAMING or _is_lived_in(prose, run)


def _is_lived_in(prose: Prose, run: Run) -> bool:
    return not prose.lists["living"].isdisjoint(prose.earlier(run.first, 6))


def _may_be_place(prose: Prose, run: Run) -> bool:
    """Whether the run is neither somebody's, as in "Nadia's kitchen", nor a state, nor a thing such as Group B."""
    if prose.word(run.last - 1).possessive or is_wide(run.name, prose.lists):
        return False
    if len(run.names) > 3 or len(run.names[-1]) == 1:
        return False
    first_name = len(run.names) > 1 and run.names[0] in prose.lists["first_names"]
    return not first_name and not any(is_no_name(name, prose.lists) for name in run.names)


def _leads_to_place(near: tuple[str, ...], lists: WordLists) -> bool:
    if near[0] in _NAMING:
        return not lists["settlements"].isdisjoint(near[1:3])
    if near[0] in _IN or near[:2] == ("of", "out"):
        return lists["not_of_places"].isdisjoint(near[1:3])
    if near[0] == "from":
        return not lists["coming"].isdisjoint(near[1:])
    return near[0] in ("to", "through", "via") and not lists["going"].isdisjoint(near[1:5])


def _parts(run: Run) -> list[str]:
    """The whole name, then what it begins and ends with."""
    count = len(run.names)
    ends = ((0, count), (0, 2), (count - 2, count), (0, 1), (count - 1, count))
    return [run.name] if count == 1 else [" ".join(run.names[first:last]) for first, last in ends]


def _is_state(word: str, prose: Prose) -> bool:
    """Whether *word*, after a name and a comma, says the state."""
    if word in prose.lists["state_codes"]:
        return True
    return word in prose.lists["states"] and word not in prose.lists["first_names"]
