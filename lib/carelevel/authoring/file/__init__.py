"""A draft and its case file: each read from, or written as, the other."""
