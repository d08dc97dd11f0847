"""A trainee's own record."""

from carelevel.widgets.record.face import MyRecord

__all__ = ["MyRecord"]
