"""One trainee at short notes, on another bank's lines and a real store."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Verdict
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import AnswerError, BankError
from carelevel.core.form_answer import LENGTH
from carelevel.core.form_code import Arm, FormCode, When
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_trials import FLUENT_RUN, fluent_run, trials
from carelevel.practice.next_note import WhyNote, next_note
from carelevel.practice.note_practice import ROUND, NotePractice
from carelevel.store.store import Store

from tests.analytics.forms import answered as in_a_form
from tests.bank.conftest import SWIMMING
from tests.conftest import our_bank
from tests.practice.test_practice import START


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def pool(tmp_path: Path) -> Bank:
    return open_bank(Path(shutil.copytree(SWIMMING, tmp_path / "pool")))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notes(pool: Bank, store: Store, clock: Clock) -> NotePractice:
    return NotePractice(pool, store, "wren", clock)


def answered(notes: NotePractice, level: Callable[[NotePractice], str], seconds: float = 15.0) -> NoteAttempt:
    notes.clock.now += timedelta(seconds=seconds)  # type: ignore[attr-defined]
    decision = key(notes)
    return notes.submit(level(notes), {flag: bool(value) for flag, value in decision[1].items()}).kept


def key(notes: NotePractice) -> tuple[str, dict[str, bool | None]]:
    from carelevel.core.assess import decide

    decision = decide(notes.asked.findings, notes.bank.criteria)
    return decision.level, dict(decision.flags)


def right(notes: NotePractice) -> str:
    return key(notes)[0]


def wrong(notes: NotePractice) -> str:
    choices = [level for level in notes.bank.criteria.ladder if level != right(notes)]
    return choices[len(notes.record) % len(choices)]


def test_an_answer_is_on_disk_with_the_note_as_it_was_read(notes: NotePractice, store: Store) -> None:
    lines, code = notes.asked.lines, notes.asked.code
    kept = answered(notes, right)
    assert store.note_attempts("wren") == (kept,)
    assert (kept.lines, kept.code, kept.seconds) == (lines, code, 15.0)
    assert kept.right
    assert all(lines[place].finding for place in kept.decided)


def test_a_second_answer_with_the_same_id_is_the_first(notes: NotePractice, pool: Bank, store: Store) -> None:
    other = NotePractice(pool, store, "wren", Clock())
    first = answered(notes, right)
    assert other.submit(wrong(other), {}).kept == first
    assert notes.submit(ESCALATE, {}).kept == first
    assert store.note_attempts("wren") == (first,)


@pytest.mark.parametrize("after", ["open", "draft", "answer", "next"])
def test_a_kernel_that_was_killed_anywhere_finds_its_place(
    after: str, notes: NotePractice, pool: Bank, store: Store
) -> None:
    if after != "open":
        notes.save_draft({"goggles": True})
    if after in ("answer", "next"):
        answered(notes, wrong)
    if after == "next":
        notes.go_on()
    again = NotePractice(pool, store, "wren", Clock())
    assert (again.asked, again.number, again.round) == (notes.asked, notes.number, notes.round)
    assert (again.result and again.result.kept) == (notes.result and notes.result.kept)


def test_a_note_that_was_left_open_is_shown_as_it_was_after_its_lines_changed(
    notes: NotePractice, pool: Bank, store: Store
) -> None:
    file = pool.folder / "notes.yaml"
    file.write_text(file.read_text("utf-8").replace("Comes by bus.", "Comes by bike."), encoding="utf-8")
    again = NotePractice(pool, store, "wren", Clock())
    assert again.composer.version != notes.composer.version
    assert again.asked == notes.asked
    kept = answered(again, wrong)
    again.go_on()  # no pair can be made of a note of other lines
    assert (again.asked.pair_of, kept.code) == ("", notes.asked.code)


def test_a_place_that_cannot_be_read_begins_anew(notes: NotePractice, pool: Bank, store: Store) -> None:
    place = store.place("wren", "notes")
    assert place
    for draft in ({}, {**place.draft, "lines": [["x", "gone", "gone"]]}, {**place.draft, "lines": 3}):
        store.keep_place(replace(place, draft=draft))
        again = NotePractice(pool, store, "wren", Clock())
        assert again.asked.attempt != notes.asked.attempt
        assert again.result is None


def test_after_an_error_comes_the_same_note_with_one_line_changed(notes: NotePractice) -> None:
    pairs = separated = 0
    for _ in range(12):
        kept = answered(notes, wrong)
        before = notes.asked.lines
        notes.go_on()
        if not notes.asked.pair_of:
            continue
        pairs += 1
        assert (notes.asked.why, notes.asked.pair_of, notes.asked.rule) == (WhyNote.PAIR, kept.id, kept.rule)
        assert sum(one != other for one, other in zip(before, notes.asked.lines, strict=True)) == 1
        assert right(notes) != kept.criteria_level
        separated += right(notes) == kept.level
        answered(notes, wrong)
        notes.go_on()
        assert not notes.asked.pair_of, "an error at a pair brings no further pair"
    assert pairs == 12
    assert separated > 6


def test_in_the_half_of_a_split_group_without_pairs_an_error_at_a_note_brings_none(
    notes: NotePractice, store: Store
) -> None:
    code = next(code for place in range(1, 5) if (code := FormCode(3, place, When.BEFORE, "T3W")).arm is Arm.WITHOUT)
    for slot in range(LENGTH):
        store.keep_form_answer(replace(in_a_form(code, "wren", slot, True), committed_at=notes.clock()))
    for _ in range(4):
        answered(notes, wrong)
        notes.go_on()
        assert notes.asked.pair_of == ""


def test_a_wrong_flag_alone_brings_a_pair_that_turns_it(notes: NotePractice) -> None:
    for _ in range(40):
        level, flags = key(notes)
        if level != ESCALATE and "eyes" in notes.asked.findings:
            break
        answered(notes, right)
        notes.go_on()
    notes.clock.now += timedelta(seconds=15)  # type: ignore[attr-defined]
    kept = notes.submit(level, {"goggles": not flags["goggles"]}).kept
    assert (kept.level_right, kept.right, kept.wrong_flags) == (True, False, ("goggles",))
    notes.go_on()
    assert notes.asked.pair_of == kept.id
    assert key(notes) == (level, {"goggles": not flags["goggles"]})


def test_rules_that_are_fluent_rest_and_return_when_they_are_due(notes: NotePractice, clock: Clock) -> None:
    for _ in range(60):
        answered(notes, right, seconds=12)
        notes.go_on()
    rested = {rule for rule, of_rule in trials(notes.record).items() if fluent_run(of_rule) >= FLUENT_RUN}
    assert rested == {"cannot-swim", "deep-end", "lanes-strokes", "fever"}
    assert notes.asked.why is WhyNote.LONGEST_AGO
    clock.now += timedelta(days=3000)
    whys = set()
    for _ in range(6):
        answered(notes, right)
        notes.go_on()
        whys.add(notes.asked.why)
    assert WhyNote.DUE in whys


def test_a_missed_rule_comes_back_sooner_than_the_others(notes: NotePractice) -> None:
    for _ in range(60):
        miss = notes.asked.rule == "deep-end"
        answered(notes, wrong if miss else right, seconds=12)
        notes.go_on()
    counts = Counter(kept.rule for kept in notes.record if not kept.pair_of)
    assert counts["deep-end"] > counts["cannot-swim"]  # which lead to the same course
    assert WhyNote.MISSED in {next_note(notes.record[:end], notes.composer, "wren", START).why for end in range(20, 60)}


@pytest.mark.parametrize(("seconds", "comes_first"), [(12, False), (90, True), (0.1, True)])
def test_what_was_slow_comes_before_what_was_fast_and_what_was_not_read_is_not_taken_for_fast(
    notes: NotePractice, seconds: float, comes_first: bool
) -> None:
    while {kept.rule for kept in notes.record} != {"cannot-swim", "deep-end", "lanes-strokes", "fever"}:
        answered(notes, right, seconds=12)
        notes.go_on()
    of_rule = {kept.rule: kept for kept in notes.record}
    asked = replace(of_rule["cannot-swim"], seconds=seconds)
    record = (of_rule["deep-end"], asked, *(of_rule["lanes-strokes"], of_rule["fever"]) * 3)
    comes = {next_note(record, notes.composer, f"trainee {one}", START).note.recipe.rule for one in range(20)}
    assert ("cannot-swim" in comes) is comes_first  # or deep-end, which leads to the same course and was asked before


def test_two_answers_that_are_confused_come_more_often(notes: NotePractice) -> None:
    confused = {"lanes": "class", "class": "lanes"}
    for _ in range(16):
        answered(notes, lambda notes: confused.get(right(notes), right(notes)))
        notes.go_on()
    whose = [f"trainee {number}" for number in range(200)]
    all_right = tuple(
        replace(kept, level=kept.criteria_level, verdict=Verdict.AGREES, steps=0) for kept in notes.record
    )
    comes = [
        Counter(next_note(record, notes.composer, one, START, pairs=False).note.level for one in whose)
        for record in (notes.record, all_right)
    ]
    shares = [(count["lanes"] + count["class"]) / len(whose) for count in comes]
    assert shares[0] > shares[1] + 0.05, comes


def test_nobody_comes_twice_in_a_round_where_there_are_people_enough(store: Store, clock: Clock) -> None:
    notes = NotePractice(our_bank(), store, "wren", clock)
    for _ in range(2 * ROUND):
        answered(notes, right)
        notes.go_on()
    people = [kept.lines[0].text for kept in notes.record]
    assert [len(set(people[start : start + ROUND])) for start in range(ROUND)] == [ROUND] * ROUND


def test_the_same_record_gives_the_same_note_and_no_note_comes_twice(notes: NotePractice) -> None:
    for _ in range(40):
        answered(notes, right)
        assert next_note(notes.record, notes.composer, "wren", START) == next_note(
            notes.record, notes.composer, "wren", START
        )
        notes.go_on()
    codes = [kept.code for kept in notes.record]
    assert len(set(codes)) == len(codes)


def test_a_round_is_ten_notes(notes: NotePractice) -> None:
    for number in range(1, ROUND + 3):
        assert notes.number == (number - 1) % ROUND + 1
        answered(notes, right)
        assert len(notes.round) == notes.number
        notes.go_on()


def test_what_was_not_offered_is_refused_and_nothing_is_kept(notes: NotePractice, store: Store) -> None:
    with pytest.raises(AnswerError, match="unknown level 'deep'"):
        notes.submit("deep", {})
    for flags in ({"snorkel": True}, {"goggles": "yes"}):
        with pytest.raises(AnswerError, match="not one of the questions"):
            notes.submit("lanes", flags)  # type: ignore[arg-type]
    with pytest.raises(AnswerError, match="Answer this note first"):
        notes.go_on()
    assert store.note_attempts("wren") == ()


def test_a_bank_without_lines_or_with_broken_ones_says_so(pool: Bank, store: Store) -> None:
    file = pool.folder / "notes.yaml"
    file.write_text("format: 1\npeople: [\n", encoding="utf-8")
    with pytest.raises(BankError, match=r"pool/notes.yaml:\d: broken YAML"):
        NotePractice(pool, store, "wren")
    file.unlink()
    with pytest.raises(BankError, match="this bank has no short notes"):
        NotePractice(pool, store, "wren")


def test_erasing_takes_the_answers_to_notes(notes: NotePractice, store: Store) -> None:
    answered(notes, right)
    store.erase("wren")
    assert store.note_attempts("wren") == ()
    assert not store.knows("wren")


def test_times_know_their_zone(notes: NotePractice) -> None:
    kept = answered(notes, right)
    assert kept.committed_at.tzinfo is not None
    with pytest.raises(ValueError, match="has no time zone"):
        replace(kept, committed_at=datetime(2031, 4, 5))
    assert kept.committed_at.astimezone(UTC) == kept.committed_at


def test_a_note_counts_for_as_long_as_it_was_in_view_and_no_longer_than_since_it_was_asked(
    notes: NotePractice, clock: Clock
) -> None:
    clock.now += timedelta(hours=3)
    assert notes.submit(right(notes), {}, 12.5).kept.seconds == 12.5
    notes.go_on()
    clock.now += timedelta(seconds=20)
    assert notes.submit(right(notes), {}, 9e9).kept.seconds == 20
