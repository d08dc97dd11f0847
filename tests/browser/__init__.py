"""Tests that drive a real Chromium against a real JupyterLab and a real Voilà."""
