"""Floor 3: what leaves carelevel in a form that another program reads."""
