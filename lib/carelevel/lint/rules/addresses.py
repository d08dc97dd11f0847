"""Postcodes, streets, roads, corners, boxes and units, written with a number or a word that tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.patterns import Rule, follows, rule, table, word_before
from carelevel.lint.prose import ACCENT, DIGIT, DIGITS, is_of_calendar
from carelevel.lint.rules.names import is_no_name, is_wide
from carelevel.lint.rules.places import CODE, REWORDING
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

_ON = frozenset(
    {
        "on",
        "off",
        "at",
        "near",
        "down",
        "up",
        "along",
        "from",
        "onto",
        "across",
        "to",
        "around",
        "under",
        "by",
        "behind",
        "of",
        "between",
    }
)
_NO_CORNER = frozenset(
    {"and", "last", "final", "again", "the", "then", "other", "third", "fourth", "fifth", "his", "her"}
)
_WIDE = frozenset(
    {"northern", "southern", "eastern", "western", "north", "south", "east", "west", "rural", "central", "upstate"}
)
_CORNER = r"\b(?P<it>[A-Z][\w’'-]+ (?:and|&) [A-Z][\w’'-]+)\b"
_postcode = partial(rule, CODE, "leave the postcode out")
_road = partial(rule, CODE, REWORDING, cased=True)


@table
def numbered(lists: WordLists) -> Iterator[Rule]:
    """Postcodes, roads with a number, addresses, boxes, corners, units, streets abroad."""
    streets, streets_short, foreign = (
        lists.any_of(name) for name in ("street_endings", "street_endings_short", "streets_abroad")
    )
    streets_small = {ending.lower() for ending in lists["street_endings_short"]}
    foreign_small = {words_in(word.lower())[0] for word in lists["streets_abroad"]}
    unit_names = lists.any_of("units")
    units = " ".join(words_in(unit.lower())[0] for unit in lists["units"])
    ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    ordinal_streets = "|".join(word.capitalize() for word in ordinals.split())
    several = {name for kind in ("cities", "towns") for name in lists[kind] if name.count(" ") > 1 and "/" not in name}
    towns = several | lists["odd_towns"] | {name for name in lists["cities"] if name.startswith("St. ")}
    towns |= {name.replace("St. ", "St ") for name in towns if "St. " in name}
    yield from (
        _postcode(DIGIT, r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b", cased=True),
        _postcode(
            "zip zipcode postcode postal zips",
            r"\b(?:zip(?: ?code)?|post ?code|postal code)s?\b[^.;!?\d]{0,40}?(?P<it>\d{5}(?:-\d{4})?)(?![\w/-]|[.,]\d)",
        ),
        _postcode(
            DIGITS,
            r"(?<![\w$#.-])(?P<it>\d{5})(?= (?:under|for|as|in|on|beside|next to) (?:the |an |his |her |their "
            r"|home )?(?:address|zip"
            r"|residence|home address)\b)"
            r"|\b(?:lives?|lived|living|stays?|stayed|raised|grew up|moved|from|born|houses?|somewhere"
            r"|back) (?:\w+ ){0,3}?"
            r"(?:in|to|of|inside|within|from) (?:the |zip )?(?P<its>\d{5})(?<!00)(?![\w/-]|[.,]\d| (?:dollars"
            r"|people|residents|steps))",
        ),
        _postcode(
            "area",
            r"\barea code(?: is| was|:| of)? ?(?P<it>\(?\d{3}\)?)(?!\d)|\b(?P<its>\d{3}) area code\b",
        ),
        _postcode(
            "box",
            r"\b(?:mail|letters?|checks?|post office|writes?|write|goes|go|sent|send|comes|address"
            r"|reached)\b[^.;!?]{0,24}?"
            r"(?P<it>\bbox #?\d{1,5})\b|\b(?P<its>box #?\d{1,5})(?= (?:at|in) (?:the|our|a) post office)",
        ),
        _postcode(
            DIGITS,
            r"\b(?:(?:in|near|around|within|outside|across|throughout|moved to|relocated to|back to|serves|zip)"
            r" (?P<it>\d{5})|from (?P<its>\d{5})(?= to \d{5})|(?<=from \d{5} to )(?P<whole>\d{5}))(?<!00)"
            r"(?=[.,;:!?)\n]|$| (?:and|or|to|area|zip|for|but|where|who|with|since|because|until|when"
            r"|near|he|she|they|is)\b)(?!,\d)",
        ),
        _postcode(DIGITS, rf"\b(?:{lists.any_of('state_codes')}) (?P<it>\d{{5}}(?:-\d{{4}})?)\b", cased=True),
        _road(
            DIGIT,
            r"\b(?:(?:(?i:Highway|Hwy\.?|Interstate|Route|Rte\.?|Rt\.?|Junction|Exit)|State Road|County Road"
            r"|County Rd|CR|SR|FM|Mile Marker|mile marker|Pier) "
            r"\d{1,4}[A-Z]?|(?:I|US|SR|CR|FM)-\d{1,4}|i-\d{1,3})\b",
        ),
        _postcode("box pobox", r"\b(?:p\.? ?o\.? ?box|post office box|pob) #?\d[\d-]*"),
        _postcode("box", r"\b(?:rr|rural route|hc) ?\d+,? box \d+"),
        _road(
            DIGIT,
            rf"(?<![\w.])#?\d{{1,5}}(?:-\d{{1,4}})?[A-Za-z]?(?: ½| 1/2)? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South"
            r"|East|West)\.? )?"
            rf"(?:(?:[A-Z][\w’'.]{{1,20}}|\d{{1,3}}(?:st|nd|rd|th)|[A-Z]) ){{1,4}}(?:{streets})\b\.?(?:,? (?:#"
            rf"|[Aa]pt\.?|[Uu]nit|[Ss]uite|[Ss]te\.?|[Rr]m\.?) ?#?\w{{1,5}})?",
        ),
        _road(
            DIGIT,
            rf"\b(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.? )?(?:\d{{1,3}}(?:st|nd|rd|th)) (?:{streets})\b"
            r"|\b(?i:[nsew]|ne|nw|se|sw|north|south|east|west)\.? \d{1,3}(?:st|nd|rd|th)\b(?! (?:floor|grade"
            r"|street bridge))",
        ),
        _road(
            streets_small,
            r"\b(?:(?:N|S|E|W|NE|NW|SE|SW)\.? |Old |North |South |East |West |Upper |Lower |Martin Luther King"
            r" (?:Jr\.? )?|MLK (?:Jr\.? )?|[A-Z][\w’'-]+ )"
            rf"(?:[A-Z][\w’'-]+ ){{0,3}}(?:{streets_short})(?![\w’'])\.?",
        ),
        _road(
            "corner intersection junction",
            r"\b(?:[Cc]orner|[Ii]ntersection|[Jj]unction) of (?P<it>(?:[A-Z][\w’'-]+|\d+(?:st|nd|rd|th))(?:"
            r" [A-Z][\w’'-]+)? (?:and|&) (?:[A-Z][\w’'-]+|\d+(?:st|nd|rd|th))(?: [A-Z][a-z]+)?)",
        ),
        _road(
            DIGIT,
            r"\b(?:(?P<it>\d{1,3}(?i:st|nd|rd|th) (?:and|&) [A-Z][\w’'-]+)|(?P<its>[A-Z][\w’'-]+ (?:and|&)"
            r" \d{1,3}(?i:st|nd|rd|th)))\b(?! (?:floor|grade|step|of))",
        ),
        rule(
            CODE,
            REWORDING,
            DIGIT,
            r"\b(?:at|on|near|off|by|of|@) (?P<it>\d{1,3}(?:st|nd|rd|th) (?:and|&|n) [a-z][\w’'-]+"
            r"|[a-z][\w’'-]+ (?:and|&|n)"
            r" \d{1,3}(?:st|nd|rd|th))(?=[.,;:!?)]|$|\n| (?:and|with|by|near|when|where|after|before|w|streets?|st)\b)"
            r"(?<! the)",
            _is_small_corner,
        ),
        _road(
            "apt apartment",
            r"\b(?i:apt|apartment)\.? #?(?P<it>\d{1,4}[a-z])\b",
            beside=DIGIT,
        ),
        _road(
            "& st ave rd street avenue",
            r"(?:\b(?:at|on|near|off|by) |@ ?)(?P<it>[A-Z][\w’'-]+ (?:& [A-Z][\w’'-]+|and"
            r" (?:[A-Z][\w’'-]+)(?: (?:St|Ave|Rd|Street|Avenue)\b)))"
            r"(?! (?:Sons|Co|Associates|Partners|Brothers)\b)",
            partial(_is_corner, lists),
            beside="at on near off by @",
        ),
        _road(
            ordinals,
            _CORNER,
            partial(_has_street, frozenset(ordinal_streets.split("|"))),
            beside="and",
        ),
        _road(
            ordinals,
            rf"\b(?P<it>(?:(?:North|South|East|West) )?(?:{ordinal_streets})(?: (?:{streets}))?)(?=[,.;]| (?:and"
            r"|where|with|by|near|until|street|avenue|every|for|in)\b)",
            partial(follows, _ON),
        ),
        _road(
            "on off",
            r"\b(?:on|off) (?:the )?(?P<it>(?:(?:North|South|East|West) )?[A-Z][a-z’'-]+(?:"
            r" [A-Z][a-z’'-]+)?)(?=[.,;:!?)]|$| (?:and|where|that|with|by|near|until|is|was|has|had|have|took"
            r"|takes|closed|closes|burned"
            r"|opens|opened|gave|gives|got|can|will|would|smells|always|never|again|behind|across|past|for|every|to|who"
            r"|since|in|when|because|after|before)\b)",
            partial(_is_street, lists),
            beside=lists["before_streets"],
        ),
        _road(
            {name.lower() for name in lists["street_names"]},
            _CORNER,
            partial(_has_street, lists["street_names"]),
            beside="and",
        ),
        _road(
            {ACCENT},
            r"(?i:\b(?:ул\.|улица|пр\.|проспект|пер\.|οδός|шоссе)) ?[^\s,.;]+(?: [^\s,.;]+)?(?:,? ?(?:д\."
            r" ?)?\d+)?|[А-ЯЁ][а-яё]+(?:ая|ий|ой) (?:улица|ул\.|проспект|шоссе)(?:,? ?\d+)?",
        ),
        _road(
            {ACCENT, *foreign_small},
            rf"\b(?:{foreign}) (?:(?:de|del|de la|de los|di|du|des|da|do|dos|la|las|los|der|dem|d[’'])"
            rf" ?){{0,2}}[A-ZÀ-Þ0-9][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,2}}(?:,? (?:no\. |núm\. |n[º°] ?)?\d{{1,5}})?",
        ),
        rule(
            CODE,
            REWORDING,
            {DIGIT, ACCENT, "strasse"},
            r"\b[A-ZÄÖÜ][\wäöüß-]*(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|gasse|platz|allee|weg|gade|gatan|vej|straat|laan"
            r"|utca)(?: \d{1,4}[a-z]?)?(?!\w)(?<!Weg)(?<!Allee)",
            cased=True,
        ),
        _road(
            f"{units} {DIGIT}",
            rf"\b(?i:{unit_names})\.? (?:#|no\.? ?)?(?=[A-Z]*-?\d|[A-Z]\b)(?P<it>[A-Z]{{0,2}}-?\d{{1,4}}[A-Z]?"
            r"|[A-Z])\b(?! (?:of|days|years|people))",
            _is_unit,
        ),
        _road("avenue ave", r"\b(?P<it>(?:Avenue|Ave\.?) [A-Z])\b(?!\.[A-Z]|[’'])"),
        _road(
            "stop station exit overpass underpass ramp dock",
            r"\bthe (?P<it>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:bus )?(?:stop|station|exit|overpass|underpass"
            r"|ramp|dock)\b",
            partial(_names_something, lists),
        ),
        rule(
            "identifier/employer",
            "say 'on a boat'",
            "deckhand deckhands skipper trawler crabber seiner tug tugboat longliner dragger",
            r"\b(?:deckhand|skipper|mate|cook|crew|engineer|worked|works|fished|fishes|hand)s? (?:on|of|aboard) the"
            r" (?P<it>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})",
            cased=True,
        ),
        _road("unit units", r"\b[Uu]nit #?(?P<it>\d{1,4}-?[A-Z])\b", beside=DIGIT),
        rule(
            CODE,
            REWORDING,
            {town.lower() for town in towns},
            r"\b(?:in|from|near|outside|to|around|of|past|through|behind|toward|by|for|at|between|and|out) "
            r"(?P<it>(?:(?:east|west|north|south|downtown|old) )?(?:"
            rf"{'|'.join(re.escape(town) for town in sorted(towns, key=len, reverse=True))}))\b",
        ),
        rule(
            CODE,
            REWORDING,
            {state.lower() for state in lists["states"]},
            rf"\b(?:in|from|near|outside|of|to|past) (?P<it>[a-z]{{3,}}(?: [a-z]{{2,}}){{0,2}}), ?"
            rf"(?:{'|'.join(sorted(state.lower() for state in lists['states'] if len(state) > 3))})\b",
            partial(_may_be_town, lists),
            cased=True,
        ),
        _road(
            "projects houses homes towers courts gardens apartments apts tenements tract trailer",
            r"\b(?:the )?(?P<it>(?:[A-Z][\w’'-]+ ){1,3}(?:projects|houses|homes|towers|apartments|apts\.?"
            r"|tenements|trailer park|mobile home park|housing(?: project)?|complex|section 8))\b(?! (?:at|to)"
            r" (?:him|her))",
            partial(_names_something, lists),
        ),
        rule(
            "identifier/employer",
            "say what kind of place it is",
            "employer employers workplace employment",
            r"\b(?i:employer|employers|workplace|place of employment|current employment|emp)(?: name)?(?: is"
            r"| was|:| -) ?"
            r"(?P<it>[A-Z][\w’'.&-]+(?: (?:& |of |and |the )?[A-Z][\w’'.&-]+){0,4})",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say what kind of place it is",
            "tx treatment rehab rehabs detox episodes admission admissions inpatient",
            r"\b(?i:previous|prior|past|last|first|other) (?i:tx|treatment|rehabs?|detox|episodes?|admissions?"
            r"|inpatient)s?"
            r"(?: episodes?| stays?)?(?: at|:| -|,) ?(?P<it>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){1,3})",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say what kind of place it is",
            "llc inc ltd corp llp",
            r"\b(?:[a-z][\w’'&-]+,? ){2,3}(?i:llc|inc|ltd|corp|llp)\b",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say 'in a union'",
            "uaw seiu ibew afscme cwa ufcw usw iatse ilwu ila iuoe iupat liuna nalc apwu twu umwa bctgm afge aft atu"
            " smwia bac"
            " teamster teamsters ironworkers boilermakers steamfitters pipefitters steelworkers longshoremen",
            r"\b(?:(?:UAW|SEIU|IBEW|AFSCME|CWA|UFCW|USW|IATSE|ILWU|IUOE|IUPAT|LIUNA|NALC|APWU|TWU|UMWA|BCTGM|AFGE|ATU"
            r"|SMWIA)(?: (?:[Ll]ocal )?\d{1,5})?|(?:Teamsters?|Ironworkers|Boilermakers|Steamfitters|Pipefitters"
            r"|Steelworkers"
            r"|Longshoremen)(?: [Ll]ocal)?(?: \d{1,5})?)\b",
            cased=True,
        ),
        _road(DIGITS, r"(?<![\w.])-?\d{1,3}\.\d{3,7}°?\s?[NS]?,? ?-?\d{1,3}\.\d{3,7}°?\s?[EW]?(?!\w)"),
        _road(DIGIT, r"\b\d{1,3}°\s?\d{1,2}['′’][^,;]{0,8}[NSEW]\b"),
        _road(
            "side end town hill northside southside eastside westside southend eastend westend northend",
            r"\b(?:[Tt]he|[Oo]n|[Ii]n|[Ff]rom|[Oo]f|[Ll]ives?|[Ss]tays?|[Gg]rew up|[Rr]aised|[Bb]orn"
            r"|[Cc]ame up|a|his|her) "
            r"(?P<it>(?:(?:North|South|East|West|Lower|Upper|Near|Far) ){1,2}(?:Side|End|Town|Hill)|(?:North"
            r"|South|East|West)(?:side|end|town)|Northside|Southside|Eastside|Westside)\b",
        ),
        _road(
            "block hundred",
            r"\b(?:the )?(?P<it>(?:\d{2,5}|[Hh]undred|\w+ hundred) [Bb]lock of (?:(?:[NSEW]|[A-Z]?[a-z]+)\.? )?[\w’'-]+"
            rf"(?: (?:{streets}))?)\b",
        ),
        rule(
            CODE,
            REWORDING,
            DIGIT,
            r"(?<![\w.$#/-])\d{3,5} (?:[nsew]|ne|nw|se|sw|north|south|east"
            r"|west)\.? [a-z][a-z’'-]{3,}\b(?! (?:of|floor)\b)",
            partial(_is_small_street, lists),
        ),
        _road(
            "city county town village hometown birthplace residence neighborhood borough parish birth born",
            r"\b(?i:city|county|town|village|hometown|birthplace|place of birth|born in|county of residence|residence"
            r"|residing in|neighborhood|borough|parish)(?: of (?:residence|origin|birth))?: ?"
            r"(?P<it>[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2})(?![\w’'])",
            partial(_is_no_state, lists),
        ),
        _road(
            "town city village borough township hamlet suburb outskirts",
            r"\b(?i:town|city|village|borough|township|hamlet|suburbs?|outskirts) of (?P<it>[A-Z][a-z’'-]+"
            r"(?: [A-Z][a-z’'-]+){0,2})(?![\w’'])",
            partial(_is_no_state, lists),
            beside="of",
        ),
        _road(
            "side end part edge outskirts",
            r"\b(?i:north|south|east|west|northern|southern|eastern|western|far|other|rough|bad|wrong|poor)(?i:-| )?"
            r"(?i:side|end|part|edge) of (?P<it>[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2})(?![\w’'])",
            partial(_is_no_state, lists),
            beside="of",
        ),
        _road("reservation rez", r"\b(?:the |a )(?P<it>[A-Z][\w’'-]+(?: [A-Z]\w+)? (?:reservation|rez))\b"),
        _road(
            "downtown uptown midtown",
            r"\b(?:[Dd]owntown|[Uu]ptown|[Mm]idtown) (?P<it>[A-Z][a-z’'-]+(?: [A-Z][a-z]+)?)\b",
        ),
        rule(
            "identifier/employer",
            "say 'in the army', 'in a union'",
            DIGIT,
            r"\b(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third) (?:[A-Z]\w+ ){0,2}(?:Airborne|Infantry|Cavalry|Cav"
            r"|Battalion|Regiment|Brigade|Division|Squadron|Marines?|Engineers|Artillery|Fleet|Wing|Platoon"
            r"|Mountain|Armored"
            r"|Rangers?|MPs?|Signal|MEU|MEF|SFG|Special Forces|Marine Division|MarDiv|Field Hospital|CSH|Seabees)\b"
            r"|\b\d/\d(?:th|st|nd|rd)? (?:Marines|Cav|Infantry|Battalion|FA|Field Artillery)\b"
            r"|\b(?:[Ii]n|[Ww]ith|[Oo]f|by) the (?P<it>(?:82nd|101st|10th|173rd|75th|25th|4th|3rd|1st) (?:ID|AD"
            r"|Mountain|Rangers))\b",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say what kind of school it is",
            DIGIT,
            r"\b(?:P\.? ?S\.?|I\.S\.|J\.H\.S\.|M\.S\.|PS) ?#?\d{1,3}\b",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say 'in a union'",
            DIGIT,
            r"\b(?:[A-Z]\w+ )?Local (?:No\. ?|#)?\d{1,5}\b",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say 'in a union'",
            "carpenters electricians plumbers roofers laborers machinists millwrights painters bricklayers operators"
            " autoworkers glaziers vfw legion elks moose eagles post lodge",
            r"\b(?P<it>(?:[A-Z]\w+(?:ers|men|wrights)|VFW|Legion|Elks|Moose|Eagles|Masons)"
            r"(?: (?:Union|Lodge|Post|Aerie))? (?:No\. ?|#)?\d{2,5})\b(?!/)",
            cased=True,
            beside=DIGIT,
        ),
        rule(
            "identifier/employer",
            "say 'on a ship'",
            "uss usns uscgc usat hms ss",
            r"\b(?P<it>(?:USS|USNS|USCGC|USAT|HMS|S\.S\.|SS) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say 'at a radio station'",
            "fm am tv",
            r"\b(?P<it>[KW][A-Z]{2,3}-(?:FM|AM|TV))\b",
            cased=True,
        ),
        rule(
            "identifier/employer",
            "say what kind of work it was",
            "ex",
            r"\bex-(?P<it>[A-Z][\w&’'-]+)",
            lambda match: match["it"] in lists["brands"],
            cased=True,
        ),
        _road(
            "ward precinct parish zone",
            r"\b(?:(?:Lower|Upper) )?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
            r"|\d{1,2}(?:st|nd|rd|th)) (?:Ward|Precinct)\b|\b(?:Ward|Precinct) \d{1,2}\b(?! of)",
        ),
    )


def _has_street(names: frozenset[str], match: re.Match[str]) -> bool:
    """Whether one of two capitalized words is a street's, and where somebody may be is said before them."""
    first, _, last = match["it"].split(" ")
    return (first in names or last in names) and follows(_ON, match)


def _is_no_state(lists: WordLists, match: re.Match[str]) -> bool:
    first = match["it"].split()[0]
    wide = is_wide(match["it"], lists) or is_no_name(first, lists) or first in lists["things"]
    return (
        not wide and not is_of_calendar(first, lists) and not (is_word(first.lower(), lists) and " " not in match["it"])
    )


def _may_be_town(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether what stands in small letters before a state is no part of one, and nothing that is anywhere."""
    words = match["it"].split()
    kinds = ("workplaces", "work", "plain_modifiers", "never_naming")
    plain = any(word in lists[kind] for word in words for kind in kinds)
    return not plain and _WIDE.isdisjoint(words) and not any(is_close(word, lists) for word in words)


def _is_small_street(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether what follows a number and a direction is no ordinary word but one that streets are called by."""
    name = match.group().rsplit(" ", 1)[1]
    return name[0].isupper() or not is_word(name.lower(), lists) or name.capitalize() in lists["street_names"]


def _is_street(lists: WordLists, match: re.Match[str]) -> bool:
    before = word_before(match.string, match.start())
    if before not in lists["before_streets"] and before not in lists["workplaces"]:
        return False
    name = match["it"].split()[-1]
    return not is_no_name(name, lists) and name not in lists["things"] and not is_of_calendar(name, lists)


def _is_corner(lists: WordLists, match: re.Match[str]) -> bool:
    names = [name for name in match["it"].split() if name[0].isupper()]
    if any(is_no_name(name, lists) or name in lists["things"] or name.lower() in lists["drugs"] for name in names):
        return False
    last = names[-1]
    return last not in lists["employer_endings"] or last in lists["street_endings"]


def _is_small_corner(match: re.Match[str]) -> bool:
    """Whether no day stands beside the number: "5th and main", not "on 3rd and 7th" or "the 4th and last"."""
    words = re.findall(r"[a-z]{3,}", match["it"].lower())
    return not _NO_CORNER.issuperset(words)


def _is_unit(match: re.Match[str]) -> bool:
    return match["it"] not in ("I", "A") and not re.match(r"(?i)(?:unit|lot|room)s? (?:of|for)", match.group())


def _names_something(lists: WordLists, match: re.Match[str]) -> bool:
    first, *further = match["it"].split()
    if is_no_name(first, lists) and len(further) > 1 and not is_no_name(further[0], lists):
        return first not in lists["not_names"]
    return not (is_no_name(first, lists) or first.lower() in lists["sentence_openers"] or is_of_calendar(first, lists))
