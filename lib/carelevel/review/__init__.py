"""Floor 3: supervisors look at a bank as a whole."""
