"""What a body leaves on file: biometric records, and pictures of the person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import Rule, rule, table
from carelevel.lint.word_lists import WordLists

_OUT = "leave it out: nobody learns from it"
_FILED = r"(?:on file|on record|taken|stored|kept|in the (?:file|system|database|record))"
_WHOSE = (
    r"(?:the (?:patient|client|person|resident)|(?:his|her|their) (?:own )?face"
    r"|(?:him|her|them|himself|herself)(?=[.,;:!?)]|$| (?:is|was|in|on|at|with|from|for)\b))"
)

_biometric = partial(rule, "identifier/biometric", _OUT)
_photo = partial(rule, "identifier/photo", _OUT)


@table
def likenesses(_lists: WordLists) -> Iterator[Rule]:
    """Fingerprints and the like on record, and pictures of the person."""
    yield from (
        _biometric(
            "fingerprint fingerprints handprint handprints palmprint palmprints",
            rf"\b(?:finger|hand|palm) ?prints? (?:(?:is|are|were|was|have been) )?{_FILED}\b",
        ),
        _biometric("fingerprinted", r"\bfingerprinted\b"),
        _biometric(
            "voiceprint voiceprints faceprint gait", r"\b(?:voice|face) ?prints?\b|\bgait (?:recognition|signature)\b"
        ),
        _biometric("retina retinal iris facial face palm", r"\b(?:retinal?|iris|facial|face|palm) scans?\b"),
        _biometric(
            "scan scans scanned",
            r"\bscans? of (?:his|her|their) (?:iris|irises|retina|face|palm|thumb|fingers?|eyes?)\b",
        ),
        _biometric("facial", r"\bfacial recognition\b"),
        _biometric("dna", r"\bdna (?:sample|profile|test|record|swab)s?\b"),
        _photo("mugshot mugshots headshot headshots", r"\b(?:mugshots?|headshots?)\b"),
        _photo("passport id", r"\b(?:passport|id) (?:photo|photograph|picture)s?\b"),
        _photo(
            "photo photograph photos photographs picture pictures selfie image",
            rf"\b(?:a |the )?(?:photo(?:graph)?|picture|selfie|image)s? of {_WHOSE}",
        ),
        _photo(
            "attached enclosed attach enclosing",
            r"\b(?:attached|enclosed) (?:photo(?:graph)?|picture|image)s?\b"
            r"|\b(?:(?:his|her|their|the|a) )?(?:photo(?:graph)?|picture|image)s? "
            r"(?:is|are|was|were) (?:attached|enclosed)\b",
        ),
        _photo(
            "photo photograph picture",
            r"\b(?:his|her|their) (?:photo(?:graph)?|picture) (?:is )?(?:in|on) (?:the|his|her|their) "
            r"(?:file|form|chart|record|folder|website|badge)\b",
        ),
    )
