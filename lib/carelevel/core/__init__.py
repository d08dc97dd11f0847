"""Floor 0: what the criteria say, as arithmetic; no file, clock, chance, SQL or widget."""
