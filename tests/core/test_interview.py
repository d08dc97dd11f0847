"""What each question of an interview reveals and leaves open, and the fewest questions, held against brute force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest
from carelevel.bank import Bank
from carelevel.core.assess import decide
from carelevel.core.case import DecisionPoint, Evidence, Key, Paragraph, Sentence
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.errors import CriteriaError
from carelevel.core.interview import Person, fewest_questions, first_sentences, person_at, remaining, replies, way
from carelevel.core.safety_questions import safety_told

from tests.core.drawn_criteria import drawn_criteria
from tests.core.people import KNOWN

ONE, TWO, THREE = "She has a dog. ", "Her brother calls, and she rents a room. ", "She sleeps. "
OUT, PART, RES = "outpatient", "partial_hospitalization", "residential"


def point(text: str, *shows: tuple[str, Findings, tuple[int, ...]], findings: Findings | None = None) -> DecisionPoint:
    """*shows*: words, what they show, and the sentences that they stand in; a sentence ends with a point."""
    ends = [place + 1 for place, sign in enumerate(text) if sign == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(number, span) for number, span in enumerate(zip(starts, ends, strict=True)))
    evidence = tuple(
        Evidence(0, (text.index(words), text.index(words) + len(words)), words, shown, inside)
        for words, shown, inside in shows
    )
    held = findings or {name: value for phrase in evidence for name, value in phrase.findings.items()}
    return DecisionPoint("Intake", (Paragraph(text, sentences),), evidence, held, Key(OUT))


# What is told


def test_a_question_is_told_the_whole_sentences_that_show_it_and_all_that_stands_in_them() -> None:
    told = replies(
        [point(ONE + TWO, ("Her brother calls", {"support": "thin"}, (1,)), ("rents", {"housing": "settled"}, (1,)))]
    )
    assert {name: (each.point, each.sentences) for name, each in told.items()} == {
        "support": (0, (1,)),
        "housing": (0, (1,)),
    }
    assert told["support"].shows == told["housing"].shows == {"support", "housing"}


def test_a_phrase_that_reaches_into_another_sentence_is_not_shown_by_one_of_them() -> None:
    both = ("Her brother calls, and she rents a room. She sleeps", {"structure": "flexible"}, (0, 1))
    told = replies([point(TWO + THREE, ("rents a room", {"housing": "settled"}, (0,)), both)])
    assert told["housing"].shows == {"housing"}
    assert told["structure"].sentences == (0, 1)
    assert told["structure"].shows == {"housing", "structure"}


def test_what_was_told_again_later_is_told_as_it_is_now() -> None:
    first = point(TWO, ("Her brother", {"support": "thin"}, (0,)), ("rents a room", {"housing": "settled"}, (0,)))
    later = point(ONE, ("a dog", {"support": "strong"}, (0,)), findings={"support": "strong", "housing": "settled"})
    told = replies([first, later])
    assert (told["support"].point, told["support"].shows) == (1, {"support"})
    assert (told["housing"].point, told["housing"].shows) == (0, {"housing"})
    assert person_at([first, later]).known(["housing"]) == {"housing"}


@pytest.mark.parametrize(
    ("text", "shown", "says"),
    [
        (ONE + TWO, (1,), "She has a dog."),
        (ONE + THREE + TWO, (2,), "She has a dog. She sleeps."),
        (ONE + THREE + "She waits. " + TWO, (3,), "She has a dog. She sleeps."),
        (TWO + ONE + THREE, (0,), "She has a dog. She sleeps."),
        (TWO, (0,), ""),
    ],
)
def test_an_interview_opens_with_the_first_sentences_that_show_nothing(
    text: str, shown: tuple[int, ...], says: str
) -> None:
    assert first_sentences(point(text, ("Her brother calls", {"support": "thin"}, shown))) == says


def test_every_case_of_the_bank_opens_with_words_that_show_nothing(bank: Bank) -> None:
    assert all(first_sentences(case.points[0]) for case in bank.cases())


# What is left open


def test_nothing_asked_leaves_every_level_and_every_safety_question_open(criteria: Criteria) -> None:
    before = remaining((), Person(KNOWN), criteria)
    assert (before.possible, before.safety_left, before.settled) == ((OUT, PART, RES), criteria.red_flags, False)


def test_a_question_that_nobody_can_answer_counts_as_the_criteria_count_it(criteria: Criteria) -> None:
    person = Person({name: value for name, value in KNOWN.items() if name not in ("sober_living", "home")})
    others = [name for name in person.findings if name != "housing"]
    assert remaining([*others, "housing"], person, criteria).possible == (OUT, PART, RES)
    assert remaining([*others, "housing", "home"], person, criteria).possible == (OUT,)


def test_a_red_flag_that_is_heard_is_the_answer_and_the_others_are_still_named(criteria: Criteria) -> None:
    person = Person({**KNOWN, "pregnancy": "present", "psychosis": "absent"})
    level_known = remaining(tuple(KNOWN), person, criteria)
    assert (level_known.possible, level_known.settled) == ((OUT,), False)
    heard = remaining(("psychosis", "pregnancy"), person, criteria)
    assert (heard.possible, heard.settled) == ((ESCALATE,), True)
    assert heard.safety_left == tuple(flag for flag in criteria.red_flags if flag not in ("psychosis", "pregnancy"))
    assert fewest_questions(person, criteria) == ("pregnancy",)


def test_of_several_red_flags_the_most_urgent_is_the_question(criteria: Criteria) -> None:
    person = Person({**KNOWN, "pregnancy": "present", "suicidal_thoughts": "present"})
    assert fewest_questions(person, criteria) == ("suicidal_thoughts",)


def test_the_way_says_when_it_was_settled_and_what_would_have_done(criteria: Criteria) -> None:
    person = Person({"support": "none", "housing": "settled"})
    asked = ("housing", "support", "peers")
    found = way(asked, person, criteria)
    assert [each.possible for each in found.remaining] == [(OUT, PART, RES)] * 2 + [(RES,)] * 2
    assert (found.asked, found.settled_after, found.fewest) == (asked, 2, ("support",))
    assert way(("housing",), person, criteria).settled_after is None


def test_what_is_told_beside_saves_a_question(criteria: Criteria) -> None:
    person = Person({"fear_of_return": "high", "prior_care": "none"})
    assert set(fewest_questions(person, criteria)) == {"fear_of_return", "prior_care"}
    both = Person(person.findings, {"thinking": frozenset({"fear_of_return", "prior_care"})})
    assert fewest_questions(both, criteria) == ("thinking",)


# The fewest, exactly


def test_no_smaller_set_settles_any_decision_point_of_the_bank(bank: Bank) -> None:
    persons = [person_at(case.points[: n + 1]) for case in bank.cases() for n in range(len(case.points))]
    assert len(persons) > 70
    assert list(wrong_fewest(persons, bank.criteria)) == []


def test_no_smaller_set_settles_any_of_2_000_drawn_people(criteria: Criteria) -> None:
    assert list(wrong_fewest(drawn_people(criteria, 2_000), criteria)) == []


@pytest.mark.parametrize("first", range(0, 90, 30))
def test_the_fewest_and_what_is_left_open_hold_whatever_the_criteria(first: int) -> None:
    """Every state is gone through, with everything that is left open as any of its values, or unknown."""
    for seed in range(first, first + 30):
        small = drawn_criteria(seed)
        chance = Random(seed)
        try:
            people = [Person(drawn(small, chance, 0.5), beside(small, chance)) for _ in range(4)]
            found = [fewest_questions(person, small) for person in people]
        except CriteriaError:
            continue  # a bank with such criteria is refused
        for person, fewest in zip(people, found, strict=True):
            names = [finding.id for finding in small.findings]
            settled = {asked: len(answers(asked, person, small)) == 1 for asked in subsets(names)}
            assert len(fewest) == min(len(asked) for asked, is_one in settled.items() if is_one), (seed, person)
            for asked, is_one in settled.items():
                assert remaining(asked, person, small).settled is is_one, (seed, person, asked)


def wrong_fewest(people: list[Person], criteria: Criteria) -> Iterator[Person]:
    """Those for whom the fewest questions settle nothing, or fewer would do.

    What settles settles with more questions too: so what is missing in no set that settles is tried with all others
    alone, and of the rest every set that is smaller by one.
    """
    moving = criteria.moving()
    for person in people:
        fewest = fewest_questions(person, criteria)
        if not remaining(fewest, person, criteria).settled:
            yield person
        if safety_told(person.findings, criteria).present:
            if len(fewest) != 1:
                yield person
            continue
        questions = [each.id for each in criteria.findings if person.known([each.id]).intersection(moving)]
        needed = [
            name
            for name in questions
            if not remaining([other for other in questions if other != name], person, criteria).settled
        ]
        rest = [name for name in questions if name not in needed]
        fewer = combinations(rest, max(0, len(fewest) - 1 - len(needed)))
        if len(needed) < len(fewest) and any(remaining([*needed, *one], person, criteria).settled for one in fewer):
            yield person


def drawn_people(criteria: Criteria, count: int) -> list[Person]:
    """As many for each level as for the others, and some with a red flag."""
    chance, people = Random(16), list[Person]()
    room = dict.fromkeys((*criteria.ladder, ESCALATE), count // 4)
    while any(room.values()):
        findings = drawn(criteria, chance, chance.choice([0.2, 0.5, 0.8]))
        level = decide(findings, criteria).level
        if room[level]:
            room[level] -= 1
            people.append(Person(findings, beside(criteria, chance)))
    return people


def drawn(criteria: Criteria, chance: Random, least: float) -> dict[str, str]:
    """*least*: the chance that a finding is of least concern; some are not stated, and a red flag is seldom there."""
    held = {}
    for finding in criteria.findings:
        if chance.random() < 0.8:
            calm = 0.97 if finding.red_flag else least
            held[finding.id] = finding.values[0 if chance.random() < calm else chance.randrange(len(finding.values))].id
    return held


def beside(criteria: Criteria, chance: Random) -> dict[str, frozenset[str]]:
    """Nobody, or somebody of whom an answer tells a further finding."""
    names = [finding.id for finding in criteria.findings if not finding.red_flag]
    return {name: frozenset({name, chance.choice(names)}) for name in names if chance.random() < 0.15}


def subsets(names: list[str]) -> Iterator[tuple[str, ...]]:
    return (chosen for count in range(len(names) + 1) for chosen in combinations(names, count))


def answers(asked: tuple[str, ...], person: Person, criteria: Criteria) -> set[str]:
    """Every recommendation that is possible once *asked* is asked."""
    known = person.known(asked)
    left: list[list[str | None]] = [
        [person.findings.get(each.id)] if each.id in known else [None, *(value.id for value in each.values)]
        for each in criteria.findings
    ]
    names = [finding.id for finding in criteria.findings]
    return {
        decide({name: value for name, value in zip(names, values, strict=True) if value}, criteria).level
        for values in product(*left)
    }
