"""Tests of a draft and its case file."""
