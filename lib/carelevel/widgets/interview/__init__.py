"""A trainee's interview."""

from carelevel.widgets.interview.face import InterviewCard

__all__ = ["InterviewCard"]
