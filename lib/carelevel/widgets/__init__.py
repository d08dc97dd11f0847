"""Floor 4: the faces that a notebook shows, each anywidget's in the browser with its .js and .css beside it."""
