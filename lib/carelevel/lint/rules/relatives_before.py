"""Relatives' names behind the word for the relative: "his sister Maria", "a cousin named Femi"."""

from __future__ import annotations

import re

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.relative_names import is_first, is_listed_first, may_be, says_what
from carelevel.lint.rules.relative_words import AND, BE, CALLING, CLOSING, CONTACTS, PHRASES, WHOSE

_CALLED = frozenset({"named", "called", "nicknamed", "name's", "name’s"})
_CALL = frozenset({"calls", "call", "named"})
_NAMES = frozenset({"name", "nickname", "names"})
_GOES = frozenset({"goes", "went", "going", "gone"})
_TELLING_NAMES = _CALLED | _CALL | _NAMES | _GOES
"""Of these a text has one in which somebody is said to be called something."""
_PET_WORDS = frozenset(
    {"little", "baby", "young", "dear", "sweet", "poor", "big", "old", "beautiful", "named", "now", "formerly"}
)
_CONTACTS_BY_LABEL = (("contact", "emergency"), ("person", "support"), ("person", "contact"), ("to", "release"))
_SET_OFF = frozenset({": ", " = ", "=", ":", " (", " - ", " – ", " — "})
_JOINED = frozenset({" ", "- ", "—", "–", "( ", " ( ", ' ("', " (“"})
"""What may stand between a relative and the name: in `_SET_OFF` what needs nobody's before the relative."""
_ANIMALS = frozenset(
    {"dog", "cat", "puppy", "kitten", "horse", "bird", "parrot", "hamster", "goat", "pitbull", "terrier"}
)
_CALLED_NEXT = re.compile(
    r"\b(?i:(?:the|a|an|one|his|her|their|my|another|only) )(?P<whom>[\w’'-]+(?: [\w’'-]+){0,3})[.;:!?] "
    r"(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ee]very(?:body|one)|[Pp]eople) calls? (?:him|her|them)"
    r"|(?:[Hh]is|[Hh]er|[Tt]heir) name(?: is| was|[’']s)|(?:[Hh]e|[Ss]he|[Ii]t) is (?:called|named))[ ,:“\"]+$"
)
_FAR = 90
"""Characters before a name in which the sentence before it may say whose it is."""
_WHICH = frozenset({"foster", "adoptive", "adopted", "birth", "biological", "bio", "step", "kid", "only", "middle"})
_SHORTENED = frozenset({"bro", "sis", "husb", "hus", "dtr", "dau", "sib", "sibs", "gma", "gpa"})
_LATE = frozenset({"the", "late"})


def kin_before(prose: Prose, run: Run) -> bool:
    """ "his sister Maria", and "her son, Tom," where the name is set off."""
    first = run.first
    while first > 1 and prose.texts[first - 1] in _PET_WORDS and prose.gap(first) == " ":
        first -= 1
    first -= _aside(prose, first)
    kin = prose.texts[first - 1].lower() if first else ""
    phrase = first > 1 and (kin, prose.small[first - 2]) in PHRASES
    if kin.endswith(("'s", "’s")) or not (phrase or is_close(kin, prose.lists)) or not may_be(prose, run):
        return False
    owners = prose.earlier(first - 1, 3)
    owners = owners[1:] if owners and owners[0] in _WHICH else owners
    whose = any(
        owner in prose.lists["owners"] or owner.endswith(("'s", "’s")) or owner.isdigit() for owner in owners[:1]
    ) or (not WHOSE.isdisjoint(owners))
    whose = whose or prose.gap(first - 1).startswith(("' ", "’ "))
    whose = whose or (not {"a", "an", "the", "this"}.isdisjoint(owners[1:2]) and prose.closing(run) == ",")
    listed = len(run.names) == 1 and is_listed_first(run.names[0], prose)
    if listed and not whose and (prose.closing(run) == "," or prose.gap(first) == " "):
        plainly = prose.closing(run) == "," or not is_word(run.names[0].lower(), prose.lists)
        whose = plainly and (not owners or owners[0] in prose.lists["telegraphic"])
    gap = prose.gap(first)
    whose = whose or (gap == ", " and _is_contact(prose, run, first, owners))
    if gap == ". ":
        return kin in _SHORTENED
    if gap in _SET_OFF and not whose and says_what(run.names[0], prose):
        return False
    if gap == "\t" and prose.gap(run.last).startswith(":"):
        return False
    if not whose and gap not in _SET_OFF and kin in prose.lists["kin_or_anybody"]:
        return False
    if kin in ("mo", "fa", "hus"):
        return gap in (": ", " = ", "=", ":")
    closed = "(" not in gap or prose.gap(run.last).strip()[:1] in (")", ",", '"', "”")
    if closed and (gap in _SET_OFF or gap in _JOINED):
        return True
    if gap.startswith(",") and not whose:
        return False
    return gap.lstrip(",").strip() in ("", "(", '"', "“", "'") and (
        prose.closing(run) in (*CLOSING, '"', "”")
        or prose.after(run.last - 1) in AND
        or prose.after(run.last - 1).isdigit()
        or prose.following(run.last - 1)[1:] in (("oldest",), ("eldest",), ("youngest",))
    )


def _is_contact(prose: Prose, run: Run, first: int, owners: tuple[str, ...]) -> bool:
    """ "EMERGENCY CONTACT IS WIFE, YEWANDE.", "SISTER, PRECIOUS, HOLDS THE KEYS": nobody says whose."""
    if len(run.names) > 1 or prose.closing(run) not in CLOSING:
        return False
    if not CONTACTS.isdisjoint(prose.earlier(first - 1, 4)):
        return is_first(run.names[0], prose)
    unowned = not owners or owners[0] == "is"
    return unowned and prose.closing(run) == "," and is_listed_first(run.names[0], prose)


def _aside(prose: Prose, first: int) -> int:
    """How many words before the one at *first* stand between it and the relative: "his wife of ten years, "."""
    if first > 1 and prose.small[first - 1] == "comma":
        return 1
    if first > 3 and prose.small[first - 3] == "of" and prose.small[first - 1] in ("years", "yrs"):
        return 3
    if first > 2 and _LATE.issuperset(prose.small[first - 2 : first]):
        return 2
    in_brackets = first > 1 and prose.gap(first).startswith(")") and prose.gap(first - 1) == " ("
    return int(in_brackets) or 2 * (first > 2 and prose.small[first - 2] == "and" and prose.gap(first) == ", ")


def heading(prose: Prose, run: Run) -> bool:
    """ "Children in the home: Maddox"."""
    if not run.first or not prose.gap(run.first).startswith(":") or not may_be(prose, run):
        return False
    if says_what(run.names[0], prose):
        return False
    near = prose.earlier(run.first, 6)
    if near[:2] in _CONTACTS_BY_LABEL or near[:1] in (("nok",), ("ec",)):
        return is_listed_first(run.names[0], prose)
    for word in near:
        if is_close(word, prose.lists):
            return True
        if word not in prose.lists["in_headings"]:
            return False
    return False


def called(prose: Prose, run: Run) -> bool:
    """ "a cousin named Femi", "her daughter is called Lucia", "his wife's name is Carol", "a son they call Bo"."""
    if prose.vocabulary.isdisjoint(_TELLING_NAMES) or not may_be(prose, run):
        return False
    if _is_called_next(prose, run):
        return True
    near = prose.earlier(run.first, 7)
    if not _ANIMALS.isdisjoint(near[1:2]):
        return False
    for place, word in enumerate(near[:3]):
        called = word in _CALL and not CALLING.isdisjoint(near[place + 1 : place + 2])
        if called or word in _CALLED or (word in _NAMES and (place == 0 or not BE.isdisjoint(near[:place]))):
            return any(is_close(other, prose.lists) for other in near[place + 1 :])
        if word == "by" and not _GOES.isdisjoint(near[place + 1 : place + 2]):
            return any(is_close(other, prose.lists) for other in near[place + 2 :])
        if word not in BE and word not in ("him", "her", "them", "after", "both", "little", "just", "of"):
            return False
    return False


def _is_called_next(prose: Prose, run: Run) -> bool:
    """ "I meant her stepfather. She calls him Gary", "There is a daughter. Her name is Simone"."""
    start = prose.at(run)[0]
    found = _CALLED_NEXT.search(prose.text, max(0, start - _FAR), start)
    return found is not None and any(is_close(word.lower(), prose.lists) for word in found["whom"].split())
