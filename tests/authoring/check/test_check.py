"""What is said of a draft as it grows: its answer so far, what is wrong and where, what lint finds in which field."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from carelevel.authoring import Draft, DraftError, DraftTwin, Phrase, check_draft, draft_view, read_draft
from carelevel.authoring.draft.draft import DraftTerm, empty_draft
from carelevel.authoring.file.opened import OpenedFile, read_opened
from carelevel.bank.case_file import MOST_POINTS
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Severity

from tests.authoring.edits import case_of, marked, with_point, with_twin
from tests.bank.conftest import CASE, CASES, edited

OPENED: OpenedFile = read_opened(CASE, "late-bus")
SOUND = OPENED.draft
STORY = SOUND.points[0]


def said(draft: Draft, criteria: Criteria, others: tuple[str, ...] = ()) -> dict[str, str]:
    """What is wrong, by field."""
    return {problem.field: problem.problem for problem in check_draft(draft, criteria, others).problems}


def test_an_empty_draft_says_what_is_missing_and_shows_the_range_of_all_answers(criteria: Criteria) -> None:
    checked = check_draft(empty_draft(), criteria, ())
    assert [problem.field for problem in checked.stopping] == [
        "id",
        "title",
        "difficulty",
        "points.0.text",
        "points.0.expected",
    ]
    assessment = checked.points[0].assessment
    span = assessment.range
    assert span is not None
    assert (span.lowest, span.highest) == (criteria.levels[0].id, criteria.levels[-1].id)
    assert assessment.open_questions


def test_a_draft_without_a_title_already_has_its_answer_its_reasons_and_its_lint(criteria: Criteria) -> None:
    text = STORY.text + " She is 47 years old."
    checked = check_draft(with_point(replace(SOUND, title=""), text=text), criteria, ())
    assert checked.stopping
    assert checked.points[0].assessment.level == "outpatient"
    assert checked.twins[0][0].assessment.level == "residential"
    assert checked.points[0].point.evidence[2].phrase == "Her sister rings at nine."
    [hit] = [hit for hit in checked.hits if hit.code == "identifier/age"]
    assert (hit.field, text[slice(*hit.span)]) == ("points.0.text", "47")


def test_what_is_wrong_with_words_that_the_editor_leaves_alone_is_told_of_the_file(criteria: Criteria) -> None:
    opened = read_opened(edited("discuss:", "unsaid:\n  support: Fine.\ndiscuss:", CASE), "late-bus")
    (wrong,) = check_draft(opened.draft, criteria, (), opened).stopping
    assert (wrong.field, wrong.problem) == ("file", "The story shows 'support'.")


def test_later_decision_points_inherit_what_was_shown(criteria: Criteria) -> None:
    later = marked("|She used on Monday.|", opioid_use="using")
    draft = replace(SOUND, points=(STORY, replace(later, heading="Later")))
    checked = check_draft(draft, criteria, ())
    assert checked.points[1].point.findings == {**checked.points[0].point.findings, "opioid_use": "using"}
    assert checked.points[1].assessment.flags == {"withdrawal_first": True}
    assert [point.key.level for point in case_of(checked, draft, criteria).points] == ["outpatient", "outpatient"]


@pytest.mark.parametrize(
    "case_id",
    [
        "A",
        "-",
        "_x",
        "-x",
        "x-",
        "a--b",
        "a/b",
        "../x",
        "x.md",
        "late_bus",
        "con",
        "nul",
        "com1",
        "README",
        "readme",
        "",
        "a b",
    ],
)
def test_an_id_that_could_be_no_file_everywhere_is_refused(case_id: str, criteria: Criteria) -> None:
    assert "id" in said(replace(SOUND, id=case_id), criteria)


def test_an_id_that_another_case_has_in_any_case_of_letters_is_refused(criteria: Criteria) -> None:
    assert said(SOUND, criteria, ("Late-Bus",)) == {"id": "Another case is called 'late-bus'."}


@pytest.mark.parametrize(
    ("phrases", "where", "says"),
    [
        (
            [(0, 3, {"support": "thin"}), (2, 6, {"housing": "none"})],
            "points.0.phrases.1",
            "Two marked phrases overlap.",
        ),
        ([(0, 4, {})], "points.0.phrases.0", "A marked phrase shows nothing yet."),
        ([(3, 4, {"support": "thin"})], "points.0.phrases.0", "A marked phrase has no words."),
        ([(90, 99, {"support": "thin"})], "points.0.phrases.0", "A marked phrase has no words."),
        (
            [(0, 30, {"support": "thin"})],
            "points.0.phrases.0",
            "A marked phrase goes from one paragraph into the next.",
        ),
        ([(0, 3, {"suport": "thin"})], "points.0.phrases.0", "These criteria have no 'suport'."),
        ([(0, 3, {"support": "thinn"})], "points.0.phrases.0", "'support' cannot be 'thinn' in these criteria."),
        ([(0, 3, {"support": "thin"}, "a b")], "points.0.phrases.0", "'a b' cannot be the name of a phrase."),
        (
            [(0, 3, {"support": "thin"}, "x"), (4, 8, {"housing": "none"}, "x")],
            "points.0.phrases.1",
            "Two phrases are called 'x'.",
        ),
    ],
)
def test_a_phrase_that_cannot_be_written_is_named_where_it_stands(
    phrases: list[tuple[int, int, dict[str, str]]], where: str, says: str, criteria: Criteria
) -> None:
    told = tuple(Phrase(*phrase) for phrase in phrases)
    draft = with_point(replace(SOUND, twins=()), text="Ola drives a bus.\n\nShe hums all day.", phrases=told)
    assert says in [problem.problem for problem in check_draft(draft, criteria, ()).stopping if problem.field == where]


def test_two_phrases_that_show_the_same_thing_are_named_with_its_question(criteria: Criteria) -> None:
    phrases = (*STORY.phrases, replace(STORY.phrases[0], start=100, end=108))
    assert (
        criteria.finding("opioid_use").ask in said(with_point(SOUND, phrases=phrases), criteria)["points.0.phrases.6"]
    )


def test_a_phrase_marked_with_the_spaces_around_it_is_the_phrase(criteria: Criteria) -> None:
    point = replace(marked("Ola drives| a bus |today.", support="strong"), heading="Intake")
    checked = check_draft(replace(SOUND, points=(point,), twins=()), criteria, ())
    assert checked.points[0].point.evidence[0].phrase == "a bus"
    assert "Ola drives [a bus]{support=strong} today." in checked.text


def test_a_bracket_is_refused_at_its_place_in_the_text_as_typed(criteria: Criteria) -> None:
    text = "  Ola   drives.\n\nShe has a  [bus].  "
    [found] = [one for one in check_draft(with_point(SOUND, text=text, phrases=()), criteria, ()).problems if one.span]
    assert (found.field, text[slice(*found.span)]) == ("points.0.text", "[")


def test_a_star_that_stresses_nothing_is_named_since_a_trainee_would_see_it(criteria: Criteria) -> None:
    text = "A |small *red| bus* came."
    checked = check_draft(replace(SOUND, points=(marked(text, support="strong"),), twins=()), criteria, ())
    found = next(problem for problem in checked.problems if problem.severity is Severity.WARNING)
    assert (found.field, found.span) == ("points.0.text", (8, 9))
    assert "*red" in checked.points[0].point.paragraphs[0].text
    assert said(with_point(replace(SOUND, twins=()), text=r"A \* B", phrases=()), criteria) == {}


def test_two_stars_are_not_silently_made_one(criteria: Criteria) -> None:
    assert "points.0.text" in said(with_point(replace(SOUND, twins=()), text="A **red** bus.", phrases=()), criteria)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x7f", "\ud800", "\ufeff", "\uffff"])
@pytest.mark.parametrize("field", ["title", "discuss", "text", "heading", "words"])
def test_a_character_that_no_file_holds_is_named_in_its_field(sign: str, field: str, criteria: Criteria) -> None:
    if field in ("text", "heading"):
        draft, where = with_point(SOUND, **{field: f"A bus{sign}."}), f"points.0.{field}"
    elif field == "words":
        draft, where = with_twin(SOUND, words=f"A bus{sign}."), "twins.0.words"
    else:
        draft, where = replace(SOUND, **{field: f"A bus{sign}."}), field
    checked = check_draft(draft, criteria, ())
    [found] = [problem for problem in checked.stopping if "cannot hold" in problem.problem]
    assert (found.field, found.span) == (where, (5, 6))
    assert "A bus" in found.problem


def test_a_difference_with_the_criteria_asks_for_a_reason_and_a_reason_makes_it_a_dissent(criteria: Criteria) -> None:
    differing = with_point(SOUND, expected="residential")
    assert "You expect 'Residential'; the criteria say 'Outpatient'." in said(differing, criteria).values()
    draft = with_point(differing, dissent="Her neighbours: first.")
    checked = check_draft(draft, criteria, ())
    assert checked.problems == ()
    dissent = case_of(checked, draft, criteria).points[0].dissent
    assert dissent is not None
    assert (dissent.level, dissent.reason) == ("residential", "Her neighbours: first.")


def test_an_accepted_level_needs_no_reason_and_an_idle_reason_is_named_and_not_saved(criteria: Criteria) -> None:
    kitchen = read_opened((CASES / "kitchen-shift.md").read_text("utf-8"), "kitchen-shift").draft
    assert said(with_point(kitchen, expected="residential"), criteria) == {}
    checked = check_draft(with_point(SOUND, dissent="Because."), criteria, ())
    assert [(problem.field, problem.severity) for problem in checked.problems] == [
        ("points.0.dissent", Severity.WARNING)
    ]
    assert "dissent" not in checked.text


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"id": ""}, "twins.0.id"),
        ({"id": "A b"}, "twins.0.id"),
        ({"phrase": "brother"}, "twins.0.phrase"),
        ({"words": " "}, "twins.0.words"),
        ({"words": "*Nobody*"}, "twins.0.words"),
        ({"findings": {"x": "y"}}, "twins.0.findings"),
        ({"findings": {"housing": "none"}}, "twins.0.findings"),
    ],
)
def test_what_a_twin_cannot_be_stops_it(changes: dict[str, object], where: str, criteria: Criteria) -> None:
    assert where in [problem.field for problem in check_draft(with_twin(SOUND, **changes), criteria, ()).stopping]


def test_a_twin_with_the_same_answer_or_another_than_expected_is_told_and_saved(criteria: Criteria) -> None:
    same = with_twin(SOUND, findings={"support": "strong"}, expected=("residential",))
    checked = check_draft(same, criteria, ())
    assert [problem.field for problem in checked.problems] == ["twins.0.expected.0", "twins.0.findings"]
    assert checked.stopping == ()
    assert len(case_of(checked, same, criteria).twins) == 1


def test_nothing_is_said_of_a_twin_before_the_decision_point_in_which_it_differs(criteria: Criteria) -> None:
    twin = with_twin(SOUND, expected=("residential", "outpatient"))
    points = (replace(with_point(SOUND).points[0], phrases=()), SOUND.points[0])
    later = replace(twin, points=points)
    checked = check_draft(later, criteria, ())
    assert [problem.field for problem in checked.problems if problem.field.startswith("twins")] == [
        "twins.0.expected.1"
    ]


def test_what_lint_finds_stands_at_its_place_in_each_field(criteria: Criteria) -> None:
    draft = replace(SOUND, title="The  addict", discuss="Who?\n\nCall 555-010-1234.")
    draft = with_point(
        draft, heading="In  Fresno, California", text=f"*Ola*  is 47\nyears old.\n\n{STORY.text}", phrases=()
    )
    draft = with_twin(draft, words="Her  sister Ann   Smith is an addict.", phrase="x")
    draft = with_point(draft, phrases=(Phrase(0, 5, {"support": "strong"}, "x"),))
    found = {hit.field: None for hit in check_draft(draft, criteria, ()).hits if hit.span is not None}
    for hit in check_draft(draft, criteria, ()).hits:
        field = {
            "title": draft.title,
            "discuss": draft.discuss,
            "points.0.heading": draft.points[0].heading,
            "points.0.text": draft.points[0].text,
            "twins.0.words": draft.twins[0].words,
        }[hit.field]
        if hit.span is not None and hit.code.startswith(("identifier", "wording")):
            assert "".join(field[slice(*hit.span)].split()) == "".join(hit.words.split())
    assert set(found) == {"title", "discuss", "points.0.heading", "points.0.text", "twins.0.words"}


@pytest.mark.parametrize(
    ("terms", "problems"),
    [
        ([("depot", "A hall.")], {}),
        ([("to  ring ", " To\n call.")], {}),  # these words stand in the twin alone
        ([("", "A hall.")], {"glossary.0.word": "A word of the glossary is empty."}),
        ([("depot", "  ")], {"glossary.0.meaning": "A meaning in the glossary is empty."}),
        (
            [("hums", "Sings."), ("depots", "Halls.")],
            {"glossary.1.word": "The glossary explains 'depots', which does not stand in the story."},
        ),
        ([("hums", "a"), ("Hums", "b")], {"glossary.1.word": "The glossary explains 'Hums' twice."}),
        ([("hums", "<img src=x>")], {"glossary.0.meaning": "A meaning in the glossary has markup."}),
        ([("hums", "a\0b")], {"glossary.0.meaning": "A character that a file cannot hold stands after 'a'."}),
    ],
)
def test_a_word_to_explain_is_held_against_the_story_at_its_row(
    terms: list[tuple[str, str]], problems: dict[str, str], criteria: Criteria
) -> None:
    draft = replace(SOUND, glossary=tuple(DraftTerm(*term) for term in terms))
    assert said(draft, criteria) == problems
    if not problems:
        assert [term.meaning for term in case_of(check_draft(draft, criteria, ()), draft, criteria).glossary] == [
            " ".join(meaning.split()) for _, meaning in terms
        ]


def test_more_words_than_a_case_may_explain_stop_it_and_far_more_are_refused(criteria: Criteria) -> None:
    draft = replace(SOUND, glossary=(DraftTerm("hums", "Sings."),) * 31)
    assert "31 words in the glossary." in {
        problem.problem[0].upper() + problem.problem[1:] for problem in check_draft(draft, criteria, ()).stopping
    }
    with pytest.raises(DraftError, match=r"Too much in the words that are explained: 100 at most\."):
        read_draft({**draft_view(SOUND), "glossary": [{"word": "hums", "meaning": "x"}] * 10_000})


def test_what_lint_finds_in_a_meaning_stands_at_its_row(criteria: Criteria) -> None:
    terms = (DraftTerm("hums", "Sings."), DraftTerm("depot", "Where an  addict slept."))
    [hit] = [
        one for one in check_draft(replace(SOUND, glossary=terms), criteria, ()).hits if one.code == "wording/stigma"
    ]
    assert (hit.field, terms[1].meaning[slice(*hit.span)]) == ("glossary.1.meaning", "addict")


def test_twins_without_an_id_or_of_one_id_are_told_apart_in_lint(criteria: Criteria) -> None:
    twin = DraftTwin("", "sister", "Her sister is an addict.", {"support": "thin"})
    hits = check_draft(replace(SOUND, twins=(twin, twin)), criteria, ()).hits
    assert [hit.field for hit in hits if hit.code == "wording/stigma"] == ["twins.0.words", "twins.1.words"]


@pytest.mark.parametrize("text", ["a*b " * 61, "bus " * 1_600])
def test_a_paragraph_that_the_bank_would_not_take_is_to_be_divided(text: str, criteria: Criteria) -> None:
    draft = with_point(replace(SOUND, twins=()), text=f"Ola.\n\n{text}", phrases=())
    assert "Divide it" in next(iter(check_draft(draft, criteria, ()).stopping)).remedy


def test_what_the_bank_alone_finds_is_told_at_the_field_that_it_is_about(criteria: Criteria) -> None:
    text = edited("title: The late bus", "title: The late bus\nauthor: me", CASE)
    checked = check_draft(SOUND, criteria, (), read_opened(text, "late-bus"))
    [found] = checked.stopping
    assert (found.field, found.problem) == ("title", "Unknown key 'author'.")


def test_a_draft_goes_through_json_and_back_and_one_kept_before_there_were_marks_is_still_read() -> None:
    marked = replace(SOUND, reading=2, glossary=(DraftTerm("hums", "Sings."),))
    assert read_draft(draft_view(marked)) == marked
    earlier = {name: value for name, value in draft_view(SOUND).items() if name not in ("reading", "glossary")}
    assert read_draft(earlier) == SOUND


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {**draft_view(SOUND), "more": 1},
        {**draft_view(SOUND), "difficulty": 4},
        {**draft_view(SOUND), "reading": 0},
        {**draft_view(SOUND), "glossary": {"hums": "Sings."}},
        {**draft_view(SOUND), "glossary": [{"word": 5, "meaning": ""}]},
        {**draft_view(SOUND), "title": "x" * 501},
        {**draft_view(SOUND), "points": [draft_view(SOUND)["points"][0]] * (MOST_POINTS + 1)},
        {
            **draft_view(SOUND),
            "points": [{"heading": "", "text": "", "phrases": [{"start": -1, "end": 0, "findings": {}}]}],
        },
    ],
)
def test_what_cannot_be_a_draft_is_refused_in_a_sentence(value: object) -> None:
    with pytest.raises(DraftError, match=r"kept\."):
        read_draft(value)


def test_too_long_a_story_is_refused_by_the_name_that_the_page_has_for_it() -> None:
    view = draft_view(SOUND)
    view["points"][0]["text"] = "x" * 200_000
    with pytest.raises(DraftError, match="Too much in the story: "):
        read_draft(view)


@pytest.mark.parametrize("case_id", ["con", "nul", "prn", "aux", "com0", "com9", "lpt1", "lpt9", "readme"])
def test_an_id_that_computers_keep_for_themselves_is_refused(case_id: str, criteria: Criteria) -> None:
    assert said(replace(SOUND, id=case_id), criteria) == {
        "id": f"'{case_id}' is a name that computers keep for themselves."
    }


@pytest.mark.parametrize(
    ("step", "value", "says"),
    [
        (("difficulty",), True, "difficulty: write a whole number there"),
        (("difficulty",), "3", "difficulty: write it without quotes: 3"),
        (("difficulty",), 2.0, "difficulty: write a whole number there"),
        (("difficulty",), 4, "difficulty: write 3 or less"),
        (("title",), 5, "the title: write a text there"),
        (("points", 0, "phrases", 0, "start"), True, "the marked phrases: write a whole number there"),
        (("points", 0, "phrases", 0, "end"), "3", "the marked phrases: write it without quotes: 3"),
        (("points", 0, "phrases", 0, "end"), 3.0, "the marked phrases: write a whole number there"),
        (("points", 0, "phrases", 0, "start"), -1, "the marked phrases: write 0 or more"),
        (("points",), "x", "the decision points: write a list there"),
    ],
)
def test_a_message_with_another_kind_of_value_is_refused_in_our_words(
    step: tuple[str | int, ...], value: object, says: str
) -> None:
    view = json.loads(json.dumps(draft_view(SOUND)))
    place = view
    for name in step[:-1]:
        place = place[name]
    place[step[-1]] = value
    with pytest.raises(DraftError) as refused:
        read_draft(view)
    assert str(refused.value).startswith(f"This cannot be a draft: {says}")
