"""A trainee's form and a supervisor's groups as pages: what they are shown, and what is refused."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from carelevel.analytics.gain import FEWEST_GAINS
from carelevel.bank import open_bank
from carelevel.core.answer import Verdict
from carelevel.core.attempt import Attempt
from carelevel.core.form_answer import LENGTH, FormAnswer, FormGroup
from carelevel.core.form_code import Arm, FormCode, When
from carelevel.exports.form_files import COLUMNS, FormFiles
from carelevel.messages import forms as forms_messages
from carelevel.practice.form_groups import FormGroups
from carelevel.practice.form_material import FormMaterial
from carelevel.practice.form_practice import FormPractice
from carelevel.store.store import Store, open_store
from carelevel.widgets.forms.form import Form
from carelevel.widgets.forms.groups import Groups

from tests.analytics.forms import START, answered
from tests.analytics.forms import group as answers_of_group
from tests.bank.conftest import CASES


@lru_cache(maxsize=1)
def material() -> FormMaterial:
    return FormMaterial(open_bank(CASES))


@pytest.fixture
def store(made_sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    for module in ("form_practice", "form_groups"):
        monkeypatch.setattr(f"carelevel.practice.{module}.FormMaterial", lambda _bank: material())
    kept = open_store(made_sqlite_url)
    yield kept
    kept.close()


@pytest.fixture
def groups(store: Store) -> Groups:
    bank = material().bank
    return Groups(FormGroups(bank, store), FormFiles(store, bank.criteria))


def form(store: Store, trainee: str = "finch") -> Form:
    return Form(FormPractice(material().bank, store, trainee))


def sent(face: Groups, message: dict[str, object]) -> tuple[str, str]:
    """The name and the text of the file that a page gets."""
    files: list[tuple[dict[str, str], list[bytes]]] = []
    face.send = lambda content, buffers=(): files.append((content, buffers))  # type: ignore[method-assign]
    face.receive({"by": "me", "turn": 1, **message})
    [(content, [packed])] = files
    return content["file"], gzip.decompress(packed).decode("utf-8-sig")


def test_a_group_goes_from_its_codes_to_both_forms_and_is_told(groups: Groups, store: Store) -> None:
    groups.receive({"do": "register", "places": 2, "splits": False})
    shown = groups.view["groups"][0]
    assert shown["codes"][1]["before"].startswith("before-")
    assert shown["codes"][1]["arm"] == ""
    page = form(store)
    assert page.view["about"].startswith("This page is only for people to whom their supervisor gave a code. ")
    page.begin(shown["codes"][0]["after"])
    assert "first one is not whole yet" in page.view["message"]["says"]
    for when in ("before", "after"):
        page.begin(shown["codes"][0][when])
        assert page.view["question"]
        assert page.view["lines"]
        assert not page.view["prose"]
        for number in range(LENGTH):
            assert page.view["title"].endswith(f"{number + 1} of {LENGTH}")
            told = json.dumps(page.view)
            assert '"right' not in told
            assert "criteria_level" not in told
            page.answer("residential")
        assert page.view["question"] is None
        assert bool(page.view["rows"]) == (when == "after")
    assert "answers were right before" in page.view["says"]
    assert form(store).view["question"] is None
    groups.look_again()
    assert groups.view["groups"][0]["says"] == [
        forms_messages.STANDS.format(begun=1, before=1, both=1),
        forms_messages.TOO_FEW.format(needs=5),
    ]


def test_a_form_that_was_left_says_so_and_goes_on_with_what_was_chosen(store: Store) -> None:
    page = form(store)
    page.begin(str(FormCode(8, 1, When.BEFORE, material().version)))
    page.answer("outpatient")
    page.receive({"do": "choose", "question": page.view["question"], "level": "residential"})
    again = form(store)
    assert "1 of 14 answers are in" in again.view["says"]
    assert again.view["chosen"] == "residential"
    again.answer("residential")
    assert again.view["says"] == ""


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "begin", "code": "nonsense"}, "is no code of a form"),
        ({"do": "begin", "code": None}, "did not understand"),
        ({"do": "begin", "code": "x" * 65}, "did not understand"),
        ({"do": "begin", "code": "before-000101-000"}, "belongs to another state"),
        ({"do": "answer", "question": "before-000101-000/1", "level": "residential"}, forms_messages.FORM_STALE),
        ({"do": "answer", "question": None, "level": "residential"}, "nothing to answer"),
    ],
)
def test_what_cannot_be_is_told_on_the_page(store: Store, message: dict[str, object], says: str) -> None:
    page = form(store)
    page.receive(message)
    assert says.lower() in page.view["message"]["says"].lower()
    assert store.form_answers("finch") == ()


@pytest.mark.parametrize("places", [0, -1, 201, 2.5, True, "12", None])
def test_a_group_of_another_size_is_refused(groups: Groups, store: Store, places: object) -> None:
    groups.receive({"do": "register", "places": places, "splits": False})
    assert groups.view["message"]["kind"] == "refused"
    assert store.form_groups() == ()


@pytest.mark.parametrize(
    ("places", "splits", "says"),
    [
        (FEWEST_GAINS - 1, False, ["it takes 5."]),
        (FEWEST_GAINS, False, []),
        (FEWEST_GAINS - 1, True, ["it takes 5.", "2 with pairs and 2 without, and it takes 5 of each."]),
        (8, True, ["4 with pairs and 4 without, and it takes 5 of each."]),
        (12, True, []),
    ],
)
def test_registering_says_which_figures_so_small_a_group_will_not_have(
    groups: Groups, places: int, splits: bool, says: list[str]
) -> None:
    groups.receive({"do": "register", "places": places, "splits": splits})
    told = groups.view["message"]["says"]
    assert "Open “The codes, one row a trainee” below, and copy them from there." in told
    assert [one for one in says if one in told] == says
    assert told.count(" takes ") == len(says)


def kept(groups: Groups, store: Store, size: int, gain: float, *, splits: bool = False) -> str:
    """A registered group whose answers are simulated."""
    registered = groups.groups.register(size, splits=splits)
    made = answers_of_group(3, size, gain, splits=splits, of_feature=0.4 * splits)
    codes = {(code.place, code.when): code for when in When for code in registered.codes(when)}
    answers = []
    for answer in made:
        code = codes[answer.place, answer.when]
        answers.append(replace(answer, id=f"{code} {answer.slot}", group=code.group, form=code.form, arm=code.arm))
    store.keep_all(answers)
    groups.look_again()
    return registered.id


def test_a_gain_is_told_with_its_interval_and_its_parts(groups: Groups, store: Store) -> None:
    kept(groups, store, 24, 0.2)
    shown = groups.view["groups"][0]
    assert shown["says"][1].startswith("The group answers more right after than before: ")
    assert shown["rows"][0]["name"] == forms_messages.WHOLE
    assert " to " in shown["rows"][0]["gain"]
    few = kept(groups, store, 6, 0.2)
    rows = next(one["rows"] for one in groups.view["groups"] if one["id"] == few)
    assert [row["gain"] for row in rows[1:3]] == ["it takes 10", "it takes 10"]


def test_what_a_file_puts_into_the_wrong_half_or_place_counts_for_nothing(groups: Groups, store: Store) -> None:
    registered = groups.groups.register(4, splits=True)
    for place in (1, 5):
        code = FormCode(registered.number, place, When.BEFORE, registered.version)
        for slot in range(LENGTH):
            answer = answered(code, f"wren-{place}", slot, True)
            store.keep_form_answer(replace(answer, arm=Arm.NONE if place == 1 else code.arm))
    groups.look_again()
    says = groups.view["groups"][0]["says"]
    assert says[1] == forms_messages.STANDS.format(begun=0, before=0, both=0)
    assert says[-1] == forms_messages.STRAYS[0]


def test_a_group_whose_bank_has_changed_since_says_that_its_codes_work_no_more(groups: Groups, store: Store) -> None:
    store.keep_form_group(FormGroup("0002-000", 2, "000", 4, splits=False, registered_at=START))
    groups.look_again()
    assert groups.view["groups"][0]["says"][0] == forms_messages.CHANGED_SINCE


def test_what_both_forms_came_to_is_told_by_rule_and_by_the_numbers_that_were_answered(store: Store) -> None:
    code = FormCode(8, 1, When.BEFORE, material().version)
    rule = next(material().bank.criteria.rules())
    for slot in range(LENGTH):
        one = replace(answered(code, "finch", slot, True), rule=rule.id if slot else "", order=LENGTH - slot)
        if slot == LENGTH - 1:
            one = replace(one, level="residential", criteria_level="outpatient", verdict=Verdict.ALSO_ACCEPTED)
        other = replace(answered(replace(code, when=When.AFTER), "finch", slot, False), met=slot == 0)
        store.keep_all([one, other])
    page = form(store)
    page.begin(str(code))
    rows = page.view["rows"]
    assert rows[0]["name"] == f"{rule.name} (story 1 before, story 14 after)"
    assert rows[-1]["name"] == "Nothing asks for more (note 14 before, note 1 after), met in practice before, " + (
        "so it does not count"
    )
    assert rows[0]["before"] == "Residential: accepted too"
    assert rows[1]["before"].endswith(": right")
    assert rows[1]["after"].endswith(": not so")


def test_a_split_is_reported_whatever_it_is(groups: Groups, store: Store) -> None:
    kept(groups, store, 40, 0.0, splits=True)
    shown = groups.view["groups"][0]
    assert shown["says"][0] == forms_messages.GROUP_SPLIT
    assert shown["says"][-1].startswith("The halves ")
    assert {row["arm"] for row in shown["codes"]} == {"with pairs", "without pairs"}
    groups.receive({"do": "register", "places": 4, "splits": True})
    newest = groups.view["groups"][0]
    assert newest["says"][-1] == forms_messages.SPLIT_TOO_FEW.format(having=0, lacking=0, needs=5)


def test_a_statistician_gets_every_answer_and_what_each_column_means(groups: Groups, store: Store) -> None:
    id_ = kept(groups, store, 5, 0.1)
    name, text = sent(groups, {"do": "download", "group": id_, "form": "csv"})
    rows = list(csv.DictReader(io.StringIO(text)))
    assert name == f"carelevel-forms-{id_}.csv"
    assert len(rows) == 5 * 2 * LENGTH
    _, objects = sent(groups, {"do": "download", "group": id_, "form": "jsonl"})
    read = [json.loads(line) for line in objects.splitlines()]
    assert [str(int(one["right"])) for one in read] == [row["right"] for row in rows]
    _, book = sent(groups, {"do": "download", "group": id_, "form": "codebook"})
    assert [row["column"] for row in csv.DictReader(io.StringIO(book))] == list(COLUMNS) == list(rows[0])
    assert "A referral that counts too is not named here" in book
    groups.receive({"do": "download", "group": "other", "form": "csv"})
    assert groups.view["message"]["says"] == forms_messages.NO_SUCH_GROUP


def test_a_certificate_says_hours_cases_and_figures_and_no_name(groups: Groups, store: Store) -> None:
    for when in When:
        for slot in range(LENGTH):
            store.keep_form_answer(form_answer(when, slot))
    name, text = sent(groups, {"do": "certificate", "code": " wren "})
    assert name == "carelevel-certificate-wren.html"
    for says in (
        "Trainee's code: wren",
        "0.2 hours",
        "Supervisor's name and signature",
        "50% right before, 50% after, of 14",
    ):
        assert says in text
    assert "<script" not in text
    assert "http" not in text.replace("http-equiv", "")
    for code, says in (("nobody-1", "Nothing is kept"), ("<b>", "code"), ("", "code")):
        groups.receive({"do": "certificate", "code": code})
        assert says in groups.view["message"]["says"]


def test_a_certificate_counts_what_was_told_as_practice_and_not_as_right(
    groups: Groups, store: Store, attempt: Callable[..., Attempt]
) -> None:
    for number in range(8):
        steps = 0 if number < 5 else 2
        store.keep(attempt(trainee="wren", case=f"case-{number}", steps_shown=steps, verdict=Verdict.AGREES))
    _, text = sent(groups, {"do": "certificate", "code": "wren"})
    assert "8 answers to 8 cases; of those without a hint or a worked step 5 of 5 agree" in text


def form_answer(when: When, slot: int) -> FormAnswer:
    return answered(FormCode(2, 1, when, "T3W"), "wren", slot, slot % 2 == 0)
