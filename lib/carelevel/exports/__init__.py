"""Floor 4: what leaves carelevel in a form that another program reads."""
