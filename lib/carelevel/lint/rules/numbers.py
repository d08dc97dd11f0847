"""Numbers, addresses and codes that lead to one person: the telephone, the web, and what offices hand out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.patterns import ERROR, WARNING, Rule, Table, rule
from carelevel.lint.prose import DIGIT, Prose

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
    return any(one.isdigit() for one in plate) and any(one.isalpha() for one in plate) and len(plate) >= 5


def _is_address(match: re.Match[str]) -> bool:
    return all(int(part) < 256 for part in match.group().split("."))


def _is_ip6(match: re.Match[str]) -> bool:
    parts = match.group().split(":")
    return "::" in match.group() or len(parts) == 8


def _is_phone(match: re.Match[str]) -> bool:
    return 7 <= sum(character.isdigit() for character in match.group()) <= 15


def _labelled(code: str, words: str, label: str) -> Rule:
    """A row for a code that stands after its label: "MRN 00452178", "policy no. HP-330918"."""
    return rule(code, ERROR, words, rf"\b(?i:{label}){_LINK}{_CODE}", _LEAVE, _is_code, cased=True)


_RULES = Table(
    # What a name or a sign in it gives away, before anything that is digits only.
    rule(
        "identifier/email",
        ERROR,
        {"@", "at"},
        r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
        _OUT,
    ),
    rule(
        "identifier/email",
        ERROR,
        "dot",
        rf"\b[\w.+-]{{1,64}} (?:at|\(at\)|\[at\]) [\w-]{{1,63}} (?:dot|\(dot\)) (?:{_HOSTS})\b",
        _OUT,
    ),
    rule(
        "identifier/url",
        ERROR,
        "http https www ftp",
        r"\b(?:https?://|ftp://|www\.)[^\s,;\"’”)]{3,200}",
        _OUT,
    ),
    rule(
        "identifier/url",
        ERROR,
        _HOSTS.replace("|", " "),
        rf"(?<![\w@.-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_HOSTS})(?:/[^\s,;\"’”)]{{0,200}})?(?![\w@])",
        _OUT,
        cased=True,
    ),
    rule(
        "identifier/device",
        ERROR,
        DIGIT,
        r"(?<![\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:])",
        _LEAVE,
    ),
    rule("identifier/ip", ERROR, DIGIT, r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)", _LEAVE, _is_address),
    rule(
        "identifier/ip",
        ERROR,
        DIGIT,
        r"(?<![\w:])(?=[0-9a-fA-F:]{0,39}\d)[0-9a-fA-F]{1,4}(?:::?[0-9a-fA-F]{1,4}){2,7}(?![\w:])",
        _LEAVE,
        _is_ip6,
    ),
    # What is labelled.
    rule(
        "identifier/ssn",
        ERROR,
        "ssn social",
        r"\b(?:ssn|social security(?: number)?|social)(?:[\s,:#]{1,3}(?:is|was|number|no\.?|ends|ending|in|are)\b){0,4}"
        r"[\s,:#]{1,3}(?P<it>[\dx*][\dx* -]{2,14}\d)(?![\w-])",
        _LEAVE,
    ),
    rule(
        "identifier/ssn",
        ERROR,
        DIGIT,
        r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
        _LEAVE,
        cased=True,
    ),
    rule("identifier/fax", ERROR, "fax faxed faxes", rf"\bfax(?:ed|es)?\b[^.;!?\d+(]{{0,40}}(?P<it>{_PHONE})", _LEAVE),
    _labelled(
        "identifier/health-plan",
        "medicaid medicare member policy insurance plan beneficiary subscriber insurer",
        r"medicaid|medicare|member(?:ship)?|policy|insurance|plan|beneficiary|subscriber|insurer",
    ),
    _labelled(
        "identifier/account",
        "account iban routing sort card acct",
        r"account|acct\.?|iban|routing|sort code|(?:bank|credit|debit) card|card",
    ),
    _labelled(
        "identifier/licence",
        "licence license passport certificate dea npi permit visa",
        r"licen[cs]e|passport|certificate|dea|npi|permit|visa",
    ),
    rule(
        "identifier/vehicle",
        ERROR,
        "plate plates registration tag tags",
        rf"\b(?i:plates?|registration|tags?){_LINK}{_PLATE}",
        _LEAVE,
        _is_plate,
        cased=True,
    ),
    _labelled("identifier/vehicle", "vin chassis vehicle", r"vin|chassis|vehicle identification|vehicle"),
    _labelled(
        "identifier/device",
        "serial imei device s mac",
        r"serial|imei|device|s/n|mac address",
    ),
    _labelled(
        "identifier/record",
        "mrn record patient hospital chart case file nhs",
        r"mrn|(?:medical )?record|patient|hospital|chart|case|file|nhs",
    ),
    _labelled(
        "identifier/unique",
        "inmate prisoner booking docket student employee staff badge study participant reference tracking roll",
        r"inmate|prisoner|booking|docket|student|employee|staff|badge|study|participant|reference|tracking|roll",
    ),
    # What is digits in a known shape.
    rule("identifier/ssn", ERROR, DIGIT, r"(?<![\w-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])", _LEAVE),
    rule(
        "identifier/vehicle",
        ERROR,
        DIGIT,
        r"\b(?=[A-Z\d]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}\b",
        _LEAVE,
        cased=True,
    ),
    rule("identifier/account", ERROR, DIGIT, r"(?<![\w-])\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?![\w-])", _LEAVE),
    rule(
        "identifier/account",
        ERROR,
        DIGIT,
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?\b",
        _LEAVE,
        cased=True,
    ),
    rule("identifier/phone", ERROR, DIGIT, _PHONE, _LEAVE, _is_phone),
    # What only one person has.
    rule(
        "identifier/unique",
        ERROR,
        DIGIT,
        r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b",
        _LEAVE,
    ),
    rule(
        "identifier/unique",
        ERROR,
        DIGIT,
        r"\b[A-Z]{1,4}-\d{3,10}(?:-[A-Z\d]{1,10}){0,3}\b",
        _LEAVE,
        cased=True,
    ),
    rule("identifier/unique", ERROR, DIGIT, r"(?<![\w.,-])\d{8,20}(?![\w-]|[.,]\d)", "leave the number out"),
    rule("identifier/unique", ERROR, "@", r"(?<![\w.@])@[A-Za-z_]\w{2,30}\b", "leave the handle out"),
    rule(
        "identifier/unique",
        WARNING,
        "only first last youngest oldest tallest",
        r"\bthe (?:only|first|last|youngest|oldest|tallest) (?:[\w’'-]{1,30} ){1,4}?in (?:the|this|our|her|his|their) "
        r"(?:state|county|country|town|city|village|valley|province|district|world)\b",
        "take away what only one person could be",
    ),
)


def numbers(prose: Prose) -> Iterator[Diagnostic]:
    """Addresses of the web and the mail, numbers after their label, then numbers of a known shape."""
    return _RULES.finds(prose)
