"""Ages of whoever a sentence is about: by name, pronoun or what they are, in brackets, behind a label."""

from __future__ import annotations

import re

from carelevel.lint.rules.age_phrases import COMMA, END_OF_PHRASE, GIVEN, HEDGE, IN_BRACKETS, SAYS, STOP, SUBJECT
from carelevel.lint.rules.whose_age import anybody, is_person, is_somebody, shape

SHAPES = (
    shape(r"\b(?:aged?|ages)(?: (?:is|was|of|at|now|currently))?(?:[:=]| -| [^.;\n]{0,30}:)?[ =]*", None, 1, anybody),
    shape(rf"\bage{GIVEN} ", None, 1, anybody, ("s ", "t ", "y ")),
    shape(r"\b(?:his|her|their|the|my) age\b[^.;\d]{0,12}", STOP, 3, anybody),
    shape(rf"\b{SUBJECT}{HEDGE} ", STOP, 3, anybody),
    shape(
        r"\b(?:reports?|states?|says|said|admits?|gives|denies|reported|stated|claims)(?: to)?(?: being| be"
        r"| (?:he|she|they)"
        r" (?:is|was|are))(?: only| just| now)? ",
        STOP,
        13,
        anybody,
    ),
    shape(r"(?:^|[.!?;:] )(?:is|was|now|just|barely|only|turned|turns|about to be|currently) ", STOP, 13, anybody),
    shape(r"(?:^|[.!?;] )(?:barely|only|just|not yet|almost|nearly|at) ", re.compile("[,.]"), 13, anybody),
    shape(
        r"(?:(?:^|[.!?;] )not (?:yet|even|quite)|\b(?:some|any)(?:one|body)) ",
        STOP,
        16,
        anybody,
        ("t ", "n ", "e ", "y "),
    ),
    shape(
        rf"(?P<whom>[\w’'-]+) (?:is|was|are|were|will be|would be|turns|turned|be){HEDGE} ",
        STOP,
        3,
        is_person,
    ),
    shape(
        r"\b(?:than|for|as|at) (?:his|her|their|the|a|an)? ?(?:stated|given|reported|actual|listed|real|apparent"
        r"|claimed|chronological) (?:age(?: of)? )?",
        STOP,
        13,
        anybody,
    ),
    shape(
        r"\b(?:has|have|had|got|tiene|tengo|tenía|cumplió|cumple|de) ",
        re.compile(r" (?:year(?=[,.;]|$| and\b)|a[ñn]os\b)", re.IGNORECASE),
        5,
        anybody,
    ),
    shape(
        r"\b(?:man|woman|lady|gentleman|girl|boy|mother|father|he|she) has ",
        re.compile(r" years(?=[.;]|$|,? (?:and|but) (?:(?:he|she|still|never|always) |[a-z]+s\b))"),
        50,
        anybody,
        ("s ",),
    ),
    shape(
        r"\b(?:got|gotten|gets?|getting|made it|makes it|lived?|lives|living|grew|grown) to be ",
        STOP,
        13,
        anybody,
        ("e ",),
    ),
    shape(
        r"\b(?:lied|lies|lying|fibbed|bluffed|shrugged|grinned)(?: and|,)? (?:said|says|saying|wrote|put|told \w+"
        r"|answered|claimed|gave)(?: down)?(?: (?:he|she|i) was)? ",
        STOP,
        13,
        anybody,
        ("d ", "s ", "g ", "e ", "t ", "m ", "r ", "n "),
    ),
    shape(
        r"\b(?:he|she|they|pt|patient|client) (?:claims|claimed|gives|gave|said|admits to|admitted to) ",
        re.compile(r"\.?$|\.\s|;|, (?:but|the|his|her|though)\b"),
        18,
        anybody,
        ("s ", "d ", "e ", "o "),
    ),
    shape(
        r"(?:^|[.!?] |[“\"])",
        re.compile(r" (?:this|last|next) (?:week|month|year|spring|summer|fall|winter)\b"),
        18,
        anybody,
    ),
    shape(r"\bgoing on ", STOP, 13, anybody, (" on ",)),
    shape(
        r"(?:^|[.!?:;(] ?|\b(?:pt|client|patient|is|was) (?:an? )?)",
        re.compile(
            r" ?(?:male|female|man|woman)(?=[,.;)]|$| (?:pt|patient|client|with|w/|who|here|presents|presented|seen"
            r"|admitted|found|in|from|on|referred|brought)\b)",
            re.IGNORECASE,
        ),
        13,
        anybody,
    ),
    shape(rf"(?P<whom>[\w-]+)[’']s{HEDGE} ", STOP, 3, is_person),
    shape(
        rf"\b{SUBJECT}{HEDGE} ",
        re.compile(r" (?:yrs?|years)\.?(?=[.,;]|$| (?:male|female|m|f|and)\b)", re.IGNORECASE),
        13,
        anybody,
    ),
    shape(
        r"(?:^|[.!?:] |[“\"])",
        re.compile(r", (?:no|never|not|without|still|already|always|on|in|first|second|third|alone) [a-z]"),
        16,
        anybody,
    ),
    shape(r"(?:[1-9]0s|ties|teens) \(", IN_BRACKETS, 13, anybody, ("(",)),
    shape(r"(?:ll|will|won[’']t) (?:\w+ )?see ", STOP, 30, anybody, ("e ",)),
    shape(r"\bbut (?:is|was|he is|she is)(?: only| just)? ", STOP, 13, anybody),
    shape(
        r"\b(?:chart|form|card|license|id|bracelet|paperwork|record|file|sheet|wristband|badge) (?:says"
        r"|reads|shows|has|lists) ",
        STOP,
        13,
        anybody,
    ),
    shape(r"\b(?:older|younger|looks?|age)\b[^.;\d]{0,30}: ", STOP, 13, anybody, (": ",)),
    shape(rf"\b{SAYS} ", re.compile(r" ?(?:yrs?|years?)\.?(?:\s*[,.;)]|$| though\b| but\b)"), 13, anybody),
    shape(r"(?P<whom>[\w’'-]+)\.?, (?:age |now |just |only |barely )?", COMMA, 13, is_person),
    shape(
        r"\b(?:man|woman|guy|girl|boy|person|fellow|lady|adult|child|kid) (?:[\w’'-]+ ){0,5}[\w’'-]+, (?:about )?",
        re.compile(r", (?!(?:and|or|then|\d))[a-z]"),
        13,
        anybody,
        (", ",),
    ),
    shape(r"\bclient (?:this|last) \w+, ", COMMA, 13, anybody),
    shape(
        r"\b(?:single|married|divorced|separated|widowed|homeless|unhoused|unemployed|employed|disabled|retired), ",
        COMMA,
        18,
        anybody,
        (", ",),
    ),
    shape(
        r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|man|woman|guy|veteran) (?:of|from|in|with"
        r"|on) [^,.;]{2,30}, ",
        COMMA,
        13,
        anybody,
    ),
    shape(r"(?P<whom>[\w’'-]+) \((?:age |now |then )?", IN_BRACKETS, 1, is_person, ("(", " ")),
    shape(r"\((?:m|f|male|female|nb|enby|man|woman|trans \w+),? ?", IN_BRACKETS, 1, anybody),
    shape(r"(?P<whom>[\w’'-]+) of ", END_OF_PHRASE, 13, is_somebody, (" of ",)),
    shape(r"\b(?:was|were|is|turned|only|just) ", re.compile(r" when\b"), 3, anybody, ("s ", "e ", "d ", "y ", "t ")),
    shape(r"", re.compile(r"[- ]*,? ?(?:and|or|to) \d{1,2}[- ](?:year|yr|month|yo\b|y/o)"), 1, anybody),
    shape(
        r"\b(?:bad|good|great|spry|sharp|fit|strong|tall|small|mature|wise|big|young|old|mean|tough|quick"
        r"|lively) for (?:a |an )?",
        STOP,
        12,
        anybody,
        ("r ", " a ", " an "),
    ),
    shape(
        r"(?:\b[WBHAIU]/[MF]|\b[WBHA][MF]|(?:^|[.,;:(] ?)(?:M|F|male|female|juvenile|juv|girl|boy|driver"
        r"|operator|rider|cyclist|pedestrian|occupant"
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
        anybody,
    ),
    shape(
        r"\b(?:than|despite|for|all) (?:his|her|their) ",
        re.compile(r" (?:years|yrs)(?:[.,;!?]|$| of (?:age|life))"),
        13,
        anybody,
        ("s ", "r ", "r "),
    ),
    shape(
        r"",
        re.compile(
            r"[,—–-]? (?:to be exact|exactly|years exactly|when (?:he|she|they|it|i|his|her|my)\b|at the time\b)"
        ),
        13,
        anybody,
    ),
    shape(
        r"\b(?:older|younger|different) than (?:the |a |an )",
        re.compile(r" (?:on|in|that|he|she|they|i|listed|noted|stated)\b"),
        13,
        anybody,
    ),
    shape(r"\b(?:a|an) (?:young|spry|tired|hard|healthy|frail|youthful) ", STOP, 13, anybody),
    shape(
        r"\b(?:although|though|while|even|still|yet|but|and|because|if)(?: still)? (?:only|just|barely|not yet"
        r"|nearly|almost|newly) ",
        re.compile("[,.]"),
        13,
        anybody,
        ("y ", "t "),
    ),
    shape(
        r"(?:^|[.!?:;] |\n|[“\"])",
        re.compile(
            r"(?:,| and)(?! \d| counting)[^.;:!?\d\n]{2,70}, (?:he|she|they|(?!(?:Then|Now|And|But|This"
            r"|That|It|The)\b)[A-Z][\w’-]+"
            r"(?: and [A-Z][\w’-]+)?) (?!and\b|or\b)[a-z]"
        ),
        16,
        anybody,
    ),
    shape(r"\b(?:she|he|they|xe|ze)/(?:her|him|them|hers|his|they|xem|zir)s?(?:/\w+)?[),;]{0,2} \(?", STOP, 5, anybody),
    shape(
        r"\b(?:an?|this|the|one|another|that) (?:[\w-]+ ){0,2}(?P<whom>[\w’'-]+) of ",
        re.compile(
            r" (?!(?:acres|steps|years|yrs|words|men|women|people|children|kids|beds|cases|grams|pills|cats"
            r"|dogs|days"
            r"|weeks|months|hours|miles|pounds|beers|drinks|books|percent|dollars|mg|letters|stories|floors|rooms"
            r"|and|or|to|clients|patients|members|residents)\b)[a-z]"
        ),
        13,
        is_somebody,
        (" of ",),
    ),
    shape(r"(?P<whom>[\w’'-]+) ?[—–-]{1,2} ?(?:age |now |just |only )?", re.compile(r"[,;.]| ?[—–-]"), 13, is_person),
    shape(
        r"(?P<whom>[\w’'-]+), (?:then|almost|nearly|still|newly|barely) ",
        COMMA,
        5,
        is_person,
        ("n ", "t ", "y ", "l "),
    ),
    shape(
        r"(?:^|[.!?] |\n)(?P<whom>[A-Z][\w’'-]+), [^.;!?\d\n]{3,50}, (?:is|was|turns|turned|will be) ",
        STOP,
        13,
        is_person,
        ("s ", "d ", "e "),
    ),
    shape(
        r"(?P<whom>[\w’'-]+), ",
        re.compile(
            r" (?:this|next|last|come|in|by|as of|since|soon|today) (?:spring|summer|fall|winter|week|month|year"
            r"|the|\w+day|today|now|yesterday|\w{3,9})(?:,| and)"
        ),
        13,
        is_person,
        (", ",),
    ),
    shape(r"\b(?:shy|short|side) of ", STOP, 16, anybody, (" of ",)),
    shape(r"(?:^|[.!?] |\b[Oo]n )[Tt]urning ", re.compile(r" [a-z]"), 18, anybody, ("g ",)),
    shape(
        r"\b(?:with|at|given|for) (?:his|her|their|all his|all her) ",
        re.compile(r" (?:years|yrs)(?:,| [A-Z])"),
        30,
        anybody,
        ("s ", "r "),
    ),
    shape(r"\b[Ss]weet ", re.compile(r"(?=\W|$)(?! (?:game|bracket|team|tournament|round))"), 16, anybody, ("t ",)),
    shape(
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
        anybody,
    ),
)
