"""`carelevel check`: what it says, where, how it says it, and its exit status."""

from __future__ import annotations

import io
import os
import re
import shutil
from pathlib import Path

import pytest
from carelevel.analytics.single_cues import FEWEST_STORIES
from carelevel.bank import open_bank
from carelevel.cli import main, workers
from carelevel.cli.bank_check import BankCheck
from carelevel.cli.progress import AFTER, Progress
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.core.errors import BankError
from carelevel.lint import CODES

from tests.cli.conftest import CASES, NAME, rewrite
from tests.conftest import our_bank

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
Output = pytest.CaptureFixture[str]


@pytest.fixture
def case(bank: Path) -> Path:
    return bank / f"{NAME}.md"


def said(output: Output, file: str = NAME) -> list[str]:
    return [line for line in output.readouterr().out.splitlines() if line.startswith(f"bank/{file}")]


# What is found


def test_the_marks_of_the_cases_are_counted_above_the_last_line(case: Path, capsys: Output) -> None:
    told = re.sub(r"\[([^]]*)\]\{[^}]*=absent\}", r"\1", case.read_text("utf-8"))  # its own marks away
    case.write_text(told.replace("reading: 1\n", "", 1), "utf-8")
    for name, mark in (("one", "reading: 1"), ("two", "reading: 1"), ("three", "reading: 3"), ("bad", "reading: 9")):
        shutil.copy(case, case.parent / f"{name}.md")
        rewrite(case.parent / f"{name}.md", ("id: market-stall", f"id: {name}\n{mark}"))
    rewrite(case.parent / "one.md", ("## Intake\n", "## Intake\n\n[She is not pregnant]{pregnancy=absent}.\n"))
    main(["check", str(case.parent)])
    out = capsys.readouterr().out.splitlines()
    assert out[-2] == (
        "Reading: plain 2, ordinary 0, demanding 1, not marked 1. A safety question is told as asked in 1 of 4 cases."
    )


def test_a_sound_bank_is_proved_counted_and_said_to_have_been_looked_through(capsys: Output) -> None:
    assert main(["check", str(CASES), "--strict"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    count = len(our_bank().case_ids())
    assert lines[-1].endswith(f"{count} cases, no errors, no warnings")
    assert [line.split(":")[0] for line in lines[:4]] == ["proved"] * 4
    assert "Looked for signs of: a name beyond a first name" in out
    assert "a person has to read for those" in " ".join(out.split())
    assert not re.search("identif(y|ied) nobody|de-?identified|anonym", out, re.IGNORECASE)


def test_another_organisations_bank_is_checked_alike(capsys: Output) -> None:
    assert main(["check", str(SWIMMING)]) == 0
    assert "2 cases, 0 errors" in capsys.readouterr().out


def test_every_mistake_of_a_case_is_a_line_with_its_place_severity_and_code(case: Path, capsys: Output) -> None:
    rewrite(case, ("{housing=settled}", "{housng=settled}"), ("clear}", "cleer}"))
    assert main(["check", str(case.parent)]) == 1
    out = capsys.readouterr().out
    mistakes = re.findall(r"(?m)^bank/market-stall\.md:\d+: error: .+; .+ \[mistake/case\]$", out)
    assert [("housng" in line, "cleer" in line) for line in mistakes] == [(True, False), (False, True)]
    assert out.splitlines()[-1].endswith("1 case, 2 errors, 0 warnings")
    assert "Lint reads a case only when it has no mistakes." in out


def test_a_hit_of_lint_stands_on_the_line_of_its_words_with_a_rewording(case: Path, capsys: Output) -> None:
    text = case.read_text("utf-8").replace("title: ", "title: Toledo, ", 1)
    case.write_text(f"{text.rstrip()}\n\nShe rents in Ludlow,\nand calls\n503-555-0142 at nine.\n", "utf-8")
    last = len(case.read_text("utf-8").splitlines())
    assert main(["check", str(case.parent)]) == 1
    lines = said(capsys)
    assert [line.split(":")[1] for line in lines] == ["3", str(last - 2), str(last)]
    assert lines[2].endswith(
        f"{last}: error: a telephone number, “503-555-0142”; leave the number out [identifier/phone]"
    )


def test_a_hit_in_a_twin_stands_where_the_twins_words_begin(case: Path, capsys: Output) -> None:
    text = case.read_text("utf-8")
    swap = text.index("    swap:")
    words = text.index(">-\n", swap) + 3
    case.write_text(f"{text[:words]}        An addict stands there. {text[words:].lstrip()}", "utf-8")
    assert main(["check", str(case.parent)]) == 1
    (line,) = said(capsys)
    assert line.split(":")[1] == str(text[:swap].count("\n") + 2)
    assert line.endswith("[wording/stigma]")


def test_warnings_fail_a_strict_check_only(case: Path, capsys: Output) -> None:
    rewrite(case, ("title: ", "title: Residential, or "))
    assert main(["check", str(case.parent)]) == 0
    assert ": warning: " in said(capsys)[0]
    assert main(["check", str(case.parent), "--strict"]) == 1
    assert capsys.readouterr().out.endswith("1 case, 0 errors, 1 warning\n")


def test_mistakes_in_the_criteria_are_named_and_said_to_come_first(bank: Path, capsys: Output) -> None:
    text = (bank / "criteria.yaml").read_text("utf-8")
    (bank / "criteria.yaml").write_text(text.replace("asks: residential", "asks: residental", 1), "utf-8")
    assert main(["check", str(bank)]) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"bank/criteria\.yaml:\d+: error: unknown level 'residental'; did you mean 'residential'\? "
        r"\[mistake/criteria\]",
        first,
    )
    assert "1 error in the criteria" in last


def test_a_mistake_is_told_whatever_signs_stand_in_its_folder_and_its_words(bank: Path, capsys: Output) -> None:
    folder = bank.rename(bank.parent / "criteria.yaml:7: old; bank")
    rewrite(folder / "criteria.yaml", ("\nlevels:\n", '\n"levels: 3; more":\n'))
    assert main(["check", str(folder)]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    place = re.escape("criteria.yaml:7: old; bank/criteria.yaml")
    assert re.match(rf"{place}:\d+: error: (unknown key 'levels: 3; more'|'levels' is missing); ", first)


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_that_is_no_bank_cannot_be_opened(folder: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(tmp_path / folder)]) == 2
    assert capsys.readouterr().err.strip()


def test_a_mistake_in_the_banks_own_lists_is_named_and_its_sound_words_are_found(bank: Path, capsys: Output) -> None:
    (bank / "lint").mkdir()
    (bank / "lint" / "stigma.txt").write_text("floater\nhulk: write 'a large van'\n", "utf-8")
    file = bank / f"{NAME}.md"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\nThe hulk stands at the curb.\n", "utf-8")
    assert main(["check", str(bank)]) == 1
    out = capsys.readouterr().out
    assert "bank/lint/stigma.txt:1: error: no rewording, or too long a one; write 'word:" in out
    assert re.search(r"bank/market-stall\.md:\d+: error: wording that stigmatizes, “hulk”; write 'a large van' \[", out)


def test_what_gives_answers_away_is_a_note_that_fails_no_check_and_a_small_bank_has_none(
    tmp_path: Path, capsys: Output
) -> None:
    bank = Path(shutil.copytree(SWIMMING, tmp_path / "pool"))
    assert main(["check", str(bank)]) == 0
    assert "note: " not in capsys.readouterr().out
    story = (bank / "first-length.md").read_text("utf-8")
    for number in range(FEWEST_STORIES):
        (bank / f"length-{number}.md").write_text(story.replace("id: first-length", f"id: length-{number}"), "utf-8")
    assert main(["check", str(bank)]) == 0
    out = capsys.readouterr().out
    assert re.search(r"(?m)^note: .+ of 32 cases .+ take it for granted", out)
    assert f"{FEWEST_STORIES + 2} cases, 0 errors" in out


# How it is said

HOSTILE = Diagnostic(
    "cases/late-bus.md", 7, "a, b: 100%\n::error::c \x1b[2J", "write\rd", Severity.WARNING, "wording/stigma"
)


def test_an_annotation_escapes_what_github_would_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", "/checkout")
    said = BankCheck(Path("/checkout/banks, all/cases"), "github").line(HOSTILE)
    assert said == (
        "::warning file=banks%2C all/cases/late-bus.md,line=7,title=wording/stigma"
        "::a, b: 100%25\\n::error::c \\x1b[2J; write\\rd"
    )


def test_a_line_holds_nothing_that_would_steer_a_terminal() -> None:
    assert BankCheck(Path("cases")).line(HOSTILE).isprintable()


def test_annotations_name_files_from_the_checkouts_root(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(case.parent.parent)
    rewrite(case, ("{housing=settled}", "{housng=settled}"))
    assert main(["check", "bank", "--format", "github"]) == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("::")]
    assert re.match(r"::error file=bank/market-stall\.md,line=\d+,title=mistake/case::unknown finding", line)


def test_every_code_is_a_kind_and_a_name() -> None:
    codes = [*CODES, "mistake/case", "mistake/criteria", "mistake/list", "mistake/proof"]
    assert all(re.fullmatch(r"[a-z]+/[a-z-]+", code) for code in codes)


# Many cases


def test_several_processes_say_what_one_says_in_the_same_order(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        shutil.copy(bank / f"{NAME}.md", bank / f"case-{number}.md")
    monkeypatch.setattr(workers, "FEWEST_CASES", 1)
    monkeypatch.setattr(workers, "AT_ONCE", 2)
    opened = open_bank(bank)
    ids = opened.case_ids()
    alone = list(workers.read_case_files(opened, ids, 1))
    assert [file.found[0].file for file in alone[:-1]] == [f"bank/case-{number}.md" for number in range(8)]
    assert list(workers.read_case_files(opened, ids, 2)) == alone


def test_a_process_that_ends_by_itself_is_told_with_what_it_was_reading(
    bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEWEST_CASES", 1)
    monkeypatch.setattr(workers, "_begin", _end)
    with pytest.raises(BankError, match=r"bank: a process .* 'market-stall' .*--processes 1"):
        list(workers.read_case_files(open_bank(bank), (NAME,), 2))


def _end(*_begun: object) -> None:
    os._exit(9)


def test_no_process_at_all_is_refused(bank: Path, capsys: Output) -> None:
    assert main(["check", str(bank), "--processes", "0"]) == 2
    assert "give 1 or more" in capsys.readouterr().err


# A long check


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("carelevel.cli.progress.monotonic", lambda: now[0])
    return now


def test_progress_is_shown_after_two_seconds_and_wiped_at_the_end(clock: list[float]) -> None:
    screen = Screen()
    progress = Progress(1_000, screen)
    for seconds in (0.5, 1.9, 2.5):
        assert screen.getvalue() == ""
        clock[0] = seconds
        progress.step()
    assert AFTER == 2.0
    assert re.fullmatch(r"\r3 of 1,000 cases \[\.{30}\] 831 s left", screen.getvalue())
    progress.clear()
    assert re.search(r"\r +\r$", screen.getvalue())


def test_progress_says_nothing_where_nobody_sees_it(clock: list[float]) -> None:
    file = io.StringIO()
    progress = Progress(2, file)
    clock[0] = 60.0
    progress.step()
    progress.clear()
    assert file.getvalue() == ""


# What is told and is no mistake


def test_a_text_that_a_comment_cuts_is_a_warning_on_its_line_in_cases_criteria_and_groups(
    case: Path, capsys: Output
) -> None:
    rewrite(case, ("\ntitle: ", "\ntitle: Bed #4 of "))
    notice = "\nnotice: For training, not for placing real people."
    rewrite(case.parent / "criteria.yaml", (notice, f"{notice} Rule #1."))
    (case.parent / "portrayal.yaml").write_text(
        "axes:\n  - id: a\n    groups: [{id: b, name: B, words: [c]}]\n    name: D #1\n"
    )
    assert main(["check", str(case.parent)]) == 0
    out = capsys.readouterr().out
    found = re.findall(
        r"(?m)^bank/(\S+): warning: '(\w+)' ends before “(#\S+).*; put the whole text in quotes.*\[text/cut\]$", out
    )
    line = case.read_text("utf-8").split("\n").index("title: Bed #4 of The market stall") + 1
    assert found == [
        (f"market-stall.md:{line}", "title", "#4"),
        ("criteria.yaml:10", "notice", "#1.”,"),
        ("portrayal.yaml:4", "name", "#1”,"),
    ]
    assert "1 case, 0 errors, 3 warnings" in out
    assert main(["check", str(case.parent), "--strict"]) == 1


def test_a_text_that_a_comment_cuts_is_told_beside_mistakes_and_in_the_preview(case: Path, capsys: Output) -> None:
    rewrite(case, ("\ntitle: ", "\ntitle: Bed #4 of "))
    assert main(["preview", NAME, "--bank", str(case.parent)]) == 0
    assert "[text/cut]" in capsys.readouterr().out
    rewrite(case, ("{housing=settled}", "{housng=settled}"))
    main(["check", str(case.parent)])
    assert [line.rpartition("[")[2] for line in said(capsys)] == ["mistake/case]", "text/cut]"]


# What is alike, and what nobody reads


def warned(bank: Path, output: Output) -> list[str]:
    main(["check", str(bank)])
    return [line for line in output.readouterr().out.splitlines() if " warning: " in line]


def copied(case: Path, name: str, *changes: tuple[str, str]) -> Path:
    file = case.parent / f"{name}.md"
    file.write_text(case.read_text("utf-8"), "utf-8")
    rewrite(file, (f"id: {NAME}", f"id: {name}"), *changes)
    return file


def test_a_story_told_under_another_id_is_named_though_its_title_and_some_sentences_changed(
    case: Path, capsys: Output
) -> None:
    title = re.search("title: .*", case.read_text("utf-8"))
    assert title
    file = copied(case, "other-stall", (title[0], "title: Quite another"))
    [line] = warned(case.parent, capsys)
    assert re.match(
        r"bank/other-stall\.md:\d+: warning: \d+ of the story's \d+ longer sentences stand in 'market-stall'", line
    )
    assert "[case/alike]" in line
    head, told = file.read_text("utf-8").rsplit("---\n", 1)
    changed = re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", told).replace("The ", "THE ").replace(", ", " – ")
    assert changed.count("THE") > 1
    file.write_text(f"{head}---\n{changed}", "utf-8")
    assert warned(case.parent, capsys) == [line]


def test_two_equal_titles_are_named_capitals_and_blanks_aside(bank: Path, capsys: Output) -> None:
    main(["new", "late-bus", "--bank", str(bank)])
    title = re.search("title: (.*)", (bank / f"{NAME}.md").read_text("utf-8"))
    assert title
    rewrite(bank / "late-bus.md", ("\ntitle:\n", f"\ntitle: {title[1].upper()} \n"))
    at = (bank / f"{NAME}.md").read_text("utf-8").splitlines().index(title[0]) + 1
    assert f"bank/{NAME}.md:{at}: warning: the title is that of 'late-bus' too; " in warned(bank, capsys)[1]


def test_the_template_with_nothing_but_a_title_of_its_own_is_named(bank: Path, capsys: Output) -> None:
    main(["new", "late-bus", "--bank", str(bank)])
    rewrite(bank / "late-bus.md", ("\ntitle:\n", "\ntitle: The late bus\n"))
    [line] = warned(bank, capsys)
    assert "are the template's; tell a story of your own [case/alike]" in line


def test_a_twin_with_the_answer_of_its_case_is_named_at_its_words(bank: Path, capsys: Output) -> None:
    shutil.copy(CASES / "half-a-roof.md", bank)
    file = bank / "half-a-roof.md"
    rewrite(file, ("findings: {support: thin}", "findings: {support: strong}"))
    rewrite(file, ("key: {level: partial_hospitalization, also: [outpatient], w", "key: {level: outpatient, w"))
    [line] = [line for line in warned(bank, capsys) if "half-a-roof" in line]
    assert "warning: the twin 'blue-sheet' has the same answer as its case" in line


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("late-bus.md.txt", "late-bus"),
        ("late-bus.MD", "late-bus"),
        ("Late Bus.markdown", "late-bus"),
        ("late-bus.md.md", "late-bus"),
        ("late-bus.md.docx", "late-bus"),
    ],
)
def test_a_file_that_only_looks_like_a_case_is_named_with_the_name_that_it_needs(
    case: Path, name: str, called: str, capsys: Output
) -> None:
    text = case.read_text("utf-8")
    case.unlink()
    (case.parent / name).write_text(text.replace(f"id: {NAME}", f"id: {called}"), "utf-8")
    [line] = warned(case.parent, capsys)
    assert line.startswith(f"bank/{name}:1: warning: it is not read as a case; call it '{called}.md'")
    (case.parent / name).rename(case.parent / f"{called}.md")
    assert main(["check", str(case.parent), "--strict"]) == 0


def test_cases_in_a_folder_within_the_bank_are_named_and_other_files_are_not(case: Path, capsys: Output) -> None:
    (case.parent / "drafts").mkdir()
    shutil.copy(case, case.parent / "drafts")
    for name in ("README.md", "Readme.MD", "_notes.markdown", ".x.md.txt", "portrait.png"):
        (case.parent / name).write_text("")
    [line] = warned(case.parent, capsys)
    assert line.startswith("bank/drafts/market-stall.md:1: warning: a case in a folder of its own is not read; move it")


def test_a_finding_that_nothing_reads_is_named_on_its_line(tmp_path: Path, capsys: Output) -> None:
    bank = Path(shutil.copytree(SWIMMING, tmp_path / "bank"))
    text = (bank / "criteria.yaml").read_text("utf-8")
    added = """findings:
  - id: hat
    name: A hat
    ask: Did they bring a hat?
    values:
      - {id: no_hat, says: has no hat}
      - {id: red_hat, says: has a red hat}
"""
    (bank / "criteria.yaml").write_text(text.replace("findings:\n", added, 1), "utf-8")
    lines = [line for line in warned(bank, capsys) if "'hat'" in line]
    at = (bank / "criteria.yaml").read_text("utf-8").splitlines().index("  - id: hat") + 1
    assert lines == [
        f"bank/criteria.yaml:{at}: warning: no rule, flag or list reads the finding 'hat'; "
        "write a rule that does, or take it away [criteria/unused]"
    ]
