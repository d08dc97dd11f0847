"""A case's own words for an interview: its opening, and what the person says where the story says nothing."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank
from carelevel.bank.interview_words import LONGEST_OPENING, LONGEST_UNSAID, MOST_UNSAID
from carelevel.bank.lines import Lines
from carelevel.core.diagnostic import CasePart

from tests.bank.conftest import Check, edited

ASKED = "discuss: What else would you ask?"


def with_head(lines: str) -> str:
    return edited(ASKED, f"{ASKED}\n{lines}")


def test_a_case_without_them_has_neither(bank: Bank) -> None:
    case = bank.case("late-bus")
    assert (case.opening, case.unsaid) == ("", {})


def test_a_case_opens_with_its_own_words_and_says_its_own_where_nothing_is_known(bank: Bank) -> None:
    head = with_head("opening: >-\n  Ola has brought\n  a thermos.\nunsaid:\n  home: I would rather not say.")
    (bank.folder / "late-bus.md").write_text(head, encoding="utf-8")
    case = bank.case("late-bus")
    assert (case.opening, case.unsaid) == ("Ola has brought a thermos.", {"home": "I would rather not say."})
    lines = Lines(head)
    assert [lines.line(CasePart("opening")), lines.line(CasePart("unsaid", point=0))] == [7, 11]


@pytest.mark.parametrize(
    ("lines", "mistake"),
    [
        ("opening:", "7: 'opening' is empty; write it after the colon"),
        ("opening: [a]", "7: 'opening' cannot be read; write one text there"),
        ('opening: " "', "7: the opening is empty; write a few plain words there"),
        ('opening: "[She]{support=thin}"', "7: the opening has markup; write a few plain words there"),
        (f"opening: {'x' * (LONGEST_OPENING + 1)}", "7: the opening has 301 characters, and 300 is the most"),
        ("unsaid: never", "7: 'unsaid' cannot be read; write 'name: value' there"),
        ("unsaid:\n  home:", "8: 'unsaid.home' is empty; write it after the colon"),
        ("unsaid:\n  hom: Fine.", "8: unknown finding 'hom'; did you mean 'home'"),
        ("unsaid:\n  support: Fine.", "8: the story shows 'support'; take it out of 'unsaid', or out of the story"),
        ('unsaid:\n  home: " "', "8: what is said of 'home' is empty; write a few plain words there"),
        ("unsaid:\n  home: <b>Fine.</b>", "8: what is said of 'home' has markup; write a few plain words there"),
        (f"unsaid:\n  home: {'x' * (LONGEST_UNSAID + 1)}", "8: what is said of 'home' has 301 characters, and 300"),
        ("unsaid:\n  home: a\n  home: b", "9: 'home' stands here twice; keep one of the two"),
        ('opening: "\u202eShe waits."', "7: the opening has signs that turn the writing around"),
    ],
)
def test_each_mistake_is_one_line_that_says_where_what_and_how_to_mend_it(
    lines: str, mistake: str, check: Check
) -> None:
    (found,) = check(with_head(lines))
    assert found.startswith(mistake)


def test_of_too_many_entries_one_line_says_so(check: Check) -> None:
    found = check(with_head("unsaid:\n" + "".join(f"  f{number}: a\n" for number in range(MOST_UNSAID + 1))))
    assert found[-1].startswith(f"{8 + MOST_UNSAID}: {MOST_UNSAID + 1} entries in 'unsaid'; keep to {MOST_UNSAID}")
