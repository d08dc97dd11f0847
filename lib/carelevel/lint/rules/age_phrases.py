"""What stands before and after an age: the phrases of which its shapes are built."""

from __future__ import annotations

import re

from carelevel.lint.rules.age_numbers import ANY

STOP = re.compile(
    r" w/|\s*(?:[.,;:!?()\]/\"”’—–&]|$|\n)| (?:and|or|but|comma|period|semicolon|when|now|then|by|with|who|last"
    r"|this|next|on|in|n|today"
    r"|tomorrow|soon|old|"
    r"years? young|as of|at|is|was|the first time|the year|the summer|the night|male|female|m|f|because"
    r"|since|until|yet|already|can|could|so|still|if|which|how|going on|living|single|"
    r"married|divorced|white|black|hispanic|latino|latina|asian|c/o|here|for the|the day|the week"
    r"|over|during|after|before|while|without|come|behind|under|inside|outside)\b",
    re.IGNORECASE,
)
COMMA = re.compile(r",|\.(?:\s|$)|;|$| and\b")
END_OF_PHRASE = re.compile(r"[.,;:!?)]|$| (?:and|who|with|around|in)\b")
IN_BRACKETS = re.compile(r"[),;/ ]")
_WHO = (
    r"(?:male|female|man|woman|m|f|person|pt|patient|client|cl|ct|guy|girl|boy|kid|nonbinary|nb|enby|trans|veteran|vet|"
    r"mother|father|mom|dad|single|married|divorced|white|black|hispanic|latino|latina|asian|caucasian|native)"
)
YEARS_OLD = re.compile(
    r"[- ]?(?:years?|yrs?\.?|months?|weeks?|days?)[- ]?(?:olds?|young)\b|[- ]?(?:y/[mf]|y\.? ?/ ?o\.?|y\.o\.?"
    r"|y-o|yoa?|yro|y/old|yr[-"
    r" ]?olds?)(?!\w)"
    r"|[- ]?y[aer]{2,5}s?[- ]olds?\b"
    rf"|[- ]?y(?:ea|e)?rs?\.?[- ](?:odl?|ol|ld)(?=[,.;]| {_WHO}\b)"
    rf"|[- ]?(?:y\.? ?/ ?o\.?|y\.o\.?|yo|y|yr\.?s?[- ]?(?:old|o)|yrs?\.?|years?)[- ]?{_WHO}\b| years (?:of"
    r" age|young)\b| going on \w+| yrs of age",
    re.IGNORECASE,
)
PRONOUN = re.compile(r" (?:he|she|they|i|(?-i:[A-Z][a-z]+))\b|, (?:he|she|they|i)\b", re.IGNORECASE)
HEDGE = (
    r"(?: (?:only|just|now|barely|already|all of|exactly|not yet|almost|nearly|about to be|a young|an old"
    r"|a|currently|newly|at least|going to be|the|the big|both|each|already|maybe|i think))*"
)
SUBJECT = (
    r"(?:(?:hes|shes|theyre|im)|(?:he|she|they|i|you|we|who|pt|patient|client|cl|ct|clt|resident|member)"
    r"(?:(?: just| only| now)? (?:is|was|am|are|were|will be|would be|turns|be)|[’'](?:s|re|m|ll be|d be)"
    r"|(?:[’']d| had| has|[’']s) (?:just )?been))"
)
EVENTS = (
    r"(?:drinking|using|smoking|started|began|quit|left|married|widowed|pregnant|incarcerated|homeless"
    r"|sober|orphaned|adopted|diagnosed|arrested|died|use|"
    r"drink|gave birth|dropped out|had|had (?:her|him|me|them|us|twins|a baby|her first)|first \w+|school)"
)
LIFE = (
    r"(?:was (?:placed|adopted|taken|abused|molested|raped|sent|in|living|already|smoking|drinking|using|left"
    r"|removed|put)"
    r"|had (?:his|her|their|my) first|went (?:into|to live)|came to|ran away|lost (?:his|her|their|my|both)"
    r"|found his|found her"
    r"|started|began|tried|drank|smoked|used|learned|saw (?:his|her|my)|moved|ran|stole|first|watched (?:his"
    r"|her|my)|got|had been)"
)
GIVEN = (
    r"(?: is| was)?(?: (?:given|listed|stated|recorded|noted|reported|estimated|put|entered|shown))?"
    r" (?:as|at|by|is|was|of)"
)
MONTHS = re.compile(
    r"[- ]?(?:months?|mos?|mths?|weeks?|wks?|days?)\.?(?:\s*[,.;:)\n]|$| (?:and|old|of age|at|with|who|is|both"
    r"|in (?:her|his))\b)",
    re.IGNORECASE,
)
FURTHER = rf",? (?:and|&) {ANY}\b|, {ANY}\b"
ROW = re.compile(rf"(?:(?:,|,? and|,? &) {ANY}(?!\w)){{1,5}}(?=[,.;:)]|$| and\b)", re.IGNORECASE)
"""Further ages behind one, and nothing that they count."""
SPAN = re.compile(
    rf" (?:to|until|till|through|and|up to) {ANY}(?!\w)"
    r"(?=[,.;:!?)]|$| (?:and|when|then|with|without|every|on|off|straight)\b)",
    re.IGNORECASE,
)
"""The end of a time that began at one age and ended at another."""
USED = r"(?:drank|drink|drinking|drunk|used|uses|using|smoked|smoking|vaped|shot|snorted|took|did)"
ACTS = r" (?:found|called|calls|lives|live|saw|told|drove|uses|watches|has|goes|asks|asked|knows|works|helps|w/|who)\b"
SAYS = r"(?:says|said|lists|listed as|reads|shows|states|gives|records)"
