"""One text: what is decided about the doubtful ones, and that every text comes to an end."""

from __future__ import annotations

import pytest
from carelevel.core.diagnostic import Severity
from carelevel.lint import lint_scope

from tests.hang import ends
from tests.lint.texts import lint_text

LARGEST = 64 * 1024
TAXING = ("1.", "Aa ", "J. ", "in Ludlow ", "MRN is ", "plate A1 ", "00:", "http://")
"""What a text of the largest size is made of, over and over; the bench knows more of them."""


@pytest.mark.parametrize(
    "text",
    [
        "May called, Hope waited, and Will said that Rose would come at six.",
        "Georgia drove in from Georgia.",
        "She believes in God, in Nadia and in early nights.",
        "Every Christmas there are lights, and an Easter lily; he comes on Mondays.",
        "It is the third step that creaks, in the second week.",
        "He sits in room 12, in Group B, under the TV.",
        "J. has been before, and so has the Lord.",
        "Aunt, Lawyer and Act of God are the three heats.",
        "She is in her forties; he is ninety or older.",
        "AUDIT-C 9/12, GAD-7 12/21, C-SSRS (Columbia) done; pills were stirred in Ensure.",
        "She puts it in Gatorade; the X-ray Tech was late.",
        "He always drinks more in December and less by March; his barn is a hundred and twelve years old.",
        "He calls his grandfather Pop, and feels he is a burden to his parents.",
        "His strength is 4/5, his pain 5/9, and he is old enough to know it.",
        "A photograph of a dog hangs over the clean sink.",
        "He was abused as a child, and hums out of habit.",
    ],
)
def test_a_look_alike_stays_quiet(text: str) -> None:
    assert lint_text(text) == ()


@pytest.mark.parametrize(
    ("text", "code", "words", "severity"),
    [
        ("He has used nothing since January.", "identifier/date", "January", Severity.WARNING),
        ("It began in the spring of 2019.", "identifier/date", "spring of 2019", Severity.WARNING),
        ("He is 34, and tired.", "identifier/age", "34", Severity.WARNING),
        ("She never took responsibility for it.", "wording/stigma", "never took responsibility", Severity.WARNING),
        ("He is nothing but a burden to his parents.", "wording/stigma", "a burden to", Severity.WARNING),
        ("The old UDS 9.14. neg, as told.", "identifier/date", "9.14.", Severity.ERROR),
        ("He had gotten to be forty-one without anyone asking.", "identifier/age", "forty-one", Severity.WARNING),
        ("They moved here from Lowell Mass in fall.", "identifier/place", "Lowell Mass", Severity.ERROR),
        ("He asked Sang-hyun Yi to wait.", "identifier/name", "Sang-hyun Yi", Severity.ERROR),
        ("His crew at AT&T covered for him.", "identifier/employer", "AT&T", Severity.ERROR),
        ("Work was hard at H&R Block in spring.", "identifier/employer", "H&R Block", Severity.ERROR),
        ("She failed at least four rehabs.", "wording/stigma", "failed at least four rehabs", Severity.ERROR),
        ("He is 94, and tired.", "identifier/age", "94", Severity.ERROR),
        ("He camps on the Willamette River.", "identifier/place", "Willamette River", Severity.WARNING),
        ("He took the bus to Ludlow.", "identifier/place", "Ludlow", Severity.WARNING),
        ("He lives in Ludlow.", "identifier/place", "Ludlow", Severity.ERROR),
        ("He lives on Route 9.", "identifier/place", "Route 9", Severity.ERROR),
        ("The form says Maria L. on top.", "identifier/name", "Maria L", Severity.WARNING),
        ("He has been sober since Christmas.", "identifier/date", "Christmas", Severity.WARNING),
        ("She met Fatima al-Hashimi.", "identifier/name", "Fatima al-Hashimi", Severity.ERROR),
        ("He stopped on his own 5/9.", "identifier/date", "5/9", Severity.ERROR),
        ("He shares the room with Ollie, who snores.", "identifier/relative", "Ollie", Severity.ERROR),
        (
            "lives behind a gas station in truth or consequences",
            "identifier/place",
            "truth or consequences",
            Severity.ERROR,
        ),
        ("He was born when Nixon resigned.", "identifier/age", "born when Nixon resigned", Severity.WARNING),
        ("He married on Christmas Eve 2018.", "identifier/date", "Christmas Eve 2018", Severity.ERROR),
        ("She is the only vet in the county.", "identifier/unique", "the only vet in the county", Severity.WARNING),
    ],
)
def test_a_doubtful_one_is_decided(text: str, code: str, words: str, severity: Severity) -> None:
    (hit,) = lint_text(text)
    assert (hit.code, hit.words, hit.severity) == (code, words, severity)


@pytest.mark.parametrize("friend", ["roommate", "sponsor", "best friend", "coworker", "landlady"])
def test_a_friend_is_named_as_a_relative_is(friend: str) -> None:
    (hit,) = lint_text(f"Her {friend}, Marisol, has the key.")
    assert (hit.code, hit.words) == ("identifier/relative", "Marisol")


def test_words_that_two_rules_know_are_found_once() -> None:
    (hit,) = lint_text("The letter went by fax to 503-555-0177.")
    assert hit.code == "identifier/fax"


def test_hits_stand_in_the_order_of_the_text() -> None:
    hits = lint_text("An addict from Toledo rang on 12 March.")
    assert [hit.code for hit in hits] == ["wording/stigma", "identifier/place", "identifier/date"]


def test_a_place_of_paragraphs_and_twins_is_left_open() -> None:
    (hit,) = lint_text("Dr. Lane came.")
    assert (hit.place.point, hit.place.paragraph, hit.span) == (None, None, (0, 8))


def test_a_clean_lint_says_what_was_looked_for_and_never_more() -> None:
    said = lint_scope()
    assert "a surname that no list has" in said
    assert "de-identified" not in said
    assert "anonym" not in said


@pytest.mark.parametrize("part", TAXING)
def test_every_text_comes_to_an_end(part: str) -> None:
    text = (part * LARGEST)[:LARGEST]
    with ends():
        lint_text(text)
