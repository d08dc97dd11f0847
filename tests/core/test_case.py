"""A case as a trainee reads it: its tellings and its sentences."""

from __future__ import annotations

import pytest
import yaml
from carelevel.bank import Bank
from carelevel.core.case import by_title


def test_a_case_is_told_with_its_own_words_or_with_a_twins(bank: Bank) -> None:
    case = bank.case("kitchen-shift")
    assert case.telling() is case.points
    assert case.telling("bed-taken") is case.twins[0].points
    with pytest.raises(KeyError):
        case.telling("bed-free")


def test_the_sentences_of_a_decision_point_are_numbered_through_its_paragraphs(bank: Bank) -> None:
    for case in bank.cases():
        for point in case.points:
            numbers = [sentence.number for paragraph in point.paragraphs for sentence in paragraph.sentences]
            assert numbers == list(range(point.sentence_count))


def test_later_decision_points_inherit_findings_and_may_restate_them(bank: Bank) -> None:
    first, later = bank.case("second-autumn").points
    assert (first.findings["opioid_use"], later.findings["opioid_use"]) == ("using", "not_using")
    assert later.findings["severity"] == first.findings["severity"] == "severe"
    assert "prior_care" not in first.findings


def test_in_a_twin_the_swapped_phrase_alone_is_changed(bank: Bank) -> None:
    (point,) = bank.case("kitchen-shift").telling("bed-taken")
    changed = [phrase for phrase in point.evidence if phrase.changed]
    assert [phrase.findings for phrase in changed] == [{"sober_living": "unavailable"}]
    head = yaml.safe_load((bank.folder / "kitchen-shift.md").read_text("utf-8").split("---\n")[1])
    assert changed[0].phrase == head["twins"][0]["swap"]["bed"]
    kept = [phrase.phrase for phrase in point.evidence if not phrase.changed]
    assert kept == [phrase.phrase for phrase in bank.case("kitchen-shift").points[0].evidence if phrase.id != "bed"]
    assert point.paragraphs[changed[0].paragraph].text[slice(*changed[0].at)] == changed[0].phrase
    assert not any(phrase.changed for phrase in bank.case("kitchen-shift").points[0].evidence)


def test_what_to_talk_about_comes_after_the_last_decision_point_and_beside_no_twin(bank: Bank) -> None:
    ice = bank.case("fresh-ice")
    assert [ice.discussion(number, None) for number in range(3)] == ["", "", ice.discuss]
    assert ice.discuss
    assert ice.discussion(2, "until-thursday") == ""


def test_a_case_is_found_by_its_title_and_by_words_of_all_its_parts(bank: Bank) -> None:
    ice = bank.case("fresh-ice")
    last = [text.casefold().split()[-1].rstrip(".”") for point in ice.points for text in point.texts]
    assert set(last) <= set(ice.found_by.split())
    assert ice.found_by.startswith(ice.title)


def test_titles_stand_as_people_read_them() -> None:
    titles = ["Zinnias", "the yard", "Émile’s coat", "The attic", "every day", "Fog"]
    assert sorted(titles, key=by_title) == ["Émile’s coat", "every day", "Fog", "The attic", "the yard", "Zinnias"]
