"""A file that is opened and saved: the same bytes, or just the change; and whatever is typed reads back as typed."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from carelevel.authoring import Draft, DraftTwin, Phrase, check_draft
from carelevel.authoring.draft.draft import DraftTerm
from carelevel.authoring.draft.whitespace import tidy
from carelevel.authoring.file.opened import OpenedFile, read_opened
from carelevel.authoring.file.text import write_case
from carelevel.bank.case_file import read_case
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import Severity
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.authoring.drafts import drafts, expecting, prose, token
from tests.authoring.edits import case_of, with_point, with_twin
from tests.bank.conftest import CASE, CASES, edited

FILES = sorted(path for path in CASES.glob("*.md") if path.name != "README.md")
TEMPLATE = (CASES / "_template.md").read_text("utf-8")
SLIPS = ("", "\n\n", "[", "]", "{", "```", "\n- ", ": ", "\t", "\n---\n", "*")
QUICK = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))


def story(draft: Draft) -> object:
    """What of a draft is in its file, phrases in reading order."""
    told = [
        (one.heading, one.text.replace("\\*", "*"), sorted(map(shown(one.text), one.phrases))) for one in draft.points
    ]
    marks = draft.difficulty, draft.reading, draft.glossary
    return draft.id, draft.title, marks, draft.discuss, told, [bare(twin) for twin in draft.twins]


def shown(text: str) -> Callable[[Phrase], tuple[object, ...]]:
    def words(phrase: Phrase) -> tuple[object, ...]:
        return text[phrase.start : phrase.end].replace("\\*", "*"), phrase.name, *sorted(phrase.findings.items())

    return words


def bare(twin: DraftTwin) -> object:
    return twin.id, twin.phrase, twin.words, twin.findings


def changed_lines(before: str, after: str) -> list[str]:
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    return sorted(lines, key=lambda line: line[0], reverse=True)  # what went, then what came


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_an_unchanged_case_is_written_with_the_very_same_bytes_and_anew_with_the_same_content(
    file: Path, criteria: Criteria
) -> None:
    text = file.read_text("utf-8")
    opened = read_opened(text, file.name)
    assert tidy(opened.draft) == opened.draft
    assert write_case(opened.draft, criteria, opened) == text
    anew = write_case(opened.draft, criteria, OpenedFile())
    assert read_opened(anew, file.name).draft == opened.draft
    case, mistakes = read_case(anew, file.name, opened.draft.id, criteria)
    assert case is not None, mistakes


@QUICK
@given(drafts(careful=True), prose(token, 5))
def test_what_is_typed_is_read_back_as_typed_or_refused(criteria: Criteria, draft: Draft, reason: str) -> None:
    draft = expecting(replace(draft, title=draft.title or "x"), criteria, reason.strip())
    checked = check_draft(draft, criteria, ())
    if not checked.stopping:
        assert story(read_opened(checked.text, "").draft) == story(tidy(draft))
        read = [paragraph.text for point in case_of(checked, draft, criteria).points for paragraph in point.paragraphs]
        assert read == [
            paragraph.text for checked_point in checked.points for paragraph in checked_point.point.paragraphs
        ]


@QUICK
@given(drafts(careful=False))
def test_nothing_that_can_be_typed_breaks_the_check(criteria: Criteria, draft: Draft) -> None:
    checked = check_draft(expecting(draft, criteria), criteria, ())
    assert len(checked.points) == len(draft.points)
    assert len(checked.twins) == len(draft.twins)
    checked.text.encode()
    if not checked.stopping:
        case_of(checked, draft, criteria)


def test_one_changed_entry_leaves_every_other_line_with_its_comments_as_it_was(criteria: Criteria) -> None:
    opened = read_opened(TEMPLATE, "my-case")

    def changes(draft: Draft) -> list[str]:
        return changed_lines(TEMPLATE, write_case(draft, criteria, opened))

    draft = opened.draft
    assert changes(replace(draft, title="Sharks: a book", difficulty=3)) == [
        "- title: Two to four words",
        "- difficulty: 1",
        "+ title: 'Sharks: a book'",
        "+ difficulty: 3",
    ]
    assert changes(with_twin(draft, findings={"support": "none"})) == [
        "-     findings: {support: strong}",
        "-     key: {level: outpatient, withdrawal_first: true}",
        "+     findings: {support: none}",
        "+     key: {level: residential, withdrawal_first: true}",
    ]
    assert changes(with_point(draft, expected="residential", dissent='So: "no".')) == [
        '+ dissent: {level: residential, reason: "So: \\"no\\"."}'
    ]
    assert changes(with_point(draft, text=draft.points[0].text + "\n\nNo more.")) == ["+ ", "+ No more."]
    assert changes(replace(draft, discuss="")) == [
        "- discuss: What does the friend at the depot change, and what does she not?"
    ]


def test_the_marks_of_a_text_are_added_changed_and_taken_away_with_the_comments_around_them_kept(
    criteria: Criteria,
) -> None:
    def saved(text: str, **changes: object) -> list[str]:
        opened = read_opened(text, "late-bus")
        written = write_case(replace(opened.draft, **changes), criteria, opened)  # type: ignore[arg-type]
        again = read_opened(written, "late-bus").draft
        assert all(getattr(again, name) == value for name, value in changes.items())
        return changed_lines(text, written)

    terms = (DraftTerm("depot", "Hall: where buses sleep."), DraftTerm("Yes", "#no"))
    assert saved(CASE, reading=1, glossary=terms) == [
        "+ reading: 1",
        "+ glossary:",
        "+   depot: 'Hall: where buses sleep.'",
        "+   'Yes': '#no'",
    ]
    head = "reading: 2 # by two readers\nglossary: # of trades\n  # first\n  depot: A hall. # or yard\n  hums: Sings.\n"
    marked = edited("discuss:", f"{head}discuss:", CASE)
    depot, hums = (DraftTerm("depot", "A hall."), DraftTerm("hums", "Sings."))
    assert saved(marked) == []
    assert saved(marked, reading=3) == ["- reading: 2 # by two readers", "+ reading: 3 # by two readers"]
    assert saved(marked, reading=None) == ["- reading: 2 # by two readers"]
    assert saved(marked, glossary=(depot, replace(hums, meaning="Sings low."))) == [
        "-   hums: Sings.",
        "+   hums: Sings low.",
    ]
    assert saved(marked, glossary=(depot,)) == ["-   hums: Sings."]
    assert saved(marked, glossary=(depot, hums, DraftTerm("cat", "It purrs."))) == ["+   cat: It purrs."]
    assert "- glossary: # of trades" in saved(marked, glossary=())


def test_words_for_an_interview_stay_as_they_are(criteria: Criteria) -> None:
    own = "opening: Ola hums. # as she does\nunsaid:\n  home: 'Ask me later.'\n"
    opened = read_opened(edited("discuss:", f"{own}discuss:", CASE), "late-bus")
    written = write_case(replace(opened.draft, title="The last bus", discuss="And now?"), criteria, opened)
    assert own in written
    assert "title: The last bus" in written


def test_quotes_and_a_comment_beside_a_changed_entry_stay(criteria: Criteria) -> None:
    text = edited("title: The late bus", 'title: "The late bus"   # mine', CASE)
    opened = read_opened(text, "late-bus")
    written = write_case(replace(opened.draft, title="Bus"), criteria, opened)
    assert changed_lines(text, written)[1] == '+ title: "Bus"            # mine'


def test_a_phrase_that_shows_something_else_changes_its_paragraph_and_the_key(criteria: Criteria) -> None:
    opened = read_opened(CASE, "late-bus")
    phrases = list(opened.draft.points[0].phrases)
    phrases[2] = replace(phrases[2], findings={"support": "none"})
    written = write_case(with_point(opened.draft, phrases=tuple(phrases)), criteria, opened)
    assert changed_lines(CASE, written) == [
        "- key: {level: outpatient, withdrawal_first: false}",
        "- [Her sister rings at nine.]{#sister support=strong} [She rents two rooms]{housing=settled}, and a",
        "- cat has rented the third. [She takes her own tablets]{medication=manages}. She hums.",
        "+ key: {level: residential, withdrawal_first: false}",
        "+ [Her sister rings at nine.]{#sister support=none} [She rents two rooms]{housing=settled}, and a cat has "
        "rented",
        "+ the third. [She takes her own tablets]{medication=manages}. She hums.",
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1. A list", "1\\. A list"),
        ("- a dash", "\\- a dash"),
        ("# a sign", "\\# a sign"),
        ("> said", "\\> said"),
        ("--- or so", "--- or so"),
        ("---", "\\---"),
        ("***", "\\***"),
        ("~~~", "\\~~~"),
        ("a <b> & &amp; &c", "a &lt;b> & &amp;amp; &c"),
        ("C:\\new _x_ `y`", "C:\\\\new \\_x\\_ \\`y\\`"),
        ("a  b\tc\nd", "a b c d"),
        ("10\u00a0h and *Tuesday*, 2*3", "10\u00a0h and *Tuesday*, 2*3"),
        ("one\n\n\n \ntwo", "one\n\ntwo"),
        ("![a](b) [c]: d", "!\\[a\\](b) \\[c\\]: d"),
    ],
)
def test_signs_that_markdown_would_read_are_written_so_that_it_does_not(
    typed: str, written: str, criteria: Criteria
) -> None:
    draft = with_point(read_opened(CASE, "").draft, text=typed, phrases=())
    assert write_case(tidy(draft), criteria, OpenedFile()).partition("## Intake\n\n")[2] == written + "\n"


def test_where_each_paragraph_is_one_line_a_changed_one_stays_so(criteria: Criteria) -> None:
    line = f"{'She counts the buttons on the coat, which is not hers. ' * 3}One is missing."
    text = CASE.rstrip("\n") + f"\n\n{line}\n"
    opened = read_opened(text, "late-bus")
    changed = with_point(opened.draft, text=opened.draft.points[0].text.replace("is missing", "is gone"))
    written = write_case(changed, criteria, opened)
    assert changed_lines(text, written) == [f"- {line}", f"+ {line.replace('is missing', 'is gone')}"]


def test_a_long_paragraph_is_wrapped_and_no_line_becomes_a_list(criteria: Criteria) -> None:
    text = " ".join(["- 1. # > =="] * 60)
    checked = check_draft(
        expecting(with_point(read_opened(CASE, "").draft, text=text, phrases=()), criteria), criteria, ()
    )
    assert max(map(len, checked.text.splitlines())) <= 111
    assert [paragraph.text for paragraph in checked.points[0].point.paragraphs] == [text]


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    place = draw(st.integers(0, len(CASE)))
    cut = draw(st.integers(0, 12))
    return CASE[:place] + draw(st.sampled_from(SLIPS)) + CASE[place + cut :]


@QUICK
@given(mistyped())
def test_a_file_with_mistakes_opens_and_saving_it_loses_no_word_of_its_story(criteria: Criteria, text: str) -> None:
    opened = read_opened(text, "late-bus")
    written = write_case(tidy(opened.draft), criteria, opened)
    again = read_opened(written, "late-bus").draft
    assert [told(point.text) for point in again.points] == [told(point.text) for point in opened.draft.points]


def told(text: str) -> list[str]:
    return [word for word in text.replace("\\", "").replace("*", "").split() if word]


def test_a_head_that_cannot_be_read_is_kept_in_comments(criteria: Criteria) -> None:
    text = edited("title: The late bus", 'title: "The late', CASE)
    opened = read_opened(text, "late-bus")
    checked = check_draft(opened.draft, criteria, (), opened)
    assert '# title: "The late' in checked.text.splitlines()
    assert [problem.field for problem in checked.problems if problem.severity is Severity.WARNING] == ["file"]


CUT = edited("title: The late bus", "title: Bed #4 of nine")


def test_a_text_that_a_comment_cuts_is_told_and_keeps_nobody_from_saving(criteria: Criteria) -> None:
    opened = read_opened(CUT, "late-bus")
    checked = check_draft(opened.draft, criteria, (), opened)
    (problem,) = checked.problems
    assert (problem.field, problem.severity) == ("title", Severity.WARNING)
    assert problem.problem == "'title' ends before “#4 of nine”, which is a comment and is left out."
    assert problem.remedy.startswith("Put the whole text in quotes")
    assert checked.text == CUT


def test_what_is_typed_anew_before_such_a_comment_is_written_in_quotes_and_the_comment_stays(
    criteria: Criteria,
) -> None:
    opened = read_opened(CUT, "late-bus")
    draft = replace(opened.draft, title="Bed four of nine")
    checked = check_draft(draft, criteria, (), opened)
    assert changed_lines(CUT, checked.text) == [
        "- title: Bed #4 of nine",
        '+ title: "Bed four of nine" #4 of nine',
    ]
    assert checked.problems == ()


@pytest.mark.parametrize(
    "title", ["Bed #4 of nine", "# 4", "The end #", "12:30", "1984", "No", "null", "=", "2024-01-01"]
)
def test_a_title_that_yaml_would_cut_or_take_for_something_else_is_written_in_quotes(
    title: str, criteria: Criteria
) -> None:
    opened = read_opened(CASE, "late-bus")
    checked = check_draft(replace(opened.draft, title=title), criteria, (), opened)
    case, _ = read_case(checked.text, "x", "late-bus", criteria)
    assert case
    assert case.title == title
    (line,) = (line for line in checked.text.splitlines() if line.startswith("title: "))
    assert line[len("title: ")] in "'\""


@pytest.mark.parametrize(
    "case_id", ["null", "true", "1984", "no", "on", "off", "y", "1e5", "0x1f", "0o17", "2024-01-01"]
)
def test_an_id_that_some_yaml_takes_for_something_else_is_written_in_quotes_wherever_it_stands(
    case_id: str, criteria: Criteria
) -> None:
    opened = read_opened(CASE, "late-bus")
    sister = next(phrase for phrase in opened.draft.points[0].phrases if phrase.name == "sister")
    renamed = replace(sister, name=case_id)
    phrases = tuple(renamed if phrase is sister else phrase for phrase in opened.draft.points[0].phrases)
    draft = with_twin(replace(opened.draft, id=case_id), id=case_id, phrase=case_id)
    written = write_case(with_point(draft, phrases=phrases), criteria, opened)
    assert f"\nid: '{case_id}'\n" in written
    assert f"  - id: '{case_id}'\n    swap:\n      '{case_id}': >-" in written
    case, mistakes = read_case(written, "x", case_id, criteria)
    assert mistakes == []
    assert case
    assert (case.id, case.twins[0].id, case.twins[0].swap) == (case_id, case_id, case_id)
