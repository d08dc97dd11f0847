"""The codes of lint, and a diagnostic of one of them."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.case import Span
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity

CODES: Mapping[str, str] = {
    "identifier/name": "a name beyond a first name",
    "identifier/place": "a place smaller than a state",
    "identifier/date": "a date finer than a year",
    "identifier/phone": "a telephone number",
    "identifier/fax": "a fax number",
    "identifier/email": "an e-mail address",
    "identifier/ssn": "a social security number",
    "identifier/record": "a medical record or case number",
    "identifier/health-plan": "a health plan number",
    "identifier/account": "an account or card number",
    "identifier/license": "a license or certificate number",
    "identifier/vehicle": "a vehicle's number or plate",
    "identifier/device": "a device's number",
    "identifier/url": "a web address",
    "identifier/ip": "an IP address",
    "identifier/biometric": "a biometric record",
    "identifier/photo": "a photograph of the person",
    "identifier/unique": "another code or trait that only one person has",
    "identifier/age": "an exact age, or one over 89",
    "identifier/employer": "an employer, clinic or school by name",
    "identifier/relative": "a relative's name",
    "identifier/combination": "details that are harmless alone and together lead to one person",
    "wording/stigma": "wording that stigmatizes",
    "wording/british": "British spelling, or a British word",
    "wording/spelling": "another word than this bank writes",
    "length/short": "a decision point that is too short",
    "length/long": "a decision point that is too long",
    "reading/hard": "prose that is hard to read",
    "evidence/gives-away": "words that name the finding or the level",
    "evidence/all": "too little beside the evidence",
    "evidence/unmarked": "a sentence that may show a finding, and marks none",
    "evidence/phrase": "a finding without a phrase that could show it",
}
"""Every code that lint gives, with what it stands for; a code never changes its meaning."""


def hit(
    code: str, severity: Severity, span: Span | None, remedy: str, words: str = "", place: CasePart | None = None
) -> Diagnostic:
    """What a rule found: at *span* of the text that it read, None where the whole of it is meant."""
    return Diagnostic("", 0, CODES[code], remedy, severity, code, place, span=span, words=words)
