"""A bank's cases as one HTML page that prints well: stories first, answers after, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from markupsafe import Markup

from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.exports.explained_point import ExplainedPoint, explained_points
from carelevel.exports.sheet import answer_sheet, story_sheet
from carelevel.feedback.explanation import source_name, standing
from carelevel.feedback.html import html, tag
from carelevel.messages import export as export_messages

CLOSED = "default-src 'none'; style-src 'unsafe-inline'"
"""A browser loads nothing and runs nothing, whatever a bank may hold."""
VERSION = 12
"""So many characters of the criteria's digest tell one version from another."""


def handout(cases: Sequence[Case], criteria: Criteria, *, twins: bool = True) -> Iterator[str]:
    """The page's text, piece by piece."""
    words = export_messages.HANDOUT
    yield f'<!DOCTYPE html>\n<html lang="{export_messages.LANGUAGE}">\n'
    yield f"{html([_head(criteria)])}\n<body>\n<main>\n"
    yield f"{html([_cover(cases, criteria)])}\n"
    yield f'<section class="stories">\n{html([tag("h2", words["stories"])])}\n'
    for number, explained in _numbered(cases, criteria, twins):
        yield f"{html([story_sheet(explained, number)])}\n"
    about = tag("p", words["answers_about"], class_="aside")
    yield f'</section>\n<section class="key">\n{html([tag("h2", words["answers"]), about, _standing(criteria)])}\n'
    for number, explained in _numbered(cases, criteria, twins):
        yield f"{html([answer_sheet(explained, number)])}\n"
    yield f"</section>\n{html(_end(criteria))}\n</main>\n</body>\n</html>\n"


def _numbered(cases: Iterable[Case], criteria: Criteria, twins: bool) -> Iterator[tuple[int, ExplainedPoint]]:
    for number, case in enumerate(cases, start=1):
        for explained in explained_points(case, criteria, twins=twins):
            yield number, explained


def _head(criteria: Criteria) -> Markup:
    style = (files(__package__) / "handout.css").read_text("utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=CLOSED),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", export_messages.HANDOUT["page"].format(title=criteria.title)),
        tag("style", Markup(style)),
    )


# THE COVER


def _cover(cases: Iterable[Case], criteria: Criteria) -> Markup:
    words = export_messages.HANDOUT
    levels = [part for level in criteria.levels for part in (tag("dt", level.name), tag("dd", level.summary))]
    return tag(
        "header",
        tag("p", words["handout"], class_="kind"),
        tag("h1", criteria.title),
        tag("p", criteria.notice, class_="notice"),
        _part("content", tag("p", export_messages.CONTENT_NOTE)),
        _part("how", tag("ol", [tag("li", says) for says in export_messages.HANDOUT_HOW])),
        _part("levels", tag("dl", levels)),
        _part("sources", *_sources(criteria)),
        _part("cases", tag("ol", [tag("li", case.title) for case in cases], class_="titles")),
        class_="cover",
    )


def _part(title: str, *parts: Markup) -> Markup:
    return tag("section", tag("h2", export_messages.HANDOUT[title]), parts, class_=f"part {title}")


def _sources(criteria: Criteria) -> list[Markup]:
    named = [
        export_messages.HANDOUT["source"].format(source=source_name(source), title=source.title)
        for source in criteria.sources
    ]
    version = export_messages.HANDOUT["criteria"].format(version=criteria.digest[:VERSION])
    return [tag("ul", [tag("li", name) for name in named]), tag("p", version, class_="aside")]


# THE END


def _standing(criteria: Criteria) -> Markup:
    """What holds for every answer, said once."""
    return tag("div", [tag("p", says) for says in standing(criteria)])


def _end(criteria: Criteria) -> list[Markup]:
    cited = {reference.id: reference.cite for reference in criteria.references}
    silences = [
        tag("li", silence.says, [tag("cite", f" {cited[name]}.") for name in silence.references])
        for silence in criteria.silences
    ]
    references = [tag("li", work.cite, ": ", work.says) for work in criteria.references]
    return [
        _part(title, tag("ul", entries))
        for title, entries in (("silences", silences), ("references", references))
        if entries
    ]
