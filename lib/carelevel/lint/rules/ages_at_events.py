"""Ages at which something happened, began or ended: "at", "by", "since", "when she was", "turned"."""

from __future__ import annotations

import re

from carelevel.lint.rules.age_numbers import ANY
from carelevel.lint.rules.age_phrases import EVENTS, LIFE, PRONOUN, SPAN, STOP, USED
from carelevel.lint.rules.whose_age import anybody, is_anyone, no_thing, shape

SHAPES = (
    shape(
        r"(?:^|[.!?;:] |\b(?:he|she|they|i|who)(?:[’']d| would) have )(?:been|will be|will turn|would be"
        r"|has (?:just )?turned|is (?:almost|nearly|about to be)"
        r"|turning|soon"
        r"|almost|nearly|not quite|says|states|reports|reports being|states he is|states she is) ",
        STOP,
        13,
        anybody,
    ),
    shape(
        r"\b(?:when|time|since|after|before|until|till|once|because) (?:he|she|they|i) (?:was"
        r"|were|turned|is|turns)(?: (?:only|just|barely|about|all of|maybe|like|still))* ",
        re.compile(
            r" (?:he|she|they|i|we|my|his|her|their|the|another|some|nobody|somebody|someone|everybody|no one)\b"
            r"| to (?:work"
            r"|pick|go|live|join|help|marry|look|take|move|fish|get|be|have|make|find|follow|escape|raise|care"
            r"|support|run"
            r"|drive|stay|see|start|keep|do|avoid|earn|feed|play|chase|cook|sell|haul|train|learn|become|come"
            r"|leave|tend"
            r"|serve|enlist|hide)\b| (?:for (?:a|an|the|his|her|their|good|work|money|love|someone|lack|stealing"
            r"|fighting"
            r"|using|drinking|drugs|alaska|california|texas)|from (?:a|an|the|his|her|their)|out of|back|through|right"
            r"|alone|pregnant|homeless|straight|just)\b",
            re.IGNORECASE,
        ),
        4,
        anybody,
    ),
    shape(
        r"\b(?:looks?|seems?|acts?|feels?|dresses) [\w-]+,? (?:and|but) (?:is|he is|she is|he[’']s|she[’']s)"
        r"(?: really| only)? ",
        STOP,
        13,
        anybody,
        ("s ", "y "),
    ),
    shape(
        r"\b(?:admits|owns|confesses|cops) (?:to|up to)(?: being)? ",
        re.compile(r"[.,;!?]|$"),
        18,
        anybody,
        ("o ", "g "),
    ),
    shape(
        r"\bage (?:of|at) (?:onset|first (?:drug |alcohol )?(?:use|drink|arrest|admission))(?::|"
        r" was| is| =| of)? ?",
        STOP,
        5,
        anybody,
    ),
    shape(
        r"\b(?:had|took|tried|smoked|was|drank|got|popped) (?:his|her|their|my) first (?:real |whole )?(?:beer"
        r"|drink|drunk"
        r"|cigarette|smoke|joint|high|pill|hit|taste|sip|arrest|placement|foster \w+|needle|shot|line|bump"
        r"|blackout) at (?:age )?",
        STOP,
        4,
        anybody,
        ("t ", "e "),
    ),
    shape(r"\b(?:makes|making|made|puts) (?:him|her|them|me) (?:at )?", STOP, 16, anybody, ("m ", "r ", "e ", "t ")),
    shape(r"\bonset of [\w ]{1,30}(?: was| is| at|:) (?:age )?", STOP, 5, anybody),
    shape(r"(?P<whom>[\w’'-]+), at ", re.compile(r",|\.$"), 14, no_thing, (", at ",)),
    shape(
        rf"\b(?:{USED}|locked up|inside|away|homeless|sober|clean|married|inject\w+|shot \w+|sold \w+|on \w+)"
        r"(?: \w+){0,2} (?:from|between) ",
        SPAN,
        12,
        anybody,
        ("m ", "n "),
    ),
    shape(r"\b(?:being|to be|when)(?: only| just| barely)? ", re.compile(r"[.,;]|$"), 13, anybody),
    shape(r"^(?!.*\bmg\b).*\b(?:at|by|since|until|before|after|from|around) ", PRONOUN, 13, anybody),
    shape(
        r"(?:^|[.!?;,“\"] |[“\"])at (?:age |only |just )?",
        re.compile(rf",? (?:he|she|they|i|we) (?:\w+ )?{LIFE}\b", re.IGNORECASE),
        4,
        anybody,
        ("t ", "e ", "y ", "T "),
    ),
    shape(
        r"(?:^|[.!?;,“\"] |[“\"])(?:by|since) (?:age |only |just )?",
        re.compile(r",? (?:he|she|they|i|we) ", re.IGNORECASE),
        13,
        anybody,
        ("y ", "e ", "t "),
    ),
    shape(
        r"\b(?:who|he|she|they),? at ",
        re.compile(r",? (?:has|is|was|had|still|already|never|could|can|looks?|feels?)\b"),
        13,
        anybody,
        (" at ",),
    ),
    shape(
        r"\blost (?:his|her|their|my|both) (?:mother|father|mom|dad|parents?|mama|daddy) (?:at|by|before) ",
        STOP,
        2,
        anybody,
        (" at ", " by ", " before "),
    ),
    shape(
        r"\b(?:sober|clean|drinking|using|smoking|working|own|home|streets?|homeless|diagnosed|diabetic"
        r"|daily|use|heroin"
        r"|alone|injecting|disabled|widowed|on methadone|in recovery|alcohol|opioids|meth|cocaine|in care|it|this"
        r"|driving|dependent) since (?:he was |she was |age |about )?",
        STOP,
        12,
        anybody,
        ("e ", "s ", "t "),
    ),
    shape(
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
        re.compile(rf"{STOP.pattern}| (?:to [a-z]+|of \w+|from)\b", re.IGNORECASE),
        13,
        anybody,
        ("t ", "e ", "f ", "y "),
    ),
    shape(
        r"\b(?:between|from)(?: the ages of)? ",
        re.compile(rf" (?:(?:and|to|through) {ANY}|on),? (?:he|she|they|i)\b", re.IGNORECASE),
        12,
        anybody,
        ("m ", "n ", "s of "),
    ),
    shape(
        r"\b(?:drinking|using|smoking|prison|jail|care|homeless|married|sober|clean|hard|heavily|daily"
        r"|heroin|ages?) (?:from|between) ",
        re.compile(rf" (?:and|to|through) {ANY}", re.IGNORECASE),
        12,
        anybody,
        ("m ", "n "),
    ),
    shape(
        r"\b(?:it|drinking|using|smoking|dead|out|alone|homeless|gone|pregnant) (?:at|by) ",
        STOP,
        13,
        anybody,
        (" at ", " by "),
    ),
    shape(
        r"\bin (?:his|her|their) ",
        re.compile(r"(?:st|nd|rd|th) year(?: of (?:life|age))?(?:[.,;!?]|$)"),
        13,
        anybody,
        ("s ", "r "),
    ),
    shape(rf"\b{EVENTS} (?:\w+ ){{0,3}}at (?:the age of )?", STOP, 10, anybody),
    shape(
        r"(?:(?P<whom>[\w’'-]+) (?:just )?)?\bturn(?:s|ed|ing)? (?:the big )?",
        re.compile(rf"{STOP.pattern}|{PRONOUN.pattern}| (?:sober|clean|drunk|high|using|homeless)\b", re.IGNORECASE),
        1,
        no_thing,
        ("n ", "s ", "d ", "g "),
    ),
    shape(
        r"\b(?:celebrat\w+|hit|hits|hitting|reached|reaches|nearing|pushing|approaching|passed|became"
        r"|becomes) (?:the big )?",
        STOP,
        20,
        anybody,
    ),
    shape(
        r"\b(?:orphaned|placed|adopted|abandoned|abused|molested|raped|removed|fostered|sent away|stealing"
        r"|drinking|smoking|huffing|institutionalized|on his own|on her own|working) at (?:age |just |only )?",
        STOP,
        5,
        anybody,
        (" at ", " age ", "t ", "y "),
    ),
    shape(
        r"\b(?:placements?|care|homes?|custody|school|streets?|jail|prison|grandparents|grandmother|grandma|relatives"
        r"|foster \w+) from ",
        re.compile(rf" (?:to|until|through) {ANY}", re.IGNORECASE),
        3,
        anybody,
        ("m ",),
    ),
    shape(
        r"\b(?:to see|to reach|to make|live to|lives to|made it to|make it to) ",
        STOP,
        30,
        anybody,
        ("e ", "h ", "o "),
    ),
    shape(
        r"\b(?:b\.|born) ?(?:in )?(?:19|20)\d\d[,;)]? (?:so |now |is now |making (?:him|her|them) )?",
        re.compile(r"[.,;)]|$| now\b"),
        1,
        anybody,
    ),
    shape(r"\bborn ", re.compile(r" years ago\b"), 1, anybody),
    shape(
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
    shape(
        r"\b(?:he|she|they|i|who|that),? at ",
        re.compile(r",? (?:nothing|everything|nobody|life|one|you)\b"),
        13,
        anybody,
    ),
    shape(
        r"\bin (?:his|her|their) ",
        re.compile(rf"(?:st|nd|rd|th) year(?:{PRONOUN.pattern})", re.IGNORECASE),
        13,
        anybody,
    ),
    shape(r"\b(?:[\w-]+[’']s|pt|client|patient|mom|dad) age,? (?:is |of |was |at )?", STOP, 3, anybody),
)
