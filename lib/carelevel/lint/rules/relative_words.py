"""Words around a relative's name."""

from __future__ import annotations

CALLING = frozenset({"he", "she", "they", "i", "we", "everybody", "everyone", "family"})
BE = frozenset({"is", "was", "are", "were", "being"})
CLOSING = (",", ".", ";", ")", ":", "!", "?", "\n", "\t", "")
WHOSE = frozenset({"his", "her", "their", "my", "our", "your"})
PHRASES = frozenset(
    {
        ("half", "better"),
        ("half", "other"),
        ("other", "significant"),
        ("other", "sig"),
        ("kin", "of"),
        ("law", "in"),
        ("law", "mother-in"),
        ("law", "father-in"),
        ("baby", "of"),
        ("lady", "old"),
        ("man", "old"),
        ("mama", "baby"),
        ("daddy", "baby"),
        *((who, "neighbor") for who in ("lady", "man", "guy", "kid", "girl", "boy", "woman")),
        ("kid", "foster"),
        ("man", "best"),
        *((who, whose) for who in ("man", "lady") for whose in WHOSE),
    }
)
"""Words for a relative, the last one first."""
CONTACTS = frozenset({"contact", "contacts", "ec", "called", "call", "reached", "notify", "via", "roi", "kin", "nok"})
AND = frozenset({"and", "&", "or"})
TIED = frozenset(
    {
        *((tie, "to") for tie in ("married", "engaged", "wedding", "marriage", "widow", "wed", "mother", "father")),
        *((tie, "from") for tie in ("divorced", "separated", "divorce", "separation")),
        *((tie, "of") for tie in ("custody", "guardianship", "mother", "father", "mom", "dad", "parents", "widow")),
        *((tie, "of") for tie in ("grandmother", "grandfather", "grandma", "grandpa", "guardian", "aunt", "uncle")),
        *((tie, "with") for tie in ("pregnant", "visits", "visitation")),
        ("birth", "to"),
        ("pregnant", "by"),
    }
)
"""What a name follows that is a husband's, a wife's or a child's, without a word for either."""
