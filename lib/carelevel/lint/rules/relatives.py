"""Relatives' names: after a title of kin, before or after the word for the relative, or after "called"."""

from __future__ import annotations

import re

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name
from carelevel.lint.rules.relative_names import is_first, is_listed_first, may_be, may_follow
from carelevel.lint.rules.relative_words import PHRASES, TIED, WHOSE
from carelevel.lint.rules.relatives_after import is_kin_by_verb, kin_after, said_of, set_far_off, told_after
from carelevel.lint.rules.relatives_before import called, heading, kin_before

CODE, REWORDING = "identifier/relative", "leave the name out: 'his sister', 'her son'"
_OF_PHRASES = frozenset(last for last, _ in PHRASES) | {"gramps"}
_TYING = frozenset({"married", "dating", "raising", "raises", "adopted", "divorced", "divorcing", "marrying"})
_DATING = frozenset({"been", "is", "was", "started", "still", "he's", "she's", "he’s", "she’s", "quit", "stopped"})
_DIVIDING = frozenset({"split", "splits", "share", "shares", "shared", "sharing"})
_HOUSEHOLD = frozenset(
    {"room", "rent", "tent", "bed", "house", "apartment", "place", "trailer", "car", "couch", "lease", "bills", "cell"}
    | {"bunk", "floor", "kids", "custody", "van", "camper", "motel", "home", "mattress", "basement", "duplex", "unit"}
)
_WITH = frozenset({"with", "left", "leave", "lost", "misses", "miss", "from", "for", "without", "see", "home"})
_CHILDREN = frozenset({"kids", "children", "boys", "girls", "baby", "twins", "babies", "kid"})
_THEM = frozenset({"him", "her", "baby", "boy", "girl", "son", "daughter"})
_NAMING = frozenset({"name", "named", "naming", "names"})
_CHILD_OLD = re.compile(r"(?:\d|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-?(?:y|m|w)\w*-old")
_OF_CHILD = re.compile(r"(?:,| \(|,? aged?|,? is| -)(?: age)? (?:\d|1[0-7])(?=[),.;]|$| y)|\((?:\d|1[0-7])\)")
_AND_CHILDREN = re.compile(r"(?:, [A-Z][\w’'-]+){0,3},? and the (?:kids|baby|children|boys|girls|twins|little ones)\b")
_TAKEN = re.compile(
    r" to (?:the (?:state|system|county|courts?)|cps|dcfs?|dhs|dss|foster care|adoption)\b", re.IGNORECASE
)
_SEVERAL = (("two",), ("three",), ("four",), ("five",), ("six",))
_HAVE = (("has",), ("have",), ("had",), ("raises",), ("raised",), ("raising",))
"""In "she has three: Mia, Theo and Ann"."""
_LOSING = frozenset({"losing", "lost", "lose", "loses"})
_COUPLE = frozenset(
    {"married", "divorced", "engaged", "separated", "dating", "split", "wed", "couple", "lovers", "cousins", "kids"}
)


def relative(prose: Prose, run: Run) -> bool:
    """A relative's name, or a further one in a row of them."""
    tied = _is_tied(prose, run)
    if not tied and not prose.tells_of_kin and prose.vocabulary.isdisjoint(_OF_PHRASES):
        return bool(prose.relatives_end) and _goes_on(prose, run)
    if tied or any(
        asks(prose, run)
        for asks in (
            _kin_title,
            kin_before,
            heading,
            called,
            is_kin_by_verb,
            kin_after,
            said_of,
            told_after,
            set_far_off,
        )
    ):
        prose.relatives_end = run.last
        return True
    return _goes_on(prose, run)


def _is_tied(prose: Prose, run: Run) -> bool:
    """ "married to Angela", "custody of Lily", "my Luna", "left Angela and the kids": no word says who it is."""
    if len(run.names) > 1 or not is_listed_first(run.names[0], prose) or not may_be(prose, run):
        return False
    end = prose.at(run)[1]
    if _OF_CHILD.match(prose.text, end) or _AND_CHILDREN.match(prose.text, end):
        return True
    near = prose.earlier(run.first, 2)
    if prose.gap(run.first) == ": " and near[:1] in _SEVERAL:
        return near[1:2] in _HAVE
    if not near or prose.gap(run.first) != " ":
        return False
    if near[0] == "and" and near[1:] and near[1] in ("he", "she", "him", "her"):
        return not _COUPLE.isdisjoint(prose.following(run.last - 1, 5))
    if _CHILD_OLD.fullmatch(near[0]) or (near[0] in _THEM and near[1:] and near[1] in _NAMING):
        return True
    if near[0] in _TYING or near[1::-1] in TIED or (near[0] in _LOSING and _TAKEN.match(prose.text, end)):
        return True
    follows = prose.following(run.last - 1, 3)
    if run.name not in prose.people and _is_shared_with(prose, run, near):
        return True
    if near[0] in WHOSE or near[0] == "little":
        acting = not follows or prose.word(run.last - 1).possessive or may_follow(follows[0], prose)
        return acting and not is_word(run.names[0].lower(), prose.lists)
    return near[0] in _WITH and follows[:1] == ("and",) and not _CHILDREN.isdisjoint(follows)


def _is_shared_with(prose: Prose, run: Run, near: tuple[str, ...]) -> bool:
    """ "splits the rent with Monique", "has been seeing Craig", but for whom the story is about."""
    if near[0] == "with":
        words = prose.earlier(run.first, 5)[1:]
        told = prose.lists["sharing"].isdisjoint(words)
        return not told and "touch" not in words and (_DIVIDING.isdisjoint(words) or not _HOUSEHOLD.isdisjoint(words))
    return near[0] == "seeing" and not _DATING.isdisjoint(near[1:])


def _kin_title(prose: Prose, run: Run) -> bool:
    if len(run.names) > 1 and run.names[0] in prose.lists["kin_titles"]:
        return (not is_no_name(run.names[1], prose.lists) and not is_word(run.names[1].lower(), prose.lists)) or (
            is_first(run.names[1], prose)
        )
    if (
        len(run.names) == 2
        and is_close(run.names[0].lower(), prose.lists)
        and run.names[0] not in prose.lists["titles"]
    ):
        return is_listed_first(run.names[1], prose)
    small_title = prose.before(run.first).capitalize() in prose.lists["kin_titles"]
    return small_title and prose.gap(run.first) == " " and may_be(prose, run)


def _goes_on(prose: Prose, run: Run) -> bool:
    """ "her kids, Mia, Theo and Ann": what follows a relative's name in a row."""
    first = run.first
    if not prose.relatives_end or first < prose.relatives_end or not may_be(prose, run):
        return False
    between = prose.texts[prose.relatives_end : first]
    between = [word for word in between if not word.isdigit()]
    near = prose.gap(prose.relatives_end) in (
        ", ",
        " ",
        " & ",
        " + ",
        "+",
        " / ",
        "/",
        "; ",
        " (",
    ) and prose.lists["between_relatives"].issuperset(between)
    if not between and prose.gap(first) == ", " and prose.after(run.last - 1) in prose.lists["acts"]:
        return False  # "Since the funeral of her husband Terrence, Gloria has ..."
    if near and is_first(run.names[0], prose):
        prose.relatives_end = run.last
        return True
    return False
