"""A supervisor's desk."""

from carelevel.widgets.editor.face import Editor

__all__ = ["Editor"]
