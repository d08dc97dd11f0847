"""A whole case: where each hit stands, what comes from the front matter, what a twin brings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.bank.vignette import Swap
from carelevel.core.case import Dissent, Twin
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.core.glossary import Term
from carelevel.lint import CODES, lint_case

from tests.conftest import our_bank
from tests.lint.stories import QUIET, case, point

ONE_OF_EACH = {
    "identifier/name": "Ben Okafor",
    "identifier/place": "in Ludlow",
    "identifier/date": "on 12 March",
    "identifier/phone": "on 503-555-0142",
    "identifier/fax": "by fax, 503-555-0177",
    "identifier/email": "to dev@example.com",
    "identifier/ssn": "as 900-45-1234",
    "identifier/record": "as MRN 00452178",
    "identifier/health-plan": "with member number W2210-4471",
    "identifier/account": "from account 00442918",
    "identifier/license": "with license D400-7836",
    "identifier/vehicle": "with plate 7KLM 332",
    "identifier/device": "with serial number PM-5541",
    "identifier/url": "on www.example.org",
    "identifier/ip": "from 192.0.2.44",
    "identifier/biometric": "with a voiceprint",
    "identifier/photo": "with a mugshot",
    "identifier/unique": "as inmate A48213",
    "identifier/age": "about somebody aged 91",
    "identifier/employer": "at Dunmore Foods Inc",
    "identifier/relative": "to her sister Maria",
    "wording/stigma": "about an addict",
    "wording/british": "in grey pencil",
}
NOT_OF_ONE_SENTENCE = {
    "length/short",
    "length/long",
    "reading/hard",
    "evidence/gives-away",
    "evidence/all",
    "evidence/phrase",
    "evidence/unmarked",
    "wording/spelling",
    "identifier/combination",
}


def test_a_quiet_story_has_no_hit(criteria: Criteria) -> None:
    assert lint_case(case(), criteria) == ()


def test_every_code_is_tried_here() -> None:
    assert set(ONE_OF_EACH) | NOT_OF_ONE_SENTENCE == set(CODES)


@pytest.mark.parametrize(("code", "words"), ONE_OF_EACH.items())
def test_a_planted_word_is_found_once_with_its_place(code: str, words: str, criteria: Criteria) -> None:
    second = f"Somebody wrote it down {words}, and then again."
    (hit,) = lint_case(case(point(f"{QUIET}\n\n{second}")), criteria)
    assert (hit.code, hit.place.part, hit.place.point, hit.place.paragraph) == (code, "story", 0, 1)
    assert hit.span is not None
    assert second[slice(*hit.span)] == hit.words
    assert hit.words in words
    assert hit.remedy


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            ("He is in his seventies.", "She drove to Vermont.", "He has hemophilia."),
            "Vermont, hemophilia, his seventies",
        ),
        (("She is a farrier.", "They live in Wyoming."), "farrier, Wyoming"),
        (("He is in his seventies.", "He lives in Vermont."), ""),
        (("He is in his thirties.", "He lives in Ohio.", "He is a roofer and has hemophilia."), ""),
    ],
)
def test_details_that_only_together_lead_to_somebody_are_named(
    told: tuple[str, ...], named: str, criteria: Criteria
) -> None:
    found = lint_case(case(point("\n\n".join([QUIET, *told]))), criteria)
    assert [(hit.code, hit.words, hit.place.paragraph) for hit in found if hit.place] == (
        [("identifier/combination", named, len(told))] if named else []
    )


def test_the_front_matter_and_the_headings_are_read_too(criteria: Criteria) -> None:
    told = replace(point(heading="On 12 March"), dissent=Dissent("residential", "Dr. Lane would say so."))
    written = case(told, title="Toledo by night", discuss="What would you ask the addict?")
    spoken = {"home": "I am home.", "support": "Ask my cousin Femi."}
    more = replace(written, glossary=(Term("van", "What an addict drives."),), opening="He is 43.", unsaid=spoken)
    hits = lint_case(more, criteria)
    assert [(hit.code, hit.place.part) for hit in hits] == [
        ("identifier/place", "title"),
        ("identifier/age", "opening"),
        ("identifier/relative", "unsaid"),
        ("wording/stigma", "discuss"),
        ("wording/stigma", "glossary"),
        ("identifier/date", "heading"),
        ("identifier/name", "dissent"),
    ]


def test_a_title_that_names_a_level_gives_the_answer_away(criteria: Criteria) -> None:
    (hit,) = lint_case(case(title="Residential by Monday"), criteria)
    assert (hit.code, hit.place) == ("evidence/gives-away", CasePart("title"))


def test_an_explained_word_whose_meaning_names_a_level_gives_the_answer_away(criteria: Criteria) -> None:
    told = replace(case(), glossary=(Term("grill", "the answer is partial hospitalization"), Term("lot", "a field")))
    (hit,) = lint_case(told, criteria)
    assert (hit.code, hit.place) == ("evidence/gives-away", CasePart("glossary", point=0))


def test_words_of_an_interview_that_name_a_level_give_the_answer_away(criteria: Criteria) -> None:
    told = replace(
        case(), opening="She asks for residential care.", unsaid={"home": "I would rather be in residential."}
    )
    opening, unsaid = lint_case(told, criteria)
    assert {hit.code for hit in (opening, unsaid)} == {"evidence/gives-away"}
    assert (opening.place, unsaid.place) == (CasePart("opening"), CasePart("unsaid", point=0))


def test_a_twin_brings_the_hits_of_its_own_phrase_only(criteria: Criteria) -> None:
    story = f"{QUIET} [Her cousin calls at nine every evening]{{#cousin support=thin}}, in Ludlow."
    swapped = point(story, Swap("cousin", "Her cousin Femi calls at nine every evening"))
    changed = tuple(replace(shown, changed=True) for shown in swapped.evidence)
    twin = Twin("femi", "cousin", (replace(swapped, evidence=changed),))
    hits = lint_case(case(point(story), twins=(twin,)), criteria)
    assert [(hit.code, hit.words, hit.place.twin) for hit in hits] == [
        ("identifier/place", "Ludlow", ""),
        ("identifier/relative", "Femi", "femi"),
    ]
    assert hits[1].span is not None
    assert swapped.paragraphs[0].text[slice(*hits[1].span)] == "Femi"


def test_a_name_that_the_case_uses_is_no_place_in_another_paragraph(criteria: Criteria) -> None:
    story = f"{QUIET}\n\nYsolde has the other key.\n\nShe walked back to Ysolde in the rain."
    assert lint_case(case(point(story)), criteria) == ()
    assert lint_case(case(point(f"{QUIET}\n\nShe walked back to Ysolde in the rain.")), criteria) != ()


def test_a_short_and_a_long_decision_point_are_told_with_their_length(criteria: Criteria) -> None:
    short = point("A kettle. A van. A dog. A glove.")
    assert _codes(lint_case(case(short), criteria)) == ["length/short"]
    assert _codes(lint_case(case(point(f"{QUIET} {QUIET} {QUIET}")), criteria)) == ["length/long"]


def test_long_words_in_long_sentences_are_hard_to_read(criteria: Criteria) -> None:
    hard = "Considerable organisational difficulties notwithstanding, accommodation arrangements are necessary " * 13
    (hit,) = [hit for hit in lint_case(case(point(hard)), criteria) if hit.code == "reading/hard"]
    assert hit.severity is Severity.WARNING


def test_no_vignette_of_the_bank_has_an_error(criteria: Criteria) -> None:
    hits = [(known.id, hit) for known in our_bank().cases() for hit in lint_case(known, criteria)]
    assert [hit for hit in hits if hit[1].severity is Severity.ERROR] == []


def _codes(hits: tuple[Diagnostic, ...]) -> list[str]:
    return [hit.code for hit in hits if hit.code != "evidence/all"]
