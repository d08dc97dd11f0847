"""Ages: an exact one is a warning, one over 89 an error; a decade of life up to the eighties is fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from carelevel.core.case import Span
from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.codes import hit
from carelevel.lint.kin import is_kin
from carelevel.lint.patterns import ERROR, WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT, Prose
from carelevel.lint.rules import ages_at_events, ages_of_persons, ages_of_relatives
from carelevel.lint.rules.age_numbers import NUMBER, NUMBER_WORDS, decade, number_value
from carelevel.lint.rules.age_phrases import MONTHS, PRONOUN, STOP, YEARS_OLD
from carelevel.lint.rules.ages_by_events import ages_by_events
from carelevel.lint.rules.whose_age import Shape, is_anyone, is_somebody
from carelevel.lint.word_lists import WordLists

CODE, OLD = "identifier/age", "write 'ninety or older'"
BIRTH, DECADE = "give the decade of their life, not the year of birth", "give the decade"
OLDEST_NAMED, OLDEST = 89, 120
SHAPES = (*ages_of_persons.SHAPES, *ages_at_events.SHAPES, *ages_of_relatives.SHAPES)
OLD_BY_NOW = 1934
"""Whoever was born by then is over 89, whenever this is read; later years are left to the author."""
_ORDINAL = re.compile(
    r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)tie?th|(?:twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+"
    r"|(?:thir|four|fif|six|seven|nine)teenth|eighteenth|hundredth|\w+(?:th|st|nd|rd))) birthday",
    re.IGNORECASE,
)
_BIG = re.compile(
    r"\bbig (?P<it>(?:two|three|four|five|six|seven|eight|nine|[2-9])[- ](?:oh|o|0)|[2-9]0)\b", re.IGNORECASE
)
_MARKED = re.compile(
    r"\b(?:celebrat\w+|happy|marked|toasted|spent|dreads?|dreaded|nearing|missed) (?:his|her|their|my|the|a)? ?"
    r"(?P<it>(?:1[3-9]|[2-9]\d)(?:st|nd|rd|th)|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth)"
    r"(?=[.,;!?)”\"]|$| (?:in|at|with|alone|on|behind|to|from|sober|by|together|and)\b)",
    re.IGNORECASE,
)
"""A birthday without the word for it: "celebrated his 30th in rehab"."""
_NO_PERSON = (
    r"(?! ?(?:cath|[Ff]oley|outside|inside|at night|at noon|tonight|degrees|temp|from (?:here|the (?:clinic|bus"
    r"|house|door|road))|away|to the |walk|ago|is (?:ready|open|clean)"
    r"|gauge|ET|tube|sheath|needle|long|deep|apart|later?\b))"
)
_SEX = re.compile(
    rf"(?<![\w.$:/-])(?<!oom )(?<!rm )(?<!Rm )(?<!bed )(?<!Bed )(?<!is )"
    r"(?:[MF][ /]?(?P<it>[1-9]\d)(?![\w%-]|/\d|\.\d)|(?P<its>[1-9]\d)(?:-?[MF]| ?/ ?[MF]|"
    r" [MF](?=,| (?:pt|here|presents|presented|w/|with|c/o|who|seen|adm"
    r"|admitted)\b))(?![\w'’-])(?!/?\s?[.]?\d))"
    rf"{_NO_PERSON}|(?=[1-9]\d[mf]\b)(?:(?<=[.;:,\n])|(?<=[.;:,\n] )|(?<=[Pp]t )|(?<=lient )|(?<=aller )"
    rf"|(?<=bed for )|(?<=eds for )|(?<=for a )"
    rf"|(?<!.))(?P<small>[1-9]\d[mf])(?= ?[,;.]| [-–] | [a-z])"
    rf"{_NO_PERSON}(?! ?[;,]? ?(?:\d|mins?|minutes|run|dash|apart))"
)
_PILLS = re.compile(
    r"\b(?:pills?|tablets?|tabs|blues|stamped|marked|imprint(?:ed)?|presse[ds]|counterfeit)\b", re.IGNORECASE
)
"""Where a text tells of them, "M30" is what stands on one."""
_ONSET = re.compile(
    r"\b(?:onset|first (?:use[ds]?|drink|drug|hit|tried|high|joint|cigarette|injected|arrest)|age (?:at "
    r"|of )?first|began"
    r"|started|age of use|age started)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:,|,? and| &|/|,? then| to| through| until| till| up to|, (?:and )?(?:a|the) (?:\w+ )?(?:of|is|at))? ?$"
)
_OTHER = re.compile(
    r"(?:,|;| and| &|/|,? but|,? while) (?:(?:his|her|the|my|their|other) ){0,2}(?P<whom>[\w’'-]+)(?:,| is| was|[’']s|)"
    r" (?:only |just |now |then )?"
)
"""Another person and no verb but "is", between their age and somebody else's."""
_BORN = re.compile(r"\bborn $|\b(?:baby|infant|newborn|neonate|preemie),? $", re.IGNORECASE)
"""Whose age is told in days and weeks."""
_BEGINNING_YEARS = frozenset("yYmMwWdDgG")
"""Letters with which "years old" begins, in any of its forms."""
_AT = (" at ", " by ")
_BEFORE_AT = re.compile(r"([a-z]+)\.? (?:at|by) $", re.IGNORECASE)
_MEASURES = re.compile(r"\b(?:mg|mcg|ml|mph|dollars|percent|bpm|degrees|units|ciwa|cows|bac)\b|[%$°]", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_TELLING_OTHERWISE = frozenset(
    {DIGIT, "birthday", "big", *(f"{tens[:-1]}ieth" for tens in NUMBER_WORDS if tens.endswith("ty"))}
)
_FARTHEST = 64
"""Characters before a number that say whose age it is."""
_ROUGH_BEFORE = re.compile(
    r"\b(?:over|past|than|above|about|around|under|roughly|maybe|probably|looks?|like|approximately"
    r"|before|circa|ca\.|least) "
    r"(?:age |about |the age of )?\w*$",
    re.IGNORECASE,
)
_ROUGH_AFTER = re.compile(
    r"\+|ish| (?:or (?:older|over|more|younger)|or so|and (?:over|older|up|under)|plus)\b", re.IGNORECASE
)
_NO_AGE_AFTER = re.compile(
    r" ?(?:%|percent|years? ago|miles|mgs?|mcg|ml|days|hours|minutes|times|weeks(?! old)|o'clock|pounds"
    r"|lbs|degrees|dollars|feet|inches|cents|over (?:\d|\w+ty\b)|on the (?:highway|freeway|interstate|turnpike"
    r"|road|scale|dial))\b|%|° ?",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"(?P<whom>[\w-]+)(?: (?:is|was|are|were)|[’']s)(?:(?: \w+)? (?:a|one|two|three) hundred and| \w+)? $",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[\w-]+$")
_GAPS = frozenset(
    {
        "@",
        "),",
        ")",
        "),(",
        ",",
        "(",
        ":",
        "=",
        ".",
        "!",
        "?",
        ";",
        "-",
        "–",
        "—",
        '"',
        "“",
        ".,",
        ". “",
        ', "',
        ", “",
        "/",
        "",
    }
)
_OF_AGE = re.compile(
    r"\b(?:under|over) (?:eighteen|18|twenty-one|21)\b|\b(?:minor(?!, (?:\d|\w+teen\b))|underage|of age|an adult)\b",
    re.IGNORECASE,
)
"""Where a story tells on which side of the law somebody is, the age is what is asked for."""


def ages(prose: Prose) -> Iterator[Diagnostic]:
    """Ages in digits and in words, years of birth of those over 89, centenarians."""
    yield from _old(prose)
    yield from ages_by_events(prose)
    told, at = -1, False
    asked = "how old" in prose.text or "How old" in prose.text
    onset: int | None = None
    for place in _number_places(prose):
        match = NUMBER.match(prose.text, prose.word(place).start)
        if not match:
            continue
        found = list(_numbered(prose, place, match))
        if not found and told >= 0:
            found = list(_further(prose, match, told, at))
        if not found and asked:
            found = list(_answered(prose, place, match))
        if not found and (used := list(_of_use(prose, place, match))):
            if onset is None:
                first_use = _ONSET.search(prose.text)
                onset = first_use.end() if first_use else len(prose.text)
            found = used if onset <= match.start() else []
        if found:
            told, at = match.end(), at or prose.before(place) in ("at", "by")
            yield from found
    if not _TELLING_OTHERWISE.isdisjoint(prose.vocabulary):
        yield from _otherwise(prose.text)


def _number_places(prose: Prose) -> list[int]:
    """The words that are numbers, or begin with one."""
    known = prose.vocabulary
    if DIGIT not in known and NUMBER_WORDS.isdisjoint(known):
        return []
    return [
        place
        for place, word in enumerate(prose.small)
        if word in NUMBER_WORDS or word[0] in _DIGITS or ("-" in word and word.partition("-")[0] in NUMBER_WORDS)
    ]


@table
def _old(_lists: WordLists) -> Iterator[Rule]:
    """Whoever is over 89, without a number."""
    yield rule(CODE, OLD, "nineties", r"\b(?:her|his|their) (?:early |mid-?|late |middle )?nineties\b", cased=True)
    old = r"\b(?:[Cc]ent|[Nn]onag)enarians?\b"
    yield rule(CODE, OLD, "centenarian centenarians nonagenarian nonagenarians", old, cased=True)
    born = r"\b(?:[Bb]orn|b\.|DOB|YOB)(?: in)?:? (?:\w+ ){0,2}?(?P<it>1[89]\d\d)\b"
    yield rule(
        CODE, "leave the year out", "born b dob yob", born, lambda match: int(match["it"]) <= OLD_BY_NOW, cased=True
    )
    year = r"(?P<it>(?:19[3-9]\d|20[0-2]\d)|['’][0-9]\d)(?![\w/-]|\.\d)"
    yield rule(CODE, BIRTH, "born dob yob", rf"\b(?:born|dob|yob)(?: back)?(?: in)?:? {year}", severity=WARNING)
    yield rule(
        CODE,
        BIRTH,
        "birth",
        rf"\b(?:year of birth|birth ?year)[^.;!?\d]{{0,40}} {year}",
        severity=WARNING,
    )
    yield rule(CODE, BIRTH, "baby", r"(?<![\w-])(?P<it>(?:['’]|19|20)\d\d[- ]baby)\b", severity=WARNING)
    yield rule(CODE, BIRTH, "class", r"\b[Cc]lass of (?P<it>(?:['’]|19|20)\d\d)\b", severity=WARNING)
    yield rule(
        CODE, DECADE, "score", r"\b(?P<it>(?:two|three|four) ?score(?: years)?(?: and \w+)?)\b", severity=WARNING
    )


def _numbered(prose: Prose, place: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    """The number that *match* is, which begins with the word at *place*, where it is an age."""
    old = prose.text[match.end() : match.end() + 2].lstrip(" -")[:1] in _BEGINNING_YEARS
    if not (_may_lead(prose, place) or (old and YEARS_OLD.match(prose.text, match.end()))):
        return
    value = number_value(match.group().lower())
    if value > OLDEST:
        return
    if (
        value >= prose.lists.bank.ages
        and not _is_rough(prose.text, *match.span())
        and _is_age(match, value, prose.lists)
    ):
        yield from _hit(prose.text, match.span(), value)


def _further(prose: Prose, match: re.Match[str], told: int, at: bool) -> Iterator[Diagnostic]:
    """A number that goes on a row of ages, or on "married at 18, divorced at 23"; *told*: where the last one ended."""
    text, value = prose.text, number_value(match.group().lower())
    between = text[told : match.start()]
    if len(between) > 90 or not 0 < value <= OLDEST:
        return
    row = bool(_MORE.fullmatch(between)) and between
    months = row and MONTHS.match(text, match.end())
    if not (months or STOP.match(text, match.end()) or PRONOUN.match(text, match.end())):
        return
    again = at and value > 3 and re.search(r"[a-z;,] (?:at|by|till|until|from|since) (?:age )?$", between)
    other = value > 2 and (whom := _OTHER.fullmatch(between)) and is_anyone(whom["whom"], prose.lists)
    if (row or again or other) and not _NO_AGE_AFTER.match(text, match.end()):
        yield from _hit(text, match.span(), value)


def _of_use(prose: Prose, place: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    """A number behind a drug where a story tells of the first use: "alcohol: 13; opioids: 22"."""
    value = number_value(match.group().lower())
    tabbed = place + 1 < len(prose.texts) and prose.gap(place + 1) == "\t"
    if not 4 < value < 70 or not (tabbed or STOP.match(prose.text, match.end())) or not place:
        return
    before, gap = prose.small[place - 1], prose.gap(place)
    drug = before in prose.lists["drugs"] or before in prose.lists["uses"]
    if (drug and gap.strip() in ("", ":", "-", "=", ",", "@", "(")) or (
        before in ("at", "by", "age", "@")
        and prose.earlier(place, 2)[1:]
        and prose.earlier(place, 2)[1] in prose.lists["uses"]
    ):
        yield from _hit(prose.text, match.span(), value)


def _answered(prose: Prose, place: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    """A number that stands by itself where a text asks how old somebody is."""
    alone = not place or prose.gap(place) != " "
    if alone and STOP.match(prose.text, match.end()):
        yield from _hit(prose.text, match.span(), number_value(match.group().lower()))


def age_at(prose: Prose, least: int) -> str:
    """The words of the first exact age of *least* or more; empty where there is none."""
    found = (hit.span for hit in ages(prose) if hit.span)
    return next((text for start, end in found if number_value((text := prose.text[start:end]).lower()) >= least), "")


def _may_lead(prose: Prose, place: int) -> bool:
    """Whether the word before the one at *place* is one that an age follows."""
    gap = prose.gap(place)
    if not place or gap != " ":
        return not place or gap.strip() in _GAPS
    before = prose.small[place - 1]
    if is_kin(before, prose.lists) or before in prose.lists["children"] or before in prose.lists["persons"]:
        return True
    return before in prose.lists["leading_to_ages"] or before[-2:] in ("'s", "’s", "'m", "’m", "re")


def _otherwise(text: str) -> Iterator[Diagnostic]:
    """Birthdays, "the big five-oh", and ages that are written together with a letter for the sex."""
    for pattern in (_ORDINAL, _MARKED, _BIG, _SEX):
        for match in pattern.finditer(text):
            group = match.lastgroup or 0
            if group == "it" and pattern is _SEX and _PILLS.search(text):
                continue
            yield from _hit(text, match.span(group), number_value(match[group].lower().removesuffix(" birthday")))


def _hit(text: str, span: Span, value: int) -> Iterator[Diagnostic]:
    if value > OLDEST_NAMED:
        yield hit(CODE, ERROR, span, OLD)
    elif value > 19 or not _OF_AGE.search(text):
        yield hit(CODE, WARNING, span, f"give the decade: '{decade(value)}'")


def _is_age(match: re.Match[str], value: int, lists: WordLists) -> bool:
    text, (start, end) = match.string, match.span()
    old = YEARS_OLD.match(text, end)
    if old:
        return not _ages_a_thing(text, start, old.end(), lists)
    before = text[max(0, start - _FARTHEST) : start].replace("@ ", "at ")
    if value > 12 and before.endswith(_AT) and _at_an_age(text, before, (start, end), lists):
        return True
    if _NO_AGE_AFTER.match(text, end) and not _BORN.search(before):
        return False
    for shape in _shapes_between(before[-2:], STOP.match(text, end) is not None):
        if value < shape.least or not before.endswith(shape.ends):
            continue
        if shape.after in (None, STOP) or shape.after.match(text, end):
            found = shape.before.search(before)
            if found and shape.whose(found.groupdict().get("whom") or "", lists):
                return True
    return False


@lru_cache(maxsize=1024)
def _shapes_between(signs: str, stops: bool) -> tuple[Shape, ...]:
    """The shapes of a number behind whose last two *signs* it stands, and behind which its phrase *stops* or not."""
    told = (shape for shape in SHAPES if stops or shape.after is not STOP)
    return tuple(shape for shape in told if signs.endswith(tuple(end[-2:] for end in shape.ends)))


def _at_an_age(text: str, before: str, span: Span, lists: WordLists) -> bool:
    """Whether "at" and a number end a phrase: hours are twelve, and doses are digits."""
    start, end = span
    if not STOP.match(text, end) or _NO_AGE_AFTER.match(text, end):
        return False
    found = _BEFORE_AT.search(before)
    if found is None or found[1].lower() in lists["measured"]:
        return found is None and not text[start].isdigit()
    return not (text[start].isdigit() and _MEASURES.search(text))


def _ages_a_thing(text: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether it is a building, an animal or a debt that is so old."""
    said = _SAID_OF.search(text, max(0, start - 60), start)
    if said and not said["whom"][0].isupper() and not is_somebody(said["whom"].lower(), lists):
        return True
    aged = text[start - 2 : start] == ", " and text[start:end].endswith(("old", "olds", "young"))
    if aged and (before := _LAST_WORD.search(text, max(0, start - 30), start - 2)):
        return before.group() in lists["aging_things"]
    return bool(_things(lists).match(text, end))


@lru_cache(maxsize=4)
def _things(lists: WordLists) -> re.Pattern[str]:
    return re.compile(
        rf"[- ]?(?:(?!(?:at|in|on|with|who|and|or|of|from|to|for|by|is|was|has|had|the|a|an|his|her|their|my)\b)\w+"
        rf" ){{0,3}}(?:{lists.any_of('aging_things')})s?\b(?! (?:\w*(?:er|or|man|woman|ist|owner|ian|eer|ant"
        rf"|ess)|mechanic|nurse|cook|clerk|aide|tech|guard|hand|mom|dad)\b)",
        re.IGNORECASE,
    )


def _is_rough(text: str, start: int, end: int) -> bool:
    return bool(_ROUGH_BEFORE.search(text, max(0, start - 24), start) or _ROUGH_AFTER.match(text, end))
