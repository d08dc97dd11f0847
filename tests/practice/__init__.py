"""Tests of floor 2: one trainee at one card."""
