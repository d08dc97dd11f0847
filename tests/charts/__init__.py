"""Charts, read as a person and as a screen reader would."""
