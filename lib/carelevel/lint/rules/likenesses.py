"""What a body leaves on file: biometric records, and pictures of the person."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.patterns import ERROR, Table, rule
from carelevel.lint.prose import Prose

_OUT = "leave it out: nobody learns from it"
_FILED = r"(?:on file|on record|taken|stored|kept|in the (?:file|system|database|record))"
_WHOSE = (
    r"(?:the (?:patient|client|person|resident)|(?:his|her|their) (?:own )?face"
    r"|(?:him|her|them|himself|herself)(?=[.,;:!?)]|$| (?:is|was|in|on|at|with|from|for)\b))"
)

_RULES = Table(
    rule(
        "identifier/biometric",
        ERROR,
        "fingerprint fingerprints handprint handprints palmprint palmprints",
        rf"\b(?:finger|hand|palm) ?prints? (?:(?:is|are|were|was|have been) )?{_FILED}\b",
        _OUT,
    ),
    rule("identifier/biometric", ERROR, "fingerprinted", r"\bfingerprinted\b", _OUT),
    rule(
        "identifier/biometric",
        ERROR,
        "voiceprint voiceprints faceprint gait",
        r"\b(?:voice|face) ?prints?\b|\bgait (?:recognition|signature)\b",
        _OUT,
    ),
    rule(
        "identifier/biometric",
        ERROR,
        "retina retinal iris facial face palm",
        r"\b(?:retinal?|iris|facial|face|palm) scans?\b",
        _OUT,
    ),
    rule(
        "identifier/biometric",
        ERROR,
        "scan scans scanned",
        r"\bscans? of (?:his|her|their) (?:iris|irises|retina|face|palm|thumb|fingers?|eyes?)\b",
        _OUT,
    ),
    rule("identifier/biometric", ERROR, "facial", r"\bfacial recognition\b", _OUT),
    rule("identifier/biometric", ERROR, "dna", r"\bdna (?:sample|profile|test|record|swab)s?\b", _OUT),
    rule("identifier/photo", ERROR, "mugshot mugshots headshot headshots", r"\b(?:mugshots?|headshots?)\b", _OUT),
    rule("identifier/photo", ERROR, "passport id", r"\b(?:passport|id) (?:photo|photograph|picture)s?\b", _OUT),
    rule(
        "identifier/photo",
        ERROR,
        "photo photograph photos photographs picture pictures selfie image",
        rf"\b(?:a |the )?(?:photo(?:graph)?|picture|selfie|image)s? of {_WHOSE}",
        _OUT,
    ),
    rule(
        "identifier/photo",
        ERROR,
        "attached enclosed attach enclosing",
        r"\b(?:attached|enclosed) (?:photo(?:graph)?|picture|image)s?\b"
        r"|\b(?:(?:his|her|their|the|a) )?(?:photo(?:graph)?|picture|image)s? "
        r"(?:is|are|was|were) (?:attached|enclosed)\b",
        _OUT,
    ),
    rule(
        "identifier/photo",
        ERROR,
        "photo photograph picture",
        r"\b(?:his|her|their) (?:photo(?:graph)?|picture) (?:is )?(?:in|on) (?:the|his|her|their) "
        r"(?:file|form|chart|record|folder|website|badge)\b",
        _OUT,
    ),
)


def likenesses(prose: Prose) -> Iterator[Diagnostic]:
    """Fingerprints and the like on record, and pictures of the person."""
    return _RULES.finds(prose)
