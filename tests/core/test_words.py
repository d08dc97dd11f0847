"""What a bank calls the person, a level and a referral, in sentences of ours."""

from __future__ import annotations

from carelevel.core.criteria import PLAIN_WORDS, Referral, Words

FORM = "{The_person}: {a_rung} of all {rungs}, {a_person}, {referred}, {Subject}, {care} {n:.1f}"


def test_a_bank_without_words_of_its_own_is_spoken_of_in_general_ones() -> None:
    assert PLAIN_WORDS.said(FORM, n=1) == "The person: a level of all levels, a person, referred, Levels, levels 1.0"


def test_an_article_and_a_plural_follow_from_the_noun_unless_they_are_stated() -> None:
    told = Words(person="infant", rung="class", rungs="classes", subject="Swimming", care="water")
    assert told.said(FORM, n=2) == "The infant: a class of all classes, an infant, referred, Swimming, water 2.0"
    assert Words(rung="hour", a_rung="an hour").said("{a_rung}, {Rungs}") == "an hour, Hours"


def test_a_word_with_braces_stands_as_it_is() -> None:
    told = Words(person="{n}", referral=Referral("{x", "", "", ""))
    assert told.said("{the_person} {n} {Refer}", n=3) == "the {n} 3 {x"


def test_of_a_page_only_these_slots_are_filled() -> None:
    assert PLAIN_WORDS.in_all({"one": "{count} of {the_person}", "two": "{}"}) == {
        "one": "{count} of the person",
        "two": "{}",
    }
