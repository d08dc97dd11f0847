"""Short notes: read, answered in a keystroke, and told at once."""

from carelevel.widgets.notes.face import Notes

__all__ = ["Notes"]
