"""What is wrong with a glossary, held against the story in which its words are to stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from carelevel.bank.seen import TURNING, is_seen
from carelevel.core.glossary import Term

MOST_TERMS = 30
LONGEST_WORD, LONGEST_MEANING = 60, 300
"""Characters."""
MARKUP = "[]{}<>*`"
"""What stands in no plain words."""
PLAIN_WORDS = "write a few plain words there"


@dataclass(frozen=True, slots=True)
class WrongTerm:
    """A mistake in one *part*, "word" or "meaning", of the entry of this *number*, from 0."""

    number: int
    part: str
    problem: str
    remedy: str


def wrong_terms(terms: Sequence[Term], texts: Collection[str]) -> Iterator[WrongTerm]:
    """Every mistake; *texts*: all paragraphs in which a word may stand, those of twins included."""
    if len(terms) > MOST_TERMS:
        yield WrongTerm(MOST_TERMS, "word", f"{len(terms)} words in the glossary", f"keep to {MOST_TERMS}")
    explained: set[str] = set()
    for number, term in enumerate(terms[:MOST_TERMS]):
        wrong = wrong_text(term.word, LONGEST_WORD)
        if wrong:
            yield WrongTerm(number, "word", f"a word of the glossary {wrong}", PLAIN_WORDS)
        elif term.word.casefold() in explained:
            yield WrongTerm(number, "word", f"the glossary explains '{term.word}' twice", "keep one of the two")
        elif not any(map(term.stands_in, texts)):
            problem = f"the glossary explains '{term.word}', which does not stand in the story"
            yield WrongTerm(number, "word", problem, "write it as it stands there, or take it away")
        explained.add(term.word.casefold())
        wrong = wrong_text(term.meaning, LONGEST_MEANING)
        if wrong:
            yield WrongTerm(number, "meaning", f"a meaning in the glossary {wrong}", PLAIN_WORDS)


def wrong_text(text: str, longest: int) -> str:
    """What is wrong with a few plain words of an author's; '' where nothing is."""
    if not is_seen(text):
        return "is empty"
    if any(sign in text for sign in TURNING):
        return "has signs that turn the writing around"
    if len(text) > longest:
        return f"has {len(text):,} characters, and {longest} is the most"
    return "has markup" if any(sign in text for sign in MARKUP) else ""
