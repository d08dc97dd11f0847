"""Ages of relatives and of children: by the word for them, in a row, in months."""

from __future__ import annotations

import re

from carelevel.lint.rules.age_numbers import ANY
from carelevel.lint.rules.age_phrases import ACTS, FURTHER, MONTHS, ROW, STOP
from carelevel.lint.rules.whose_age import anybody, are_kin, is_child, is_relative, is_relative_or_child, shape

SHAPES = (
    shape(r"\b(?:are|were|ages?|aged) (?:[\w-]+, )*[\w-]+,? and ", STOP, 1, anybody, (" and ",)),
    shape(rf"\b(?:are|were|ages?|aged) (?:{ANY}, )+", STOP, 1, anybody, (", ",)),
    shape(rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{ANY}, )*", re.compile(FURTHER, re.IGNORECASE), 1, are_kin),
    shape(rf"(?P<whom>[\w’'-]+)(?:[,:]| \()? (?:{ANY}, )*{ANY},? (?:and|&) ", None, 1, are_kin, (" and ", " & ")),
    shape(r"(?P<whom>[\w’'-]+)(?:,| is| are| of|:| \(| only| just| now)? ", MONTHS, 1, is_relative_or_child),
    shape(
        r"\b(?:oldest|eldest|youngest|middle|firstborn)(?: (?:child|kid|son|daughter|boy|girl|one|is|are|was))*,? ",
        re.compile(rf"{STOP.pattern}|{ACTS}", re.IGNORECASE),
        1,
        anybody,
    ),
    shape(
        r"(?P<whom>[\w’'-]+)(?: is| was|,|:| turned| turns)?(?: only| just| now| almost| about)? ",
        re.compile(r" (?:and|&) a half(?=[,.;)]|$| (?:years?|yrs?|and|now|when|w)\b)| ?½(?=[,.;)]|$)"),
        1,
        is_child,
    ),
    shape(
        r"\b(?:(?:(?:two|three|four|five|six|both|[2-6])|(?:more|kids|children|boys|girls|sons|daughters|teens"
        r"|teenagers|babies|little ones|grandkids|grandchildren)) (?:still )?(?:at home|at (?:his|her"
        r"|their) (?:mom|dad|mother|father|grandma)[’']?s|with (?:\w+ )?\w+|in care"
        r"|in (?:the )?(?:home|house|household))|of (?:his|her|their|my) own),? ",
        ROW,
        1,
        anybody,
    ),
    shape(r"(?P<whom>[\w’'-]+), ", re.compile(r",|\.$"), 1, is_relative, (", ",)),
    shape(
        r"(?:^|[.,;:(] ?|\b(?:and|w/|with) )(?:(?:his|her|my|pt’s) )?(?P<whom>[\w’'-]+) ",
        re.compile(r"[,;)]|\.$"),
        30,
        is_relative,
        ("m ", "d ", "r ", "a ", "e ", "t "),
    ),
    shape(
        r"(?P<whom>[\w’'-]+) ",
        re.compile(rf",|\.$|;|$| and (?:an?|the|his|her) [a-z]|{ACTS}"),
        1,
        is_child,
        ("n ", "r ", "y ", "l ", "d ", "e ", "w "),
    ),
    shape(
        r"(?P<whom>[\w’'-]+) of ",
        re.compile(r"[.,;:!?)]|$| (?:and|who|with|around|in|or)\b(?! (?:sisters|brothers))"),
        1,
        is_child,
        (" of ",),
    ),
    shape(r"(?P<whom>[\w’'-]+) ?\(?[“\"]", re.compile(r"(?: and a half)?[”\"]"), 1, is_child),
    shape(
        r"(?P<whom>[\w’'-]+) [A-Z][\w’'-]+(?:, | \()(?:age |now )?",
        re.compile(r"[,;)](?! \d)|\.$|$"),
        1,
        is_relative_or_child,
    ),
    shape(r"\b(?:girl|boy|child|kid) of ", re.compile(r" (?!and\b|or\b|to\b)[a-z]"), 5, anybody, (" of ",)),
    shape(
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
    shape(
        r"(?:^|[.,;:(&] ?|\b(?:and|w/|with|his|her|my|pt’s|pts|pt's) )(?P<whom>[\w’'-]+) ",
        re.compile(
            r" (?:has|is|was|and|&|w/|with|in|on|who|works|lives|drinks|uses|also|both|at|from|keeps|runs|helps"
            r"|does|takes|died|dead|deceased|disabled|retired|sick|ill)\b| &"
        ),
        30,
        is_relative,
        ("m ", "d ", "r ", "a ", "e ", "t ", "n "),
    ),
)
