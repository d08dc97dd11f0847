"""A bank read whole: sound files and others, and nothing read twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.analytics.cohort import PointName
from carelevel.bank import open_bank
from carelevel.core.story_digest import text_digest
from carelevel.review.survey import Survey, survey

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SWIMMING, tmp_path / "pool"))


def of(folder: Path) -> Survey:
    return survey(open_bank(folder))


def test_a_file_with_mistakes_is_there_with_its_line_and_hides_no_other(folder: Path) -> None:
    (folder / "torn.md").write_text("---\nid: torn\n", encoding="utf-8")
    found = of(folder)
    assert [one.id for one in found.files] == ["first-length", "green-armbands", "torn"]
    assert [one.case is None for one in found.files] == [False, False, True]
    assert str(found.files[2].mistakes[0]).startswith("pool/torn.md:")
    assert len(found.points) == 4  # one and its twin, two


def test_its_outcomes_are_those_of_the_first_decision_points(folder: Path) -> None:
    assert of(folder).outcomes == {"first-length": "class", "green-armbands": "class"}


def test_its_length_is_that_of_the_longest_decision_point(folder: Path) -> None:
    assert of(folder).files[0].length.words == 29


def test_it_is_read_again_only_where_a_file_has_changed(folder: Path) -> None:
    first = of(folder)
    assert of(folder) is first
    shutil.copy(folder / "first-length.md", folder / "second-length.md")
    assert of(folder) is not first


def test_words_of_the_banks_own_are_found_and_a_change_of_them_is_seen(folder: Path) -> None:
    assert "wording/stigma" not in [hit.code for one in of(folder).files for hit in one.hits]
    (folder / "lint" / "stigma.txt").write_text("whale: write 'a large fish'\nfloater\n", encoding="utf-8")
    found = of(folder)
    assert "wording/stigma" in [hit.code for hit in found.files[0].hits]
    assert next(str(mistake) for mistake in found.list_mistakes).startswith("pool/lint/stigma.txt:2: no rewording")


def test_what_names_a_story_changes_with_its_words_and_not_with_its_key_or_its_dissent(folder: Path) -> None:
    def named() -> list[str]:
        return [text_digest(open_bank(folder).case("green-armbands"), number) for number in (0, 1)]

    def kept() -> dict[PointName, str]:
        return {name: one.kept for name, one in of(folder).story_digests.items() if name[0] == "green-armbands"}

    before, bound, file = named(), kept(), folder / "green-armbands.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("difficulty: 2", "difficulty: 3\ndiscuss: Why?"), encoding="utf-8")
    assert (named(), kept()) == (before, bound)
    file.write_text(text.replace("There is a plaster", "There is no plaster"), encoding="utf-8")
    assert named()[0] != before[0]
    assert named()[1] != before[1]
    assert not set(kept().values()).intersection(bound.values())
    file.write_text(text.replace("The plaster has come off.", "The plaster holds."), encoding="utf-8")
    assert named()[0] == before[0]
