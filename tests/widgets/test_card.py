"""A card driven from Python and by what a page sends, honest or forged; nothing here needs a browser."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import ACCEPTED
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import StoreError
from carelevel.core.trainee import is_code
from carelevel.messages import support as support_messages
from carelevel.practice import Practice
from carelevel.store.store import Store
from carelevel.widgets.card import Card

from tests.conftest import our_bank
from tests.core.test_trainee import CODES, NO_CODES
from tests.stories import evidence_of, shows_nothing

TRAINEE = "amber-otter"
PRESSURE = evidence_of("kitchen-shift", "peers")
DECIDES, IDLE = PRESSURE.sentences[0], shows_nothing("kitchen-shift")[0]


def card_of(store: Store, case: str = "kitchen-shift", trainee: str = TRAINEE) -> Card:
    return Card(Practice(our_bank(), store, trainee, case=case))


@pytest.fixture
def card(store: Store) -> Card:
    return card_of(store)


def answered(card: Card) -> Card:
    card.mark(IDLE, DECIDES)
    card.choose("residential", withdrawal_first=True, confidence="certain")
    card.commit()
    return card


def sent(card: Card, **message: object) -> str:
    """What the card says to a message from a page that shows the current question."""
    card.receive({"attempt": card.view["attempt"], **message})
    return str((card.view["message"] or {}).get("says", ""))


def whole_state(card: Card) -> str:
    return json.dumps({name: value for name, value in card.get_state().items() if name not in ("_esm", "_css")})


def choices(**chosen: object) -> dict[str, object]:
    sound: dict[str, object] = {
        "marked": [4],
        "level": "residential",
        "flags": {"withdrawal_first": True},
        "lists": {},
        "confidence": "certain",
        "reasons": "",
        "ties": {},
    }
    return {**sound, **chosen}


def texts(prose: list[list[dict[str, Any]]]) -> list[str]:
    return ["".join(run["text"] for run in runs) for runs in prose]


# Read and commit


def test_a_new_card_shows_the_story_and_has_nothing_chosen(card: Card, bank: Bank) -> None:
    assert card.view["stage"] == "answer"
    assert tuple(texts(card.view["prose"])) == bank.case("kitchen-shift").points[0].texts
    assert card.draft["choices"] == {
        "marked": [],
        "level": None,
        "flags": {},
        "lists": {},
        "confidence": None,
        "reasons": "",
        "ties": {},
    }


@pytest.mark.parametrize("case", [case.id for case in our_bank().cases()])
def test_before_the_commit_nothing_sent_to_the_page_tells_the_evidence_or_the_key(store: Store, case: str) -> None:
    card = card_of(store, case)
    sentences = {run["sentence"] for runs in card.view["prose"] for run in runs if run["text"].strip()}
    known = {"at", "text", "sentence", "stressed"}
    assert all(set(run) == known for runs in card.view["prose"] for run in runs)
    assert sentences == set(range(len(sentences))), "a run ends where a sentence or a stress ends, nowhere else"
    assert not {"compared", "explained", "twins"} & set(card.view)
    assert "opioid_use" not in whole_state(card)


def test_a_committed_answer_is_kept_and_compared(card: Card, store: Store) -> None:
    answered(card)
    assert [attempt.level for attempt in store.attempts(TRAINEE)] == ["residential"]
    assert card.view["stage"] == "compared"
    assert card.view["compared"]["verdict"] == "also_accepted"
    assert card.view["message"] is None


def test_a_comparison_is_one_update_to_the_page(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    card.mark(4)
    card.choose("residential", withdrawal_first=True, confidence="certain")
    updates: list[dict[str, Any]] = []
    monkeypatch.setattr(card.comm, "send", lambda data, **_: updates.append(data["state"]))
    card.commit()
    assert [list(update) for update in updates] == [["view"]]


def test_a_commit_with_nothing_chosen_says_what_is_missing_and_keeps_nothing(card: Card, store: Store) -> None:
    card.commit()
    assert "Choose a care level." in card.view["message"]["says"]
    assert store.attempts(TRAINEE) == ()


def test_a_referral_needs_no_flag(store: Store) -> None:
    card = card_of(store, "with-a-ruler")
    card.choose("escalate", confidence="guess")
    card.commit()
    assert card.view["compared"]["verdict"] == "agrees"


def test_lists_and_reasons_are_kept_with_the_answer(card: Card, store: Store) -> None:
    card.choose("residential", supports=["sober_living"], reasons="The ride,\n and the bed.")
    answered(card)
    (attempt,) = store.attempts(TRAINEE)
    assert attempt.lists["supports"] == ("sober_living",)
    assert attempt.reasons == "The ride, and the bed."


def test_the_words_of_a_story_are_explained_before_and_after_the_answer_and_with_what_came_earlier(
    pool: Bank, store: Store
) -> None:
    frog = {"word": "breaststroke", "meaning": "Arms and legs go out and in like a frog's."}
    card = Card(Practice(pool, store, TRAINEE, case="first-length"))
    assert card.view["glossary"] == [frog]
    card.choose("class", confidence="guess", goggles=True)
    card.commit()
    assert card.view["glossary"] == [frog]
    card.twin("all-four")
    assert [term["word"] for term in card.view["glossary"]] == ["Butterfly"]


def test_a_later_decision_point_has_its_own_words_and_the_earlier_ones_keep_theirs(
    pool: Bank, store: Store, tmp_path: Path
) -> None:
    folder = shutil.copytree(pool.folder, tmp_path / "pool")
    file = folder / "green-armbands.md"
    words = "glossary:\n  crawl: Arms over, face down.\n  plaster: A strip for a cut.\n  shivers: Shakes.\n"
    file.write_text(file.read_text("utf-8").replace("key:\n", f"{words}key:\n", 1), encoding="utf-8")
    card = Card(Practice(open_bank(folder), store, TRAINEE, case="green-armbands"))
    card.choose("class", confidence="guess", goggles=False)
    card.commit()
    card.next()
    assert [term["word"] for term in card.view["glossary"]] == ["plaster", "shivers"]
    assert [term["word"] for term in card.view["earlier"][0]["glossary"]] == ["crawl", "plaster"]


# Support


def told_of(card: Card) -> str:
    """All that the page is sent of the support."""
    return json.dumps(card.view["support"])


def test_a_new_trainee_is_offered_a_worked_example_of_which_nothing_is_sent_before_it_is_asked_for(card: Card) -> None:
    support = card.view["support"]
    assert support["says"] == support_messages.OFFER_FIRST
    assert (support["steps"], support["hints"], support["cued"], support["given"]) == ([], [], False, True)
    evidence = [phrase.phrase for phrase in open_bank().case("kitchen-shift").points[0].evidence]
    assert not [phrase for phrase in evidence if phrase in told_of(card)]


def test_each_step_that_is_asked_for_is_kept_and_shown_and_no_further_one(card: Card, store: Store) -> None:
    for number in range(1, 5):
        sent(card, do="step")
        place = store.place(TRAINEE, "practice")
        assert place is not None
        assert (place.support, place.steps_shown) == ("worked", number)
        assert len(card.view["support"]["steps"]) == number
        assert card.view["support"]["given"] is (number < 3)
        assert ("Partial hospitalization. " in told_of(card)) is (number == 4), "the level is the last step"
    assert PRESSURE.phrase.rstrip(".") in told_of(card)
    assert Card(card.practice).view["support"] == card_of(store).view["support"] == card.view["support"]
    answered(card)
    [kept] = store.attempts(TRAINEE)
    assert (kept.support, kept.steps_shown, kept.hints) == ("worked", 4, "")
    assert card.view["support"] == ["With 4 steps of a worked example."]


def test_a_hint_says_more_each_time_is_kept_with_the_answer_and_marks_the_rule(card: Card, store: Store) -> None:
    deciding = [one for one in open_bank().case("kitchen-shift").points[0].evidence if one is not PRESSURE]
    marked = [sentence for phrase in deciding for sentence in phrase.sentences if phrase.phrase != PRESSURE.phrase]
    for number, part in enumerate(("Look for what", "It stands in paragraph 2.", PRESSURE.phrase), start=1):
        sent(card, do="hint", choices=choices(marked=marked))
        [hint] = card.view["support"]["hints"]
        assert part in hint
        assert (PRESSURE.phrase in hint) is (number == 3)
        assert card.view["message"] is None
        assert card.view["support"]["can_hint"] is (number < 3), "the button goes with the last"
    assert sent(card, do="hint", choices=choices(marked=marked)) == support_messages.HINT_NONE
    answered(card)
    [kept] = store.attempts(TRAINEE)
    place = open_bank().case("kitchen-shift").points[0].evidence.index(PRESSURE)
    assert (kept.support, kept.hints) == ("free", f"{place}:3")
    assert [(rated.rule, rated.hinted) for rated in kept.rules] == [("peers", True)]
    assert card.view["support"] == ["With a hint on one phrase."]


def test_more_or_less_support_can_be_asked_for_at_any_time_and_holds_for_what_comes(card: Card, store: Store) -> None:
    sent(card, do="support", wish="cued")
    assert card.view["support"]["cued"]
    assert card_of(store).view["support"]["wish"] == "cued"
    assert card.bank["checklist"][1]["title"] == "Residential is asked for, when the person …"
    assert "struggles with self-control" in card.bank["checklist"][1]["rules"]
    sent(card, do="support", wish="free")
    assert (card.view["support"]["cued"], card.view["support"]["says"]) == (False, "")
    answered(card)
    assert store.attempts(TRAINEE)[0].support == "cued", "what was seen was seen"
    again = card_of(store)
    again.next()
    assert again.practice.offered.support == "free"
    assert "does not offer" in sent(again, do="support", wish="nurse") or again.view["stage"] == "compared"


def test_an_entry_check_that_is_passed_frees_from_support_and_is_kept(card: Card, store: Store) -> None:
    assert card.view["support"]["can_check"]
    sent(card, do="check")
    assert card.view["stage"] == "check"
    assert not {"assessment", "accepted", "change"} & set(card.view)
    support = card.practice.support
    assert support is not None
    right = [prompt.assessment.level for prompt in support.entry_check()]
    for forged in (None, right[:-1], [*right[:-1], "hospital"], [*right[:-1], 7]):
        assert "Nothing was stored." in sent(card, do="checked", chosen=forged)
    assert store.entry_checks(TRAINEE) == ()
    assert sent(card, do="checked", chosen=right).startswith(f"{len(right)} of {len(right)}")
    [kept] = store.entry_checks(TRAINEE)
    assert (kept.right, kept.asked) == (len(right), len(right))
    assert (card.view["stage"], card.view["support"]["says"]) == ("answer", "")
    again = card_of(store)
    assert not again.view["support"]["can_check"]
    store.erase(TRAINEE)
    assert store.entry_checks(TRAINEE) == ()


@pytest.mark.parametrize("do", ["step", "hint", "support", "check", "checked"])
def test_support_after_the_commit_is_refused(card: Card, store: Store, do: str) -> None:
    answered(card)
    assert messages.NOT_NOW in sent(card, do=do, choices=choices(), wish="free", chosen=[])
    assert store.attempts(TRAINEE)[0].hints == ""


def test_a_step_that_cannot_be_kept_is_not_shown(full_disk: FullDisk) -> None:
    card = card_of(full_disk)
    full_disk.full = True
    assert "the disk is full" in sent(card, do="step")
    assert card.view["support"]["steps"] == []


# Ties


def test_what_a_sentence_was_tied_to_is_kept_and_told_exactly_also_later(card: Card, store: Store) -> None:
    named = {group["name"]: [claim["value"] for claim in group["claims"]] for group in card.bank["claims"]}
    claims = [claim for group in named.values() for claim in group]
    assert len(claims) == len(set(claims)), "no claim is offered twice"
    topics = {finding.topic for finding in open_bank().criteria.findings}
    assert next(iter(named)) == messages.CRITERIA_TITLES["red_flags"]
    assert {*named} <= {messages.CRITERIA_TITLES["red_flags"], *topics}
    right, wrong = (
        next(rule.because[0] for rule in open_bank().criteria.indications if rule.id == known)
        for known in ("peers", "outpatient-medication")
    )
    tied = {str(DECIDES): right, str(IDLE): wrong, str(IDLE + 1): right}
    sent(card, do="draft", by="page", choices=choices(marked=[DECIDES, IDLE], ties=tied))
    assert card.draft["choices"]["ties"] == {str(DECIDES): right, str(IDLE): wrong}, "of marked ones"
    assert "supports this" not in whole_state(card)
    card.choose("residential", withdrawal_first=True, confidence="certain")
    card.commit()
    [kept] = store.attempts(TRAINEE)
    assert kept.ties == " ".join(f"{number}:{tied[str(number)]}" for number in sorted((DECIDES, IDLE)))
    lines = card.view["compared"]["ties"]
    assert sorted(line["fits"] for line in lines) == [False, True]
    assert ["shows nothing that the criteria read" in line["says"] for line in lines if not line["fits"]] == [True]
    assert card_of(store).view["compared"]["ties"] == lines


# What a forged or a late message meets


@pytest.mark.parametrize(
    "forged",
    [
        {"level": "hospital"},
        {"level": 2},
        {"level": ["residential"]},
        {"confidence": "very"},
        {"confidence": None},
        {"marked": [99]},
        {"marked": [-1]},
        {"marked": [True]},
        {"marked": ["1"]},
        {"marked": [1.0]},
        {"marked": 1},
        {"flags": {}},
        {"flags": {"withdrawal_first": "yes"}},
        {"flags": {"withdrawal_first": None}},
        {"flags": {"handcuffs": True}},
        {"flags": [True]},
        {"lists": {"supports": ["a_castle"]}},
        {"lists": {"supports": "sober_living"}},
        {"lists": {"tasks": ["manage_medication"]}},
        {"lists": {"supports": [{}]}},
        {"reasons": "x" * 501},
        {"reasons": None},
        {"key": "residential"},
        {"ties": {"4": "no-claim"}},
        {"ties": {"99": "A12"}},
        {"ties": {4: "A12"}},
        {"ties": ["4", "A12"]},
        {"ties": {"4": None}},
    ],
    ids=str,
)
def test_an_answer_that_was_not_on_offer_is_refused_in_words_and_nothing_is_kept(
    card: Card, store: Store, forged: dict[str, object]
) -> None:
    card.mark(3)
    said = sent(card, do="commit", choices=choices(**forged))
    assert said.startswith("Nothing was stored.")
    assert card.view["stage"] == "answer"
    assert card.draft["choices"]["marked"] == [3]
    assert store.attempts(TRAINEE) == ()


@pytest.mark.parametrize(
    "forged",
    [None, 7, "commit", [], {}, {"do": "erase"}, {"do": ["commit"]}, {"do": {}}, {"do": "commit", "choices": []}],
    ids=str,
)
def test_a_message_that_is_none_of_ours_is_refused(card: Card, store: Store, forged: object) -> None:
    card.receive({"attempt": card.view["attempt"], **forged} if isinstance(forged, dict) else forged)
    assert messages.NOT_UNDERSTOOD in card.view["message"]["says"]
    assert store.attempts(TRAINEE) == ()


def test_an_answer_to_an_earlier_question_is_not_taken_for_one_to_this(store: Store) -> None:
    card = Card(Practice(our_bank(), store, TRAINEE))
    earlier = card.view["attempt"]
    card.skip()
    card.receive({"do": "commit", "attempt": earlier, "choices": choices()})
    assert card.view["message"]["says"] == messages.STALE
    assert card.view["stage"] == "answer"
    assert store.attempts(TRAINEE) == ()


def test_a_second_click_is_the_same_attempt(card: Card, store: Store) -> None:
    attempt = card.view["attempt"]
    for level in ("residential", "outpatient"):
        card.receive({"do": "commit", "attempt": attempt, "choices": choices(level=level)})
    assert [attempt.level for attempt in store.attempts(TRAINEE)] == ["residential"]
    assert card.view["message"] is None


@pytest.mark.parametrize("do", ["next", "again", "twin"])
def test_going_on_before_the_commit_is_refused(card: Card, do: str) -> None:
    assert messages.NOT_NOW in sent(card, do=do, twin="bed-taken")


def test_a_twin_that_is_not_offered_is_refused(card: Card) -> None:
    answered(card)
    assert "does not offer" in sent(card, do="twin", twin="another")
    assert card.view["stage"] == "compared"


# What a failing store, or a failing card, says


class FullDisk(Store):
    """A store that cannot write while *full*."""

    full = False

    def keep(self, attempt: Any) -> Any:
        self._refuse()
        return super().keep(attempt)

    def keep_place(self, place: Any) -> None:
        self._refuse()
        super().keep_place(place)

    def _refuse(self) -> None:
        if self.full:
            raise StoreError("the disk is full")


@pytest.fixture
def full_disk(tmp_path: Path) -> FullDisk:
    return FullDisk(f"sqlite:///{tmp_path / 'record.db'}")


def test_an_answer_that_cannot_be_stored_stays_on_the_page_and_is_kept_once_it_can(full_disk: FullDisk) -> None:
    card = card_of(full_disk)
    full_disk.full = True
    card.receive({"do": "commit", "attempt": card.view["attempt"], "choices": choices(reasons="The ride.")})
    assert card.view["stage"] == "answer"
    assert card.view["message"]["kind"] == "not_kept"
    assert "the disk is full" in card.view["message"]["says"]
    assert card.draft["choices"] == choices(reasons="The ride.")
    full_disk.full = False
    card.commit()
    assert card.view["stage"] == "compared"
    assert [attempt.reasons for attempt in full_disk.attempts(TRAINEE)] == ["The ride."]


def test_a_draft_that_cannot_be_stored_is_said_once_and_taken_back_when_it_can(full_disk: FullDisk) -> None:
    card = card_of(full_disk)
    full_disk.full = True
    card.mark(1)
    first = card.view["message"]
    card.mark(2)
    assert card.view["message"] == first
    assert card.draft["choices"]["marked"] == [1, 2]
    full_disk.full = False
    card.mark(3)
    assert card.view["message"] is None


def test_an_error_of_the_card_itself_is_shown_and_logged_with_its_traceback(
    card: Card, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(card.practice, "skip", lambda: 1 / 0)
    card.skip()
    assert "ZeroDivisionError" in card.view["message"]["says"]
    assert "Traceback" in caplog.text


# Compare


def test_the_comparison_tells_caught_missed_and_needless_marks(card: Card) -> None:
    answered(card)
    prose = card.view["compared"]["prose"]
    signed = {
        sign: "".join(run["text"] for run in prose[PRESSURE.paragraph] if run.get("signs") == [sign])
        for sign in ("caught", "missed")
    }
    assert signed == {"caught": PRESSURE.phrase, "missed": evidence_of("kitchen-shift", "home").phrase}
    assert [(run["text"], run["signs"]) for run in prose[2] if run.get("signs")] == [
        (evidence_of("kitchen-shift", "sober_living").phrase, ["missed"])
    ]
    assert card.view["compared"]["marks"] == [
        "You caught 1 of 5 deciding phrases.",
        "One sentence that you marked was not needed.",
    ]


def test_every_reason_has_its_phrase_and_a_locator_for_each_claim(card: Card) -> None:
    answered(card)
    pressure = card.view["explained"]["reasons"][0]
    assert pressure["name"] == "Pressure from others"
    assert pressure["phrases"][0] == PRESSURE.phrase
    wheres = [claim["where"] for claim in pressure["claims"]]
    assert "Article A, “Alternatives to an Outpatient Heroin Rehab Program”, paragraph 6" in wheres


def test_a_withdrawal_first_answer_has_the_warning_with_its_references_beside_it(card: Card) -> None:
    answered(card)
    safety = card.view["explained"]["safety"]
    assert safety["foremost"] is True
    assert "tolerance" in safety["lines"][0]["says"]
    assert any("Strang" in one["cite"] for one in safety["lines"][0]["references"])
    assert safety["asks"] == ["Has medication been offered today?"]


def test_a_flag_that_is_answered_otherwise_stands_in_the_headline(card: Card) -> None:
    card.choose("partial_hospitalization", withdrawal_first=False, confidence="certain")
    card.commit()
    compared = card.view["compared"]
    assert compared["title"].endswith("agrees with the criteria, but not your answer to: Withdrawal management first")
    assert compared["sign"] == "≠"


def test_a_later_decision_point_shows_the_earlier_one_folded_above_it(store: Store) -> None:
    card = answered(card_of(store, "second-autumn"))
    assert card.view["more_points"]
    card.next()
    assert card.view["stage"] == "answer"
    assert [point["heading"] for point in card.view["earlier"]] == ["At the intake desk"]


def test_what_changed_in_a_twin_is_shown_after_the_commit_only(card: Card) -> None:
    answered(card)
    assert card.view["twins"] == ["bed-taken"]
    card.twin("bed-taken")
    assert all("signs" not in run for runs in card.view["prose"] for run in runs)
    answered(card)
    assert any("changed" in run.get("signs", ()) for runs in card.view["compared"]["prose"] for run in runs)


@pytest.mark.parametrize("case", [case.id for case in our_bank().cases()])
def test_every_case_and_answer_has_a_comparison_in_words(store: Store, case: str) -> None:
    for trainee, level in zip(CODES, our_bank().criteria.choices, strict=False):
        card = card_of(store, case, trainee)
        card.choose(level, withdrawal_first=True, confidence="guess", therapies=["trauma_treatment"])
        card.commit()
        assert card.view["stage"] == "compared", level
        shown = json.dumps([card.view["compared"], card.view["explained"]])
        assert not re.search(r"\{\w+\}", shown), "a slot was left unfilled"
        assert "[]" not in card.view["compared"]["says"], level


def test_the_prose_is_the_same_before_and_after_the_commit(card: Card) -> None:
    before = texts(card.view["prose"])
    assert texts(answered(card).view["compared"]["prose"]) == before


# Coming back, going on


def test_a_new_card_after_a_restart_comes_back_with_the_draft(card: Card, store: Store) -> None:
    card.mark(2)
    card.choose("outpatient")
    again = card_of(store)
    assert again.view["attempt"] == card.view["attempt"]
    assert again.draft["choices"] == card.draft["choices"]


def test_a_new_card_after_a_restart_comes_back_with_the_comparison(card: Card, store: Store) -> None:
    answered(card)
    again = card_of(store)
    assert again.view == card.view | {"why": again.view["why"]}


def test_a_report_is_kept_and_thanked_for(card: Card) -> None:
    card.report("Who is the dog?")
    assert card.view["message"]["says"] == messages.REPORTED
    assert sent(card, do="report", note="  ") == f"Nothing was stored. {messages.EMPTY_NOTE}"
    assert "4001" in sent(card, do="report", note="x" * 4001)


@pytest.mark.parametrize("code", CODES)
def test_another_trainee_goes_on_under_another_code(card: Card, code: str) -> None:
    card.mark(1)
    sent(card, do="switch", code=f" {code} ", begin=True)
    assert card.view["trainee"] == code
    assert card.draft["choices"]["marked"] == []


def test_a_code_that_nothing_is_kept_under_is_asked_about_before_it_begins_a_record(store: Store) -> None:
    card, other = card_of(store), card_of(store)
    sent(other, do="switch", code="wren", begin=True)
    sent(card, do="switch", code="wrenn")
    assert (card.view["trainee"], card.view["new_code"]) == (TRAINEE, "wrenn")
    assert not store.knows("wrenn")
    sent(card, do="switch", code="wren")
    assert (card.view["trainee"], card.view["new_code"]) == ("wren", "")


def test_a_page_of_the_record_before_says_that_another_has_switched(store: Store) -> None:
    code = [TRAINEE]
    card = Card(Practice(our_bank(), store, TRAINEE, case="kitchen-shift"), lambda: code[0])
    assert sent(card, do="draft", choices=choices()) == ""
    code[0] = "wren"
    says = messages.OTHER_RECORD.format(old=TRAINEE, new="wren")
    assert sent(card, do="draft", choices=choices()) == says
    assert sent(card, do="commit", choices=choices()) == says
    assert [attempt.trainee for attempt in store.attempts(TRAINEE)] == [TRAINEE]


@pytest.mark.parametrize(("name", "can"), [("CARELEVEL_TRAINEE", False), ("JUPYTERHUB_USER", False), ("HOME", True)])
def test_where_the_environment_says_whose_record_it_is_no_form_asks(
    name: str, can: bool, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "x") if name == "HOME" else "wren")
    assert card_of(store).view["can_switch"] is can


def test_an_answer_that_another_tab_has_kept_meanwhile_is_shown_and_said_to_be_the_other_ones(store: Store) -> None:
    first, second = card_of(store), card_of(store)
    assert first.view["attempt"] == second.view["attempt"]
    answered(first)
    sent(second, do="commit", choices=choices(level="outpatient"))
    assert second.view["notes"] == [messages.ANSWERED_ELSEWHERE]
    assert second.view["compared"] == first.view["compared"]


def test_the_same_answer_sent_twice_is_no_other_tabs(store: Store) -> None:
    first, second = card_of(store), card_of(store)
    for card in (first, second):
        sent(card, do="commit", choices=choices())
    assert second.view["notes"] == []


@pytest.mark.parametrize("code", [*(code for code in NO_CODES if not is_code(code.strip())), None, 7])
def test_a_code_that_is_none_is_refused(card: Card, code: object) -> None:
    assert sent(card, do="switch", code=code).startswith("Nothing was stored.")
    assert card.view["trainee"] == TRAINEE


def test_the_cases_are_listed_when_asked_for(store: Store) -> None:
    card = Card(Practice(our_bank(), store, TRAINEE))
    sent(card, do="cases")
    kitchen = next(one for one in card.view["cases"] if one["id"] == "kitchen-shift")
    assert kitchen["title"] == "The kitchen shift"
    assert (kitchen["says"], kitchen["done"]) == ("plain text · less clear answer", "")
    titles = [one["title"] for one in card.view["cases"]]
    assert titles[:2] == ["Badge turned over", "By the fleece"]
    assert titles == sorted(titles, key=str.casefold)
    sent(card, do="open", case="kitchen-shift")
    assert card.view["title"] == "The kitchen shift"


def test_a_case_says_how_many_parts_it_has_which_is_asked_and_how_it_was_answered(store: Store) -> None:
    case = our_bank().case("second-autumn")
    card = Card(Practice(our_bank(), store, TRAINEE))
    sent(card, do="cases")
    sent(card, do="open", case=case.id)
    for number, point in enumerate(case.points, start=1):
        assert card.view["heading"] == f"Part {number} of {len(case.points)}: {point.heading}"
        card.choose("residential" if number > 1 else ESCALATE, withdrawal_first=True, confidence="certain")
        card.commit()
        assert card.view["heading"] == f"Part {number} of {len(case.points)}: {point.heading}"
        card.next()
    sent(card, do="cases")
    [listed] = [one for one in card.view["cases"] if one["id"] == case.id]
    assert listed["says"].endswith(f"{len(case.points)} parts")
    accepted = [attempt.verdict in ACCEPTED for attempt in store.attempts(TRAINEE)]
    assert accepted == [False, True]
    assert re.fullmatch(r"Done \d+-\d\d-\d\d: 1 of 2 answers accepted", listed["done"])


@pytest.mark.parametrize("case", ["no-such-case", "../../etc/passwd", None, 7, "x" * 5000])
def test_a_case_that_is_not_there_cannot_be_opened(card: Card, case: object) -> None:
    sent(card, do="cases")
    title = card.view["title"]
    assert sent(card, do="open", case=case).startswith("Nothing was stored.")
    assert card.view["title"] == title


def test_what_to_talk_about_comes_with_the_last_answer_of_a_case_and_with_no_earlier_one(store: Store) -> None:
    card = card_of(store, "second-autumn")
    answered(card)
    assert card.view["discuss"] == ""
    card.next()
    answered(card)
    assert card.view["discuss"] == our_bank().case("second-autumn").discuss != ""
