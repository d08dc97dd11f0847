"""Names of people: with a title, first name and surname together, a surname alone; a first name alone is fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from carelevel.lint.english import is_word
from carelevel.lint.patterns import Rule, rule, table
from carelevel.lint.prose import OTHER_SCRIPT, Prose, Run
from carelevel.lint.word_lists import WordLists

CODE, REWORDING = "identifier/name", "keep the first name, or an initial, and leave the rest out"
SURNAME = "leave the surname out, or say who it is: 'her doctor', 'a neighbor'"
_BEFORE_THE = frozenset(
    {"at", "by", "near", "from", "for", "with", "of", "in", "on", "to", "past", "behind", "outside", "off", "along"}
)
"""Before "the" and a name that no list knows, what tells of a place or of whoever runs it."""
UNKNOWN = "leave it out, unless it is a first name or a thing: no list knows it"
_THINGS_LATER = (
    ("scale",),
    ("fever",),
    ("disease",),
    ("syndrome",),
    ("test",),
    ("tea",),
    ("teas",),
    ("law",),
    ("inventory",),
)
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sgt", "Lt", "Col", "Capt", "Cpl", "Det", "Hon"})
_OF_SURNAMES = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{2,}(?:ski|sky|ska|skaya|wicz|witz|czyk|czak|escu|oglu|opoulos|akis|idis|enko|chuk|ovich|evich|"
    r"sson|sen|dottir|strom|ström|quist|qvist|gren|lund|dahl|gaard|heim|hagen|hofer|mayer|meyer|raman|murthy"
    r"|swamy|berg|stein|baum|bauer|meister|hauser|mann|yan|shvili|dze|ez|ini|etti|elli|"
    r"acci|ucci|eaux|ault|ová|ova|eva|ov|ev|worth|bottom|ington|ingham)"
)
_APOSTROPHE_OR_MAC = re.compile(r"(?:(?:O[’']|D[’']|Mc|Mac)[A-Z]|Mc)[a-z]+")
_AS_NAMES = re.compile(r"(?:(?:Mc|Mac|[A-ZÀ-Þ][’'])?[A-ZĀ-ŽÀ-Þ][^\W\d_A-Z]{2,}(?:[A-Z][a-z]{3,})?(?:-|$))+")
"""How a name is written: "McKellan", "Fitz-Royce", "ProLogistix", not "MoCA"."""
_QUOTES = frozenset({' "', " “", " '", " ‘", " ("})
_NICKNAME = re.compile(r" [\"“'‘(](?:[A-Z][\w.’'-]{1,14} ?){1,2}[\"”'’)],? ([A-ZÀ-Þ][\w’'-]+)")
_STATES_AS_SURNAMES = frozenset(
    {"Washington", "Montana", "Dakota", "Israel", "Jordan", "Ireland", "England", "Holland", "France"}
)
_ONE_INITIAL = re.compile(r"\.(?! ?[A-Za-z]\.)|\)|$")
_OF_FATHERS = frozenset({"Al", "El", "Abd", "Abdul", "Abdel", "Abu", "Ben", "Bin", "Ibn", "Bar", "Ap"})
_SCRIPT = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u137f\u1780-\u17ff"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"


@table
def cued_names(lists: WordLists) -> Iterator[Rule]:
    """Names that a word before them announces, and names in other scripts."""
    name = r"(?P<it>[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ][\w’'-]+){0,2})"
    yield rule(
        CODE,
        SURNAME,
        "surname surnames maiden née nee née aka",
        r"\b(?:(?i:surname|maiden name)(?: (?:is|was|of|being))?|née|nee|a\.?k\.?a\.?)"
        rf"[\s:,]{{1,3}}[“\"]?{name}",
        cased=True,
    )
    yield rule(
        CODE,
        SURNAME,
        "last family",
        rf"\b(?i:last|family) (?i:name)(?: (?:is|was|of|being))?[\s:,]{{1,3}}[“\"]?{name}",
        cased=True,
        beside="name",
    )
    yield rule(
        CODE,
        REWORDING,
        "signed signs sign goes known undersigned",
        r"\b(?i:signed|signed by|signs (?:\w+ ){1,4}|undersigned|goes by the name(?: of)?|known as)[\s:,]{1,3}"
        r"(?P<it>[A-ZÀ-Þ][\w’'.-]* (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]+)",
        cased=True,
    )
    yield rule(
        CODE,
        REWORDING,
        "patient client pt name guardian re",
        r"\b(?i:patient|client|pt|name|guardian|re|resident|member)(?: name)?: ?"
        r"(?P<it>[A-ZÀ-Þ][\w’'-]+, ?[A-ZÀ-Þ][\w’'-]*\.?|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.?)? [A-ZÀ-Þ][\w’'-]+)",
        partial(_names_somebody, lists),
        cased=True,
    )
    yield rule(
        CODE,
        REWORDING,
        frozenset("bcdefghjklmnopqrstuvwxyz"),
        r"(?<![\w-])[A-Z](?:-[A-Z]){3,15}(?![\w-])",
        lambda match: not is_word(match.group().replace("-", "").lower(), lists),
        cased=True,
    )
    yield rule(
        CODE,
        SURNAME,
        "pcp attending provider prescriber psychiatrist therapist counselor case cm sw attorney lawyer judge"
        " po p supervisor"
        " witness dictated referred prescribed reviewed signed surgeon dentist interpreter physician doctor"
        " pharmacist officer practitioner",
        r"\b(?i:pcp|attending|provider|prescriber|psychiatrist|therapist|counselor|case ?manager|cm|sw|attorney"
        r"|lawyer|judge"
        r"|po|p\.o\.|supervisor|witness|dictated by|referred by|prescribed by|reviewed by|surgeon|dentist|interpreter"
        r"|physician|doctor|pharmacist|officer|nurse practitioner)"
        r"(?: is| was|:| -|,) (?P<it>[A-ZÀ-Þ][\w’'-]{2,})(?=[.,;)]|$"
        r"| (?:aware|will|is|was|has|notified"
        r"|called|said|says|comma|period|in|re|about|to|and|at|on|w/|with|for)\b)",
        partial(_is_strange, lists),
        cased=True,
    )
    yield rule(
        CODE,
        REWORDING,
        "al el ash abd abu bint ul ben bat ibn bin",
        r"(?<![\w-])(?P<it>(?:[A-ZÀ-Þ][\w’'-]+ )?(?:al|el|ash|abd|abu|bint|ul|ben|bat|ibn|bin)[- ](?!Fitr|Adha"
        r"|Q[ua]|Anon|Jazeera|Nusra)"
        r"[A-ZÀ-Þ][\w’'-]{2,})",
        partial(_is_of_fathers, lists),
        cased=True,
    )
    in_script = rf"[{_SCRIPT}]{{2,}}(?:[ \u200c-][{_SCRIPT}]{{2,}}){{1,3}}"
    yield rule(CODE, REWORDING, {OTHER_SCRIPT}, rf"(?<![{_SCRIPT}]){in_script}")
    yield rule(CODE, REWORDING, {OTHER_SCRIPT}, rf"(?<![{_HAN}])[{_HAN}]{{2,4}}(?![{_HAN}])")
    yield rule(CODE, REWORDING, {OTHER_SCRIPT}, r"(?<!\w)[\uac00-\ud7af]{2,4}(?: [\uac00-\ud7af]{2,3})?(?!\w)")
    yield rule(
        CODE,
        REWORDING,
        {OTHER_SCRIPT},
        r"(?<!\w)[\u3040-\u30ff\u4e00-\u9fff]{1,4}[ ・\u3000][\u3040-\u30ff\u4e00-\u9fff]{1,4}(?!\w)",
    )
    yield rule(CODE, REWORDING, {OTHER_SCRIPT}, r"(?<!\w)[\u30a0-\u30ff]{2,}(?:[・ ][\u30a0-\u30ff]{2,})?(?!\w)")


def _names_somebody(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether what stands behind a label is no title of a paper: "Re: Intake Packet"."""
    return not all(
        is_word(name.strip(".,").lower(), lists) and name not in lists["first_names"] for name in match["it"].split()
    )


def _is_of_fathers(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether "al-" and the like join a name: "Fatima al-Hashimi", "al-Rashid", not "as Marta said", "Eid al-Fitr"."""
    first, *further = match["it"].split(" ")
    joined = "-" in match["it"] and (not further or first[0].islower() or first in lists["first_names"])
    if joined and further and first in lists["first_names"]:
        return True
    surname = re.split("[ -]", match["it"])[-1]
    return (joined or (first in lists["first_names"] and len(further) > 1)) and not is_word(surname.lower(), lists)


def _is_strange(lists: WordLists, match: re.Match[str]) -> bool:
    name = match["it"]
    known = any(name in lists[kind] for kind in ("first_names", "things", "cities", "brands", "short_months"))
    return not (known or is_word(name.lower(), lists) or is_no_name(name, lists) or name in lists.calendar)


def titled(prose: Prose, run: Run) -> bool:
    """A title with a name: most titles go with a surname."""
    lists, first = prose.lists, run.names[0]
    for title, other in pairwise(run.names):
        if title in lists["titles"] and other not in lists["titles"]:
            if len(other) == 1 and len(run.names) == 2:
                return False
            rank = (_is_acronym(other) and not other.isupper()) or (title not in _COURTESY and _is_common(other, lists))
            return other not in lists["titled_roles"] and not rank and not is_named_after(prose, run)
    before = prose.before(run.first)
    if before not in lists.titles_in_small_letters or prose.gap(run.first) not in (" ", ". "):
        return False
    return not run.opening and not _is_first_name(first, prose) and not _is_nothing(first, lists) and len(first) > 1


def surname_first(prose: Prose, run: Run) -> bool:
    """ "O'Rourke, Siobhan": a surname, a comma, a first name or an initial."""
    if len(run.names) > 2 or run.last >= len(prose.texts) or prose.gap(run.last) != ", ":
        return False
    surname, after = run.names[-1], prose.word(run.last)
    if _is_nothing(surname, prose.lists) or surname in prose.people or not after.text[0].isupper():
        return False
    is_surname = surname in prose.lists["surnames"] or _looks_like_surname(surname, prose)
    if len(after.text) == 1:
        return bool(_ONE_INITIAL.match(prose.text, after.end)) and (
            is_surname or not is_word(surname.lower(), prose.lists)
        )
    if after.text in prose.lists["first_names"] and not prose.lists["first_names"].issuperset({surname}):
        return is_surname or not is_word(surname.lower(), prose.lists)
    return False


def with_initial(prose: Prose, run: Run) -> bool:
    """A first name with a surname's initial."""
    return len(run.names[-1]) == 1 and len(run.names) > 1 and _is_first_name(run.names[0], prose)


def full(prose: Prose, run: Run) -> bool:
    """A first name with a surname, or an initial with one."""
    lists = prose.lists
    if len(run.names) < 2 or run.name in lists["brands"] or (len(run.names[0]) == 1 and prose.closing(run) == ":"):
        return False
    names = _without_suffix(_own(run.names, prose), lists)
    if len(names) < 2 or len(names[-1]) == 1:
        return False
    name = " ".join(names)
    if any(name in lists[wide] for wide in ("double_names", "states", "countries")) or is_named_after(prose, run):
        return False
    first, last = names[0], names[-1]
    called_so = len(names) == 2 and first in lists["first_names"] and _is_surname_of_wide(first, last, prose)
    if called_so or any(is_no_name(name, lists) for name in names):
        return called_so
    if _is_first_name(first, prose) and not is_word(first.lower(), lists):
        return True
    if _is_first_name(first, prose) or len(first) == 1:
        return not _is_common(last, lists) or last in lists["first_names"]
    if is_word(first.lower(), lists):
        return last in lists["surnames"] and first in lists["surnames_like_words"]
    return not _is_common(last, lists)


def _is_surname_of_wide(first: str, last: str, prose: Prose) -> bool:
    """Whether a name is somebody's of which a part is a state's or a country's: "Paula Montana", "Jordan Kessel"."""
    if last in _STATES_AS_SURNAMES:
        return True
    sure = last in prose.lists["surnames"] or _looks_like_surname(last, prose) or not is_word(last.lower(), prose.lists)
    return is_wide(first, prose.lists) and sure and not is_no_name(last, prose.lists)


def nicknamed(prose: Prose, run: Run) -> bool:
    """ "Tyrone “Smoke” Battle": a nickname between a first name and a surname."""
    if len(run.names) > 2 or not _is_first_name(run.names[0], prose) or run.last >= len(prose.texts):
        return False
    found = prose.gap(run.last)[:2] in _QUOTES and _NICKNAME.match(prose.text, prose.at(run)[1])
    if not found or found[1] in prose.lists.calendar:
        return False
    return not is_no_name(found[1], prose.lists) and (
        not _is_common(found[1], prose.lists) or found[1] in prose.lists["first_names"]
    )


def surname(prose: Prose, run: Run) -> bool:
    """A surname that stands alone, or behind words that only begin the sentence, or that of a family."""
    if run.names[-1] in prose.lists["first_names"]:
        return False
    names = _own(run.names, prose)
    if len(names) != 1 or prose.before(run.first) in ("a", "an") or is_named_after(prose, run):
        return False
    name, lists = names[0], prose.lists
    if name in lists["titles"] or name in lists["kin_titles"]:
        return False
    if _is_first_name(name, prose) or _is_nothing(name, lists) or is_word(name.lower(), lists):
        return False
    if any(name in lists[kind] for kind in ("cities", "towns", "brands")) or f"{name}'s" in lists["brands"]:
        return False
    after = prose.after(run.last - 1)
    if after.isdigit() and len(after) < 3:  # "Hamilton 19": a scale with its score
        return False
    if prose.before(run.first) == "the" and name.endswith("s"):
        singular = (name.removesuffix("s"), name.removesuffix("es"))
        return any(one in lists["surnames"] or _OF_SURNAMES.fullmatch(one) for one in singular)
    return name in lists["surnames"] or _looks_like_surname(name, prose)


def unknown(prose: Prose, run: Run) -> bool:
    """A word with a capital, within a sentence, that no list knows: whoever or whatever is called so."""
    lists, after = prose.lists, prose.following(run.last - 1)
    if run.opening or run.name in prose.people or run.name in lists["not_names"] or is_wide(run.name, lists):
        return False
    before, *further = (*prose.earlier(run.first, 2), "")
    if is_named_after(prose, run) or before in ("a", "an") or before in lists["before_goods"]:
        return False
    if before == "the" and further[0] not in _BEFORE_THE:
        return False
    if not lists["city_goods"].isdisjoint(after) or any(word.isdigit() for word in after[:1]):
        return False
    source = prose.source[slice(*prose.source_span(prose.at(run)))]
    return source[0].isupper() and not source.isupper() and any(_is_unknown(name, prose) for name in run.names)


def _is_unknown(name: str, prose: Prose) -> bool:
    lists, small = prose.lists, name.lower()
    if len(name) < 3 or not _AS_NAMES.fullmatch(name) or small.endswith(("ed", "ing")):
        return False
    if is_word(small, lists) or small in lists["drugs"] or _is_first_name(name, prose):
        return False
    return not any(
        _is_nothing(form, lists) or form in lists[kind]
        for form in (name, name.removesuffix("s"))
        for kind in ("titles", "brands", "months", "name_suffixes", "towns", "cities", "states_shortened")
    )


def _own(names: tuple[str, ...], prose: Prose) -> tuple[str, ...]:
    """*names* without ordinary words before them: "Counselor Whitaker", "Attorney Boyd Kessler"."""
    lists = prose.lists
    for place, name in enumerate(names):
        if is_no_name(name, lists) and place + 2 < len(names) and names[place + 1] in lists["first_names"]:
            continue
        if len(name) == 1 or _is_first_name(name, prose) or not is_word(name.lower(), lists) or is_no_name(name, lists):
            return names[place:]
        if name in lists["surnames_like_words"] and place + 1 < len(names) and names[place + 1] in lists["surnames"]:
            return names[place:]
    return ()


def _without_suffix(names: tuple[str, ...], lists: WordLists) -> tuple[str, ...]:
    """*names* without "III", "Jr", "MD" behind them."""
    return _without_suffix(names[:-1], lists) if names and names[-1] in lists["name_suffixes"] else names


def _looks_like_surname(name: str, prose: Prose) -> bool:
    """Whether a word that no list knows is built as surnames are."""
    if name.partition("-")[0] in _OF_FATHERS and "-" in name:
        return True
    if "-" in name:
        parts = [part for part in name.split("-") if part[:1].isupper()]
        strange = [part for part in parts if not _is_first_name(part, prose)]
        lists = ("surnames", "surnames_like_words")
        return len(parts) == 2 and any(part in prose.lists[name] for part in strange for name in lists)
    return bool(_OF_SURNAMES.fullmatch(name) or _APOSTROPHE_OR_MAC.fullmatch(name))


def is_named_after(prose: Prose, run: Run) -> bool:
    """Whether somebody's name stands for a thing: "Baker Act", "Tourette syndrome", "Parkinson's"."""
    things = prose.lists["named_after"]
    if run.names[-1].lower() in things or run.names[-1].lower().removesuffix("s") in things:
        return True
    after = prose.following(run.last - 1)
    return any(word in things or word.removesuffix("s") in things for word in after[:1]) or after[1:2] in _THINGS_LATER


def is_no_name(name: str, lists: WordLists) -> bool:
    """Whether *name* is nobody's: a thing, a region, a people, or letters that stand for words."""
    return name in lists["not_names"] or is_wide(name, lists) or _is_acronym(name)


def is_wide(name: str, lists: WordLists) -> bool:
    """Whether this is a state, a country, a people, or wider."""
    return name in lists["states"] or name in lists["countries"] or name in lists["peoples"]


def _is_common(name: str, lists: WordLists) -> bool:
    return is_word(name.lower(), lists) and name not in lists["surnames_like_words"]


def _is_first_name(name: str, prose: Prose) -> bool:
    return name in prose.lists["first_names"] or name in prose.known or ("-" in name and _is_double(name, prose))


def _is_double(name: str, prose: Prose) -> bool:
    parts = name.split("-")
    return parts[0] not in _OF_FATHERS and all(part in prose.lists["first_names"] for part in parts)


def _is_nothing(name: str, lists: WordLists) -> bool:
    return is_no_name(name, lists) or name in lists["things"]


def _is_acronym(name: str) -> bool:
    bare = name.replace("’", "'").partition("'")[0]  # of "OD'd"
    return len(bare) > 1 and bare.isupper()
