"""The rules of lint, a module each: what they find, in one text or in one decision point."""
