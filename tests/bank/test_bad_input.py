"""What nobody means well by: refused in a line, and no other case is the worse for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.bank import Bank, read_criteria
from carelevel.bank import bank as bank_module
from carelevel.core.diagnostic import MOST_NAMED_MISTAKES, Diagnostic, foremost
from carelevel.core.errors import BankError

from tests.bank.conftest import CASE, CASES, edited
from tests.hang import ends

HEAD = CASE.split("## Intake")[0].replace("late-bus", "bad")
STORY = f"{HEAD}## Intake\n\n"
ASKED = "discuss: What else would you ask?"
FINDINGS = "{housing=settled}"


def bad(old: str, new: str) -> str:
    return edited(old, new).replace("id: late-bus", "id: bad")


def many(part: str, count: int, between: str = " ") -> str:
    return between.join(part.replace("0", str(number)) for number in range(count))


FILES = {
    "ten megabytes": (CASE + "She hums. " * 1_000_000, "larger than 64 KiB"),
    "ten thousand findings in one phrase": (bad(FINDINGS, f"{{{many('f0=x', 10_000)}}}"), "larger than 64 KiB"),
    "three thousand findings in one phrase": (bad(FINDINGS, f"{{{many('f0=x', 3_000)}}}"), "a paragraph of "),
    "one finding fifteen thousand times": (bad(FINDINGS, f"{{{'a=b ' * 15_000}}}"), "'a' stands twice"),
    "a phrase for each of three thousand findings": (STORY + many("[a b]{h0=s}", 3_000), "3000 pairs of braces"),
    "five thousand findings of a twin": (
        bad("{support: none}", f"{{{many('f0: x', 5_000, ', ')}}}"),
        "more than 1,500 keys",
    ),
    "five thousand keys": (bad(ASKED, many("k0: 1", 5_000, "\n")), "more than 1,500 keys"),
    "lists in lists": (bad(ASKED, "discuss: " + "[" * 20_000), "nested deeper than 12"),
    "mappings in mappings": (bad(ASKED, "discuss: " + "{a: " * 8_000), "nested deeper than 12"),
    "brackets in brackets": (STORY + "[" * 5_000 + "a" + "]{a=b}" * 5_000, "5000 pairs of braces"),
    "quotations in quotations": (STORY + ">" * 60_000 + " a", "a paragraph of "),
    "a list in a list": (STORY + "- " * 30_000 + "a", "a paragraph of "),
    "stars without end": (STORY + "\n\n".join(["*a **b " * 16] * 500), "paragraphs in the story"),
    "six thousand decision points": (STORY + "## S\n\na\n" * 6_000, "lines in the story"),
    "anchors that explode": (
        bad(ASKED, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
        "an anchor or alias",
    ),
    "a tag that would run something": (bad(ASKED, "discuss: !!python/object/apply:os.system [echo]"), "broken YAML"),
    "a key that is a list": (bad(ASKED, "? [a, b]\n: c"), "broken YAML"),
    "a number of five thousand digits": (bad("difficulty: 1", "difficulty: " + "9" * 5_000), "'difficulty' cannot"),
    "bytes": (bytes(range(128, 256)) * 200, "not UTF-8 text"),
    "zeros": (b"---\n\0\n---\n", "not text"),
    "a path for an id": (edited("id: late-bus", "id: ../../late-bus"), "the id '../../late-bus' is not the file's"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_bad_file_is_refused_in_one_line_for_each_mistake(what: str, bank: Bank) -> None:
    content, problem = FILES[what]
    (bank.folder / "bad.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    with ends():
        mistakes = bank.checked("bad").mistakes
    assert 1 <= len(mistakes) <= 3
    assert any(mistake.problem.startswith(problem) or problem in mistake.problem for mistake in mistakes)
    assert all("\n" not in str(mistake) and len(str(mistake)) < 400 for mistake in mistakes)
    assert bank.case("late-bus").title == "The late bus"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_plain_file_is_refused_without_being_opened(make: Callable[[Path], None], bank: Bank) -> None:
    make(bank.folder / "bad.md")
    (mistake,) = bank.checked("bad").mistakes
    assert mistake.problem in ("not a plain file", "a symbolic link")
    assert [case.id for case in bank.cases()] == ["late-bus"]


def test_of_very_many_mistakes_the_first_are_named_and_the_rest_counted() -> None:
    mistakes = [Diagnostic("cases/bad.md", line, "wrong", "mend it") for line in range(1, 1_001)]
    named = foremost(reversed(mistakes))
    assert named[:MOST_NAMED_MISTAKES] == mistakes[:MOST_NAMED_MISTAKES]
    assert [str(rest) for rest in named[MOST_NAMED_MISTAKES:]] == [
        "cases/bad.md:100: 900 mistakes more; mend the first ones first"
    ]


def test_more_cases_than_a_bank_may_have_are_refused_without_being_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bank_module, "MOST_CASES", 2)
    for name in ("a", "b"):
        shutil.copy(folder / "late-bus.md", folder / f"{name}.md")
    with pytest.raises(BankError, match="more than 2 cases; divide them"):
        Bank(folder, read_criteria(folder)).case_ids()


RULES = (CASES / "criteria.yaml").read_text("utf-8")
FINDING = "  - {id: f0, name: n, question: q, values: [{id: a, says: a}, {id: b, says: b}]}"
CRITERIA = {
    "ten megabytes": (RULES + "# x\n" * 2_500_000, "larger than 512 KiB"),
    "ten thousand findings": (
        RULES.replace("\nfindings:\n", f"\nfindings:\n{many(FINDING, 10_000, chr(10))}\n"),
        "larger than 512 KiB",
    ),
    "two thousand findings": (
        RULES.replace("\nfindings:\n", f"\nfindings:\n{many(FINDING, 2_000, chr(10))}\n"),
        "more than 20,000 keys",
    ),
    "lists in lists": (f"{RULES}\nx: {'[' * 20_000}", "nested deeper than 12"),
    "anchors that explode": (f"{RULES}\nx: &x [a, a]\ny: [*x, *x]\n", "an anchor or alias"),
    "a title five thousand times": (RULES + "\ntitle: x" * 5_000, "'title' stands here twice"),
    "a digest, which is worked out": (f"{RULES}\ndigest: abc\n", "unknown key 'digest'"),
    "another encoding": (RULES.encode("utf-16"), "not UTF-8 text"),
}


@pytest.mark.parametrize("what", CRITERIA)
def test_bad_criteria_are_refused_in_a_bounded_number_of_lines(what: str, folder: Path) -> None:
    content, problem = CRITERIA[what]
    (folder / "criteria.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with ends(), pytest.raises(BankError) as refused:
        read_criteria(folder)
    assert problem in refused.value.diagnostics[0].problem
    assert len(refused.value.diagnostics) <= MOST_NAMED_MISTAKES + 1
