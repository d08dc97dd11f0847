"""Employers, clinics and schools by name: by what the name ends in, or by the work that is done there."""

from __future__ import annotations

from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name

_AT = frozenset({"at", "for", "from", "by", "with"})
_BEFORE = _AT | {"the"}
CODE = "identifier/employer"
REWORDING = "say what kind of place it is: 'a diner', 'a warehouse', 'a clinic'"


def organisation(prose: Prose, run: Run) -> bool:
    """A name that says by itself, or by the noun after it, that it is an organisation's."""
    return _ends_so(prose, run) or _is_firm(prose, run) or _names_noun(prose, run)


def workplace(prose: Prose, run: Run) -> bool:
    """A name after "at", "for" and the like, with work spoken of before it; or a brand with work before it."""
    is_brand = run.name in prose.lists["brands"]
    if prose.before(run.first) not in _BEFORE and not is_brand:
        return False
    near = prose.earlier(run.first, 8)
    if prose.lists["work"].isdisjoint(near):
        return False
    if is_brand and run.name not in prose.lists["not_names"]:
        return True
    bare = near[1:] if near[0] == "the" else near
    return bool(bare) and bare[0] in _AT and _may_employ(prose, run)


def _ends_so(prose: Prose, run: Run) -> bool:
    if len(run.names) < 2 or run.names[-1] not in prose.lists["employer_endings"]:
        return False
    return not all(is_no_name(name, prose.lists) for name in run.names[:-1])


def _is_firm(prose: Prose, run: Run) -> bool:
    """ "Kessler & Sons"."""
    start, end = prose.at(run)
    return len(run.names) > 1 and " & " in prose.text[start:end]


def _names_noun(prose: Prose, run: Run) -> bool:
    """ "the Ford plant": an article before, a place of work after."""
    if prose.after(run.last - 1) not in prose.lists["workplaces"] or prose.before(run.first) not in ("the", "a", "an"):
        return False
    return run.name in prose.lists["brands"] or not any(is_no_name(name, prose.lists) for name in run.names)


def _may_employ(prose: Prose, run: Run) -> bool:
    if run.name in prose.lists["brands"]:
        return True
    somebody = len(run.names) == 1 and (run.name in prose.lists["first_names"] or run.name in prose.people)
    return not somebody and not any(is_no_name(name, prose.lists) for name in run.names)
