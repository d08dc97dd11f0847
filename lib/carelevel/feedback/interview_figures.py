"""What a trainee's interviews show, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel.analytics.interviews import Asking, InterviewFigures, SafetyAsked, SafetyLeftOut, Shortfall
from carelevel.feedback.figures import FigureText, figure_text, of, percent
from carelevel.messages import interview as interview_messages
from carelevel.messages import progress as progress_messages


def asking(figure: Asking) -> FigureText:
    """How many questions were asked beside how many were needed, and how often it was decided too soon."""

    def sentences() -> Iterator[str]:
        yield interview_messages.ASKING.format(all=figure.all, asked=figure.asked, needed=figure.needed)
        soon = figure.too_soon
        form = interview_messages.TOO_SOON_OF[soon.hits > 1] if soon.hits else interview_messages.NEVER_TOO_SOON
        yield form.format(count=soon.hits, n=soon.n)

    return figure_text(figure, sentences(), "interviews", method=interview_messages.ASKING_METHOD)


def safety(figure: SafetyAsked) -> FigureText:
    """How many of the safety questions were asked, in percent, and how often all of them."""

    def sentences() -> Iterator[str]:
        asked = figure.asked
        yield interview_messages.SAFETY_ASKED.format(share=percent(asked.share), hits=asked.hits, n=asked.n)
        yield interview_messages.SAFETY_WHOLE.format(whole=of(figure.whole))

    return figure_text(figure, sentences(), "interviews", method=progress_messages.SHARES_METHOD)


def named(figures: InterviewFigures) -> FigureText:
    """A sentence or two for each shortfall that is named, and what to do about it; else that none stands out."""

    def sentences() -> Iterator[str]:
        for shortfall in figures.named:
            yield said(shortfall)
        if not figures.named:
            yield interview_messages.NOTHING_NAMED

    return figure_text(figures, sentences(), "interviews")


def said(shortfall: Shortfall) -> str:
    """What it is, with its numbers, and what to do about it."""
    form = interview_messages.NAMED_SAFETY if isinstance(shortfall, SafetyLeftOut) else interview_messages.NAMED_SOON
    return form.format(hits=shortfall.hits.hits, n=shortfall.hits.n)
