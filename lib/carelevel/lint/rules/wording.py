"""Words that make a person their condition, or judge: what they are, and what to write instead.

The list is ours, in the spirit of NIDA's "Words Matter", with the words of the bank's own sources that it avoids.
What a person says of themselves is found as well: whether it stays is for the author to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import ERROR, WARNING, Find, Table, rule
from carelevel.lint.prose import Prose

_DRUG = (
    r"(?:drugs?|heroin|opioids?|opiates?|substances?|cocaine|crack|meth|methamphetamine|fentanyl|narcotics?|pills?|alcohol|"
    r"prescription|painkillers?|iv|injecting|injection|needle)"
)
_CARE = r"(?:treatment|rehab|detox|recovery|therapy|(?:drug|urine) tests?|programmes?|programs?)"
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

_stigma = partial(rule, "wording/stigma", ERROR)
_doubt = partial(rule, "wording/stigma", WARNING)

_RULES = Table(
    _stigma(
        "born addicted",
        r"\b(?:born )?addicted (?:bab(?:y|ies)|newborns?|infants?)\b|\bborn addicted\b",
        "write 'exposed before birth'",
    ),
    _stigma(
        "addict addicts ex-addict ex-addicts",
        r"\b(?:ex-|former |recovering |reformed |relapsed |drug |heroin )?addicts?\b",
        _PEOPLE,
    ),
    _stigma(
        """junkie junkies druggie druggies crackhead crackheads pothead potheads stoner stoners tweaker tweakers
        cokehead cokeheads smackhead smackheads methhead methheads wino winos boozer boozers fiend fiends""",
        r"\b(?:junkies?|druggies?|stoners?|tweakers?|winos?|boozers?|dope fiends?"
        r"|(?:crack|pot|coke|smack|meth)heads?)\b",
        _PEOPLE,
    ),
    _stigma("user users abuser abusers", rf"\b{_DRUG}[- ](?:ab)?users?\b", _PEOPLE),
    _stigma("abuse", rf"\b{_DRUG}[- ]abuse\b", "write 'use', or 'substance use disorder'"),
    _stigma(
        "abuse abuses abused abusing",
        rf"\babus(?:e|es|ed|ing) (?:of )?(?:(?:his|her|their|the) )?{_DRUG}\b",
        "write 'uses', 'used'",
    ),
    _stigma("habit habits", rf"\b{_DRUG}[- ](?:taking )?habits?\b", "write 'heroin use'"),
    _stigma(
        "habit",
        r"[$£€]\d[\d,]*(?:-a-day| a day)? habit\b"
        r"|\b(?:kick(?:s|ed|ing)?|feed(?:s|ing)?|fed) (?:the|his|her|their|a) habit\b",
        "write 'use'",
    ),
    _stigma(
        "alcoholic alcoholics drunk drunks drunkard drunkards",
        rf"(?<!non-)(?<!non )\balcoholics?\b{_DRINKS}|\bdrunkards?\b"
        rf"|\b(?:a|the|old|town|village) drunk\b{_DRUNK_THINGS}",
        "write 'a person with an alcohol use disorder', or 'who drinks a great deal'",
    ),
    _stigma(
        "clean",
        rf"\b(?:{_WHO_IS}|{_GET}) clean\b{_CLEAN_HOW}|\bclean and sober\b|\bclean time\b"
        r"|\b(?:days|weeks|months|years) clean\b"
        rf"|\bclean (?:drug |urine )?(?:urines?|screens?|drug tests?)\b",
        "write 'not using', 'in recovery', 'a negative test'",
    ),
    _stigma(
        "dirty",
        rf"\bdirty (?:drug )?(?:{_TEST}|needles?)\b|\b(?:{_TEST}|drop(?:s|ped)?|tested|results?){_CAME}{{0,3}} dirty\b",
        "write 'a positive test', 'a used needle'",
    ),
    _stigma(
        "failed fails failing failure failures flunked",
        r"\b(?:failed|fails|failing|failure of|flunked) (?:out of )?(?:(?:his|her|their|the|a|this|that) )?"
        rf"{_CARE}\b|\btreatment failures?\b",
        "say what happened: 'the treatment did not help', 'left after a week'",
    ),
    _stigma(
        "non-compliant noncompliant non-compliance noncompliance compliant",
        r"\b(?:non-?complian(?:t|ce)|not compliant)\b",
        "say what the person did: 'did not take the tablets'",
    ),
    _stigma(
        "seeking seeker drug-seeking drug-seeker drug-seekers",
        r"\bdrug[- ]seek(?:ing|er|ers)\b",
        "say what the person asked for",
    ),
    _stigma(
        "hooked",
        rf"\bhooked on\b{_HOOKS}|\b(?:is|got|was|been|get) hooked\b(?=[.,;!?])",
        "write 'has an addiction to'",
    ),
    _stigma("wagon", r"\b(?:on|off) the wagon\b", "write 'not drinking', 'drinking again'"),
    _stigma("suicide", r"\bcommit(?:s|ted|ting)? suicide\b", "write 'died by suicide', 'ended his own life'"),
    _stigma("homeless", rf"\bthe homeless\b{_HOMELESS_WHOM}", "write 'people without a home'"),
    _stigma(
        "mentally schizophrenic schizophrenics psycho psychos lunatic lunatics retarded cripple cripples",
        r"\bthe mentally ill\b(?! (?:man|woman|person|people))|\b(?:psychos?|lunatics?|retarded|cripples?)\b"
        r"|\b(?:a|the|two|some) schizophrenics?\b(?! (?:man|woman|person|illness))",
        "name the illness, after the person: 'a person with schizophrenia'",
    ),
    _stigma(
        "prostitute prostitutes whore whores hooker hookers",
        r"\b(?:prostitutes?|whores?|hookers?)\b",
        "write 'a person who sells sex'",
    ),
    _stigma(
        "convict convicts ex-convict ex-convicts felon felons",
        r"\b(?:ex-)?(?:convicts|felons?)\b|\b(?:a|an|the) (?:ex-)?convict\b",
        "write 'a person with a conviction'",
    ),
    _doubt(
        "substitution replacement",
        r"\b(?:opioid|opiate|methadone|heroin)[- ](?:substitution|replacement)(?: therapy)?\b",
        _MEDICATION,
    ),
    _doubt("medication-assisted", r"\bmedication-assisted treatment\b", _MEDICATION),
    _doubt(
        "high",
        r"\b(?:get|gets|got|getting|was|is|been) high\b(?=[.,;!?]| (?:on|with|again|every|before|after)\b)",
        "write 'used', 'was intoxicated'",
    ),
    _doubt(
        "shoot shoots shooting shot",
        r"\b(?:shoot|shoots|shooting|shot) up\b(?! (?:by|to|in|out|like|the|and|from)\b)",
        "write 'injects', 'used'",
    ),
    _doubt("denial", r"\bin denial\b", "say what the person says about it"),
    _doubt(
        "manipulative attention-seeking unmotivated",
        r"\b(?:manipulative|attention-seeking|unmotivated)\b",
        "say what the person does",
    ),
    _doubt("frequent", r"\bfrequent fl[iy]ers?\b", "say how often the person has come"),
)


def wording(prose: Prose) -> Iterator[Find]:
    return _RULES.finds(prose)
