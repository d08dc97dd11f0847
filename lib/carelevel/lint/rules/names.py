"""Names of people: with a title, of a relative, or first name and surname together; a first name alone is fine."""

from __future__ import annotations

from carelevel.lint.prose import Prose, Run
from carelevel.lint.word_lists import WordLists

CODE, REWORDING = "identifier/name", "keep the first name, or an initial, and leave the rest out"
_CALLED = frozenset({"named", "called", "name's"})


def titled(prose: Prose, run: Run) -> bool:
    """A title with a name: most titles go with a surname."""
    return len(run.names) > 1 and run.names[0] in prose.lists["titles"]


def relative(prose: Prose, run: Run) -> bool:
    """A relative's name: after a title of kin, before or after the word for the relative, or after "called"."""
    return any(names(prose, run) for names in (_kin_title, _kin_before, _called, _kin_after))


def with_initial(prose: Prose, run: Run) -> bool:
    """A first name with a surname's initial."""
    is_first_name = run.names[0] in prose.lists["first_names"] or run.names[0] in prose.people
    return len(run.names[-1]) == 1 and is_first_name and _in_full(prose, run)


def full(prose: Prose, run: Run) -> bool:
    """A first name with a surname, or an initial with one."""
    return len(run.names[-1]) > 1 and _in_full(prose, run)


def _in_full(prose: Prose, run: Run) -> bool:
    """Several words that can be somebody's names together."""
    if len(run.names) < 2 or any(run.name in prose.lists[name] for name in ("double_names", "states", "countries")):
        return False
    if any(is_no_name(name, prose.lists) for name in run.names):
        return False
    return not run.opening or _reads_as_name(run.names, prose)


def is_no_name(name: str, lists: WordLists) -> bool:
    """Whether *name* is nobody's: a thing, a region, a people, or letters that stand for words."""
    return name in lists["not_names"] or is_wide(name, lists) or _is_acronym(name)


def is_wide(name: str, lists: WordLists) -> bool:
    """Whether this is a state, a country, a people, or wider."""
    return name in lists["states"] or name in lists["countries"] or name in lists["peoples"]


def _is_acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper()


def _reads_as_name(names: tuple[str, ...], prose: Prose) -> bool:
    """Whether words that begin a sentence are a name: the first may be an ordinary word before a first name."""
    first_names = prose.lists["first_names"]
    if names[0] in first_names or len(names[0]) == 1:
        return True
    return names[-1] not in first_names and names[-1] not in prose.people


def _kin_title(prose: Prose, run: Run) -> bool:
    titled = len(run.names) > 1 and run.names[0] in prose.lists["kin_titles"]
    return titled and run.names[1] not in prose.lists["not_names"]


def _kin_before(prose: Prose, run: Run) -> bool:
    """ "his sister Maria", and "her son, Tom," where the name is set off."""
    kin = prose.texts[run.first - 1].lower() if run.first else ""
    if kin not in prose.lists["kin"] or not _may_be_first_name(prose, run):
        return False
    if prose.before(run.first, 2) not in prose.lists["owners"] and kin in prose.lists["kin_or_anybody"]:
        return False
    gap = prose.gap(run.first)
    return gap == " " or (gap in (", ", " (") and prose.closing(run) in (",", ".", ";", ")", ":", "!", "?"))


def _called(prose: Prose, run: Run) -> bool:
    """ "a cousin named Femi", "her daughter is called Lucia", "his wife's name is Carol"."""
    if prose.gap(run.first) != " " or not _may_be_first_name(prose, run):
        return False
    near = prose.earlier(run.first, 4)
    if near[:1] and near[0] in _CALLED:
        return any(word in prose.lists["kin"] for word in near[1:])
    if near[:2] != ("is", "name") or len(near) < 3:
        return False
    return near[2].removesuffix("'s").removesuffix("’s") in prose.lists["kin"]


def _kin_after(prose: Prose, run: Run) -> bool:
    """ "Lena, her sister, has the keys"."""
    last = run.last
    if last + 1 >= len(prose.texts) or prose.gap(last) != ", " or not _may_be_first_name(prose, run):
        return False
    owner, kin = prose.texts[last], prose.word(last + 1)
    if owner not in prose.lists["owners"] or kin.text not in prose.lists["kin"]:
        return False
    return prose.text[kin.end : kin.end + 1] in (",", ".", ";")


def _may_be_first_name(prose: Prose, run: Run) -> bool:
    return not is_no_name(run.names[0], prose.lists)
