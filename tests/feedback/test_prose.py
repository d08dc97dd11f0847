"""A story's runs: nothing lost, nothing told before its time."""

from __future__ import annotations

from carelevel.bank import Bank
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import assess
from carelevel.core.case import Paragraph
from carelevel.exports.prose import prose_html
from carelevel.feedback.prose import PhraseRun, Run, marked_prose, prose, runs
from carelevel.feedback.view import as_json
from lxml import html


def test_the_runs_of_a_paragraph_are_its_text_however_it_is_cut(ours: Bank) -> None:
    for case in ours.cases():
        for point in case.points:
            whole = [paragraph.text for paragraph in point.paragraphs]
            marked = marked_prose(point, {0}, point.evidence, ())
            for shown in (prose(point), marked):
                assert ["".join(run.text for run in paragraph) for paragraph in shown] == whole
            read = [html.fragment_fromstring(part).text_content() for part in prose_html(point)]
            assert read == whole


def test_before_the_commit_a_run_tells_no_more_than_where_it_stands(ours: Bank) -> None:
    point = ours.case("kitchen-shift").points[0]
    assert {type(run) for paragraph in prose(point) for run in paragraph} == {Run}
    assert set(as_json(prose(point))[0][0]) == {"at", "text", "sentence", "stressed"}


def test_after_it_each_deciding_phrase_is_caught_or_missed(ours: Bank) -> None:
    point = ours.case("kitchen-shift").points[0]
    caught, *missed = deciding_phrases(point.evidence, assess(point.findings, ours.criteria))
    shown = [run for part in marked_prose(point, {0}, [caught], missed) for run in part if isinstance(run, PhraseRun)]
    signs = {sign: [run.text for run in shown if sign in run.signs] for sign in ("caught", "missed", "changed")}
    assert "".join(signs["caught"]) == caught.phrase
    assert "".join(signs["missed"]) == "".join(phrase.phrase for phrase in missed)
    assert signs["changed"] == []


def test_the_phrase_that_a_twin_changed_says_so(ours: Bank) -> None:
    case = next(case for case in ours.cases() if case.twins)
    point = case.telling(case.twins[0].id)[case.changed_point(case.twins[0].id)]
    shown = [run for part in marked_prose(point, (), (), ()) for run in part if isinstance(run, PhraseRun)]
    assert "".join(run.text for run in shown) == next(phrase.phrase for phrase in point.evidence if phrase.changed)
    assert {run.signs for run in shown} == {("changed",)}


def test_stress_within_stress_is_one_stress_wherever_it_begins() -> None:
    paragraph = Paragraph("one two three.", (), stressed=((0, 3), (0, 7)))
    assert [(run.text, run.stressed) for run in runs(paragraph)] == [
        ("one", True),
        (" two", True),
        (" three.", False),
    ]
