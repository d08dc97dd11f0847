"""Tests of the lines of short notes on a supervisor's desk."""
