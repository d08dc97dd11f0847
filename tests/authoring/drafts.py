"""Drafts of all sorts, as Hypothesis strategies: what a person could type, mark and swap."""

from __future__ import annotations

import re
from dataclasses import replace

from carelevel.authoring import Draft, DraftPoint, DraftTwin, Phrase
from carelevel.authoring.draft.draft import DraftTerm
from carelevel.authoring.draft.keys import findings_by_point
from carelevel.authoring.draft.whitespace import paragraphs, tidy
from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria
from hypothesis import strategies as st

TYPED = r"""[ ] { } ( ) * ** _ __ ` ``` < > & &lt; &#91; # ## - --- + = === 1. 1) 10) ~ ~~~ | ! ![ \ \\ \* : ; , . ? " '
    {a=b} ](x) [x]: <b> <!-- --> <http://a.b> <a@b.c> http://a.b https://x.y/?q=1&r=2 @ % $ ^ / ... @x !y %z
    it's „so“ é ü ñ 漢字 عربي 🙂 👩‍👩‍👧 null true 012 1:30 1e3"""
SIGNS = TYPED.split()
WORDS = ("Ola", "drives", "the last bus", "at night", "a", "I", "No.", "she said", "3", "2*3", "a_b_c", "*Tuesday*")
GAPS = [" ", " ", " ", "", "  ", "\n", "\n\n", "\t", "\u00a0", "\r\n", "\n \n"]
BAD = ["\0", "\x07", "\x7f", "\ud800", "\ufeff", "\ufffe", "\x85", "\u2028", "\u200b", "\x1c"]
FINDINGS = {
    "support": ("strong", "thin", "none"),
    "housing": ("settled", "none"),
    "attendance": ("daily", "part_time"),
    "opioid_use": ("not_using", "using"),
    "nonsense": ("x",),
}

token = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(SIGNS), st.sampled_from(BAD[-4:]))
wild = st.one_of(token, st.sampled_from(BAD), st.text(max_size=4))


def prose(tokens: st.SearchStrategy[str], most: int = 25) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(tokens, st.sampled_from(GAPS)), max_size=most)
    return pairs.map(lambda parts: "".join(word + gap for word, gap in parts))


def shows(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
    one = st.sampled_from(names).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(FINDINGS[name])))
    return st.lists(one, min_size=1, max_size=2).map(dict)


@st.composite
def points(draw: st.DrawFn, tokens: st.SearchStrategy[str], careful: bool) -> DraftPoint:
    """*careful*: phrases that lie apart within paragraphs and show different things."""
    text = draw(prose(tokens))
    phrases: list[Phrase] = []
    names = draw(st.permutations(list(FINDINGS)[:4]))
    for start, end in paragraphs(text) if careful else [(0, len(text) + 2)] * 3:
        cuts = sorted(draw(st.sets(st.integers(start, end), min_size=2, max_size=2))) if end > start + 1 else []
        if cuts and (not careful or len(phrases) < 4):
            findings = draw(shows([names[len(phrases)]] if careful else list(FINDINGS)))
            name = draw(
                st.sampled_from(["", "", "bed" if careful and not phrases else "", "a b", "bed"][: 3 if careful else 5])
            )
            phrases.append(Phrase(cuts[0], cuts[1], findings, name))
    heading = draw(st.sampled_from(["Intake", "A week: later & #2", "1. now"]) if careful else prose(tokens, 3))
    return DraftPoint(heading, text, tuple(phrases))


@st.composite
def drafts(draw: st.DrawFn, careful: bool) -> Draft:
    tokens = token.filter(lambda word: not set(word) & set("[]{}")) if careful else wild
    told = draw(st.lists(points(tokens, careful), min_size=1, max_size=2))
    if careful and len(told) > 1:  # a name belongs to one phrase
        told = [told[0], *(replace(one, phrases=tuple(replace(p, name="") for p in one.phrases)) for one in told[1:])]
    twins = draw(
        st.lists(
            st.builds(
                DraftTwin,
                id=st.just("other-bed") if careful else prose(tokens, 2),
                phrase=st.just("bed"),
                words=prose(tokens.filter(lambda word: not set(word) & set("<>*`[]{}")) if careful else tokens, 30),
                findings=shows(list(FINDINGS)[:4]),
            ),
            max_size=1 if careful else 2,
        )
    )
    if careful and not any(phrase.name for phrase in told[0].phrases):
        twins = []
    plain = tokens.filter(lambda word: not set(word) & set("<>*`[]{}"))
    words = st.sampled_from(re.findall(r"\w+", told[0].text) or ["Ola"]) if careful else prose(tokens, 2)
    terms = st.lists(
        st.builds(DraftTerm, words, prose(plain if careful else tokens, 6)),
        max_size=2,
        unique_by=(lambda term: term.word.casefold()) if careful else None,
    )
    return Draft(
        id="late-bus" if careful else draw(prose(tokens, 2)),
        title=draw(prose(tokens, 6)),
        difficulty=draw(st.sampled_from([1, 2, 3] if careful else [None, 3])),
        discuss=draw(prose(tokens, 12)),
        points=tuple(told),
        twins=tuple(twins),
        reading=draw(st.sampled_from([None, 1, 2, 3])),
        glossary=tuple(draw(terms)),
    )


def expecting(draft: Draft, criteria: Criteria, dissent: str = "") -> Draft:
    """The draft whose author expects what the criteria say, or outpatient for the reason given."""
    levels = [decide(held, criteria).level for held in findings_by_point(tidy(draft), criteria)]
    said = [replace(point, expected=level) for point, level in zip(draft.points, levels, strict=True)]
    if dissent:
        said[0] = replace(
            said[0], expected="residential" if levels[0] != "residential" else "outpatient", dissent=dissent
        )
    return replace(draft, points=tuple(said))
