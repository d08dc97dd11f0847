"""A trainee's earlier answers, to be read again."""

from carelevel.widgets.earlier.face import Earlier

__all__ = ["Earlier"]
