"""Moodle XML: of the documented structure, read by others, right in every mark, and only ever text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.case import Case
from carelevel.core.criteria import ESCALATE
from carelevel.exports.explained_point import ExplainedPoint, explained_points
from carelevel.exports.moodle import moodle
from carelevel.exports.moodle_xml import LONGEST_NUMBER
from carelevel.feedback.comparison import harms
from lxml import etree, html

from tests.stories import evidence_of, swapped

Question = etree._Element
STRUCTURE = etree.RelaxNG(etree.parse(Path(__file__).with_name("moodle.rng")))


def questions(bank: Bank, *cases: Case, twins: bool = True) -> dict[str, Question]:
    """What is asked, by its number."""
    quiz = written(bank, *cases, twins=twins)
    return {asked.findtext("idnumber"): asked for asked in quiz.findall("question[@type='multichoice']")}


def written(bank: Bank, *cases: Case, twins: bool = True) -> Question:
    text = "".join(moodle(cases or bank.cases(), bank.criteria, twins=twins))
    return etree.fromstring(text.encode())


def told(bank: Bank) -> Iterator[ExplainedPoint]:
    for case in bank.cases():
        yield from explained_points(case, bank.criteria)


def right(asked: Question) -> list[bool]:
    return [answer.get("fraction") == "100" for answer in asked.findall("answer")]


def texts(quiz: Question) -> Iterator[html.HtmlElement]:
    """Every piece of HTML in a file."""
    for text in quiz.iterfind(".//*[@format='html']/text"):
        yield html.fragment_fromstring(text.text or "", create_parent="div")


@pytest.mark.parametrize("which", ["bank", "pool", "hostile"])
def test_a_bank_has_the_structure_that_moodle_documents(which: str, request: pytest.FixtureRequest) -> None:
    quiz = written(request.getfixturevalue(which))
    assert STRUCTURE.validate(quiz), STRUCTURE.error_log


@pytest.mark.parametrize("which", ["bank", "pool"])
def test_each_decision_is_a_question_on_the_level_and_one_for_each_flag_under_numbers_of_their_own(
    which: str, request: pytest.FixtureRequest
) -> None:
    opened: Bank = request.getfixturevalue(which)
    kinds = ["level", *(flag.id for flag in opened.criteria.flags)]
    assert list(questions(opened)) == [f"{explained.id}.{kind}" for explained in told(opened) for kind in kinds]


def test_the_recommended_and_every_accepted_level_score_in_full_and_the_others_nothing(bank: Bank) -> None:
    asked = questions(bank)
    ladder = bank.criteria.choices
    for explained in told(bank):
        referring = [ESCALATE] if explained.assessment.refer_accepted else []
        accepted = {explained.assessment.level, *explained.assessment.accepted, *referring}
        assert right(asked[f"{explained.id}.level"]) == [level in accepted for level in ladder]


def test_a_flag_is_right_as_yes_or_no_and_where_the_answer_is_to_refer_as_neither(pool: Bank) -> None:
    asked = questions(pool)
    assert right(asked["first-length.1.goggles"]) == [True, False, False]
    assert right(asked["green-armbands.1.goggles"]) == [False, True, False]
    assert right(asked["green-armbands.2.goggles"]) == [False, False, True]


def test_a_yes_that_does_harm_beside_a_red_flag_says_so_in_the_banks_words(bank: Bank) -> None:
    [flag], criteria = bank.criteria.flags, bank.criteria
    harmful = ((explained, [*harms(explained.assessment.red_flags, flag.id, criteria)]) for explained in told(bank))
    explained, [says] = next((explained, says) for explained, says in harmful if says)
    asked = questions(bank, explained.case)[f"{explained.id}.{flag.id}"]
    feedback = [
        "".join(html.fragment_fromstring(one, "div").itertext()) for one in asked.xpath("answer/feedback/text/text()")
    ]
    assert [says in one for one in feedback] == [True, False, False]


def test_each_answer_says_its_verdict_and_why_not(pool: Bank) -> None:
    asked = questions(pool)["green-armbands.1.level"]
    feedback = [
        "".join(html.fragment_fromstring(one, "div").itertext()) for one in asked.xpath("answer/feedback/text/text()")
    ]
    assert [one.split(".")[0] for one in feedback] == [
        "Less intensive than the criteria ask for",
        "Your answer agrees with the criteria",
        "Your answer is accepted too",
        "From what is told, the criteria have an answer",
    ]
    assert "These call for more: Afraid of deep water." in feedback[0]
    assert "The criteria leave room for it here: Afraid of deep water." in feedback[2]


def test_who_refers_reads_what_is_recommended_and_which_safety_questions_come_first(bank: Bank) -> None:
    kitchen = questions(bank, bank.case("kitchen-shift"))["kitchen-shift.1.level"]
    said = "".join(html.fragment_fromstring(kitchen.xpath("answer/feedback/text/text()")[-1], "div").itertext())
    assert said.startswith("From what is told, the criteria have an answer.")
    assert "The criteria recommend: Partial hospitalization." in said
    assert "it is right to ask first: Pregnancy, Thoughts of suicide" in said


def test_every_reason_stands_in_the_general_feedback_with_its_claims_and_their_places(bank: Bank) -> None:
    asked = questions(bank)
    for explained in told(bank):
        said = "".join(
            html.fragment_fromstring(asked[f"{explained.id}.level"].findtext("generalfeedback/text"), "div").itertext()
        )
        for reason in explained.explanation.reasons:
            assert reason.name in said
            assert [claim for claim in reason.claims if f"{claim.says} ({claim.where})" not in said] == []


def test_what_is_said_for_safety_stands_in_the_general_feedback_with_its_references(bank: Bank) -> None:
    asked = questions(bank)
    for explained in told(bank):
        due = [*explained.explanation.red_flags, *explained.explanation.safety.lines]
        for number in (f"{explained.id}.level", *(f"{explained.id}.{flag.id}" for flag in bank.criteria.flags)):
            said = asked[number].findtext("generalfeedback/text")
            text = "".join(html.fragment_fromstring(said, "div").itertext())
            for warning in due:
                assert all(part in text for part in (warning.says, *(work.cite for work in warning.references)))


def test_a_later_decision_is_asked_after_what_was_told_before_and_a_twin_with_its_change(bank: Bank) -> None:
    asked = questions(bank, bank.case("one-more-seam"))
    assert list(asked)[::2] == ["one-more-seam.1.level", "one-more-seam.2.level", "one-more-seam.yard-fence.1.level"]
    first, second, twin = (
        " ".join(html.fromstring(asked[number].findtext("questiontext/text")).text_content().split())
        for number in list(asked)[::2]
    )
    case = bank.case("one-more-seam")
    before, later = ([paragraph.text for paragraph in point.paragraphs] for point in case.points)
    assert [text for text in before if text not in first] == []
    assert [text for text in later if text in first] == []
    places = [second.index(text) for text in (*before, *later)]
    assert places == sorted(places)
    own, other = evidence_of("one-more-seam", "self_control").phrase, swapped("one-more-seam", "yard-fence").phrase
    assert [own in text for text in (first, second, twin)] == [True, True, False]
    assert [other in text for text in (first, second, twin)] == [False, False, True]
    assert messages.CARD["earlier"].format(heading=case.points[0].heading) in second


def test_what_words_mean_stands_under_the_story_of_each_question(pool: Bank) -> None:
    asked = questions(pool, pool.case("first-length"))
    said = {number: " ".join(found.findtext("questiontext/text").split()) for number, found in asked.items()}
    for number, text in said.items():
        ours, other = ("Butterfly", "breaststroke") if ".all-four." in number else ("breaststroke", "Butterfly")
        assert f"<dt>{ours}</dt><dd>" in text
        assert f"<dt>{other}</dt>" not in text


def test_twins_can_stay_away(bank: Bank) -> None:
    assert [number for number in questions(bank, twins=False) if number.count(".") > 2] == []


def test_a_word_is_never_markup(hostile: Bank, pool: Bank) -> None:
    known = {element.tag for text in texts(written(pool)) for element in text.iter()}
    found = list(texts(written(hostile)))
    assert {element.tag for text in found for element in text.iter()} == known
    assert any("<script>alert" in "".join(text.itertext()) for text in found)


def test_a_title_with_a_stroke_is_one_category(pool: Bank) -> None:
    criteria = replace(pool.criteria, title="Lanes/classes")
    quiz = etree.fromstring("".join(moodle(pool.cases(), criteria)).encode())
    assert quiz.findtext("question/category/text") == "top/Lanes//classes"


def test_a_number_too_long_for_moodle_is_cut_and_stays_unlike_every_other(pool: Bank) -> None:
    case = pool.case("first-length")
    twin = replace(case.twins[0], id="t" * 64)
    numbers = list(questions(pool, replace(case, id="c" * 64, twins=(twin,))))
    assert len(set(numbers)) == 4
    assert max(map(len, numbers)) == LONGEST_NUMBER


def test_a_converter_that_we_did_not_write_reads_every_question_with_its_right_answers(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = ModuleType("wand.image")  # needs ImageMagick, for pictures, of which we have none
    pictures.Image = None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "wand.image", pictures)
    from amc2moodle.moodle2amc import Quiz

    file = tmp_path / "quiz.xml"
    file.write_text("".join(moodle(bank.cases(), bank.criteria)), "utf-8")
    read, categories = Quiz(str(file))._reshape()
    asked = questions(bank)
    assert list(categories.values()) == [len(asked) + 1], "and the text before them"
    choices = [[choice.tag == "correctchoice" for choice in one] for one in read.iter("choices")]
    assert choices == [right(one) for one in asked.values()]
    Quiz(str(file)).convert(str(tmp_path / "quiz.tex"))
    assert (tmp_path / "quiz.tex").read_text("utf-8").count(r"\begin{choices}") == len(asked)
