"""Numbers, addresses and codes that lead to one person: the telephone, the web, and what offices hand out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from carelevel.lint.patterns import WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT, DIGITS, DOTTED
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

_LINK = (
    r"(?:[\s,:#(=]{1,3}+(?i:is|was|are|were|says|said|reads|read|number|numbers|num|no|nos|nr|id|ids|code"
    r"|codes|ends in|ending in|ending|ends|with|the"
    r"|of|for|he gave|she gave|as|under|on file|begins|starts with|stamped|tagged|marked|listed|still"
    r"|called|named)\b\.?+){0,5}+[\s,:#(=“\"]{1,4}+"
)
_CODE = (
    r"(?P<it>#?(?=[\w*./-]*\d|[A-Z]{1,4} ?\d)[A-Za-z0-9*]+"
    r"(?:[-/._:][A-Za-z0-9*]+| (?=[A-Z]{0,4}\d)[A-Z0-9*]+){0,6})(?![\w-])"
)
_PLATE = r"(?P<it>(?=[\w -]{0,9}\d)(?:[A-Z0-9]{1,4}[- ·•]?[A-Z0-9]{2,6}|[a-z0-9]{1,4}-?[a-z0-9]{2,6}))(?![\w-])"
_VANITY = r"(?P<it>[A-Z][A-Z0-9]{3,7})(?![\w-])"
_DIGIT_WORD = r"(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|nought|double [a-z]+|triple [a-z]+|\d)"
_SPOKEN = rf"{_DIGIT_WORD}(?:[ ,.;-]{{1,3}}{_DIGIT_WORD}){{5,19}}"
_AT = r" ?(?:[(\[{<] ?(?:at|@) ?[)\]}>]|\bat\b|@) ?"
_DOT = r" ?(?:[(\[{<] ?(?:dot|\.|punkt) ?[)\]}>]|\bdot\b|\.) ?"
_LEAVE, _OUT = "leave the number out", "leave the address out"
_PHONE = (
    r"(?<![\w.,/-])(?:"
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}"
    r"|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"
    r"|\d{3}[ .-]\d{4}"
    r")(?![\w-]|[.,]\d)"
)
_HOSTS = (
    "com|org|net|edu|gov|mil|info|io|co|uk|ca|au|de|fr|ie|us|app|dev|blog|me|tv|ly|gl|gg|biz|example|test|health|care|"
    "online|site|xyz|link|page|cc|ai|fm|social|chat|news|mx|nl|jp|ru"
)
_SHORT_HOSTS = (
    r"(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|youtu\.be|is\.gd|t\.me|wa\.me|discord\.gg|linktr\.ee"
    r"|rb\.gy|cutt\.ly|buff\.ly|fb\.me|amzn\.to)"
)
_NETWORKS = (
    "discord|insta(?:gram)?|ig|snap(?:chat)?|tiktok|tik tok|twitter|telegram|reddit|kik|twitch|steam"
    "|gamertag|psn|xbox(?: live)?|venmo|cash ?app|zelle|"
    "paypal|onlyfans|facebook|fb|linkedin|signal|whatsapp|grindr|tinder|hinge|youtube|soundcloud"
    "|mastodon|bluesky|threads|roblox|screen ?name|user ?name|handle|login"
)


_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?")
_TIME = re.compile(
    r"\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?(?:am|pm)?|\d+(?:mg|mcg|ml|lbs?|kg|hrs?|x)|\d{1,3}/\d{1,3}", re.IGNORECASE
)
_MEASURE = re.compile(
    r"[,.]\d| ?(?:%|mg|mcg|ml|dollars|people|members|days|hours|minutes|miles|pounds|lbs|steps|times"
    r"|years|calories|beds|patients|sq)\b",
    re.IGNORECASE,
)


def _is_code(match: re.Match[str]) -> bool:
    """Whether the characters have digits enough to be more than a count, a year or a clock."""
    code = str(match["it"])
    if _YEAR.fullmatch(code) or _MEASURE.match(match.string, match.end()) or _TIME.fullmatch(code):
        return False
    return len(re.findall(r"\d", code)) >= 3 and len(re.findall(r"\w", code)) >= 4


_TIMED = re.compile(r"\b(?:on|at|in|of|for|was|is|the|and|from|to|a|ran|since|by|no|with|had)\b")


def _is_plate(match: re.Match[str]) -> bool:
    plate = match["it"]
    return any(sign.isdigit() for sign in plate) and any(sign.isalpha() for sign in plate) and len(plate) >= 5


def _is_address(match: re.Match[str]) -> bool:
    return all(int(part) < 256 for part in match.group().split("."))


def _is_ip6(match: re.Match[str]) -> bool:
    parts = match.group().split(":")
    return "::" in match.group() or len(parts) == 8


def _is_phone(match: re.Match[str]) -> bool:
    return 7 <= sum(character.isdigit() for character in match.group()) <= 15


def _labelled(code: str, labels: str, holds: Callable[[re.Match[str]], bool] = _is_code) -> Rule:
    """A row for a code that stands after one of its *labels*: "MRN 00452178", "policy no. HP-330918"."""
    words = {words_in(label.replace("?", "").replace("\\", ""))[0] for label in labels.split("|")}
    words |= {f"{word}s" for word in words}
    return rule(code, _LEAVE, words, rf"\b(?i:{labels})(?i:s|[’']s)?{_LINK}{_CODE}", holds, cased=True, beside=DIGIT)


def _is_short_code(match: re.Match[str]) -> bool:
    """Whether the last digits of a number are given: after "ending in" three are enough."""
    ending = re.search(r"(?i)\bend(?:s|ing)\b|last four", match.group())
    return _is_code(match) or bool(ending and len(re.findall(r"\d", match["it"])) >= 3)


def _is_long_code(match: re.Match[str]) -> bool:
    """Whether the characters are a code even behind a label that is an ordinary word: five of them, or signs."""
    code = match["it"]
    numbered = re.search(r"(?i)\b(?:no|number|num|nr|id)\b|#", match.group()[: match.start("it") - match.start() + 1])
    return _is_code(match) and (
        bool(numbered) or len(re.findall(r"\w", code)) >= 5 or "-" in code or code[0].isalpha() or code[0] == "0"
    )


def _is_evasive(match: re.Match[str]) -> bool:
    """Whether words or brackets stand where an address has its signs."""
    found = match.group().lower()
    return (" dot " in found or "[" in found or "(" in found or "{" in found) or ("@" in found and "." in found)


def _is_handle(match: re.Match[str]) -> bool:
    return len(match["it"]) > 3 and not re.fullmatch(
        r"\d+(?:[.,]\d+)?|[\w]+-(?:up|in|out|free|based|like|only|related|wide)|[\w.]+\.", match["it"]
    )


def _is_spoken(match: re.Match[str]) -> bool:
    """Whether seven digits or more are said one by one, and not all of them written as digits."""
    digits = re.findall(_DIGIT_WORD, match.group().lower())
    count = len(digits) + sum(digit.startswith("double") for digit in digits)
    return count >= 7 and any(digit.isalpha() for digit in digits)


@table
def numbers(_lists: WordLists) -> Iterator[Rule]:
    """Addresses of the web and the mail, numbers after their label, then numbers of a known shape."""
    yield from (
        # What a name or a sign in it gives away, before anything that is digits only.
        rule("identifier/email", _OUT, "@", r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),
        rule(
            "identifier/email",
            _OUT,
            "dot at @",
            rf"\b[\w.+-]{{1,64}}(?: dot \w{{1,30}}){{0,3}}{_AT}[\w-]{{1,63}}(?:(?: dot "
            rf"|\.)\w{{2,30}}){{0,2}}{_DOT}(?:{_HOSTS})\b(?<!\.\w\w)",
            _is_evasive,
            beside=_HOSTS.replace("|", " "),
        ),
        rule("identifier/url", _OUT, "http https www ftp", r"\b(?:https?://|ftp://|www\.)[^\s,;\"’”)]{3,200}"),
        rule(
            "identifier/url",
            _OUT,
            _HOSTS.replace("|", " "),
            rf"(?<![\w@.-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_HOSTS})(?:/[^\s,;\"’”)]{{0,200}})?(?![\w@])",
            cased=True,
            beside=DOTTED,
        ),
        rule(
            "identifier/url",
            _OUT,
            "bit tinyurl t goo ow youtu wa discord linktr rb cutt buff fb amzn",
            rf"(?<![\w.@]){_SHORT_HOSTS}/[^\s,;\"’”)]{{1,200}}",
        ),
        rule(
            "identifier/url",
            _OUT,
            "dot",
            rf"(?<![\w.@])(?:www dot )?[\w-]{{2,40}}(?:{_DOT}[\w-]{{2,40}}){{0,3}} ?[(\[]?dot[)\]]?"
            rf" ?(?:{_HOSTS})\b(?:(?: slash |/)[\w-]+)*",
        ),
        rule(
            "identifier/url",
            _OUT,
            "fb facebook instagram reddit linkedin tiktok twitter",
            r"(?<![\w@])(?:u|r|user|groups|in)/[\w.-]{3,40}",
        ),
        rule("identifier/device", _LEAVE, DIGIT, r"(?<![\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:])"),
        rule(
            "identifier/ip",
            _LEAVE,
            DIGIT,
            r"(?<![\w.])(?<!version )(?<!Version )(?<!release )(?<!build )(?<!section )(?<!firmware"
            r" )(?<!v)(?<!ver\. )(?<!chapter )(?<!update )(?<!revision )(?<!§ )(?:\d{1,3}\.){3}\d{1,3}(?![\w]"
            r"|\.\d)",
            _is_address,
        ),
        rule(
            "identifier/ip",
            _LEAVE,
            DIGIT,
            r"(?<![\w:])(?=[0-9a-fA-F:]{0,39}\d)[0-9a-fA-F]{1,4}(?:::?[0-9a-fA-F]{1,4}){2,7}(?![\w:])",
            _is_ip6,
        ),
        # What is labelled.
        rule(
            "identifier/ssn",
            _LEAVE,
            "ssn social",
            r"\b(?:ssn|social security(?: number)?|social)"
            r"(?:[\s,:#]{1,3}(?:is|was|number|no\.?|ends|ending|in|are)\b){0,4}"
            r"[\s,:#]{1,3}(?P<it>[\dx*][\dx* -]{2,14}\d)(?![\w-])",
        ),
        rule("identifier/ssn", _LEAVE, DIGIT, r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", cased=True),
        rule(
            "identifier/fax",
            _LEAVE,
            "fax faxed faxes telefax",
            rf"\b(?:tele)?fax(?:ed|es)?\b[^.;!?\d+(]{{0,40}}(?P<it>{_PHONE})",
        ),
        rule(
            "identifier/ssn",
            _LEAVE,
            "four ssn social digits",
            r"\b(?i:last (?:four|4)(?: digits)?|ssn|social)\b[^.;\d*]{0,40}?(?P<it>(?:[*xX#]{2,3}[- ]?[*xX#]{2}[-"
            r" ]?)?\d{4})(?![\w-])",
            cased=True,
        ),
        rule("identifier/ssn", _LEAVE, DIGITS, r"(?<!\w)[*xX#•]{3}[- ][*xX#•]{2}[- ]\d{4}(?![\w-])"),
        _labelled(
            "identifier/health-plan",
            "medicaid|medicare|member|membership|policy|insurance|plan|beneficiary|subscriber|insurer|prior auth"
            "|prior authorization|authorization|auth|"
            "group|claim|mbi|hicn|bin|pcn|payer|coverage|blue cross|tricare|copay card|cobra|policyholder"
            "|enrollee|aetna|cigna|humana|kaiser|anthem|insurance id|insured|subscriber no|grp|rxbin|rxpcn|rxgrp",
        ),
        _labelled(
            "identifier/account",
            r"account|acct\.?|iban|routing|sort code|card|debit|credit|visa|mastercard|amex|wallet|checking"
            r"|savings|ebt|loan|money order|gift card|"
            "commissary|western union|moneygram|deposit|ledger|invoice|prepaid|bank",
            _is_short_code,
        ),
        _labelled(
            "identifier/license",
            r"licence|license|licensed|passport|certificate|certification|dea|npi|permit|visa|cdl|dl|credential"
            r"|lic\.?|state id|green card|alien|ein|tax id|"
            r"driver's license|ol|oln|dln|registry|cert\.?|bar|id card|tribal id|military id|lcsw|lpc|rn|firearm|voter",
        ),
        rule(
            "identifier/license",
            _LEAVE,
            "cdl dl license",
            rf"\b(?i:cdl|dl|license|permit) ?\({_CODE}",
            _is_code,
            cased=True,
        ),
        rule(
            "identifier/vehicle",
            _LEAVE,
            "plate plates registration reg tag tags",
            rf"\b(?i:plates?|registration|reg\.?|tags?){_LINK}{_PLATE}",
            _is_plate,
            cased=True,
            beside=DIGIT,
        ),
        rule(
            "identifier/vehicle",
            _LEAVE,
            "plate plates tag tags",
            r"\b(?:plates?|(?:van|car|truck|lic|license|suv|trailer|camper|bike|rv) tags?|tags)(?:[:,]| is| #)? "
            r"(?P<it>(?=[a-z0-9 -]{0,9}\d)(?=[\d -]{0,5}[a-z])[a-z0-9]{2,4}[ -][a-z0-9]{2,5})(?![\w-])",
            lambda match: (
                any(sign.isdigit() for sign in match["it"][-5:]) and _is_plate(match) and not _TIMED.search(match["it"])
            ),
            beside=DIGIT,
        ),
        rule(
            "identifier/vehicle",
            _LEAVE,
            "plate plates",
            r"\b(?i:(?:license |vanity |number )?plates?)(?i:[’']s)?(?i: (?:on|of) (?:his|her|the|their)"
            rf" \w+)?{_LINK}{_VANITY}",
            cased=True,
        ),
        rule(
            "identifier/vehicle",
            _LEAVE,
            "tag tags plate plates bumper",
            rf"\b(?i:van|truck|car|suv|sedan|pickup|bumper|jeep|bike)(?i:,? (?:with )?(?:the"
            rf" )?tags?)(?i: says| reads| is|:)? {_VANITY}"
            rf"|\b(?P<its>[A-Z][A-Z0-9]{{4,7}}) (?i:on (?:the|his|her|their) (?:\w+ ){{0,2}}(?:tags?|plates?))\b"
            rf"|\b(?i:tags?|plates?) (?i:says?|reads?|spells?|say|read) (?P<whole>[A-Z][A-Z0-9]{{3,7}})(?![\w-])",
            cased=True,
        ),
        _labelled(
            "identifier/vehicle",
            "vin|chassis|vehicle identification|vehicle|hull|tail number|registration|reg|boat|motorcycle|truck"
            "|car|trailer|title|sticker|decal|parking permit|toll tag|odometer id",
            _is_long_code,
        ),
        _labelled(
            "identifier/device",
            "serial|imei|device|s/n|sn|udi|meid|mac address|unit|monitor|bracelet|interlock|pacemaker|implant"
            "|pump|cpap|glucometer|stent|scram|tracker|"
            "hearing aid|lot|model no|defibrillator|icd|lead|tablet|dispenser|phone|laptop|scooter|wheelchair"
            "|meter|ankle",
            _is_long_code,
        ),
        _labelled(
            "identifier/record",
            "mrn|mr#|mr|record|patient|hospital|chart|case|file|nhs|encounter|accession|specimen|visit|admission"
            "|episode|csn|order|rx|prescription|script|requisition|"
            "lab|med rec|med rec no|medrec|incident|report|referral|registration|intake|client"
            "|sample|kit|barcode|wristband|chain of"
            " custody|medical|consult|csw|discharge|bed",
            _is_long_code,
        ),
        _labelled(
            "identifier/unique",
            "inmate|prisoner|booking|docket|student|employee|staff|badge|study|participant|reference|tracking"
            "|roll|enrollment|library card|confirmation|ticket|"
            "locker combo|call sign|locker|subject|enlistment|service|dog tag|dod|doc|cause|warrant|citation"
            "|summons|voucher"
            "|application|benefit|tribal|census|bib|jersey|tattoo|pin|passcode|"
            "wristband|receipt|booking|donor|plasma|payroll|union|local|timecard|timeclock|key|fob|ref|id|no"
            "|offender|probation|parole|court|complaint",
            _is_long_code,
        ),
        _labelled("identifier/unique", "badge|bib|shield"),
        rule(
            "identifier/unique",
            "leave the handle out",
            _NETWORKS.replace("(?:gram)?", "")
            .replace("(?:chat)?", "")
            .replace("(?: live)?", "")
            .replace(" ?", "")
            .replace("|", " ")
            + " instagram snapchat screen user cash tik",
            rf"\b(?i:{_NETWORKS})(?i:[’']s|[’']d)?(?:[ ,:(]{{1,3}}(?i:is|was|handle|name|account|username|user|id"
            rf"|as|under|tag|at|to|by|on|him|her|he[’']s|she[’']s|he|she|they|goes|profile|called|the)\b){{0,4}}"
            r"[ ,:(“\"]{1,3}(?P<it>(?:[@$]|u/)?(?=\w*[\d_#$-]|\w+\.\w|@)[A-Za-z][\w.-]*(?:#\d{2,6})?[\w])(?![\w@])",
            _is_handle,
            cased=True,
        ),
        rule("identifier/unique", "leave the handle out", DIGITS, r"(?<![\w#])[A-Za-z][\w.]{2,30}#\d{3,5}(?!\w)"),
        rule(
            "identifier/account",
            "leave the handle out",
            "cash app cashapp cashtag",
            r"(?<![\w$])\$[A-Za-z][\w-]{2,20}(?!\w)",
        ),
        rule(
            "identifier/account",
            _LEAVE,
            "wallet bitcoin btc crypto eth ethereum address coin coins",
            r"(?<!\w)(?:bc1[a-z0-9]{15,80}|0x[0-9a-fA-F]{16,64}|[13][A-HJ-NP-Za-km-z1-9]{25,40})(?!\w)",
            cased=True,
        ),
        # What is digits in a known shape.
        rule("identifier/ssn", _LEAVE, DIGITS, r"(?<![\w-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])"),
        rule(
            "identifier/vehicle",
            _LEAVE,
            DIGIT,
            r"\b(?=[A-Z\d]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}\b",
            cased=True,
        ),
        rule("identifier/account", _LEAVE, DIGITS, r"(?<![\w-])\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?![\w-])"),
        rule(
            "identifier/account",
            _LEAVE,
            DIGIT,
            r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?\b",
            cased=True,
        ),
        rule("identifier/phone", _LEAVE, DIGIT, _PHONE, _is_phone),
        rule(
            "identifier/phone",
            _LEAVE,
            DIGITS,
            r"(?<![\w.,/$-])(?:\(\d{3}\) ?|\d{3}[-./ ])?(?:555|\d{3})[-./ ]{1,2}[\dOo]{4}(?: ?(?:x|ext\.?"
            r"|extension) ?\d{1,6})?(?![\w-]|[.,]\d)",
            _is_phone,
        ),
        rule(
            "identifier/phone",
            _LEAVE,
            "cell phone ph tel telephone call called text texted number mobile fax telefax dial landline vm",
            r"\b(?:cell|phone|ph|tel|telephone|call|called|text(?:ed)?|number|mobile|fax|telefax|dial|landline|vm)"
            r"(?: ?#| no| number| is| at| was| on| me| him| her)*[.:,]? (?P<it>\d{7})(?![\w-]|[.,]\d)",
            beside=DIGIT,
        ),
        rule("identifier/phone", _LEAVE, "area", r"\barea codes? (?:is |was )?\(?(?P<it>\d{3})\b"),
        rule("identifier/phone", _LEAVE, DIGITS, r"\b(?:ext\.?|extension) ?(?P<it>\d{3,6})\b"),
        rule(
            "identifier/ssn",
            _LEAVE,
            "social ssn",
            rf"\b{_SPOKEN}\b(?!-)",
            _is_spoken,
        ),
        rule("identifier/phone", _LEAVE, "zero oh nought double", rf"\b{_SPOKEN}\b(?!-)", _is_spoken),
        # What only one person has.
        rule("identifier/unique", _LEAVE, DIGIT, r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"),
        rule(
            "identifier/unique",
            _LEAVE,
            DIGITS,
            r"\b(?!(?:F|E|C|G|K|GLC|CX|RX|NX|MKX|QX|XC|CR|DR|KX|YZ|CBR|GSX|FJ|MK|DSM|ICD|COVID|BUP|XR"
            r"|F)-?\d{3}\b)[A-Z]{1,4}-\d{3,10}(?:-[A-Z\d]{1,10}){0,3}\b",
            cased=True,
        ),
        rule("identifier/unique", "leave the number out", DIGITS, r"(?<![\w.,-])\d{8,20}(?![\w-]|[.,]\d)"),
        rule("identifier/unique", "leave the handle out", "@", r"(?<![\w.@])@[A-Za-z_]\w{2,30}\b"),
        rule(
            "identifier/unique",
            "take away what only one person could be",
            "only first last youngest oldest tallest",
            r"\bthe (?:only|first|last|youngest|oldest|tallest) (?:[\w’'-]{1,30} ){1,4}?"
            r"in (?:the|this|our|her|his|their) "
            r"(?:state|county|country|town|city|village|valley|province|district|world)\b",
            severity=WARNING,
            beside="state county country town city village valley province district world",
        ),
    )
