"""Words that are British in one sense and American in another, with the surroundings that decide.

Words that are British wherever they stand are in lists/. Where the surroundings leave a doubt, a word is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, rule
from carelevel.lint.word_lists import WordLists

BRITISH = "wording/british"

_ENDS = r"[.,;:!?)—–”\"]|$"
_OWN = r"(?:his|her|their|my|your|our|whose|\w+['’]s)"
_THE = rf"(?:the|a|an|this|that|another|{_OWN})"
_WHERE = (
    r"above|over|below|under|upstairs|downstairs|next|on|in|at|near|opposite|behind|across|off|with|without|where|that|"
    r"which|for|to|is|was|has|had|belongs?|smells?|when|until|since|because|he|she|they|and (?:the|his|her|has|no|a)"
)
_CLAUSES = (
    r"(?:which|where|and|but|with|so|because|when|he|she|they|then|now|too|though|for|not|or|until|since"
    r"|after|before|the|a|his|her)\b"
)
_KIND_OF_FLAT = (
    r"(?:(?:one|two|three)-bed(?:room)?|basement|top-floor|ground-floor|(?:first|second|third|fourth|fifth)-floor|"
    r"upstairs|downstairs|small|little|tiny|new|old|own|rented|shared|furnished|empty|damp|warm|cold|same|whole)"
)
_TIRE = (
    r"(?:g[eo]t|gets|getting|had|have|has|having|fix|fixes|fixed|fixing|chang(?:e|es|ed|ing)"
    r"|with|from|after|patch(?:ed)?)"
)
_CALL = r"(?:ring|rings|rang|rung|ringing)"
_WHEN = (
    r"at|every|each|on|from|after|when|whenever|twice|once|again|daily|before|back|round|off|home|work|about|because|"
    r"if|until|here|late|less|more|and (?:asks?|says?|asked|said|tells?)|to (?:ask|say|hear"
    r"|tell|see|check|find|apologize)|"
    r"nobody|nobody['’]s|somebody|everybody|people|in (?:the evening|the morning|sick)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|\d+)"
_STARTS = re.compile(r"(?:^|[.!?…:“\"‘(—–\n]\s*|’\s)$")

_british = partial(rule, BRITISH, severity=WARNING)


def british_by_sense(lists: WordLists) -> Iterator[Rule]:
    """The words, a sense each."""
    kin = f"(?:{lists.any_of('kin')})"
    yield from _rooms()
    yield from _errands()
    yield from _calls(kin, lists["first_names"])
    yield from _things()
    yield from _ways_to_say()
    mum = rf"\b(?:{_OWN}|a|an|single|young|other|own|step) (?P<it>mums?)\b"
    yield _british("write 'mother', or 'mom'", "mum mums", mum)
    yield _british("write 'mother', or 'Mom'", "mum", r"\bMum\b(?!['’]s the word)", cased=True)


def opens_sentence(match: re.Match[str]) -> bool:
    """Whether a sentence begins with it, so that a capital says nothing."""
    return bool(_STARTS.search(match.string[: match.start()]))


def _rooms() -> Iterator[Rule]:
    """Where people live."""
    apartment = partial(_british, "write 'apartment'")
    yield apartment(
        "flat",
        rf"(?<!\bon )\b{_THE} (?:{_KIND_OF_FLAT} ){{1,2}}(?P<it>flat)\b(?! (?:tire|rate|voice|fee|surface|roof))",
    )
    yield apartment(
        "flat",
        rf"(?<!\bon )\b(?:{_OWN}|the|this|that|another|a) (?P<it>flat)"
        rf"(?=[’']s\b|{_ENDS}| (?:{_WHERE})\b)(?!, (?!{_CLAUSES})\w+ \w+)",
        _is_room,
    )
    yield apartment("flat", r"\bshar(?:es?|ed|ing) (?:a|the|his|her|their) (?P<it>flat)\b")
    yield apartment(
        "flats",
        r"\b(?:council|luxury|student|holiday|rented|the|these|those|other|new) (?P<it>flats)"
        rf"(?= (?:{_WHERE}|have|are|were)\b)|\binto (?:two |three |four |six )?(?P<its>flats)\b",
    )
    lift = partial(_british, "write 'elevator'", "lift lifts")
    yield lift(
        r"\b(?:tak(?:e|es|ing)|took|taken|us(?:e|es|ed|ing)|waits? for|waited for|waiting for"
        r"|call(?:s|ed)?|into|leaves|left|"
        r"beside|outside|inside|out of|mends?|repairs?) the (?P<it>lift)\b(?! (?:line|ticket|truck"
        r"|gate|up the|to the (?:top|summit)))"
    )
    yield lift(r"\bin (?:the|a) (?P<it>lift)\b(?! (?:line|of))")
    yield lift(
        r"\bthe (?P<it>lifts?) (?:doors?|shaft|engineer|button|to the \w+ floor|(?:has|had"
        r"|have) (?:been|stopped|broken|stuck)|"
        r"(?:is|was|are|were) (?:broken|out|stuck|slow|working|not working|dead|off)|"
        r"(?:stops?|stopped|sticks|stuck|breaks|broke|works|worked|smells?|goes|went|comes|came|does|did)\b)"
    )
    yield lift(
        r"\b(?:building|house|tower|hotel|stairs|floors?|stor(?:y|ey|ies|eys)|has|had|with|is|was|there['’]s),? "
        r"(?:and )?(?:has |had |with )?(?:no|without a) (?P<it>lift)\b(?! (?:in|from|to) \w+ (?:spirits|mood))"
    )
    yield _british(
        "write 'crib'",
        "cot cots",
        r"\b(?:bab(?:y|ies)|infant|newborn|toddler|child|girl|boy|twins?)['’]?s? (?:\w+ ){0,3}(?P<it>cots?)\b",
    )
    tap = partial(_british, "write 'faucet'", "tap taps")
    yield tap(
        r"\b(?:kitchen|bathroom|bath|cold|hot|garden|mixer|dripping|leaking|leaky|brass"
        r"|running) (?P<it>taps?)\b(?! (?:water|dance))"
    )
    yield tap(r"\bturn(?:s|ed|ing)? (?:(?:on|off) the (?P<it>taps?)|the (?P<its>taps?) (?:on|off))\b(?! danc)")
    yield tap(
        r"\bthe (?P<it>taps?) (?:drips?|dripped|(?:is|was|are|were) (?:dripping|running|leaking"
        r"|off|on)|runs?|ran|leaks?|leaked)\b"
    )


def _errands() -> Iterator[Rule]:
    """Shops, schools, the mail, the hospital, the road."""
    yield _british(
        "write 'pharmacy'",
        "chemist chemists",
        r"\b(?:the|a|every|any|which|same|all-night|local"
        r"|nearest) (?P<it>chemist['’]s)\b(?! (?:coat|lab|bench|hands|notes|wife|son))"
        r"|\b(?:at|from|to|by|past|outside|over|above|opposite|behind|into) (?:the|a) (?:local |nearest |all-night )?"
        r"(?P<its>chemist)\b(?! (?:who|at|in the lab|with|that|named|called|said|asked|by training))(?!['’])",
    )
    mail = partial(_british, "write 'mail'")
    sent = (
        r"(?:c[ao]mes?|arriv\w+|sen[dt]s?|sending|put|puts|lost|letters?|cards?|parcels?|packages?"
        r"|checks?|cheques?|bills?|forms?|papers|"
        r"medicine|tablets|pills|it|it['’]s)"
    )
    yield mail("post", rf"\b{sent} (?:\w+ ){{0,2}}(?:by|in the|through the) (?P<it>post)\b(?! office|-|s\b)")
    yield mail("post", r"\bby (?P<it>post)\b(?! office|-)")
    yield mail(
        "post",
        r"\b(?:the|his|her|their|any) (?P<it>post) (?:comes|came|arrives|arrived|has (?:come|not)"
        r"|brings|brought|lies|piles|goes to|still goes|is late)\b",
    )
    yield mail(
        "post",
        r"\b(?:opens?|opened|opening|collects?|fetch(?:es)?|brings?|brought) (?:the|his|her"
        r"|their) (?P<it>post)\b(?! office|hole)",
    )
    yield _british(
        "write 'mail'",
        "post posts posted posting",
        r"\b(?P<it>post(?:s|ed|ing)? (?:(?:the|a|her|his|their|my) )?(?:letters?|forms?|parcels?"
        r"|packages?|cards?|birthday cards?|cheques?|checks?|keys|it to (?:him|her|them|me)))\b",
    )
    yield _british(
        "name the season or the months, or say 'the school year'",
        "term terms",
        r"\b(?:the )?(?P<it>autumn terms?)\b|\b(?P<its>(?:end|start|beginning) of term)\b(?! (?:insurance|limit|paper))"
        r"|\b(?:in|during|out of|before|after) (?P<whole>term)(?=[.,;:!?]|$)(?<!carried to term)",
    )
    yield _british(
        "write 'cart', or 'gurney'",
        "trolley trolleys",
        r"\b(?:hospital|shopping|supermarket|tea|drinks|luggage|medicine|medication|metal|library"
        r"|linen|food) (?P<it>trolleys?)\b"
        r"|\bon a (?P<its>trolley)\b(?= (?:in|for|outside|by|all|at)\b)|\bpush(?:es|ed|ing)? (?:a"
        r"|the|his|her) (?P<whole>trolley)\b",
    )
    yield _british(
        "write 'trunk'",
        "boot boots",
        r"\b(?P<it>boots? of (?:the|a|his|her|their|my|somebody['’]s|\w+['’]s) (?:\w+ )?(?:car"
        r"|taxi|cab|sedan|van|rental|ford|toyota|honda|chevy))\b"
        r"|\b(?:car|car['’]s|taxi|cab) (?P<its>boot)\b",
    )
    yield _british(
        "write 'register'",
        "till tills",
        r"\b(?:at|from|behind|on|in|to|by|of|works) the (?P<it>tills?)\b(?! (?:the soil|plain|he"
        r"|she|they|it|morning|noon|\d))|\b(?P<its>till) (?:receipts?|drawer|roll)\b",
    )
    yield _british(
        "write 'sidewalk'",
        "pavement pavements",
        r"\b(?:on|off|along) the (?P<it>pavement)(?= (?:outside|in front|opposite|with one|by the"
        r"|beside)\b)|\bthe (?P<its>pavements)\b",
    )
    yield _british(
        "write 'line'",
        "queue queues queued queuing queueing",
        r"(?<!print )(?<!printer )(?<!phone )(?<!call )(?<!ticket )(?<!job )(?<!message )"
        r"(?<!streaming )\b(?P<it>queu(?:e|es|ed|ing|eing))\b"
        r"(?! up (?:a |the |his |her |some |more )?(?:songs?|movies?|shows?|videos?|tracks?))",
    )
    yield _british(
        "write 'in the hospital', 'to the hospital'",
        "hospital",
        rf"\b(?P<it>(?:in|to|into|from|of|out of|leaves?|left) hospital)(?={_ENDS}| (?:for|with"
        rf"|after|twice|once|and|when|since|again|last|until|because|"
        r"but|now|by|on|at|before|where|himself|herself|this|that|in|than|without|as|over)\b)",
    )
    yield _british("write 'in college'", "university uni", r"\b(?P<it>at university)\b(?! of\b)|\b(?P<its>uni)\b(?!-)")
    agent = r"(?<!real )\b(?P<it>estate agents?)\b"
    yield _british("write 'real estate agent'", "estate", agent)
    yield _british(
        "write 'on vacation'",
        "holiday",
        r"\b(?P<it>on holiday)\b(?! (?:weekends?|hours?|pay|time|leave|schedule|mornings?|nights?))",
    )
    yield _british(
        "write 'lawyer'",
        "solicitor solicitors",
        r"(?<!no )(?<!city )(?<!county )(?<!town )\b(?P<it>solicitors?)\b(?! general)",
    )


def _is_room(match: re.Match[str]) -> bool:
    """Whether "a flat" is no tire, no part of a hand, and no key in music."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if match.group().startswith("A ") and before.endswith(("in ", "an ")):
        return False
    if re.search(rf"\b{_TIRE} $", before) and re.match(r"(?i)a\b", match.group()):
        return not re.match(rf" (?:on|near|at|in|and)\b|{_ENDS}", after) or bool(
            re.match(r" (?:on|in) the \w+ floor", after)
        )
    return True


def _calls(kin: str, first_names: frozenset[str]) -> Iterator[Rule]:
    """The telephone."""
    call = partial(_british, "write 'call'", "ring rings rang rung ringing")
    whom = (
        rf"(?:him|them|me|us|you|her(?= (?:{_WHEN}|first|instead|and|now|tonight|tomorrow|anymore)\b|{_ENDS})|"
        rf"(?:his|her|their|my|the|a|your|our) (?:\w+ )?(?:{kin}|doctor|clinic|sponsor|landlord"
        rf"|landlady|police|office|boss|line|number|hospital|pharmacy|"
        rf"counselor|friend|friends|neighbor|neighbour|manager|school|church|bank|desk|nurse|company|shop|store)|"
        rf"(?:somebody|someone|anybody|everybody|people)|(?-i:[A-Z][a-z]+)\b)"
    )
    yield call(
        rf"\b(?P<it>{_CALL}(?: up)?) {whom}(?!['’]s (?:bell|doorbell))(?! (?:bell|doorbell|in the (?:nose|ear)))",
        partial(_names_nothing_else, first_names),
    )
    who = (
        rf"(?:he|she|they|who|i|we|you|to|nobody|somebody|everybody|someone|will|would|['’]ll|can"
        rf"|could|must|may|did|does|not|never|always|"
        rf"sometimes|still|only|{kin}|doctor|nurse|counselor|clinic|boss|landlord|neighbor|friend"
        rf"|(?-i:[A-Z][a-z]+)|everyone|man|woman|people)"
    )
    yield call(
        rf"\b(?<!bell )(?<!phone )(?<!alarm )(?<!it ){who} (?P<it>{_CALL})(?= (?:{_WHEN})\b"
        rf"|[.,;:!?—–]|$)(?! at the (?:door|gate|bell|register))",
        partial(_calls_somebody, first_names),
    )
    yield call(r"\b(?:has|have|had|been|['’](?:s|ve|d)) (?P<it>rung)\b(?! (?:up (?:a|the)|the|true|out|in))", _is_call)
    yield call(r"\b(?:won|doesn|didn|couldn|wouldn)['’]t (?P<it>ring)\b(?! (?:true|the|a))", _is_call)
    yield call(r"\b(?P<it>r(?:ings?|ang|ung|inging) (?:back|round|in sick|home))\b(?! to the)", _is_call)
    yield call(r"\b(?:the|her|his|whose) (?:one|turn)[^.;]{0,30} (?P<it>rings|rang)\b(?! (?:the|true|up|out))")
    yield call(
        r"\b(?P<it>ring-?round|give (?:me|him|her|us|them) a ring)\b(?= (?:if|when|on|back|tonight"
        r"|tomorrow|before)\b|[.,!?])"
    )


def _names_nothing_else(first_names: frozenset[str], match: re.Match[str]) -> bool:
    """Whether a capitalized word within, behind the first, is somebody's first name."""
    _, *further = match.group().split()
    return all(word in first_names for word in further if word[0].isupper() and len(word) > 1)


def _calls_somebody(first_names: frozenset[str], match: re.Match[str]) -> bool:
    first = match.group().split()[0]
    somebody = not first[0].isupper() or first in first_names or opens_sentence(match)
    return somebody and _is_call(match)


def _is_call(match: re.Match[str]) -> bool:
    """Whether nothing that rings by itself stands before it in the sentence."""
    if not match[match.lastgroup or 0][0].islower() and not opens_sentence(match):
        return False
    sentence = re.split(r"[.!?;]", match.string[: match.start()])[-1]
    return not re.search(
        r"(?i)\b(?:phones?|telephones?|bells?|alarms?|doorbells?|ears?|church|clock|let|lets|shots?)\b", sentence
    )


def _things() -> Iterator[Rule]:
    """What people wear, keep and throw away."""
    yield _british(
        "write 'trash can', or 'trash'",
        "bin bins",
        r"\b(?:in|into|beside|next to|by) (?:the|a|his|her|their) (?P<it>bins?)(?=[.,;:!?]|$"
        r"| (?:and|with|outside|under|before|when|because|where)\b)"
        r"|\b(?:takes?|took|puts?|empt(?:y|ies|ied)|taking|putting) (?:out )?the (?P<its>bins?)\b(?! of)",
        _is_bin,
    )
    yield _british(
        "write 'sweater'",
        "jumper jumpers",
        r"\b(?:wool(?:l?y|l?en)?|knit(?:ted)?|hand-knitted|thick|warm|cable-knit|cashmere|christmas|school"
        r"|stripy|striped|gr[ae]y|heavy|baggy|itchy)"
        r" (?P<it>jumpers?)\b"
        r"|\b(?:puts?|putting|pull(?:s|ed|ing)?|tak(?:es?|ing)|took|fold(?:s|ed)?|knit(?:s|ted|ting)?|wears?"
        r"|wore|wearing|wash(?:es|ed)?|in|of|lost"
        r"|lends?|lent|has|had)(?: on| off| out)? (?:a|an|the|his|her|their|two|another|same)"
        r" (?:\w+[’'](?:s)? )?(?:(?!denim|corduroy"
        r"|plaid|bungee|high|long|ski|show|base|triple|pole|claim)\w+ )?"
        r"(?P<its>jumpers?)\b(?! (?:cables?|wires?|pins?|on the (?:board|poster)))|\bjumper (?=and (?:jeans"
        r"|trousers|scarf|skirt|coat)\b)",
    )
    yield _british(
        "write 'sneakers'",
        "trainers",
        r"\b(?:his|her|new|old|white|black|muddy|wet|running|pair of"
        r"|of) (?P<it>trainers)\b(?! (?:at|who|say|said|tape|taped))",
    )
    yield _british(
        "write 'flashlight'",
        "torch torches",
        r"\b(?P<it>switch(?:es|ed|ing)? (?:on |off )?(?:the|a|his"
        r"|her) torch)\b|\bsh(?:ines?|one|ining) (?:the|a|his|her) (?P<its>torch)\b"
        r"|\b(?P<whole>torch(?:light)? (?:batter(?:y|ies)|bulbs?|beam)|by torchlight)\b",
    )
    yield _british(
        "write 'Band-Aid', or 'cast'",
        "plaster",
        r"\b(?P<it>a plaster) (?:on|over|across) (?:his|her|the) (?:\w+ )?(?:thumb|finger|knee"
        r"|heel|hand|arm|cheek|forehead|toe|chin)\b|\b(?:arm|leg|wrist|ankle|foot) (?:is "
        r"|was )?(?P<its>in plaster)\b",
    )
    yield _british(
        "write 'cookies', or 'chips'",
        "biscuit biscuits crisps",
        r"\b(?P<it>(?:chocolate|digestive|ginger|tea and|packet of|tin of|plate of) biscuits?"
        r"|biscuit tin|(?:packet|bag|bags|packets) of crisps)\b",
    )
    yield _british(
        "write 'can'",
        "tin tins",
        r"\b(?P<it>tins?) of (?:\w+ )?(?:soup|beans|tomatoes|tuna|peas|peaches|beer|dog food"
        r"|cat food|paint|corn|milk|fruit|fish|sardines)\b",
    )
    yield _british(
        "write 'pack'",
        "packet packets",
        r"\b(?P<it>packets?) of (?:cigarettes|crisps|biscuits|tissues|rice|pasta|tea)\b",
    )
    yield _british(
        "write 'stove'",
        "cooker cookers",
        r"(?<!pressure )(?<!pressure-)(?<!slow )(?<!rice )(?<!multi)\b(?P<it>cookers?)\b(?! (?:whistl|hiss))",
    )
    yield _british(
        "write 'takeout'", "takeaway", r"(?<!key )(?<!main )(?<!big )(?<!biggest )(?<!real )\b(?P<it>takeaway)\b"
    )
    yield _british(
        "write 'trailer', or 'camper'",
        "caravan caravans",
        r"\b(?P<it>caravan (?:park|site))s?\b|\b(?:live[sd]?|living|sleeps?|slept|stays?"
        r"|stayed) in (?:a|the|his|her|their) (?P<its>caravan)\b",
    )
    yield _british(
        "write 'dumpster'", "skip skips", r"\b(?:in|into|from|on) (?:a|the) (?P<it>skip)\b(?! (?:of|in|to|list|tracer))"
    )
    yield _british("write 'shot'", "jab jabs", r"\b(?P<it>(?:flu|tetanus|covid|vaccine|hepatitis) jabs?)\b")
    yield _british(
        "write 'community garden'",
        "allotment allotments",
        r"\b(?:on|at|to|from) (?:his|her|their) (?P<it>allotments?)\b(?! (?:of|for|check))",
    )


def _is_bin(match: re.Match[str]) -> bool:
    """Whether no bin for something else is spoken of."""
    return not re.search(
        r"(?i)\b(?:recycling|storage|feed|grain|parts|bread|apples?|onions?|potatoes|coal|bolts|screws)\b", match.string
    )


def _is_dismissed(match: re.Match[str]) -> bool:
    """Whether neither a player nor a town is spoken of."""
    return not re.search(
        r"(?i)\b(?:quarterbacks?|yards?|downs?|temples?|city|cities|towns?|villages?|castles?|army|armies"
        r"|soldiers|troops|rome|invaders)\b",
        match.string,
    )


def _ways_to_say() -> Iterator[Rule]:
    yield _british(
        "write 'got fired'", "sack", r"\b(?P<it>(?:g[oe]t|gets|getting|given|gave \w+|give \w+|threat of) the sack)\b"
    )
    yield _british(
        "write 'was fired'",
        "sacked",
        r"\b(?:was|were|been|got|be|him|her|them) (?P<it>sacked)\b(?! (?:by the (?:vandals|goths)"
        r"|for a loss|on third))",
        _is_dismissed,
    )
    yield _british(
        "write 'was sitting', 'was standing'",
        "sat stood",
        r"\b(?:is|was|were|are|['’]s|been) (?P<it>sat|stood)\b(?= (?:at|in|on|by|there|outside"
        r"|with|beside|next|behind)\b)",
    )
    yield _british(
        "write the hour and 'thirty'",
        "half",
        rf"\b(?:at|by|until|till|since|from|about|before|after) (?P<it>half {_NUMBER})\b(?! (?:hours?|days?|of|as))",
    )
    yield _british(
        "write pounds",
        "stone",
        rf"\b(?:los[et]|loses|gain(?:s|ed)?|weigh(?:s|ed)?|put on|at) (?:\w+ )?(?P<it>{_NUMBER} stone)\b(?! \w+s\b)",
    )
    yield _british(
        "write 'smelled', 'spelled'",
        "smelt spelt",
        r"\b(?P<it>smelt) (?:of|like|the|it|burning|gas|smoke)\b|\b(?P<its>spelt) (?:it|out|his|her|with|wrong|the)\b",
    )
    yield _british(
        "write 'a friend', 'friends'",
        "mate mates",
        r"\b(?P<it>a mate (?:of (?:his|hers|theirs|mine))|(?:old|school|work) mates)\b(?! (?:for life|in the wild))",
    )
    yield _british(
        "write 'cell phone'",
        "mobile mobiles",
        r"\b(?:his|her|their|my|your) (?P<it>mobiles?)(?= (?:rings?|rang|buzz\w*|number|is|was|has"
        r"|lies|on|in|off|under|and)\b|[.,;:!?]|$)(?! (?:home|crib))",
    )
    yield _british("write 'IV'", "drip", r"\bon a (?P<it>drip)\b(?! (?:line|system|hose))")
