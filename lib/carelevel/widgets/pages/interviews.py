"""A trainee's interviews to read: what stands out, then the figures, each with its picture, its words and its n."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.interviews import interview_figures
from carelevel.charts import Chart
from carelevel.charts.interview_charts import asking_chart, safety_chart
from carelevel.core.kept_interview import Interview
from carelevel.feedback import interview_figures as figures
from carelevel.feedback.figures import FigureText
from carelevel.feedback.html import tag
from carelevel.messages import interview as interview_messages
from carelevel.messages import progress as progress_messages
from carelevel.widgets.pages.page import Page, chart, folded, page, small

INTERVIEW = "04_interview.ipynb"


def interviews_page(interviews: Iterable[Interview]) -> Page:
    """What a record's interviews show."""
    found = interview_figures(interviews)
    title = interview_messages.FIGURE_TITLES["interviews"]
    if not found.n:
        link = tag("a", interview_messages.TO_INTERVIEW, href=INTERVIEW)
        return page(tag("p", interview_messages.NO_INTERVIEWS, " ", link), label=title)
    drawn = (
        ("named", figures.named(found), None),
        ("safety", figures.safety(found.safety), safety_chart(found.safety, found.asking)),
        ("asking", figures.asking(found.asking), asking_chart(found.asking)),
    )
    shown = drawn if found.safety.asked.n else drawn[::2]  # a bank may have no safety question
    parts = [_figure(name, text, picture) for name, text, picture in shown if not text.needs]
    few = [(interview_messages.FIGURE_TITLES[name], text.needs) for name, text, _ in shown if text.needs]
    return page(*parts, _too_few(few, found.n), label=title, styles=("pages/progress.css",))


def _too_few(figures: Sequence[tuple[str, str]], n: int) -> Markup | None:
    """For which figures, each with what it needs, it is too early."""
    if not figures:
        return None
    named = [progress_messages.FEW_FIGURE.format(title=title, needs=needs) for title, needs in figures]
    so_far = messages.counted(n, interview_messages.SO_FAR)
    few = progress_messages.FEW_SEPARATOR.join(named)
    return small(progress_messages.FEW.format(answers=so_far, figures=few))


def _figure(name: str, text: FigureText, picture: Chart | None) -> Markup:
    title = interview_messages.FIGURE_TITLES[name]
    return tag(
        "section",
        tag("h3", title),
        tag("p", " ".join(text.sentences)),
        chart(title, picture) if picture else None,
        small(text.n),
        folded(progress_messages.METHOD, tag("p", " ".join(text.method))) if text.method else None,
        class_="cl-figure",
    )
