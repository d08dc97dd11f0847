"""`carelevel new` and `carelevel preview`: a case begun, and a case as a trainee reads it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.bank.case_file import read_case
from carelevel.cli import main
from carelevel.cli.new import TEMPLATE
from carelevel.lint import lint_case

from tests.cli.conftest import CASES, NAME, rewrite
from tests.conftest import our_bank
from tests.stories import swapped

Output = pytest.CaptureFixture[str]


def begun(bank: Path, case_id: str) -> int:
    return main(["new", case_id, "--bank", str(bank)])


def previewed(bank: Path, case_id: str) -> int:
    return main(["preview", case_id, "--bank", str(bank)])


# A case begun


def test_a_new_case_is_the_template_under_its_id_and_no_trainee_is_shown_it_yet(bank: Path, capsys: Output) -> None:
    assert begun(bank, "late-bus") == 0
    assert "carelevel preview late-bus" in capsys.readouterr().out
    changed = {
        (old, new)
        for old, new in zip(
            (bank / TEMPLATE).read_text("utf-8").split("\n"),
            (bank / "late-bus.md").read_text("utf-8").split("\n"),
            strict=True,
        )
        if old != new
    }
    assert changed == {("id: my-case", "id: late-bus"), ("title: Two to four words", "title:")}
    assert [case.id for case in open_bank(bank).cases()] == [NAME]
    assert main(["check", str(bank)]) == 1
    assert re.search(r"late-bus\.md:\d+: error: 'title' is empty", capsys.readouterr().out)


def test_with_a_title_the_template_is_a_sound_case_in_which_lint_finds_nothing(bank: Path) -> None:
    begun(bank, "late-bus")
    rewrite(bank / "late-bus.md", ("\ntitle:\n", "\ntitle: The late bus\n"))
    opened = open_bank(bank)
    assert lint_case(opened.case("late-bus"), opened.criteria) == ()


def test_the_template_itself_is_a_sound_case() -> None:
    criteria = our_bank().criteria
    case, mistakes = read_case((CASES / TEMPLATE).read_text("utf-8"), TEMPLATE, "my-case", criteria)
    assert (case is not None, mistakes) == (True, [])


@pytest.mark.parametrize("case_id", ["../late-bus", "Late Bus", "late_bus", "", "a" * 65, "/tmp/late-bus", "_template"])
def test_a_name_that_no_case_can_have_is_refused_and_nothing_is_written(
    case_id: str, bank: Path, capsys: Output
) -> None:
    before = sorted(bank.parent.rglob("*"))
    assert begun(bank, case_id) == 2
    assert "lowercase letters, digits and single hyphens" in capsys.readouterr().err
    assert sorted(bank.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "case_id",
    ["con", "nul", "prn", "aux", "com1", "lpt9", "com0", "CON", "Nul.md", "aux.txt", "com¹", "LPT²", "con.", "readme"],
)
def test_a_name_that_windows_gives_to_a_device_is_refused_with_its_reason(
    case_id: str, bank: Path, capsys: Output
) -> None:
    before = sorted(bank.parent.rglob("*"))
    assert begun(bank, case_id) == 2
    assert f"'{case_id}' is a name that computers keep for themselves; choose another" in capsys.readouterr().err
    assert sorted(bank.parent.rglob("*")) == before


@pytest.mark.parametrize("case_id", ["null", "true", "1984", "no", "on", "1e5", "0x1f", "2024-01-01", "0", "007"])
def test_a_name_that_yaml_takes_for_something_else_is_written_in_quotes(case_id: str, bank: Path) -> None:
    assert begun(bank, case_id) == 0
    rewrite(bank / f"{case_id}.md", ("\ntitle:\n", "\ntitle: The late bus\n"))
    assert f'\nid: "{case_id}"\n' in (bank / f"{case_id}.md").read_text("utf-8")
    assert open_bank(bank).case(case_id).id == case_id


@pytest.mark.parametrize("case_id", ["late-bus", "con-artist", "com10", "bed-4", "4-beds", "nobody", "online"])
def test_every_other_name_is_written_as_it_is(case_id: str, bank: Path) -> None:
    assert begun(bank, case_id) == 0
    assert f"\nid: {case_id}\n" in (bank / f"{case_id}.md").read_text("utf-8")


def test_a_case_that_is_there_stays_as_it_is_even_where_it_is_a_link_to_nothing(bank: Path, capsys: Output) -> None:
    before = (bank / f"{NAME}.md").read_bytes()
    assert begun(bank, NAME) == 2
    assert (bank / f"{NAME}.md").read_bytes() == before
    (bank / "lost.md").symlink_to(bank.parent / "elsewhere.md")
    assert begun(bank, "lost") == 2
    assert capsys.readouterr().err.count("there already; choose another name") == 2
    assert not (bank.parent / "elsewhere.md").exists()


def test_a_bank_without_a_template_and_a_folder_that_is_not_there_say_what_to_do(bank: Path, capsys: Output) -> None:
    (bank / TEMPLATE).unlink()
    assert (begun(bank, "late-bus"), begun(bank / "nowhere", "late-bus")) == (2, 2)
    assert capsys.readouterr().err.count("there is no template to start from") == 2


def test_a_folder_that_cannot_be_written_is_told_with_the_reason(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def refuse(path: Path, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, os.strerror(13))
        return opened(path, flags, *mode)

    opened = os.open
    monkeypatch.setattr(os, "open", refuse)
    assert begun(bank, "late-bus") == 2
    assert "cannot be written (permission denied)" in capsys.readouterr().err


# A case as a trainee reads it


def test_a_preview_names_a_sentence_that_reads_like_what_another_story_marks(tmp_path: Path, capsys: Output) -> None:
    bank = Path(shutil.copytree(Path(__file__).parents[1] / "banks" / "swimming", tmp_path / "pool"))
    file = bank / "green-armbands.md"
    file.write_text(file.read_text("utf-8").rstrip() + "\n\nOn Mondays her eyes are red until lunch.\n", "utf-8")
    last = len(file.read_text("utf-8").splitlines())
    assert previewed(bank, "green-armbands") == 0
    assert f"pool/green-armbands.md:{last}: warning: a sentence that may show" in capsys.readouterr().out
    assert main(["check", str(bank)]) == 0
    assert "evidence/unmarked" not in capsys.readouterr().out


def test_a_preview_shows_the_story_the_answers_of_case_and_twin_and_what_lint_found(capsys: Output) -> None:
    assert previewed(CASES, "kitchen-shift") == 0
    told = " ".join(capsys.readouterr().out.split())
    case = our_bank().case("kitchen-shift")
    parts = [
        our_bank().criteria.notice,
        case.title.upper(),
        case.points[0].paragraphs[0].text,
        "WHAT THE CRITERIA MAKE OF “Intake” PARTIAL HOSPITALIZATION",
        "Accepted too: Residential.",
        "TWIN “bed-taken”: WHAT CHANGES IN “Intake”",
        swapped("kitchen-shift", "bed-taken").phrase,
        "TWIN “bed-taken”: WHAT THE CRITERIA MAKE OF “Intake” RESIDENTIAL",
        "WHAT LINT FOUND Nothing.",
    ]
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert "{" not in told
    assert told.count(parts[0]) == 1


def test_a_preview_shows_each_decision_point_in_turn(capsys: Output) -> None:
    case = our_bank().case("second-autumn")
    assert previewed(CASES, "second-autumn.md") == 0
    told = capsys.readouterr().out
    assert len(case.points) > 1
    assert all(told.count(f"WHAT THE CRITERIA MAKE OF “{point.heading}”") >= 1 for point in case.points)


def test_a_preview_of_a_case_with_mistakes_names_them_instead(bank: Path, capsys: Output) -> None:
    rewrite(bank / f"{NAME}.md", ("{housing=settled}", "{housng=settled}"))
    assert previewed(bank, NAME) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert re.match(r"bank/market-stall\.md:\d+: error: unknown finding 'housng'; did you mean 'housing'\?", line)


def test_a_preview_names_the_hits_and_shows_nothing_that_would_steer_a_terminal(bank: Path, capsys: Output) -> None:
    file = bank / f"{NAME}.md"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\nThe \x07mugshot is on file.\n", "utf-8")
    assert previewed(bank, NAME) == 0
    told = capsys.readouterr().out
    assert "[identifier/photo]" in told
    assert ("\x07" in told, "\\x07" in told) == (False, True)


@pytest.mark.parametrize("case_id", ["nowhere", "../market-stall", "", "a\0b"])
def test_a_case_that_is_not_there_is_refused_with_a_suggestion(case_id: str, bank: Path, capsys: Output) -> None:
    assert previewed(bank, case_id) == 2
    assert "no case" in capsys.readouterr().err


# The schema


def test_the_schema_is_printed_or_written_over_what_is_there(tmp_path: Path, capsys: Output) -> None:
    assert main(["schema"]) == 0
    printed = capsys.readouterr().out
    file = tmp_path / "criteria.schema.json"
    file.write_text("old")
    assert main(["schema", "--out", str(file)]) == 0
    assert file.read_text("utf-8") == printed
