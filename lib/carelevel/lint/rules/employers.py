"""Employers, clinics and schools by name: by what the name ends in, or by the work that is done there."""

from __future__ import annotations

from carelevel.lint.english import is_word
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_named_after, is_no_name

_AT = frozenset({"at", "for", "from", "by", "with", "through", "via", "@", "into", "to", "outside"})
_OF_SCHOOLS = frozenset({"at", "of", "from", "to", "attends", "attended"})
_BEFORE = _AT | {"the"}
_AT_OR_FOR = frozenset({"at", "for", "with", "@"})
_WORKERS = frozenset(
    {"shopper", "driver", "worker", "employee", "cashier", "associate", "barista", "manager", "greeter", "courier"}
    | {"stewardess", "steward", "pilot", "mechanic", "attendant", "technician", "tech", "rep", "agent", "operator"}
    | {"engineer", "machinist", "lineman", "guard", "cook", "baker", "butcher", "teller", "trucker", "supervisor"}
    | {"foreman", "veteran", "lifer", "man", "crew", "mechanics", "workers", "drivers", "schedule", "scheduling"}
)
_NO_WORK = frozenset(
    {"kids", "school", "son", "daughter", "hours", "nights", "started", "starts", "bed", "sober", "boxes"}
)
"""What speaks of work only where an "at" or a "for" follows."""
_SMALL_IS_KIND = frozenset(
    [
        "bus",
        "house",
        "fire",
        "police",
        "state",
        "detox",
        "treatment",
        "project",
        "network",
        "kitchen",
        "rescue",
        "mutual",
        "association",
        "district",
        "department",
        "hub",
        "urgent",
        "meals",
        "outreach",
        "authority",
        "initiative",
        "commission",
        "guild",
        "cares",
    ]
)
"""Nouns that end the name of a place only with a capital."""
_ENDING_IN_PAIRS = frozenset(
    {("Sober", "Living"), ("Recovery", "Living"), ("Assisted", "Living"), ("Credit", "Union"), ("Truck", "Stop")}
)
_OF_KINDS = frozenset({"Group", "IOP", "PHP", "OTP", "CTC"})
"""Endings that a kind of treatment has as often as whoever gives it: "Trauma Recovery Group", "Evening IOP"."""
_HOUSES = frozenset({"house", "home", "program", "unit", "living"})
_GONE = frozenset({"go", "off", "fired", "hired", "rehired", "retired", "quit", "suspended", "furloughed"})
_LETTING_GO = frozenset({"let", "fired", "hired", "laid", "promoted", "sacked", "rehired", "suspended", "employs"})
_WHERE_THEY_WORK = (("where", "works"), ("where", "work"), ("where", "worked"))
"""Behind a well-known shop, with whoever works there between."""
_YEARS_AT = (("with",), ("at",), ("for",), ("in",))
_YEARS = (("years",), ("yrs",), ("seasons",), ("summers",), ("winters",), ("decades",))
"""What somebody spent with an employer: "nine seasons with Harrow Fruit"."""
_GOODS = frozenset(
    {"lot", "parking", "bag", "bags", "cart", "gift", "card", "receipt", "app", "hoodie", "cup", "fries"}
)
"""What is bought or left at a well-known shop: "the Kroger lot"."""
_BEHIND_ROLES = frozenset({", ", " (", ": ", " – ", " — ", " - "})
"""Between what somebody is and for whom: "line cook, Blue Heron Grill"."""
CODE = "identifier/employer"
REWORDING = "say what kind of place it is: 'a diner', 'a warehouse', 'a clinic'"


def organisation(prose: Prose, run: Run) -> bool:
    """A name that says by itself, or by the noun after it, that it is an organisation's."""
    if len(run.names) == 1 and run.name in prose.lists["first_names"] and run.name not in prose.lists["brands"]:
        return False
    if len(run.name) == 1:
        return False
    return run.name in prose.lists["treatment_centers"] or any(
        asks(prose, run)
        for asks in (_ends_so, _is_firm, _names_noun, _is_holy, _at_sign, _ends_small, _at_the, _set_off)
    )


def workplace(prose: Prose, run: Run) -> bool:
    """A name after "at", "for" and the like, with work spoken of before it; or a brand with work before it."""
    is_brand = run.name in prose.lists.brand_names
    if is_named_after(prose, run) or (run.name in prose.lists["things"] and not is_brand):
        return False
    if (prose.before(run.first) not in _BEFORE and not is_brand) or len(run.name) == 1:
        return False
    near = prose.earlier(run.first, 8)
    bare = near[1:] if near[:1] == ("the",) else near
    if bare[:1] == ("at",) and not prose.lists["surely_work"].isdisjoint(bare[1:2]):
        return is_brand or not any(is_no_name(name, prose.lists) for name in run.names)
    if is_brand and bare[:1] and bare[0] in ("by", "from") and not _GONE.isdisjoint(bare[1:3]):
        return True
    if run.name in prose.lists.only_first_names:
        return False
    if is_brand and bare[:1] and bare[0] in _AT_OR_FOR and _is_no_shopper(prose, run, near):
        return True
    if is_brand and prose.after(run.last - 1) in _WORKERS | _LETTING_GO:
        return True
    if is_brand and prose.following(run.last - 1, 3)[::2] in _WHERE_THEY_WORK:
        return True
    if is_brand and prose.after(run.last - 1) in _GOODS:
        return False
    if is_brand and not prose.lists["employment"].isdisjoint((*near[:6], *prose.later(run.last - 1, 6))):
        return True
    if bare[:1] in _YEARS_AT and bare[1:2] in _YEARS and _may_employ(prose, run):
        return True
    if is_brand and _AT.isdisjoint(bare[:1]):
        near = tuple(word for word in near if word not in _NO_WORK)
    if prose.lists["work"].isdisjoint(near) and prose.lists["work"].isdisjoint(word.removesuffix("s") for word in near):
        return False
    if is_brand and run.name not in prose.lists["not_names"]:
        return True
    if prose.word(run.last - 1).possessive and near[0] == "at" and not prose.lists["work"].isdisjoint(near[1:3]):
        return True
    if near[0] == "by" and all(_is_plain(name, prose) for name in run.names):
        return False  # "seen by Nursing"
    return bool(bare) and bare[0] in _AT and _may_employ(prose, run)


def _is_no_shopper(prose: Prose, run: Run, near: tuple[str, ...]) -> bool:
    """Whether nothing before a brand tells of buying, and the brand is neither somebody's name nor a thing's."""
    lists = prose.lists
    named = run.name in lists["first_names"] or run.name in lists["not_names"] or run.name in lists["things"]
    return not named and lists["buying"].isdisjoint(near)


def _ends_so(prose: Prose, run: Run) -> bool:
    if len(run.names) > 2 and run.names[-2:] in _ENDING_IN_PAIRS:
        return True
    if (
        len(run.names) < 2
        or run.names[-1] not in prose.lists["employer_endings"]
        or run.name in prose.lists["not_names"]
    ):
        return False
    if run.names[-1] == "State" and len(run.names) == 2 and run.names[0] in prose.lists["states"]:
        return run.names[0] != "Washington" and prose.before(run.first) in _OF_SCHOOLS | {"for"}
    kinds = prose.lists["plain_modifiers"]
    if run.names[-1] in _OF_KINDS and all(_is_plain(name, prose) for name in run.names[:-1]):
        return len(run.names) > 2 and not any(
            name.lower() in kinds or f"{name.lower()}'s" in kinds for name in run.names[:-1]
        )
    if all(is_no_name(name, prose.lists) for name in run.names[:-1]):
        return run.names[-1] in ("Memorial", "General", "Regional") and run.names[0] in prose.lists["peoples"]
    if all(
        _is_plain(name, prose) for name in run.names[:-1]
    ):  # "Anger Counseling" is a kind, "at Second Harbor Pantry" a place
        return len(run.names) > 2 or (
            not run.opening and prose.before(run.first) not in ("a", "an", "his", "her", "their")
        )
    return True


def _ends_small(prose: Prose, run: Run) -> bool:
    """ "Blackfern roofing", "the Hollis clinic": a strange word or two before a firm's or a clinic's noun."""
    noun = prose.following(run.last - 1, 1)
    if not noun or noun[0].capitalize() not in prose.lists["employer_endings"] or noun[0] in _SMALL_IS_KIND:
        return False
    if prose.word(run.last - 1).possessive and run.names[0] in prose.lists["first_names"]:
        return False
    return not any(_is_plain(name, prose) for name in run.names) and run.names[0] not in prose.lists["first_names"]


def _is_plain(name: str, prose: Prose) -> bool:
    return is_no_name(name, prose.lists) or is_word(name.lower(), prose.lists) or name in prose.lists["things"]


def _at_the(prose: Prose, run: Run) -> bool:
    """ "at the Rusty Anchor", "at Mama Lupe's"."""
    before = prose.earlier(run.first, 2)
    if len(run.names) < 2 or run.name in prose.lists["not_names"] or run.names[0] in prose.lists["titles"]:
        return False
    if before == ("the", "at"):
        return not any(is_no_name(name, prose.lists) for name in run.names)
    if before[:1] == ("at",) and not all(is_no_name(name, prose.lists) for name in run.names):
        somebody = run.names[0] in prose.lists["first_names"] and not is_word(run.names[-1].lower(), prose.lists)
        if not somebody:
            return True
    at_home = prose.word(run.last - 1).possessive and prose.closing(run) in (".", ",", ";", ")", "", "!", "?", ":")
    return before[:1] == ("at",) and at_home and run.names[0] not in prose.lists["kin_titles"]


def _set_off(prose: Prose, run: Run) -> bool:
    """ "the daycare (Little Acorns)", "a clinic called Bright Path"."""
    if not run.first or run.names[0] in prose.lists["first_names"] or run.name in prose.lists["not_names"]:
        return False
    if any(is_no_name(name, prose.lists) for name in run.names):
        return False
    gap, before = prose.gap(run.first), prose.earlier(run.first, 2)
    noun = prose.small[run.first - 1]
    if noun == "the" and gap == " " and run.first > 1:
        gap, noun = f"{prose.gap(run.first - 1)}the ", prose.small[run.first - 2]
    if gap.removesuffix("the ") in _BEHIND_ROLES and prose.closing(run) in (")", ",", ".", ";", " ", ""):
        return (noun in prose.lists["workplaces"] or noun in _HOUSES) and (
            not gap.startswith(", ") or len(run.names) > 1 or not _is_plain(run.name, prose)
        )
    if gap in _BEHIND_ROLES and not run.opening and noun in prose.lists["work"]:
        return len(run.names) > 1 or not _is_plain(run.name, prose)
    kinds = prose.lists["workplaces"] | _HOUSES
    return before[:1] in (("called",), ("named",)) and before[1:2] != () and before[1] in kinds


def _is_holy(prose: Prose, run: Run) -> bool:
    """ "Holy Trinity", "Our Lady of Sorrows", "St. Jude's"."""
    first, last = run.names[0], run.names[-1]
    if len(run.names) < 2 or run.name in prose.lists["not_names"] or is_named_after(prose, run):
        return False
    if first in ("First", "Second", "Grace", "Calvary", "Bethel") and run.names[1] in prose.lists["peoples"]:
        return True
    if first in ("St", "Saint") and prose.word(run.last - 1).possessive:
        return True
    return (
        first in ("Holy", "Sacred", "Blessed", "Immaculate", "Mount")
        and last not in ("Communion", "Spirit", "Week", "Land")
    ) or (first == "Our" and run.names[1] == "Lady" and prose.after(run.last - 1) == "of")


def _at_sign(prose: Prose, run: Run) -> bool:
    """ "employed x6 yrs @ Kessler Marine Supply"."""
    at = prose.gap(run.first - (prose.before(run.first) == "the")).endswith(("@ ", "@"))
    return at and not is_no_name(run.names[0], prose.lists)


def _is_firm(prose: Prose, run: Run) -> bool:
    """ "Kessler & Sons"."""
    start, end = prose.at(run)
    if len(run.names) < 2 or " & " not in prose.text[start:end]:
        return False
    name = run.names[0]
    return not (is_no_name(name, prose.lists) or name in prose.lists["things"] or name.lower() in prose.lists["drugs"])


def _names_noun(prose: Prose, run: Run) -> bool:
    """ "the Ford plant": an article before, a place of work after."""
    if prose.after(run.last - 1) not in prose.lists["workplaces"] or prose.before(run.first) not in ("the", "a", "an"):
        return False
    return run.name in prose.lists["brands"] or not any(is_no_name(name, prose.lists) for name in run.names)


def _may_employ(prose: Prose, run: Run) -> bool:
    if run.name in prose.lists["brands"]:
        return True
    somebody = len(run.names) < 3 and (run.names[0] in prose.lists["first_names"] or run.name in prose.people)
    return not somebody and not any(is_no_name(name, prose.lists) for name in run.names)
