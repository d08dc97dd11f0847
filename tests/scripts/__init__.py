"""Tests of the scripts and of how they are joined."""
