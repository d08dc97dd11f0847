"""Tests of the audience's process, in it and from outside, without a browser."""
