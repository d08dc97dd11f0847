"""One trainee at one card, on a real bank and a real store."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from carelevel import messages
from carelevel.analytics.cohort import cohort
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Answer, Confidence, Verdict
from carelevel.core.errors import AnswerError, BankError, StoreError
from carelevel.practice import Practice
from carelevel.review.survey import survey
from carelevel.store.store import Store, open_store

BANK = Path(__file__).parents[2] / "cases"
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that moves a minute at every look."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def practice(bank: Bank, store: Store) -> Practice:
    return Practice(bank, store, "wren", clock=Clock())


def answer(level: str = "residential", marked: frozenset[int] = frozenset({0})) -> Answer:
    return Answer(level, Confidence.CERTAIN, marked, {"withdrawal_first": True}, reasons="The ride home.")


def right(practice: Practice) -> Answer:
    said = practice.assessment()
    return Answer(said.level, Confidence.CERTAIN, flags={k: bool(v) for k, v in said.flags.items() if v is not None})


def asked(practice: Practice) -> tuple[str, str | None, int]:
    assert practice.question is not None
    return practice.question.case.id, practice.question.twin, practice.question.number


def test_an_answer_is_in_the_store_when_its_comparison_is_there(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    result = practice.submit(answer())
    [kept] = store.attempts("wren")
    assert result.comparison.verdict is Verdict.ALSO_ACCEPTED
    assert (kept.case, kept.level, kept.criteria_level, kept.verdict) == (
        "kitchen-shift",
        "residential",
        "partial_hospitalization",
        "also_accepted",
    )
    assert kept.reasons == "The ride home."
    assert kept.seconds == 60


@pytest.mark.parametrize(("away", "seconds"), [(45, 15), (90, 0)])
def test_what_a_question_was_out_of_sight_does_not_count(
    practice: Practice, store: Store, away: float, seconds: float
) -> None:
    practice.submit(answer(), away)
    assert [kept.seconds for kept in store.attempts("wren")] == [seconds]


def test_a_kept_answer_knows_which_rules_were_caught(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    assert practice.question is not None
    [bag] = [phrase for phrase in practice.question.point.evidence if "peers" in phrase.findings]
    practice.submit(answer(marked=frozenset(bag.sentences)))
    [kept] = store.attempts("wren")
    assert [(rated.rule, rated.caught) for rated in kept.rules] == [("peers", True)]
    assert (kept.caught, kept.missed) == (1, 4)


def test_a_second_answer_to_the_same_question_is_the_first_one(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    first = practice.submit(answer("residential"))
    assert practice.submit(answer("outpatient")) == first
    assert len(store.attempts("wren")) == 1


def test_two_kernels_that_answer_one_question_keep_one_attempt(bank: Bank, practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    other = Practice(bank, store, "wren", clock=Clock())
    practice.submit(answer("residential"))
    assert other.submit(answer("outpatient")).answer.level == "residential"
    assert len(store.attempts("wren")) == 1


def test_a_restart_returns_to_the_question_with_its_draft(bank: Bank, practice: Practice, store: Store) -> None:
    practice.open_case("half-a-roof")
    practice.save_draft({"level": "outpatient", "marked": [2, 3]})
    again = Practice(bank, store, "wren", clock=Clock())
    assert asked(again) == ("half-a-roof", None, 0)
    assert again.question is not None
    assert again.question.draft == {"level": "outpatient", "marked": [2, 3]}
    assert again.result is None


def test_a_restart_returns_to_the_comparison(bank: Bank, practice: Practice, store: Store) -> None:
    practice.open_case("half-a-roof")
    result = practice.submit(answer())
    again = Practice(bank, store, "wren", clock=Clock())
    assert again.result == result
    assert again.notes == ()


def test_a_case_edited_since_is_said_to_be_and_the_kept_answer_stays(
    bank: Bank, practice: Practice, store: Store
) -> None:
    practice.open_case("half-a-roof")
    practice.submit(answer())
    [kept] = store.attempts("wren")
    other = Bank(bank.folder, replace(bank.criteria, digest="edited"))
    again = Practice(other, store, "wren", clock=Clock())
    assert messages.CHANGED_SINCE in again.notes
    assert store.attempts("wren") == (kept,)


def test_an_answer_is_bound_to_what_was_read_and_not_to_what_else_its_file_says(
    bank: Bank, store: Store, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(bank.folder, tmp_path / "pool"))
    file = folder / "half-a-roof.md"
    text = file.read_text(encoding="utf-8")

    def edited(before: str = "", after: str = "") -> tuple[bool, int]:
        """Whether the card says that the case has changed, and how many answers are to another story."""
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        now = open_bank(folder)
        again = Practice(now, store, "wren", clock=Clock())
        return messages.CHANGED_SINCE in again.notes, cohort(store.everybody(), survey(now).story_digests).outdated

    practice = Practice(open_bank(folder), store, "wren", clock=Clock())
    practice.open_case("half-a-roof")
    practice.submit(answer())
    [kept] = store.attempts("wren")
    store.keep(replace(kept, id=str(uuid4()), trainee="otter", case_digest=sha256(text.encode()).hexdigest()))
    assert edited() == (False, 0)  # otter's is bound to the file, as older answers are
    for before, after in (("title: ", "title: Not "), ("Farid cried before", "Farid wept before"), ("---", "---\n#")):
        assert edited(before, after) == (False, 1)
    assert edited("Farid started to cry", "Farid began to cry") == (True, 2)


def test_a_later_decision_point_comes_only_after_the_earlier_one(practice: Practice) -> None:
    practice.open_case("second-autumn")
    assert practice.submit(right(practice)).more_points
    practice.go_on()
    assert asked(practice) == ("second-autumn", None, 1)
    assert practice.question is not None
    assert len(practice.question.earlier) == 1
    assert not practice.submit(right(practice)).more_points
    practice.go_on()
    assert asked(practice)[0] != "second-autumn"


def test_going_on_without_an_answer_leaves_for_another_case(practice: Practice) -> None:
    practice.open_case("second-autumn")
    practice.go_on()
    assert asked(practice)[0] != "second-autumn"


def test_every_case_and_twin_comes_when_a_trainee_goes_on_long_enough(practice: Practice, bank: Bank) -> None:
    came = set()
    for _ in range(3 * len(bank.case_ids())):
        came.add(asked(practice)[:2])
        practice.submit(right(practice))
        practice.go_on()
    assert {name for name, twin in came if twin is None} == set(bank.case_ids())
    assert any(twin for _, twin in came)


def test_the_first_cases_are_all_different_and_of_changing_levels(practice: Practice) -> None:
    cases, levels = [], []
    for _ in range(6):
        cases.append(asked(practice)[:2])
        levels.append(practice.assessment().level)
        practice.submit(right(practice))
        while practice.result and practice.result.more_points:
            practice.go_on()
            practice.submit(right(practice))
        practice.go_on()
    assert len(set(cases)) == 6
    assert len(set(levels)) > 1


def test_why_this_case_names_the_rule_only_after_the_commit(practice: Practice) -> None:
    assert practice.question is not None
    assert practice.question.why == messages.WHY["new"]
    names = [practice.bank.criteria.rule_name(reason.rule) for reason in practice.assessment().reasons]
    assert any(name in practice.submit(right(practice)).why for name in names)


def test_a_skipped_case_gives_way_to_all_others(practice: Practice, bank: Bank) -> None:
    skipped = asked(practice)[0]
    practice.skip()
    for _ in range(len(bank.case_ids()) - 1):
        assert asked(practice)[0] != skipped
        practice.skip()
    assert asked(practice)[0] == skipped


def test_the_twin_asks_the_point_in_which_its_phrase_is_changed(practice: Practice, bank: Bank) -> None:
    practice.open_case("kitchen-shift")
    assert practice.submit(answer()).twins == ("bed-taken",)
    practice.open_twin("bed-taken")
    assert asked(practice) == ("kitchen-shift", "bed-taken", 0)
    assert practice.assessment().level == "residential"
    assert practice.submit(answer()).twins == ()
    assert bank.case("fresh-ice").changed_point("until-thursday") == 1


def test_a_twin_is_set_beside_the_story_before_its_change(practice: Practice) -> None:
    practice.open_case("kitchen-shift")
    assert practice.submit(answer("outpatient")).beside is None
    practice.open_twin("bed-taken")
    beside = practice.submit(answer("residential")).beside
    assert beside is not None
    assert (beside.level, beside.assessment.level) == ("outpatient", "partial_hospitalization")


def test_a_twin_is_offered_only_after_the_last_decision_point(practice: Practice) -> None:
    practice.open_case("fresh-ice")
    offered = [practice.submit(right(practice)).twins]
    for _ in range(2):
        practice.go_on()
        offered.append(practice.submit(right(practice)).twins)
    assert offered == [(), (), ("until-thursday",)]


def test_an_answer_that_was_not_offered_is_refused_and_not_kept(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    for forged in (answer("jail"), answer(marked=frozenset({99})), replace(answer(), flags={"other": True})):
        with pytest.raises(AnswerError):
            practice.submit(forged)
    assert store.attempts("wren") == ()


def test_a_store_that_fails_keeps_nothing_and_the_answer_can_be_given_again(
    practice: Practice, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.open_case("kitchen-shift")
    with monkeypatch.context() as patched:
        patched.setattr(store, "keep", _full)
        with pytest.raises(StoreError):
            practice.submit(answer())
    assert practice.result is None
    practice.submit(answer())
    assert len(store.attempts("wren")) == 1


def test_a_case_can_be_read_while_the_store_cannot_be_opened(bank: Bank, tmp_path: Path) -> None:
    practice = Practice(bank, open_store(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder' / 'a.db'}"), "wren")
    assert practice.question is not None
    assert practice.notes
    with pytest.raises(StoreError):
        practice.submit(answer())
    (tmp_path / "no" / "such" / "folder").mkdir(parents=True)
    assert practice.submit(answer()).answer.level == "residential"


def test_switching_goes_on_where_the_other_trainee_stopped(practice: Practice) -> None:
    practice.open_case("kitchen-shift")
    practice.switch("owl")
    practice.open_case("half-a-roof")
    practice.switch("wren")
    assert asked(practice)[0] == "kitchen-shift"
    practice.switch("owl")
    assert asked(practice)[0] == "half-a-roof"


def test_a_card_of_one_case_never_leaves_it(bank: Bank, store: Store) -> None:
    guided = Practice(bank, store, "wren", card="guided", case="market-stall", clock=Clock())
    guided.submit(right(guided))
    guided.go_on()
    assert asked(guided)[0] == "market-stall"
    assert guided.result is None


def test_a_card_of_a_case_that_is_not_there_says_so(bank: Bank, store: Store) -> None:
    guided = Practice(bank, store, "wren", card="guided", case="market-stal", clock=Clock())
    assert guided.question is None
    assert "did you mean 'market-stall'?" in guided.notes[0]
    with pytest.raises(BankError):
        guided.submit(answer())


def test_a_report_reaches_the_store(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    practice.report("The dog is a breed that gives the town away.")
    [report] = store.reports()
    assert (report.case, report.trainee, report.point) == ("kitchen-shift", "wren", 0)


def test_the_chooser_knows_what_was_answered(practice: Practice) -> None:
    practice.open_case("kitchen-shift")
    practice.submit(answer())
    kept = practice.store.attempts("wren")
    offered = {each.case.id: each.answers for each in practice.cases()}
    assert offered["kitchen-shift"] == kept
    assert offered["half-a-roof"] == ()


def _full(_attempt: object) -> None:
    raise StoreError("the disk is full; free some room")
