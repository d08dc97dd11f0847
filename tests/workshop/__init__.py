"""Tests of the presenter's side, without a browser."""
