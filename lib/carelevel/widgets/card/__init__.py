"""A trainee's card."""

from carelevel.widgets.card.face import Card

__all__ = ["Card"]
