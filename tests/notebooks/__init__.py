"""Tests of the notebooks themselves: how they are kept, and what their cells then show."""
