"""Numbers, addresses and codes that lead to one person: the telephone, the web, and what offices hand out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelevel.lint.patterns import WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

_LINK = r"(?:[\s,:#]{1,3}+(?i:is|was|are|says|reads|number|no|nr|id|code|ends in|ending in)\b\.?+){0,4}+[\s,:#]{1,3}+"
_CODE = r"(?P<it>#?[A-Z0-9]+(?:[-/ ]?[A-Z0-9]+){0,6})(?![\w-])"
_PLATE = r"(?P<it>[A-Z0-9]{2,4}[- ]?[A-Z0-9]{2,4})(?![\w-])"
_LEAVE, _OUT = "leave the number out", "leave the address out"
_PHONE = (
    r"(?<![\w.,/-])(?:"
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}"
    r"|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"
    r"|\d{3}[ .-]\d{4}"
    r")(?![\w-]|[.,]\d)"
)
_HOSTS = "com|org|net|edu|gov|info|io|co|uk|ca|au|de|fr|ie|us|app|dev|blog|me|tv"


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_code(match: re.Match[str]) -> bool:
    """Whether the characters have digits enough to be more than a count, a year or a clock."""
    code = str(match["it"])
    if _YEAR.fullmatch(code):
        return False
    return len(re.findall(r"\d", code)) >= 3 and len(re.findall(r"\w", code)) >= 4


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


def _labelled(code: str, labels: str) -> Rule:
    """A row for a code that stands after one of its *labels*: "MRN 00452178", "policy no. HP-330918"."""
    words = {words_in(label)[0] for label in labels.split("|")}
    return rule(code, _LEAVE, words, rf"\b(?i:{labels}){_LINK}{_CODE}", _is_code, cased=True)


@table
def numbers(_lists: WordLists) -> Iterator[Rule]:
    """Addresses of the web and the mail, numbers after their label, then numbers of a known shape."""
    yield from (
        # What a name or a sign in it gives away, before anything that is digits only.
        rule("identifier/email", _OUT, {"@", "at"}, r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),
        rule(
            "identifier/email",
            _OUT,
            "dot",
            rf"\b[\w.+-]{{1,64}} (?:at|\(at\)|\[at\]) [\w-]{{1,63}} (?:dot|\(dot\)) (?:{_HOSTS})\b",
        ),
        rule("identifier/url", _OUT, "http https www ftp", r"\b(?:https?://|ftp://|www\.)[^\s,;\"’”)]{3,200}"),
        rule(
            "identifier/url",
            _OUT,
            _HOSTS.replace("|", " "),
            rf"(?<![\w@.-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_HOSTS})(?:/[^\s,;\"’”)]{{0,200}})?(?![\w@])",
            cased=True,
        ),
        rule("identifier/device", _LEAVE, DIGIT, r"(?<![\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:])"),
        rule("identifier/ip", _LEAVE, DIGIT, r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)", _is_address),
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
        rule("identifier/fax", _LEAVE, "fax faxed faxes", rf"\bfax(?:ed|es)?\b[^.;!?\d+(]{{0,40}}(?P<it>{_PHONE})"),
        _labelled(
            "identifier/health-plan",
            "medicaid|medicare|member|membership|policy|insurance|plan|beneficiary|subscriber|insurer",
        ),
        _labelled("identifier/account", r"account|acct\.?|iban|routing|sort code|card"),
        _labelled("identifier/licence", "licence|license|passport|certificate|dea|npi|permit|visa"),
        rule(
            "identifier/vehicle",
            _LEAVE,
            "plate plates registration tag tags",
            rf"\b(?i:plates?|registration|tags?){_LINK}{_PLATE}",
            _is_plate,
            cased=True,
        ),
        _labelled("identifier/vehicle", "vin|chassis|vehicle identification|vehicle"),
        _labelled("identifier/device", "serial|imei|device|s/n|mac address"),
        _labelled("identifier/record", "mrn|record|patient|hospital|chart|case|file|nhs"),
        _labelled(
            "identifier/unique",
            "inmate|prisoner|booking|docket|student|employee|staff|badge|study|participant|reference|tracking|roll",
        ),
        # What is digits in a known shape.
        rule("identifier/ssn", _LEAVE, DIGIT, r"(?<![\w-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])"),
        rule(
            "identifier/vehicle",
            _LEAVE,
            DIGIT,
            r"\b(?=[A-Z\d]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}\b",
            cased=True,
        ),
        rule("identifier/account", _LEAVE, DIGIT, r"(?<![\w-])\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?![\w-])"),
        rule(
            "identifier/account",
            _LEAVE,
            DIGIT,
            r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?\b",
            cased=True,
        ),
        rule("identifier/phone", _LEAVE, DIGIT, _PHONE, _is_phone),
        # What only one person has.
        rule("identifier/unique", _LEAVE, DIGIT, r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"),
        rule("identifier/unique", _LEAVE, DIGIT, r"\b[A-Z]{1,4}-\d{3,10}(?:-[A-Z\d]{1,10}){0,3}\b", cased=True),
        rule("identifier/unique", "leave the number out", DIGIT, r"(?<![\w.,-])\d{8,20}(?![\w-]|[.,]\d)"),
        rule("identifier/unique", "leave the handle out", "@", r"(?<![\w.@])@[A-Za-z_]\w{2,30}\b"),
        rule(
            "identifier/unique",
            "take away what only one person could be",
            "only first last youngest oldest tallest",
            r"\bthe (?:only|first|last|youngest|oldest|tallest) (?:[\w’'-]{1,30} ){1,4}?"
            r"in (?:the|this|our|her|his|their) "
            r"(?:state|county|country|town|city|village|valley|province|district|world)\b",
            severity=WARNING,
        ),
    )
