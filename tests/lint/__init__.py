"""Lint: its rules, its planted corpus, whole cases."""
