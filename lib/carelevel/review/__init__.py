"""Floor 2: supervisors look at a bank as a whole."""
