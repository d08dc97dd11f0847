"""Places smaller than a state: by the state after them, by what the name ends in, by name, by what stands before."""

from __future__ import annotations

import re

from carelevel.lint.english import is_word
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_named_after, is_no_name, is_wide
from carelevel.lint.word_lists import WordLists

_IN = frozenset({"in", "near", "outside", "into", "around", "toward", "towards", "beyond"})
_BY_THE = frozenset(
    {
        "in",
        "along",
        "by",
        "near",
        "around",
        "across",
        "off",
        "through",
        "beside",
        "outside",
        "on",
        "from",
        "below",
        "above",
        "over",
        "fished",
        "fishes",
        "paddles",
        "floats",
        "crossed",
        "swam",
        "into",
        "down",
        "up",
    }
)
_AFTER_PLACE = frozenset(
    {
        "and",
        "when",
        "where",
        "after",
        "before",
        "every",
        "for",
        "with",
        "until",
        "since",
        "because",
        "at",
        "in",
        "on",
        "is",
        "was",
        "to",
        "by",
        "near",
        "or",
        "but",
        "again",
        "all",
        "as",
        "who",
        "that",
    }
)
_NAMING = frozenset({"called", "named"})
_BEFORE = _IN | _NAMING | {"of", "from", "to", "through", "via"}
_BESIDE = frozenset({"off", "by", "at", "past", "behind", "under", "along"})
_PARTS = frozenset({"so", "no", "south", "north", "east", "west", "downtown", "uptown", "central", "greater"})
_OF_TOWNS = re.compile(
    r"[A-Z][a-z]{2,}(?:ville|burg|burgh|boro|borough|bury|ham|ford|dale|field|haven|brook|mont|mouth|port"
    r"|stead|water|vale|shire|"
    r"view|crest|ridge|gate|hurst|polis|chester|minster|town|creek|falls|wick|worth|grad|gorod|abad|pur|stan)"
)
CODE = "identifier/place"
REWORDING = "name the state or nothing: 'a town in Ohio', 'two streets away'"


def with_state(prose: Prose, run: Run) -> bool:
    """ "Gloucester, Massachusetts", "Portland, OR", "from Lowell Mass"."""
    if len(run.names) > 1 and run.names[-1] in prose.lists["states_shortened"]:
        town, led = run.names[:-1], prose.before(run.first) in _BEFORE
        return led and not (
            any(is_no_name(name, prose.lists) for name in town) or is_word(town[0].lower(), prose.lists)
        )
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
    if run.name in prose.lists["not_names"] or _is_of_goods(prose, run) or is_named_after(prose, run):
        return False
    led = prose.before(run.first) in _BEFORE | _BESIDE
    named = led or not all(is_no_name(name, prose.lists) for name in run.names[:-1])
    ends_so = run.names[-1] in prose.lists["place_endings"] and named
    return ends_so or run.names[0] in prose.lists["place_beginnings"]


def city(prose: Prose, run: Run) -> bool:
    """A well-known city or district, or a town that is nothing else, whatever stands around it."""
    lists = prose.lists
    known = next((name for name in _parts(run) if name in lists["cities"] or name in lists["towns"]), None)
    if known is None or _is_of_goods(prose, run) or (run.name != known and run.name in lists["brands"]):
        return False
    if run.name != known and (run.name in lists["not_names"] or is_named_after(prose, run)):
        return False
    if len(run.names) == 1 and (run.name in lists["not_names"] or is_named_after(prose, run)):
        return False
    if (known in lists["things"] and not _is_part(prose, run)) or _is_served(prose, run):
        return False
    if known in lists["cities"]:
        return prose.earlier(run.first, 2) != ("of", "plaster")
    return not is_wide(known, lists) and (run.name == known or not _is_somebody(run, prose))


def _is_of_goods(prose: Prose, run: Run) -> bool:
    """Whether a thing is named after the place: "Oxford shoes", "Long Island iced teas"."""
    return any(word in prose.lists["city_goods"] for word in prose.following(run.last - 1, 2)) or (
        run.names[-1].lower() in prose.lists["city_goods"]
    )


def _is_part(prose: Prose, run: Run) -> bool:
    """ "so. Tucson", "downtown Malibu": what stands before it is a part of a town."""
    return run.first > 0 and prose.gap(run.first) in (" ", ". ") and prose.small[run.first - 1] in _PARTS


def _is_served(prose: Prose, run: Run) -> bool:
    """Whether it is a drink or an animal, as in "an iced tea and a Manhattan": an article before, no noun after."""
    after = prose.after(run.last - 1)
    return len(run.names) == 1 and prose.before(run.first) in ("a", "an") and (not after or after in _AFTER_PLACE)


def _is_somebody(run: Run, prose: Prose) -> bool:
    return run.names[0] in prose.lists["first_names"] or run.names[-1] in prose.lists["surnames"]


def strange_in_place(prose: Prose, run: Run) -> bool:
    """A word that is built as towns are, and that nobody is called."""
    name, lists = run.names[0], prose.lists
    if (
        len(run.names) != 1
        or name in lists["first_names"]
        or name in prose.people
        or prose.word(run.last - 1).possessive
    ):
        return False
    if is_no_name(name, lists) or name in lists["things"] or is_named_after(prose, run):
        return False
    if (
        prose.earlier(run.first, 2)[:1] == ("the",)
        and prose.before(run.first, 2) in _BY_THE
        and not is_word(name.lower(), lists)
    ):
        return (name not in lists["brands"] and not prose.after(run.last - 1).islower()) or prose.after(
            run.last - 1
        ) in _AFTER_PLACE
    return bool(_OF_TOWNS.fullmatch(name)) and not is_word(name.lower(), lists)


def surely_surrounded(prose: Prose, run: Run) -> bool:
    """A surrounded name that is a city's too, or that what stands before it leaves no doubt about."""
    return surrounded(prose, run) and (run.name in prose.lists["cities_like_names"] or _is_sure(prose, run))


def surrounded(prose: Prose, run: Run) -> bool:
    """A name after "in", "near", "moved to" and the like that is no state, no tongue and nobody's first name."""
    if prose.before(run.first) not in _BEFORE or prose.gap(run.first) != " " or not _may_be_place(prose, run):
        return False
    if _is_of_goods(prose, run):
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
    if run.name in prose.lists["things"] and not any(
        run.name in prose.lists[kind] for kind in ("cities_like_names", "cities")
    ):
        return False
    first_name = len(run.names) > 1 and run.names[0] in prose.lists["first_names"]
    return not first_name and not any(is_no_name(name, prose.lists) for name in run.names)


def _leads_to_place(near: tuple[str, ...], lists: WordLists) -> bool:
    if near[0] in _NAMING:
        return not lists["settlements"].isdisjoint(near[1:3])
    if near[0] in _IN or near[:2] == ("of", "out"):
        return lists["not_of_places"].isdisjoint(near[1:3])
    if near[0] == "from":
        return len(near) == 1 or near[1] in lists["persons"] or not lists["coming"].isdisjoint(near[1:])
    return near[0] in ("to", "through", "via") and not lists["going"].isdisjoint(near[1:5])


def _parts(run: Run) -> list[str]:
    """The whole name, then what it begins and ends with."""
    count = len(run.names)
    ends = ((0, count), (0, 2), (count - 2, count), (0, 1), (count - 1, count))
    return [run.name] if count == 1 else [" ".join(run.names[first:last]) for first, last in ends]


def _is_state(word: str, prose: Prose) -> bool:
    """Whether *word*, after a name and a comma, says the state."""
    if word in prose.lists["state_codes"] or word in prose.lists["states_shortened"]:
        return True
    return word in prose.lists["states"] and word not in prose.lists["first_names"]
