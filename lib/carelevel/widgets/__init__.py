"""Floor 4: the faces that a notebook shows, each an anywidget class with its .js and .css beside it."""
