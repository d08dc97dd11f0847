"""Tests of the faces, without a browser."""
