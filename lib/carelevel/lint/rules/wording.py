"""Words that make a person their condition, or judge: what they are, and what to write instead.

Words that do so wherever they stand are in lists/; here are those that their surroundings decide.
What somebody says of themselves, in quotes and as "I", is their own word and let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.codes import hit
from carelevel.lint.english import is_word
from carelevel.lint.patterns import ERROR, WARNING, Rule, listed, rule, table
from carelevel.lint.prose import Prose
from carelevel.lint.word_lists import WordLists, entries, reworded

_TEST = r"(?:tests?|urines?|samples?|screens?|uas?|uds|utox|tox|drops?|swabs?|pee|urinalys[ie]s|results?|specimens?)"
_CAME = r"(?: (?:came|comes|come|was|is|were|are|back|up))"
_WHO_IS = (
    r"(?:he|she|they|i|you|we|who|everybody|nobody)"
    r"(?:['’](?:s|re|m|ve been|d been| been)|(?: [a-z]+)? (?:is|was|are|were|am|been|be))"
)
_GET = r"(?:get|gets|got|getting|stay|stays|stayed|staying|living|lived|keep him|keep her|kept|remain|remained|been)"
_CLEAN_HOW = (
    r"(?=[.,;:!?)”\"]|$| (?:for|since|before|after|and sober|now|again|this|until|yet|ever|all|through|over|without|"
    r"in the (?:spring|summer|autumn|winter)|in (?:jail|prison|rehab|detox|treatment|custody|there)|on (?:his"
    r"|her|their) own|of drugs|from drugs|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|eighteen|twenty|thirty|sixty|ninety|a|an|almost|about|nearly|x|\d))"
)
_MISSPELLED = "alchoholic alcholic alchololic alcaholic alcoholick alkoholic alcoholc acoholic alcohlic"
_DRUNK_THINGS = r"(?! (?:man|woman|driver|uncle|guest|sailor|night|text))"
_DRINKS = r"(?! (?:anonymous|drinks?|beverages?|punch|beer|cider|content|hepatitis))"
_HOMELESS_WHOM = (
    r"(?! (?:man|woman|men|women|people|person|shelters?|hostel|charity|services?|teen|teenager|family|families|youth|"
    r"couple|unit|team|outreach))"
)
_HOOKS = r"(?! (?:the|a|to|his|her) (?:nail|door|wall|hook|peg|rail|branch|fence|chair))"
_PEOPLE = "write 'a person who uses …', or 'a person with an addiction'"
_CALLED = (
    "head",
    "fiend",
    "rat",
    "whore",
    "popper",
    "freak",
    "hound",
    "monkey",
    "baby",
    "babie",
    "mom",
    "mother",
    "zombie",
    "lord",
    "smoker",
    "shooter",
    "snorter",
    "sniffer",
    "dealer",
    "pusher",
)
_MEDICATION = "write 'medication for opioid use disorder'"

_RIDDLED = "popping addled crazed riddled ravaged addicted"
_SLANG = ("dope", "crack", "pill", "speed", "acid", "base", "booze", "pot", "weed", "smack", "coke")

_stigma = partial(rule, "wording/stigma")
_doubt = partial(_stigma, severity=WARNING)
_word = partial(listed, "wording/stigma")


_FELT = re.compile(
    r"\b(?:feel|felt|think|thought|believ|worr|afraid|fear|convinced|says?|said|sure|want|hate|asham|guilt|tired)\w*"
    r"[^.;!?]*$",
    re.IGNORECASE,
)


def _is_judged(match: re.Match[str]) -> bool:
    """Whether somebody is called so, rather than feels so."""
    start = match.start("it")
    return not _FELT.search(match.string, max(0, start - 60), start)


_SELF_WITHIN = re.compile(r"I(?:[’']m| am| was|[’']ve been| have been|[’']d been)\b")
_OF_RULES = re.compile(
    r" with (?:the |its |his |her )?(?:\w+ )?(?:fire|building|safety|housing|tax|federal|zoning|lease"
    r"|codes?|laws?|regulations?|ordinances?|permits?)\b"
)
_IN_TITLE = re.compile(
    r"\b(?:Institute on|Children of|Council on|Cent(?:er|re) (?:on|for)|Office of|Bureau of|Partnership for)(?: \w+)? $"
)
_OF_BODIES = re.compile(
    r"manipulative (?:treatment|therap|medicine|technique)|substance abuse (?:and mental health|prevention"
    r"|block grant)",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:I|i)(?:[’']m| am| was|[’']ve been| have been|[’']d been)(?: not)? (?:\w+ ){0,4}$")


_LONG = 8
"""Letters of a word that is known by its sound."""
_ALIKE = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (("c(?=[eiy])", "s"), ("ck|c|q", "k"), ("ph", "f"), (r"(.)\1", r"\1"))
)
_MUTE = re.compile("[aeiouyh]")


def wording(prose: Prose) -> Iterator[Diagnostic]:
    """Words that stigmatize, but for those that somebody says of themselves."""
    for found in _said(prose):
        start, end = found.span or (0, 0)
        own = _SELF.search(prose.text, max(0, start - 120), start) or _SELF_WITHIN.match(prose.text, start)
        titled = prose.text[start:end].istitle() and _IN_TITLE.search(prose.text, max(0, start - 40), start)
        named = titled or _OF_BODIES.match(prose.text, start)
        if (
            not own
            and not named
            and not _is_title(prose.text[start:end], prose.text[end:])
            and not _OF_RULES.match(prose.text, end)
        ):
            yield found
    yield from _misspelled(prose)


def _misspelled(prose: Prose) -> Iterator[Diagnostic]:
    """Words of the list that somebody has written as they sound: "noncomplient"."""
    sounds = _sounds(prose.lists)
    for word in prose.vocabulary - prose.lists["words"]:
        if len(word) >= _LONG and (rewording := sounds.get(_sound(word))) and not _is_known(word, prose.lists):
            for place in (place for place, small in enumerate(prose.small) if small == word):
                _, start, end = prose.word(place)
                yield hit("wording/stigma", ERROR, (start, end), rewording)


def _is_known(word: str, lists: WordLists) -> bool:
    """Whether *word*, in small letters, is an ordinary word, somebody's name or a town's."""
    name = word.capitalize()
    return is_word(word, lists) or any(name in lists[kind] for kind in ("first_names", "surnames", "towns"))


@lru_cache(maxsize=4)
def _sounds(lists: WordLists) -> dict[str, str]:
    """What the longer words of the list sound like, and what to write instead."""
    listed = (*reworded(entries("stigma")), *lists.bank.stigma)
    return {_sound(word): rewording for word, rewording in listed if word.isalpha() and len(word) >= _LONG}


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """The first letter and the consonants behind it, those that sound alike written alike, none twice."""
    for pattern, letter in _ALIKE:
        word = pattern.sub(letter, word)
    return word[:1] + _MUTE.sub("", word[1:])


def _is_one_of(words: frozenset[str], match: re.Match[str]) -> bool:
    return match[1].lower() in words


def _is_title(words: str, after: str) -> bool:
    """Whether the words stand in the name of an office: "the Substance Abuse and Mental Health Services"."""
    if len(words.split()) < 2:
        return False
    if words.istitle():
        return bool(re.match(r" (?:and |of |& )?[A-Z][a-z]", after))
    return words.isupper() and bool(re.match(r" (?:AND|&|OF) [A-Z]+ [A-Z]{4}", after))


@table
def _said(lists: WordLists) -> Iterator[Rule]:
    """Words that stigmatize, by patterns first, then by the lists and the bank's own."""
    drugs = lists["drugs"]
    slang, called = drugs.union(_SLANG), "|".join(_CALLED)
    in_slang = partial(_is_one_of, slang)
    compounds = {f"{before}{called}{end}" for before in slang for called in _CALLED for end in ("", "s")}
    drug, care = (f"(?:{lists.any_of(name)})" for name in ("drugs", "care"))
    yield from (
        _stigma(
            "write 'exposed before birth'",
            "born addicted",
            r"\b(?:born )?addicted (?:bab(?:y|ies)|newborns?|infants?)\b|\bborn addicted\b",
        ),
        _stigma(
            _PEOPLE,
            "addict addicts ex-addict ex-addicts adict adicts addcit addcits addic addics",
            rf"\b(?:ex-|former |recovering |reformed |relapsed |{drug}[- ])?(?:addicts?|adicts?|addcits?|addics?)\b",
        ),
        _stigma(
            _PEOPLE,
            "user users abuser abusers",
            rf"\b{drug}[- ](?:ab)?users?\b|\babusers? of (?:\w+ )?{drug}\b"
            r"|\b(?:former|chronic|heavy|active|current|known|longtime|lifelong|hardcore|hard-core|daily"
            r"|habitual) (?:ab)?users?\b(?! (?:of (?:the|a|his|her)|group))",
        ),
        _stigma(
            _PEOPLE,
            {f"{called}{end}" for called in _CALLED for end in ("", "s")},
            rf"\b([a-z]+)[- ](?:{called})s?\b",
            in_slang,
        ),
        _stigma(_PEOPLE, compounds, rf"\b[a-z]+(?:{called})s?\b", lambda match: match.group().lower() in compounds),
        _stigma(
            "say what the person uses, and how that shows",
            _RIDDLED,
            rf"\b([a-z]+)[- ](?:{_RIDDLED.replace(' ', '|')})\b",
            in_slang,
        ),
        _stigma(
            _PEOPLE,
            "user users",
            r"\b(?:is|was|[’']s|just|still|like|known|and|or|as) (?:just |still |only |always )?(?P<it>a (?:drug"
            r" )?user)\b(?! (?:of (?:the|our|this)|manual|name|id|interface|account|group|friendly))|\b(?:the"
            r"|these|those|other|all|among) (?P<its>(?:drug |iv )?users)\b"
            r"(?![’']? (?:of (?:the|our|this)|manual|guide"
            r"|group))",
        ),
        _stigma(
            "name the illness or what happened, after the person",
            "cutter cutters vegetable vegetables",
            r"\b(?:a|known|is|are|the) (?P<it>cutters?)\b(?=[.,;!?]| (?:who|and|since|with)\b)|\b(?:was|is|became"
            r"|into|like|now|practically) (?P<its>a vegetable)\b(?=[.,;!?]|$| (?:after|since|now|for|in)\b)",
        ),
        _stigma(
            "name the people: 'people with disabilities', 'older people'",
            "disabled blind deaf elderly handicapped insane obese incarcerated demented retarded",
            r"\bthe (?P<it>disabled|elderly|handicapped|insane|obese|demented|retarded|deaf|blind)\b(?=[.,;!?]|$|"
            r" (?:on|are|who|and|need|needs|in|at|by|should|deserve|often|with|from|get|can|do|have)\b)",
            severity=WARNING,
        ),
        _stigma(
            _PEOPLE,
            "drunks addicted dependents substance",
            r"\b(?:the|all|like|other|these|those|of|as|two|some|most|with|and|old|for) (?P<it>drunks)\b"
            r"|\b(?:usual|same|local|neighborhood|falling|sleeping|mean|two|three|regular|(?:was|were|are|is|be"
            r"|been)(?: all| both"
            r"| just| mostly| always)?) (?P<its>drunks)\b|\bthe"
            r" addicted\b(?! (?:man|woman|person|people|brain))",
        ),
        _stigma(
            "say 'has', or 'lives with'",
            "suffers suffering suffered afflicted stricken victim victims",
            r"\b(?:suffer(?:s|ed|ing)? from|afflicted (?:with|by)|stricken (?:with|by)|(?:a )?victims? of) "
            rf"(?=(?:\w+ ){{0,3}}(?:\w*disorders?|{lists.any_of('illnesses')}|{drug})\b)",
        ),
        _stigma(
            "name the illness, after the person: 'a person with bipolar disorder'",
            "diabetic diabetics epileptic epileptics paraplegic paraplegics quadriplegic quadriplegics"
            " hemophiliac asthmatic asthmatics autistic autistics dyslexic spastic psychopath psychopaths"
            " sociopath sociopaths neurotic neurotics hypochondriac kleptomaniac pyromaniac nymphomaniac"
            " catatonic paranoiac amputee borderline borderlines bipolar bipolars schizo psychotic psychotics"
            " anorexic anorexics bulimic narcissist manic-depressive depressive",
            r"\b(?:a|an|the|another|our|these|those|typical|classic|total|such a)(?: (?:real|true|total|classic"
            r"|raging|typical"
            r"|complete|textbook|full-blown|bad|severe|known|old))? (?P<it>borderlines?|bipolars?"
            r"|schizos?|psychotics?|anorexics?|bulimics?|manic[- ]depressives?|depressives?|diabetics?"
            r"|epileptics?|paraplegics?|quadriplegics?|hemophiliacs?|asthmatics?|autistics?|dyslexics?|spastics?"
            r"|psychopaths?|sociopaths?|neurotics?|hypochondriacs?|kleptomaniacs?|pyromaniacs?|nymphomaniacs?"
            r"|paranoiacs?)\b"
            r"(?! (?:\w+ )?(?:personality|disorder|traits?|features|case of|patient|episode|spectrum|result|range"
            r"|value|level|reading|symptoms|illness|state|mood|breakdown|break|drugs?|medication|iq|blood"
            r"|positive|pass|phase|diagnosis|anemia|hypertension|diabet\w+|depression|elevat\w+|high|low|number"
            r"|score|figure))",
        ),
        _stigma(
            "name what the person uses: 'uses a wheelchair'",
            "wheelchair-bound wheelchair bound confined bed-ridden",
            r"\b(?:wheelchair[- ]bound|(?:bound|confined) to (?:a|his|her|their) wheelchair)\b",
        ),
        _stigma(
            "say what the person said or did: 'declined the dose'",
            "refuses refused refusing refusal comply cooperate resistant resistance",
            r"\b(?:refus(?:es|ed|ing|al) to (?:comply|cooperate|engage|participate|follow|accept (?:treatment"
            r"|help|his|her|the diagnosis)|change|get help)"
            r"|(?:refus(?:es|ed|ing|al of)) (?:all |his |her |their |the |any |am |pm )*(?:med(?:ication)?s?|treatment"
            r"|therapy|groups?|care|services|help|labs?|vitals|uds|ua|urine|doses?|detox|rehab|assessment"
            r"|counseling|transport)"
            r"|(?:treatment|therapy|medication)[- ]resistant|resistant to (?:treatment|change|help|therapy"
            r"|services|care|(?:the |his |her |any )?(?:plan|redirection|feedback|intervention|counseling"
            r"|medication|groups?|staff|authority"
            r"|rules|direction))|won[’']t comply|fail(?:s|ed)? to comply)\b",
        ),
        _stigma(
            "write 'a suicide attempt', 'died by suicide'",
            "suicide suicidal attempt attempts",
            r"\b(?:failed|unsuccessful|successful|botched|completed) (?:suicide|suicidal)(?: attempts?|"
            r" gestures?)?\b|\bsuicid(?:e|al) gestures?\b|\bfailed (?:overdose )?attempts? (?:at|on|to end|to"
            r" take|to kill)\b",
        ),
        _stigma(
            "write 'a person without a home'",
            "homeless",
            r"(?:\b(?:the|this|that|a|another|some|two|our) |^|[.;:,] )(?P<it>homeless (?:man|woman|men|women"
            r"|guy|guys|dude|bum"
            r"|bums|vet|person|people|patient|client|kid|kids|addict))\b",
            severity=WARNING,
        ),
        _stigma(
            "write 'returning to use', 'use'",
            "fix junk dope",
            r"\b(?:needs?|needed|get|gets|got|getting|wants?|wanted|after|for) (?:his|her|their|a|another|the"
            r" next) (?P<it>fix)\b(?=[.,;!?]|$| (?:before|every|in|of|and|when|to))",
            severity=WARNING,
        ),
        _stigma(
            _MEDICATION,
            "trading traded swapping swapped replacing replaced substituting substituted crutch",
            r"\b(?:trad|swapp|replac|substitut)(?:e|es|ed|ing) (?:one|his|her|an?) (?:drug|addiction|habit|high)"
            r" (?:for|with|by) (?:another|a new one)\b",
            severity=WARNING,
        ),
        _stigma(
            "write 'use', or 'substance use disorder'",
            "abuse",
            rf"\b{drug}[- ]abuse\b|\babuse (?:of|potential)(?= (?:\w+ )?{drug}\b)",
        ),
        _stigma(
            "write 'uses', 'used'",
            "abuse abuses abused abusing",
            r"\babus(?:e|es|ed|ing) (?:of )?(?:(?:his|her|their|the|prescribed|illicit|street|multiple|several"
            rf"|other|prescription|both|some|many|hard|any|[\w-]+[’']s) ){{0,2}}(?:{drug}|scripts?|prescriptions?"
            rf"|meds|pills?"
            r"|medications?|narcotics|substances)\b",
        ),
        _stigma("write 'heroin use'", "habit habits", rf"\b{drug}[- ](?:taking )?habits?\b"),
        _stigma(
            "write 'use'",
            "habit",
            r"[$£€]\d[\d,]*(?:-a-day| a day)? habit\b"
            r"|\bhabit of [$£€]\d[\d,]*|\b(?:kick(?:s|ed|ing)?|feed(?:s|ing)?|fed) (?:the|his|her|their|a) habit\b",
        ),
        _stigma(
            "write 'a person with an alcohol use disorder', or 'who drinks a great deal'",
            f"alcoholic alcoholics drunk drunks drunkard drunkards {_MISSPELLED} {_MISSPELLED.replace(' ', 's ')}s",
            rf"(?<!non-)(?<!non )\b(?:alcoholic|{_MISSPELLED.replace(' ', '|')})s?\b{_DRINKS}|\bdrunkards?\b"
            r"|\b(?:a|the|old|town|village|neighborhood|local|family|mean|angry|sloppy|hopeless|violent|nasty"
            r"|sad|reformed|recovering|former|resident|chronic|combative|known|habitual|homeless|belligerent|functional"
            rf"|functioning|happy|ex-|crying|stumbling) ?drunk\b{_DRUNK_THINGS}",
        ),
        _stigma(
            "write 'not using', 'in recovery', 'a negative test'",
            "clean",
            rf"\b(?:{_WHO_IS}|{_GET}) clean\b{_CLEAN_HOW}|\bclean and sober\b|\bclean time\b"
            r"|\b(?:days|weeks|months|years) clean\b"
            rf"|\bclean (?:drug |urine )?(?:urines?|screens?|drug tests?)\b"
            rf"|\b{_TEST}{_CAME}{{1,3}} clean(?=[.;,!)]|$| (?:for|again|on|twice|since|today|this|last|but|so|and)\b)"
            r"|\b(?:test(?:s|ed|ing)?|drop(?:s|ped|ping)|pee(?:s|d|ing)|screen(?:s|ed|ing)) clean\b"
            rf"|\b(?:{_TEST}: ?|im |hes |shes |been |ive been )clean\b{_CLEAN_HOW}"
            r"|(?:^|[.;,] )clean(?= x ?\d)",
        ),
        _stigma(
            "write 'a positive test', 'a used needle'",
            "dirty",
            rf"\bdirty (?:drug )?(?:{_TEST}|needles?)\b"
            r"|\b(?:came|comes|coming|come|pissed|peed|blew|tests|testing|popped|dropped) (?:up |back |out "
            r"|in )?dirty\b(?! (?:from|with"
            r" (?:mud|grease|paint)|clothes|shoes|dishes|boots|hands))|\bpissed hot\b"
            rf"|\b{_WHO_IS} dirty (?:again|on (?:the|his|her) (?:cup|test|drop|ua|screen))\b"
            rf"|\b(?:{_TEST}|drop(?:s|ped)?|tested|results?)(?:{_CAME}{{0,3}}|[:,]| [-=@]) dirty\b",
        ),
        _stigma(
            "say what happened: 'the treatment did not help', 'left after a week'",
            "failed fails failing failure failures flunked",
            r"\b(?:failed|fails|failing|failure of|flunked) (?:out of )?(?:(?:his|her|their|the|a|this|that|every"
            r"|each|all(?: of)?(?: (?:his|her|their|the))?|both|several|multiple|numerous|at least \w+"
            r"|two|three|four|many) )?"
            rf"(?:past |prior |previous )?{care}s?\b|\btreatment failures?\b",
        ),
        _doubt(
            "say what the person did, or what they said about it",
            "responsibility accountability ownership",
            r"\b(?:refus(?:es|ed|ing)|unwilling|unable|won[’']t|never|fail(?:s|ed|ing)|does(?:n[’']t| not)"
            r"|has(?:n[’']t| not)|did(?:n[’']t| not))(?: to| ever)?"
            r" (?:take|takes|took|taken|accept|accepts|accepted|own|show|shows)"
            r"(?: any| full| personal)? (?:responsibility|accountability|ownership)\b"
            r"|\b(?:takes?|took|accepts?|accepted) no (?:responsibility|accountability|ownership)\b",
        ),
        _doubt(
            "say what is hard for whom: 'his parents pay for his care'",
            "burden drain",
            r"\b(?:is|was|became|becomes|remains|been|being|such|and|but|just|only)"
            r" (?P<it>an? (?:\w+ )?(?:burden|drain) (?:to|on|for))"
            r" (?:his|her|their|the|our|everyone|everybody|society|taxpayers)\b",
            _is_judged,
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
            r"|\b(?:a|the|two|some) schizophrenics?\b(?! (?:man|woman|person|illness))|\bschizophrenics\b",
        ),
        _stigma(
            "write 'a person without a home', or name the person",
            "bum lush lushes",
            r"\b(?:a|the|that|old|lazy|drunk|town|another) bum\b(?! (?:knee|leg|hip|shoulder|rap|deal|ankle|foot|steer"
            r"|cigarette|arm|wheel|back|heart|ticker|eye|ear))|\b(?:a|an? \w+|the|real|old|town) (?P<it>lush(?:es)?)\b"
            r"(?=[.,;!?)]|$| (?:who|since|and (?:a|so|his|her)|like|all)\b)",
        ),
        _stigma(
            "write 'a person with schizophrenia'",
            "schizophrenic",
            r"\b(?:he|she|who|brother|sister|mother|father|mom|dad|son|daughter|pt|patient|client)(?: is|[’']s"
            r"| was) (?:a )?"
            r"(?P<it>schizophrenic)\b",
            severity=WARNING,
        ),
        _stigma(
            "write 'substance use'",
            "abuse abuser abusers abusing",
            r"\b(?!substance)sub\w{4,8}[- ]abus(?:e|ers?|ing)\b",
        ),
        _stigma("write 'a person with a conviction'", "convict ex-convict", r"\b(?:a|an|the) (?:ex-)?convict\b"),
        _stigma(
            "write 'a person who was in prison'",
            "ex-con ex-cons con cons jailbird jailbirds thug thugs criminal criminals",
            r"\bex-cons?\b|\bjailbirds?\b|\bthugs?\b|\b(?:a|an|the|career|hardened|habitual|known|common|these"
            r"|those) criminals?\b(?! (?:justice|record|case|charges?|court|history|code|law|lawyer|defense"
            r"|trespass|mischief|matter|background|act|complaint|conviction|offen[cs]e|investigation|conspiracy"
            r"|activity|proceedings|attorney|behavior))",
        ),
        _doubt(
            "say what the person wants, and what stands in the way",
            "motivated motivation unmotivated",
            r"\b(?:(?:not|never|isn[’']t|wasn[’']t|aren[’']t|hardly|barely|poorly|not really|not very|not at all"
            r"|not that|insufficiently"
            r"|less than|wasn[’']t ever) (?:really |very |at all |that |sufficiently |truly "
            r"|properly )?motivated|(?:lack(?:s|ed|ing)?"
            r"|lack of|has no|had no|shows no|showed no|zero|without|little|low|poor|no) (?:any |real "
            r"|the )?motivation)\b"
            r"(?! (?:by|tape|speaker|to (?:eat|cook|clean|shower|bathe|dress|get up|get out|read|draw|play)))",
        ),
        _doubt(
            "say what happened",
            "wasted wasting waste wastes worth beyond blame chose amount",
            r"\b(?:wast(?:e|es|ed|ing) (?:the|a|our|my|another|up a|that|this|his|her) (?:bed|slot|spot|chair"
            r"|resources|time|team[’']s"
            r" time|chance|ride|voucher)|waste of (?:a |our |my |the |good )?(?:bed|space|time|resources|oxygen"
            r"|skin|slot|money|naloxone"
            r"|narcan|effort|breath)|(?:not|isn[’']t|hardly) worth (?:the (?:effort|trouble|time|bed|naloxone)"
            r"|saving|helping|our time"
            r"|it|a bed)|beyond (?:help|saving|hope|repair)|never amount to|(?:only )?(?:him|her"
            r"|them)sel(?:f|ves) to blame"
            r"|(?:only (?:him|her|them)sel(?:f|ves)) to blame|(?:chose|choosing|chooses)"
            r" (?:this|that|the|his|her|a) (?:drug |junkie )?(?:life|lifestyle|drugs|addiction|heroin|dope|pills"
            r"|bottle|needle) (?:over|for)?)"
            r"(?<!time )",
        ),
        _doubt(
            _MEDICATION,
            "crutch",
            r"\b(?:as|is|just|only|nothing but|no more than|like|another|a mere|chemical|liquid) (?:just "
            r"|only )?(?:a |an )?(?:chemical"
            r" |pharmaceutical |medical |legal )?crutch\b(?! (?:under|in|by|beside|and|with|tip|that|for (?:the"
            r"|his|her) (?:leg|foot|knee)))",
        ),
        _doubt(
            "name the illness, after the person",
            "bipolar schizoaffective psych",
            r"\b(?:he|she|who|they|brother|sister|mother|father|mom|dad|son|daughter|pt|patient|client|ex|wife"
            r"|husband)(?: is|[’']s"
            r"| was| are|[’']re) (?:so |totally |a bit |clearly |definitely |also )?(?P<it>bipolar"
            r"|schizoaffective)\b(?! (?:disorder|type"
            r"|in remission|spectrum|ii|i\b|2|1))|\b(?:a|an|the|another|our|just a|some|these"
            r"|those) (?:\w+ )?(?P<its>psych (?:patients?"
            r"|cases?|pts?|clients?))\b",
        ),
        _doubt(
            "say what the person did or said",
            "attitude unstable senile lazy needy whiny entitled liar liars fiend fiends relapser relapsers",
            r"\b(?:he|she|they|who|pt|patient|client|cl|ct)(?:[’']s|[’']re| is| was| are| were) (?:just |plain "
            r"|too |so |very |simply |really"
            r" |always |being |downright |and )*(?P<it>lazy|needy|whiny|entitled(?! to\b))\b(?! (?:to|about"
            r"|susan|eye|river))"
            r"|\b(?:bad|poor|lousy) attitude\b(?! toward)|\bmentally unstable\b|\b(?:is|was|[’']s|getting"
            r"|gone|going|his|her) senile\b"
            r"|\b(?:a|an|known|the) (?:\w+ )?(?P<its>(?:pathological|compulsive|habitual|chronic|known|born"
            r"|practiced) liars?)\b"
            r"|\b(?:is|was|[’']s|just|like|such|known|typical|repeat|another|serial|multiple"
            r"|frequent) (?:just )?(?:a |an )?(?:real |total"
            r" |complete |known |repeat )?(?P<whole>fiend|relapsers?)\b(?! (?:for|about|at))",
        ),
        _doubt(
            _MEDICATION,
            "substitution replacement",
            r"\b(?:opioid|opiate|methadone|heroin|drug)[- ](?:substitution|replacement)(?: therapy)?\b"
            r"|\bsubstitution therapy\b",
        ),
        _doubt(
            "say what the person did or said",
            "crazy insane psycho mental nuts cuckoo bonkers unhinged deranged demented loco whacked"
            " wacky psychotic nutty",
            r"\b(?:he|she|they|who|pt|patient|client|cl|ct|guy|man|woman|lady|girl|boy|dude|kid|mother|mom|father|dad"
            r"|sister|brother|wife|husband|son|daughter|ex|family|resident|roommate|neighbor|one)"
            r"(?:[’']s|[’']re| is| was| are| were) (?:just |totally |completely |plain |half"
            r" |going |certifiably |clearly |a little |a bit |kind of |straight[- ]up |batshit )?"
            r"(?P<it>crazy|insane|nuts|mental|cuckoo|bonkers|unhinged|deranged|demented|loco|whacked|wacky)\b"
            r"(?! (?:about|busy|tired|how|over|in love|for))"
            r"|\b(?:acts?|acting|acted|talks|talking) (?P<its>crazy|insane|mental|psycho|loco)\b"
            r"|(?:\b(?:a|that|this|the|some|another|his|her|their|my|our)|^|w/) ?(?P<whole>(?:crazy|insane"
            r"|psychotic|demented"
            r"|deranged|nutty) (?:man|woman|guy"
            r"|lady|person|people|dude|bitch|patient|client|ex|mother|roommate|neighbor|ones?))\b",
        ),
        _stigma(
            "write 'a person with a disability'",
            "invalid invalids",
            r"\b(?:an|the|bedridden) (?P<it>invalids?)\b(?=[.,;!?]|$| (?:since|after|for|and|who|now|at)\b)",
        ),
        _doubt(
            "say how often the person has come",
            "frequent",
            r"\bfrequent[- ]fl[iy]ers?\b(?! (?:miles?|points?|programs?|cards?|numbers?|accounts?|status))",
        ),
        _doubt(
            "write 'says'",
            "claims claimed",
            r"\b(?:he|she|they|pt|patient|client|cl|ct) (?P<it>claims|claimed) (?:to (?:be|have|not"
            r"|feel)|that|he|she|they|not|no)\b",
        ),
        _doubt(
            "write 'used', 'was intoxicated'",
            "high",
            r"(?<!river )(?<!water )(?<!tide )(?<!pressure )(?<!fever )(?<!rent )(?<!price )(?<!risk"
            r" )(?<!temperature )(?<!cost )(?<!sugar )(?<!level )\b(?:get|gets|got|getting|was|is|been) high\b(?!"
            r" on (?:the|a|his|her) (?:ladder|hill|wall|shelf|roof|list|mountain|scaffold|cliff|tree))(?=[.,;!?]|"
            r" (?:on|with|again|every|before|after)\b)",
        ),
        _doubt(
            "write 'used', 'was intoxicated'",
            "wasted stoned hammered plastered trashed smashed loaded blitzed sloshed",
            r"\b(?:get|gets|got|getting) (?:totally |so |really |completely |pretty )?(?:wasted|stoned|hammered"
            r"|plastered"
            r"|trashed|smashed|loaded|blitzed|sloshed)\b(?=[.,;!?]|$| (?:on|with|again|every|before|after|and|at"
            r"|in)\b)",
        ),
        _doubt(
            "say what happened, and what the person said",
            "brain brains lives life minimizes minimizing minimized mentally",
            r"\b(?:fried|frying|fry|ruined|rotted) (?:his|her|their) (?:own )?brains?\b|\bbrain[- ]damaged\b"
            r"|\b(?:threw|throws|throwing|thrown|pissed|pissing) (?:(?:his|her|their) (?:own )?(?:life"
            r"|lives) away|away (?:his|her"
            r"|their) (?:own )?(?:life|lives))\b|\bminimiz(?:es|ed|ing) (?:his|her|their) (?:own )?(?:use"
            r"|drinking|habit|using|problem)\b"
            r"|\b(?:he|she|they|who)(?:[’']s|[’']re| is| are| was) mentally ill\b",
        ),
        _doubt(
            "write 'injects', 'used'",
            "shoot shoots shooting shot",
            r"\b(?:shoot|shoots|shooting|shot) up\b(?! (?:by|to|in(?! (?:the|a|his|her|our) (?:bathroom"
            r"|restroom|car|alley|stairwell|bedroom|basement|park|shower|stall))|out|like|the|and|from)\b)",
        ),
    )
    yield from (_word(rewording, word) for word, rewording in reworded(entries("stigma")))
    yield from (_word(says, word, severity=WARNING) for word, says in reworded(entries("doubtful_wording")))
    yield from (_word(rewording, word) for word, rewording in lists.bank.stigma)
