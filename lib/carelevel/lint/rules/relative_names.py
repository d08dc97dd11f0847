"""Whether a name may be that of a relative, and what it is otherwise."""

from __future__ import annotations

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name
from carelevel.lint.rules.relative_words import BE

_AFTER_SOMEBODY = frozenset(
    {
        *("i", "he", "she", "they", "we", "you", "and", "or", "but", "who", "that", "to", "at", "in", "on", "from"),
        *("with", "when", "for", "by", "since", "because", "if", "before", "after", "again", "back", "now", "too"),
        *("will", "would", "can", "could", "did", "does", "had", "may", "might", "home", "out", "up", "off", "so"),
    }
)
_LETTERS_AS_NAMES = frozenset(f"{first}{last}" for first in "ABCDEJKLMOPRT" for last in "JDCR") - {
    "MD",
    "RD",
    "PR",
    "DC",
    "PD",
}
"""What somebody is called by two initials: "his grandson DJ"."""


def may_follow(word: str, prose: Prose) -> bool:
    """Whether *word* follows somebody's name rather than a make: "her Sofia starts", not "his Martin guitar"."""
    verb = word in prose.lists["acts"] or word in prose.lists["further_acts"]
    return verb or word in BE or word in _AFTER_SOMEBODY


def says_what(name: str, prose: Prose) -> bool:
    """Whether what is set off behind a relative is what they use or are: "Mother: Alcohol", "Father: Unknown"."""
    small = name.lower()
    drug = small in prose.lists["drugs"] or small.removesuffix("s") in prose.lists["drugs"]
    return drug or (not is_listed_first(name, prose) and is_word(small, prose.lists))


def is_listed_first(name: str, prose: Prose) -> bool:
    """Whether *name* is a first name of the lists, or two with a hyphen."""
    return prose.lists["first_names"].issuperset(name.split("-")) or name in prose.lists["first_names"]


def is_first(name: str, prose: Prose) -> bool:
    """Whether *name* may be a first name: a listed one, somebody of the case, or no ordinary word."""
    return is_listed_first(name, prose) or name in prose.people or not is_word(name.lower(), prose.lists)


def may_be(prose: Prose, run: Run) -> bool:
    """Whether a run may be a relative's name: no title, thing, people or abbreviation."""
    name = run.names[0]
    if name in prose.lists["titles"] or name in prose.lists["things"]:
        return False
    if name[:2].isupper():
        return name in _LETTERS_AS_NAMES and is_close(prose.before(run.first), prose.lists)
    if name in ("Black", "White", "Hispanic", "Deaf"):
        return False
    if name in prose.lists["first_names"]:
        return len(name) > 1
    if len(name) == 1 or name.endswith("ed") or is_no_name(name, prose.lists):
        return False
    return len(run.names) > 1 or name.lower() not in prose.lists.kin_forms  # "calls his grandfather Pop"
