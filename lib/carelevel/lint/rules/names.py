"""Names of people: with a title, of a relative, or first name and surname together; a first name alone is fine."""

from __future__ import annotations

from carelevel.lint.not_names import UNNAMING_WORDS
from carelevel.lint.patterns import ERROR, WARNING, Find
from carelevel.lint.persons import DOUBLE_NAMES, GIVEN_NAMES
from carelevel.lint.prose import Prose, Run
from carelevel.lint.regions import COUNTRIES, STATES, TONGUES
from carelevel.lint.word_lists import words

TITLES = words(
    """Mr Mrs Ms Miss Mx Dr Doctor Prof Professor Rev Reverend Pastor Rabbi Imam Father Fr Sister Brother Judge
    Nurse Officer Detective Inspector Sergeant Sgt Captain Capt Lieutenant Lt Colonel Coach
    Councillor Senator Governor Señor Señora Monsieur Madame Herr
    Frau Sheriff"""
)
KIN_TITLES = words(
    """Uncle Aunt Auntie Aunty Grandma Grandpa Grandad Granddad Granny Gran Nana Nan Tía Tio Tío Abuela Abuelo
    Oma Opa Cousin Grandmother Grandfather Stepmother Stepfather"""
)
KIN = words(
    """mother father mum mom dad mama papa parent parents stepmother stepfather stepmum stepdad sister sisters
    brother brothers stepsister stepbrother half-sister half-brother sibling siblings twin twins
    triplets son sons daughter daughters stepson stepdaughter child children kids kid baby boy girl boys
    girls grandmother grandfather grandma grandpa grandad granddad granny gran nan nana grandson
    grandsons granddaughter granddaughters grandchild grandchildren aunt aunts auntie uncle uncles niece
    nieces nephew nephews cousin cousins husband wife ex-husband ex-wife spouse partner ex-partner
    boyfriend girlfriend ex-boyfriend ex-girlfriend ex fiancé fiancée fiance fiancee widow widower
    mother-in-law father-in-law sister-in-law brother-in-law son-in-law daughter-in-law godmother
    godfather godson goddaughter guardian"""
)
_OF_PEOPLE = words("""baby boy girl boys girls kid kids child children twin twins widow widower ex partner guardian""")
_NOBODY = DOUBLE_NAMES | STATES | COUNTRIES
_CALLED = words("named called name's")
_OWNERS = words("""his her their my our your its a an the one two three four late older younger elder eldest""")


def titled(prose: Prose, run: Run) -> Find | None:
    """A title with a name: most titles go with a surname."""
    if len(run.names) < 2 or run.names[0] not in TITLES:
        return None
    return Find("identifier/name", ERROR, *prose.at(run), "say who they are: 'her doctor', 'a neighbour'")


def relative(prose: Prose, run: Run) -> Find | None:
    if not (_kin_title(run) or _kin_before(prose, run) or _called(prose, run) or _kin_after(prose, run)):
        return None
    return Find("identifier/relative", ERROR, *prose.at(run), "leave the name out: 'his sister', 'her son'")


def full(prose: Prose, run: Run) -> Find | None:
    """A first name with a surname, or an initial with one."""
    if (
        len(run.names) < 2
        or run.name in DOUBLE_NAMES | STATES | COUNTRIES
        or any(is_no_name(name) for name in run.names)
    ):
        return None
    if run.opening and not _reads_as_name(run.names, prose.people):
        return None
    if len(run.names[-1]) == 1:
        if run.names[0] not in GIVEN_NAMES and run.names[0] not in prose.people:
            return None
        return Find("identifier/name", WARNING, *prose.at(run), "leave the surname's initial out too")
    return Find("identifier/name", ERROR, *prose.at(run), "keep the first name, or an initial, and leave the rest out")


def is_no_name(name: str) -> bool:
    return name in UNNAMING_WORDS or name in STATES or name in COUNTRIES or name in TONGUES or _is_acronym(name)


def _is_acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper()


def _reads_as_name(names: tuple[str, ...], people: frozenset[str]) -> bool:
    """Whether words that begin a sentence are a name: the first may be an ordinary word before a first name."""
    if names[0] in GIVEN_NAMES or len(names[0]) == 1:
        return True
    return names[-1] not in GIVEN_NAMES and names[-1] not in people


def _kin_title(run: Run) -> bool:
    return len(run.names) > 1 and run.names[0] in KIN_TITLES and run.names[1] not in UNNAMING_WORDS


def _kin_before(prose: Prose, run: Run) -> bool:
    """ "his sister Maria", and "her son, Tom," where the name is set off."""
    if run.first == 0 or prose.texts[run.first - 1].lower() not in KIN or not _may_be_first_name(run):
        return False
    if prose.before(run.first, 2) not in _OWNERS and prose.texts[run.first - 1].lower() in _OF_PEOPLE:
        return False
    gap = prose.gap(run.first)
    return gap == " " or (gap in (", ", " (") and prose.closing(run) in (",", ".", ";", ")", ":", "!", "?"))


def _called(prose: Prose, run: Run) -> bool:
    """ "a cousin named Femi", "her daughter is called Lucia", "his wife's name is Carol"."""
    if prose.gap(run.first) != " " or not _may_be_first_name(run):
        return False
    near = prose.earlier(run.first, 4)
    if near[:1] and near[0] in _CALLED:
        return any(word in KIN for word in near[1:])
    return near[:2] == ("is", "name") and len(near) > 2 and near[2].removesuffix("'s").removesuffix("’s") in KIN


def _kin_after(prose: Prose, run: Run) -> bool:
    """ "Lena, her sister, has the keys"."""
    last = run.last
    if last + 1 >= len(prose.texts) or prose.gap(last) != ", " or not _may_be_first_name(run):
        return False
    owner, kin = prose.texts[last], prose.word(last + 1)
    return owner in _OWNERS and kin.text in KIN and prose.text[kin.end : kin.end + 1] in (",", ".", ";")


def _may_be_first_name(run: Run) -> bool:
    return not is_no_name(run.names[0])
