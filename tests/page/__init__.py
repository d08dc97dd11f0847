"""The browser edition."""
