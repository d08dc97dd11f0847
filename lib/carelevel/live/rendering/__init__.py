"""A room as HTML: the page of a phone, the page of the projector, and the same projection in a notebook."""
