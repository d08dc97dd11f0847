"""portrayal.yaml: read, or refused with the place, the problem and the remedy."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.bank.portrayal_file import PORTRAYAL_FILE, read_portrayal
from carelevel.core.errors import BankError

from tests.bank.conftest import CASES

SOUND = (
    "axes:\n  - id: a\n    name: A\n    groups:\n      - {id: g, name: G, words: [x], findings: {support: [none]}}\n"
)


def refused(bank: Bank, text: str) -> str:
    (bank.folder / PORTRAYAL_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(BankError) as error:
        read_portrayal(bank.folder, bank.criteria)
    return str(error.value)


def test_a_bank_without_the_file_looks_for_nobody(bank: Bank) -> None:
    assert read_portrayal(bank.folder, bank.criteria) == ()


def test_ours_is_sound_and_finds_a_group_of_age_for_nearly_every_case() -> None:
    from carelevel.analytics.portrayal import portrayal

    ours = open_bank(CASES)
    axes = read_portrayal(ours.folder, ours.criteria)
    cases = ours.cases()
    age = portrayal(cases, {case.id: case.points[0].key.level for case in cases}, axes)[0]
    assert age.axis.id == "age"
    assert len(age.nowhere) <= len(cases) / 10


def test_words_and_findings_of_a_group_are_read(bank: Bank) -> None:
    (bank.folder / PORTRAYAL_FILE).write_text(SOUND, encoding="utf-8")
    [axis] = read_portrayal(bank.folder, bank.criteria)
    assert (axis.groups[0].words, axis.groups[0].findings) == (("x",), {"support": ("none",)})


def test_an_unknown_finding_or_value_is_named_with_its_line(bank: Bank) -> None:
    said = refused(bank, SOUND.replace("support", "suport"))
    assert said == "cases/portrayal.yaml:5: unknown finding 'suport'; did you mean 'support'?"
    assert "unknown value of 'support' 'nobody'" in refused(bank, SOUND.replace("none", "nobody"))


def test_a_group_without_words_and_findings_and_an_empty_word_are_refused(bank: Bank) -> None:
    assert "nothing tells of 'g'" in refused(bank, SOUND.replace(", words: [x], findings: {support: [none]}", ""))
    assert "an empty or endless word" in refused(bank, SOUND.replace("[x]", "['*']"))
    assert "keep to 100" in refused(bank, SOUND.replace("[x]", str(["x"] * 101)))


def test_broken_yaml_unknown_keys_and_aliases_are_one_line_each(bank: Bank) -> None:
    assert "broken YAML" in refused(bank, "axes: [")
    assert "unknown key" in refused(bank, SOUND + "more: 1\n")
    assert "an anchor or alias" in refused(bank, "axes: &a [*a]\n")
