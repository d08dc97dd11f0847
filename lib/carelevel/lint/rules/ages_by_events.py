"""Ages told by what everybody knows the year or the age of: "born when Nixon resigned", "a year short of Medicare"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, rule, table
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|some|\d{1,2}|half a|just)"
_TIME = r"(?:years?|months?|weeks?|birthdays?|days?)"
_ENTITLED = (
    r"(?:full |early |the |her |his |their )*(?:Medicare|medicare|Social Security|social security|SSA retirement"
    r"|retirement age|early retirement|retirement|legal drinking age|drinking age|legal age|voting age|draft age"
    r"|(?:the )?senior (?:discount|rate|menu|center)|AARP|pension|pension age|majority)"
)
_BY_LAW = (
    r"(?:buy (?:a |her |his |own )?(?:beer|wine|liquor|cigarettes|tobacco|smokes|alcohol|a drink)|rent (?:a car|cars)"
    r"|legally drink|drink legally|drink in (?:a bar|this state|public)|get into (?:a|the) bars?"
    r"|collect (?:social|his|her"
    r"|a pension)\b|draw (?:social|his|her|a pension)\b|retire|have (?:been drafted|voted|fought|served|marched|been at"
    r"|seen|danced|known|met|heard|watched|worked (?:at|in|for|on) the))"
)
_age = partial(rule, "identifier/age", "give the decade of life", severity=WARNING)


@table
def ages_by_events(lists: WordLists) -> Iterator[Rule]:
    """Years of birth by what happened then, and ages by what the law lets somebody do."""
    figures, events = lists.any_of("public_figures"), lists.any_of("public_events")
    words = {
        max(words_in(name.lower()), key=len) for kind in ("public_figures", "public_events") for name in lists[kind]
    }
    known = (
        rf"(?:(?:President |Pope |King |Queen )?(?:{figures})(?:[’']s|\b(?: and \w+)? (?:was|were|got|became"
        rf"|resigned|died"
        r"|took|won|lost|left|ran|beat|said|had|signed|pardoned|quit|moved|came|played|shot))"
        rf"|(?:the )?(?:{events})\b)"
    )
    when = (
        r"(?:when|while|during|under|before|after|since|in|just (?:as|before|after)|right (?:before|after|when)"
        r"|(?:in |on |during )?(?:the|that) (?:same )?(?:year|day|week|month|summer|spring|fall|winter|night"
        r"|morning|season)"
        r"(?: of| that| when| after| before)?)"
    )
    yield from (
        _age(
            words,
            rf"\b(?P<it>born (?:\w+ ){{0,3}}?{when} {known})",
            cased=True,
            beside="born",
        ),
        _age(
            words,
            r"\b(?:was|were|turned) (?P<it>(?:still )?(?:only |just |about |barely )?(?:in (?:high|grade|middle"
            r"|elementary)"
            r" school|in (?:kindergarten|diapers|college|the \w+ grade)|an? (?:baby|toddler|child|kid|teenager|freshman"
            r"|sophomore|junior|senior|newborn|boy|girl)|(?:four|five|six|seven|eight|nine|ten|eleven|twelve"
            r"|\w+teen|\d{1,2}))"
            rf" {when} {known})",
            cased=True,
            beside="was were turned",
        ),
        _age(
            "remember",
            rf"\b(?P<it>old enough to remember (?:\w+ ){{0,3}}?(?:{figures}|{events}))",
            cased=True,
        ),
        _age(
            "old young",
            rf"\b(?P<it>(?:(?:not |not yet |barely |just |only just |almost |hardly )?old enough|too young|{_COUNT}"
            rf" {_TIME} too (?:young|old)) to {_BY_LAW})",
        ),
        _age(
            "medicare security retirement discount pension aarp voting legal menu",
            rf"\b(?P<it>(?:{_COUNT} )?{_COUNT} {_TIME}(?: and a half)? (?:short|shy|away|off|out|before|from|past"
            rf"|past|until|till"
            r"|to|over|too young|too old|younger|older|under|into)(?: of| from| for| than)? "
            rf"{_ENTITLED})\b",
        ),
        _age(
            "retirement medicare pension",
            r"\b(?P<it>(?:aged into|aging into|of|at|reached|reaches|past|nearing|near|approaching|close to) (?:full )?"
            r"(?:retirement|Medicare|pension) age)\b",
        ),
        _age(
            "young old",
            rf"\b(?P<it>(?:{_COUNT} {_TIME} )?too (?:young|old) for (?:the |a |his |her )?{_ENTITLED})\b",
        ),
        _age(
            "legally drink vote beer",
            r"\b(?P<it>(?:can[’']t|cannot|couldn[’']t|won[’']t be able to"
            r"|not able to) (?:even )?(?:yet )?(?:legally )?(?:drink|vote"
            r"|buy (?:beer|liquor|alcohol|cigarettes))(?: legally)?(?: yet)?(?: for"
            r"| until) (?:another )?(?:\w+ )?(?:years?"
            r"|months?|birthday))",
        ),
        _age(
            "quinceañera quinceanera mitzvah quince",
            r"\b(?:his|her|their|my|own|[A-Z]\w+[’']s) (?P<it>(?:own )?(?:quincea(?:ñ|n)era|quince|ba[rt] mitzvah))\b",
        ),
        _age("century", r"\b(?P<it>half a century old|a half[- ]century old)\b"),
        _age(
            "boomer millennial millennials gen",
            r"\b(?:is|was|a|an) (?P<it>Gen(?:eration)? [XZ]er)\b",
            cased=True,
        ),
    )
