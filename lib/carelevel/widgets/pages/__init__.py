"""Still pages: HTML built from escaped parts."""
