"""The charts of one trainee's interviews."""

from __future__ import annotations

from carelevel.analytics.interviews import Asking, SafetyAsked
from carelevel.charts.chart import Chart
from carelevel.charts.strip import bar, line, scale, share, strip
from carelevel.feedback.figures import of
from carelevel.messages import interview as interview_messages


def asking_chart(figure: Asking) -> Chart:
    """Questions asked, below them those about the level, and those that were needed for it."""
    first, middle, last = interview_messages.CHART_ASKING
    asked = (figure.all, figure.asked, figure.needed)
    most = max(*asked, 1)
    counts = zip(interview_messages.CHART_ASKING_ROWS, asked, strict=True)
    rows = tuple((name, strip(line(0), bar(0, count / most, "cl-blue")), str(count)) for name, count in counts)
    return Chart((first, middle, last), rows)


def safety_chart(figure: SafetyAsked, asking: Asking) -> Chart:
    """The share of safety questions asked, of interviews with all of them, and of those decided too soon."""
    first, last = interview_messages.CHART_SAFETY
    shares = (figure.asked, figure.whole, asking.too_soon)
    rows = tuple(
        (name, share(of_n), of(of_n)) for name, of_n in zip(interview_messages.CHART_SAFETY_ROWS, shares, strict=True)
    )
    return Chart((first, scale(), last), rows, interview_messages.CHART_SAFETY_KEY)
