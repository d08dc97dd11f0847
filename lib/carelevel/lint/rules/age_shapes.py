"""The ways to say an age, without "years old"."""

from __future__ import annotations

import re

from carelevel.lint.rules.age_numbers import ANY
from carelevel.lint.rules.age_phrases import (
    ACTS,
    COMMA,
    END_OF_PHRASE,
    EVENTS,
    FURTHER,
    GIVEN,
    HEDGE,
    IN_BRACKETS,
    LIFE,
    MONTHS,
    PRONOUN,
    ROW,
    SAYS,
    SPAN,
    STOP,
    SUBJECT,
    USED,
)
from carelevel.lint.rules.whose_age import (
    Shape,
    anybody,
    are_kin,
    is_anyone,
    is_child,
    is_person,
    is_relative,
    is_relative_or_child,
    is_somebody,
)

SHAPES = tuple(
    Shape(re.compile(rf"(?:{before})$", re.IGNORECASE), after, least, whose, *ends)
    for before, after, least, whose, *ends in (
        (r"\b(?:aged?|ages)(?: (?:is|was|of|at|now|currently))?(?:[:=]| -| [^.;\n]{0,30}:)?[ =]*", None, 1, anybody),
        (rf"\bage{GIVEN} ", None, 1, anybody, ("s ", "t ", "y ")),
        (r"\b(?:his|her|their|the|my) age\b[^.;\d]{0,12}", STOP, 3, anybody),
        (rf"\b{SUBJECT}{HEDGE} ", STOP, 3, anybody),
        (
            r"(?:^|[.!?;:] |\b(?:he|she|they|i|who)(?:[’']d| would) have )(?:been|will be|will turn|would be"
            r"|has (?:just )?turned|is (?:almost|nearly|about to be)"
            r"|turning|soon"
            r"|almost|nearly|not quite|says|states|reports|reports being|states he is|states she is) ",
            STOP,
            13,
            anybody,
        ),
        (
            r"\b(?:reports?|states?|says|said|admits?|gives|denies|reported|stated|claims)(?: to)?(?: being| be"
            r"| (?:he|she|they)"
            r" (?:is|was|are))(?: only| just| now)? ",
            STOP,
            13,
            anybody,
        ),
        (r"(?:^|[.!?;:] )(?:is|was|now|just|barely|only|turned|turns|about to be|currently) ", STOP, 13, anybody),
        (r"(?:^|[.!?;] )(?:barely|only|just|not yet|almost|nearly|at) ", re.compile("[,.]"), 13, anybody),
        (
            rf"(?P<whom>[\w’'-]+) (?:is|was|are|were|will be|would be|turns|turned|be){HEDGE} ",
            STOP,
            3,
            is_person,
        ),
        (r"\bbut (?:is|was|he is|she is)(?: only| just)? ", STOP, 13, anybody),
        (r"\b(?:are|were|ages?|aged) (?:[\w-]+, )*[\w-]+,? and ", STOP, 1, anybody, (" and ",)),
        (rf"\b(?:are|were|ages?|aged) (?:{ANY}, )+", STOP, 1, anybody, (", ",)),
        (rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{ANY}, )*", re.compile(FURTHER, re.IGNORECASE), 1, are_kin),
        (rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{ANY}, )*{ANY},? (?:and|&) ", None, 1, are_kin, (" and ", " & ")),
        (
            r"\b(?:when|time|since|after|before|until|till|once|because) (?:he|she|they|i) (?:was"
            r"|were|turned|is|turns) ",
            re.compile(r" (?:he|she|they|i|we|my|his|her|their|the)\b", re.IGNORECASE),
            4,
            anybody,
        ),
        (
            r"\bage (?:of|at) (?:onset|first (?:drug |alcohol )?(?:use|drink|arrest|admission))(?::|"
            r" was| is| =| of)? ?",
            STOP,
            5,
            anybody,
        ),
        (
            r"\b(?:chart|form|card|license|id|bracelet|paperwork|record|file|sheet|wristband|badge) (?:says"
            r"|reads|shows|has|lists) ",
            STOP,
            13,
            anybody,
        ),
        (r"\b(?:older|younger|looks?|age)\b[^.;\d]{0,30}: ", STOP, 13, anybody, (": ",)),
        (r"\bonset of [\w ]{1,30}(?: was| is| at|:) (?:age )?", STOP, 5, anybody),
        (rf"\b{SAYS} ", re.compile(r" ?(?:yrs?|years?)\.?(?:\s*[,.;)]|$| though\b| but\b)"), 13, anybody),
        (r"(?P<whom>[\w’'-]+), at ", re.compile(","), 13, is_person, (", at ",)),
        (r"(?P<whom>[\w’'-]+)\.?, (?:age |now |just |only |barely )?", COMMA, 13, is_person),
        (r"(?P<whom>[\w’'-]+)(?:,| is| are| of|:| \(| only| just| now)? ", MONTHS, 1, is_relative_or_child),
        (
            r"\b(?:oldest|eldest|youngest|middle|firstborn)(?: (?:child|kid|son|daughter|boy|girl|one|is|are|was))*,? ",
            re.compile(rf"{STOP.pattern}|{ACTS}", re.IGNORECASE),
            1,
            anybody,
        ),
        (
            r"\b(?:man|woman|guy|girl|boy|person|fellow|lady|adult|child|kid) (?:[\w’'-]+ ){0,5}[\w’'-]+, (?:about )?",
            re.compile(r", (?!(?:and|or|then|\d))[a-z]"),
            13,
            anybody,
            (", ",),
        ),
        (
            r"(?P<whom>[\w’'-]+)(?: is| was|,|:| turned| turns)?(?: only| just| now| almost| about)? ",
            re.compile(r" (?:and|&) a half(?=[,.;)]|$| (?:years?|yrs?|and|now|when|w)\b)| ?½(?=[,.;)]|$)"),
            1,
            is_child,
        ),
        (
            r"\b(?:(?:(?:two|three|four|five|six|both|[2-6])|(?:more|kids|children|boys|girls|sons|daughters|teens"
            r"|teenagers|babies|little ones|grandkids|grandchildren)) (?:still )?(?:at home|at (?:his|her"
            r"|their) (?:mom|dad|mother|father|grandma)[’']?s|with (?:\w+ )?\w+|in care"
            r"|in (?:the )?(?:home|house|household))|of (?:his|her|their|my) own),? ",
            ROW,
            1,
            anybody,
        ),
        (
            rf"\b(?:{USED}|locked up|inside|away|homeless|sober|clean|married|inject\w+|shot \w+|sold \w+|on \w+)"
            r"(?: \w+){0,2} (?:from|between) ",
            SPAN,
            12,
            anybody,
            ("m ", "n "),
        ),
        (r"\bclient (?:this|last) \w+, ", COMMA, 13, anybody),
        (r"(?P<whom>[\w’'-]+), ", re.compile(r",|\.$"), 1, is_relative, (", ",)),
        (
            r"(?:^|[.,;:(] ?|\b(?:and|w/|with) )(?:(?:his|her|my|pt’s) )?(?P<whom>[\w’'-]+) ",
            re.compile(r"[,;)]|\.$"),
            30,
            is_relative,
            ("m ", "d ", "r ", "a ", "e ", "t "),
        ),
        (
            r"(?P<whom>[\w’'-]+) ",
            re.compile(rf",|\.$|;|$| and (?:an?|the|his|her) [a-z]|{ACTS}"),
            1,
            is_child,
            ("n ", "r ", "y ", "l ", "d ", "e ", "w "),
        ),
        (
            r"\b(?:single|married|divorced|separated|widowed|homeless|unhoused|unemployed|employed|disabled|retired), ",
            COMMA,
            18,
            anybody,
            (", ",),
        ),
        (r"\b(?:being|to be|when)(?: only| just| barely)? ", re.compile(r"[.,;]|$"), 13, anybody),
        (
            r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|man|woman|guy|veteran) (?:of|from|in|with"
            r"|on) [^,.;]{2,30}, ",
            COMMA,
            13,
            anybody,
        ),
        (r"(?P<whom>[\w’'-]+) \((?:age |now |then )?", IN_BRACKETS, 1, is_person, ("(", " ")),
        (r"\((?:m|f|male|female|nb|enby|man|woman|trans \w+),? ?", IN_BRACKETS, 1, anybody),
        (r"(?P<whom>[\w’'-]+) of ", END_OF_PHRASE, 13, is_somebody, (" of ",)),
        (r"^(?!.*\bmg\b).*\b(?:at|by|since|until|before|after|from|around) ", PRONOUN, 13, anybody),
        (
            r"(?:^|[.!?;,“\"] |[“\"])at (?:age |only |just )?",
            re.compile(rf",? (?:he|she|they|i|we) (?:\w+ )?{LIFE}\b", re.IGNORECASE),
            4,
            anybody,
            ("t ", "e ", "y ", "T "),
        ),
        (
            r"(?:^|[.!?;,“\"] |[“\"])(?:by|since) (?:age |only |just )?",
            re.compile(r",? (?:he|she|they|i|we) ", re.IGNORECASE),
            13,
            anybody,
            ("y ", "e ", "t "),
        ),
        (
            r"\b(?:who|he|she|they),? at ",
            re.compile(r",? (?:has|is|was|had|still|already|never|could|can|looks?|feels?)\b"),
            13,
            anybody,
            (" at ",),
        ),
        (r"\b(?:was|were|is|turned|only|just) ", re.compile(r" when\b"), 3, anybody, ("s ", "e ", "d ", "y ", "t ")),
        (
            r"\blost (?:his|her|their|my|both) (?:mother|father|mom|dad|parents?|mama|daddy) (?:at|by|before) ",
            STOP,
            2,
            anybody,
            (" at ", " by ", " before "),
        ),
        (r"", re.compile(r"[- ]*,? ?(?:and|or|to) \d{1,2}[- ](?:year|yr|month|yo\b|y/o)"), 1, anybody),
        (
            r"\b(?:sober|clean|drinking|using|smoking|working|own|home|streets?|homeless|diagnosed|diabetic"
            r"|daily|use|heroin"
            r"|alone|injecting|disabled|widowed|on methadone|in recovery|alcohol|opioids|meth|cocaine|in care|it|this"
            r"|driving|dependent) since (?:he was |she was |age |about )?",
            STOP,
            12,
            anybody,
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
            re.compile(rf"{STOP.pattern}| (?:to (?:a|an)|of \w+|from)\b", re.IGNORECASE),
            13,
            anybody,
            ("t ", "e ", "f ", "y "),
        ),
        (
            r"\b(?:between|from)(?: the ages of)? ",
            re.compile(rf" (?:(?:and|to|through) {ANY}|on),? (?:he|she|they|i)\b", re.IGNORECASE),
            12,
            anybody,
            ("m ", "n ", "s of "),
        ),
        (
            r"\b(?:drinking|using|smoking|prison|jail|care|homeless|married|sober|clean|hard|heavily|daily"
            r"|heroin|ages?) (?:from|between) ",
            re.compile(rf" (?:and|to|through) {ANY}", re.IGNORECASE),
            12,
            anybody,
            ("m ", "n "),
        ),
        (
            r"\b(?:bad|good|great|spry|sharp|fit|strong|tall|small|mature|wise|big|young|old|mean|tough|quick"
            r"|lively) for (?:a |an )?",
            STOP,
            12,
            anybody,
            ("r ", " a ", " an "),
        ),
        (
            r"\b(?:it|drinking|using|smoking|dead|out|alone|homeless|gone|pregnant) (?:at|by) ",
            STOP,
            13,
            anybody,
            (" at ", " by "),
        ),
        (
            r"(?P<whom>[\w’'-]+) of ",
            re.compile(r"[.,;:!?)]|$| (?:and|who|with|around|in|or)\b(?! (?:sisters|brothers))"),
            1,
            is_child,
            (" of ",),
        ),
        (
            r"(?:\b[WBHAIU]/[MF]|\b[WBHA][MF]|(?:^|[.,;(] ?)(?:M|F|male|female|juvenile|juv|girl|boy|driver"
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
        (
            r"\b(?:than|despite|for|all) (?:his|her|their) ",
            re.compile(r" (?:years|yrs)(?:[.,;!?]|$| of (?:age|life))"),
            13,
            anybody,
            ("s ", "r ", "r "),
        ),
        (
            r"",
            re.compile(
                r"[,—–-]? (?:to be exact|exactly|years exactly|when (?:he|she|they|it|i|his|her|my)\b|at the time\b)"
            ),
            13,
            anybody,
        ),
        (
            r"\bin (?:his|her|their) ",
            re.compile(r"(?:st|nd|rd|th) year(?: of (?:life|age))?(?:[.,;!?]|$)"),
            13,
            anybody,
            ("s ", "r "),
        ),
        (rf"\b{EVENTS} (?:\w+ ){{0,3}}at (?:the age of )?", STOP, 10, anybody),
        (
            r"\bturn(?:s|ed|ing)? (?:the big )?",
            re.compile(
                rf"{STOP.pattern}|{PRONOUN.pattern}| (?:sober|clean|drunk|high|using|homeless)\b", re.IGNORECASE
            ),
            1,
            anybody,
            ("n ", "s ", "d ", "g "),
        ),
        (
            r"\b(?:celebrat\w+|hit|hits|hitting|reached|reaches|nearing|pushing|approaching|passed|became"
            r"|becomes) (?:the big )?",
            STOP,
            20,
            anybody,
        ),
        (
            r"\b(?:orphaned|placed|adopted|abandoned|abused|molested|raped|removed|fostered|sent away|stealing"
            r"|drinking|smoking|huffing|institutionalized|on his own|on her own|working) at (?:age |just |only )?",
            STOP,
            5,
            anybody,
            (" at ", " age ", "t ", "y "),
        ),
        (
            r"\b(?:placements?|care|homes?|custody|school|streets?|jail|prison|grandparents|grandmother|grandma|relatives"
            r"|foster \w+) from ",
            re.compile(rf" (?:to|until|through) {ANY}", re.IGNORECASE),
            3,
            anybody,
            ("m ",),
        ),
        (
            r"\b(?:to see|to reach|to make|live to|lives to|made it to|make it to) ",
            STOP,
            30,
            anybody,
            ("e ", "h ", "o "),
        ),
        (
            r"\b(?:older|younger|different) than (?:the |a |an )",
            re.compile(r" (?:on|in|that|he|she|they|i|listed|noted|stated)\b"),
            13,
            anybody,
        ),
        (
            r"\b(?:b\.|born) ?(?:in )?(?:19|20)\d\d[,;)]? (?:so |now |is now |making (?:him|her|them) )?",
            re.compile(r"[.,;)]|$| now\b"),
            1,
            anybody,
        ),
        (r"(?P<whom>[\w’'-]+) ?\(?[“\"]", re.compile(r"(?: and a half)?[”\"]"), 1, is_child),
        (
            r"(?P<whom>[\w’'-]+) [A-Z][\w’'-]+(?:, | \()(?:age |now )?",
            re.compile(r"[,;)](?! \d)|\.$|$"),
            1,
            is_relative_or_child,
        ),
        (r"\b(?:a|an) (?:young|spry|tired|hard|healthy|frail|youthful) ", STOP, 13, anybody),
        (r"\bborn ", re.compile(r" years ago\b"), 1, anybody),
        (
            r"\b(?:when|time|since|after|before|until|till|once|because|year|summer|winter|day|week|month|night|weekend)"
            r"(?: that)? (?P<whom>[\w’'-]+) (?:was|were|turned|is|turns)(?: only| just| barely| about)? ",
            re.compile(
                rf"{STOP.pattern}|{PRONOUN.pattern}| (?:the|his|her|their|my|a|an|no|nobody|everything|that|all"
                r"|something|two|three|both)\b",
                re.IGNORECASE,
            ),
            3,
            is_anyone,
            ("s ", "e ", "d ", "y ", "t "),
        ),
        (
            r"\b(?:although|though|while|even|still|yet|but|and|because|if)(?: still)? (?:only|just|barely|not yet"
            r"|nearly|almost|newly) ",
            re.compile("[,.]"),
            13,
            anybody,
            ("y ", "t "),
        ),
        (
            r"(?:^|[.!?:;] |\n|[“\"])",
            re.compile(
                r"(?:,| and)(?! \d| counting)[^.;:!?\d\n]{2,70}, (?:he|she|they|(?!(?:Then|Now|And|But|This"
                r"|That|It|The)\b)[A-Z][\w’-]+"
                r"(?: and [A-Z][\w’-]+)?) (?!and\b|or\b)[a-z]"
            ),
            16,
            anybody,
        ),
        (r"\b(?:she|he|they|xe|ze)/(?:her|him|them|hers|his|they|xem|zir)s?(?:/\w+)?[),;]{0,2} \(?", STOP, 5, anybody),
        (
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
        (r"(?P<whom>[\w’'-]+) ?[—–-]{1,2} ?(?:age |now |just |only )?", re.compile(r"[,;.]| ?[—–-]"), 13, is_person),
        (
            r"(?P<whom>[\w’'-]+), (?:then|almost|nearly|still|newly|barely) ",
            COMMA,
            5,
            is_person,
            ("n ", "t ", "y ", "l "),
        ),
        (
            r"(?:^|[.!?] |\n)(?P<whom>[A-Z][\w’'-]+), [^.;!?\d\n]{3,50}, (?:is|was|turns|turned|will be) ",
            STOP,
            13,
            is_person,
            ("s ", "d ", "e "),
        ),
        (
            r"(?P<whom>[\w’'-]+), ",
            re.compile(
                r" (?:this|next|last|come|in|by|as of|since|soon|today) (?:spring|summer|fall|winter|week|month|year"
                r"|the|\w+day|today|now|yesterday|\w{3,9})(?:,| and)"
            ),
            13,
            is_person,
            (", ",),
        ),
        (r"\b(?:girl|boy|child|kid) of ", re.compile(r" (?!and\b|or\b|to\b)[a-z]"), 5, anybody, (" of ",)),
        (r"\b(?:shy|short|side) of ", STOP, 16, anybody, (" of ",)),
        (r"(?:^|[.!?] |\b[Oo]n )[Tt]urning ", re.compile(r" [a-z]"), 18, anybody, ("g ",)),
        (
            r"\b(?:he|she|they|i|who|that),? at ",
            re.compile(r",? (?:nothing|everything|nobody|life|one|you)\b"),
            13,
            anybody,
        ),
        (
            r"\b(?:with|at|given|for) (?:his|her|their|all his|all her) ",
            re.compile(r" (?:years|yrs)(?:,| [A-Z])"),
            30,
            anybody,
            ("s ", "r "),
        ),
        (
            r"\bin (?:his|her|their) ",
            re.compile(rf"(?:st|nd|rd|th) year(?:{PRONOUN.pattern})", re.IGNORECASE),
            13,
            anybody,
        ),
        (r"\b(?:[\w-]+[’']s|pt|client|patient|mom|dad) age,? (?:is |of |was |at )?", STOP, 3, anybody),
        (r"\b[Ss]weet ", re.compile(r"(?=\W|$)(?! (?:game|bracket|team|tournament|round))"), 16, anybody, ("t ",)),
        (
            r"(?P<whom>[\w’'-]+)(?:,| is| was|:| \()? ?",
            re.compile(
                r"[- ]?(?:months?|mos?|mths?|weeks?|wks?|days?|yrs?|years?|y)\b\.?(?! (?:ago|of|sober|clean|later|older"
                r"|younger|away|apart|behind|before|after|without|since|into|long|straight|on|inside|to"
                r"|in (?:jail|prison|rehab"
                r"|treatment|detox|recovery|custody))\b)(?![-/\d])",
                re.IGNORECASE,
            ),
            1,
            is_child,
        ),
        (
            r"(?:^|[.,;:(&] ?|\b(?:and|w/|with|his|her|my|pt’s|pts|pt's) )(?P<whom>[\w’'-]+) ",
            re.compile(
                r" (?:has|is|was|and|&|w/|with|in|on|who|works|lives|drinks|uses|also|both|at|from|keeps|runs|helps"
                r"|does|takes|died|dead|deceased|disabled|retired|sick|ill)\b| &"
            ),
            30,
            is_relative,
            ("m ", "d ", "r ", "a ", "e ", "t ", "n "),
        ),
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
            anybody,
        ),
    )
)
