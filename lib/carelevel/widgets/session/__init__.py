"""The sessions that are kept."""

from carelevel.widgets.session.face import Session

__all__ = ["Session"]
