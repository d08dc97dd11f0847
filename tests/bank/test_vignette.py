"""A story as sentences and phrases: where one ends, where the next begins, what a phrase touches."""

from __future__ import annotations

import pytest
from carelevel.bank.sentence import sentences
from carelevel.bank.vignette import Swap, Vignette, read_vignette

from tests.conftest import our_bank


def cut(text: str) -> list[str]:
    return [text[slice(*sentence.at)] for sentence in sentences(text, 0)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One sentence without a stop"],
        ["She hums.", "She stops."],
        ["Is it far?", "It is!", "No…", "Yes."],
        ["He asked Mr. Ito and Mrs. Ito.", "They knew."],
        ["J. came with J. R. Ito and with J.R. Ito.", "Nobody sat."],
        ["It was Dr. Ito vs. St. Anne.", "He won."],
        ["It was he and I.", "We left."],
        ["“Do I have to?” she asks, and sits.", "Nobody answers."],
        ['"I know," she says.', '"Put me back and I will."', "She means it."],
        ["He says (and means) it.", "(Or so it seems.)", "Then he goes."],
        ["She asked whether he had said “Why?” or not.", "He had."],
        ["“Is that so?”", "“It is.”"],
        ["Well … perhaps.", "Or not."],
        ["He waited...", "Then he went."],
        ["Who knows?!", "She does."],
        ["He said no.", "She said nothing."],
        ["She lives at no. 5 with a cat.", "It is grey."],
        ["It ended in the spring.", "Éloïse did not mind.", "Ödön did."],
        ["There were three.", "4 came later."],
        ["She earns 3.50 an hour.", "It is not much."],
        ["a.b.c", "Then D."][1:],
        ["He is called “The Plumber.”", "It fits."],
        ["It ends with a quote: “so.”"],
    ],
)
def test_a_paragraph_is_cut_where_a_reader_would_pause(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize("text", ["", "   ", "A.", "... A", "A.  B.   C", "?! ?! A b", "“”", "A.\tB. C", "I. I. I."])
def test_the_sentences_hold_all_that_is_no_space_and_never_overlap(text: str) -> None:
    covered = [place for sentence in sentences(text, 0) for place in range(*sentence.at)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)


def test_every_sentence_of_the_bank_begins_and_ends_with_more_than_space() -> None:
    for case in our_bank().cases():
        for point in (*case.points, *(point for twin in case.twins for point in twin.points)):
            for paragraph in point.paragraphs:
                parts = [paragraph.text[slice(*sentence.at)] for sentence in paragraph.sentences]
                assert all(part == part.strip() != "" for part in parts)
                assert " ".join(parts) == paragraph.text


def story(text: str, swap: Swap | None = None) -> Vignette:
    vignette = read_vignette(f"## Intake\n\n{text}\n", "x.md", 0, swap)
    assert vignette.mistakes == ()
    return vignette


def test_a_phrase_touches_every_sentence_that_it_shares_a_character_with() -> None:
    (section,) = story("He came. [She left. She ran]{a=b} and ran. [It]{c=d} rained.").sections
    first, second = section.evidence
    assert (first.sentences, second.sentences) == ((1, 2), (3,))
    text = section.paragraphs[0].text
    assert text[slice(*first.at)] == first.phrase == "She left. She ran"


def test_a_finding_may_be_called_as_an_attribute_of_a_page_is() -> None:
    (section,) = story("[It came early.]{onset=early action=javascript:x home=steady}").sections
    assert section.evidence[0].findings == {"onset": "early", "action": "javascript:x", "home": "steady"}


def test_a_phrase_may_run_over_lines_and_hold_emphasis() -> None:
    (section,) = story("One [two\nand *three*]{a=b} four.").sections
    (shown,) = section.evidence
    assert shown.phrase == "two and three"
    assert section.paragraphs[0].text == "One two and three four."
    assert [section.paragraphs[0].text[slice(*at)] for at in section.paragraphs[0].stressed] == ["three"]


def test_the_line_of_a_phrase_is_that_of_its_opening_bracket() -> None:
    (section,) = story("One\ntwo [three\nfour]{a=b} five [six]{c=d}.").sections
    assert section.lines == [4, 5]


def test_a_swap_replaces_the_phrase_alone_and_says_so() -> None:
    (section,) = story("One [two *three*\nfour]{#x a=b}, [five]{c=d}.", Swap("x", "Just\n  six")).sections
    assert section.paragraphs[0].text == "One Just six, five."
    assert [(shown.phrase, shown.changed) for shown in section.evidence] == [("Just six", True), ("five", False)]
    assert section.paragraphs[0].stressed == ()


def test_the_sentences_of_a_swapped_story_are_cut_anew() -> None:
    (section,) = story("One [two]{#x a=b}. Three.", Swap("x", "two. And a half")).sections
    assert len(section.paragraphs[0].sentences) == 3
    assert section.evidence[0].sentences == (0, 1)


def test_an_apostrophe_a_dash_and_an_entity_are_only_text() -> None:
    (section,) = story("It’s 5 < 6 – R&amp;B & *so on*.").sections
    assert section.paragraphs[0].text == "It’s 5 < 6 – R&B & so on."


def test_paragraphs_and_sections_stand_in_their_order() -> None:
    vignette = story("One.\n\nTwo.\n\n## Later\n\nThree.")
    assert [section.heading for section in vignette.sections] == ["Intake", "Later"]
    assert [len(section.paragraphs) for section in vignette.sections] == [2, 1]
