"""A facilitator's card."""

from carelevel.widgets.presenter.face import Presenter

__all__ = ["Presenter"]
