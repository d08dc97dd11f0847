"""Which exercise comes next, on the real bank and records made by hand."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from carelevel import notebook
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Answer, Confidence, compare
from carelevel.core.assess import assess
from carelevel.core.attempt import Attempt, Rated, Skip
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import AnswerError
from carelevel.practice.cases_for_rule import titles_exercising
from carelevel.practice.guided import guided
from carelevel.practice.next_case import APART, RETURNS, Exercise, Why, choose, exercises, lately_seen

from tests.conftest import our_bank

BANK = our_bank()
SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
OFFERED = tuple(exercise for case in BANK.cases() for exercise in exercises(case, BANK.criteria))
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def attempt(case: str, minutes: int, caught: bool, twin: str = "", confidence: str = "fairly_sure") -> Attempt:
    """An attempt at a case, its rules all caught or all missed."""
    exercise = next(known for known in OFFERED if known.name == (case, twin))
    told = BANK.case(case)
    point = told.telling(exercise.twin)[told.changed_point(twin) if twin else 0]
    said = assess(point.findings, BANK.criteria)
    answer = Answer(said.level, Confidence(confidence))
    compared = compare(answer, said, point, BANK.criteria)
    at = START + timedelta(minutes=minutes)
    return Attempt(
        id=f"{case}-{twin}-{minutes}",
        trainee="wren",
        case=case,
        twin=twin,
        point=0,
        case_digest="",
        criteria_digest="",
        level=said.level,
        confidence=Confidence(confidence),
        flags={},
        lists={},
        marked=(),
        reasons="",
        started_at=at,
        committed_at=at,
        seconds=60,
        criteria_level=said.level,
        accepted=said.accepted,
        basis=said.basis,
        verdict=compared.verdict,
        steps=0,
        caught=0,
        missed=0,
        needless=0,
        rules=tuple(Rated(reason.rule, reason.effect, caught) for reason in said.exercised),
    )


def chosen(attempts: list[Attempt], skips: tuple[Skip, ...] = (), days: int = 0) -> tuple[Exercise, Why, str | None]:
    now = START + timedelta(days=days, hours=1)
    one = choose(OFFERED, attempts, skips, "wren", now)
    assert one is not None
    return one.exercise, one.why, one.rule


@pytest.mark.parametrize(
    ("named", "remedy"),
    [
        ("first-lenght", "did you mean 'first-length'?"),
        (7, "write a case's id in quotation marks, or nothing"),
        (None, "write a case's id in quotation marks, or nothing"),
    ],
)
def test_a_first_case_that_is_none_is_named_as_it_was_written(named: Any, remedy: str) -> None:
    with pytest.raises(AnswerError) as refused:
        guided(open_bank(SWIMMING), named)
    assert str(refused.value) == f"guided_case({named!r}): there is no case of that name; {remedy}"


def test_a_missed_rule_comes_back_in_another_case_before_new_ones() -> None:
    record = [attempt("kitchen-shift", 0, caught=False), attempt("with-a-ruler", 5, caught=True)]
    exercise, why, rule = chosen(record)
    assert (why, rule) == (Why.MISSED, "peers")
    assert "peers" in exercise.rules
    assert exercise.name != ("kitchen-shift", "")


def test_the_rules_of_the_very_last_answer_wait_for_one_other_case() -> None:
    _, why, rule = chosen([attempt("kitchen-shift", 0, caught=False)])
    assert (why, rule != "peers") == (Why.NEW, True)


def test_a_rule_caught_with_certainty_stays_away_for_days_and_then_comes_back() -> None:
    record = [attempt("kitchen-shift", 0, True, confidence="certain"), attempt("with-a-ruler", 5, True)]
    assert chosen(record)[1] is Why.NEW
    met = [attempt(case, 10 * n, True, confidence="certain") for n, case in enumerate(BANK.case_ids())]
    met += [attempt(one.case, 500 + n, True, one.twin, "certain") for n, one in enumerate(OFFERED) if one.twin]
    assert chosen(met)[1] is Why.LONGEST_AGO
    assert chosen(met, days=60)[1] is Why.DUE


def test_a_twin_comes_only_after_its_case() -> None:
    record: list[Attempt] = []
    for visit in range(60):
        exercise, _, _ = chosen(record)
        assert exercise.twin is None or any(kept.case == exercise.case for kept in record)
        record.append(attempt(exercise.case, visit, visit % 2 == 0, exercise.twin or ""))


def test_a_case_seen_lately_gives_way_to_others_that_ask_for_the_rule() -> None:
    record: list[Attempt] = []
    for visit in range(60):
        exercise, why, rule = chosen(record)
        names = [(kept.case, kept.twin) for kept in record]
        lately = names[-lately_seen(OFFERED) :]
        if why is not Why.LONGEST_AGO and exercise.name in lately:
            met = {case for case, _ in names}
            asking = [one for one in OFFERED if rule in one.rules and (one.twin is None or one.case in met)]
            assert why is Why.MISSED
            assert all(one.name in lately for one in asking)
            assert exercise.name not in names[-APART:]
        record.append(attempt(exercise.case, visit, caught=False, twin=exercise.twin or ""))


def test_a_missed_rule_that_two_cases_ask_for_comes_back_however_many_others_there_are() -> None:
    asking = [exercise for exercise in OFFERED if "acute_illness" in exercise.rules]
    record = [attempt(exercise.case, visit, caught=False) for visit, exercise in enumerate(asking)]
    while chosen(record)[2] != "acute_illness":
        exercise = chosen(record)[0]
        record.append(attempt(exercise.case, len(record), True, exercise.twin or "", "certain"))
    assert len(asking) == 2
    assert chosen(record)[1] is Why.MISSED
    assert APART <= len(record) <= APART + RETURNS + 1 < lately_seen(OFFERED)


def test_a_skipped_case_comes_only_when_nothing_else_is_left() -> None:
    skips = tuple(Skip("wren", case, START) for case in BANK.case_ids() if case != "tide-table")
    assert chosen([], skips)[0].case == "tide-table"
    every = (*skips, Skip("wren", "tide-table", START + timedelta(minutes=1)))
    assert chosen([], every)[0].case != "tide-table"


def test_the_same_record_on_the_same_day_gives_the_same_case_and_trainees_differ() -> None:
    record = [attempt("kitchen-shift", 0, caught=False), attempt("good-shirt", 5, caught=True)]
    assert chosen(record) == chosen(list(record))
    first = {choose(OFFERED, [], (), f"trainee-{n}", START).exercise.name for n in range(20)}  # type: ignore[union-attr]
    assert len(first) > 1, first


def test_the_first_case_of_an_empty_record_is_plain_and_clear_and_no_referral() -> None:
    first = [choose(OFFERED, [], (), f"trainee-{number}", START).exercise for number in range(40)]  # type: ignore[union-attr]
    assert {one.ease for one in first} == {(1, 1)}
    assert ESCALATE not in {one.level for one in first}
    referrals = [one for one in OFFERED if one.level == ESCALATE]
    assert choose(referrals, [], (), "wren", START) is not None


def test_nothing_is_chosen_where_nothing_is_offered() -> None:
    assert choose((), [], (), "wren", START) is None


def test_an_answer_at_a_level_that_is_not_accepted_counts_as_missed_though_the_phrase_was_marked() -> None:
    wrong = replace(attempt("kitchen-shift", 0, caught=True), verdict="less_intensive")  # type: ignore[arg-type]
    assert chosen([wrong, attempt("with-a-ruler", 5, True)])[1:] == (Why.MISSED, "peers")


@pytest.mark.parametrize("exercise", [one for one in OFFERED if one.twin is None], ids=lambda one: one.case)
def test_every_case_shows_a_rule_that_decides_it(exercise: Exercise) -> None:
    assert exercise.rules


def test_of_two_that_are_alike_but_for_the_text_the_plain_one_comes_first_and_an_unmarked_one_is_ordinary() -> None:
    case = BANK.case("market-stall")
    named = {"plain": 1, "unmarked": None, "ordinary": 2, "demanding": 3}
    cases = [replace(case, id=name, reading=reading, difficulty=1, twins=()) for name, reading in named.items()]
    offered = [exercise for told in cases for exercise in exercises(told, BANK.criteria)]
    assert [exercise.ease for exercise in offered] == [(1, 1), (2, 1), (2, 1), (3, 1)]
    for left, first in ((offered, {"plain"}), (offered[1:], {"unmarked", "ordinary"}), (offered[3:], {"demanding"})):
        met = {choose(left, (), (), trainee, START).exercise.case for trainee in "abcdefgh"}  # type: ignore[union-attr]
        assert met == first


def test_a_plain_text_comes_before_a_clear_answer() -> None:
    case = BANK.case("market-stall")
    hard = replace(case, id="hard", reading=1, difficulty=3, twins=())
    clear = replace(case, id="clear", reading=2, difficulty=1, twins=())
    chosen = choose([*exercises(clear, BANK.criteria), *exercises(hard, BANK.criteria)], (), (), "wren", START)
    assert chosen is not None
    assert chosen.exercise.case == "hard"


def test_the_first_page_and_the_cases_for_a_rule_begin_with_the_plainest(
    pool: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(pool.folder, tmp_path / "pool"))
    story = (folder / "first-length.md").read_text("utf-8")
    harder = story.replace("id: first-length", "id: a-length").replace("title: The first", "title: A")
    (folder / "a-length.md").write_text(harder.replace("reading: 1", "reading: 3"), encoding="utf-8")
    monkeypatch.setenv("CARELEVEL_BANK", str(folder))
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    assert notebook.guided_case().view["title"] == "The first length"
    bank = open_bank(folder)
    (rule, *_) = exercises(bank.case("first-length"), bank.criteria)[0].rules
    assert titles_exercising([rule], bank)[rule] == ("The first length", "A length")
