"""Words that make a person their condition, or judge: what they are, and what to write instead.

Words that do so wherever they stand are in lists/; here are those that their surroundings decide.
What a person says of themselves is found as well: whether it stays is for the author to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, listed, rule, table
from carelevel.lint.word_lists import WordLists, entries, reworded

_TEST = r"(?:tests?|urines?|samples?|screens?|uas?)"
_CAME = r"(?: (?:came|comes|come|was|is|were|are|back|up))"
_WHO_IS = (
    r"(?:he|she|they|i|you|we|who|everybody|nobody)"
    r"(?:['’](?:s|re|m|ve been|d been| been)|(?: [a-z]+)? (?:is|was|are|were|am|been|be))"
)
_GET = r"(?:get|gets|got|getting|stay|stays|stayed|staying|living|lived|keep him|keep her|kept|remain|remained|been)"
_CLEAN_HOW = (
    r"(?=[.,;:!?)”\"]|$| (?:for|since|before|after|and sober|now|again|this|until|yet|ever|all|through|over|without|"
    r"in the (?:spring|summer|autumn|winter)|of drugs|from drugs|one|two|three|four|five|six|seven|eight|nine|ten|\d))"
)
_DRUNK_THINGS = r"(?! (?:man|woman|driver|uncle|guest|sailor|night|text))"
_DRINKS = r"(?! (?:anonymous|drinks?|beverages?|punch|beer|cider|content|hepatitis))"
_HOMELESS_WHOM = (
    r"(?! (?:man|woman|men|women|people|person|shelters?|hostel|charity|services?|teen|teenager|family|families|youth|"
    r"couple|unit|team|outreach))"
)
_HOOKS = r"(?! (?:the|a|to|his|her) (?:nail|door|wall|hook|peg|rail|branch|fence|chair))"
_PEOPLE = "write 'a person who uses …', or 'a person with an addiction'"
_MEDICATION = "write 'medication for opioid use disorder'"

_stigma = partial(rule, "wording/stigma")
_doubt = partial(_stigma, severity=WARNING)
_word = partial(listed, "wording/stigma")


@table
def wording(lists: WordLists) -> Iterator[Rule]:
    """Words that stigmatize, by patterns first, then by the lists and the bank's own."""
    drug, care = (f"(?:{lists.any_of(name)})" for name in ("drugs", "care"))
    yield from (
        _stigma(
            "write 'exposed before birth'",
            "born addicted",
            r"\b(?:born )?addicted (?:bab(?:y|ies)|newborns?|infants?)\b|\bborn addicted\b",
        ),
        _stigma(
            _PEOPLE,
            "addict addicts ex-addict ex-addicts",
            r"\b(?:ex-|former |recovering |reformed |relapsed |drug |heroin )?addicts?\b",
        ),
        _stigma(_PEOPLE, "user users abuser abusers", rf"\b{drug}[- ](?:ab)?users?\b"),
        _stigma("write 'use', or 'substance use disorder'", "abuse", rf"\b{drug}[- ]abuse\b"),
        _stigma(
            "write 'uses', 'used'",
            "abuse abuses abused abusing",
            rf"\babus(?:e|es|ed|ing) (?:of )?(?:(?:his|her|their|the) )?{drug}\b",
        ),
        _stigma("write 'heroin use'", "habit habits", rf"\b{drug}[- ](?:taking )?habits?\b"),
        _stigma(
            "write 'use'",
            "habit",
            r"[$£€]\d[\d,]*(?:-a-day| a day)? habit\b"
            r"|\b(?:kick(?:s|ed|ing)?|feed(?:s|ing)?|fed) (?:the|his|her|their|a) habit\b",
        ),
        _stigma(
            "write 'a person with an alcohol use disorder', or 'who drinks a great deal'",
            "alcoholic alcoholics drunk drunks drunkard drunkards",
            rf"(?<!non-)(?<!non )\balcoholics?\b{_DRINKS}|\bdrunkards?\b"
            rf"|\b(?:a|the|old|town|village) drunk\b{_DRUNK_THINGS}",
        ),
        _stigma(
            "write 'not using', 'in recovery', 'a negative test'",
            "clean",
            rf"\b(?:{_WHO_IS}|{_GET}) clean\b{_CLEAN_HOW}|\bclean and sober\b|\bclean time\b"
            r"|\b(?:days|weeks|months|years) clean\b"
            rf"|\bclean (?:drug |urine )?(?:urines?|screens?|drug tests?)\b",
        ),
        _stigma(
            "write 'a positive test', 'a used needle'",
            "dirty",
            rf"\bdirty (?:drug )?(?:{_TEST}|needles?)\b"
            rf"|\b(?:{_TEST}|drop(?:s|ped)?|tested|results?){_CAME}{{0,3}} dirty\b",
        ),
        _stigma(
            "say what happened: 'the treatment did not help', 'left after a week'",
            "failed fails failing failure failures flunked",
            r"\b(?:failed|fails|failing|failure of|flunked) (?:out of )?(?:(?:his|her|their|the|a|this|that) )?"
            rf"{care}\b|\btreatment failures?\b",
        ),
        _stigma(
            "write 'has an addiction to'",
            "hooked",
            rf"\bhooked on\b{_HOOKS}|\b(?:is|got|was|been|get) hooked\b(?=[.,;!?])",
        ),
        _stigma("write 'people without a home'", "homeless", rf"\bthe homeless\b{_HOMELESS_WHOM}"),
        _stigma(
            "name the illness, after the person: 'a person with schizophrenia'",
            "mentally schizophrenic schizophrenics",
            r"\bthe mentally ill\b(?! (?:man|woman|person|people))"
            r"|\b(?:a|the|two|some) schizophrenics?\b(?! (?:man|woman|person|illness))",
        ),
        _stigma("write 'a person with a conviction'", "convict ex-convict", r"\b(?:a|an|the) (?:ex-)?convict\b"),
        _doubt(
            _MEDICATION,
            "substitution replacement",
            r"\b(?:opioid|opiate|methadone|heroin)[- ](?:substitution|replacement)(?: therapy)?\b",
        ),
        _doubt(
            "write 'used', 'was intoxicated'",
            "high",
            r"\b(?:get|gets|got|getting|was|is|been) high\b(?=[.,;!?]| (?:on|with|again|every|before|after)\b)",
        ),
        _doubt(
            "write 'injects', 'used'",
            "shoot shoots shooting shot",
            r"\b(?:shoot|shoots|shooting|shot) up\b(?! (?:by|to|in|out|like|the|and|from)\b)",
        ),
    )
    yield from (_word(rewording, word) for word, rewording in reworded(entries("stigma")))
    yield from (_word(says, word, severity=WARNING) for word, says in reworded(entries("doubtful_wording")))
    yield from (_word(rewording, word) for word, rewording in lists.bank.stigma)
