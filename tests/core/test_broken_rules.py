"""Each property's check fails on a rule, an engine or a file that is broken on purpose, and says where."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core import whatif
from carelevel.core.assess import Assessment, Basis, Decision, assess, decide
from carelevel.core.case import Case, Dissent
from carelevel.core.criteria import Criteria, Exception_, Findings, Indication
from carelevel.core.errors import UnknownFindingError
from carelevel.core.whatif import Nearest, Range, answer_range

from tests.core.properties import (
    dead_rules,
    moves_by_structure,
    not_deterministic,
    not_monotone,
    not_neutral,
    not_total,
    off_the_tables,
    off_the_tables_levels,
    wrong_extremes,
    wrong_keys,
    wrong_locators,
    wrong_nearest,
    wrong_order,
    wrong_places,
    wrong_questions,
    wrong_ranges,
)
from tests.core.space import Space, enumerate_space, once_for_all_alike

SOME = ("fear_of_return", "peers", "housing", "home", "support", "attendance", "prior_care", "sober_living")


def first(failures: Iterable[str]) -> str:
    """The first failure that a check gives, printed for whoever runs `pytest -s`; '' where it gives none."""
    line = next(iter(failures), "")
    print(line)
    return line


def all_of(space: Space) -> np.ndarray:
    return space.sample(space.level.size, seed=0)


@pytest.fixture(scope="module")
def narrow(criteria: Criteria) -> Criteria:
    """The criteria without the rules that read another finding than SOME: enough for a broken rule to show."""
    return replace(criteria, indications=tuple(rule for rule in criteria.indications if set(rule.when) <= set(SOME)))


@pytest.fixture(scope="module")
def small(narrow: Criteria) -> Space:
    return enumerate_space(narrow)


def test_every_check_passes_while_nothing_is_broken(small: Space, narrow: Criteria, bank: Bank) -> None:
    checks = (
        not_total(small),
        not_deterministic(small, all_of(small)),
        not_monotone(small),
        not_neutral(small, ["trauma"], [{}], decide),
        moves_by_structure(narrow, ["trauma"]),
        dead_rules(small),
        wrong_ranges(small),
        wrong_extremes(small),
        off_the_tables(narrow, [{"peers": "pressure_to_use"}, {"support": "thin"}]),
        off_the_tables_levels(small, all_of(small)),
        wrong_locators(narrow),
        wrong_keys(bank),
        wrong_questions(small, all_of(small)),
        wrong_order(small, all_of(small)),
        wrong_nearest(small, small.sample(500, seed=1)),
    )
    assert [first(check) for check in checks] == [""] * len(checks)


def test_1_an_engine_without_an_answer_for_one_state_is_found(criteria: Criteria) -> None:
    def broken(findings: Findings, criteria: Criteria) -> Decision:
        if findings == {"support": "thin", "home": "tempting"}:
            raise UnknownFindingError("never mind")
        return decide(findings, criteria)

    failure = first(not_total(enumerate_space(criteria, SOME, decide=broken)))
    assert failure == "1: no answer for {home=tempting, support=thin}"


def test_1_an_engine_that_draws_lots_is_found(small: Space) -> None:
    chance = random.Random(1)

    def broken(findings: Findings, criteria: Criteria) -> Decision:
        return decide(findings, criteria)._replace(level=chance.choice(criteria.levels).id)

    assert "the second time" in first(not_deterministic(small, all_of(small), broken))


def test_1_an_accepted_level_or_an_end_of_a_range_that_is_another_when_asked_by_findings_is_found(small: Space) -> None:
    some = small.sample(50, seed=1)
    for what, told in (("accepted", "accepted"), ("lowest", "has Range("), ("highest", "has Range(")):
        turned = replace(small, **{what: getattr(small, what) ^ 1})
        assert told in first(not_deterministic(turned, some))


def test_1_states_are_taken_for_alike_only_where_nothing_in_which_they_differ_is_looked_at() -> None:
    asked = []

    def outcome(state: Any) -> Any:
        asked.append(state)
        return ("both" if state & 2 else "the first") if state & 1 else "neither"

    of = once_for_all_alike(outcome)
    said = ["neither", "neither", "the first", "both", "both", "neither"]
    assert [of(state) for state in (0b100, 0b010, 0b001, 0b011, 0b111, 0b000)] == said
    assert len(asked) == 4
    with pytest.raises(TypeError):
        once_for_all_alike(lambda state: state >> 1)(0b100)


def test_2_an_exception_on_a_concern_is_found(criteria: Criteria) -> None:
    space = enumerate_space(criteria, SOME, decide=easing_on_most_concern)
    assert first(not_monotone(space)).startswith("2: raising support to none lowers the recommendation in {")


def easing_on_most_concern(findings: Findings, criteria: Criteria) -> Decision:
    """As the engine, with an exception that criteria.yaml refuses: fear is defeated where nobody can be leaned on."""
    if findings.get("support") == "none":
        kept = {name: value for name, value in findings.items() if name not in ("fear_of_return", "support")}
        return decide({**kept, "support": "thin"}, criteria)
    return decide(findings, criteria)


def test_2_values_in_the_wrong_order_are_found(criteria: Criteria) -> None:
    support = criteria.finding("support")
    turned = replace(support, values=(support.values[2], support.values[1], support.values[0]))
    findings = tuple(turned if finding is support else finding for finding in criteria.findings)
    space = replace(enumerate_space(criteria, SOME), criteria=replace(criteria, findings=findings))
    axis = SOME.index("support")
    level = np.take(space.level, [2, 1, 0, 3], axis)
    accepted = np.take(space.accepted, [2, 1, 0, 3], axis)
    values = tuple(one if one[0] != "strong" else one[::-1] for one in space.values)
    failure = first(not_monotone(replace(space, level=level, accepted=accepted, values=values)))
    assert failure.startswith("2: raising support to")


def test_2_a_circumstance_that_is_not_named_one_is_found(small: Space) -> None:
    unnamed = replace(small, criteria=without_circumstances(small.criteria))
    failure = first(not_monotone(unnamed))
    assert failure.startswith("2: raising attendance to part_time lowers the recommendation in {")


def test_2_a_lower_end_of_the_accepted_levels_that_falls_is_found(small: Space) -> None:
    """As if a tempting home opened outpatient care to whoever needs residential care."""
    accepted = small.accepted.copy()
    tempting = (slice(None),) * SOME.index("home") + (1,)
    accepted[tempting] |= 0b001
    failure = first(not_monotone(replace(small, accepted=accepted)))
    assert failure.startswith("2: raising home to tempting lowers the lowest accepted level in {")


def test_3_an_indication_on_work_is_found_by_structure_and_by_varying_it(criteria: Criteria) -> None:
    rule = replace(criteria.indications[0], id="work", when={"work_family": "both"})
    broken = replace(criteria, indications=(*criteria.indications, rule))
    assert first(moves_by_structure(broken, ["work_family"])) == "3: a rule reads work_family"
    failure = first(not_neutral(enumerate_space(broken, SOME), ["work_family"], [{"support": "thin"}], decide))
    assert failure == "3: work_family moves the answer in {support=thin}"


def test_3_an_exception_on_trauma_is_found_by_structure_and_by_varying_it(criteria: Criteria) -> None:
    eased = Exception_(when={"trauma": "none"}, because=(), says="", asks="outpatient")
    broken = altered(criteria, "fear", exceptions=(eased, *indication(criteria, "fear").exceptions))
    assert first(moves_by_structure(broken, ["trauma"])) == "3: a rule reads trauma"
    failure = first(not_neutral(enumerate_space(broken, SOME), ["trauma"], [{"fear_of_return": "high"}], decide))
    assert failure == "3: trauma moves the answer in {fear_of_return=high}"


def test_3_a_preference_on_triggers_is_found_by_structure_and_by_varying_them(criteria: Criteria) -> None:
    wish = replace(criteria.preferences[0], id="calm", when={"triggers": "overwhelming"})
    broken = replace(criteria, preferences=(*criteria.preferences, wish))
    assert first(moves_by_structure(broken, ["triggers"])) == "3: a rule reads triggers"
    failure = first(not_neutral(enumerate_space(broken, SOME), ["triggers"], [{}], decide))
    assert failure == "3: triggers moves the answer in {}"


def test_4_an_indication_that_another_one_covers_is_found(narrow: Criteria) -> None:
    covered = replace(indication(narrow, "no-support"), id="covered", when={"support": "none", "home": "tempting"})
    broken = replace(narrow, indications=(*narrow.indications, covered))
    assert first(dead_rules(enumerate_space(broken))) == "4: taking indication 'covered' away changes no answer"


def test_4_an_exception_that_lowers_nothing_is_found(narrow: Criteria) -> None:
    idle = Exception_(when={"sober_living": "available"}, because=(), says="", asks="residential", strength="direct")
    broken = altered(narrow, "fear", exceptions=(*indication(narrow, "fear").exceptions, idle))
    assert first(dead_rules(enumerate_space(broken))) == "4: taking exception 1 of 'fear' away changes no answer"


def test_4_two_requirements_of_which_either_would_do_are_found(narrow: Criteria) -> None:
    twice = replace(narrow.requirements[0], id="twice")
    failures = list(dead_rules(enumerate_space(replace(narrow, requirements=(*narrow.requirements, twice)))))
    assert failures == [
        "4: taking requirement 'outpatient-attendance' away changes no answer",
        "4: taking requirement 'twice' away changes no answer",
    ]


def test_4_a_rule_that_counts_only_where_something_is_unstated_is_not_dead(narrow: Criteria) -> None:
    """Where fear is stated, this one asks for no more than 'fear', or is defeated."""
    defeat = Exception_(when={"fear_of_return": "low"}, because=(), says="", defeats=True)
    undergone = Exception_(when={"prior_care": "intensive_undergone"}, because=(), says="", defeats=True)
    doubt = replace(
        indication(narrow, "no-support"), id="doubt", when={"home": "steady"}, exceptions=(defeat, undergone)
    )
    broken = replace(narrow, indications=(*narrow.indications, doubt))
    assert first(line for line in dead_rules(enumerate_space(broken)) if "indication 'doubt'" in line) == ""


def test_4_a_rule_that_gives_no_reason_is_found(small: Space) -> None:
    def silent(findings: Findings, criteria: Criteria) -> Assessment:
        said = assess(findings, criteria)
        return replace(said, reasons=tuple(reason for reason in said.reasons if reason.rule != "partial-housing"))

    assert first(dead_rules(small, silent)).startswith("4: requirement 'partial-housing' moves the answer in {")


def test_5_a_range_that_takes_what_is_unstated_at_its_least_concern_only_is_found(criteria: Criteria) -> None:
    def broken(findings: Findings, criteria: Criteria) -> Range:
        return Range(answer_range(findings, criteria).lowest, decide(findings, criteria).level)

    failure = first(wrong_ranges(enumerate_space(criteria, SOME, answer_range=broken)))
    assert failure.startswith("5: the highest of all completions of {")


def test_5_a_range_over_rules_that_are_not_monotone_is_found(criteria: Criteria) -> None:
    space = enumerate_space(criteria, SOME, decide=easing_on_most_concern)
    assert first(wrong_ranges(space)).startswith("5: the ")


def test_5_a_range_that_takes_a_circumstance_for_a_concern_is_found(criteria: Criteria) -> None:
    plain = without_circumstances(criteria)

    def broken(findings: Findings, criteria: Criteria) -> Range:
        unstated = [finding for finding in plain.findings if finding.id in SOME and finding.id not in findings]
        least, most = ({finding.id: finding.values[end].id for finding in unstated} for end in (0, -1))
        return Range(decide({**findings, **least}, criteria).level, decide({**findings, **most}, criteria).level)

    failures = list(wrong_ranges(enumerate_space(criteria, SOME, answer_range=broken)))
    assert any("support=thin" in failure for failure in failures)
    assert first(failures).startswith("5: the lowest of all completions of {")


def test_5_two_evaluations_alone_are_not_enough_where_a_circumstance_is_not_named(small: Space) -> None:
    unnamed = replace(small, criteria=without_circumstances(small.criteria))
    failure = first(wrong_extremes(unnamed))
    assert failure.endswith("not that of two evaluations")
    assert "attendance" not in failure


def test_6_a_paragraph_that_is_not_there_is_found(criteria: Criteria) -> None:
    claims = list(criteria.claims)
    claims[2] = replace(claims[2], at=replace(claims[2].at, paragraph=4))
    failure = first(wrong_locators(replace(criteria, claims=tuple(claims))))
    assert failure == "6: A3 is at A, what, ¶4, which does not exist"


def test_6_a_wrong_line_and_a_wrong_count_are_found(criteria: Criteria) -> None:
    source = criteria.sources[1]
    lines = [source.title, "", "One.", "", source.sections[1].heading, "", "Two.", "", "- three"]
    failures = list(wrong_places(criteria, source, "\n".join(lines)))
    assert failures[0] == "6: section 'inpatient' of B has 1 paragraphs and 1 bullets"
    assert "6: B4 is said to be line 9, where ('inpatient', 'bullet', 1) stands" in failures


@pytest.fixture
def outpatient(bank: Bank) -> Case:
    """A case that is answered with outpatient care alone."""
    return next(
        case for case in bank.cases() if (case.points[0].key.level, case.points[0].key.also) == ("outpatient", ())
    )


def test_7_a_key_that_the_criteria_do_not_give_is_found_and_a_dissent_excuses_it(bank: Bank, outpatient: Case) -> None:
    first_point = outpatient.points[0]
    point = replace(first_point, key=replace(first_point.key, level="residential"))
    dissenting = replace(point, dissent=Dissent("residential", "Because."))
    assert first(wrong_keys(holding(bank, replace(outpatient, points=(point,), twins=())))) == (
        f"7: {outpatient.id}, '{point.heading}': the key is not the answer 'outpatient'"
    )
    assert first(wrong_keys(holding(bank, replace(outpatient, points=(dissenting,), twins=())))) == ""


def test_7_a_key_that_the_criteria_do_not_give_is_refused_by_the_bank_itself(
    tmp_path: Path, bank: Bank, outpatient: Case
) -> None:
    shutil.copytree(bank.folder, tmp_path / "cases")
    case = tmp_path / "cases" / f"{outpatient.id}.md"
    case.write_text(case.read_text().replace("level: outpatient", "level: residential", 1))
    (mistake,) = open_bank(tmp_path / "cases").checked(outpatient.id).mistakes
    assert str(mistake).endswith(
        ": the key says 'residential', the criteria give 'outpatient'; "
        "correct the key or the findings, or write a dissent with its reason"
    )


def test_open_questions_that_forget_one_are_found(small: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    true = whatif.open_questions
    monkeypatch.setattr("tests.core.properties.open_questions", lambda findings, criteria: true(findings, criteria)[1:])
    assert first(wrong_questions(small, all_of(small))).startswith("questions: ")


def test_open_questions_in_the_files_order_alone_are_found(small: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    true = whatif.open_questions

    def broken(findings: Findings, criteria: Criteria) -> tuple[str, ...]:
        return tuple(name for name in criteria.moving() if name in true(findings, criteria))

    monkeypatch.setattr("tests.core.properties.open_questions", broken)
    assert first(wrong_order(small, small.sample(200, seed=1))).startswith("questions: their order in {")


def test_nearest_changes_that_leave_a_tie_out_are_found(small: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    true = whatif.nearest

    def broken(findings: Findings, criteria: Criteria) -> Nearest:
        found = true(findings, criteria)
        return replace(found, up=found.up[:1] if found.up else found.up)

    monkeypatch.setattr("tests.core.properties.nearest", broken)
    assert first(wrong_nearest(small, small.sample(200, seed=1))).startswith("nearest up of {")


def test_an_engine_that_leaves_the_tables_is_found(criteria: Criteria, small: Space) -> None:
    def broken(findings: Findings, criteria: Criteria) -> Assessment:
        return replace(assess(findings, criteria), basis=Basis.DIRECT)

    failure = first(off_the_tables(criteria, [{"support": "strong"}, {"severity": "severe"}], broken))
    assert failure.startswith("tables: Answer(level='residential', accepted=('residential',), basis='inferred'")
    level = small.level.copy()
    level[level == 1] = 2
    failure = first(off_the_tables_levels(replace(small, level=level), all_of(small)))
    assert failure.startswith("tables: partial_hospitalization, (")


def indication(criteria: Criteria, rule: str) -> Indication:
    return next(one for one in criteria.indications if one.id == rule)


def altered(criteria: Criteria, rule: str, exceptions: tuple[Exception_, ...]) -> Criteria:
    """*criteria* in which one indication has other exceptions."""
    changed = replace(indication(criteria, rule), exceptions=exceptions)
    others = (changed if one.id == rule else one for one in criteria.indications)
    return replace(criteria, indications=tuple(others))


def without_circumstances(criteria: Criteria) -> Criteria:
    return replace(criteria, findings=tuple(replace(one, circumstance=False) for one in criteria.findings))


def holding(bank: Bank, *cases: object) -> Bank:
    """A bank whose cases are these, as if they had been read."""

    class Held(Bank):
        def cases(self) -> tuple:  # type: ignore[type-arg, override]
            return cases

    return Held(bank.folder, bank.criteria)
