"""Tests of single rules of lint."""
