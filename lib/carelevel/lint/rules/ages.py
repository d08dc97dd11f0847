"""Ages: an exact one is a warning, one over 89 an error; a decade of life up to the eighties is fine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from carelevel.core.case import Span
from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.codes import hit
from carelevel.lint.english import is_word
from carelevel.lint.kin import is_kin
from carelevel.lint.patterns import ERROR, WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT, Prose, is_of_calendar
from carelevel.lint.word_lists import WordLists

CODE, OLD = "identifier/age", "write 'ninety or older'"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{tens}{one}": 10 * number + more for number, tens in enumerate(_TENS, 2) for more, one in enumerate(_ONES, 1)},
    "hundred": 100,
    "fourty": 40,
    "oh": 0,
    "forties": 40,
}
OLDEST_NAMED, OLDEST = 89, 120
OLD_BY_NOW = 1934
"""Whoever was born by then is over 89, whenever this is read; later years are left to the author."""

_BELOW_HUNDRED = rf"(?:{'|'.join(_TENS)}|fourty)(?:[- ]?(?:{'|'.join(_ONES)}|oh))?|{'|'.join(_TEENS + _ONES)}"
_NUMBER = re.compile(
    rf"(?<![\w.$:/#-])(?:\d{{1,3}}(?:\.5|½)?(?![\d,.]\d|:\d)|(?:a|one) hundred(?:(?: and)?"
    rf" (?:{'|'.join(_ONES + _TEENS)}))?"
    rf"|(?:{_BELOW_HUNDRED})(?=\W|$))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)tie?th|(?:twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+"
    r"|(?:thir|four|fif|six|seven|nine)teenth|eighteenth|hundredth|\w+(?:th|st|nd|rd))) birthday",
    re.IGNORECASE,
)
_BIG = re.compile(
    r"\bbig (?P<it>(?:two|three|four|five|six|seven|eight|nine|[2-9])[- ](?:oh|o|0)|[2-9]0)\b", re.IGNORECASE
)
_NO_PERSON = (
    r"(?! ?(?:cath|[Ff]oley|outside|inside|at night|at noon|tonight|degrees|temp|from (?:here|the (?:clinic|bus"
    r"|house|door|road))|away|to the |walk|ago|is (?:ready|open|clean)"
    r"|gauge|ET|tube|sheath|needle|long|deep|apart|late\b))"
)
_SEX = re.compile(
    rf"(?<![\w.$:/-])(?<!oom )(?<!rm )(?<!Rm )(?<!bed )(?<!Bed )(?<!is )"
    r"(?:[MF][ /]?(?P<it>[1-9]\d)(?![\w/%-]|\.\d)|(?P<its>[1-9]\d)(?:-?[MF]| ?/ ?[MF]|"
    r" [MF](?=,| (?:pt|here|presents|presented|w/|with|c/o|who|seen|adm"
    r"|admitted)\b))(?![\w'’-])(?!/?\s?[.]?\d))"
    rf"{_NO_PERSON}|(?=[1-9]\d ?[mf]\b)(?:(?<=[.;:,\n])|(?<=[.;:,\n] )|(?<=[Pp]t )|(?<=lient )|(?<=aller )"
    rf"|(?<!.))(?P<small>[1-9]\d ?[mf])(?= ?[,;.]| [-–] | [a-z])"
    rf"{_NO_PERSON}(?! ?[;,]? ?(?:\d|mins?|minutes|run|dash|apart))"
)
_PILLS = re.compile(
    r"\b(?:pills?|tablets?|tabs|blues|stamped|marked|imprint(?:ed)?|presse[ds]|counterfeit)\b", re.IGNORECASE
)
"""Where a text tells of them, "M30" is what stands on one."""

_STOP = re.compile(
    r" w/|\s*(?:[.,;:!?()\]/\"”’—–]|$|\n)| (?:and|or|but|when|now|then|by|with|who|last|this|next|on|in|n|today"
    r"|tomorrow|soon|old|"
    r"years? young|as of|at|is|was|the first time|the year|the summer|the night|male|female|m|f|because"
    r"|since|until|yet|already|going on|living|single|"
    r"married|divorced|white|black|hispanic|latino|latina|asian|c/o|here|for the|the day|the week"
    r"|over|during|after|before|while|without)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",|\.(?:\s|$)|;|$| and\b")
_END_OF_PHRASE = re.compile(r"[.,;:!?)]|$| (?:and|who|with|around|in)\b")
_IN_BRACKETS = re.compile(r"[),;/ ]")
_WHO = (
    r"(?:male|female|man|woman|m|f|person|pt|patient|client|cl|ct|guy|girl|boy|kid|nonbinary|nb|enby|trans|veteran|vet|"
    r"mother|father|mom|dad|single|married|divorced|white|black|hispanic|latino|latina|asian|caucasian|native)"
)
_OLD = re.compile(
    r"[- ]?(?:years?|yrs?\.?|months?|weeks?)[- ]?olds?\b|[- ]?(?:y\.? ?/ ?o\.?|y\.o\.?|y-o|yoa?|yro|y/old|yr[-"
    r" ]?olds?)(?!\w)"
    r"|[- ]?y[aer]{2,5}s?[- ]olds?\b"
    rf"|[- ]?y(?:ea|e)?rs?\.?[- ](?:odl?|ol|ld)(?=[,.;]| {_WHO}\b)"
    rf"|[- ]?(?:y\.? ?/ ?o\.?|y\.o\.?|yo|y|yr\.?s?[- ]?(?:old|o)|yrs?\.?|years?)[- ]?{_WHO}\b| years (?:of"
    r" age|young)\b| going on \w+| yrs of age",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r" (?:he|she|they|i|(?-i:[A-Z][a-z]+))\b|, (?:he|she|they|i)\b", re.IGNORECASE)
_HEDGE = (
    r"(?: (?:only|just|now|barely|already|all of|exactly|not yet|almost|nearly|about to be|a young|an old"
    r"|a|currently|newly|at least|going to be|the|the big))*"
)
_SUBJECT = (
    r"(?:(?:hes|shes|theyre|im)|(?:he|she|they|i|you|we|who|pt|patient|client|cl|ct|clt|resident|member)"
    r"(?:(?: just| only| now)? (?:is|was|am|are|were|will be|would be|turns|be)|[’'](?:s|re|m|ll be|d be)"
    r"|(?:[’']d| had| has|[’']s) (?:just )?been))"
)
_EVENTS = (
    r"(?:drinking|using|smoking|started|began|quit|left|married|widowed|pregnant|incarcerated|homeless"
    r"|sober|orphaned|adopted|diagnosed|arrested|died|use|"
    r"drink|gave birth|dropped out|had|had (?:her|him|me|them|us|twins|a baby|her first)|first \w+|school)"
)


_LIFE = (
    r"(?:was (?:placed|adopted|taken|abused|molested|raped|sent|in|living|already|smoking|drinking|using|left"
    r"|removed|put)"
    r"|had (?:his|her|their|my) first|went (?:into|to live)|came to|ran away|lost (?:his|her|their|my|both)"
    r"|found his|found her"
    r"|started|began|tried|drank|smoked|used|learned|saw (?:his|her|my)|moved|ran|stole|first|watched (?:his"
    r"|her|my)|got|had been)"
)
_GIVEN = (
    r"(?: is| was)?(?: (?:given|listed|stated|recorded|noted|reported|estimated|put|entered|shown))?"
    r" (?:as|at|by|is|was|of)"
)
_ONSET = re.compile(
    r"\b(?:onset|first (?:use[ds]?|drink|drug|hit|tried|high|joint|cigarette|injected|arrest)|age (?:at "
    r"|of )?first|began"
    r"|started|age of use|age started)\b",
    re.IGNORECASE,
)
_TELLING_ONSET = frozenset({"onset", "use", "used", "drink", "drug", "hit", "tried", "began", "started", "age"})
_MONTHS = re.compile(
    r"[- ]?(?:months?|mos?|mths?|weeks?|wks?|days?)\.?(?:\s*[,.;:)\n]|$| (?:and|old|of age|at|with|who|is|both"
    r"|in (?:her|his))\b)",
    re.IGNORECASE,
)
_USES = frozenset(
    {
        *("use", "used", "daily", "regular", "heavy", "weekly", "onset", "iv", "first", "problem", "opiates", "etoh"),
        *(
            "mj",
            "mja",
            "coc",
            "amphetamines",
            "cigarettes",
            "vaping",
            "pills",
            "snorting",
            "smoking",
            "injecting",
            "drinking",
        ),
    }
)
_MORE = re.compile(
    r"(?:,|,? and| &|/|,? then| to| through| until| till| up to|, (?:and )?(?:a|the) (?:\w+ )?(?:of|is|at))? ?$"
)


_ANY = rf"(?:\d{{1,2}}|{_BELOW_HUNDRED})"
_FURTHER = rf",? (?:and|&) {_ANY}\b|, {_ANY}\b"
_ROW = re.compile(rf"(?:(?:,|,? and|,? &) {_ANY}(?!\w)){{1,5}}(?=[,.;:)]|$| and\b)", re.IGNORECASE)
"""Further ages behind one, and nothing that they count."""
_SPAN = re.compile(
    rf" (?:to|until|till|through|and|up to) {_ANY}(?!\w)"
    r"(?=[,.;:!?)]|$| (?:and|when|then|with|without|every|on|off|straight)\b)",
    re.IGNORECASE,
)
"""The end of a time that began at one age and ended at another."""
_USED = r"(?:drank|drink|drinking|drunk|used|uses|using|smoked|smoking|vaped|shot|snorted|took|did)"
_ACTS = r" (?:found|called|calls|lives|live|saw|told|drove|uses|watches|has|goes|asks|asked|knows|works|helps|w/|who)\b"
_SAYS = r"(?:says|said|lists|listed as|reads|shows|states|gives|records)"


_CHILDREN = frozenset(
    {
        *("son", "daughter", "boy", "girl", "kid", "child", "baby", "toddler", "stepson", "stepdaughter", "grandson"),
        *(
            "granddaughter",
            "nephew",
            "niece",
            "infant",
            "goddaughter",
            "godson",
            "youngster",
            "newborn",
            "neonate",
            "preemie",
        ),
    }
)


class Shape(NamedTuple):
    """A way to say an age: what stands before the number, what after it, the least number, who must be meant.

    *ends*: what stands directly before the number, where it is always one of a few.
    """

    before: re.Pattern[str]
    after: re.Pattern[str] | None
    least: int
    whose: Callable[[str, WordLists], bool]
    ends: tuple[str, ...] = ("",)


def _anybody(word: str, lists: WordLists) -> bool:
    return True


def _is_person(word: str, lists: WordLists) -> bool:
    return is_somebody(word.lower(), lists) or _is_name(word, lists)


def is_somebody(word: str, lists: WordLists) -> bool:
    """Whether a word in small letters is a person, by kin or by what they are."""
    return is_kin(word, lists) or word.removesuffix("s") in lists["persons"] or word in lists["persons"]


def _is_relative(word: str, lists: WordLists) -> bool:
    return is_kin(word.lower(), lists)


def _is_child(word: str, lists: WordLists) -> bool:
    return word.lower().removesuffix("s") in _CHILDREN


def _is_relative_or_child(word: str, lists: WordLists) -> bool:
    return _is_relative(word, lists) or _is_child(word, lists)


def _are_kin(word: str, lists: WordLists) -> bool:
    small = word.lower()
    return is_kin(small, lists) and small.endswith(("s", "children"))


def _is_name(word: str, lists: WordLists) -> bool:
    if len(word) == 1:
        return word.isupper()
    if not word[:1].isupper() or is_of_calendar(word, lists) or word.lower() in lists["sentence_openers"]:
        return False
    return not word.isupper() and (word in lists["first_names"] or not is_word(word.lower(), lists))


_SHAPES = tuple(
    Shape(re.compile(rf"(?:{before})$", re.IGNORECASE), after, least, whose, *ends)
    for before, after, least, whose, *ends in (
        (r"\b(?:aged?|ages)(?: (?:is|was|of|at)|:| [^.;\n]{0,30}:)?[ =]*", None, 1, _anybody),
        (rf"\bage{_GIVEN} ", None, 1, _anybody, ("s ", "t ", "y ")),
        (r"\b(?:his|her|their|the|my) age\b[^.;\d]{0,12}", _STOP, 3, _anybody),
        (rf"\b{_SUBJECT}{_HEDGE} ", _STOP, 3, _anybody),
        (
            r"(?:^|[.!?;:] |\b(?:he|she|they|i|who)(?:[’']d| would) have )(?:been|will be|will turn|would be"
            r"|has (?:just )?turned|is (?:almost|nearly|about to be)"
            r"|turning|soon"
            r"|almost|nearly|not quite|says|states|reports|reports being|states he is|states she is) ",
            _STOP,
            13,
            _anybody,
        ),
        (
            r"\b(?:reports?|states?|says|said|admits?|gives|denies|reported|stated|claims)(?: to)?(?: being| be"
            r"| (?:he|she|they)"
            r" (?:is|was|are))(?: only| just| now)? ",
            _STOP,
            13,
            _anybody,
        ),
        (r"(?:^|[.!?;:] )(?:is|was|now|just|barely|only|turned|turns|about to be|currently) ", _STOP, 13, _anybody),
        (r"(?:^|[.!?;] )(?:barely|only|just|not yet|almost|nearly|at) ", re.compile("[,.]"), 13, _anybody),
        (
            r"(?P<whom>[\w’'-]+) (?:is|was|are|were|will be|would be|turns|turned|be)(?: only| just| now| barely|"
            r" already| almost)? ",
            _STOP,
            3,
            _is_person,
        ),
        (r"\bbut (?:is|was|he is|she is)(?: only| just)? ", _STOP, 13, _anybody),
        (r"\b(?:are|were|ages?|aged) (?:[\w-]+, )*[\w-]+,? and ", _STOP, 1, _anybody, (" and ",)),
        (rf"\b(?:are|were|ages?|aged) (?:{_ANY}, )+", _STOP, 1, _anybody, (", ",)),
        (rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{_ANY}, )*", re.compile(_FURTHER, re.IGNORECASE), 1, _are_kin),
        (rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{_ANY}, )*{_ANY},? (?:and|&) ", None, 1, _are_kin, (" and ", " & ")),
        (
            r"\b(?:when|time|since|after|before|until|till|once|because) (?:he|she|they|i) (?:was"
            r"|were|turned|is|turns) ",
            re.compile(r" (?:he|she|they|i|we|my|his|her|their|the)\b", re.IGNORECASE),
            4,
            _anybody,
        ),
        (
            r"\bage (?:of|at) (?:onset|first (?:drug |alcohol )?(?:use|drink|arrest|admission))(?::|"
            r" was| is| =| of)? ?",
            _STOP,
            5,
            _anybody,
        ),
        (
            r"\b(?:chart|form|card|license|id|bracelet|paperwork|record|file|sheet|wristband|badge) (?:says"
            r"|reads|shows|has|lists) ",
            _STOP,
            13,
            _anybody,
        ),
        (r"\b(?:older|younger|looks?|age)\b[^.;\d]{0,30}: ", _STOP, 13, _anybody, (": ",)),
        (r"\bonset of [\w ]{1,30}(?: was| is| at|:) (?:age )?", _STOP, 5, _anybody),
        (rf"\b{_SAYS} ", re.compile(r" ?(?:yrs?|years?)\.?(?:\s*[,.;)]|$| though\b| but\b)"), 13, _anybody),
        (r"(?P<whom>[\w’'-]+), at ", re.compile(","), 13, _is_person, (", at ",)),
        (r"(?P<whom>[\w’'-]+)\.?, (?:age |now |just |only |barely )?", _COMMA, 13, _is_person),
        (r"(?P<whom>[\w’'-]+)(?:,| is| are| of|:| \(| only| just| now)? ", _MONTHS, 1, _is_relative_or_child),
        (
            r"\b(?:oldest|eldest|youngest|middle|firstborn)(?: (?:child|kid|son|daughter|boy|girl|one|is|are|was))*,? ",
            re.compile(rf"{_STOP.pattern}|{_ACTS}", re.IGNORECASE),
            1,
            _anybody,
        ),
        (
            r"\b(?:man|woman|guy|girl|boy|person|fellow|lady|adult|child|kid) (?:[\w’'-]+ ){0,5}[\w’'-]+, (?:about )?",
            re.compile(r", (?!(?:and|or|then|\d))[a-z]"),
            13,
            _anybody,
            (", ",),
        ),
        (
            r"(?P<whom>[\w’'-]+)(?: is| was|,|:| turned| turns)?(?: only| just| now| almost| about)? ",
            re.compile(r" (?:and|&) a half(?=[,.;)]|$| (?:years?|yrs?|and|now|when|w)\b)| ?½(?=[,.;)]|$)"),
            1,
            _is_child,
        ),
        (
            r"\b(?:(?:(?:two|three|four|five|six|both|[2-6])|(?:more|kids|children|boys|girls|sons|daughters|teens"
            r"|teenagers|babies|little ones|grandkids|grandchildren)) (?:still )?(?:at home|at (?:his|her"
            r"|their) (?:mom|dad|mother|father|grandma)[’']?s|with (?:\w+ )?\w+|in care"
            r"|in (?:the )?(?:home|house|household))|of (?:his|her|their|my) own),? ",
            _ROW,
            1,
            _anybody,
        ),
        (
            rf"\b(?:{_USED}|locked up|inside|away|homeless|sober|clean|married|inject\w+|shot \w+|sold \w+|on \w+)"
            r"(?: \w+){0,2} (?:from|between) ",
            _SPAN,
            12,
            _anybody,
            ("m ", "n "),
        ),
        (r"\bclient (?:this|last) \w+, ", _COMMA, 13, _anybody),
        (r"(?P<whom>[\w’'-]+), ", re.compile(r",|\.$"), 1, _is_relative, (", ",)),
        (r"(?P<whom>[\w’'-]+) ", re.compile(r"[,;)]|\.$"), 30, _is_relative, ("m ", "d ", "r ", "a ", "e ", "t ")),
        (
            r"(?P<whom>[\w’'-]+) ",
            re.compile(rf",|\.$|;|$| and (?:an?|the|his|her) [a-z]|{_ACTS}"),
            1,
            _is_child,
            ("n ", "r ", "y ", "l ", "d ", "e ", "w "),
        ),
        (
            r"\b(?:single|married|divorced|separated|widowed|homeless|unhoused|unemployed|employed|disabled|retired), ",
            _COMMA,
            18,
            _anybody,
            (", ",),
        ),
        (r"\b(?:being|to be|when)(?: only| just| barely)? ", re.compile(r"[.,;]|$"), 13, _anybody),
        (
            r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|man|woman|guy|veteran) (?:of|from|in|with"
            r"|on) [^,.;]{2,30}, ",
            _COMMA,
            13,
            _anybody,
        ),
        (r"(?P<whom>[\w’'-]+) \((?:age |now |then )?", _IN_BRACKETS, 1, _is_person, ("(", " ")),
        (r"\((?:m|f|male|female|nb|enby|man|woman|trans \w+),? ?", _IN_BRACKETS, 1, _anybody),
        (r"(?P<whom>[\w’'-]+) of ", _END_OF_PHRASE, 13, is_somebody, (" of ",)),
        (r"^(?!.*\bmg\b).*\b(?:at|by|since|until|before|after|from|around) ", _PRONOUN, 13, _anybody),
        (
            r"(?:^|[.!?;,“\"] |[“\"])at (?:age |only |just )?",
            re.compile(rf",? (?:he|she|they|i|we) (?:\w+ )?{_LIFE}\b", re.IGNORECASE),
            4,
            _anybody,
            ("t ", "e ", "y ", "T "),
        ),
        (
            r"(?:^|[.!?;,“\"] |[“\"])(?:by|since) (?:age |only |just )?",
            re.compile(r",? (?:he|she|they|i|we) ", re.IGNORECASE),
            13,
            _anybody,
            ("y ", "e ", "t "),
        ),
        (
            r"\b(?:who|he|she|they),? at ",
            re.compile(r",? (?:has|is|was|had|still|already|never|could|can|looks?|feels?)\b"),
            13,
            _anybody,
            (" at ",),
        ),
        (r"\b(?:was|were|is|turned|only|just) ", re.compile(r" when\b"), 3, _anybody, ("s ", "e ", "d ", "y ", "t ")),
        (
            r"\blost (?:his|her|their|my|both) (?:mother|father|mom|dad|parents?|mama|daddy) at ",
            _STOP,
            2,
            _anybody,
            (" at ",),
        ),
        (r"", re.compile(r"[- ]*,? ?(?:and|or|to) \d{1,2}[- ](?:year|yr|month|yo\b|y/o)"), 1, _anybody),
        (
            r"\b(?:sober|clean|drinking|using|smoking|working|own|home|streets?|homeless|diagnosed|diabetic"
            r"|daily|use|heroin"
            r"|alone|injecting|disabled|widowed|on methadone|in recovery|alcohol|opioids|meth|cocaine|in care|it|this"
            r"|driving|dependent) since (?:he was |she was |age |about )?",
            _STOP,
            12,
            _anybody,
            ("e ", "s ", "t "),
        ),
        (
            r"\b(?:died|dead|gone|killed|buried|passed(?: away)?|deceased|lost (?:his|her|their|my|a) \w+|d\."
            r"|shot|stabbed"
            r"|overdosed|od[’']?d|infarct|mi|stroke|heart attack|dx[’']?d?(?: \w+)?|diagnosed(?: with)?(?: \w+)?"
            r"|(?:left|lost|sold|finished|quit|dropped out of|ran away from) (?:his |her |the )?(?:\w+ )?\w+"
            r"|home|school|care|custody"
            r"|retired|enlisted|drafted|graduated|emancipated|divorced|widowed|relapsed|separated|raped"
            r"|assaulted|abused"
            r"|molested|pregnant|married|immigrated|emigrated|deported|transitioned|adopted|baptized|ran|ran away"
            r"|for the first time|hospitalized|committed|expelled|evicted|convicted|jailed|incarcerated"
            r"|orphaned|job|child|baby"
            r"|placed(?: \w+ \w+)?|hooked|sober|clean|kid|son|daughter) at (?:age |the age of |just |only )?",
            re.compile(rf"{_STOP.pattern}| (?:to (?:a|an)|of \w+|from)\b", re.IGNORECASE),
            13,
            _anybody,
            ("t ", "e ", "f ", "y "),
        ),
        (
            r"\b(?:between|from)(?: the ages of)? ",
            re.compile(rf" (?:(?:and|to|through) {_ANY}|on),? (?:he|she|they|i)\b", re.IGNORECASE),
            12,
            _anybody,
            ("m ", "n ", "s of "),
        ),
        (
            r"\b(?:drinking|using|smoking|prison|jail|care|homeless|married|sober|clean|hard|heavily|daily"
            r"|heroin|ages?) (?:from|between) ",
            re.compile(rf" (?:and|to|through) {_ANY}", re.IGNORECASE),
            12,
            _anybody,
            ("m ", "n "),
        ),
        (
            r"\b(?:bad|good|great|spry|sharp|fit|strong|tall|small|mature|wise|big|young|old|mean|tough|quick"
            r"|lively) for (?:a |an )?",
            _STOP,
            12,
            _anybody,
            ("r ", " a ", " an "),
        ),
        (
            r"\b(?:it|drinking|using|smoking|dead|out|alone|homeless|gone|pregnant) (?:at|by) ",
            _STOP,
            13,
            _anybody,
            (" at ", " by "),
        ),
        (
            r"(?P<whom>[\w’'-]+) of ",
            re.compile(r"[.,;:!?)]|$| (?:and|who|with|around|in|or)\b(?! (?:sisters|brothers))"),
            1,
            _is_child,
            (" of ",),
        ),
        (
            r"(?:\b[WBHAIU]/[MF]|\b[WBHA][MF]|(?:^|[.,;(] ?)(?:M|F|male|female|juvenile|juv|girl|boy|driver"
            r"|subj|subject|suspect"
            r"|victim|passenger|minor|pt|patient|client|caller|hx|infant|child \d)),? ?:? ?\(?",
            re.compile(
                r"\s*(?:[.,;:!?()\]\n/]|$)| (?!(?:hours?|hrs?|steps?|beds?|days?|weeks?"
                r"|months?|years?|units?|persons?|people|tabs?"
                r"|mgs?|ml|times?|x|minutes?|of|in(?! (?:possession|custody|his|her|the back|need|cuffs)\b)|lbs"
                r"|kg|percent|clients|patients|drinks|hour)\b)[a-z]",
                re.IGNORECASE,
            ),
            13,
            _anybody,
        ),
        (
            r"\b(?:than|despite|for|all) (?:his|her|their) ",
            re.compile(r" (?:years|yrs)(?:[.,;!?]|$| of (?:age|life))"),
            13,
            _anybody,
            ("s ", "r ", "r "),
        ),
        (
            r"",
            re.compile(
                r"[,—–-]? (?:to be exact|exactly|years exactly|when (?:he|she|they|it|i|his|her|my)\b|at the time\b)"
            ),
            13,
            _anybody,
        ),
        (
            r"\bin (?:his|her|their) ",
            re.compile(r"(?:st|nd|rd|th) year(?: of (?:life|age))?(?:[.,;!?]|$)"),
            13,
            _anybody,
            ("s ", "r "),
        ),
        (rf"\b{_EVENTS} (?:\w+ ){{0,3}}at (?:the age of )?", _STOP, 10, _anybody),
        (
            r"\bturn(?:s|ed|ing)? (?:the big )?",
            re.compile(rf"{_STOP.pattern}|{_PRONOUN.pattern}", re.IGNORECASE),
            1,
            _anybody,
            ("n ", "s ", "d ", "g "),
        ),
        (
            r"\b(?:celebrat\w+|hit|hits|hitting|reached|reaches|nearing|pushing|approaching|passed|became"
            r"|becomes) (?:the big )?",
            _STOP,
            20,
            _anybody,
        ),
        (
            r"\b(?:orphaned|placed|adopted|abandoned|abused|molested|raped|removed|fostered|sent away|stealing"
            r"|drinking|smoking|huffing|institutionalized|on his own|on her own|working) at (?:age |just |only )?",
            _STOP,
            5,
            _anybody,
            (" at ", " age ", "t ", "y "),
        ),
        (
            r"\b(?:placements?|care|homes?|custody|school|streets?|jail|prison) from ",
            re.compile(rf" (?:to|until|through) {_ANY}", re.IGNORECASE),
            3,
            _anybody,
            ("m ",),
        ),
        (r"\b(?:a|an) (?:young|spry|tired|hard|healthy|frail|youthful) ", _STOP, 13, _anybody),
        (r"\bborn ", re.compile(r" years ago\b"), 1, _anybody),
        (
            r"(?:^|[.!?:,] |[“\"])",
            re.compile(
                r",? and (?:already|still|now|on|never|has|had|homeless|pregnant|sober|scared|tired)\b|, (?:single"
                r"|married|divorced|widowed|homeless|"
                r"unemployed|employed|never|living|works?|worked|mother|father|veteran|male|female|an? \w+(?:,"
                r"|\.| with\b)"
                r"|(?:no|one|two|three|four|five|\d) (?:kids?|children|boys|girls|phone"
                r"|priors?|duis?|detox(?:es)?|job|house|home|car|address|insurance|family)|sober \w+|using"
                r"|retired|disabled|healthy|tall|thin|quiet|scared|first (?:time|tx)|no (?:job"
                r"|kids))(?!\w)",
                re.IGNORECASE,
            ),
            13,
            _anybody,
        ),
    )
)
_AT = (" at ", " by ")
_BEFORE_AT = re.compile(r"([a-z]+) (?:at|by) $", re.IGNORECASE)
_MEASURED = frozenset(
    {
        *(
            "drove",
            "driving",
            "cruising",
            "fan",
            "oven",
            "water",
            "volume",
            "alarm",
            "meeting",
            "curfew",
            "lights",
            "rounds",
        ),
        *("fluids", "saline", "drip", "bag", "infusing", "infusion", "pump", "ringers", "lr", "ns", "oxygen"),
        *("topped", "peaked", "feels", "settled", "leveled"),
        *(
            "stable",
            "steady",
            "held",
            "capped",
            "set",
            "dose",
            "dosed",
            "now",
            "still",
            "pulse",
            "rate",
            "bp",
            "temp",
            "sats",
        ),
        *(
            "up",
            "down",
            "maxed",
            "stayed",
            "clocked",
            "stopped",
            "starts",
            "pegged",
            "arrived",
            "woke",
            "ends",
            "closes",
        ),
        *(
            "opens",
            "meets",
            "stays",
            "started",
            "high",
            "low",
            "is",
            "was",
            "thermostat",
            "begins",
            "runs",
            "max",
            "ac",
            "heat",
        ),
        *(
            "methadone",
            "suboxone",
            "bup",
            "buprenorphine",
            "gabapentin",
            "score",
            "scored",
            "ciwa",
            "cows",
            "pain",
            "weight",
        ),
        *(
            "level",
            "levels",
            "count",
            "sugar",
            "glucose",
            "oxygen",
            "spo2",
            "speed",
            "doing",
            "going",
            "limit",
            "it",
            "them",
        ),
        *(
            "divided",
            "multiplied",
            "increased",
            "reduced",
            "decreased",
            "cut",
            "dropped",
            "rose",
            "fell",
            "followed",
            "due",
        ),
        *(
            "room",
            "bus",
            "priced",
            "valued",
            "pays",
            "paid",
            "sold",
            "selling",
            "listed",
            "weighed",
            "weighing",
            "hovering",
        ),
    }
)
_MEASURES = re.compile(r"\b(?:mg|mcg|ml|mph|dollars|percent|bpm|degrees|units|ciwa|cows|bac)\b|[%$°]", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_FARTHEST = 64
"""Characters before a number that say whose age it is."""
_ROUGH_BEFORE = re.compile(
    r"\b(?:over|past|than|above|about|around|under|roughly|maybe|probably|looks?|like|approximately"
    r"|before|until|circa|ca\.|least) "
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
_SAID_OF = re.compile(r"(?P<whom>[\w-]+)(?: (?:is|was|are|were)|[’']s)(?: \w+)? $", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\w-]+$")
_NUMBERS = frozenset(_VALUES) - {"oh", "forties"}
_GAPS = frozenset({",", "(", ":", "=", ".", "!", "?", ";", "-", "–", "—", '"', "“", ".,", ". “", ', "', ", “", "/", ""})
_LEADING = frozenset(
    [
        "age",
        "aged",
        "ages",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "being",
        "am",
        "turns",
        "turned",
        "turn",
        "turning",
        "celebrating",
        "celebrated",
        "celebrates",
        "only",
        "just",
        "now",
        "barely",
        "already",
        "almost",
        "nearly",
        "exactly",
        "yet",
        "about",
        "currently",
        "newly",
        "of",
        "at",
        "by",
        "since",
        "until",
        "before",
        "after",
        "from",
        "around",
        "big",
        "young",
        "old",
        "spry",
        "tired",
        "hard",
        "healthy",
        "frail",
        "youthful",
        "a",
        "an",
        "the",
        "and",
        "but",
        "to",
        "born",
        "says",
        "said",
        "lists",
        "as",
        "reads",
        "shows",
        "states",
        "gives",
        "records",
        "onset",
        "use",
        "drink",
        "arrest",
        "admission",
        "hes",
        "shes",
        "theyre",
        "im",
        "hit",
        "hits",
        "hitting",
        "reached",
        "reaches",
        "nearing",
        "pushing",
        "approaching",
        "passed",
        "became",
        "becomes",
        "least",
        "when",
        "m",
        "f",
        "male",
        "female",
        "quite",
        "soon",
        "between",
        "from",
        "his",
        "her",
        "their",
        "for",
        "reports",
        "states",
        "says",
        "oldest",
        "eldest",
        "youngest",
        "middle",
        "juvenile",
        "juv",
        "driver",
        "subj",
        "subject",
        "suspect",
        "victim",
        "pt",
        "patient",
        "client",
        "caller",
        "hx",
        "boy",
        "girl",
        "wm",
        "bm",
        "hm",
        "wf",
        "bf",
        "hf",
        "then",
        "passenger",
        "minor",
        "infant",
        "turning",
        "celebrating",
        "celebrated",
        "celebrates",
        "bad",
        "ages",
    ]
)
_OF_AGE = re.compile(
    r"\b(?:under|over) (?:eighteen|18|twenty-one|21)\b|\b(?:minor|underage|of age|an adult)\b", re.IGNORECASE
)
"""Where a story tells on which side of the law somebody is, the age is what is asked for."""


def ages(prose: Prose) -> Iterator[Diagnostic]:
    """Ages in digits and in words, years of birth of those over 89, centenarians."""
    yield from _old(prose)
    told, at = -1, False
    onset = None
    for place in _number_places(prose):
        match = _NUMBER.match(prose.text, prose.word(place).start)
        if not match:
            continue
        found = list(_numbered(prose, place, match))
        if not found and told >= 0:
            found = list(_further(prose, match, told, at))
        if not found:
            if onset is None:
                onset = not _TELLING_ONSET.isdisjoint(prose.vocabulary) and _ONSET.search(prose.text)
            if onset and onset.end() <= match.start():
                found = list(_of_use(prose, place, match))
        if found:
            told, at = match.end(), at or prose.before(place) in ("at", "by")
            yield from found
    if DIGIT in prose.vocabulary or "birthday" in prose.vocabulary or "big" in prose.vocabulary:
        yield from _otherwise(prose.text)


def _number_places(prose: Prose) -> list[int]:
    """The words that are numbers, or begin with one."""
    known = prose.vocabulary
    if DIGIT not in known and _NUMBERS.isdisjoint(known):
        return []
    return [
        place
        for place, word in enumerate(prose.small)
        if word in _NUMBERS or word[0] in _DIGITS or ("-" in word and word.partition("-")[0] in _NUMBERS)
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


def _numbered(prose: Prose, place: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    """The number that *match* is, which begins with the word at *place*, where it is an age."""
    if not (_may_lead(prose, place) or _OLD.match(prose.text, match.end())):
        return
    value = _value(match.group().lower())
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
    text, value = prose.text, _value(match.group().lower())
    between = text[told : match.start()]
    if len(between) > 90 or not 0 < value <= OLDEST:
        return
    if not (_STOP.match(text, match.end()) or _PRONOUN.match(text, match.end())):
        return
    months = _MONTHS.match(text, match.end())
    row = bool(_MORE.fullmatch(between)) and between
    again = at and value > 9 and re.search(r"[a-z] (?:at|by) (?:age )?$", between)
    if (row or again or months) and not _NO_AGE_AFTER.match(text, match.end()):
        yield from _hit(text, match.span(), value)


def _of_use(prose: Prose, place: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    """A number behind a drug where a story tells of the first use: "alcohol: 13; opioids: 22"."""
    value = _value(match.group().lower())
    if not 4 < value < 70 or not _STOP.match(prose.text, match.end()) or not place:
        return
    before, gap = prose.small[place - 1], prose.gap(place)
    drug = before in prose.lists["drugs"] or before in _USES
    if (drug and gap.strip() in ("", ":", "-", "=", ",", "@", "(")) or (
        before in ("at", "by", "age", "@") and prose.earlier(place, 2)[1:] and prose.earlier(place, 2)[1] in _USES
    ):
        yield from _hit(prose.text, match.span(), value)


def age_at(prose: Prose, least: int) -> str:
    """The words of the first exact age of *least* or more; empty where there is none."""
    found = (hit.span for hit in ages(prose) if hit.span)
    return next((text for start, end in found if _value((text := prose.text[start:end]).lower()) >= least), "")


def _may_lead(prose: Prose, place: int) -> bool:
    """Whether the word before the one at *place* is one that an age follows."""
    gap = prose.gap(place)
    if not place or gap != " ":
        return not place or gap.strip() in _GAPS
    before = prose.small[place - 1]
    if is_kin(before, prose.lists):
        return True
    return before in _LEADING or before[-2:] in ("'s", "’s", "'m", "’m", "re")


def _otherwise(text: str) -> Iterator[Diagnostic]:
    """Birthdays, "the big five-oh", and ages that are written together with a letter for the sex."""
    for pattern in (_ORDINAL, _BIG, _SEX):
        for match in pattern.finditer(text):
            group = match.lastgroup or 0
            if group == "it" and pattern is _SEX and _PILLS.search(text):
                continue
            yield from _hit(text, match.span(group), _value(match[group].lower().removesuffix(" birthday")))


def _hit(text: str, span: Span, value: int) -> Iterator[Diagnostic]:
    if value > OLDEST_NAMED:
        yield hit(CODE, ERROR, span, OLD)
    elif value > 19 or not _OF_AGE.search(text):
        yield hit(CODE, WARNING, span, f"give the decade: '{_decade(value)}'")


def _is_age(match: re.Match[str], value: int, lists: WordLists) -> bool:
    text, (start, end) = match.string, match.span()
    old = _OLD.match(text, end)
    if old:
        return not _ages_a_thing(text, start, old.end(), lists)
    before = text[max(0, start - _FARTHEST) : start]
    if value > 12 and before.endswith(_AT) and _at_an_age(text, before, start, end):
        return True
    if _NO_AGE_AFTER.match(text, end) and not before.lower().endswith("born "):
        return False
    stops = _STOP.match(text, end) is not None
    for shape in _SHAPES:
        if value < shape.least or not before.endswith(shape.ends):
            continue
        if shape.after is None or (stops if shape.after is _STOP else shape.after.match(text, end)):
            found = shape.before.search(before)
            if found and shape.whose(found.groupdict().get("whom") or "", lists):
                return True
    return False


def _at_an_age(text: str, before: str, start: int, end: int) -> bool:
    """Whether "at" and a number end a phrase: hours are twelve, and doses are digits."""
    if not _STOP.match(text, end) or _NO_AGE_AFTER.match(text, end):
        return False
    found = _BEFORE_AT.search(before)
    if found is None or found[1].lower() in _MEASURED:
        return found is None and not text[start].isdigit()
    return not (text[start].isdigit() and _MEASURES.search(text))


def _ages_a_thing(text: str, start: int, end: int, lists: WordLists) -> bool:
    """Whether it is a building, an animal or a debt that is so old."""
    said = _SAID_OF.search(text, max(0, start - 60), start)
    if said and not said["whom"][0].isupper() and not is_somebody(said["whom"].lower(), lists):
        return True
    if text[start - 2 : start] == ", " and (before := _LAST_WORD.search(text, max(0, start - 30), start - 2)):
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


def _value(number: str) -> int:
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits.group())
    parts = re.split(r"[- ]", number)
    if parts[-1] in ("oh", "o", "0"):
        return 10 * _VALUES.get(parts[0], 0)
    return sum(_VALUES.get(word, 0) for word in parts) or _ordinal(number)


def _ordinal(number: str) -> int:
    """The value of "fortieth", "thirty-second" and the like, near enough to tell who is over 89."""
    if number.endswith("teenth"):
        return 18
    return next((10 * place for place, tens in enumerate(_TENS, 2) if number.startswith(tens[:-1])), 10)


def _decade(value: int) -> str:
    if value < 20:
        return "a child" if value < 13 else "in their teens"
    return f"in their {_TENS[value // 10 - 2].removesuffix('y')}ies"


def _is_rough(text: str, start: int, end: int) -> bool:
    return bool(_ROUGH_BEFORE.search(text, max(0, start - 24), start) or _ROUGH_AFTER.match(text, end))
