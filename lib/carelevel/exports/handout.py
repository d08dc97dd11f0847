"""A bank's cases as one HTML page that prints well: stories first, answers after, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element

from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.exports.markup import element, html
from carelevel.exports.sheet import answer_sheet, story_sheet
from carelevel.exports.telling import Telling, Wording, tellings
from carelevel.words import export

CLOSED = "default-src 'none'; style-src 'unsafe-inline'"
"""A browser loads nothing and runs nothing, whatever a bank may hold."""
VERSION = 12
"""So many characters of the criteria's digest tell one version from another."""


def handout(cases: Sequence[Case], criteria: Criteria, wording: Wording, *, twins: bool = True) -> Iterator[str]:
    """The page's text, piece by piece."""
    said = export.HANDOUT
    yield f'<!DOCTYPE html>\n<html lang="{export.LANGUAGE}">\n'
    yield f"{html([_head(criteria)])}\n<body>\n<main>\n"
    yield f"{html([_cover(cases, criteria)])}\n"
    yield f'<section class="stories">\n{html([element("h2", said["stories"])])}\n'
    for number, telling in _numbered(cases, criteria, wording, twins):
        yield f"{html([story_sheet(telling, number)])}\n"
    about = element("p", said["answers_about"], class_="aside")
    yield f'</section>\n<section class="key">\n{html([element("h2", said["answers"]), about, _standing(criteria)])}\n'
    for number, telling in _numbered(cases, criteria, wording, twins):
        yield f"{html([answer_sheet(telling, number)])}\n"
    yield f"</section>\n{html(_end(criteria))}\n</main>\n</body>\n</html>\n"


def _numbered(
    cases: Iterable[Case], criteria: Criteria, wording: Wording, twins: bool
) -> Iterator[tuple[int, Telling]]:
    for number, case in enumerate(cases, start=1):
        for telling in tellings(case, criteria, wording, twins=twins):
            yield number, telling


def _head(criteria: Criteria) -> Element:
    style = (files(__package__) / "handout.css").read_text("utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=CLOSED),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("title", export.HANDOUT["page"].format(title=criteria.title)),
        element("style", style),
    )


# THE COVER


def _cover(cases: Iterable[Case], criteria: Criteria) -> Element:
    said = export.HANDOUT
    levels = [part for level in criteria.levels for part in (element("dt", level.name), element("dd", level.summary))]
    return element(
        "header",
        element("p", said["handout"], class_="kind"),
        element("h1", criteria.title),
        element("p", criteria.notice, class_="notice"),
        _part("content", element("p", export.CONTENT_NOTE)),
        _part("how", element("ol", [element("li", says) for says in export.HANDOUT_HOW])),
        _part("levels", element("dl", levels)),
        _part("sources", *_sources(criteria)),
        _part("cases", element("ol", [element("li", case.title) for case in cases], class_="titles")),
        class_="cover",
    )


def _part(title: str, *parts: Element) -> Element:
    return element("section", element("h2", export.HANDOUT[title]), parts, class_=f"part {title}")


def _sources(criteria: Criteria) -> list[Element]:
    named = [export.HANDOUT["source"].format(source=source.id, title=source.title) for source in criteria.sources]
    version = export.HANDOUT["criteria"].format(version=criteria.digest[:VERSION])
    return [element("ul", [element("li", name) for name in named]), element("p", version, class_="aside")]


# THE END


def _standing(criteria: Criteria) -> Element:
    """What holds for every answer, said once."""
    return element("div", [element("p", one.says) for one in criteria.standing if one.shown == "answer"])


def _end(criteria: Criteria) -> list[Element]:
    cited = {reference.id: reference.cite for reference in criteria.references}
    silences = [
        element("li", silence.says, [element("cite", f" {cited[name]}.") for name in silence.references])
        for silence in criteria.silences
    ]
    references = [element("li", one.cite, ": ", one.says) for one in criteria.references]
    return [
        _part(title, element("ul", entries))
        for title, entries in (("silences", silences), ("references", references))
        if entries
    ]
