"""How much support a question has, by records made by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.attempt import Attempt, EntryCheck
from carelevel.core.criteria import ESCALATE
from carelevel.core.support import ALONE, Had, Hint, Support, hints_of, hints_text
from carelevel.practice.entry_check import LEAST_PROMPTS, PROMPTS, count_right, passed, prompts
from carelevel.practice.next_case import reviews
from carelevel.practice.simulated_trainees import FairTrainee
from carelevel.practice.spacing import rating
from carelevel.practice.support import Offered, supported, sureness, wished
from fsrs import Rating

from tests.practice.test_next_case import BANK, START, SWIMMING, attempt
from tests.practice.test_pair import answered, found

CASES = ("kitchen-shift", "good-shirt", "late-pickup", "two-crews", "front-door", "night-bus", "spare-key")


def record(length: int, *, caught: bool = True) -> list[Attempt]:
    return [attempt(CASES[visit % len(CASES)], visit, caught) for visit in range(length)]


def shown(one: Attempt) -> list[str]:
    return [rated.rule for rated in one.rules if rated.caught is not None]


def supports(cases: Sequence[Attempt], *, takes: bool) -> list[tuple[str, int]]:
    """What somebody meets who answers *cases*, and takes what is offered or not."""
    seen, kept = [], list[Attempt]()
    for one in cases:
        offered = supported(shown(one), kept)
        seen.append((offered.support.value, offered.steps))
        steps = offered.steps if takes else 0
        kept.append(replace(one, steps_shown=steps))
    return seen


def test_somebody_new_and_right_meets_fewer_steps_each_time_then_the_checklist_then_nothing() -> None:
    met = supports(record(8), takes=True)
    assert met[0] == ("worked", 3)
    order = [("worked", 3), ("worked", 2), ("worked", 1), ("cued", 0), ("free", 0)]
    places = [order.index(one) for one in met]
    assert places == sorted(places)
    assert {0, 1, 3, 4} <= set(places)


def test_who_takes_no_help_and_is_right_is_soon_offered_none() -> None:
    assert [support for support, _ in supports(record(6), takes=False)][2:] == ["free"] * 4


def test_an_existing_record_of_right_answers_is_free_at_once_also_for_a_rule_that_is_new() -> None:
    kept = record(20)
    assert supported(["a-rule-never-met"], kept) == Offered(Support.FREE)
    assert supported(shown(kept[0]), kept) == Offered(Support.FREE)


def test_a_record_of_wrong_answers_stays_worked_however_long_it_is() -> None:
    for length in (1, 10, 60):
        wrong = record(length, caught=False)
        wrong = [replace(one, verdict="less_intensive") for one in wrong]  # type: ignore[arg-type]
        assert supported(shown(wrong[0]), wrong) == Offered(Support.WORKED, 3)


def test_a_rule_that_was_missed_brings_support_back_for_itself_alone() -> None:
    missed = answered(found(("kitchen-shift", "")), "outpatient", 99)
    rule = shown(missed)[0]
    kept = [one for one in record(20) if rule not in shown(one)]
    once, twice = [*kept, missed], [*kept, missed, replace(missed, id="again")]
    assert supported([rule], once).support is Support.CUED
    assert supported([rule], twice).support is Support.WORKED
    assert supported(["severity"], once).support is Support.FREE
    assert sureness(rule, twice) < sureness(rule, once) < sureness(rule, kept)


def test_help_counts_half_and_a_hint_only_for_the_rule_that_it_pointed_at() -> None:
    alone = attempt("two-crews", 0, caught=True)
    hinted = replace(alone, rules=tuple(replace(rated, hinted=True) for rated in alone.rules[:1]) + alone.rules[1:])
    worked = replace(alone, steps_shown=2)
    rule = alone.rules[0].rule
    assert sureness(rule, [alone]) > sureness(rule, [hinted]) >= sureness(rule, [worked])
    assert rating(reviews([hinted])[0]) is Rating.Hard
    assert {rating(review) for review in reviews([worked])} == {Rating.Hard}
    assert rating(reviews([alone])[0]) is Rating.Good


def test_fair_trainees_are_mostly_left_alone(bank: Bank) -> None:
    for seed in range(4):
        kept = FairTrainee(bank, seed).record()
        met = Counter(supported(shown(one), kept[:number]).support for number, one in enumerate(kept) if number > 20)
        assert met[Support.FREE] > 2 * met[Support.WORKED]


def test_what_a_trainee_wishes_stands_over_the_record() -> None:
    free, worked = Offered(Support.FREE), Offered(Support.WORKED, 1)
    assert wished(Support.FREE, worked) == free
    assert wished(Support.WORKED, worked) == worked
    assert wished(Support.WORKED, free) == Offered(Support.WORKED, 3)
    assert wished(Support.CUED, free) == Offered(Support.CUED)


def test_support_only_grows_and_hints_say_more_each_time() -> None:
    had = ALONE.with_cues()
    assert (had.support, had.helps) == (Support.CUED, False)
    had = had.with_step().with_cues()
    assert (had.support, had.steps, had.helps) == (Support.WORKED, 1, True)
    for _ in range(6):
        had = had.with_hint(4).with_step()
    assert (had.hints, had.steps) == ("4:3", 4)
    assert hints_of(had.with_hint(0).hints) == {4: Hint.SENTENCE, 0: Hint.TOPIC}
    assert hints_text(hints_of("2:1 5:3")) == "2:1 5:3"
    assert Had() == ALONE


# The entry check


@pytest.mark.parametrize("criteria", [BANK.criteria, open_bank(SWIMMING).criteria], ids=["ours", "swimming"])
def test_an_entry_check_asks_for_every_level_and_for_a_referral_and_its_own_answers_pass(criteria: object) -> None:
    for trainee in "abc":
        asked = prompts(criteria, trainee, 0)  # type: ignore[arg-type]
        assert LEAST_PROMPTS <= len(asked) <= PROMPTS
        levels = [prompt.assessment.level for prompt in asked]
        assert set(levels) == {*criteria.choices}  # type: ignore[attr-defined]
        assert count_right(asked, levels, criteria) == len(asked)  # type: ignore[arg-type]
        assert asked == prompts(criteria, trainee, 0)  # type: ignore[arg-type]
    assert len({prompts(criteria, name, 0) == prompts(criteria, name, 1) for name in "abcdef"}) >= 1  # type: ignore[arg-type]


def test_no_single_answer_passes_a_check_and_one_mistake_does() -> None:
    asked = prompts(BANK.criteria, "wren", 0)
    for level in BANK.criteria.choices:
        right = count_right(asked, [level] * len(asked), BANK.criteria)
        assert not passed([EntryCheck("c", "wren", len(asked), right, START)])
    levels = [prompt.assessment.level for prompt in asked]
    levels[0] = ESCALATE if levels[0] != ESCALATE else BANK.criteria.ladder[0]
    assert passed([EntryCheck("c", "wren", len(asked), count_right(asked, levels, BANK.criteria), START)])
    assert not passed([])


def test_who_has_passed_is_free_until_the_answers_say_otherwise() -> None:
    assert supported(["peers"], [], experienced=True) == Offered(Support.FREE)
    wrong = [replace(one, verdict="less_intensive") for one in record(6, caught=False)]  # type: ignore[arg-type]
    assert supported(shown(wrong[0]), wrong, experienced=True).support is Support.WORKED
