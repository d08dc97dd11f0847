"""HTTP itself: headers, cookies, forms, limits on how often, and refusals."""
