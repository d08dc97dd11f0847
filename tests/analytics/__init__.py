"""Figures by hand-worked numbers."""
