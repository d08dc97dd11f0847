"""The handout: stories first and answers after, whole, and only ever text."""

from __future__ import annotations

import re

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.exports.explained_point import ExplainedPoint, explained_points
from carelevel.exports.handout import handout
from carelevel.messages import export as export_messages
from lxml import html

Page = html.HtmlElement


def written(bank: Bank, *, twins: bool = True) -> str:
    return "".join(handout(bank.cases(), bank.criteria, twins=twins))


def page(bank: Bank, *, twins: bool = True) -> Page:
    return html.document_fromstring(written(bank, twins=twins).encode())


def told(bank: Bank) -> list[ExplainedPoint]:
    return [one for case in bank.cases() for one in explained_points(case, bank.criteria)]


def text(part: Page) -> str:
    return " ".join("".join(part.itertext()).split())


def test_the_cover_says_what_it_is_for_what_is_in_it_and_what_it_rests_on(bank: Bank) -> None:
    [cover] = page(bank).find_class("cover")
    said = text(cover)
    assert bank.criteria.notice in said
    assert export_messages.CONTENT_NOTE in said
    assert [source.title for source in bank.criteria.sources if source.title not in said] == []
    assert [text(title) for title in cover.find_class("titles")[0]] == [case.title for case in bank.cases()]
    assert bank.criteria.digest[:12] in said


@pytest.mark.parametrize("which", ["bank", "pool"])
def test_every_story_comes_before_every_answer_in_the_same_order(which: str, request: pytest.FixtureRequest) -> None:
    opened: Bank = request.getfixturevalue(which)
    kinds = [article.get("class") for article in page(opened).iter("article")]
    assert kinds == ["story"] * len(told(opened)) + ["answers"] * len(told(opened))


def test_the_pages_to_decide_on_hold_the_whole_story_the_notice_and_every_choice_and_no_answer(bank: Bank) -> None:
    choices = [
        *(level.name for level in bank.criteria.levels),
        "Outside what these criteria can answer: refer",
        *messages.CONFIDENCE.values(),
    ]
    choices += [said for flag in bank.criteria.flags for said in (flag.ask, flag.yes, flag.no)]
    for sheet, explained in zip(page(bank).find_class("story"), told(bank), strict=True):
        said = text(sheet)
        assert [choice for choice in (bank.criteria.notice, *choices) if choice not in said] == []
        prose = [] if explained.twin else [" ".join(part.text.split()) for part in explained.point.paragraphs]
        assert [paragraph for paragraph in prose if paragraph not in said] == []
        assert messages.RECOMMENDED.partition("{")[0] not in said


def test_a_twin_shows_the_phrase_before_and_now(pool: Bank) -> None:
    [twin] = [text(sheet) for sheet in page(pool).find_class("story") if export_messages.HANDOUT["twin"] in text(sheet)]
    assert "BeforeGus swims breaststroke and nothing else.NowGus swims all four strokes" in twin
    assert len(page(pool, twins=False).find_class("story")) == len(told(pool)) - 1


def test_an_answer_says_the_level_what_is_accepted_the_flags_the_reasons_and_what_would_change_it(bank: Bank) -> None:
    for sheet, explained in zip(page(bank).find_class("answers"), told(bank), strict=True):
        said, explanation = text(sheet), explained.explanation
        for reason in explanation.reasons:
            assert reason.name in said
            assert [phrase for phrase in reason.phrases if f"“{' '.join(phrase.split())}”" not in said] == []
            assert [claim for claim in reason.claims if f"{claim.says} ({claim.where})" not in said] == []
        assert [one for change in explanation.changes for one in change.ifs if one not in said] == []
        others = [bank.criteria.level(level).name for level in explained.assessment.accepted]
        assert [name for name in (*others, explanation.basis) if name not in said] == []
        assert [
            flag.yes for flag in bank.criteria.flags if explained.assessment.flags[flag.id] and flag.yes not in said
        ] == []


def test_what_is_said_for_safety_stands_beside_every_answer_with_its_references(bank: Bank) -> None:
    for sheet, explained in zip(page(bank).find_class("answers"), told(bank), strict=True):
        shown = [text(box) for box in sheet.find_class("warning")]
        due = [*explained.explanation.red_flags, *explained.explanation.safety.lines]
        assert len(shown) == len(due)
        for box, warning in zip(shown, due, strict=True):
            assert " ".join(warning.says.split()) in box
            assert [work for work in warning.references if work.cite not in box] == []


def test_the_end_says_what_the_sources_leave_out_and_what_each_reference_says(bank: Bank) -> None:
    said = text(page(bank))
    ending = [*(silence.says for silence in bank.criteria.silences), *(one.says for one in bank.criteria.references)]
    assert [one for one in ending if one not in said] == []


def test_a_word_is_never_markup(hostile: Bank, pool: Bank) -> None:
    found = page(hostile)
    assert {element.tag for element in found.iter()} == {element.tag for element in page(pool).iter()}
    assert "<script>alert" in text(found)
    assert "\x0b" not in written(hostile)


def test_nothing_is_loaded_and_nothing_runs(bank: Bank) -> None:
    whole = written(bank)
    assert re.findall(r"<(?:script|link|img|iframe|a)\b|\b(?:src|href|onclick)=|url\(|@import|https?:", whole) == []
    assert "default-src 'none'" in whole


def test_the_same_bank_makes_the_same_handout(pool: Bank) -> None:
    assert written(pool) == written(pool)


def test_what_words_mean_stands_under_the_story_in_which_they_stand_and_nowhere_else(pool: Bank) -> None:
    first, twin, *others = page(pool).find_class("story")
    said = "Words in this story breaststroke Arms and legs go out and in like a frog's."
    assert [" ".join(text(part).split()) for part in first.find_class("glossary")] == [text_of_terms(said)]
    assert "Both arms come over" in text(twin.find_class("glossary")[0])
    assert [part for other in others for part in other.find_class("glossary")] == []


def text_of_terms(said: str) -> str:
    return said.replace("story ", "story").replace("breaststroke ", "breaststroke")
