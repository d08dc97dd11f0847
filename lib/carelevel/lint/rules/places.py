"""Places smaller than a state: by the state after them, by what the name ends in, by name, by what stands before."""

from __future__ import annotations

from carelevel.lint.patterns import ERROR, WARNING, Find, Table, rule
from carelevel.lint.persons import GIVEN_NAMES
from carelevel.lint.prose import DIGIT, Prose, Run
from carelevel.lint.regions import CITIES, CITY_GOODS, COUNTRIES, NAMELIKE_CITIES, STATE_CODES, STATES, TONGUES
from carelevel.lint.rules.names import is_no_name
from carelevel.lint.word_lists import words

ENDINGS = words(
    """Street St Avenue Ave Road Rd Lane Drive Boulevard Blvd Court Crescent Terrace Close Way Row Square Alley
    Highway Parkway Turnpike Freeway Mews Creek Bridge Lake Park Beach Bay Harbor Harbour Island County
    Parish Township Village Heights Hills Hill Station Airport Mountain Mall Market Cemetery Falls
    Springs City Town Borough Projects Estate Estates Pier Wharf Docks Canyon Forest Reservation Woods
    Gardens Plaza District Quarter Point Cove Ridge Junction Common Green Tower Towers Crossing Landing
    Marina Pond Reservoir Tunnel Fields"""
)
WIDE_ENDINGS = words("River Mountains Valley Desert Sea Ocean Basin Plains Coast")
"""What may be wider than a state."""
STARTS = words("Lake Mount Mt Fort Ft Port San Santa Los Las Cape Camp")
_IN = frozenset({"in", "near", "outside", "into", "around", "toward", "towards", "beyond"})
_COMING = words(
    """come comes came coming is was are were be been moved moves move moving drive drives drove driven drives
    walk walks walked fly flies flew bus train coach ferry boat flight greyhound van back travel travels
    travelled traveled sent send raised born grew hitchhiked hitched road ride rides rode way tram
    trains buses"""
)
_GOING = _COMING - {"is", "was", "are", "were", "be", "been", "raised", "born", "sent", "send", "back", "way"}
_LIVING = words("""lives lived live living born raised grew moved moves settled camped camps farms farmed""")
_NAMING = frozenset({"called", "named"})
_BEFORE = _IN | _NAMING | {"of", "from", "to", "through", "via"}
_SETTLEMENTS = words(
    "village town city suburb hamlet place street road neighbourhood neighborhood estate county parish"
)
_INNER = words(
    """believe believes believed trust trusts trusted faith confides confided confidence interest interested
    joy sees saw found finds likeness dressed written speaks talks reads sings write writes swears read"""
)
_REWORDING = "name the state or nothing: 'a town in Ohio', 'two streets away'"

_NUMBERED = Table(
    rule(
        "identifier/place",
        ERROR,
        DIGIT,
        r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b",
        "leave the postcode out",
        cased=True,
    ),
    rule(
        "identifier/place",
        ERROR,
        "zip postcode postal",
        r"\b(?:zip(?: ?code)?|post ?code|postal code)\W{0,3}(?:is|was)?\W{0,3}(?P<it>\d{5}(?:-\d{4})?)\b",
        "leave the postcode out",
    ),
    rule(
        "identifier/place",
        ERROR,
        DIGIT,
        r"\b(?:" + "|".join(sorted(STATE_CODES)) + r") (?P<it>\d{5}(?:-\d{4})?)\b",
        "leave the postcode out",
        cased=True,
    ),
    rule(
        "identifier/place",
        ERROR,
        DIGIT,
        r"\b(?:(?:Highway|Interstate|Route|Junction|Exit|State Road|County Road) \d{1,4}|(?:I|US)-\d{1,3})\b",
        _REWORDING,
        cased=True,
    ),
    rule(
        "identifier/place",
        ERROR,
        DIGIT,
        r"\b\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Court|Way)\b",
        _REWORDING,
        cased=True,
    ),
    rule(
        "identifier/place",
        ERROR,
        "side end",
        r"\b(?:[Tt]he|[Oo]n|[Ii]n) (?P<it>(?:North|South|East|West|Lower|Upper) (?:Side|End|East Side|West Side))\b",
        _REWORDING,
        cased=True,
    ),
)


def numbered(prose: Prose) -> list[Find]:
    """Postcodes, roads with a number, addresses."""
    return list(_NUMBERED.finds(prose))


def with_state(prose: Prose, run: Run) -> Find | None:
    """ "Gloucester, Massachusetts", "Portland, OR"."""
    if run.last >= len(prose.texts) or prose.gap(run.last) != ", " or _is_wide(run.name):
        return None
    after = prose.word(run.last)
    further = f"{after.text} {prose.after(run.last)}"
    stated = after.text in STATE_CODES or (after.text in STATES and after.text not in GIVEN_NAMES) or further in STATES
    return _find(prose, run) if stated and (run.name not in prose.people or run.name in NAMELIKE_CITIES) else None


def landmark(prose: Prose, run: Run) -> Find | None:
    """ "Elm Street", "Cook County", "Lake Wallenpaupack"; a river or a range is a warning, since some cross states."""
    if len(run.names) < 2 or _is_wide(run.name):
        return None
    if run.names[-1] in WIDE_ENDINGS and not run.opening:
        return Find("identifier/place", WARNING, *prose.at(run), "say 'the river', 'the valley'")
    named = not all(is_no_name(name) for name in run.names[:-1])
    return _find(prose, run) if (run.names[-1] in ENDINGS and named) or run.names[0] in STARTS else None


def city(prose: Prose, run: Run) -> Find | None:
    """A well-known city or district, whatever stands around it."""
    for name in _parts(run):
        if name in CITIES and prose.after(run.last - 1).lower() not in CITY_GOODS.get(name, ()):
            return None if prose.earlier(run.first, 2) == ("of", "plaster") else _find(prose, run)
    return None


def surrounded(prose: Prose, run: Run) -> Find | None:
    """A name after "in", "near", "moved to" and the like that is no state, no tongue and nobody's first name."""
    if prose.before(run.first) not in _BEFORE or prose.gap(run.first) != " " or not _may_be_place(prose, run):
        return None
    near = prose.earlier(run.first, 6)
    if not _leads_to_place(near):
        return None
    lived = not _LIVING.isdisjoint(near)
    sure = lived or near[0] in _IN | _NAMING
    if run.name in GIVEN_NAMES and not (run.name in NAMELIKE_CITIES and sure):
        return None
    if run.name in prose.people and not lived:
        return None
    found = _find(prose, run)
    return found if sure or run.name in NAMELIKE_CITIES else found._replace(severity=WARNING)


def _may_be_place(prose: Prose, run: Run) -> bool:
    """Whether the run is neither somebody's, as in "Nadia's kitchen", nor a state, nor a thing such as Group B."""
    if prose.word(run.last - 1).possessive or _is_wide(run.name):
        return False
    if len(run.names) > 3 or len(run.names[-1]) == 1:
        return False
    first_name = len(run.names) > 1 and run.names[0] in GIVEN_NAMES
    return not first_name and not any(is_no_name(name) for name in run.names)


def _leads_to_place(near: tuple[str, ...]) -> bool:
    if near[0] in _NAMING:
        return not _SETTLEMENTS.isdisjoint(near[1:3])
    if near[0] in _IN or near[:2] == ("of", "out"):
        return _INNER.isdisjoint(near[1:3])
    if near[0] == "from":
        return not _COMING.isdisjoint(near[1:])
    return near[0] in ("to", "through", "via") and not _GOING.isdisjoint(near[1:5])


def _parts(run: Run) -> list[str]:
    """The whole name, then what it begins and ends with."""
    count = len(run.names)
    if count == 1:
        return [run.name]
    return [
        " ".join(run.names[first:last])
        for first, last in ((0, count), (0, 2), (count - 2, count), (0, 1), (count - 1, count))
    ]


def _is_wide(name: str) -> bool:
    """Whether this is a state, a country, or wider."""
    return name in STATES or name in COUNTRIES or name in TONGUES


def _find(prose: Prose, run: Run) -> Find:
    return Find("identifier/place", ERROR, *prose.at(run), _REWORDING)
