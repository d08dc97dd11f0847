"""What lint calls an error holds a case back from trainees until it is mended, or knowingly let stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.authoring import Desk, Saved, record_dissent
from carelevel.core.diagnostic import Severity
from carelevel.core.errors import BankError

from tests.authoring.edits import with_point
from tests.bank.conftest import CASE, edited

NUMBER, OTHER = "223-45-6789", "323-45-6789"
TELLING = edited("She hums.", f"Her number is {NUMBER}.")
HEADED = edited("difficulty: 1", "status: held\ndifficulty: 1", TELLING)


@pytest.fixture
def telling(desk: Desk) -> Desk:
    """A desk with a story that tells a number."""
    desk.open("late-bus")
    text = desk.draft.points[0].text.replace("She hums.", f"Her number is {NUMBER}.")
    place = desk.draft.points[0].text.index("She hums.")
    moved = len(text) - len(desk.draft.points[0].text)
    phrases = tuple(
        replace(phrase, start=phrase.start + moved, end=phrase.end + moved) if phrase.start > place else phrase
        for phrase in desk.draft.points[0].phrases
    )
    desk.change(with_point(desk.draft, text=text, phrases=phrases))
    return desk


def on_disk(desk: Desk) -> str:
    return (desk.bank.folder / "late-bus.md").read_text("utf-8")


def test_a_case_in_which_something_must_go_is_saved_and_held_back(telling: Desk) -> None:
    saved = telling.save()
    assert isinstance(saved, Saved)
    assert saved.held_for == (NUMBER,)
    assert "\nstatus: held\n" in on_disk(telling)
    assert (telling.bank.case("late-bus").is_in_use, telling.bank.cases()) == (False, ())
    with pytest.raises(BankError, match=r"late-bus.md: the case is held back from trainees; mend what lint calls"):
        telling.bank.case_in_use("late-bus")


def test_once_it_is_mended_trainees_have_it(telling: Desk) -> None:
    telling.save()
    telling.undo()
    saved = telling.save()
    assert isinstance(saved, Saved)
    assert (saved.held_for, "status" in on_disk(telling)) == ((), False)
    assert telling.bank.case_in_use("late-bus").status == ""


def test_what_is_knowingly_let_stand_holds_nothing_back_and_anything_else_does(telling: Desk) -> None:
    telling.change(replace(telling.draft, released=(NUMBER,)))
    assert [hit.severity for hit in telling.check().hits if hit.words == NUMBER] == [Severity.WARNING]
    saved = telling.save()
    assert isinstance(saved, Saved)
    assert (saved.held_for, telling.bank.case_in_use("late-bus").released) == ((), (NUMBER,))
    assert f'released:\n  - "{NUMBER}"\n' in on_disk(telling)
    telling.change(with_point(telling.draft, text=telling.draft.points[0].text.replace(NUMBER, OTHER)))
    again = telling.save()
    assert isinstance(again, Saved)
    assert again.held_for == (OTHER,)


def test_a_retired_case_stays_retired_and_a_dissent_leaves_a_status_as_it_is(desk: Desk) -> None:
    file = desk.bank.folder / "late-bus.md"
    file.write_text(edited("difficulty: 1", "status: retired\ndifficulty: 1"), "utf-8")
    desk.open("late-bus")
    desk.change(replace(desk.draft, title="Mine"))
    assert isinstance(desk.save(), Saved)
    assert "\nstatus: retired\n" in on_disk(desk)
    file.write_text(HEADED, "utf-8")
    record_dissent(desk.bank, "late-bus", 0, "residential", "Too soon.")
    assert "\nstatus: held\n" in on_disk(desk)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("status: gone", "'status' cannot be read; use one of: held, retired"),
        (
            "released: [[a]]",
            "'released.0' cannot be read; write one text there; put it in quotes where it has brackets",
        ),
        ("released: ['']", "'released.0' cannot be read; write something there"),
    ],
)
def test_a_status_that_is_none_is_a_mistake_with_its_remedy(desk: Desk, line: str, says: str) -> None:
    (desk.bank.folder / "late-bus.md").write_text(edited("difficulty: 1", f"{line}\ndifficulty: 1", CASE), "utf-8")
    (mistake,) = desk.bank.checked("late-bus").mistakes
    assert mistake.line == 4
    assert str(mistake) == f"cases/late-bus.md:4: {says}"
