"""Dates finer than a year. Weekdays, seasons and years by themselves are fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, follows, rule, table, word_before
from carelevel.lint.prose import DIGIT, DIGITS
from carelevel.lint.word_lists import WordLists

_NTH = r"\d{1,2} ?(?:st|nd|rd|th)"
_NTH_WORD = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth|"
    "fifth|sixth|seventh|eighth|ninth))"
)
_LATE_NTH = (
    r"(?:(?:thir|four|fif|six|seven|nine)teenth|eighteenth|twelfth|eleventh|twentieth|thirtieth|(?:twenty"
    r"|thirty)[- ]\w+th|twenty[- ](?:first|second|third))"
)
_CARDINAL = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|"
    "nineteen|(?:twenty|thirty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?"
_YEAR = r"(?:19|20)\d\d"
_SHORT_YEAR = rf"(?:{_YEAR}|['’‘]\d\d)"
_ANY_YEAR = rf"(?:{_YEAR}|['’‘]?\d\d)"
_NO_NOUN = (
    r"(?=\s*[.,;:!?)\"”’—–]|$|\n| (?:and|or|he|she|they|i|we|but|when|then|at|with|after|because|so|for"
    r"|in|it|without|is|was|to|of (?:this|last|next|that) month)\b)"
)
_MMDD = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_KEPT_DAYS = "court|hearing|appt|appointment|visit|due|intake|trial|payday|refill|back|booked|scheduled|surgery"
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)"
_FRACTION_AFTER = (
    r"(?! ?(?:of|the|a|an|pint|cup|tabs?|tablets?|pills?|mg|ml|oz|lb|inch|mile|dose|strip|film|hours?"
    r"|scale|strength|pain|bottles?|packs?|steps?|sessions?|visits?|groups?|days?|items?|points?|attended"
    r"|completed|ppd|gram|g|tsp|tbsp|time)\b|%)"
)


_DATED = "udss?|uas?|utox|tox|labs?|screens?|drops?|dates?|appts?|no-shows?|missed|seen|refills?"
_TESTED = frozenset(
    [
        "uds",
        "udss",
        "ua",
        "uas",
        "utox",
        "tox",
        "lab",
        "labs",
        "screen",
        "screens",
        "drop",
        "drops",
        "prior",
        "previous",
        "last",
        "next",
        "on",
    ]
)
"""What a day with full stops is told of, where the result follows: "UDS 8.14. neg"."""
_OFTEN_DATED = "|groups?|visits?|sessions?|attended"
"""What several days are told of; of one it may be a number of theirs: "in group 2/3 spoke"."""


def _is_day(match: re.Match[str]) -> bool:
    """Whether numbers with signs between could be a day, a month and a year, in any usual order."""
    parts = [int(number) for number in re.findall(r"\d+", match.group())]
    if parts[0] > 31:
        return 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31
    return 1 <= min(parts[:2]) <= 12 and 1 <= max(parts[:2]) <= 31


def _is_day_of_month(match: re.Match[str]) -> bool:
    """Whether "5/30" is a day more likely than a score, a fraction or hours of the week."""
    if match["it"].endswith("/10") and match.string.count("/10") > 1:
        return False
    month, day = map(int, re.findall(r"\d+", match["it"])[:2])
    return 1 <= month <= 12 and 1 <= day <= 31


_NO_DAYS = re.compile(r"1/[23458]|2/[135]|3/[4578]|4/[157]|5/[578]|6/7|7/8|8/2|12/3")
"""What is a part of something, or a strength, more often than a day."""


_SCALE = re.compile(r"\b([A-Z]+)(?:-\d{1,2})?:? $")
"""A scale in capitals, maybe with a number of its own: "GAD-7 "."""


def _is_score(lists: WordLists, match: re.Match[str]) -> bool:
    start = match.start("it")
    scale = _SCALE.search(match.string, max(0, start - 20), start)
    return scale is not None and scale[1].lower() in lists["before_scores"]


def _may_be_day(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether "5/9" at the end of a phrase is a day, whatever is told of it."""
    month, day = match["it"].split("/")
    if _NO_DAYS.fullmatch(match["it"]) or day == "10" or month == day or not _is_day_of_month(match):
        return False
    return word_before(match.string, match.start("it")) not in lists["before_scores"] and not _is_score(lists, match)


def _are_days(match: re.Match[str]) -> bool:
    """Whether "8/3 to 8/17" are two days, not two scores."""
    parts = re.findall(r"(\d+)/(\d+)", match["it"])
    denominators = {day for _, day in parts}
    return len(denominators) > 1 and all(1 <= int(month) <= 12 and 1 <= int(day) <= 31 for month, day in parts)


def _is_surely_day(lists: WordLists, match: re.Match[str]) -> bool:
    """Whether only a day can be meant, and no score of a scale in capitals: "GAD 5/21"."""
    if _is_score(lists, match):
        return False
    month, day = map(int, re.split("[/-]", match["it"])[:2])
    return 1 <= month <= 12 and 12 < day <= 31


_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty"
)
_ORDINALS = {
    word
    for pattern in ("eleven twelf thirteen fourteen fifteen sixteen seventeen eighteen nineteen",)
    for word in (f"{stem}th" for stem in pattern.split())
} | {
    *(
        "twentieth",
        "thirtieth",
        "twenty-first",
        "twenty-second",
        "twenty-third",
        "thirty-first",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
    ),
    *("sixth", "seventh", "eighth", "ninth", "tenth", "twenty", "thirty"),
}


_LATE_ORDINALS = _ORDINALS - {
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
}


_date = partial(rule, "identifier/date", "say how long ago, or name the weekday, the season or the year alone")


@table
def dates(lists: WordLists) -> Iterator[Rule]:
    """Dates finer than a year, and months by name."""
    long, short = lists.any_of("months"), lists.any_of("short_months")
    month = rf"(?:(?:{long})|(?:{short})\b\.?)"
    sure = "|".join(sorted(lists["months"] - lists["months_like_names"]))
    sure_short = rf"(?:{sure}|(?:{short})\b\.?)"
    namelike = lists.any_of("months_like_names")
    any_month = rf"(?:{sure}|{namelike}|(?:{short})\b\.?)"
    weekday = f"(?:{lists.any_of('weekdays')}|{lists.any_of('short_weekdays')})"
    days = {DIGIT, *_ORDINALS}
    month_words = {word.lower() for name in ("months", "short_months") for word in lists[name]}
    weekday_words = {day.lower() for name in ("weekdays", "short_weekdays") for day in lists[name]}

    yield from (
        # A day and a month, in words or short, with or without a year.
        _date(
            month_words,
            rf"\b(?!(?:[Tt]he )?(?:[Ff]ourth|4th) of July)(?:(?:the )?{_DAY}(?: of)?|(?:the )?{_NTH_WORD} of)"
            rf" {month}(?:,? {_SHORT_YEAR})?(?!\w)",
            cased=True,
            beside=days,
        ),
        _date("july", r"\b(?:the )?4th of july\b", beside=DIGIT),
        _date(month_words, rf"\b\d{{1,2}}[-/. ](?:{short})[-/. ]+{_ANY_YEAR}(?!\w)", beside=DIGIT),
        _date(DIGIT, rf"\b\d{{1,2}}(?:{short})(?:{_YEAR}|\d\d)?(?!\w)"),
        _date(
            month_words,
            rf"(?<![\w./])\d{{1,2}} (?:{short})\b(?=[.,;:!?)]|$|\n| (?:and|at|to|for|after|w)\b)",
            beside=DIGIT,
        ),
        _date(month_words, rf"(?<![\w-])\d{{1,2}}[-/](?:{short})(?![\w-])", beside=DIGIT),
        _date("the", rf"\b(?:{long}) the {_NTH_WORD}\b(?! (?:time|day|of us))", beside=month_words),
        _date(month_words, rf"\b(?:{short})[-/]\d{{1,2}}(?:[-/]{_ANY_YEAR})?(?!\w)", beside=DIGIT),
        _date(
            month_words,
            rf"\b{month} (?:the )?(?:{_DAY}(?![\d:.,]?\d)|{_NTH_WORD}\b)(?:(?: ?[-–/] ?| to | through | and"
            rf" )\d{{1,2}}\b)?(?:,? {_SHORT_YEAR})?(?! ?(?:of us|people|times|mg|[ap]\.?m\b))",
            cased=True,
            beside=days,
        ),
        _date(
            month_words,
            rf"\b(?:{sure_short}|mar) (?:the )?(?:{_DAY}(?![\d:.,]?\d)|{_NTH_WORD}\b)(?:,? {_SHORT_YEAR})?",
            beside=days,
        ),
        _date(month_words, rf"\b(?:{long}) (?:the )?(?:{_NTH})(?:,? {_SHORT_YEAR})?", beside=DIGIT),
        _date(
            month_words,
            rf"\b(?:{long}) {_NTH_WORD}(?:,? (?:twenty|nineteen|two thousand)\b[\w -]{{0,20}}|{_NO_NOUN})",
            beside=days,
        ),
        _date(
            month_words,
            rf"\b(?!(?:the )?(?:fourth|4th) of july)(?:(?:the )?(?:{_NTH}|{_NTH_WORD})(?: of)?|\d{{1,2}} of)"
            rf" (?:{long}|{short})(?:,? {_SHORT_YEAR})?(?!\w)",
            beside=days,
        ),
        _date(
            month_words,
            rf"\b{month} (?:{_CARDINAL})(?=[,.;]|$| (?:and|at)\b|,? (?:two thousand|nineteen))",
            cased=True,
            beside=_CARDINALS,
        ),
        _date(month_words, rf"\b{month},? (?:of |in )?{_SHORT_YEAR}(?!\d)", cased=True, beside=DIGIT),
        _date(month_words, rf"\b(?:{sure_short})[-,/]? ?(?:of |in )?(?:{_YEAR}|['’‘]\d\d)(?!\d)", beside=DIGIT),
        _date(month_words, rf"\b(?:{short})[-/](?:{_YEAR}|\d\d)(?!\d)", beside=DIGIT),
        _date(month_words, rf"\b{_YEAR}[-/., ]+(?:{long}|{short})(?:[-/. ]+\d{{1,2}})?(?!\w)", beside=DIGIT),
        _date(
            month_words,
            rf"\b(?:(?:first|second|third|last|fourth) (?:week(?:end)?|days?|half|{weekday})|beginning|start|end"
            rf"|middle|week|night|evening|morning|weekend|ides) of (?:{any_month})(?!\w)",
        ),
        _date(
            {word.lower() for word in lists["months_abroad"]},
            rf"\b(?:el |le |am )?\d{{1,2}}\.?(?:er|º)? (?:de |di )?(?:{lists.any_of('months_abroad')})(?:,? (?:de "
            rf"|del |di )?{_YEAR})?\b",
        ),
        _date(DIGITS, rf"\b\d{{1,2}}\.? (?:{lists.any_of('short_months_abroad')})\.?,? {_YEAR}\b"),
        # Numbers with signs between.
        _date(
            DIGIT,
            r"(?<![\w/.-])(?P<it>\d{1,2}/\d{1,2} (?:to|thru|through|till|until) \d{1,2}/\d{1,2})(?![\w/-]|\.\d)",
            _are_days,
            beside="/",
        ),
        _date(
            DIGITS,
            rf"(?<![\w/.-]){_YEAR}([-/.])\d{{1,2}}\1\d{{1,2}}(?:[T ]\d\d:?\d\d(?::?\d\d)?Z?)?(?![\w/-])",
            _is_day,
        ),
        _date(DIGIT, r"(?<![\w/.-])\d{1,2} ?([-/.]) ?\d{1,2} ?\1 ?(?:\d{4}|['’]?\d{2})(?![\w/-]|\.\d)", _is_day),
        _date(
            DIGIT,
            r"(?<![\w/.-])\d{1,2}/\d{1,2}(?:/\d{2,4})? ?(?:[-–—]|to|thru|through) ?"
            r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/-])",
            _is_day,
            beside="/",
        ),
        _date(DIGITS, rf"(?<![\w/.-])\d\d \d\d {_YEAR}(?![\w/-])", _is_day),
        _date(DIGIT, rf"(?<![\w/.-])\d{{1,2}}[./ -]{_ROMAN}[./ -](?:\d{{4}}|\d\d)(?![\w/-])", cased=True),
        _date(DIGIT, rf"(?<![\w/.-]){_ROMAN}([./-])\d{{1,2}}\1(?:\d{{4}}|\d\d)(?![\w/-])", cased=True),
        _date(DIGITS, rf"(?<![\w/.$-])(?:0?[1-9]|1[0-2])[/-]{_YEAR}(?![\w/-])"),
        _date(DIGITS, rf"(?<![\w/.$-]){_YEAR}[/-](?:0[1-9]|1[0-2])(?![\w/-])"),
        _date(DIGITS, rf"(?<![\w/.-])(?P<it>(?:{_YEAR})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w/-])"),
        _date(
            DIGIT,
            r"(?:\b(?:on|since|dated?|until|till|by|from|ldu|lkw|dob|doa|dos|d/c|dc|dc[’']?d|d/c[’']?d"
            r"|admit(?:ted)?|adm|admission|discharged?|"
            r"intake|appt|appointment|thru|through|last use|lmp|seen|use[ds]?|start(?:ed|s|ing)?|began|quit|due"
            r"|effective|eff|of|after|before|"
            r"relapsed?|od|overdosed?|arrested|released|sober|clean|court|hearing|tx|uds|visit|refill|injection"
            r"|shot|next|last|f/u|rtc|came|back|in|again|returned|left|quit|got|moved|born|died|fell|called"
            r"|missed|ns|no-show|showed|(?!scored|rated|ranked|graded)\w{3,}ed|"
            r"mon|tues?|wed|thurs?|fri|sat|sun|\w{3,6}day)\.?"
            r"(?: (?:date|on|since|was|is|for|in)){0,2}[:,]? ?|^|\n|[(–-] ?)"
            rf"(?P<it>\d{{1,2}}/\d{{1,2}}(?: ?[-–] ?\d{{1,2}}/\d{{1,2}})?)(?![\w/-]|\.\d"
            rf"|:\d\d:)(?<!24/7){_FRACTION_AFTER}",
            _is_day_of_month,
            beside="/",
        ),
        _date(
            DIGIT,
            r"\b(?:d/c[’']?d?|dc[’']?d|admit(?:ted)?|discharged?|f/u|seen|intake|appt|court|refill|rtc|ldu|last use"
            r"|last dose|last drink|sober"
            r"|clean|relapsed?|dated?|hearing|released|since|od|visit)\b[ :,]{1,2}(?:(?:to|home|on|date|was|since"
            r"|back|rehab|detox) ){0,3}"
            rf"(?P<it>\d{{1,2}}-(?:1[3-9]|2\d"
            rf"|3[01])|(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-2]))(?![\w/-]|\.\d){_FRACTION_AFTER}",
            partial(_is_surely_day, lists),
        ),
        _date(
            DIGIT,
            rf"(?<![\w/.$-])(?<!pain )(?<!bp )(?<!rated )(?P<it>\d{{1,2}}/(?:1[3-9]|2\d|3[01]))(?![\w/-]"
            rf"|\.\d){_FRACTION_AFTER}",
            partial(_is_surely_day, lists),
            beside="/",
        ),
        _date(
            DIGIT,
            r"(?<=[a-z0-9)%] )(?P<it>\d{1,2}/\d{1,2})(?=[.,;)]|$|\n| (?:and|but|then|after|at|w|he|she|they|when"
            r"|because)\b)"
            r"(?!, ?\d{1,2}/\d{1,2}|[.,]\d)",
            partial(_may_be_day, lists),
            beside="/",
        ),
        _date(
            DIGIT,
            r"\b(?:anniversary|birthday|bday|b-day|edd|due date|deadline|sobriety date|clean date|date|neg|negative"
            r"|pos|positive|dilute|tests?|tested|swabs?|screens?|results?|kit|picked up|own|again|sample|urine)"
            r"(?: is| was|:| on|,| for)? ?(?P<it>\d{1,2}/\d{1,2})(?![\w/-]|\.\d)"
            rf"{_FRACTION_AFTER}",
            _is_day_of_month,
            beside="/",
        ),
        *(
            _date(
                DIGIT,
                rf"\b(?:{_DATED}{_OFTEN_DATED if count else ''})(?: on)?:? "
                rf"(?:\d{{1,2}}/\d{{1,2}}(?: \w{{2,9}})?(?:,|;| &| and) ?){{{count}}}"
                rf"(?:and )?(?P<it>\d{{1,2}}/\d{{1,2}})(?![\w/-]|\.\d){_FRACTION_AFTER}",
                _is_day_of_month,
                beside="/",
            )
            for count in range(4)
        ),
        _date(
            DIGIT,
            r"(?<![\w./-])(?P<it>(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])\.?)"
            r"(?=,? (?:neg|pos|negative|positive|dilute|no[- ]?show|ns|missed)\b)",
            partial(follows, _TESTED),
            beside="neg pos negative positive dilute ns missed no-show",
        ),
        # A day of a month that is not named.
        _date(
            DIGIT,
            rf"\b(?P<it>{_NTH}(?:, (?:the )?{_NTH}){{1,5}}(?:,? (?:and|&|or) (?:the )?{_NTH})?){_NO_NOUN}",
        ),
        _date(DIGIT, rf"\b{weekday},? (?:the )?(?:{_NTH})\b"),
        _date(weekday_words, rf"\b{weekday},? the {_NTH_WORD}\b", beside=_ORDINALS),
        _date(DIGIT, rf"\b(?:on|by|until|till|since|before|after|from|every|around|for) (?P<it>the {_NTH}){_NO_NOUN}"),
        _date(
            DIGIT,
            rf"\b(?P<it>the {_NTH}(?: and | & | or | to | through |-)(?:the )?{_NTH}){_NO_NOUN}",
        ),
        _date(
            {*_ORDINALS, DIGIT},
            rf"\b(?:birthday|anniversary|date|deadline)(?:,| is| was| falls on| is on|:) (?P<it>the (?:{_NTH}"
            rf"|{_NTH_WORD})){_NO_NOUN}",
            beside="birthday anniversary date deadline",
        ),
        _date(_LATE_ORDINALS, rf"\bthe {_LATE_NTH}(?=[.,;!?)]|$|\n)"),
        _date(DIGIT, r"\bthe (?:1[1-9]|2\d|3[01])(?:st|nd|rd|th)(?=[.,;!?)]|$|\n| (?:before|when|he|she|they)\b)"),
        _date(DIGIT, rf"\b(?P<it>the {_NTH}(?: day)? of (?:this|last|next|the|that|each|every) month)\b"),
        _date(
            _LATE_ORDINALS,
            rf"\b(?:on|by|until|till|since|before|after|from) (?P<it>the {_LATE_NTH}){_NO_NOUN}",
        ),
        _date(_ORDINALS, rf"\bthe {_NTH_WORD} (?:day )?of (?:this|last|next|that) month", beside="month"),
        _date(
            DIGIT,
            rf"\b(?:between|from) the {_NTH} (?:and|to|through|thru|till|until) (?P<it>the {_NTH}){_NO_NOUN}"
            rf"|\bbetween (?P<its>the {_NTH}) and the \d",
        ),
        _date(
            {*_ORDINALS, DIGIT},
            rf"\b(?:{_KEPT_DAYS})(?: is| was| on| by| for| till| until)? (?P<it>the (?:{_NTH}|{_NTH_WORD})){_NO_NOUN}",
            beside=_KEPT_DAYS.split("|"),
        ),
        _date(
            DIGITS,
            rf"(?<![\w.:/-])(?P<it>{_MMDD})(?=:? ?\(?(?:neg|pos|negative|positive|no[- ]?show|ns"
            rf"|missed|dilute|inconclusive)\b)"
            r"|\b(?:udss?|uas?|utox|tox|labs?|screens?|swabs?|etg|cdt|lfts|series|dates|dos|ldu)"
            rf"(?: series| results?| dates?| x ?\d)?(?: on)?[:,]? (?:{_MMDD}, )*(?P<its>{_MMDD})(?![\w:/-]|[.,]\d)",
        ),
        _date(
            {*_ORDINALS, DIGIT},
            rf"\b(?:night|morning|evening|afternoon|day|week) of (?P<it>the (?:{_NTH}|{_NTH_WORD})){_NO_NOUN}",
            beside="night morning evening afternoon day week",
        ),
        _date(
            DIGITS,
            r"\b(?:doa|dob|dos|dod|ldu|lmp|admit(?:ted)?|adm|d/c|intake|date|dated|seen|visit|eff)(?: date| on)?:? "
            r"(?P<it>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d\d){1,2})(?![\w-])",
        ),
        # A month of another calendar, a day that everybody knows.
        _date(
            "nisan iyar sivan tammuz av elul tishrei cheshvan kislev tevet shevat adar muharram safar rajab shaban"
            " shawwal dhu nisan iyyar chaitra kartik ashwin",
            rf"\b(?:the )?(?:{_DAY}|{_NTH_WORD})(?: day)? (?:of )?(?:Nisan|Iyya?r|Sivan|Tammuz|Av|Elul|Tishrei|Cheshvan"
            r"|Kislev|Tevet|Shevat|Adar|Muharram|Safar|Rajab|Sha['’]?ban|Shawwal|Dhu al-\w+|Chaitra|Kartik|Ashwin)\b",
        ),
        _date(
            "fourth",
            rf"\b(?:[Ss]ince|[Oo]n|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Aa]round"
            rf"|[Ll]ast) (?P<it>(?:the )?Fourth){_NO_NOUN}",
            cased=True,
        ),
        _date(
            "election elections hurricane typhoon superstorm katrina",
            r"\b(?:the )?(?:night|day|week|morning|month)s? (?:of|before|after) the (?:(?:(?:19"
            r"|20)\d\d )?(?:presidential"
            r" |midterm )?elections?|hurricane|typhoon)\b|\b(?i:hurricane|typhoon|superstorm"
            r"|tropical storm) [A-Z][a-z]+\b"
            r"|\b(?:since|before|after|during) (?P<it>Katrina)\b",
            severity=WARNING,
            cased=True,
        ),
        # School years, seasons and quarters.
        _date(
            DIGITS,
            rf"\b{_YEAR} ?[-–/] ?(?:{_YEAR}|\d\d) (?:school|academic|fiscal|football|hockey|basketball) (?:year|season)"
            rf"|\b(?:school|academic) year (?:of )?{_YEAR}(?: ?[-–/] ?(?:{_YEAR}|\d\d))?(?!\d)"
            rf"|\b(?:fall|spring|summer|winter) (?:semester|term|quarter)(?: of|,)? {_YEAR}(?!\d)",
        ),
        _date(
            DIGIT,
            rf"\b(?:early |late |mid-?)?(?:spring|summer|autumn|fall|winter),? (?:of |in )?(?:{_YEAR}|['’‘]\d\d)(?!\d)",
            severity=WARNING,
        ),
        _date(
            DIGIT,
            r"\b(?:(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter of|Q[1-4](?: of)?|H[12](?:"
            rf" of)?) ?,?{_SHORT_YEAR}",
        ),
        _date(DIGITS, rf"\b(?:week|wk|the week) \d{{1,2}} of {_YEAR}\b"),
    )
