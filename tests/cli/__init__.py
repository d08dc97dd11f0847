"""The `carelevel` command."""
