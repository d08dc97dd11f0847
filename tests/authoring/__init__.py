"""The bank: every mistake named once, on its line, in one pass; and a bank of another kind."""
