"""Tests of a bank looked at as a whole."""
