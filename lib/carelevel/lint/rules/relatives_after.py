"""Relatives' names that another part of the sentence explains: "Lena, her sister", "Nora is his wife"."""

from __future__ import annotations

import re

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name
from carelevel.lint.rules.relative_names import is_first, is_listed_first, may_be
from carelevel.lint.rules.relative_words import AND, BE, CALLING, CLOSING, CONTACTS, TIED, WHOSE

_SAID_OF = re.compile(
    r"[^”\"\n]{0,60}[”\"],? (?:[\w’'-]+ ){1,3}?(?:(?:about|of|to|for)|[\w’'-]+, (?:meaning|about|to|of))"
    r" (?:his|her|their) ((?:[\w’'-]+ )?[\w’'-]+)"
)
_IN_BRACKETS = re.compile(r"[^.;:()\n]{1,48} \((?:his|her|their|my|pt[’']s) (?:[\w’'-]+ )?([\w’'-]+)\)")
_WHO_IS = re.compile(r", (?:who|he|she) (?:is|was|has been|had been|[’']s) ([^.;()\n]{1,60})")
_OF_SOMEBODY = re.compile(r"\b(?:his|her|their) ([\w’'-]+)(?: ([\w’'-]+))?")
_DASHES = frozenset({"-", "–", "—"})
_ANSWERING = frozenset(
    {
        "answered",
        "answers",
        "picked",
        "said",
        "says",
        "told",
        "agreed",
        "confirmed",
        "reports",
        "states",
        "hung",
        "cried",
    }
)
_ASIDE = frozenset({*("from", "of", "at", "in", "since", "with", "on", "for", "down", "who", "that", "next", "back")})
_ASIDES = _ASIDE | {"she", "he", "they", "upstairs", "growing", "there", "i"}
"""What begins the words between a relative and the name that is set off: "a friend from the last rehab, Lonnie"."""
_LONG_ASIDE = 9
_SOMEBODY = frozenset({"man", "woman", "guy", "girl", "boy", "one", "person", "lady", "dude"})
_THATS = frozenset({"that's", "that’s", "he's", "he’s", "she's", "she’s", "who's", "who’s", "thats", "hes", "shes"})
_TOGETHER = frozenset({"with", "from", "by", "to", "via", "calls", "called"})


def said_of(prose: Prose, run: Run) -> bool:
    """ "I want to be there for Mateo," he said of his son."""
    if run.names[0] not in prose.lists["first_names"] or not ("”" in prose.text or '"' in prose.text):
        return False
    found = _SAID_OF.match(prose.text, prose.at(run)[1])
    if not found or not may_be(prose, run):
        return False
    return any(is_close(word, prose.lists) for word in found[1].lower().split())


def is_kin_by_verb(prose: Prose, run: Run) -> bool:
    """ "daddy is Clement", "her sponsor's dad's Ray", "Nora is his wife"."""
    near = prose.earlier(run.first, 3)
    if near[:1] and near[0] in BE and len(run.names) == 1:
        kin = near[1:2]
        if (
            kin
            and is_close(kin[0], prose.lists)
            and is_first(run.names[0], prose)
            and run.names[0] not in prose.lists["things"]
            and not is_no_name(run.names[0], prose.lists)
        ):
            return prose.closing(run) in CLOSING or prose.after(run.last - 1) in AND
    if near[:1] and near[0].endswith(("'s", "’s")) and is_close(near[0][:-2], prose.lists):
        return is_first(run.names[0], prose) and prose.closing(run) in CLOSING
    if (
        len(near) == 3
        and (near[0] in BE or near[0] == "been")
        and run.names[0] in prose.lists["first_names"]
        and len(run.names) == 1
    ):
        further = prose.earlier(run.first, _LONG_ASIDE)
        if prose.closing(run) in CLOSING and _tells_of(further[1:], _ASIDES, prose):
            return True
    after = prose.following(run.last - 1, 5)
    if near[:1] and near[0] in BE and near[1:2] and near[1] in CALLING and prose.word(run.last - 1).possessive:
        return bool(after) and is_close(after[0], prose.lists) and may_be(prose, run)
    if prose.word(run.last - 1).possessive and after[:1] and after[0] in WHOSE:
        after = ("is", *after)
    if after[:1] and after[0] in BE and after[1:2] and after[1] in prose.lists["owners"] - {"a", "an", "the", "one"}:
        somebody = not (run.opening and is_word(run.names[0].lower(), prose.lists)) or is_listed_first(
            run.names[0], prose
        )
        return somebody and any(is_close(word, prose.lists) for word in after[2:4]) and may_be(prose, run)
    return False


def told_after(prose: Prose, run: Run) -> bool:
    """ "Since Marla moved out (his wife)", "Earl, who was his best man and is his best friend"."""
    if len(run.names) > 2 or not may_be(prose, run) or not is_first(run.names[0], prose):
        return False
    end = prose.at(run)[1]
    found = _IN_BRACKETS.match(prose.text, end)
    if found:
        return is_close(found[1].lower(), prose.lists)
    who = _WHO_IS.match(prose.text, end)
    words = (word for pair in _OF_SOMEBODY.findall(who[1]) for word in pair) if who else ()
    return any(is_close(word.lower(), prose.lists) for word in words)


def set_far_off(prose: Prose, run: Run) -> bool:
    """ "a friend from the last rehab – Lonnie –", "the man she lives with, Curtis,", "a sick uncle; Ezra's surgery"."""
    if len(run.names) > 1 or not run.first or not may_be(prose, run) or not is_first(run.names[0], prose):
        return False
    gap = prose.gap(run.first)
    if prose.before(run.first) == "one" and prose.gap(run.first - 1) == ", " and prose.gap(run.first) == " ":
        return any(is_close(word, prose.lists) for word in prose.earlier(run.first, 7))
    acting = prose.word(run.last - 1).possessive or prose.after(run.last - 1) in _ANSWERING
    if gap in ("; ", ". ") and acting:
        near = [prose.small[place] for place in range(run.first - 1, max(run.first - 5, 0), -1)]
        owned = not {"a", "an"}.isdisjoint(near[1:]) or not WHOSE.isdisjoint(near[1:])
        return is_close(near[0], prose.lists) and owned
    if gap != ", " and gap.strip() not in _DASHES:
        return False
    closing = prose.gap(run.last).strip()[:1]
    together = prose.after(run.last - 1) == "and" and run.last + 1 < len(prose.texts)
    if together and prose.texts[run.last + 1] in prose.lists["first_names"]:
        closing = ","
    if closing not in (",", ".", ";", "", "!", "?") and closing not in _DASHES:
        return False
    return _tells_of(prose.earlier(run.first, _LONG_ASIDE), _ASIDES, prose)


def _tells_of(near: tuple[str, ...], asides: frozenset[str], prose: Prose) -> bool:
    """Whether the words before a name, nearest first, are a relative and what is told of them."""
    for place in range(1, len(near) - 1):
        who = near[place]
        meant = (
            is_close(who, prose.lists)
            or who == "couple"
            or (who in _SOMEBODY and near[place - 1] in ("she", "he", "they"))
        )
        if meant:
            owned = any(
                word in prose.lists["owners"] or word.endswith(("'s", "’s")) for word in near[place + 1 : place + 4]
            )
            return owned and near[place - 1] in asides
    return False


def kin_after(prose: Prose, run: Run) -> bool:
    """ "Lena, her sister, has the keys", "Posy (his youngest daughter)"."""
    if run.last >= len(prose.texts) or not may_be(prose, run):
        return False
    gap = prose.gap(run.last).strip()
    further = run.last + 1
    if (
        prose.texts[run.last] == "and"
        and further < len(prose.texts) - 1
        and is_listed_first(prose.texts[further], prose)
    ):
        return prose.gap(further + 1) == ", " and prose.texts[further + 1] in WHOSE and _ends_in_kin(prose, further + 2)
    if gap not in (",", "(", "-", "–", "—"):
        return False
    several = gap == "," and prose.small[run.last].endswith("s") and prose.before(run.first) in ("and", "with")
    if several and is_close(prose.small[run.last], prose.lists):
        return True
    if prose.small[run.last] in _THATS:
        owner, *others = (*prose.following(run.last, 4), "")
        return (owner in WHOSE or owner in ("the", "a")) and any(is_close(kin, prose.lists) for kin in others)
    if (prose.small[run.last], *prose.following(run.last, 1)) in TIED:
        return not WHOSE.isdisjoint(prose.following(run.last, 2))
    if prose.texts[run.last] not in prose.lists["owners"]:
        closing = prose.gap(run.last + 1)[:1]
        dashed = gap != "," and prose.gap(run.last + 1).strip() == gap
        closed = dashed or (closing == ")" if gap == "(" else closing in (".", ";", "", "\n"))
        cued = gap == "(" or dashed or not CONTACTS.isdisjoint(prose.earlier(run.first, 3))
        return closed and cued and is_close(prose.small[run.last], prose.lists)
    for place in range(run.last + 1, min(run.last + 5, len(prose.texts))):
        if prose.gap(place) != " ":
            return False
        closing = prose.gap(place + 1)
        closed = closing[:1] in (",", ".", ";", ")", "", "-", "–", "—") or closing.startswith((" –", " —", " -"))
        closed = closed or (prose.after(place) == "of" and prose.texts[run.last] in WHOSE)
        of_themselves = prose.texts[run.last] in ("a", "an") and prose.small[place] in prose.lists["of_themselves"]
        if of_themselves and prose.before(run.first) not in _TOGETHER:
            return False
        if closed and is_close(prose.texts[place], prose.lists):
            return True
    return False


def _ends_in_kin(prose: Prose, place: int) -> bool:
    return place < len(prose.texts) and is_close(prose.small[place], prose.lists)
