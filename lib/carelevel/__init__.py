"""Practice choosing a care level: read a vignette, commit an answer, compare it with what the criteria say."""

__version__ = "0.1.0"
